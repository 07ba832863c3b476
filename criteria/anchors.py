"""Anchors of a scale that a person wrote: words without a test, and levels that say the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from criteria.datafile import DATA, read
from criteria.prose import Frozen

LEVELS = 6


class AnchorWords(Frozen):
    """Words that nobody can check, and the endings they take, by language."""

    endings: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Untested:
    """A level of a scale with the words in it that have no test."""

    level: int
    words: tuple[str, ...]


@cache
def anchor_words() -> AnchorWords:
    """Read the lists; raise BadData naming file and key."""
    return read(DATA / "anchors.toml", AnchorWords)


def untested(levels: Sequence[str], language: str) -> tuple[Untested, ...]:
    """Give the levels from 0 upwards that use words without a test; none for a language without a list."""
    found = ((number, _pattern(language).findall(text)) for number, text in enumerate(levels))
    return tuple(Untested(number, tuple(dict.fromkeys(word.lower() for word in words))) for number, words in found if words)


def same(levels: Sequence[str]) -> tuple[int, ...]:
    """The levels that say the same as the one before them."""
    plain = [" ".join(text.lower().split()) for text in levels]
    return tuple(number for number, (before, now) in enumerate(pairwise(plain), 1) if before == now)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = anchor_words()
    if language not in known.words:
        return re.compile(r"(?!)")
    longest = sorted(known.words[language], key=len, reverse=True)
    words, endings = ("|".join(map(re.escape, one)) for one in (longest, known.endings[language]))
    return re.compile(rf"(?<!\w)(?:{words})(?:{endings})(?!\w)", re.IGNORECASE)
