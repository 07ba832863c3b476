"""A sentence cut into clauses, and whether a "no" in the clause takes back what was found there."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from criteria.wording.lexicon import Lexicon
from criteria.wording.marks import Marks, Occurrence, mask, without
from criteria.wording.pattern import gathered
from criteria.wording.segments import Token
from criteria.wording.terms import Terms

CONTRAST = "contrast"
WAIVER = "waiver"
NEGATION = "negation"
SIGN = "sign_"
BOUND = "bound"
NOES = (NEGATION, "no_word")
EFFECTS = ("benefit", "must", "only", "reject")
REFUSALS = ("reject", "points_lost")
CASE = "in_case"
WORDS_AFTER_NO = 6
CONCESSION, EXCUSES = "concession", "excuses"
WORDS_IN_A_CASE = 8
WORDS_BEFORE_A_CASE, WORDS_BEFORE_A_SECOND_NO = 9, 4
WORDS_IN_A_CONCESSION = 10
_BOUNDARY = frozenset(";")
_PAUSES = frozenset((",", ";", ":"))


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its concepts, and those of its whole sentence; positions are those of the sentence."""

    tokens: Sequence[Token]
    start: int
    end: int
    marks: Marks
    sentence: Marks
    waivers: Sequence[Occurrence]
    mask: int

    def taken_back(self, start: int, end: int) -> bool:
        """Whether a waiver ("earns no points", "is not required") or a plain "no" governs the words between two positions.

        A waiver governs unless something that gives, demands or shuts out stands closer; a colon keeps what stands before it away.
        """
        if any(
            (start <= one.start < end or 0 <= start - one.end < WORDS_AFTER_NO) and not self._lack_shuts_out(one)
            for one in self.marks.get(NEGATION, ())
        ):
            return True
        if not self.waivers:
            return False
        effects = [one for name in EFFECTS for one in self.marks.get(name, ()) if not self._colon_between(one.end, start)]
        return _nearest(self.waivers, start, end) <= _nearest(effects, start, end)

    def _lack_shuts_out(self, no: Occurrence) -> bool:
        """Whether a "no" only tells whom a refusal meets: "0 points if the firm has no office in the town" asks for the office."""
        cases = self.marks.get(CASE, ()) if any(name in self.marks for name in REFUSALS) else ()
        return any(0 <= no.start - one.end < WORDS_IN_A_CASE and not self._comma_between(one.end, no.start) for one in cases)

    def _comma_between(self, start: int, end: int) -> bool:
        return any(self.tokens[position].word == "," for position in range(start, end))

    def _colon_between(self, start: int, end: int) -> bool:
        return any(self.tokens[position].word == ":" for position in range(start, end))


def _nearest(occurrences: Sequence[Occurrence], start: int, end: int) -> int:
    return min((max(start - one.end, one.start - end, 0) for one in occurrences), default=10_000)


def clauses(sentence: Sequence[Token], lexicon: Lexicon, terms: Terms | None = None) -> Iterator[Clause]:
    """Cut a sentence at semicolons and at words of contrast; `terms` has read the sentences before."""
    marks = lexicon.mark(sentence)
    if terms is not None:
        terms.add(sentence, marks)
    marks = without(marks, [_conceded(sentence, one) for one in marks.get(CONCESSION, ())], gathered()[EXCUSES])
    marks = without(marks, marks.get(BOUND, ()), NOES)
    marks = without(marks, _two_noes(marks), (NEGATION, WAIVER), touching=True)
    if waivers := _standing(marks):
        marks[WAIVER] = waivers
    else:
        marks.pop(WAIVER, None)
    signs = [name for name in marks if name.startswith(SIGN)]
    marks = without(marks, waivers, (*EFFECTS, NEGATION, *signs), touching=True)
    cuts = {0, len(sentence), *(one.start for one in marks.get(CONTRAST, ()))}
    cuts.update(position + 1 for position, token in enumerate(sentence) if token.word in _BOUNDARY)
    edges = sorted(cuts)
    for start, end in itertools.pairwise(edges):
        inside = marks if len(edges) == 2 else _between(marks, start, end)
        yield Clause(sentence, start, end, inside, marks, [one for one in waivers if start <= one.start < end], mask(inside))


def _two_noes(marks: Marks) -> list[Occurrence]:
    """A "no" that opens a sentence and the "no" of its case, which demand together: "nobody is hired who does not live here"."""
    noes = marks.get(NEGATION, ())
    first = next((one for one in noes if one.start == 0), None)
    case = first and next((one for one in marks.get(CASE, ()) if first.end <= one.start <= first.end + WORDS_BEFORE_A_CASE), None)
    if not first or not case or any(first.start <= one.start < case.start for name in REFUSALS for one in marks.get(name, ())):
        return []
    return [first, second] if (second := next((one for one in noes if case.end <= one.start <= case.end + WORDS_BEFORE_A_SECOND_NO), None)) else []


def _standing(marks: Marks) -> list[Occurrence]:
    """The waivers that are no part of a longer phrase: "need not apply" shuts out, though "need not" takes back."""
    effects = [one for name in EFFECTS for one in marks.get(name, ())]
    return [one for one in marks.get(WAIVER, []) if not any(_within(one, effect) for effect in effects)]


def _conceded(sentence: Sequence[Token], one: Occurrence) -> Occurrence:
    """The words that are only conceded, which excuse nothing: "all are taken over, even if no law asks it"."""
    most = min(one.end + WORDS_IN_A_CONCESSION, len(sentence))
    return Occurrence(one.end, next((at for at in range(one.end, most) if sentence[at].word in _PAUSES), most))


def _within(one: Occurrence, other: Occurrence) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _between(marks: Marks, start: int, end: int) -> Marks:
    part = Marks()
    for concept, occurrences in marks.items():
        kept = [one for one in occurrences if start <= one.start < end]
        if kept:
            part[concept] = kept
    return part
