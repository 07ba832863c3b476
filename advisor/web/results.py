"""The results board, one suggestion in full, and the decisions a person takes on them."""

from decimal import Decimal
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from advisor.web import clause, forms, here
from advisor.web.gate import answers_past_the_gate
from advisor.web.wording import FRAGMENT, MOST_CHARACTERS
from advisor.wizard import journey
from advisor.wizard.answers import (
    EVALUATION,
    Answers,
    choice_in,
    choice_name,
    path_of,
    tender_of,
)
from advisor.wizard.bench import not_hundred, with_points
from advisor.wizard.board import Board, Card, board_for
from advisor.wizard.labels import HOLDINGS
from advisor.wizard.question import Field, Kind, Question
from advisor.wizard.reading import Reading
from advisor.wizard.tasks import suggestions
from criteria.codes import ChoiceStatus, Fit, Stage
from criteria.joint_delivery import CRITERION
from criteria.prose import N_, Sentence
from criteria.values import plain_number

pages = Blueprint("results", __name__)


@pages.get("/t/<link>/results")
def board(link: str) -> ResponseReturnValue:
    """The eight panels; the equality questions come first."""
    return _board_page(link, answers_past_the_gate(link))


@pages.post("/t/<link>/take")
def take_all(link: str) -> ResponseReturnValue:
    """Take every proposed criterion at once."""
    proposed = _board(answers_past_the_gate(link)).proposed
    here.drafts().save(link, {choice_name(card.criterion.id): _decided(card, ChoiceStatus.ACCEPTED) for card in proposed})
    return redirect(here.page("results.board", link=link) + "#clauses", 303)


@pages.post("/t/<link>/decide")
def decide(link: str) -> ResponseReturnValue:
    """Take, postpone, refuse or undo one criterion with one tap."""
    card = _card(_board(answers_past_the_gate(link)), request.form.get("criterion", ""))
    status = request.form.get("status", "")
    change = None if status == "undo" else _decided(card, ChoiceStatus(status)) if status in list(ChoiceStatus) else abort(400)
    here.drafts().save(link, {choice_name(card.criterion.id): change})
    if request.form.get("from") == "meter":
        out = card.criterion.id if status == ChoiceStatus.LATER else None
        return redirect(here.page("results.board", link=link, out=out) + "#hours", 303)
    return redirect(here.page("results.board", link=link) + f"#{card.criterion.id}", 303)


@pages.get("/t/<link>/suggestion/<criterion>")
def suggestion(link: str, criterion: str) -> str:
    """One criterion with everything about it, and the questions on what to do with it."""
    answers = answers_past_the_gate(link)
    laid_out = _board(answers)
    card = _card(laid_out, criterion)
    return _suggestion_page(link, laid_out, card, answers, forms.entries_from_answers(_fields(card, answers), _stored(card, laid_out), here.language()))


@pages.post("/t/<link>/suggestion/<criterion>")
def save_suggestion(link: str, criterion: str) -> ResponseReturnValue:
    """Keep the decision on one criterion."""
    answers = answers_past_the_gate(link)
    laid_out = _board(answers)
    card = _card(laid_out, criterion)
    entries = forms.entries_from_form(_fields(card, answers), request.form, here.language())
    if any(entry.error for entry in entries):
        return _suggestion_page(link, laid_out, card, answers, entries), 422
    given = {entry.field.fact.removeprefix(forms.CHOICE): entry.answer for entry in entries}
    if "text" in given and (given["text"] or "").split() == laid_out.model_text(card).split():
        given["text"] = None
    if "text" in given:
        reasons = clause.given_reasons(request.form, clause.stored_reasons(card))
        kept_reasons = clause.kept(reasons, clause.reading_of(given["text"] or "", card, laid_out))
    else:
        kept_reasons = [one.model_dump() for one in (card.choice and card.choice.overruled) or ()] or None
    kept = _decided(card, card.choice.status if card.choice else ChoiceStatus.ACCEPTED)
    here.drafts().save(link, {choice_name(criterion): {**kept, **{name: value for name, value in given.items() if value is not None}, **({"text": None} if "text" in given and given["text"] is None else {}), "overruled": kept_reasons}})
    return redirect(here.page("results.board", link=link) + f"#{criterion}", 303)


@pages.post("/t/<link>/suggestion/<criterion>/check")
def check_clause(link: str, criterion: str) -> ResponseReturnValue:
    """What the rules find in the text as it stands in the form, a repair put in if one was taken; nothing is saved."""
    answers = here.drafts().read(link).answers
    laid_out = _board(answers)
    card = _card(laid_out, criterion)
    entries = forms.entries_from_form(_fields(card, answers), request.form, here.language())
    entry = next((one for one in entries if one.field.fact == "choice.text"), None) or abort(404)
    text = entry.shown.replace("\r\n", "\n")[:MOST_CHARACTERS]
    reading, use = clause.reading_of(text, card, laid_out), request.form.get("use")
    if reading and use:
        entry.shown = reading.with_repair(use)
        reading = clause.reading_of(entry.shown, card, laid_out)
    reasons = clause.given_reasons(request.form, clause.stored_reasons(card))
    if request.headers.get(FRAGMENT):
        post = here.page("results.check_clause", link=link, criterion=criterion)
        return render_template("results/clause_check.html", reading=reading, post=post, addresses=clause.addresses(link), reasons=reasons, changed=bool(use))
    for one in entries:
        one.error = ()
    return _suggestion_page(link, laid_out, card, answers, entries, reading, reasons)


@pages.post("/t/<link>/weights")
def weights(link: str) -> ResponseReturnValue:
    """Keep the points of price, other quality and each social criterion, if they come to 100."""
    answers = answers_past_the_gate(link)
    laid_out = _board(answers)
    fields = weight_fields(laid_out)
    entries = forms.entries_from_form(fields, request.form, here.language())
    faults = [entry for entry in entries if entry.error]
    points = [Decimal(str(entry.answer or 0)) for entry in entries]
    total = sum(points, Decimal(0))
    if faults or total != 100:
        return _board_page(link, answers, entries, None if faults else not_hundred(total)), 422
    price, other, *social = points
    here.drafts().save(link, {
        EVALUATION: with_points(laid_out, price, other),
        **{choice_name(card.criterion.id): {**_decided(card, card.choice.status), "weight": plain_number(weight)}
           for card, weight in zip(_weighed(laid_out), social, strict=True) if card.choice},
    })
    return redirect(here.page("results.board", link=link) + "#balance", 303)


def weight_fields(laid_out: Board) -> tuple[Field, ...]:
    """One entry each for price, other quality and every chosen award criterion."""
    own = {"price": N_("Price"), "other": N_("Other quality")}
    social = {card.criterion.id: card.criterion.title for card in _weighed(laid_out)}
    return tuple(Field("choice.weight", Kind.NUMBER, label, name=f"weight-{key}") for key, label in {**own, **social}.items())


def _weighed(laid_out: Board) -> list[Card]:
    return [card for card in laid_out.used if card.stage is Stage.AWARD_CRITERION]


def _board(answers: Answers) -> Board:
    return board_for(tender_of(answers, here.today()), here.language(), here.today())


def _card(laid_out: Board, criterion: str) -> Card:
    found = next((card for card in laid_out.cards if card.criterion.id == criterion), None)
    if found is not None:
        return found
    if criterion not in laid_out.words.catalogue:
        abort(404)
    return laid_out.card(criterion)


def _decided(card: Card, status: ChoiceStatus) -> dict[str, Any]:
    kept = card.choice.model_dump(mode="json", exclude_none=True) if card.choice else {"criterion": card.criterion.id, "stage": card.criterion.stage.value}
    return {**kept, "status": status.value}


def _board_page(link: str, answers: Answers, entries: list[forms.Entry] | None = None, total: Sentence | None = None) -> str:
    laid_out = _board(answers)
    return render_template(
        "results/board.html", link=link, board=laid_out, holdings=HOLDINGS, Fit=Fit, Stage=Stage,
        entries=entries or [], total=total, weighed=_weighed(laid_out), path=path_of(answers), asked_by=journey.asked_by,
        out=_taken_out(laid_out), joint=laid_out.suits_joint_delivery,
    )


def _taken_out(laid_out: Board) -> Card | None:
    """The item that the meter just took out, while it still waits."""
    name = request.args.get("out")
    return next((card for card in laid_out.cards if card.criterion.id == name and card.choice and card.choice.status is ChoiceStatus.LATER), None)


def _questions(card: Card, answers: Answers) -> list[Question]:
    """The questions about a criterion that make sense at its stage and on the path."""
    weighed = card.criterion.weight is not None
    asked = [one for one in suggestions.QUESTIONS if path_of(answers) in one.paths or one is suggestions.WORDING]
    return [one for one in asked if one is not suggestions.WEIGHT or weighed]


def _fields(card: Card, answers: Answers) -> tuple[Field, ...]:
    return tuple(field for question in _questions(card, answers) for field in question.fields)


def _stored(card: Card, laid_out: Board) -> Answers:
    stored = {f"{forms.CHOICE}{name}": value for name, value in (card.choice.model_dump(mode="json", exclude_none=True) if card.choice else {}).items()}
    return {"choice.text": laid_out.text(card), "choice.weight": None if card.points is None else plain_number(card.points), **stored}


def _suggestion_page(link: str, laid_out: Board, card: Card, answers: Answers, entries: list[forms.Entry], reading: Reading | None = None, reasons: dict[str, str] | None = None) -> str:
    own = next((one.shown for one in entries if one.field.fact == "choice.text"), None)
    if reading is None and own:
        reading = clause.reading_of(own.replace("\r\n", "\n"), card, laid_out)
    return render_template(
        "results/suggestion.html", reading=reading, reasons=clause.stored_reasons(card) if reasons is None else reasons,
        post=here.page("results.check_clause", link=link, criterion=card.criterion.id), addresses=clause.addresses(link), changed=False, link=link, board=laid_out, card=card, questions=_questions(card, answers),
        entry={one.field.fact: one for one in entries}, errors=[one for one in entries if one.error],
        precedents=laid_out.precedents(card),
        choice=choice_in(answers, card.criterion.id), joint=card.criterion.id == CRITERION,
    )
