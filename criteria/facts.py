"""Every fact that a rule may ask for: those of the tender, those worked out of them, those the law gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args, get_origin

from criteria.codes import Code, PurchaseFamily
from criteria.purchases import Purchase
from criteria.regime import Regime
from criteria.tender import Choice, Lot, Tender, fact_types, value_at
from criteria.worked_out import WORKED_OUT


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known about one purchase; None everywhere means not known."""

    tender: Tender
    regime: Regime
    family: PurchaseFamily | None = None
    purchase: Purchase | None = None
    clashes: int = 0
    choice: Choice | None = None
    lot: Lot | None = None
    found: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def value(self, fact: str) -> Any:
        """Give a fact by its name; None where it is not known. Raise KeyError for a name that is none."""
        try:
            return self.found[fact]
        except KeyError:
            value = value_at(self.tender, fact) if fact in _TENDER_FACTS else WORKED_OUT[fact].find(self)
            self.found[fact] = value
            return value

    def at(self, choice: Choice | None = None, lot: Lot | None = None) -> "Situation":
        """The same purchase, looked at from one choice or one lot."""
        return replace(self, choice=choice, lot=lot, found={})

    def asks(self, fact: str) -> tuple[str, ...]:
        """Name the tender facts to ask for, so that a fact becomes known."""
        if fact in _TENDER_FACTS:
            return (fact,)
        if fact.startswith("regime."):
            return self.regime[fact.removeprefix("regime.")].ask
        return WORKED_OUT[fact].asks


_TENDER_FACTS = fact_types()
TYPES: Mapping[str, Any] = {**_TENDER_FACTS, **{name: one.type for name, one in WORKED_OUT.items()}}


def codes_of(fact: str) -> type[Code] | None:
    """Give the code list a fact takes its value or values from, if it has one."""
    kind = TYPES[fact]
    if get_origin(kind) is tuple:
        kind = get_args(kind)[0]
    return kind if isinstance(kind, type) and issubclass(kind, Code) else None


def is_list(fact: str) -> bool:
    return get_origin(TYPES[fact]) is tuple
