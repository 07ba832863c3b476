"""What the catalogue leaves out on purpose: ideas that failed a test, and parts of the table that stay thin."""

from typing import Annotated

from pydantic import StringConstraints

from criteria.codes import Code, Family
from criteria.prose import N_, Frozen, Prose
from criteria.values import Slug

TestId = Annotated[str, StringConstraints(pattern=r"^T[1-9]$")]


class Need(Code):
    """What every family should have at least two of."""

    AWARD = "award", N_("award criteria")
    CONDITION = "condition", N_("conditions")


class Idea(Frozen):
    """A candidate that is not in the catalogue: which of the nine tests it failed, and why."""

    id: Slug
    test: TestId
    because: Prose


class Thin(Frozen):
    """A family that rightly has fewer than two of a kind."""

    family: Family
    need: Need
    test: TestId
    because: Prose


class LeftOut(Frozen):
    """The content of `criteria/data/left_out.toml`."""

    ideas: tuple[Idea, ...]
    thin: tuple[Thin, ...]
