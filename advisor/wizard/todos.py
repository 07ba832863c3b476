"""What is still to do on a tender: each thing once, who does it, until when, and the page where it is settled."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.wizard import journey
from advisor.wizard.question import Question, Step
from advisor.wizard.tasks import finish, suggestions
from advisor.wizard.wordings import open_gaps
from criteria.codes import Path, Remedy, Risk
from criteria.prose import N_, Sentence
from criteria.tender import fact_paths, value_at

if TYPE_CHECKING:
    from advisor.wizard.board import Board, Card

BUYER, LAWYER, CHECKER = N_("Buyer"), N_("Lawyer"), N_("Checker")
# Who checks is settled by whoever will check; everything else by whoever buys.
_OWNERS = {"follow-up": CHECKER}


@dataclass(frozen=True)
class ToDo:
    """Something still open: what, whose it is, until when, in which task, and the page where it is settled."""

    text: str
    task: str
    owner: str = BUYER
    slug: str | None = None
    criterion: str | None = None
    rule: str | None = None
    country: str | None = None


def todos(board: "Board") -> list[ToDo]:
    """Everything open, each once, in the order of the tasks of the wizard."""
    found = {one.text: one for part in _PARTS for one in part(board)}
    order = [task.slug for task in journey.TASKS]
    return sorted(found.values(), key=lambda one: order.index(one.task))


def due(board: "Board", todo: ToDo) -> Sentence:
    """Who should have done it by when: before publication, or before the contract starts for who checks."""
    who, tender = Sentence(todo.owner), board.tender
    if todo.owner == CHECKER:
        if tender.start_date:
            return Sentence(N_("{who}, before the contract starts on {day}"), {"who": who, "day": tender.start_date})
        return Sentence(N_("{who}, before the contract starts"), {"who": who})
    if tender.publication_date:
        return Sentence(N_("{who}, before publication on {day}"), {"who": who, "day": tender.publication_date})
    return Sentence(N_("{who}, before publication"), {"who": who})


def _on_page(text: str, step: Step) -> ToDo:
    task = journey.task_of(step).slug
    return ToDo(text, task, _OWNERS.get(task, BUYER), slug=step.slug)


def _on_clause(text: str, criterion: str, owner: str = BUYER) -> ToDo:
    return ToDo(text, suggestions.TASK.slug, owner, criterion=criterion)


def _not_known(board: "Board") -> Iterator[ToDo]:
    """What somebody answered “I don't know” to: the way to find out."""
    for fact in board.tender.not_known:
        if (asked := journey.asked_by(fact)) and (asked[1].todo or asked[0].todo):
            yield _on_page(board.language.gettext(asked[1].todo or asked[0].todo), asked[2])


def _unanswered(board: "Board") -> Iterator[ToDo]:
    """What suggestions or the law wait for and nobody answered: one line for each page."""
    pages: dict[Step, dict[Question, None]] = defaultdict(dict)
    for fact in _waited_for(board):
        asked = journey.asked_by(fact)
        assert asked, f"{fact} is on the path, so a page asks for it"
        if asked[1].todo:
            yield _on_page(board.language.gettext(asked[1].todo), asked[2])
        else:
            pages[asked[2]][asked[0]] = None
    for step, questions in pages.items():
        yield _on_page(board.language.ngettext(
            "Answer %(num)s open question on “%(page)s”.", "Answer %(num)s open questions on “%(page)s”.",
            len(questions), page=board.language.gettext(step.title),
        ), step)


def _waited_for(board: "Board") -> Iterator[str]:
    """The facts that are asked for, can be answered on the path, and have no answer, not even “I don't know”."""
    advice, tender = board.advice, board.tender
    waiting = [*(one.ask for one in advice.regime.holdings.values()), *(one.ask for one in advice.suggestions)]
    asked = dict.fromkeys(fact for facts in waiting for fact in facts)
    on_path = journey.facts(tender.path or Path.FULL)
    for fact in asked:
        if fact in on_path and fact in fact_paths() and value_at(tender, fact) is None and fact not in tender.not_known:
            yield fact


def _put_off(board: "Board") -> Iterator[ToDo]:
    for card in board.later:
        yield _on_clause(board.language.gettext(N_("Decide on “{title}”.")).format(title=card.criterion.title), card.criterion.id)


def _gaps(board: "Board") -> Iterator[ToDo]:
    """Gaps in wordings; one that several clauses have is filled once."""
    clauses: dict[str, list[Card]] = defaultdict(list)
    for card in board.shown:
        for gap in open_gaps(card.criterion, card.choice, board.advice.situation, board.advice.law, board.language):
            clauses[gap].append(card)
    for gap, cards in clauses.items():
        yield _on_clause(board.language.ngettext(
            "Fill in [%(gap)s] in %(num)s clause, “%(title)s”.", "Fill in [%(gap)s] in %(num)s clauses, first in “%(title)s”.",
            len(cards), gap=gap, title=cards[0].criterion.title,
        ), cards[0].criterion.id)


def _for_the_lawyer(board: "Board") -> Iterator[ToDo]:
    language, cards = board.language, [card for card in board.shown if card.risk is Risk.LAWYER]
    if cards:
        titles = language.quoted(card.criterion.title for card in cards)
        yield _on_clause(language.gettext(N_("Let a lawyer read %(titles)s."), titles=titles), cards[0].criterion.id, LAWYER)
    if board.tender.safety.question:
        yield ToDo(language.gettext(N_("Put your question to a lawyer.")), finish.TASK.slug, LAWYER, slug="safety")


def _findings(board: "Board") -> Iterator[ToDo]:
    for finding in board.findings:
        if not finding.kept_because:
            place, said = board.place(finding.where), board.language.say(finding.repair)
            text = board.language.gettext(N_("%(name)s: %(text)s"), name=place, text=said) if place else said
            yield ToDo(text, suggestions.TASK.slug, rule=finding.rule)


def _remedies(board: "Board") -> Iterator[ToDo]:
    if {Remedy.RETENTION, Remedy.AMOUNT} & set(board.tender.follow_up.remedies or ()):
        yield ToDo(board.language.gettext(N_("Write into part A of the annex how much is held back or due.")), "follow-up", CHECKER, slug="remedies")


def _national(board: "Board") -> Iterator[ToDo]:
    """What national law asks for here, each with its ground and mark, and one line on what is not known of it."""
    language, national = board.language, board.advice.national
    if national is None:
        return
    for duty in board.advice.duties:
        text = language.gettext(N_("{todo} ({ground})")).format(todo=language.say(duty.todo), ground=language.marked(duty.basis))
        yield ToDo(text, finish.TASK.slug)
    if points := [one.point for one in national.not_known]:
        text = language.say(Sentence(N_("Find out for {country}, we do not know it: {points}."), {"country": national.country, "points": points}))
        yield ToDo(text, finish.TASK.slug, LAWYER, country=national.country.lower())


_PARTS = (_not_known, _unanswered, _put_off, _gaps, _for_the_lawyer, _remedies, _national, _findings)
