"""The papers keep their lengths and break where a reader would break them; Word looks like our house."""

import io
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import docx
import pytest

from advisor.documents import html, pdf
from advisor.documents.making import RENDERERS, compose
from advisor.i18n import language
from advisor.wizard.board import board_for
from criteria.codes import PaperKind
from criteria.tender import Tender
from tests.conftest import TODAY, design
from tests.documents.test_papers import decided

needs_pango = pytest.mark.skipif(not pdf.available(), reason="Pango is not installed: advisor doctor --fix")
PAGES = {PaperKind.REPORT: range(8, 15), PaperKind.ANNEX: range(2, 9), PaperKind.MEMO: range(2, 5), PaperKind.EQUALITY_CHECKLIST: range(2, 3), PaperKind.LAWYER_SHEET: range(1, 5), PaperKind.SCORING_GUIDE: range(3, 9)}
PURCHASES: dict[str, dict[str, Any]] = {
    "cleaning": {"objectives": ["jobs_inclusion", "gender_equality"]},
    "meals": {
        "title": "Meals for twelve school canteens", "family": "school_meals_catering", "cpv": ["55524000"],
        "purpose": "Children eat well together, whatever their families earn", "objectives": ["jobs_inclusion", "gender_equality", "users_citizens"],
    },
}
PAPERS = [(purchase, code, kind) for purchase, code in (("cleaning", "en"), ("cleaning", "fr"), ("meals", "fr")) for kind in PAGES]


def quick(purchase: str, code: str) -> Tender:
    """A tender of the quick path with every proposal taken and a safety check half done."""
    facts = {**PURCHASES[purchase], "path": "quick", "language": code, "safety": {"statements": ["linked", "open_to_all"]}}
    proposed = board_for(design(**facts), language(code), TODAY).proposed
    return design(**facts, choices=[{"criterion": card.criterion.id, "stage": card.stage} for card in proposed])


@cache
def pages(purchase: str, code: str, kind: PaperKind) -> list[Any]:
    """The pages as they are laid out, before they are painted."""
    text = html.render(compose(kind, quick(purchase, code), language(code), TODAY))
    page = pdf._engine().HTML(string=text, url_fetcher=pdf._closed_fetcher())
    return list(page.render(stylesheets=[pdf._style()], font_config=pdf._fonts()).pages)


def boxes(page: Any, *tags: str) -> list[Any]:
    return [box for box in page._page_box.descendants() if box.element_tag in tags]


@needs_pango
@pytest.mark.parametrize(("purchase", "code", "kind"), PAPERS)
def test_a_paper_of_a_normal_quick_tender_keeps_its_length(purchase: str, code: str, kind: PaperKind) -> None:
    assert len(pages(purchase, code, kind)) in PAGES[kind]


@needs_pango
@pytest.mark.parametrize(("purchase", "code"), [("cleaning", "en"), ("cleaning", "fr"), ("meals", "fr")])
def test_the_first_chapter_of_the_report_fits_on_the_first_page(purchase: str, code: str) -> None:
    first, second, *_ = pages(purchase, code, PaperKind.REPORT)
    chapters = [box.element.text[0] for page in (first, second) for box in boxes(page, "h2")]
    begins = [box.element.text[0] for box in boxes(second, "h2", "p", "li", "tr", "h3") if box.element.text]
    assert "2" in [box.element.text[0] for box in boxes(first, "h2")] or begins[0] == "2", chapters


@needs_pango
@pytest.mark.parametrize(("purchase", "code", "kind"), PAPERS)
def test_no_heading_is_stranded_and_no_table_leaves_one_row_behind(purchase: str, code: str, kind: PaperKind) -> None:
    laid_out = pages(purchase, code, kind)
    rows: dict[Any, Counter[int]] = {}
    for number, page in enumerate(laid_out):
        *_, last = boxes(page, "h2", "h3", "h4", "caption", "p", "li", "td", "th")
        assert last.element_tag not in ("h2", "h3", "h4", "caption"), last.element.text
        for group in boxes(page, "tbody"):
            parent = group.element.getparent() if hasattr(group.element, "getparent") else None
            rows.setdefault(parent if parent is not None else id(group.element), Counter())[number] += sum(child.element_tag == "tr" for child in group.children)
    for counted in rows.values():
        assert len(counted) == 1 or 1 not in counted.values()


def word(kind: PaperKind, **facts: Any) -> tuple[Any, bytes]:
    made = RENDERERS["docx"](compose(kind, decided(**facts), language("en"), TODAY))
    return docx.Document(io.BytesIO(made)), made


def test_word_is_set_in_our_type_and_colours_with_a_fallback() -> None:
    document, made = word(PaperKind.REPORT)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Subtitle", "Normal"):
        style = document.styles[name]
        assert style.font.name == "Source Sans 3" and str(style.font.color.rgb) == "1D2B3A"
        assert "themeColor" not in style.element.xml and "w:pBdr" not in style.element.xml
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        fonts = file.read("word/fontTable.xml").decode()
    assert '<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/>' in fonts


def test_word_says_which_paper_of_which_tender_and_the_day_of_the_advice() -> None:
    properties = word(PaperKind.MEMO)[0].core_properties
    assert properties.title == "Justification memo – Cleaning of twelve schools"
    assert properties.created.date() == date(2026, 11, 22)


def test_word_sets_row_labels_bold_group_heads_across_and_forms_in_a_grid() -> None:
    checklist, _ = word(PaperKind.EQUALITY_CHECKLIST)
    pairs, checks, signatures = checklist.tables
    assert pairs.rows[0].cells[0].paragraphs[0].runs[0].bold and not pairs.rows[0].cells[1].paragraphs[0].runs[0].bold
    heads = [row for row in checks.rows if row.cells[0]._tc is row.cells[-1]._tc]
    assert [row.cells[0].text for row in heads][:2] == ["Before", "Drafting"] and all(row.cells[0].paragraphs[0].runs[0].bold for row in heads)
    assert "w:insideV" in signatures._tbl.tblPr.xml and "w:insideV" not in pairs._tbl.tblPr.xml
    for table in checklist.tables:
        assert '<w:tblInd w:w="0"' in table._tbl.tblPr.xml


def test_the_page_number_of_word_stands_apart_from_the_footer_text() -> None:
    line = word(PaperKind.ANNEX)[0].sections[0].footer.paragraphs[0]
    text, page = line.text.split("\t")
    assert text.startswith("Tender clause annex") and page.startswith("page")
