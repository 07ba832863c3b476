"""Two evaluators rehearse: each scores the same bids apart, then both see where they differ and which anchor to sharpen."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from advisor.wizard.answers import Answers
from advisor.wizard.bench import announced, names_of, usual_price
from advisor.wizard.board import Board
from advisor.wizard.scales import levels_of, samples_of
from criteria.codes import Code
from criteria.prose import N_, Sentence
from criteria.scoring.bench import invented
from criteria.scoring.evaluation import Evaluation

HIGHEST = 5
FAR_APART = 2
MOST_BIDS = 6
_INVENTED = 4


class Evaluator(Code):
    FIRST = "first", N_("First evaluator")
    SECOND = "second", N_("Second evaluator")


@dataclass(frozen=True)
class Line:
    """One bid and one criterion: what is promised, if the bid is invented."""

    bid: str
    criterion: str
    promise: str

    @property
    def name(self) -> str:
        return f"{self.bid}/{self.criterion}"


@dataclass(frozen=True)
class Compared:
    """One line with what both said of it."""

    line: Line
    scores: tuple[int, int]
    reasons: tuple[str, str]

    @property
    def apart(self) -> int:
        return abs(self.scores[0] - self.scores[1])


@dataclass(frozen=True)
class Rehearsal:
    """The lines to score, and what each evaluator entered so far."""

    board: Board
    answers: Answers

    @cached_property
    def evaluation(self) -> Evaluation:
        """The bids that were kept, or four invented ones."""
        evaluation = announced(self.board)
        if evaluation.bids:
            return evaluation.model_copy(update={"bids": evaluation.bids[:MOST_BIDS]})
        return invented(evaluation, list(self.board.balance.social), _INVENTED, usual_price(self.board))

    @property
    def invented(self) -> bool:
        return not announced(self.board).bids

    @cached_property
    def names(self) -> Mapping[str, str]:
        return names_of(self.board, self.evaluation)

    @cached_property
    def levels(self) -> Mapping[str, tuple[str, ...]]:
        """The anchors of each criterion that has them."""
        return {one.id: levels for one in self.evaluation.criteria if (levels := levels_of(self.board, one.id))}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Criterion by criterion, as a panel should score."""
        return tuple(
            Line(bid.id, name, self._promise(name, bid.scores.get(name, Decimal(0)))) for name in self.levels for bid in self.evaluation.bids
        )

    def _promise(self, criterion: str, score: Decimal) -> str:
        texts = samples_of(self.board, criterion) or self.levels[criterion]
        return texts[int(score)] if self.invented else ""

    def quotes_the_scale(self, criterion: str) -> bool:
        """Whether invented bids show the words of an anchor, for want of a text of their own."""
        return self.invented and not samples_of(self.board, criterion)

    def entered(self, who: Evaluator) -> Mapping[str, Any]:
        """What one evaluator kept: for each line a score and a reason; empty before."""
        kept = self.answers.get(answer_name(who))
        return kept if isinstance(kept, Mapping) else {}

    def is_in(self, who: Evaluator) -> bool:
        """Whether this evaluator has scored every line there is now."""
        kept = self.entered(who)
        return bool(self.lines) and all(line.name in kept for line in self.lines)

    @property
    def complete(self) -> bool:
        return all(self.is_in(who) for who in Evaluator)

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """Every line with both scores, the furthest apart first; nothing until both are in."""
        if not self.complete:
            return ()
        both = [self.entered(who) for who in Evaluator]
        made = [
            Compared(line, (both[0][line.name]["score"], both[1][line.name]["score"]), (both[0][line.name]["reason"], both[1][line.name]["reason"]))
            for line in self.lines
        ]
        return tuple(sorted(made, key=lambda one: -one.apart))

    @property
    def to_sharpen(self) -> dict[str, Sentence]:
        """For each criterion on which they differ, the anchors that did not tell the bids apart."""
        found: dict[str, Sentence] = {}
        for one in self.compared:
            if one.apart and one.line.criterion not in found:
                low, high = sorted(one.scores)
                values = {"low": low, "high": high, "criterion": self.names[one.line.criterion]}
                text = (
                    N_("{criterion}: sharpen the anchors from {low} to {high}; one bid was read as both.") if one.apart >= FAR_APART
                    else N_("{criterion}: say what separates {low} from {high}.")
                )
                found[one.line.criterion] = Sentence(text, values)
        return found


def answer_name(who: Evaluator) -> str:
    """Where a draft keeps the scores of one evaluator; no paper and no tender file holds them."""
    return f"rehearsal/{who}"
