"""Input that cannot be scored is refused with its key and a remedy, never ranked wrongly."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from criteria.problems import BadInput, bad_input
from criteria.scoring.cards import FaultCode, faults, formulas
from criteria.scoring.doctor import evaluate
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation

GOOD: dict[str, Any] = {
    "schema": 1, "price": {"formula": "lowest_price_ratio", "points": 40},
    "criteria": [{"id": "q1", "points": 30, "scale": 5}, {"id": "q2", "points": 30, "scale": 5}],
    "bids": [{"id": "A", "price": "52000.00", "scores": {"q1": 4, "q2": 3}}, {"id": "B", "price": 50000, "scores": {"q1": 2, "q2": 5}}],
}
Change = Callable[[dict[str, Any]], Any]


def fault_of(change: Change) -> BadInput:
    """Score the good evaluation after a change, as a file would be read; give the fault."""
    content = copy.deepcopy(GOOD)
    change(content)
    with pytest.raises(BadInput) as fault:
        try:
            evaluation = Evaluation.model_validate(content)
        except ValidationError as error:
            raise bad_input(error) from None
        score(evaluation)
    return fault.value


def price(**values: Any) -> Change:
    return lambda content: content.update(price=values)


def criterion(**values: Any) -> Change:
    return lambda content: content["criteria"][0].update(values)


def bid(**values: Any) -> Change:
    return lambda content: content["bids"][0].update(values)


def adjusted(**values: Any) -> Change:
    def change(content: dict[str, Any]) -> None:
        content["price"] = {"formula": "quality_adjusted_price"}
        content["criteria"] = [{"id": "q1", **values}, {"id": "q2", "scale": 5, "max_deduction": 10}]

    return change


def test_the_good_evaluation_is_scored() -> None:
    assert score(Evaluation.model_validate(GOOD)).winner == "B"


@pytest.mark.parametrize(("change", "key"), [
    (lambda content: content.update(bids=[]), "bids"),
    (bid(id="B"), "bids[1].id"),
    (criterion(id="q2"), "criteria[1].id"),
    (criterion(id="price"), "criteria[0].id"),
    (bid(price=None), "bids[0].price"),
    (bid(price=-1), "bids[0].price"),
    (bid(price=0), "bids[0].price"),
    (bid(price="NaN"), "bids[0].price"),
    (bid(price=float("inf")), "bids[0].price"),
    (bid(price=10**400), "bids[0].price"),
    (bid(price="1E-999999"), "bids[0].price"),
    (bid(price=True), "bids[0].price"),
    (bid(discount_percent=10), "bids[0].discount_percent"),
    (bid(scores={"q1": 4}), "bids[0].scores.q2"),
    (bid(scores={"q1": 4, "q2": 3, "q9": 1}), "bids[0].scores.q9"),
    (bid(scores={"q1": 6, "q2": 3}), "bids[0].scores.q1"),
    (bid(scores={"q1": -1, "q2": 3}), "bids[0].scores.q1"),
    (price(formula="lowest_price_ratio"), "price.points"),
    (price(formula="lowest_price_ratio", points=0), "price.points"),
    (price(formula="lowest_price_ratio", points=40, budget=10), "price.budget"),
    (price(formula="linear_to_multiple", points=40, multiple=1), "price.multiple"),
    (price(formula="linear_to_multiple", points=40, multiple=2000), "price.multiple"),
    (price(formula="linear_fixed_bounds", points=40, minimum=5, maximum=5), "price.maximum"),
    (price(formula="discount_bilinear", points=40, budget=90000, x=1.5), "price.x"),
    (price(formula="price_per_quality", direction="quality_over_price", corridor_percent=5), "price.corridor_by"),
    (price(formula="price_per_quality", direction="quality_over_price", corridor_by="price"), "price.corridor_percent"),
    (price(formula="poem"), "price.formula"),
    (criterion(points=None), "criteria[0].points"),
    (criterion(quantity={"minimum": 1, "cap": 2}), "criteria[0].quantity"),
    (criterion(scale=None, quantity={"minimum": 2, "cap": 2}), "criteria[0].quantity.cap"),
    (criterion(scale=None, steps=[]), "criteria[0].steps"),
    (criterion(scale=None, steps=[{"from": 2, "points": 1}, {"from": 1, "points": 5}]), "criteria[0].steps[1]"),
    (criterion(scale=None, steps=[{"from": 1, "points": 5}, {"from": 2, "points": 1}]), "criteria[0].steps[1]"),
    (criterion(scale=None, steps=[{"from": 1, "points": 31}]), "criteria[0].steps[0].points"),
    (criterion(max_deduction=5), "criteria[0].max_deduction"),
    (adjusted(scale=5), "criteria[0].deduction_per_unit"),
    (adjusted(scale=5, max_deduction=5, max_deduction_percent=5), "criteria[0].max_deduction_percent"),
    (adjusted(scale=5, max_deduction=5, max_units=5), "criteria[0].max_units"),
    (adjusted(max_deduction=5), "criteria[0].scale"),
    (adjusted(scale=5, max_deduction_percent=100.5), "criteria[0].max_deduction_percent"),
    (lambda content: content.update(tie_break=["q9"]), "tie_break[0]"),
    (lambda content: content.update(price={"formula": "fixed_price"}, tie_break=["price"]), "tie_break[0]"),
    (lambda content: content.update(price={"formula": "fixed_price"}, rounding={"digits": 1, "of": "price_points"}), "rounding.of"),
    (lambda content: content.update(price={"formula": "price_per_quality", "direction": "quality_over_price", "digits": 2}, rounding={"digits": 1}), "rounding"),
    (lambda content: content.update(price={"formula": "fixed_price"}, criteria=[]), "criteria"),
])
def test_a_fault_names_its_key_and_a_remedy(change: Change, key: str) -> None:
    fault = fault_of(change)
    assert fault.key == key
    assert fault.problem.text and fault.remedy.text


def test_deductions_of_more_than_the_price_are_refused() -> None:
    def change(content: dict[str, Any]) -> None:
        content["price"] = {"formula": "quality_adjusted_price"}
        content["criteria"] = [{"id": name, "scale": 5, "max_deduction_percent": 60} for name in ("q1", "q2")]

    assert fault_of(change).key == "criteria"


def test_a_discount_beside_a_price_is_refused() -> None:
    def change(content: dict[str, Any]) -> None:
        content["price"] = {"formula": "discount_linear", "points": 40, "budget": 90000}
        content["bids"][0]["discount_percent"] = 5

    assert fault_of(change).key == "bids[0].discount_percent"


def test_no_quality_to_divide_by_is_refused() -> None:
    def change(content: dict[str, Any]) -> None:
        content["price"] = {"formula": "price_per_quality", "direction": "price_over_quality"}
        content["bids"][0]["scores"] = {"q1": 0, "q2": 0}

    assert fault_of(change).key == "quality_minimum"


def test_a_fixed_price_needs_no_prices() -> None:
    content = copy.deepcopy(GOOD)
    content["price"] = {"formula": "fixed_price"}
    del content["bids"][0]["price"]
    assert score(Evaluation.model_validate(content)).winner is None


def test_ten_thousand_bids_are_scored_and_examined(known: Any) -> None:
    content = copy.deepcopy(GOOD)
    content["bids"] = [{"id": f"b{number}", "price": 50000 + number, "scores": {"q1": 3, "q2": number % 6}} for number in range(10_000)]
    result = evaluate(Evaluation.model_validate(content), known.grounds)
    assert len(result.ranking) == 10_000 and result.winner == "b5"


@pytest.mark.parametrize(("reader", "folder"), [(formulas, "formulas"), (faults, "faults")])
def test_a_missing_data_file_is_named(reader: Any, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from criteria.problems import BadData
    from criteria.scoring import cards

    real = cards.read_all
    reader.cache_clear()
    monkeypatch.setattr(cards, "read_all", lambda path, shape: list(real(path, shape))[1:])
    with pytest.raises(BadData, match=folder):
        reader()
    monkeypatch.undo()
    reader.cache_clear()
    assert reader()


def test_a_parameter_that_nobody_explains_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from criteria.problems import BadData
    from criteria.scoring import cards

    formulas.cache_clear()
    monkeypatch.setattr(cards, "parameters", dict)
    with pytest.raises(BadData, match="does not exist"):
        formulas()
    monkeypatch.undo()
    assert formulas() and set(faults()) == set(FaultCode)
