"""The joint-delivery designer on the web: choose, see, keep, undo; the papers carry what was kept."""

import json
from typing import Any

import pytest

from tests.conftest import CLEANING
from tests.page import Page, Visitor

WHERE = "/joint-delivery"
PARTS = {"means": ["tools-pool"], "decisions": "parity-board", "risks": ["stand-in"], "voice": ["workers-heard"], "results": ["user-result"]}


@pytest.fixture
def base(visitor: Visitor) -> str:
    return visitor.open(json.dumps({**CLEANING, "language": "en"}, default=str).encode()).address


def choice(visitor: Visitor, base: str) -> dict[str, Any]:
    choices = json.loads(visitor.client.get(f"{base}file").data).get("choices", [])
    return next((one for one in choices if one["criterion"] == "clu-joint-delivery-plan"), {})


def ticked(page: Page) -> set[str]:
    return {one.get("value") for one in page.tree.xpath("//form[contains(@class, 'designer')]//input[@checked]")}


def sent(visitor: Visitor, base: str, values: dict[str, Any], action: str = "keep") -> Page:
    return visitor.send(visitor.get(f"{base}joint-delivery"), WHERE, {**PARTS, **values, "action": action})


def test_the_page_is_reached_from_the_results_and_from_the_suggestion(visitor: Visitor, base: str) -> None:
    for place in ("results", "suggestion/clu-joint-delivery-plan"):
        page = visitor.get(f"{base}{place}")
        assert any(link.endswith(WHERE) for link in page.links())


def test_the_results_do_not_lead_there_when_nobody_works_together(visitor: Visitor) -> None:
    content = {**CLEANING, "partners": {"together": "no"}}
    base = visitor.open(json.dumps(content, default=str).encode()).address
    assert not any(link.endswith(WHERE) for link in visitor.get(f"{base}results").links())
    assert "Joint delivery is worth points only where" in visitor.get(f"{base}joint-delivery").text


def test_the_answers_have_chosen_parts_and_the_page_shows_what_they_make(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}joint-delivery")
    assert {"partner-board", "shared-training", "payment-flow", "users-heard"} <= ticked(page)
    assert "so that the cleaning service becomes more reliable" in page.text and "(10 points)" in page.text
    assert "Shared training" in page.text and "Where people new to the trade take part" in page.text


def test_it_says_why_membership_form_and_place_never_score_and_offers_other_ways(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}joint-delivery")
    assert "An address is not quality." in page.text and "No legal form may be asked for" in page.text
    for words in ("Art. 19(2)", "Art. 63(1)", "L-32", "L-41", "Other ways to the same aim", "Against:", "For:"):
        assert words in page.text
    assert [one.text_content().strip() for one in page.tree.xpath("//div[@class='alternative']//strong")]


def test_what_is_kept_goes_into_every_paper_with_its_scale_proof_and_indicator(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"weight": "12"})
    assert page.heading == "Quality of the joint delivery arrangement"
    kept = choice(visitor, base)
    assert (kept["status"], kept["weight"]) == ("adapted", 12)
    assert kept["parts"] == ["tools-pool", "parity-board", "stand-in", "workers-heard", "user-result"]
    annex = visitor.get(f"{base}paper/annex").text
    for words in (
        "(12 points)", "(a) State which vehicles, tools or premises", "Each task has a named stand-in",
        "A calendar gives the dates and the hours paid for them.", "Shared means available when called: at least 90 %.",
        "earn no points",
    ):
        assert words in annex, words
    assert "Art. 67(2)(b)" in visitor.get(f"{base}paper/memo").text


def test_the_papers_say_it_in_their_own_language(visitor: Visitor, base: str) -> None:
    sent(visitor, base, {"weight": "12"})
    assert "(a) Indiquez quels véhicules" in visitor.get(base.replace("/en/", "/fr/") + "joint-delivery").text
    french = visitor.open(json.dumps({**CLEANING, "language": "fr"}, default=str).encode()).address
    sent(visitor, french, {"weight": "12"})
    annex = visitor.get(f"{french}paper/annex").text
    assert "(a) Indiquez quels véhicules" in annex and "Chaque tâche a un remplaçant désigné" in annex


def test_showing_keeps_nothing(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"weight": "7"}, "show")
    assert page.status == 200 and "(7 points)" in page.text and "State which vehicles" in page.text
    assert choice(visitor, base) == {}


def test_undo_brings_the_model_text_back(visitor: Visitor, base: str) -> None:
    sent(visitor, base, {"weight": "12"})
    page = sent(visitor, base, {}, "undo")
    assert "parts" not in choice(visitor, base) and choice(visitor, base)["status"] == "accepted"
    assert "Back to the model text" not in page.text
    assert "(a) which staff, premises" in visitor.get(f"{base}suggestion/clu-joint-delivery-plan").text


def test_undo_before_anything_was_kept_changes_nothing(visitor: Visitor, base: str) -> None:
    sent(visitor, base, {}, "undo")
    assert choice(visitor, base) == {}


@pytest.mark.parametrize(("change", "words"), [
    ({"means": []}, "What is shared for this contract? Choose at least 1 here."),
    ({"results": ["fewer-gaps", "peak-reach", "user-result"]}, "You chose 3. Choose at most 2."),
    ({"means": ["tools-pool", "no-such-part"], "voice": ["no-such-part"]}, "Who is heard? Choose at least 1 here."),
    ({"weight": "40"}, "Give it between 5 and 15 points."),
    ({"weight": ""}, "Give it between 5 and 15 points."),
    ({"weight": "many"}, "This is not a number."),
    ({"demands": ["L-34"]}, "L-34: A fixed share of the work for the lead partner"),
    ({"demands": ["L-32", "L-33"]}, "L-32: Bidders may join as they like"),
])
def test_what_does_not_fit_is_explained_and_not_kept(visitor: Visitor, base: str, change: dict[str, Any], words: str) -> None:
    page = sent(visitor, base, {"weight": "12", **change})
    assert page.status == 422 and page.title.startswith("Error:")
    assert words in page.text
    assert choice(visitor, base) == {}


def test_an_own_wording_of_the_officer_stands_on_the_parts(visitor: Visitor, base: str) -> None:
    sent(visitor, base, {"weight": "12"})
    visitor.send(visitor.get(base), "/path", button=("path", "full"))
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    visitor.send(page, "/suggestion/clu-joint-delivery-plan", {"choice-text": "Our own words for it."})
    annex = visitor.get(f"{base}paper/annex").text
    assert "Our own words for it." in annex and "Each task has a named stand-in" in annex
    sent(visitor, base, {"weight": "12"})
    assert "text" not in choice(visitor, base)


def test_saving_the_suggestion_unchanged_keeps_the_parts_and_no_text(visitor: Visitor, base: str) -> None:
    sent(visitor, base, {"weight": "12"})
    visitor.send(visitor.get(base), "/path", button=("path", "full"))
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    visitor.send(page, "/suggestion/clu-joint-delivery-plan", {"choice-status": "adapted"})
    kept = choice(visitor, base)
    assert "text" not in kept and kept["parts"]


def test_a_design_file_with_parts_comes_back_the_same(visitor: Visitor, base: str) -> None:
    sent(visitor, base, {"weight": "12"})
    file = visitor.client.get(f"{base}file").data
    again = visitor.open(file).address
    assert choice(visitor, again) == choice(visitor, base)
