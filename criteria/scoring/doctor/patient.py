"""What every sign of a fault looks at, and what it found."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from criteria.problems import BadInput
from criteria.prose import Money, PerCent
from criteria.scoring.cards import FaultCode, Promise, formulas
from criteria.scoring.contest import Contest, Standing, play
from criteria.scoring.evaluation import Evaluation, Price
from criteria.scoring.exact import decimal

# How many scored rows the trials of one sign may cost: in a crowd only the bids that matter most are tried.
_MOST_ROWS = 3_000


@dataclass(frozen=True, slots=True)
class Patient:
    """An evaluation, as announced and as it ended."""

    evaluation: Evaluation
    contest: Contest
    standing: Standing

    @property
    def trials(self) -> int:
        """How many bids one sign may vary: all of them in any usual contest."""
        return max(3, _MOST_ROWS // max(1, len(self.contest.entries)))

    @property
    def winner(self) -> str | None:
        return self.standing.first[0] if len(self.standing.first) == 1 else None


@dataclass(frozen=True, slots=True)
class Found:
    code: FaultCode
    values: Mapping[str, Any]
    bids: tuple[str, ...] = ()


def promised(price: Price) -> frozenset[Promise]:
    """What the formula keeps with these parameters."""
    card = formulas()[price.formula]
    broken = {one for choice, ones in card.breaks_with.items() if _chosen(price, choice) for one in ones}
    return frozenset(card.promises) - broken


def _chosen(price: Price, choice: str) -> bool:
    """Say whether a parameter is used (`digits`), or has one value (`outside=exclude`)."""
    name, _, value = choice.partition("=")
    given = getattr(price, name)
    return given == value if value else given is not None


def money(value: Fraction) -> Money:
    return Money(decimal(value, 2))


def points(value: Fraction) -> Any:
    return decimal(value, 3)


def percent(value: Fraction) -> PerCent:
    return PerCent(decimal(value, 1))


def played(contest: Contest) -> Standing | None:
    """Play a varied contest; None where the formula has no value for it."""
    try:
        return play(contest)
    except BadInput:
        return None
