"""Worked examples read in public sources come out to the digit."""

import tomllib
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

import pytest

from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation

FILES = sorted((Path(__file__).parent / "examples").glob("*.toml"))
EXAMPLES = [(path.stem, one) for path in FILES for one in tomllib.loads(path.read_text("utf-8"))["examples"]]
OFFICIAL = [(country, one) for country, one in EXAMPLES if one["official"]]
# What the source is: advice to buyers, the record of an award, a notice with its table of points, or none of these.
KINDS = ("guidance", "award", "notice", "other")


@pytest.mark.parametrize(("country", "example"), EXAMPLES, ids=lambda one: one if isinstance(one, str) else one["says"])
def test_a_worked_example_comes_out_to_the_digit(country: str, example: dict[str, Any]) -> None:
    result = score(Evaluation.model_validate(example["evaluation"]))
    totals = {name: _printed(row.total, example.get("cut_after")) for name, row in result.rows.items()}
    assert totals == {name: Fraction(text) for name, text in example["totals"].items()}, example["source"]
    assert result.winner == example["winner"]


def _printed(total: Fraction, cut_after: int | None) -> Fraction:
    """Some records cut the digits after so many decimals; the engine itself rounds half up or not at all."""
    return total if cut_after is None else Fraction(floor(total * 10**cut_after), 10**cut_after)


def test_the_examples_come_from_ten_countries_and_name_their_source() -> None:
    assert len({country for country, _ in EXAMPLES}) >= 10
    assert all(one["source"].startswith("http") and one["owner"] and one["kind"] in KINDS for _, one in EXAMPLES)


def test_six_countries_have_an_example_from_an_official_body() -> None:
    assert len({country for country, _ in OFFICIAL}) >= 6
    assert len({country for country, one in OFFICIAL if one["kind"] == "guidance"}) >= 4
    assert all(one["kind"] != "other" for _, one in OFFICIAL)
