"""Each formula gives the figures that a person works out by hand."""

from fractions import Fraction
from typing import Any

import pytest

from criteria.problems import BadInput
from criteria.scoring.cards import formulas, parameters
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation, Formula, Price
from criteria.scoring.exact import decimal_text, exact_text
from tests.criteria.scoring.made import made

PRICES = {"A": 50000, "B": 62500, "C": 80000, "D": 110000}


def totals(evaluation: Evaluation) -> dict[str, str]:
    return {name: exact_text(row.total, row.exact) for name, row in sorted(score(evaluation).rows.items())}


@pytest.mark.parametrize(("rule", "figures"), [
    ("lowest_price_ratio", ["40", "32", "25", "200/11"]),
    ("linear_to_multiple", ["40", "30", "16", "0"]),
    ("linear_min_max", ["40", "95/3", "20", "0"]),
    ("linear_fixed_bounds", ["32", "22", "8", "0"]),
    ("budget_ceiling", ["40", "30", "16", "-8"]),
    ("discount_linear", ["40", "30", "16", "-8"]),
    ("discount_corrected", ["40", "30", "16", "-8"]),
    ("average_based", ["640/23", "1600/47", "0", "0"]),
    ("closeness_to_estimate", ["100/3", "115/3", "80/3", "20/3"]),
])
def test_a_formula_gives_the_points_worked_out_by_hand(rule: str, figures: list[str]) -> None:
    prices = PRICES if rule != "average_based" else {"A": 40000, "B": 50000, "C": 82500}
    if rule == "average_based":
        average = Fraction(40000 + 50000 + 82500, 3)
        figures = [str(40 * (1 - abs(price - average) / average)) for price in prices.values()]
    assert totals(made(rule, prices)) == dict(zip(prices, figures, strict=True))


def test_up_to_the_average_discount_a_bid_earns_the_share_x() -> None:
    prices = {"A": 60000, "B": 80000, "C": 100000}
    assert totals(made("discount_bilinear", prices)) == {"A": "40", "B": "32", "C": "0"}
    prices = {"A": 60000, "B": 70000, "C": 80000, "D": 90000, "E": 100000}
    assert totals(made("discount_bilinear", prices)) == {"A": "40", "B": "36", "C": "32", "D": "16", "E": "0"}


def test_an_exponent_of_one_half_takes_the_square_root() -> None:
    found = totals(made("discount_exponent", {"A": 60000, "B": 90000, "C": 100000, "D": 120000, "E": 80000}))
    assert {name: found[name] for name in "ABCD"} == {"A": "40", "B": "20", "C": "0", "D": "0"}
    assert found["E"].startswith("28.284271247461900976033774484193961571393437507539")


def test_a_whole_exponent_stays_exact() -> None:
    rule = {"formula": "discount_exponent", "points": 40, "budget": 100000, "exponent": 2}
    assert totals(made(rule, {"A": 60000, "B": 90000})) == {"A": "40", "B": "5/2"}


def test_logarithms_have_fifty_digits_and_say_that_they_are_not_exact() -> None:
    result = score(made("logarithmic", {"A": 50000, "B": 75000, "C": 100000, "D": 130000}))
    assert exact_text(result.rows["B"].total, result.rows["B"].exact) == "16.601499971153752741850442242087339649607423692301"
    assert [result.rows[name].exact for name in "ABCD"] == [True, False, True, True]
    assert [decimal_text(result.rows[name].total) for name in "ABCD"] == ["40", "16.6015", "0", "0"]


def test_small_discounts_do_not_earn_all_points_when_a_significant_one_was_announced() -> None:
    assert totals(made("discount_corrected", {"A": 90000, "B": 95000})) == {"A": "20", "B": "10"}


def test_a_bid_may_give_a_discount_instead_of_a_price() -> None:
    evaluation = made("discount_linear", {"A": 60000}).model_dump(by_alias=True, exclude_none=True)
    evaluation["bids"] = [{"id": "A", "price": 60000}, {"id": "B", "discount_percent": 20}]
    assert totals(Evaluation.model_validate(evaluation)) == {"A": "40", "B": "20"}


@pytest.mark.parametrize(("rule", "price"), [("linear_min_max", "40"), ("discount_linear", "0"), ("discount_bilinear", "0")])
def test_bids_that_are_all_the_same_get_the_same_points(rule: str, price: str) -> None:
    assert totals(made(rule, {"A": 100000, "B": 100000})) == {"A": price, "B": price}


@pytest.mark.parametrize("rule", ["budget_ceiling", "discount_linear", "discount_exponent", "discount_bilinear"])
@pytest.mark.parametrize("prices", [{"A": 100000, "B": 120000}, {"A": 110000, "B": 120000}])
def test_bids_without_room_under_the_budget_are_refused_not_turned_round(rule: str, prices: dict[str, int]) -> None:
    with pytest.raises(BadInput) as fault:
        score(made(rule, prices))
    assert fault.value.key == "price.budget"


def test_an_average_discount_below_nothing_has_no_value() -> None:
    with pytest.raises(BadInput):
        score(made("discount_bilinear", {"A": 90000, "B": 120000}))


def test_prices_of_nothing_have_no_average_to_be_near_to() -> None:
    with pytest.raises(BadInput, match="All prices are 0"):
        score(made("average_based", {"A": 0, "B": 0}))


def test_quality_divided_by_price_and_price_divided_by_quality_agree_on_the_order() -> None:
    scores = {"A": 30, "B": 45, "C": 60, "D": 50}
    up, down = (score(made(name, PRICES, scores)) for name in ("price_per_quality", "price over quality"))
    assert up.ranking == down.ranking
    assert (up.better, down.better) == ("higher", "lower")
    assert down.rows["C"].total == Fraction(80000, 60)


def test_a_price_less_deductions_keeps_the_real_price() -> None:
    result = score(made("quality_adjusted_price", {"A": 50000, "B": 62500}, {"A": 0, "B": 60}))
    assert {name: row.total for name, row in result.rows.items()} == {"A": 50000, "B": 32500}
    assert (result.winner, result.better, result.rows["B"].price) == ("B", "lower", 62500)


def test_a_deduction_for_each_unit_stops_at_its_cap() -> None:
    content: dict[str, Any] = {
        "price": {"formula": "quality_adjusted_price"},
        "criteria": [{"id": "hours", "deduction_per_unit": 10, "max_units": 300}],
        "bids": [{"id": "A", "price": 9000, "scores": {"hours": 200}}, {"id": "B", "price": 9000, "scores": {"hours": 500}}],
    }
    assert totals(Evaluation.model_validate(content)) == {"A": "7000", "B": "6000"}
    del content["criteria"][0]["max_units"]
    assert totals(Evaluation.model_validate(content)) == {"A": "7000", "B": "4000"}


def test_every_formula_has_a_card_whose_parameters_are_explained() -> None:
    assert set(formulas()) == set(Formula)
    used = {name for card in formulas().values() for name in (*card.required, *card.optional)}
    assert used == set(parameters()) == set(Price.model_fields) - {"formula", "announced"}
