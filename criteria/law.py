"""Law as dated data: parameters with values by day, and provisions in our own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Self

from pydantic import Field, model_validator

from criteria.codes import Country, Status
from criteria.datafile import DATA, read_all
from criteria.problems import BadData
from criteria.prose import Frozen, Prose
from criteria.values import Slug

REVIEW_MONTHS = 12


def review_by(checked_on: date) -> date:
    """Give the day from which somebody should look again: a year after the last look."""
    years, month = divmod(checked_on.month - 1 + REVIEW_MONTHS, 12)
    return checked_on.replace(year=checked_on.year + years, month=month + 1, day=1)


def needs_a_look(status: Status, again_by: date, valid_to: date | None, day: date) -> bool:
    """Say whether something in force was looked at too long ago, is not fully checked, or ends within 90 days."""
    return again_by <= day or status is not Status.VERIFIED or (valid_to is not None and (valid_to - day).days < 90)


class NotInForce(LookupError):
    """No value of a law parameter is known for the day asked."""

    def __init__(self, parameter: "Parameter", day: date) -> None:
        super().__init__(f"{parameter.id}: no value for {day.isoformat()}")
        self.parameter, self.day = parameter, day


class Source(Frozen):
    """Where something was read: `criteria/data/sources.toml`; `read` says which copy and how much of it."""

    id: str
    title: Prose
    read: Prose = ""
    url: str
    read_on: date


class Value(Frozen):
    """What a parameter was between two days, the act that says so, and where that was read."""

    valid_from: date
    valid_to: date | None = None
    repealed: bool = False
    amount: Decimal | None = None
    codes: tuple[str, ...] = ()
    days: dict[str, int] = Field(default_factory=dict)
    possible: bool | None = None
    act: Prose
    article: Prose = ""
    note: Prose = ""
    source: str
    status: Status
    checked_on: date

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def review_by(self) -> date:
        return review_by(self.checked_on)

    @property
    def citation(self) -> str:
        return f"{self.act}, {self.article}" if self.article else self.act


class Parameter(Frozen):
    """One figure, list or option of the law; one file, its values in the order of their days."""

    id: str
    title: Prose
    unit: str = ""
    jurisdiction: str = Field("eu", pattern=r"^(eu|[a-z]{2})$")
    values: tuple[Value, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _values_follow_one_another(self) -> Self:
        for earlier, later in zip(self.values, self.values[1:], strict=False):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                raise ValueError(f"the value from {later.valid_from} begins before the one before it ends")
        return self

    def on(self, day: date) -> Value:
        """Give the value in force on a day; raise NotInForce outside the known days or after repeal."""
        for value in self.values:
            if value.holds(day) and not value.repealed:
                return value
        raise NotInForce(self, day)


class Provision(Frozen):
    """One article of one act, said in our own words; `concession` names what takes its place in a concession."""

    id: Slug
    act: Prose
    article: Prose
    says: Prose
    concession: str = ""
    valid_from: date
    valid_to: date | None = None
    status: Status
    source: str
    checked_on: date
    jurisdiction: str = "eu"

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Act(Frozen):
    """An act and those of its provisions that the catalogue and the rules cite."""

    id: str
    title: Prose
    short: Prose
    source: str
    valid_from: date
    jurisdiction: str = "eu"
    checked_on: date
    provisions: tuple["ActProvision", ...] = Field(min_length=1)


class ActProvision(Frozen):
    id: Slug
    article: Prose
    says: Prose
    concession: str = ""
    status: Status
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None
    checked_on: date | None = None


@dataclass(frozen=True)
class Law:
    """All parameters and provisions; ask with a day by `on(day)`."""

    parameters: Mapping[str, Parameter]
    provisions: Mapping[str, Provision]
    sources: Mapping[str, Source]

    def on(self, day: date) -> "LawOnDay":
        return LawOnDay(self, day)

    @cached_property
    def said(self) -> Mapping[tuple[str, str], str]:
        """What each article says, by act and article."""
        return {(one.act, one.article): one.says for one in self.provisions.values()}

    def past_review(self, day: date) -> list[tuple[str, Value]]:
        """List parameter values in force that were looked at too long ago, are unchecked or end within 90 days."""
        return [
            (parameter.id, value)
            for parameter in self.parameters.values()
            for value in parameter.values[-1:]
            if needs_a_look(value.status, value.review_by, value.valid_to, day)
        ]


@dataclass(frozen=True)
class LawOnDay:
    """The law as it stands on one day; nothing is answered for another day."""

    law: Law
    day: date

    def value(self, parameter: str) -> Value:
        """Give a parameter's value on the day; raise NotInForce, or KeyError for an unknown parameter."""
        return self.law.parameters[parameter].on(self.day)

    def amount(self, parameter: str) -> Decimal:
        amount = self.value(parameter).amount
        if amount is None:
            raise BadData(parameter, "amount", "this parameter has no amount")
        return amount

    def national(self, name: str, country: Country | None) -> Value | None:
        """Give a country's own value, `xx-name`; None where this program holds none for that day."""
        parameter = self.law.parameters.get(f"{country.lower()}-{name}") if country else None
        try:
            return parameter.on(self.day) if parameter else None
        except NotInForce:
            return None

    def currency(self, country: Country | None) -> str | None:
        """Give the currency of a country outside the euro; None where it has the euro on that day."""
        value = self.national("currency", country)
        return value.codes[0] if value else None

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return self.law.sources


class _Sources(Frozen):
    sources: dict[str, dict[str, Any]]


def load_law() -> Law:
    """Read and check every law file; raise BadData naming file and key."""
    sources = _sources()
    parameters = {one.id: one for one in read_all(DATA / "law", Parameter)}
    provisions: dict[str, Provision] = {}
    for act in read_all(DATA / "provisions", Act):
        for one in act.provisions:
            if one.id in provisions:
                raise BadData(f"provisions/{act.id}.toml", one.id, "this provision stands twice")
            provisions[one.id] = _provision(act, one)
    for name, source in _cited(parameters, provisions):
        if source not in sources:
            raise BadData(name, "source", f"no source '{source}' in sources.toml")
    return Law(parameters, provisions, sources)


def _sources() -> dict[str, Source]:
    from criteria.datafile import read

    content = read(DATA / "sources.toml", _Sources).sources
    return {key: Source(id=key, **fields) for key, fields in content.items()}


def _provision(act: Act, one: ActProvision) -> Provision:
    return Provision(
        id=one.id, act=act.short, article=one.article, says=one.says, concession=one.concession, status=one.status,
        valid_from=one.valid_from or act.valid_from, valid_to=one.valid_to,
        source=one.source or act.source, checked_on=one.checked_on or act.checked_on, jurisdiction=act.jurisdiction,
    )


def _cited(parameters: Mapping[str, Parameter], provisions: Mapping[str, Provision]) -> list[tuple[str, str]]:
    return [
        *((one.id, value.source) for one in parameters.values() for value in one.values),
        *((one.id, one.source) for one in provisions.values()),
    ]
