"""CPV codes are found by plain words, whatever accents, endings or typing errors."""

import pytest

from advisor import i18n
from advisor.wizard.cpv_search import search
from criteria.cpv import labels, with_label


@pytest.mark.parametrize(("words", "code"), [
    ("school cleaning", "90919300"), ("clening of schools", "90919300"), ("School meals", "55523100"),
    ("home care", "85312"), ("road works", "45233"), ("laundry", "983"), ("workwear", "18110000"),
    ("landscape gardening", "71421000"), ("9091", "90910000"), ("90910000-9", "90910000"),
])
def test_english_words_find_the_code(words: str, code: str) -> None:
    assert any(match.code.startswith(code) for match in search(words, i18n.language("en")))


@pytest.mark.parametrize(("language", "words", "code"), [
    ("en", "school cleaning", "90919300"), ("en", "cleaning", "90910000"), ("en", "office furniture", "39130000"),
    ("en", "waste collection", "90511000"), ("en", "building painting", "45442110"), ("en", "catering", "55520000"),
    ("en", "shcool cleaning", "90919300"), ("en", "laundry", "98311000"), ("en", "road works", "45233120"),
    ("en", "bus transport for schools", "60130000"), ("en", "security guards", "79710000"),
    ("fr", "nettoyage écoles", "90919300"), ("fr", "nettoyage des locaux", "90910000"), ("fr", "mobilier de bureau", "39130000"),
    ("fr", "collecte des déchets", "90511000"), ("fr", "peinture bâtiment", "45442110"), ("fr", "cantine", "55510000"),
    ("fr", "entretien espaces verts", "77310000"), ("fr", "aide à domicile", "98513310"), ("fr", "gardiennage", "79713000"),
    ("fr", "transport scolaire", "60130000"),
])
def test_the_closest_code_comes_first(language: str, words: str, code: str) -> None:
    assert search(words, i18n.language(language))[0].code == code


@pytest.mark.parametrize("words", ["", "   ", "xqzw", "!!!", "\u0000", "9" * 300, "ab" * 5000])
def test_odd_words_find_nothing_or_little_and_never_fail(words: str) -> None:
    assert len(search(words, i18n.language("en"))) <= 12


def test_the_list_holds_the_45_divisions_and_all_groups() -> None:
    codes = labels("en")
    assert sum(code.endswith("000000") for code in codes) == 45
    assert len(codes) == 9454


def test_a_code_is_shown_with_its_official_label() -> None:
    assert with_label("90910000", "en") == "90910000 Cleaning services"
    assert with_label("12345678", "en") == "12345678"


def test_a_language_without_labels_shows_the_english_ones() -> None:
    assert labels("xx")["90910000"] == "Cleaning services"
