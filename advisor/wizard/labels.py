"""What the holdings of the law and the other parts of the advice are called on pages and papers."""

from collections.abc import Mapping

from criteria.prose import N_

HOLDINGS: Mapping[str, str] = {
    "above_threshold": N_("Does it reach the EU threshold?"),
    "light_service": N_("Is it a social or other special service?"),
    "light_regime": N_("Does the light regime apply?"),
    "concession": N_("Does the concessions directive apply?"),
    "treaty": N_("Does the Treaty ask for openness below the threshold?"),
    "art20": N_("May it be reserved under Article 20?"),
    "art77": N_("May it be reserved under Article 77?"),
    "time_limit": N_("Is there a minimum time for bids?"),
    "turnover_cap": N_("How much turnover may you ask for?"),
    "lots_duty": N_("Must you divide it into lots or explain?"),
    "small_lots": N_("May small lots leave the EU rules?"),
}
LADDER: tuple[tuple[str, str], ...] = (
    (N_("Contacts"), N_("People know each other. Nothing is promised.")),
    (N_("Coordination"), N_("Who calls whom is agreed, some dates are shared.")),
    (N_("Cooperation"), N_("Roles, shared means, an owner and a start date are written down.")),
    (N_("Shared decisions"), N_("Risks and payments are divided; workers and users are heard on fixed dates.")),
    (N_("Pooling"), N_("Binding shared means cover the critical functions; there is a joint rule for deadlock and a tested back-up.")),
)
FORMS: tuple[tuple[str, str], ...] = (
    (N_("One firm with its own units"), N_("Simple. It fills in the same forms and can earn the same points.")),
    (N_("Main contractor and subcontractors"), N_("One signs and is liable; the others are named and paid on time.")),
    (N_("Temporary group"), N_("Several sign together for this contract. No company is needed to bid.")),
    (N_("Consortium or cooperative of firms"), N_("A lasting form. It earns no points for what it is.")),
    (N_("Several lots, several contractors"), N_("Each carries what it can; a steering group joins the work.")),
)
POOLING: tuple[str, ...] = (
    N_("Who brings which staff, premises, vehicles or tools, and when they can be used."),
    N_("Who decides, and what happens in a deadlock."),
    N_("Who pays, who is liable and who insures."),
    N_("Who may use which data, texts and software afterwards."),
    N_("Taxes, employment law and competition rules were checked."),
    N_("Ordinary firms and newcomers can join on the same terms."),
    N_("Public support already received is listed, so that nothing is paid twice."),
    N_("What works is counted and written down, so that others can copy it."),
)
HOSTING: tuple[str, ...] = (
    N_("The invitation is open and says the same to all."),
    N_("The room is step-free; interpretation and captions can be asked for."),
    N_("The hours suit people with children, care duties or shifts."),
    N_("It is clear who pays the trainers, and from which budget."),
    N_("Own staff may come in their working time."),
    N_("A lawyer or another expert is there to answer questions."),
)
