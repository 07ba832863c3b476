"""From a declared field to a form field, and from what was posted to an answer; limits come from the Tender."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as filled
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from babel import dates, numbers
from pydantic import ValidationError
from werkzeug.datastructures import MultiDict
from wtforms import Form, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import ValidationError as FormError

from advisor.i18n import Language, TypedDay
from advisor.wizard.answers import NOT_KNOWN, Answers, fingerprint
from advisor.wizard.question import Field, Kind
from criteria.design_file import tender_from
from criteria.problems import BadInput, bad_input
from criteria.prose import N_, Sentence
from criteria.tender import Choice, nested
from criteria.values import plain_number, unprintable

_NUMBER = re.compile(r"[-+]?[\d.,'’]+")
UNKNOWN, NONE, SEEN = "unknown", "none", "seen"
CHOICE = "choice."


class Refused(FormError):
    """What was typed cannot be read; carries the sentence to say, in whichever language."""

    def __init__(self, text: str, **values: Any) -> None:
        super().__init__(text)
        self.sentence = Sentence(text, values)


@dataclass
class Entry:
    """One declared field with what to show in it and what is wrong with it."""

    field: Field
    shown: Any
    answer: Any = None
    error: tuple[Sentence, ...] = ()
    unknown: bool = False
    found: list[Any] = filled(default_factory=list)
    words: str = ""


def number_of(text: str, language: Language) -> Decimal | None:
    """Read a number as the language writes it; None for nothing, raise Refused for what is no number."""
    text = "".join(text.replace("€", "").replace("%", "").split()).replace("\u202f", "")
    if not text:
        return None
    try:
        if not _NUMBER.fullmatch(text):
            raise ValueError(text)
        return numbers.parse_decimal(text, locale=language.locale, strict=True)
    except ValueError:
        example = Decimal("1234.5")
        raise Refused(N_("This is not a number. Write it like {example}."), example=example) from None


class Number(StringField):
    """A number typed the way the reader's language writes it."""

    def coerced(self, language: Language) -> Any:
        number = number_of(self.data or "", language)
        if number is None:
            return None
        if -number.as_tuple().exponent > 2:  # type: ignore[operator]
            raise Refused(N_("Write a number with at most two decimals."))
        return plain_number(number)


class Day(StringField):
    """A day as the date control sends it, or as the reader's language writes it."""

    def coerced(self, language: Language) -> Any:
        text = (self.data or "").strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            pass
        try:
            return dates.parse_date(text, locale=language.locale, format="short").isoformat()
        except (ValueError, IndexError):
            raise Refused(N_("This is not a date. Write it like {example}."), example=TypedDay(2027, 2, 1)) from None


class Words(StringField):
    """A line or a text; characters that cannot be printed are left out."""

    def coerced(self, language: Language) -> Any:
        text = (self.data or "").replace("\r\n", "\n").replace("\r", "\n")
        kept = "".join(one for one in text if not unprintable(one))
        return unicodedata.normalize("NFC", kept).strip() or None


class OneOf(RadioField):
    def coerced(self, language: Language) -> Any:
        return self.data or None


class Select(SelectField):
    def coerced(self, language: Language) -> Any:
        return self.data or None


class YesNo(RadioField):
    def coerced(self, language: Language) -> Any:
        return {"yes": True, "no": False, UNKNOWN: UNKNOWN}.get(self.data)


class SomeOf(SelectMultipleField):
    def coerced(self, language: Language) -> Any:
        chosen = list(dict.fromkeys(self.data or ()))
        for alone in (UNKNOWN, NONE):
            if alone in chosen:
                if len(chosen) > 1:
                    raise Refused(N_("You chose one of the list and also none or “I don't know”. Choose one or the other."))
                return UNKNOWN if alone == UNKNOWN else []
        return chosen or None


class Codes(SelectMultipleField):
    def coerced(self, language: Language) -> Any:
        return list(dict.fromkeys(self.data or ())) or None


_FIELDS: Mapping[Kind, tuple[Any, bool]] = {
    Kind.LINE: (Words, False), Kind.TEXT: (Words, False), Kind.NUMBER: (Number, False),
    Kind.MONEY: (Number, False), Kind.DATE: (Day, False), Kind.YES_NO: (YesNo, True),
    Kind.ONE_OF: (OneOf, True), Kind.SELECT: (Select, True), Kind.SOME_OF: (SomeOf, True), Kind.CPV: (Codes, True),
}
TYPED = (Kind.LINE, Kind.TEXT, Kind.NUMBER, Kind.MONEY, Kind.DATE)


@cache
def form_class(entries: tuple[Field, ...]) -> type[Form]:
    """Make the form of a page once."""
    fields: dict[str, Any] = {}
    for one in entries:
        kind, chooses = _FIELDS[one.kind]
        fields[one.name] = kind(choices=[], validate_choice=False) if chooses else kind()
        if one.unknown and one.kind in TYPED:
            fields[f"{one.name}-{UNKNOWN}"] = StringField()
    return type("StepForm", (Form,), fields)


def entries_from_answers(fields: Iterable[Field], answers: Answers, language: Language) -> list[Entry]:
    """What to show on a page that is opened."""
    made = []
    for one in fields:
        answer = answers.get(one.fact, one.default)
        unknown = answer == NOT_KNOWN
        made.append(Entry(one, _shown(one, None if unknown else answer, language), unknown=unknown))
    return made


def entries_from_form(fields: tuple[Field, ...], posted: MultiDict[str, str], language: Language) -> list[Entry]:
    """What was posted, read and judged; an entry without errors has its answer."""
    form = form_class(fields)(posted)
    return [_read(one, form, language) for one in fields]


def said_again(entry: Entry, language: Language) -> Entry:
    """The entry for a reader who changed the language: what was understood is written the new way."""
    if entry.answer is not None and not entry.error:
        entry.shown = _shown(entry.field, None if entry.answer == NOT_KNOWN else entry.answer, language)
    return entry


def conflicts(fields: tuple[Field, ...], posted: MultiDict[str, str], answers: Answers, entries: list[Entry]) -> bool:
    """Whether another window changed these answers since this page was opened, to something else than posted."""
    seen = posted.get(SEEN, "")
    if not seen or seen == fingerprint(fields, answers):
        return False
    return any(entry.field.fact in answers and answers[entry.field.fact] != entry.answer for entry in entries)


def _read(one: Field, form: Form, language: Language) -> Entry:
    bound: Any = form[one.name]
    unknown = bool(one.unknown and one.kind in TYPED and form[f"{one.name}-{UNKNOWN}"].data)
    entry = Entry(one, bound.data, unknown=unknown or bound.data == UNKNOWN)
    try:
        entry.answer = _answer(one, bound.coerced(language), unknown)
    except Refused as refused:
        entry.error = (refused.sentence,)
    except BadInput as fault:
        entry.error = (fault.problem, fault.remedy)
    if entry.answer is None and one.required and not entry.error:
        entry.error = (Sentence(N_("Answer this question to go on.")),)
    return entry


def _answer(one: Field, value: Any, unknown: bool) -> Any:
    if value == UNKNOWN or (unknown and value is None):
        return dict(NOT_KNOWN)
    if unknown:
        raise Refused(N_("You wrote an answer and also ticked “I don't know”. Choose one of them."))
    if value is None:
        return None
    if one.most and isinstance(value, list) and len(value) > one.most:
        raise Refused(N_("You chose {chosen}. Choose at most {most}."), chosen=len(value), most=one.most)
    if one.between and not one.between[0] <= value <= one.between[1]:
        raise Refused(N_("Give a number between {least} and {most}."), least=one.between[0], most=one.between[1])
    _check(one.fact, value)
    return value


def _check(fact: str, value: Any) -> None:
    """Hold a value to the type of its fact; raise BadInput."""
    if not fact.startswith(CHOICE):
        tender_from({"schema": 1, **nested({fact: value})})
        return
    try:
        Choice.model_validate({"criterion": "x", fact.removeprefix(CHOICE): value})
    except ValidationError as error:
        raise bad_input(error) from None


def _shown(one: Field, answer: Any, language: Language) -> Any:
    """Turn a stored answer into what stands in the entry."""
    if answer is None:
        return [] if one.kind in (Kind.SOME_OF, Kind.CPV) else ""
    if one.kind is Kind.YES_NO:
        return "yes" if answer else "no"
    if one.kind in (Kind.NUMBER, Kind.MONEY):
        return language.number(Decimal(str(answer)))
    if one.kind is Kind.SOME_OF and answer == []:
        return [NONE]
    return answer
