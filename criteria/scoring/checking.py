"""What an evaluation must hold before it is scored: every fault names its key and a remedy."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NoReturn

from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.scoring.cards import formulas, parameters
from criteria.scoring.evaluation import Bid, Evaluation, Formula, Price, QualityCriterion
from criteria.scoring.formulas import DISCOUNTS, PRICING

_DEDUCTIONS = ("max_deduction", "max_deduction_percent", "deduction_per_unit")
_NOT_PARAMETERS = ("formula", "announced")


def check(evaluation: Evaluation) -> None:
    """Refuse an evaluation that cannot be scored as it stands; raise BadInput with key and remedy."""
    _price(evaluation.price)
    _no_id_twice("criteria", [one.id for one in evaluation.criteria])
    for number, one in enumerate(evaluation.criteria):
        _criterion(evaluation, one, f"criteria[{number}]")
    _rounding(evaluation)
    _whole(evaluation)
    if not evaluation.bids:
        _stop("bids", N_("There is no bid to score."), N_("Add at least one bid."))
    _no_id_twice("bids", [one.id for one in evaluation.bids])
    for number, bid in enumerate(evaluation.bids):
        _bid_price(evaluation, bid, f"bids[{number}]")
        _scores(evaluation, bid, f"bids[{number}].scores")


def _price(price: Price) -> None:
    card, known = formulas()[price.formula], parameters()
    given = {name: value for name, value in price if value is not None and name not in _NOT_PARAMETERS}
    for name in card.required:
        if name not in given:
            _stop(f"price.{name}", N_("The formula {formula} needs this parameter."), N_("Add it: {says}"), formula=price.formula, says=Sentence(known[name].says))
    for name, value in given.items():
        if name not in (*card.required, *card.optional):
            _stop(f"price.{name}", N_("The formula {formula} does not use this parameter."), N_("Remove it, or choose the formula that you mean."), formula=price.formula)
        if isinstance(value, Decimal):
            _limits(price, name, value)
    if (price.corridor_percent is None) != (price.corridor_by is None):
        missing = "corridor_by" if price.corridor_by is None else "corridor_percent"
        _stop(f"price.{missing}", N_("A corridor needs both its width and the figure that decides inside it."), N_("Give both corridor_percent and corridor_by, or neither."))


def _limits(price: Price, name: str, value: Decimal) -> None:
    card = parameters()[name]
    below = card.above if card.above_parameter is None else getattr(price, card.above_parameter)
    if below is not None and value <= below:
        _stop(f"price.{name}", N_("This number is too small."), N_("Use more than {limit}."), limit=below)
    if card.at_most is not None and value > card.at_most:
        _stop(f"price.{name}", N_("This number is too large."), N_("Use at most {limit}."), limit=card.at_most)


def _criterion(evaluation: Evaluation, one: QualityCriterion, key: str) -> None:
    if one.id == "price":
        _stop(f"{key}.id", N_("This name stands for the price itself."), N_("Give the criterion another id."))
    kinds = [name for name in ("scale", "steps", "quantity") if getattr(one, name) is not None]
    if len(kinds) > 1:
        _stop(f"{key}.{kinds[1]}", N_("A criterion is scored in one way only."), N_("Keep one of: {kinds}."), kinds=", ".join(kinds))
    if one.quantity and one.quantity.cap <= one.quantity.minimum:
        _stop(f"{key}.quantity.cap", N_("This number is too small."), N_("Use more than {limit}."), limit=one.quantity.minimum)
    if one.steps is not None:
        _steps(one, key)
    if evaluation.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
        _deduction(one, key)
        return
    for name in (*_DEDUCTIONS, "max_units"):
        if getattr(one, name) is not None:
            _stop(f"{key}.{name}", N_("Only a price less deductions uses this key."), N_("Remove it, or take the formula quality_adjusted_price."))
    if one.points is None and (one.scale is not None or one.quantity is not None):
        _stop(f"{key}.points", N_("This criterion has no points."), N_("Add the most points that it can give."))


def _steps(one: QualityCriterion, key: str) -> None:
    steps = one.steps or ()
    if not steps:
        _stop(f"{key}.steps", N_("This list is empty."), N_("Add at least one step, or remove the key."))
    for number, (earlier, later) in enumerate(pairwise(steps), start=1):
        if later.from_ <= earlier.from_ or later.points < earlier.points:
            _stop(f"{key}.steps[{number}]", N_("The steps do not rise."), N_("Order them so that a higher quantity earns at least as many points."))
    if one.points is not None and steps[-1].points > one.points:
        _stop(f"{key}.steps[{len(steps) - 1}].points", N_("This step gives more than the points of the criterion."), N_("Use at most {limit}."), limit=one.points)


def _deduction(one: QualityCriterion, key: str) -> None:
    ways = [name for name in _DEDUCTIONS if getattr(one, name) is not None]
    if len(ways) != 1:
        _stop(f"{key}.{(ways or _DEDUCTIONS)[-1]}", N_("A price less deductions needs one deduction for each criterion."), N_("Give exactly one of: {ways}."), ways=", ".join(_DEDUCTIONS))
    if one.max_units is not None and one.deduction_per_unit is None:
        _stop(f"{key}.max_units", N_("This key belongs to deduction_per_unit."), N_("Remove it, or give the deduction for each unit."))
    if one.deduction_per_unit is None and one.scale is None and not one.steps and not one.quantity and not one.points:
        _stop(f"{key}.scale", N_("It is not known which score earns the full deduction."), N_("Add the scale or the points of the criterion."))


def _rounding(evaluation: Evaluation) -> None:
    rounding, price = evaluation.rounding, evaluation.price
    if rounding and rounding.of == "price_points" and price.formula not in PRICING:
        _stop("rounding.of", N_("The formula {formula} has no price points to round."), N_("Round the totals instead."), formula=price.formula)
    if rounding and price.digits is not None:
        _stop("rounding", N_("The formula rounds its figure already."), N_("Keep price.digits or rounding, not both."))


def _whole(evaluation: Evaluation) -> None:
    """What concerns the evaluation as a whole: something to score, tie-breaks that exist, deductions within the price."""
    fixed = evaluation.price.formula is Formula.FIXED_PRICE
    if not evaluation.criteria and evaluation.price.formula not in PRICING:
        _stop("criteria", N_("This formula compares quality, and there is no criterion."), N_("Add at least one criterion."))
    names = {one.id for one in evaluation.criteria}
    for number, name in enumerate(evaluation.tie_break):
        if name not in names | {"price"}:
            _stop(f"tie_break[{number}]", N_("There is no criterion with this id."), N_("Use price, or one of: {names}."), names=", ".join(sorted(names)))
        if name == "price" and fixed:
            _stop(f"tie_break[{number}]", N_("The price is the same for all, so it cannot decide."), N_("Name a criterion instead."))
    if sum(one.max_deduction_percent or 0 for one in evaluation.criteria) > 100:
        _stop("criteria", N_("The deductions together are more than the whole price."), N_("Lower the percentages to 100 or less together."))


def _bid_price(evaluation: Evaluation, bid: Bid, key: str) -> None:
    formula = evaluation.price.formula
    if bid.discount_percent is not None:
        if formula not in DISCOUNTS:
            _stop(f"{key}.discount_percent", N_("Only the discount formulas use this key."), N_("Give the price instead."))
        if bid.price is not None:
            _stop(f"{key}.discount_percent", N_("This bid has a price and a discount."), N_("Keep one of the two."))
        return
    if bid.price is None:
        if formula is not Formula.FIXED_PRICE:
            _stop(f"{key}.price", N_("This bid has no price."), N_("Add the price, net of VAT."))
        return
    if bid.price < 0:
        _stop(f"{key}.price", N_("A price cannot be negative."), N_("Correct it, or leave the bid out."))
    if bid.price == 0 and formulas()[formula].divides_by_price:
        _stop(f"{key}.price", N_("The formula {formula} has no value for a price of 0."), N_("Ask the bidder to explain the price, and leave the bid out meanwhile or take another formula."), formula=formula)


def _scores(evaluation: Evaluation, bid: Bid, key: str) -> None:
    criteria = {one.id: one for one in evaluation.criteria}
    for name, score in bid.scores.items():
        if name not in criteria:
            _stop(f"{key}.{name}", N_("There is no criterion with this id."), N_("Remove it, or use one of: {names}."), names=", ".join(criteria))
        limit = _highest(criteria[name])
        if score < 0:
            _stop(f"{key}.{name}", N_("This score is below 0."), N_("Use a score from 0 upwards."))
        if limit is not None and score > limit:
            _stop(f"{key}.{name}", N_("This score is above the scale."), N_("Use at most {limit}."), limit=limit)
    for name in criteria:
        if name not in bid.scores:
            _stop(f"{key}.{name}", N_("This score is missing."), N_("Add the score of this bid for this criterion; 0 if it earned nothing."))


def _highest(one: QualityCriterion) -> Decimal | None:
    """The highest score that can be given; a quantity and a number of units have no limit."""
    if one.steps or one.quantity or one.deduction_per_unit is not None:
        return None
    return one.points if one.scale is None else one.scale


def _no_id_twice(key: str, names: Sequence[str]) -> None:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            _stop(f"{key}[{number}].id", N_("The id {name} stands twice."), N_("Give each its own id."), name=name)
        seen.add(name)


def _stop(key: str, problem: str, remedy: str, **values: Any) -> NoReturn:
    raise BadInput(key, Sentence(problem, values), Sentence(remedy, values))
