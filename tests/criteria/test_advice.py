"""The advice: what fits, what hangs on a missing fact, what does not, and why; the same for the same facts."""

import json
from typing import Any

import pytest

from advisor.i18n import language
from advisor.plain import advice_data
from advisor.wizard.board import board_for
from criteria.advice import Advice, advise
from criteria.codes import Answer, Fit, Objective, Stage
from criteria.design_file import tender_from
from criteria.knowledge import Knowledge
from tests.conftest import TODAY, design


def names(advice: Advice, *stages: Stage) -> set[str]:
    return {one.criterion for one in advice.suggestions if not stages or one.stage in stages}


def withheld(advice: Advice) -> set[str]:
    return {one.name for one in advice.not_suggested}


def test_a_cleaning_contract_is_offered_what_the_exemplars_promise(known: Knowledge) -> None:
    fitting = {one.criterion for one in advise(design(), known).preferred if one.fit is Fit.FITS}
    assert {"clu-joint-delivery-plan", "emp-integration-hours", "eqo-daytime-cleaning", "dec-realistic-hours"} <= fitting


def test_the_same_facts_on_the_same_day_give_the_same_advice_byte_for_byte() -> None:
    def said() -> str:
        return json.dumps(advice_data(board_for(design(), language("fr"), TODAY)))

    assert said() == said()


def test_one_known_workshop_never_yields_a_reservation(known: Knowledge) -> None:
    advice = advise(design(partners={"social_suppliers": "one", "split": ["area"]}), known)
    assert not names(advice, Stage.RESERVED_ART20, Stage.RESERVED_ART77)
    assert {"sep-reserve-lot-art20", "sep-reserve-contract-art20", "reserved_art20"} <= withheld(advice)


def test_before_the_market_is_known_a_reservation_is_to_confirm_and_names_what_to_ask(known: Knowledge) -> None:
    advice = advise(design(partners={"social_suppliers": None, "split": ["area"]}), known)
    lot = next(one for one in advice.suggestions if one.criterion == "sep-reserve-lot-art20")
    assert lot.fit is Fit.TO_CONFIRM
    assert "partners.social_suppliers" in lot.ask


def test_a_design_with_few_facts_still_gets_a_full_honestly_marked_list(known: Knowledge) -> None:
    advice = advise(tender_from({"schema": 1, "as_of": "2026-11-22", "cpv": ["90910000"]}), known)
    assert len(advice.suggestions) > 80
    open_ones = [one for one in advice.suggestions if one.fit is Fit.TO_CONFIRM]
    assert all(one.ask or any(reason.answer is Answer.NOT_KNOWN for reason in one.reasons) for one in open_ones)
    assert len(open_ones) > len(advice.suggestions) / 2


def test_a_design_with_no_facts_at_all_gets_advice(known: Knowledge) -> None:
    advice = advise(tender_from({"schema": 1, "as_of": "2026-11-22"}), known)
    assert "eqo-relevance-check" in names(advice)
    assert advice.objectives == tuple(Objective)


@pytest.mark.parametrize("goal", list(Objective))
def test_equality_is_always_looked_at_whatever_the_goal(known: Knowledge, goal: Objective) -> None:
    advice = advise(design(objectives=[goal]), known)
    assert {"eqo-relevance-check", "ndi-clause-basic", "eqo-sex-disaggregated-data"} <= names(advice)
    assert any(one.criterion.startswith("eqo-") and one.beyond is None and one.stage in (Stage.AWARD_CRITERION, Stage.PERFORMANCE_CONDITION) for one in advice.suggestions)


def test_a_short_contract_gets_nothing_that_needs_time(known: Knowledge) -> None:
    advice = advise(design(duration_months=3), known)
    assert "emp-integration-hours" in withheld(advice)
    assert "clu-joint-delivery-plan" in withheld(advice)


def test_everything_withheld_has_a_reason(known: Knowledge) -> None:
    for one in advise(design(), known).not_suggested:
        assert one.because and all(reason.text for reason in one.because), one.name


def test_without_a_checker_nothing_that_must_be_checked_fits(known: Knowledge) -> None:
    advice = advise(design(follow_up={"checker": None, "checker_hours": 0}), known)
    promised = [one for one in advice.suggestions if one.stage is Stage.PERFORMANCE_CONDITION]
    assert {one.criterion for one in promised} <= {"ndi-clause-basic", "dec-law-compliance"}


@pytest.mark.parametrize(("path", "award", "conditions"), [("quick", 2, 3), ("full", 5, 6)])
def test_the_load_is_kept(known: Knowledge, path: str, award: int, conditions: int) -> None:
    carried = [known.catalogue[one.criterion] for one in advise(design(path=path), known).preferred if one.fit is Fit.FITS]
    scored = [one for one in carried if one.stage is Stage.AWARD_CRITERION]
    promised = [one for one in carried if one.stage is Stage.PERFORMANCE_CONDITION and not (one.law_based or one.always)]
    assert len(scored) <= award and len(promised) <= conditions
    assert sum(one.weight.default for one in scored if one.weight) <= 25
    assert sum(one.effort.checker for one in carried) <= 12 + 2


def test_criteria_that_exclude_one_another_are_never_carried_together(known: Knowledge) -> None:
    carried = {one.criterion for one in advise(design(), known).preferred if one.fit is Fit.FITS}
    for name in carried:
        for other, bar in known.bars[name].items():
            if other in carried:
                weights = [known.catalogue[each].weight for each in (name, other)]
                assert bar.combined_points_at_most is not None
                assert sum(weight.default for weight in weights if weight) <= bar.combined_points_at_most


def test_what_was_chosen_stays_and_crowds_out_the_rest(known: Knowledge) -> None:
    chosen = [{"criterion": "clu-shared-governance", "stage": "award_criterion"}]
    advice = advise(design(choices=chosen), known)
    of = {one.criterion: one for one in advice.suggestions}
    assert of["clu-shared-governance"].beyond is None
    assert of["clu-steering-group"].beyond is not None


def test_every_route_is_weighed_for_every_goal_with_reasons(known: Knowledge) -> None:
    advice = advise(design(), known)
    assert {(route.objective, route.stage) for route in advice.routes} == {
        (goal, stage) for goal in advice.objectives for stage in known.instruments
    }
    assert all(route.reasons for route in advice.routes)


def test_a_goal_no_route_serves_is_said_to_be_served_by_nothing(known: Knowledge) -> None:
    facts: dict[str, Any] = {
        "objectives": ["visibility"], "follow_up": {"checker": None, "checker_hours": 0}, "estimated_value": 15000,
        "partners": {"suppliers": "up_to_2", "social_suppliers": "none", "split": []},
    }
    assert advise(design(**facts), known).nothing_here == (Objective.VISIBILITY,)


def test_goals_nobody_picked_are_those_usual_for_the_purchase(known: Knowledge) -> None:
    assert advise(design(objectives=None), known).objectives == known.purchases["cleaning"].usual_objectives  # type: ignore[index]


def test_suggestions_come_in_the_order_of_their_rank(known: Knowledge) -> None:
    ranks = [one.rank for one in advise(design(), known).suggestions]
    assert ranks == sorted(ranks, reverse=True)


def test_the_advice_needs_a_day(known: Knowledge) -> None:
    with pytest.raises(ValueError, match="with a day"):
        advise(design(as_of=None), known)


KEYS = {"as_of", "rule_set", "regime", "suggestions", "not_suggested", "findings"}
OF_A_SUGGESTION = {"criterion", "stage", "title", "status", "ask", "because", "basis", "weight", "risk", "effort"}


def test_the_data_have_the_keys_that_the_interface_fixes() -> None:
    data = advice_data(board_for(design(), language("en"), TODAY))
    assert set(data) >= KEYS
    for one in data["suggestions"]:
        assert set(one) >= OF_A_SUGGESTION
        assert one["status"] in ("fits", "to_confirm")
    for one in data["not_suggested"]:
        assert len({"criterion", "stage"} & set(one)) == 1 and one["because"]
    json.dumps(data)
