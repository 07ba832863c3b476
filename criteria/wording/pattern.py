"""Patterns as data: which rule speaks when which concepts meet, whatever the language."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from criteria.codes import Severity, Stage
from criteria.datafile import read, read_all
from criteria.findings import RuleId
from criteria.problems import BadData
from criteria.prose import Frozen, Prose
from criteria.wording.expression import Term, concepts, parse
from criteria.wording.figures import FACTS, LIMITS
from criteria.wording.language import FOLDER, SaidOnce, languages
from criteria.wording.quantities import UNITS
from criteria.wording.shares import SHARE
from criteria.wording.terms import WHOLE_TERM


class Number(Frozen):
    """A number in the text held against a limit of the law or a figure of this contract."""

    of: str
    test: Literal["above", "below", "not_above", "not_below"]
    limit: str | int

    @model_validator(mode="after")
    def _limit_is_known(self) -> Self:
        if isinstance(self.limit, str) and self.limit not in LIMITS:
            raise ValueError(f"unknown limit '{self.limit}'; use one of: {', '.join(LIMITS)}")
        return self


class Pattern(Frozen):
    """One pattern; any expression of `when` makes it speak unless what it found is waived in the same clause.

    `always` is not waived by a "no" (in "no subcontracting" the no is the flaw). `fact` must hold besides.
    A pattern without stages reads every stage; with them, only those, found in the text where none is given.
    No sentence is offered instead of one in which a pattern of `gives_way_to` speaks too, nor at the stages of `never_offered_at`:
    it would not keep what such a sentence is about.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    rule: RuleId
    flaw: str | None = Field(None, pattern=r"^[a-z][a-z0-9_]+$")
    severity: Severity | None = None
    severity_at: dict[Stage, Severity] = Field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    not_stages: tuple[Stage, ...] = ()
    when: SaidOnce = ()
    always: SaidOnce = ()
    number: Number | None = None
    fact: str | None = None
    why: Prose = ""
    repair: Prose = ""
    gives_way_to: tuple[str, ...] = ()
    never_offered_at: tuple[Stage, ...] = ()

    @cached_property
    def alternatives(self) -> tuple[tuple[bool, tuple[Term, ...]], ...]:
        """Every way to speak: whether a "no" waives it, and its terms."""
        return (*((True, parse(one, gathered())) for one in self.when), *((False, parse(one, gathered())) for one in self.always))

    @model_validator(mode="after")
    def _can_speak(self) -> Self:
        if not self.alternatives:
            raise ValueError(f"{self.id}: needs `when` or `always`")
        if self.fact is not None and self.fact not in FACTS:
            raise ValueError(f"{self.id}: unknown fact '{self.fact}'; use one of: {', '.join(FACTS)}")
        return self

    def weighs(self, stages: Collection[Stage]) -> Severity | None:
        """How grave it is at these stages; None means as grave as its rule."""
        return next((self.severity_at[stage] for stage in stages if stage in self.severity_at), self.severity)

    def reads(self, stages: Collection[Stage]) -> bool:
        """Whether it looks at texts of these stages; none known means it looks only if it reads every stage."""
        if self.stages:
            return any(stage in self.stages for stage in stages)
        return not any(stage in self.not_stages for stage in stages)


class _Gathered(Frozen):
    gathered: dict[str, tuple[str, ...]]


@cache
def gathered() -> Mapping[str, tuple[str, ...]]:
    """Names that stand for several concepts or stages: `criteria/data/wording/gathered/names.toml`."""
    return read(FOLDER / "gathered" / "names.toml", _Gathered).gathered


class PatternFile(Frozen):
    """The patterns about one flaw: `criteria/data/wording/patterns/<flaw>.toml`."""

    id: str
    patterns: tuple[Pattern, ...] = Field(min_length=1)


@cache
def patterns() -> Mapping[str, Pattern]:
    """Read every pattern; raise BadData for an id twice, a name no language has, or a language without examples."""
    found: dict[str, Pattern] = {}
    for file in read_all(FOLDER / "patterns", PatternFile):
        for one in file.patterns:
            if one.id in found:
                raise BadData(f"wording/patterns/{file.id}.toml", one.id, "this pattern stands twice")
            found[one.id] = one.model_copy(update={"flaw": one.flaw or file.id})
    for file_name, key, problem in _faults(found):
        raise BadData(file_name, key, problem)
    return found


@cache
def read_at(stages: tuple[Stage, ...]) -> frozenset[str]:
    """The ids of the patterns that look at texts of these stages."""
    return frozenset(one.id for one in patterns().values() if one.reads(stages))


def _faults(found: Mapping[str, Pattern]) -> Iterator[tuple[str, str, str]]:
    flags = {*Stage, "works", "supplies", "services"}
    known = {name for language in languages().values() for name in language.words} | {*UNITS, SHARE, WHOLE_TERM, "number", "name", *flags}
    for one in found.values():
        for other in one.gives_way_to:
            if other not in found:
                yield f"wording/patterns/{one.flaw}.toml", f"{one.id}.gives_way_to", f"there is no pattern '{other}'"
        for _, terms in one.alternatives:
            for name in concepts(terms):
                if name not in known:
                    yield "wording/en.toml", f"words.{name}", f"the pattern '{one.id}' needs this list of words"
    for code, language in languages().items():
        for name in language.examples:
            if name not in found:
                yield f"wording/{code}.toml", f"examples.{name}", "there is no such pattern"
