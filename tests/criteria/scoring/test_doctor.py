"""The doctor finds each fault in its own case, is silent in the near miss, and scores the repair."""

from typing import Any

import pytest

from advisor.i18n import language
from criteria.knowledge import Knowledge
from criteria.problems import BadInput
from criteria.scoring.cards import FaultCode, Promise, formulas
from criteria.scoring.doctor import evaluate
from criteria.scoring.doctor.experiments import broken, counter_examples, in_words
from criteria.scoring.doctor.patient import promised
from criteria.scoring.doctor.repair import proposals, repaired
from criteria.scoring.evaluation import Evaluation, Formula
from criteria.scoring.result import Result, Warned
from tests.criteria.scoring.made import VARIANTS, made, price_rule

say = language("en").say
BOUNDS = {"formula": "linear_fixed_bounds", "points": 40, "minimum": 10000, "maximum": 200000}
CLOSE = {"A": 50000, "B": 55000, "C": 60000}
SPREAD = {"A": 60, "B": 30, "C": 0}

CASES: list[tuple[FaultCode, Evaluation]] = [
    (FaultCode.RANK_REVERSAL, made("lowest_price_ratio", {"A": 50000, "B": 62500, "C": 40000}, {"A": 40, "B": 47, "C": 0})),
    (FaultCode.DEAD_ZONE, made("linear_to_multiple", {"A": 50000, "B": 110000}, {"A": 10, "B": 60})),
    (FaultCode.DEAD_ZONE, made("linear_fixed_bounds", {"A": 30000, "B": 60000}, {"A": 10, "B": 60})),
    (FaultCode.DEARER_BID_GAINS, made("average_based", CLOSE, SPREAD)),
    (FaultCode.DEARER_BID_GAINS, made("closeness_to_estimate", CLOSE, SPREAD)),
    (FaultCode.EFFECTIVE_WEIGHT, made("lowest_price_ratio", CLOSE, SPREAD)),
    (FaultCode.DECORATIVE_WEIGHT, made({"formula": "linear_min_max", "points": 90}, CLOSE, {"A": 5, "B": 5, "C": 5}, criteria=[{"id": "q", "points": 10}])),
    (FaultCode.DECORATIVE_WEIGHT, made("price_per_quality", {"A": 1000, "B": 100000}, {"A": 60, "B": 60}, criteria=[{"id": "q", "points": 60}, {"id": "x", "points": 1}], bids=[{"id": "A", "price": 1000, "scores": {"q": 60, "x": 1}}, {"id": "B", "price": 100000, "scores": {"q": 60, "x": 1}}])),
    (FaultCode.TIE_BY_ROUNDING, made("lowest_price_ratio", {"A": 50000, "B": 50100}, {"A": 30, "B": 30}, rounding={"digits": 0})),
    (FaultCode.OUT_OF_RANGE_POINTS, made("budget_ceiling", {"A": 50000, "B": 110000}, {"A": 10, "B": 60})),
    (FaultCode.AVERAGE_MANIPULABLE, made("average_based", CLOSE, SPREAD)),
    (FaultCode.AVERAGE_MANIPULABLE, made("discount_bilinear", CLOSE, {"A": 30, "B": 31, "C": 32})),
    (FaultCode.ESTIMATE_CLOSENESS, made("closeness_to_estimate", {"A": 70000, "B": 80000}, {"A": 10, "B": 60})),
    (FaultCode.AUTOMATIC_EXCLUSION, made("bounds that exclude", {"A": 30000, "B": 60000})),
    (FaultCode.UNDISCLOSED_BOUNDS, made("linear_min_max", CLOSE, SPREAD)),
    (FaultCode.UNDISCLOSED_BOUNDS, made({**BOUNDS, "announced": False}, CLOSE, SPREAD)),
    (FaultCode.STATUS_BONUS, made(BOUNDS, CLOSE, SPREAD, criteria=[{"id": "q", "title": "Bidder is a cooperative", "points": 60}])),
    (FaultCode.SINGLE_BIDDER_LEFT, made(BOUNDS, {"A": 50000, "B": 60000}, {"A": 40, "B": 10}, quality_minimum=20)),
    (FaultCode.ABNORMALLY_LOW_CHECK, made(BOUNDS, {"A": 30000, "B": 60000}, {"A": 40, "B": 10})),
]
SOUND = made(BOUNDS, CLOSE, SPREAD)
NEAR_MISSES: list[tuple[FaultCode, Evaluation]] = [
    (FaultCode.RANK_REVERSAL, made("lowest_price_ratio", {"A": 50000, "B": 62500}, {"A": 40, "B": 20})),
    (FaultCode.DEAD_ZONE, made("linear_to_multiple", {"A": 50000, "B": 100000}, {"A": 10, "B": 60})),
    (FaultCode.EFFECTIVE_WEIGHT, made("linear_min_max", CLOSE, SPREAD)),
    (FaultCode.EFFECTIVE_WEIGHT, made(BOUNDS, {"A": 50000, "B": 50000}, {"A": 30, "B": 30})),
    (FaultCode.DECORATIVE_WEIGHT, made(BOUNDS, CLOSE, {"A": 30, "B": 30, "C": 30})),
    (FaultCode.TIE_BY_ROUNDING, made("lowest_price_ratio", {"A": 50000, "B": 60000}, {"A": 30, "B": 30}, rounding={"digits": 0})),
    (FaultCode.OUT_OF_RANGE_POINTS, made("budget_ceiling", {"A": 50000, "B": 100000}, {"A": 10, "B": 60})),
    (FaultCode.AUTOMATIC_EXCLUSION, made({**BOUNDS, "outside": "clip"}, CLOSE, SPREAD)),
    (FaultCode.AUTOMATIC_EXCLUSION, made({**BOUNDS, "minimum": 0, "outside": "exclude"}, CLOSE, SPREAD)),
    (FaultCode.UNDISCLOSED_BOUNDS, made({**BOUNDS, "announced": True}, CLOSE, SPREAD)),
    (FaultCode.STATUS_BONUS, made(BOUNDS, CLOSE, SPREAD, criteria=[{"id": "q", "title": "Plan for delivering jointly with social enterprises", "points": 60}])),
    (FaultCode.ABNORMALLY_LOW_CHECK, made("fixed_price", {"A": 30000, "B": 60000}, {"A": 40, "B": 10})),
    (FaultCode.ABNORMALLY_LOW_CHECK, made(BOUNDS, {"A": 45000, "B": 60000}, {"A": 40, "B": 10})),
]


def warned(known: Knowledge, evaluation: Evaluation) -> dict[FaultCode, Warned]:
    return {one.code: one for one in evaluate(evaluation, known.grounds).warnings}


@pytest.mark.parametrize(("code", "evaluation"), CASES, ids=lambda one: getattr(one, "value", ""))
def test_a_fault_is_found_in_its_case(known: Knowledge, code: FaultCode, evaluation: Evaluation) -> None:
    warning = warned(known, evaluation)[code]
    assert "{" not in say(warning.why) and warning.repair.text and warning.basis


@pytest.mark.parametrize(("code", "evaluation"), NEAR_MISSES, ids=lambda one: getattr(one, "value", ""))
def test_a_fault_is_not_found_in_the_near_miss(known: Knowledge, code: FaultCode, evaluation: Evaluation) -> None:
    assert code not in warned(known, evaluation)


def test_every_fault_has_a_case() -> None:
    assert {code for code, _ in CASES} == set(FaultCode)


def test_a_formula_names_the_faults_that_the_doctor_finds_in_it() -> None:
    of_formulas = {one for card in formulas().values() for one in card.faults}
    for code, evaluation in CASES:
        if code in of_formulas - {FaultCode.EFFECTIVE_WEIGHT, FaultCode.TIE_BY_ROUNDING} and evaluation.price.announced is not False:
            assert code in formulas()[evaluation.price.formula].faults


def test_an_extra_bid_never_takes_the_name_of_a_real_one(known: Knowledge) -> None:
    found = warned(known, made("average_based", {"+": 50000, "++": 55000, "b": 60000}, {"+": 60, "++": 30, "b": 0}))
    assert found[FaultCode.AVERAGE_MANIPULABLE].bids[0] in ("+", "++", "b")


def test_a_sound_evaluation_has_no_warning(known: Knowledge) -> None:
    assert warned(known, SOUND).keys() <= {FaultCode.EFFECTIVE_WEIGHT}


def test_the_counter_example_of_a_reversal_can_be_repeated(known: Knowledge) -> None:
    evaluation = CASES[0][1]
    before = evaluate(evaluation, known.grounds)
    warning = next(one for one in before.warnings if one.code is FaultCode.RANK_REVERSAL)
    assert say(warning.why) == "C does not win. Yet if C withdraws, A comes first instead of B."
    rest = evaluation.model_copy(update={"bids": evaluation.bids[:2]})
    assert (before.winner, evaluate(rest, known.grounds).winner) == ("B", "A")


def test_the_worst_faults_come_first(known: Knowledge) -> None:
    evaluation = made("bounds that exclude", {"A": 30000, "B": 41000, "C": 89000}, SPREAD)
    severities = [one.severity.value for one in evaluate(evaluation, known.grounds).warnings]
    assert severities == sorted(severities, key=["unlawful", "risky", "weak"].index)
    assert severities[0] == "unlawful"


def test_an_empty_field_leaves_nothing_to_warn_of(known: Knowledge) -> None:
    evaluation = made(BOUNDS, CLOSE, SPREAD, quality_minimum=61)
    assert warned(known, evaluation) == {}


def test_in_a_crowd_the_ends_of_the_price_list_are_tried(known: Knowledge) -> None:
    prices = {f"x{number}": 50000 + number * 10 for number in range(1500)} | {"far": 200000}
    found = warned(known, made("average_based", prices, dict.fromkeys(prices, 30)))
    assert FaultCode.RANK_REVERSAL in found
    cheap = {f"x{number}": 100000 + number for number in range(1500)} | {"A": 50000, "B": 62500, "C": 40000}
    scores = dict.fromkeys(cheap, 0) | {"A": 40, "B": 47}
    assert FaultCode.RANK_REVERSAL in warned(known, made("lowest_price_ratio", cheap, scores))


def test_a_withdrawal_that_leaves_no_value_is_no_reversal(known: Knowledge) -> None:
    prices = {"A": 120000, "B": 40000}
    assert FaultCode.RANK_REVERSAL not in warned(known, made("discount_linear", prices, {"A": 60, "B": 0}))
    assert FaultCode.DECORATIVE_WEIGHT not in warned(known, made("price over quality", {"A": 1000, "B": 100000}, {"A": 60, "B": 1}))


@pytest.mark.parametrize("name", list(VARIANTS))
def test_a_formula_breaks_exactly_the_promises_that_its_card_does_not_make(name: str) -> None:
    rule = price_rule(name)
    assert set(broken(rule)) == set(Promise) - promised(rule)


@pytest.mark.parametrize("name", list(VARIANTS))
def test_each_broken_promise_is_shown_in_words(name: str) -> None:
    for promise, example in counter_examples(price_rule(name)).items():
        said = say(in_words(promise, example))
        assert said.startswith("A: €") and "{" not in said


def test_order_and_currency_are_shown_in_words_too() -> None:
    example = next(iter(broken(price_rule("linear_min_max")).values()))
    assert "another currency" in say(in_words(Promise.SCALE, example))


@pytest.mark.parametrize(("code", "evaluation"), CASES, ids=lambda one: getattr(one, "value", ""))
def test_the_repaired_rule_is_scored_on_the_same_bids_and_lacks_the_fault(known: Knowledge, code: FaultCode, evaluation: Evaluation) -> None:
    result = evaluate(evaluation, known.grounds)
    other = repaired(result, code)
    without_rule = {FaultCode.EFFECTIVE_WEIGHT, FaultCode.DECORATIVE_WEIGHT, FaultCode.SINGLE_BIDDER_LEFT, FaultCode.ABNORMALLY_LOW_CHECK}
    if code in without_rule:
        assert other is None
        return
    assert other and other.old is result
    assert {bid.id for bid in other.evaluation.bids} == {bid.id for bid in evaluation.bids}
    assert code not in warned(known, other.evaluation)


def test_a_repair_that_leaves_nothing_to_compare_is_not_offered(known: Knowledge) -> None:
    evaluation = made("fixed_price", CLOSE, SPREAD, criteria=[{"id": "q", "title": "Local firm", "points": 60}])
    assert repaired(evaluate(evaluation, known.grounds), FaultCode.STATUS_BONUS) is None


def test_robust_rules_are_proposed_with_the_same_worth_of_quality(known: Knowledge) -> None:
    result = evaluate(CASES[0][1], known.grounds)
    bounds, deductions = proposals(result)
    assert bounds.evaluation.price.formula is Formula.LINEAR_FIXED_BOUNDS
    assert deductions.evaluation.price.formula is Formula.QUALITY_ADJUSTED_PRICE
    assert bounds.new.ranking == deductions.new.ranking
    assert (bounds.evaluation.price.minimum, bounds.evaluation.price.maximum) == (25000, 75000)
    assert [one.max_deduction for one in deductions.evaluation.criteria] == [60 * (75000 - 25000) // 40]
    assert bounds.winner_changes == (bounds.new.winner != result.winner)
    assert not set(formulas()[Formula.LINEAR_FIXED_BOUNDS].faults) & {FaultCode.RANK_REVERSAL}


def test_proposals_know_when_there_is_nothing_to_propose(known: Knowledge) -> None:
    def of(evaluation: Evaluation) -> list[Any]:
        return list(proposals(evaluate(evaluation, known.grounds)))

    assert of(made("fixed_price", CLOSE, SPREAD)) == []
    assert len(of(made("lowest_price_ratio", CLOSE))) == 1


def test_a_proposal_understands_steps_discounts_and_free_points(known: Knowledge) -> None:
    content = {
        "price": {"formula": "discount_linear", "points": 40, "budget": 100000},
        "criteria": [{"id": "s", "steps": [{"from": 1, "points": 20}]}, {"id": "free"}],
        "bids": [{"id": "A", "discount_percent": 10, "scores": {"s": 1, "free": 2}}, {"id": "B", "price": 80000, "scores": {"s": 0, "free": 2}}],
    }
    result: Result = evaluate(Evaluation.model_validate(content), known.grounds)
    bounds, deductions = proposals(result)
    assert [bid.price for bid in bounds.evaluation.bids] == [90000, 80000]
    assert [one.id for one in deductions.evaluation.criteria] == ["s"]
    assert deductions.new.winner == bounds.new.winner == "A"


def test_a_contest_that_cannot_be_scored_is_not_examined(known: Knowledge) -> None:
    with pytest.raises(BadInput):
        evaluate(made("lowest_price_ratio", {}), known.grounds)
