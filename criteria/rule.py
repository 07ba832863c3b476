"""The condition language: fact, comparison, value or law parameter, because; three answers."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple, Self

from pydantic import Field, model_validator

from criteria.codes import Answer
from criteria.facts import TYPES, Situation, codes_of
from criteria.law import LawOnDay, NotInForce
from criteria.prose import Frozen, Prose, Sentence
from criteria.regime.holding import in_list

COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "equals": lambda value, limit: value == limit,
    "differs": lambda value, limit: value != limit,
    "at_least": lambda value, limit: value >= limit,
    "at_most": lambda value, limit: value <= limit,
    "above": lambda value, limit: value > limit,
    "below": lambda value, limit: value < limit,
    "one_of": lambda value, limit: value in limit,
    "none_of": lambda value, limit: value not in limit,
    "includes": lambda value, limit: limit in value,
    "includes_any": lambda value, limit: any(one in value for one in limit),
    "includes_none": lambda value, limit: not any(one in value for one in limit),
    "begins_with": lambda value, limit: any(code.startswith(tuple(limit)) for code in value),
    "within": lambda value, limit: all(in_list(code, limit) for code in value),
}
_ORDERED = frozenset(("at_least", "at_most", "above", "below"))


class LawLimit(Frozen):
    """A limit that the law of the day gives."""

    law: str


class Condition(Frozen):
    """One test of one fact; `because` says why it matters and is shown for and against."""

    fact: str
    because: Prose = Field(min_length=10)
    comparison: str
    limit: Any

    @cached_property
    def prepared(self) -> "tuple[str, Callable[[Any, Any], bool], Any, tuple[Reason, Reason]]":
        """The fact, the comparison, the limit, and the reasons against and for; made once."""
        because = Sentence(self.because)
        reasons = Reason(Answer.NO, because, self.fact), Reason(Answer.YES, because, self.fact)
        return self.fact, COMPARISONS[self.comparison], self.limit, reasons

    @model_validator(mode="before")
    @classmethod
    def _comparison_is_the_key(cls, content: Any) -> Any:
        """Read `at_least = 6` as comparison and limit, exactly one to a condition."""
        if not isinstance(content, Mapping) or "comparison" in content:
            return content
        found = [key for key in content if key in COMPARISONS]
        if len(found) != 1:
            raise ValueError(f"needs exactly one of {', '.join(COMPARISONS)}; found {', '.join(found) or 'none'}")
        limit = content[found[0]]
        if isinstance(limit, Mapping):
            limit = LawLimit.model_validate(limit)
        others = {key: value for key, value in content.items() if key != found[0]}
        return {**others, "comparison": found[0], "limit": tuple(limit) if isinstance(limit, list) else limit}

    @model_validator(mode="after")
    def _fact_and_limit_are_known(self) -> Self:
        if self.fact not in TYPES:
            raise ValueError(f"unknown fact '{self.fact}'")
        if isinstance(self.limit, LawLimit):
            return self
        codes = codes_of(self.fact)
        for one in self.limit if isinstance(self.limit, tuple) else (self.limit,):
            if codes and one not in list(codes):
                raise ValueError(f"'{one}' is no value of {self.fact}: use {', '.join(codes)}")
            if self.comparison in _ORDERED and (isinstance(one, bool) or not isinstance(one, int | float | Decimal)):
                raise ValueError(f"{self.comparison} needs a number")
        return self


class Reason(NamedTuple):
    """A condition as it turned out: the answer, why it matters, which fact, what to ask."""

    answer: Answer
    because: Sentence
    fact: str
    ask: tuple[str, ...] = ()


def judge(condition: Condition, here: Situation, law: LawOnDay) -> Reason:
    """Test one condition; a fact nobody gave makes it not known, never no."""
    fact, compare, limit, reasons = condition.prepared
    value = here.value(fact)
    if value is None:
        return reasons[0]._replace(answer=Answer.NOT_KNOWN, ask=here.asks(fact))
    if type(limit) is LawLimit:
        try:
            limit = _limit(limit, law)
        except NotInForce:
            return reasons[0]._replace(answer=Answer.NOT_KNOWN, ask=("publication_date",))
    return reasons[compare(value, limit)]


def judge_all(conditions: Iterable[Condition], here: Situation, law: LawOnDay) -> tuple[Reason, ...]:
    return tuple([judge(one, here, law) for one in conditions])


def together(reasons: Iterable[Reason]) -> Answer:
    """All must hold: one no decides, one not known leaves it open."""
    answer = Answer.YES
    for reason in reasons:
        if reason.answer is Answer.NO:
            return Answer.NO
        if reason.answer is Answer.NOT_KNOWN:
            answer = Answer.NOT_KNOWN
    return answer


def _limit(limit: LawLimit, law: LawOnDay) -> Any:
    value = law.value(limit.law)
    return value.amount if value.amount is not None else value.codes
