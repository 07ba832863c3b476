"""The part of a paper on national law: provisions, duties, limits and helpers, each with its mark."""

from collections.abc import Iterator

from advisor.documents import law
from advisor.documents.blocks import Block, Heading, Items, Note, Paragraph, Tone
from advisor.wizard.board import Board
from criteria.codes import Answer
from criteria.countries import Fact
from criteria.prose import N_


def national_law(board: Board) -> Iterator[Block]:
    """What the law of the country says on the day, what it asks for here, and what is not known of it."""
    _, language, national = board.language.gettext, board.language, board.advice.national
    if national is None:
        return
    yield Heading(_("National law: %(country)s", country=language.show(national.country)), 3)
    yield Paragraph(language.apart(f"{one.name} [{mark(board, one)}]" for one in national.acts))
    if board.advice.duties:
        yield Paragraph(_("National law asks for this:"))
        yield Items(tuple(_duty(board, one.answer, language.say(one.todo), law.citation(board, one.basis)) for one in board.advice.duties))
    if national.limits:
        limits = (f"{language.show(one.kind)} {language.show(one.shown)} ({language.show(one.of)}) [{mark(board, one)}]" for one in national.limits)
        yield Paragraph(_("%(name)s: %(text)s", name=_("National value limits, net of VAT"), text=language.apart(limits)))
    if national.not_known:
        points = language.listed([one.point for one in national.not_known])
        yield Note(_("Not known."), _("We do not hold these points; ask your lawyer or helpdesk: %(points)s.", points=points), Tone.CAUTION)


def in_short(board: Board) -> Iterator[Block]:
    """The national act and what it asks for here; nothing where the country is not known."""
    _, language, national = board.language.gettext, board.language, board.advice.national
    if national is None:
        return
    acts = board.language.apart(f"{one.name} [{mark(board, one)}]" for one in national.acts)
    yield Paragraph(_("%(name)s: %(text)s", name=_("National law: %(country)s", country=language.show(national.country)), text=acts))
    if board.advice.duties:
        yield Items(tuple(_duty(board, one.answer, language.say(one.todo), law.citation(board, one.basis)) for one in board.advice.duties))


def helpers(board: Board) -> Iterator[Block]:
    """Who can help in the country, with address and mark."""
    national = board.advice.national
    if national and national.bodies:
        text = board.language.gettext
        yield Items(tuple(f"{one.name}. {text(one.says)} {one.url} [{mark(board, one)}]" for one in national.bodies))


def mark(board: Board, fact: Fact) -> str:
    return board.language.show(fact.status)


def _duty(board: Board, answer: Answer, todo: str, ground: str) -> str:
    if answer is Answer.YES:
        return f"{todo} {ground}"
    return f"{todo} {ground} {board.language.gettext(N_('Whether it applies is still to be confirmed.'))}"
