"""What was not suggested, in groups: what missed by one condition first, then routes, other goals, and the rest by stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from criteria.codes import Stage
from criteria.prose import N_, Sentence

if TYPE_CHECKING:
    from advisor.wizard.board import Board
    from criteria.advice import Withheld

NEAR = N_("Missed by one condition")
ROUTES = N_("Routes")
OTHER_GOALS = N_("Clauses for other goals")
_GOALS = "objectives"


@dataclass(frozen=True)
class SetAside:
    """One route or clause that was set aside: its title, and each reason with the answers it rests on."""

    name: str
    title: str
    reasons: tuple[tuple[Sentence, tuple[str, ...]], ...]


def groups(board: "Board") -> Mapping[str, list[SetAside]]:
    """Everything that was set aside, by the title of its group; groups that hold nothing are left out."""
    sorted_out: dict[str, list[SetAside]] = {NEAR: [], ROUTES: [], OTHER_GOALS: [], **{stage.label: [] for stage in Stage}}
    for one in board.advice.not_suggested:
        sorted_out[_group(board, one)].append(_laid_out(board, one))
    return {title: members for title, members in sorted_out.items() if members}


def _group(board: "Board", one: "Withheld") -> str:
    if one.name in list(Stage):
        return ROUTES
    if one.facts == (_GOALS,):
        return OTHER_GOALS
    return NEAR if len(one.facts) == 1 else board.words.catalogue[one.name].stage.label


def _laid_out(board: "Board", one: "Withheld") -> SetAside:
    words = board.words
    title = words.instruments[Stage(one.name)].title if one.name in list(Stage) else words.catalogue[one.name].title
    reasons = tuple((because, board.answers_behind(fact)) for because, fact in zip(one.because, one.facts, strict=True))
    return SetAside(one.name, title, reasons)
