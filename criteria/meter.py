"""The effort meter: hours of bidder, evaluator and checker for each item and in sum, and what to take out over the cap."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from criteria.codes import Family, SupplierCount
from criteria.criterion import Criterion
from criteria.effort import Effort, total
from criteria.prose import N_, Sentence


class Item(NamedTuple):
    """One criterion in use and how well it serves the tender; the higher the rank, the better."""

    criterion: Criterion
    rank: int


class Proposal(NamedTuple):
    """An item to take out, the hours a month it sets free, and why this one."""

    criterion: str
    hours: Decimal
    because: Sentence


@dataclass(frozen=True, slots=True)
class Meter:
    """Hours once for a bidder, for each bid, and for each month of the contract."""

    items: tuple[Item, ...]
    sum: Effort
    cap: Decimal | None
    bids: int | None
    proposals: tuple[Proposal, ...]

    @property
    def over(self) -> Decimal:
        """Hours a month that the checker does not have; 0 where there is room or the cap is not known."""
        return Decimal(0) if self.cap is None else max(self.sum.checker - self.cap, Decimal(0))

    @property
    def evaluator_hours(self) -> Decimal | None:
        """Hours to score all bids that are expected; None while nobody knows how many will come."""
        return None if self.bids is None else self.sum.evaluator * self.bids


def meter_of(
    items: Sequence[Item], cap: Decimal | None, suppliers: SupplierCount | None, bids: Mapping[SupplierCount, int]
) -> Meter:
    """Add up the hours and, over the cap of the checker, name the least valuable items whose removal is enough."""
    added = total(item.criterion.effort for item in items)
    proposals = () if cap is None else _proposals(items, added.checker - cap, cap)
    return Meter(tuple(items), added, cap, bids[suppliers] if suppliers else None, proposals)


def _proposals(items: Sequence[Item], over: Decimal, cap: Decimal) -> tuple[Proposal, ...]:
    """Take the lowest ranks until it fits, then keep again, best first, what need not go."""
    taken: list[Item] = []
    for item in sorted(_removable(items), key=lambda one: (one.rank, -one.criterion.effort.checker)):
        if _hours(taken) >= over:
            break
        taken.append(item)
    for item in reversed(list(taken)):
        if _hours(taken) - item.criterion.effort.checker >= over:
            taken.remove(item)
    return tuple(Proposal(one.criterion.id, one.criterion.effort.checker, _because(one, cap)) for one in taken)


def _removable(items: Sequence[Item]) -> list[Item]:
    """What the law asks for, what belongs in every tender and the last item on equality stay."""
    equality = [item for item in items if item.criterion.family is Family.EQUALITY]
    last = equality[0].criterion.id if len(equality) == 1 else None
    return [
        item for item in items
        if item.criterion.effort.checker and not (item.criterion.law_based or item.criterion.always) and item.criterion.id != last
    ]


def _hours(items: Iterable[Item]) -> Decimal:
    return sum((item.criterion.effort.checker for item in items), Decimal(0))


def _because(item: Item, cap: Decimal) -> Sentence:
    text = N_(
        "It takes {hours} hours a month of the {cap} your checker has. Among what would free enough hours, it serves your goals least."
    )
    return Sentence(text, {"hours": item.criterion.effort.checker, "cap": cap})
