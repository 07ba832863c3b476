"""P7, the equal-opportunities checklist: two pages from before drafting to the end of the contract."""

from collections.abc import Iterator

from advisor.documents import parts
from advisor.documents.blocks import Block, Checks, Document, Paragraph, Signatures
from advisor.documents.minimum import (
    MINIMUM,
    NO,
    NOT_APPLICABLE,
    PARTLY,
    YES,
    Lines,
    checker,
    left_open,
    subcontractors,
    takes,
    ticked,
)
from advisor.documents.parts import heading
from advisor.wizard.board import Board
from criteria.codes import Family, PaperKind, Stage
from criteria.prose import N_

KIND = PaperKind.EQUALITY_CHECKLIST


def _users_and_workers(board: Board) -> int | None:
    people, source = board.tender.people, board.tender.need.data
    if people.affected is None or people.workforce is None:
        return None
    return YES if source else PARTLY


def _asked(board: Board) -> int | None:
    return NO if board.tender.need.consulted == () else None


def _worse_for_one_sex(board: Board) -> int | None:
    people = board.tender.people
    return PARTLY if people.warning_signs is not None and people.workforce is not None else None


def _needs_specified(board: Board) -> int | None:
    if board.tender.people.sexes_differ is False:
        return NOT_APPLICABLE
    specified = [card for card in board.used if card.stage is Stage.TECHNICAL_SPECIFICATION]
    return YES if any(card.criterion.family is Family.EQUALITY for card in specified) else None


def _accessible(board: Board) -> int | None:
    if board.tender.people.used_by_people is False:
        return NOT_APPLICABLE
    specified = [card for card in board.used if card.stage is Stage.TECHNICAL_SPECIFICATION]
    return YES if any(card.criterion.family is Family.ACCESSIBILITY for card in specified) else None


def _serves_equality(board: Board) -> int | None:
    return YES if any(card.criterion.family is Family.EQUALITY and card.criterion.remedies for card in board.used) else None


def _measures_scored(board: Board) -> int | None:
    """The model criteria score measures; a changed text must be read."""
    scored = [card for card in board.used if card.stage is Stage.AWARD_CRITERION]
    if not scored:
        return NOT_APPLICABLE if board.used else None
    return None if any(card.adapted for card in scored) else YES


PHASE_NAMES = ("before", "drafting", "selection", "award", "contract", "end")
_PHASES: tuple[tuple[str, Lines], ...] = (
    (N_("Before"), (
        (N_("★ We know who uses it and who works on it, women and men, with a source."), _users_and_workers),
        (N_("★ We asked both women and men, and people who rarely speak up."), _asked),
        (N_("We know whether pay, hours or safety in this trade are worse for one sex."), _worse_for_one_sex),
        (N_("Firms led by women heard of the tender like all others."), left_open),
    )),
    (N_("Drafting"), (
        (N_("★ Different needs of women and men are in the specification."), _needs_specified),
        (N_("Accessibility for people with disabilities is in the specification."), _accessible),
        (N_("Texts and pictures avoid stereotypes."), left_open),
        (N_("Hours and places in the specification allow decent working time."), takes("eqo-daytime-cleaning", "dec-realistic-hours")),
    )),
    (N_("Selection"), (
        (N_("★ Nothing asked shuts out small, new or part-time firms without need."), takes("sep-proportionate-turnover")),
        (N_("Exclusion for proven breaches of equal treatment follows the law, with a chance to put it right."), takes("eqo-breach-exclusion")),
    )),
    (N_("Award"), (
        (N_("At least one criterion or condition serves equality."), _serves_equality),
        (N_("★ Measures are scored, never persons, quotas or the firm as a whole."), _measures_scored),
        (N_("The panel has women and men, and knows the scale before the bids are opened."), left_open),
        (N_("Low prices are checked for unpaid hours."), takes("dec-alt-labour")),
    )),
    (N_("Contract"), (
        (N_("★ A person checks, with hours set aside."), checker),
        (N_("People are counted by sex; figures below five are not shown."), takes("eqo-sex-disaggregated-data")),
        (N_("Workers and users know where to complain."), takes("ndi-complaint-channel", "ndi-clause-basic", "dec-whistle-channel")),
        (N_("Subcontractors are covered."), subcontractors),
        (N_("The kick-off meeting goes through the promises one by one."), left_open),
    )),
    (N_("End"), (
        (N_("Results by sex are looked at with the contractor."), left_open),
        (N_("★ Lessons go into the next tender."), left_open),
        (N_("A short result is published."), takes("vis-result-sheet")),
    )),
)
PHASES = tuple(tuple(text for text, _decide in lines) for _phase, lines in _PHASES)


def compose(board: Board) -> Document:
    """Compose the checklist; what the answers settle is ticked already."""
    return parts.document(board, KIND, _blocks(board))


def _blocks(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield Paragraph(_("Tick one box in each line. A starred line must not stay at “no”. What your answers settle is ticked already; correct it where it is wrong."))
    yield heading(1, _("What was found"))
    yield from parts.answer_pairs(board, KIND, "a1", "b1", "c5", "d1", "d2", "d3", "d4", "d5", "d6")
    yield heading(2, _("Checklist"))
    choices = (_("Yes"), _("Partly"), _("No"), _("n/a"))
    phases = tuple((_(phase), ticked(board, lines)) for phase, lines in _PHASES)
    standard = (_("Minimum standard, twelve points"), ticked(board, MINIMUM))
    yield Checks(_("True for this tender?"), choices, (*phases, standard))
    yield Signatures((_("Filled in by"), _("Equality officer")), (_("Role"), _("Name"), _("Day"), _("Signature")))
