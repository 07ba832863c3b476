"""Case: a worked tender and what is expected of its advice; a test, a demo and an exercise at once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from criteria.codes import Country, PurchaseFamily, Stage
from criteria.datafile import DATA, read_all
from criteria.design_file import read_design
from criteria.prose import Frozen, Prose
from criteria.tender import Tender
from criteria.values import Slug


class CaseSource(Frozen):
    """Where a case was read: `title` as it was published, in its own language, or `called` in our words, translated."""

    title: str = ""
    called: Prose = ""
    url: str

    @model_validator(mode="after")
    def _has_one_name(self) -> Self:
        if bool(self.title) == bool(self.called):
            raise ValueError("give either title, as published, or called, in our words")
        return self

    @property
    def name(self) -> str:
        return self.title or self.called


class Case(Frozen):
    """What was really bought and used, in our words, and what the advice must and must not hold."""

    id: Slug
    title: Prose
    place: str
    country: Country | Literal["NO", "GB", "CH"]
    year: int = Field(ge=1990, le=2027)
    family: PurchaseFamily
    value: Decimal | None = Field(None, ge=0)
    stages: tuple[Stage, ...]
    criteria: tuple[Slug, ...] = ()
    story: Prose
    used: Prose
    outcome: Prose
    copy_this: Prose
    caution: Prose
    evidence: Literal["A", "B", "C"]
    sources: tuple[CaseSource, ...] = Field(min_length=1)
    checked_on: date
    demo: bool = False
    must_contain: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()

    @property
    def design_file(self) -> Path:
        return DATA / "cases" / f"{self.id}.tender.json"

    @property
    def design(self) -> Tender:
        """The facts of a worked case, from the `.tender.json` beside it."""
        return read_design(self.design_file.read_bytes())


def load_cases() -> Mapping[str, Case]:
    """Read the case files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "cases", Case)}
