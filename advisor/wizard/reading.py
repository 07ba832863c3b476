"""What the check found in a text, laid out to read: the text in pieces, its remarks, one sentence on the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from criteria.knowledge import Edition
from criteria.prose import N_, Sentence
from criteria.wording.check import GUESSED_STAGE, NO_COUNTRY, NO_STAGE, Checked, TextFinding
from criteria.wording.detect import UNKNOWN
from criteria.wording.figures import ASKS

FOUND = Sentence(N_("Rule set {number} of {day}."))
NOTHING = Sentence(N_("No known problem found by rule set {number} of {day}."))
NOTHING_HERE = Sentence(N_("No known problem found by rule set {number} of {day} in this wording."))
CANNOT_SEE = Sentence(N_(
    "What the check cannot see: whether the clause fits your contract and your market, what your other papers say, facts nobody gave, and national law it does not hold."
))
# Which fact answers what the check asks for; none where the text itself must say it.
ANSWERED_BY: Mapping[str, str] = {
    ASKS["turnover"].text: "estimated_value", ASKS["contract_value"].text: "estimated_value", ASKS["insurance"].text: "estimated_value", ASKS["art77_unlisted"].text: "cpv",
    ASKS["art77_too_long"].text: "duration_months", ASKS["own_turnover"].text: "", NO_COUNTRY.text: "country", NO_STAGE.text: "stage",
    GUESSED_STAGE: "stage",
}


def summary(checked: Checked, edition: Edition) -> Sentence:
    """What can be said in one sentence; a text that was not understood has no result."""
    if not checked.understood and not checked.findings:
        return UNKNOWN
    text = FOUND.text if checked.findings else NOTHING.text
    return Sentence(text, {"number": edition.rule_set, "day": edition.rule_set_date})


class Piece(NamedTuple):
    """A stretch of the text with the numbers of the remarks on it, and of those that end with it."""

    text: str
    on: tuple[int, ...]
    ends: tuple[int, ...]
    severity: str


class Remark(NamedTuple):
    """One finding with its number in the text, and the name by which a form speaks of it."""

    number: int
    finding: TextFinding
    name: str


class Ask(NamedTuple):
    """What has to be known first, and the fact that answers it."""

    text: Sentence
    fact: str


@dataclass(frozen=True)
class Reading:
    """One text and what the check found in it."""

    text: str
    checked: Checked

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """The findings in the order of the text."""
        ordered = sorted(self.checked.findings, key=lambda one: one.span)
        return tuple(Remark(number, one, f"{one.rule}:{one.span[0]}") for number, one in enumerate(ordered, 1))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The text cut where a finding begins or ends."""
        spans = [one.finding.span for one in self.remarks]
        cuts = sorted({0, len(self.text), *(edge for span in spans for edge in span)})
        return tuple(self._piece(start, end) for start, end in pairwise(cuts))

    @property
    def asks(self) -> tuple[Ask, ...]:
        return tuple(Ask(one, ANSWERED_BY[one.text]) for one in self.checked.asks)

    @property
    def understood(self) -> bool:
        return UNKNOWN not in self.checked.notices

    def with_repair(self, name: str) -> str:
        """The text with one sentence replaced by the repair of a remark; as it was where there is none of that name."""
        return next((one.finding.rewritten for one in self.remarks if one.name == name and one.finding.rewritten), self.text)

    def _piece(self, start: int, end: int) -> Piece:
        on = [one for one in self.remarks if one.finding.span[0] < end and start < one.finding.span[1]]
        worst = min((one.finding.severity for one in on), key=list(type(on[0].finding.severity)).index) if on else ""
        return Piece(self.text[start:end], tuple(one.number for one in on), tuple(one.number for one in on if one.finding.span[1] == end), str(worst))

