"""Passages of tender documents that look like a criterion or a clause, in six languages."""

import pytest

from criteria.codes import Stage
from criteria.wording.passages import LONGEST_PASSAGE, is_heading, joined, passages, signs

LANGUAGES = ("en", "fr", "de", "es", "it", "sv")


def found(*paragraphs: str) -> list[tuple[str, Stage | None]]:
    return [(one.text, one.stage) for one in passages(paragraphs) if one.demands]


def test_every_sign_stands_in_six_languages() -> None:
    for words in (signs().demands, *signs().stages.values()):
        assert set(words) == set(LANGUAGES)


@pytest.mark.parametrize(("text", "stage"), [
    ("The bidder earns up to 10 points for the plan.", "award_criterion"),
    ("Le titulaire doit employer cinq personnes en insertion.", "performance_condition"),
    ("Der Auftragnehmer muss den Mindestlohn zahlen.", "performance_condition"),
    ("Se otorgarán hasta 10 puntos por el plan de formación.", "award_criterion"),
    ("L'appaltatore deve assumere cinque persone svantaggiate.", "performance_condition"),
    ("Leverantören ska redovisa antal timmar varje kvartal.", "performance_condition"),
    ("Bidders must show a turnover of one million euro.", "selection"),
    ("The goods must carry the Fairtrade label.", "label"),
    ("Everything must be finished by noon every day.", None),
])
def test_a_demand_is_found_and_its_stage_guessed(text: str, stage: str | None) -> None:
    assert found(text) == [(text, stage)]


def test_a_heading_lends_its_stage_until_the_next_one() -> None:
    assert found("4. Performance conditions", "Reports must be sent each month.", "5. History of the town", "Reports must be sent each month.") == [
        ("Reports must be sent each month.", "performance_condition"), ("Reports must be sent each month.", None),
    ]
    assert next(iter(passages(["2 Award criteria", "The plan must be short and clear."]))).heading == "2 Award criteria"


@pytest.mark.parametrize("text", ["The town was founded in the year 1200.", "It must.", "", "Mustard is sold on the market square."])
def test_what_demands_nothing_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "is_one"), [
    ("3.2 Award criteria", True), ("Award criteria", True), ("A) Award of the contract to the best bid of all those that came in time", True),
    ("The bid must be sent in time.", False), ("", False), ("and of the other parts", False), ("Words " * 30, False),
    ("This line is the first of a paragraph that goes on", False),
])
def test_a_heading_is_short_and_ends_without_a_stop(text: str, is_one: bool) -> None:
    assert is_heading(text) is is_one


def test_a_long_paragraph_is_cut_between_sentences_and_a_long_sentence_is_cut_off() -> None:
    long = "The bidder must describe the plan in its own words. " * 60
    parts = found(long)
    assert len(parts) == 2 and all(len(text) <= LONGEST_PASSAGE and text.endswith(".") for text, _ in parts)
    assert [len(text) for text, _ in found("must " * 1_000)] == [LONGEST_PASSAGE]


def test_lines_of_a_page_become_paragraphs_again() -> None:
    lines = ["3 Award criteria", "The bidder earns up to 10 points", "for the plan.", "It is short.", "", "4 Conditions", "The rest goes", "on"]
    assert list(joined(lines)) == ["3 Award criteria", "The bidder earns up to 10 points for the plan.", "It is short.", "4 Conditions", "The rest goes on"]
