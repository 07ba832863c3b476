"""The figures and facts that a wording is held against: from the law of the day and from what is known of the contract."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from criteria.codes import ContractType, Country, Stage
from criteria.law import LawOnDay
from criteria.prose import N_, Frozen, Sentence
from criteria.regime.holding import in_list
from criteria.values import Amount, Cpv, Months, Text

PLAUSIBLE_INSURANCE = 10  # times the value of the contract


class Known(Frozen):
    """What is known of the contract a wording stands in; absent means not known, `value` is in euro."""

    stage: Stage | None = None
    context: Text = ""
    contract_type: ContractType | None = None
    cpv: Cpv | None = None
    codes: tuple[Cpv, ...] = ()
    value: Amount | None = None
    months: Months | None = None
    country: Country | None = None


class Stated(Known):
    """What is known, with what the text itself states; `own_value` is in the money of the country."""

    own_value: Amount | None = None


Limit = Callable[[Stated, LawOnDay], Decimal | None]


def _of_law(parameter: str) -> Limit:
    return lambda known, law: law.amount(parameter)


def _reserved_share(known: Known, law: LawOnDay) -> Decimal:
    """The share of Article 20, or the higher share of the country (France, Czechia)."""
    national = law.national("reserved-art20", known.country)
    share = law.amount("reserved-art20-share")
    return max(share, national.amount) if national and national.amount is not None else share


def _reserved_rest(known: Known, law: LawOnDay) -> Decimal:
    """The share that may be neither disabled nor disadvantaged."""
    return 100 - _reserved_share(known, law)


def _turnover(known: Known, law: LawOnDay) -> Decimal | None:
    return None if known.value is None else known.value * law.amount("turnover-cap")


def _own_turnover(known: Stated, law: LawOnDay) -> Decimal | None:
    return None if known.own_value is None else known.own_value * law.amount("turnover-cap")


def _contract_value(known: Known, law: LawOnDay) -> Decimal | None:
    return known.value


def _insurance(known: Known, law: LawOnDay) -> Decimal | None:
    """What no insurance for the contract plausibly needs: the law asks for an appropriate level (Article 58(3)) and gives no figure."""
    return None if known.value is None else known.value * PLAUSIBLE_INSURANCE


LIMITS: Mapping[str, Limit] = MappingProxyType({
    "reserved_share": _reserved_share,
    "reserved_rest": _reserved_rest,
    "turnover": _turnover,
    "own_turnover": _own_turnover,
    "contract_value": _contract_value,
    "insurance": _insurance,
    "turnover_multiple": _of_law("turnover-cap"),
    "art77_months": _of_law("art77-duration-months"),
    "exclusion_conviction": _of_law("exclusion-years-conviction"),
    "exclusion_event": _of_law("exclusion-years-event"),
    "framework_months": _of_law("framework-months"),
    "file_retention_years": _of_law("file-retention-years"),
})

Fact = Callable[[Known, LawOnDay], bool | None]


def _unlisted(known: Known, law: LawOnDay) -> bool | None:
    """The service is not on the closed list of Article 77; works and supplies never are."""
    if known.contract_type in (ContractType.WORKS, ContractType.SUPPLIES):
        return True
    codes = (*((known.cpv,) if known.cpv else ()), *known.codes)
    return any(not in_list(code, law.value("art77-cpv").codes) for code in codes) if codes else None


def _too_long(known: Known, law: LawOnDay) -> bool | None:
    return None if known.months is None else known.months > law.amount("art77-duration-months")


FACTS: Mapping[str, Fact] = MappingProxyType({"art77_unlisted": _unlisted, "art77_too_long": _too_long})

ASKS: Mapping[str, Sentence] = MappingProxyType({
    "turnover": Sentence(N_("What is the estimated value of the contract or lot, without VAT? The turnover is held against it.")),
    "own_turnover": Sentence(N_("Write the estimated value of the contract or lot into the text, in the money of the turnover: the turnover is held against it.")),
    "contract_value": Sentence(N_("What is the estimated value of the contract or lot, without VAT? The references are held against it.")),
    "insurance": Sentence(N_("What is the estimated value of the contract or lot, without VAT? The insurance is held against it.")),
    "art77_unlisted": Sentence(N_("Which CPV code has the service? Article 77 has a closed list of codes.")),
    "art77_too_long": Sentence(N_("How many months does the contract run, with all renewals? Article 77 has a limit.")),
})

