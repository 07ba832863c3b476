"""What is known about formulas and their faults: one file each, read and checked once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from pydantic import Field

from criteria.codes import Code, Severity, Status
from criteria.datafile import DATA, read, read_all
from criteria.problems import BadData
from criteria.prose import N_, Frozen, Prose
from criteria.scoring.evaluation import Formula
from criteria.values import Slug


class Promise(Code):
    """What a fair formula keeps, whatever the bids."""

    SCALE = "scale_invariance", N_("Another currency changes nothing")
    PERMUTATION = "permutation_invariance", N_("The order in which bids came in changes nothing")
    WITHDRAWAL = "withdrawal_invariance", N_("If one bid leaves, the others keep their order")
    OWN_PRICE = "monotone_price", N_("Asking for less never harms a bid")
    OWN_SCORE = "monotone_score", N_("A better score never harms a bid")
    WITHIN_RANGE = "within_range", N_("Price points stay between 0 and the points announced")


class FaultCode(Code):
    RANK_REVERSAL = "rank_reversal", N_("A losing bid decides who wins")
    DEAD_ZONE = "dead_zone", N_("Prices that make no difference")
    DEARER_BID_GAINS = "dearer_bid_gains", N_("A dearer bid gains")
    EFFECTIVE_WEIGHT = "effective_weight", N_("The real weight differs from the announced one")
    DECORATIVE_WEIGHT = "decorative_weight", N_("A weight that cannot change the winner")
    TIE_BY_ROUNDING = "tie_by_rounding", N_("Rounding changes the result")
    OUT_OF_RANGE_POINTS = "out_of_range_points", N_("Points outside the announced range")
    AVERAGE_MANIPULABLE = "average_manipulable", N_("The average can be moved by others")
    ESTIMATE_CLOSENESS = "estimate_closeness", N_("Guessing the estimate is rewarded")
    AUTOMATIC_EXCLUSION = "automatic_exclusion", N_("Low bids are thrown out by formula")
    UNDISCLOSED_BOUNDS = "undisclosed_bounds", N_("Bounds that bidders cannot know")
    STATUS_BONUS = "status_bonus", N_("Points for what a bidder is")
    SINGLE_BIDDER_LEFT = "single_bidder_left", N_("Only one bid is compared")
    ABNORMALLY_LOW_CHECK = "abnormally_low_check", N_("Ask how this price is possible")


class ParameterCard(Frozen):
    """One parameter of the price rule: what it says and what it may be."""

    says: Prose
    above: Decimal | None = None
    at_most: Decimal | None = None
    above_parameter: str | None = None


class FormulaCard(Frozen):
    """One formula: its arithmetic, what it needs, what it promises and where it was read."""

    id: Formula
    what: Prose
    good_for: Prose
    beware: Prose
    better: Literal["higher", "lower", "as_direction"]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    divides_by_price: bool
    exact: bool
    promises: tuple[Promise, ...]
    breaks_with: dict[str, tuple[Promise, ...]] = Field(default_factory=dict)
    faults: tuple[FaultCode, ...] = ()
    valid_from: date
    checked_on: date
    source: str
    status: Status


class Fault(Frozen):
    """One fault of a design: why it harms, with gaps for the counter-example, and how to repair it."""

    id: FaultCode
    severity: Severity
    why: Prose
    repair: Prose
    law: tuple[Slug, ...]
    status: Status
    source: str
    valid_from: date
    checked_on: date
    limit_percent: Decimal | None = None
    phrases: tuple[str, ...] = ()


class _Parameters(Frozen):
    parameters: dict[str, ParameterCard]


@cache
def formulas() -> Mapping[Formula, FormulaCard]:
    """Read the formula files; raise BadData naming file and key."""
    cards = {one.id: one for one in read_all(DATA / "formulas", FormulaCard)}
    known = parameters()
    for formula in Formula:
        if formula not in cards:
            raise BadData(f"formulas/{formula}.toml", "", "this file is missing")
        for name in (*cards[formula].required, *cards[formula].optional):
            if name not in known:
                raise BadData(f"formulas/{formula}.toml", "required", f"'{name}' does not exist")
    return cards


@cache
def parameters() -> Mapping[str, ParameterCard]:
    """Read what each parameter of a price rule means and may be; raise BadData."""
    return read(DATA / "price_parameters.toml", _Parameters).parameters


@cache
def faults() -> Mapping[FaultCode, Fault]:
    """Read the fault files; raise BadData naming file and key."""
    cards = {one.id: one for one in read_all(DATA / "faults", Fault)}
    for code in FaultCode:
        if code not in cards:
            raise BadData(f"faults/{code}.toml", "", "this file is missing")
    return cards
