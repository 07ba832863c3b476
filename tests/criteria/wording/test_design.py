"""The free texts of a design are checked where they stand."""

from typing import Any

import pytest

from criteria.knowledge import Knowledge
from criteria.problems import BadInput
from criteria.wording.design import check_texts, texts_of
from tests.conftest import design

CAPPED = "No more than 30 % of the contract may be subcontracted."
PLAN = "clu-joint-delivery-plan"


def chosen(**more: Any) -> dict[str, Any]:
    return {"choices": [{"criterion": PLAN, "stage": "award_criterion", "text": CAPPED, **more}]}


def test_every_text_that_goes_into_papers_is_read() -> None:
    tender = design(
        **chosen(), lots=[{"id": "1", "title": "Schools in the north"}, {"id": "2"}],
        evaluation={"schema": 1, "price": {"points": 40}, "criteria": [{"id": "q", "title": "Speed", "points": 50}, {"id": "r", "points": 10}]},
    )
    assert [one.where for one in texts_of(tender)] == ["purpose", "choices[0].text", "lots[0].title", "evaluation.criteria[0].title"]
    assert list(texts_of(design(purpose=None))) == []


@pytest.mark.parametrize("status", ["rejected", "later"])
def test_a_text_that_is_not_used_is_not_read(status: str) -> None:
    assert [one.where for one in texts_of(design(**chosen(status=status)))] == ["purpose"]


def test_a_finding_says_where_it_stands(known: Knowledge) -> None:
    found = [one for read in check_texts(design(**chosen()), known) for one in read.findings]
    assert [(one.rule, one.where, one.words, one.kept_because) for one in found] == [("L-38", "choices[0].text", CAPPED[:-1], "")]


def test_words_that_are_kept_stay_a_finding_with_their_reason(known: Knowledge) -> None:
    kept = chosen(overruled=[{"rule": "L-38", "reason": "Our lawyer agrees."}, {"rule": "L-01", "reason": "Never found."}])
    (finding,) = (one for read in check_texts(design(**kept), known) for one in read.findings)
    assert finding.kept_because == "Our lawyer agrees." and finding.severity == "unlawful"


@pytest.mark.parametrize("overruled", [[{"rule": "L-1", "reason": "x"}], [{"rule": "L-38", "reason": ""}], [{"rule": "L-38"}]])
def test_keeping_words_needs_a_rule_and_a_reason(overruled: list[dict[str, str]]) -> None:
    with pytest.raises(BadInput, match="overruled"):
        design(**chosen(overruled=overruled))


def test_the_facts_of_the_design_decide_what_is_found(known: Knowledge) -> None:
    text = "Bidders must have a minimum yearly turnover of 900 000 euro."
    def found(value: int) -> list[str]:
        tender = design(estimated_value=value, choices=[{"criterion": PLAN, "stage": "award_criterion", "text": text}])
        return [one.rule for read in check_texts(tender, known) for one in read.findings]
    assert "L-42" in found(400_000) and "L-42" not in found(500_000)


@pytest.mark.parametrize("purpose", ["Clean schools and steady work", "The contractor cleans schools and gives steady work"])
def test_nobody_is_asked_where_the_purpose_stands(purpose: str, known: Knowledge) -> None:
    assert [ask.text for read in check_texts(design(purpose=purpose), known) for ask in read.checked.asks] == []
