"""How papers cite the law: grounds in a line, and the list of all that a paper leans on."""

from collections.abc import Iterable

from advisor.documents.blocks import Entries
from advisor.wizard.board import Board
from criteria import basis
from criteria.basis import Basis
from criteria.codes import Status
from criteria.prose import N_


def citation(board: Board, ground: Basis) -> str:
    """One ground by act and article; where it is not checked, that it is not."""
    return board.language.marked(ground)


def law_line(board: Board, ground: Basis) -> str:
    """One ground with what it says; where it is not checked, that it is not."""
    said = board.language.gettext(ground.says)
    cited = board.language.cite(ground)
    line = board.language.gettext(N_("%(name)s: %(text)s"), name=cited, text=said) if said else cited
    return line if ground.status is Status.VERIFIED else f"{line} [{board.language.show(ground.status)}]"


def grounds_text(board: Board, grounds: Iterable[Basis]) -> str:
    """Several grounds in one line, the articles of one act together."""
    acts: dict[str, list[str]] = {}
    for ground in dict.fromkeys(grounds):
        act = board.language.gettext(ground.act)
        acts.setdefault(act, []).append(citation(board, ground).removeprefix(act).removeprefix(", "))
    return board.language.apart(_act_and_articles(act, articles) for act, articles in acts.items())


def citations(board: Board, names: Iterable[str]) -> str:
    """The grounds of a clause, by their ids, in one line."""
    return grounds_text(board, (board.grounds[name] for name in names))


def sources(board: Board) -> Entries:
    """Every ground the paper leans on: act, articles, day of reading and mark; the address in small print below."""
    language, words = board.language, board.words
    entries: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(_leaned_on(board), key=lambda ground: ground.citation):
        read = language.gettext(N_("%(day)s · %(mark)s"), day=language.date(one.checked_on), mark=language.show(one.status))
        entries.setdefault((language.gettext(one.act), one.source, read), []).append(language.gettext(one.article))
    return Entries(tuple(
        (f"{_act_and_articles(act, list(dict.fromkeys(articles)))} · {read}", words.law.sources[source].url)
        for (act, source, read), articles in entries.items()
    ))


def _leaned_on(board: Board) -> set[Basis]:
    grounds = {board.grounds[name] for card in board.shown for name in card.criterion.law}
    for holding in board.advice.regime.holdings.values():
        grounds |= set(holding.basis)
    for finding in board.findings:
        grounds |= set(finding.basis)
    for reminder in board.advice.reminders:
        grounds |= set(reminder.basis)
    for called in board.advice.measures:
        grounds |= {board.grounds[name] for name in board.words.measures[called.measure].law}
    if board.advice.national:
        grounds |= {basis.of_provision(one) for one in board.advice.national.provisions}
    return grounds


def _act_and_articles(act: str, articles: Iterable[str]) -> str:
    return ", ".join([act, *filter(None, articles)])
