"""Check your answers: every question of the path with its answer in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from advisor.i18n import Language
from advisor.wizard import journey
from advisor.wizard.answers import NOT_KNOWN, Answers, path_of
from advisor.wizard.question import Field, Kind, Question, Step, Task
from criteria.codes import Country, DocumentLanguage, Path
from criteria.cpv import with_label
from criteria.facts import TYPES, codes_of
from criteria.prose import Money


@dataclass(frozen=True)
class Row:
    """One entry as it is shown: who asks, what was answered, in words; None while it is open."""

    task: Task
    step: Step
    question: Question
    field: Field
    answer: str | None


def rows(answers: Answers, language: Language, path: Path | None = None) -> Iterator[Row]:
    """Give every entry of a path, by default the one that is gone, with its answer in words."""
    path = path or path_of(answers)
    for step in journey.steps(path):
        for question in step.asked(path):
            for field in question.fields:
                answer = in_words(field, answers.get(field.fact), language)
                yield Row(journey.task_of(step), step, question, field, answer)


def in_words(field: Field, value: Any, language: Language) -> str | None:
    """Write an answer in words; None where there is none."""
    if value is None:
        return None
    if value == NOT_KNOWN:
        return language.gettext("I don't know")
    return _WORDS[field.kind](field, value, language)


def _line(field: Field, value: Any, language: Language) -> str:
    return str(value)


def _number(field: Field, value: Any, language: Language) -> str:
    shown = language.number(Decimal(str(value)))
    return f"{shown}\u00a0{language.gettext(field.unit)}" if field.unit else shown


def _money(field: Field, value: Any, language: Language) -> str:
    return language.money(Money(str(value)))


def _date(field: Field, value: Any, language: Language) -> str:
    return language.date(date.fromisoformat(str(value)))


def _yes_no(field: Field, value: Any, language: Language) -> str:
    return language.show(bool(value))


def _code(field: Field, value: Any, language: Language) -> str:
    return option_label(field.fact, value, language)


def _codes(field: Field, value: Any, language: Language) -> str:
    if not value:
        return language.gettext(field.none) if field.none else language.gettext("None")
    return language.apart(option_label(field.fact, one, language) for one in value)


def _cpv(field: Field, value: Any, language: Language) -> str:
    return language.apart(with_label(code, language.code) for code in value)


_WORDS = {
    Kind.LINE: _line, Kind.TEXT: _line, Kind.NUMBER: _number, Kind.MONEY: _money, Kind.DATE: _date,
    Kind.YES_NO: _yes_no, Kind.ONE_OF: _code, Kind.SELECT: _code, Kind.SOME_OF: _codes, Kind.CPV: _cpv,
}


def option_label(fact: str, code: str, language: Language) -> str:
    """Name a code of a fact's list in words."""
    kind = TYPES[fact]
    if kind in (Country, DocumentLanguage):
        return language.show(kind(code))
    codes = codes_of(fact)
    assert codes, f"{fact} has no list of codes"
    return language.show(codes(code))
