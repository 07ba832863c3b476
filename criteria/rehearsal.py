"""The challenge rehearsal: the strongest complaints a losing bidder would bring against this design, worked out, never invented."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from criteria.basis import Basis
from criteria.codes import Answer, Code, Risk, Severity, Stage
from criteria.datafile import DATA, read_all
from criteria.facts import TYPES, Situation
from criteria.findings import Example, Finding, RuleId
from criteria.law import LawOnDay
from criteria.prose import N_, Frozen, Prose, Sentence
from criteria.rule import Condition, Reason, judge_all, together
from criteria.tender import Choice
from criteria.values import Slug

MOST_SHOWN = 3
MOST_MORE = 3
# What each thing adds to the strength of a complaint; our own scale, the order is what counts.
_BY_SEVERITY: Mapping[Severity, int] = {Severity.UNLAWFUL: 6, Severity.RISKY: 3, Severity.WEAK: 1}
POINTS_FOR_ONE = Decimal(10)


class Force(Code):
    """How hard a complaint would be to answer as things stand."""

    STRONG = "strong", N_("Strong complaint")
    FAIR = "fair", N_("Complaint to take seriously")
    FAINT = "faint", N_("Faint complaint")


_FORCES = ((6, Force.STRONG), (3, Force.FAIR), (0, Force.FAINT))


class Complaint(Frozen):
    """A complaint as losing bidders bring it; findings of its flaws or rules feed it, or facts that must all hold.

    `facts_weigh` says how grave it is when facts alone feed it; `stages` names the clauses it is then about;
    `rests_on` are the facts that the reply needs: each that is not known makes the complaint stronger.
    """

    id: Slug
    title: Prose
    claim: Prose
    reply: Prose
    on_file: Prose
    question: Prose
    flaws: tuple[str, ...] = ()
    rules: tuple[RuleId, ...] = ()
    when: tuple[Condition, ...] = ()
    facts_weigh: Severity = Severity.RISKY
    stages: tuple[Stage, ...] = ()
    rests_on: tuple[str, ...] = ()
    law: tuple[Slug, ...] = Field(min_length=1)
    source: str
    valid_from: date
    checked_on: date
    triggers: Example
    near_miss: Example

    @model_validator(mode="after")
    def _can_be_raised(self) -> Self:
        if not (self.flaws or self.rules or self.when):
            raise ValueError("needs flaws, rules or conditions that feed it")
        for fact in self.rests_on:
            if fact not in TYPES:
                raise ValueError(f"rests_on: unknown fact '{fact}'")
        return self


@dataclass(frozen=True, slots=True)
class Feed:
    """What in the design feeds a complaint: which clause, which words, why."""

    where: str
    words: str
    why: Sentence
    criterion: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Raised:
    """A complaint that this design would draw, with its strength and what feeds it."""

    complaint: Complaint
    strength: int
    feeds: tuple[Feed, ...]
    unknown: tuple[str, ...]
    basis: tuple[Basis, ...]

    @property
    def force(self) -> Force:
        return next(force for least, force in _FORCES if self.strength >= least)


def load_complaints() -> Mapping[str, Complaint]:
    """Read the complaint files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "complaints", Complaint)}


def rehearse(
    here: Situation, findings: Iterable[Finding], complaints: Iterable[Complaint], law: LawOnDay,
    grounds: Mapping[str, Basis], confidence: Mapping[str, Risk],
) -> tuple[Raised, ...]:
    """Give every complaint that the design feeds, strongest first; the same design gives the same order.

    `findings` are those on the design and its texts, kept ones included; `confidence` is the risk of each criterion.
    """
    found = tuple(findings)
    raised = [one for complaint in complaints if (one := _raised(complaint, here, found, law, grounds, confidence))]
    return tuple(sorted(raised, key=lambda one: (-one.strength, one.complaint.id)))


def _raised(
    complaint: Complaint, here: Situation, findings: tuple[Finding, ...], law: LawOnDay,
    grounds: Mapping[str, Basis], confidence: Mapping[str, Risk],
) -> Raised | None:
    own = [one for one in findings if one.rule in complaint.rules or one.flaw in complaint.flaws]
    reasons = judge_all(complaint.when, here, law)
    by_facts = bool(reasons) and together(reasons) is Answer.YES
    if not own and not by_facts:
        return None
    choices = _choices(own, here) or ([one for one in here.tender.used_choices if one.stage in complaint.stages] if by_facts else [])
    unknown = tuple(fact for fact in complaint.rests_on if here.value(fact) is None)
    feeds = (*_from_findings(own, here), *(_from_facts(reasons, choices) if by_facts and not own else ()))
    grave = [*(one.severity for one in own), *((complaint.facts_weigh,) if by_facts else ())]
    strength = _gravity(grave) + _exposure(choices, confidence) + min(len(unknown), MOST_MORE)
    cited = [grounds[name] for name in complaint.law] + [ground for one in own[:1] for ground in one.basis]
    return Raised(complaint, strength, feeds, unknown, tuple(dict.fromkeys(cited)))


def _gravity(severities: list[Severity]) -> int:
    """The gravest counts in full, each further one adds one, up to three."""
    return max(_BY_SEVERITY[one] for one in severities) + min(len(severities) - 1, MOST_MORE)


def _exposure(choices: Iterable[Choice], confidence: Mapping[str, Risk]) -> int:
    """One for a clause that a lawyer should read, one for each ten points that hang on it, up to three."""
    listed = list(choices)
    points = sum((one.weight or Decimal(0) for one in listed), Decimal(0))
    risky = any(confidence[one.criterion] is not Risk.STANDARD for one in listed)
    return risky + min(int(points / POINTS_FOR_ONE), MOST_MORE)


def _choices(findings: Iterable[Finding], here: Situation) -> list[Choice]:
    """The clauses that findings are about, each once."""
    numbers = dict.fromkeys(number for one in findings if (number := _number(one.where)) is not None)
    return [here.tender.choices[number] for number in numbers]


def _number(where: str) -> int | None:
    """Which choice a key path such as `choices[2].text` leads to."""
    head, _, rest = where.partition("[")
    return int(rest.partition("]")[0]) if head == "choices" and rest else None


def _from_findings(findings: Iterable[Finding], here: Situation) -> Iterator[Feed]:
    for one in findings:
        number = _number(one.where)
        yield Feed(one.where, one.words, one.why, here.tender.choices[number].criterion if number is not None else "", one)


def _from_facts(reasons: Iterable[Reason], choices: Iterable[Choice]) -> Iterator[Feed]:
    """The facts, each with why it matters, and the clauses they make open to attack."""
    named = [one.criterion for one in choices] or [""]
    for reason in reasons:
        for criterion in named:
            yield Feed(reason.fact, "", reason.because, criterion)
