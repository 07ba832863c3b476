"""Precedents: the cases nearest to a purchase, in an order that is stated and the same for the same facts."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from criteria.cases import Case
from criteria.codes import PurchaseFamily, Strength
from criteria.criterion import Criterion

MOST = 2
# Contract values in euro at which a purchase becomes another kind of undertaking; a rule of thumb.
STEPS = (Decimal(50_000), Decimal(250_000), Decimal(1_000_000), Decimal(10_000_000))


@dataclass(frozen=True, slots=True)
class Sought:
    """What a precedent should be like; what is not known plays no part."""

    family: PurchaseFamily | None = None
    country: str | None = None
    value: Decimal | None = None
    criteria: frozenset[str] = frozenset()


class Precedent(NamedTuple):
    """A case beside a criterion; `shows` says whether it used this very clause or only one like it."""

    case: Case
    shows: bool


def nearest(cases: Iterable[Case], sought: Sought) -> list[Case]:
    """Sort cases, nearest first.

    The order: same trade; same country; fewest steps of contract value away (a value not known comes last);
    most criteria in common; stronger evidence; newer; name.
    """
    grades = list(Strength)

    def distance(case: Case) -> tuple[bool, bool, int, int, int, int, str]:
        return (
            sought.family is None or case.family != sought.family,
            sought.country is None or case.country != sought.country,
            steps_between(case.value, sought.value),
            -len(sought.criteria & set(case.criteria)),
            grades.index(case.evidence),
            -case.year,
            case.id,
        )

    return sorted(cases, key=distance)


def steps_between(one: Decimal | None, other: Decimal | None) -> int:
    """Count the steps of contract value (in euro) between two purchases; one more than possible if one is not known."""
    if one is None or other is None:
        return len(STEPS) + 1
    return abs(bisect_right(STEPS, one) - bisect_right(STEPS, other))


def beside(criterion: Criterion, cases: Iterable[Case], catalogue: Mapping[str, Criterion], sought: Sought) -> list[Precedent]:
    """Give at most two precedents for a criterion: those that used it, then those with a like clause, each nearest first.

    A like clause is one of the same family at the same stage; after those come any clause at that stage and any clause
    of that family.
    """
    ordered = nearest(cases, sought)
    like = {name for name, one in catalogue.items() if (one.family, one.stage) == (criterion.family, criterion.stage)}
    pools = (
        [case for case in ordered if criterion.id in case.criteria],
        [case for case in ordered if like & set(case.criteria)],
        [case for case in ordered if criterion.stage in case.stages],
        [case for case in ordered if any(catalogue[name].family == criterion.family for name in case.criteria)],
    )
    chosen = {case.id: case for pool in pools for case in pool}
    return [Precedent(case, criterion.id in case.criteria) for case in list(chosen.values())[:MOST]]
