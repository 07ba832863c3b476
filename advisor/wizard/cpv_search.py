"""Finding CPV codes by plain words, forgiving accents, endings and typing errors."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from advisor.i18n import Language
from criteria.cpv import labels

MOST = 12
MOST_LETTERS = 120
NEAR = 80
_NOISE = frozenset("de des du la le les en pour aux et of the and for in to service services work works".split())  # noqa: SIM905
_WORD = re.compile(r"\w{2,}")
# Letters that Unicode does not take apart into a plain letter and a mark.
_OWN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True)
class Match:
    code: str
    label: str


def search(words: str, spoken: Language, most: int = MOST) -> list[Match]:
    """Find the codes that fit some words, a code, or the beginning of one, best first."""
    names, wanted = labels(spoken.code), plain(words)[:MOST_LETTERS]
    if wanted.replace("-", "").isdigit():
        begin = wanted.partition("-")[0]
        return [Match(code, name) for code, name in names.items() if code.startswith(begin)][:most]
    sought = keys(wanted)
    found = dict.fromkeys([*_families(sought, spoken), *_codes(sought, spoken.code)]) if sought else {}
    return [Match(code, names[code]) for code in list(found)[:most]]


def plain(text: str) -> str:
    """Fold case and strip accents, so that what people type meets what is printed."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_OWN_LETTERS))
    return "".join(one for one in letters if not unicodedata.combining(one)).strip()


def keys(text: str) -> tuple[str, ...]:
    """The words that say something; all of them where none does."""
    words = _WORD.findall(plain(text))
    return tuple(word for word in words if word not in _NOISE) or tuple(words)


def _codes(sought: tuple[str, ...], language: str) -> list[str]:
    """Codes whose label holds words like those looked for; labels with little else come first."""
    index = _index(language)
    nearness: dict[str, float] = defaultdict(float)
    for key in sought:
        best: dict[str, float] = {}
        for word, score, _ in process.extract(key, index.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=30):
            for code in index[word]:
                best[code] = max(best.get(code, 0), score)
        for code, score in best.items():
            nearness[code] += score
    lengths = _lengths(language)
    return sorted(nearness, key=lambda code: (-nearness[code] + 6 * lengths[code], code))[:50]


def _families(sought: tuple[str, ...], spoken: Language) -> list[str]:
    """The typical codes of purchase families whose own plain words hold all that is looked for."""
    found = []
    for one in spoken.knowledge.purchases.values():
        own = keys(" ".join((spoken.show(one.id), one.summary, one.service)))
        if all(process.extractOne(key, own, scorer=fuzz.ratio, score_cutoff=NEAR) for key in sought):
            found.append(one.main_cpv)
    return found


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
