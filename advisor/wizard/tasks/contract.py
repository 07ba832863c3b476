"""What is bought: title, family and code, kind, value, length, procedure, dates."""

from advisor.wizard.question import (
    ANNEX,
    CHECKLIST,
    FULL_ONLY,
    MEMO,
    REPORT,
    Field,
    Kind,
    Question,
    Step,
    Task,
)
from criteria.prose import N_

TITLE = Question(
    id="b1",
    title=N_("What is the working title of the tender?"),
    why=N_("It is the heading of every paper."),
    example="title",
    fields=(Field("title", Kind.LINE, N_("Working title")),),
    papers=(REPORT, ANNEX, MEMO, CHECKLIST),
)
PURCHASE = Question(
    id="b2",
    title=N_("What do you buy?"),
    why=N_("Different purchases can do different good; this chooses the examples and the suggestions."),
    more=N_("Choose the group that fits best. A CPV code makes the legal answers exact; find one by plain words."),
    terms=("cpv",),
    law=("d24-annex-xiv", "d24-r119"),
    fields=(
        Field("family", Kind.ONE_OF, N_("Kind of purchase"), unknown=True),
        Field("cpv", Kind.CPV, N_("CPV code"), hint=N_("Type words or a code, then choose. The first code is the main one."), optional=True),
    ),
    todo=N_("Find the CPV code: it decides whether the light regime and Article 77 apply."),
    papers=(REPORT, MEMO),
)
TYPE = Question(
    id="b3",
    title=N_("What type of contract is it?"),
    why=N_("Thresholds, time limits and the room for social clauses depend on it."),
    more=N_("If it is mixed, choose the main part. In a concession the operator lives mainly from users' payments and carries the risk."),
    terms=("concession",),
    law=("d24-3-2", "d23-8"),
    fields=(
        Field("contract_type", Kind.ONE_OF, N_("Type of contract"), unknown=True),
        Field("concession", Kind.YES_NO, N_("Is it a concession?"), unknown=True),
    ),
    todo=N_("Settle the type of contract with your lawyer: works, supplies or services, concession or not."),
    papers=(REPORT, MEMO),
)
VALUE = Question(
    id="b4",
    title=N_("What is the estimated value without VAT?"),
    why=N_("The EU threshold and the size of every clause follow from it."),
    more=N_("Count everything that may be paid: the whole length, all options and renewals, all lots."),
    terms=("threshold",),
    law=("d24-5-1", "d24-5-3", "d24-5-8"),
    fields=(Field("estimated_value", Kind.MONEY, N_("Estimated value"), unit="EUR", unknown=True),),
    todo=N_("Estimate the value without VAT, with all options and renewals."),
    papers=(REPORT, MEMO),
)
LENGTH = Question(
    id="b5",
    title=N_("How many months can it last, options included?"),
    why=N_("Some measures need time to work; others end with a short contract."),
    law=("d24-77-3",),
    fields=(Field("duration_months", Kind.NUMBER, N_("Length with all options"), unit=N_("months"), unknown=True),),
    todo=N_("Fix the length, with all options and renewals."),
    papers=(REPORT, MEMO),
)
SPECIAL_SERVICE = Question(
    id="b6",
    title=N_("Is it a social, health, culture or education service?"),
    why=N_("Such services have a lighter EU procedure and a higher threshold."),
    more=N_("If you gave a CPV code, the code decides and this answer is not used."),
    terms=("light_regime",),
    law=("d24-74", "d24-76-2"),
    paths=FULL_ONLY,
    fields=(Field("special_service", Kind.YES_NO, N_("On the list of special services?"), unknown=True),),
    todo=N_("Check with the CPV code whether the service is on the list of Annex XIV."),
    papers=(REPORT,),
)
PROCEDURE = Question(
    id="b7",
    title=N_("Which procedure do you plan?"),
    why=N_("It decides the time limits and how much you may talk with bidders."),
    law=("d24-27", "d24-28", "d24-29"),
    paths=FULL_ONLY,
    fields=(
        Field("procedure", Kind.ONE_OF, N_("Procedure"), unknown=True),
        Field(
            "cross_border", Kind.YES_NO, N_("Could firms from another country be interested?"), optional=True, unknown=True,
            hint=N_("Look at the value, the place and the technical features. It matters below the EU threshold."),
            todo=N_("Write down whether firms from another country could be interested: value, place, technical features."),
        ),
        Field(
            "public_notice", Kind.YES_NO, N_("Will there be a public notice that firms anywhere can find?"), optional=True,
        ),
    ),
    todo=N_("Choose the procedure; the time limits follow from it."),
    papers=(REPORT, MEMO),
)
REPEAT = Question(
    id="b8",
    title=N_("Did you buy this before?"),
    why=N_("The last contract shows what worked, and gives the figures to start from."),
    law=("d24-5-11",),
    paths=FULL_ONLY,
    fields=(
        Field("repeat", Kind.YES_NO, N_("Is it a repeat purchase?")),
        Field(
            "like_purchases", Kind.MONEY, N_("Other purchases of the same kind within twelve months"), unit="EUR", optional=True,
            hint=N_("Their value without VAT. They are added up before the threshold is looked at."),
        ),
        Field(
            "art77_winner_returns", Kind.YES_NO, optional=True,
            label=N_("Did a body win these services from you under Article 77 in the last three years, and may it bid again?"),
            hint=N_("Answer only if you think of reserving the contract under Article 77."),
        ),
    ),
    papers=(REPORT,),
)
DATES = Question(
    id="b9",
    title=N_("When do you publish, and when does the contract start?"),
    why=N_("The law of the day of publication applies; partners need time to find each other."),
    law=("d24-5-4",),
    paths=FULL_ONLY,
    fields=(
        Field("publication_date", Kind.DATE, N_("Day of publication"), unknown=True),
        Field("start_date", Kind.DATE, N_("First day of the contract"), unknown=True),
    ),
    todo=N_("Fix the dates; without them we took today's law."),
    papers=(REPORT, MEMO),
)
FUNDS = Question(
    id="b10",
    title=N_("Is EU money involved?"),
    why=N_("Auditors will look for evidence; the papers remind you what to keep."),
    paths=FULL_ONLY,
    fields=(Field("eu_funds", Kind.YES_NO, N_("EU funds"), unknown=True),),
    todo=N_("Ask the finance department whether EU funds are involved."),
    papers=(REPORT, MEMO),
)
JOINT = Question(
    id="b11",
    title=N_("Do other authorities buy with you?"),
    why=N_("Together you can carry more: one checker, one facilitator, larger or more lots."),
    paths=FULL_ONLY,
    fields=(Field("joint_procurement", Kind.YES_NO, N_("Buying together")),),
    papers=(REPORT, MEMO),
)

TASK = Task("contract", N_("Describe the contract"), (
    Step("title", N_("Working title"), (TITLE,)),
    Step("purchase", N_("What you buy"), (PURCHASE,)),
    Step("type", N_("Type of contract"), (TYPE,)),
    Step("value", N_("Value and length"), (VALUE, LENGTH)),
    Step("procedure", N_("Service list and procedure"), (SPECIAL_SERVICE, PROCEDURE)),
    Step("dates", N_("History and dates"), (REPEAT, DATES)),
    Step("funding", N_("Money and partners in buying"), (FUNDS, JOINT)),
))
