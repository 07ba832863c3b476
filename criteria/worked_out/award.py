"""Facts worked out of how bids are scored: points, price, minimums."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from criteria.codes import Path, Stage
from criteria.scoring.evaluation import Formula, QualityCriterion
from criteria.worked_out.shape import WorkedOut, used_at

if TYPE_CHECKING:
    from criteria.facts import Situation

ROOM_TO_DIFFER = Decimal("0.2")
_PRICE_WITHOUT_POINTS = (Formula.FIXED_PRICE, Formula.PRICE_PER_QUALITY, Formula.QUALITY_ADJUSTED_PRICE)


def _weights_total(here: Situation) -> Decimal | None:
    """Price, other criteria and chosen social criteria together; None until all are entered or the social ones alone are too many."""
    evaluation = here.tender.evaluation
    if evaluation is None or evaluation.price.points is None or not _award_weighted(here):
        return social if (social := _social_weight(here)) > 100 else None
    others = [_points(one) for one in evaluation.criteria]
    return None if None in others else evaluation.price.points + sum(filter(None, others), _social_weight(here))


def _all_weighted(here: Situation) -> bool | None:
    """Once the price has points, every scored criterion needs them; the quick path sets those of choices itself."""
    evaluation = here.tender.evaluation
    if evaluation is None or evaluation.price.points is None:
        return None
    chosen = here.tender.path is Path.QUICK or _award_weighted(here)
    return chosen and all(_points(one) is not None for one in evaluation.criteria)


def _award_weighted(here: Situation) -> bool:
    return all(one.weight is not None for one in used_at(here, Stage.AWARD_CRITERION))


def _social_weight(here: Situation) -> Decimal:
    return sum((one.weight or Decimal(0) for one in used_at(here, Stage.AWARD_CRITERION)), Decimal(0))


def _price_counts(here: Situation) -> bool | None:
    """Price has points, is fixed, or divides; without points of its own it counts only while some of 100 are left."""
    evaluation = here.tender.evaluation
    if evaluation is None:
        return None
    if evaluation.price.formula in _PRICE_WITHOUT_POINTS:
        return True
    if evaluation.price.points is not None:
        return evaluation.price.points > 0
    quality = sum((_points(one) or Decimal(0) for one in evaluation.criteria), _social_weight(here))
    return False if quality >= 100 else None


def _bidders_price(here: Situation) -> bool | None:
    """Bidders name the price; it is not fixed by the authority."""
    return here.tender.evaluation.price.formula is not Formula.FIXED_PRICE if here.tender.evaluation else None


def _weight_cancelled(here: Situation) -> bool | None:
    """A minimum leaves a criterion no more than a fifth of its scale, so that its weight decides next to nothing."""
    evaluation = here.tender.evaluation
    if evaluation is None:
        return None
    return any(_room(one) is not None and _room(one) <= ROOM_TO_DIFFER for one in evaluation.criteria)


def _room(one: QualityCriterion) -> Any:
    """The share of its scale that a criterion leaves above its minimum; None where it has none."""
    most = one.scale or _points(one)
    return None if one.minimum is None or not most else 1 - Decimal(one.minimum) / Decimal(most)


def _points(one: QualityCriterion) -> Decimal | None:
    """The most points a criterion can give."""
    return max(step.points for step in one.steps) if one.points is None and one.steps else one.points


FACTS: Mapping[str, WorkedOut] = {
    "weights_total": WorkedOut(Decimal, _weights_total, ("evaluation",)),
    "all_weighted": WorkedOut(bool, _all_weighted, ("evaluation",)),
    "award_weighted": WorkedOut(bool, _award_weighted),
    "social_weight": WorkedOut(Decimal, _social_weight),
    "price_counts": WorkedOut(bool, _price_counts, ("evaluation",)),
    "bidders_price": WorkedOut(bool, _bidders_price, ("evaluation",)),
    "weight_cancelled": WorkedOut(bool, _weight_cancelled, ("evaluation",)),
}
