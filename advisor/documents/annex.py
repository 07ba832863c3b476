"""P2, the tender clause annex: what bidders read and fill in; no advice in it."""

from collections.abc import Iterator

from advisor.documents import parts
from advisor.documents.blocks import Block, Document, Heading, Items, Note, Pairs, Paragraph, Table, Tone
from advisor.documents.parts import heading
from advisor.wizard.board import Board, Card
from criteria.codes import PaperKind, Stage
from criteria.prose import N_

KIND = PaperKind.ANNEX
BEFORE = (
    Stage.RESERVED_ART20, Stage.RESERVED_ART77, Stage.LOTS, Stage.TECHNICAL_SPECIFICATION, Stage.LABEL,
    Stage.SELECTION, Stage.EXCLUSION,
)
_QUESTIONS: tuple[tuple[str, str], ...] = (
    (N_("Must we form a group?"), N_("No. A single firm fills in the same forms for its own units and suppliers and can earn the same points.")),
    (N_("Must we be established nearby when we bid?"), N_("No. What the specification asks for on site counts from the start of the contract.")),
    (N_("Does our legal form matter?"), N_("No. Every legal form may bid. Only a reserved contract or lot asks for the conditions stated there.")),
    (N_("Must we send names or personal files?"), N_("No. Send counts and totals only.")),
    (N_("Will what we offer bind us?"), N_("Yes. What you offer and what earned points becomes part of the contract.")),
    (N_("May we show other proof or another label?"), N_("Yes. Equivalent proof and equivalent labels are accepted.")),
)


def compose(board: Board) -> Document:
    """Compose the annex from the clauses that were decided, or proposed while none was."""
    sections = (_terms, _award, _conditions, _subcontracting, _forms, _means, _decisions, _hours, _questions)
    return parts.document(board, KIND, (block for section in sections for block in section(board)))


def _terms(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("A", _("Terms"))
    if not board.used:
        yield Note(_("Draft."), _("The authority has not decided on these clauses yet."), Tone.CAUTION)
    yield from parts.answer_pairs(board, KIND, "a1", "b1", "c1", "h2", "h4")
    yield Items(tuple(_(text) for text in (
        N_("“Contract” means this contract and, where it has lots, the lot you bid for."),
        N_("“Bidder” means one firm or a group, of any legal form and from any place."),
        N_("“Workers on the contract” means those who carry it out, of the contractor and its subcontractors."),
        N_("“Shared means” are people, premises, vehicles, tools or services that several units or partners use for this contract."),
        N_("Where a label or standard is named, an equivalent is accepted."),
    )))
    for card in board.at(*BEFORE):
        yield Heading(card.criterion.title, 3)
        yield parts.wording_block(board, card)
        if card.stage is Stage.RESERVED_ART20:
            yield from parts.scale_table(board, card)


def _award(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("B", _("Award criteria"))
    cards = board.at(Stage.AWARD_CRITERION)
    if not cards:
        yield Paragraph(_("No social award criterion is used in this tender."))
        return
    yield Paragraph(_("Points for a criterion = its points × score ÷ 5. The scale below was fixed before publication and is the same for every bidder."))
    for card in cards:
        yield from _clause(board, card)


def _conditions(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("C", _("Contract conditions"))
    cards = board.at(Stage.PERFORMANCE_CONDITION, Stage.MONITORING)
    if not cards:
        yield Paragraph(_("No social condition is used in this tender."))
        return
    yield Paragraph(_("Conditions are not scored. Every bidder accepts them with its tender; proof is due during the contract."))
    for card in cards:
        yield from _clause(board, card)


def _subcontracting(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("D", _("Subcontracting"))
    for card in board.at(Stage.SUBCONTRACTING):
        yield from _clause(board, card)
    yield Paragraph(_("Subcontracting is allowed. The contractor remains liable, passes the conditions of part C on to its subcontractors and tells the authority who they are before they start."))


def _clause(board: Board, card: Card) -> Iterator[Block]:
    _ = board.language.gettext
    title = card.criterion.title
    yield Heading(f"{title} ({parts.points_text(board, card)})" if card.points is not None else title, 3)
    yield parts.wording_block(board, card)
    if card.points is not None:
        yield from parts.scale_table(board, card)
    rows = ((_("Proof"), parts.evidence_text(card)), (_("Indicator"), " ".join(card.criterion.kpi)), (_("If not kept"), " ".join(card.criterion.remedies)))
    yield Pairs(tuple(row for row in rows if row[1]))


def _forms(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("E", _("Reporting form"))
    promised = [card for card in board.shown if card.criterion.remedies]
    if not promised:
        yield Paragraph(_("No report is due."))
        return
    yield Paragraph(_("Fill in totals only. Count people by sex where people are counted. Leave out any figure below five."))
    rows = tuple((indicator, "\u00a0", "\u00a0", "\u00a0") for card in promised for indicator in card.criterion.kpi)
    yield Table(_("Report for the period from ____ to ____"), (_("Indicator"), _("Promised"), _("Reached"), _("Remarks")), rows, (46, 16, 16, 22))


def _uses(board: Board, *names: str) -> bool:
    return any(card.criterion.id in names for card in board.shown)


def _means(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("F1", _("Register of shared means"))
    if not _uses(board, "clu-joint-delivery-plan", "clu-pooled-means", "clu-continuity-plan"):
        yield Paragraph(_("Not used in this tender."))
        return
    head = tuple(_(text) for text in (N_("Means"), N_("Who provides it"), N_("When available"), N_("Who decides"), N_("Function it backs up")))
    yield Table(_("Fill in one line for each means; a single firm does so for its own units"), head, (), (22, 20, 18, 18, 22), blank_rows=6)


def _decisions(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("F2", _("Table of decision rights"))
    if not _uses(board, "clu-joint-delivery-plan", "clu-shared-governance", "clu-steering-group"):
        yield Paragraph(_("Not used in this tender."))
        return
    head = tuple(_(text) for text in (N_("Decision"), N_("Proposes"), N_("Is heard"), N_("Decides"), N_("Is told"), N_("If blocked")))
    yield Table(_("Fill in one line for each decision that is shared"), head, (), (24, 15, 15, 15, 15, 16), blank_rows=6)


def _hours(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("F3", _("Hours sheet"))
    if not _uses(board, "emp-integration-hours", "emp-integration-extra-hours", "emp-social-return", "tra-apprentice-share"):
        yield Paragraph(_("Not used in this tender."))
        return
    head = tuple(_(text) for text in (N_("Month"), N_("Hours due"), N_("Hours by women"), N_("Hours by men"), N_("Route"), N_("Confirmed by")))
    yield Table(_("Totals only, no names"), head, (), (16, 14, 17, 17, 18, 18), blank_rows=12)


def _questions(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("G", _("Questions answered"))
    yield Pairs(tuple((_(question), _(answer)) for question, answer in _QUESTIONS))
