"""The document model: a paper is a list of blocks with plain texts; renderers decide how they look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Tone(StrEnum):
    """What a note is for; shown by a word and a border, never by colour alone."""

    INFORMATION = "information"
    CAUTION = "caution"
    STOP = "stop"


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    text: str
    lead: bool = False


@dataclass(frozen=True)
class Items:
    """A list; ordered where the order means something."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Pairs:
    """Terms and what belongs to them, two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entries:
    """A list to look things up in: a line for each, what is rarely read in small print below it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption and a head that is repeated on each page; widths in percent."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    blank_rows: int = 0


@dataclass(frozen=True)
class Wording:
    """A text for the tender documents, set apart from the advice around it."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Note:
    label: str
    text: str
    tone: Tone = Tone.INFORMATION


@dataclass(frozen=True)
class Checks:
    """Groups of statements with boxes to tick; what is known already is ticked."""

    caption: str
    choices: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[str, int | None], ...]], ...]


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on: who signs, name, day, signature."""

    people: tuple[str, ...]
    head: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG that needs nothing else, what it shows in words, and a line below it."""

    svg: str
    alternative: str
    caption: str


@dataclass(frozen=True)
class PageBreak:
    pass


Block: TypeAlias = Heading | Paragraph | Items | Pairs | Entries | Table | Wording | Note | Checks | Signatures | Picture | PageBreak


@dataclass(frozen=True)
class Stamp:
    """What makes a paper evidence: the lines that say day, versions and that it is guidance."""

    lines: tuple[str, ...]
    footer: str
    page_word: str


@dataclass(frozen=True)
class Document:
    """One paper in one language, ready for a renderer."""

    kind: str
    language: str
    direction: str
    day: date
    title: str
    subtitle: str
    stamp: Stamp
    blocks: tuple[Block, ...]

    @property
    def full_title(self) -> str:
        """The name of the file among others: which paper, of which tender."""
        return f"{self.title} – {self.subtitle}"

    def texts(self) -> Iterator[str]:
        """Every text of the paper in reading order."""
        yield self.title
        yield self.subtitle
        yield from self.stamp.lines
        for block in self.blocks:
            yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    for name, value in vars(block).items():
        if name != "svg":
            yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, Tone):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for part in value:
            yield from _strings(part)
