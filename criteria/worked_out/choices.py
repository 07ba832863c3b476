"""Facts worked out of what was chosen, refused and confirmed, and of who checks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from criteria.codes import QUICK_STATEMENTS, ChoiceStatus, EvidenceLevel, Family, Path, SafetyStatement, Stage
from criteria.worked_out.shape import WorkedOut, used_at

if TYPE_CHECKING:
    from criteria.facts import Situation

HOURS_FOR_A_CONDITION = Decimal("0.5")


def _settled(family: Family) -> Callable[[Situation], bool]:
    """An item of the family is used, or was refused with a reason."""
    return lambda here: any(
        one.used or (one.status is ChoiceStatus.REJECTED and bool(one.reason))
        for one in here.tender.choices if one.criterion.startswith(f"{family}-")
    )


def _unconfirmed(here: Situation) -> tuple[SafetyStatement, ...] | None:
    """The statements of the safety check that were put and not confirmed: five on the quick path, else all."""
    confirmed = here.tender.safety.statements
    if confirmed is None:
        return None
    put = QUICK_STATEMENTS if here.tender.path is Path.QUICK else tuple(SafetyStatement)
    return tuple(one for one in put if one not in confirmed)


def _has_checker(here: Situation) -> bool | None:
    """No hours mean no checker; a role means one; otherwise nobody knows."""
    if here.tender.follow_up.checker_hours == 0:
        return False
    return True if here.tender.follow_up.checker or here.tender.follow_up.checker_hours else None


def _enforced(here: Situation) -> bool | None:
    """Somebody checks and something follows; either of them missing decides."""
    remedies, checker = here.tender.follow_up.remedies, _has_checker(here)
    if checker is False or remedies == ():
        return False
    return None if checker is None or remedies is None else True


def _checker_hours_short(here: Situation) -> bool | None:
    hours = here.tender.follow_up.checker_hours
    return None if hours is None else hours < HOURS_FOR_A_CONDITION * len(used_at(here, Stage.PERFORMANCE_CONDITION))


FACTS: Mapping[str, WorkedOut] = {
    "chosen": WorkedOut(tuple[str, ...], lambda here: tuple(one.criterion for one in here.tender.used_choices)),
    "choice_count": WorkedOut(int, lambda here: len(here.tender.used_choices)),
    "award_count": WorkedOut(int, lambda here: len(used_at(here, Stage.AWARD_CRITERION))),
    "condition_count": WorkedOut(int, lambda here: len(used_at(here, Stage.PERFORMANCE_CONDITION))),
    "clashes": WorkedOut(int, lambda here: here.clashes),
    "equality_settled": WorkedOut(bool, _settled(Family.EQUALITY)),
    "accessibility_settled": WorkedOut(bool, _settled(Family.ACCESSIBILITY)),
    "unconfirmed": WorkedOut(tuple[SafetyStatement, ...], _unconfirmed, ("safety.statements",)),
    "has_checker": WorkedOut(bool, _has_checker, ("follow_up.checker",)),
    "enforced": WorkedOut(bool, _enforced, ("follow_up.checker", "follow_up.remedies")),
    "checker_hours_short": WorkedOut(bool, _checker_hours_short, ("follow_up.checker_hours",)),
    "choice.stage": WorkedOut(Stage, lambda here: here.choice and here.choice.stage),
    "choice.status": WorkedOut(ChoiceStatus, lambda here: here.choice and here.choice.status),
    "choice.weight": WorkedOut(Decimal, lambda here: here.choice and here.choice.weight),
    "choice.evidence": WorkedOut(EvidenceLevel, lambda here: here.choice and here.choice.evidence),
    "choice.reason": WorkedOut(str, lambda here: here.choice and here.choice.reason),
    "choice.text": WorkedOut(str, lambda here: here.choice and here.choice.text),
}
