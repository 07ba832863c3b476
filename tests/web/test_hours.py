"""The effort meter on the results page, and the findings on the last check and in the papers."""

import json
from typing import Any

import pytest

from tests.conftest import CLEANING
from tests.page import Page, Visitor

CHOICES = [
    {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 10},
    {"criterion": "emp-integration-hours", "stage": "performance_condition"},
    {"criterion": "eqo-sex-disaggregated-data", "stage": "monitoring"},
]
BUSY = {**CLEANING, "language": "en", "follow_up": {"checker": "Facility department", "checker_hours": 2}, "choices": CHOICES}


def opened(visitor: Visitor, **changes: Any) -> str:
    return visitor.open(json.dumps({**BUSY, **changes}, default=str).encode()).address


def statuses(visitor: Visitor, base: str) -> dict[str, str]:
    return {one["criterion"]: one["status"] for one in json.loads(visitor.client.get(f"{base}file").data)["choices"]}


def press(visitor: Visitor, page: Page, words: str) -> Page:
    for form in page.tree.forms:
        for button in form.xpath(".//button[@name='status']"):
            if button.text_content().startswith(words) and form.fields.get("from") == "meter":
                data = {**dict(form.form_values()), "status": button.get("value")}
                response = visitor.client.post(form.get("action"), data=data, follow_redirects=True)
                return Page(response, response.request.path)
    raise AssertionError(f"no button “{words}”")


def test_hours_are_shown_for_each_item_and_in_sum(visitor: Visitor) -> None:
    page = visitor.get(f"{opened(visitor)}results")
    row = page.tree.xpath("//table[contains(@class, 'hours')]//tr[th='Integration hours']/td/text()")
    assert row == ["1", "0", "2"]
    assert "We expect about 6 bids, so scoring takes about 9 hours." in page.text
    assert "That is more than the 2 hours your checker has." in page.text


def test_one_tap_takes_out_what_is_least_worth_it_and_one_brings_it_back(visitor: Visitor) -> None:
    base = opened(visitor)
    page = visitor.get(f"{base}results")
    assert "To come back within the hours, take these out" in page.text and "serves your goals least" in page.text
    page = press(visitor, page, "Take it out")
    out = [name for name, status in statuses(visitor, base).items() if status == "later"]
    assert len(out) == 1
    assert "is taken out and waits under “Later”." in page.text
    page = press(visitor, page, "Put it back")
    assert set(statuses(visitor, base).values()) == {"accepted"}
    assert "is taken out" not in page.text


def test_what_was_adapted_comes_back_adapted(visitor: Visitor) -> None:
    base = opened(visitor, choices=[{**CHOICES[0], "status": "adapted", "text": "Our words"}, *CHOICES[1:]], follow_up={"checker": "x", "checker_hours": 0.25})
    page = visitor.get(f"{base}results")
    while "Take it out" in page.text and statuses(visitor, base)["clu-joint-delivery-plan"] != "later":
        page = press(visitor, page, "Take it out")
    press(visitor, visitor.get(f"{base}results?out=clu-joint-delivery-plan"), "Put it back")
    assert statuses(visitor, base)["clu-joint-delivery-plan"] == "adapted"


def test_with_enough_hours_nothing_is_to_go(visitor: Visitor) -> None:
    page = visitor.get(f"{opened(visitor, follow_up={'checker': 'x', 'checker_hours': 20})}results")
    assert "Your checker has 20 hours." in page.text and "take these out" not in page.text


def test_without_known_suppliers_only_the_hours_of_one_bid_are_said(visitor: Visitor) -> None:
    page = visitor.get(f"{opened(visitor, partners={'together': 'yes'})}results")
    assert "how many bids will come is not known" in page.text


@pytest.mark.parametrize("kind", ["report", "memo"])
def test_the_papers_hold_the_hours_and_what_could_go(visitor: Visitor, kind: str) -> None:
    text = visitor.get(f"{opened(visitor)}paper/{kind}").text
    for words in ("Hours in sum: ", "We expect about 6 bids", "Too much.", "To come back within the hours, take these out:"):
        assert words in text, words


@pytest.mark.parametrize("place", ["safety", "results", "paper/memo", "paper/report"])
def test_findings_stand_on_the_last_check_the_results_and_the_papers(visitor: Visitor, place: str) -> None:
    base = opened(visitor, duration_months=48, estimated_value=900000, cpv=["85320000"], choices=[{"criterion": "sep-reserve-art77", "stage": "reserved_art77"}])
    assert "L-25" in visitor.get(f"{base}{place}").text


def test_a_design_without_findings_says_by_which_rules(visitor: Visitor) -> None:
    base = visitor.begin()
    visitor.send(visitor.get(f"{base}purpose"), "/purpose", {"purpose": "Clean schools"})
    assert "No known problem found by rule set" in visitor.get(f"{base}safety").text


@pytest.mark.parametrize("place", ["results", "paper/memo", "paper/report"])
def test_measures_stand_where_they_are_needed(visitor: Visitor, place: str) -> None:
    base = opened(visitor, eu_funds=True, joint_procurement=True, partners={**CLEANING["partners"], "stake": True, "helped_draft": True})
    text = visitor.get(f"{base}{place}").text
    for words in ("Keep a firewall around the stake", "Level the field after outside help", "Keep the proof that EU money asks for", "Settle how you buy together"):
        assert words in text, words


@pytest.mark.parametrize("place", ["results", "paper/report"])
def test_reminders_stand_with_their_days(visitor: Visitor, place: str) -> None:
    base = opened(visitor, procedure="open", publication_date="2027-02-01", start_date="2027-08-31")
    text = visitor.get(f"{base}{place}").text
    assert "Later, at its time" in text and "3 March 2027" in text and "tell all bidders at once" in text


def test_interest_from_abroad_is_to_do_while_nobody_said(visitor: Visitor) -> None:
    words = "Write down whether firms from another country could be interested"
    assert words in visitor.get(f"{opened(visitor, estimated_value=150000)}results").text
    assert words not in visitor.get(f"{opened(visitor, estimated_value=150000, cross_border=False)}results").text
    assert words not in visitor.get(f"{opened(visitor)}results").text


def test_in_a_concession_pages_and_papers_cite_its_own_directive(visitor: Visitor) -> None:
    base = opened(visitor, concession=True, estimated_value=6000000)
    for place in ("suggestion/clu-joint-delivery-plan", "paper/memo"):
        text = visitor.get(f"{base}{place}").text
        assert "Directive 2014/23/EU, Art. 41" in text and "Art. 67(3)" not in text
