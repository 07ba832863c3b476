"""The gaps in model wordings that a tender fills; a gap nobody can fill yet is shown in brackets."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from criteria.facts import Situation
from criteria.law import LawOnDay, Value
from criteria.prose import N_, Money, PerCent

_GAP = re.compile(r"\{([a-z0-9_]+)\}")
INTEGRATION_SHARE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What to show in brackets while it is open, and how the tender fills it."""

    label: str
    fill: Callable[[Situation, LawOnDay], Any]


def gaps(text: str) -> Iterator[str]:
    """Name the gaps of a wording in their order."""
    return (match[1] for match in _GAP.finditer(text))


class HoursWorking(NamedTuple):
    """How integration hours come about: value in EUR, labour share in percent, cost of an hour, hours."""

    value: Decimal
    share: Decimal
    cost: Value
    hours: int


def hours_working(here: Situation, law: LawOnDay) -> HoursWorking | None:
    """Value × labour share ÷ hourly labour cost × 5 %, rounded down to ten hours; None where a part is open."""
    cost = law.national("hourly-labour-cost", here.tender.country)
    share, value = here.value("labour_share"), here.tender.estimated_value
    if cost is None or not cost.amount or share is None or value is None:
        return None
    hours = int(value * share / 100 / cost.amount * INTEGRATION_SHARE) // 10 * 10
    return HoursWorking(value, share, cost, hours) if hours else None


def integration_hours(here: Situation, law: LawOnDay) -> int | None:
    working = hours_working(here, law)
    return working.hours if working else None


def _points(here: Situation, law: LawOnDay) -> Any:
    return here.choice.weight if here.choice else None


def _detail(question: str, name: str) -> Callable[[Situation, LawOnDay], Any]:
    return lambda here, law: here.regime[question].details.get(name)


def _share(here: Situation, law: LawOnDay) -> PerCent | None:
    share = here.regime["art20"].details.get("share")
    return PerCent(share) if share is not None else None


def _money(fact: str) -> Callable[[Situation, LawOnDay], Any]:
    def fill(here: Situation, law: LawOnDay) -> Any:
        value = here.value(fact)
        return None if value is None else Money(value)

    return fill


PLACEHOLDERS: Mapping[str, Placeholder] = {
    "points": Placeholder(N_("points"), _points),
    "service": Placeholder(N_("what is bought"), lambda here, law: here.purchase.service if here.purchase else None),
    "title": Placeholder(N_("title of the tender"), lambda here, law: here.tender.title),
    "purpose": Placeholder(N_("purpose"), lambda here, law: here.tender.purpose),
    "authority": Placeholder(N_("name of the authority"), lambda here, law: here.tender.authority.name),
    "area": Placeholder(N_("area"), lambda here, law: here.tender.region),
    "months": Placeholder(N_("number of months"), lambda here, law: here.tender.duration_months),
    "value": Placeholder(N_("estimated value"), _money("estimated_value")),
    "checker": Placeholder(N_("person who checks"), lambda here, law: here.tender.follow_up.checker),
    "hours": Placeholder(N_("number of hours"), integration_hours),
    "share": Placeholder(N_("minimum share"), _share),
    "provision": Placeholder(N_("national provision"), _detail("art20", "provision")),
    "provision77": Placeholder(N_("national provision"), _detail("art77", "provision")),
}
