"""The bench on paper: who wins on invented bids, the picture of the weights, what a point is worth, and the faults."""

from collections.abc import Iterator

from advisor.documents.blocks import Block, Heading, Note, Paragraph, Picture, Table, Tone
from advisor.documents.law import grounds_text
from advisor.wizard.bench import Bench, announced, bench_for, social, usual_price
from advisor.wizard.board import Board
from advisor.wizard.sweep_picture import described, key, rows, sweep_picture
from criteria.codes import Severity
from criteria.problems import BadInput
from criteria.scoring.bench import invented

_TONES = {Severity.UNLAWFUL: Tone.STOP, Severity.RISKY: Tone.CAUTION, Severity.WEAK: Tone.INFORMATION}


def simulation(board: Board) -> Iterator[Block]:
    """The whole simulation, for the team; always on invented bids, so that no real bid stands in a paper."""
    _ = board.language.gettext
    yield Heading(_("Simulation"), 3)
    bench = _bench(board)
    if isinstance(bench, Note):
        yield bench
        return
    yield from _verdict(bench)
    yield Picture(sweep_picture(bench), described(bench), key(bench))
    table = tuple((f"{part} ({weight})", stretches, turning) for part, weight, stretches, turning in rows(bench))
    yield Table(_("Who comes first at which weight"), (_("Part"), _("Who comes first"), _("What would change it")), table, (26, 40, 34))
    yield from _faults(bench)


def in_short(board: Board) -> Iterator[Block]:
    """What the file needs: who wins on invented bids, what a point is worth, which faults are known."""
    bench = _bench(board)
    if isinstance(bench, Note):
        yield bench
        return
    yield from _verdict(bench)
    yield from _faults(bench)


def _bench(board: Board) -> Bench | Note:
    _, language, evaluation = board.language.gettext, board.language, announced(board)
    try:
        return bench_for(board, invented(evaluation, social(board, evaluation), usual=usual_price(board)))
    except BadInput as fault:
        return Note(_("Not possible."), f"{language.say(fault.problem)} {language.say(fault.remedy)}", Tone.CAUTION)


def _verdict(bench: Bench) -> Iterator[Block]:
    board = bench.board
    yield Paragraph(f"{board.language.show(bench.evaluation.price.formula)}. {board.words.bench.note} {bench.verdict} {bench.say(bench.what_if.effect)} {' '.join(bench.worth)}")


def _faults(bench: Bench) -> Iterator[Block]:
    language = bench.board.language
    for one in bench.result.warnings:
        label = f"{language.show(one.code)} ({language.show(one.severity)})."
        yield Note(label, f"{bench.say(one.why)} {bench.say(one.repair)} ({grounds_text(bench.board, one.basis)})", _TONES[one.severity])
    if not bench.result.warnings:
        yield Paragraph(language.gettext("No known fault was found with these bids."))
