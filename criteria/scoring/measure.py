"""Quality made comparable: what one score of one criterion is worth, by the kind of the criterion."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from criteria.scoring.evaluation import QualityCriterion
from criteria.scoring.exact import ONE, ZERO, decimal_text


class Term(NamedTuple):
    """A figure, how to redo it (a template with named numbers), and what to know about it."""

    value: Fraction
    shown: str
    exact: bool = True
    flat: bool = False


def fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


@dataclass(frozen=True, slots=True)
class Measure:
    """A quality criterion with its limits as fractions; `kind` says how a score becomes points."""

    id: str
    kind: str
    full: Fraction | None
    scale: Fraction | None
    minimum: Fraction | None
    steps: tuple[tuple[Fraction, Fraction], ...]
    lowest: Fraction | None
    cap: Fraction | None
    deduction: Fraction | None
    deduction_percent: Fraction | None
    per_unit: Fraction | None
    most_units: Fraction | None

    def share(self, score: Fraction) -> Fraction:
        """How much of the full points a score earns, 0 to 1."""
        if self.kind == "scale":
            assert self.scale
            return score / self.scale
        if self.kind == "steps":
            most = max(points for _, points in self.steps)
            return self._step(score) / most if most else ZERO
        if self.kind == "quantity":
            assert self.lowest is not None and self.cap is not None
            return max(ZERO, min(ONE, (score - self.lowest) / (self.cap - self.lowest)))
        return score / self.full if self.full else ZERO

    def points(self, score: Fraction) -> Term:
        """The points of a score, and the arithmetic."""
        if self.kind == "steps":
            return Term(self._step(score), "{score} → {points}")
        if self.kind == "points" or self.full is None:
            return Term(score, "{score}")
        return Term(self.full * self.share(score), _SHOWN[self.kind])

    def money(self, score: Fraction, price: Fraction) -> Term:
        """The deduction from the price that a score earns, and the arithmetic."""
        if self.per_unit is not None:
            units = score if self.most_units is None else min(score, self.most_units)
            return Term(self.per_unit * units, "{per_unit} × {units}")
        if self.deduction_percent is not None:
            return Term(price * self.deduction_percent / 100 * self.share(score), "{price} × {deduction_percent} % × {share}")
        assert self.deduction is not None
        return Term(self.deduction * self.share(score), "{deduction} × {share}")

    def conforms(self, score: Fraction) -> bool:
        """A quantity below its minimum does not meet the specification."""
        return self.lowest is None or score >= self.lowest

    @property
    def most(self) -> Fraction | None:
        """The most points the criterion gives; None where it has no limit."""
        return max((points for _, points in self.steps), default=None) if self.kind == "steps" else self.full

    @property
    def best(self) -> Fraction | None:
        """The smallest score that earns everything; None where more always earns more."""
        if self.per_unit is not None:
            return self.most_units
        if self.kind == "steps":
            return max(self.steps, key=lambda step: step[1])[0]
        return {"scale": self.scale, "quantity": self.cap, "points": self.full}[self.kind]

    def filled(self, term: Term, score: Fraction, price: Fraction | None) -> str:
        """Write the arithmetic of a term with its numbers."""
        numbers = {
            "score": score, "points": term.value, "full": self.full, "scale": self.scale, "minimum": self.lowest,
            "cap": self.cap, "counted": score if self.cap is None else min(score, self.cap), "per_unit": self.per_unit, "deduction": self.deduction, "price": price,
            "deduction_percent": self.deduction_percent, "share": self.share(score),
            "units": score if self.most_units is None else min(score, self.most_units),
        }
        return term.shown.format_map({name: decimal_text(value) for name, value in numbers.items() if value is not None})

    def _step(self, score: Fraction) -> Fraction:
        return max((points for start, points in self.steps if start <= score), default=ZERO)


_SHOWN = {
    "scale": "{full} × {score} ÷ {scale}",
    "quantity": "{full} × ({counted} − {minimum}) ÷ ({cap} − {minimum})",
}


def measure_of(one: QualityCriterion) -> Measure:
    """Prepare a criterion for scoring; what it may be was checked before."""
    kind = "steps" if one.steps else "quantity" if one.quantity else "points" if one.scale is None else "scale"
    return Measure(
        id=one.id, kind=kind, full=fraction(one.points), scale=fraction(one.scale), minimum=fraction(one.minimum),
        steps=tuple((Fraction(step.from_), Fraction(step.points)) for step in one.steps or ()),
        lowest=fraction(one.quantity.minimum) if one.quantity else None, cap=fraction(one.quantity.cap) if one.quantity else None,
        deduction=fraction(one.max_deduction), deduction_percent=fraction(one.max_deduction_percent),
        per_unit=fraction(one.deduction_per_unit), most_units=fraction(one.max_units),
    )
