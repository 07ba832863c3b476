"""P11, questions for a lawyer: the facts, the clauses in doubt, what the rules found, likely complaints, exact questions."""

from collections.abc import Iterator

from advisor.documents import law, parts, rehearsal
from advisor.documents.blocks import Block, Document, Heading, Items, Note, Paragraph, Signatures, Table, Tone
from advisor.documents.parts import heading
from advisor.wizard import journey
from advisor.wizard.board import Board, Card
from advisor.wizard.labels import HOLDINGS
from criteria.codes import Answer, PaperKind, Risk
from criteria.prose import N_

KIND = PaperKind.LAWYER_SHEET
# The facts a lawyer needs first; the memo asks for the same ones.
_FACTS = ("a1", "b1", "b2", "b3", "b4", "b5", "b7", "b9", "b10", "b11", "c1")


def compose(board: Board) -> Document:
    """Compose the sheet from the answers and what the rules found."""
    chapters = (_facts, _clauses, _tests, _complaints, _questions)
    return parts.document(board, KIND, (block for chapter in chapters for block in chapter(board)))


def _facts(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield Paragraph(_("A colleague asks you to look at a tender before it is published. The sheet holds what is known, what our rules found, and what we ask you."), lead=True)
    yield heading(1, _("Facts"))
    yield from parts.answer_pairs(board, PaperKind.MEMO, *_FACTS)


def _clauses(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(2, _("Clauses in doubt"))
    if not board.used:
        yield Note(_("Proposal."), _("Nothing was decided yet; these are clauses we would take."), Tone.CAUTION)
    doubtful = in_doubt(board)
    if not doubtful:
        yield Paragraph(_("No clause needs your eye by our rules. The questions below remain."))
    for card in doubtful:
        yield Heading(f"{card.criterion.title} ({parts.points_text(board, card)})" if card.points is not None else card.criterion.title, 3)
        yield Paragraph(f"{board.language.show(card.stage)}. {board.language.show(card.risk)}. {card.criterion.risk.text}")
        yield parts.wording_block(board, card)
        yield Items(tuple(law.law_line(board, board.grounds[name]) for name in card.criterion.law))


def in_doubt(board: Board) -> list[Card]:
    """The clauses that a finding, a complaint or their own risk makes doubtful."""
    fed = {feed.criterion for raised in board.complaints for feed in raised.feeds}
    return [card for card in board.shown if card.risk is not Risk.STANDARD or card.criterion.id in fed]


def _tests(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(3, _("What the rules found, and what is not certain"))
    yield from parts.findings(board)
    unsure = tuple(
        " ".join((_(HOLDINGS[name]), *(language.say(one) for one in board.advice.regime[name].because)))
        for name in _open_holdings(board)
    )
    asks = tuple(dict.fromkeys(language.say(one) for read in board.texts for one in read.checked.asks))
    if unsure or asks:
        yield Paragraph(_("Not certain:"))
        yield Items((*unsure, *asks))


def _complaints(board: Board) -> Iterator[Block]:
    yield heading(4, board.language.gettext(N_("If a losing bidder complained")))
    yield from rehearsal.strongest(board, 3)


def _questions(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(5, _("What we ask you"))
    asked = tuple(questions(board))
    yield Table(_("Please answer in the sheet"), (_("No."), _("Question"), _("Your answer")), tuple((str(number), one, "\u00a0") for number, one in enumerate(asked, 1)), (8, 52, 40))
    yield Signatures((_("Asked by"), _("Answered by")), (_("Role"), _("Name"), _("Day"), _("Signature")))


def questions(board: Board) -> Iterator[str]:
    """The officer's own question, one for each complaint, each clause for a lawyer, and each open point of the law."""
    _, language = board.language.gettext, board.language
    own = board.tender.safety.question
    every = [
        *([own] if own else []),
        *(raised.complaint.question for raised in board.complaints),
        *(_("Does anything in law speak against “%(title)s” as worded here?", title=card.criterion.title) for card in board.shown if card.risk is Risk.LAWYER),
        *(_(HOLDINGS[name]) for name in _open_holdings(board) if _is_asked(board, name)),
    ]
    if board.advice.national and board.advice.national.not_known:
        points = language.listed([one.point for one in board.advice.national.not_known])
        every.append(_("What does national law say on these points, which we do not hold: %(points)s?", points=points))
    yield from every or [_("Do you see anything that speaks against publishing this tender?")]


def _open_holdings(board: Board) -> list[str]:
    return [name for name in HOLDINGS if board.advice.regime[name].answer is Answer.NOT_KNOWN]


def _is_asked(board: Board, name: str) -> bool:
    """A lawyer is asked only what no answer of the officer would settle."""
    return not any(journey.asked_by(fact) for fact in board.advice.regime[name].ask)
