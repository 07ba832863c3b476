"""The sentence that can be accepted: what it keeps, where it is offered, and where none is."""

from typing import Any

import pytest

from tests.criteria.wording.conftest import checked

MACHINES = "The floor is cleaned with Kärcher machines"
EQUAL = "An equivalent is accepted, shown by any suitable means."
ANYWHERE = "Any firm may take part, wherever it is established."


def offered(text: str, **facts: Any) -> dict[str, str]:
    """The rewritten text by flaw; empty where none is offered."""
    return {one.flaw: one.rewritten for one in checked(text, **facts).findings}


@pytest.mark.parametrize(("text", "rewritten"), [
    (f"{MACHINES}.", f"{MACHINES}. {EQUAL}"),
    (MACHINES, f"{MACHINES}. {EQUAL}"),
    (f"- {MACHINES};\n- The hall is swept daily.", f"- {MACHINES}. {EQUAL}\n- The hall is swept daily."),
])
def test_the_buyers_own_sentence_is_kept_and_an_equal_let_in(text: str, rewritten: str) -> None:
    assert offered(text, stage="technical_specification") == {"brand_without_equivalent": rewritten}


@pytest.mark.parametrize("text", [
    f"Only this: {MACHINES}.",
    f"{MACHINES} and never with others.",
    f"{MACHINES}. Equivalents are not accepted.",
])
def test_no_equal_is_let_in_beside_words_that_shut_it_out(text: str) -> None:
    assert EQUAL not in offered(text, stage="technical_specification")["brand_without_equivalent"]


def test_no_equal_is_let_in_where_another_flaw_would_stay() -> None:
    assert set(offered("The tea carries the Fairtrade label and comes from our region.", stage="label").values()) == {""}


def test_a_sentence_that_fits_one_stage_is_offered_there_alone() -> None:
    text = "Participation is limited to non-profit organisations."
    assert "any legal form" in offered(text, stage="selection")["legal_form_restriction"]
    assert not offered(text, stage="performance_condition")["legal_form_restriction"]


def test_the_sentence_about_a_tie_stands_before_the_one_about_a_seat() -> None:
    found = offered("If two tenders are equal, priority is given to the one with its seat in our town.", stage="award_criterion")
    assert "lots are drawn before witnesses" in found["tie_break_local_or_incumbent"] and not found["local_establishment"]


def test_a_seat_has_its_sentence_at_each_stage_and_none_that_would_drop_a_lot() -> None:
    text = "Only firms established in our municipality are invited."
    assert offered(text, stage="market_consultation")["local_establishment"] == ANYWHERE
    assert not offered(f"Lot 3: {text}", stage="lots")["local_establishment"]


def test_the_mark_of_a_list_stays() -> None:
    assert offered("- The bidder must have its seat in our municipality.", stage="selection")["local_establishment"].startswith("- The contractor")
