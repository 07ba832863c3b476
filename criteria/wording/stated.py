"""What a text itself states about the purchase where nobody said it: its CPV codes, its country, its estimated value."""

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import islice

from criteria.codes import Country
from criteria.wording.clauses import Clause
from criteria.wording.figures import Known, Stated
from criteria.wording.marks import Marks, Occurrence

MOST_CODES = 100
ESTIMATE, LOT_VALUE, WORDS_AFTER_ESTIMATE = "estimated_value", "lot_value", 9
EACH_LOT, WORDS_BEFORE_EACH_LOT = "each_lot", 3
EURO, OWN_MONEY = "euro", "own_money"
BOUGHT_APART = "bought_apart"
_TELLING = (ESTIMATE, LOT_VALUE, BOUGHT_APART)
_CPV = re.compile(r"\b\d{8}\b")


def tells(sentence: Sequence[Clause]) -> bool:
    """Whether a sentence may state what `with_stated` looks for."""
    return any(name in sentence[0].sentence for name in _TELLING)


def with_stated(here: Known, text: str, read: Iterable[tuple[Clause, ...]], names: Collection[str]) -> Stated:
    """Fill in from the text what is not known, and what it says more narrowly: its own codes, the value of its lot.

    `read` is the clauses of its sentences that tell, `names` the concepts in them and in the context.
    """
    codes = _codes(text, read)
    return Stated.model_validate({
        **{name: getattr(here, name) for name in Known.model_fields},
        "cpv": None if codes else here.cpv,
        "codes": codes or here.codes or tuple(_CPV.findall(here.context)),
        "country": here.country or _country(names),
        "value": _value(read, here.value, EURO),
        "own_value": _value(read, None, OWN_MONEY),
    })


def _codes(text: str, read: Iterable[tuple[Clause, ...]]) -> tuple[str, ...]:
    """The CPV codes that the text names, but not those of a clause about what is bought apart."""
    found = list(islice(_CPV.finditer(text), MOST_CODES))
    apart = [one.tokens[one.start:one.end] for sentence in read for one in sentence if BOUGHT_APART in one.marks] if found else []
    return tuple(code[0] for code in found if not any(one[0].start <= code.start() < one[-1].end for one in apart))


def _country(names: Collection[str]) -> Country | None:
    """The country of a national law or a country that the text names, where it names only one."""
    named = [country for country in Country if f"country_{country}" in names]
    return named[0] if len(named) == 1 else None


def _value(read: Iterable[tuple[Clause, ...]], given: Decimal | None, unit: str) -> Decimal | None:
    """The value that the text gives for a lot, or else the one given, or else the one that the text gives for the contract (Article 58(3))."""
    of_a_lot = _first(read, LOT_VALUE, unit) or _first(read, ESTIMATE, unit, EACH_LOT)
    return of_a_lot or (_first(read, ESTIMATE, unit) if given is None else given)


def _first(read: Iterable[tuple[Clause, ...]], named: str, unit: str, followed_by: str = "") -> Decimal | None:
    """The first value that the text gives under a name, right before other words if they are named ("EUR 50,000 for each lot")."""
    return next((value for sentence in read if (value := _amount(sentence[0].sentence, named, unit, followed_by))), None)


def _amount(marks: Marks, named: str, unit: str, followed_by: str) -> Decimal | None:
    """The nearest amount after the words for the value."""
    after = max((one.end for one in marks.get(named, ())), default=None)
    if after is None:
        return None
    near = (one for one in marks.get(unit, ()) if 0 <= one.start - after <= WORDS_AFTER_ESTIMATE)
    return next((one.value for one in near if not followed_by or _right_before(one, marks.get(followed_by, ()))), None)


def _right_before(one: Occurrence, others: Sequence[Occurrence]) -> bool:
    return any(0 <= other.start - one.end <= WORDS_BEFORE_EACH_LOT for other in others)
