"""A text as clauses: read again and again, looked over once, each sentence with its neighbours."""

from collections import deque
from collections.abc import Iterator
from functools import reduce
from itertools import chain, repeat
from operator import or_

from criteria.wording.clauses import Clause, clauses
from criteria.wording.lexicon import Lexicon
from criteria.wording.marks import Marks
from criteria.wording.segments import sentences
from criteria.wording.stated import tells
from criteria.wording.terms import Terms

KEPT_CHARACTERS = 40_000
MOST_TELLING = 1_000
SENTENCES_NEAR = 2


class Text:
    """The clauses of a text, again and again; short texts are kept, long ones read anew to spare memory."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self._text, self._words = text, words
        self._kept = tuple(self._read()) if len(text) <= KEPT_CHARACTERS else None

    def _read(self) -> Iterator[tuple[Clause, ...]]:
        terms = Terms(self._words.language)
        for sentence in sentences(self._text, self._words.shortened):
            yield tuple(clauses(self._words.heard(sentence), self._words, terms))

    def __iter__(self) -> Iterator[tuple[Clause, ...]]:
        return self._read() if self._kept is None else iter(self._kept)

    def with_near(self) -> Iterator[tuple[tuple[Clause, ...], int, tuple[Marks, ...]]]:
        """Give each sentence, with a mask of the concepts in it and in its neighbours, and the concepts of the two sentences that follow."""
        window: deque[tuple[tuple[Clause, ...], int]] = deque(maxlen=2 * SENTENCES_NEAR + 1)
        for sentence in chain(self, repeat((), SENTENCES_NEAR)):
            window.append((sentence, reduce(or_, (one.mask for one in sentence), 0)))
            if len(window) > SENTENCES_NEAR and (middle := window[-1 - SENTENCES_NEAR][0]):
                ahead = tuple(window[place][0] for place in range(-SENTENCES_NEAR, 0))
                yield middle, reduce(or_, (held for _, held in window)), tuple(one[0].sentence for one in ahead if one)


def looked_over(text: Text) -> tuple[frozenset[str], tuple[tuple[Clause, ...], ...]]:
    """Give the concepts of a text, and its first sentences that tell something about the purchase, in one reading."""
    names: set[str] = set()
    telling: list[tuple[Clause, ...]] = []
    for sentence in text:
        names.update(*(one.marks for one in sentence))
        if len(telling) < MOST_TELLING and tells(sentence):
            telling.append(sentence)
    return frozenset(names), tuple(telling)
