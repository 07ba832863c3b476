"""What a person can check by hand: one line of arithmetic for each bid, and the announced weights in percent."""

from collections.abc import Mapping
from fractions import Fraction

from criteria.prose import N_, Sentence
from criteria.scoring.contest import PRICE, Contest, Entry, Row, Standing
from criteria.scoring.evaluation import Formula
from criteria.scoring.exact import ZERO, decimal_text
from criteria.scoring.formulas import PRICING, written


def working_of(contest: Contest, standing: Standing) -> Mapping[str, Sentence]:
    """One line for each admitted bid, best first."""
    entries = {one.id: one for one in contest.entries}
    return {name: _working(contest, standing, entries[name], row) for name, row in standing.rows.items()}


def weights_of(contest: Contest) -> Mapping[str, Fraction]:
    """The announced points in percent of all points; empty where price has none or a criterion no limit."""
    points = {one.id: one.most for one in contest.measures}
    if contest.price.formula in PRICING:
        points = {PRICE: contest.rule.points, **points}
    known = {name: value for name, value in points.items() if value is not None}
    total = sum(known.values(), ZERO)
    usable = contest.price.formula in PRICING or contest.price.formula is Formula.FIXED_PRICE
    return {name: value / total * 100 for name, value in known.items()} if usable and total and len(known) == len(points) else {}


def _working(contest: Contest, standing: Standing, entry: Entry, row: Row) -> Sentence:
    """One line that a person can redo with a pocket calculator."""
    parts = [
        f"{measure.id} = {_equals(measure.filled(term, score, entry.price), term.value)}"
        for measure, term, score in zip(contest.measures, row.terms, entry.scores, strict=True)
    ]
    quality = " · ".join(parts) or "0"
    values = {"bid": row.id, "quality": quality, "total": decimal_text(row.total)}
    if row.price_term is None:
        return Sentence(N_("{bid} — quality: {quality}; total {total}"), values)
    if standing.prices:
        assert entry.price is not None
        values["price"] = _equals(written(row.price_term, entry.price, contest.rule, standing.prices), row.price_term.value)
        return Sentence(N_("{bid} — price: {price}; quality: {quality}; total {total}"), values)
    figures = {"own": row.price, "quality": row.quality, "constant": contest.rule.constant}
    shown = row.price_term.shown.format_map({name: decimal_text(value) for name, value in figures.items() if value is not None})
    values["figure"] = _equals(shown, row.price_term.value)
    return Sentence(N_("{bid} — quality: {quality}; price and quality: {figure}; total {total}"), values)


def _equals(shown: str, value: Fraction) -> str:
    """Write the arithmetic with its result; a bare figure, or one told by an arrow, needs no repetition."""
    said = decimal_text(value)
    return shown if shown == said or shown.endswith(f"→ {said}") else f"{shown} = {said}"
