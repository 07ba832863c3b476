"""Measures that the facts of a purchase call for: conflicts, prior advice, EU money, buying together, concessions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from pydantic import Field

from criteria.codes import Answer, Status
from criteria.datafile import DATA, read_all
from criteria.facts import Situation
from criteria.law import LawOnDay
from criteria.prose import Frozen, Prose
from criteria.rule import Condition, Reason, judge_all, together
from criteria.values import Slug


class Measure(Frozen):
    """What to do when some facts hold: `when` lists them, `steps` are in the order of doing."""

    id: Slug
    title: Prose
    when: tuple[Condition, ...] = Field(min_length=1)
    steps: tuple[Prose, ...] = Field(min_length=1)
    law: tuple[Slug, ...] = Field(min_length=1)
    status: Status
    valid_from: date
    checked_on: date


class Called(NamedTuple):
    """A measure that the facts call for, with the reasons."""

    measure: str
    reasons: tuple[Reason, ...]


def load_measures() -> Mapping[str, Measure]:
    """Read the measure files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "measures", Measure)}


def measures_for(here: Situation, measures: Iterable[Measure], law: LawOnDay) -> tuple[Called, ...]:
    """Give the measures whose conditions all hold."""
    return tuple(_called(here, measures, law))


def _called(here: Situation, measures: Iterable[Measure], law: LawOnDay) -> Iterator[Called]:
    for one in measures:
        reasons = judge_all(one.when, here, law)
        if together(reasons) is Answer.YES:
            yield Called(one.id, reasons)
