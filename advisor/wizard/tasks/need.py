"""Why it is bought: what should be better, which plans, which data, who was asked."""

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

PURPOSE = Question(
    id="c1",
    title=N_("What should be better for people when this works?"),
    why=N_("One sentence turns a policy into the subject of the contract; the clauses hang on it."),
    example="purpose",
    law=("d24-67-3",),
    fields=(Field("purpose", Kind.LINE, N_("Purpose")),),
    papers=(REPORT, ANNEX, MEMO),
)
PLANS = Question(
    id="c2",
    title=N_("Which plans of your authority does it serve?"),
    why=N_("A clause that serves an adopted plan is easier to defend."),
    law=("d24-67-3",),
    fields=(
        Field("need.plans", Kind.SOME_OF, N_("Plans"), none=N_("No plan that we know of")),
        Field("need.plan_link", Kind.LINE, N_("Name or web address of the plan"), optional=True),
    ),
    papers=(REPORT, MEMO),
)
DATA = Question(
    id="c3",
    title=N_("Which data on the place and its people do you have?"),
    why=N_("Criteria about needs need facts that every bidder can read."),
    law=("gdpr-5",),
    paths=FULL_ONLY,
    fields=(
        Field("need.data", Kind.SOME_OF, N_("Data"), none=N_("None yet")),
        Field("need.data_names", Kind.LINE, N_("Names of the files or pages"), optional=True),
    ),
    papers=(REPORT, MEMO),
)
EXISTING = Question(
    id="c4",
    title=N_("Which measures exist already?"),
    why=N_("So that the contract adds to them and pays for nothing twice."),
    paths=FULL_ONLY,
    fields=(Field("need.existing_measures", Kind.TEXT, N_("Existing measures")),),
    papers=(REPORT, MEMO),
)
CONSULTED = Question(
    id="c5",
    title=N_("Who has been asked so far?"),
    why=N_("Asking early finds needs and partners; what one was told, all must be told."),
    law=("d24-40", "d24-41"),
    terms=("market_consultation",),
    paths=FULL_ONLY,
    fields=(Field("need.consulted", Kind.SOME_OF, N_("Asked so far"), none=N_("Nobody yet")),),
    papers=(REPORT, MEMO, CHECKLIST),
)

TASK = Task("need", N_("Say what it is for"), (
    Step("purpose", N_("Purpose"), (PURPOSE,)),
    Step("plans", N_("Plans"), (PLANS,)),
    Step("data", N_("Data and measures"), (DATA, EXISTING)),
    Step("consulted", N_("Who was asked"), (CONSULTED,)),
))
