"""Finding CPV codes by plain words, forgiving accents, endings and typing errors."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from advisor.i18n import Language
from criteria.cpv import labels

MOST = 12
MOST_LETTERS = 120
NEAR = 80
_EXACT, _STEM, _BEGINNING = 100.0, 98.0, 85.0
_LONG_ENOUGH = 5
# What each further word of a label costs; the typical code of a family comes after a label that says just what was
# looked for and, where several words agree on it, before labels that say more.
_WORD_MORE, _TYPICAL = 10.0, 5.0
_NOISE = frozenset("de des du la le les en pour aux et of the and for in to service services work works".split())  # noqa: SIM905
_WORD = re.compile(r"\w{2,}")
# Letters that Unicode does not take apart into a plain letter and a mark.
_OWN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True)
class Match:
    code: str
    label: str


class Fit(NamedTuple):
    """How a label fits the words looked for: how many it holds, and what they fall short of being the same."""

    words: int = 0
    short: float = 0


def search(words: str, spoken: Language, most: int = MOST) -> list[Match]:
    """Find the codes that fit some words, a code, or the beginning of one, best first."""
    names, wanted = labels(spoken.code), plain(words)[:MOST_LETTERS]
    if wanted.replace("-", "").isdigit():
        begin = wanted.partition("-")[0]
        return [Match(code, name) for code, name in names.items() if code.startswith(begin)][:most]
    return [Match(code, names[code]) for code in _ranked(wanted, spoken)[:most]]


def plain(text: str) -> str:
    """Fold case and strip accents, so that what people type meets what is printed."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_OWN_LETTERS))
    return "".join(one for one in letters if not unicodedata.combining(one)).strip()


def keys(text: str) -> tuple[str, ...]:
    """The words that say something; all of them where none does."""
    words = _WORD.findall(plain(text))
    return tuple(word for word in words if word not in _NOISE) or tuple(words)


def _ranked(wanted: str, spoken: Language) -> list[str]:
    """Codes by how many of the words their label holds, then by how close it is; services before goods."""
    sought = keys(wanted)
    index, lengths = _index(spoken.code), _lengths(spoken.code)
    fits: dict[str, Fit] = defaultdict(Fit)
    for key in sought:
        for code, score in _holding(key, index).items():
            fits[code] = Fit(fits[code].words + 1, fits[code].short + _EXACT - score)
    distance = {code: (-fit.words, fit.short + _WORD_MORE * (lengths[code] - fit.words)) for code, fit in fits.items()}
    for code, short in _families(sought, spoken):
        typical = (-len(sought), short + (_TYPICAL if len(sought) > 1 else 1.1 * _WORD_MORE))
        distance[code] = min(distance.get(code, typical), typical)
    works = "work" in map(_stem, _WORD.findall(wanted))
    return sorted(distance, key=lambda code: (distance[code], works != code.startswith("45"), code < "45", code))


def _holding(key: str, index: Mapping[str, list[str]]) -> dict[str, float]:
    """The codes whose label holds a word like this one, with the closeness of the best."""
    best: dict[str, float] = {}
    for word, score in _near(key, tuple(index)):
        for code in index[word]:
            best[code] = max(best.get(code, 0), score)
    return best


def _near(key: str, words: tuple[str, ...]) -> list[tuple[str, float]]:
    """The words that are this one, another form of it, or begin with it; only a word nobody knows is taken for a slip."""
    stem = _stem(key)
    found = [(word, _EXACT if word == key else _STEM) for word in words if _stem(word) == stem]
    if len(stem) >= _LONG_ENOUGH:
        found += [(word, _BEGINNING) for word in words if word.startswith(stem) and _stem(word) != stem]
    return found or [(word, score) for word, score, _ in process.extract(key, words, scorer=fuzz.ratio, score_cutoff=NEAR, limit=30)]


def _stem(word: str) -> str:
    """A word without the mark of its plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _families(sought: tuple[str, ...], spoken: Language) -> Iterator[tuple[str, float]]:
    """The typical codes of purchase families whose own plain words hold all that is looked for, and what they fall short."""
    for one in spoken.knowledge.purchases.values():
        own = keys(" ".join((spoken.show(one.id), one.summary, one.service)))
        near = [max((score for _, score in _near(key, own)), default=None) for key in sought]
        if None not in near:
            yield one.main_cpv, sum(_EXACT - score for score in near if score)


@cache
def _index(language: str) -> dict[str, list[str]]:
    """Every word of the labels with the codes it stands in."""
    index: dict[str, list[str]] = defaultdict(list)
    for code, name in labels(language).items():
        for word in dict.fromkeys(keys(name)):
            index[word].append(code)
    return dict(index)


@cache
def _lengths(language: str) -> dict[str, int]:
    return {code: len(keys(name)) for code, name in labels(language).items()}
