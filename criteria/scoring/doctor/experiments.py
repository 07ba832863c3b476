"""Experiments on a formula alone: which promises it breaks, each with the smallest invented contest that shows it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from functools import cache
from itertools import permutations, product

from criteria.prose import N_, Sentence
from criteria.scoring.cards import Promise
from criteria.scoring.contest import Contest, Entry, Standing
from criteria.scoring.doctor.patient import money, played, points, promised
from criteria.scoring.evaluation import Formula, Price
from criteria.scoring.exact import ONE, ZERO
from criteria.scoring.formulas import PRICING, rule_of
from criteria.scoring.measure import Measure

_PRICES = tuple(Fraction(number, 10) for number in (10, 8, 12, 5, 30))
_SHARES = tuple(Fraction(number, 4) for number in (2, 4, 3, 1))
_MONEY = ("minimum", "maximum", "budget", "estimate")
# About what one forint is in euro: large enough a step to show what rounding does.
_ANOTHER_CURRENCY = Fraction(1, 400)
_CHEAPER = (Fraction(9, 10), Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Example:
    """Two contests that differ in one thing only, and how both end."""

    before: Contest
    after: Contest
    ended: Standing
    ends: Standing
    bid: str = ""


@cache
def counter_examples(price: Price) -> Mapping[Promise, Example]:
    """Give an example for each promise that this price rule is known to break; it must have all its parameters."""
    return broken(price, frozenset(Promise) - promised(price))


def broken(price: Price, wanted: frozenset[Promise] = frozenset(Promise)) -> Mapping[Promise, Example]:
    """Try a price rule on small invented contests; give an example for each promise that it breaks.

    The rule must have all its parameters, as `check` asks. Stops when all that is wanted was found.
    """
    found: dict[Promise, Example] = {}
    for contest in _contests(price):
        if wanted <= set(found):
            break
        ended = played(contest)
        if ended is None:
            continue
        for promise, experiment in EXPERIMENTS.items():
            if promise not in found:
                example = next(iter(experiment(contest, ended)), None)
                if example:
                    found[promise] = example
    return found


def in_words(promise: Promise, example: Example) -> Sentence:
    """Say a counter-example: the bids, what changes, and the order before and after."""
    bids = [
        Sentence(N_("{bid}: {price} and {points} for quality"), {"bid": one.id, "price": money(one.price or ZERO), "points": points(one.scores[0])})
        for one in example.before.entries
    ]
    changed = next((one for one in example.after.entries if one.id == example.bid), None)
    term = example.ended.rows[example.bid].price_term if promise is Promise.WITHIN_RANGE else None
    values = {
        "bids": bids, "bid": example.bid, "before": list(example.ended.ranks), "after": list(example.ends.ranks),
        "price": money(changed.price or ZERO) if changed else "", "points": points(term.value) if term else "",
    }
    return Sentence(_WORDS[promise], values)


def _contests(price: Price) -> Iterator[Contest]:
    """Two bids, then three made so that a small change could tip them, then any three."""
    rule, middle = rule_of(price), _middle(price)
    measure = _quality(price, middle)
    full = measure.full or ONE

    def contest(prices: Iterable[Fraction], shares: Iterable[Fraction]) -> Contest:
        pairs = zip("ABC", prices, shares, strict=False)
        return Contest(price, rule, (measure,), tuple(Entry(name, middle * one, (full * share,)) for name, one, share in pairs), None, None, ())

    yield from (contest(*pair) for pair in product(permutations(_PRICES, 2), product(_SHARES, repeat=2)))
    if price.formula in PRICING:
        for prices in permutations(_PRICES, 3):
            yield from _tipping(contest(prices, (ZERO, ZERO, ZERO)))
    if price.corridor_percent is not None:
        yield from (contest(*parts) for parts in _corridors(price))
    yield from (contest(*three) for three in product(permutations(_PRICES, 3), product(_SHARES[:2], repeat=3)))


def _tipping(contest: Contest) -> Iterator[Contest]:
    """Give B, or A, the quality that lies between two gaps: with and without C, and with A dearer and cheaper."""
    full = contest.measures[0].full or ONE
    cheaper = contest.changed("A", price=(contest.entries[0].price or ZERO) * _CHEAPER[0])
    for base, other in ((full / 4, contest.without("C")), (ZERO, cheaper)):
        both = [one for one in (played(contest), played(other)) if one and {"A", "B"} <= set(one.rows)]
        gaps = [_price_points(one, "A") - _price_points(one, "B") for one in both]
        lift = base + sum(gaps, ZERO) / 2
        if len(set(gaps)) == 2 and 0 <= lift <= full:
            yield contest.changed("A", scores={"q": base}).changed("B", scores={"q": lift})


def _corridors(price: Price) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    """Three bids, each inside the corridor of the one before it but not of the one before that."""
    step = Fraction(price.corridor_percent or 0) / 100 * 9 / 10
    falling = (ONE, Fraction(3, 4), Fraction(1, 2))
    if price.direction == "quality_over_price":
        quotients = [ONE, 1 - step, (1 - step) ** 2]
    else:
        quotients = [ONE, 1 / (1 + step), 1 / (1 + step) ** 2]
    if price.corridor_by == "price":
        yield list(falling), [one * quotient for one, quotient in zip(falling, quotients, strict=True)]
    else:
        rising = list(reversed(falling))
        yield [one / quotient for one, quotient in zip(rising, quotients, strict=True)], rising


def _price_points(standing: Standing, name: str) -> Fraction:
    term = standing.rows[name].price_term
    assert term
    return term.value


def _middle(price: Price) -> Fraction:
    """A price in the middle of what the rule is made for."""
    if price.maximum is not None:
        return (Fraction(price.minimum or 0) + Fraction(price.maximum)) / 2
    if price.budget is not None:
        return Fraction(price.budget) * 9 / 10
    return Fraction(price.estimate or 1000)


def _quality(price: Price, middle: Fraction) -> Measure:
    """One criterion whose score is its points, worth up to twice as much as the price."""
    adjusted = price.formula is Formula.QUALITY_ADJUSTED_PRICE
    return Measure(
        "q", "points", Fraction(price.points or 50) * 2, None, None, (), None, None,
        middle / 2 if adjusted else None, None, None, None,
    )


def _permuted(contest: Contest, ended: Standing) -> Iterable[Example]:
    after = contest.with_entries(reversed(contest.entries))
    ends = played(after)
    return [] if ends and dict(ends.ranks) == dict(ended.ranks) else [Example(contest, after, ended, ends or ended)]


def _scaled(contest: Contest, ended: Standing) -> Iterable[Example]:
    rule = contest.rule
    amounts = {one.name: getattr(rule, one.name) * _ANOTHER_CURRENCY for one in fields(rule) if one.name in _MONEY}
    measures = tuple(
        one if one.deduction is None else replace(one, deduction=one.deduction * _ANOTHER_CURRENCY) for one in contest.measures
    )
    entries = tuple(one._replace(price=(one.price or ZERO) * _ANOTHER_CURRENCY) for one in contest.entries)
    after = replace(contest, rule=replace(rule, **amounts), measures=measures, entries=entries)
    ends = played(after)
    if ends and dict(ends.ranks) != dict(ended.ranks):
        yield Example(contest, after, ended, ends)


def _withdrawn(contest: Contest, ended: Standing) -> Iterable[Example]:
    for loser in (name for name, rank in ended.ranks.items() if rank > 1):
        after = contest.without(loser)
        ends = played(after)
        if ends and _order(ends) != _order(ended, loser):
            yield Example(contest, after, ended, ends, loser)


def _order(standing: Standing, without: str = "") -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for name, rank in standing.ranks.items():
        if name != without:
            groups.setdefault(rank, []).append(name)
    return [sorted(group) for group in groups.values()]


def _cheaper(contest: Contest, ended: Standing) -> Iterable[Example]:
    for entry, share in product(contest.entries, _CHEAPER):
        yield from _worse_off(contest, ended, entry.id, contest.changed(entry.id, price=(entry.price or ZERO) * share))


def _better_scored(contest: Contest, ended: Standing) -> Iterable[Example]:
    for entry in contest.entries:
        best = contest.measures[0].full or ONE
        scores = {"q": entry.scores[0] + best / 8}
        yield from _worse_off(contest, ended, entry.id, contest.changed(entry.id, scores=scores))


def _worse_off(contest: Contest, ended: Standing, name: str, after: Contest) -> Iterator[Example]:
    """The bid that offers more is thrown out, or ends with a worse rank or a worse figure of its own."""
    ends = played(after)
    if ends is None or name not in ended.rows:
        return
    if name in ends.rows:
        before, now = ended.rows[name].total, ends.rows[name].total
        worse = now > before if contest.lower_is_better else now < before
        if not worse and ends.ranks[name] <= ended.ranks[name]:
            return
    yield Example(contest, after, ended, ends, name)


def _outside(contest: Contest, ended: Standing) -> Iterable[Example]:
    if contest.price.formula in PRICING:
        for name in ended.rows:
            if not 0 <= _price_points(ended, name) <= contest.rule.points:
                yield Example(contest, contest, ended, ended, name)


Experiment = Callable[[Contest, Standing], Iterable[Example]]
EXPERIMENTS: Mapping[Promise, Experiment] = {
    Promise.SCALE: _scaled, Promise.PERMUTATION: _permuted, Promise.WITHDRAWAL: _withdrawn,
    Promise.OWN_PRICE: _cheaper, Promise.OWN_SCORE: _better_scored, Promise.WITHIN_RANGE: _outside,
}

_WORDS: Mapping[Promise, str] = {
    Promise.SCALE: N_("{bids}. Order: {before}. With all amounts in another currency: {after}."),
    Promise.PERMUTATION: N_("{bids}. Order: {before}. With the bids handed in the other way round: {after}."),
    Promise.WITHDRAWAL: N_("{bids}. Order: {before}. If {bid} withdraws: {after}."),
    Promise.OWN_PRICE: N_("{bids}. Order: {before}. If {bid} asks for only {price}, it is worse off: {after}."),
    Promise.OWN_SCORE: N_("{bids}. Order: {before}. If {bid} gets a better score, it is worse off: {after}."),
    Promise.WITHIN_RANGE: N_("{bids}. {bid} earns {points} price points."),
}
