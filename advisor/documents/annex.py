"""P2, the tender clause annex: what bidders read and fill in; no advice in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from advisor.documents import parts
from advisor.documents.blocks import Block, Document, Heading, Items, Note, Pairs, Paragraph, Table, Tone
from advisor.documents.parts import heading
from advisor.wizard.board import Board, Card
from criteria.codes import PaperKind, Remedy, Stage
from criteria.prose import N_

KIND = PaperKind.ANNEX
BEFORE = (
    Stage.RESERVED_ART20, Stage.RESERVED_ART77, Stage.LOTS, Stage.TECHNICAL_SPECIFICATION, Stage.LABEL,
    Stage.SELECTION, Stage.EXCLUSION,
)
_PERFORMED = (Stage.PERFORMANCE_CONDITION, Stage.MONITORING)
_COSTLY = (Remedy.RETENTION, Remedy.AMOUNT)
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
    forms = (form.blocks for form in _FORMS if form.used(board))
    sections: tuple[Callable[[Board], Iterator[Block]], ...] = (_terms, _award, _conditions, _subcontracting, _reports, *forms, _questions)
    return parts.document(board, KIND, (block for section in sections for block in section(board)))


def _terms(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("A", _("Terms"))
    if not board.used:
        yield Note(_("Draft."), _("The authority has not decided on these clauses yet."), Tone.CAUTION)
    yield from parts.answer_pairs(board, KIND, "a1", "b1", "c1")
    yield Items(tuple(_(text) for text in (
        N_("“Contract” means this contract and, where it has lots, the lot you bid for."),
        N_("“Bidder” means one firm or a group, of any legal form and from any place."),
        N_("“Workers on the contract” means those who carry it out, of the contractor and its subcontractors."),
        N_("“Shared means” are people, premises, vehicles, tools or services that several units or partners use for this contract."),
        N_("Where a label or standard is named, an equivalent is accepted."),
    )))
    yield from _ladder(board)
    yield from _by_stage(board, *BEFORE)


def _ladder(board: Board) -> Iterator[Block]:
    """The remedies the authority chose; while it chose none, each clause prints its own."""
    _, language, chosen = board.language.gettext, board.language, board.tender.follow_up.remedies
    if chosen is None:
        return
    yield Heading(_("If a promise is not kept"), 3)
    if not chosen:
        yield Paragraph(_("No remedy is announced in this contract."))
        return
    yield Paragraph(_("These steps hold for every promise in parts A to D, the mildest first. They take the place of any other remedy in the model clauses."))
    yield Items(tuple(language.show(one) for one in Remedy if one in chosen), ordered=True)
    if set(_COSTLY) & set(chosen):
        yield Paragraph(_("Held back or due for each failure: [per cent or amount], at most [per cent] of the price in all."))


def _by_stage(board: Board, *stages: Stage) -> Iterator[Block]:
    """The clauses of several stages, each under the heading of its stage."""
    for stage in stages:
        cards = board.at(stage)
        if cards:
            yield Heading(board.language.show(stage), 3)
        for card in cards:
            yield from _clause(board, card, 4)


def _award(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("B", _("Award criteria"))
    cards = board.at(Stage.AWARD_CRITERION)
    if not cards:
        yield Paragraph(_("No social award criterion is used in this tender."))
        return
    yield Paragraph(_("Points for a criterion = its points × score ÷ 5. The scale below was fixed before publication and is the same for every bidder."))
    for card in cards:
        yield from _clause(board, card, 3)


def _conditions(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("C", _("Contract conditions"))
    if not board.at(*_PERFORMED):
        yield Paragraph(_("No social condition is used in this tender."))
        return
    yield Paragraph(_("Conditions are not scored. Every bidder accepts them with its tender; proof is due during the contract."))
    yield from _by_stage(board, *_PERFORMED)


def _subcontracting(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("D", _("Subcontracting"))
    for card in board.at(Stage.SUBCONTRACTING):
        yield from _clause(board, card, 3)
    yield Paragraph(_("Subcontracting is allowed. The contractor remains liable, passes the conditions of part C on to its subcontractors and tells the authority who they are before they start."))


def _clause(board: Board, card: Card, level: int) -> Iterator[Block]:
    _, one = board.language.gettext, card.criterion
    yield Heading(f"{one.title} ({parts.points_text(board, card)})" if card.points is not None else one.title, level)
    yield parts.wording_block(board, card)
    if card.points is not None or card.stage is Stage.RESERVED_ART20:
        yield from parts.scale_table(board, card)
    own_remedies = " ".join(one.remedies) if board.tender.follow_up.remedies is None else ""
    promised = " ".join(parts.indicators(board, card)) if one.remedies else ""
    rows = ((_("Proof"), parts.evidence_text(card)), (_("Indicator"), promised), (_("If not kept"), own_remedies))
    yield Pairs(tuple(row for row in rows if row[1]))


def _reports(board: Board) -> Iterator[Block]:
    """One form for all that is promised; what stays in the authority's own file promises nothing to it."""
    _ = board.language.gettext
    yield heading("E", _("Reporting form"))
    rhythm = parts.answered(board, KIND, "h2")
    if rhythm:
        yield Pairs(tuple((_(row.field.label), row.answer or "") for row in rhythm))
    promised = [card for card in board.shown if card.criterion.remedies and card.stage is not Stage.MARKET_CONSULTATION]
    if not promised:
        yield Paragraph(_("No report is due."))
        return
    yield Paragraph(_("Fill in totals only. Count people by sex where people are counted. Leave out any figure below five."))
    rows = tuple((indicator, "\u00a0", "\u00a0", "\u00a0") for card in promised for indicator in parts.indicators(board, card))
    yield Table(_("Report for the period from ____ to ____"), (_("Indicator"), _("Promised"), _("Reached"), _("Remarks")), rows, (52, 14, 14, 20))


@dataclass(frozen=True)
class _Form:
    """A form that bidders fill in, printed where one of its criteria is used."""

    number: str
    title: str
    criteria: tuple[str, ...]
    caption: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    lines: int

    def used(self, board: Board) -> bool:
        return any(card.criterion.id in self.criteria for card in board.shown)

    def blocks(self, board: Board) -> Iterator[Block]:
        _ = board.language.gettext
        yield heading(self.number, _(self.title))
        yield Table(_(self.caption), tuple(_(text) for text in self.head), (), self.widths, blank_rows=self.lines)


_FORMS = (
    _Form(
        "F1", N_("Register of shared means"), ("clu-joint-delivery-plan", "clu-pooled-means", "clu-continuity-plan"),
        N_("Fill in one line for each means; a single firm does so for its own units"),
        (N_("Means"), N_("Who provides it"), N_("When available"), N_("Who decides"), N_("Function it backs up")), (22, 20, 18, 18, 22), 6,
    ),
    _Form(
        "F2", N_("Table of decision rights"), ("clu-joint-delivery-plan", "clu-shared-governance", "clu-steering-group"),
        N_("Fill in one line for each decision that is shared"),
        (N_("Decision"), N_("Proposes"), N_("Is heard"), N_("Decides"), N_("Is told"), N_("If blocked")), (24, 15, 15, 15, 15, 16), 6,
    ),
    _Form(
        "F3", N_("Hours sheet"), ("emp-integration-hours", "emp-integration-extra-hours", "emp-social-return", "tra-apprentice-share"),
        N_("Totals only, no names"),
        (N_("Month"), N_("Hours due"), N_("Hours by women"), N_("Hours by men"), N_("Route"), N_("Confirmed by")), (16, 14, 17, 17, 18, 18), 12,
    ),
)


def _questions(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading("G", _("Questions answered"))
    yield Pairs(tuple((_(question), _(answer)) for question, answer in _QUESTIONS))
