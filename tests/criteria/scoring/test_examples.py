"""Worked examples read in public sources come out to the digit."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.exact import exact_text

FILES = sorted((Path(__file__).parent / "examples").glob("*.toml"))
EXAMPLES = [(path.stem, one) for path in FILES for one in tomllib.loads(path.read_text("utf-8"))["examples"]]


@pytest.mark.parametrize(("country", "example"), EXAMPLES, ids=lambda one: one if isinstance(one, str) else one["says"])
def test_a_worked_example_comes_out_to_the_digit(country: str, example: dict[str, Any]) -> None:
    result = score(Evaluation.model_validate(example["evaluation"]))
    assert {name: exact_text(row.total) for name, row in result.rows.items()} == example["totals"], example["source"]
    assert result.winner == example["winner"]


def test_the_examples_come_from_six_countries_and_name_their_source() -> None:
    assert len({country for country, _ in EXAMPLES}) >= 6
    assert all(one["source"].startswith("http") for _, one in EXAMPLES)
