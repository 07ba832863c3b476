"""Points for the price: one small function for each formula; sources and limits stand in `data/formulas/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction

from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.scoring.evaluation import Formula, Price
from criteria.scoring.exact import ONE, ZERO, decimal_text, logarithm, power
from criteria.scoring.measure import Term, fraction

FULL = "{points}"
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Rule:
    """The parameters of a price rule as fractions; what a formula needs was checked before."""

    points: Fraction = ZERO
    multiple: Fraction = ONE
    minimum: Fraction = ZERO
    maximum: Fraction = ZERO
    budget: Fraction = ZERO
    exponent: Fraction = ONE
    x: Fraction = ZERO
    significant_percent: Fraction = ZERO
    constant: Fraction = ONE
    corridor_percent: Fraction = ZERO
    cap: Fraction = HUNDRED
    estimate: Fraction = ZERO


def rule_of(price: Price) -> Rule:
    """Take the numbers of a price rule as they are announced."""
    given = {one.name: fraction(getattr(price, one.name)) for one in fields(Rule)}
    return Rule(**{name: value for name, value in given.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Prices:
    """What the formulas look at in the bids of others: only bids that are admitted count."""

    lowest: Fraction
    highest: Fraction
    average: Fraction


def prices_of(prices: list[Fraction]) -> Prices:
    return Prices(min(prices), max(prices), sum(prices, ZERO) / len(prices))


Pricing = Callable[[Fraction, Rule, Prices], Term]


def lowest_price_ratio(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Points × lowest ÷ own price."""
    return Term(rule.points * all_.lowest / own, "{points} × {lowest} ÷ {own}")


def linear_to_multiple(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Full points at the lowest price, none from a multiple of it."""
    end = rule.multiple * all_.lowest
    if own >= end:
        return Term(ZERO, "{own} ≥ {multiple} × {lowest} → 0", flat=own > end)
    return Term(
        rule.points * (end - own) / (end - all_.lowest),
        "{points} × ({multiple} × {lowest} − {own}) ÷ ({multiple} × {lowest} − {lowest})",
    )


def linear_min_max(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Full points at the lowest price, none at the highest; all full if they are the same."""
    if all_.highest == all_.lowest:
        return Term(rule.points, FULL)
    return Term(
        rule.points * (all_.highest - own) / (all_.highest - all_.lowest),
        "{points} × ({highest} − {own}) ÷ ({highest} − {lowest})",
    )


def linear_fixed_bounds(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Full points at the announced minimum, none at the maximum; flat outside."""
    if own <= rule.minimum:
        return Term(rule.points, "{own} ≤ {minimum} → {points}", flat=own < rule.minimum)
    if own >= rule.maximum:
        return Term(ZERO, "{own} ≥ {maximum} → 0", flat=own > rule.maximum)
    return Term(
        rule.points * (rule.maximum - own) / (rule.maximum - rule.minimum),
        "{points} × ({maximum} − {own}) ÷ ({maximum} − {minimum})",
    )


def budget_ceiling(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Share of the way from the budget down to the lowest price; below zero above the budget."""
    if own == all_.lowest:
        return Term(rule.points, FULL)
    return Term(
        rule.points * (rule.budget - own) / (rule.budget - all_.lowest),
        "{points} × ({budget} − {own}) ÷ ({budget} − {lowest})",
    )


def discount_linear(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Own discount off the budget ÷ highest discount."""
    if all_.lowest == rule.budget == own:
        return Term(ZERO, "0")
    return Term(
        rule.points * (rule.budget - own) / (rule.budget - all_.lowest),
        "{points} × {discount} % ÷ {discount_highest} %",
    )


def discount_exponent(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """(Own discount ÷ highest discount) to a power; nothing above the budget."""
    if own >= rule.budget:
        return Term(ZERO, "{own} ≥ {budget} → 0", flat=own > rule.budget)
    value, exact = power((rule.budget - own) / (rule.budget - all_.lowest), rule.exponent)
    return Term(rule.points * value, "{points} × ({discount} ÷ {discount_highest}) ^ {exponent}", exact)


def discount_bilinear(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Steep up to the average discount, where it has earned the share x, flatter above it."""
    discount, mean, most = rule.budget - own, rule.budget - all_.average, rule.budget - all_.lowest
    if discount == most:
        return Term(rule.points if most else ZERO, FULL if most else "0")
    if discount <= mean:
        return Term(rule.points * rule.x * discount / mean, "{points} × {x} × {discount} ÷ {discount_average}")
    return Term(
        rule.points * (rule.x + (1 - rule.x) * (discount - mean) / (most - mean)),
        "{points} × ({x} + (1 − {x}) × ({discount} − {discount_average}) ÷ ({discount_highest} − {discount_average}))",
    )


def discount_corrected(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Own discount ÷ highest discount, which counts for at least the significant percentage."""
    significant = rule.budget * rule.significant_percent / 100
    most = max(significant, rule.budget - all_.lowest)
    shown = "{significant_percent}" if most == significant else "{discount_highest}"
    return Term(rule.points * (rule.budget - own) / most, f"{{points}} × {{discount}} % ÷ {shown} %")


def logarithmic(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """1 − log(own ÷ lowest) ÷ log(multiple); none from the multiple of the lowest price."""
    ratio = own / all_.lowest
    if ratio >= rule.multiple:
        return Term(ZERO, "{own} ≥ {multiple} × {lowest} → 0", flat=ratio > rule.multiple)
    value, exact = logarithm(ratio, rule.multiple)
    return Term(rule.points * (1 - value), "{points} × (1 − log({own} ÷ {lowest}) ÷ log({multiple}))", exact)


def average_based(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Full points at the average of all prices, less the further away on either side."""
    return _near(own, rule, all_.average, "average")


def closeness_to_estimate(own: Fraction, rule: Rule, all_: Prices) -> Term:
    """Full points at the authority's estimate, less the further away on either side."""
    return _near(own, rule, rule.estimate, "estimate")


def _near(own: Fraction, rule: Rule, centre: Fraction, name: str) -> Term:
    reach = centre * rule.cap / 100
    distance = abs(own - centre)
    if distance >= reach:
        return Term(ZERO, f"|{{own}} − {{{name}}}| ≥ {{cap}} % × {{{name}}} → 0", flat=distance > reach)
    return Term(
        rule.points * (reach - distance) / reach,
        f"{{points}} × (1 − |{{own}} − {{{name}}}| ÷ ({{cap}} % × {{{name}}}))",
    )


PRICING: Mapping[Formula, Pricing] = {
    Formula.LOWEST_PRICE_RATIO: lowest_price_ratio,
    Formula.LINEAR_TO_MULTIPLE: linear_to_multiple,
    Formula.LINEAR_MIN_MAX: linear_min_max,
    Formula.LINEAR_FIXED_BOUNDS: linear_fixed_bounds,
    Formula.BUDGET_CEILING: budget_ceiling,
    Formula.DISCOUNT_LINEAR: discount_linear,
    Formula.DISCOUNT_EXPONENT: discount_exponent,
    Formula.DISCOUNT_BILINEAR: discount_bilinear,
    Formula.DISCOUNT_CORRECTED: discount_corrected,
    Formula.LOGARITHMIC: logarithmic,
    Formula.AVERAGE_BASED: average_based,
    Formula.CLOSENESS_TO_ESTIMATE: closeness_to_estimate,
}
DISCOUNTS = (
    Formula.DISCOUNT_LINEAR, Formula.DISCOUNT_EXPONENT, Formula.DISCOUNT_BILINEAR, Formula.DISCOUNT_CORRECTED,
)
_NEEDS_ROOM_UNDER_THE_BUDGET = (Formula.BUDGET_CEILING, *DISCOUNTS)


def must_have_a_value(formula: Formula, rule: Rule, all_: Prices) -> None:
    """Refuse bids for which a formula has no meaning, rather than rank them wrongly; raise BadInput."""
    if formula in _NEEDS_ROOM_UNDER_THE_BUDGET and formula is not Formula.DISCOUNT_CORRECTED:
        beyond = all_.highest > rule.budget if all_.lowest == rule.budget else all_.lowest > rule.budget
        if beyond or (formula is Formula.DISCOUNT_BILINEAR and all_.average >= rule.budget > all_.lowest):
            raise BadInput(
                "price.budget",
                Sentence(N_("The bids leave no room under the budget, so this formula has no value for them.")),
                Sentence(N_("Use a higher budget, leave out bids above it, or take another formula.")),
            )
    if formula is Formula.AVERAGE_BASED and not all_.average:
        raise BadInput(
            "bids",
            Sentence(N_("All prices are 0, so this formula has no value for them.")),
            Sentence(N_("Ask the bidders to explain their prices, or take another formula.")),
        )


def written(term: Term, own: Fraction, rule: Rule, all_: Prices) -> str:
    """Write the arithmetic of a price term with its numbers, so that it can be redone by hand."""
    numbers = {one.name: getattr(rule, one.name) for one in fields(Rule)}
    numbers |= {"own": own, "lowest": all_.lowest, "highest": all_.highest, "average": all_.average}
    if rule.budget:
        for name, price in (("discount", own), ("discount_highest", all_.lowest), ("discount_average", all_.average)):
            numbers[name] = (rule.budget - price) / rule.budget * 100
    return term.shown.format_map({name: decimal_text(value) for name, value in numbers.items()})
