"""Finding the concepts of a language in a sentence: lemmas, word beginnings and endings, phrases, numbers with units."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from criteria.problems import BadData
from criteria.wording.language import Language, language
from criteria.wording.segments import Token, tokens

MOST_KNOWN_WORDS = 50_000
LONGEST_WORD = 40
UNITS = ("percent", "months", "years", "days", "hours", "euro", "kilometres", "times", "points_unit")
MONTHS_IN_A_YEAR = 12
IGNORE = "ignore"
NAME = "name"
RENEWAL = "renewal"
HALF = "and_a_half"
FRACTION = "fraction:"
TIMES = "times:"
UNLESS = "unless:"
GAP = "…"
WORDS_IN_A_GAP = 7
_BITS: dict[str, int] = {}


class Occurrence(NamedTuple):
    """A concept between two token positions of a sentence; numbers carry their value."""

    start: int
    end: int
    value: Decimal | None = None


class Marks(dict[str, list[Occurrence]]):
    """Which concepts stand where in a sentence."""


class _Word(NamedTuple):
    """What is known of one written word: the names it goes by, and the phrases that begin with it."""

    names: tuple[str, ...]
    begins: tuple["_Node", ...]


class _Node(dict[str, "_Node"]):
    """A step in the tree of phrases; `concepts` end here."""

    __slots__ = ("concepts",)

    def __init__(self) -> None:
        super().__init__()
        self.concepts: list[str] = []


def mask(names: Iterable[str]) -> int:
    """One bit for each name."""
    bits = 0
    for name in names:
        bit = _BITS.get(name)
        if bit is None:
            bit = _BITS[name] = 1 << len(_BITS)
        bits |= bit
    return bits


class Lexicon:
    """The words of one language, ready to find."""

    def __init__(self, words: Language) -> None:
        self.language = words
        self._tree = _Node()
        self._beginnings: set[str] = set()
        self._endings: set[str] = set()
        self._known: dict[str, _Word] = {}
        self._shortened = frozenset(words.shortenings)
        self._gaps: dict[str, str] = {}
        self._not_names = frozenset(word.lower() for word in words.not_names)
        for concept, entries in words.words.items():
            for entry in entries:
                self._add(concept, entry)
        for concept, entries in words.unless.items():
            for entry in entries:
                self._add(f"{UNLESS}{concept}", entry)
        for entry, share in words.fractions.items():
            self._add(f"{FRACTION}{share}", entry)
        for entry, multiple in words.times.items():
            self._add(f"{TIMES}{multiple}", entry)
        for stage, entries in words.stage_signs.items():
            for entry in entries:
                self._add(f"sign_{stage}", entry)
        for country, entries in words.country_signs.items():
            for entry in entries:
                self._add(f"country_{country}", entry)

    def shortened(self, word: str) -> bool:
        """Whether a full stop after this word does not end a sentence."""
        return word in self._shortened

    def heard(self, sentence: Sequence[Token]) -> list[Token]:
        """A sentence without the words that the language passes over, such as articles; its first word stays."""
        silent = self.language.silent
        return [token for at, token in enumerate(sentence) if at == 0 or token.word not in silent] if silent else list(sentence)

    def _add(self, concept: str, entry: str) -> None:
        if GAP in entry:
            gap = f"gap:{len(self._gaps)}:{concept}"
            opening, _, closing = entry.partition(GAP)
            self._gaps[gap] = f"{gap}:end"
            self._add(gap, opening)
            self._add(f"{gap}:end", closing)
            return
        node = self._tree
        parts = [self.language.forms.get(part, part) for piece in entry.lower().split() for part in _parts(piece) if part not in self.language.silent]
        if not parts:
            raise BadData(f"wording/{self.language.id}.toml", f"words.{concept}", f"'{entry}' holds no word")
        for part in parts:
            if part.endswith("*"):
                self._beginnings.add(part[:-1])
            elif part.startswith("*"):
                self._endings.add(part[1:])
            node = node.setdefault(part, _Node())
        node.concepts.append(concept)

    def word(self, written: str) -> _Word:
        """All names under which a word may stand in the tree: itself, its lemma, its beginnings and endings."""
        written = written[: LONGEST_WORD + 1]
        found = self._known.get(written)
        if found is None:
            if len(self._known) >= MOST_KNOWN_WORDS:
                self._known.clear()
            names = tuple(dict.fromkeys(self._names(written)))
            found = self._known[written] = _Word(names, tuple(self._tree[name] for name in names if name in self._tree))
        return found

    def _names(self, word: str) -> Iterator[str]:
        yield word
        if not word[0].isalpha() or len(word) > LONGEST_WORD:
            return
        yield self.language.forms.get(word) or _lemma(word, self.language.id)
        for length in range(2, len(word) + 1):
            if word[:length] in self._beginnings:
                yield f"{word[:length]}*"
            if word[-length:] in self._endings:
                yield f"*{word[-length:]}"

    def mark(self, sentence: Sequence[Token]) -> Marks:
        """Find every concept in a sentence; what lies within a phrase to ignore is left out."""
        words = [self.word(token.word) for token in sentence]
        marks = Marks()
        for start, word in enumerate(words):
            if word.begins:
                for concept, end in dict.fromkeys(_phrases(words, start)):
                    marks.setdefault(concept, []).append(Occurrence(start, end))
        self._close_gaps(marks)
        for concept in self.language.unless:
            marks = without(marks, marks.pop(f"{UNLESS}{concept}", []), [concept])
        for concept, number in [*self._numbers(sentence, marks), *_valued(marks, FRACTION, "percent"), *_valued(marks, TIMES, "times")]:
            marks.setdefault(concept, []).append(number)
        if RENEWAL in marks and len(marks.get("months", ())) + ("times" in marks) > 1 and "months" in marks:
            marks["months"].append(_with_renewals(marks))
        if self.language.capitals_are_names:
            proper = [Occurrence(at, at + 1) for at, token in enumerate(sentence) if at and token.capital and token.word not in self._not_names]
            if proper:
                marks[NAME] = proper
        for occurrences in marks.values():
            occurrences.sort(key=lambda one: (one.start, one.end))
        return without(marks, marks.pop(IGNORE, []), marks)

    def _close_gaps(self, marks: Marks) -> None:
        """"ne … que" is one word in two parts, with a few words but no negation between them."""
        for gap, end in self._gaps.items():
            opened, closed = marks.pop(gap, ()), marks.pop(end, ())
            for one in opened:
                far = next((other for other in closed if 0 <= other.start - one.end <= WORDS_IN_A_GAP), None)
                if far and not any(one.end <= no.start < far.start for no in marks.get("negation", ())):
                    marks.setdefault(gap.rpartition(":")[2], []).append(Occurrence(one.start, far.end))

    def _numbers(self, sentence: Sequence[Token], marks: Marks) -> Iterator[tuple[str, Occurrence]]:
        for position, token in enumerate(sentence):
            value = self._value(token.word)
            if value is None:
                continue
            end, value = _with_half(marks, *self._scaled(sentence, position + 1, value))
            yield "number", Occurrence(position, end, value)
            yield from self._with_unit(marks, position, end, value)

    def _value(self, word: str) -> Decimal | None:
        if word[0].isdigit():
            return figure(word)
        return self.language.numbers.get(word)

    def _scaled(self, sentence: Sequence[Token], end: int, value: Decimal) -> tuple[int, Decimal]:
        scale = self.language.scales.get(sentence[end].word) if end < len(sentence) else None
        return (end, value) if scale is None else (end + 1, value * scale)

    def _with_unit(self, marks: Marks, start: int, end: int, value: Decimal) -> Iterator[tuple[str, Occurrence]]:
        """A number next to the word of a unit, before or after, one word between at most."""
        for unit in UNITS:
            for one in marks.get(f"unit_{unit}", ()):
                if end <= one.start <= end + 1 or one.end == start:
                    found = Occurrence(min(start, one.start), max(end, one.end), value)
                    yield unit, found
                    if unit == "years":
                        yield "months", found._replace(value=value * MONTHS_IN_A_YEAR)
                    break


def _phrases(words: Sequence[_Word], start: int) -> Iterator[tuple[str, int]]:
    """Give the concepts whose phrases begin at a word, with where they end."""
    nodes: Sequence[_Node] = words[start].begins
    position = start + 1
    while nodes:
        yield from ((concept, position) for node in nodes for concept in node.concepts)
        names = words[position].names if position < len(words) else ()
        nodes = [node[name] for node in nodes if node for name in names if name in node]
        position += 1


def _with_half(marks: Marks, end: int, value: Decimal) -> tuple[int, Decimal]:
    """"Two and a half" is 2.5."""
    half = next((one for one in marks.get(HALF, ()) if one.start == end), None)
    return (half.end, value + Decimal("0.5")) if half else (end, value)


def _valued(marks: Marks, prefix: str, unit: str) -> Iterator[tuple[str, Occurrence]]:
    """"A quarter of" is 25 percent; "two and a half times" is 2.5 times."""
    for concept in [name for name in marks if name.startswith(prefix)]:
        value = Decimal(concept.removeprefix(prefix))
        for one in marks.pop(concept):
            yield unit, one._replace(value=value)


def _with_renewals(marks: Marks) -> Occurrence:
    """The whole term: "two years, renewed twice by twelve months" is 48 months."""
    terms = sorted(marks["months"], key=lambda one: one.start)
    first, second = terms[0], terms[min(1, len(terms) - 1)]
    times = max((one.value or 1 for one in marks.get("times", ())), default=Decimal(1))
    return Occurrence(first.start, second.end, (first.value or Decimal(0)) + times * (second.value or Decimal(0)))


def without(marks: Marks, covers: Iterable[Occurrence], concepts: Iterable[str], touching: bool = False) -> Marks:
    """Drop the occurrences of some concepts that lie within a covering phrase, or that only touch it."""
    covers = list(covers)
    if not covers:
        return marks
    left = Marks(marks)
    for concept in list(concepts):
        kept = [one for one in left.get(concept, ()) if not any(_covered(one, cover, touching) for cover in covers)]
        if kept:
            left[concept] = kept
        else:
            left.pop(concept, None)
    return left


def _covered(one: Occurrence, cover: Occurrence, touching: bool) -> bool:
    if touching:
        return one.start < cover.end and cover.start < one.end
    return cover.start <= one.start and one.end <= cover.end


def figure(word: str) -> Decimal | None:
    """Read a written figure with thousands or decimals; a stop or comma before one or two digits is decimal."""
    plain = word.translate(_SPACES)
    whole, sign, rest = _split(plain)
    digits = whole.replace(",", "").replace(".", "").replace("'", "")
    return Decimal(f"{digits}.{rest}" if sign else digits) if len(digits) <= LONGEST_WORD else None


def _split(plain: str) -> tuple[str, str, str]:
    for sign in ",.":
        whole, found, rest = plain.rpartition(sign)
        if found and len(rest) in (1, 2):
            return whole, sign, rest
    return plain, "", ""


_SPACES = {ord(one): None for one in " \u00a0\u202f"}


def _parts(piece: str) -> list[str]:
    """Cut an entry the way texts are cut, keeping the star of a word's beginning or ending."""
    words = [token.word for token in tokens(piece.strip("*"))]
    if piece.startswith("*") and words:
        words[0] = f"*{words[0]}"
    if piece.endswith("*") and words:
        words[-1] = f"{words[-1]}*"
    return words


def _lemma(word: str, code: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang=code).lower()


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language, read once."""
    return Lexicon(language(code))
