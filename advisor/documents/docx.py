"""Blocks to a Word file with real headings, lists, repeated table heads and the language set."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from advisor.documents.blocks import (
    Block,
    Checks,
    Document,
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
from advisor.documents.html import boxes

INK = RGBColor(0x1D, 0x2B, 0x3A)
FONT = "Calibri"
TEXT_WIDTH_CM = 16.5
_FIXED = datetime(2020, 1, 1)


def render(document: Document) -> bytes:
    """Render a paper as a .docx file; the same paper gives the same bytes."""
    word = docx.Document()
    _set_up(word, document)
    word.add_heading(document.title, 0)
    if document.subtitle:
        word.add_paragraph(document.subtitle, style="Subtitle")
    for line in document.stamp.lines:
        word.add_paragraph(line, style="Stamp")
    for block in document.blocks:
        _RENDERERS[type(block)](word, block)
    stream = io.BytesIO()
    word.save(stream)
    return _with_fixed_times(stream)


def _with_fixed_times(stream: io.BytesIO) -> bytes:
    """Pack the file again without the time of day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _set_up(word: Any, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2)
    properties = word.core_properties
    properties.title, properties.author, properties.language = document.title, "", document.language
    properties.created = properties.modified = _FIXED
    properties.comments = document.stamp.footer
    for name, size, space in (("Normal", 10.5, 6), ("Title", 22, 4), ("Heading 1", 15, 6), ("Heading 2", 13, 4), ("Heading 3", 11.5, 3), ("Subtitle", 12, 6)):
        _shape(word.styles[name], size, space)
    for name, size, space in (("Stamp", 8.5, 0), ("Clause", 10.5, 3), ("Cell", 9.5, 2)):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        _shape(style, size, space)
    word.styles["Cell"].paragraph_format.space_before = Pt(2)
    word.styles["Clause"].paragraph_format.left_indent = Cm(0.6)
    _say_language(word, document.language)
    _footer(section, document)


def _shape(style: Any, size: float, space: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    style.paragraph_format.space_after = Pt(space)


def _say_language(word: Any, code: str) -> None:
    """Tell the spelling checker which language the text is in."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), code)


def _footer(section: Any, document: Document) -> None:
    line = section.footer.paragraphs[0]
    line.style.font.size = Pt(8.5)
    line.add_run(f"{document.stamp.footer}    {document.stamp.page_word} ")
    for name, text in (("PAGE", None), (None, "/"), ("NUMPAGES", None)):
        if name is None:
            line.add_run(text)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        line._p.append(field)


def _heading(word: Any, block: Heading) -> None:
    word.add_heading(block.text, block.level - 1)


def _paragraph(word: Any, block: Paragraph) -> None:
    run = word.add_paragraph().add_run(block.text)
    run.font.size = Pt(12) if block.lead else None


def _items(word: Any, block: Items) -> None:
    for one in block.items:
        word.add_paragraph(one, style="List Number" if block.ordered else "List Bullet")


def _wording(word: Any, block: Wording) -> None:
    if block.label:
        word.add_paragraph(style="Clause").add_run(block.label).bold = True
    for part in block.text.split("\n\n"):
        if part.strip():
            _bar(word.add_paragraph(part.strip(), style="Clause"))


def _note(word: Any, block: Note) -> None:
    paragraph = word.add_paragraph(style="Clause")
    paragraph.add_run(f"{block.label} ").bold = True
    paragraph.add_run(block.text)
    _bar(paragraph)


def _bar(paragraph: Any) -> None:
    """A line at the left of a passage sets it apart, in grey print as well."""
    borders = OxmlElement("w:pBdr")
    left = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "8"), ("color", "5B6B7B")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    paragraph._p.get_or_add_pPr().append(borders)


def _pairs(word: Any, block: Pairs) -> None:
    _grid(word, None, block.rows, (32, 68))


def _table(word: Any, block: Table) -> None:
    _caption(word, block.caption)
    rows = (*block.rows, *[("",) * len(block.head)] * block.blank_rows)
    _grid(word, block.head, rows, block.widths)


def _checks(word: Any, block: Checks) -> None:
    _caption(word, block.caption)
    count = len(block.choices)
    rows: list[tuple[str, ...]] = []
    for name, lines in block.groups:
        rows += [(name.upper(), *[""] * count)] if name else []
        rows += [(text, *boxes(ticked, count)) for text, ticked in lines]
    _grid(word, ("", *block.choices), tuple(rows), (100 - 44 // count * count, *[44 // count] * count))


def _signatures(word: Any, block: Signatures) -> None:
    _grid(word, block.head, tuple((person, *[""] * (len(block.head) - 1)) for person in block.people), (), height_cm=1.2)


def _caption(word: Any, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(text).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _grid(
    word: Any, head: tuple[str, ...] | None, rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...], height_cm: float = 0
) -> None:
    columns = len(head or rows[0])
    table = word.add_table(rows=0, cols=columns)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    shares = widths or (100 / columns,) * columns
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(TEXT_WIDTH_CM * share / 100)
    _rule_lines(table)
    if head:
        _fill(table.add_row(), head, shares, bold=True)
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in rows:
        line = table.add_row()
        _fill(line, row, shares)
        _keep_whole(line)
        if height_cm:
            line.height = Cm(height_cm)
    word.add_paragraph().paragraph_format.space_after = Pt(2)


def _rule_lines(table: Any) -> None:
    """Thin lines between rows, none between columns, as in the PDF."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B5BDC5")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _fill(line: Any, texts: tuple[str, ...], shares: tuple[float, ...], bold: bool = False) -> None:
    for cell, text, share in zip(line.cells, texts, shares, strict=True):
        cell.width = Cm(TEXT_WIDTH_CM * share / 100)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Cell"
        paragraph.add_run(text).bold = bold


def _keep_whole(line: Any) -> None:
    """A row does not break across pages."""
    line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _picture(word: Any, block: Picture) -> None:
    """Word shows no SVG by itself: the words stand for it, and the table below has the numbers."""
    word.add_paragraph(block.alternative)
    word.add_paragraph(block.caption, style="Stamp")


def _page_break(word: Any, block: PageBreak) -> None:
    word.add_page_break()


_RENDERERS: dict[type[Any], Callable[[Any, Any], None]] = {
    Heading: _heading, Paragraph: _paragraph, Items: _items, Pairs: _pairs, Table: _table, Wording: _wording,
    Note: _note, Checks: _checks, Signatures: _signatures, Picture: _picture, PageBreak: _page_break,
}
assert set(_RENDERERS) == set(Block.__args__), "a block without a renderer"
