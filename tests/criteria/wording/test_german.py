"""What German alone does: verbs that come last, and nouns that all have capitals."""

import pytest

from criteria.wording.lexicon import lexicon
from criteria.wording.segments import tokens
from tests.criteria.wording.conftest import flaws


@pytest.mark.parametrize(("term", "too_long"), [
    ("zwei Jahre, um weitere zwei verlängerbar", True), ("zwei Jahre, um ein weiteres verlängerbar", False),
    ("dreißig Monate, um zwölf verlängerbar", True), ("dreißig Monate, um sechs verlängerbar", False),
    ("ein Jahr mit drei Verlängerungen", True), ("ein Jahr mit zwei Verlängerungen", False),
])
def test_the_length_of_a_renewal_stands_before_its_verb(term: str, too_long: bool) -> None:
    text = f"Das Verfahren ist nach Artikel 77 Organisationen vorbehalten, die dessen vier Bedingungen erfüllen; Laufzeit {term}."
    assert flaws(text, "de", stage="reserved_art77", cpv="85312100") == ({"art77_duration"} if too_long else set())


def test_a_long_noun_that_ends_in_a_short_one_is_no_name() -> None:
    marks = lexicon("de").mark(list(tokens("Ab Leistungstag und Winterräumzeit bietet Freudenthal Streudienst")))
    assert [one.start for one in marks["name"]] == [5]


def test_the_numbers_of_articles_and_lots_count_no_people() -> None:
    text = "In Anwendung von § 118 GWB (Artikel 20) ist Los 3 Werkstätten vorbehalten, deren Personal zur Hälfte aus behinderten Menschen besteht."
    assert flaws(text, "de", stage="reserved_art20") == set()


def test_an_ending_that_no_dictionary_knows_is_taken_off() -> None:
    marks = lexicon("de").mark(list(tokens("Die Offenlegung des Bewertungsschlüssels unterbleibt")))
    assert "weighting" in marks


def test_a_word_in_two_parts_does_not_reach_beyond_a_semicolon() -> None:
    """"Wirkt ... nicht" takes back; in two statements side by side the "nicht" belongs to the second one alone."""
    one, two = "Das Zeichen wirkt bei den Punkten nicht", "Das Angebot wirkt modern; Belege sind nicht gefordert"
    assert any(found.end - found.start > 3 for found in lexicon("de").mark(list(tokens(one)))["waiver"])
    assert all(found.start > 4 for found in lexicon("de").mark(list(tokens(two)))["waiver"])
