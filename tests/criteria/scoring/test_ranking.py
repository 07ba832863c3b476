"""Order, ties, rounding, minimums and exclusions."""

from fractions import Fraction
from typing import Any

import pytest

from advisor.i18n import language
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.exact import decimal_text, half_up
from criteria.scoring.result import Result
from tests.criteria.scoring.made import made

say = language("en").say


def scored(criteria: list[dict[str, Any]], scores: dict[str, dict[str, Any]], **more: Any) -> Result:
    content = {
        "price": {"formula": "fixed_price"}, "criteria": criteria,
        "bids": [{"id": name, "scores": given} for name, given in scores.items()], **more,
    }
    return score(Evaluation.model_validate(content))


def test_bids_that_nothing_tells_apart_share_a_rank_and_nobody_wins() -> None:
    result = score(made("lowest_price_ratio", {"A": 50000, "B": 50000, "C": 70000}, {"A": 30, "B": 30, "C": 10}))
    assert (result.winner, result.tied, dict(result.ranks)) == (None, (("A", "B"),), {"A": 1, "B": 1, "C": 3})


def test_an_announced_tie_break_decides_a_tie() -> None:
    prices, scores = {"A": 50000, "B": 100000}, {"A": 20, "B": 40}
    evaluation = made("lowest_price_ratio", prices, scores)
    assert score(evaluation).winner is None
    assert score(evaluation.model_copy(update={"tie_break": ("price",)})).winner == "A"
    assert score(evaluation.model_copy(update={"tie_break": ("q", "price")})).winner == "B"


def test_a_half_is_rounded_up() -> None:
    assert half_up(Fraction(5, 2), 0) == 3
    assert half_up(Fraction(-5, 2), 0) == -2
    assert decimal_text(Fraction(-1, 8), 2) == "-0.12"
    assert decimal_text(Fraction(1, 8), 2) == "0.13"
    assert decimal_text(Fraction(3, 200)) == "0.015"


def test_rounding_touches_only_what_it_names() -> None:
    prices, scores = {"A": 50000, "B": 70000}, {"A": 0.25, "B": 0.25}
    evaluation = made("lowest_price_ratio", prices, scores, rounding={"digits": 1, "of": "price_points"})
    assert decimal_text(score(evaluation).rows["B"].total) == "28.85"
    evaluation = made("lowest_price_ratio", prices, scores, rounding={"digits": 1, "of": "totals"})
    assert decimal_text(score(evaluation).rows["B"].total) == "28.8"


@pytest.mark.parametrize(("score_given", "points"), [(0, "0"), (2, "12"), (5, "30")])
def test_a_score_on_a_scale_earns_its_share(score_given: int, points: str) -> None:
    result = scored([{"id": "q", "points": 30, "scale": 5}], {"A": {"q": score_given}})
    assert decimal_text(result.rows["A"].total) == points


@pytest.mark.parametrize(("hours", "points"), [(0, "0"), (2, "10"), (3.5, "10"), (4, "15"), (9, "15")])
def test_steps_give_the_points_of_the_step_that_was_reached(hours: float, points: str) -> None:
    result = scored([{"id": "h", "steps": [{"from": 2, "points": 10}, {"from": 4, "points": 15}]}], {"A": {"h": hours}})
    assert decimal_text(result.rows["A"].total) == points
    assert say(result.working["A"]).startswith("A — quality: h = ")


@pytest.mark.parametrize(("hours", "points"), [(1000, "0"), (2000, "25"), (3000, "50"), (4000, "50")])
def test_a_quantity_earns_points_on_a_straight_line_up_to_its_cap(hours: int, points: str) -> None:
    result = scored([{"id": "h", "points": 50, "quantity": {"minimum": 1000, "cap": 3000}}], {"A": {"h": hours}})
    assert decimal_text(result.rows["A"].total) == points


def test_a_quantity_below_its_minimum_does_not_conform() -> None:
    result = scored([{"id": "h", "points": 50, "quantity": {"minimum": 1000, "cap": 3000}}], {"A": {"h": 999}, "B": {"h": 1000}})
    assert say(result.excluded["A"]) == "h: 999 is less than the 1,000 that the specification asks for."
    assert result.winner == "B"


def test_minimums_exclude_before_prices_are_compared() -> None:
    evaluation = made("lowest_price_ratio", {"A": 10000, "B": 50000}, {"A": 10, "B": 30}, quality_minimum=20)
    result = score(evaluation)
    assert say(result.excluded["A"]) == "Quality together: 10 is below the minimum of 20."
    assert result.rows["B"].price_term is not None and result.rows["B"].price_term.value == 40
    result = scored([{"id": "q", "points": 30, "scale": 5, "minimum": 3}], {"A": {"q": 2}})
    assert (result.winner, result.ranking, say(result.excluded["A"])) == (None, (), "q: 2 is below the minimum of 3.")


def test_bids_outside_excluding_bounds_are_out_with_a_reason() -> None:
    result = score(made("bounds that exclude", {"A": 30000, "B": 50000, "C": 95000}))
    assert result.ranking == ("B",)
    assert "outside the announced bounds from 40,000 to 90,000" in say(result.excluded["A"])


def test_inside_the_corridor_the_named_figure_decides() -> None:
    prices, scores = {"A": 50000, "B": 60000, "C": 100000}, {"A": 40, "B": 45, "C": 60}
    assert score(made("price_per_quality", prices, scores)).ranking == ("A", "B", "C")
    assert score(made("corridor by quality", prices, scores)).ranking == ("B", "A", "C")
    assert score(made("corridor by price", {"A": 60000, "B": 50000, "C": 90000}, {"A": 60, "B": 45, "C": 30})).ranking == ("B", "A", "C")


def test_a_limit_that_is_exactly_met_is_met() -> None:
    assert scored([{"id": "q", "points": 30, "scale": 5, "minimum": 3}], {"A": {"q": 3}}).winner == "A"
    assert score(made("lowest_price_ratio", {"A": 50000}, {"A": 20}, quality_minimum=20)).winner == "A"
    assert score(made("bounds that exclude", {"A": 40000, "B": 90000})).excluded == {}
    edge = {"A": 50000, "B": 75000}
    assert score(made("corridor by quality", edge, {"A": 40, "B": 48})).winner == "B"
    assert score(made("corridor by quality", edge | {"B": 75001}, {"A": 40, "B": 48})).winner == "A"
    assert score(made("corridor by price", {"A": 50000, "B": 48000}, {"A": 50, "B": 40})).winner == "B"
    assert score(made("corridor by price", {"A": 50000, "B": 48001}, {"A": 50, "B": 40})).winner == "A"


def test_announced_weights_are_said_in_percent_whatever_their_sum() -> None:
    result = score(made({"formula": "lowest_price_ratio", "points": 20}, {"A": 50000}, {"A": 30}))
    assert {name: decimal_text(value) for name, value in result.weights.items()} == {"price": "25", "q": "75"}
    assert score(made("price_per_quality", {"A": 50000}, {"A": 30})).weights == {}


@pytest.mark.parametrize(("rule", "line"), [
    ("lowest_price_ratio", "B — price: 40 × 50000 ÷ 80000 = 25; quality: q = 30; total 55"),
    ("linear_to_multiple", "B — price: 40 × (2 × 50000 − 80000) ÷ (2 × 50000 − 50000) = 16; quality: q = 30; total 46"),
    ("discount_linear", "B — price: 40 × 20 % ÷ 50 % = 16; quality: q = 30; total 46"),
    ("price_per_quality", "B — quality: q = 30; price and quality: 1 × 30 ÷ 80000 = 0.000375; total 0.000375"),
    ("quality_adjusted_price", "B — quality: q = 30000 × 0.5 = 15000; price and quality: 80000 − 15000 = 65000; total 65000"),
    ("fixed_price", "B — quality: q = 30; total 30"),
])
def test_the_working_can_be_redone_by_hand(rule: str, line: str) -> None:
    assert say(score(made(rule, {"A": 50000, "B": 80000}, {"A": 20, "B": 30})).working["B"]) == line


def test_a_deduction_in_percent_is_taken_off_the_own_price() -> None:
    content = {
        "price": {"formula": "quality_adjusted_price"}, "criteria": [{"id": "q", "scale": 4, "max_deduction_percent": 20}],
        "bids": [{"id": "A", "price": 1000, "scores": {"q": 2}}],
    }
    result = score(Evaluation.model_validate(content))
    assert result.rows["A"].total == 900
    assert "1000 × 20 % × 0.5 = 100" in say(result.working["A"])


def test_the_result_as_data_has_the_keys_of_the_interface() -> None:
    data = score(made("lowest_price_ratio", {"A": 52000, "B": 50000}, {"A": 50, "B": 10})).as_data(say)
    assert data["totals"] == {"A": "1150/13", "B": "50"}
    assert data["totals_decimal"] == {"A": "88.461538", "B": "50"}
    assert {"better", "ranking", "winner", "excluded", "working", "warnings"} <= set(data)
    assert data["exact"] is True and data["ranking"] == ["A", "B"]
