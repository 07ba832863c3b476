"""The ground a statement stands on: act, article, what it says, how and when it was checked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from criteria.codes import Status
from criteria.law import Provision, Value


@dataclass(frozen=True, slots=True)
class Basis:
    citation: str
    says: str
    status: Status
    source: str
    checked_on: date
    id: str = ""

    def as_data(self) -> dict[str, Any]:
        """Give the plain data that interface section 3 promises."""
        return {
            "citation": self.citation, "says": self.says, "status": self.status.value,
            "source": self.source, "checked_on": self.checked_on.isoformat(),
        }


def of_value(value: Value, title: str = "") -> Basis:
    return Basis(value.citation, value.note or title, value.status, value.source, value.checked_on)


def of_provision(provision: Provision) -> Basis:
    return Basis(
        f"{provision.act}, {provision.article}", provision.says,
        provision.status, provision.source, provision.checked_on, provision.id,
    )
