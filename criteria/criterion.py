"""One criterion or clause of the catalogue: one readable file, complete or refused."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from criteria.codes import EvidenceLevel, Family, Objective, Risk, Stage
from criteria.effort import Effort
from criteria.prose import Frozen, Prose
from criteria.rule import Condition
from criteria.values import Slug

RiskCode = Annotated[str, StringConstraints(pattern=r"^R([1-9]|1[0-8])$")]
SeedId = Annotated[str, StringConstraints(pattern=r"^[CDG]\d+\.\d+$")]
DEARER_THAN_HOURS = (3, 8)
LEVELS = tuple(EvidenceLevel)
SCORED = (Stage.AWARD_CRITERION,)
PROMISED = (Stage.PERFORMANCE_CONDITION, Stage.SUBCONTRACTING, Stage.MONITORING)


class Scale(Frozen):
    """Six anchors 0 to 5: of a score for bids, or of compliance for the contract manager.

    `samples` are six passages as bids may write them, one for each anchor and in other words, to rehearse scoring with.
    """

    kind: Literal["score", "compliance"]
    levels: tuple[Prose, ...] = Field(min_length=6, max_length=6)
    samples: tuple[Prose, Prose, Prose, Prose, Prose, Prose] | None = None


class Evidence(Frozen):
    """What proves it, at three strengths; a text in `builds_on` only adds to the one below it."""

    light: Prose
    normal: Prose
    strong: Prose
    builds_on: tuple[Literal["normal", "strong"], ...] = ()

    def asked(self, level: EvidenceLevel) -> tuple[str, ...]:
        """All that a level asks for, in full: first the texts that its own text adds to."""
        below = LEVELS.index(level)
        texts = [str(getattr(self, level.value))]
        while LEVELS[below] in self.builds_on:
            below -= 1
            texts.insert(0, str(getattr(self, LEVELS[below].value)))
        return tuple(texts)


class Weight(Frozen):
    """Points of 100: the usual range, and where to start."""

    minimum: Decimal = Field(ge=1, le=100)
    maximum: Decimal = Field(ge=1, le=100)
    default: Decimal = Field(ge=1, le=100)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.minimum <= self.default <= self.maximum:
            raise ValueError("needs minimum <= default <= maximum")
        return self


class RiskNote(Frozen):
    level: Risk
    codes: tuple[RiskCode, ...]
    text: Prose
    repair: Prose


class NeverWrite(Frozen):
    """A tempting sentence that must not stand in a tender, and why."""

    text: Prose
    because: Prose
    flaw: str = Field(pattern=r"^[a-z_]+\d*[a-z_]*$")


class Incompatible(Frozen):
    """Another criterion that must not stand beside this one, unless together below some points."""

    criterion: Slug
    because: Prose
    combined_points_at_most: Decimal | None = None


class Criterion(Frozen):
    """A criterion or clause; its id is the name of its file, its family the folder.

    `first_choice` marks the strongest of its family; `beside` names those without one of which it makes no sense;
    `always` belongs in every tender; `law_based` repeats a duty and serves whatever the goals are.
    """

    id: Slug
    title: Prose
    stage: Stage
    objectives: tuple[Objective, ...] = Field(min_length=1)
    summary: Prose = Field(max_length=400)
    wording: Prose
    scale: Scale | None = None
    evidence: Evidence
    kpi: tuple[Prose, ...] = Field(min_length=1)
    remedies: tuple[Prose, ...] = ()
    weight: Weight | None = None
    answer_pages: Decimal = Field(default=Decimal(0), ge=0, le=20)
    proportionality: Prose
    law: tuple[Slug, ...] = Field(min_length=1)
    law_note: Prose
    risk: RiskNote
    never_write: NeverWrite
    effort: Effort
    first_choice: bool = False
    beside: tuple[Slug, ...] = ()
    always: bool = False
    law_based: bool = False
    conditions: tuple[Condition, ...] = ()
    incompatible: tuple[Incompatible, ...] = ()
    seeds: tuple[SeedId, ...] = Field(min_length=1)

    @cached_property
    def family(self) -> Family:
        return Family(self.id.partition("-")[0])

    @cached_property
    def goals(self) -> frozenset[Objective]:
        return frozenset(self.objectives)

    @cached_property
    def costs(self) -> int:
        """How dear an answer is for bidders, in steps: 0, 1, 2."""
        return sum(self.effort.bidder > limit for limit in DEARER_THAN_HOURS)

    @model_validator(mode="after")
    def _complete_for_its_stage(self) -> Self:
        if self.id.partition("-")[0] not in list(Family):
            raise ValueError(f"the id must begin with a family: {', '.join(Family)}")
        if (self.weight is not None) != (self.stage in SCORED):
            raise ValueError("an award criterion has a weight, nothing else has one")
        if self.stage in SCORED and (self.scale is None or self.scale.kind != "score"):
            raise ValueError("an award criterion needs a scale of kind 'score'")
        if self.stage in PROMISED and (self.scale is None or self.scale.kind != "compliance"):
            raise ValueError("what is promised needs a scale of kind 'compliance'")
        if self.stage in (*SCORED, *PROMISED) and not self.remedies:
            raise ValueError("what is promised needs a remedy")
        if not self.always and not self.conditions:
            raise ValueError("needs conditions, or always = true")
        return self
