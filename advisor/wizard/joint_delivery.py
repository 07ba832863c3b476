"""The joint-delivery designer: what stands on its page, and what is made of what was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from advisor.wizard.board import Board, Card
from criteria.codes import Answer, ChoiceStatus, Objective, Stage
from criteria.criterion import Criterion
from criteria.findings import DesignRule
from criteria.instruments import Route, routes_for
from criteria.joint_delivery import CRITERION, GroupRule, Part, broken, composed, proposed
from criteria.rule import Reason, judge_all
from criteria.values import plain_number

ALTERNATIVES = (Stage.LOTS, Stage.RESERVED_ART20, Stage.RESERVED_ART77)


@dataclass(frozen=True)
class Design:
    """The parts that stand ready on the page for one tender."""

    board: Board
    names: tuple[str, ...]

    @property
    def card(self) -> Card:
        return next((card for card in self.board.cards if card.criterion.id == CRITERION), self.board.card(CRITERION))

    @property
    def model(self) -> Criterion:
        """The criterion of the catalogue, before it is put together."""
        return self.board.words.catalogue[CRITERION]

    @property
    def made(self) -> bool:
        """Whether the tender holds a criterion put together here."""
        return bool(self.card.choice and self.card.choice.parts)

    @property
    def criterion(self) -> Criterion:
        return composed(self.model, self.board.words.joint, self.names)

    def reasons(self, part: Part) -> list[Reason]:
        """Why the facts speak for a part."""
        here = self.board.advice.situation
        return [one for one in judge_all(part.when, here, self.board.advice.law) if one.answer is Answer.YES]

    @property
    def against(self) -> list[Reason]:
        """Why joint delivery does not fit here, if it does not."""
        here = self.board.advice.situation
        return [one for one in judge_all(self.model.conditions, here, self.board.advice.law) if one.answer is not Answer.YES]

    @property
    def alternatives(self) -> Iterator[Route]:
        """Lots and reservations for the goal of working together, as the chooser weighs them."""
        words, advice = self.board.words, self.board.advice
        routes = routes_for(Objective.WORKING_TOGETHER, words.instruments, advice.situation, advice.law)
        return (route for route in routes if route.stage in ALTERNATIVES)

    @property
    def checks(self) -> list[tuple[DesignRule, GroupRule]]:
        """Each rule about groups and how the composed text keeps it."""
        return [(self.board.words.rules[one.rule], one) for one in self.board.words.joint.group_rules]


def design_for(board: Board) -> Design:
    """The parts chosen before, or those that the answers speak for."""
    choice = next((one for one in board.tender.choices if one.criterion == CRITERION), None)
    start = choice.parts if choice and choice.parts else proposed(board.words.joint, board.advice.situation, board.advice.law)
    return Design(board, start)


def chosen(card: Card, names: tuple[str, ...], weight: Any) -> dict[str, Any]:
    """What is kept: the criterion with its parts and points; a text of the officer's own gives way to them."""
    kept = card.choice.model_dump(mode="json", exclude_none=True, exclude={"text"}) if card.choice else {"criterion": CRITERION, "stage": Stage.AWARD_CRITERION.value}
    return {**kept, "status": ChoiceStatus.ADAPTED.value, "parts": list(names), "weight": weight}


def unmade(card: Card) -> dict[str, Any] | None:
    """The choice without its parts: the model of the catalogue again."""
    if card.choice is None:
        return None
    kept = card.choice.model_dump(mode="json", exclude_none=True, exclude={"parts"})
    return {**kept, "status": ChoiceStatus.ACCEPTED.value}


def broken_rules(board: Board, demands: list[str]) -> list[tuple[DesignRule, GroupRule]]:
    """The rules that tempting demands would break, with what they say."""
    return [(board.words.rules[name], one) for name, one in broken(board.words.joint, demands).items()]


def usual_points(card: Card) -> int | float:
    """The points the criterion has now, or those to start from."""
    return plain_number(card.points) if card.points is not None else 0

