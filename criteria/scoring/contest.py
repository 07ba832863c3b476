"""One contest of bids, ready to be scored again and again: prepared once, then varied and played."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.scoring.evaluation import Evaluation, Formula, Price, Rounding
from criteria.scoring.exact import ONE, ZERO, decimal, half_up
from criteria.scoring.formulas import PRICING, Prices, Rule, must_have_a_value, prices_of, rule_of
from criteria.scoring.measure import Measure, Term, measure_of

PRICE = "price"


class Entry(NamedTuple):
    """One bid as exact numbers; scores stand in the order of the criteria."""

    id: str
    price: Fraction | None
    scores: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """What is announced and what was bid. Made by `contest_of` from an evaluation that was checked."""

    price: Price
    rule: Rule
    measures: tuple[Measure, ...]
    entries: tuple[Entry, ...]
    quality_minimum: Fraction | None
    rounding: Rounding | None
    tie_break: tuple[str, ...]

    @property
    def lower_is_better(self) -> bool:
        formula, direction = self.price.formula, self.price.direction
        return formula is Formula.QUALITY_ADJUSTED_PRICE or direction == "price_over_quality"

    def without(self, name: str) -> "Contest":
        """The same contest after one bid has left."""
        return replace(self, entries=tuple(one for one in self.entries if one.id != name))

    def with_entries(self, entries: Iterable[Entry]) -> "Contest":
        return replace(self, entries=tuple(entries))

    def changed(self, name: str, price: Fraction | None = None, scores: Mapping[str, Fraction] | None = None) -> "Contest":
        """The same contest with another price or other scores of one bid."""
        return self.with_entries(
            one if one.id != name else Entry(
                name, one.price if price is None else price,
                tuple((scores or {}).get(measure.id, score) for measure, score in zip(self.measures, one.scores, strict=True)),
            )
            for one in self.entries
        )

    def unrounded(self) -> "Contest":
        return replace(self, rounding=None, price=self.price.model_copy(update={"digits": None}))


@dataclass(frozen=True, slots=True)
class Row:
    """One admitted bid: the price, what each part earned, the total as announced and before rounding."""

    id: str
    price: Fraction | None
    price_term: Term | None
    terms: tuple[Term, ...]
    quality: Fraction
    total: Fraction
    unrounded: Fraction
    exact: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contest ends: rows of the admitted bids in order, their ranks, and why others are out."""

    rows: Mapping[str, Row]
    ranks: Mapping[str, int]
    excluded: Mapping[str, Sentence]
    prices: Prices | None

    @property
    def first(self) -> tuple[str, ...]:
        """Every bid of rank 1."""
        return tuple(name for name, rank in self.ranks.items() if rank == 1)


def contest_of(evaluation: Evaluation) -> Contest:
    """Take an evaluation whose input was checked as exact numbers."""
    budget = evaluation.price.budget
    return Contest(
        price=evaluation.price, rule=rule_of(evaluation.price),
        measures=tuple(measure_of(one) for one in evaluation.criteria),
        entries=tuple(
            Entry(
                bid.id,
                Fraction(bid.price) if bid.price is not None
                else None if bid.discount_percent is None or budget is None
                else Fraction(budget) * (100 - Fraction(bid.discount_percent)) / 100,
                tuple(Fraction(bid.scores[one.id]) for one in evaluation.criteria),
            )
            for bid in evaluation.bids
        ),
        quality_minimum=None if evaluation.quality_minimum is None else Fraction(evaluation.quality_minimum),
        rounding=evaluation.rounding, tie_break=evaluation.tie_break,
    )


def play(contest: Contest) -> Standing:
    """Score and rank a contest; raise BadInput where the formula has no value for these bids."""
    admitted: list[tuple[Entry, tuple[Term, ...], Fraction]] = []
    excluded: dict[str, Sentence] = {}
    for entry in contest.entries:
        terms = _quality(contest, entry)
        quality = sum((term.value for term in terms), ZERO)
        reason = _excluded(contest, entry, quality)
        if reason:
            excluded[entry.id] = reason
        else:
            admitted.append((entry, terms, quality))
    prices = None
    if admitted and contest.price.formula in PRICING:
        prices = prices_of([entry.price for entry, _, _ in admitted if entry.price is not None])
        must_have_a_value(contest.price.formula, contest.rule, prices)
    rows = [_row(contest, entry, terms, quality, prices) for entry, terms, quality in admitted]
    return Standing(*_ranked(contest, rows), excluded, prices)


def _quality(contest: Contest, entry: Entry) -> tuple[Term, ...]:
    if contest.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
        assert entry.price is not None
        return tuple(one.money(score, entry.price) for one, score in zip(contest.measures, entry.scores, strict=True))
    return tuple(one.points(score) for one, score in zip(contest.measures, entry.scores, strict=True))


def _excluded(contest: Contest, entry: Entry, quality: Fraction) -> Sentence | None:
    """Say why a bid is out: a quantity too small, a score or a sum below its minimum, a price outside the bounds."""
    for measure, score in zip(contest.measures, entry.scores, strict=True):
        if not measure.conforms(score):
            assert measure.lowest is not None
            return Sentence(
                N_("{criterion}: {score} is less than the {minimum} that the specification asks for."),
                {"criterion": measure.id, "score": decimal(score), "minimum": decimal(measure.lowest)},
            )
        if measure.minimum is not None and score < measure.minimum:
            return Sentence(
                N_("{criterion}: {score} is below the minimum of {minimum}."),
                {"criterion": measure.id, "score": decimal(score), "minimum": decimal(measure.minimum)},
            )
    if contest.quality_minimum is not None and quality < contest.quality_minimum:
        return Sentence(
            N_("Quality together: {score} is below the minimum of {minimum}."),
            {"score": decimal(quality), "minimum": decimal(contest.quality_minimum)},
        )
    if contest.price.outside == "exclude" and entry.price is not None:
        rule = contest.rule
        if not rule.minimum <= entry.price <= rule.maximum:
            return Sentence(
                N_("The price {price} is outside the announced bounds from {minimum} to {maximum}."),
                {"price": decimal(entry.price), "minimum": decimal(rule.minimum), "maximum": decimal(rule.maximum)},
            )
    return None


def _row(contest: Contest, entry: Entry, terms: tuple[Term, ...], quality: Fraction, prices: Prices | None) -> Row:
    formula, rounding = contest.price.formula, contest.rounding
    term, unrounded = None, quality
    if prices:
        assert entry.price is not None
        term = PRICING[formula](entry.price, contest.rule, prices)
        unrounded = quality + term.value
        if rounding and rounding.of == "price_points":
            term = term._replace(value=half_up(term.value, rounding.digits))
    elif formula is not Formula.FIXED_PRICE:
        term = _combined(contest, entry, quality)
        unrounded = term.value
    total = quality + term.value if prices and term else unrounded
    digits = contest.price.digits if rounding is None else rounding.digits if rounding.of == "totals" else None
    return Row(
        entry.id, entry.price, term, terms, quality, total if digits is None else half_up(total, digits), unrounded,
        term is None or term.exact,
    )


def _combined(contest: Contest, entry: Entry, quality: Fraction) -> Term:
    """Price and quality in one figure: a quotient, or the price less what quality is worth."""
    price, constant = entry.price, contest.rule.constant
    assert price is not None
    if contest.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
        return Term(price - quality, "{own} − {quality}")
    if contest.price.direction == "quality_over_price":
        return Term(constant * quality / price, "{constant} × {quality} ÷ {own}")
    if not quality:
        raise BadInput(
            "quality_minimum",
            Sentence(N_("Bid {bid} has no quality points, and nothing can be divided by 0."), {"bid": entry.id}),
            Sentence(N_("Set a minimum for quality, or divide quality by price instead.")),
        )
    return Term(constant * price / quality, "{constant} × {own} ÷ {quality}")


def _ranked(contest: Contest, rows: list[Row]) -> tuple[dict[str, Row], dict[str, int]]:
    """Order the rows, best first; bids that nothing tells apart share a rank."""
    leader = _leader(contest, rows)
    keys = {row.id: _key(contest, row, leader) for row in rows}
    ordered = sorted(rows, key=lambda row: keys[row.id])
    ranks: dict[str, int] = {}
    for number, row in enumerate(ordered):
        before = ordered[number - 1].id if number else None
        ranks[row.id] = ranks[before] if before is not None and keys[before] == keys[row.id] else number + 1
    return {row.id: row for row in ordered}, ranks


def _leader(contest: Contest, rows: list[Row]) -> Fraction | None:
    if contest.price.corridor_percent is None or not rows:
        return None
    totals = [row.total for row in rows]
    return min(totals) if contest.lower_is_better else max(totals)


def _key(contest: Contest, row: Row, leader: Fraction | None) -> tuple[Fraction, ...]:
    """What decides, in this order: the corridor, the total, the tie-breaks; the smallest is the best."""
    sign = 1 if contest.lower_is_better else -1
    key: list[Fraction] = []
    if leader is not None:
        width = contest.rule.corridor_percent / 100
        inside = row.total <= leader * (1 + width) if contest.lower_is_better else row.total >= leader * (1 - width)
        figure = row.price if contest.price.corridor_by == PRICE else -row.quality
        assert figure is not None
        key += [ZERO, figure] if inside else [ONE, ZERO]
    key.append(sign * row.total)
    for name in contest.tie_break:
        key.append(_tie_value(contest, row, name))
    return tuple(key)


def _tie_value(contest: Contest, row: Row, name: str) -> Fraction:
    if name == PRICE:
        assert row.price is not None
        return row.price
    place = next(number for number, measure in enumerate(contest.measures) if measure.id == name)
    return -row.terms[place].value
