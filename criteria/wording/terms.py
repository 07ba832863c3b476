"""How long a contract runs in all: from date to date, or a first term with its renewals, over several sentences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from criteria.wording.language import Language
from criteria.wording.marks import Marks, Occurrence
from criteria.wording.quantities import MONTHS_IN_A_YEAR, MOST_RENEWALS, goes_with, in_months
from criteria.wording.segments import Token

WHOLE_TERM = "whole_term"
RENEWAL, IN_TOTAL, NOTICE, A_YEAR, SAME_TERM = "renewal", "in_total", "notice_period", "a_year", "same_term"
NEGATION, AT_MOST = "negation", "no_more"
NEAR, BEFORE_RENEWAL = 4, 3
DAYS_IN_A_MONTH = 31
FIRST_YEAR, LAST_YEAR = 2000, 2100
WORDS_IN_A_DATE = 2


class Terms:
    """Reads the sentences of one text in order and remembers the first term and the first date."""

    def __init__(self, language: Language) -> None:
        self._months = {word: number for number, words in enumerate(language.calendar, 1) for word in words.split()}
        self._first: Decimal | None = None
        self._unit = 1
        self._begins: Decimal | None = None

    def add(self, sentence: Sequence[Token], marks: Marks) -> None:
        """Add the whole term that a sentence makes known to its marks, in months, as `whole_term`."""
        found = [*self._between_dates(sentence), *self._with_renewals(marks)]
        if found:
            marks[WHOLE_TERM] = sorted(found)

    def _between_dates(self, sentence: Sequence[Token]) -> Iterator[Occurrence]:
        for at, day in sorted(_dates(sentence, self._months), key=lambda one: one[1]):
            if self._begins is None:
                self._begins = day
            elif day > self._begins:
                self._first = self._first or Decimal(round(day - self._begins))
                yield Occurrence(at, at + 1, Decimal(round(day - self._begins)))

    def _with_renewals(self, marks: Marks) -> Iterator[Occurrence]:
        terms = _plain_terms(marks)
        total = [*_bare_total(marks)] or [one for one in terms if any(_near(one, other) for other in marks.get(IN_TOTAL, ()))]
        renewals = _stated_renewals(marks)
        if total or not renewals:
            yield from total
            if self._first is None and terms and not total:
                self._remember(terms[0], marks)
            return
        own = self._first is None or (len(terms) > 1 and terms[0].end <= renewals[0].start)
        first = terms[0].value if own and terms else self._first
        more = terms[1:] if own else terms
        each = more[0].value if more else self._bare(marks, renewals[0]) or _a_year(marks) or (first if _times(marks) or SAME_TERM in marks else None)
        if own and terms:
            self._remember(terms[0], marks)
        if first and each:
            start = renewals[0]
            yield Occurrence(start.start, start.end, first + each * (_times(marks) or Decimal(1)))

    def _remember(self, term: Occurrence, marks: Marks) -> None:
        self._first = term.value
        self._unit = in_months(term, marks)

    def _bare(self, marks: Marks, renewal: Occurrence) -> Decimal | None:
        """A renewal whose number has no unit has that of the first term: "it may be extended by another two"."""
        if "times" in marks or "months" in marks:
            return None
        for one in marks.get("number", ()):
            near = renewal.end <= one.start and (one.start <= renewal.end + NEAR or goes_with(one, marks))
            if near and one.value:
                return one.value * self._unit
        return None


def _bare_total(marks: Marks) -> Iterator[Occurrence]:
    """A number without a unit right before "in all" has that of the first term: "two years, renewable, five in all"."""
    terms = marks.get("months", ())
    first = min(terms, default=None)
    for one in marks.get("number", ()):
        alone = first and one.start > first.start and not any(one.start == term.start for term in terms)
        if first and alone and one.value and any(other.start == one.end for other in marks.get(IN_TOTAL, ())):
            yield one._replace(value=one.value * in_months(first, marks))


def _plain_terms(marks: Marks) -> list[Occurrence]:
    """The terms as written: no sums of them, no periods of notice."""
    every = sorted(marks.get("months", ()), key=lambda one: (one.start, -one.end))
    kept: list[Occurrence] = []
    for one in every:
        inside = any(one.start <= other.start and other.end <= one.end and (other.start, other.end) != (one.start, one.end) for other in every)
        again = any((other.start, other.end) == (one.start, one.end) for other in kept)
        if not inside and not again and not any(_near(one, other) for other in marks.get(NOTICE, ())):
            kept.append(one)
    return kept


def _stated_renewals(marks: Marks) -> list[Occurrence]:
    """The words of renewal that no "no" governs: "without extension" adds nothing."""
    return [one for one in marks.get(RENEWAL, ()) if not any(0 <= one.start - no.end <= BEFORE_RENEWAL for no in marks.get(NEGATION, ()))]


def _near(one: Occurrence, other: Occurrence) -> bool:
    return max(one.start - other.end, other.start - one.end) <= NEAR


def _a_year(marks: Marks) -> Decimal | None:
    return Decimal(MONTHS_IN_A_YEAR) if A_YEAR in marks else None


def _times(marks: Marks) -> Decimal | None:
    """How many renewals: "twice", "two extensions", "each, three at most"."""
    counted = [one.value for one in marks.get("times", ()) if one.value and one.value <= MOST_RENEWALS]
    bound = [
        number.value for number in marks.get("number", ()) for most in marks.get(AT_MOST, ())
        if most.end == number.start and number.value and number.value <= MOST_RENEWALS and not any(one.start <= number.start < one.end for one in marks.get("months", ()))
    ]
    return max([*counted, *bound], default=None)


def _dates(sentence: Sequence[Token], months: dict[str, int]) -> Iterator[tuple[int, Decimal]]:
    """Every date of a sentence in months since year 0, with its place: "1 March 2027", "March 2027", "01.03.2027"."""
    for at, token in enumerate(sentence):
        if token.word.isdecimal() and FIRST_YEAR < int(token.word[:4]) < LAST_YEAR and len(token.word) == len(str(LAST_YEAR)):
            before = [one.word for one in sentence[max(0, at - 5):at]]
            named = next(((place, months[word]) for place, word in enumerate(before) if word in months and place >= len(before) - WORDS_IN_A_DATE), None)
            day, month = _day_and_month(before) if named is None else (_day(before[: named[0]]), named[1])
            if not month:
                day, month = _year_first([one.word for one in sentence[at + 1:at + 5]])
            if month:
                yield at, Decimal(int(token.word) * MONTHS_IN_A_YEAR + month) + Decimal(day) / DAYS_IN_A_MONTH


def _year_first(after: Sequence[str]) -> tuple[int, int]:
    """"-03-01" after a year."""
    if len(after) == 4 and after[0] == after[2] == "-" and after[1].isdecimal() and after[3].isdecimal():
        day, month = int(after[3]), int(after[1])
        return (day, month) if month <= MONTHS_IN_A_YEAR and day <= DAYS_IN_A_MONTH else (1, 0)
    return 1, 0


def _day(before: Sequence[str]) -> int:
    return next((int(digits) for word in reversed(before[-3:]) if (digits := word.rstrip("ersto°º")).isdecimal() and int(digits) <= DAYS_IN_A_MONTH), 1)


def _day_and_month(before: Sequence[str]) -> tuple[int, int]:
    """"01.03." and "1/3/" before a year."""
    figures = [int(part) for word in before for part in word.replace(".", " ").split() if part.isdecimal()]
    written = "".join(before[-4:])
    if written[-1:] in (".", "/") and len(figures) > 1 and 1 <= figures[-1] <= MONTHS_IN_A_YEAR and figures[-2] <= DAYS_IN_A_MONTH:
        return figures[-2], figures[-1]
    return 1, 0
