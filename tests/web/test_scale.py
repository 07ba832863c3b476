"""The scale builder and the two evaluators: own anchors reach the papers, and differences show which anchor to sharpen."""

import json
import re
from typing import Any

import pytest

from criteria.knowledge import knowledge
from tests.conftest import CLEANING
from tests.page import Page, Visitor

JOINT = "clu-joint-delivery-plan"
CHOSEN = [{"criterion": JOINT, "stage": "award_criterion", "weight": 10}]
OWN = {f"level-{number}": f"{number} named stand-ins" for number in range(6)}
WHERE = f"/suggestion/{JOINT}/scale"


@pytest.fixture
def base(visitor: Visitor) -> str:
    content = {**CLEANING, "language": "en", "choices": CHOSEN}
    return visitor.open(json.dumps(content, default=str).encode()).address


def sent(visitor: Visitor, base: str, values: dict[str, str], action: str = "keep") -> Page:
    return visitor.send(visitor.get(f"{base}suggestion/{JOINT}/scale"), WHERE, {**values, "action": action})


def kept(visitor: Visitor, base: str) -> dict[str, Any]:
    choices = json.loads(visitor.client.get(f"{base}file").data)["choices"]
    return next(one for one in choices if one["criterion"] == JOINT)


def test_the_suggestion_leads_to_the_scale_and_it_begins_with_the_catalogue(visitor: Visitor, base: str) -> None:
    assert any(link.endswith(WHERE) for link in visitor.get(f"{base}suggestion/{JOINT}").links())
    page = visitor.get(f"{base}suggestion/{JOINT}/scale")
    assert page.tree.xpath("string(//textarea[@id='level-5'])").strip() and "No word without a test was found." in page.text


def test_own_anchors_stand_in_the_annex_the_guide_and_the_file(visitor: Visitor, base: str) -> None:
    assert "Kept." in sent(visitor, base, OWN).text
    assert kept(visitor, base)["scale"] == list(OWN.values())
    for kind in ("annex", "scoring_guide"):
        assert "4 named stand-ins" in visitor.get(f"{base}paper/{kind}").text
    again = visitor.open(visitor.client.get(f"{base}file").data).address
    assert "4 named stand-ins" in visitor.get(f"{again}suggestion/{JOINT}/scale").text


def test_words_without_a_test_are_shown_and_checking_keeps_nothing(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {**OWN, "level-3": "An adequate plan", "level-4": "An adequate plan"}, "check")
    assert "Words without a test: adequate." in page.text and "This level says the same as level 3." in page.text
    assert "scale" not in kept(visitor, base) or kept(visitor, base)["scale"] is None


def test_an_empty_level_is_asked_for(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {**OWN, "level-2": " "})
    assert page.status == 422 and "Write what this score takes." in page.text


def test_the_scale_of_the_catalogue_comes_back(visitor: Visitor, base: str) -> None:
    sent(visitor, base, OWN)
    page = sent(visitor, base, {}, "undo")
    assert "named stand-ins" not in page.tree.xpath("string(//textarea[@id='level-5'])")
    assert kept(visitor, base)["weight"] == 10


def test_a_scale_of_a_criterion_not_chosen_yet_takes_it(visitor: Visitor) -> None:
    base = visitor.open(json.dumps({**CLEANING, "language": "en"}, default=str).encode()).address
    assert sent(visitor, base, {}, "undo").status == 200
    sent(visitor, base, OWN)
    assert kept(visitor, base)["status"] == "accepted"


@pytest.mark.parametrize("criterion", ["no-such", "eqo-sex-disaggregated-data"])
def test_only_scored_criteria_have_such_a_scale(visitor: Visitor, base: str, criterion: str) -> None:
    assert visitor.get(f"{base}suggestion/{criterion}/scale").status == 404


def scored(visitor: Visitor, base: str, who: str, scores: list[str], reason: str = "") -> Page:
    page = visitor.get(f"{base}rehearsal/{who}")
    values = {f"score-{number}": score for number, score in enumerate(scores)} | {"reason-0": reason}
    return visitor.send(page, f"/rehearsal/{who}", values)


def test_nothing_is_seen_before_both_have_scored_and_then_the_anchor_to_sharpen(visitor: Visitor, base: str) -> None:
    page = scored(visitor, base, "first", ["1", "3", "5", "4"], "SECRETREASON")
    assert "First evaluator (finished)" in page.text and "Second evaluator (not finished)" in page.text
    assert "SECRETREASON" not in visitor.get(f"{base}rehearsal/second").raw + visitor.get(f"{base}rehearsal/first").raw + page.raw
    page = scored(visitor, base, "second", ["4", "3", "4", "4"])
    assert "Quality of the joint delivery arrangement: sharpen the anchors from 1 to 4" in page.text
    assert "SECRETREASON" in page.text and "3 points apart" in page.text and "The same score" in page.text
    assert page.link("Change the scale").endswith(WHERE)
    assert "SECRETREASON" not in visitor.client.get(f"{base}file").get_data(as_text=True)
    again = visitor.send(page, "/rehearsal")
    assert "First evaluator (not finished)" in again.text


def test_one_point_apart_asks_what_separates_the_two(visitor: Visitor, base: str) -> None:
    scored(visitor, base, "first", ["1", "3", "5", "4"])
    assert "say what separates 4 from 5" in scored(visitor, base, "second", ["1", "3", "4", "4"]).text


def test_the_same_scores_say_that_the_anchors_work(visitor: Visitor, base: str) -> None:
    scored(visitor, base, "first", ["1", "3", "5", "4"])
    assert "the anchors told the bids apart" in scored(visitor, base, "second", ["1", "3", "5", "4"]).text


@pytest.mark.parametrize("score", ["", "6", "x"])
def test_every_line_needs_a_score_of_the_scale(visitor: Visitor, base: str, score: str) -> None:
    page = scored(visitor, base, "first", ["1", "3", score, "4"])
    assert page.status in (400, 422) and "Choose a score." in page.text


def test_an_invented_bid_does_not_give_its_score_away_in_the_words_of_an_anchor(visitor: Visitor, base: str) -> None:
    shown = re.findall(r"The bid shows: ([^<]+)</p>", visitor.get(f"{base}rehearsal/first").raw)
    levels = knowledge().catalogue[JOINT].scale
    assert len(shown) == 4 and levels and not set(shown) & set(levels.levels)
    assert any("two vans" in text for text in shown)


def test_a_criterion_without_bid_texts_says_that_an_anchor_is_repeated(visitor: Visitor) -> None:
    other = [{"criterion": "ndi-fair-recruitment", "stage": "award_criterion", "weight": 10}]
    base = visitor.open(json.dumps({**CLEANING, "language": "en", "choices": CHOSEN}, default=str).encode()).address
    note = "The bids below repeat an anchor"
    assert note not in visitor.get(f"{base}rehearsal/first").text
    base = visitor.open(json.dumps({**CLEANING, "language": "en", "choices": other}, default=str).encode()).address
    assert note in visitor.get(f"{base}rehearsal/first").text


def test_real_bids_are_rehearsed_without_a_promise(visitor: Visitor) -> None:
    bids = [{"id": "North", "price": 100, "scores": {}}]
    base = visitor.open(json.dumps({**CLEANING, "language": "en", "choices": CHOSEN, "evaluation": {"schema": 1, "bids": bids}}, default=str).encode()).address
    page = visitor.get(f"{base}rehearsal/first")
    assert "North" in page.text and "The bid shows:" not in page.text


def test_without_a_scale_there_is_nothing_to_rehearse(visitor: Visitor) -> None:
    only_a_report = [{"criterion": "eqo-sex-disaggregated-data", "stage": "monitoring"}]
    base = visitor.open(json.dumps({**CLEANING, "language": "en", "choices": only_a_report}, default=str).encode()).address
    assert "No criterion with a scale is used yet." in visitor.get(f"{base}rehearsal").text
    assert visitor.get(f"{base}rehearsal/third").status == 404


def test_the_equality_questions_come_first(visitor: Visitor) -> None:
    assert visitor.get(f"{visitor.begin()}rehearsal").heading == "First, who is affected"
