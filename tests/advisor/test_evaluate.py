"""`advisor evaluate`: plain words, JSON, lots, and an exit code for strict use."""

import json
from typing import Any

import pytest

from tests.advisor.test_cli import run

FILE: dict[str, Any] = {
    "schema": 1, "price": {"formula": "lowest_price_ratio", "points": 40},
    "criteria": [{"id": "q1", "title": "Quality", "points": 60, "scale": 5, "minimum": 2}],
    "bids": [{"id": "A", "price": "52000.00", "scores": {"q1": 4}}, {"id": "B", "price": 50000, "scores": {"q1": 3}}, {"id": "C", "price": 45000, "scores": {"q1": 1}}],
}


def evaluate(content: dict[str, Any], *options: str) -> tuple[int, str, str]:
    return run("evaluate", "-", *options, content=json.dumps(content).encode())


def test_it_says_order_arithmetic_and_what_is_out() -> None:
    code, out, err = evaluate(FILE)
    assert (code, err) == (0, "")
    assert "  1. A  86.461538" in out
    assert "A — price: 40 × 50000 ÷ 52000 = 38.461538; quality: q1 = 60 × 4 ÷ 5 = 48; total 86.461538" in out
    assert "– C  q1: 1 is below the minimum of 2." in out


def test_json_has_the_keys_of_the_interface_and_the_repair_beside_each_warning() -> None:
    content = {**FILE, "price": {"formula": "linear_min_max", "points": 40}}
    code, out, _ = evaluate(content, "--json")
    data = json.loads(out)
    assert code == 0
    assert {"totals", "totals_decimal", "better", "ranking", "winner", "excluded", "working", "warnings"} <= set(data)
    warning = next(one for one in data["warnings"] if one["code"] == "undisclosed_bounds")
    assert {"code", "severity", "why", "basis", "repair"} <= set(warning) and warning["basis"][0]["citation"]
    assert warning["repaired"]["price"]["formula"] == "linear_fixed_bounds" and warning["repaired"]["ranking"]


def test_strict_exits_with_1_if_there_is_a_warning_and_0_if_not() -> None:
    assert evaluate({**FILE, "price": {"formula": "linear_min_max", "points": 40}}, "--strict")[0] == 1
    sound = {
        "price": {"formula": "linear_fixed_bounds", "points": 50, "minimum": 0, "maximum": 100000},
        "bids": [{"id": "A", "price": 40000}, {"id": "B", "price": 50000}],
    }
    assert evaluate(sound, "--strict")[0] == 0


def test_french_is_french() -> None:
    code, out, _ = evaluate(FILE, "--lang", "fr")
    assert code == 0 and "qualité" in out and "inférieur au minimum" in out


def test_ties_and_figures_without_exact_form_are_said() -> None:
    content = {
        "price": {"formula": "logarithmic", "points": 40, "multiple": 2},
        "bids": [{"id": "A", "price": 10}, {"id": "B", "price": 15}, {"id": "C", "price": 15}],
    }
    _, out, _ = evaluate(content)
    assert "Nothing tells these bids apart: B and C." in out and "computed with 50 digits" in out


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_lots_are_shared_out_under_the_limit(options: tuple[str, ...]) -> None:
    content = {
        "price": {"formula": "lowest_price_ratio", "points": 100}, "lots_per_bidder": 1, "allocation": "lot_order",
        "lots": [
            {"id": "1", "bids": [{"id": "A", "price": 10}, {"id": "B", "price": 12}]},
            {"id": "2", "bids": [{"id": "A", "price": 10}, {"id": "B", "price": 12}]},
            {"id": "3", "bids": [{"id": "A", "price": 10}]},
        ],
    }
    _, out, _ = evaluate(content, *options)
    if options:
        data = json.loads(out)
        assert data["awards"] == {"1": "A", "2": "B", "3": None} and data["lots"]["2"]["winner"] == "A"
        assert data["passed_over"]["2"] == {"A": "It may win at most 1 of the lots."}
    else:
        assert "Lot 2 goes to B." in out and "Lot 3 is open" in out and "A: It may win at most 1" in out


@pytest.mark.parametrize(("content", "words"), [
    (b'{"price": {"formula": "lowest_price_ratio"}}', "standard input: price.points: The formula Lowest price divided by price needs this parameter. Add it: the most points for the price"),
    (b'{"prise": {}}', "standard input: prise: This key is not known."),
    (b"{", "standard input: This file is not complete JSON"),
])
def test_bad_input_is_one_line_with_key_and_remedy(content: bytes, words: str) -> None:
    code, out, err = run("evaluate", "-", content=content)
    assert (code, out) == (2, "") and words in err and err.count("\n") == 1


def test_an_unknown_language_and_a_missing_file_are_explained() -> None:
    assert "is not released" in run("evaluate", "-", "--lang", "xx", content=b"{}")[2]
    assert "cannot be read" in run("evaluate", "nowhere.json")[2]


def test_other_programs_get_the_same_answer_as_the_command() -> None:
    from advisor.i18n import language
    from advisor.scores import answered

    assert answered(json.dumps(FILE).encode(), language("en")) == json.loads(evaluate(FILE, "--json")[1])
