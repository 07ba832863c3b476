"""What programs send and get over HTTP, as types; the OpenAPI file is made from them."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from criteria.codes import Fit, Risk, Severity, Stage, Status, Verdict
from criteria.scoring.evaluation import Evaluation
from criteria.tender import Tender
from criteria.wording.wording import Wording


class Answer(BaseModel):
    """An answer holds what it names and nothing else."""

    model_config = ConfigDict(extra="forbid")


class Fault(Answer):
    key: str = Field(description="Which key or parameter is wrong; empty for the whole request.")
    problem: str
    remedy: str


class Refusal(Answer):
    error: Fault


class Ground(Answer):
    citation: str
    says: str
    status: Status
    source: str
    checked_on: str


class Found(Answer):
    """One finding; `where` is the key in a design, `rewritten` the whole text with the repair put in."""

    rule: str
    flaw: str
    severity: Severity
    span: tuple[int, int] | None = None
    words: str | None = None
    why: str
    basis: list[Ground]
    repair: str
    rewritten: str | None = None
    where: str | None = None
    kept_because: str | None = None


class Check(Answer):
    """`ok` means that no known problem was found; it never means that a text is lawful."""

    verdict: Verdict
    findings: list[Found]
    rule_set: str
    as_of: str
    language: list[str] | None = None
    says: str | None = None
    asks: list[str] | None = None
    notices: list[str] | None = None


class Effort(Answer):
    bidder: int | float
    evaluator: int | float
    checker: int | float


class Suggested(Answer):
    criterion: str
    stage: Stage
    title: str
    status: Fit
    ask: list[str]
    because: list[str]
    basis: list[Ground]
    weight: list[int | float] | None
    risk: Risk
    effort: Effort
    beyond_load: str | None


class NotSuggested(Answer):
    criterion: str | None = None
    stage: str | None = None
    because: list[str]


class Advised(Answer):
    as_of: str
    rule_set: str
    regime: dict[str, Any]
    routes: list[dict[str, Any]]
    nothing_here: list[str]
    suggestions: list[Suggested]
    not_suggested: list[NotSuggested]
    findings: list[Found]
    measures: list[dict[str, Any]]
    reminders: list[dict[str, Any]]


class Scores(BaseModel):
    """Totals, ranking, working and warnings of an evaluation; with lots, one such group for each lot."""

    model_config = ConfigDict(extra="allow")


class Making(Answer):
    """A PDF is being made: send the same request again."""

    status: str
    before: int


class CheckDesign(Answer):
    """A whole design to check, its own texts included."""

    design: Tender


TAKEN: tuple[type[BaseModel], ...] = (Wording, CheckDesign, Tender, Evaluation)
GIVEN: tuple[type[BaseModel], ...] = (Refusal, Check, Advised, Scores, Making)
