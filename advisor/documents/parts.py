"""Parts that several papers share: the stamp, answers in words, law lines, scales."""

from collections.abc import Iterable, Iterator

from advisor import VERSION
from advisor.documents import wordings
from advisor.documents.blocks import (
    Block,
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
from advisor.wizard.board import Board, Card, marked
from advisor.wizard.summary import Row, rows
from criteria import basis
from criteria.basis import Basis
from criteria.codes import EvidenceLevel, PaperKind, Severity, Status
from criteria.prose import N_

_TONES = {Severity.UNLAWFUL: Tone.STOP, Severity.RISKY: Tone.CAUTION, Severity.WEAK: Tone.INFORMATION}


def document(board: Board, kind: PaperKind, blocks: Iterable[Block]) -> Document:
    """Put title, stamp and blocks together."""
    language, tender = board.language, board.tender
    name = language.show(kind)
    title = tender.title or language.gettext(N_("Untitled tender"))
    return Document(
        kind, language.code, language.direction, name, title, stamp(board, name), tuple(blocks),
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
    """The answers to some questions, those without an answer left out."""
    every = rows(answers_of(board.tender), board.language)
    wanted = (row for row in every if kind in row.question.papers and row.answer is not None)
    return [row for row in wanted if row.question.id in questions]


def answer_pairs(board: Board, kind: PaperKind, *questions: str) -> Iterator[Block]:
    """Answers as a two-column table, or a sentence where nothing was answered."""
    found = answered(board, kind, *questions)
    if found:
        yield Pairs(tuple((board.language.gettext(row.field.label), row.answer or "") for row in found))
    else:
        yield Paragraph(board.language.gettext(N_("Nothing was entered here yet.")))


def law_line(board: Board, ground: Basis) -> str:
    """One ground with what it says and, where it is not checked, that it is not."""
    said = board.language.gettext(ground.says)
    line = board.language.gettext("%(name)s: %(text)s", name=board.language.cite(ground), text=said) if said else board.language.cite(ground)
    if ground.status is Status.VERIFIED:
        return line
    return f"{line} [{board.language.show(ground.status)}]"


def citation(board: Board, ground: Basis) -> str:
    """One ground by act and article; where it is not checked, that it is not."""
    return marked(board.language, ground)


def grounds_text(board: Board, grounds: Iterable[Basis]) -> str:
    """Several grounds in one line, the articles of one act together."""
    acts: dict[str, list[str]] = {}
    for ground in dict.fromkeys(grounds):
        act = board.language.gettext(ground.act)
        acts.setdefault(act, []).append(citation(board, ground).removeprefix(act).removeprefix(", "))
    return "; ".join(f"{act}, {', '.join(filter(None, articles))}" if any(articles) else act for act, articles in acts.items())


def citations(board: Board, names: Iterable[str]) -> str:
    return grounds_text(board, (board.grounds[name] for name in names))


def law_lines(board: Board, names: Iterable[str]) -> Items:
    return Items(tuple(law_line(board, board.grounds[name]) for name in names))


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
    level = (card.choice and card.choice.evidence) or EvidenceLevel.NORMAL
    return str(getattr(card.criterion.evidence, level.value))


def findings(board: Board) -> Iterator[Block]:
    """Every finding with its rule and ground, or the sentence that none was found."""
    _, language = board.language.gettext, board.language
    for finding in board.findings:
        label = f"{language.show(finding.severity)} ({finding.rule})."
        said = f"{language.say(finding.why)} {language.say(finding.repair)} ({grounds_text(board, finding.basis)})"
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
        yield Paragraph(f"{because} ({citations(board, one.law)})")
        yield Items(one.steps, ordered=True)


def reminders(board: Board) -> Iterator[Block]:
    """What to think of later, with the day where it is known."""
    _, language = board.language.gettext, board.language
    rows = tuple(
        (language.show(one.moment) + (f"\n{language.date(one.day)}" if one.day else ""), language.say(one.text), grounds_text(board, one.basis))
        for one in board.advice.reminders
    )
    yield Table(_("Later, at its time"), (_("When"), _("What"), _("Ground")), rows, (22, 50, 28))


def hours_table(board: Board) -> Iterator[Block]:
    """The hours of each item and their sum, against those of the checker, and what could go."""
    _, language, meter = board.language.gettext, board.language, board.meter
    rows = [
        (item.criterion.title, *(language.number(hours) for hours in (item.criterion.effort.bidder, item.criterion.effort.evaluator, item.criterion.effort.checker)))
        for item in meter.items
    ]
    rows.append((_("Sum"), *(language.number(hours) for hours in (meter.sum.bidder, meter.sum.evaluator, meter.sum.checker))))
    head = (_("Item"), _("A bidder, once"), _("Scoring a bid"), _("Checking, a month"))
    yield Table(_("Hours it takes"), head, tuple(rows), (49, 17, 17, 17))
    if meter.bids is not None and meter.evaluator_hours is not None:
        yield Paragraph(_("We expect about %(bids)s bids, so scoring takes about %(hours)s hours.", bids=meter.bids, hours=language.number(meter.evaluator_hours)))
    else:
        yield Paragraph(_("Scoring one bid takes about %(hours)s hours; how many bids will come is not known.", hours=language.number(meter.sum.evaluator)))
    if meter.over:
        text = _("Checking takes %(over)s hours a month more than your checker has.", over=language.number(meter.over))
        yield Note(_("Too much."), text, Tone.CAUTION)
    if meter.proposals:
        titles = {item.criterion.id: item.criterion.title for item in meter.items}
        yield Paragraph(_("To come back within the hours, take these out:"))
        yield Items(tuple(f"{titles[one.criterion]}. {language.say(one.because)}" for one in meter.proposals))


def wording_block(board: Board, card: Card) -> Wording:
    return Wording(board.text(card))


def points_text(board: Board, card: Card) -> str:
    if card.points is None:
        return "—"
    return board.language.ngettext("%(num)s point", "%(num)s points", int(card.points))


def sources(board: Board) -> Iterator[Block]:
    """Every ground the paper leans on, the articles of one act and source together, with where and when it was read."""
    language, words = board.language, board.words
    grounds = [board.grounds[name] for card in board.shown for name in card.criterion.law]
    for holding in board.advice.regime.holdings.values():
        grounds += holding.basis
    for finding in board.findings:
        grounds += finding.basis
    if board.advice.national:
        grounds += [basis.of_provision(one) for one in board.advice.national.provisions]
    for called in board.advice.measures:
        grounds += [board.grounds[name] for name in words.measures[called.measure].law]
    for reminder in board.advice.reminders:
        grounds += reminder.basis
    rows: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(set(grounds), key=lambda ground: ground.citation):
        act, article = language.gettext(one.act), language.gettext(one.article)
        read = f"{language.date(one.checked_on)}. {language.show(one.status)}"
        rows.setdefault((act, one.source, read), []).append(article)
    yield Table(
        language.gettext(N_("Legal sources")),
        tuple(language.gettext(text) for text in (N_("Provision"), N_("Read in"), N_("Checked"))),
        tuple(
            (", ".join(dict.fromkeys([act, *filter(None, articles)])), f"{words.law.sources[source].title}\n{words.law.sources[source].url}", read)
            for (act, source, read), articles in rows.items()
        ),
        (38, 40, 22),
    )
