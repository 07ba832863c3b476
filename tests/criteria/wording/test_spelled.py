"""Numbers in words are read like figures, in every language, and what only looks like one is left alone."""

from decimal import Decimal

import pytest

from criteria.wording.language import language
from criteria.wording.lexicon import lexicon
from criteria.wording.segments import tokens
from criteria.wording.spelled import spelled


def number(text: str, code: str) -> Decimal | None:
    words = lexicon(code).heard(list(tokens(text)))
    read = spelled(words, 0, language(code))
    return read[1] if read and read[0] == len(words) else None


@pytest.mark.parametrize(("code", "text", "value"), [
    ("en", "forty-eight", 48), ("en", "two hundred and fifty thousand", 250_000), ("en", "one million two hundred thousand", 1_200_000),
    ("en", "twelve hundred", 1200), ("en", "a thousand", None), ("en", "thousand", 1000),
    ("fr", "soixante-douze", 72), ("fr", "soixante et onze", 71), ("fr", "vingt-et-un", 21), ("fr", "quatre-vingt-dix-sept", 97), ("fr", "deux cent mille", 200_000),
    ("de", "achtundvierzig", 48), ("de", "hundertfünfundzwanzig", 125), ("de", "zweihundertfünfzigtausend", 250_000), ("de", "eineinhalb", None),
    ("es", "cuarenta y ocho", 48), ("es", "doscientos cincuenta mil", 250_000), ("es", "treinta y uno", 31),
    ("it", "quarantotto", 48), ("it", "sessantadue", 62), ("it", "duecentocinquantamila", 250_000), ("it", "millecinquecento", 1500),
    ("sv", "fyrtioåtta", 48), ("sv", "tvåhundrafemtiotusen", 250_000), ("sv", "miljonen", None),
])
def test_a_number_in_words_has_its_value(code: str, text: str, value: int | None) -> None:
    assert number(text, code) == value


@pytest.mark.parametrize(("code", "text"), [
    ("en", "twenty thirty"), ("en", "two three"), ("en", "million two million"), ("en", "fortywinks"), ("fr", "cent soixante-quarante"), ("es", "dos y tres"), ("de", "und"), ("en", "two-fold"),
])
def test_numbers_that_stand_side_by_side_are_not_one(code: str, text: str) -> None:
    assert number(text, code) is None


def test_a_number_ends_where_the_next_word_is_none() -> None:
    words = list(tokens("forty-eight months and two"))
    assert spelled(words, 0, language("en")) == (1, 48)
    assert spelled(list(tokens("two hundred and schools")), 0, language("en")) == (2, 200)


def test_a_word_of_endless_length_spells_nothing() -> None:
    assert number("zwei" * 5000, "de") is None
