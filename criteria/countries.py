"""Country profiles: what national law adds, one file a country, each fact with its mark, its source and its days."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field, model_validator

from criteria.codes import Country, FormKind, LimitKind, Status, Subject
from criteria.datafile import DATA, read_all
from criteria.law import needs_a_look, review_by
from criteria.problems import BadData
from criteria.prose import Frozen, InCurrency, Prose
from criteria.rule import Condition
from criteria.values import Slug

EURO = "EUR"


class Fact(Frozen, ABC):
    """What every national fact carries: how far it was checked, where, when, and from which day to which."""

    status: Status
    source: str
    checked_on: date
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_to or day)

    @property
    def review_by(self) -> date:
        return review_by(self.checked_on)

    @property
    @abstractmethod
    def citation(self) -> str:
        """Name the fact the way commands name it."""


class Named(Fact):
    """A fact with a name in a language of the country; it is never translated."""

    name: str = Field(min_length=2)
    language: str = Field(pattern=r"^[a-z]{2}$")

    @property
    def citation(self) -> str:
        return self.name


class NationalAct(Named):
    """The act that brings the directive into national law."""


class Form(Named):
    """A legal form: of bidding together, or of a social enterprise."""

    kind: FormKind
    says: Prose


class Body(Named):
    """Who advises buyers, publishes notices or hears complaints."""

    url: str = Field(pattern=r"^https?://")
    says: Prose


class Limit(Fact):
    """A value limit of national law, in the currency of the country."""

    kind: LimitKind
    of: Subject
    amount: Decimal = Field(gt=0)
    currency: str = Field(EURO, pattern=r"^[A-Z]{3}$")
    note: Prose = ""

    @property
    def citation(self) -> str:
        return f"{self.kind.label} {self.amount} {self.currency}, {self.of.label.lower()}"

    @property
    def shown(self) -> InCurrency:
        return InCurrency(self.amount, self.currency)


class Duty(Frozen):
    """A duty of national law: the provision that sets it, and what the buyer does about it."""

    law: Slug
    todo: Prose
    when: tuple[Condition, ...] = ()


class Profile(Frozen):
    """One country; facts take source, day of the check and language from the head of the file unless they say their own."""

    id: str
    acts: tuple[NationalAct, ...] = Field(min_length=1)
    limits: tuple[Limit, ...] = ()
    duties: tuple[Duty, ...] = ()
    forms: tuple[Form, ...] = ()
    bodies: tuple[Body, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _facts_inherit(cls, content: Any) -> Any:
        head = {key: content[key] for key in _HEAD if key in content}
        return {
            key: [{**{name: head[name] for name in head if name in _KINDS[key].model_fields}, **one} for one in value]
            if key in _KINDS else value
            for key, value in content.items() if key not in head
        }

    @property
    def country(self) -> Country:
        return Country(self.id.upper())

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (*self.acts, *self.limits, *self.forms, *self.bodies)

    def past_review(self, day: date) -> list[tuple[str, Fact]]:
        """List the facts in force that somebody should look at again, each under the name of this file."""
        held = (one for one in self.facts if one.holds(day))
        return [(f"countries/{self.id}", one) for one in held if needs_a_look(one.status, one.review_by, one.valid_to, day)]


_HEAD = ("source", "checked_on", "language")
_KINDS: Mapping[str, type[Fact]] = {"acts": NationalAct, "limits": Limit, "forms": Form, "bodies": Body}


def load_countries() -> Mapping[Country, Profile]:
    """Read the country files, one for each member state; raise BadData naming file and key."""
    found = {one.id: one for one in read_all(DATA / "countries", Profile)}
    for country in Country:
        if country.lower() not in found:
            raise BadData(f"countries/{country.lower()}.toml", "", "this file is missing; every member state has one")
    for name in found:
        if name.upper() not in list(Country):
            raise BadData(f"countries/{name}.toml", "id", "this is no member state")
    return {one.country: one for one in found.values()}
