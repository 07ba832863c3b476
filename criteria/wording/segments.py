"""A text cut into tokens, sentences and clauses, in one pass and without backtracking."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

LONGEST_SENTENCE = 240
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[ \u00a0\u202f.,']\d{3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?|\n|[^\w\s]|_")
_CURLED, _STRAIGHT = "\u2019", "'"
_ENDS = frozenset(".!?")
BULLETS = frozenset("-–—•*·▪")
_SHORTEST_WORD_BEFORE_A_STOP = 1


class Token(NamedTuple):
    """A word, a number or a sign, in lower case, with its place in the text."""

    word: str
    start: int
    end: int
    capital: bool


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of a text in order; line breaks are tokens too."""
    for match in _TOKEN.finditer(text):
        word = match[0]
        yield Token(word.lower().replace(_CURLED, _STRAIGHT), match.start(), match.end(), word[0].isupper())


def sentences(text: str, shortened: Callable[[str, str, bool], bool]) -> Iterator[list[Token]]:
    """Give the sentences of a text; `shortened` tells, from a word, the one before and whether it is one capital letter, where a full stop ends none ("Art.")."""
    sentence: list[Token] = []
    ending = broken = False
    for token in tokens(text):
        if token.word == "\n":
            broken = True
            continue
        if sentence and (_begins(token, sentence[-1], ending, broken) or len(sentence) >= LONGEST_SENTENCE):
            yield sentence
            sentence = []
        sentence.append(token)
        ending = token.word in _ENDS and not _is_shortening(sentence, shortened)
        broken = False
    if sentence:
        yield sentence


def _begins(token: Token, last: Token, ending: bool, broken: bool) -> bool:
    """A new sentence begins after a full stop, or on a new line with a list mark, a number or a capital."""
    if ending and (broken or token.start > last.end):
        return not token.word[0].islower() or token.capital
    return broken and (token.word in BULLETS or token.capital or token.word[0].isdigit() or last.word == ";")


def _is_shortening(sentence: list[Token], shortened: Callable[[str, str, bool], bool]) -> bool:
    before = sentence[-2] if len(sentence) > 1 else None
    earlier = sentence[-3].word if len(sentence) > 2 else ""
    return bool(before and shortened(before.word, earlier, len(before.word) == _SHORTEST_WORD_BEFORE_A_STOP and before.capital))
