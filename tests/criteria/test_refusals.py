"""What the domain refuses or leaves open: incomplete data files, missing law, facts that settle nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from criteria.advice import situation_of
from criteria.catalogue import faults, load_catalogue
from criteria.codes import Answer, Country, Objective
from criteria.criterion import Criterion
from criteria.datafile import DATA, read
from criteria.findings import DesignRule, check_design
from criteria.instruments import Instrument
from criteria.knowledge import Knowledge
from criteria.law import Parameter, Value, load_law
from criteria.placeholders import PLACEHOLDERS
from criteria.problems import BadData
from criteria.prose import PROSE
from criteria.rule import Condition
from tests.conftest import TODAY, design

JOINT = DATA / "catalogue" / "clu" / "clu-joint-delivery-plan.toml"
HOURS = DATA / "catalogue" / "emp" / "emp-integration-hours.toml"


def changed(source: Path, folder: Path, change: Callable[[str], str], name: str = "") -> Path:
    file = folder / (name or source.name)
    file.write_text(change(source.read_text("utf-8")))
    return file


@pytest.mark.parametrize(("source", "name", "change", "words"), [
    (JOINT, "new-thing.toml", lambda text: text, "must begin with a family"),
    (JOINT, "", lambda text: text.replace("[weight]", "[never_used]").split("[never_used]")[0] + "[risk]" + text.split("[risk]")[1], "an award criterion has a weight"),
    (HOURS, "", lambda text: text.replace('kind = "compliance"', 'kind = "score"'), "scale of kind 'compliance'"),
    (HOURS, "", lambda text: re.sub(r"remedies = \[.*?\n\]", "remedies = []", text, flags=re.S), "needs a remedy"),
    (JOINT, "", lambda text: re.sub(r"conditions = \[.*?\n\]", "conditions = []", text, flags=re.S), "needs conditions, or always = true"),
])
def test_an_incomplete_criterion_is_refused(tmp_path: Path, source: Path, name: str, change: Callable[[str], str], words: str) -> None:
    with pytest.raises(BadData, match=re.escape(words)):
        read(changed(source, tmp_path, change, name), Criterion)


def test_a_promise_that_nobody_has_hours_to_check_is_a_fault(tmp_path: Path) -> None:
    one = read(changed(HOURS, tmp_path, lambda text: re.sub(r"checker = [\d.]+", "checker = 0", text)), Criterion)
    assert ("T6", "nobody's hours are foreseen to check it") in list(faults(one))


def test_a_wording_too_short_to_be_clear_is_a_fault(tmp_path: Path) -> None:
    one = read(JOINT, Criterion).model_copy(update={"wording": "Work together."})
    assert any("has 2 words" in fault for _, fault in faults(one))


@pytest.fixture
def one_criterion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    import criteria.datafile

    for module in (criteria.catalogue, criteria.datafile):
        monkeypatch.setattr(module, "DATA", tmp_path)
    (tmp_path / "catalogue" / "clu").mkdir(parents=True)
    return tmp_path / "catalogue" / "clu"


def test_a_criterion_with_a_fault_stops_the_start(one_criterion: Path) -> None:
    changed(JOINT, one_criterion, lambda text: text.replace("{service}", "{servise}"))
    with pytest.raises(BadData, match="unknown placeholder"):
        load_catalogue()


def test_a_wording_that_says_what_another_forbids_stops_the_start(one_criterion: Path) -> None:
    changed(JOINT, one_criterion, lambda text: text)
    changed(JOINT, one_criterion, lambda text: text.replace(
        "Use at most four pages", "No gifts to the council. Use at most four pages"
    ).replace('text = "Points for bidders belonging to a social cluster of our district."', 'text = "Another thing."'), "clu-second.toml")
    changed(JOINT, one_criterion, lambda text: text.replace(
        'text = "Points for bidders belonging to a social cluster of our district."', 'text = "No gifts to the council."'
    ), "clu-third.toml")
    with pytest.raises(BadData, match="says what clu-third tells never to write"):
        load_catalogue()


def test_a_route_that_leaves_a_goal_unanswered_is_refused(known: Knowledge) -> None:
    content = next(iter(known.instruments.values())).model_dump()
    del content["goals"][Objective.YOUTH]
    with pytest.raises(ValueError, match="goals without an answer: youth"):
        Instrument.model_validate(content)


def test_a_rule_can_look_at_each_choice_and_at_each_lot(known: Knowledge) -> None:
    model = known.rules["L-101"]
    chosen = model.model_copy(update={"scope": "choice", "when": (Condition.model_validate({"fact": "choice.stage", "equals": "award_criterion", "because": "It is scored here."}),)})
    lots = model.model_copy(update={"scope": "lot", "when": (Condition.model_validate({"fact": "lot.value", "above": 100, "because": "It is a large lot."}),)})
    tender = design(
        lots=[{"id": "1", "estimated_value": 50}, {"id": "2", "estimated_value": 500}],
        choices=[
            {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "status": "rejected"},
            {"criterion": "emp-integration-hours", "stage": "performance_condition"},
            {"criterion": "clu-shared-governance", "stage": "award_criterion"},
        ],
    )
    here, law = situation_of(tender, known)

    def places(rule: DesignRule) -> list[str]:
        return [one.where for one in check_design(here, [rule], law, known.grounds)]

    assert places(chosen) == ["choices[2]"] and places(lots) == ["lots[1]"]


def test_a_parameter_without_an_amount_cannot_be_asked_for_one(known: Knowledge) -> None:
    with pytest.raises(BadData, match="this parameter has no amount"):
        known.law.on(TODAY).amount("annex-xiv-cpv")


def test_a_national_value_that_is_not_in_force_is_none(known: Knowledge) -> None:
    assert known.law.on(date(1990, 1, 1)).national("reserved-art20", Country.FR) is None


def test_a_law_knows_its_sources(known: Knowledge) -> None:
    assert known.law.on(TODAY).sources["D24"].url.startswith("https://")


@pytest.mark.parametrize(("file", "content", "words"), [
    ("provisions/again.toml", 'title = "A"\nshort = "A"\nsource = "D24"\nvalid_from = 2020-01-01\nchecked_on = 2026-01-01\n[[provisions]]\nid = "d24-4"\narticle = "1"\nsays = "x"\nstatus = "verified"\n[[provisions]]\nid = "d24-4"\narticle = "1"\nsays = "x"\nstatus = "verified"\n', "stands twice"),
    ("provisions/lost.toml", 'title = "A"\nshort = "A"\nsource = "NOWHERE"\nvalid_from = 2020-01-01\nchecked_on = 2026-01-01\n[[provisions]]\nid = "lost-1"\narticle = "1"\nsays = "x"\nstatus = "verified"\n', "no source 'NOWHERE'"),
])
def test_a_provision_twice_or_without_a_source_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, content: str, words: str) -> None:
    import criteria.datafile

    for module in (criteria.law, criteria.datafile):
        monkeypatch.setattr(module, "DATA", tmp_path)
    (tmp_path / "law").mkdir()
    (tmp_path / "provisions").mkdir()
    (tmp_path / "sources.toml").write_text((DATA / "sources.toml").read_text("utf-8"))
    (tmp_path / file).write_text(content)
    with pytest.raises(BadData, match=re.escape(words)):
        load_law()


def test_a_country_that_did_not_take_the_option_up_allows_no_reservation(known: Knowledge) -> None:
    name = "fr-reserved-art20"
    value: Value = known.law.parameters[name].values[0].model_copy(update={"possible": False, "valid_to": None})
    none = Parameter(id=name, title="No reservation", jurisdiction="fr", values=(value,))
    other = replace(known, law=replace(known.law, parameters={**known.law.parameters, name: none}))
    holding = situation_of(design(), other)[0].regime["art20"]
    assert holding.answer is Answer.NO and "has not taken up" in holding.because[0].text


def test_the_limit_for_small_lots_waits_for_the_type_of_contract(known: Knowledge) -> None:
    here = situation_of(design(contract_type=None, cpv=None, family=None, lots=[{"id": "1", "estimated_value": 10}]), known)[0]
    assert here.regime["small_lots"].ask == ("contract_type",)


@pytest.mark.parametrize(("facts", "value"), [
    ({"criteria": [{"id": "q", "points": 100}], "price": {}}, False), ({"criteria": [{"id": "q", "points": 60}], "price": {}}, None),
])
def test_a_price_without_points_counts_while_some_are_left(known: Knowledge, facts: dict[str, Any], value: bool | None) -> None:
    here = situation_of(design(evaluation={"schema": 1, **facts}), known)[0]
    assert here.value("price_counts") is value


@pytest.mark.parametrize(("facts", "value"), [
    ({"points": 30}, False), ({"points": 30, "scale": 10, "minimum": 8}, True), ({"points": 30, "scale": 10, "minimum": 7}, False),
    ({"points": 30, "minimum": 27}, True), ({"minimum": 5}, False),
])
def test_a_minimum_near_the_top_cancels_the_weight(known: Knowledge, facts: dict[str, Any], value: bool) -> None:
    here = situation_of(design(evaluation={"schema": 1, "price": {"points": 40}, "criteria": [{"id": "q", **facts}]}), known)[0]
    assert here.value("weight_cancelled") is value


def test_hours_and_value_stay_open_while_their_facts_are(known: Knowledge) -> None:
    here, law = situation_of(design(estimated_value=None), known)
    assert PLACEHOLDERS["hours"].fill(here, law) is None and PLACEHOLDERS["value"].fill(here, law) is None
    here, law = situation_of(design(), known)
    assert PLACEHOLDERS["value"].fill(here, law) == Decimal(450000)
    assert PLACEHOLDERS["share"].fill(here, law) == Decimal(50)


def test_the_mark_of_a_text_names_itself() -> None:
    assert repr(PROSE) == "PROSE"
