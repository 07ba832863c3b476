"""The scale builder: fit the anchors from 0 to 5 to the tender, and see which words nobody could check."""

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from advisor.web import forms, here
from advisor.wizard import scales
from advisor.wizard.answers import choice_name, tender_of
from advisor.wizard.board import Board, Card, board_for
from advisor.wizard.question import Field, Kind
from criteria.prose import N_, Sentence

pages = Blueprint("scale", __name__)
LEVELS = tuple(Field("choice.text", Kind.TEXT, label, name=f"level-{number}") for number, label in enumerate((
    N_("Score 0"), N_("Score 1"), N_("Score 2"), N_("Score 3"), N_("Score 4"), N_("Score 5"),
)))


@pages.get("/t/<link>/suggestion/<criterion>/scale")
def anchors(link: str, criterion: str) -> str:
    """The anchors as they stand, with what could be clearer."""
    board, card = _laid_out(link, criterion)
    entries = [forms.Entry(field, text) for field, text in zip(LEVELS, scales.levels_of(board, criterion), strict=True)]
    return _page(link, card, entries)


@pages.post("/t/<link>/suggestion/<criterion>/scale")
def keep(link: str, criterion: str) -> ResponseReturnValue:
    """Check the anchors, keep them, or go back to those of the catalogue."""
    _board, card = _laid_out(link, criterion)
    action = request.form.get("action", "keep")
    if action == "undo":
        if card.choice:
            here.drafts().save(link, {choice_name(criterion): scales.with_scale(card, None)})
        return redirect(here.page("scale.anchors", link=link, criterion=criterion), 303)
    entries = forms.entries_from_form(LEVELS, request.form, here.language())
    for entry in entries:
        if entry.answer is None and not entry.error:
            entry.error = (Sentence(N_("Write what this score takes.")),)
    if any(entry.error for entry in entries):
        return _page(link, card, entries), 422
    if action == "keep":
        here.drafts().save(link, {choice_name(criterion): scales.with_scale(card, [entry.answer for entry in entries])})
        return redirect(here.page("scale.anchors", link=link, criterion=criterion, kept=1), 303)
    return _page(link, card, entries)


def _laid_out(link: str, criterion: str) -> tuple[Board, Card]:
    board = board_for(tender_of(here.drafts().read(link).answers, here.today()), here.language(), here.today())
    known = board.words.catalogue.get(criterion)
    if known is None or known.scale is None or known.scale.kind != "score":
        abort(404)
    return board, board.card(criterion)


def _page(link: str, card: Card, entries: list[forms.Entry]) -> str:
    remarks = scales.remarks([entry.shown or "" for entry in entries], here.language().code)
    return render_template(
        "results/scale.html", link=link, card=card, entries=entries, remarks=remarks,
        errors=[entry for entry in entries if entry.error], own=bool(card.choice and card.choice.scale),
    )
