"""P5, the evaluator's scoring guide: rules, individual sheet, anchors, a worked example, consensus, debriefing."""

from collections.abc import Iterator

from advisor.documents import law, parts
from advisor.documents.blocks import (
    Block,
    Document,
    Heading,
    Items,
    Note,
    Pairs,
    Paragraph,
    Signatures,
    Table,
    Tone,
)
from advisor.documents.parts import heading
from advisor.wizard.bench import Bench, announced, bench_for, names_of, usual_price
from advisor.wizard.board import Board, Card
from advisor.wizard.scales import levels_of
from criteria.codes import PaperKind, Stage
from criteria.problems import BadInput
from criteria.prose import N_
from criteria.scoring.bench import invented

KIND = PaperKind.SCORING_GUIDE
LINES_TO_FILL = 6
_RULES = (
    N_("Score only what the documents ask for, with the scale that was published. Add no criterion and no sub-criterion."),
    N_("Score what the bidder promises to do on this contract, not who or where the bidder is."),
    N_("Being a cluster, a cooperative, a local firm or a known partner earns no point."),
    N_("A single firm that delivers the same as a group earns the same score."),
    N_("Write the reason before you look at the scores of others, and before you know the prices where you can."),
    N_("Keep bids and scores confidential until the award is notified."),
)
_CONSENSUS = (
    (N_("Read"), N_("Everybody reads the whole answer to one criterion before the next criterion.")),
    (N_("Score alone"), N_("Each person gives a score and a reason that names the page of the bid.")),
    (N_("Note"), N_("Write down what is missing for the next higher anchor.")),
    (N_("Compare"), N_("The chair shows all scores at once. Those who differ by two or more speak first, the most junior before the senior.")),
    (N_("Agree reasons"), N_("Agree on the reason first, then on the score that its anchor gives. Never average without talking.")),
    (N_("Check"), N_("When all bids are scored, read the scores of one criterion side by side and correct drift, with a reason.")),
)
_BIAS = (
    N_("The first bid sets the tone: change the order of the bids for each evaluator."),
    N_("A bid you like for its price or its style seems better in everything: score criterion by criterion, not bid by bid."),
    N_("A well-known name is not proof; an unknown one is not a risk."),
    N_("Language and layout are not scored unless a criterion says so."),
    N_("Small or social bidders are neither favoured nor doubted: the anchors are the same for all."),
    N_("A middle score without a reason is a way out. Name the anchor."),
)
_CLARIFY = (
    N_("You may ask a bidder to explain what stands in its bid, in writing, with the same deadline for all who are asked."),
    N_("An answer explains; it does not bring a new or better promise. What was not offered in time cannot earn points."),
    N_("If two readings are possible and the answer does not settle it, score the weaker reading and say so."),
    N_("A price that seems too low for the hours and wages behind it is explained by the bidder before anybody rejects it."),
)
_DEBRIEF = (
    (N_("Strength"), N_("Your answer reached score [x] because it states [what, how much, by when], page [n].")),
    (N_("Next anchor"), N_("For score [x + 1] the published scale asks for [words of the anchor]. Your answer did not show [what].")),
    (N_("Against the winner"), N_("The successful bid scored [y] on this criterion because it promises [relative advantage].")),
    (N_("Do not say"), N_("“The others were better”, “we know them”, “not convincing”: none of this can be checked.")),
)


def compose(board: Board) -> Document:
    """Compose the guide from the scored criteria that were decided, or proposed while none was."""
    chapters = (_rules, _sheet, _anchors, _example, _consensus, _bias, _clarifications, _debrief)
    return parts.document(board, KIND, (block for chapter in chapters for block in chapter(board)))


def _rules(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(1, _("Rules and conflicts of interest"))
    yield Items(tuple(_(text) for text in _RULES))
    yield Paragraph(law.citations(board, ("d24-18-1", "d24-67-4", "d24-67-5")))
    yield Paragraph(_("Declaration: I have no personal, financial or other interest in any bidder, I have told the chair of every link I have, and I will tell of any that arises."))
    yield Paragraph(law.citations(board, ("d24-24",)))
    people = tuple(_("Evaluator %(number)s", number=number) for number in (1, 2, 3))
    yield Signatures((_("Chair of the panel"), *people), (_("Role"), _("Name"), _("Day"), _("Signature")))


def _scored(board: Board) -> list[Card]:
    return board.at(Stage.AWARD_CRITERION)


def _sheet(board: Board) -> Iterator[Block]:
    _, evaluation = board.language.gettext, announced(board)
    yield heading(2, _("Individual scoring sheet"))
    yield Paragraph(_("One sheet for each bid and each evaluator. The evaluation workbook holds the same sheet and does the sums."))
    names = names_of(board, evaluation)
    lines = tuple((names[one.id], board.language.number(one.points or 0), "\u00a0", "\u00a0\n\u00a0\n\u00a0") for one in evaluation.criteria if one.points or one.steps)
    if lines:
        head = (_("Criterion"), _("Points"), _("Score"), _("Reason, with the page of the bid"))
        yield Table(_("Bid: ____________________   Evaluator: ____________________"), head, lines, (38, 10, 10, 42))
    else:
        yield Paragraph(_("Price alone decides; nothing is scored."))


def _anchors(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(3, _("Anchors of each criterion"))
    if not _scored(board):
        yield Paragraph(_("No social award criterion is used in this tender."))
    for card in _scored(board):
        yield Heading(f"{card.criterion.title} ({parts.points_text(board, card)})", 3)
        levels = tuple((str(number), text) for number, text in enumerate(levels_of(board, card.criterion.id)))
        yield Table(_("Scale for scoring the offers"), (_("Score"), _("What it takes")), levels, (12, 88))
        yield Pairs(((_("Proof"), parts.evidence_text(card)), (_("Never score"), f"{card.criterion.never_write.text} {card.criterion.never_write.because}")))
    yield Paragraph(_("An answer between two anchors gets the lower one, unless the documents allow steps between."))


def _example(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(4, _("Worked example"))
    card = language.knowledge.formulas[announced(board).price.formula]
    yield Paragraph(f"{language.show(card.id)}. {card.what}")
    try:
        bench = bench_for(board, invented(announced(board), list(board.balance.social), 4, usual_price(board)))
    except BadInput as fault:
        yield Note(_("Not possible."), f"{language.say(fault.problem)} {language.say(fault.remedy)}", Tone.CAUTION)
        return
    yield Paragraph(board.words.bench.note)
    yield _ranking(bench)
    yield Items(tuple(bench.say(line) for line in bench.result.working.values()))


def _ranking(bench: Bench) -> Table:
    _ = bench.board.language.gettext
    rows = tuple(
        (str(rank), bench.names[name], bench.amount(bench.result.rows[name].price), bench.figure(bench.result.rows[name].total))
        for name, rank in bench.result.ranks.items()
    )
    return Table(_("Order of the bids"), (_("Rank"), _("Bid"), _("Price"), _("Result")), rows, (10, 46, 22, 22))


def _consensus(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(5, _("From single scores to one"))
    yield Pairs(tuple((_(step), _(text)) for step, text in _CONSENSUS))
    head = (_("Bid and criterion"), _("Scores"), _("Agreed"), _("Reason, with the page of the bid"))
    yield Table(_("Where we differed, and what we agreed"), head, (), (30, 16, 12, 42), blank_rows=LINES_TO_FILL)


def _bias(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(6, _("Reminders against bias"))
    yield Items(tuple(_(text) for text in _BIAS))


def _clarifications(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(7, _("What may be clarified"))
    yield Items(tuple(_(text) for text in _CLARIFY))
    yield Paragraph(law.citations(board, ("d24-18-1", "d24-69-1", "d24-69-3")))


def _debrief(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(8, _("Phrases for the debriefing"))
    yield Pairs(tuple((_(name), _(text)) for name, text in _DEBRIEF))
    yield Paragraph(law.citations(board, ("d24-55",)))
