"""What the results page and the papers show: cards, timeline, balance, equality, to-dos; worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from advisor.i18n import Language
from advisor.wizard import journey, set_aside, todos
from advisor.wizard.answers import answers_of
from advisor.wizard.set_aside import SetAside
from advisor.wizard.summary import in_words
from advisor.wizard.todos import ToDo
from advisor.wizard.wordings import hours_in_words, wording
from criteria.advice import Advice, Suggestion, advise
from criteria.basis import Basis
from criteria.cases import Case
from criteria.codes import Answer, ChoiceStatus, Family, Fit, Path, Risk, Severity, Stage
from criteria.criterion import Criterion, Scale
from criteria.findings import Finding
from criteria.joint_delivery import CRITERION, composed
from criteria.knowledge import Knowledge, knowledge
from criteria.meter import Item, Meter, meter_of
from criteria.precedents import Precedent, Sought, beside, nearest
from criteria.prose import N_, Sentence
from criteria.rehearsal import MOST_SHOWN, Raised, rehearse
from criteria.rule import Reason, judge_all, together
from criteria.scoring.evaluation import Evaluation, QualityCriterion
from criteria.tender import Choice, Tender
from criteria.wording.design import Read, check_texts

USUAL_PRICE = Decimal(40)
# Reserving or excluding changes who may bid at all: never part of taking everything at once.
_BY_WEIGHT = (
    Stage.AWARD_CRITERION, Stage.PERFORMANCE_CONDITION, Stage.SUBCONTRACTING, Stage.TECHNICAL_SPECIFICATION,
    Stage.LABEL, Stage.LOTS, Stage.SELECTION, Stage.MONITORING, Stage.MARKET_CONSULTATION,
)
_SUBSTANCE = (Stage.AWARD_CRITERION, Stage.PERFORMANCE_CONDITION)
_STRUCTURAL = (Stage.RESERVED_ART20, Stage.RESERVED_ART77, Stage.EXCLUSION)


@dataclass(frozen=True)
class Card:
    """One criterion on the board: its texts in the reader's language, why it is there, what was decided."""

    criterion: Criterion
    suggestion: Suggestion | None
    choice: Choice | None
    risk: Risk

    @property
    def used(self) -> bool:
        return self.choice is not None and self.choice.used

    @property
    def stage(self) -> Stage:
        return (self.choice and self.choice.stage) or self.criterion.stage

    @property
    def basic(self) -> bool:
        """Whether it belongs in every tender, whatever the goals are."""
        return self.criterion.always or self.criterion.law_based

    @property
    def points(self) -> Decimal | None:
        """The points given to it, or the usual ones; None where it is not scored."""
        if self.choice and self.choice.weight is not None:
            return self.choice.weight
        return self.criterion.weight.default if self.criterion.weight else None

    @property
    def adapted(self) -> bool:
        """The officer put words of their own in place of the model text."""
        return bool(self.choice and self.choice.text)

    def reasons(self, answer: Answer) -> list[Reason]:
        return [one for one in self.suggestion.reasons if one.answer is answer] if self.suggestion else []


@dataclass(frozen=True)
class Board:
    """The advice on one tender, said in one language."""

    tender: Tender
    advice: Advice
    language: Language

    @property
    def words(self) -> Knowledge:
        return self.language.knowledge

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every suggestion in the order of its rank, then chosen criteria that are no longer suggested."""
        suggested = [self.card(one.criterion, one) for one in self.advice.suggestions]
        known = {one.criterion.id for one in suggested}
        chosen = dict.fromkeys(one.criterion for one in self.tender.choices)
        return (*suggested, *(self.card(name) for name in chosen if name not in known))

    @cached_property
    def used(self) -> tuple[Card, ...]:
        """What goes into the tender: the decided ones, in the order of the stages."""
        order = list(Stage)
        return tuple(sorted((card for card in self.cards if card.used), key=lambda card: (order.index(card.stage), card.criterion.id)))

    @cached_property
    def proposed(self) -> tuple[Card, ...]:
        """What we would take: fits, can be carried together, and not decided yet; what bidders notice most first."""
        fitting = [
            card for card in self.cards
            if card.choice is None and card.suggestion and card.suggestion.fit is Fit.FITS and card.suggestion.beyond is None
            and card.stage not in _STRUCTURAL and (card.basic or card.stage in self._offered)
        ]
        return tuple(sorted(fitting, key=lambda card: _BY_WEIGHT.index(card.stage)))

    @property
    def _offered(self) -> tuple[Stage, ...]:
        """The quick path offers few: what is scored and what the contract demands."""
        return _SUBSTANCE if self.tender.path is Path.QUICK else _BY_WEIGHT

    @cached_property
    def leading(self) -> tuple[Card, ...]:
        """The proposals that carry the goals of this tender: what is scored and what the contract demands."""
        return tuple(card for card in self.proposed if not card.basic and card.stage in _SUBSTANCE)

    @cached_property
    def around(self) -> tuple[Card, ...]:
        """The proposals that prepare, frame and follow up what carries the goals."""
        return tuple(card for card in self.proposed if not card.basic and card.stage not in _SUBSTANCE)

    @cached_property
    def basics(self) -> tuple[Card, ...]:
        """The proposals that belong in every tender, or that the law asks for anyway."""
        return tuple(card for card in self.proposed if card.basic)

    @cached_property
    def later(self) -> tuple[Card, ...]:
        """What was put off."""
        return tuple(card for card in self.cards if card.choice and card.choice.status is ChoiceStatus.LATER)

    @cached_property
    def others(self) -> tuple[Card, ...]:
        """What would also be possible: to confirm, or more than one tender carries."""
        shown = {card.criterion.id for card in (*self.proposed, *self.used, *self.later)}
        return tuple(card for card in self.cards if card.criterion.id not in shown)

    @cached_property
    def shown(self) -> tuple[Card, ...]:
        """What papers speak of: what was decided, or our proposal while nothing was."""
        order = list(Stage)
        return self.used or tuple(sorted(self.proposed, key=lambda card: (order.index(card.stage), card.criterion.id)))

    def at(self, *stages: Stage) -> list[Card]:
        return [card for card in self.shown if card.stage in stages]

    def text(self, card: Card) -> str:
        return wording(card.criterion, card.choice, self.advice.situation, self.advice.law, self.language)

    def hours(self, card: Card) -> str:
        """How the number of hours in a text came about; nothing where it holds none."""
        return hours_in_words(card.criterion, card.choice, self.advice.situation, self.advice.law, self.language)

    def model_text(self, card: Card) -> str:
        """The text of the catalogue for a criterion, whatever the officer wrote."""
        plain = card.choice.model_copy(update={"text": None}) if card.choice else None
        return wording(card.criterion, plain, self.advice.situation, self.advice.law, self.language)

    @cached_property
    def said(self) -> Mapping[str, str]:
        """Every fact that was answered, in words: what was asked and the answer."""
        answers = answers_of(self.tender)
        return {
            field.fact: self._question_and_answer(self.language.gettext(field.label), words)
            for field in journey.fields(Path.FULL)
            if (words := in_words(field, answers.get(field.fact), self.language))
        }

    def _question_and_answer(self, question: str, answer: str) -> str:
        if question.endswith("?"):
            return self.language.gettext(N_("%(question)s %(answer)s"), question=question, answer=answer)
        return self.language.gettext(N_("%(name)s: %(text)s"), name=question, text=answer)

    def found(self, reason: Reason) -> tuple[str, ...]:
        """What was answered that a reason rests on, in words; a goal says itself, a holding of the law has its own page."""
        return self.answers_behind(reason.fact)

    def answers_behind(self, fact: str) -> tuple[str, ...]:
        facts = () if fact == "objectives" else self.advice.situation.asks(fact)
        return tuple(self.said[one] for one in facts if one in self.said)

    @cached_property
    def timeline(self) -> Mapping[Stage, list[Card]]:
        return {stage: self.at(stage) for stage in Stage if self.at(stage)}

    @cached_property
    def balance(self) -> "Balance":
        return Balance(self)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found in the design and in its texts, worst first."""
        order = list(Severity)
        every = (*self.advice.findings, *(one for read in self.texts for one in read.findings))
        return tuple(sorted(every, key=lambda one: (order.index(one.severity), one.rule, one.where)))

    @cached_property
    def texts(self) -> tuple[Read, ...]:
        """The texts that people wrote for this design, each checked."""
        return check_texts(self.tender, self.words)

    @cached_property
    def complaints(self) -> tuple[Raised, ...]:
        """What a losing bidder would complain of, strongest first."""
        advice = self.advice
        return rehearse(advice.situation, self.findings, self.words.complaints.values(), advice.law, self.grounds, knowledge().confidence)

    @property
    def strongest_complaints(self) -> tuple[Raised, ...]:
        return self.complaints[:MOST_SHOWN]

    @property
    def clean_texts(self) -> tuple[Read, ...]:
        """The officer's own wordings in which the check found nothing and whose language it reads."""
        return tuple(one for one in self.texts if one.stated.criterion and not one.findings and not one.checked.notices)

    @property
    def unread_texts(self) -> tuple[Read, ...]:
        """The texts that the check may not have understood."""
        return tuple(one for one in self.texts if one.stated.criterion and one.checked.notices)

    def place(self, where: str) -> str:
        """Name a place of the design in words; empty for the design as a whole and for facts."""
        read = next((one for one in self.texts if one.stated.where == where), None)
        if read is None:
            return ""
        one = read.stated
        if one.criterion:
            return self.words.catalogue[one.criterion].title
        return self.language.gettext(N_("Purpose")) if where == "purpose" else self.language.gettext(N_("“%(text)s”"), text=one.text)

    @cached_property
    def meter(self) -> Meter:
        """The hours of what is shown, and what to take out if the checker has too few."""
        ranks = {one.criterion: one.rank for one in self.advice.suggestions}
        lowest = min(ranks.values(), default=0) - 1
        items = [Item(card.criterion, ranks.get(card.criterion.id, lowest)) for card in self.shown]
        return meter_of(items, self.tender.follow_up.checker_hours, self.tender.partners.suppliers, self.words.load.bids)

    @property
    def suits_joint_delivery(self) -> bool:
        """The joint-delivery criterion is in use, or nothing known speaks against it."""
        return any(card.criterion.id == CRITERION and (card.used or card.suggestion) for card in self.cards)

    @cached_property
    def grounds(self) -> Mapping[str, Basis]:
        """What may be cited about this purchase, in the language of the board."""
        return self.words.grounds_of(self.tender)

    @cached_property
    def equality(self) -> list[Card]:
        return [card for card in self.shown if card.criterion.family in (Family.EQUALITY, Family.NON_DISCRIMINATION)]

    @cached_property
    def openings(self) -> list[Sentence]:
        """Lawful room that is not used yet, in plain words."""
        regime = self.advice.regime
        used = {card.stage for card in self.used}
        open_now = [
            text for question, stage, text in _OPENINGS
            if regime.known(question) and (stage is None or (stage not in used and self._may_go(stage)))
        ]
        return [*open_now, *(text for stage, text in _ALWAYS_OPEN if stage not in used)]

    def _may_go(self, stage: Stage) -> bool:
        """Whether what is known of the purchase and its market leaves a route open, whatever the goals are."""
        conditions = self.words.instruments[stage].conditions
        return together(judge_all(conditions, self.advice.situation, self.advice.law)) is not Answer.NO

    @cached_property
    def todos(self) -> list[ToDo]:
        """Everything open: what was not known, what suggestions wait for, findings, gaps, the last check."""
        return todos.todos(self)

    def due(self, todo: ToDo) -> Sentence:
        return todos.due(self, todo)

    @cached_property
    def set_aside(self) -> Mapping[str, list[SetAside]]:
        """What was not suggested, by group, with the answers that decided."""
        return set_aside.groups(self)

    @cached_property
    def cases(self) -> list[Case]:
        """The cases nearest to this purchase; `criteria.precedents` states the order."""
        return nearest(self.words.cases.values(), self._sought)

    def precedents(self, card: Card) -> list[Precedent]:
        """At most two cases to show beside one clause."""
        return beside(card.criterion, self.words.cases.values(), self.words.catalogue, self._sought)

    @cached_property
    def _sought(self) -> Sought:
        chosen = frozenset(card.criterion.id for card in self.shown)
        return Sought(self.advice.situation.family, self.tender.country, self.tender.estimated_value, chosen)

    def cases_of(self, card: Card, most: int = 2) -> list[Case]:
        """The nearest worked cases in which something like this was used."""
        return [case for case in self.cases if card.criterion.id in case.criteria][:most]

    def card(self, name: str, suggestion: Suggestion | None = None) -> Card:
        """Lay out one criterion, suggested or not."""
        choice = next((one for one in self.tender.choices if one.criterion == name), None)
        criterion = self.words.catalogue[name]
        if choice and choice.parts:
            criterion = composed(criterion, self.words.joint, choice.parts)
        criterion = with_own_scale(criterion, choice)
        return Card(criterion, suggestion, choice, knowledge().confidence[name])


class Balance:
    """Points of 100 for price, other quality and the social part, and what the social part costs in hours."""

    def __init__(self, board: Board) -> None:
        evaluation = board.tender.evaluation
        self.social = {card.criterion.id: card.points or Decimal(0) for card in board.at(Stage.AWARD_CRITERION)}
        entered = evaluation is not None and evaluation.price.points is not None
        self.entered = entered
        room = max(Decimal(100) - sum(self.social.values(), Decimal(0)), Decimal(0))
        self.price = evaluation.price.points or Decimal(0) if evaluation and entered else min(USUAL_PRICE, room)
        other = sum((one.points or Decimal(0) for one in own_criteria(board, evaluation)), Decimal(0)) if evaluation and entered else room - self.price
        self.other = max(other, Decimal(0))
        self.social_total = sum(self.social.values(), Decimal(0))
        self.total = self.price + self.other + self.social_total
        self.effort = board.meter.sum
        self.pages = sum((card.criterion.answer_pages for card in board.shown), Decimal(0))
        self.checker_hours = board.tender.follow_up.checker_hours

    @property
    def bars(self) -> list[tuple[str, Decimal]]:
        return [(N_("Price"), self.price), (N_("Other quality"), self.other), (N_("Social criteria"), self.social_total)]


def with_own_scale(criterion: Criterion, choice: Choice | None) -> Criterion:
    """A scored criterion with the anchors that the person wrote in place of those of the catalogue."""
    if choice is None or choice.scale is None or criterion.scale is None or criterion.scale.kind != "score":
        return criterion
    return criterion.model_copy(update={"scale": Scale(kind="score", levels=choice.scale)})


def own_criteria(board: Board, evaluation: Evaluation) -> list[QualityCriterion]:
    """The criteria of the authority's own; points of those of the catalogue stand in its choices."""
    return [one for one in evaluation.criteria if one.id not in board.words.catalogue]


def board_for(tender: Tender, language: Language, today: date) -> Board:
    """Advise on a tender and lay the advice out in a language."""
    dated = tender if tender.as_of else tender.model_copy(update={"as_of": today})
    return Board(dated, advise(dated, knowledge()), language)


_OPENINGS: tuple[tuple[str, Stage | None, Sentence], ...] = (
    ("art20", Stage.RESERVED_ART20, Sentence(N_("You may reserve the contract or a lot for workshops and integration operators (Article 20), if at least two can bid."))),
    ("art77", Stage.RESERVED_ART77, Sentence(N_("You may reserve this service for participatory organisations for up to three years (Article 77)."))),
    ("light_regime", None, Sentence(N_("In the light regime you shape the procedure yourself: quality, continuity and users' involvement may count more than price."))),
    ("small_lots", Stage.LOTS, Sentence(N_("Your small lots may follow national rules, with simpler procedures."))),
)
_ALWAYS_OPEN: tuple[tuple[Stage, Sentence], ...] = (
    (Stage.MARKET_CONSULTATION, Sentence(N_("You may talk with suppliers, social enterprises and users before you draft, if everybody then gets the same information."))),
    (Stage.LOTS, Sentence(N_("You may cut the contract into lots that small suppliers can carry."))),
    (Stage.PERFORMANCE_CONDITION, Sentence(N_("You may set social conditions for performing the contract, at any value."))),
)
