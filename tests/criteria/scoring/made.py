"""Evaluations made for tests: one price rule of each formula, and bids in few words."""

from typing import Any

from criteria.scoring.evaluation import Evaluation, Price

RULES: dict[str, dict[str, Any]] = {
    "lowest_price_ratio": {"points": 40},
    "linear_to_multiple": {"points": 40, "multiple": 2},
    "linear_min_max": {"points": 40},
    "linear_fixed_bounds": {"points": 40, "minimum": 40000, "maximum": 90000},
    "budget_ceiling": {"points": 40, "budget": 100000},
    "discount_linear": {"points": 40, "budget": 100000},
    "discount_exponent": {"points": 40, "budget": 100000, "exponent": 0.5},
    "discount_bilinear": {"points": 40, "budget": 100000, "x": 0.8},
    "discount_corrected": {"points": 40, "budget": 100000, "significant_percent": 20},
    "logarithmic": {"points": 40, "multiple": 2},
    "price_per_quality": {"direction": "quality_over_price"},
    "quality_adjusted_price": {},
    "fixed_price": {},
    "average_based": {"points": 40},
    "closeness_to_estimate": {"points": 40, "estimate": 60000},
}
VARIANTS: dict[str, dict[str, Any]] = {
    **{name: {"formula": name, **rule} for name, rule in RULES.items()},
    "bounds that exclude": {"formula": "linear_fixed_bounds", **RULES["linear_fixed_bounds"], "outside": "exclude"},
    "price over quality": {"formula": "price_per_quality", "direction": "price_over_quality"},
    "rounded quotient": {"formula": "price_per_quality", "direction": "price_over_quality", "digits": 0},
    "corridor by quality": {"formula": "price_per_quality", "direction": "quality_over_price", "corridor_percent": 20, "corridor_by": "quality"},
    "corridor by price": {"formula": "price_per_quality", "direction": "price_over_quality", "corridor_percent": 20, "corridor_by": "price"},
}


def price_rule(name: str) -> Price:
    return Price.model_validate(VARIANTS[name])


def made(price: str | dict[str, Any], prices: dict[str, Any], scores: dict[str, Any] | None = None, **more: Any) -> Evaluation:
    """An evaluation with one criterion `q` of 60 points given as points, where scores are given."""
    rule = VARIANTS[price] if isinstance(price, str) else price
    criterion: dict[str, Any] = {"id": "q", "points": 60}
    if rule["formula"] == "quality_adjusted_price":
        criterion["max_deduction"] = 30000
    content = {
        "schema": 1, "price": rule, "criteria": [criterion] if scores is not None else [],
        "bids": [{"id": name, "price": one, "scores": {"q": scores[name]} if scores is not None else {}} for name, one in prices.items()],
    }
    return Evaluation.model_validate(content | more)
