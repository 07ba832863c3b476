"""The bench of one design: its evaluation made of the weights and the formula, bids to try, and what comes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from advisor.wizard.board import Board, own_criteria
from criteria.prose import N_, Money, PerCent, Sentence
from criteria.scoring.bench import Sweep, WhatIf, bench_data, invented, reference_price, what_if
from criteria.scoring.cards import Promise, formulas
from criteria.scoring.contest import PRICE
from criteria.scoring.doctor import evaluate
from criteria.scoring.doctor.experiments import counter_examples, in_words
from criteria.scoring.doctor.repair import Repaired, proposals, repaired
from criteria.scoring.evaluation import Bid, Evaluation, Formula, Price, QualityCriterion
from criteria.scoring.exact import decimal
from criteria.scoring.result import Result, Warned
from criteria.values import plain_number

OTHER = "other-quality"
SCALE = Decimal(5)
_DEDUCTIONS = ("max_deduction", "max_deduction_percent", "deduction_per_unit", "max_units")
# Where a chosen formula begins when its parameters are not set yet: shares of the usual price, or plain numbers.
_SHARES: Mapping[str, Decimal] = {
    "minimum": Decimal("0.5"), "maximum": Decimal("1.5"), "budget": Decimal("1.2"), "estimate": Decimal(1),
}
_PLAIN: Mapping[str, Any] = {
    "multiple": Decimal(2), "exponent": Decimal("0.5"), "x": Decimal("0.9"), "significant_percent": Decimal(10),
    "direction": "price_over_quality", "outside": "clip", "points": Decimal(40),
}


@dataclass(frozen=True)
class Bench:
    """A scored design: who wins, what each weight does, which faults it has; said with the names that people gave."""

    board: Board
    evaluation: Evaluation
    result: Result
    what_if: WhatIf

    @property
    def sweeps(self) -> tuple[Sweep, ...]:
        """The parts that have a weight."""
        return tuple(one for one in self.what_if.sweeps if one.weight)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each bid and each part is called."""
        return names_of(self.board, self.evaluation)

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """A short mark for each bid, for pictures and narrow tables: A, B … Z, then numbers."""
        return {
            bid.id: chr(ord("A") + number) if number < 26 else str(number + 1) for number, bid in enumerate(self.evaluation.bids)
        }

    def say(self, sentence: Sentence) -> str:
        """Say a sentence of the engine with the names of bids and criteria in place of their ids."""
        return self.board.language.say(named(sentence, self.names))

    @property
    def winners(self) -> list[str]:
        return [self.names[name] for name in self.result.standing.first]

    def turning(self, sweep: Sweep) -> str:
        """Say the smallest change of one weight that makes another bid come first, or that none does."""
        language = self.board.language
        edge = sweep.smallest_change
        if edge is None:
            return language.gettext(N_("No weight changes the winner: for these bids this weight is decoration."))
        here = next(one for one in sweep.stretches if one.start <= sweep.weight <= one.end)
        beyond = next(one for one in sweep.stretches if one.first != here.first and edge in (one.start, one.end))
        values = {"edge": PerCent(decimal(edge, 1)), "bids": [self.names[name] for name in beyond.first]}
        text = N_("From {edge} upwards another bid comes first: {bids}.") if edge >= sweep.weight else N_("Below {edge} another bid comes first: {bids}.")
        said = language.say(Sentence(text, values))
        if sweep.decorative:
            return f"{said} {language.gettext(N_('At its announced weight it is decoration: no scores on it alone change the winner.'))}"
        return said

    @property
    def verdict(self) -> str:
        """Say in one sentence who wins and by how much."""
        language, margin = self.board.language, self.what_if.margin
        if not self.winners:
            return language.gettext(N_("No bid is left."))
        if len(self.winners) > 1:
            return language.say(Sentence(N_("Nothing tells these bids apart: {bids}."), {"bids": self.winners}))
        if margin is None:
            return language.say(Sentence(N_("{bid} wins; no other bid is left."), {"bid": self.winners[0]}))
        return language.say(Sentence(N_("{bid} wins, ahead by {margin}."), {"bid": self.winners[0], "margin": self._in_unit(margin)}))

    def _in_unit(self, margin: Fraction) -> Money | Sentence:
        if self.evaluation.price.formula is Formula.QUALITY_ADJUSTED_PRICE:
            return Money(decimal(margin, 2))
        if self.evaluation.price.formula is Formula.PRICE_PER_QUALITY:
            return Sentence(N_("{number} in the quotient"), {"number": decimal(margin, 4)})
        return Sentence(N_("{number} points"), {"number": decimal(margin, 2)})

    @property
    def worth(self) -> list[str]:
        """Say what a social point and all of them are worth in money, or why no amount can be named."""
        lines = (
            (N_("For one social point you are ready to pay {amount} more."), self.what_if.price_of_one_point),
            (N_("For all social points together you are ready to pay {amount} more."), self.what_if.price_of_social_block),
        )
        if self.evaluation.price.formula is Formula.FIXED_PRICE:
            return [self.board.language.gettext(N_("The price is fixed, so points cost nothing more."))]
        told = [self.board.language.say(Sentence(text, {"amount": Money(decimal(amount, 2))})) for text, amount in lines if amount is not None]
        return told or [self.board.language.gettext(N_("With this formula no amount can be named for a point."))]

    def amount(self, price: Fraction | None) -> str:
        """A price in the reader's language; a dash where there is none."""
        return "—" if price is None else self.board.language.money(decimal(price, 2))

    def figure(self, total: Fraction) -> str:
        """A result, with the decimals that its formula needs."""
        digits = 8 if self.evaluation.price.formula is Formula.PRICE_PER_QUALITY else 3
        return self.board.language.number(decimal(total, digits), digits)

    @cached_property
    def counter_examples(self) -> Mapping[Promise, str]:
        """For each promise that the formula breaks, the smallest invented contest that shows it, in words."""
        language = self.board.language
        return {promise: language.say(in_words(promise, one)) for promise, one in counter_examples(self.evaluation.price).items()}

    def repaired(self, warning: Warned) -> Repaired | None:
        return repaired(self.result, warning.code)

    @cached_property
    def proposals(self) -> tuple[Repaired, ...]:
        """Sounder rules for the same purpose, where the doctor found something."""
        return proposals(self.result) if self.result.warnings else ()


def bench_for(board: Board, evaluation: Evaluation | None = None) -> Bench:
    """Score the bids of a design, or those of a changed evaluation of it; raise BadInput with key and remedy."""
    whole = scored(evaluation or with_bids(board, announced(board)))
    names = social(board, whole)
    return Bench(board, whole, evaluate(whole, board.grounds), what_if(whole, names, usual_price(board)))


def usual_price(board: Board) -> Decimal:
    """The estimated value, or a round figure while it is not known; euro, net of VAT."""
    return board.tender.estimated_value or bench_data().reference_price


def social(board: Board, evaluation: Evaluation) -> list[str]:
    """The criteria that come from the catalogue."""
    return [one.id for one in evaluation.criteria if one.id in board.balance.social]


def names_of(board: Board, evaluation: Evaluation) -> dict[str, str]:
    """What each bid and each part is called in the language of the board."""
    _ = board.language.gettext
    kinds = {kind.id: kind.title for kind in board.words.bench.bids}
    own = {PRICE: _(N_("Price")), OTHER: _(N_("Other quality"))}
    criteria = {
        one.id: board.words.catalogue[one.id].title if one.id in board.words.catalogue else own.get(one.id) or one.title or one.id
        for one in evaluation.criteria
    }
    return {**{bid.id: kinds.get(bid.id, bid.id) for bid in evaluation.bids}, **own, **criteria}


def named(sentence: Sentence, names: Mapping[str, str]) -> Sentence:
    """Put names in the place of ids."""

    def within(text: str) -> str:
        for key, said in names.items():
            text = text.replace(f"{key} = ", f"{said} = ")
        return text

    def name(value: Any) -> Any:
        if isinstance(value, str):
            return names[value] if value in names else within(value)
        return [name(one) for one in value] if isinstance(value, list | tuple) else value

    return Sentence(sentence.text, {key: name(value) for key, value in sentence.values.items()})


def announced(board: Board) -> Evaluation:
    """The evaluation that a design announces: its formula, its own criteria and the chosen ones, all with their points."""
    stored = board.tender.evaluation or Evaluation()
    entered = {one.id: one for one in stored.criteria}
    own = own_criteria(board, stored) or [QualityCriterion(id=OTHER, points=board.balance.other)]
    mine = [one.model_copy(update={"scale": SCALE}) if one.id == OTHER else one for one in own]
    chosen = [
        entered.get(name, QualityCriterion(id=name, scale=SCALE)).model_copy(update={"points": points})
        for name, points in board.balance.social.items()
    ]
    price = stored.price.model_copy(update={"points": board.balance.price})
    return stored.model_copy(update={"price": completed(price, usual_price(board)), "criteria": (*mine, *chosen)})


def with_points(board: Board, price: Decimal, other: Decimal) -> dict[str, Any]:
    """The evaluation to keep when points are given out anew; formula, limits and bids of the design stay."""
    stored = board.tender.evaluation or Evaluation()
    kept = stored.model_dump(mode="json", by_alias=True, exclude_none=True)
    chosen = [one for one in kept.get("criteria", ()) if one["id"] in board.words.catalogue]
    mine = next((one for one in kept.get("criteria", ()) if one["id"] == OTHER), {"id": OTHER})
    kept["price"]["points"] = plain_number(price)
    return {**kept, "criteria": [{**mine, "points": plain_number(other)}, *chosen]}


def completed(price: Price, usual: Decimal) -> Price:
    """Give every parameter that a formula needs a value to begin with, around the usual price."""
    begin = {name: (usual * share).quantize(Decimal(1)) for name, share in _SHARES.items()} | dict(_PLAIN)
    missing = [name for name in formulas()[price.formula].required if getattr(price, name) is None]
    return price.model_copy(update={name: begin[name] for name in missing})


def with_bids(board: Board, evaluation: Evaluation) -> Evaluation:
    """The bids that were kept in the tender file, else invented ones around the usual price."""
    if not evaluation.bids:
        return invented(evaluation, social(board, evaluation), usual=usual_price(board))
    return evaluation


def scored(evaluation: Evaluation) -> Evaluation:
    """Leave out what does not count: parts without points, parameters of other formulas, scores of other criteria."""
    price = evaluation.price
    card = formulas()[price.formula]
    other = [name for name in Price.model_fields if name not in ("formula", "announced", *card.required, *card.optional)]
    criteria = tuple(_counted(one, evaluation) for one in evaluation.criteria if one.steps or one.points is None or one.points > 0)
    names = {one.id for one in criteria}
    bids = tuple(
        Bid(
            id=bid.id, discount_percent=bid.discount_percent,
            price=None if price.formula is Formula.FIXED_PRICE else bid.price,
            scores={name: bid.scores.get(name, Decimal(0)) for name in (one.id for one in criteria)},
        )
        for bid in evaluation.bids
    )
    ties = tuple(name for name in evaluation.tie_break if name in names or name == PRICE)
    return evaluation.model_copy(update={
        "price": price.model_copy(update=dict.fromkeys(other)), "criteria": criteria, "bids": bids, "tie_break": ties,
    })


def _counted(one: QualityCriterion, evaluation: Evaluation) -> QualityCriterion:
    """A criterion with a deduction where the formula asks for one, and without one where it does not."""
    if evaluation.price.formula is not Formula.QUALITY_ADJUSTED_PRICE:
        return one.model_copy(update=dict.fromkeys(_DEDUCTIONS))
    if any(getattr(one, name) is not None for name in _DEDUCTIONS[:3]):
        return one
    return one.model_copy(update={"max_deduction": deduction(one, evaluation)})


def deduction(one: QualityCriterion, evaluation: Evaluation) -> Decimal:
    """The deduction to begin with: the share of the usual price that the criterion has of all points."""
    prices = [bid.price for bid in evaluation.bids if bid.price is not None]
    usual = sum(prices, Decimal(0)) / len(prices) if prices else reference_price(evaluation)
    return (usual * (one.points or Decimal(0)) / 100).quantize(Decimal(1))


def not_hundred(total: Decimal) -> Sentence:
    """Say that points do not come to 100, and how many are missing or too many."""
    missing = 100 - total
    if missing > 0:
        return Sentence(N_("The points come to {total}. Give out {missing} more, so that they come to 100."), {"total": total, "missing": missing})
    return Sentence(N_("The points come to {total}. Take away {missing}, so that they come to 100."), {"total": total, "missing": -missing})
