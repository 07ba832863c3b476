"""How a text is cut into sentences, clauses and figures."""

from decimal import Decimal

import pytest

from criteria.wording.clauses import clauses
from criteria.wording.lexicon import lexicon
from criteria.wording.quantities import figure
from criteria.wording.segments import LONGEST_SENTENCE, sentences

WORDS = lexicon("en")


def cut(text: str, code: str = "en") -> list[str]:
    return [text[one[0].start : one[-1].end] for one in sentences(text, lexicon(code).shortened)]


@pytest.mark.parametrize(("text", "parts"), [
    ("One point. Two points.", ["One point.", "Two points."]),
    ("See Art. 20 of the law. It binds.", ["See Art. 20 of the law.", "It binds."]),
    ("A turnover of 1.5 million is asked.", ["A turnover of 1.5 million is asked."]),
    ("We ask:\n- a plan\n- a date", ["We ask:", "- a plan", "- a date"]),
    ("a line that\ngoes on", ["a line that\ngoes on"]),
    ("S. I. 284 applies. So it is.", ["S. I. 284 applies.", "So it is."]),
    ("The plan is in annex V. The mark is fixed.", ["The plan is in annex V.", "The mark is fixed."]),
    ("", []),
])
def test_a_text_is_cut_into_sentences(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_german_ordinal_ends_no_sentence() -> None:
    text = "Wer das 40. Lebensjahr vollendet hat, fehlt. Es sind 3. Ende."
    assert cut(text, "de") == ["Wer das 40. Lebensjahr vollendet hat, fehlt.", "Es sind 3.", "Ende."]


def test_an_endless_sentence_is_cut_all_the_same() -> None:
    assert max(len(one) for one in sentences("word " * 2000, WORDS.shortened)) == LONGEST_SENTENCE


def test_a_but_and_a_semicolon_begin_a_new_clause() -> None:
    [sentence] = sentences("Membership earns nothing; place counts, but only here.", WORDS.shortened)
    assert len(list(clauses(sentence, WORDS))) == 3


@pytest.mark.parametrize(("written", "number"), [
    ("1 000", "1000"), ("1.000", "1000"), ("1,5", "1.5"), ("1.234,50", "1234.50"), ("36", "36"), ("2'500", "2500"),
])
def test_figures_are_read_as_people_write_them(written: str, number: str) -> None:
    assert figure(written) == Decimal(number)


def test_a_figure_without_end_is_no_figure() -> None:
    assert figure("9" * 100) is None


@pytest.mark.parametrize(("text", "unit", "value"), [
    ("at least 30 % of them", "percent", "30"), ("a quarter of the staff", "percent", "25"),
    ("two and a half times the value", "times", "2.5"), ("EUR 2 million a year", "euro", "2000000"),
    ("two years, renewable twice by twelve months", "months", "48"), ("one year, renewable three times", "months", "48"),
    ("within five kilometres", "kilometres", "5"),
])
def test_numbers_carry_their_unit(text: str, unit: str, value: str) -> None:
    [sentence] = sentences(text, WORDS.shortened)
    assert Decimal(value) in {one.value for one in WORDS.mark(sentence)[unit]}
