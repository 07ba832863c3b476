"""Shares said without a percent sign: "four of every twenty", "of forty employees, ten", "ten of them"."""

from collections.abc import Iterator
from decimal import Decimal

from criteria.wording.marks import Marks, Occurrence

SHARE = "share"
AMONG, WHOLE_FIRST, OF_THEM, CITED = "among", "whole_first", "of_them", "cited"
PEOPLE = ("worker", "person", "disadvantaged", "workforce_size")
WORDS_TO_PART, WORDS_TO_WHOLE, WORDS_TO_PEOPLE = 7, 1, 24
MOST_PEOPLE = 1000


def add_shares(marks: Marks) -> None:
    """Add to the marks every share of people as `share`, in percent; a percentage is a share too."""
    found = [*marks.get("percent", ()), *_out_of(marks), *_of_them(marks)]
    if found:
        marks[SHARE] = sorted(found)


def _out_of(marks: Marks) -> Iterator[Occurrence]:
    """"One person in five", "of every five persons at least one"."""
    numbers = _counts(marks) if AMONG in marks or WHOLE_FIRST in marks else []
    whole_first = marks.get(WHOLE_FIRST, [])
    for among in (*marks.get(AMONG, ()), *whole_first):
        whole = next((one for one in numbers if among.end <= one.start <= among.end + WORDS_TO_WHOLE and one.value != 1), None)
        before = None if among in whole_first else _last_before(numbers, among, marks)
        if before and whole and not _smaller(before, whole):  # "Art. 61: operators who among fifty count ten"
            before = None
        part = before or (whole and _first_after(numbers, whole.end))
        if whole and part:
            yield from _share(part, whole)


def _last_before(numbers: list[Occurrence], among: Occurrence, marks: Marks) -> Occurrence | None:
    """The number right before, or with a word for people between: the figure of an article is none."""
    near = [one for one in numbers if among.start - WORDS_TO_PART <= one.end <= among.start]
    return near[-1] if near and (near[-1].end == among.start or _people(marks, near[-1].end, among.start)) else None


def _first_after(numbers: list[Occurrence], place: int) -> Occurrence | None:
    return next((one for one in numbers if place <= one.start <= place + WORDS_TO_PART), None)


def _of_them(marks: Marks) -> Iterator[Occurrence]:
    """"Forty workers, ten of them": the whole stands before."""
    numbers = _counts(marks) if OF_THEM in marks else []
    for one in marks.get(OF_THEM, ()):
        part = next((number for number in numbers if one.start in (number.end, number.end + 1) or one.end <= number.start <= one.end + 2), None)
        whole = next((number for number in numbers if part and part.start - WORDS_TO_PEOPLE <= number.end <= part.start and _people(marks, number.start - 3, number.end + 3)), None)
        if part and whole:
            yield from _share(part, whole)


def _people(marks: Marks, start: int, end: int) -> bool:
    """Whether a word for people stands between two places."""
    return any(start <= one.start < end for name in PEOPLE for one in marks.get(name, ()))


def _share(part: Occurrence, whole: Occurrence) -> Iterator[Occurrence]:
    if part.value and whole.value and _smaller(part, whole):
        yield Occurrence(part.start, part.end, part.value * 100 / whole.value)


def _smaller(part: Occurrence, whole: Occurrence) -> bool:
    return (part.value or 0) < (whole.value or 0)


def _counts(marks: Marks) -> list[Occurrence]:
    """The numbers that can count people: whole, small, without the word of a unit beside them, of no article or lot."""
    measured = [other for unit in ("percent", "months", "euro", "hours", "days") for other in marks.get(unit, ())]
    return [
        one for one in marks.get("number", ())
        if one.value is not None and one.value <= Decimal(MOST_PEOPLE) and not any(other.start <= one.start < other.end for other in measured)
        and not any(cited.end == one.start for cited in marks.get(CITED, ()))
    ]
