"""What to do with each suggestion: take it, change it, weigh it, prove it. Asked once for every criterion."""

from advisor.wizard.question import ANNEX, FULL_ONLY, MEMO, REPORT, Field, Kind, Question, Step, Task
from criteria.prose import N_

DECIDE = Question(
    id="g1",
    title=N_("Do you want to use it?"),
    why=N_("You decide; your reason goes into the memo."),
    fields=(
        Field("choice.status", Kind.ONE_OF, N_("Decision"), required=True),
        Field("choice.reason", Kind.TEXT, N_("Reason"), optional=True),
    ),
    papers=(REPORT, MEMO),
)
WORDING = Question(
    id="g2",
    title=N_("Do you want to change the wording?"),
    why=N_("Fit it to your purchase; the papers take your text."),
    paths=FULL_ONLY,
    fields=(Field("choice.text", Kind.TEXT, N_("Wording")),),
    papers=(REPORT, ANNEX),
)
WEIGHT = Question(
    id="g3",
    title=N_("How many points does it get?"),
    why=N_("Too few points change nothing, too many crowd out the rest."),
    paths=FULL_ONLY,
    fields=(Field("choice.weight", Kind.NUMBER, N_("Points of 100")),),
    papers=(REPORT, ANNEX, MEMO),
)
EVIDENCE = Question(
    id="g4",
    title=N_("How strong must the proof be?"),
    why=N_("Light proof keeps small bidders in; strong proof is for large risks."),
    paths=FULL_ONLY,
    fields=(Field("choice.evidence", Kind.ONE_OF, N_("Proof"), default="normal"),),
    papers=(REPORT, ANNEX),
)

QUESTIONS = (DECIDE, WORDING, WEIGHT, EVIDENCE)
CHOICE = Step("choice", N_("Decide on a suggestion"), QUESTIONS)

TASK = Task("suggestions", N_("Decide on the suggestions"), ())
