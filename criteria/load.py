"""How much a tender can carry: numbers of criteria, points, pages, checker's hours; all are rules of thumb."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from criteria.codes import Path, Stage, SupplierCount
from criteria.criterion import Criterion, Incompatible
from criteria.prose import Frozen, PerCent, Prose, Sentence
from criteria.tender import Tender


class Limit(Frozen):
    """A figure for ordinary tenders and the one that a second fact calls for, with the reason."""

    usual: Decimal
    other: Decimal
    because: Prose


class Load(Frozen):
    """The limits of `criteria/data/load.toml`."""

    stages: dict[Stage, Limit]
    social_points: Limit
    answer_pages: Limit
    checker_hours: Prose
    beside: Prose
    small_contract: Decimal
    bids: dict[SupplierCount, int]


Bars = Mapping[str, Mapping[str, Incompatible]]


def bars_between(catalogue: Mapping[str, Criterion]) -> Bars:
    """For each criterion, those it must not stand beside, whichever of the two files says so."""
    bars: dict[str, dict[str, Incompatible]] = {name: {} for name in catalogue}
    for one in catalogue.values():
        for bar in one.incompatible:
            bars[one.id][bar.criterion] = bars[bar.criterion][one.id] = bar
    return bars


@dataclass
class Carried:
    """What a design carries so far; `room_for` says why one more criterion would be too much."""

    tender: Tender
    load: Load
    bars: Bars
    light_regime: bool
    criteria: dict[str, Criterion] = field(default_factory=dict)
    hours: Decimal = Decimal(0)
    points: Decimal = Decimal(0)
    pages: Decimal = Decimal(0)

    def take(self, criterion: Criterion) -> None:
        self.criteria[criterion.id] = criterion
        self.hours += criterion.effort.checker
        self.points += criterion.weight.default if criterion.weight else 0
        self.pages += criterion.answer_pages

    def room_for(self, one: Criterion) -> Sentence | None:
        """Give the reason why `one` does not fit beside what was taken; None where there is room."""
        for too_much in (self._clash, self._number, self._points, self._pages, self._hours):
            if reason := too_much(one):
                return reason
        return None

    def _clash(self, one: Criterion) -> Sentence | None:
        return clash(one, self.criteria.values(), self.bars)

    def _number(self, one: Criterion) -> Sentence | None:
        limit = self.load.stages.get(one.stage)
        if limit is None or one.law_based or one.always:
            return None
        most = limit.other if self._wide(one.stage) else limit.usual
        taken = len([1 for other in self.criteria.values() if other.stage is one.stage and not (other.law_based or other.always)])
        return Sentence(limit.because, {"most": int(most)}) if taken >= most else None

    def _wide(self, stage: Stage) -> bool:
        if self.tender.path is Path.QUICK:
            return False
        value = self.tender.estimated_value
        return stage is not Stage.PERFORMANCE_CONDITION or value is None or value >= self.load.small_contract

    def _points(self, one: Criterion) -> Sentence | None:
        if one.weight is None:
            return None
        most = self.load.social_points.other if self.light_regime else self.load.social_points.usual
        too_many = self.points + one.weight.default > most
        return Sentence(self.load.social_points.because, {"most": PerCent(most)}) if too_many else None

    def _pages(self, one: Criterion) -> Sentence | None:
        limit = self.load.answer_pages
        most = limit.usual if self.tender.path is Path.QUICK else limit.other
        too_many = one.answer_pages and self.pages + one.answer_pages > most
        return Sentence(limit.because, {"most": int(most)}) if too_many else None

    def _hours(self, one: Criterion) -> Sentence | None:
        hours = self.tender.follow_up.checker_hours
        if hours is None or not one.effort.checker or one.law_based or one.always:
            return None
        too_many = self.hours + one.effort.checker > hours
        return Sentence(self.load.checker_hours, {"hours": hours}) if too_many else None


def clash(one: Criterion, others: Iterable[Criterion], bars: Bars, points: Mapping[str, Decimal] | None = None) -> Sentence | None:
    """Give the reason why a criterion must not stand beside one of the others; None where none is."""
    own = bars[one.id]
    for other in others if own else ():
        bar = own.get(other.id)
        if bar and _over(bar.combined_points_at_most, one, other, points or {}):
            return Sentence(bar.because)
    return None


def _over(most: Decimal | None, one: Criterion, other: Criterion, points: Mapping[str, Decimal]) -> bool:
    if most is None:
        return True
    return sum((points.get(each.id, each.weight.default) for each in (one, other) if each.weight), Decimal(0)) > most
