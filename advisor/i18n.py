"""Languages: one object says texts, sentences, numbers, money and dates, on pages and papers alike."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_CEILING, Decimal
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale, dates, lists, negotiate_locale, numbers
from babel.support import NullTranslations, Translations

from criteria.basis import Basis
from criteria.codes import Answer, Code, Country, DocumentLanguage, Status
from criteria.knowledge import Knowledge, knowledge
from criteria.law import Provision, Value
from criteria.prose import N_, InCurrency, Money, PerCent, Sentence

LOCALES = Path(str(files("advisor.locales")))
SOURCE = "en"
# Babel's plain "en" is American: dates begin with the month.
_REGIONS = {"en": "en_IE"}
_EUR_LEX = re.compile(r"^(https://eur-lex\.europa\.eu/legal-content/)[A-Z]{2}/")


class TypedDay(date):
    """A day shown the way it is typed, not the way it is read."""


class UnknownLanguage(LookupError):
    """No released language has this code."""


@cache
def released() -> tuple[str, ...]:
    """The codes of the languages in which everything is complete, English first."""
    others = sorted(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/criteria.mo"))
    return (SOURCE, *others)


@cache
def language(code: str) -> "Language":
    """Give a released language; raise UnknownLanguage."""
    if code not in released():
        raise UnknownLanguage(code)
    return Language(code)


def negotiated(wanted: Iterable[str]) -> str:
    """Choose the released language that fits a browser's wishes best; English otherwise."""
    return negotiate_locale([code.replace("_", "-") for code in wanted], released(), sep="-") or SOURCE


class Language:
    """How one language says things. Made by `language(code)`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(_REGIONS.get(code, code))
        self._catalogue: NullTranslations = NullTranslations() if code == SOURCE else _catalogue(code)

    @property
    def direction(self) -> str:
        return str(self.locale.text_direction)

    @property
    def name(self) -> str:
        return (Locale.parse(self.code).get_display_name(self.code) or self.code).capitalize()

    @cached_property
    def knowledge(self) -> Knowledge:
        """Everything the program knows, in this language."""
        return knowledge() if self.code == SOURCE else knowledge().in_words(self.gettext)

    def gettext(self, text: str, /, **values: Any) -> str:
        said: str = self._catalogue.gettext(text) if text else text
        return str(said % values) if values else said

    def ngettext(self, one: str, many: str, number: int, /, **values: Any) -> str:
        said = self._catalogue.ngettext(one, many, number)
        return said % {"num": number, **values}

    def say(self, sentence: Sentence) -> str:
        """Say a sentence with its gaps filled the way this language writes values."""
        text = self.gettext(sentence.text)
        if not sentence.values:
            return text
        return text.format(**{name: self.show(value) for name, value in sentence.values.items()})

    def show(self, value: Any) -> str:
        """Write one value: a code by its label, money, percent, a date, a list."""
        for kind, write in _WRITERS:
            if isinstance(value, kind):
                return str(write(self, value))
        return str(value)

    def money(self, value: Decimal | int, currency: str = "EUR") -> str:
        pattern = self.locale.currency_formats["standard"].pattern
        if value == int(value):
            pattern = pattern.replace(".00", "")
        return numbers.format_currency(value, currency, pattern, locale=self.locale, currency_digits=False)

    def number(self, value: Decimal | float | int, decimals: int = 3) -> str:
        return numbers.format_decimal(value, "#,##0." + "#" * decimals, locale=self.locale)

    def percent(self, value: Decimal | int) -> str:
        return numbers.format_percent(Decimal(value) / 100, "#,##0.#\u00a0%", locale=self.locale)

    def date(self, value: date) -> str:
        return dates.format_date(value, "long", locale=self.locale)

    def typed_day(self, value: TypedDay) -> str:
        return dates.format_date(value, "short", locale=self.locale)

    def hours(self, value: Decimal) -> str:
        """A number of hours, rounded up to half hours: nobody knows it better."""
        return self.number((value * 2).to_integral_value(ROUND_CEILING) / 2)

    def link(self, address: str) -> str:
        """The address of a page in this language, where its site has one address for each language."""
        return _EUR_LEX.sub(rf"\g<1>{self.code.upper()}/", address)

    def moment(self, value: datetime) -> str:
        return dates.format_datetime(value, "long", locale=self.locale)

    def listed(self, values: Iterable[Any]) -> str:
        return lists.format_list([self.show(value) for value in values], locale=self.locale)

    def apart(self, values: Iterable[Any]) -> str:
        """Put values one after another that may hold commas of their own."""
        joint = self.gettext(N_("; "))
        return joint.join(self.show(value) for value in values)

    def quoted(self, values: Iterable[Any]) -> str:
        """A list of names that hold words like “and” themselves."""
        return self.listed([self.gettext("“%(text)s”", text=self.show(value)) for value in values])

    def cite(self, ground: Basis | Provision | Value) -> str:
        """Name act and article the way this language cites them."""
        return ", ".join(self.gettext(part) for part in (ground.act, ground.article) if part)

    def marked(self, ground: Basis) -> str:
        """Name a ground by act and article; where it is not fully checked, with its mark."""
        cited = self.cite(ground)
        return cited if ground.status is Status.VERIFIED else f"{cited} [{self.show(ground.status)}]"

    def currency(self, code: str) -> str:
        return str(numbers.get_currency_name(code, locale=self.locale))

    def territory(self, code: str) -> str:
        return str(self.locale.territories[code])

    def language_name(self, code: str) -> str:
        return str(self.locale.languages[code])


def _catalogue(code: str) -> NullTranslations:
    words = Translations.load(LOCALES, [code], "advisor")
    assert isinstance(words, Translations), f"locales/{code} has no advisor.mo"
    words.merge(Translations.load(LOCALES, [code], "criteria"))  # type: ignore[arg-type]
    return words


_WRITERS: tuple[tuple[Any, Any], ...] = (
    (Sentence, Language.say),
    (Basis, Language.cite),
    (Country, lambda here, value: here.territory(value)),
    (DocumentLanguage, lambda here, value: here.language_name(value)),
    (Code, lambda here, value: here.gettext(value.label)),
    (bool, lambda here, value: here.gettext((Answer.YES if value else Answer.NO).label)),
    (Money, Language.money),
    (InCurrency, lambda here, value: here.money(value.amount, value.currency)),
    (PerCent, Language.percent),
    ((int, float, Decimal), Language.number),
    (datetime, Language.moment),
    (TypedDay, Language.typed_day),
    (date, Language.date),
    ((list, tuple), Language.listed),
)
