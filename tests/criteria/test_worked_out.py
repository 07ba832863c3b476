"""Facts that follow from others say so only when they can."""

from typing import Any

import pytest

from criteria.advice import situation_of
from criteria.knowledge import Knowledge
from tests.conftest import design


def fact(known: Knowledge, name: str, **facts: Any) -> Any:
    return situation_of(design(**facts), known)[0].value(name)


@pytest.mark.parametrize(("name", "facts", "value"), [
    ("labour_share", {"people": {"labour_share": 30}}, 30),
    ("labour_intensive", {"people": {"labour_share": 49}}, False),
    ("labour_intensive", {}, True),
    ("labour_intensive", {"family": None, "cpv": ["09100000"]}, None),
    ("purchase", {"family": None}, "cleaning"),
    ("people_facing", {"people": {"used_by_people": False, "affected": ["users"]}}, True),
    ("people_facing", {"people": {"used_by_people": None, "affected": ["neighbours"]}}, False),
    ("people_facing", {"people": {"used_by_people": None, "affected": None}}, None),
    ("one_sex_prevails", {"people": {"workforce": "mixed"}}, False),
    ("workforce", {"people": {"workforce": None}}, "mostly_women"),
    ("several_partners", {"partners": {"together": "no"}}, False),
    ("several_partners", {"partners": {"together": None}}, None),
    ("divisible", {"partners": {"split": ["area"]}}, True),
    ("divisible", {"partners": {"split": []}}, False),
    ("divisible", {"lots": [{"id": "1"}, {"id": "2"}]}, True),
    ("divisible", {}, None),
    ("has_checker", {}, True),
    ("has_checker", {"follow_up": {"checker_hours": 0}}, False),
    ("has_checker", {"follow_up": {"checker": None, "checker_hours": None}}, None),
    ("lot_count", {"lots": [{"id": "1"}, {"id": "2"}]}, 2),
    ("lots_explained", {"no_lots_reason": "One building"}, True),
    ("reserves_art20", {"lots": [{"id": "1", "reserved": "art20"}]}, True),
    ("reserves_art77", {"lots": [{"id": "1", "reserved": "art20"}]}, False),
    ("award_count", {"choices": [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion"}]}, 1),
    ("award_count", {"choices": [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "status": "rejected"}]}, 0),
    ("social_weight", {"choices": [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 12}]}, 12),
    ("weights_total", {}, None),
    ("kind_of_contract", {"contract_type": None}, "services"),
    ("purpose_given", {"purpose": None}, False),
])
def test_a_fact_follows_from_others(known: Knowledge, name: str, facts: dict[str, Any], value: Any) -> None:
    assert fact(known, name, **facts) == value


def test_the_weights_of_all_parts_are_added_up(known: Knowledge) -> None:
    evaluation = {"schema": 1, "price": {"points": 40}, "criteria": [{"id": "other", "points": 48}]}
    choices = [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 12}]
    assert fact(known, "weights_total", evaluation=evaluation, choices=choices) == 100
