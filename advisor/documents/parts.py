"""Parts that several papers share: the stamp, answers in words, clauses, points, what stands open."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from advisor import VERSION
from advisor.documents import law, wordings
from advisor.documents.blocks import (
    Block,
    Checks,
    Document,
    Heading,
    Items,
    Note,
    Pairs,
    Paragraph,
    Stamp,
    Table,
    Tone,
    Wording,
)
from advisor.wizard.answers import answers_of
from advisor.wizard.board import Board, Card
from advisor.wizard.summary import Row, rows
from criteria.codes import Answer, EvidenceLevel, PaperKind, Path, SafetyStatement, Severity, Stage
from criteria.findings import Finding
from criteria.prose import N_, Sentence
from criteria.rule import Reason

MANY_PROMISES = 8
_PLAIN = ("family", "contract_type", "estimated_value", "duration_months")

_TONES = {Severity.UNLAWFUL: Tone.STOP, Severity.RISKY: Tone.CAUTION, Severity.WEAK: Tone.INFORMATION}


def document(board: Board, kind: PaperKind, blocks: Iterable[Block]) -> Document:
    """Put title, stamp and blocks together."""
    language, tender = board.language, board.tender
    name = language.show(kind)
    title = tender.title or language.gettext(N_("Untitled tender"))
    return Document(
        kind, language.code, language.direction, board.advice.as_of, name, title, stamp(board, name), tuple(blocks),
    )


def stamp(board: Board, name: str) -> Stamp:
    """The lines that make a paper evidence: who, which day, which versions, and that it is guidance."""
    language, edition = board.language, board.words.edition
    _ = language.gettext
    day = language.date(board.advice.as_of)
    lines = [
        _("As of %(day)s · law as held on %(law)s", day=day, law=language.date(edition.law_date)),
        _(
            "Rule set %(number)s of %(rules)s · catalogue %(catalogue)s (%(mark)s) · program %(program)s",
            number=edition.rule_set, rules=language.date(edition.rule_set_date), catalogue=edition.catalogue,
            mark=board.words.fingerprint, program=VERSION,
        ),
        _("Guidance, not legal advice. National law prevails where it differs."),
    ]
    if board.tender.authority.name:
        lines.insert(0, board.tender.authority.name)
    return Stamp(tuple(lines), f"{name} · {day}", _("page"))


def heading(number: int | str, text: str, level: int = 2) -> Heading:
    return Heading(f"{number}\u2002{text}", level)


def answered(board: Board, kind: PaperKind, *questions: str) -> list[Row]:
    """The answers to some questions, whichever path asks them; those without an answer left out."""
    every = rows(answers_of(board.tender), board.language, Path.FULL)
    wanted = (row for row in every if kind in row.question.papers and row.answer is not None)
    return [row for row in wanted if row.question.id in questions]


def answer_pairs(board: Board, kind: PaperKind, *questions: str) -> Iterator[Block]:
    """Answers as a two-column table, or a sentence where nothing was answered."""
    found = answered(board, kind, *questions)
    if found:
        yield Pairs(tuple((board.language.gettext(row.field.label), row.answer or "") for row in found))
    else:
        yield Paragraph(board.language.gettext(N_("Nothing was entered here yet.")))


def lots(board: Board) -> Iterator[Table]:
    """The lots of the tender, where it has some."""
    _, language = board.language.gettext, board.language
    if not board.tender.lots:
        return
    reserved = {"art20": Stage.RESERVED_ART20, "art77": Stage.RESERVED_ART77}
    rows = tuple(
        (
            one.id, one.title or "—", language.money(one.estimated_value) if one.estimated_value is not None else "—",
            language.show(reserved[one.reserved]) if one.reserved else "—",
        )
        for one in board.tender.lots
    )
    yield Table(_("Lots"), (_("Lot"), _("Title"), _("Estimated value"), _("Reserved")), rows, (10, 42, 20, 28))


def still_open(board: Board, *texts: str) -> Note:
    """What nobody stated yet and somebody has to settle; never printed as if it were done."""
    return Note(board.language.gettext(N_("Still open.")), " ".join(texts), Tone.CAUTION)


def confirmed_or_open(board: Board, statement: SafetyStatement, to_do: str) -> Block:
    """A statement of the safety check as a fact where it was confirmed, else what is to be done."""
    if statement in (board.tender.safety.statements or ()):
        return Paragraph(board.language.gettext(N_("Confirmed: %(statement)s."), statement=board.language.show(statement)))
    return still_open(board, to_do)


def safety(board: Board) -> Checks:
    """Every statement of the safety check, ticked as confirmed or marked as open."""
    _, language = board.language.gettext, board.language
    confirmed = board.tender.safety.statements or ()
    lines = tuple((language.show(one), 0 if one in confirmed else 1) for one in SafetyStatement)
    return Checks(_("Safety check"), (_("Confirmed"), _("Open")), (("", lines),))


def safety_in_short(board: Board) -> Iterator[Block]:
    """The statements of the safety check in two lines: those confirmed, those still open."""
    language, confirmed = board.language, board.tender.safety.statements or ()
    if confirmed:
        yield Paragraph(language.gettext(N_("Confirmed: %(statement)s."), statement=language.apart(one for one in SafetyStatement if one in confirmed)))
    if missing := [one for one in SafetyStatement if one not in confirmed]:
        yield still_open(board, language.gettext(N_("Not confirmed: %(statements)s."), statements=language.apart(missing)))


def scale_table(board: Board, card: Card) -> Iterator[Table]:
    """The six anchors of a criterion."""
    if card.criterion.scale is None:
        return
    _ = board.language.gettext
    scored = card.criterion.scale.kind == "score"
    levels = tuple((str(number), text) for number, text in enumerate(card.criterion.scale.levels))
    caption = _("Scale for scoring the offers") if scored else _("Scale for checking the promise")
    yield Table(caption, (_("Score"), _("What it takes")), levels, (12, 88))


def evidence_text(card: Card) -> str:
    """All that the chosen level of proof asks for, what it builds on first, a line for each."""
    return "\n".join(card.criterion.evidence.asked((card.choice and card.choice.evidence) or EvidenceLevel.NORMAL))


def indicators(board: Board, card: Card) -> tuple[str, ...]:
    """What is reported about a promise: two figures, one where there are many promises."""
    promised = sum(bool(one.criterion.remedies) for one in board.shown)
    return card.criterion.kpi[: 1 if promised > MANY_PROMISES else 2]


def findings(board: Board) -> Iterator[Block]:
    """Every finding with its rule and ground, or the sentence that none was found."""
    _, language = board.language.gettext, board.language
    for finding in board.findings:
        label = f"{language.show(finding.severity)} ({finding.rule})."
        said = f"{language.say(finding.why)} {language.say(finding.repair)} ({law.grounds_text(board, finding.basis)})"
        yield Note(label, wordings.with_place(board, finding, said), _TONES[finding.severity])
    if not board.findings:
        edition = board.words.edition
        yield Paragraph(_("No known problem found by rule set %(number)s of %(day)s.", number=edition.rule_set, day=language.date(edition.rule_set_date)))
    yield from wordings.own_texts(board)


def measures(board: Board) -> Iterator[Block]:
    """What the facts call for, step by step, each with its reason and ground."""
    for called in board.advice.measures:
        one = board.words.measures[called.measure]
        because = " ".join(board.language.say(reason.because) for reason in called.reasons)
        yield Heading(one.title, 3)
        yield Paragraph(f"{because} ({law.citations(board, one.law)})")
        yield Items(one.steps, ordered=True)


def reminders(board: Board) -> Iterator[Block]:
    """What to think of later, with the day where it is known."""
    _, language = board.language.gettext, board.language
    rows = tuple(
        (language.show(one.moment) + (f"\n{language.date(one.day)}" if one.day else ""), language.say(one.text), law.grounds_text(board, one.basis))
        for one in board.advice.reminders
    )
    yield Table(_("Later, at its time"), (_("When"), _("What"), _("Ground")), rows, (22, 50, 28))


def hours(board: Board) -> Iterator[Block]:
    """The hours of all items in sum, against those of the checker, and what could go; the results page has each item."""
    _, language, meter = board.language.gettext, board.language, board.meter
    bidder, evaluator, checker = (language.number(one) for one in (meter.sum.bidder, meter.sum.evaluator, meter.sum.checker))
    lines = [_("Hours in sum: %(bidder)s for a bidder, %(evaluator)s to score one bid, %(checker)s a month to check.", bidder=bidder, evaluator=evaluator, checker=checker)]
    if meter.bids is not None and meter.evaluator_hours is not None:
        lines.append(_("We expect about %(bids)s bids, so scoring takes about %(hours)s hours.", bids=meter.bids, hours=language.number(meter.evaluator_hours)))
    else:
        lines.append(_("How many bids will come is not known."))
    yield Paragraph(" ".join(lines))
    if meter.over:
        text = _("Checking takes %(over)s hours a month more than your checker has.", over=language.number(meter.over))
        yield Note(_("Too much."), text, Tone.CAUTION)
    if meter.proposals:
        titles = {item.criterion.id: item.criterion.title for item in meter.items}
        yield Paragraph(_("To come back within the hours, take these out:"))
        yield Items(tuple(f"{titles[one.criterion]}. {language.say(one.because)}" for one in meter.proposals))


def wording_block(board: Board, card: Card) -> Wording:
    """The text for the tender; where it begins with its title or the first words of it, the heading says that."""
    text = board.text(card)
    label, _stop, rest = text.partition(". ")
    named = label.removesuffix(f" ({points_text(board, card)})")
    return Wording(rest if rest and card.criterion.title.startswith(named) else text)


def findings_on(board: Board, card: Card) -> list[Finding]:
    """What the rules found about one decision."""
    places = [f"choices[{number}]" for number, one in enumerate(board.tender.choices) if one.criterion == card.criterion.id]
    return [one for one in board.findings if one.where.partition(".")[0] in places]


def changed_text(board: Board, card: Card) -> str:
    """What is said beside a text that the officer changed: it must be checked, and what was found about it."""
    _, language = board.language.gettext, board.language
    warning = _("The wording was changed. Check the new text before you publish: the ground is that of the model clause.")
    return " ".join([warning, *(language.say(one.why) for one in findings_on(board, card))])


def reason_with_facts(board: Board, reason: Reason) -> str:
    """A reason and, beside it, what was answered that it rests on."""
    because, found = board.language.say(reason.because), board.found(reason)
    if not found:
        return because
    return board.language.gettext(N_("%(reason)s (%(facts)s)."), reason=because.removesuffix("."), facts=board.language.apart(found))


def facts_found(board: Board, card: Card) -> str:
    """What was answered that speaks for a clause, each answer once; what needs no question is said without it."""
    asked = [fact for reason in card.reasons(Answer.YES) if reason.fact != "objectives" for fact in board.advice.situation.asks(reason.fact)]
    answers = {row.field.fact: row.answer for row in rows(answers_of(board.tender), board.language, Path.FULL)}
    said = {**board.said, **{fact: answers[fact] for fact in _PLAIN if fact in board.said}}
    found = [said[fact] for fact in dict.fromkeys(asked) if fact in said]
    return board.language.gettext(N_("Found: %(facts)s."), facts=board.language.apart(found)) if found else ""


def points_text(board: Board, card: Card) -> str:
    if card.points is None:
        return "—"
    return board.language.ngettext("%(num)s point", "%(num)s points", int(card.points))


def points_table(board: Board) -> Iterator[Block]:
    """How the points are shared out, as a table."""
    _, language = board.language.gettext, board.language
    rows = tuple((name, language.number(points) if points > 0 else "—") for name, points in _shares(board))
    yield Table(_("Points of 100"), (_("Criterion"), _("Points")), rows, (80, 20))
    yield from _points_open(board)


def points_line(board: Board) -> Iterator[Block]:
    """How the points are shared out, in one line."""
    language = board.language
    pattern = N_("%(name)s: %(text)s")
    yield Paragraph(language.apart(language.gettext(pattern, name=name, text=language.number(points)) for name, points in _shares(board)))
    yield from _points_open(board)


def points_fault(board: Board) -> str:
    """Say that the points do not come to 100."""
    total = _shares(board)[-1][1]
    return board.language.say(Sentence(N_("The points come to {total}; together they must come to 100."), {"total": total}))


def _shares(board: Board) -> list[tuple[str, Decimal]]:
    """Price, other quality, each social criterion and the total; a price below nothing counts as nothing."""
    _, balance = board.language.gettext, board.balance
    social = [(card.criterion.title, card.points or Decimal(0)) for card in board.at(Stage.AWARD_CRITERION)]
    shares = [(_("Price"), max(balance.price, Decimal(0))), (_("Other quality"), balance.other), *social]
    return [*shares, (_("Total"), sum((points for _name, points in shares), Decimal(0)))]


def _points_open(board: Board) -> Iterator[Block]:
    """A total other than 100 is an open finding; so are weights that nobody entered."""
    if _shares(board)[-1][1] != 100:
        yield still_open(board, points_fault(board))
    elif not board.balance.entered:
        yield still_open(board, board.language.gettext(N_("No weights were entered. These are starting values; change them on the results page.")))
