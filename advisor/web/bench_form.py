"""The entries of the bench: from an evaluation to what stands in them, and back, each fault at its entry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from flask import abort
from pydantic import ValidationError

from advisor.web import here
from advisor.web.forms import Refused, number_of
from advisor.wizard.bench import announced, completed, not_hundred, scored, usual_price
from advisor.wizard.board import Board
from criteria.problems import bad_input
from criteria.prose import N_, Sentence
from criteria.scoring.cards import formulas
from criteria.scoring.evaluation import Bid, Evaluation, Formula, Price, QualityCriterion, Rounding

Problems: TypeAlias = dict[str, tuple[Sentence, ...]]
BLANK_ROWS, MOST_ROWS = 4, 60
WORDS = ("direction", "outside", "corridor_by")
_PLACES = (
    (re.compile(r"price\.points"), "weight-price"),
    (re.compile(r"price\.(\w+)"), "price-{0}"),
    (re.compile(r"criteria\[(\d+)\]\.points"), "weight-{criterion}"),
    (re.compile(r"criteria\[(\d+)\]\.(\w+).*"), "{1}-{criterion}"),
    (re.compile(r"bids\[(\d+)\]\.scores\.(.+)"), "bid-{row}-{1}"),
    (re.compile(r"bids\[(\d+)\]\.(\w+)"), "bid-{row}-{1}"),
    (re.compile(r"tie_break\[(\d+)\]"), "tie-{0}"),
    (re.compile(r"rounding.*"), "rounding-digits"),
    (re.compile(r"quality_minimum"), "quality_minimum"),
)


@dataclass
class Reading:
    """What was entered: the evaluation it makes, the problems by entry, and the texts to show again."""

    evaluation: Evaluation | None
    problems: Problems
    shown: Mapping[str, str]
    real: bool
    row_of: tuple[int, ...] = ()

    def entry(self, key: str) -> str:
        """The entry that a key of the evaluation file was read from."""
        assert self.evaluation
        for pattern, name in _PLACES:
            if found := pattern.fullmatch(key):
                number = int(found[1]) if found.groups() and found[1].isdecimal() else 0
                criteria = scored(self.evaluation).criteria
                row = self.row_of[number] if number < len(self.row_of) else number
                return name.format(*found.groups(), criterion=criteria[number].id if number < len(criteria) else "", row=row)
        return "price-formula"


def shown_from(evaluation: Evaluation, board: Board, real: bool) -> dict[str, str]:
    """What stands in the entries for an evaluation; real bids have some empty rows more."""
    language, price = here.language(), evaluation.price

    def number(value: Decimal | int | None) -> str:
        return "" if value is None else language.number(value)

    shown = {"price-formula": price.formula.value, "weight-price": number(price.points), "quality_minimum": number(evaluation.quality_minimum)}
    for name in formulas()[price.formula].required + formulas()[price.formula].optional:
        value = getattr(price, name)
        shown[f"price-{name}"] = str(value or "") if name in WORDS else number(value)
    for one in evaluation.criteria:
        shown |= {f"weight-{one.id}": number(one.points), f"minimum-{one.id}": number(one.minimum), f"max_deduction-{one.id}": number(one.max_deduction)}
    shown["rounding-digits"] = str(evaluation.rounding.digits) if evaluation.rounding else ""
    shown["rounding-of"] = evaluation.rounding.of if evaluation.rounding else "totals"
    shown |= {f"tie-{place}": name for place, name in enumerate(evaluation.tie_break)}
    for row, bid in enumerate(evaluation.bids):
        shown |= {f"bid-{row}-id": bid.id, f"bid-{row}-price": number(_price(bid, evaluation))}
        shown |= {f"bid-{row}-{name}": number(score) for name, score in bid.scores.items()}
    return {**shown, "rows": str(min(len(evaluation.bids) + (BLANK_ROWS if real else 0), MOST_ROWS))}


def _price(bid: Bid, evaluation: Evaluation) -> Decimal | None:
    if bid.discount_percent is None or evaluation.price.budget is None:
        return bid.price
    return evaluation.price.budget * (100 - bid.discount_percent) / 100


def read(board: Board, form: Mapping[str, str]) -> Reading:
    """Read every entry; what is no number, does not come to 100 or breaks a type is a problem at its entry."""
    if form.get("price-formula", "") not in list(Formula):
        abort(400)
    entries = _Entries(board, form)
    base = announced(board)
    price, criteria = entries.price(base.price), tuple(entries.criterion(one) for one in base.criteria)
    bids, row_of = entries.bids(criteria)
    total = (price.points or Decimal(0)) + sum((one.points or Decimal(0) for one in criteria), Decimal(0))
    if not entries.problems and total != 100:
        entries.problems["weight-price"] = (not_hundred(total),)
    rules = {
        "price": price, "criteria": criteria, "bids": bids, "quality_minimum": entries.number("quality_minimum"),
        "rounding": entries.rounding(), "tie_break": entries.ties(),
    }
    whole = base.model_copy(update=rules)
    real = form.get("bids") == "real"
    fresh = shown_from(whole, board, real)
    rows = max(entries.rows, int(fresh["rows"]))
    reading = Reading(whole, entries.problems, {**fresh, **form, "rows": str(rows)}, real, row_of)
    if not entries.problems:
        try:
            Evaluation.model_validate(scored(whole).model_dump(by_alias=True))
        except ValidationError as error:
            fault = bad_input(error)
            entries.problems[reading.entry(fault.key)] = (fault.problem, fault.remedy)
    return reading


class _Entries:
    """Reads posted entries in the reader's language and gathers what is wrong."""

    def __init__(self, board: Board, form: Mapping[str, str]) -> None:
        self.board, self.form, self.problems = board, form, Problems()

    def number(self, name: str) -> Decimal | None:
        try:
            return number_of(self.form.get(name, ""), here.language())
        except Refused as refused:
            self.problems[name] = (refused.sentence,)
            return None

    def price(self, base: Price) -> Price:
        """The price rule; a formula that was only just chosen begins with usual parameters."""
        formula = Formula(self.form["price-formula"])
        values: dict[str, Any] = dict.fromkeys(name for name in Price.model_fields if name not in ("formula", "announced"))
        values |= {"formula": formula, "points": self.number("weight-price"), "announced": base.announced}
        card = formulas()[formula]
        asked = [name for name in (*card.required, *card.optional) if name != "points"]
        for name in asked:
            entry = f"price-{name}"
            values[name] = (self.form.get(entry) or None) if name in WORDS else self.number(entry)
            if values[name] is None and entry in self.form and name in card.required and entry not in self.problems:
                self.problems[entry] = (Sentence(N_("This formula needs this number.")),)
        if (digits := values["digits"]) is not None:
            values["digits"] = int(digits)
        return completed(Price.model_construct(**values), usual_price(self.board))

    def criterion(self, one: QualityCriterion) -> QualityCriterion:
        given = {"points": self.number(f"weight-{one.id}")} if one.points is not None else {}
        deduction = self.number(f"max_deduction-{one.id}")
        return one.model_copy(update={**given, "minimum": self.number(f"minimum-{one.id}"), "max_deduction": deduction})

    def bids(self, criteria: tuple[QualityCriterion, ...]) -> tuple[tuple[Bid, ...], tuple[int, ...]]:
        """The rows that are filled in, and the number of each; a real bid needs every score."""
        rows = [row for row in range(self.rows) if self._filled(row)]
        return tuple(self._bid(row, criteria) for row in rows), tuple(rows)

    @property
    def rows(self) -> int:
        number = self.form.get("rows", "")
        return min(int(number), MOST_ROWS) if number.isdecimal() and len(number) < 4 else 0

    def _filled(self, row: int) -> bool:
        return any(self.form.get(f"bid-{row}-{name}", "").strip() for name in ("id", "price"))

    def _bid(self, row: int, criteria: tuple[QualityCriterion, ...]) -> Bid:
        scores = {}
        for one in criteria:
            entry = f"bid-{row}-{one.id}"
            score = self.number(entry)
            if score is None and one.points and entry in self.form and entry not in self.problems:
                self.problems[entry] = (Sentence(N_("This score is missing.")), Sentence(N_("Add the score of this bid for this criterion; 0 if it earned nothing.")))
            scores[one.id] = Decimal(0) if score is None else score
        name = self.form.get(f"bid-{row}-id", "").strip()[:80] or str(row + 1)
        return Bid.model_construct(id=name, price=self.number(f"bid-{row}-price"), discount_percent=None, scores=scores)

    def rounding(self) -> Rounding | None:
        digits, of = self.form.get("rounding-digits", ""), self.form.get("rounding-of")
        return Rounding(digits=int(digits), of="price_points" if of == "price_points" else "totals") if digits in tuple("01234") and digits else None

    def ties(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for place in (0, 1) if (name := self.form.get(f"tie-{place}", ""))))
