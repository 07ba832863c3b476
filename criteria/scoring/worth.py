"""What a point is worth in money: how much dearer a bid at the reference price may be for so many points."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from criteria.scoring.contest import Contest, Standing
from criteria.scoring.evaluation import Formula
from criteria.scoring.exact import ZERO, power
from criteria.scoring.formulas import PRICING, Prices, Rule

Dearer = Callable[[Fraction, Rule, Prices], Fraction | None]


def price_for_points(contest: Contest, standing: Standing, reference: Fraction, points: Fraction) -> Fraction | None:
    """Give the amount by which a bid at the reference price may be dearer if it has so many points more.

    The lowest bid counts as the reference price; figures of other bids stay as they are. None where no amount is
    worth that much: the price never costs so many points.
    """
    formula, rule = contest.price.formula, contest.rule
    if formula is Formula.PRICE_PER_QUALITY:
        best = max((row.quality for row in standing.rows.values()), default=ZERO)
        return reference * points / best if best else None
    if formula is Formula.QUALITY_ADJUSTED_PRICE:
        return _deduction(contest, reference, points)
    if formula not in PRICING or not rule.points:
        return None
    dearest = max(standing.prices.highest, reference) if standing.prices else reference
    average = standing.prices.average if standing.prices else reference
    price = _PRICE_AT[formula](points / rule.points, rule, Prices(reference, dearest, average))
    return None if price is None else price - reference


def price_for_criteria(contest: Contest, standing: Standing, reference: Fraction, names: Sequence[str]) -> Fraction | None:
    """Give the amount by which a bid may be dearer if it earns all that these criteria can give, against nothing."""
    measures = [one for one in contest.measures if one.id in names]
    if contest.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
        return sum((one.money(one.best, reference).value for one in measures if one.best is not None), ZERO)
    points = sum((one.most or ZERO for one in measures), ZERO)
    return price_for_points(contest, standing, reference, points) if points else None


def _deduction(contest: Contest, reference: Fraction, points: Fraction) -> Fraction | None:
    """The deductions per point of all criteria together, where they have points beside their deduction."""
    with_points = [one for one in contest.measures if one.most]
    most = sum((one.most or ZERO for one in with_points), ZERO)
    money = sum((one.money(one.best, reference).value for one in with_points if one.best is not None), ZERO)
    return money * points / most if most else None


def _ratio(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
    return all_.lowest / (1 - lost) if lost < 1 else None


def _straight(end: Callable[[Rule, Prices], Fraction]) -> Dearer:
    """On a straight line that begins at the lowest price and reaches 0 at `end`."""

    def price(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
        room = end(rule, all_) - all_.lowest
        return all_.lowest + lost * room if lost <= 1 and room > 0 else None

    return price


def _bounds(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
    dearer = all_.lowest + lost * (rule.maximum - rule.minimum)
    return dearer if rule.minimum <= all_.lowest and dearer <= rule.maximum else None


def _exponent(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
    if lost > 1 or rule.budget <= all_.lowest:
        return None
    return rule.budget - (rule.budget - all_.lowest) * power(1 - lost, 1 / rule.exponent)[0]


def _bilinear(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
    kept, most, mean = 1 - lost, rule.budget - all_.lowest, rule.budget - all_.average
    if kept < 0 or not 0 < mean < most:
        return None
    if kept <= rule.x:
        return rule.budget - kept * mean / rule.x
    return rule.budget - (mean + (kept - rule.x) / (1 - rule.x) * (most - mean))


def _corrected(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
    most = max(rule.budget * rule.significant_percent / 100, rule.budget - all_.lowest)
    dearer = all_.lowest + lost * most
    return dearer if dearer <= rule.budget else None


def _logarithm(lost: Fraction, rule: Rule, all_: Prices) -> Fraction | None:
    return all_.lowest * power(rule.multiple, lost)[0] if 0 < lost <= 1 else None


def _never(lost: Fraction, rule: Rule, all_: Prices) -> None:
    """Near the middle a dearer price may even gain, so no amount can be named."""


_PRICE_AT: Mapping[Formula, Dearer] = {
    Formula.LOWEST_PRICE_RATIO: _ratio,
    Formula.LINEAR_TO_MULTIPLE: _straight(lambda rule, all_: rule.multiple * all_.lowest),
    Formula.LINEAR_MIN_MAX: _straight(lambda rule, all_: all_.highest),
    Formula.LINEAR_FIXED_BOUNDS: _bounds,
    Formula.BUDGET_CEILING: _straight(lambda rule, all_: rule.budget),
    Formula.DISCOUNT_LINEAR: _straight(lambda rule, all_: rule.budget),
    Formula.DISCOUNT_EXPONENT: _exponent,
    Formula.DISCOUNT_BILINEAR: _bilinear,
    Formula.DISCOUNT_CORRECTED: _corrected,
    Formula.LOGARITHMIC: _logarithm,
    Formula.AVERAGE_BASED: _never,
    Formula.CLOSENESS_TO_ESTIMATE: _never,
}
