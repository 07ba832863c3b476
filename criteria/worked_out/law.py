"""Facts worked out of what the law of the day says on the purchase."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from criteria.codes import Answer, ContractType
from criteria.regime import ANSWERERS
from criteria.regime.holding import contract_type
from criteria.worked_out.shape import WorkedOut

if TYPE_CHECKING:
    from criteria.facts import Situation


def _holding(question: str) -> Callable[[Situation], bool | None]:
    return lambda here: here.regime.known(question)


def _full_rules(here: Situation) -> bool:
    """Nothing known takes the contract out of the full rules: value, light regime, concession."""
    below, light = here.regime.known("above_threshold") is False, here.regime.known("light_regime") is True
    return not (here.tender.concession or below or light)


def _eu_limits_bind(here: Situation) -> bool:
    """The limits of the directive bind unless the value is known to stay below the threshold."""
    return here.regime.known("above_threshold") is not False


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


def _like_reach_threshold(here: Situation) -> bool | None:
    """The value stays below the threshold alone and reaches it with the like purchases of twelve months."""
    like, holding = here.tender.like_purchases, here.regime["above_threshold"]
    if holding.answer is Answer.YES:
        return False
    if like is None or holding.answer is Answer.NOT_KNOWN:
        return None
    return bool(like + holding.details["margin"] >= 0)


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


def _art77_national_limits(here: Situation) -> bool:
    """What is reserved goes beyond the list or the length of Article 77, below the threshold."""
    return _reserves(here, "art77") and "national_limits" in here.regime["art77"].details


FACTS: Mapping[str, WorkedOut] = {
    **{f"regime.{question}": WorkedOut(bool, _holding(question)) for question in ANSWERERS},
    "full_rules": WorkedOut(bool, _full_rules),
    "eu_limits_bind": WorkedOut(bool, _eu_limits_bind),
    "time_too_short": WorkedOut(bool, _time_too_short, ("publication_date", "start_date", "procedure")),
    "amounts_may_change": WorkedOut(bool, _amounts_may_change, ("publication_date",)),
    "service_list_agrees": WorkedOut(bool, _service_list_agrees, ("cpv", "special_service")),
    "like_reach_threshold": WorkedOut(bool, _like_reach_threshold, ("like_purchases", "estimated_value")),
    "reserves": WorkedOut(bool, lambda here: _reserves(here, "art20") or _reserves(here, "art77")),
    "reserves_art20": WorkedOut(bool, lambda here: _reserves(here, "art20")),
    "reserves_art77": WorkedOut(bool, lambda here: _reserves(here, "art77")),
    "option_refused": WorkedOut(bool, _option_refused, ("country",)),
    "reservation_ground": WorkedOut(bool, _reservation_ground, ("country",)),
    "art77_services": WorkedOut(bool, _art77_services, ("cpv",)),
    "art77_national_limits": WorkedOut(bool, _art77_national_limits),
}
