"""Finding CPV codes by plain words, forgiving accents, endings and typing errors."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from advisor.i18n import Language, language
from criteria.cpv import labels

MOST = 12
_GOOD_ENOUGH = 60
_NOISE = frozenset(["de", "des", "du", "la", "le", "les", "l", "d", "et", "en", "pour", "a", "à", "aux", "of", "the", "and", "for", "in", "services", "service"])


@dataclass(frozen=True)
class Match:
    code: str
    label: str


def search(words: str, spoken: Language, most: int = MOST) -> list[Match]:
    """Find the codes that fit some words, a code, or the beginning of one, best first."""
    wanted = plain(words)[:200]
    if not wanted:
        return []
    names = labels(spoken.code)
    if wanted.replace("-", "").isdigit():
        begin = wanted.partition("-")[0]
        return [Match(code, name) for code, name in names.items() if code.startswith(begin)][:most]
    found = process.extract(
        _key(wanted), _index(spoken.code), scorer=_nearness,  # type: ignore[arg-type]
        score_cutoff=_GOOD_ENOUGH, limit=most
    )
    codes = dict.fromkeys([*_families(wanted, spoken), *(code for _, _, code in found)])
    return [Match(code, names[code]) for code in codes][:most]


def plain(text: str) -> str:
    """Fold case and strip accents, so that what people type meets what is printed."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one)).strip()


def _key(text: str) -> str:
    words = plain(text).replace("-", " ").replace("'", " ").replace("’", " ").split()
    return " ".join(word for word in words if word not in _NOISE) or " ".join(words)


def _nearness(wanted: str, name: str, *, score_cutoff: float = 0) -> float:
    """Words of the query found in the label count most; short labels beat long ones."""
    near = fuzz.partial_token_sort_ratio(wanted, name) if len(wanted) < 4 else fuzz.token_set_ratio(wanted, name)
    return 0.75 * near + 0.25 * fuzz.ratio(wanted, name)


def _families(wanted: str, spoken: Language) -> list[str]:
    """Codes of purchase families whose own plain words hold the query."""
    found = []
    for one in spoken.knowledge.purchases.values():
        text = _key(" ".join((spoken.show(one.id), one.summary, one.service)))
        if fuzz.partial_ratio(_key(wanted), text) >= 90 and len(wanted) >= 4:
            found.append(one.main_cpv)
    return found


@cache
def _index(code: str) -> dict[str, str]:
    return {number: _key(name) for number, name in labels(language(code).code).items()}
