"""Which concepts stand where in a sentence, and sets of concepts as bits."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

_BITS: dict[str, int] = {}


class Occurrence(NamedTuple):
    """A concept between two token positions of a sentence; numbers carry their value."""

    start: int
    end: int
    value: Decimal | None = None


class Marks(dict[str, list[Occurrence]]):
    """Which concepts stand where in a sentence."""


def mask(names: Iterable[str]) -> int:
    """One bit for each name."""
    bits = 0
    for name in names:
        bit = _BITS.get(name)
        if bit is None:
            bit = _BITS[name] = 1 << len(_BITS)
        bits |= bit
    return bits


def without(marks: Marks, covers: Iterable[Occurrence], concepts: Iterable[str], touching: bool = False) -> Marks:
    """Drop the occurrences of some concepts that lie within a covering phrase, or that only touch it."""
    covers = list(covers)
    if not covers:
        return marks
    left = Marks(marks)
    for concept in list(concepts):
        kept = [one for one in left.get(concept, ()) if not any(_covered(one, cover, touching) for cover in covers)]
        if kept:
            left[concept] = kept
        else:
            left.pop(concept, None)
    return left


def _covered(one: Occurrence, cover: Occurrence, touching: bool) -> bool:
    if touching:
        return one.start < cover.end and cover.start < one.end
    return cover.start <= one.start and one.end <= cover.end
