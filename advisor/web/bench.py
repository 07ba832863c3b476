"""The bench: try weights, formula and bids on invented or real bids; asking changes nothing until it is kept."""

from decimal import Decimal
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from advisor.web import here
from advisor.web.bench_form import Reading, read, shown_from
from advisor.wizard.answers import EVALUATION, Answers, choice_name, open_equality_questions, tender_of
from advisor.wizard.bench import Bench, announced, bench_for, names_of, with_bids
from advisor.wizard.board import Board, board_for
from advisor.wizard.sweep_picture import key, rows, sweep_picture
from criteria.problems import BadInput
from criteria.scoring.evaluation import Evaluation, Formula
from criteria.values import plain_number

pages = Blueprint("bench", __name__)
REPAIR, PROPOSAL = "repair-", "proposal-"


@pages.get("/t/<link>/bench")
def bench(link: str) -> ResponseReturnValue:
    """The design's weights on invented bids, or on the bids that were kept in the tender file."""
    answers = here.drafts().read(link).answers
    if still_open := open_equality_questions(answers):
        return render_template("results/equality_first.html", link=link, steps=still_open)
    board = _board(answers)
    real = bool(board.tender.evaluation and board.tender.evaluation.bids) or "real" in request.args
    evaluation = announced(board)
    if real and not evaluation.bids:
        return _page(link, board, Reading(evaluation, {}, shown_from(evaluation, board, real=True), True), None)
    evaluation = with_bids(board, evaluation)
    reading = Reading(evaluation, {}, shown_from(evaluation, board, real), real)
    return _page(link, board, reading, _made(board, reading))


@pages.post("/t/<link>/bench")
def try_or_keep(link: str) -> ResponseReturnValue:
    """Show what the entries give, take a repaired formula into them, or keep them in the draft."""
    board = _board(here.drafts().read(link).answers)
    reading, action = read(board, request.form), request.form.get("action", "try")
    made = _made(board, reading)
    if made is None or reading.problems:
        return _page(link, board, reading, made), 422
    if action.startswith((REPAIR, PROPOSAL)):
        changed = _repaired(made, action)
        reading = Reading(changed, {}, shown_from(changed, board, reading.real), reading.real)
        return _page(link, board, reading, _made(board, reading), note="repaired")
    if action == "keep":
        here.drafts().save(link, _kept(board, reading))
        return redirect(here.page("bench.bench", link=link, kept=1), 303)
    return _page(link, board, reading, made)


@pages.post("/t/<link>/bench/try")
def tried(link: str) -> ResponseReturnValue:
    """What the entries give, as a part of the page; keeps nothing."""
    board = _board(here.drafts().read(link).answers)
    reading = read(board, request.form)
    made = _made(board, reading)
    return render_template("bench/outcome.html", **_outcome(link, board, made), problems=list(reading.problems.values())), 422 if reading.problems else 200


def _board(answers: Answers) -> Board:
    return board_for(tender_of(answers, here.today()), here.language(), here.today())


def _made(board: Board, reading: Reading) -> Bench | None:
    """Score what was read; what cannot be scored becomes a problem at its entry."""
    if reading.evaluation is None or reading.problems:
        return None
    try:
        return bench_for(board, reading.evaluation)
    except BadInput as fault:
        reading.problems[reading.entry(fault.key)] = (fault.problem, fault.remedy)
        return None


def _repaired(made: Bench, action: str) -> Evaluation:
    """The evaluation after a repair that the page offered; points of the price stay for the next formula."""
    if action.startswith(PROPOSAL):
        number = action.removeprefix(PROPOSAL)
        offered = made.proposals[int(number)] if number.isdecimal() and int(number) < len(made.proposals) else None
    else:
        code = action.removeprefix(REPAIR)
        warning = next((one for one in made.result.warnings if one.code == code), None)
        offered = made.repaired(warning) if warning else None
    if offered is None:
        abort(400)
    price = offered.evaluation.price
    points = price.points if price.points is not None else made.evaluation.price.points
    return offered.evaluation.model_copy(update={"price": price.model_copy(update={"points": points})})


def _kept(board: Board, reading: Reading) -> dict[str, Any]:
    """What goes into the draft: the evaluation, bids only if the person said so, and the points of chosen criteria."""
    evaluation = reading.evaluation
    assert evaluation
    if not (reading.real and request.form.get("keep_bids") == "yes"):
        evaluation = evaluation.model_copy(update={"bids": ()})
    content = evaluation.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    points = {one.id: one.points or Decimal(0) for one in evaluation.criteria}
    choices = {
        choice_name(card.criterion.id): {
            **card.choice.model_dump(mode="json", exclude_none=True), "weight": plain_number(points.get(card.criterion.id, Decimal(0))),
        }
        for card in board.used if card.choice and card.criterion.id in board.balance.social
    }
    return {EVALUATION: {"schema": 1, **content}, **choices}


def _outcome(link: str, board: Board, made: Bench | None) -> dict[str, Any]:
    picture = Markup(sweep_picture(made)) if made else ""  # noqa: S704 - every text in it is escaped
    return {
        "link": link, "board": board, "bench": made, "picture": picture, "key": key(made) if made else "", "rows": rows(made) if made else [],
        "names": made.names if made else names_of(board, announced(board)),
        "offers": [(one, made.repaired(one)) for one in made.result.warnings] if made else [],
    }


def _page(link: str, board: Board, reading: Reading, made: Bench | None, note: str = "") -> str:
    evaluation = reading.evaluation or announced(board)
    formula = Formula(reading.shown["price-formula"])
    card = board.words.formulas[formula]
    names = [name for name in (*card.required, *card.optional) if name != "points"]
    return render_template(
        "bench/page.html", **_outcome(link, board, made), shown=reading.shown, problems=reading.problems, real=reading.real, note=note,
        evaluation=evaluation, formula=formula, parameters=[(name, board.words.price_parameters[name]) for name in names],
        required=card.required, row_numbers=range(int(reading.shown["rows"])),
        deductions=formula is Formula.QUALITY_ADJUSTED_PRICE, fixed=formula is Formula.FIXED_PRICE,
    )
