"""All signs of faults, those that weigh most first."""

from collections.abc import Callable, Iterator

from criteria.scoring.doctor.design_signs import (
    abnormally_low_check,
    decorative_weight,
    effective_weight,
    single_bidder_left,
    status_bonus,
    tie_by_rounding,
)
from criteria.scoring.doctor.formula_signs import (
    automatic_exclusion,
    average_manipulable,
    dead_zone,
    dearer_bid_gains,
    estimate_closeness,
    out_of_range_points,
    rank_reversal,
    undisclosed_bounds,
)
from criteria.scoring.doctor.patient import Found, Patient

Sign = Callable[[Patient], Iterator[Found]]
SIGNS: tuple[Sign, ...] = (
    automatic_exclusion, status_bonus, dearer_bid_gains, estimate_closeness, average_manipulable, undisclosed_bounds,
    out_of_range_points, abnormally_low_check, rank_reversal, dead_zone, effective_weight, decorative_weight,
    tie_by_rounding, single_bidder_left,
)
