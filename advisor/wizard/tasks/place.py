"""Where you are and in which language you need the papers."""

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

ALL = (REPORT, ANNEX, MEMO, CHECKLIST)

COUNTRY = Question(
    id="a1",
    title=N_("Which authority is buying, and where?"),
    why=N_("Rules differ from country to country, and your name goes on the papers."),
    more=N_("The kind of authority decides which EU threshold applies. A town, a district, a region or a school board is a local authority."),
    law=("d24-4", "d24-20-1"),
    terms=("threshold",),
    fields=(
        Field("country", Kind.SELECT, N_("Country"), required=True),
        Field("region", Kind.LINE, N_("Region or district"), optional=True),
        Field("authority.name", Kind.LINE, N_("Name of the authority"), hint=N_("It is printed on the papers."), optional=True),
        Field("authority.kind", Kind.ONE_OF, N_("Kind of authority"), default="sub_central"),
    ),
    papers=ALL,
)
LANGUAGE = Question(
    id="a2",
    title=N_("In which language should the papers be?"),
    why=N_("The papers may be in another language than this screen."),
    fields=(Field("language", Kind.SELECT, N_("Language of the papers")),),
    papers=(),
)
ROLE = Question(
    id="a3",
    title=N_("What is your role?"),
    why=N_("It goes into the report, so that a reader knows who prepared it."),
    paths=FULL_ONLY,
    fields=(Field("role", Kind.ONE_OF, N_("Your role")),),
    papers=(REPORT,),
)

TASK = Task("place", N_("Say where you are"), (
    Step("authority", N_("Your authority"), (COUNTRY, LANGUAGE)),
    Step("role", N_("Your role"), (ROLE,)),
))
