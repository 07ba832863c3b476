"""Problems with an address: which file, which key, what is wrong, what to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from criteria.prose import N_, Sentence


class BadData(ValueError):
    """A data file of the program is wrong; raised at start-up, for the person who edits data."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(f"{file}: {key}: {problem}" if key else f"{file}: {problem}")
        self.file, self.key, self.problem = file, key, problem


class BadInput(ValueError):
    """A file or value given by a user is wrong; says which key, why, and the remedy, as sentences."""

    def __init__(self, key: str, problem: Sentence, remedy: Sentence) -> None:
        super().__init__(f"{key}: {problem.text} {remedy.text}")
        self.key, self.problem, self.remedy = key, problem, remedy


_WORDS: Mapping[str, tuple[str, str]] = {
    "extra_forbidden": (N_("This key is not known."), N_("Remove it, or look for a typing error.")),
    "missing": (N_("This key is missing."), N_("Add it.")),
    "enum": (N_("This value is not in the list."), N_("Use one of: {expected}.")),
    "literal_error": (N_("This value is not in the list."), N_("Use one of: {expected}.")),
    "string_too_long": (N_("This text is too long."), N_("Use at most {max_length} characters.")),
    "string_pattern_mismatch": (N_("This text does not have the right form."), N_("Use the form {pattern}.")),
    "greater_than_equal": (N_("This number is too small."), N_("Use at least {ge}.")),
    "greater_than": (N_("This number is too small."), N_("Use more than {gt}.")),
    "less_than_equal": (N_("This number is too large."), N_("Use at most {le}.")),
    "too_long": (N_("This list is too long."), N_("Use at most {max_length} entries.")),
    "date_from_datetime_parsing": (N_("This is not a date."), N_("Write it as year-month-day, like 2027-02-01.")),
    "decimal_max_places": (N_("This number has too many decimals."), N_("Use at most {decimal_places} decimals.")),
    "finite_number": (N_("This is not a number."), N_("Write a plain number.")),
}
_TYPES: Mapping[str, tuple[str, str]] = {
    "bool": (N_("This should be true or false."), N_("Write true or false, without quotes.")),
    "date": (N_("This is not a date."), N_("Write it as year-month-day, like 2027-02-01.")),
    "decimal": (N_("This is not a number."), N_("Write a plain number.")),
    "int": (N_("This is not a whole number."), N_("Write a whole number.")),
    "string": (N_("This should be a text."), N_("Write a text in quotes.")),
    "tuple": (N_("This should be a list."), N_("Write a list in square brackets.")),
    "model": (N_("This should be a group of keys."), N_("Write a group of keys in braces.")),
}
_OTHERWISE = (N_("This value cannot be used."), N_("Correct it or remove it."))


def key_path(parts: tuple[int | str, ...]) -> str:
    """Write the place of a value as people write it: `lots[0].cpv[1]`."""
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else (f".{part}" if path else part)
    return path


def bad_input(error: ValidationError) -> BadInput:
    """Turn the first fault that pydantic found into a sentence with key and remedy."""
    fault = error.errors(include_url=False)[0]
    custom = fault.get("ctx", {}).get("error")
    key = key_path(fault["loc"])
    if isinstance(custom, BadInput):
        return BadInput(key, custom.problem, custom.remedy)
    kind = fault["type"]
    problem, remedy = _WORDS.get(kind) or _TYPES.get(kind.split("_")[0], _OTHERWISE)
    values = {name: _shown(value) for name, value in fault.get("ctx", {}).items()}
    return BadInput(key, Sentence(problem), Sentence(remedy, values))


def _shown(value: Any) -> Any:
    """Numbers stay numbers, so that each language writes them its own way."""
    if isinstance(value, int | float | Decimal):
        return value
    return str(value).replace("'", "").replace(" or ", ", ")
