"""“Check a wording” without a tender, and the check beside the clause of a tender."""

import json
from typing import Any

import pytest

from advisor.i18n import Language
from tests.conftest import CLEANING
from tests.page import Page, Visitor

CAPPED = "The plan is clear. No more than 30 % of the contract may be subcontracted."
REPAIRED = "The plan is clear. Subcontracting is allowed; the contractor names its subcontractors before they start."
PLAN = "suggestion/clu-joint-delivery-plan"


@pytest.fixture
def base(visitor: Visitor) -> str:
    choice = {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "text": CAPPED}
    address = visitor.open(json.dumps({**CLEANING, "language": "en", "choices": [choice]}, default=str).encode()).address
    visitor.send(visitor.get(address), "/path", button=("path", "full"))
    return address


def choice(visitor: Visitor, base: str) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(visitor.client.get(f"{base}file").data)["choices"][0]
    return stored


def checked(visitor: Visitor, page: Page, headers: dict[str, str] | None = None, **values: str) -> Any:
    form = page.form("/suggestion/clu-joint-delivery-plan")
    return visitor.client.post(f"{form.get('action')}/check", data={**dict(form.form_values()), **values}, headers=headers)


def test_the_start_page_leads_to_the_check(visitor: Visitor, language: Language) -> None:
    assert visitor.get(f"/{language.code}/").link("rédaction" if language.code == "fr" else "Only check").endswith("/check")


def test_the_empty_page_shows_a_flawed_and_a_repaired_wording(visitor: Visitor) -> None:
    page = visitor.get("/en/check")
    assert "A wording with a flaw" in page.text and "Nothing you paste is stored." in page.text
    flawed = visitor.get(page.link("Check the flawed example"))
    assert flawed.tree.xpath("string(//mark)") == "company must have its registered office in our municipality"
    assert "Do not publish this as it stands." in flawed.text and "Checked against the source" in flawed.text
    clean = visitor.get(page.link("Check the repaired example"))
    assert "No known problem found by rule set" in clean.text and "What the check cannot see" in clean.text
    assert not clean.tree.xpath("//mark")


def test_a_repair_is_put_in_without_script(visitor: Visitor) -> None:
    page = visitor.send(visitor.get("/en/check"), "/check", {"text": CAPPED})
    assert page.tree.xpath("//button[@name='use']/@value") == ["L-38:19"]
    after = visitor.send(page, "/check", button=("use", "L-38:19"))
    assert after.tree.xpath("//textarea[@id='text']")[0].text.strip() == REPAIRED
    assert "No known problem" in after.text


def test_a_script_gets_the_result_alone(visitor: Visitor) -> None:
    form = visitor.get("/en/check").form("/check")
    data = {**dict(form.form_values()), "text": CAPPED}
    part = visitor.client.post("/en/check", data=data, headers={"X-Fragment": "1"}).get_data(as_text=True)
    assert "<html" not in part and "1 remark." in part and "data-text" not in part
    part = visitor.client.post("/en/check", data={**data, "use": "L-38:19"}, headers={"X-Fragment": "1"}).get_data(as_text=True)
    assert f'data-text="{REPAIRED}"' in part


def test_where_the_words_stand_is_asked_beside_the_list_but_not_of_what_the_contract_is_about(visitor: Visitor) -> None:
    form = visitor.get("/en/check").form("/check")
    given = {**dict(form.form_values()), "text": "The work is done in teams."}
    page = Page(visitor.client.post("/en/check", data=given), "/en/check")
    assert "Where do the words stand?" in page.text and page.link("Answer") == "#stage"
    del given["stage"]  # as the page of the wizard sends what the contract is about
    part = visitor.client.post("/en/check", data=given, headers={"X-Fragment": "1"}).get_data(as_text=True)
    assert "No known problem" in part and "Where do the words stand?" not in part


def test_facts_of_the_contract_decide_and_missing_ones_are_asked(visitor: Visitor) -> None:
    text = "Bidders must have a minimum yearly turnover of 900 000 euro."
    page = visitor.send(visitor.get("/en/check"), "/check", {"text": text})
    assert "To be known first:" in page.text and page.link("Answer") == "#value"
    page = visitor.send(page, "/check", {"text": text, "value": "400,000"})
    assert "L-42" in page.text
    french = visitor.send(visitor.get("/fr/check"), "/check", {"text": text, "value": "400\u202f000", "lang": "en"})
    assert "L-42" in french.text


@pytest.mark.parametrize(("values", "words"), [
    ({"text": " "}, "There is nothing to check yet."),
    ({"text": "a", "cpv": "12"}, "This is not a CPV code."),
    ({"text": "a", "value": "much"}, "This is not a number."),
    ({"text": "a", "country": "XX"}, "This value is not in the list."),
    ({"text": "a", "stage": "somewhere"}, "This value is not in the list."),
    ({"text": "word " * 9_000}, "This text is too long for this page."),
])
def test_what_cannot_be_read_is_explained(visitor: Visitor, values: dict[str, str], words: str) -> None:
    form = visitor.get("/en/check").form("/check")
    response = visitor.client.post("/en/check", data={**dict(form.form_values()), **values})
    page = Page(response, "/en/check")
    assert page.status == 422 and page.title.startswith("Error:") and words in page.text


def test_a_language_that_is_not_read_is_said(visitor: Visitor) -> None:
    page = visitor.send(visitor.get("/en/check"), "/check", {"text": "Zyxw vutsr qponm lkjih gfedc."})
    assert "the language of this text was not recognised" in page.text and "No known problem" not in page.text


def test_going_back_shows_the_page_again_and_a_draft_stays_unstored(visitor: Visitor, base: str) -> None:
    assert visitor.client.get("/en/check").headers["Cache-Control"] == "private, no-cache"
    assert visitor.client.get(base).headers["Cache-Control"] == "no-store"


def test_the_clause_of_a_tender_shows_words_reason_law_and_repair(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}{PLAN}")
    assert page.tree.xpath("string(//mark)") == CAPPED[19:-1]
    assert "C-63/18 (Vitali)" in page.text and "Use this sentence" in page.text


def test_taking_the_repair_changes_the_text_in_the_form_and_saves_nothing(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}{PLAN}")
    response = checked(visitor, page, use="L-38:19")
    after = Page(response, page.address)
    assert after.tree.xpath("//textarea[@name='choice-text']")[0].text.strip() == REPAIRED
    assert choice(visitor, base)["text"] == CAPPED
    part = checked(visitor, page, {"X-Fragment": "1"}).get_data(as_text=True)
    assert "<html" not in part and "1 remark." in part


def test_the_text_of_the_catalogue_is_not_judged(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}suggestion/emp-integration-hours")
    assert "This is the text of the catalogue. Change it" in page.text


def test_kept_words_keep_their_finding_and_their_reason_in_every_paper(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}{PLAN}")
    visitor.send(page, f"/{PLAN}", {"overrule-L-38": "Our lawyer agrees."})
    assert choice(visitor, base)["overruled"] == [{"rule": "L-38", "reason": "Our lawyer agrees."}]
    for place in ("results", "paper/memo", "paper/report"):
        text = visitor.get(f"{base}{place}").text
        assert "Likely unlawful" in text and "Our lawyer agrees." in text, place
    again = visitor.get(f"{base}{PLAN}")
    assert again.tree.xpath("string(//textarea[@name='overrule-L-38'])").strip() == "Our lawyer agrees."
    visitor.send(again, f"/{PLAN}", {"choice-text": REPAIRED})
    assert "overruled" not in choice(visitor, base)


def test_the_reason_survives_a_decision_on_the_quick_path(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(f"{base}{PLAN}"), f"/{PLAN}", {"overrule-L-38": "Our lawyer agrees."})
    visitor.send(visitor.get(base), "/path", button=("path", "quick"))
    visitor.send(visitor.get(f"{base}{PLAN}"), f"/{PLAN}", {"choice-status": "accepted"})
    assert choice(visitor, base)["overruled"] and choice(visitor, base)["text"] == CAPPED


def test_a_clean_wording_is_said_with_what_the_check_cannot_see(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(f"{base}{PLAN}"), f"/{PLAN}", {"choice-text": REPAIRED})
    for place in ("results", "paper/memo", "safety"):
        text = visitor.get(f"{base}{place}").text
        assert "in this wording." in text and "What the check cannot see" in text, place


def test_a_wording_in_a_language_that_is_not_read_gets_no_clean_bill(visitor: Visitor, base: str) -> None:
    visitor.send(visitor.get(f"{base}{PLAN}"), f"/{PLAN}", {"choice-text": "Zyxw vutsr qponm lkjih gfedc."})
    text = visitor.get(f"{base}paper/memo").text
    assert "was not recognised" in text and "in this wording." not in text


def test_the_results_show_what_a_losing_bidder_would_say_and_what_to_put_on_file(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}results")
    panel = " ".join(page.tree.get_element_by_id("rehearsal").text_content().split())
    for words in ("If a losing bidder complained", "Strong complaint.", "Subcontracting cut off", "Put on file now:", "Your reply, in draft:", "C-63/18 (Vitali)"):
        assert words in panel, words
    assert page.link("Questions for a lawyer, ready to send").endswith("/paper/lawyer_sheet")


def test_the_rehearsal_asks_for_the_facts_its_reply_needs(visitor: Visitor) -> None:
    choice = {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "text": "Bidders must have a minimum yearly turnover of ten times the value of the contract."}
    content = {name: value for name, value in CLEANING.items() if name != "estimated_value"}
    base = visitor.open(json.dumps({**content, "language": "en", "choices": [choice]}, default=str).encode()).address
    panel = visitor.get(f"{base}results").tree.get_element_by_id("rehearsal")
    assert any(link.endswith("/value") for link in panel.xpath(".//a/@href"))


def test_a_design_that_draws_no_complaint_says_so(visitor: Visitor) -> None:
    from tests.criteria.test_rehearsal import SOUND

    people = {"affected": ["users"], "sexes_differ": False, "workforce": "mixed", "warning_signs": [], "left_out": [], "used_by_people": False, "jobs": "under_5"}
    base = visitor.open(json.dumps({**SOUND, "people": people}).encode()).address
    page = visitor.get(f"{base}results")
    assert "finds support in this design" in page.text, page.heading
