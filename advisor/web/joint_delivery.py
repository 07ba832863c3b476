"""The joint-delivery designer: choose tested parts, read the criterion they make, keep it as your own."""

from decimal import Decimal
from typing import Any

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from advisor.web import forms, here
from advisor.wizard import joint_delivery as designer
from advisor.wizard.answers import choice_name, tender_of
from advisor.wizard.board import board_for
from advisor.wizard.joint_delivery import Design
from advisor.wizard.question import Field, Kind
from advisor.wizard.wordings import filled
from criteria.codes import Aspect, Stage
from criteria.joint_delivery import CRITERION, faults
from criteria.prose import N_, Sentence
from criteria.tender import Choice

pages = Blueprint("joint_delivery", __name__)
WEIGHT = Field("choice.weight", Kind.NUMBER, N_("Points of 100"), name="weight")
DEMANDS = Field("choice.parts", Kind.SOME_OF, N_("Tempting, but they do not go in"), name="demands")
_ASKED = {
    aspect: Field("choice.parts", Kind.ONE_OF if aspect is Aspect.DECISIONS else Kind.SOME_OF, aspect.label, name=aspect.value)
    for aspect in Aspect
}


@pages.get("/t/<link>/joint-delivery")
def design(link: str) -> str:
    """The parts, those that your answers speak for chosen already, and the criterion they make."""
    at_hand = _design(link)
    weight = forms.Entry(WEIGHT, here.language().number(designer.usual_points(at_hand.card)))
    return _page(link, at_hand, _entries(at_hand.names, at_hand), weight)


@pages.post("/t/<link>/joint-delivery")
def keep(link: str) -> ResponseReturnValue:
    """Show what the chosen parts make, keep it, or go back to the model of the catalogue."""
    at_hand, action = _design(link), request.form.get("action", "keep")
    if action == "undo":
        here.drafts().save(link, {choice_name(CRITERION): designer.unmade(at_hand.card)})
        return redirect(here.page("joint_delivery.design", link=link), 303)
    known = {part.id for part in at_hand.board.words.joint.parts}
    names = tuple(name for aspect in Aspect for name in request.form.getlist(aspect.value) if name in known)
    now = Design(at_hand.board, names)
    entries, weight = _entries(names, now), _weight(now)
    for missing in faults(now.board.words.joint, names):
        entries[missing.aspect].error = (missing.text,)
    demands = _demands(now)
    if any(entry.error for entry in (*entries.values(), weight, demands)):
        return _page(link, now, entries, weight, demands), 422
    if action == "show":
        return _page(link, now, entries, weight, demands)
    here.drafts().save(link, {choice_name(CRITERION): designer.chosen(now.card, names, weight.answer)})
    return redirect(here.page("results.suggestion", link=link, criterion=CRITERION), 303)


def _design(link: str) -> Design:
    tender = tender_of(here.drafts().read(link).answers, here.today())
    return designer.design_for(board_for(tender, here.language(), here.today()))


def _entries(names: tuple[str, ...], at_hand: Design) -> dict[Aspect, forms.Entry]:
    """One group of entries for each aspect, with the chosen parts ticked."""
    shown: dict[Aspect, Any] = {}
    for aspect in Aspect:
        own = [part.id for part in at_hand.board.words.joint.at(aspect) if part.id in names]
        shown[aspect] = own if _ASKED[aspect].kind is Kind.SOME_OF else "".join(own[:1])
    return {aspect: forms.Entry(_ASKED[aspect], shown[aspect]) for aspect in Aspect}


def _weight(at_hand: Design) -> forms.Entry:
    """The points that were typed, held to the range of the criterion."""
    entry = forms.entries_from_form((WEIGHT,), request.form, here.language())[0]
    usual = at_hand.model.weight
    assert usual, "an award criterion has a weight"
    if not entry.error and (entry.answer is None or not usual.minimum <= Decimal(str(entry.answer)) <= usual.maximum):
        text = N_("Give it between {least} and {most} points.")
        entry.error = (Sentence(text, {"least": usual.minimum, "most": usual.maximum}),)
    return entry


def _demands(at_hand: Design) -> forms.Entry:
    """Demands that would break a rule about groups are explained, never kept."""
    wanted = request.form.getlist(DEMANDS.name)
    found = designer.broken_rules(at_hand.board, wanted)
    entry = forms.Entry(DEMANDS, wanted)
    entry.error = tuple(
        Sentence(N_("{rule}: {why} {repair}"), {"rule": rule.id, "why": rule.why, "repair": rule.repair}) for rule, _ in found
    )
    return entry


def _page(
    link: str, at_hand: Design, entries: dict[Aspect, forms.Entry], weight: forms.Entry, demands: forms.Entry | None = None
) -> str:
    demands = demands or forms.Entry(DEMANDS, [])
    errors = [one for one in (*entries.values(), weight, demands) if one.error]
    whole = not faults(at_hand.board.words.joint, at_hand.names)
    return render_template(
        "results/joint_delivery.html", link=link, design=at_hand, board=at_hand.board, entries=entries, weight=weight,
        demands=demands, errors=errors, made=at_hand.criterion if whole else None, text=_text(at_hand, weight) if whole else "",
    )


def _text(at_hand: Design, weight: forms.Entry) -> str:
    """The text for the tender as it would stand with these parts and points."""
    points = None if weight.error or weight.answer is None else Decimal(str(weight.answer))
    points = at_hand.card.points if points is None else points
    choice = Choice(criterion=CRITERION, stage=Stage.AWARD_CRITERION, weight=points)
    advice = at_hand.board.advice
    return filled(at_hand.criterion.wording, at_hand.criterion, choice, advice.situation, advice.law, here.language())
