"""Tender documents uploaded to be checked: passages found, guessed, checked, and nothing kept."""

import io
from pathlib import Path

import docx
import pytest

from advisor.i18n import Language
from tests.advisor.test_uploads import CLAUSE, word
from tests.page import Page, Visitor


def sent(visitor: Visitor, content: bytes, lang: str = "en", name: str = "tender.docx") -> Page:
    return visitor.send(visitor.get(f"/{lang}/check/document"), "/check/document", file=(io.BytesIO(content), name))


def test_it_is_reached_from_the_check_and_opens_in_every_language(visitor: Visitor, language: Language) -> None:
    assert any(link.endswith("/check/document") for link in visitor.get(f"/{language.code}/check").links())
    assert visitor.get(f"/{language.code}/check/document").status == 200


def test_each_passage_is_listed_with_its_heading_its_stage_and_its_remarks(visitor: Visitor) -> None:
    page = sent(visitor, word(lambda document: document.add_paragraph("The contractor shall report twice a year on the hours.")))
    assert "tender.docx: 2 passages looked at. 1 of them has a remark. Language: English." in page.text
    assert page.tree.xpath("string(//mark)") == "companies with a registered office in our municipality"
    assert "3 Award criteria" in page.text and "Passages without a remark (1)" in page.text
    assert page.tree.xpath("//select/option[@selected]/@value") == ["award_criterion", "award_criterion"]


def test_the_stage_is_changed_on_the_page_of_the_check(visitor: Visitor) -> None:
    page = visitor.send(sent(visitor, word()), "/check", {"stage": "selection"})
    assert page.heading == "Check a wording"
    assert page.tree.xpath("//textarea[@id='text']")[0].text.strip() == CLAUSE
    assert page.tree.xpath("//select[@id='stage']/option[@selected]/@value") == ["selection"]


def test_nothing_is_kept(visitor: Visitor, tmp_path: Path) -> None:
    before = {path: path.stat().st_size for path in tmp_path.rglob("*")}
    sent(visitor, word())
    assert {path: path.stat().st_size for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(("content", "words"), [(b"", "You chose no file."), (b"%PDF-1.7\nx", "This file is damaged"), (b"text", "neither DOCX nor PDF")])
def test_a_file_that_cannot_be_read_is_explained(visitor: Visitor, content: bytes, words: str) -> None:
    page = sent(visitor, content)
    assert page.status == 422 and page.title.startswith("Error:") and words in page.text


def test_a_file_that_is_too_large_is_explained(visitor: Visitor) -> None:
    response = visitor.client.post("/en/check/document", content_type="multipart/form-data; boundary=x", environ_overrides={"CONTENT_LENGTH": "10100000"})
    page = Page(response, "/en/check/document")
    assert page.status == 413 and "larger than 10 megabytes" in page.text


def test_a_document_without_demands_and_one_in_a_foreign_language_say_so(visitor: Visitor) -> None:
    def written(*paragraphs: str) -> bytes:
        document, stream = docx.Document(), io.BytesIO()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(stream)
        return stream.getvalue()

    assert "No passage that asks or scores something was found." in sent(visitor, written("The town was founded in the year 1200.")).text
    quiet = sent(visitor, written("The town was founded in the year 1200.", "Every person engaged on the contract lives in the municipality."))
    assert "1 passage looked at. 1 of them has a remark." in quiet.text
    foreign = sent(visitor, written("Leverantören ska redovisa antal timmar varje kvartal zyx."))
    assert "1 passage looked at." in foreign.text
    many = sent(visitor, written(*(f"The contractor must clean room {number} every day." for number in range(301))))
    assert "Put the rest into a file of its own" in many.text
