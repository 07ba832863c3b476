"""Blocks to a Word file with real headings, lists, repeated table heads and the language set."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

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
from advisor.documents.html import CHOICE_WIDTH, boxes

INK, MUTED = RGBColor(0x1D, 0x2B, 0x3A), RGBColor(0x51, 0x60, 0x6F)
FONT, FALLBACK = "Source Sans 3", "Calibri"
TEXT_WIDTH_CM = 16.5
_FONT_TABLE = "/word/fontTable.xml"


def render(document: Document) -> bytes:
    """Render a paper as a .docx file; the same paper gives the same bytes."""
    word = docx.Document()
    _set_up(word, document)
    word.add_heading(document.title, 0)
    if document.subtitle:
        word.add_paragraph(document.subtitle, style="Subtitle")
    for line in document.stamp.lines:
        word.add_paragraph(line, style="Stamp")
    before: Block | None = None
    for block in document.blocks:
        _RENDERERS[type(block)](word, block)
        if isinstance(before, Heading) and isinstance(block, Paragraph):
            word.paragraphs[-1].paragraph_format.keep_with_next = True
        before = block
    stream = io.BytesIO()
    _name_fallback(word)
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
    properties.title, properties.author, properties.language = document.full_title, "", document.language
    properties.created = properties.modified = datetime.combine(document.day, time())
    properties.comments = document.stamp.footer
    for name, size, space in (("Normal", 10.5, 6), ("Title", 22, 4), ("Heading 1", 15, 6), ("Heading 2", 13, 4), ("Heading 3", 11.5, 3), ("Subtitle", 12, 6)):
        _shape(word.styles[name], size, space)
    for name, size, space in (("Stamp", 8.5, 0), ("Clause", 10.5, 3), ("Cell", 9.5, 2), ("Entry", 9, 3)):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        _shape(style, size, space)
    word.styles["Cell"].paragraph_format.space_before = Pt(2)
    word.styles["Clause"].paragraph_format.left_indent = Cm(0.6)
    word.styles["Clause"].paragraph_format.keep_together = True
    _say_language(word, document.language)
    _footer(section, document)


def _shape(style: Any, size: float, space: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb, style.font.italic = FONT, Pt(size), INK, False
    style.font.bold = style.name.startswith(("Title", "Heading"))
    for name in ("w:themeColor", "w:themeShade", "w:themeTint"):
        style.element.rPr.find(qn("w:color")).attrib.pop(qn(name), None)
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    style.paragraph_format.space_after = Pt(space)


def _name_fallback(word: Any) -> None:
    """Tell Word which typeface comes next where ours is not installed."""
    table = next(part for part in word.part.package.iter_parts() if part.partname == _FONT_TABLE)
    entry = f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    table._blob = table.blob.replace(b"</w:fonts>", entry.encode())


def _say_language(word: Any, code: str) -> None:
    """Tell the spelling checker which language the text is in."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), code)


def _footer(section: Any, document: Document) -> None:
    line = section.footer.paragraphs[0]
    _shape(line.style, 8.5, 0)
    for stop in list(line.style.paragraph_format.tab_stops):
        stop._tab.getparent().remove(stop._tab)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{document.stamp.footer}\t{document.stamp.page_word}\u00a0")
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
    borders.append(_made("w:left", {"val": "single", "sz": "12", "space": "8", "color": "5B6B7B"}))
    paragraph._p.get_or_add_pPr().append(borders)


def _entries(word: Any, block: Entries) -> None:
    for text, small in block.rows:
        paragraph = word.add_paragraph(style="Entry")
        paragraph.add_run(f"{text}\n")
        run = paragraph.add_run(small)
        run.font.size, run.font.color.rgb = Pt(7.5), MUTED


def _pairs(word: Any, block: Pairs) -> None:
    _grid(word, None, block.rows, (27, 73), bold_first=True)


def _table(word: Any, block: Table) -> None:
    _caption(word, block.caption)
    rows = (*block.rows, *[("",) * len(block.head)] * block.blank_rows)
    _grid(word, block.head, rows, block.widths, form=bool(block.blank_rows))


def _checks(word: Any, block: Checks) -> None:
    _caption(word, block.caption)
    count = len(block.choices)
    rows: list[tuple[str, ...]] = []
    heads: list[int] = []
    for name, lines in block.groups:
        if name:
            heads.append(len(rows) + 1)
            rows.append((name, *[""] * count))
        rows += [(text, *boxes(ticked, count)) for text, ticked in lines]
    table = _grid(word, ("", *block.choices), tuple(rows), (100 - CHOICE_WIDTH * count, *[CHOICE_WIDTH] * count))
    for number, line in enumerate(table.rows):
        if number in heads:
            _head_a_group(line)
        for cell in () if number in heads else line.cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _head_a_group(line: Any) -> None:
    """The name of a group stands across the table, bold, over a strong line, as in the PDF."""
    cell = line.cells[0].merge(line.cells[-1])
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    cell.paragraphs[0].runs[0].bold = True
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    borders = OxmlElement("w:tcBorders")
    borders.append(_line("bottom", "8", "1D2B3A"))
    cell._tc.get_or_add_tcPr().append(borders)


def _signatures(word: Any, block: Signatures) -> None:
    _grid(word, block.head, tuple((person, *[""] * (len(block.head) - 1)) for person in block.people), (), form=True, height_cm=1.1)


def _caption(word: Any, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(text).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _grid(
    word: Any, head: tuple[str, ...] | None, rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...], *,
    bold_first: bool = False, form: bool = False, height_cm: float = 0.75,
) -> Any:
    """A table at the margin; a form to fill in has lines on all sides and rows of a height to write in."""
    columns = len(head or rows[0])
    table = word.add_table(rows=0, cols=columns)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    shares = widths or (100 / columns,) * columns
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(TEXT_WIDTH_CM * share / 100)
    _rule_lines(table, form)
    if head:
        _fill(table.add_row(), head, shares, bold=True)
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in rows:
        line = table.add_row()
        _fill(line, row, shares, bold_first=bold_first)
        _keep_whole(line)
        if form:
            line.height = Cm(height_cm)
    gap = word.add_paragraph(style="Cell")
    gap.paragraph_format.space_before = gap.paragraph_format.space_after = gap.paragraph_format.line_spacing = Pt(3)
    return table


def _rule_lines(table: Any, form: bool) -> None:
    """Thin lines between rows, none between columns, as in the PDF; a grid for a form. The text stands at the margin."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if form else ("top", "bottom", "insideH")
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        borders.append(_line(side, "4", "8A949E" if form else "B5BDC5"))
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", "80" if form else "0"), ("right", "80")):
        margins.append(_made(f"w:{side}", {"w": width, "type": "dxa"}))
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(_made("w:tblInd", {"w": "0", "type": "dxa"}))
    layout.addprevious(borders)
    layout.addnext(margins)


def _line(side: str, size: str, color: str) -> Any:
    return _made(f"w:{side}", {"val": "single", "sz": size, "space": "0", "color": color})


def _made(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _fill(line: Any, texts: tuple[str, ...], shares: tuple[float, ...], bold: bool = False, bold_first: bool = False) -> None:
    for number, (cell, text, share) in enumerate(zip(line.cells, texts, shares, strict=True)):
        cell.width = Cm(TEXT_WIDTH_CM * share / 100)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Cell"
        paragraph.add_run(text).bold = bold or (bold_first and number == 0)


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
    Heading: _heading, Paragraph: _paragraph, Items: _items, Pairs: _pairs, Entries: _entries, Table: _table, Wording: _wording,
    Note: _note, Checks: _checks, Signatures: _signatures, Picture: _picture, PageBreak: _page_break,
}
assert set(_RENDERERS) == set(Block.__args__), "a block without a renderer"
