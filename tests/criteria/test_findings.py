"""Every rule that reads facts speaks in its own case and is silent in the near miss."""

import pytest

from criteria.advice import advise, situation_of
from criteria.codes import Severity, Verdict
from criteria.design_file import tender_from
from criteria.findings import Finding, check_design, load_rules, verdict_of
from criteria.knowledge import Knowledge
from criteria.prose import Sentence
from criteria.tender import Tender

RULES = load_rules()
BY_FACTS = [rule for rule in RULES.values() if rule.when]


def found(known: Knowledge, content: dict[str, object]) -> set[str]:
    tender: Tender = tender_from(content)
    here, law = situation_of(tender, known)
    return {one.rule for one in check_design(here, known.rules.values(), law, known.grounds)}


@pytest.mark.parametrize("rule", BY_FACTS, ids=lambda rule: rule.id)
def test_a_rule_speaks_in_its_case(known: Knowledge, rule: object) -> None:
    assert rule.triggers, f"{rule.id} has no case"  # type: ignore[attr-defined]
    assert rule.id in found(known, rule.triggers.design)  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", BY_FACTS, ids=lambda rule: rule.id)
def test_a_rule_is_silent_in_the_near_miss(known: Knowledge, rule: object) -> None:
    assert rule.near_miss, f"{rule.id} has no near miss"  # type: ignore[attr-defined]
    assert rule.id not in found(known, rule.near_miss.design)  # type: ignore[attr-defined]


def test_the_95_rules_of_the_law_page_are_all_there() -> None:
    assert {f"L-{number:02}" for number in range(1, 96)} <= set(RULES)


def test_a_rule_reads_facts_exactly_if_it_has_conditions() -> None:
    for rule in RULES.values():
        assert bool(rule.when) == (rule.reads == "facts"), rule.id


def test_findings_name_rule_place_reason_ground_and_repair(known: Knowledge) -> None:
    tender = tender_from(RULES["L-25"].triggers.design)  # type: ignore[union-attr]
    finding = next(one for one in advise(tender, known).findings if one.rule == "L-25")
    assert finding.severity is Severity.UNLAWFUL
    assert finding.where == "duration_months"
    assert finding.why.text and finding.repair.text and finding.basis


def test_the_worst_findings_come_first(known: Knowledge) -> None:
    tender = tender_from({**RULES["L-25"].triggers.design, "follow_up": {"checker_hours": 0}})  # type: ignore[union-attr]
    severities = [list(Severity).index(one.severity) for one in advise(tender, known).findings]
    assert severities == sorted(severities)


@pytest.mark.parametrize(("severities", "verdict"), [
    ([], Verdict.OK), ([Severity.WEAK], Verdict.WEAK), ([Severity.WEAK, Severity.RISKY], Verdict.CONDITIONAL),
    ([Severity.RISKY, Severity.UNLAWFUL], Verdict.UNLAWFUL),
])
def test_the_verdict_follows_the_worst_finding(severities: list[Severity], verdict: Verdict) -> None:
    said = Sentence("x")
    assert verdict_of(Finding("L-01", "x", one, "", said, said) for one in severities) is verdict
