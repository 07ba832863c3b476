"""The part of a paper on national law: provisions, duties, limits and helpers, each with its mark."""

from collections.abc import Iterator

from advisor.documents import parts
from advisor.documents.blocks import Block, Heading, Items, Note, Paragraph, Table, Tone
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
    yield Paragraph("; ".join(f"{one.name} [{mark(board, one)}]" for one in national.acts))
    if board.advice.duties:
        yield Paragraph(_("National law asks for this:"))
        yield Items(tuple(_duty(board, one.answer, language.say(one.todo), parts.law_line(board, one.basis)) for one in board.advice.duties))
    if national.provisions:
        rows = tuple((language.gettext(one.article), language.gettext(one.says), language.show(one.status)) for one in national.provisions)
        yield Table(_("National provisions we hold"), (_("Article"), _("What it says"), _("Checked")), rows, (22, 56, 22))
    if national.limits:
        rows = tuple(
            (f"{language.show(one.kind)} {language.show(one.shown)}", " ".join((language.show(one.of), language.gettext(one.note))).strip(), mark(board, one))
            for one in national.limits
        )
        yield Table(_("National value limits, net of VAT"), (_("Limit"), _("For"), _("Checked")), rows, (40, 38, 22))
    if national.not_known:
        points = language.listed([one.point for one in national.not_known])
        yield Note(_("Not known."), _("We do not hold these points; ask your lawyer or helpdesk: %(points)s.", points=points), Tone.CAUTION)


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
