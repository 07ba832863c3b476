"""A file that somebody hands in is held against the catalogue and the code list before anything is made of it."""

import json
from typing import Any

import pytest

from advisor.i18n import language
from criteria.advice import advise
from criteria.codes import Stage
from criteria.design_file import read_known_design
from criteria.knowledge import Knowledge
from criteria.problems import BadInput
from criteria.tender import Tender
from tests.conftest import design


def read(known: Knowledge, **keys: Any) -> Tender:
    return read_known_design(json.dumps({"schema": 1, **keys}).encode(), known)


def rules_found(known: Knowledge, **facts: Any) -> set[str]:
    return {finding.rule for finding in advise(design(**facts), known).findings}


def test_a_choice_without_a_stage_stands_at_that_of_its_criterion(known: Knowledge) -> None:
    tender = read(known, choices=[{"criterion": "sep-reserve-art77"}, {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion"}])
    assert [choice.stage for choice in tender.choices] == [Stage.RESERVED_ART77, Stage.AWARD_CRITERION]


@pytest.mark.parametrize("stage", [None, "reserved_art77"])
def test_a_reservation_is_checked_with_and_without_its_stage_written_out(known: Knowledge, stage: str | None) -> None:
    choice = {"criterion": "sep-reserve-art77"} | ({"stage": stage} if stage else {})
    assert {"L-24", "L-25"} <= rules_found(known, duration_months=60, choices=[choice])


def test_reserving_for_a_single_known_workshop_is_found_without_its_stage_written_out(known: Knowledge) -> None:
    assert "L-30" in rules_found(known, partners={"social_suppliers": "one"}, choices=[{"criterion": "sep-reserve-contract-art20"}])


def test_social_points_above_a_hundred_are_found_before_any_price_has_points(known: Knowledge) -> None:
    choices = [{"criterion": "clu-joint-delivery-plan", "weight": 90}, {"criterion": "emp-integration-quality", "weight": 60}]
    assert "L-50" in rules_found(known, choices=choices)
    assert "L-50" not in rules_found(known, choices=[{**one, "weight": 10} for one in choices])


@pytest.mark.parametrize(("keys", "key", "words"), [
    ({"choices": [{"criterion": "clu-wish"}]}, "choices[0].criterion", "no criterion “clu-wish”. Correct the name"),
    ({"choices": [{"criterion": "clu-pooled-means"}] * 2}, "choices[1].criterion", "chosen twice. Remove one"),
    ({"choices": [{"criterion": "emp-integration-quality", "stage": "reserved_art20"}]}, "choices[0].stage", "Write “award_criterion”"),
    ({"choices": [{"criterion": "dec-law-compliance", "weight": 20}]}, "choices[0].weight", "Remove the weight"),
    ({"cpv": ["99999999"]}, "cpv[0]", "The CPV has no code 99999999"),
    ({"lots": [{"id": "1", "cpv": ["90910000", "12345678"]}]}, "lots[0].cpv[1]", "The CPV has no code 12345678"),
    ({"cpv": ["９０９１００００"]}, "cpv[0]", "eight digits"),
])
def test_what_does_not_exist_is_refused_with_its_place(known: Knowledge, keys: dict[str, Any], key: str, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(known, **keys)
    english = language("en")
    assert caught.value.key == key
    assert words in f"{english.say(caught.value.problem)} {english.say(caught.value.remedy)}"


def test_true_is_no_schema_number(known: Knowledge) -> None:
    with pytest.raises(BadInput) as caught:
        read_known_design(b'{"schema": true}', known)
    assert caught.value.key == "schema"
