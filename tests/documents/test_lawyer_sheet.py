"""The sheet for a lawyer and the rehearsal in the memo: facts, doubtful clauses, complaints, exact questions."""

from typing import Any

import pytest

from advisor.documents import lawyer_sheet, memo
from advisor.i18n import Language, language
from advisor.wizard.board import board_for
from tests.conftest import TODAY, design
from tests.criteria.test_rehearsal import CAPPED, PLAN, SOUND

ENGLISH = language("en")


def board(spoken: Language = ENGLISH, **changes: Any) -> Any:
    return board_for(design(**changes), spoken, TODAY)


def text(document: Any) -> str:
    return "\n".join(document.texts())


def test_the_sheet_holds_facts_clause_findings_complaint_and_question() -> None:
    choices = [{"criterion": PLAN, "stage": "award_criterion", "text": CAPPED, "overruled": [{"rule": "L-38", "reason": "We want it."}]}]
    sheet = text(lawyer_sheet.compose(board(choices=choices, safety={"question": "May we do this?"}, people={"used_by_people": False, "affected": []})))
    for words in ("Cleaning of twelve schools", CAPPED, "Likely unlawful (L-38)", "Subcontracting cut off", "C-63/18 (Vitali)", "May we do this?",
                  "Is each task that we keep with the bidder really critical?", "We want it.", "To put on file now"):
        assert words in sheet, words


def test_a_design_without_choices_says_that_it_is_a_proposal() -> None:
    assert "these are clauses we would take" in text(lawyer_sheet.compose(board()))


def test_a_sound_design_says_that_no_complaint_is_known() -> None:
    from criteria.design_file import tender_from

    sound = board_for(tender_from(SOUND), ENGLISH, TODAY)
    for compose in (lawyer_sheet.compose, memo.compose):
        assert "No complaint that we know finds support in this design" in text(compose(sound))
    sheet = text(lawyer_sheet.compose(sound))
    assert "No clause needs your eye by our rules." in sheet


def test_the_memo_has_the_strongest_complaints_and_what_is_not_known() -> None:
    text_ = "Bidders must have a minimum yearly turnover of ten times the value of the contract."
    said = text(memo.compose(board(estimated_value=None, choices=[{"criterion": PLAN, "stage": "award_criterion", "text": text_}])))
    assert "If a losing bidder complained" in said and "Not known yet" in said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_complaint_about_the_whole_design_names_no_clause(lang: str) -> None:
    sheet = text(lawyer_sheet.compose(board(language(lang), choices=[{"criterion": "emp-integration-hours"}])))
    assert ("People with disabilities left out" if lang == "en" else "Personnes handicapées oubliées") in sheet


def test_what_a_text_leaves_open_is_asked() -> None:
    choices = [{"criterion": PLAN, "stage": "award_criterion", "text": "Bidders must have a minimum yearly turnover of 900 000 euro."}]
    assert "What is the estimated value of the contract" in text(lawyer_sheet.compose(board(estimated_value=None, choices=choices)))


def test_without_a_single_open_point_one_question_remains() -> None:
    from criteria.design_file import tender_from

    plain = board_for(tender_from({key: value for key, value in SOUND.items() if key != "country"}), ENGLISH, TODAY)
    assert list(lawyer_sheet.questions(plain))


def test_what_we_do_not_hold_of_national_law_is_asked() -> None:
    asked = list(lawyer_sheet.questions(board(country="HR")))
    assert any(one.startswith("What does national law say on these points") for one in asked)


def test_a_sheet_without_any_open_point_asks_one_last_question() -> None:
    plain = board(country=None, choices=[{"criterion": "eqo-adviser-checklist", "status": "rejected", "reason": "Too dear."}], people={"used_by_people": False, "affected": []})
    assert all(one.endswith(("?", ".")) for one in lawyer_sheet.questions(plain))
