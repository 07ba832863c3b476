"""The shapes a journey is declared with: field, question, step, task."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from criteria.codes import PaperKind, Path
from criteria.facts import codes_of

QUICK_AND_FULL = (Path.QUICK, Path.FULL)
QUICK_ONLY, FULL_ONLY = (Path.QUICK,), (Path.FULL,)
REPORT, ANNEX, MEMO, CHECKLIST = PaperKind.REPORT, PaperKind.ANNEX, PaperKind.MEMO, PaperKind.EQUALITY_CHECKLIST


class Kind(StrEnum):
    """How an answer is given; each kind has one form field, one widget, one way to be shown."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SELECT = "select"
    SOME_OF = "some_of"
    CPV = "cpv"


@dataclass(frozen=True)
class Field:
    """One entry: the fact it fills, how it is given, what it is called, what is left to do while it is not known."""

    fact: str
    kind: Kind
    label: str
    hint: str = ""
    unit: str = ""
    none: str = ""
    most: int | None = None
    required: bool = False
    optional: bool = False
    unknown: bool = False
    default: str | bool | None = None
    only: tuple[str, ...] = ()
    name: str = ""
    todo: str = ""
    between: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """The name of the entry in a form follows from its fact; dots do not go into element ids."""
        object.__setattr__(self, "name", self.name or self.fact.replace(".", "-"))

    @property
    def options(self) -> tuple[str, ...]:
        """The codes to choose from, in their order."""
        return self.only or tuple(codes_of(self.fact) or ())


@dataclass(frozen=True)
class Question:
    """One question of the overview: asked on a path, explained where it stands, printed on papers."""

    id: str
    title: str
    why: str
    fields: tuple[Field, ...]
    paths: tuple[Path, ...] = QUICK_AND_FULL
    more: str = ""
    example: str = ""
    usual: str = ""
    terms: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    todo: str = ""
    papers: tuple[PaperKind, ...] = (REPORT,)

    @property
    def required(self) -> bool:
        return any(field.required for field in self.fields)


@dataclass(frozen=True)
class Step:
    """One page of the wizard."""

    slug: str
    title: str
    questions: tuple[Question, ...]

    def asked(self, path: Path) -> tuple[Question, ...]:
        return tuple(one for one in self.questions if path in one.paths)

    def fields(self, path: Path) -> Iterator[Field]:
        for question in self.asked(path):
            yield from question.fields


@dataclass(frozen=True)
class Task:
    """A group of steps with a verb for a name, shown with its status."""

    slug: str
    title: str
    steps: tuple[Step, ...]
