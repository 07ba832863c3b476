"""Tender: the facts of one purchase as people gave them; absent means not known."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, StringConstraints

from criteria.anchors import LEVELS
from criteria.codes import (
    Affected,
    Ambition,
    AuthorityKind,
    ChoiceStatus,
    Consulted,
    ContractType,
    Country,
    DocumentLanguage,
    EvidenceLevel,
    Helper,
    JobsBand,
    LeftOut,
    Objective,
    PaperKind,
    Partner,
    Path,
    PlaceData,
    Plan,
    Procedure,
    PurchaseFamily,
    Remedy,
    Rhythm,
    Role,
    SafetyStatement,
    SocialSuppliers,
    Split,
    Stage,
    SupplierCount,
    Together,
    WarningSign,
    Workforce,
)
from criteria.problems import BadInput
from criteria.prose import N_, Frozen, Sentence
from criteria.scoring.evaluation import Evaluation
from criteria.values import Amount, Cpv, Line, Months, Percent, Slug, Text, no_truth_value

Codes = Field(default=None, max_length=40)


class Authority(Frozen):
    name: Line | None = None
    kind: AuthorityKind | None = None


class Lot(Frozen):
    id: Annotated[Line, Field(min_length=1, max_length=20)]
    title: Line | None = None
    cpv: tuple[Cpv, ...] = Field((), max_length=40)
    estimated_value: Amount | None = None
    reserved: Literal["art20", "art77"] | None = None


class Need(Frozen):
    plans: tuple[Plan, ...] | None = Codes
    plan_link: Line | None = None
    data: tuple[PlaceData, ...] | None = Codes
    data_names: Line | None = None
    existing_measures: Text | None = None
    consulted: tuple[Consulted, ...] | None = Codes
    decision: Line | None = None


class People(Frozen):
    affected: tuple[Affected, ...] | None = Codes
    sexes_differ: bool | None = None
    workforce: Workforce | None = None
    warning_signs: tuple[WarningSign, ...] | None = Codes
    left_out: tuple[LeftOut, ...] | None = Codes
    used_by_people: bool | None = None
    jobs: JobsBand | None = None
    new_hires: bool | None = None
    labour_share: Percent | None = None


class Partners(Frozen):
    together: Together | None = None
    who: tuple[Partner, ...] | None = Codes
    suppliers: SupplierCount | None = None
    social_suppliers: SocialSuppliers | None = None
    stake: bool | None = None
    helped_draft: bool | None = None
    network: Line | None = None
    network_link: Line | None = None
    split: tuple[Split, ...] | None = Codes


class FollowUp(Frozen):
    checker: Line | None = None
    checker_hours: Annotated[Amount, Field(le=744)] | None = None
    rhythm: Rhythm | None = None
    helpers: tuple[Helper, ...] | None = Codes
    remedies: tuple[Remedy, ...] | None = Codes
    success: Line | None = None


class Safety(Frozen):
    statements: tuple[SafetyStatement, ...] | None = Codes
    question: Text | None = None


class Overruled(Frozen):
    """A rule that found something in a text whose words the person keeps, and the reason for it."""

    rule: Annotated[str, StringConstraints(pattern=r"^L-\d{2,3}$")]
    reason: Annotated[Text, Field(min_length=1)]


class Choice(Frozen):
    """What the person decided about one criterion at one stage."""

    criterion: Slug
    stage: Stage | None = None
    status: ChoiceStatus = ChoiceStatus.ACCEPTED
    weight: Percent | None = None
    evidence: EvidenceLevel | None = None
    text: Text | None = None
    parts: tuple[Slug, ...] | None = Codes
    scale: tuple[Annotated[Text, Field(min_length=1)], ...] | None = Field(None, min_length=LEVELS, max_length=LEVELS)
    reason: Text | None = None
    overruled: tuple[Overruled, ...] | None = Codes

    @property
    def used(self) -> bool:
        """Whether it goes into the tender documents."""
        return self.status in (ChoiceStatus.ACCEPTED, ChoiceStatus.ADAPTED)


def _known_fact(path: str) -> str:
    if path not in fact_paths():
        raise BadInput("", Sentence(N_("This key is not known.")), Sentence(N_("Remove it, or look for a typing error.")))
    return path


class Tender(Frozen):
    """The tender design file, interface section 2; every key but `schema` may be absent."""

    schema_: Annotated[Literal[1], BeforeValidator(no_truth_value)] = Field(alias="schema")
    as_of: date | None = None
    path: Path | None = None
    country: Country | None = None
    region: Line | None = None
    language: DocumentLanguage | None = None
    role: Role | None = None
    authority: Authority = Authority()
    title: Line | None = None
    purpose: Line | None = None
    family: PurchaseFamily | None = None
    contract_type: ContractType | None = None
    concession: bool | None = None
    cpv: tuple[Cpv, ...] | None = Field(None, max_length=40)
    special_service: bool | None = None
    estimated_value: Amount | None = None
    duration_months: Months | None = None
    procedure: Procedure | None = None
    cross_border: bool | None = None
    public_notice: bool | None = None
    repeat: bool | None = None
    like_purchases: Amount | None = None
    art77_winner_returns: bool | None = None
    publication_date: date | None = None
    start_date: date | None = None
    eu_funds: bool | None = None
    joint_procurement: bool | None = None
    lots: tuple[Lot, ...] | None = Field(None, max_length=100)
    no_lots_reason: Text | None = None
    objectives: tuple[Objective, ...] | None = Codes
    ambition: Ambition | None = None
    need: Need = Need()
    people: People = People()
    partners: Partners = Partners()
    follow_up: FollowUp = FollowUp()
    safety: Safety = Safety()
    papers: tuple[PaperKind, ...] | None = Codes
    share: bool | None = None
    choices: tuple[Choice, ...] = Field((), max_length=300)
    evaluation: Evaluation | None = None
    not_known: tuple[Annotated[str, AfterValidator(_known_fact)], ...] = Field((), max_length=200)

    @property
    def day(self) -> date:
        """The day whose law applies: dispatch of the call (Art. 5(4)), or the day of the advice."""
        day = self.publication_date or self.as_of
        if day is None:
            raise ValueError("a tender is advised on with a day")
        return day

    @property
    def used_choices(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.used)


_NOT_FACTS = ("schema_", "choices", "evaluation", "not_known")
GROUPS = tuple(
    name for name, info in Tender.model_fields.items()
    if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel)
)


def fact_types() -> dict[str, Any]:
    """Give every fact that a tender holds, by its path (`people.jobs`), with its declared type."""
    return dict(_leaves(Tender, ""))


def fact_paths() -> frozenset[str]:
    return frozenset(fact_types())


def value_at(tender: Tender, path: str) -> Any:
    """Read the fact at a path; None where it is not known."""
    group, _, name = path.rpartition(".")
    return getattr(getattr(tender, group) if group else tender, name)


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """Turn facts by path into the nested keys of the tender file."""
    content: dict[str, Any] = {}
    for path, value in values.items():
        group, _, name = path.rpartition(".")
        (content.setdefault(group, {}) if group else content)[name] = value
    return content


def _leaves(shape: type[BaseModel], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, info in shape.model_fields.items():
        if not prefix and name in GROUPS:
            yield from _leaves(info.annotation, f"{name}.")  # type: ignore[arg-type]
        elif prefix or name not in _NOT_FACTS:
            yield f"{prefix}{name}", _plain(info.annotation)


def _plain(annotation: Any) -> Any:
    """Drop the `| None` of a type."""
    kept = [part for part in get_args(annotation) if part is not type(None)]
    return kept[0] if type(None) in get_args(annotation) and len(kept) == 1 else annotation
