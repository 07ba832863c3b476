"""P3, the justification memo: for the file, the council and the auditor."""

from collections.abc import Iterator

from advisor.documents import bench_parts, country, law, parts, rehearsal
from advisor.documents.blocks import (
    Block,
    Document,
    Heading,
    Note,
    Pairs,
    Paragraph,
    Signatures,
    Table,
    Tone,
)
from advisor.documents.parts import heading
from advisor.documents.routes import routes_in_short, set_aside, stage_reasons
from advisor.wizard.board import Board, Card
from criteria.codes import PaperKind, SafetyStatement, Stage
from criteria.prose import N_

KIND = PaperKind.MEMO


def compose(board: Board) -> Document:
    """Compose the memo."""
    chapters = (
        _need, _consultation, _options, _each_item, _stages, _weights, _equality, _conflicts,
        _data_protection, _rejected, _signatures,
    )
    return parts.document(board, KIND, (block for chapter in chapters for block in chapter(board)))


def _need(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(1, _("Need and plan"))
    yield from parts.answer_pairs(
        board, KIND, "a1", "b1", "b2", "b3", "b4", "b5", "b7", "b9", "b10", "b11", "c1", "c2", "c3", "c4", "f1", "f3", "h5",
    )
    above = board.advice.regime["above_threshold"]
    said = " ".join(board.language.say(one) for one in above.because)
    yield Paragraph(f"{said} ({law.grounds_text(board, above.basis)})" if above.basis else said)


def _consultation(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(2, _("Consultation"))
    yield from parts.answer_pairs(board, KIND, "c5", "e3", "e4")
    yield parts.confirmed_or_open(board, SafetyStatement.EQUAL_INFORMATION, _("Publish for all what one supplier was told, and put the minutes in the file."))


def _options(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(3, _("Options weighed"))
    yield routes_in_short(board)
    for goal in board.advice.nothing_here:
        yield Note(board.words.nothing_here.title, _("%(name)s: %(text)s", name=language.show(goal), text=board.words.nothing_here.summary), Tone.CAUTION)
    yield from country.in_short(board)
    yield parts.still_open(board, _("Write in one sentence what would happen if nothing were done."))


def _each_item(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(4, _("Why each clause"))
    if not board.used:
        yield Note(_("Proposal."), _("Nothing was decided yet; the memo shows what we would take."), Tone.CAUTION)
    weighty = [card for card in board.shown if card.stage is not Stage.MARKET_CONSULTATION]
    if not weighty:
        yield Paragraph(_("No clause was chosen."))
        return
    head = (_("Clause"), _("Reason and link to the contract"), _("Ground, proportion and proof"))
    yield Table(_("Each clause"), head, tuple(_item(board, card) for card in weighty), (16, 39, 45))
    yield parts.confirmed_or_open(board, SafetyStatement.OPEN_TO_ALL, _("Check that a bidder from any town and of any legal form can earn full marks."))
    if any(card.stage in (Stage.RESERVED_ART20, Stage.RESERVED_ART77) for card in board.used):
        yield Paragraph(_("The reservation is open to every organisation that meets the legal conditions, from any member state."))


def _item(board: Board, card: Card) -> tuple[str, str, str]:
    """One clause in a row: what, why with its ground, which facts make it proportionate here and how it is proved."""
    one = card.criterion
    name = f"{one.title}\n{parts.points_text(board, card)}" if card.points is not None else one.title
    ground = N_("Ground of the model clause: %(grounds)s.") if card.adapted else N_("Ground: %(grounds)s.")
    cited = board.language.gettext(ground, grounds=law.citations(board, one.law))
    proof = board.language.gettext(N_("Proof: %(text)s"), text=parts.evidence_text(card))
    here = [cited, parts.facts_found(board, card), board.hours(card), proof]
    return name, "\n".join(_why(board, card)), " ".join(filter(None, here)).replace("\n", " ")


def _why(board: Board, card: Card) -> Iterator[str]:
    """The officer's reason and the defence of the model text; beside a changed text only the reason, and that it must be checked."""
    own = card.choice.reason if card.choice and card.choice.reason else ""
    if own:
        yield own
    if not card.adapted:
        yield card.criterion.law_note
        return
    if not own:
        yield board.language.gettext(N_("No reason was given."))
    yield parts.changed_text(board, card)


def _stages(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(5, _("Why this stage"))
    reasons = tuple(stage_reasons(board))
    yield Pairs(reasons) if reasons else Paragraph(_("No clause was chosen."))


def _weights(board: Board) -> Iterator[Block]:
    yield heading(6, board.language.gettext(N_("Weights")))
    yield from parts.points_line(board)
    yield from bench_parts.in_short(board)


def _equality(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(7, _("Equality check"))
    yield from parts.answer_pairs(board, KIND, "d1", "d2", "d3", "d4", "d5", "d6", "d7")
    done = board.language.apart(card.criterion.title for card in board.equality if card.stage is not Stage.MARKET_CONSULTATION)
    yield Paragraph(_("What is done about it: %(clauses)s.", clauses=done)) if done else Note(_("Gap."), _("No clause on equality was chosen."), Tone.CAUTION)


def _conflicts(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(8, _("Conflicts of interest, prior involvement and other measures"))
    yield from parts.answer_pairs(board, KIND, "e5", "e6", "e7", "e8")
    yield from parts.lots(board)
    yield from parts.measures(board)
    yield parts.confirmed_or_open(board, SafetyStatement.NO_CONFLICT, _("Have everybody who drafts, scores or decides sign a declaration of interests before the tender is published."))


def _data_protection(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(9, _("Data protection"))
    yield parts.confirmed_or_open(board, SafetyStatement.DATA_SAFE, _("Check that every clause and form asks for counts, never for names, diagnoses or origins."))


def _rejected(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(10, _("Options not taken"))
    refused = tuple(
        (card.criterion.title, f"{board.language.show(card.choice.status)}. {card.choice.reason or _('No reason was given.')}")
        for card in board.cards if card.choice and not card.used
    )
    aside = tuple(set_aside(board))
    if refused or aside:
        yield Table(_("Not used, and why"), (_("Option"), _("Reason")), (*refused, *aside), (34, 66))
    else:
        yield Paragraph(_("No option was turned down."))
    yield from _open_statements(board)


def _open_statements(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield from parts.answer_pairs(board, KIND, "h1", "i2")
    yield from parts.safety_in_short(board)
    yield from parts.findings(board)
    yield Heading(_("If a losing bidder complained"), 3)
    yield from rehearsal.strongest(board, 4)
    yield from parts.hours(board)


def _signatures(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(11, _("Signatures"))
    people = tuple(_(text) for text in (N_("Prepared by"), N_("Legal check"), N_("Equality officer"), N_("Approved by")))
    yield Signatures(people, (_("Role"), _("Name"), _("Day"), _("Signature")))
