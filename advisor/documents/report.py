"""P1, the guidance report: everything the team needs, in thirteen short chapters."""

from collections.abc import Iterator

from advisor.documents import bench_parts, country, law, parts
from advisor.documents.blocks import (
    Block,
    Checks,
    Document,
    Heading,
    Items,
    Note,
    Pairs,
    Paragraph,
    Table,
    Tone,
)
from advisor.documents.minimum import MINIMUM, ticked
from advisor.documents.parts import heading
from advisor.documents.routes import routes_table
from advisor.wizard.board import Board, Card
from advisor.wizard.labels import FORMS, HOLDINGS, HOSTING, LADDER, POOLING
from criteria.cases import Case
from criteria.codes import Answer, PaperKind, Path, Risk, Stage
from criteria.precedents import MOST
from criteria.prose import N_

KIND = PaperKind.REPORT
TODOS_ON_PAGE_ONE = 5


def compose(board: Board) -> Document:
    """Compose the guidance report."""
    chapters = (
        _in_one_page, _what_and_for_whom, _equality, _together, _law, _suggestions, _weights,
        _follow_up, _risks, _cases, _first_step, _helpers, _sources,
    )
    return parts.document(board, KIND, (block for chapter in chapters for block in chapter(board)))


def _in_one_page(board: Board) -> Iterator[Block]:
    _, language, tender = board.language.gettext, board.language, board.tender
    yield heading(1, _("In one page"))
    yield Paragraph(tender.purpose or _("The purpose is not written down yet."), lead=True)
    above = board.advice.regime["above_threshold"]
    yield Pairs((
        (_("Goals"), language.listed(tender.objectives) if tender.objectives else _("Not chosen yet")),
        (_("EU threshold"), " ".join(language.say(one) for one in above.because)),
        (_("Social criteria"), _social_points(board)),
        (_("Hours"), _(
            "%(bidder)s for a bidder, %(evaluator)s to score one bid, %(checker)s a month to check",
            bidder=language.number(board.balance.effort.bidder), evaluator=language.number(board.balance.effort.evaluator),
            checker=language.number(board.balance.effort.checker),
        )),
    ))
    if not board.used:
        yield Note(_("Proposal."), _("Nothing was decided yet. This report shows what we would take."), Tone.CAUTION)
    yield Table(_("What goes into the tender"), (_("Stage"), _("Clauses")), tuple(_stages(board)) or ((_("Nothing yet"), "—"),), (30, 70))
    yield Heading(_("Still to do"), 3)
    yield from _first_todos(board)


def _social_points(board: Board) -> str:
    points = board.balance.social_total
    if points > 100:
        return parts.points_fault(board)
    return board.language.gettext(N_("%(points)s of 100 points"), points=board.language.number(points))


def _stages(board: Board) -> Iterator[tuple[str, str]]:
    """Each stage with its clauses; what stays in the officer's own file is only counted."""
    _, language = board.language.gettext, board.language
    for stage, cards in board.timeline.items():
        if stage is Stage.MARKET_CONSULTATION:
            yield language.show(stage), _("%(number)s steps before drafting, for your own file (chapter 6)", number=language.number(len(cards)))
        else:
            yield language.show(stage), "\n".join(_with_points(board, card) for card in cards)


def _with_points(board: Board, card: Card) -> str:
    title = card.criterion.title
    return title if card.points is None else f"{title} ({parts.points_text(board, card)})"


def _first_todos(board: Board) -> Iterator[Block]:
    """The first things to do; the others stand with the first small step."""
    _, language, todos = board.language.gettext, board.language, board.todos
    if not todos:
        yield Paragraph(_("Nothing is open."))
        return
    yield Items(tuple(todo.text for todo in todos[:TODOS_ON_PAGE_ONE]))
    if later := todos[TODOS_ON_PAGE_ONE:]:
        yield Paragraph(_("And %(number)s more, in chapter 11.", number=language.number(len(later))))


def _what_and_for_whom(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(2, _("What you buy and for whom"))
    yield from parts.answer_pairs(board, KIND, "a1", "a3", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11")
    yield Heading(_("What it is for"), 3)
    yield from parts.answer_pairs(board, KIND, "c1", "c2", "c3", "c4", "c5", "f1", "f2", "f3", "i4")


def _equality(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(3, _("Equality findings"))
    yield from parts.answer_pairs(board, KIND, "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9")
    if board.equality:
        yield Paragraph(_("What is done about it:"))
        yield Items(tuple(card.criterion.title for card in board.equality))
    else:
        yield Note(_("Gap."), _("No clause on equality was chosen. Choose at least one."), Tone.CAUTION)


def _together(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(4, _("Could partners do it better together?"))
    yield from parts.answer_pairs(board, KIND, "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8")
    yield from parts.lots(board)
    yield Table(
        _("The ladder of working together"), (_("Step"), _("What it means")),
        tuple((f"{number}. {_(step)}", _(meaning)) for number, (step, meaning) in enumerate(LADDER, 1)), (28, 72),
    )
    yield Table(
        _("Ways to deliver together"), (_("Form"), _("What it means for a bid")),
        tuple((_(form), _(meaning)) for form, meaning in FORMS), (34, 66),
    )
    yield Paragraph(_("No legal form may be required before the award, and no form earns points. What counts is how the work is done together for this contract."))
    yield Checks(_("What partners settle before they share means"), (_("Yes"), _("No")), (("", tuple((_(text), None) for text in POOLING)),))


def _law(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(5, _("What the law lets you do here"))
    rows = []
    for question, title in HOLDINGS.items():
        holding = board.advice.regime[question]
        because = " ".join(language.say(one) for one in holding.because)
        if earliest := holding.details.get("earliest"):
            because += " " + _("Earliest closing day for tenders sent electronically: %(day)s.", day=language.date(earliest))
        rows.append((_(title), f"{language.show(holding.answer)}. {because}", "\n".join(law.citation(board, one) for one in holding.basis) or "—"))
    yield Table(_("Questions to the law"), (_("Question"), _("Answer and reason"), _("Ground")), tuple(rows), (24, 46, 30))
    yield from country.national_law(board)
    yield routes_table(board)


def _suggestions(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(6, _("Suggestions by stage"))
    if not board.shown:
        yield Note(_("Nothing fits yet."), _("Answer the open questions, or begin with a market consultation."), Tone.CAUTION)
        return
    yield Paragraph(_("The full wordings, with scales and forms, stand in the tender clause annex."))
    for stage, cards in board.timeline.items():
        yield Heading(language.show(stage), 3)
        if stage is Stage.MARKET_CONSULTATION:
            yield Pairs(tuple((card.criterion.title, f"{card.criterion.summary} {_own_reason(board, card)}".strip()) for card in cards))
            yield Paragraph(_("These texts are for your own file; copy them from the page of the suggestion."))
            continue
        for card in cards:
            yield from _suggestion(board, card)
    yield from _not_taken(board)


def _suggestion(board: Board, card: Card) -> Iterator[Block]:
    _, language, one = board.language.gettext, board.language, card.criterion
    yield Heading(one.title, 4)
    yield Paragraph(f"{one.summary} {_reasons(board, card)}")
    facts = [
        (_("Your reason"), card.choice.reason if card.choice and card.choice.reason else ""),
        (_("Points"), parts.points_text(board, card) if card.points is not None else ""),
        (_("Changed"), parts.changed_text(board, card) if card.adapted else ""),
        (_("Working"), board.hours(card)),
        (_("Use"), f"{language.show(card.risk)}. {one.risk.text} {one.risk.repair}"),
        (_("Never write"), _("“%(text)s”", text=one.never_write.text) + f" {one.never_write.because}"),
        (_("Ground of the model clause") if card.adapted else _("Law"), law.citations(board, one.law)),
        (_("Seen elsewhere"), _seen_elsewhere(board, card)),
    ]
    yield Pairs(tuple((term, text) for term, text in facts if text))


def _seen_elsewhere(board: Board, card: Card) -> str:
    """The precedents that used this very clause, by name and place."""
    return "\n".join(f"{one.case.title} ({_place(board, one.case)})" for one in board.precedents(card) if one.shows)


def _place(board: Board, case: Case) -> str:
    return ", ".join(dict.fromkeys((case.place, board.language.territory(case.country), str(case.year))))


def _reasons(board: Board, card: Card) -> str:
    """Why it is there, with the facts found; what is still to be confirmed is said."""
    _ = board.language.gettext
    held = " ".join(parts.reason_with_facts(board, reason) for reason in card.reasons(Answer.YES))
    open_ones = " ".join(board.language.say(reason.because) for reason in card.reasons(Answer.NOT_KNOWN))
    return f"{held} {_('To confirm: %(reasons)s', reasons=open_ones)}" if open_ones else held


def _own_reason(board: Board, card: Card) -> str:
    return board.language.gettext(N_("Your reason: %(reason)s"), reason=card.choice.reason) if card.choice and card.choice.reason else ""


def _not_taken(board: Board) -> Iterator[Block]:
    """What was refused or put off, with the reason that was given."""
    _, language = board.language.gettext, board.language
    decided = [card for card in board.cards if card.choice and not card.used]
    if decided:
        yield Heading(_("Decided otherwise"), 3)
        yield Pairs(tuple(
            (card.criterion.title, f"{language.show(card.choice.status)}. {card.choice.reason or ''}".strip()) for card in decided if card.choice
        ))


def _weights(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(7, _("Weights and simulation"))
    yield from parts.points_table(board)
    yield Paragraph(_("A criterion that no plausible bid can win or lose by decides nothing."))
    yield from bench_parts.in_short(board) if board.tender.path is Path.QUICK else bench_parts.simulation(board)


def _follow_up(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(8, _("Follow-up"))
    yield from parts.answer_pairs(board, KIND, "h1", "h2", "h3", "h4", "h5")
    yield from parts.hours(board)
    promised = [card for card in board.shown if card.criterion.remedies]
    if promised:
        rows = tuple((card.criterion.title, card.criterion.kpi[0], card.criterion.remedies[0]) for card in promised)
        yield Table(_("From promise to proof"), (_("Promise"), _("First indicator"), _("First model remedy")), rows, (30, 38, 32))
        if board.tender.follow_up.remedies is not None:
            yield Paragraph(_("The annex prints the remedies you chose; the model remedies are shown here as examples."))
    yield from parts.reminders(board)
    yield from parts.measures(board)


def _risks(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(9, _("Risks and repairs"))
    yield from parts.findings(board)
    unsure = [card.criterion.title for card in board.shown if card.risk is not Risk.STANDARD]
    if unsure:
        yield Paragraph(_("Let a lawyer read these clauses:"))
        yield Items(tuple(unsure))
    yield parts.safety(board)
    if board.tender.safety.question:
        yield Note(_("Question for a lawyer."), board.tender.safety.question)


def _cases(board: Board) -> Iterator[Block]:
    """The two cases nearest to the purchase in full, then those that stand beside the clauses above."""
    _, told = board.language.gettext, board.cases[:MOST]
    yield heading(10, _("Cases"))
    for case in told:
        yield Heading(case.title, 3)
        yield Paragraph(f"{_place(board, case)}. {case.story}")
        facts = (
            (_("Wording pattern, in our words"), case.pattern or ""), (_("What came of it"), case.outcome),
            (_("Worth copying"), case.copy_this), (_("Caution"), case.caution),
            (_("Source"), f"{case.sources[0].name}\n{case.sources[0].url}"),
        )
        yield Pairs(tuple((term, text) for term, text in facts if text))
    beside = {one.case.id: one.case for card in board.shown for one in board.precedents(card) if one.shows}
    others = [beside[name] for name in sorted(beside) if beside[name] not in told]
    if others and board.tender.path is not Path.QUICK:
        rows = tuple((f"{case.title} ({_place(board, case)})", case.caution, case.sources[0].url) for case in others)
        yield Table(_("Cases beside the suggestions"), (_("Case"), _("Caution"), _("Source")), rows, (32, 40, 28))


def _first_step(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(11, _("First small step"))
    first = board.at(Stage.MARKET_CONSULTATION)
    if first:
        yield Paragraph(f"{first[0].criterion.title}. {first[0].criterion.summary}", lead=True)
    elif board.todos:
        yield Paragraph(board.todos[0].text, lead=True)
    else:
        yield Paragraph(_("Send the annex and the memo to your lawyer today."), lead=True)
    if later := board.todos[TODOS_ON_PAGE_ONE:]:
        yield Heading(_("Also to do"), 3)
        yield Items(tuple(todo.text for todo in later))


def _helpers(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(12, _("Who can help"))
    helpers = board.tender.follow_up.helpers
    if helpers:
        yield Items(tuple(language.show(one) for one in helpers))
    yield from country.helpers(board)
    yield Paragraph(_("Ask your national procurement helpdesk, your equality body, the public employment service and the social economy network of your region."))
    if board.tender.path is not Path.QUICK:
        yield Checks(_("If you invite suppliers, partners or colleagues"), (_("Yes"), _("No")), (("", tuple((_(text), None) for text in HOSTING)),))
    yield Checks(_("Minimum standard, twelve points"), (_("Yes"), _("Partly"), _("No")), (("", ticked(board, MINIMUM)),))


def _sources(board: Board) -> Iterator[Block]:
    yield heading(13, board.language.gettext(N_("Sources")))
    yield law.sources(board)
