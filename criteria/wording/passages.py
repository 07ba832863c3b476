"""The passages of tender documents, each with the stage it seems to stand at, and whether it looks like a criterion or a clause."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from criteria.codes import Stage
from criteria.datafile import DATA, read
from criteria.prose import Frozen

LONGEST_HEADING = 120
LONGEST_PASSAGE = 2_000
SHORTEST_PASSAGE = 25
MOST_PASSAGES = 300
MOST_READ = 5_000
Words = dict[str, tuple[str, ...]]
_NUMBERED = re.compile(r"^(\d+(\.\d+)*[.)]?|[A-Z][.)]|[IVX]+[.)]|§+\s*\d+)\s+\S")
_ENDS = (".", ";", ",", "!", "?")
_STOPS = (".", ";", "!", "?")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


class Signs(Frozen):
    """The content of `criteria/data/passages.toml`."""

    checked_on: date
    demands: Words
    stages: dict[Stage, Words]

    @cached_property
    def demand(self) -> re.Pattern[str]:
        return _any_of(self.demands)

    @cached_property
    def stage_signs(self) -> Mapping[Stage, re.Pattern[str]]:
        return {stage: _any_of(words) for stage, words in self.stages.items()}

    def stage_of(self, text: str) -> Stage | None:
        """The first stage whose words stand in a text."""
        return next((stage for stage, sign in self.stage_signs.items() if sign.search(text)), None)


class Passage(NamedTuple):
    """A piece of a document: under which heading, at which stage it seems to stand, whether its words demand or score something."""

    text: str
    heading: str
    stage: Stage | None
    demands: bool


@cache
def signs() -> Signs:
    """Read the signs; raise BadData naming key and fault."""
    return read(DATA / "passages.toml", Signs)


def passages(paragraphs: Iterable[str]) -> Iterator[Passage]:
    """Give the paragraphs that could hold a clause, long ones in parts; a heading lends its stage to what follows."""
    known, heading, under = signs(), "", None
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        if is_heading(text):
            heading, under = text, known.stage_of(text)
        elif len(text) >= SHORTEST_PASSAGE:
            demands = bool(known.demand.search(text))
            for part in _parts(text):
                yield Passage(part, heading, under or known.stage_of(part), demands)


def is_heading(text: str) -> bool:
    """A short line without a stop at its end that begins with a number or a capital and demands nothing of its own."""
    if not text or len(text) > LONGEST_HEADING or text.endswith(_ENDS):
        return False
    return bool(_NUMBERED.match(text)) or (text[0].isupper() and len(text.split()) <= 8)


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Put the lines of a page back together to paragraphs: a blank line, a heading or a full stop ends one."""
    held: list[str] = []
    every = [" ".join(line.split()) for line in lines]
    for line, following in zip(every, [*every[1:], ""], strict=True):
        alone = is_heading(line) and not following[:1].islower() and (not held or held[-1].endswith(_STOPS))
        if held and (alone or not line):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
        if held and (alone or line.endswith(_STOPS)):
            yield " ".join(held)
            held = []
    if held:
        yield " ".join(held)


def _parts(text: str) -> Iterator[str]:
    """Cut a long paragraph between sentences; a sentence beyond every measure is cut off."""
    part = ""
    for sentence in _SENTENCE.split(text):
        if part and len(part) + len(sentence) >= LONGEST_PASSAGE:
            yield part
            part = ""
        part = f"{part} {sentence}".strip()[:LONGEST_PASSAGE]
    yield part


def _any_of(words: Words) -> re.Pattern[str]:
    """Whole words and phrases of every language, in any case; a star stands for the rest of a word."""
    every = sorted({one for listed in words.values() for one in listed}, key=lambda one: (-len(one), one))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(one).replace(r"\*", r"\w*") for one in every) + r")(?!\w)", re.IGNORECASE)
