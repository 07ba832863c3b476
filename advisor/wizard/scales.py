"""The six anchors of a scored criterion: those of the catalogue, or those that the person wrote for this tender."""

from advisor.wizard.board import Board


def levels_of(board: Board, criterion: str) -> tuple[str, ...]:
    """What each score from 0 to 5 takes, in the language of the board; empty for a criterion without a scale."""
    known = board.words.catalogue.get(criterion)
    if known is None:
        return ()
    card = board.card(criterion)
    return card.criterion.scale.levels if card.criterion.scale else ()
