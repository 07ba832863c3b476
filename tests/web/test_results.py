"""The results: eight panels, decisions with one tap, points that come to a hundred."""

import json
from typing import Any

import pytest

from tests.conftest import CLEANING
from tests.page import Page, Visitor


@pytest.fixture
def base(visitor: Visitor) -> str:
    return visitor.open(json.dumps(CLEANING, default=str).encode()).address


def stored(visitor: Visitor, base: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(visitor.client.get(f"{base}file").data)
    return content


def decided(visitor: Visitor, base: str) -> dict[str, str]:
    return {one["criterion"]: one["status"] for one in stored(visitor, base).get("choices", [])}


def tap(visitor: Visitor, page: Page, criterion: str, status: str) -> Page:
    for form in page.tree.forms:
        if form.get("action", "").endswith("/decide") and form.fields.get("criterion") == criterion and form.xpath(f".//button[@value='{status}']"):
            data = {**dict(form.form_values()), "status": status}
            response = visitor.client.post(form.get("action"), data=data, follow_redirects=True)
            return Page(response, response.request.path)
    raise AssertionError(f"no button {status} for {criterion}")


def test_the_equality_questions_come_before_any_result_or_paper(visitor: Visitor) -> None:
    base = visitor.begin()
    for place in ("results", "papers", "paper/report", "paper/annex.docx", "paper/memo.pdf", "suggestion/emp-integration-hours"):
        page = visitor.get(f"{base}{place}")
        assert page.heading == "First, who is affected"
        assert page.link("Women and men").endswith("/women-and-men")


def test_the_eight_panels_are_there(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}results")
    assert [section.get("id") for section in page.tree.xpath("//section[contains(@class, 'panel')]")] == [
        "openings", "timeline", "clauses", "balance", "equality", "set-aside", "to-do", "documents",
    ]
    assert "€234,000 above it" in page.text


def test_one_tap_takes_postpones_refuses_and_undoes(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}results")
    page = tap(visitor, page, "clu-joint-delivery-plan", "accepted")
    assert decided(visitor, base) == {"clu-joint-delivery-plan": "accepted"}
    page = tap(visitor, page, "clu-joint-delivery-plan", "undo")
    assert decided(visitor, base) == {}
    page = tap(visitor, page, "emp-integration-hours", "later")
    assert decided(visitor, base) == {"emp-integration-hours": "later"}


def lines(page: Page, part: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.tree.xpath(f"//section[@id='{part}']//li")]


def test_the_first_screen_says_what_to_do_next(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}results")
    steps = [" ".join(one.text_content().split()) for one in page.tree.xpath("//section[@class='next']//li")]
    assert len(steps) == 3 and steps[0].startswith("Look through the") and "still open" in steps[1] and steps[2] == "Take the papers"
    assert page.raw.index('class="next"') < page.raw.index('id="openings"')


def test_what_was_put_off_stays_among_the_cards_and_the_to_dos(visitor: Visitor, base: str) -> None:
    page = tap(visitor, visitor.get(f"{base}results"), "emp-integration-hours", "later")
    assert page.tree.xpath("//h3[contains(., 'put these off')]/following-sibling::ul[1]/li[@id='emp-integration-hours']")
    assert any(line.startswith("Decide on “Integration hours”.") for line in lines(page, "to-do"))
    assert "emp-integration-hours" in decided(visitor, tap(visitor, page, "emp-integration-hours", "accepted").address.removesuffix("results"))


def test_an_almost_empty_file_has_things_to_do_one_line_a_page(visitor: Visitor) -> None:
    people = {"affected": ["users"], "sexes_differ": False, "workforce": "mixed"}
    base = visitor.open(json.dumps({"schema": 1, "people": people}).encode()).address
    found = lines(visitor.get(f"{base}results"), "to-do")
    assert any(line.startswith("Answer 2 open questions on “Value and length”.") for line in found)
    assert len(found) == len(set(found)) <= 24
    assert all("before" in line for line in found if line.startswith(("Answer", "Fill")))


def test_to_dos_come_in_the_order_of_the_tasks_with_an_owner_and_a_day(visitor: Visitor) -> None:
    content = {**CLEANING, "publication_date": "2027-02-01", "not_known": ["estimated_value", "follow_up.checker"]}
    content = {name: value for name, value in content.items() if name not in ("estimated_value", "follow_up")}
    base = visitor.open(json.dumps(content, default=str).encode()).address
    found = lines(visitor.get(f"{base}results"), "to-do")
    value = next(number for number, line in enumerate(found) if "Estimate the value" in line and "Buyer, before publication on 1 February 2027." in line)
    checker = next(number for number, line in enumerate(found) if "Name a person who checks" in line and "Checker, before the contract starts." in line)
    assert value < checker


def test_a_question_for_the_lawyer_and_the_first_day_are_in_the_to_dos(visitor: Visitor) -> None:
    content = {**CLEANING, "start_date": "2027-06-01", "safety": {"question": "May we?"}, "follow_up": {}, "not_known": ["follow_up.checker", "need.plans"]}
    found = lines(visitor.get(f"{visitor.open(json.dumps(content, default=str).encode()).address}results"), "to-do")
    assert any("Put your question to a lawyer. Lawyer, before publication." in line for line in found)
    assert any("Name a person who checks" in line and "Checker, before the contract starts on 1 June 2027." in line for line in found)


def test_what_was_set_aside_is_grouped_and_shows_the_fact_that_decided(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}results")
    titles = [" ".join(one.text_content().split()) for one in page.tree.xpath("//section[@id='set-aside']//summary")]
    assert titles[0].startswith("Missed by one condition (") and titles[1].startswith("Routes (") and len(titles) > 4
    assert page.tree.xpath("//section[@id='set-aside']//*[@class='found']")


def test_a_reason_names_the_answer_it_rests_on(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    assert "Could several organisations do this better together?" in " ".join(page.tree.xpath("//*[@class='found']/text()")) or "Better together?" in page.text


def test_the_quick_path_offers_little_and_lets_the_wording_be_changed(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(base), "/path", button=("path", "quick"))
    page = visitor.get(f"{base}results")
    assert 0 < len(page.tree.xpath("//li[contains(@class, 'card')]")) <= 5
    assert page.tree.xpath("//h3[.='These belong in every tender']")
    suggestion = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    visitor.send(suggestion, "/suggestion/clu-joint-delivery-plan", {"choice-status": "adapted", "choice-text": "Our own words"})
    assert stored(visitor, base)["choices"][0]["text"] == "Our own words"


def test_every_ground_of_a_rule_says_what_it_says_and_links_to_the_readers_language(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base.replace('/en/', '/fr/')}results")
    for one in page.tree.xpath("//section[@id='openings']//ul[contains(@class, 'law')]/li"):
        assert "–" in one.text_content().partition(",")[2]
    assert not [one for one in page.links() if "eur-lex" in one and "/legal-content/" in one and "/FR/" not in one]


def test_all_proposals_can_be_taken_at_once(visitor: Visitor, base: str) -> None:
    page = visitor.send(visitor.get(f"{base}results"), "/take")
    taken = decided(visitor, base)
    assert len(taken) > 8 and set(taken.values()) == {"accepted"}
    assert not any(name.startswith("sep-reserve") for name in taken)
    assert "You use these" in page.text and "We suggest these" not in page.text


def test_an_unknown_criterion_or_status_is_refused(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}results")
    token = page.tree.xpath("string(//input[@name='csrf_token']/@value)")
    for data, status in (({"criterion": "no-such", "status": "accepted"}, 404), ({"criterion": "clu-joint-delivery-plan", "status": "loved"}, 400)):
        response = visitor.client.post(f"{base}decide", data={**data, "csrf_token": token})
        assert response.status_code == status
    assert decided(visitor, base) == {}


def test_a_suggestion_is_shown_whole(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    for words in ("so that the cleaning service becomes more reliable", "(10 points)", "Never write:", "Art. 67(2)(a)", "Checked against the source"):
        assert words in page.text


def test_any_criterion_of_the_catalogue_may_be_chosen_and_says_that_it_was_not_suggested(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}suggestion/eth-fair-trade-characteristics")
    assert "We do not suggest this clause" in page.text
    visitor.send(page, "/suggestion/eth-fair-trade-characteristics", {"choice-status": "accepted", "choice-reason": "Coffee for the staff"})
    assert decided(visitor, base)["eth-fair-trade-characteristics"] == "accepted"


def test_wording_points_and_proof_are_kept_on_the_full_path(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(base), "/path", button=("path", "full"))
    where = "/suggestion/clu-joint-delivery-plan"
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    visitor.send(page, where, {"choice-status": "adapted", "choice-text": "Our own words.", "choice-weight": "7.5", "choice-evidence": "strong"})
    choice = stored(visitor, base)["choices"][0]
    assert (choice["text"], choice["weight"], choice["evidence"]) == ("Our own words.", 7.5, "strong")
    assert "Our own words." in visitor.get(f"{base}paper/annex").text


def test_a_wording_left_as_it_was_stays_the_model(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(base), "/path", button=("path", "full"))
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    visitor.send(page, "/suggestion/clu-joint-delivery-plan", {"choice-status": "accepted"})
    assert "text" not in stored(visitor, base)["choices"][0]


def test_bad_points_are_explained(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(base), "/path", button=("path", "full"))
    page = visitor.get(f"{base}suggestion/clu-joint-delivery-plan")
    bad = visitor.send(page, "/suggestion/clu-joint-delivery-plan", {"choice-status": "accepted", "choice-weight": "101"})
    assert bad.status == 422 and "at most 100" in bad.text


def test_points_must_come_to_a_hundred(visitor: Visitor, base: str) -> None:
    tap(visitor, visitor.get(f"{base}results"), "clu-joint-delivery-plan", "accepted")
    page = visitor.get(f"{base}results")
    low = visitor.send(page, "/weights", {"weight-price": "40", "weight-other": "40", "weight-clu-joint-delivery-plan": "10"})
    assert low.status == 422 and "Give out 10 more" in low.text
    high = visitor.send(page, "/weights", {"weight-price": "60", "weight-other": "40", "weight-clu-joint-delivery-plan": "10"})
    assert high.status == 422 and "Take away 10" in high.text
    good = visitor.send(page, "/weights", {"weight-price": "48.5", "weight-other": "40", "weight-clu-joint-delivery-plan": "11.5"})
    assert good.status == 200
    content = stored(visitor, base)
    assert content["evaluation"]["price"]["points"] == 48.5 and content["choices"][0]["weight"] == 11.5


def test_a_finding_shows_rule_reason_and_repair(visitor: Visitor) -> None:
    content = {**CLEANING, "cpv": ["85320000"], "estimated_value": 900000, "duration_months": 48, "choices": [{"criterion": "sep-reserve-art77", "stage": "reserved_art77"}]}
    base = visitor.open(json.dumps(content, default=str).encode()).address
    page = visitor.get(f"{base}results")
    assert "L-25" in page.text and "Likely unlawful." in page.text
