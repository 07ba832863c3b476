"""Who checks, how often, with whose help, and what happens when a promise is not kept."""

from advisor.wizard.question import ANNEX, FULL_ONLY, MEMO, REPORT, Field, Kind, Question, Step, Task
from criteria.prose import N_

CHECKER = Question(
    id="h1",
    title=N_("Who checks the promises during the contract?"),
    why=N_("A clause that nobody checks is worse than none. Without a checker we suggest less."),
    law=("d24-18-2", "d24-70"),
    fields=(
        Field("follow_up.checker", Kind.LINE, N_("Role of the person"), hint=N_("For example: contract manager, facility department"), unknown=True),
        Field("follow_up.checker_hours", Kind.NUMBER, N_("Hours a month for it"), unit=N_("hours"), unknown=True),
    ),
    todo=N_("Name a person who checks, and free some hours a month."),
    papers=(REPORT, MEMO),
)
RHYTHM = Question(
    id="h2",
    title=N_("How often should the contractor report?"),
    why=N_("Short and regular beats long and rare."),
    law=("d24-70",),
    paths=FULL_ONLY,
    fields=(Field("follow_up.rhythm", Kind.ONE_OF, N_("Reports")),),
    papers=(REPORT, ANNEX),
)
HELPERS = Question(
    id="h3",
    title=N_("Who can help you to check?"),
    why=N_("Others know more about jobs, safety or equality than you need to."),
    law=("gdpr-5",),
    paths=FULL_ONLY,
    fields=(Field("follow_up.helpers", Kind.SOME_OF, N_("Helpers"), none=N_("Nobody yet")),),
)
REMEDIES = Question(
    id="h4",
    title=N_("What should happen when a promise is not kept?"),
    why=N_("Remedies must be announced, start mild and fit the failure."),
    law=("d24-70", "d24-73"),
    terms=("proportionality",),
    paths=FULL_ONLY,
    fields=(Field("follow_up.remedies", Kind.SOME_OF, N_("Remedies, mildest first")),),
    papers=(REPORT, ANNEX),
)
SUCCESS = Question(
    id="h5",
    title=N_("What does success look like in a year?"),
    why=N_("It becomes the sentence by which everybody can judge the result."),
    example="success",
    paths=FULL_ONLY,
    fields=(Field("follow_up.success", Kind.LINE, N_("Success in a year")),),
    papers=(REPORT, MEMO),
)

TASK = Task("follow-up", N_("Plan the follow-up"), (
    Step("checker", N_("Who checks"), (CHECKER,)),
    Step("rhythm", N_("Reports and helpers"), (RHYTHM, HELPERS)),
    Step("remedies", N_("Remedies and success"), (REMEDIES, SUCCESS)),
))
