"""A language as data: the words of each concept, numbers, and sentences that each pattern must catch or let pass."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from criteria.codes import ContractType, Country, Stage
from criteria.datafile import DATA, read
from criteria.prose import Frozen
from criteria.values import Cpv, Months

FOLDER = DATA / "wording"
FAMILY = re.compile(r"<([a-z][a-z0-9_]*)>")


def _said_once(entries: tuple[str, ...]) -> tuple[str, ...]:
    said: set[str] = set()
    for one in map(str.lower, entries):
        if one in said:
            raise ValueError(f"'{one}' stands twice")
        said.add(one)
    return entries


ConceptName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
SaidOnce = Annotated[tuple[str, ...], AfterValidator(_said_once)]


class Sample(Frozen):
    """A sentence with what is known about it."""

    text: str
    stage: Stage | None = None
    context: str = ""
    contract_type: ContractType | None = None
    cpv: Cpv | None = None
    value: Decimal | None = None
    months: Months | None = None


class Examples(Frozen):
    """What a pattern must catch and must let pass in one language, and a sentence to put in the place of the bad one.

    `replacement` fits at every stage, `replacement_at` at one; `added` is a sentence to put after the buyer's own.
    """

    hit: tuple[str | Sample, ...] = Field(min_length=1)
    passes: tuple[str | Sample, ...] = Field((), alias="pass")
    replacement: str = ""
    replacement_at: dict[Stage, str] = Field(default_factory=dict)
    added: str = ""

    def replacement_for(self, stages: Collection[Stage]) -> str:
        """The whole sentence to put in at these stages; nothing where none fits."""
        return next((self.replacement_at[stage] for stage in stages if stage in self.replacement_at), self.replacement)


class Language(Frozen):
    """One language file: `criteria/data/wording/<code>.toml`."""

    id: str
    common: tuple[str, ...] = Field(min_length=20)
    shortenings: tuple[str, ...] = ()
    before_ordinals: frozenset[str] = frozenset()
    capitals_are_names: bool = True
    names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    silent: frozenset[str] = frozenset()
    forms: dict[str, str] = Field(default_factory=dict)
    endings: tuple[str, ...] = ()
    either_side: tuple[ConceptName, ...] = ()
    numbers: dict[str, Decimal]
    number_joiners: frozenset[str] = frozenset()
    times: dict[str, Decimal] = Field(default_factory=dict)
    calendar: tuple[str, ...] = ()
    periods: dict[str, Decimal] = Field(default_factory=dict)
    fractions: dict[str, Decimal] = Field(default_factory=dict)
    scales: dict[str, Decimal] = Field(default_factory=dict)
    stage_signs: dict[Stage, tuple[str, ...]] = Field(default_factory=dict)
    country_signs: dict[Country, tuple[str, ...]] = Field(default_factory=dict)
    families: dict[ConceptName, SaidOnce] = Field(default_factory=dict)
    words: dict[ConceptName, SaidOnce]
    unless: dict[ConceptName, SaidOnce] = Field(default_factory=dict)
    examples: dict[str, Examples]

    @model_validator(mode="after")
    def _families_are_named(self) -> Self:
        numbers = (("fractions", self.fractions), ("times", self.times), ("periods", self.periods))
        lists = chain(self.words.items(), self.unless.items(), self.families.items(), self.stage_signs.items(), self.country_signs.items(), numbers)
        named = {family: f"{name}: '{entry}'" for name, entries in lists for entry in entries if "<" in entry for family in FAMILY.findall(entry)}
        if unknown := next((family for family in named if family not in self.families), None):
            raise ValueError(f"{named[unknown]} names '{unknown}', which is not among `families`")
        if unused := next((family for family in self.families if family not in named), None):
            raise ValueError(f"families.{unused}: no list names it; write <{unused}> in an entry, or take it out")
        return self

    @cached_property
    def frequent(self) -> frozenset[str]:
        return frozenset(self.common)


class _Everywhere(Frozen):
    words: dict[ConceptName, SaidOnce]


@cache
def everywhere() -> Mapping[str, tuple[str, ...]]:
    """Words that are the same in every language, makes and labels: `criteria/data/wording/everywhere/names.toml`."""
    return read(FOLDER / "everywhere" / "names.toml", _Everywhere).words


@cache
def languages() -> Mapping[str, Language]:
    """Every language that is read, by its code."""
    return {path.stem: language(path.stem) for path in sorted(FOLDER.glob("*.toml"))}


@cache
def language(code: str) -> Language:
    """Read one language file; raise BadData naming file and key."""
    return read(FOLDER / f"{code}.toml", Language)


def samples(examples: Examples, passes: bool) -> Iterator[dict[str, Any]]:
    """Give the sentences that must be caught, or let pass, each with what is known about it."""
    for one in examples.passes if passes else examples.hit:
        yield {"text": one} if isinstance(one, str) else one.model_dump(exclude_defaults=True)
