"""The arithmetic of an evaluation as spreadsheet formulas: the same rules as `criteria.scoring`, written for cells."""

from collections.abc import Callable, Mapping

from criteria.scoring.evaluation import Evaluation, Formula, QualityCriterion

# Names of cells in the workbook: the rule's parameters, and what the formulas look at in the admitted bids.
LOWEST, HIGHEST, AVERAGE = "lowest_price", "highest_price", "average_price"
PARAMETERS = (
    "points", "multiple", "minimum", "maximum", "budget", "exponent", "x", "significant_percent", "constant",
    "corridor_percent", "cap", "estimate",
)


def named(parameter: str) -> str:
    """The name of the cell that holds a parameter of the rule."""
    return f"rule_{parameter}"


_DISCOUNT = f"({named('budget')}-{{own}})/({named('budget')}-{LOWEST})"
_PRICE: Mapping[Formula, str] = {
    Formula.LOWEST_PRICE_RATIO: f"rule_points*{LOWEST}/{{own}}",
    Formula.LINEAR_TO_MULTIPLE: f"MAX(0,rule_points*(rule_multiple*{LOWEST}-{{own}})/(rule_multiple*{LOWEST}-{LOWEST}))",
    Formula.LINEAR_MIN_MAX: f"IF({HIGHEST}={LOWEST},rule_points,rule_points*({HIGHEST}-{{own}})/({HIGHEST}-{LOWEST}))",
    Formula.LINEAR_FIXED_BOUNDS: "rule_points*MAX(0,MIN(1,(rule_maximum-{own})/(rule_maximum-rule_minimum)))",
    Formula.BUDGET_CEILING: f"IF({{own}}={LOWEST},rule_points,rule_points*{_DISCOUNT})",
    Formula.DISCOUNT_LINEAR: f"IF(AND({LOWEST}=rule_budget,{{own}}=rule_budget),0,rule_points*{_DISCOUNT})",
    Formula.DISCOUNT_EXPONENT: f"IF({{own}}>=rule_budget,0,rule_points*({_DISCOUNT})^rule_exponent)",
    Formula.DISCOUNT_BILINEAR: (
        f"IF({{own}}={LOWEST},IF(rule_budget={LOWEST},0,rule_points),IF({{own}}>={AVERAGE},"
        f"rule_points*rule_x*(rule_budget-{{own}})/(rule_budget-{AVERAGE}),"
        f"rule_points*(rule_x+(1-rule_x)*({AVERAGE}-{{own}})/({AVERAGE}-{LOWEST}))))"
    ),
    Formula.DISCOUNT_CORRECTED: f"rule_points*(rule_budget-{{own}})/MAX(rule_budget*rule_significant_percent/100,rule_budget-{LOWEST})",
    Formula.LOGARITHMIC: f"IF({{own}}>=rule_multiple*{LOWEST},0,rule_points*(1-LN({{own}}/{LOWEST})/LN(rule_multiple)))",
    Formula.AVERAGE_BASED: f"MAX(0,rule_points*(1-ABS({{own}}-{AVERAGE})/(rule_cap/100*{AVERAGE})))",
    Formula.CLOSENESS_TO_ESTIMATE: "MAX(0,rule_points*(1-ABS({own}-rule_estimate)/(rule_cap/100*rule_estimate)))",
    Formula.QUALITY_ADJUSTED_PRICE: "{own}-{quality}",
    Formula.FIXED_PRICE: "{quality}",
}
_QUOTIENT: Mapping[str | None, str] = {
    "quality_over_price": "rule_constant*{quality}/{own}",
    "price_over_quality": "rule_constant*{own}/{quality}",
}


def price_figure(evaluation: Evaluation, own: str, quality: str) -> str:
    """The formula for the price points of a bid, or for its one figure of price and quality."""
    price = evaluation.price
    text = _QUOTIENT[price.direction] if price.formula is Formula.PRICE_PER_QUALITY else _PRICE[price.formula]
    return text.format(own=own, quality=quality)


def earned(one: QualityCriterion, evaluation: Evaluation, score: str, own: str) -> str:
    """The formula for what a score earns: points, or money off the price."""
    if evaluation.price.formula is not Formula.QUALITY_ADJUSTED_PRICE:
        return _points(one, score)
    if one.deduction_per_unit is not None:
        units = score if one.max_units is None else f"MIN({score},{one.max_units})"
        return f"{one.deduction_per_unit}*{units}"
    share = _share(one, score)
    return f"{own}*{one.max_deduction_percent}/100*{share}" if one.max_deduction_percent is not None else f"{one.max_deduction or 0}*{share}"


def _points(one: QualityCriterion, score: str) -> str:
    if one.steps:
        return _step(one, score)
    return score if one.scale is None and one.quantity is None else f"{one.points or 0}*{_share(one, score)}"


def _share(one: QualityCriterion, score: str) -> str:
    """How much of the full points a score earns, 0 to 1."""
    if one.steps:
        return f"({_step(one, score)})/{max(step.points for step in one.steps)}"
    if one.quantity:
        lowest, cap = one.quantity.minimum, one.quantity.cap
        return f"MAX(0,MIN(1,({score}-{lowest})/({cap}-{lowest})))"
    return f"{score}/{one.scale if one.scale is not None else one.points or 1}"


def _step(one: QualityCriterion, score: str) -> str:
    return f"MAX(0,{','.join(f'IF({score}>={step.from_},{step.points},0)' for step in one.steps or ())})"


def refused(one: QualityCriterion, score: str) -> list[str]:
    """The conditions on a score that put a bid out."""
    limits = [one.minimum, one.quantity.minimum if one.quantity else None]
    return [f"{score}<{limit}" for limit in limits if limit is not None]


def rounded(evaluation: Evaluation, of: str, text: str) -> str:
    """Round where the rule says so."""
    rounding = evaluation.rounding
    digits = rounding.digits if rounding and rounding.of == of else evaluation.price.digits if of == "totals" and not rounding else None
    return text if digits is None else f"ROUND({text},{digits})"


def total(evaluation: Evaluation, figure: str, quality: str) -> str:
    """The formula for the result of a bid: points of price and quality together, or the figure that holds both."""
    both = evaluation.price.formula in (Formula.QUALITY_ADJUSTED_PRICE, Formula.PRICE_PER_QUALITY, Formula.FIXED_PRICE)
    return rounded(evaluation, "totals", figure if both else f"{quality}+{figure}")


def lower_is_better(evaluation: Evaluation) -> bool:
    return evaluation.price.formula is Formula.QUALITY_ADJUSTED_PRICE or evaluation.price.direction == "price_over_quality"


Cell = Callable[[str], str]


def keys(evaluation: Evaluation, cell: Cell, best: str) -> list[str]:
    """What decides the order, one formula after the other; the smallest comes first. `cell` gives a part of the row."""
    sign = "" if lower_is_better(evaluation) else "-"
    made = []
    if evaluation.price.corridor_percent is not None:
        inside = (
            f"{cell('total')}<={best}*(1+rule_corridor_percent/100)" if lower_is_better(evaluation)
            else f"{cell('total')}>={best}*(1-rule_corridor_percent/100)"
        )
        decides = cell("price") if evaluation.price.corridor_by == "price" else f"-{cell('quality')}"
        made += [f"IF({inside},0,1)", f"IF({inside},ROUND({decides},9),0)"]
    made.append(f"ROUND({sign}{cell('total')},9)")
    made += [cell("price") if name == "price" else f"ROUND(-{cell(name)},9)" for name in evaluation.tie_break]
    return made
