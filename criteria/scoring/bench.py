"""The what-if bench: invented bids for announced weights, who wins at which weight, and what a social point is worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from criteria.datafile import DATA, read
from criteria.prose import N_, Frozen, Money, PerCent, Prose, Sentence
from criteria.scoring.checking import check
from criteria.scoring.contest import PRICE, Contest, contest_of, play
from criteria.scoring.doctor.design_signs import decorates
from criteria.scoring.evaluation import Bid, Evaluation, Formula, QualityCriterion
from criteria.scoring.exact import ZERO, decimal
from criteria.scoring.formulas import PRICING
from criteria.scoring.measure import measure_of
from criteria.scoring.result import Result
from criteria.scoring.worth import price_for_criteria, price_for_points

# How many losing bids are tried when asking whether a weight can change the winner.
_MOST_TRIED = 24


class InventedBid(Frozen):
    """A kind of bidder: its price against the reference price, its share of quality and of social points."""

    id: str
    title: Prose
    price_percent: Decimal
    quality_percent: Decimal
    social_percent: Decimal
    watched: bool = False


class BenchData(Frozen):
    reference_price: Decimal
    note: Prose
    bids: tuple[InventedBid, ...]


@cache
def bench_data() -> BenchData:
    """Read the invented bids; raise BadData naming file and key."""
    return read(DATA / "bench.toml", BenchData)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Between two weights, in percent of all points, these bids come first; exact where the lines are straight."""

    start: Fraction
    end: Fraction
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sweep:
    """Who wins as one part's weight goes from 0 to 100 %, the others shrinking in proportion."""

    part: str
    weight: Fraction
    stretches: tuple[Stretch, ...]
    decorative: bool

    @property
    def smallest_change(self) -> Fraction | None:
        """The weight nearest to the announced one from which another bid comes first; None if there is none."""
        here = next(one for one in self.stretches if one.start <= self.weight <= one.end)
        edges = [edge for one in self.stretches if one.first != here.first for edge in (one.start, one.end)]
        return min(edges, key=lambda edge: abs(edge - self.weight), default=None)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """All that the bench says of one design."""

    result: Result
    margin: Fraction | None
    sweeps: tuple[Sweep, ...]
    price_of_one_point: Fraction | None
    price_of_social_block: Fraction | None
    effect: Sentence


def invented(evaluation: Evaluation, social: Sequence[str], number: int = 6, usual: Decimal | None = None) -> Evaluation:
    """Replace the bids of a design by four to six invented ones around its budget, estimate or bounds.

    `social` names the criteria that are social aims; `usual` is the price in euro, net of VAT, where the rule names
    none. A fixed price stays without prices.
    """
    reference = reference_price(evaluation, usual)
    kinds = bench_data().bids[: max(4, min(6, number))]
    bids = tuple(
        Bid(
            id=kind.id,
            price=None if evaluation.price.formula is Formula.FIXED_PRICE else (reference * kind.price_percent / 100).quantize(Decimal("0.01")),
            scores={one.id: _score(one, kind.social_percent if one.id in social else kind.quality_percent) for one in evaluation.criteria},
        )
        for kind in kinds
    )
    return evaluation.model_copy(update={"bids": bids})


def reference_price(evaluation: Evaluation, usual: Decimal | None = None) -> Decimal:
    """The price that the invented bids lie around: within budget, estimate or announced bounds, else the usual one or a round figure."""
    price = evaluation.price
    if price.maximum is not None:
        return ((price.minimum or Decimal(0)) + price.maximum) / 2
    if price.budget is not None:
        return price.budget * Decimal("0.9")
    return price.estimate or usual or bench_data().reference_price


def what_if(evaluation: Evaluation, social: Sequence[str] = (), usual: Decimal | None = None) -> WhatIf:
    """Score the bids, sweep every weight, price a social point, say the effect; raise BadInput."""
    check(evaluation)
    contest = contest_of(evaluation)
    result = Result(evaluation, contest, play(contest))
    parts = [*([PRICE] if contest.price.formula in PRICING else []), *(one.id for one in contest.measures)]
    reference = Fraction(reference_price(evaluation, usual))
    return WhatIf(
        result, _margin(result), tuple(sweep(contest, part) for part in parts),
        price_for_points(contest, result.standing, reference, Fraction(1)),
        price_for_criteria(contest, result.standing, reference, social),
        _effect(result, social),
    )


def sweep(contest: Contest, part: str) -> Sweep:
    """Give the winner at every weight of one part from 0 to 100 %, with exact edges.

    Totals are straight lines of the weight; rounding, a corridor and tie-breaks are left aside.
    """
    ended = play(contest)
    measure = next((one for one in contest.measures if one.id == part), None)
    others = [name for name in ended.ranks if name not in ended.first][:_MOST_TRIED]
    decorative = bool(
        measure and measure.best and len(ended.first) == 1 and others and decorates(contest, ended, ended.first[0], others, measure)
    )
    return Sweep(part, _weight(contest, part), _stretches(_lines(contest, part)), decorative)


def _most(contest: Contest) -> Mapping[str, Fraction]:
    """The most that each part can give: points, or the deduction from an average price."""
    if contest.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
        prices = [entry.price or ZERO for entry in contest.entries]
        average = sum(prices, ZERO) / len(prices)
        return {one.id: ZERO if one.best is None else one.money(one.best, average).value for one in contest.measures}
    most = {measure.id: measure.most or ZERO for measure in contest.measures}
    return {PRICE: contest.rule.points, **most} if contest.price.formula in PRICING else most


def _weight(contest: Contest, part: str) -> Fraction:
    most = _most(contest)
    total = sum(most.values(), ZERO)
    return most[part] / total * 100 if total else ZERO


def _lines(contest: Contest, part: str) -> Mapping[str, tuple[Fraction, Fraction]]:
    """For each admitted bid its merit at weight 0 and at weight 100 %; merit is higher for the better bid."""
    most = _most(contest)
    total = sum(most.values(), ZERO)
    others = total - most[part]
    lines = {}
    for name, row in play(contest.unrounded()).rows.items():
        earned = {measure.id: term.value for measure, term in zip(contest.measures, row.terms, strict=True)}
        if contest.price.formula in PRICING and row.price_term:
            earned[PRICE] = row.price_term.value
        mine, rest = earned.pop(part), sum(earned.values(), ZERO)
        without = rest * total / others if others else ZERO
        alone = mine * total / most[part] if most[part] else ZERO
        lines[name] = _merit(contest, row.price, without), _merit(contest, row.price, alone)
    return lines


def _merit(contest: Contest, price: Fraction | None, quality: Fraction) -> Fraction:
    """What ranks a bid, as a straight line of its quality: the sum, quality for each euro, or quality less price."""
    if contest.price.formula is Formula.PRICE_PER_QUALITY:
        return quality / (price or Fraction(1))
    if contest.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
        return quality - (price or ZERO)
    return quality


def _stretches(lines: Mapping[str, tuple[Fraction, Fraction]]) -> tuple[Stretch, ...]:
    """Walk along the upper edge of the lines from 0 to 100; bids on one line share a stretch."""
    stretches: list[Stretch] = []
    start, whole = ZERO, Fraction(100)
    while start < whole:
        top = max(((_at(line, start), _slope(line)) for line in lines.values()), default=(ZERO, ZERO))
        first = tuple(name for name, line in lines.items() if (_at(line, start), _slope(line)) == top)
        turns = (
            start + (top[0] - _at(line, start)) * whole / (_slope(line) - top[1]) for line in lines.values() if _slope(line) > top[1]
        )
        end = min(turns, default=whole)
        stretches.append(Stretch(start, min(end, whole), first))
        start = end
    return tuple(stretches)


def _slope(line: tuple[Fraction, Fraction]) -> Fraction:
    return line[1] - line[0]


def _at(line: tuple[Fraction, Fraction], weight: Fraction) -> Fraction:
    """The merit at a weight in percent."""
    return line[0] + _slope(line) * weight / 100


def _margin(result: Result) -> Fraction | None:
    """By how much the first bid leads the second, in the unit of the totals."""
    totals = [row.total for row in result.rows.values()]
    return abs(totals[0] - totals[1]) if len(totals) > 1 else None


def _score(one: QualityCriterion, percent: Decimal) -> Decimal:
    """The score that earns about this share of the criterion."""
    best = measure_of(one).best
    if best is None:
        return Decimal(0)
    if one.quantity:
        return one.quantity.minimum + (one.quantity.cap - one.quantity.minimum) * percent / 100
    exact = decimal(best) * percent / 100
    return exact.quantize(Decimal(1)) if one.scale is not None and one.scale >= 3 else exact


def _effect(result: Result, social: Sequence[str]) -> Sentence:
    """What the weights do to the bids of small and social bidders, in one sentence."""
    watched = next((kind for kind in bench_data().bids if kind.watched and kind.id in result.ranks), None)
    share = PerCent(decimal(sum((_weight(result.contest, name) for name in social), ZERO), 1))
    if watched is None:
        return Sentence(N_("Social criteria make up {share} of the points."), {"share": share})
    row, rank = result.rows[watched.id], result.ranks[watched.id]
    prices = [one.price for one in result.rows.values() if one.price is not None]
    more = (row.price or ZERO) - min(prices, default=ZERO)
    values = {
        "share": share, "bid": Sentence(watched.title), "more": Money(decimal(more, 2)), "rank": rank, "number": len(result.ranks),
    }
    if result.winner == watched.id and more > 0:
        return Sentence(N_("With {share} of the points on social criteria, this bid wins although it costs {more} more than the cheapest: {bid}."), values)
    return Sentence(N_("With {share} of the points on social criteria, this bid takes place {rank} of {number}: {bid}."), values)


