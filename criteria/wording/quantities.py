"""Numbers with their units: figures, number words, multiples, fractions, and whole terms with renewals."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from criteria.wording.language import Language
from criteria.wording.marks import Marks, Occurrence
from criteria.wording.segments import Token
from criteria.wording.shares import add_shares
from criteria.wording.spelled import spelled

UNITS = ("percent", "months", "years", "days", "hours", "euro", "own_money", "kilometres", "times", "points_unit")
MONTHS_IN_A_YEAR, PERCENT = 12, 100
MOST_DIGITS = 40
RENEWAL, RATIO, IN_TOTAL, A_YEAR = "renewal", "ratio", "in_total", "a_year"
WORDS_AFTER_RENEWAL = WORDS_BEFORE_RATIO = 2
ANOTHER, WORDS_BEFORE_ANOTHER = "another_term", 5
BY, PLUS, FURTHER = "renewed_by", "plus", "further_many"
HALF = "and_a_half"
FRACTION = "fraction:"
TIMES = "times:"
PERIOD = "period:"
MOST_RENEWALS = 9
_SPACES = {ord(one): None for one in " \u00a0\u202f"}


def add_numbers(sentence: Sequence[Token], marks: Marks, language: Language) -> None:
    """Add every number of a sentence to its marks, under `number` and under its unit, with its value."""
    _add(marks, [*_numbers(sentence, marks, language), *_hyphened(sentence, language), *_valued(marks, FRACTION, "percent"), *_valued(marks, TIMES, "times"), *_valued(marks, PERIOD, "months")])
    _join_terms(marks)
    _add(marks, [*_ratios(marks), *_counted_renewals(marks)])
    months = marks.get("months", [])
    if len(months) == 1 and RENEWAL in marks:
        months.extend(_bare_renewal(marks))
    if months and RENEWAL in marks and IN_TOTAL not in marks and len(months) + ("times" in marks) > 1:
        months.append(_with_renewals(marks))
    add_shares(marks)


def _add(marks: Marks, found: Iterable[tuple[str, Occurrence]]) -> None:
    for concept, number in found:
        marks.setdefault(concept, []).append(number)


def _numbers(sentence: Sequence[Token], marks: Marks, language: Language) -> Iterator[tuple[str, Occurrence]]:
    end = 0
    for position in range(len(sentence)):
        if position < end or (read := _read(sentence, position, language)) is None:
            continue
        end, value = _with_half(marks, *read)
        yield "number", Occurrence(position, end, value)
        if end == len(sentence) or not sentence[end].word[0].isdecimal():  # "un 30 %" is not one percent
            reach = end if end < len(sentence) and sentence[end].word == ":" else end + 1  # "Article 77: years" are not 77
            yield from _with_unit(marks, position, end, reach, value)


def _read(sentence: Sequence[Token], position: int, language: Language) -> tuple[int, Decimal] | None:
    """A number in figures, with "million" after it, or in words; where it ends, and its value."""
    word = sentence[position].word
    if not word[0].isdecimal():
        return spelled(sentence, position, language)
    value, end = figure(word), position + 1
    scale = language.scales.get(sentence[end].word) if end < len(sentence) else None
    return None if value is None else (end, value) if scale is None else (end + 1, value * scale)


def _with_unit(marks: Marks, start: int, end: int, reach: int, value: Decimal) -> Iterator[tuple[str, Occurrence]]:
    """A number next to the word of a unit, before or after, one word between at most."""
    for unit in UNITS:
        for one in marks.get(f"unit_{unit}", ()):
            if end <= one.start <= reach or one.end == start or start < one.start < end:  # "TEUR" is thousands and money
                found = Occurrence(min(start, one.start), max(end, one.end), value)
                yield unit, found
                if unit == "years":
                    yield "months", found._replace(value=value * MONTHS_IN_A_YEAR)
                if unit == "percent" and value > PERCENT:
                    yield "times", found._replace(value=value / PERCENT)
                break


def _join_terms(marks: Marks) -> None:
    """"Two years plus one plus one", "2+1+1 years": a chain of terms counts as their sum, in all unless it follows a renewal."""
    for chain in _chains(marks):
        first, last = chain[0][0], chain[-1][0]
        whole = Occurrence(first.start, last.end, sum(((one.value or Decimal(0)) * unit for one, unit in chain), Decimal(0)))
        marks["months"] = [one for one in marks["months"] if not whole.start <= one.start < whole.end] + [whole]
        if not any(one.end <= whole.start for one in marks.get(RENEWAL, ())):
            marks.setdefault(IN_TOTAL, []).append(whole)


def _chains(marks: Marks) -> Iterator[list[tuple[Occurrence, Decimal]]]:
    """Numbers that a plus joins, each with its unit in months; one without a unit has that of its neighbours."""
    joined = {one.start: one.end for one in marks.get(PLUS, ())}
    chain: list[tuple[Occurrence, Decimal | None]] = []
    numbers = [one for one in sorted(marks.get("number", ())) if not _counts_renewals(one, marks)] if joined else []
    for one in (*(_term_of(number, marks) for number in numbers), None):
        if one and chain and joined.get(chain[-1][0].end) == one[0].start:
            chain.append(one)
            continue
        named = next((unit for _, unit in reversed(chain) if unit), None)
        if len(chain) > 1 and named:
            yield [(part, unit or named) for part, unit in chain]
        chain = [one] if one else []


def _term_of(number: Occurrence, marks: Marks) -> tuple[Occurrence, Decimal | None]:
    """A number as far as its unit goes, and that unit in months if it is one of time."""
    whole = next((one for one in marks.get("months", ()) if one.start <= number.start and number.end <= one.end and one.value), None)
    if not whole or not whole.value or not number.value:
        return number, None
    return whole._replace(value=number.value), whole.value / number.value


def _with_half(marks: Marks, end: int, value: Decimal) -> tuple[int, Decimal]:
    """"Two and a half" is 2.5."""
    half = next((one for one in marks.get(HALF, ()) if one.start == end), None)
    return (half.end, value + Decimal("0.5")) if half else (end, value)


def _valued(marks: Marks, prefix: str, unit: str) -> Iterator[tuple[str, Occurrence]]:
    """"A quarter of" is 25 percent; "two and a half times" is 2.5 times; of "two fifths of" and "a fifth of" the longer is meant."""
    named = [one._replace(value=Decimal(name.removeprefix(prefix))) for name in list(marks) if name.startswith(prefix) for one in marks.pop(name)]
    yield from ((unit, one) for one in named if not any(_holds(other, one) for other in named))


def _holds(longer: Occurrence, one: Occurrence) -> bool:
    return longer.start <= one.start and one.end <= longer.end and longer.end - longer.start > one.end - one.start


def _with_renewals(marks: Marks) -> Occurrence:
    """The whole term: "two years, renewed twice by twelve months" is 48 months, "two years and one yearly renewal" 36."""
    terms = sorted(marks["months"], key=lambda one: one.start)
    first = terms[0]
    second = terms[1] if len(terms) > 1 else first._replace(value=Decimal(MONTHS_IN_A_YEAR)) if A_YEAR in marks else first
    times = max((one.value for one in marks.get("times", ()) if one.value and one.value <= MOST_RENEWALS), default=Decimal(1))
    return Occurrence(first.start, second.end, (first.value or Decimal(0)) + times * (second.value or Decimal(0)))


def _hyphened(sentence: Sequence[Token], language: Language) -> Iterator[tuple[str, Occurrence]]:
    """"A three-year term" is three years."""
    for position, token in enumerate(sentence):
        head, found, unit = token.word.rpartition("-")
        if found and (read := spelled([token._replace(word=head)], 0, language)):
            value = read[1]
            one = Occurrence(position, position + 1, value)
            if unit in language.words.get("unit_years", ()):
                yield "years", one
                yield "months", one._replace(value=value * MONTHS_IN_A_YEAR)
            elif unit in language.words.get("unit_months", ()):
                yield "months", one


def _ratios(marks: Marks) -> Iterator[tuple[str, Occurrence]]:
    """"Twelve workers out of sixty" is 20 percent."""
    numbers = marks.get("number", ())
    for ratio in marks.get(RATIO, ()):
        part = next((one for one in numbers if ratio.start - WORDS_BEFORE_RATIO <= one.end <= ratio.start), None)
        whole = next((one for one in numbers if one.start == ratio.end and not _has_unit(one, marks)), None)
        if part and whole and part.value and whole.value and part.value < whole.value:
            yield "percent", Occurrence(part.start, whole.end, part.value * PERCENT / whole.value)


def _counted_renewals(marks: Marks) -> Iterator[tuple[str, Occurrence]]:
    """"Two extensions", "two further extensions": how many times the term is renewed."""
    yield from (("times", one) for one in marks.get("number", ()) if _counts_renewals(one, marks))


def _counts_renewals(one: Occurrence, marks: Marks) -> bool:
    named = any(one.end <= renewal.start <= one.end + 1 for renewal in marks.get(RENEWAL, ()))
    return named and not _has_unit(one, marks) and not _by_how_much(one, marks)


def _by_how_much(one: Occurrence, marks: Marks) -> bool:
    """Whether a number before its verb tells the length of a renewal: "um zwei verlängerbar" is longer by two."""
    return any(by.end == one.start for by in marks.get(BY, ()))


def in_months(term: Occurrence, marks: Marks) -> int:
    """Give how many months the unit of a term has: 12 where it is told in years, else 1."""
    return MONTHS_IN_A_YEAR if any(one.start == term.start for one in marks.get("years", ())) else 1


def goes_with(one: Occurrence, marks: Marks) -> bool:
    """Say whether a number belongs to a renewal wherever it stands: "verlängerbar um zwei", "extended, if all went well, by a further twelve"."""
    return _by_how_much(one, marks) or any(more.end == one.start or one.end == more.start for more in marks.get(FURTHER, ()))


def _has_unit(one: Occurrence, marks: Marks) -> bool:
    return any(other.start <= one.start < other.end for unit in UNITS for other in marks.get(unit, ()))


def _bare_renewal(marks: Marks) -> Iterator[Occurrence]:
    """A renewal whose number has no unit has that of the term before: "thirty months, prolonged for another six", "two years and another"."""
    term = marks["months"][0]
    unit = in_months(term, marks)
    renewals = [one.end for one in marks[RENEWAL]]
    for one in marks.get("number", ()):
        follows = term.end <= one.start and any(0 <= one.start - after <= WORDS_AFTER_RENEWAL for after in renewals)
        if (follows or (term.end <= one.start and goes_with(one, marks))) and not _has_unit(one, marks):
            yield one._replace(value=(one.value or Decimal(0)) * unit)
            return
    for one in marks.get(ANOTHER, ()):
        if 0 <= one.start - min(renewals) <= WORDS_BEFORE_ANOTHER:
            yield one._replace(value=Decimal(unit))
            return


def figure(word: str) -> Decimal | None:
    """Read a written figure with thousands or decimals; a stop or comma before one or two digits is decimal."""
    plain = word.translate(_SPACES)
    whole, sign, rest = _split(plain)
    digits = whole.replace(",", "").replace(".", "").replace("'", "")
    return Decimal(f"{digits}.{rest}" if sign else digits) if len(digits) <= MOST_DIGITS else None


def _split(plain: str) -> tuple[str, str, str]:
    for sign in ",.":
        whole, found, rest = plain.rpartition(sign)
        if found and len(rest) in (1, 2):
            return whole, sign, rest
    return plain, "", ""
