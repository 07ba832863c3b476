"""Case: a worked tender and what is expected of its advice; a test, a demo and an exercise at once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from criteria.codes import Country, Objective, PlaceSize, PurchaseFamily, Stage, Strength
from criteria.datafile import DATA, read_all
from criteria.design_file import read_design, tender_from
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
    """What was really bought and used, in our words, and what the advice must and must not hold.

    `value` is the contract value in euro as the source gives it, `size` a coarse band of the place; `pattern` is the
    wording pattern behind what was used, in our words. What a source does not say stays absent.
    """

    id: Slug
    title: Prose
    place: Prose
    country: Country | Literal["NO", "GB", "CH"]
    year: int = Field(ge=1990, le=2027)
    family: PurchaseFamily
    value: Decimal | None = Field(None, ge=0)
    size: PlaceSize | None = None
    stages: tuple[Stage, ...]
    goals: tuple[Objective, ...] = Field(min_length=1, max_length=3)
    criteria: tuple[Slug, ...] = ()
    story: Prose
    used: Prose
    pattern: Prose | None = None
    outcome: Prose
    copy_this: Prose
    caution: Prose
    evidence: Strength
    sources: tuple[CaseSource, ...] = Field(min_length=1)
    checked_on: date
    demo: bool = False
    must_contain: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()
    words: dict[str, Prose] = Field(default_factory=dict)
    lot_titles: dict[str, Prose] = Field(default_factory=dict)

    @property
    def design_file(self) -> Path:
        return DATA / "cases" / f"{self.id}.tender.json"

    @property
    def design(self) -> Tender:
        """The facts of a worked case: the `.tender.json` beside it, with the words that `words` gives to its keys."""
        facts = read_design(self.design_file.read_bytes())
        lots = facts.lots and tuple([lot.model_copy(update={"title": self.lot_titles.get(lot.id)}) for lot in facts.lots])
        content = facts.model_dump(by_alias=True, exclude_none=True) | ({"lots": lots} if lots else {})
        for path, text in self.words.items():
            group, _, name = path.rpartition(".")
            (content[group] if group else content)[name] = text
        return tender_from(content)

    @property
    def facts(self) -> Tender:
        """What is known of the purchase: the design of a worked case, else country, trade and contract value."""
        if self.demo:
            return self.design
        known = {"country": self.country if self.country in set(Country) else None, "family": self.family, "estimated_value": self.value}
        return tender_from({"schema": 1, **{name: value for name, value in known.items() if value is not None}})


def load_cases() -> Mapping[str, Case]:
    """Read the case files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "cases", Case)}
