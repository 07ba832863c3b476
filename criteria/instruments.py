"""The instrument chooser: for each goal, which route fits, which does not, which is open, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import model_validator

from criteria.codes import Answer, Objective, Stage
from criteria.datafile import DATA, read_all
from criteria.facts import Situation
from criteria.law import LawOnDay
from criteria.prose import Frozen, Prose, Sentence
from criteria.rule import Condition, Reason, judge_all, together
from criteria.values import Slug


class Aptness(Frozen):
    """Whether a route can serve a goal at all, and why."""

    suits: bool
    because: Prose


class Instrument(Frozen):
    """One route: what it is, its law, what must hold for any goal, and which goals it can serve."""

    id: Stage
    title: Prose
    summary: Prose
    law: tuple[Slug, ...]
    conditions: tuple[Condition, ...] = ()
    goals: dict[Objective, Aptness]

    @model_validator(mode="after")
    def _every_goal_is_answered(self) -> "Instrument":
        missing = [goal for goal in Objective if goal not in self.goals]
        if missing:
            raise ValueError(f"goals without an answer: {', '.join(missing)}")
        return self


class NothingHere(Frozen):
    """What is said when no route fits a goal: the eleventh answer."""

    title: Prose
    summary: Prose


@dataclass(frozen=True, slots=True)
class Route:
    """One route for one goal, as it turned out."""

    objective: Objective
    stage: Stage
    answer: Answer
    reasons: tuple[Reason, ...]


def load_instruments() -> Mapping[Stage, Instrument]:
    """Read the route files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "instruments", Instrument)}


def routes_for(
    objective: Objective, instruments: Mapping[Stage, Instrument], here: Situation, law: LawOnDay
) -> tuple[Route, ...]:
    """Weigh every route for one goal."""
    return tuple(_route(objective, one, here, law) for one in instruments.values())


def _route(objective: Objective, instrument: Instrument, here: Situation, law: LawOnDay) -> Route:
    apt = instrument.goals[objective]
    suits = Reason(Answer.YES if apt.suits else Answer.NO, Sentence(apt.because), "objectives")
    if not apt.suits:
        return Route(objective, instrument.id, Answer.NO, (suits,))
    reasons = (suits, *judge_all(instrument.conditions, here, law))
    return Route(objective, instrument.id, together(reasons), reasons)
