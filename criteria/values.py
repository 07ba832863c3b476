"""The types of single values: clean texts, amounts, CPV codes, slugs."""

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints

from criteria.problems import BadInput
from criteria.prose import N_, Sentence

_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NONCHARACTERS = frozenset("\ufffe\uffff")
_CPV = re.compile(r"([0-9]{8})(-[0-9])?")


def unprintable(character: str) -> bool:
    """Say whether a character must not stand in a text: controls, half characters, direction overrides."""
    return (
        (unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t")
        or character in _DIRECTION_CONTROLS
        or character in _NONCHARACTERS
    )


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if any(map(unprintable, text)):
        raise BadInput(
            "",
            Sentence(N_("This text holds control characters that cannot be printed.")),
            Sentence(N_("Type it again or paste it as plain text.")),
        )
    return text


def _cpv_code(text: str) -> str:
    match = _CPV.fullmatch(text.strip())
    if not match:
        raise BadInput(
            "",
            Sentence(N_("This is not a CPV code.")),
            Sentence(N_("Write eight digits, with or without the check digit, like 90910000-9.")),
        )
    return match[1]


def no_truth_value(value: Any) -> Any:
    """Refuse true and false where a number belongs; Python takes them for 1 and 0."""
    if isinstance(value, bool):
        raise BadInput("", Sentence(N_("This is not a number.")), Sentence(N_("Write a plain number.")))
    return value


def plain_number(value: Decimal) -> int | float:
    """Give an exact amount as the plain JSON number that stands for it."""
    return int(value) if value == value.to_integral_value() else float(value)


Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(_clean)]
Text = Annotated[str, StringConstraints(max_length=6000), AfterValidator(_clean)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Cpv = Annotated[str, AfterValidator(_cpv_code)]
Amount = Annotated[
    Decimal,
    BeforeValidator(no_truth_value),
    Field(ge=0, le=100_000_000_000, decimal_places=30, allow_inf_nan=False),
    PlainSerializer(plain_number, when_used="json"),
]
Percent = Annotated[Amount, Field(le=100)]
Months = Annotated[int, BeforeValidator(no_truth_value), Field(ge=1, le=600)]
