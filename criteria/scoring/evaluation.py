"""The evaluation file: how bids are scored, and the bids; the types of interface section 4."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from criteria.codes import Code
from criteria.prose import N_, Frozen
from criteria.values import Amount, Line, Percent, no_truth_value

Number = Annotated[
    Decimal,
    BeforeValidator(no_truth_value),
    Field(allow_inf_nan=False, ge=-100_000_000_000, le=100_000_000_000, decimal_places=30),
]
Identifier = Annotated[Line, Field(min_length=1, max_length=80)]


class Formula(Code):
    LOWEST_PRICE_RATIO = "lowest_price_ratio", N_("Lowest price divided by price")
    LINEAR_TO_MULTIPLE = "linear_to_multiple", N_("Straight line to a multiple of the lowest price")
    LINEAR_MIN_MAX = "linear_min_max", N_("Straight line between lowest and highest bid")
    LINEAR_FIXED_BOUNDS = "linear_fixed_bounds", N_("Straight line between announced amounts")
    BUDGET_CEILING = "budget_ceiling", N_("Distance to the budget")
    DISCOUNT_LINEAR = "discount_linear", N_("Discount, straight line")
    DISCOUNT_EXPONENT = "discount_exponent", N_("Discount, curved")
    DISCOUNT_BILINEAR = "discount_bilinear", N_("Discount, two straight lines")
    DISCOUNT_CORRECTED = "discount_corrected", N_("Discount, corrected for small differences")
    LOGARITHMIC = "logarithmic", N_("Logarithm of the price ratio")
    PRICE_PER_QUALITY = "price_per_quality", N_("Price and quality divided by one another")
    QUALITY_ADJUSTED_PRICE = "quality_adjusted_price", N_("Price less a deduction for quality")
    FIXED_PRICE = "fixed_price", N_("Fixed price: quality alone decides")
    AVERAGE_BASED = "average_based", N_("Distance to the average of the bids")
    CLOSENESS_TO_ESTIMATE = "closeness_to_estimate", N_("Distance to the authority's estimate")


class Price(Frozen):
    formula: Formula = Formula.LOWEST_PRICE_RATIO
    points: Amount | None = None
    multiple: Number | None = None
    minimum: Amount | None = None
    maximum: Amount | None = None
    outside: Literal["clip", "exclude"] | None = None
    budget: Amount | None = None
    exponent: Number | None = None
    x: Number | None = None
    significant_percent: Percent | None = None
    direction: Literal["quality_over_price", "price_over_quality"] | None = None
    constant: Number | None = None
    corridor_percent: Percent | None = None
    corridor_by: Literal["quality", "price"] | None = None
    digits: int | None = Field(None, ge=0, le=12)
    cap: Number | None = None
    estimate: Amount | None = None
    announced: bool | None = None


class Step(Frozen):
    from_: Number = Field(alias="from")
    points: Amount


class Quantity(Frozen):
    minimum: Number
    cap: Number


class QualityCriterion(Frozen):
    id: Identifier
    title: Line = ""
    points: Amount | None = None
    scale: Annotated[Decimal, Field(gt=0, le=1000, allow_inf_nan=False)] | None = None
    minimum: Number | None = None
    steps: tuple[Step, ...] | None = Field(None, max_length=50)
    quantity: Quantity | None = None
    max_deduction: Amount | None = None
    max_deduction_percent: Percent | None = None
    deduction_per_unit: Amount | None = None
    max_units: Number | None = None


class Bid(Frozen):
    id: Identifier
    price: Number | None = None
    discount_percent: Percent | None = None
    scores: dict[str, Number] = Field(default_factory=dict)


class Rounding(Frozen):
    digits: int = Field(ge=0, le=12)
    of: Literal["totals", "price_points"] = "totals"


class Lot(Frozen):
    """One lot: its own bids; price rule and criteria are those of the evaluation unless it names its own."""

    id: Identifier
    title: Line = ""
    price: Price | None = None
    criteria: tuple[QualityCriterion, ...] | None = Field(None, max_length=200)
    bids: tuple[Bid, ...] = Field((), max_length=20_000)


class Allocation(Code):
    LOT_ORDER = "lot_order", N_("Lots one after another, in the order announced")
    BEST_TOTAL = "best_total", N_("The combination with the best sum of totals")


class Evaluation(Frozen):
    schema_: Literal[1] = Field(1, alias="schema")
    price: Price = Price()
    criteria: tuple[QualityCriterion, ...] = Field((), max_length=200)
    bids: tuple[Bid, ...] = Field((), max_length=20_000)
    quality_minimum: Number | None = None
    rounding: Rounding | None = None
    tie_break: tuple[str, ...] = Field((), max_length=200)
    lots: tuple[Lot, ...] = Field((), max_length=200)
    lots_per_bidder: int | None = Field(None, ge=1, le=200)
    allocation: Allocation | None = None
