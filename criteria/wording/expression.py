"""The pattern language: concepts near each other in one clause, unless others stand there.

`firm >6 based_in >4 place & benefit | award_criterion & !neutral & !equivalent@text` reads: a firm, then within six
words "based in", then within four words a place; and a benefit, or the stage is award; and neither a neutral phrase
in the clause nor an equivalent in the whole text. `~6` is within six words on either side, `a|b` is either of them;
`@sentence` looks at the whole sentence, `@near` at two sentences before and after it as well.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from criteria.wording.marks import Occurrence

Scope = Literal["clause", "sentence", "near", "text"]
_LINK = re.compile(r"\s*([~>])(\d{1,2})\s+")
_TERM = re.compile(r"(!?)(.*?)(?:@(sentence|near|text))?")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
FARTHER = 4
Keep = Callable[[str, Occurrence], bool]


@dataclass(frozen=True, slots=True)
class Group:
    """Any one of some concepts; flags (stages, kinds of contract) need no place in the text."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """How far the next group stands: `>` after, `~` on either side."""

    ordered: bool
    words: int
    group: Group


@dataclass(frozen=True, slots=True)
class Term:
    """A chain of groups that must stand, or must not stand, in a scope."""

    absent: bool
    scope: Scope
    first: Group
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What one term sees: the concepts of a clause, sentence or text, and the flags of the whole wording."""

    marks: Mapping[str, Sequence[Occurrence]]
    flags: Collection[str]


def parse(expression: str, gathered: Mapping[str, Sequence[str]]) -> tuple[Term, ...]:
    """Read an expression; `gathered` names stand for several; raise ValueError naming the part that cannot be read."""
    terms = tuple(_term(part.strip(), gathered) for part in expression.split("&"))
    if all(term.absent for term in terms):
        raise ValueError(f"'{expression}' names nothing that must be there")
    return terms


def loosened(term: Term, names: Collection[str]) -> Term:
    """The term for a language where some concepts (a verb at the end, say) may stand on either side: their `>` is read as `~`, and farther."""
    groups = (term.first, *(link.group for link in term.links))
    return replace(term, links=tuple(
        replace(link, ordered=False, words=link.words + FARTHER)
        if any(name in names for name in (*before.names, *link.group.names)) else link
        for before, link in zip(groups, term.links, strict=False)
    ))


def concepts(terms: Sequence[Term]) -> Iterator[str]:
    """Every name that the terms use."""
    for term in terms:
        yield from term.first.names
        for link in term.links:
            yield from link.group.names


def _term(part: str, gathered: Mapping[str, Sequence[str]]) -> Term:
    match = _TERM.fullmatch(part)
    assert match is not None
    first, *rest = _LINK.split(match[2])
    links = tuple(
        Link(rest[at] == ">", int(rest[at + 1]), _group(rest[at + 2], gathered)) for at in range(0, len(rest), 3)
    )
    return Term(bool(match[1]), match[3] or "clause", _group(first, gathered), links)  # type: ignore[arg-type]


def _group(part: str, gathered: Mapping[str, Sequence[str]]) -> Group:
    named = [name.strip() for name in part.split("|")]
    names = tuple(one for name in named for one in gathered.get(name, (name,)))
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"'{name}' is not a name")
    return Group(names)


def spans(term: Term, place: Place, keep: Keep) -> Iterator[tuple[int, int]]:
    """Give where the chain of a term stands, in order; (-1, -1) where a flag alone satisfies it."""
    if not term.links and any(name in place.flags for name in term.first.names):
        yield -1, -1
    else:
        yield from _chains(term, place, keep)


def _chains(term: Term, place: Place, keep: Keep) -> Iterator[tuple[int, int]]:
    lists = [_occurrences(group, place, keep) for group in (term.first, *(link.group for link in term.links))]
    for one in lists[0] if all(lists) else ():
        span = _follow(one, term.links, lists[1:])
        if span is not None:
            yield span


def _occurrences(group: Group, place: Place, keep: Keep) -> list[Occurrence]:
    found = [one for name in group.names for one in place.marks.get(name, ()) if keep(name, one)]
    if len(group.names) > 1:
        found.sort(key=_place)
    return found


def _place(one: Occurrence) -> tuple[int, int]:
    return one.start, one.end


def _follow(one: Occurrence, links: Sequence[Link], lists: Sequence[list[Occurrence]]) -> tuple[int, int] | None:
    """Walk from one occurrence along the links; give the span of the chain."""
    if not links:
        return one.start, one.end
    link = links[0]
    for other in _near(one, link, lists[0]):
        reached = _follow(other, links[1:], lists[1:])
        if reached is not None:
            return min(one.start, reached[0]), max(one.end, reached[1])
    return None


def _near(one: Occurrence, link: Link, others: list[Occurrence]) -> Iterator[Occurrence]:
    lowest = one.end if link.ordered else one.start - link.words - 8
    for position in range(bisect_left(others, (max(lowest, 0),)), len(others)):
        other = others[position]
        if other.start > one.end + link.words:
            return
        before = one.start - other.end
        after = other.start - one.end
        if 0 <= after <= link.words or (not link.ordered and 0 <= before <= link.words):
            yield other
