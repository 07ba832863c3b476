"""The condition language: one fact, one comparison, three answers."""

from typing import Any

import pytest
from pydantic import ValidationError

from criteria.advice import situation_of
from criteria.codes import Answer
from criteria.facts import TYPES
from criteria.knowledge import Knowledge
from criteria.rule import COMPARISONS, Condition, Reason, judge, together
from tests.conftest import design

BECAUSE = "Somebody must have a reason."


def answer(known: Knowledge, condition: dict[str, Any], **facts: Any) -> Answer:
    here, law = situation_of(design(**facts), known)
    return judge(Condition.model_validate({"because": BECAUSE, **condition}), here, law).answer


@pytest.mark.parametrize(("condition", "expected"), [
    ({"fact": "duration_months", "at_least": 36}, Answer.YES),
    ({"fact": "duration_months", "above": 36}, Answer.NO),
    ({"fact": "duration_months", "at_most": 36}, Answer.YES),
    ({"fact": "duration_months", "below": 36}, Answer.NO),
    ({"fact": "people.used_by_people", "equals": True}, Answer.YES),
    ({"fact": "partners.together", "differs": "no"}, Answer.YES),
    ({"fact": "purchase", "one_of": ["cleaning", "green_spaces"]}, Answer.YES),
    ({"fact": "purchase", "none_of": ["cleaning"]}, Answer.NO),
    ({"fact": "people.warning_signs", "includes": "short_hours"}, Answer.YES),
    ({"fact": "people.warning_signs", "includes_any": ["low_pay", "danger"]}, Answer.NO),
    ({"fact": "people.warning_signs", "includes_none": ["danger"]}, Answer.YES),
    ({"fact": "cpv", "begins_with": ["9091"]}, Answer.YES),
    ({"fact": "cpv", "within": ["85000000..85323000"]}, Answer.NO),
    ({"fact": "duration_months", "at_most": {"law": "art77-duration-months"}}, Answer.YES),
    ({"fact": "cpv", "within": {"law": "annex-xiv-cpv"}}, Answer.NO),
])
def test_a_condition_holds_or_not(known: Knowledge, condition: dict[str, Any], expected: Answer) -> None:
    assert answer(known, condition) is expected


def test_every_comparison_is_shown_in_a_test() -> None:
    shown = {key for mark in test_a_condition_holds_or_not.pytestmark for row in mark.args[1] for key in row[0]}
    assert set(COMPARISONS) <= shown


@pytest.mark.parametrize("fact", ["duration_months", "people.warning_signs", "cpv"])
def test_a_fact_nobody_gave_is_not_known_and_asked_for(known: Knowledge, fact: str) -> None:
    group, _, name = fact.rpartition(".")
    here, law = situation_of(design(**({group: {name: None}} if group else {name: None})), known)
    comparison = {"duration_months": {"at_least": 6}, "people.warning_signs": {"includes": "danger"}, "cpv": {"begins_with": ["9"]}}[fact]
    reason = judge(Condition.model_validate({"fact": fact, "because": BECAUSE, **comparison}), here, law)
    assert (reason.answer, reason.ask) == (Answer.NOT_KNOWN, (fact,))


def test_an_empty_list_is_an_answer_and_not_unknown(known: Knowledge) -> None:
    assert answer(known, {"fact": "people.warning_signs", "includes": "danger"}, people={"warning_signs": []}) is Answer.NO


def test_a_limit_of_the_law_outside_its_days_leaves_it_open(known: Knowledge) -> None:
    condition = {"fact": "duration_months", "at_most": {"law": "threshold-works"}}
    assert answer(known, condition, publication_date="2030-01-01") is Answer.NOT_KNOWN


@pytest.mark.parametrize(("condition", "words"), [
    ({"fact": "shoe_size", "at_least": 4}, "unknown fact 'shoe_size'"),
    ({"fact": "purchase", "one_of": ["cleening"]}, "'cleening' is no value of purchase"),
    ({"fact": "duration_months"}, "exactly one of"),
    ({"fact": "duration_months", "at_least": 1, "at_most": 2}, "exactly one of"),
    ({"fact": "duration_months", "at_least": "six"}, "needs a number"),
    ({"fact": "duration_months", "at_least": 6, "colour": "red"}, "colour"),
])
def test_a_wrong_condition_is_refused_with_its_fault(condition: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Condition.model_validate({"because": BECAUSE, **condition})


@pytest.mark.parametrize(("answers", "expected"), [
    ([], Answer.YES), ([Answer.YES], Answer.YES), ([Answer.YES, Answer.NOT_KNOWN], Answer.NOT_KNOWN),
    ([Answer.NOT_KNOWN, Answer.NO], Answer.NO), ([Answer.YES, Answer.NO], Answer.NO),
])
def test_one_no_decides_and_one_unknown_leaves_it_open(answers: list[Answer], expected: Answer) -> None:
    from criteria.prose import Sentence

    assert together(Reason(one, Sentence(""), "title") for one in answers) is expected


@pytest.mark.parametrize("fact", sorted(TYPES))
def test_every_fact_can_be_asked_of_an_empty_design(known: Knowledge, fact: str) -> None:
    from criteria.design_file import tender_from

    here, _ = situation_of(tender_from({"schema": 1, "as_of": "2026-11-22"}), known)
    value = here.value(fact)
    if value is None and not fact.startswith(("choice.", "lot.")):
        for asked in here.asks(fact):
            assert asked in TYPES or asked in ("lots", "evaluation", "choices")


def test_an_unknown_fact_raises(known: Knowledge) -> None:
    with pytest.raises(KeyError):
        situation_of(design(), known)[0].value("shoe_size")
