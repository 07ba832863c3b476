"""P7, the equal-opportunities checklist: two pages from before drafting to the end of the contract."""

from collections.abc import Iterator

from advisor.documents import parts
from advisor.documents.blocks import Block, Checks, Document, Paragraph, Signatures
from advisor.documents.parts import heading
from advisor.wizard.board import Board
from advisor.wizard.labels import MINIMUM
from criteria.codes import Family, PaperKind
from criteria.prose import N_

KIND = PaperKind.EQUALITY_CHECKLIST
YES, PARTLY, NO, NOT_APPLICABLE = range(4)
PHASE_NAMES = ("before", "drafting", "selection", "award", "contract", "end")
_PHASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Before"), (
        N_("★ We know who uses it and who works on it, women and men, with a source."),
        N_("★ We asked both women and men, and people who rarely speak up."),
        N_("We know whether pay, hours or safety in this trade are worse for one sex."),
        N_("Firms led by women heard of the tender like all others."),
    )),
    (N_("Drafting"), (
        N_("★ Different needs of women and men are in the specification."),
        N_("Accessibility for people with disabilities is in the specification."),
        N_("Texts and pictures avoid stereotypes."),
        N_("Hours and places in the specification allow decent working time."),
    )),
    (N_("Selection"), (
        N_("★ Nothing asked shuts out small, new or part-time firms without need."),
        N_("Exclusion for proven breaches of equal treatment follows the law, with a chance to put it right."),
    )),
    (N_("Award"), (
        N_("At least one criterion or condition serves equality."),
        N_("★ Measures are scored, never persons, quotas or the firm as a whole."),
        N_("The panel has women and men, and knows the scale before the bids are opened."),
        N_("Low prices are checked for unpaid hours."),
    )),
    (N_("Contract"), (
        N_("★ A person checks, with hours set aside."),
        N_("People are counted by sex; figures below five are not shown."),
        N_("Workers and users know where to complain."),
        N_("Subcontractors are covered."),
        N_("The kick-off meeting goes through the promises one by one."),
    )),
    (N_("End"), (
        N_("Results by sex are looked at with the contractor."),
        N_("★ Lessons go into the next tender."),
        N_("A short result is published."),
    )),
)
PHASES = tuple(lines for _phase, lines in _PHASES)


def compose(board: Board) -> Document:
    """Compose the checklist; what the answers settle is ticked already."""
    return parts.document(board, KIND, _blocks(board))


def _blocks(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield Paragraph(_("Tick one box in each line. A starred line must not stay at “no”. What your answers settle is ticked already; correct it where it is wrong."))
    yield heading(1, _("What was found"))
    yield from parts.answer_pairs(board, KIND, "a1", "b1", "c5", "d1", "d2", "d3", "d4", "d5", "d6")
    yield heading(2, _("Checklist"))
    known = _known(board)
    choices = (_("Yes"), _("Partly"), _("No"), _("n/a"))
    phases = tuple((_(phase), tuple((_(line), known.get(line)) for line in lines)) for phase, lines in _PHASES)
    standard = (_("Minimum standard, twelve points"), tuple((_(line), None) for line in MINIMUM))
    yield Checks(_("True for this tender?"), choices, (*phases, standard))
    yield Signatures((_("Filled in by"), _("Equality officer")), (_("Role"), _("Name"), _("Day"), _("Signature")))


def _known(board: Board) -> dict[str, int]:
    """Lines that the answers settle; anything else stays open for a person to tick."""
    people, tender = board.tender.people, board.tender
    settled: dict[str, int] = {}
    if tender.follow_up.checker:
        settled[_PHASES[4][1][0]] = YES if tender.follow_up.checker_hours else PARTLY
    if any(card.criterion.family is Family.EQUALITY and card.criterion.remedies for card in board.used):
        settled[_PHASES[3][1][0]] = YES
    if people.used_by_people is False:
        settled[_PHASES[1][1][1]] = NOT_APPLICABLE
    if any(card.criterion.id == "acc-spec-default" for card in board.used):
        settled[_PHASES[1][1][1]] = YES
    if any(card.criterion.id == "eqo-sex-disaggregated-data" for card in board.used):
        settled[_PHASES[4][1][1]] = YES
    return settled
