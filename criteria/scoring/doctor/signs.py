"""The signs of faults in a scored evaluation: one function for each, giving the counter-example it found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from criteria.problems import BadInput
from criteria.prose import N_, Money, PerCent, Sentence
from criteria.scoring.cards import FaultCode, Promise, faults, formulas
from criteria.scoring.contest import PRICE, Contest, Entry, Standing, play
from criteria.scoring.evaluation import Evaluation, Formula, Price, QualityCriterion
from criteria.scoring.exact import ZERO, decimal
from criteria.scoring.formulas import PRICING
from criteria.scoring.measure import Measure
from criteria.scoring.working import weights_of

# How many scored rows the trials of one sign may cost: in a crowd only the bids that matter most are tried.
_MOST_ROWS = 3_000


# How much dearer than the dearest bid an extra bid is tried.
_EXTRA = (Fraction(3, 2), Fraction(2), Fraction(3), Fraction(6, 5), Fraction(11, 10))


@dataclass(frozen=True, slots=True)
class Patient:
    """An evaluation, as announced and as it ended."""

    evaluation: Evaluation
    contest: Contest
    standing: Standing

    @property
    def trials(self) -> int:
        """How many bids one sign may vary: all of them in any usual contest."""
        return max(3, _MOST_ROWS // max(1, len(self.contest.entries)))

    @property
    def winner(self) -> str | None:
        return self.standing.first[0] if len(self.standing.first) == 1 else None


@dataclass(frozen=True, slots=True)
class Found:
    code: FaultCode
    values: Mapping[str, Any]
    bids: tuple[str, ...] = ()


def promised(price: Price) -> frozenset[Promise]:
    """What the formula keeps with these parameters."""
    card = formulas()[price.formula]
    broken = {one for choice, ones in card.breaks_with.items() if _chosen(price, choice) for one in ones}
    return frozenset(card.promises) - broken


def _chosen(price: Price, choice: str) -> bool:
    """Say whether a parameter is used (`digits`), or has one value (`outside=exclude`)."""
    name, _, value = choice.partition("=")
    given = getattr(price, name)
    return given == value if value else given is not None


def money(value: Fraction) -> Money:
    return Money(decimal(value, 2))


def points(value: Fraction) -> Any:
    return decimal(value, 3)


def percent(value: Fraction) -> PerCent:
    return PerCent(decimal(value, 1))


def played(contest: Contest) -> Standing | None:
    """Play a varied contest; None where the formula has no value for it."""
    try:
        return play(contest)
    except BadInput:
        return None


def rank_reversal(patient: Patient) -> Iterator[Found]:
    """A losing bid leaves, and another of the rest comes first."""
    if Promise.WITHDRAWAL in promised(patient.contest.price) or not patient.winner:
        return
    for loser in _worth_withdrawing(patient):
        after = played(patient.contest.without(loser))
        if after and after.first != (patient.winner,):
            values = {"loser": loser, "before": patient.winner, "after": list(after.first)}
            yield Found(FaultCode.RANK_REVERSAL, values, (loser, patient.winner, *after.first))
            return


def _worth_withdrawing(patient: Patient) -> list[str]:
    """The losing bids that the formula looks at: those at the ends of the price list, or with an average any; few in a crowd."""
    formula, prices, rows = patient.contest.price.formula, patient.standing.prices, patient.standing.rows
    losers = [name for name in rows if name != patient.winner]
    if prices and FaultCode.AVERAGE_MANIPULABLE not in formulas()[formula].faults:
        losers = [name for name in losers if rows[name].price in (prices.lowest, prices.highest)]
    if len(losers) <= patient.trials:
        return losers
    by_price = sorted(losers, key=lambda name: rows[name].price or ZERO)
    third = patient.trials // 3
    return list(dict.fromkeys([*by_price[:third], *by_price[-third:], *losers[:third]]))


def dead_zone(patient: Patient) -> Iterator[Found]:
    """A bid lies where moving its price changes nobody's points."""
    for row in patient.standing.rows.values():
        if row.price_term and row.price_term.flat and row.price is not None:
            other = row.price * (Fraction(11, 10) if not row.price_term.value else Fraction(9, 10))
            values = {"bid": row.id, "price": money(row.price), "other": money(other), "points": points(row.price_term.value)}
            yield Found(FaultCode.DEAD_ZONE, values, (row.id,))
            return


def dearer_bid_gains(patient: Patient) -> Iterator[Found]:
    """A bid would earn more price points by asking for more."""
    if Promise.OWN_PRICE in promised(patient.contest.price) or not patient.standing.prices:
        return
    for row in sorted(patient.standing.rows.values(), key=lambda row: row.price or ZERO):
        assert row.price is not None and row.price_term
        for dearer in _dearer(patient, row.price):
            after = played(patient.contest.changed(row.id, price=dearer))
            term = after.rows[row.id].price_term if after else None
            if term and term.value > row.price_term.value:
                values = {
                    "bid": row.id, "price": money(row.price), "dearer": money(dearer),
                    "points": points(row.price_term.value), "more": points(term.value),
                }
                yield Found(FaultCode.DEARER_BID_GAINS, values, (row.id,))
                return


def _dearer(patient: Patient, price: Fraction) -> tuple[Fraction, ...]:
    assert patient.standing.prices
    centre = patient.contest.rule.estimate or patient.standing.prices.average
    return (centre, (price + centre) / 2) if price < centre else ()


def effective_weight(patient: Patient) -> Iterator[Found]:
    """A part makes less than half the difference that its announced weight promises."""
    announced = _announced(patient.contest)
    real = real_weights(patient.standing, patient.contest)
    if not real or not announced or len(patient.standing.rows) < 2:
        return
    part = min(announced, key=lambda name: real[name] / announced[name])
    if announced[part] >= 10 and real[part] * 2 < announced[part]:
        values = {
            "part": Sentence(N_("The price")) if part == PRICE else part,
            "announced": percent(announced[part]), "real": percent(real[part]),
        }
        yield Found(FaultCode.EFFECTIVE_WEIGHT, values)


def _announced(contest: Contest) -> Mapping[str, Fraction]:
    return {name: value for name, value in weights_of(contest).items() if value}


def real_weights(standing: Standing, contest: Contest) -> Mapping[str, Fraction]:
    """How much of all differences between the bids each part makes, in percent; empty where there is none."""
    rows = list(standing.rows.values())
    if not rows:
        return {}
    spreads = {measure.id: _spread([row.terms[place].value for row in rows]) for place, measure in enumerate(contest.measures)}
    if contest.price.formula in PRICING:
        spreads = {PRICE: _spread([row.price_term.value for row in rows if row.price_term]), **spreads}
    total = sum(spreads.values(), ZERO)
    return {name: value / total * 100 for name, value in spreads.items()} if total else {}


def _spread(values: list[Fraction]) -> Fraction:
    return max(values) - min(values)


def decorative_weight(patient: Patient) -> Iterator[Found]:
    """Whatever the scores for a criterion, the same bid wins."""
    winner = patient.winner
    others = [name for name in patient.standing.ranks if name != winner][: patient.trials]
    if not winner or not others:
        return
    for measure in patient.contest.measures:
        if measure.best and measure.minimum is None and decorates(patient.contest, patient.standing, winner, others, measure):
            values = {"criterion": measure.id, "points": points(measure.most or ZERO), "other": others[0], "winner": winner}
            yield Found(FaultCode.DECORATIVE_WEIGHT, values, (winner, others[0]))


def decorates(contest: Contest, standing: Standing, winner: str, others: list[str], measure: Measure) -> bool:
    """Say whether the winner stays even with nothing for this criterion against the best score of any other."""
    assert measure.best is not None
    worst = measure.lowest or ZERO
    if _adds_up(contest):
        rows, place = standing.rows, contest.measures.index(measure)
        left = rows[winner].total - rows[winner].terms[place].value + measure.points(worst).value
        most = measure.points(measure.best).value
        return all(rows[other].total - rows[other].terms[place].value + most < left for other in others)
    harmed = contest.changed(winner, scores={measure.id: worst})
    trials = (played(harmed.changed(other, scores={measure.id: measure.best})) for other in others)
    return all(after is not None and after.first == (winner,) for after in trials)


def _adds_up(contest: Contest) -> bool:
    """Totals are plain sums, and scores let no bid in or out."""
    sums = contest.price.formula in PRICING or contest.price.formula is Formula.FIXED_PRICE
    return sums and contest.rounding is None and contest.quality_minimum is None


def tie_by_rounding(patient: Patient) -> Iterator[Found]:
    """Without rounding, other bids come first."""
    digits = patient.evaluation.rounding.digits if patient.evaluation.rounding else patient.evaluation.price.digits
    if digits is None:
        return
    exact = play(patient.contest.unrounded())
    if exact.first != patient.standing.first:
        values = {"digits": digits, "after": list(patient.standing.first), "before": list(exact.first)}
        yield Found(FaultCode.TIE_BY_ROUNDING, values, patient.standing.first)


def out_of_range_points(patient: Patient) -> Iterator[Found]:
    """A bid gets fewer than 0 or more than all price points."""
    if not patient.standing.prices:
        return
    most = patient.contest.rule.points
    for row in patient.standing.rows.values():
        if row.price_term and not 0 <= row.price_term.value <= most:
            values = {"bid": row.id, "points": points(row.price_term.value), "most": points(most)}
            yield Found(FaultCode.OUT_OF_RANGE_POINTS, values, (row.id,))
            return


def average_manipulable(patient: Patient) -> Iterator[Found]:
    """An extra dear bid moves the average, and with it points and perhaps the winner."""
    prices = patient.standing.prices
    if FaultCode.AVERAGE_MANIPULABLE not in formulas()[patient.contest.price.formula].faults or not prices:
        return
    trials = [(prices.highest * times, played(_with_extra(patient.contest, prices.highest * times))) for times in _EXTRA]
    moved = [(price, after) for price, after in trials if after]
    decisive = [one for one in moved if patient.winner and patient.winner not in one[1].first and one[1].first[0] in patient.standing.rows]
    for price, after in (decisive or moved)[:1]:
        bid = after.first[0] if decisive else max(
            patient.standing.rows, key=lambda name: abs(_price_points(after, name) - _price_points(patient.standing, name)),
        )
        values = {
            "price": money(price), "bid": bid,
            "before": points(_price_points(patient.standing, bid)), "after": points(_price_points(after, bid)),
        }
        yield Found(FaultCode.AVERAGE_MANIPULABLE, values, (bid,))


def _with_extra(contest: Contest, price: Fraction) -> Contest:
    """The same contest with one more bid that earns as little quality as is admitted."""
    lowest = tuple(max(one.minimum or ZERO, one.lowest or ZERO) for one in contest.measures)
    return contest.with_entries((*contest.entries, Entry("+", price, lowest)))


def _price_points(standing: Standing, name: str) -> Fraction:
    term = standing.rows[name].price_term
    return term.value if term else ZERO


def estimate_closeness(patient: Patient) -> Iterator[Found]:
    """A price below the estimate earns less than the estimate itself."""
    if patient.contest.price.formula is not Formula.CLOSENESS_TO_ESTIMATE:
        return
    estimate = patient.contest.rule.estimate
    below = [row.price for row in patient.standing.rows.values() if row.price is not None and row.price < estimate]
    low = min(below, default=estimate * Fraction(9, 10))
    assert patient.standing.prices
    pricing = PRICING[Formula.CLOSENESS_TO_ESTIMATE]
    earned = [pricing(price, patient.contest.rule, patient.standing.prices).value for price in (low, estimate)]
    values = {"low": money(low), "points": points(earned[0]), "estimate": money(estimate), "more": points(earned[1])}
    yield Found(FaultCode.ESTIMATE_CLOSENESS, values)


def automatic_exclusion(patient: Patient) -> Iterator[Found]:
    """Bids below a bound are thrown out without a question."""
    price, rule = patient.contest.price, patient.contest.rule
    if price.outside != "exclude" or not rule.minimum:
        return
    out = [entry.id for entry in patient.contest.entries if entry.price is not None and entry.price < rule.minimum]
    values = {"minimum": money(rule.minimum), "bids": out or Sentence(N_("none"))}
    yield Found(FaultCode.AUTOMATIC_EXCLUSION, values, tuple(out))


def undisclosed_bounds(patient: Patient) -> Iterator[Found]:
    """Points depend on something that bidders cannot know."""
    price = patient.contest.price
    if price.announced is False:
        yield Found(FaultCode.UNDISCLOSED_BOUNDS, {"what": Sentence(N_("a formula and figures that were not announced"))})
    elif price.formula is Formula.LINEAR_MIN_MAX:
        yield Found(FaultCode.UNDISCLOSED_BOUNDS, {"what": Sentence(N_("the lowest and the highest bid"))})


def status_bonus(patient: Patient) -> Iterator[Found]:
    """The words of a criterion speak of what a bidder is."""
    for one in patient.evaluation.criteria:
        if rewards_status(one):
            yield Found(FaultCode.STATUS_BONUS, {"criterion": one.id, "title": one.title or one.id})


def rewards_status(one: QualityCriterion) -> bool:
    """Say whether the id or the title of a criterion holds a phrase about what a bidder is."""
    words = f" {one.id.replace('-', ' ').replace('_', ' ')} {one.title} ".casefold()
    return any(phrase in words for phrase in faults()[FaultCode.STATUS_BONUS].phrases)


def single_bidder_left(patient: Patient) -> Iterator[Found]:
    """One admitted bid only."""
    if len(patient.standing.rows) == 1:
        bid = next(iter(patient.standing.rows))
        yield Found(FaultCode.SINGLE_BIDDER_LEFT, {"bid": bid, "number": len(patient.contest.entries)}, (bid,))


def abnormally_low_check(patient: Patient) -> Iterator[Found]:
    """A price far below the average of the others, or of nothing; the scores stay."""
    limit = faults()[FaultCode.ABNORMALLY_LOW_CHECK].limit_percent
    prices = {entry.id: entry.price for entry in patient.contest.entries if entry.price is not None}
    if limit is None or len(prices) < 2 or patient.contest.price.formula is Formula.FIXED_PRICE:
        return
    total = sum(prices.values(), ZERO)
    for name, price in prices.items():
        average = (total - price) / (len(prices) - 1)
        if price < average * (100 - Fraction(limit)) / 100:
            values = {"bid": name, "price": money(price), "percent": percent((average - price) / average * 100)}
            yield Found(FaultCode.ABNORMALLY_LOW_CHECK, values, (name,))


Sign = Callable[[Patient], Iterator[Found]]
SIGNS: tuple[Sign, ...] = (
    automatic_exclusion, status_bonus, dearer_bid_gains, estimate_closeness, average_manipulable, undisclosed_bounds,
    out_of_range_points, abnormally_low_check, rank_reversal, dead_zone, effective_weight, decorative_weight,
    tie_by_rounding, single_bidder_left,
)
