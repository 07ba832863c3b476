"""The challenge rehearsal: each complaint has a design that draws it and one that does not; a sound design draws none."""

from typing import Any

import pytest

from criteria.advice import advise
from criteria.codes import Risk
from criteria.datafile import DATA
from criteria.design_file import tender_from
from criteria.findings import verdict_of
from criteria.knowledge import Knowledge, knowledge
from criteria.rehearsal import Complaint, Force, Raised, load_complaints, rehearse
from criteria.wording.design import check_texts
from criteria.wording.pattern import patterns
from tests.conftest import design

CAPPED = "No more than 30 % of the contract may be subcontracted."
PLAN = "clu-joint-delivery-plan"
ENFORCED = {"checker": "Contract manager", "checker_hours": 12, "remedies": ["plan"]}


def rehearsed(content: Any, known: Knowledge) -> tuple[Raised, ...]:
    tender = content if not isinstance(content, dict) else tender_from(content)
    advice = advise(tender, known)
    findings = [*advice.findings, *(one for read in check_texts(tender, known) for one in read.findings)]
    return rehearse(advice.situation, findings, known.complaints.values(), advice.law, known.grounds_of(tender), known.confidence)


def named(raised: tuple[Raised, ...]) -> list[str]:
    return [one.complaint.id for one in raised]


def capped(**changes: Any) -> Any:
    choice = {"criterion": PLAN, "stage": "award_criterion", "text": CAPPED, **changes.pop("choice", {})}
    return design(choices=[choice], follow_up=ENFORCED, **changes)


@pytest.mark.parametrize("name", sorted(load_complaints()))
def test_each_complaint_is_drawn_by_its_design_and_not_by_the_near_miss(name: str, known: Knowledge) -> None:
    one = known.complaints[name]
    assert name in named(rehearsed(one.triggers.design, known))
    assert name not in named(rehearsed(one.near_miss.design, known))


def test_there_are_at_least_fourteen_complaints_each_in_a_file_of_its_own(known: Knowledge) -> None:
    assert len(list((DATA / "complaints").glob("*.toml"))) == len(known.complaints) >= 14


def test_every_grave_flaw_feeds_a_complaint(known: Knowledge) -> None:
    told = {flaw for one in known.complaints.values() for flaw in one.flaws}
    rules = {rule for one in known.complaints.values() for rule in one.rules}
    untold = {one.id: one.flaw for one in known.rules.values() if one.severity != "weak" and one.flaw not in told and one.id not in rules}
    assert untold == {}
    assert {one.flaw for one in patterns().values() if one.flaw} <= told | {known.rules[rule].flaw for rule in rules}


SOUND = {
    "schema": 1, "as_of": "2026-11-28", "country": "FR", "authority": {"kind": "sub_central"}, "contract_type": "services",
    "cpv": ["90910000"], "estimated_value": 450000, "duration_months": 36, "purpose": "Clean schools every morning",
    "no_lots_reason": "One team cleans each school in one round.", "partners": {"split": [], "stake": False, "helped_draft": False},
    "need": {"consulted": []}, "follow_up": ENFORCED, "people": {"used_by_people": False},
    "choices": [
        {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 10},
        {"criterion": "eqo-adviser-checklist", "status": "rejected", "reason": "Staff costs are small here."},
    ],
}


def test_a_sound_design_draws_none(known: Knowledge) -> None:
    assert rehearsed(SOUND, known) == ()


def test_the_complaint_names_clause_words_reason_and_ground(known: Knowledge) -> None:
    first = next(one for one in rehearsed(capped(), known) if one.complaint.id == "subcontracting")
    assert first.force is Force.STRONG
    (feed,) = first.feeds
    assert (feed.where, feed.words, feed.criterion) == ("choices[0].text", CAPPED[:-1], PLAN)
    assert feed.why.text and feed.finding and feed.finding.rule == "L-38"
    assert [ground.id for ground in first.basis][:2] == ["d24-63-2", "j-49"] and len({*first.basis}) == len(first.basis)


def test_points_and_risk_and_number_make_a_complaint_stronger(known: Knowledge) -> None:
    def strength(**choice: Any) -> int:
        return next(one.strength for one in rehearsed(capped(choice=choice), known) if one.complaint.id == "subcontracting")
    assert [strength(weight=points) - strength() for points in (9, 10, 25, 90)] == [0, 1, 2, 3]
    assert strength(text=f"{CAPPED} Subcontracting is forbidden.") == strength() + 1


def test_a_clause_for_a_lawyer_makes_a_complaint_stronger(known: Knowledge) -> None:
    tender = capped()
    advice = advise(tender, known)
    findings = [one for read in check_texts(tender, known) for one in read.findings]

    def strength(risk: Risk) -> int:
        return rehearse(advice.situation, findings, known.complaints.values(), advice.law, known.grounds, {PLAN: risk})[0].strength

    assert strength(Risk.LAWYER) == strength(Risk.STANDARD) + 1


def test_facts_that_the_reply_needs_and_nobody_gave_make_it_stronger(known: Knowledge) -> None:
    content = known.complaints["selection-out-of-proportion"].triggers.design
    text = "Bidders must have 10 years of experience and a minimum yearly turnover of ten times the value of the contract."
    choices = [{"criterion": PLAN, "stage": "award_criterion", "text": text}]
    with_value = rehearsed({**content, "choices": choices}, known)
    without = rehearsed({"schema": 1, "as_of": content["as_of"], "choices": choices}, known)
    known_, unknown = (next(one for one in raised if one.complaint.id == "selection-out-of-proportion") for raised in (with_value, without))
    assert known_.unknown == () and unknown.unknown == ("estimated_value",)


def test_a_complaint_fed_by_facts_alone_names_the_facts_and_the_clauses(known: Knowledge) -> None:
    content = {**SOUND, "follow_up": {"checker_hours": 0, "remedies": ["plan"]}, "choices": [{"criterion": "emp-integration-hours", "stage": "performance_condition"}]}
    raised = next(one for one in rehearsed(content, known) if one.complaint.id == "nobody-checks")
    assert {feed.criterion for feed in raised.feeds} <= {"emp-integration-hours", ""} and raised.feeds
    short = known.complaints["time"].triggers.design
    late = next(one for one in rehearsed(short, known) if one.complaint.id == "time")
    assert late.force is Force.STRONG and late.feeds


def test_kept_words_still_draw_the_complaint(known: Knowledge) -> None:
    assert "subcontracting" in named(rehearsed(capped(choice={"overruled": [{"rule": "L-38", "reason": "We want it."}]}), known))


def test_the_order_is_by_strength_and_then_by_name(known: Knowledge) -> None:
    raised = rehearsed(capped(country="FI", lots=[{"id": "1"}], estimated_value=450000), known)
    assert [(-one.strength, one.complaint.id) for one in raised] == sorted((-one.strength, one.complaint.id) for one in raised)
    assert raised == rehearsed(capped(country="FI", lots=[{"id": "1"}], estimated_value=450000), known)


@pytest.mark.parametrize(("change", "fault"), [
    ({"flaws": [], "rules": [], "when": []}, "needs flaws, rules or conditions"),
    ({"rests_on": ["no.fact"]}, "unknown fact 'no.fact'"),
])
def test_a_complaint_that_nothing_can_raise_is_refused(change: dict[str, Any], fault: str) -> None:
    content = {**knowledge().complaints["lots"].model_dump(), **change}
    with pytest.raises(ValueError, match=fault):
        Complaint.model_validate(content)


def test_the_sound_design_has_no_known_problem_either(known: Knowledge) -> None:
    advice = advise(tender_from(SOUND), known)
    assert verdict_of(advice.findings) == "ok", [(one.rule, one.where) for one in advice.findings]
