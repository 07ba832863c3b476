"""Two evaluators: two links, scores hidden until both are in, then where they differ and which anchor to sharpen."""

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from advisor.web import forms, here
from advisor.wizard.answers import open_equality_questions, tender_of
from advisor.wizard.board import board_for
from advisor.wizard.question import Field, Kind
from advisor.wizard.rehearsal import HIGHEST, Evaluator, Rehearsal, answer_name
from criteria.prose import N_, Sentence

pages = Blueprint("rehearsal", __name__)
SCORES = tuple(str(number) for number in range(HIGHEST + 1))


@pages.get("/t/<link>/rehearsal")
def compare(link: str) -> ResponseReturnValue:
    """The two links, and what came of it once both have scored."""
    answers = here.drafts().read(link).answers
    if still_open := open_equality_questions(answers):
        return render_template("results/equality_first.html", link=link, steps=still_open)
    return render_template("bench/rehearsal.html", link=link, rehearsal=_rehearsal(link), Evaluator=Evaluator)


@pages.post("/t/<link>/rehearsal")
def begin_again(link: str) -> ResponseReturnValue:
    """Forget both scorings."""
    here.drafts().save(link, {answer_name(who): None for who in Evaluator})
    return redirect(here.page("rehearsal.compare", link=link), 303)


@pages.get("/t/<link>/rehearsal/<who>")
def score(link: str, who: str) -> str:
    """The sheet of one evaluator; what was entered stays hidden until both are in."""
    rehearsal, person = _rehearsal(link), _person(who)
    kept = rehearsal.entered(person) if rehearsal.complete else {}
    entries = [forms.Entry(field, str(kept[line.name]["score"]) if line.name in kept else "") for line, field in zip(rehearsal.lines, _fields(rehearsal), strict=True)]
    reasons = {line.name: kept[line.name]["reason"] for line in rehearsal.lines if line.name in kept}
    return _page(link, rehearsal, person, entries, reasons)


@pages.post("/t/<link>/rehearsal/<who>")
def keep(link: str, who: str) -> ResponseReturnValue:
    """Keep the scores of one evaluator, if every line has one."""
    rehearsal, person = _rehearsal(link), _person(who)
    entries = [forms.Entry(field, request.form.get(field.name, "")) for field in _fields(rehearsal)]
    reasons = {line.name: request.form.get(f"reason-{number}", "").strip()[:500] for number, line in enumerate(rehearsal.lines)}
    for entry in entries:
        if entry.shown not in SCORES:
            entry.error = (Sentence(N_("Choose a score.")),)
    if any(entry.error for entry in entries):
        return _page(link, rehearsal, person, entries, reasons), 422
    scores = {
        line.name: {"score": int(entry.shown), "reason": reasons[line.name]} for line, entry in zip(rehearsal.lines, entries, strict=True)
    }
    here.drafts().save(link, {answer_name(person): scores})
    return redirect(here.page("rehearsal.compare", link=link), 303)


def _rehearsal(link: str) -> Rehearsal:
    answers = here.drafts().read(link).answers
    return Rehearsal(board_for(tender_of(answers, here.today()), here.language(), here.today()), answers)


def _person(who: str) -> Evaluator:
    if who not in list(Evaluator):
        abort(404)
    return Evaluator(who)


def _fields(rehearsal: Rehearsal) -> list[Field]:
    return [Field("choice.weight", Kind.SELECT, N_("Score"), name=f"score-{number}") for number in range(len(rehearsal.lines))]


def _page(link: str, rehearsal: Rehearsal, person: Evaluator, entries: list[forms.Entry], reasons: dict[str, str]) -> str:
    return render_template(
        "bench/evaluator.html", link=link, rehearsal=rehearsal, person=person, rows=list(zip(rehearsal.lines, entries, strict=True)),
        reasons=reasons, scores=SCORES, errors=[entry for entry in entries if entry.error],
    )
