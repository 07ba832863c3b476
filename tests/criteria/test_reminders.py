"""Every reminder is given in its own case and not in the near miss."""

import pytest

from criteria.advice import advise
from criteria.design_file import tender_from
from criteria.findings import DesignRule, load_rules
from criteria.knowledge import Knowledge

REMINDERS = [rule for rule in load_rules().values() if rule.reminder]


def given(known: Knowledge, content: dict[str, object]) -> set[str]:
    return {one.rule for one in advise(tender_from(content), known).reminders}


@pytest.mark.parametrize("rule", REMINDERS, ids=lambda rule: rule.id)
def test_a_reminder_is_given_in_its_case_and_not_in_the_near_miss(known: Knowledge, rule: DesignRule) -> None:
    assert rule.triggers and rule.near_miss, f"{rule.id} has no pair"
    assert rule.id in given(known, rule.triggers.design)
    assert rule.id not in given(known, rule.near_miss.design)
