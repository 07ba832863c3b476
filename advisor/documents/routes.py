"""The routes that were weighed for each goal: taken, possible, to confirm, set aside."""

from collections.abc import Iterator

from advisor.documents.blocks import Pairs, Table
from advisor.wizard.board import Board
from criteria.codes import Answer, Stage
from criteria.prose import N_

_WORDS = {Answer.YES: N_("Possible"), Answer.NOT_KNOWN: N_("To confirm"), Answer.NO: N_("Set aside")}


def routes_table(board: Board) -> Table:
    """Each route with what became of it for each goal; where a clause stands it is never set aside."""
    _, language, goals = board.language.gettext, board.language, board.advice.objectives
    answers = {(route.stage, route.objective): route.answer for route in board.advice.routes}
    rows = tuple(
        (language.show(stage), *(_(_word(board, stage, answers[stage, goal])) for goal in goals))
        for stage in dict.fromkeys(route.stage for route in board.advice.routes)
    )
    share = 66 // max(len(goals), 1)
    widths = (100 - share * len(goals), *[share] * len(goals))
    return Table(_("Routes weighed"), (_("Route"), *(language.show(goal) for goal in goals)), rows, widths)


def routes_in_short(board: Board) -> Pairs:
    """The stages with a clause once for all goals, then for each goal what was possible, open or set aside."""
    language = board.language
    taken = N_("Taken") if board.used else N_("Proposed")
    rows = [(language.gettext(taken), language.apart(board.timeline) or "—")]
    for goal in board.advice.objectives:
        left: dict[Answer, list[Stage]] = {}
        for route in board.advice.routes:
            if route.objective is goal and route.stage not in board.timeline:
                left.setdefault(route.answer, []).append(route.stage)
        lines = (
            language.gettext(N_("%(name)s: %(text)s"), name=language.gettext(_WORDS[answer]), text=language.apart(stages))
            for answer, stages in left.items()
        )
        rows.append((language.show(goal), "\n".join(lines)))
    return Pairs(tuple(rows))


def _word(board: Board, stage: Stage, answer: Answer) -> str:
    if stage not in board.timeline:
        return _WORDS[answer]
    if answer is not Answer.YES:
        return N_("Taken for another goal") if board.used else N_("Proposed for another goal")
    return N_("Taken") if board.used else N_("Proposed")


def set_aside(board: Board) -> Iterator[tuple[str, str]]:
    """The routes that serve no goal and at which no clause stands: what they are and why not."""
    for one in board.advice.not_suggested:
        if one.name in list(Stage) and Stage(one.name) not in board.timeline:
            yield board.words.instruments[Stage(one.name)].title, board.language.say(one.because[0])


def stage_reasons(board: Board) -> Iterator[tuple[str, str]]:
    """Each stage that binds a bidder: why it serves a goal, or what it is for; asking and counting need no defence."""
    for stage in board.timeline:
        if stage in (Stage.MARKET_CONSULTATION, Stage.MONITORING):
            continue
        fits = next((route for route in board.advice.routes if route.stage is stage and route.answer is Answer.YES), None)
        yield board.language.show(stage), board.language.say(fits.reasons[0].because) if fits else board.words.instruments[stage].summary
