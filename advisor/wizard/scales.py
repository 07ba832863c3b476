"""The six anchors of a scored criterion: those of the catalogue, or those that the person wrote for this tender."""

from collections.abc import Sequence
from typing import Any

from advisor.wizard.board import Board, Card
from criteria.anchors import same, untested
from criteria.codes import ChoiceStatus
from criteria.prose import N_, Sentence

_REMEDY = Sentence(N_("Say what the panel must see: a number, a date, a named person, a document, a step that was done."))


def levels_of(board: Board, criterion: str) -> tuple[str, ...]:
    """What each score from 0 to 5 takes, in the language of the board; empty for a criterion without a scale."""
    if criterion not in board.words.catalogue:
        return ()
    scale = board.card(criterion).criterion.scale
    return scale.levels if scale else ()


def samples_of(board: Board, criterion: str) -> tuple[str, ...]:
    """What invented bids write, one passage for each score of the catalogue's scale; empty where none was written."""
    scale = board.words.catalogue[criterion].scale
    return (scale.samples if scale else None) or ()


def remarks(levels: Sequence[str], language: str) -> dict[int, tuple[Sentence, ...]]:
    """For each level what is wrong with it: words without a test, or nothing new against the level below."""
    found: dict[int, tuple[Sentence, ...]] = {
        one.level: (Sentence(N_("Words without a test: {words}."), {"words": list(one.words)}), _REMEDY) for one in untested(levels, language)
    }
    for level in same(levels):
        found[level] = (*found.get(level, ()), Sentence(N_("This level says the same as level {level}."), {"level": level - 1}))
    return found


def with_scale(card: Card, levels: Sequence[str] | None) -> dict[str, Any]:
    """The choice to keep with anchors of one's own, or without them; a criterion not chosen yet is taken."""
    kept = card.choice.model_dump(mode="json", exclude_none=True, exclude={"scale"}) if card.choice else {
        "criterion": card.criterion.id, "stage": card.criterion.stage.value, "status": ChoiceStatus.ACCEPTED.value,
    }
    return kept if levels is None else {**kept, "scale": list(levels)}
