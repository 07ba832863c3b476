"""The bench page: who wins at which weight, formulas and their faults, real bids; nothing is kept unless it is said."""

import json
from typing import Any

import pytest

from criteria.scoring.evaluation import Formula
from tests.conftest import CLEANING
from tests.page import Page, Visitor

WHERE = "/bench"
JOINT = "clu-joint-delivery-plan"
CHOSEN = [{"criterion": JOINT, "stage": "award_criterion", "weight": 10}]
TWO = {
    "rows": "2", "bid-0-id": "North", "bid-0-price": "100000", "bid-0-other-quality": "3", f"bid-0-{JOINT}": "5",
    "bid-1-id": "South", "bid-1-price": "90,000", "bid-1-other-quality": "4", f"bid-1-{JOINT}": "1",
}


def opened(visitor: Visitor, **changes: Any) -> str:
    content = {**CLEANING, "language": "en", "choices": CHOSEN, **changes}
    return visitor.open(json.dumps(content, default=str).encode()).address


@pytest.fixture
def base(visitor: Visitor) -> str:
    return opened(visitor)


def sent(visitor: Visitor, base: str, values: dict[str, Any], action: str = "try", where: str = "bench") -> Page:
    return visitor.send(visitor.get(f"{base}{where}"), WHERE, {**values, "action": action})


def kept(visitor: Visitor, base: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(visitor.client.get(f"{base}file").data)
    return content


def test_the_results_lead_to_it_and_it_says_who_wins_and_what_a_point_is_worth(visitor: Visitor, base: str) -> None:
    assert any(link.endswith(WHERE) for link in visitor.get(f"{base}results").links())
    page = visitor.get(f"{base}bench")
    assert "Strong firm from elsewhere wins, ahead by 5.63 points." in page.text
    assert "For one social point you are ready to pay €11,538.46 more." in page.text
    assert "this bid takes place 2 of 6: Social enterprise." in page.text
    assert "From 17.7 % upwards another bid comes first: Social enterprise." in page.text
    assert page.tree.xpath("//svg[@role='img']/@aria-label") and "Who comes first at which weight" in page.text


def test_other_weights_give_another_winner_and_keep_nothing(visitor: Visitor, base: str) -> None:
    before = kept(visitor, base)
    page = sent(visitor, base, {"weight-price": "40", "weight-other-quality": "30", f"weight-{JOINT}": "30"})
    assert "Social enterprise wins" in page.text and page.status == 200
    assert kept(visitor, base) == before


def test_points_that_do_not_come_to_100_are_explained(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"weight-price": "50"})
    assert page.status == 422 and page.title.startswith("Error:")
    assert "The points come to 110. Take away 10, so that they come to 100." in page.text


@pytest.mark.parametrize("formula", list(Formula))
def test_every_formula_can_be_chosen_and_begins_with_usual_numbers(visitor: Visitor, base: str, formula: Formula) -> None:
    page = sent(visitor, base, {"price-formula": formula.value})
    assert page.status == 200 and (" wins" in page.text or "Nothing tells" in page.text)
    again = visitor.send(page, WHERE, {"action": "keep"})
    assert again.status == 200 and "Kept." in again.text
    assert kept(visitor, base)["evaluation"]["price"].get("formula", "lowest_price_ratio") == formula


def test_a_fault_shows_its_counter_example_and_the_repair_beside_it(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"price-formula": "linear_min_max"})
    assert "Bounds that bidders cannot know" in page.text and "Use the repaired formula" in page.text
    assert "If C withdraws" in page.text
    repaired = visitor.send(page, WHERE, {"action": "repair-undisclosed_bounds"})
    assert "The sounder formula stands in the form now." in repaired.text
    assert repaired.tree.xpath("//select[@id='price-formula']/option[@selected]/@value") == ["linear_fixed_bounds"]
    assert "evaluation" not in kept(visitor, base)
    deductions = visitor.send(page, WHERE, {"action": "proposal-1"})
    assert deductions.tree.xpath("//select[@id='price-formula']/option[@selected]/@value") == ["quality_adjusted_price"]


@pytest.mark.parametrize("action", ["repair-nothing", "proposal-9", "proposal-x"])
def test_a_repair_that_was_not_offered_is_refused(visitor: Visitor, base: str, action: str) -> None:
    assert sent(visitor, base, {}, action).status == 400


def test_a_formula_that_does_not_exist_is_refused(visitor: Visitor, base: str) -> None:
    assert sent(visitor, base, {"price-formula": "guess"}).status == 400


def test_what_is_kept_goes_into_the_file_and_stays_when_points_change_on_the_results(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"price-formula": "linear_fixed_bounds"})
    visitor.send(page, WHERE, {
        "weight-price": "30", "weight-other-quality": "50", f"weight-{JOINT}": "20", "price-minimum": "200000", "price-maximum": "700000",
        f"minimum-{JOINT}": "1", "rounding-digits": "2", "tie-0": JOINT, "action": "keep",
    })
    design = kept(visitor, base)
    assert design["choices"][0]["weight"] == 20
    assert (design["evaluation"]["price"]["minimum"], design["evaluation"]["tie_break"]) == (200000, [JOINT])
    assert not design["evaluation"]["bids"]
    results = visitor.get(f"{base}results")
    visitor.send(results, "/weights", {"weight-price": "40", "weight-other": "40"})
    after = kept(visitor, base)["evaluation"]
    assert after["price"]["formula"] == "linear_fixed_bounds" and float(after["price"]["points"]) == 40
    assert next(one for one in after["criteria"] if one["id"] == JOINT)["minimum"] is not None


def test_real_bids_are_scored_and_forgotten_unless_the_person_ticks(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, TWO, where="bench?real=1")
    assert "North wins, ahead by" in page.text or "South wins, ahead by" in page.text
    visitor.send(page, WHERE, {"action": "keep"})
    assert not kept(visitor, base)["evaluation"]["bids"]
    visitor.send(page, WHERE, {"action": "keep", "keep_bids": "yes"})
    assert [one["id"] for one in kept(visitor, base)["evaluation"]["bids"]] == ["North", "South"]
    assert "North" in visitor.get(f"{base}bench").text


@pytest.mark.parametrize(("change", "words"), [
    ({"bid-0-price": "a lot"}, "This is not a number."),
    ({"bid-0-price": ""}, "This bid has no price."),
    ({"bid-0-price": "0"}, "has no value for a price of 0"),
    ({f"bid-0-{JOINT}": "7"}, "This score is above the scale."),
    ({f"bid-0-{JOINT}": ""}, "This score is missing."),
    ({"bid-1-id": "North"}, "The id North stands twice."),
    ({"rows": "0"}, "There is no bid to score."),
    ({"weight-price": "0", "weight-other-quality": "90"}, "This number is too small."),
    ({"minimum-other-quality": "-1e"}, "This is not a number."),
])
def test_what_cannot_be_scored_is_said_at_its_entry(visitor: Visitor, base: str, change: dict[str, str], words: str) -> None:
    page = sent(visitor, base, {**TWO, **change}, where="bench?real=1")
    assert page.status == 422 and words in page.text


def test_a_price_beyond_all_measure_is_refused(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {**TWO, "bid-0-price": "9" * 20}, where="bench?real=1")
    assert page.status == 422 and "This number is too large." in page.text


def test_a_needed_number_that_was_emptied_is_asked_for(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"price-formula": "linear_to_multiple"})
    again = visitor.send(page, WHERE, {"price-multiple": "", "action": "try"})
    assert again.status == 422 and "This formula needs this number." in again.text


def test_the_part_of_the_page_is_the_same_as_on_the_page(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}bench")
    form = page.form(WHERE)
    answer = visitor.client.post(form.get("data-bench"), data=dict(form.form_values()))
    assert answer.status_code == 200
    assert "Strong firm from elsewhere wins, ahead by 5.63 points." in answer.get_data(as_text=True)
    wrong = visitor.client.post(form.get("data-bench"), data={**dict(form.form_values()), "weight-price": "90"})
    assert wrong.status_code == 422 and "Take away 50" in wrong.get_data(as_text=True)


def test_the_equality_questions_come_first(visitor: Visitor) -> None:
    assert visitor.get(f"{visitor.begin()}bench").heading == "First, who is affected"


def test_it_speaks_french(visitor: Visitor, base: str) -> None:
    page = visitor.get(base.replace("/en/", "/fr/") + "bench")
    assert "Essayer les poids" in page.text and "avec une avance de 5,63 points" in page.text


def test_a_low_bid_under_a_minimum_is_out_with_its_reason(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {f"minimum-{JOINT}": "1"})
    assert "Out: Very low price." in page.text and "is below the minimum of 1" in page.text


def test_hostile_names_stay_names(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {**TWO, "bid-0-id": "<script>alert(1)</script>"}, where="bench?real=1")
    assert "<script>alert" not in page.raw and "<script>alert(1)</script>" in page.text


def test_the_papers_offer_the_guide_and_the_workbook(visitor: Visitor, base: str) -> None:
    page = visitor.get(f"{base}papers")
    workbook = visitor.client.get(page.link("Excel"))
    assert workbook.status_code == 200 and workbook.data[:2] == b"PK"
    assert workbook.headers["Content-Disposition"].endswith("evaluation-workbook.xlsx")
    assert "Worked example" in visitor.get(f"{base}paper/scoring_guide").text
    assert visitor.get(f"{base}paper/report.xlsx").status == 404 == visitor.get(f"{base}paper/evaluation_workbook").status


@pytest.mark.parametrize(("change", "words"), [
    ({"minimum-other-quality": "5"}, "No bid is left."),
    ({"minimum-other-quality": "4"}, "South wins; no other bid is left."),
    ({"bid-1-price": "100,000", "bid-1-other-quality": "3", f"bid-1-{JOINT}": "5"}, "Nothing tells these bids apart: North and South."),
])
def test_it_says_when_there_is_no_contest(visitor: Visitor, base: str, change: dict[str, str], words: str) -> None:
    assert words in sent(visitor, base, {**TWO, **change}, where="bench?real=1").text


def test_a_kept_bid_with_a_discount_shows_its_price(visitor: Visitor) -> None:
    price = {"formula": "discount_linear", "points": 40, "budget": 1000}
    bids = [{"id": "North", "discount_percent": 10, "scores": {}}, {"id": "South", "discount_percent": 5, "scores": {}}]
    base = opened(visitor, evaluation={"schema": 1, "price": price, "criteria": [{"id": "other-quality", "points": 50}], "bids": bids})
    page = visitor.get(f"{base}bench")
    assert page.tree.xpath("string(//input[@id='bid-0-price']/@value)") == "900" and "North wins" in page.text


def test_the_quotient_is_rounded_as_asked(visitor: Visitor, base: str) -> None:
    page = sent(visitor, base, {"price-formula": "price_per_quality"})
    again = visitor.send(page, WHERE, {"price-digits": "0", "price-direction": "price_over_quality", "action": "try"})
    assert again.status == 200 and "in the quotient." in again.text


def test_scores_that_differ_are_compared_only_when_both_are_in() -> None:
    from advisor.i18n import language
    from advisor.wizard.board import board_for
    from advisor.wizard.rehearsal import Rehearsal
    from tests.conftest import TODAY, design

    assert Rehearsal(board_for(design(choices=CHOSEN), language("en"), TODAY), {}).compared == ()
