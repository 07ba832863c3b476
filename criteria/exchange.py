"""Thresholds in national currency against those in euro: one country and one period have one rate of exchange."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from criteria.law import NotInForce, Parameter, Value
from criteria.problems import BadData

# Some countries round their thresholds to thousands.
ROUNDING = Decimal("0.001")


def thresholds_agree(parameters: Mapping[str, Parameter]) -> None:
    """Raise BadData for an amount that implies another rate: it is mistyped, or belongs to another period."""
    rates: dict[tuple[str, date], Decimal] = {}
    for one in parameters.values():
        if "-threshold-" in one.id:
            for value in one.values:
                rate = _rate(one, value, parameters[one.id.partition("-")[2]])
                usual = rates.setdefault((one.jurisdiction, value.valid_from), rate)
                if abs(rate / usual - 1) > ROUNDING:
                    raise _wrong_amount(one, value, "does not fit the rate of exchange of the other thresholds")


def _rate(one: Parameter, value: Value, in_euro: Parameter) -> Decimal:
    """How many units of the national currency stand for one euro in a threshold."""
    try:
        general = in_euro.on(value.valid_from).amount
    except NotInForce:
        general = None
    if not value.amount or not general:
        raise _wrong_amount(one, value, f"needs an amount, and one in euro in eu/{in_euro.id}.toml")
    return value.amount / general


def _wrong_amount(one: Parameter, value: Value, fault: str) -> BadData:
    return BadData(f"law/{one.jurisdiction}/{one.id}.toml", "amount", f"the value from {value.valid_from} {fault}")
