"""Numbers spelled in words: "two hundred and fifty thousand", "achtundvierzig", "soixante-douze", "cuarenta y ocho"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from criteria.wording.language import Language, language
from criteria.wording.segments import Token

MOST_KNOWN_WORDS = 50_000
SHORTEST, LONGEST = 2, 40
TEN, HUNDRED, THOUSAND = 10, 100, 1000
_BY_TWENTIES = (60, 80)
Parts = tuple[Decimal, ...]


def spelled(sentence: Sequence[Token], start: int, words: Language) -> tuple[int, Decimal] | None:
    """Give where the longest number spelled from a position ends, and its value; None where none begins there."""
    if sentence[start].word in words.scales and sentence[start].word not in words.numbers:
        return None
    found: tuple[int, Decimal] | None = None
    parts: Parts = ()
    position = start
    while position < len(sentence):
        more = _parts(sentence[position].word, words.id)
        value = worth((*parts, *more)) if more else None
        if more is None or value is None:
            break
        parts, position = (*parts, *more), position + 1
        found = position, value
        if position < len(sentence) and sentence[position].word in words.number_joiners:
            position += 1
    return found


def worth(parts: Parts) -> Decimal | None:
    """The number that parts make in their order, "two", "hundred", "fifty" 250; None where they are several numbers.

    A smaller part is added where it fits: ones after tens, tens after hundreds, and eleven to nineteen after sixty and eighty.
    """
    total, current = Decimal(0), Decimal(0)
    for part in parts:
        if part >= THOUSAND and (current or not total):
            total, current = total + (current or 1) * part, Decimal(0)
        elif part == HUNDRED and 0 < current < HUNDRED:
            current *= part
        elif part < THOUSAND and (not current or _fits(current, part)):
            current += part
        else:
            return None
    return total + current


def _fits(current: Decimal, part: Decimal) -> bool:
    if current % HUNDRED in _BY_TWENTIES:
        return part < 2 * TEN
    return part < (HUNDRED if not current % HUNDRED else TEN if not current % TEN else 1)


@lru_cache(MOST_KNOWN_WORDS)
def _parts(word: str, code: str) -> Parts | None:
    """The parts of a word: by hyphens ("forty-eight"), or written together ("quarantotto", "hundertfünfundzwanzig")."""
    words = language(code)
    if (whole := _known(word, words)) is not None:
        return (whole,)
    if len(word) > LONGEST:
        return None
    head, hyphen, rest = word.rpartition("-")
    if rest in words.number_joiners:
        return _parts(head, code)
    tail = _written_together(rest, words)
    front = _parts(head, code) if hyphen and tail else ()
    if tail is None or front is None:
        return None
    found = (*front, *tail)
    return found if worth(found) is not None else None


def _known(word: str, words: Language) -> Decimal | None:
    return words.numbers.get(word, words.scales.get(word))


def _written_together(word: str, words: Language) -> Parts | None:
    if not word:
        return ()
    for length in range(len(word), SHORTEST - 1, -1):
        value = _known(word[:length], words)
        if value is None:
            continue
        rest = word[length:]
        joiner = next((one for one in words.number_joiners if rest.startswith(one) and rest != one), "")
        tail = _written_together(rest.removeprefix(joiner), words)
        if tail is not None:
            return (value + tail[0], *tail[1:]) if joiner and value < TEN else (value, *tail)
    return None
