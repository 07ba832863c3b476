"""Facts worked out of what is bought, for whom, by whom and in which lots."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from criteria.codes import Consulted, ContractType, PurchaseFamily, SocialSuppliers, SupplierCount
from criteria.regime.holding import contract_type
from criteria.tender import fact_types
from criteria.worked_out.shape import WorkedOut

if TYPE_CHECKING:
    from criteria.facts import Situation

LABOUR_INTENSIVE_FROM = 50


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


def _undivided(here: Situation) -> bool | None:
    """One lot or none; "it cannot be split" says so too."""
    if here.tender.lots is not None:
        return len(here.tender.lots) < 2
    return True if here.tender.partners.split == () else None


def _lots_above_value(here: Situation) -> bool | None:
    """The lots come to more than the whole; lots without a value can only add to it."""
    lots, whole = here.tender.lots or (), here.tender.estimated_value
    known = [lot.estimated_value for lot in lots if lot.estimated_value is not None]
    if not known or whole is None:
        return None
    return True if sum(known) > whole else (False if len(known) == len(lots) else None)


def _lot_bidders(here: Situation) -> bool | None:
    """Somebody could bid for a part: several suppliers are known, or at least one social enterprise."""
    social, suppliers = here.tender.partners.social_suppliers, here.tender.partners.suppliers
    if social in (SocialSuppliers.ONE, SocialSuppliers.SEVERAL) or suppliers in (SupplierCount.FROM_3_TO_5, SupplierCount.OVER_5):
        return True
    return None if social is None or suppliers is None else False


def _bidders_heard(here: Situation) -> bool | None:
    """A possible bidder helped to draft, or suppliers were asked before."""
    helped, asked = here.tender.partners.helped_draft, here.tender.need.consulted
    if helped or {Consulted.SUPPLIERS, Consulted.SOCIAL_ENTERPRISES} & set(asked or ()):
        return True
    return None if helped is None or asked is None else False


FACTS: Mapping[str, WorkedOut] = {
    "kind_of_contract": WorkedOut(ContractType, lambda here: contract_type(here.tender), ("contract_type",)),
    "purchase": WorkedOut(PurchaseFamily, lambda here: here.family, ("family",)),
    "labour_share": WorkedOut(Decimal, _labour_share, ("people.labour_share", "family")),
    "labour_intensive": WorkedOut(bool, _labour_intensive, ("people.labour_share", "family")),
    "people_facing": WorkedOut(bool, _people_facing, ("people.used_by_people",)),
    "workforce": WorkedOut(fact_types()["people.workforce"], _workforce, ("people.workforce",)),
    "one_sex_prevails": WorkedOut(bool, _one_sex_prevails, ("people.workforce",)),
    "several_partners": WorkedOut(bool, _several_partners, ("partners.together",)),
    "divisible": WorkedOut(bool, _divisible, ("partners.split",)),
    "undivided": WorkedOut(bool, _undivided, ("partners.split",)),
    "lot_count": WorkedOut(int, lambda here: len(here.tender.lots) if here.tender.lots is not None else None, ("lots",)),
    "lots_explained": WorkedOut(bool, lambda here: bool(here.tender.no_lots_reason)),
    "lots_above_value": WorkedOut(bool, _lots_above_value, ("lots", "estimated_value")),
    "lot_bidders": WorkedOut(bool, _lot_bidders, ("partners.suppliers", "partners.social_suppliers")),
    "bidders_heard": WorkedOut(bool, _bidders_heard, ("partners.helped_draft", "need.consulted")),
    "purpose_given": WorkedOut(bool, lambda here: bool(here.tender.purpose)),
    "lot.value": WorkedOut(Decimal, lambda here: here.lot and here.lot.estimated_value),
    "lot.reserved": WorkedOut(str, lambda here: here.lot and here.lot.reserved),
}
