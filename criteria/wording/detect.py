"""Which language a text is written in, by its most frequent small words."""

from collections.abc import Mapping
from itertools import islice

from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.wording.language import Language, languages
from criteria.wording.segments import tokens

READ_TOKENS = 2_000
FEWEST_SHARE = 0.08
MIXED_SHARE = 0.6
MIXED = Sentence(N_("The text seems to mix languages. Each was checked by its own rules, but something may be missed."))
UNKNOWN = Sentence(N_("The language of this text was not recognised, so the check may have missed everything. Say which language it is."))


def detect(text: str, code: str | None) -> tuple[tuple[str, ...], tuple[Sentence, ...]]:
    """Give the languages to read a text in, and what has to be said about them; BadInput for one not read."""
    known = languages()
    if code is not None:
        if code not in known:
            raise BadInput("lang", Sentence(N_("This language is not read.")), Sentence(N_("Use one of: {expected}."), {"expected": ", ".join(known)}))
        return (code,), ()
    words = [token.word for token in islice(tokens(text), READ_TOKENS) if token.word[0].isalpha()]
    counts = {name: sum(word in one.frequent for word in words) for name, one in known.items()}
    best = max(counts, key=lambda name: counts[name])
    if not words or counts[best] < FEWEST_SHARE * len(words):
        return tuple(known), (UNKNOWN,)
    beside = _beside(best, words, known)
    return ((best, beside), (MIXED,)) if beside else ((best,), ())


def _beside(best: str, words: list[str], known: Mapping[str, Language]) -> str | None:
    """A second language that has nearly as many small words of its own as the first."""
    for name, other in known.items():
        own = sum(word in other.frequent - known[best].frequent for word in words)
        if own > MIXED_SHARE * sum(word in known[best].frequent - other.frequent for word in words):
            return name
    return None
