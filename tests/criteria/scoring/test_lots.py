"""Several lots: each scored alone, shared out under the announced limit."""

from typing import Any

import pytest

from advisor.i18n import language
from criteria.knowledge import Knowledge
from criteria.problems import BadInput
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.lots import LotsResult, evaluate_lots

say = language("en").say


def shared(known: Knowledge, prices: dict[str, dict[str, int]], **more: Any) -> LotsResult:
    """Lots by their bids' prices, judged on a straight line between announced amounts."""
    content = {
        "price": {"formula": "linear_fixed_bounds", "points": 100, "minimum": 0, "maximum": 100},
        "lots": [{"id": lot, "bids": [{"id": name, "price": price} for name, price in bids.items()]} for lot, bids in prices.items()],
    }
    return evaluate_lots(Evaluation.model_validate(content | more), known.grounds)


THREE = {"1": {"A": 10, "B": 20, "C": 50}, "2": {"A": 10, "B": 15, "C": 60}, "3": {"A": 10, "B": 90}}


def test_without_a_limit_the_best_bid_of_each_lot_gets_it(known: Knowledge) -> None:
    assert shared(known, THREE).awards == {"1": "A", "2": "A", "3": "A"}


def test_in_lot_order_a_full_bidder_is_passed_over_with_a_reason(known: Knowledge) -> None:
    result = shared(known, THREE, lots_per_bidder=1, allocation="lot_order")
    assert result.awards == {"1": "A", "2": "B", "3": None}
    assert say(result.passed_over["2"]["A"]) == "It may win at most 1 of the lots."
    assert set(result.passed_over["3"]) == {"A", "B"}


def test_the_best_combination_leaves_no_lot_open_if_it_can(known: Knowledge) -> None:
    result = shared(known, THREE, lots_per_bidder=1, allocation="best_total")
    assert result.awards == {"1": "C", "2": "B", "3": "A"}
    assert set(result.passed_over["1"]) == {"A", "B"} and result.tied == ()


def test_combinations_that_nothing_tells_apart_are_said_not_chosen(known: Knowledge) -> None:
    same = {"1": {"A": 10, "B": 10}, "2": {"A": 10, "B": 10}, "3": {"A": 10, "B": 50}}
    result = shared(known, same, lots_per_bidder=2, allocation="best_total")
    assert result.awards == {"1": None, "2": None, "3": "A"} and len(result.tied) == 3


def test_a_tie_for_a_lot_leaves_it_open(known: Knowledge) -> None:
    assert shared(known, {"1": {"A": 10, "B": 10}}).awards == {"1": None}


def test_a_lot_may_have_its_own_rule_and_lower_may_be_better(known: Knowledge) -> None:
    content = {
        "price": {"formula": "quality_adjusted_price"}, "criteria": [{"id": "q", "scale": 5, "max_deduction": 50}],
        "lots": [
            {"id": "1", "bids": [{"id": "A", "price": 100, "scores": {"q": 5}}, {"id": "B", "price": 90, "scores": {"q": 0}}]},
            {"id": "2", "price": {"formula": "lowest_price_ratio", "points": 10}, "criteria": [], "bids": [{"id": "A", "price": 5}, {"id": "B", "price": 6}]},
        ],
        "lots_per_bidder": 1, "allocation": "best_total",
    }
    assert evaluate_lots(Evaluation.model_validate(content), known.grounds).awards == {"1": "A", "2": "B"}


@pytest.mark.parametrize(("prices", "more", "key"), [
    (THREE, {"lots_per_bidder": 1}, "allocation"),
    (THREE, {"bids": [{"id": "A", "price": 1}]}, "bids"),
    ({str(number): {"A": 10} for number in range(7)}, {"allocation": "best_total"}, "allocation"),
    ({"1": {"A": 10}, "2": {}}, {}, "lots[1].bids"),
])
def test_a_fault_names_the_lot_and_the_key(known: Knowledge, prices: dict[str, dict[str, int]], more: dict[str, Any], key: str) -> None:
    with pytest.raises(BadInput) as fault:
        shared(known, prices, **more)
    assert fault.value.key == key


def test_a_lot_id_stands_once(known: Knowledge) -> None:
    content = {"lots": [{"id": "1"}, {"id": "1"}]}
    with pytest.raises(BadInput) as fault:
        evaluate_lots(Evaluation.model_validate(content), known.grounds)
    assert fault.value.key == "lots[1].id"


def test_a_lot_whose_bids_are_all_out_stays_open(known: Knowledge) -> None:
    for allocation in ("lot_order", "best_total"):
        result = shared(known, {"1": {"A": 10}}, price={"formula": "linear_fixed_bounds", "points": 100, "minimum": 20, "maximum": 100, "outside": "exclude"}, allocation=allocation)
        assert result.awards == {"1": None}
