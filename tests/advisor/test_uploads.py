"""Uploads: real files, good and hostile; each fault has a sentence of its own."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest

from advisor import uploads
from advisor.documents import pdf
from advisor.documents.making import compose
from advisor.i18n import language
from criteria.codes import PaperKind
from criteria.problems import BadInput
from tests.conftest import TODAY, design

CLAUSE = "10 points for companies with a registered office in our municipality."


def word(change: Any = None) -> bytes:
    document = docx.Document()
    document.add_heading("3 Award criteria", 1)
    document.add_paragraph(CLAUSE)
    row = document.add_table(1, 3).rows[0]
    row.cells[0].text, row.cells[1].text = "Quality", "Up to 20 points"
    if change:
        change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed(**parts: bytes) -> bytes:
    """The good file with some parts put in or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
        for one in old.infolist():
            if one.filename not in named:
                new.writestr(one, old.read(one))
        for name, content in named.items():
            new.writestr(name, content)
    return stream.getvalue()


def portable(**options: Any) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(stream, **options)
    return stream.getvalue()


def locked() -> bytes:
    content = bytearray(word())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def test_a_word_file_gives_paragraphs_and_rows_in_their_order() -> None:
    for read in (uploads.paragraphs_of, uploads.read):
        assert read(word()) == ["3 Award criteria", CLAUSE, "Quality: Up to 20 points"]


@pytest.mark.skipif(not pdf.available(), reason="PDF needs Pango")
def test_a_pdf_gives_its_paragraphs() -> None:
    made = pdf.render(compose(PaperKind.ANNEX, design(language="en"), language("en"), TODAY))
    found = uploads.paragraphs_of(made)
    assert any("A single firm fills in the same forms for its own units and suppliers and can earn the same points." in one for one in found)
    assert uploads.read(made) == found


@pytest.mark.parametrize(("content", "fault"), [
    (b"", "none"), (b"x" * (uploads.MOST_BYTES + 1), "too_large"), (b"just text", "unread"), (b"\xd0\xcf\x11\xe0old", "locked"),
    (b"PK\x03\x04broken", "broken"), (b"%PDF-1.7\nbroken", "broken"), (locked(), "locked"),
    (portable(), "no_text"), (portable(encryption=pikepdf.Encryption(owner="o", user="u")), "locked"),
    (packed(word__vbaProject_dot_bin=b"macro"), "macro"), (packed(word__media__zeros=b"\0" * (uploads.MOST_UNPACKED + 1)), "bomb"),
    (packed(word__document_dot_xml=b"<w:not-closed"), "broken"),
])
def test_a_file_that_cannot_be_read_is_explained(content: bytes, fault: str) -> None:
    with pytest.raises(BadInput) as raised:
        uploads.paragraphs_of(content)
    assert raised.value.problem.text == uploads.FAULTS[fault][0]
    if content and len(content) <= uploads.MOST_BYTES:
        with pytest.raises(uploads.Unreadable, match=fault):
            uploads.read(content)


def test_another_archive_is_not_taken_for_word() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "x")
    with pytest.raises(uploads.Unreadable, match="unread"):
        uploads.read(stream.getvalue())


def test_no_outside_entity_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRETWORDS")
    hostile = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Text &x; must stay.</w:t></w:r></w:p></w:body></w:document>'
    )
    found = uploads.paragraphs_of(packed(word__document_dot_xml=hostile.encode()))
    assert "SECRETWORDS" not in " ".join(found) and found


def test_reading_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "SECONDS", 0.001)
    with pytest.raises(BadInput, match="took too long"):
        uploads.paragraphs_of(word())
