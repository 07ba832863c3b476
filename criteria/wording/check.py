"""check_wording(): what the rules find in an officer's own text, where, why, and how to repair it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from criteria.basis import Basis
from criteria.codes import Severity, Stage, Verdict
from criteria.findings import DesignRule, Finding, verdict_of
from criteria.knowledge import Knowledge
from criteria.law import LawOnDay
from criteria.prose import N_, Sentence
from criteria.wording.clauses import EFFECTS, Clause
from criteria.wording.detect import UNKNOWN, detect
from criteria.wording.expression import Place, spans
from criteria.wording.figures import ASKS, FACTS, LIMITS, Known
from criteria.wording.index import Way, ways
from criteria.wording.lexicon import Lexicon, lexicon
from criteria.wording.marks import Marks, Occurrence, mask
from criteria.wording.pattern import Number, Pattern, read_at
from criteria.wording.rewriting import Hit, replacement, rewritten, shuts_out
from criteria.wording.stated import with_stated
from criteria.wording.text import KEPT_CHARACTERS, Text, looked_over

MOST_FINDINGS = 100
YES, WORDS_BEFORE_A_YES = "yes", 3
DUTY = "duty_asked"
_DECIDE = ("benefit", "reject")
DESCRIBES, _ACTORS = "describes", ("firm", "tender", "job")
NO_STAGE = Sentence(N_("Where do the words stand? Rules that hold at one stage only were not looked at."))
GUESSED_STAGE = N_("Nobody said where the words stand. By their own words they were read as: {stages}. If that is wrong, say where they stand.")
NO_COUNTRY = Sentence(N_("Which country is it? National law can allow or demand more; it was not looked at."))
_NATIONAL = (Stage.RESERVED_ART20, Stage.RESERVED_ART77)


@dataclass(frozen=True, slots=True)
class TextFinding(Finding):
    """A finding about words: their place in the text, a sentence to put in place of theirs, and the whole text with it."""

    span: tuple[int, int] = (0, 0)
    words: str = ""
    rewritten: str = ""
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one text found; `ok` means no known problem, never that it is lawful."""

    verdict: Verdict
    findings: tuple[TextFinding, ...]
    languages: tuple[str, ...]
    asks: tuple[Sentence, ...]
    notices: tuple[Sentence, ...]
    as_of: date

    @property
    def understood(self) -> bool:
        """Whether the language was one that is read; if not, a text without findings has no result."""
        return UNKNOWN not in self.notices

    @property
    def passes(self) -> bool:
        """Whether a strict check lets the text pass: it was read, and nothing was found."""
        return self.understood and not self.findings


class _Check:
    """One text in one language held against every pattern."""

    def __init__(self, text: str, here: Known, words: Lexicon, law: LawOnDay) -> None:
        self.text, self.words, self.law = text, words, law
        self.clauses = Text(text, words)
        own, telling = looked_over(self.clauses)
        self.names = own | looked_over(Text(here.context, words))[0]
        self.here = with_stated(here, text[:KEPT_CHARACTERS], telling, self.names)
        self.stages = (here.stage,) if here.stage else tuple(stage for stage in Stage if f"sign_{stage}" in own)
        self.flags = frozenset((*self.stages, *((here.contract_type,) if here.contract_type else ())))
        self.asks: dict[str, Sentence] = {}
        self.read = read_at(self.stages)
        self.ways = ways(words.language.id)
        self.flag_mask = mask(self.flags)
        self.text_mask = mask(self.names) | self.flag_mask

    def hits(self) -> Iterator[Hit]:
        """Give each pattern that speaks; one pattern speaks once a sentence."""
        return islice(chain.from_iterable(self._in_sentence(*one) for one in self.clauses.with_near()), MOST_FINDINGS)

    def _in_sentence(self, sentence: tuple[Clause, ...], near: int, following: tuple[Marks, ...]) -> Iterator[Hit]:
        if self._only_asks(sentence, following) or _only_describes(sentence[0].sentence):
            return
        spoken: dict[str, tuple[Way, Clause, tuple[int, int]]] = {}
        for clause in sentence:
            for way in self._ways(clause, near):
                span = None if way.pattern.id in spoken else self._stands(way, clause)
                if span is not None and self._fact_holds(way.pattern):
                    spoken[way.pattern.id] = way, clause, span
        together = tuple(way.pattern for way, *_ in spoken.values())
        for way, clause, span in spoken.values():
            yield Hit(way.pattern, clause, *span, together, opens=way.waivable and not shuts_out(clause, self.names))

    def _ways(self, clause: Clause, near: int) -> Iterator[Way]:
        """The ways to speak that the concepts of a clause, and those near it, allow."""
        held, around = clause.mask | self.flag_mask, near | self.flag_mask
        for name in clause.marks:
            for way in self.ways.get(name, ()):
                if way.possible(held, around, self.text_mask) and way.pattern.id in self.read:
                    yield way

    def _only_asks(self, sentence: tuple[Clause, ...], following: tuple[Marks, ...]) -> bool:
        """A question in the preparation demands nothing, nor one whose answer frees: "May others bid? Yes", "Must we have an office here? No"."""
        if sentence[0].tokens[-1].word != "?":
            return False
        if Stage.MARKET_CONSULTATION in self.stages:
            return True
        return _denied(following) if DUTY in sentence[0].sentence else _agreed(following)

    def _fact_holds(self, pattern: Pattern) -> bool:
        if pattern.fact is None:
            return True
        answer = FACTS[pattern.fact](self.here, self.law)
        if answer is None:
            self.asks[pattern.fact] = ASKS[pattern.fact]
        return bool(answer)

    def _stands(self, way: Way, clause: Clause) -> tuple[int, int] | None:
        """Find the terms in a clause; give the span of all that must be there."""
        found: list[tuple[int, int]] = []
        for position, term in enumerate(way.terms):
            if term.scope in ("near", "text"):
                continue
            place = Place(clause.marks if term.scope == "clause" else clause.sentence, self.flags)
            keep = _Keep(way.pattern.number, self)
            governed = way.waivable and position == 0
            first = next((one for one in spans(term, place, keep) if not (governed and clause.taken_back(*one))), None)
            if (first is None) is not term.absent:
                return None
            if first is not None and first[0] >= 0:
                found.append(first)
        return (min(one[0] for one in found), max(one[1] for one in found)) if found else None


class _Keep:
    """Which numbers count: those on the wrong side of the limit."""

    __slots__ = ("check", "number")

    def __init__(self, number: Number | None, check: _Check) -> None:
        self.number, self.check = number, check

    def __call__(self, name: str, one: Occurrence) -> bool:
        number = self.number
        if number is None or name != number.of or one.value is None:
            return True
        limit = Decimal(number.limit) if isinstance(number.limit, int) else LIMITS[number.limit](self.check.here, self.check.law)
        if limit is None:
            self.check.asks[str(number.limit)] = ASKS[str(number.limit)]
            return False
        return _TESTS[number.test](one.value, limit)


def _only_describes(marks: Marks) -> bool:
    """Whether a sentence only tells what is bought, for whom, and what is there: nobody in it has to do, to be or to get anything."""
    return DESCRIBES in marks and not any(name in marks for name in (*EFFECTS, *_ACTORS))


def _agreed(answer: Sequence[Marks]) -> bool:
    """Whether what follows a question says yes, and neither it nor a "No: ..." after it gives points or shuts out."""
    said = [one for at, one in enumerate(answer) if at == 0 or _opens(one, "no_word")]
    return bool(said) and _opens(said[0], YES) and not any(name in one for one in said for name in _DECIDE)


def _denied(answer: Sequence[Marks]) -> bool:
    """Whether what follows a question says no."""
    return bool(answer) and _opens(answer[0], "no_word")


def _opens(marks: Marks, name: str) -> bool:
    return any(one.start < WORDS_BEFORE_A_YES for one in marks.get(name, ()))


_TESTS = {
    "above": Decimal.__gt__, "below": Decimal.__lt__,
    "not_above": Decimal.__le__, "not_below": Decimal.__ge__,
}


def check_wording(text: str, here: Known, known: Knowledge, day: date, code: str | None = None) -> Checked:
    """Check a text on the law of a day; `code` is its language if known, else it is found out.

    Finds what the numbered rules of `criteria/data/rules` describe; it never says that a text is lawful.
    """
    codes, notices = detect(text, code)
    law = known.law.on(day)
    checks = [_Check(text, here, lexicon(one), law) for one in codes]
    found = [_finding(check, known, hit) for check in checks for hit in check.hits()]
    asks = {name: ask for check in checks for name, ask in check.asks.items()}
    if UNKNOWN not in notices and here.stage is None:
        guessed = tuple(dict.fromkeys(stage for check in checks for stage in check.stages))
        asks["stage"] = Sentence(GUESSED_STAGE, {"stages": guessed}) if guessed else NO_STAGE
    if any(check.here.country is None for check in checks) and any(stage in _NATIONAL for check in checks for stage in check.stages):
        asks["country"] = NO_COUNTRY
    findings = tuple(_worst_first(_once(found)))
    return Checked(verdict_of(findings), findings, codes, tuple(asks.values()), notices, day)


def patterns_that_speak(text: str, here: Known, law: LawOnDay, code: str) -> dict[str, str]:
    """The ids of all patterns that find something in a text of a known language, those said once included.

    Each has the text with the sentence accepted that it offers; empty where it offers none.
    """
    check = _Check(text, here, lexicon(code), law)
    return {hit.pattern.id: rewritten(text, replacement(text, hit, code, check.stages), hit.clause.tokens) for hit in check.hits()}


def _finding(check: _Check, known: Knowledge, hit: Hit) -> TextFinding:
    pattern, tokens = hit.pattern, hit.clause.tokens
    rule: DesignRule = known.rules[pattern.rule]
    begin, stop = tokens[hit.start].start, tokens[hit.end - 1].end
    instead = replacement(check.text, hit, check.words.language.id, check.stages)
    return TextFinding(
        rule.id, pattern.flaw or rule.flaw, pattern.weighs(check.stages) or rule.severity, "",
        Sentence(pattern.why or rule.why), Sentence(pattern.repair or rule.repair), _grounds(rule, known.grounds),
        span=(begin, stop), words=check.text[begin:stop], rewritten=rewritten(check.text, instead, tokens), replacement=instead,
    )


def _grounds(rule: DesignRule, grounds: Mapping[str, Basis]) -> tuple[Basis, ...]:
    return tuple(grounds[one] for one in rule.law)


def _once(found: Iterable[TextFinding]) -> Iterator[TextFinding]:
    """Say each flaw once about the same words, by its gravest rule, and where two are equally grave with more words."""
    said: list[TextFinding] = []
    order = list(Severity)
    for one in sorted(found, key=lambda one: (order.index(one.severity), -len(one.words))):
        if not any(one.flaw == other.flaw and one.span[0] < other.span[1] and other.span[0] < one.span[1] for other in said):
            said.append(one)
            yield one


def _worst_first(found: Iterable[TextFinding]) -> list[TextFinding]:
    order = list(Severity)
    return sorted(found, key=lambda one: (order.index(one.severity), one.span))
