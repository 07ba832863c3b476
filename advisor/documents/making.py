"""From a design to a finished file: which paper, which language, which format."""

from collections.abc import Callable, Mapping
from datetime import date

from advisor import i18n
from advisor.documents import annex, checklist, html, lawyer_sheet, memo, pdf, report, scoring_guide
from advisor.documents.blocks import Document
from advisor.i18n import Language
from advisor.wizard.board import Board, board_for
from criteria.codes import PaperKind
from criteria.design_file import read_design
from criteria.tender import Tender

COMPOSERS: Mapping[PaperKind, Callable[[Board], Document]] = {
    PaperKind.REPORT: report.compose,
    PaperKind.ANNEX: annex.compose,
    PaperKind.MEMO: memo.compose,
    PaperKind.EQUALITY_CHECKLIST: checklist.compose,
    PaperKind.LAWYER_SHEET: lawyer_sheet.compose,
    PaperKind.SCORING_GUIDE: scoring_guide.compose,
}


def _word(document: Document) -> bytes:
    from advisor.documents import docx  # a tenth of the start-up time, needed only here

    return docx.render(document)


def _sheets(board: Board) -> bytes:
    from advisor.documents import workbook  # needed only here

    return workbook.render(board)


RENDERERS: Mapping[str, Callable[[Document], bytes]] = {
    "html": lambda document: html.render(document).encode(),
    "pdf": pdf.render,
    "docx": _word,
}
SHEETS: Mapping[PaperKind, Callable[[Board], bytes]] = {PaperKind.EVALUATION_WORKBOOK: _sheets}
SHEET = "xlsx"
MEDIA_TYPES: Mapping[str, str] = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    SHEET: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def paper_language(tender: Tender, asked: Language) -> Language:
    """The language chosen for the papers, if it is released; else the one of the screen."""
    chosen = tender.language
    return i18n.language(chosen) if chosen and chosen in i18n.released() else asked


def compose(kind: PaperKind, tender: Tender, language: Language, day: date) -> Document:
    """Compose one paper from the facts of a tender."""
    return COMPOSERS[kind](board_for(tender, language, day))


def formats(kind: PaperKind) -> tuple[str, ...]:
    """In which formats a paper is made."""
    return (SHEET,) if kind in SHEETS else tuple(RENDERERS)


def make(kind: PaperKind, ending: str, tender: Tender, language: Language, day: date) -> bytes:
    """Make one paper as a finished file; raise PdfUnavailable. The format must be one of `formats`."""
    if kind in SHEETS:
        return SHEETS[kind](board_for(tender, language, day))
    return RENDERERS[ending](compose(kind, tender, language, day))


def make_pdf(design: str, kind: PaperKind, language: str, day: date) -> bytes:
    """Make a PDF in a process of its own; plain values in, bytes out."""
    return pdf.render(compose(kind, read_design(design.encode()), i18n.language(language), day))


def warm_up() -> None:
    """Prepare a process, so that its first paper does not wait."""
    pdf.warm()
    for code in i18n.released():
        _ = i18n.language(code).knowledge
