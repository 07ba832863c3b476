"""Exact numbers: fractions in and out, half-up rounding, and 50 digits where no fraction exists."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from math import floor

ZERO, ONE = Fraction(0), Fraction(1)
DIGITS = 50
_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
# Beyond this an exact power costs more than it tells.
_LARGEST_EXACT_EXPONENT = 20


def half_up(value: Fraction, digits: int) -> Fraction:
    """Round to so many decimals; a half goes up."""
    scale = 10**digits
    return Fraction(floor(value * scale + Fraction(1, 2)), scale)


def power(number: Fraction, exponent: Fraction) -> tuple[Fraction, bool]:
    """Raise a number that is not negative to a positive exponent; say whether the figure is exact."""
    if exponent.denominator == 1 and exponent <= _LARGEST_EXACT_EXPONENT:
        return number ** int(exponent), True
    if number in (ZERO, ONE):
        return number, True
    return Fraction(_CONTEXT.power(_decimal(number), _decimal(exponent))), False


def logarithm(number: Fraction, base: Fraction) -> tuple[Fraction, bool]:
    """Give the logarithm of a positive number to a base; say whether the figure is exact."""
    if number in (ONE, base):
        return (ZERO if number == ONE else ONE), True
    quotient = _CONTEXT.divide(_CONTEXT.ln(_decimal(number)), _CONTEXT.ln(_decimal(base)))
    return Fraction(quotient), False


def exact_text(value: Fraction, exact: bool = True) -> str:
    """Write a number as whole number or fraction; one known to 50 digits only as decimal."""
    return str(value) if exact else format(_decimal(value).normalize(_CONTEXT), "f")


def decimal_text(value: Fraction, digits: int = 6) -> str:
    """Write a number with at most so many decimals, rounded half up, without zeros at the end."""
    rounded = half_up(value, digits)
    if rounded.denominator == 1:
        return str(rounded.numerator)
    whole, rest = divmod(abs(rounded.numerator) * 10**digits // rounded.denominator, 10**digits)
    return f"{'-' if rounded < 0 else ''}{whole}.{rest:0{digits}}".rstrip("0")


def decimal(value: Fraction, digits: int = 6) -> Decimal:
    """The number as a decimal for display, rounded half up."""
    return Decimal(decimal_text(value, digits))


def _decimal(value: Fraction) -> Decimal:
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
