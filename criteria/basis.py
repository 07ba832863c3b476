"""The ground a statement stands on: act, article, what it says, how and when it was checked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from criteria.codes import Status
from criteria.law import Provision, Value


@dataclass(frozen=True, slots=True)
class Basis:
    act: str
    article: str
    says: str
    status: Status
    source: str
    checked_on: date
    id: str = ""

    @property
    def citation(self) -> str:
        """Act and article in English, the way data and commands name them."""
        return f"{self.act}, {self.article}" if self.article else self.act

    def as_data(self) -> dict[str, Any]:
        """Give the plain data that interface section 3 promises."""
        return {
            "citation": self.citation, "says": self.says, "status": self.status.value,
            "source": self.source, "checked_on": self.checked_on.isoformat(),
        }


def of_value(value: Value, title: str = "") -> Basis:
    return Basis(value.act, value.article, value.note or title, value.status, value.source, value.checked_on)


def of_provision(one: Provision) -> Basis:
    return Basis(one.act, one.article, one.says, one.status, one.source, one.checked_on, one.id)
