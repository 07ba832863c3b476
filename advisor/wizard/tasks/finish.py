"""The last look: statements to confirm, a question for the lawyer, papers to print."""

from dataclasses import replace

from advisor.wizard.question import FULL_ONLY, MEMO, QUICK_ONLY, REPORT, Field, Kind, Question, Step, Task
from criteria.codes import QUICK_STATEMENTS
from criteria.prose import N_

SAFETY = Question(
    id="i1",
    title=N_("Can you confirm these statements?"),
    why=N_("What you cannot confirm is marked in the papers, so that somebody looks at it."),
    law=("d24-18-1", "d24-67-3", "d24-67-4"),
    terms=("proportionality",),
    paths=FULL_ONLY,
    fields=(Field("safety.statements", Kind.SOME_OF, N_("I can confirm"), none=N_("None of them yet")),),
    papers=(REPORT, MEMO),
)
QUICK_SAFETY = replace(SAFETY, paths=QUICK_ONLY, fields=(replace(SAFETY.fields[0], only=QUICK_STATEMENTS),))
LAWYER = Question(
    id="i2",
    title=N_("What would you like to ask a lawyer?"),
    why=N_("Your question is printed with the facts, so that the answer can be short."),
    paths=FULL_ONLY,
    fields=(Field("safety.question", Kind.TEXT, N_("Your question"), optional=True),),
    papers=(REPORT, MEMO),
)
PAPERS = Question(
    id="i3",
    title=N_("Which papers do you need?"),
    why=N_("You can make the others at any time."),
    fields=(Field("papers", Kind.SOME_OF, N_("Papers")),),
    papers=(),
)
SHARE = Question(
    id="i4",
    title=N_("May others learn from it?"),
    why=N_("If you agree, your report names it as a case to share. Nothing is sent anywhere."),
    paths=FULL_ONLY,
    fields=(Field("share", Kind.YES_NO, N_("Share an anonymous summary?"), default=False),),
    papers=(REPORT,),
)

LAST_CHECK = Step("safety", N_("Safety check"), (QUICK_SAFETY, SAFETY, LAWYER))

TASK = Task("finish", N_("Check and finish"), (
    LAST_CHECK,
    Step("documents", N_("Papers"), (PAPERS, SHARE)),
))
