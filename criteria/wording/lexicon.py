"""Finding the concepts of a language in a sentence: lemmas, word beginnings and endings, phrases, numbers with units."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from criteria.problems import BadData
from criteria.wording.language import FAMILY, Language, everywhere, language
from criteria.wording.marks import Marks, Occurrence, without
from criteria.wording.quantities import FRACTION, PERIOD, TIMES, add_numbers
from criteria.wording.segments import Token, tokens

MOST_KNOWN_WORDS = 50_000
LONGEST_WORD = 40
SHORTEST_PART = 5
SHORTEST_COMPOUND = 11
IGNORE = "ignore"
NAME = "name"
UNLESS = "unless:"
GAP = "…"
WORDS_IN_A_GAP = 7


_Places = tuple[tuple[str, int], ...]


class _Word(NamedTuple):
    """What is known of one written word: the names it goes by, and the phrases and members of families that begin with it."""

    names: tuple[str, ...]
    begins: tuple["_Node", ...]
    members: tuple["_Node", ...]


class _Node(dict[str, "_Node"]):
    """A step in the tree of phrases; `concepts` end here."""

    __slots__ = ("concepts",)

    def __init__(self) -> None:
        super().__init__()
        self.concepts: list[str] = []


class Lexicon:
    """The words of one language, ready to find."""

    def __init__(self, words: Language) -> None:
        self.language = words
        self._tree = _Node()
        self._beginnings: set[str] = set()
        self._endings: set[str] = set()
        self._known: dict[str, _Word] = {}
        self._shortened = frozenset(words.shortenings)
        self._cited = frozenset(word.lower() for word in words.words.get("cited", ()))
        self._gaps: dict[str, str] = {}
        self._families: dict[str, list[str]] = {}
        self._members = _Node()
        self._not_names = frozenset(word.lower() for word in words.not_names)
        self._not_name_endings = tuple(word[1:].lower() for word in words.not_names if word.startswith("*"))
        for family, members in words.families.items():
            for member in members:
                self._join(family, member)
        for concept, entries in (*everywhere().items(), *words.words.items()):
            for entry in entries:
                self._add(concept, entry)
        for concept, entries in words.unless.items():
            for entry in entries:
                self._add(f"{UNLESS}{concept}", entry)
        for entry in words.names:
            self._add(NAME, entry)
        for entry, share in words.fractions.items():
            self._add(f"{FRACTION}{share}", entry)
        for entry, multiple in words.times.items():
            self._add(f"{TIMES}{multiple}", entry)
        for entry, months in words.periods.items():
            self._add(f"{PERIOD}{months}", entry)
        for stage, entries in words.stage_signs.items():
            for entry in entries:
                self._add(f"sign_{stage}", entry)
        for country, entries in words.country_signs.items():
            for entry in entries:
                self._add(f"country_{country}", entry)

    def shortened(self, word: str, before: str, initial: bool = False) -> bool:
        """Whether a full stop after this word does not end a sentence: "Art. 20", "das 40. Lebensjahr", "S.I. 284", but not "annex V. The"."""
        return word in self._shortened or (word.isdecimal() and before in self.language.before_ordinals) or (initial and before not in self._cited)

    def heard(self, sentence: Sequence[Token]) -> list[Token]:
        """A sentence without the words that the language passes over, such as articles; its first word stays."""
        silent = self.language.silent
        return [token for at, token in enumerate(sentence) if at == 0 or token.word not in silent] if silent else list(sentence)

    def _join(self, family: str, member: str) -> None:
        """Let a member stand where a phrase names its family: "not <asked>" finds "not demanded" and "not called for"."""
        words = self._words_of(f"families.{family}", member)
        if len(words) > 1:
            self._grow(self._members, f"<{family}>", words)
            return
        self._star(words[0])
        self._families.setdefault(words[0], []).append(f"<{family}>")

    def _words_of(self, address: str, entry: str) -> list[str]:
        language = self.language
        words = [language.forms.get(part, part) for piece in entry.lower().split() for part in _parts(piece) if part not in language.silent]
        if not words:
            raise BadData(f"wording/{language.id}.toml", address, f"'{entry}' holds no word")
        return words

    def _star(self, word: str) -> None:
        if word.endswith("*"):
            self._beginnings.add(word[:-1])
        elif word.startswith("*"):
            self._endings.add(word[1:])

    def _add(self, concept: str, entry: str) -> None:
        if GAP in entry:
            gap = f"gap:{len(self._gaps)}:{concept}"
            opening, _, closing = entry.partition(GAP)
            self._gaps[gap] = f"{gap}:end"
            self._add(gap, opening)
            self._add(f"{gap}:end", closing)
            return
        self._grow(self._tree, concept, self._words_of(f"words.{concept}", entry))

    def _grow(self, node: _Node, concept: str, phrase: Iterable[str]) -> None:
        for word in phrase:
            self._star(word)
            node = node.setdefault(word, _Node())
        node.concepts.append(concept)

    def word(self, written: str) -> _Word:
        """All names under which a word may stand in the tree: itself, its lemma, its beginnings and endings."""
        written = written[: LONGEST_WORD + 1]
        found = self._known.get(written)
        if found is None:
            if len(self._known) >= MOST_KNOWN_WORDS:
                self._known.clear()
            own = tuple(dict.fromkeys(self._names(written)))
            names = (*own, *dict.fromkeys(family for name in own for family in self._families.get(name, ())))
            begins, members = (tuple(tree[name] for name in names if name in tree) for tree in (self._tree, self._members))
            found = self._known[written] = _Word(names, begins, members)
        return found

    def _names(self, word: str) -> Iterator[str]:
        yield word
        if not word[0].isalpha() or len(word) > LONGEST_WORD:
            return
        yield (lemma := self.language.forms.get(word) or _lemma(word, self.language.id))
        if not self.language.capitals_are_names:
            yield (lemma := _lemma(word.capitalize(), self.language.id))
        if lemma == word:
            yield from (word.removesuffix(end) for end in self.language.endings if len(word) >= SHORTEST_COMPOUND and word.endswith(end))
        for length in range(2, len(word) + 1):
            if word[:length] in self._beginnings:
                yield f"{word[:length]}*"
            if word[-length:] in self._endings:
                yield f"*{word[-length:]}"

    def mark(self, sentence: Sequence[Token]) -> Marks:
        """Find every concept in a sentence; what lies within a phrase to ignore is left out."""
        words = [self.word(token.word) for token in sentence]
        nothing: Sequence[_Places] = [()] * len(words)
        members = [tuple(_phrases([(node, start + 1) for node in word.members], words, nothing)) for start, word in enumerate(words)]
        marks = Marks()
        for start, word in enumerate(words):
            begun = [(node, start + 1) for node in word.begins]
            begun += [(self._tree[family], end) for family, end in members[start] if family in self._tree]
            for concept, end in dict.fromkeys(_phrases(begun, words, members)):
                marks.setdefault(concept, []).append(Occurrence(start, end))
        self._close_gaps(marks, [at for at, token in enumerate(sentence) if token.word == ";"])
        for unless in [name for name in marks if name.startswith(UNLESS)]:
            marks = without(marks, marks.pop(unless), [unless.removeprefix(UNLESS)])
        add_numbers(sentence, marks, self.language)
        proper = [Occurrence(at, at + 1) for at, token in enumerate(sentence) if at and token.capital and not _initial(sentence, at) and self._is_name(token.word)]
        if proper:
            marks.setdefault(NAME, []).extend(proper)
        for occurrences in marks.values():
            occurrences.sort(key=lambda one: (one.start, one.end))
        return without(marks, marks.pop(IGNORE, []), marks)

    def _close_gaps(self, marks: Marks, stops: Sequence[int]) -> None:
        """"ne … que" is one word in two parts, with a few words but no negation or semicolon between them.

        It may end in a negation of its own ("bids … not read").
        """
        closed = {end: marks.pop(end) for end in self._gaps.values() & marks.keys()}
        for gap in self._gaps.keys() & marks.keys():
            for one in marks.pop(gap):
                far = next((other for other in closed.get(self._gaps[gap], ()) if 0 <= other.start - one.end <= WORDS_IN_A_GAP), None)
                noes = [] if far and _says_no(far, marks) else [no.start for no in marks.get("negation", ())]
                if far and not any(one.end <= at < far.start for at in (*stops, *noes)):
                    marks.setdefault(gap.split(":", 2)[2], []).append(Occurrence(one.start, far.end))

    def _is_name(self, word: str) -> bool:
        """Whether a word with a capital is a name; where nouns have capitals too, only one that no dictionary knows."""
        if word in self._not_names or word.endswith(self._not_name_endings):
            return False
        return self.language.capitals_are_names or _unknown(word, self.language.id)


def _says_no(one: Occurrence, marks: Marks) -> bool:
    return any(one.start <= no.start < one.end for no in marks.get("negation", ()))


def _initial(sentence: Sequence[Token], at: int) -> bool:
    """Whether a letter with a full stop inside a sentence stands for a longer word: "S.I. 284", "art. L. 2113-12"."""
    return len(sentence[at].word) == 1 and at + 2 < len(sentence) and sentence[at + 1].word == "."


def _phrases(begun: list[tuple[_Node, int]], words: Sequence[_Word], members: Sequence[_Places]) -> Iterator[tuple[str, int]]:
    """Give the concepts of the phrases that go on from some steps, with where they end; `members` are those of families at each word."""
    while begun:
        node, position = begun.pop()
        yield from ((concept, position) for concept in node.concepts)
        if node and position < len(words):
            begun += [(node[name], position + 1) for name in words[position].names if name in node]
            begun += [(node[family], end) for family, end in members[position] if family in node]


def _parts(piece: str) -> list[str]:
    """Cut an entry the way texts are cut, keeping the star of a word's beginning or ending, and a family whole."""
    if FAMILY.fullmatch(piece):
        return [piece]
    words = [token.word for token in tokens(piece.strip("*"))]
    if piece.startswith("*") and words:
        words[0] = f"*{words[0]}"
    if piece.endswith("*") and words:
        words[-1] = f"{words[-1]}*"
    return words


def _lemma(word: str, code: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang=code, low_memory=True).lower()


@lru_cache(MOST_KNOWN_WORDS)
def _unknown(word: str, code: str) -> bool:
    """Whether neither a word nor its last part is in the dictionary ("Streusplitt" ends in a known word)."""
    import simplemma

    ends = (word[start:].capitalize() for start in range(max(len(word) - SHORTEST_PART, 0) + 1))
    return len(word) <= LONGEST_WORD and not any(simplemma.is_known(end, lang=code, low_memory=True) for end in ends)


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language, read once."""
    return Lexicon(language(code))
