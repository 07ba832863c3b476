"""Signs that a price formula is at fault: with these bids it orders them for a wrong reason."""

from collections.abc import Iterator
from fractions import Fraction

from criteria.prose import N_, Sentence
from criteria.scoring.cards import FaultCode, Promise, formulas
from criteria.scoring.contest import Contest, Entry, Standing
from criteria.scoring.doctor.patient import Found, Patient, money, played, points, promised
from criteria.scoring.evaluation import Formula
from criteria.scoring.exact import ZERO
from criteria.scoring.formulas import PRICING

# How much dearer than the dearest bid an extra bid is tried.
_EXTRA = (Fraction(3, 2), Fraction(2), Fraction(3), Fraction(6, 5), Fraction(11, 10))


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
    name = "+" * (1 + max(len(one.id) for one in contest.entries))
    return contest.with_entries((*contest.entries, Entry(name, price, lowest)))


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
