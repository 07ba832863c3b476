"""What an evaluation gives: totals, order, exclusions, the arithmetic of each bid, warnings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from criteria.basis import Basis
from criteria.codes import Severity
from criteria.prose import Sentence
from criteria.scoring.cards import FaultCode
from criteria.scoring.contest import Contest, Row, Standing
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.exact import decimal_text, exact_text
from criteria.scoring.working import weights_of, working_of


@dataclass(frozen=True, slots=True)
class Warned:
    """A fault that was found, with the smallest counter-example in its words."""

    code: FaultCode
    severity: Severity
    why: Sentence
    basis: tuple[Basis, ...]
    repair: Sentence
    bids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """A scored evaluation; `ranks` shares a rank between bids that nothing tells apart."""

    evaluation: Evaluation
    contest: Contest
    standing: Standing
    warnings: tuple[Warned, ...] = ()

    @property
    def better(self) -> Literal["higher", "lower"]:
        return "lower" if self.contest.lower_is_better else "higher"

    @property
    def rows(self) -> Mapping[str, Row]:
        """The admitted bids with all their figures, best first."""
        return self.standing.rows

    @property
    def ranks(self) -> Mapping[str, int]:
        return self.standing.ranks

    @property
    def excluded(self) -> Mapping[str, Sentence]:
        """The bids that are out, each with its reason."""
        return self.standing.excluded

    @cached_property
    def working(self) -> Mapping[str, Sentence]:
        """One line of arithmetic for each admitted bid."""
        return working_of(self.contest, self.standing)

    @property
    def weights(self) -> Mapping[str, Fraction]:
        """The announced points in percent of all points; empty where the formula has no such weights."""
        return weights_of(self.contest)

    @property
    def ranking(self) -> tuple[str, ...]:
        """The admitted bids, best first; bids of one rank stand side by side."""
        return tuple(self.ranks)

    @property
    def winner(self) -> str | None:
        """The only bid of rank 1; None when several share it or none is left."""
        return self.standing.first[0] if len(self.standing.first) == 1 else None

    @property
    def tied(self) -> tuple[tuple[str, ...], ...]:
        """The groups of bids that share a rank."""
        groups: dict[int, list[str]] = {}
        for name, rank in self.ranks.items():
            groups.setdefault(rank, []).append(name)
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)

    def as_data(self, say: Callable[[Sentence], str], cite: Callable[[Basis], Any] = Basis.as_data) -> dict[str, Any]:
        """Give the plain data that interface section 4 promises, in the words of one language."""
        return {
            "totals": {name: exact_text(row.total, row.exact) for name, row in self.rows.items()},
            "totals_decimal": {name: decimal_text(row.total) for name, row in self.rows.items()},
            "exact": all(row.exact for row in self.rows.values()),
            "better": self.better, "ranking": list(self.ranking), "ranks": dict(self.ranks),
            "tied": [list(group) for group in self.tied], "winner": self.winner,
            "excluded": {name: say(reason) for name, reason in self.excluded.items()},
            "weights_percent": {name: decimal_text(value, 2) for name, value in self.weights.items()},
            "working": [say(line) for line in self.working.values()],
            "warnings": [
                {"code": one.code.value, "severity": one.severity.value, "why": say(one.why), "bids": list(one.bids),
                 "basis": [cite(ground) for ground in one.basis], "repair": say(one.repair)}
                for one in self.warnings
            ],
        }
