"""The minimum standard in twelve points, each with how the design settles it; what it does not settle stays open."""

from collections.abc import Callable
from typing import TypeAlias

from advisor.wizard.board import Board
from criteria.codes import EvidenceLevel, SafetyStatement, Stage
from criteria.prose import N_

YES, PARTLY, NO, NOT_APPLICABLE = range(4)
Decision: TypeAlias = Callable[[Board], int | None]
Lines: TypeAlias = tuple[tuple[str, Decision], ...]


def ticked(board: Board, lines: Lines) -> tuple[tuple[str, int | None], ...]:
    """Say the lines in the language of the paper, each with the box that is known."""
    return tuple((board.language.gettext(text), decide(board)) for text, decide in lines)


def left_open(board: Board) -> None:
    """Only a person knows."""


def takes(*criteria: str, stage: Stage | None = None) -> Decision:
    """Yes where one of the criteria was taken, at a stage if one is named."""
    return lambda board: YES if any(card.criterion.id in criteria or card.stage is stage for card in board.used) else None


def confirms(statement: SafetyStatement) -> Decision:
    """Yes where the statement of the safety check was confirmed."""
    return lambda board: YES if statement in (board.tender.safety.statements or ()) else None


def checker(board: Board) -> int | None:
    follow_up = board.tender.follow_up
    if follow_up.checker_hours == 0:
        return NO
    if not follow_up.checker:
        return None
    return YES if follow_up.checker_hours else PARTLY


def subcontractors(board: Board) -> int | None:
    """The annex passes every contract condition on to them."""
    passed_on = (Stage.PERFORMANCE_CONDITION, Stage.SUBCONTRACTING)
    return YES if any(card.stage in passed_on for card in board.used) else None


def _need(board: Board) -> int | None:
    return YES if board.tender.purpose else None


def _equality_check(board: Board) -> int | None:
    people = board.tender.people
    known = [one is not None for one in (people.affected, people.sexes_differ, people.workforce)]
    return YES if all(known) else PARTLY if any(known) else None


def _lots(board: Board) -> int | None:
    tender = board.tender
    considered = tender.lots or tender.no_lots_reason or tender.partners.split is not None
    return YES if considered else takes(stage=Stage.LOTS)(board)


def _anchored(board: Board) -> int | None:
    """The model criteria have anchors and speak of the contract; a changed one needs the confirmation."""
    scored = [card for card in board.used if card.stage is Stage.AWARD_CRITERION]
    if not scored or any(card.adapted for card in scored):
        return confirms(SafetyStatement.LINKED)(board) if scored else None
    return YES


def _light_proof(board: Board) -> int | None:
    """Light or normal proof is light; some strong proof is partly, only strong proof is not."""
    if not board.used:
        return None
    strong = [bool(card.choice and card.choice.evidence is EvidenceLevel.STRONG) for card in board.used]
    return NO if all(strong) else PARTLY if any(strong) else YES


MINIMUM: Lines = (
    (N_("The need is stated in one sentence."), _need),
    (N_("The equality check was done before drafting."), _equality_check),
    (N_("Consultation was open to all."), confirms(SafetyStatement.EQUAL_INFORMATION)),
    (N_("Lots were considered."), _lots),
    (N_("No legal form or origin is preferred."), confirms(SafetyStatement.OPEN_TO_ALL)),
    (N_("Criteria are linked to the contract and have anchors."), _anchored),
    (N_("The evidence asked for is light."), _light_proof),
    (N_("Conditions are sized to the contract."), confirms(SafetyStatement.PROPORTIONATE)),
    (N_("Subcontractors are covered."), subcontractors),
    (N_("A checker is named."), checker),
    (N_("Data are counted by sex and kept safe."), takes("eqo-sex-disaggregated-data")),
    (N_("Lessons are kept for the next tender."), left_open),
)
