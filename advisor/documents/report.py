"""P1, the guidance report: everything the team needs, in thirteen short chapters."""

from collections.abc import Iterator

from advisor.documents import bench_parts, country, parts
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
from advisor.documents.parts import heading
from advisor.wizard.board import Board, Card
from advisor.wizard.labels import FORMS, HOLDINGS, HOSTING, LADDER, MINIMUM, POOLING
from criteria.cases import Case
from criteria.codes import Answer, PaperKind, Risk, SafetyStatement, Stage
from criteria.precedents import MOST
from criteria.prose import N_

KIND = PaperKind.REPORT


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
        (_("Social criteria"), _("%(points)s of %(total)s points", points=language.number(board.balance.social_total), total=language.number(board.balance.total))),
        (_("Hours"), _(
            "%(bidder)s for a bidder, %(evaluator)s to score one bid, %(checker)s a month to check",
            bidder=language.number(board.balance.effort.bidder), evaluator=language.number(board.balance.effort.evaluator),
            checker=language.number(board.balance.effort.checker),
        )),
    ))
    if not board.used:
        yield Note(_("Proposal."), _("Nothing was decided yet. This report shows what we would take."), Tone.CAUTION)
    yield Table(
        _("What goes into the tender"), (_("Clause"), _("Stage"), _("Points"), _("Use")),
        tuple((card.criterion.title, language.show(card.stage), parts.points_text(board, card), language.show(card.risk)) for card in board.shown)
        or ((_("Nothing yet"), "—", "—", "—"),),
        (46, 24, 12, 18),
    )
    yield Heading(_("Still to do"), 3)
    yield Items(tuple(todo.text for todo in board.todos)) if board.todos else Paragraph(_("Nothing is open."))


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
        rows.append((_(title), f"{language.show(holding.answer)}. {because}", "\n".join(parts.citation(board, one) for one in holding.basis) or "—"))
    yield Table(_("Questions to the law"), (_("Question"), _("Answer and reason"), _("Ground")), tuple(rows), (24, 46, 30))
    yield from country.national_law(board)
    yield routes_table(board)


def routes_table(board: Board) -> Table:
    """Each goal with the routes that fit, are open, and were set aside."""
    _, language = board.language.gettext, board.language

    def named(goal: object, answer: Answer) -> str:
        found = [language.show(route.stage) for route in board.advice.routes if route.objective == goal and route.answer is answer]
        return "; ".join(found) or "—"

    rows = tuple(
        (language.show(goal), named(goal, Answer.YES), named(goal, Answer.NOT_KNOWN), named(goal, Answer.NO))
        for goal in board.advice.objectives
    )
    return Table(_("Routes weighed"), (_("Goal"), _("Fits"), _("To confirm"), _("Set aside")), rows, (19, 27, 27, 27))


def _suggestions(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(6, _("Suggestions by stage"))
    if not board.shown:
        yield Note(_("Nothing fits yet."), _("Answer the open questions, or begin with a market consultation."), Tone.CAUTION)
        return
    yield Paragraph(_("The full wordings, with scales and forms, stand in the tender clause annex. Texts for your own file stand here."))
    for stage, cards in board.timeline.items():
        yield Heading(language.show(stage), 3)
        for card in cards:
            yield from _suggestion(board, card)


def _suggestion(board: Board, card: Card) -> Iterator[Block]:
    _, language, one = board.language.gettext, board.language, card.criterion
    yield Heading(one.title, 4)
    yield Paragraph(f"{one.summary} {_reasons(board, card)}")
    if card.stage is Stage.MARKET_CONSULTATION:
        yield parts.wording_block(board, card)
        yield Pairs(((_("Seen elsewhere"), _seen_elsewhere(board, card)),))
        return
    facts = [
        (_("Your reason"), card.choice.reason if card.choice and card.choice.reason else ""),
        (_("Points"), parts.points_text(board, card) if card.points is not None else ""),
        (_("Use"), f"{language.show(card.risk)}. {one.risk.text} {one.risk.repair}"),
        (_("Never write"), _("“%(text)s”", text=one.never_write.text) + f" {one.never_write.because}"),
        (_("Law"), parts.citations(board, one.law)),
        (_("Seen elsewhere"), _seen_elsewhere(board, card)),
    ]
    yield Pairs(tuple((term, text) for term, text in facts if text))


def _seen_elsewhere(board: Board, card: Card) -> str:
    """The precedents of one clause by name and place; those with another clause at its stage are said to be so."""
    _, lines = board.language.gettext, []
    for one in board.precedents(card):
        line = f"{one.case.title} ({_place(board, one.case)})"
        lines.append(line if one.shows else _("%(case)s: another clause of this kind", case=line))
    return "\n".join(lines)


def _place(board: Board, case: Case) -> str:
    return ", ".join(dict.fromkeys((case.place, board.language.territory(case.country), str(case.year))))


def _reasons(board: Board, card: Card) -> str:
    """Why it is there, in the words of the conditions; what is still to be confirmed is said."""
    _ = board.language.gettext
    held = " ".join(board.language.say(reason.because) for reason in card.reasons(Answer.YES))
    open_ones = " ".join(board.language.say(reason.because) for reason in card.reasons(Answer.NOT_KNOWN))
    return f"{held} {_('To confirm: %(reasons)s', reasons=open_ones)}" if open_ones else held


def _weights(board: Board) -> Iterator[Block]:
    _, language, balance = board.language.gettext, board.language, board.balance
    yield heading(7, _("Weights and simulation"))
    if not balance.entered:
        yield Note(_("Proposal."), _("No weights were entered. These are our starting values; change them on the results page."))
    social = tuple((card.criterion.title, language.number(card.points or 0)) for card in board.at(Stage.AWARD_CRITERION))
    rows = ((_("Price"), language.number(balance.price)), (_("Other quality"), language.number(balance.other)), *social, (_("Total"), language.number(balance.total)))
    yield Table(_("Points"), (_("Criterion"), _("Points")), rows, (80, 20))
    yield Paragraph(_("A criterion that no plausible bid can win or lose by decides nothing."))
    yield from bench_parts.simulation(board)


def _follow_up(board: Board) -> Iterator[Block]:
    _ = board.language.gettext
    yield heading(8, _("Follow-up"))
    yield from parts.answer_pairs(board, KIND, "h1", "h2", "h3", "h4", "h5")
    yield from parts.hours_table(board)
    promised = [card for card in board.shown if card.criterion.remedies]
    if promised:
        rows = tuple((card.criterion.title, card.criterion.kpi[0], card.criterion.remedies[0]) for card in promised)
        yield Table(_("From promise to proof"), (_("Promise"), _("First indicator"), _("First remedy")), rows, (30, 38, 32))
    yield from parts.reminders(board)
    yield from parts.measures(board)


def _risks(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(9, _("Risks and repairs"))
    yield from parts.findings(board)
    unsure = [card.criterion.title for card in board.shown if card.risk is not Risk.STANDARD]
    if unsure:
        yield Paragraph(_("Let a lawyer read these clauses:"))
        yield Items(tuple(unsure))
    confirmed = board.tender.safety.statements
    yield Checks(
        _("Safety check"), (_("Confirmed"), _("Open")),
        (("", tuple((language.show(one), None if confirmed is None else 0 if one in confirmed else 1) for one in SafetyStatement)),),
    )
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
            (_("Source"), f"{case.sources[0].title}\n{case.sources[0].url}"),
        )
        yield Pairs(tuple((term, text) for term, text in facts if text))
    beside = {one.case.id: one.case for card in board.shown for one in board.precedents(card)}
    others = [beside[name] for name in sorted(beside) if beside[name] not in told]
    if others:
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


def _helpers(board: Board) -> Iterator[Block]:
    _, language = board.language.gettext, board.language
    yield heading(12, _("Who can help"))
    helpers = board.tender.follow_up.helpers
    if helpers:
        yield Items(tuple(language.show(one) for one in helpers))
    yield from country.helpers(board)
    yield Paragraph(_("Ask your national procurement helpdesk, your equality body, the public employment service and the social economy network of your region."))
    yield Checks(_("If you invite suppliers, partners or colleagues"), (_("Yes"), _("No")), (("", tuple((_(text), None) for text in HOSTING)),))
    yield Checks(_("Minimum standard, twelve points"), (_("Yes"), _("No")), (("", tuple((_(text), None) for text in MINIMUM)),))


def _sources(board: Board) -> Iterator[Block]:
    yield heading(13, board.language.gettext(N_("Sources")))
    yield from parts.sources(board)
