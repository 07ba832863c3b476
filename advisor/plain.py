"""Advice as plain data for programs (interface section 3) and as plain lines for people."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from advisor.wizard.board import Board
from advisor.wizard.labels import HOLDINGS
from criteria.advice import Suggestion
from criteria.basis import Basis
from criteria.findings import Finding, verdict_of
from criteria.knowledge import knowledge
from criteria.reminders import Reminder
from criteria.values import plain_number


def advice_data(board: Board) -> dict[str, Any]:
    """Give advice in the form that interface section 3 fixes; keys beside those it names are additions."""
    advice, words = board.advice, board.words
    return {
        "as_of": advice.as_of.isoformat(),
        "rule_set": f"{words.edition.rule_set} of {words.edition.rule_set_date.isoformat()}",
        "regime": {question: _holding(board, question) for question in HOLDINGS},
        "routes": [
            {"objective": route.objective.value, "stage": route.stage.value, "answer": route.answer.value,
             "because": [board.language.say(reason.because) for reason in route.reasons]}
            for route in advice.routes
        ],
        "nothing_here": [goal.value for goal in advice.nothing_here],
        "suggestions": [_suggestion(board, one) for one in advice.suggestions],
        "not_suggested": [_withheld(board, one.name, [board.language.say(text) for text in one.because]) for one in advice.not_suggested],
        "findings": [finding_data(board, one) for one in board.findings],
        "measures": [_measure(board, one.measure) for one in advice.measures],
        "reminders": [_reminder(board, one) for one in advice.reminders],
    }


def finding_data(board: Board, one: Finding) -> dict[str, Any]:
    """One finding as data."""
    return {
        "rule": one.rule, "flaw": one.flaw, "severity": one.severity.value, "where": one.where,
        "why": board.language.say(one.why), "basis": [_basis(board, ground) for ground in one.basis],
        "repair": board.language.say(one.repair),
        **({"span": list(one.span), "words": one.words} if one.words and one.span else {}),
        **({"kept_because": one.kept_because} if one.kept_because else {}),
    }


def check_data(board: Board) -> dict[str, Any]:
    """The check of a whole design in the form that interface section 3 fixes."""
    edition = board.words.edition
    return {
        "verdict": verdict_of(board.findings).value,
        "findings": [finding_data(board, one) for one in board.findings],
        "rule_set": f"{edition.rule_set} of {edition.rule_set_date.isoformat()}",
        "as_of": board.advice.as_of.isoformat(),
    }


def check_lines(board: Board) -> Iterator[str]:
    """Say the check of a design in lines to read: the verdict, then each finding with its place."""
    language, edition = board.language, board.words.edition
    if not board.findings:
        yield language.gettext(
            "No known problem found by rule set %(number)s of %(day)s.", number=edition.rule_set, day=language.date(edition.rule_set_date)
        )
        return
    yield language.show(verdict_of(board.findings))
    for one in board.findings:
        yield _finding_line(board, one)


def _finding_line(board: Board, one: Finding) -> str:
    language = board.language
    place = f" · {one.where}" if one.where else ""
    return f"{language.show(one.severity)} ({one.rule}){place} · {language.say(one.why)} {language.say(one.repair)}"


def advice_lines(board: Board) -> Iterator[str]:
    """Say the advice in lines to read."""
    language, advice = board.language, board.advice
    _ = language.gettext
    for question, title in HOLDINGS.items():
        holding = advice.regime[question]
        yield f"{_(title)} {language.show(holding.answer)}. {' '.join(language.say(one) for one in holding.because)}"
    yield ""
    for one in advice.suggestions:
        criterion = board.words.catalogue[one.criterion]
        more = f" — {language.say(one.beyond)}" if one.beyond else ""
        yield f"{language.show(one.fit):14} {language.show(one.stage)} · {criterion.title} [{one.criterion}]{more}"
    yield ""
    for withheld in advice.not_suggested:
        yield f"{_('Not suggested')} · {withheld.name} · {' '.join(language.say(text) for text in withheld.because)}"
    for finding in board.findings:
        yield _finding_line(board, finding)


def _holding(board: Board, question: str) -> dict[str, Any]:
    one = board.advice.regime[question]
    return {
        "answer": one.answer.value, "because": [board.language.say(text) for text in one.because],
        "basis": [_basis(board, ground) for ground in one.basis], "ask": list(one.ask),
        **{name: _plain(value) for name, value in one.details.items()},
    }


def _suggestion(board: Board, one: Suggestion) -> dict[str, Any]:
    criterion, language = board.words.catalogue[one.criterion], board.language
    weight, effort = criterion.weight, criterion.effort
    return {
        "criterion": one.criterion, "stage": one.stage.value, "title": criterion.title, "status": one.fit.value,
        "ask": list(one.ask), "because": [language.say(reason.because) for reason in one.reasons],
        "basis": [_basis(board, board.words.grounds[name]) for name in criterion.law],
        "weight": [plain_number(weight.minimum), plain_number(weight.maximum)] if weight else None,
        "risk": knowledge().confidence[one.criterion].value,
        "effort": {"bidder": plain_number(effort.bidder), "evaluator": plain_number(effort.evaluator), "checker": plain_number(effort.checker)},
        "beyond_load": language.say(one.beyond) if one.beyond else None,
    }


def _measure(board: Board, name: str) -> dict[str, Any]:
    one = board.words.measures[name]
    return {"measure": name, "title": one.title, "steps": list(one.steps), "basis": [_basis(board, board.grounds[law]) for law in one.law]}


def _reminder(board: Board, one: Reminder) -> dict[str, Any]:
    return {
        "rule": one.rule, "when": one.moment.value, "day": one.day.isoformat() if one.day else None,
        "text": board.language.say(one.text), "basis": [_basis(board, ground) for ground in one.basis],
    }


def _withheld(board: Board, name: str, because: list[str]) -> dict[str, Any]:
    return {"criterion" if name in board.words.catalogue else "stage": name, "because": because}


def _basis(board: Board, ground: Basis) -> dict[str, Any]:
    return {**ground.as_data(), "citation": board.language.cite(ground), "says": board.language.gettext(ground.says)}


def _plain(value: Any) -> Any:
    """A detail of a holding as JSON can hold it."""
    for kind, write in _PLAIN:
        if isinstance(value, kind):
            return write(value)
    return value


_PLAIN: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Basis, lambda value: value.citation), (Decimal, plain_number), (date, date.isoformat), (tuple, list),
)
