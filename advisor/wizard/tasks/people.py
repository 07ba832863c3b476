"""Who is affected: the equality questions that nobody can skip, risks, jobs."""

from advisor.wizard.question import CHECKLIST, FULL_ONLY, MEMO, REPORT, Field, Kind, Question, Step, Task
from criteria.prose import N_

PAPERS = (REPORT, MEMO, CHECKLIST)

AFFECTED = Question(
    id="d1",
    title=N_("Who is affected by this contract?"),
    why=N_("It shows for whom equal opportunities matter here."),
    law=("d24-18-1",),
    fields=(Field("people.affected", Kind.SOME_OF, N_("People affected"), required=True),),
    papers=PAPERS,
)
SEXES = Question(
    id="d2",
    title=N_("Do women and men use or feel it differently?"),
    why=N_("Different needs can be written into the specification and scored."),
    example="sexes_differ",
    terms=("gender_relevance",),
    law=("d2004-113", "d24-42-1"),
    fields=(Field("people.sexes_differ", Kind.YES_NO, N_("A difference between women and men?"), required=True, unknown=True),),
    todo=N_("Look for figures on women and men who use it, and ask some of both."),
    papers=PAPERS,
)
WORKFORCE = Question(
    id="d3",
    title=N_("Who does this work today?"),
    why=N_("Where one sex does most of a trade, jobs on the contract can open it to the other."),
    law=("d2006-54",),
    fields=(Field("people.workforce", Kind.ONE_OF, N_("The workforce is"), required=True, unknown=True),),
    todo=N_("Ask the current contractor or the employment service how many women and men do this work."),
    papers=PAPERS,
)
SIGNS = Question(
    id="d4",
    title=N_("Are there signs of bad working conditions in this trade?"),
    why=N_("They call for conditions on fair work and for a look at low prices."),
    law=("d24-18-2", "d24-69-3"),
    terms=("abnormally_low",),
    fields=(Field("people.warning_signs", Kind.SOME_OF, N_("Signs"), none=N_("None that we know of"), unknown=True),),
    todo=N_("Ask the labour inspectorate or a union about pay, hours and safety in this trade."),
    papers=PAPERS,
)
LEFT_OUT = Question(
    id="d5",
    title=N_("Which groups might be left out?"),
    why=N_("So that nobody is shut out from the service or from the jobs."),
    example="left_out",
    law=("d2000-43", "d2000-78"),
    fields=(Field("people.left_out", Kind.SOME_OF, N_("Groups"), none=N_("None that we know of"), unknown=True),),
    todo=N_("Ask users and associations who finds it hard to use the service."),
    papers=PAPERS,
)
PUBLIC = Question(
    id="d6",
    title=N_("Will the public or your staff use it?"),
    why=N_("Then it must be accessible: this is a duty, not a choice."),
    law=("d24-42-1", "d24-r76"),
    terms=("accessibility",),
    fields=(Field("people.used_by_people", Kind.YES_NO, N_("Used by people?"), unknown=True),),
    todo=N_("Settle whether people use it; if so, accessibility goes into the specification."),
    papers=PAPERS,
)
JOBS = Question(
    id="d7",
    title=N_("About how many people will work on the contract?"),
    why=N_("Clauses on jobs, pay tables and training are sized by it."),
    law=("d24-18-1",),
    fields=(Field("people.jobs", Kind.ONE_OF, N_("People at work on the contract"), unknown=True),),
    todo=N_("Estimate the number of people at work from the last contract or from the value."),
    papers=(REPORT, MEMO),
)
HIRES = Question(
    id="d8",
    title=N_("Will new people probably be hired?"),
    why=N_("Clauses on fair hiring make sense only where somebody is hired."),
    law=("d2000-78", "d2001-23"),
    paths=FULL_ONLY,
    fields=(Field("people.new_hires", Kind.YES_NO, N_("New hires likely?"), unknown=True),),
    todo=N_("Ask the market whether new people will be hired."),
    papers=(REPORT,),
)
LABOUR_SHARE = Question(
    id="d9",
    title=N_("Which share of the price is labour?"),
    why=N_("The number of hours in a clause follows from it."),
    more=N_("If you leave it empty, we take the usual share for this kind of purchase."),
    paths=FULL_ONLY,
    fields=(Field("people.labour_share", Kind.NUMBER, N_("Labour share"), hint=N_("Between 10 and 90."), unit="%", unknown=True, between=(10, 90)),),
    usual="labour_share",
    todo=N_("Ask suppliers for the usual labour share."),
    papers=(REPORT,),
)

TASK = Task("people", N_("Look at the people"), (
    Step("affected", N_("Who is affected"), (AFFECTED,)),
    Step("women-and-men", N_("Women and men"), (SEXES, WORKFORCE)),
    Step("risks", N_("Risks for people"), (SIGNS, LEFT_OUT)),
    Step("use-and-jobs", N_("Use and jobs"), (PUBLIC, JOBS)),
    Step("staffing", N_("Hiring and labour share"), (HIRES, LABOUR_SHARE)),
))
