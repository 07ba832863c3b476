"""The chooser: what the market, the length, the code, the value and the kind of contract decide, each with its reason."""

from datetime import date
from typing import Any

import pytest

from advisor.i18n import language
from criteria.advice import Advice, advise
from criteria.codes import Answer, Fit, Objective, Stage
from criteria.instruments import Route
from criteria.knowledge import Knowledge
from tests.conftest import design

LISTED: dict[str, Any] = {"cpv": ["85312000"], "family": None, "estimated_value": 900_000, "duration_months": 36}
RESERVED = [{"criterion": "sep-reserve-art77", "stage": "reserved_art77"}]


def route(known: Knowledge, stage: Stage, goal: Objective, **facts: Any) -> Route:
    advice = advise(design(objectives=[goal], **facts), known)
    return next(one for one in advice.routes if one.stage is stage)


def rules(known: Knowledge, **facts: Any) -> set[str]:
    return {one.rule for one in advise(design(**facts), known).findings}


def fits(advice: Advice, criterion: str) -> Fit | None:
    return next((one.fit for one in advice.suggestions if one.criterion == criterion), None)


@pytest.mark.parametrize(("social", "suppliers", "reserved", "lots", "scored"), [
    ("several", "over_5", Answer.YES, Answer.YES, Answer.YES),
    ("several", "up_to_2", Answer.YES, Answer.YES, Answer.NO),
    ("one", "over_5", Answer.NO, Answer.YES, Answer.YES),
    ("one", "up_to_2", Answer.NO, Answer.YES, Answer.NO),
    ("none", "up_to_2", Answer.NO, Answer.NO, Answer.NO),
    ("none", "from_3_to_5", Answer.NO, Answer.YES, Answer.YES),
    (None, None, Answer.NOT_KNOWN, Answer.NOT_KNOWN, Answer.NOT_KNOWN),
])
def test_the_market_decides_reservation_lots_or_points(
    known: Knowledge, social: str | None, suppliers: str | None, reserved: Answer, lots: Answer, scored: Answer
) -> None:
    partners = {"social_suppliers": social, "suppliers": suppliers, "split": ["area"]}
    goal = Objective.SMALL_SOCIAL_SUPPLIERS
    assert route(known, Stage.RESERVED_ART20, goal, partners=partners).answer is reserved
    assert route(known, Stage.LOTS, goal, partners=partners).answer is lots
    assert route(known, Stage.AWARD_CRITERION, goal, partners=partners).answer is scored


@pytest.mark.parametrize("goal", [Objective.DISABILITY_INCLUSION, Objective.SMALL_SOCIAL_SUPPLIERS, Objective.WORKING_TOGETHER])
def test_one_known_workshop_never_yields_a_reservation_and_says_so(known: Knowledge, goal: Objective) -> None:
    facts = {**LISTED, "partners": {"social_suppliers": "one", "split": ["area"]}}
    advice = advise(design(objectives=[goal], **facts), known)
    for stage in (Stage.RESERVED_ART20, Stage.RESERVED_ART77):
        assert not [one for one in advice.suggestions if one.stage is stage]
        assert next(one for one in advice.routes if one.stage is stage).answer is Answer.NO
    open_lots = route(known, Stage.LOTS, goal, partners=facts["partners"])
    assert any("a social enterprise that could carry a part" in reason.because.text for reason in open_lots.reasons) or open_lots.answer is Answer.NO


def test_a_lot_reserved_for_the_one_workshop_is_found(known: Knowledge) -> None:
    assert "L-30" in rules(known, lots=[{"id": "1", "reserved": "art20"}], partners={"social_suppliers": "one"})


@pytest.mark.parametrize(("change", "answer", "found"), [
    ({}, Answer.YES, set()),
    ({"duration_months": 48}, Answer.NO, {"L-25"}),
    ({"cpv": ["85312000", "90910000"]}, Answer.NO, {"L-24"}),
    ({"art77_winner_returns": True}, Answer.NO, {"L-26"}),
    ({"estimated_value": 300_000}, Answer.YES, set()),
    ({"estimated_value": 300_000, "duration_months": 48}, Answer.NO, {"L-103"}),
    ({"estimated_value": 200_000, "cpv": ["90910000"]}, Answer.NO, {"L-103"}),
])
def test_length_code_and_value_together_decide_article_77(known: Knowledge, change: dict[str, Any], answer: Answer, found: set[str]) -> None:
    facts = {**LISTED, "family": "social_services", **change}
    advice = advise(design(choices=RESERVED, **facts), known)
    assert advice.regime["art77"].answer is answer
    assert {"L-24", "L-25", "L-26", "L-103"} & {one.rule for one in advice.findings} == found


def test_an_unlisted_service_above_its_own_threshold_may_not_be_reserved(known: Knowledge) -> None:
    assert "L-24" in rules(known, **{**LISTED, "cpv": ["90910000"], "estimated_value": 300_000}, choices=RESERVED)


def test_below_the_threshold_the_limits_are_said_to_be_national(known: Knowledge) -> None:
    holding = advise(design(**{**LISTED, "estimated_value": 300_000, "duration_months": 48}), known).regime["art77"]
    said = language("en").say(holding.because[0])
    assert "do not bind" in said and "National law decides" in said


CONCESSION: dict[str, Any] = {"concession": True, "estimated_value": 6_000_000}


def test_a_concession_has_its_threshold_its_articles_and_its_days(known: Knowledge) -> None:
    advice = advise(design(**CONCESSION, publication_date=date(2027, 2, 1)), known)
    holding = advice.regime["concession"]
    assert holding.answer is Answer.YES
    assert {one.article for one in holding.basis} == {"Art. 8(1)", "Art. 30", "Art. 41"}
    assert advice.regime["above_threshold"].details["parameter"] == "threshold-concessions"
    assert advice.regime["time_limit"].details == {"days": {"normal": 30, "electronic": 25}, "earliest": date(2027, 2, 26)}
    assert any(one.act == "Directive 2014/23/EU" for one in advice.regime["art20"].basis)


@pytest.mark.parametrize(("change", "answer"), [
    ({}, Answer.YES), ({"estimated_value": 5_000_000}, Answer.NO), ({"estimated_value": None}, Answer.NOT_KNOWN),
    ({"concession": None}, Answer.NOT_KNOWN), ({"concession": False}, Answer.NO), ({"cpv": ["85312000"]}, Answer.YES),
])
def test_whether_the_concessions_directive_applies(known: Knowledge, change: dict[str, Any], answer: Answer) -> None:
    assert advise(design(**{**CONCESSION, **change}), known).regime["concession"].answer is answer


def test_a_concession_for_a_social_service_has_no_days_in_eu_law(known: Knowledge) -> None:
    assert advise(design(**CONCESSION, cpv=["85312000"]), known).regime["time_limit"].answer is Answer.NO


def test_in_a_concession_the_articles_of_its_own_directive_are_cited(known: Knowledge) -> None:
    tender = design(**CONCESSION)
    assert known.grounds_of(tender)["d24-67-3"].citation == "Directive 2014/23/EU, Art. 41"
    assert known.grounds_of(design())["d24-67-3"].citation == "Directive 2014/24/EU, Art. 67(3)"


@pytest.mark.parametrize(("interest", "value", "answer"), [
    (True, 150_000, Answer.YES), (False, 150_000, Answer.NO), (None, 150_000, Answer.NOT_KNOWN),
    (True, 450_000, Answer.NO), (True, None, Answer.NOT_KNOWN),
])
def test_below_the_threshold_interest_from_abroad_decides_on_openness(known: Knowledge, interest: bool | None, value: int | None, answer: Answer) -> None:
    assert advise(design(cross_border=interest, estimated_value=value), known).regime["treaty"].answer is answer


def test_a_small_contract_of_interest_abroad_without_a_notice_is_found(known: Knowledge) -> None:
    assert "L-09" in rules(known, estimated_value=150_000, cross_border=True, public_notice=False)
    assert "L-09" not in rules(known, estimated_value=150_000, cross_border=True)


@pytest.mark.parametrize(("facts", "measure", "step"), [
    ({"partners": {"stake": True}}, "1-conflict-firewall", "Nobody on the list drafts"),
    ({"partners": {"helped_draft": True}}, "2-prior-involvement", "Give more time than the minimum"),
    ({"need": {"consulted": ["suppliers"]}}, "3-consultation-shared", "Publish the questions and the answers"),
    ({"eu_funds": True}, "4-eu-funds", "Keep for the auditor"),
    ({"joint_procurement": True}, "5-joint-procurement", "Sign an agreement first"),
    (CONCESSION, "6-concession", "List the award criteria by their importance"),
    ({"estimated_value": 150_000, "cross_border": True}, "7-cross-border", "Publish a short notice"),
])
def test_what_you_say_calls_for_its_measures(known: Knowledge, facts: dict[str, Any], measure: str, step: str) -> None:
    called = {one.measure: one for one in advise(design(**facts), known).measures}
    assert set(called) == {measure}
    assert all(reason.answer is Answer.YES for reason in called[measure].reasons)
    assert any(one.startswith(step) for one in known.measures[measure].steps)


def test_no_facts_call_for_no_measures(known: Knowledge) -> None:
    assert advise(design(), known).measures == ()


def test_reminders_come_in_the_order_of_the_procedure_with_their_days(known: Knowledge) -> None:
    facts = {"procedure": "open", "publication_date": date(2027, 2, 1), "start_date": date(2027, 8, 31)}
    found = advise(design(**facts, choices=[{"criterion": "emp-integration-hours"}]), known).reminders
    assert [(one.rule, one.day) for one in found] == [
        ("L-95", date(2027, 2, 1)), ("L-15", date(2027, 3, 3)), ("L-89", None), ("L-92", None),
        ("L-87", date(2027, 8, 31)), ("L-88", date(2027, 8, 31)), ("L-93", date(2030, 8, 28)),
    ]
    assert all(one.text.text and one.basis for one in found)


def test_without_dates_a_reminder_names_its_moment_only(known: Knowledge) -> None:
    found = advise(design(), known).reminders
    assert {one.day for one in found} == {None} and "L-87" not in {one.rule for one in found}


def test_no_rule_waits_any_more(known: Knowledge) -> None:
    reads = {rule.id: rule.reads for rule in known.rules.values()}
    assert {name for name, one in reads.items() if one == "reminder"} == {"L-15", "L-58", "L-86", "L-87", "L-88", "L-89", "L-92", "L-93", "L-95"}
    assert all(bool(known.rules[name].reminder) == (one == "reminder") for name, one in reads.items())
