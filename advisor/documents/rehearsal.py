"""The challenge rehearsal in papers: complaints with ground, what feeds them, the reply, and what to put on file."""

from collections.abc import Iterator

from advisor.documents import law
from advisor.documents.blocks import Block, Heading, Pairs, Paragraph
from advisor.wizard import journey
from advisor.wizard.board import Board
from criteria.prose import N_, Sentence
from criteria.rehearsal import Feed, Raised

NONE = Sentence(N_(
    "No complaint that we know finds support in this design, by rule set {number} of {day}. It looks at your answers and texts only."
))


def strongest(board: Board, level: int) -> Iterator[Block]:
    """The three strongest complaints under headings of a level, or the sentence that none is known."""
    if board.strongest_complaints:
        yield Paragraph(board.language.gettext(N_("A draft reply holds only once the repair is made and the paper it speaks of is on file.")))
    for raised in board.strongest_complaints:
        yield from complaint(board, raised, level)
    if not board.strongest_complaints:
        edition = board.words.edition
        yield Paragraph(board.language.say(Sentence(NONE.text, {"number": edition.rule_set, "day": edition.rule_set_date})))


def complaint(board: Board, raised: Raised, level: int) -> Iterator[Block]:
    """One complaint in full."""
    _, one = board.language.gettext, raised.complaint
    yield Heading(one.title, level)
    rows = [
        (_("How strong"), board.language.show(raised.force)),
        (_("What they would say"), one.claim),
        (_("Ground"), law.grounds_text(board, raised.basis)),
        (_("What feeds it"), "\n".join(feed_text(board, feed) for feed in raised.feeds)),
        (_("Reply, in draft"), one.reply),
        (_("To put on file now"), one.on_file),
    ]
    if asked := unknown(board, raised):
        rows.append((_("Not known yet"), "\n".join(asked)))
    yield Pairs(tuple(rows))


def feed_text(board: Board, feed: Feed) -> str:
    """Which clause, which words, why, and the reason of the person who keeps them."""
    language = board.language
    title = board.words.catalogue[feed.criterion].title if feed.criterion else board.place(feed.where)
    words = language.gettext(N_("“%(text)s”"), text=" ".join(feed.words.split())) if feed.words else ""
    kept = feed.finding.kept_because if feed.finding else ""
    reason = language.gettext(N_("The authority keeps these words. Its reason: %(reason)s"), reason=kept) if kept else ""
    said = " ".join(part for part in (words, language.say(feed.why), reason) if part)
    return language.gettext(N_("%(name)s: %(text)s"), name=title, text=said) if title else said


def unknown(board: Board, raised: Raised) -> list[str]:
    """The questions whose answers the reply needs and nobody gave."""
    found = (journey.asked_by(fact) for fact in raised.unknown)
    return [board.language.gettext(asked[0].title) for asked in found if asked]
