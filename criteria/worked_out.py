"""Facts that follow from others: how each is found, its type, and what to ask when it is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from criteria.codes import (
    QUICK_STATEMENTS,
    Answer,
    ChoiceStatus,
    Consulted,
    ContractType,
    EvidenceLevel,
    Family,
    Path,
    PurchaseFamily,
    SafetyStatement,
    SocialSuppliers,
    Stage,
    SupplierCount,
)
from criteria.regime import ANSWERERS
from criteria.regime.holding import contract_type
from criteria.scoring.evaluation import Formula, QualityCriterion
from criteria.tender import Choice, fact_types

if TYPE_CHECKING:
    from criteria.facts import Situation

LABOUR_INTENSIVE_FROM = 50
HOURS_FOR_A_CONDITION = Decimal("0.5")
ROOM_TO_DIFFER = Decimal("0.2")
_PRICE_WITHOUT_POINTS = (Formula.FIXED_PRICE, Formula.PRICE_PER_QUALITY, Formula.QUALITY_ADJUSTED_PRICE)


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A fact that follows from others: its type, how it is found, what to ask when it is not known."""

    type: Any
    find: Callable[[Situation], Any]
    asks: tuple[str, ...] = ()


def _labour_share(here: Situation) -> Decimal | None:
    given = here.tender.people.labour_share
    return given if given is not None or here.purchase is None else here.purchase.labour_share


def _labour_intensive(here: Situation) -> bool | None:
    share = _labour_share(here)
    return None if share is None else share >= LABOUR_INTENSIVE_FROM


def _people_facing(here: Situation) -> bool | None:
    people = here.tender.people
    if people.used_by_people or "users" in (people.affected or ()):
        return True
    return people.used_by_people if people.used_by_people is not None or people.affected is None else False


def _workforce(here: Situation) -> Any:
    given = here.tender.people.workforce
    return given if given is not None or here.purchase is None else here.purchase.workforce


def _one_sex_prevails(here: Situation) -> bool | None:
    workforce = _workforce(here)
    return None if workforce is None else workforce.startswith("mostly")


def _several_partners(here: Situation) -> bool | None:
    together = here.tender.partners.together
    return None if together is None else together != "no"


def _divisible(here: Situation) -> bool | None:
    split = here.tender.partners.split
    return bool(split) if split is not None else (len(here.tender.lots) > 1 if here.tender.lots else None)


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
    return None if hours is None else hours < HOURS_FOR_A_CONDITION * len(_used(here, Stage.PERFORMANCE_CONDITION))


def _full_rules(here: Situation) -> bool:
    """Nothing known takes the contract out of the full rules: value, light regime, concession."""
    below, light = here.regime.known("above_threshold") is False, here.regime.known("light_regime") is True
    return not (here.tender.concession or below or light)


def _time_too_short(here: Situation) -> bool | None:
    """The contract starts before even the shortest legal time for bids is over."""
    first, last = here.tender.publication_date, here.tender.start_date
    days = here.regime["time_limit"].details.get("days")
    return (last - first).days < min(days.values()) if first and last and days else None


def _amounts_may_change(here: Situation) -> bool | None:
    """A call planned for an odd year can slip into the next period: amounts change on 1 January of even years, D24 Article 6(1)."""
    planned = here.tender.publication_date
    return planned.year % 2 == 1 if planned else None


def _service_list_agrees(here: Situation) -> bool | None:
    said, found = here.tender.special_service, here.regime.known("light_service")
    return said == found if here.tender.cpv and said is not None and found is not None else None


def _lots_above_value(here: Situation) -> bool | None:
    """The lots come to more than the whole; lots without a value can only add to it."""
    lots, whole = here.tender.lots or (), here.tender.estimated_value
    known = [lot.estimated_value for lot in lots if lot.estimated_value is not None]
    if not known or whole is None:
        return None
    return True if sum(known) > whole else (False if len(known) == len(lots) else None)


def _undivided(here: Situation) -> bool | None:
    """One lot or none; "it cannot be split" says so too."""
    if here.tender.lots is not None:
        return len(here.tender.lots) < 2
    return True if here.tender.partners.split == () else None


def _bidders_heard(here: Situation) -> bool | None:
    """A possible bidder helped to draft, or suppliers were asked before."""
    helped, asked = here.tender.partners.helped_draft, here.tender.need.consulted
    if helped or {Consulted.SUPPLIERS, Consulted.SOCIAL_ENTERPRISES} & set(asked or ()):
        return True
    return None if helped is None or asked is None else False


def _unconfirmed(here: Situation) -> tuple[SafetyStatement, ...] | None:
    """The statements of the safety check that were put and not confirmed: five on the quick path, else all."""
    confirmed = here.tender.safety.statements
    if confirmed is None:
        return None
    put = QUICK_STATEMENTS if here.tender.path is Path.QUICK else tuple(SafetyStatement)
    return tuple(one for one in put if one not in confirmed)


def _settled(family: Family) -> Callable[[Situation], bool]:
    """An item of the family is used, or was refused with a reason."""
    return lambda here: any(
        one.used or (one.status is ChoiceStatus.REJECTED and bool(one.reason))
        for one in here.tender.choices if one.criterion.startswith(f"{family}-")
    )


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
    return all(one.weight is not None for one in _used(here, Stage.AWARD_CRITERION))


def _points(one: QualityCriterion) -> Decimal | None:
    """The most points a criterion can give."""
    return max(step.points for step in one.steps) if one.points is None and one.steps else one.points


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


def _social_weight(here: Situation) -> Decimal:
    return sum((one.weight or Decimal(0) for one in _used(here, Stage.AWARD_CRITERION)), Decimal(0))


def _used(here: Situation, stage: Stage) -> list[Choice]:
    return [one for one in here.tender.used_choices if one.stage is stage]


def _reserves(here: Situation, article: str) -> bool:
    chosen = any(one.stage == f"reserved_{article}" for one in here.tender.used_choices)
    return chosen or any(lot.reserved == article for lot in here.tender.lots or ())


def _option_refused(here: Situation) -> bool:
    """The country has not taken up the option for what is reserved."""
    return any(_reserves(here, article) and "refused" in here.regime[article].details for article in ("art20", "art77"))


def _reservation_ground(here: Situation) -> bool | None:
    """National law is known to allow what is reserved; no where we hold no checked provision of the country."""
    used = [here.regime[article] for article in ("art20", "art77") if _reserves(here, article)]
    if any(one.answer is Answer.NOT_KNOWN and not one.ask for one in used):
        return False
    return True if used and all(one.answer is Answer.YES for one in used) else None


def _art77_services(here: Situation) -> bool | None:
    """All that is reserved is on the closed list of Article 77, whose holding names the first code that is not."""
    tender = here.tender
    own = {code for lot in tender.lots or () if lot.reserved == "art77" for code in lot.cpv}
    if tender.concession or contract_type(tender) in (ContractType.WORKS, ContractType.SUPPLIES):
        return None if own else False
    if not tender.cpv or not own <= set(tender.cpv):
        return None
    code = here.regime["art77"].because[0].values.get("code")
    return True if code is None else (None if own and code not in own else False)


def _eu_limits_bind(here: Situation) -> bool:
    """The limits of the directive bind unless the value is known to stay below the threshold."""
    return here.regime.known("above_threshold") is not False


def _art77_national_limits(here: Situation) -> bool:
    """What is reserved goes beyond the list or the length of Article 77, below the threshold."""
    return _reserves(here, "art77") and "national_limits" in here.regime["art77"].details


def _like_reach_threshold(here: Situation) -> bool | None:
    """The value stays below the threshold alone and reaches it with the like purchases of twelve months."""
    like, holding = here.tender.like_purchases, here.regime["above_threshold"]
    if holding.answer is Answer.YES:
        return False
    if like is None or holding.answer is Answer.NOT_KNOWN:
        return None
    return bool(like + holding.details["margin"] >= 0)


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


def _lot_bidders(here: Situation) -> bool | None:
    """Somebody could bid for a part: several suppliers are known, or at least one social enterprise."""
    social, suppliers = here.tender.partners.social_suppliers, here.tender.partners.suppliers
    if social in (SocialSuppliers.ONE, SocialSuppliers.SEVERAL) or suppliers in (SupplierCount.FROM_3_TO_5, SupplierCount.OVER_5):
        return True
    return None if social is None or suppliers is None else False


def _holding(question: str) -> Callable[[Situation], bool | None]:
    return lambda here: here.regime.known(question)


WORKED_OUT: Mapping[str, WorkedOut] = {
    **{f"regime.{question}": WorkedOut(bool, _holding(question)) for question in ANSWERERS},
    "kind_of_contract": WorkedOut(ContractType, lambda here: contract_type(here.tender), ("contract_type",)),
    "purchase": WorkedOut(PurchaseFamily, lambda here: here.family, ("family",)),
    "labour_share": WorkedOut(Decimal, _labour_share, ("people.labour_share", "family")),
    "labour_intensive": WorkedOut(bool, _labour_intensive, ("people.labour_share", "family")),
    "people_facing": WorkedOut(bool, _people_facing, ("people.used_by_people",)),
    "workforce": WorkedOut(fact_types()["people.workforce"], _workforce, ("people.workforce",)),
    "one_sex_prevails": WorkedOut(bool, _one_sex_prevails, ("people.workforce",)),
    "several_partners": WorkedOut(bool, _several_partners, ("partners.together",)),
    "divisible": WorkedOut(bool, _divisible, ("partners.split",)),
    "has_checker": WorkedOut(bool, _has_checker, ("follow_up.checker",)),
    "clashes": WorkedOut(int, lambda here: here.clashes),
    "lot_count": WorkedOut(int, lambda here: len(here.tender.lots) if here.tender.lots is not None else None, ("lots",)),
    "lots_explained": WorkedOut(bool, lambda here: bool(here.tender.no_lots_reason)),
    "undivided": WorkedOut(bool, _undivided, ("partners.split",)),
    "lots_above_value": WorkedOut(bool, _lots_above_value, ("lots", "estimated_value")),
    "full_rules": WorkedOut(bool, _full_rules),
    "time_too_short": WorkedOut(bool, _time_too_short, ("publication_date", "start_date", "procedure")),
    "amounts_may_change": WorkedOut(bool, _amounts_may_change, ("publication_date",)),
    "service_list_agrees": WorkedOut(bool, _service_list_agrees, ("cpv", "special_service")),
    "bidders_heard": WorkedOut(bool, _bidders_heard, ("partners.helped_draft", "need.consulted")),
    "unconfirmed": WorkedOut(tuple[SafetyStatement, ...], _unconfirmed, ("safety.statements",)),
    "reserves": WorkedOut(bool, lambda here: _reserves(here, "art20") or _reserves(here, "art77")),
    "option_refused": WorkedOut(bool, _option_refused, ("country",)),
    "chosen": WorkedOut(tuple[str, ...], lambda here: tuple(one.criterion for one in here.tender.used_choices)),
    "reservation_ground": WorkedOut(bool, _reservation_ground, ("country",)),
    "art77_services": WorkedOut(bool, _art77_services, ("cpv",)),
    "eu_limits_bind": WorkedOut(bool, _eu_limits_bind),
    "art77_national_limits": WorkedOut(bool, _art77_national_limits),
    "like_reach_threshold": WorkedOut(bool, _like_reach_threshold, ("like_purchases", "estimated_value")),
    "weight_cancelled": WorkedOut(bool, _weight_cancelled, ("evaluation",)),
    "lot_bidders": WorkedOut(bool, _lot_bidders, ("partners.suppliers", "partners.social_suppliers")),
    "reserves_art20": WorkedOut(bool, lambda here: _reserves(here, "art20")),
    "reserves_art77": WorkedOut(bool, lambda here: _reserves(here, "art77")),
    "award_count": WorkedOut(int, lambda here: len(_used(here, Stage.AWARD_CRITERION))),
    "condition_count": WorkedOut(int, lambda here: len(_used(here, Stage.PERFORMANCE_CONDITION))),
    "choice_count": WorkedOut(int, lambda here: len(here.tender.used_choices)),
    "purpose_given": WorkedOut(bool, lambda here: bool(here.tender.purpose)),
    "equality_settled": WorkedOut(bool, _settled(Family.EQUALITY)),
    "accessibility_settled": WorkedOut(bool, _settled(Family.ACCESSIBILITY)),
    "enforced": WorkedOut(bool, _enforced, ("follow_up.checker", "follow_up.remedies")),
    "checker_hours_short": WorkedOut(bool, _checker_hours_short, ("follow_up.checker_hours",)),
    "award_weighted": WorkedOut(bool, _award_weighted),
    "all_weighted": WorkedOut(bool, _all_weighted, ("evaluation",)),
    "price_counts": WorkedOut(bool, _price_counts, ("evaluation",)),
    "bidders_price": WorkedOut(bool, _bidders_price, ("evaluation",)),
    "weights_total": WorkedOut(Decimal, _weights_total, ("evaluation",)),
    "social_weight": WorkedOut(Decimal, _social_weight),
    "choice.stage": WorkedOut(Stage, lambda here: here.choice and here.choice.stage),
    "choice.status": WorkedOut(ChoiceStatus, lambda here: here.choice and here.choice.status),
    "choice.weight": WorkedOut(Decimal, lambda here: here.choice and here.choice.weight),
    "choice.evidence": WorkedOut(EvidenceLevel, lambda here: here.choice and here.choice.evidence),
    "choice.reason": WorkedOut(str, lambda here: here.choice and here.choice.reason),
    "choice.text": WorkedOut(str, lambda here: here.choice and here.choice.text),
    "lot.value": WorkedOut(Decimal, lambda here: here.lot and here.lot.estimated_value),
    "lot.reserved": WorkedOut(str, lambda here: here.lot and here.lot.reserved),
}
