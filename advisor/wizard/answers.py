"""Answers by name, as a draft keeps them, to and from the Tender they make up."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from advisor.wizard import journey
from advisor.wizard.question import Field, Step
from criteria.codes import Path
from criteria.design_file import tender_from
from criteria.tender import Choice, Tender, fact_paths, nested

Answers = Mapping[str, Any]
NOT_KNOWN: Mapping[str, bool] = {"not_known": True}
PATH, EVALUATION = "path", "evaluation"
_CHOICE, _SEEN = "choice/", "seen/"


def path_of(answers: Answers) -> Path:
    return Path(answers.get(PATH, Path.QUICK))


def tender_of(answers: Answers, today: date) -> Tender:
    """Make the tender that the answers on the path say; answers off the path are kept but not said."""
    path = path_of(answers)
    said = [name for name in fact_paths() if name in answers and _is_said(name, path)]
    known = {name: answers[name] for name in said if answers[name] != NOT_KNOWN}
    content = {
        **nested(known),
        "schema": 1, "as_of": today, "path": path,
        "choices": [value for name, value in sorted(answers.items()) if name.startswith(_CHOICE)],
        "evaluation": answers.get(EVALUATION),
        "not_known": sorted(name for name in said if answers[name] == NOT_KNOWN),
    }
    return tender_from(content)


def answers_of(tender: Tender) -> dict[str, Any]:
    """Take a tender apart into answers; what it does not say is not answered."""
    content = tender.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"as_of", "not_known"})
    answers: dict[str, Any] = dict.fromkeys(tender.not_known, NOT_KNOWN)
    for name in sorted(fact_paths()):
        group, _, last = name.rpartition(".")
        value = (content.get(group, {}) if group else content).get(last)
        if value is not None:
            answers[name] = value
    if tender.evaluation is not None:
        answers[EVALUATION] = content[EVALUATION]
    return answers | {choice_name(one["criterion"]): one for one in content.get("choices", ())}


def choice_name(criterion: str) -> str:
    return f"{_CHOICE}{criterion}"


def choice_in(answers: Answers, criterion: str) -> Choice | None:
    content = answers.get(choice_name(criterion))
    return Choice.model_validate(content) if content else None


def seen_name(step: Step) -> str:
    return f"{_SEEN}{step.slug}"


def is_done(step: Step, answers: Answers) -> bool:
    """A page is done when it was saved, or came answered from a file, and nothing required is open."""
    entries = list(step.fields(path_of(answers)))
    touched = seen_name(step) in answers or any(field.fact in answers for field in entries)
    return touched and not any(field.required and field.fact not in answers for field in entries)


def open_equality_questions(answers: Answers) -> tuple[Step, ...]:
    """The pages with equality questions that nobody can skip and that are still open."""
    return tuple(
        step for step in journey.steps(path_of(answers))
        if journey.task_of(step).slug == "people" and any(
            field.required and field.fact not in answers for field in step.fields(path_of(answers))
        )
    )


def fingerprint(entries: Iterable[Field], answers: Answers) -> str:
    """A mark of what is stored for some entries, to notice that another window changed them."""
    stored = {field.fact: answers.get(field.fact) for field in entries}
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()[:16]


def _is_said(name: str, path: Path) -> bool:
    return name in journey.facts(path) or name not in journey.facts(Path.FULL)
