"""Blocks to one HTML page that needs nothing else: read on screen, printed, or made into a PDF."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from advisor.documents.blocks import (
    Block,
    Checks,
    Document,
    Entries,
    Heading,
    Items,
    Note,
    PageBreak,
    Pairs,
    Paragraph,
    Picture,
    Signatures,
    Table,
    Wording,
)

_PAGE = Markup("""<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{full_title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{footer}">
<meta name="dcterms.created" content="{day}">
<style>{style}</style>
</head>
<body>
<main class="paper">
<header class="head"><h1>{title}</h1>{subtitle}<div class="stamp">{stamp}</div></header>
{body}
</main>
</body>
</html>
""")
BOX, TICKED = "☐", "☑"
CHOICE_WIDTH = 11


def render(document: Document, style: str | None = None) -> str:
    """Render a paper as a whole HTML page; `style` is CSS, by default that for screen and print."""
    return str(_PAGE.format(
        language=document.language, direction=document.direction, title=document.title,
        full_title=document.full_title, day=document.day.isoformat(),
        subtitle=_tag("p", document.subtitle, "subtitle") if document.subtitle else "",
        stamp=Markup().join(_tag("p", line) for line in document.stamp.lines),
        footer=document.stamp.footer,
        style=Markup(style if style is not None else stylesheet("paper.css") + _page_box(document)),  # noqa: S704
        body=body(document),
    ))


def body(document: Document) -> Markup:
    """Render the blocks alone, for a page that has its own frame."""
    return Markup("\n").join(_RENDERERS[type(block)](block) for block in document.blocks)


@cache
def stylesheet(name: str) -> str:
    return (files("advisor") / "static" / name).read_text("utf-8")


def _page_box(document: Document) -> str:
    """The running footer: what the paper is, and page x of y."""
    footer, word = (_css_text(one) for one in (document.stamp.footer, document.stamp.page_word))
    return (
        f"@page {{ @bottom-left {{ content: {footer} }} "
        f'@bottom-right {{ content: {word} "\\00a0" counter(page) "/" counter(pages) }} }}'
    )


def _css_text(text: str) -> str:
    return '"' + "".join(f"\\{ord(one):06x}" if one in '"\\<>&\n' else one for one in text) + '"'


def _tag(name: str, text: str, css: str = "", attributes: str = "") -> Markup:
    opening = Markup("<{}{}{}>").format(name, Markup(' class="{}"').format(css) if css else "", Markup(attributes))  # noqa: S704
    return opening + _lines(text) + Markup("</{}>").format(name)


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _heading(block: Heading) -> Markup:
    return _tag(f"h{block.level}", block.text)


def _paragraph(block: Paragraph) -> Markup:
    return _tag("p", block.text, "lead" if block.lead else "")


def _items(block: Items) -> Markup:
    name = "ol" if block.ordered else "ul"
    return Markup("<{0}>{1}</{0}>").format(name, Markup().join(_tag("li", one) for one in block.items))


def _pairs(block: Pairs) -> Markup:
    rows = Markup().join(
        Markup("<tr>{}{}</tr>").format(_tag("th", term, attributes=' scope="row"'), _tag("td", text)) for term, text in block.rows
    )
    return Markup('<table class="pairs"><colgroup><col class="term"><col></colgroup><tbody>{}</tbody></table>').format(rows)


def _entries(block: Entries) -> Markup:
    return Markup("\n").join(
        Markup('<p class="entry">{}<br><small>{}</small></p>').format(_lines(text), _lines(small)) for text, small in block.rows
    )


def _table(block: Table) -> Markup:
    columns = Markup().join(Markup('<col class="w{}">').format(width) for width in block.widths)
    rows = [*block.rows, *[("\u00a0",) * len(block.head)] * block.blank_rows]
    labels = block.head if len(block.head) > 2 and not block.blank_rows else ()
    return _grid(block.caption, block.head, columns, Markup().join(_row(row, labels) for row in rows), "blank" if block.blank_rows else "")


def _grid(caption: str, head: tuple[str, ...], columns: Markup, rows: Markup, css: str = "") -> Markup:
    return Markup(
        "<table{}>{}{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(
        Markup(' class="{}"').format(css) if css else "", _tag("caption", caption) if caption else "",
        Markup("<colgroup>{}</colgroup>").format(columns) if columns else "",
        Markup().join(_tag("th", one, attributes=' scope="col"') if one.strip() else _tag("td", one) for one in head), rows,
    )


def _row(cells: tuple[str, ...], labels: tuple[str, ...] = ()) -> Markup:
    """A row; `labels` repeat the head of each column where a narrow screen shows no columns."""
    first, *others = cells
    head = _tag("th", first, attributes=' scope="row"') if first.strip() else _tag("td", first)
    said = [Markup(' data-label="{}"').format(label) for label in labels[1:]] or [Markup()] * len(others)
    return Markup("<tr>{}{}</tr>").format(head, Markup().join(_tag("td", one, attributes=label) for one, label in zip(others, said, strict=True)))


def _wording(block: Wording) -> Markup:
    label = _tag("p", block.label, "label") if block.label else Markup()
    paragraphs = Markup().join(_tag("p", one.strip()) for one in block.text.split("\n\n") if one.strip())
    return Markup('<div class="wording">{}{}</div>').format(label, paragraphs)


def _note(block: Note) -> Markup:
    return Markup('<div class="note {}"><p><strong>{}</strong> {}</p></div>').format(
        block.tone.value, block.label, _lines(block.text)
    )


def _checks(block: Checks) -> Markup:
    columns = Markup('<col class="w{}">').format(100 - CHOICE_WIDTH * len(block.choices)) + Markup().join(
        Markup('<col class="w{}">').format(CHOICE_WIDTH) for _ in block.choices
    )
    bodies = Markup("</tbody><tbody>").join(_check_group(name, rows, len(block.choices)) for name, rows in block.groups)
    return _grid(block.caption, ("\u00a0", *block.choices), columns, bodies, "checks")


def _check_group(name: str, rows: tuple[tuple[str, int | None], ...], choices: int) -> Markup:
    heading = Markup('<tr><th scope="rowgroup" colspan="{}" class="group">{}</th></tr>').format(choices + 1, name) if name else Markup()
    return heading + Markup().join(_row((text, *boxes(ticked, choices))) for text, ticked in rows)


def boxes(ticked: int | None, choices: int) -> tuple[str, ...]:
    """A box for each choice, one of them ticked or none."""
    return tuple(TICKED if number == ticked else BOX for number in range(choices))


def _signatures(block: Signatures) -> Markup:
    rows = Markup().join(_row((person, *["\u00a0"] * (len(block.head) - 1))) for person in block.people)
    return _grid("", block.head, Markup(), rows, "signatures")


def _picture(block: Picture) -> Markup:
    source = b64encode(block.svg.encode()).decode()
    return Markup('<figure class="picture"><img alt="{}" src="data:image/svg+xml;base64,{}"><figcaption>{}</figcaption></figure>').format(
        block.alternative, source, block.caption
    )


def _page_break(block: PageBreak) -> Markup:
    return Markup('<div class="break"></div>')


_RENDERERS: dict[type[Any], Callable[[Any], Markup]] = {
    Heading: _heading, Paragraph: _paragraph, Items: _items, Pairs: _pairs, Entries: _entries, Table: _table, Wording: _wording,
    Note: _note, Checks: _checks, Signatures: _signatures, Picture: _picture, PageBreak: _page_break,
}
assert set(_RENDERERS) == set(Block.__args__), "a block without a renderer"
