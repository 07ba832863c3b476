"""What papers say of the check of own wordings: the words, what was kept and why, what was found clean."""

from collections.abc import Iterator

from advisor.documents.blocks import Block, Paragraph
from advisor.wizard.board import Board
from advisor.wizard.reading import CANNOT_SEE, NOTHING_HERE
from criteria.findings import Finding
from criteria.prose import N_, Sentence


def with_place(board: Board, finding: Finding, said: str) -> str:
    """A finding with the words it is about before it and the reason of the person who keeps them after it."""
    _ = board.language.gettext
    words = _(N_("“%(text)s”"), text=" ".join(finding.words.split())) if finding.words else ""
    place = board.place(finding.where) if finding.words else ""
    kept = _(N_("The authority keeps these words. Its reason: %(reason)s"), reason=finding.kept_because) if finding.kept_because else ""
    head = _(N_("%(name)s: %(text)s"), name=place, text=words) if place and place != words else words
    return "\n".join(part for part in (head, said, kept) if part)


def own_texts(board: Board) -> Iterator[Block]:
    """One line for each own wording without a finding, and what the check cannot see."""
    language, edition = board.language, board.words.edition
    stamp = {"number": edition.rule_set, "day": edition.rule_set_date}
    for read in (*board.clean_texts, *board.unread_texts):
        said = " ".join(language.say(one) for one in read.checked.notices or (Sentence(NOTHING_HERE.text, stamp),))
        yield Paragraph(language.gettext(N_("%(name)s: %(text)s"), name=board.place(read.stated.where), text=said))
    if board.clean_texts:
        yield Paragraph(language.say(CANNOT_SEE))
