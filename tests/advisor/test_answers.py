"""Answers by name make a tender and come back from it; what is off the path is kept but not said."""

from advisor.wizard import journey
from advisor.wizard.answers import NOT_KNOWN, answers_of, is_done, open_equality_questions, tender_of
from criteria.codes import Path
from tests.conftest import TODAY, design

CHOICE = {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "status": "adapted", "weight": 8, "text": "Our own text", "reason": "Peaks"}


def test_a_tender_taken_apart_makes_the_same_tender() -> None:
    tender = design(path="full", choices=[CHOICE], lots=[{"id": "1"}], need={"plans": ["inclusion"]}, not_known=["procedure"],
                    evaluation={"schema": 1, "price": {"points": 50}})
    assert tender_of(answers_of(tender), TODAY) == tender


def test_a_hidden_answer_is_not_said() -> None:
    answers = {"path": "quick", "partners.stake": True, "title": "T"}
    assert tender_of(answers, TODAY).partners.stake is None
    assert tender_of({**answers, "path": "full"}, TODAY).partners.stake is True


def test_what_no_question_asks_for_is_always_said() -> None:
    assert tender_of({"path": "quick", "lots": [{"id": "1"}]}, TODAY).lots


def test_i_do_not_know_is_remembered_and_is_not_a_value() -> None:
    tender = tender_of({"estimated_value": dict(NOT_KNOWN)}, TODAY)
    assert tender.estimated_value is None
    assert tender.not_known == ("estimated_value",)
    assert answers_of(tender)["estimated_value"] == NOT_KNOWN


def test_a_page_is_done_once_it_was_saved_and_nothing_required_is_open() -> None:
    step = journey.step_named("women-and-men", Path.QUICK)
    assert step
    assert not is_done(step, {})
    assert not is_done(step, {"seen/women-and-men": True})
    assert not is_done(step, {"people.sexes_differ": True})
    assert is_done(step, {"people.sexes_differ": True, "people.workforce": dict(NOT_KNOWN)})


def test_the_open_equality_questions_are_named() -> None:
    assert [step.slug for step in open_equality_questions({})] == ["affected", "women-and-men"]
    assert not open_equality_questions(answers_of(design()))
