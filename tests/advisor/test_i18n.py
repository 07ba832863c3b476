"""A language says texts, numbers, money and dates its own way."""

from datetime import date
from decimal import Decimal

import pytest

from advisor import i18n
from criteria.codes import Country, Stage
from criteria.prose import Money, PerCent, Sentence

ENGLISH = i18n.language("en")


@pytest.mark.parametrize(("value", "said"), [
    (Money(450000), "€450,000"), (Money("99.5"), "€99.50"), (PerCent(50), "50\u00a0%"), (date(2027, 2, 1), "1 February 2027"),
    (Decimal("1234.5"), "1,234.5"), (Stage.LOTS, "Lots"), (Country.FR, "France"), (True, "Yes"), (["a", "b", "c"], "a, b and c"),
])
def test_english_writes_the_european_way(value: object, said: str) -> None:
    assert ENGLISH.show(value) == said


def test_a_sentence_fills_its_gaps() -> None:
    assert ENGLISH.say(Sentence("From {day}: {sum}", {"day": date(2027, 2, 1), "sum": Money(5)})) == "From 1 February 2027: €5"


def test_braces_in_a_text_without_values_stay() -> None:
    assert ENGLISH.say(Sentence("Use {service}")) == "Use {service}"


@pytest.mark.parametrize(("wanted", "chosen"), [([], "en"), (["xx"], "en"), (["en-GB"], "en"), (["pt-BR", "en"], "en")])
def test_the_browser_is_given_the_nearest_language(wanted: list[str], chosen: str) -> None:
    assert i18n.negotiated(wanted) == chosen


def test_an_unreleased_language_is_an_error() -> None:
    with pytest.raises(i18n.UnknownLanguage):
        i18n.language("xx")


def test_the_words_of_a_language_are_whole() -> None:
    for code in i18n.released():
        language = i18n.language(code)
        assert language.knowledge.catalogue.keys() == ENGLISH.knowledge.catalogue.keys()
        assert language.name and language.direction in ("ltr", "rtl")
