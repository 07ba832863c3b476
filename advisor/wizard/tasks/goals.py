"""What to aim at: up to three goals, how far to go, who decided it."""

from advisor.wizard.question import FULL_ONLY, MEMO, REPORT, Field, Kind, Question, Step, Task
from criteria.prose import N_

GOALS = Question(
    id="f1",
    title=N_("Which goals matter most here?"),
    why=N_("Few goals, well served, beat many. Equality stays on the list even if you do not pick it."),
    law=("d24-67-2", "d24-67-3", "d24-70"),
    terms=("award_criterion", "performance_condition"),
    fields=(Field("objectives", Kind.SOME_OF, N_("Goals"), hint=N_("Choose up to three."), most=3),),
    papers=(REPORT, MEMO),
)
AMBITION = Question(
    id="f2",
    title=N_("How far do you want to go?"),
    why=N_("It decides how many clauses are suggested and how much they weigh."),
    law=("d24-18-1", "d24-67-4"),
    fields=(Field("ambition", Kind.ONE_OF, N_("Ambition"), default="solid"),),
)
DECISION = Question(
    id="f3",
    title=N_("Is there a political decision or a target behind it?"),
    why=N_("A decision of the council is a reason that a court and an auditor understand."),
    paths=FULL_ONLY,
    fields=(Field("need.decision", Kind.LINE, N_("Decision or target, with its date"), optional=True),),
    papers=(REPORT, MEMO),
)

TASK = Task("goals", N_("Choose goals"), (
    Step("goals", N_("Goals"), (GOALS,)),
    Step("ambition", N_("Ambition"), (AMBITION, DECISION)),
))
