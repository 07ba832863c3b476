"""The journey: the tasks in their order, and the ways through them."""

from collections.abc import Iterator
from functools import cache

from advisor.wizard.question import Field, Question, Step, Task
from advisor.wizard.tasks import (
    contract,
    finish,
    follow_up,
    goals,
    need,
    partners,
    people,
    place,
    suggestions,
)
from criteria.codes import Path

TASKS: tuple[Task, ...] = (
    place.TASK, contract.TASK, need.TASK, people.TASK, partners.TASK, goals.TASK, follow_up.TASK,
    suggestions.TASK, finish.TASK,
)


@cache
def steps(path: Path) -> tuple[Step, ...]:
    """The pages of a path in their order; a page without a question on the path is left out."""
    return tuple(step for task in TASKS for step in task.steps if step.asked(path))


def step_named(slug: str, path: Path) -> Step | None:
    return next((step for step in steps(path) if step.slug == slug), None)


def after(step: Step, path: Path) -> Step | None:
    """The next page; None after the last one."""
    way = steps(path)
    place_of = way.index(step) + 1
    return way[place_of] if place_of < len(way) else None


def before(step: Step, path: Path) -> Step | None:
    """The page before; None for the first one."""
    place_of = steps(path).index(step)
    return steps(path)[place_of - 1] if place_of else None


def task_of(step: Step) -> Task:
    return next(task for task in TASKS if step in task.steps)


@cache
def questions(path: Path) -> tuple[Question, ...]:
    """Every question of a path, those about a suggestion included, in the order of the overview."""
    asked: list[Question] = []
    for task in TASKS:
        own = suggestions.QUESTIONS if task is suggestions.TASK else [one for step in task.steps for one in step.questions]
        asked += [one for one in own if path in one.paths]
    return tuple(asked)


def fields(path: Path) -> Iterator[Field]:
    """Every entry of a path that fills a fact of the tender."""
    for step in steps(path):
        yield from step.fields(path)


@cache
def facts(path: Path) -> frozenset[str]:
    return frozenset(field.fact for field in fields(path))


@cache
def asked_by(fact: str) -> tuple[Question, Field, Step] | None:
    """Who asks for a fact, so that a page can link to it; None for a fact nobody asks for."""
    for step in steps(Path.FULL):
        for question in step.questions:
            for field in question.fields:
                if field.fact == fact:
                    return question, field, step
    return None
