"""The designer of a joint-delivery criterion: tested parts, put together into one criterion that any bidder can win."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from criteria.codes import Answer, Aspect
from criteria.criterion import Criterion, Evidence, Scale
from criteria.datafile import DATA, read
from criteria.facts import Situation
from criteria.law import LawOnDay
from criteria.problems import BadInput
from criteria.prose import N_, Frozen, Prose, Sentence
from criteria.rule import Condition, judge_all, together
from criteria.values import Slug

CRITERION = "clu-joint-delivery-plan"
_LETTERS = "abcdefghijklmnop"


class Part(Frozen):
    """One tested part: a whole sentence for the text, for the scale, for proof and for counting, with its ground."""

    id: Slug
    aspect: Aspect
    title: Prose
    wording: Prose
    level: int = Field(ge=3, le=5)
    scale: Prose
    evidence: Prose
    kpi: Prose
    law: tuple[Slug, ...] = Field(min_length=1)
    because: Prose
    when: tuple[Condition, ...] = ()


class Limit(Frozen):
    """How many parts of one aspect a criterion carries."""

    least: int = Field(ge=0)
    most: int = Field(ge=1)


class GroupRule(Frozen):
    """One rule about groups, how the composed text keeps it, and the tempting demand that would break it."""

    rule: str
    kept: Prose
    demand: Prose


class JointDelivery(Frozen):
    """The frame and the parts of `criteria/data/joint_delivery.toml`."""

    opening: Prose
    closing: tuple[Prose, ...]
    levels: tuple[Prose, ...] = Field(min_length=6, max_length=6)
    never_scores: tuple[Prose, ...]
    never_scores_law: tuple[Slug, ...]
    limits: dict[Aspect, Limit]
    parts: tuple[Part, ...]
    group_rules: tuple[GroupRule, ...]

    @model_validator(mode="after")
    def _every_aspect_has_limits_and_parts(self) -> Self:
        for aspect in Aspect:
            if aspect not in self.limits or len(self.at(aspect)) < self.limits[aspect].least:
                raise ValueError(f"{aspect}: needs limits and enough parts")
        return self

    @property
    def rules(self) -> tuple[str, ...]:
        return tuple(one.rule for one in self.group_rules)

    def at(self, aspect: Aspect) -> tuple[Part, ...]:
        return tuple(one for one in self.parts if one.aspect is aspect)

    def chosen(self, names: Iterable[str], key: str = "parts") -> tuple[Part, ...]:
        """The parts that were named, in the order of the file; raise BadInput for a name that is none."""
        wanted = set(names)
        if unknown := sorted(wanted - {one.id for one in self.parts}):
            raise BadInput(
                key, Sentence(N_("There is no part “{name}” of a joint-delivery criterion."), {"name": unknown[0]}),
                Sentence(N_("Correct the name or remove it.")),
            )
        return tuple(one for one in self.parts if one.id in wanted)


class Missing(NamedTuple):
    """An aspect with too few or too many parts."""

    aspect: Aspect
    text: Sentence


def load_joint_delivery() -> JointDelivery:
    """Read the parts; raise BadData naming file and key."""
    return read(DATA / "joint_delivery.toml", JointDelivery)


def proposed(frame: JointDelivery, here: Situation, law: LawOnDay) -> tuple[str, ...]:
    """The parts to start from: those whose facts hold, no more of an aspect than it carries; the first ones where none does."""
    names: list[str] = []
    for aspect in Aspect:
        own, limit = frame.at(aspect), frame.limits[aspect]
        fitting = [one.id for one in own if one.when and together(judge_all(one.when, here, law)) is Answer.YES]
        always = [one.id for one in own if not one.when]
        names += [*fitting, *always][:max(limit.least, min(len(fitting), limit.most))]
    return tuple(names)


def faults(frame: JointDelivery, names: Iterable[str]) -> tuple[Missing, ...]:
    """Say where a choice of parts has too few or too many of an aspect."""
    chosen = frame.chosen(names)
    found = []
    for aspect, limit in frame.limits.items():
        number = sum(one.aspect is aspect for one in chosen)
        if number < limit.least:
            found.append(Missing(aspect, Sentence(N_("Choose at least {least} here."), {"least": limit.least})))
        elif number > limit.most:
            found.append(Missing(aspect, Sentence(N_("You chose {chosen}. Choose at most {most}."), {"chosen": number, "most": limit.most})))
    return tuple(found)


def composed(criterion: Criterion, frame: JointDelivery, names: Iterable[str]) -> Criterion:
    """Put the criterion together: its text, scale, proof and indicators are made of whole sentences only.

    Both must be in the same language. Raise BadInput for a part that does not exist.
    """
    parts = frame.chosen(names)
    items = [f"({letter}) {one.wording}" for letter, one in zip(_LETTERS, parts, strict=False)]
    levels = tuple(_level(frame, number, parts) for number in range(6))
    proof = [one.evidence for one in parts]
    evidence = criterion.evidence
    return criterion.model_copy(update={
        "wording": "\n\n".join([frame.opening, *items, " ".join(frame.closing)]),
        "scale": Scale(kind="score", levels=levels),
        "evidence": Evidence(
            light=evidence.light, normal=" ".join([evidence.normal, *proof]), strong=" ".join([evidence.strong, *proof]),
        ),
        "kpi": tuple(dict.fromkeys(one.kpi for one in parts)),
        "law": tuple(dict.fromkeys([*criterion.law, *(name for one in parts for name in one.law)])),
    })


def _level(frame: JointDelivery, number: int, parts: Iterable[Part]) -> str:
    return " ".join([frame.levels[number], *(one.scale for one in parts if one.level == number)])


def broken(frame: JointDelivery, demands: Iterable[str]) -> Mapping[str, GroupRule]:
    """The group rules that tempting demands would break, by rule."""
    wanted = set(demands)
    return {one.rule: one for one in frame.group_rules if one.rule in wanted}
