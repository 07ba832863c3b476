"""The sentence to accept in the place of a bad one, and the whole text with it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from criteria.codes import Stage
from criteria.wording.clauses import NEGATION, Clause
from criteria.wording.language import language
from criteria.wording.pattern import Pattern
from criteria.wording.segments import BULLETS, Token

_SHUTS_OUT = ("only", "reject", "forbid", "other", NEGATION)
_ENDS = frozenset(".;!")


class Hit(NamedTuple):
    """A pattern that speaks, with its clause and the token span.

    `together` are all that speak in its sentence; `opens`: the sentence could be kept with equals let in.
    """

    pattern: Pattern
    clause: Clause
    start: int
    end: int
    together: tuple[Pattern, ...]
    opens: bool


def shuts_out(clause: Clause, names: Collection[str]) -> bool:
    """Whether a sentence shuts others out in words that an equal let in would contradict; `names` are the concepts of its text."""
    return "no_accept" in names or any(name in clause.sentence for name in _SHUTS_OUT)


def replacement(text: str, hit: Hit, code: str, stages: Collection[Stage]) -> str:
    """The sentence that the language gives in place of the bad one, or the buyer's own opened to equals; nothing where it gives none."""
    return _whole(hit, code, stages) or _opened(text, hit, code)


def rewritten(text: str, instead: str, tokens: Sequence[Token]) -> str:
    """The text with the whole sentence replaced; nothing where there is nothing to replace it by."""
    return text[: _begin(tokens)] + instead + text[tokens[-1].end :] if instead else ""


def _whole(hit: Hit, code: str, stages: Collection[Stage]) -> str:
    """The whole sentence that a language gives at these stages; nothing where it would lose what the bad one is about."""
    pattern, examples = hit.pattern, language(code).examples.get(hit.pattern.id)
    loses = any(stage in pattern.never_offered_at for stage in stages) or any(one.id in pattern.gives_way_to for one in hit.together)
    return examples.replacement_for(stages) if examples and not loses else ""


def _opened(text: str, hit: Hit, code: str) -> str:
    """The buyer's own sentence and one more after it; nothing where there is none to add, or another flaw would stay."""
    examples, tokens = language(code).examples.get(hit.pattern.id), hit.clause.tokens
    if examples is None or not examples.added or not hit.opens or len(hit.together) > 1:
        return ""
    last = tokens[-2] if tokens[-1].word in _ENDS else tokens[-1]
    return f"{text[_begin(tokens) : last.end]}. {examples.added}"


def _begin(tokens: Sequence[Token]) -> int:
    """Where the words of a sentence begin, after the mark of a list."""
    return next(token.start for token in tokens if token.word not in BULLETS)
