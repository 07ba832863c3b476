"""Signs that weights, criteria, rounding or the field of bids are at fault."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from criteria.prose import N_, Sentence
from criteria.scoring.cards import FaultCode, faults
from criteria.scoring.contest import PRICE, Contest, Standing, play
from criteria.scoring.doctor.patient import Found, Patient, money, percent, played, points
from criteria.scoring.evaluation import Formula, QualityCriterion
from criteria.scoring.exact import ZERO
from criteria.scoring.formulas import PRICING
from criteria.scoring.measure import Measure
from criteria.scoring.working import weights_of


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
