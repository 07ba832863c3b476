"""Which patterns a clause can set off at all, by the concepts it holds: a mask for each way to speak."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from criteria.codes import ContractType, Stage
from criteria.wording.expression import Group, Scope, Term, loosened
from criteria.wording.lexicon import Lexicon, lexicon
from criteria.wording.marks import mask
from criteria.wording.pattern import Pattern, patterns

_FLAGS = frozenset((*Stage, *ContractType))
_RARE, _COMMON = 1, 10_000


class Way(NamedTuple):
    """One way of one pattern to speak, with what a clause and a text must and must not hold for it."""

    pattern: Pattern
    waivable: bool
    terms: Sequence[Term]
    clause_needs: tuple[int, ...]
    clause_bars: int
    near_needs: tuple[int, ...]
    near_bars: int
    text_needs: tuple[int, ...]
    text_bars: int

    def possible(self, clause: int, near: int, text: int) -> bool:
        """Whether the concepts alone allow it; where they stand is looked at afterwards."""
        if clause & self.clause_bars or near & self.near_bars or text & self.text_bars:
            return False
        return (
            all(need & clause for need in self.clause_needs) and all(need & near for need in self.near_needs)
            and all(need & text for need in self.text_needs)
        )


@cache
def ways(code: str) -> Mapping[str, Sequence[Way]]:
    """The ways to speak of all patterns in a language, each under the rarest concepts it needs."""
    words = lexicon(code)
    loose = frozenset(words.language.either_side)
    found: dict[str, list[Way]] = {}
    for pattern in patterns().values():
        for waivable, written in pattern.alternatives:
            terms = tuple(loosened(term, loose) for term in written) if loose else written
            way = _way(pattern, waivable, terms)
            for name in _rarest(terms, words).names:
                found.setdefault(name, []).append(way)
    return found


def _way(pattern: Pattern, waivable: bool, terms: Sequence[Term]) -> Way:
    local = [term for term in terms if term.scope == "clause"]
    return Way(
        pattern, waivable, terms,
        tuple(mask(group.names) for term in local if not term.absent for group in _groups(term)),
        mask(name for term in local if term.absent and not term.links for name in term.first.names),
        *_around(terms, "near"), *_around(terms, "text"),
    )


def _around(terms: Sequence[Term], scope: Scope) -> tuple[tuple[int, ...], int]:
    """What must and what must not stand around a clause, in a scope where only presence counts."""
    there = [term for term in terms if term.scope == scope]
    needs = tuple(mask(term.first.names) for term in there if not term.absent)
    return needs, mask(name for term in there if term.absent for name in term.first.names)


def _groups(term: Term) -> Iterator[Group]:
    yield term.first
    yield from (link.group for link in term.links)


def _rarest(terms: Sequence[Term], words: Lexicon) -> Group:
    """The group with the fewest words, of those that must stand in the clause itself."""
    groups = [group for term in terms if term.scope == "clause" and not term.absent for group in _groups(term)]
    return min(groups, key=lambda group: sum(_entries(name, words) for name in group.names))


def _entries(name: str, words: Lexicon) -> int:
    return _COMMON if name in _FLAGS else len(words.language.words.get(name, ())) or _RARE
