"""Repairs: the same bids under a sounder rule, beside the old one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.scoring.cards import FaultCode
from criteria.scoring.contest import contest_of
from criteria.scoring.doctor.design_signs import rewards_status
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation, Formula, Price
from criteria.scoring.formulas import PRICING
from criteria.scoring.result import Result

_EURO = Decimal(1)
# How far from the usual price the announced bounds lie, unless bids lie further out.
_BELOW, _ABOVE = Decimal("0.5"), Decimal("1.5")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A sounder evaluation of the same bids, why it is proposed, and both results."""

    because: Sentence
    evaluation: Evaluation
    old: Result
    new: Result

    @property
    def winner_changes(self) -> bool:
        return self.old.standing.first != self.new.standing.first


def repaired(result: Result, code: FaultCode) -> Repaired | None:
    """Score the same bids with one fault repaired; None where no other rule repairs it, or nothing would be left."""
    way = _WAYS.get(code)
    if way is None:
        return None
    because, other = way(result.evaluation)
    try:
        return Repaired(because, other, result, score(other))
    except BadInput:
        return None


def with_bounds(evaluation: Evaluation) -> tuple[Sentence, Evaluation]:
    """The same weights on a straight line between two announced amounts around the likely price."""
    prices = sorted(entry.price for entry in contest_of(evaluation).entries if entry.price is not None)
    usual = evaluation.price.budget or evaluation.price.estimate or _decimal(prices[len(prices) // 2])
    low = min(usual * _BELOW, _decimal(prices[0])).quantize(_EURO, ROUND_FLOOR)
    high = max(usual * _ABOVE, _decimal(prices[-1]) + 1).quantize(_EURO, ROUND_CEILING)
    price = Price(
        formula=Formula.LINEAR_FIXED_BOUNDS, points=evaluation.price.points, minimum=low, maximum=high, outside="clip",
    )
    because = Sentence(N_("Announced bounds: no bid changes the points of another, and every likely price counts."))
    return because, evaluation.model_copy(update={"price": price, "bids": _with_prices(evaluation)})


def with_deductions(evaluation: Evaluation) -> tuple[Sentence, Evaluation]:
    """The same worth of quality, said openly in euro and taken off the price."""
    _, bounded = with_bounds(evaluation)
    price = bounded.price
    assert price.maximum is not None and price.minimum is not None and price.points
    worth = (price.maximum - price.minimum) / price.points
    criteria = tuple(
        one.model_copy(update={"max_deduction": ((one.points or max(step.points for step in one.steps or ())) * worth).quantize(_EURO)})
        for one in evaluation.criteria if one.points or one.steps
    )
    because = Sentence(N_("A price less deductions: it says in euro what quality is worth, and the lowest result wins."))
    changes = {"price": Price(formula=Formula.QUALITY_ADJUSTED_PRICE), "criteria": criteria, "rounding": None, "quality_minimum": None}
    kept = {one.id for one in criteria}
    bids = tuple(bid.model_copy(update={"scores": {name: value for name, value in bid.scores.items() if name in kept}}) for bid in bounded.bids)
    return because, bounded.model_copy(update={**changes, "bids": bids})


def proposals(result: Result) -> tuple[Repaired, ...]:
    """Robust rules for the same purpose, each scored on the same bids; none where price has no points of its own."""
    evaluation = result.evaluation
    if evaluation.price.formula not in PRICING or not evaluation.price.points:
        return ()
    ways = (with_bounds, with_deductions) if evaluation.criteria else (with_bounds,)
    return tuple(Repaired(because, other, result, score(other)) for because, other in (way(evaluation) for way in ways))


def _without_rounding(evaluation: Evaluation) -> tuple[Sentence, Evaluation]:
    price = evaluation.price.model_copy(update={"digits": None})
    because = Sentence(N_("The same rule without rounding."))
    return because, evaluation.model_copy(update={"rounding": None, "price": price})


def _clipped(evaluation: Evaluation) -> tuple[Sentence, Evaluation]:
    price = evaluation.price.model_copy(update={"outside": "clip"})
    because = Sentence(N_("The same bounds, but a bid outside them stays in and can be explained."))
    return because, evaluation.model_copy(update={"price": price})


def _without_status(evaluation: Evaluation) -> tuple[Sentence, Evaluation]:
    kept = tuple(one for one in evaluation.criteria if not rewards_status(one))
    names = {one.id for one in kept}
    bids = tuple(bid.model_copy(update={"scores": {name: value for name, value in bid.scores.items() if name in names}}) for bid in evaluation.bids)
    ties = tuple(name for name in evaluation.tie_break if name == "price" or name in names)
    because = Sentence(N_("The same rule without the criterion on what a bidder is."))
    return because, evaluation.model_copy(update={"criteria": kept, "bids": bids, "tie_break": ties})


def _with_prices(evaluation: Evaluation) -> tuple[object, ...]:
    """The bids with a price in place of a discount."""
    prices = {entry.id: entry.price for entry in contest_of(evaluation).entries}
    return tuple(
        bid if bid.discount_percent is None else bid.model_copy(update={"price": _decimal(prices[bid.id] or Fraction(0)), "discount_percent": None})
        for bid in evaluation.bids
    )


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


Way = Callable[[Evaluation], tuple[Sentence, Evaluation]]
_WAYS: Mapping[FaultCode, Way] = {
    FaultCode.RANK_REVERSAL: with_bounds, FaultCode.DEAD_ZONE: with_bounds, FaultCode.DEARER_BID_GAINS: with_bounds,
    FaultCode.AVERAGE_MANIPULABLE: with_bounds, FaultCode.ESTIMATE_CLOSENESS: with_bounds,
    FaultCode.OUT_OF_RANGE_POINTS: with_bounds, FaultCode.UNDISCLOSED_BOUNDS: with_bounds,
    FaultCode.TIE_BY_ROUNDING: _without_rounding, FaultCode.AUTOMATIC_EXCLUSION: _clipped,
    FaultCode.STATUS_BONUS: _without_status,
}
