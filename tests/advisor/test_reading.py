"""A check laid out to read: the text in pieces, numbered remarks, a repair put in."""

from datetime import date

from advisor.wizard.reading import ANSWERED_BY, Reading, summary
from criteria.knowledge import Knowledge
from criteria.wording.check import GUESSED_STAGE, NO_COUNTRY, NO_STAGE, check_wording
from criteria.wording.detect import UNKNOWN
from criteria.wording.figures import ASKS, Known

DAY = date(2026, 11, 28)
CAPPED = "Bidders may join.\nNo more than 30 % of the contract may be subcontracted. Hire five residents of the municipality."


def reading(text: str, known: Knowledge) -> Reading:
    return Reading(text, check_wording(text, Known(), known, DAY))


def test_the_pieces_put_together_are_the_text(known: Knowledge) -> None:
    laid_out = reading(CAPPED, known)
    assert "".join(piece.text for piece in laid_out.pieces) == CAPPED
    assert [(piece.text, piece.severity) for piece in laid_out.pieces if 1 in piece.on] == [("No more than 30 % of the contract may be subcontracted", "unlawful")]


def test_remarks_are_numbered_in_the_order_of_the_text_and_end_with_their_words(known: Knowledge) -> None:
    laid_out = reading(CAPPED, known)
    assert [(one.number, one.name) for one in laid_out.remarks] == [(1, "L-38:18"), (2, "L-01:74")]
    assert [piece.ends for piece in laid_out.pieces if piece.ends] == [(1,), (2,)]


def test_a_repair_replaces_its_sentence_and_leaves_the_rest(known: Knowledge) -> None:
    laid_out = reading(CAPPED, known)
    repaired = laid_out.with_repair("L-38:18")
    assert repaired.startswith("Bidders may join.\nSubcontracting is allowed;") and repaired.endswith("Hire five residents of the municipality.")
    assert laid_out.with_repair("L-99:0") == CAPPED


def test_every_question_of_the_check_has_a_fact_that_answers_it() -> None:
    assert {*(one.text for one in ASKS.values()), NO_COUNTRY.text, NO_STAGE.text, GUESSED_STAGE} == set(ANSWERED_BY)


def test_a_text_nobody_understood_has_no_result(known: Knowledge) -> None:
    laid_out = reading("Zyxw vutsr qponm lkjih gfedc.", known)
    assert not laid_out.understood and summary(laid_out.checked, known.edition) is UNKNOWN
    assert reading("", known).pieces == ()


def test_what_must_be_known_first_names_its_fact(known: Knowledge) -> None:
    asks = reading("Bidders must have a minimum yearly turnover of 900 000 euro.", known).asks
    assert [one.fact for one in asks] == ["estimated_value", "stage"]
