"""Findings about a design: numbered rules as data, their severities, the verdict."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from criteria.basis import Basis
from criteria.codes import Answer, Moment, Severity, Status, Verdict
from criteria.datafile import DATA, read_all
from criteria.facts import Situation
from criteria.law import LawOnDay
from criteria.prose import Frozen, Prose, Sentence
from criteria.rule import Condition, judge_all, together
from criteria.values import Slug

RuleId = Annotated[str, StringConstraints(pattern=r"^L-\d{2,3}$")]


class Example(Frozen):
    """A design that a rule must find fault with, or must let pass: keys of the tender file."""

    design: dict[str, Any]


class Later(Frozen):
    """What to think of after the design: at which moment, what, and the facts that must not speak against it."""

    at: Moment
    text: Prose
    when: tuple[Condition, ...] = ()


class DesignRule(Frozen):
    """One numbered rule; `when` lists what must all hold for it to speak, a `reminder` speaks later."""

    id: RuleId
    title: Prose
    flaw: str = Field(pattern=r"^[a-z][a-z0-9_]+$")
    severity: Severity
    scope: Literal["design", "choice", "lot"] = "design"
    where: str = ""
    reads: Literal["facts", "text", "reminder"] = "facts"
    when: tuple[Condition, ...] = ()
    reminder: Later | None = None
    why: Prose
    repair: Prose
    law: tuple[Slug, ...]
    status: Status
    source: str
    valid_from: date
    checked_on: date
    triggers: Example | None = None
    near_miss: Example | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, why, on which ground, and how to repair it."""

    rule: str
    flaw: str
    severity: Severity
    where: str
    why: Sentence
    repair: Sentence
    basis: tuple[Basis, ...] = ()
    span: tuple[int, int] | None = None
    words: str = ""
    kept_because: str = ""


def load_rules() -> Mapping[str, DesignRule]:
    """Read the rule files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "rules", DesignRule)}


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """Unlawful if any finding is; else conditional if any is risky; else weak; else no known problem."""
    worst = {finding.severity for finding in findings}
    if Severity.UNLAWFUL in worst:
        return Verdict.UNLAWFUL
    if Severity.RISKY in worst:
        return Verdict.CONDITIONAL
    return Verdict.WEAK if worst else Verdict.OK


def check_design(
    here: Situation, rules: Iterable[DesignRule], law: LawOnDay, ground: Mapping[str, Basis]
) -> tuple[Finding, ...]:
    """Run every rule that reads facts over a design, worst findings first."""
    found = [finding for rule in rules if rule.when for finding in _findings(rule, here, law, ground)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: (order.index(one.severity), one.rule, one.where)))


def _findings(rule: DesignRule, here: Situation, law: LawOnDay, ground: Mapping[str, Basis]) -> Iterator[Finding]:
    for where, place in _places(rule, here):
        if together(judge_all(rule.when, place, law)) is Answer.YES:
            yield Finding(
                rule.id, rule.flaw, rule.severity, where, Sentence(rule.why), Sentence(rule.repair),
                tuple(ground[one] for one in rule.law),
            )


def _places(rule: DesignRule, here: Situation) -> Iterator[tuple[str, Situation]]:
    """Give the design itself, each used choice, or each lot, with its key path."""
    if rule.scope == "design":
        yield rule.where, here
    elif rule.scope == "choice":
        for number, choice in enumerate(here.tender.choices):
            if choice.used:
                yield f"choices[{number}]", here.at(choice=choice)
    else:
        for number, lot in enumerate(here.tender.lots or ()):
            yield f"lots[{number}]", here.at(lot=lot)
