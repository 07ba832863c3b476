"""P3, the justification memo: for the file, the council and the auditor."""

from collections.abc import Iterator

from advisor.documents import bench_parts, country, parts
from advisor.documents.blocks import (
    Block,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Signatures,
    Table,
    Tone,
)
from advisor.documents.parts import heading
from advisor.documents.report import routes_table
from advisor.wizard.board import Board, Card
from criteria.codes import ChoiceStatus, PaperKind, Stage
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
    yield from parts.answer_pairs(board, KIND, "a1", "b1", "c1", "c2", "c3", "c4", "f1", "f3", "h5")
    yield Heading(_("The contract"), 3)
    yield from parts.answer_pairs(board, KIND, "b2", "b3", "b4", "b5", "b7", "b9", "b10", "b11")
    above = board.advice.regime["above_threshold"]
    yield Paragraph(" ".join(board.language.say(one) for one in above.because))
    yield Items(tuple(parts.law_line(board, one) for one in above.basis)) if above.basis else Paragraph(_("No threshold could be settled yet."))


def _consultation(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(2, _("Consultation"))
    yield from parts.answer_pairs(board, KIND, "c5", "e3", "e4")
    yield Paragraph(_("What was told to one supplier is published for all, and the minutes are in the file."))


def _options(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(3, _("Options weighed"))
    yield Paragraph(_("Doing nothing was an option for each goal. The routes below were weighed for the goals chosen."))
    yield routes_table(board)
    for goal in board.advice.nothing_here:
        yield Note(board.words.nothing_here.title, _("%(name)s: %(text)s", name=language.show(goal), text=board.words.nothing_here.summary), Tone.CAUTION)
    yield from country.national_law(board)


def _each_item(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(4, _("Why each clause"))
    if not board.used:
        yield Note(_("Proposal."), _("Nothing was decided yet; the memo shows what we would take."), Tone.CAUTION)
    weighty = [card for card in board.shown if card.stage is not Stage.MARKET_CONSULTATION]
    if not weighty:
        yield Paragraph(_("No clause was chosen."))
        return
    head = (_("Clause"), _("Reason, link to the contract, ground"), _("Proportion and proof"))
    yield Table(_("Each clause"), head, tuple(_item(board, card) for card in weighty), (20, 46, 34))
    yield Paragraph(_("Every clause is open to bidders of any legal form and from any place, alone or in a group. A reservation is open to every organisation that meets the legal conditions, from any member state."))


def _item(board: Board, card: Card) -> tuple[str, str, str]:
    """One clause in a row: what, why it is lawful here, how it is kept in proportion and proved."""
    one = card.criterion
    own = card.choice.reason if card.choice and card.choice.reason else ""
    name = f"{one.title}\n{parts.points_text(board, card)}" if card.points is not None else one.title
    lawful = f"{one.law_note} ({parts.citations(board, one.law)})"
    return name, "\n".join(text for text in (own, lawful) if text), f"{one.proportionality}\n{parts.evidence_text(card)}"


def _stages(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(5, _("Why this stage"))
    for stage, cards in board.timeline.items():
        summary = board.words.instruments[stage].summary if stage in board.words.instruments else ""
        yield Paragraph(f"{language.show(stage)} ({len(cards)}): {summary}")
    if not board.timeline:
        yield Paragraph(_("No clause was chosen."))


def _weights(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(6, _("Weights"))
    social = tuple((card.criterion.title, language.number(card.points or 0)) for card in board.at(Stage.AWARD_CRITERION))
    rows = ((_("Price"), language.number(board.balance.price)), (_("Other quality"), language.number(board.balance.other)), *social)
    yield Table(_("Points of 100"), (_("Criterion"), _("Points")), rows, (80, 20))
    if not board.balance.entered:
        yield Paragraph(_("No weights were entered; these are starting values."))
    yield from bench_parts.in_short(board)


def _equality(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(7, _("Equality check"))
    yield from parts.answer_pairs(board, KIND, "d1", "d2", "d3", "d4", "d5", "d6", "d7")
    done = tuple(card.criterion.title for card in board.equality)
    yield Items(done) if done else Note(_("Gap."), _("No clause on equality was chosen."), Tone.CAUTION)


def _conflicts(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(8, _("Conflicts of interest, prior involvement and other measures"))
    yield from parts.answer_pairs(board, KIND, "e5", "e6", "e8")
    yield from parts.measures(board)
    yield Paragraph(_("Everybody who drafts, scores or decides signs a declaration of interests before the tender is published."))


def _data_protection(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(9, _("Data protection"))
    yield Paragraph(_("Bids and reports hold counts, never names, diagnoses or origins. Figures below five are not shown. Who qualifies for a measure is certified by the competent service."))


def _rejected(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(10, _("Options not taken"))
    refused = tuple(
        (card.criterion.title, card.choice.reason or _("No reason was given."))
        for card in board.cards if card.choice and card.choice.status is ChoiceStatus.REJECTED
    )
    aside = tuple(
        (board.words.instruments[Stage(one.name)].title, language.say(one.because[0]))
        for one in board.advice.not_suggested if one.name in list(Stage)
    )
    if refused or aside:
        yield Table(_("Not used, and why"), (_("Option"), _("Reason")), (*refused, *aside), (34, 66))
    else:
        yield Paragraph(_("No option was turned down."))
    yield from _open_statements(board)


def _open_statements(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield Heading(_("Safety check"), 3)
    yield from parts.answer_pairs(board, KIND, "i1", "i2", "h1")
    yield Heading(_("What the rules found"), 3)
    yield from parts.findings(board)
    yield Heading(_("Effort"), 3)
    yield from parts.hours_table(board)


def _signatures(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(11, _("Signatures"))
    people = tuple(_(text) for text in (N_("Prepared by"), N_("Legal check"), N_("Equality officer"), N_("Approved by")))
    yield Signatures(people, (_("Role"), _("Name"), _("Day"), _("Signature")))
