"""The PDF is accessible, its fonts are ours, and it fetches nothing."""

import io
from pathlib import Path

import pikepdf
import pytest

from advisor.documents import pdf
from advisor.documents.making import COMPOSERS, compose
from advisor.documents.worker import PaperOffice, TooManyPapers
from advisor.i18n import Language, language
from advisor.settings import Settings
from criteria.codes import PaperKind
from tests.conftest import TODAY
from tests.documents.test_papers import decided

pytestmark = pytest.mark.skipif(not pdf.available(), reason="Pango is not installed: advisor doctor --fix")
ENGLISH = language("en")


@pytest.fixture(scope="module")
def report() -> bytes:
    return pdf.render(compose(PaperKind.REPORT, decided(), ENGLISH, TODAY))


@pytest.mark.parametrize("kind", list(COMPOSERS))
def test_every_paper_passes_every_rule_of_pdf_ua(kind: PaperKind, language: Language) -> None:
    from tests.documents.verapdf import failures

    rules, broken = failures(pdf.render(compose(kind, decided(language=language.code), language, TODAY)))
    assert rules == 106
    assert broken == []


def test_the_pdf_says_title_and_language_and_is_tagged(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as document:
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.MarkInfo.Marked)
        assert document.docinfo["/Title"] == "Guidance report – Cleaning of twelve schools"
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261122")
        assert len(document.pages) <= 14


def test_every_font_is_ours_and_embedded(report: bytes) -> None:
    names = set()
    with pikepdf.open(io.BytesIO(report)) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", {}).values():
                names.add(str(font.BaseFont))
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor or "/FontFile3" in font.DescendantFonts[0].FontDescriptor
    assert names and all("Source" in name and "Sans" in name for name in names), names


def test_nothing_is_fetched_when_a_text_asks_for_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRETWORDS")
    fetcher = pdf._closed_fetcher()
    for address in (secret.as_uri(), "http://127.0.0.1:9/", "https://example.invalid/", "ftp://x/y"):
        with pytest.raises(ValueError):
            fetcher.fetch(address)
    assert b"SECRETWORDS" not in pdf.render(compose(PaperKind.MEMO, decided(purpose=f'<img src="{secret.as_uri()}">'), ENGLISH, TODAY))


def test_fonts_are_read_from_their_package_and_from_nowhere_else(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="refused"):
        pdf._font_fetcher().fetch((tmp_path / "evil.ttf").as_uri())


def wait(office: PaperOffice, kind: PaperKind, draft: str = "draft") -> Path:
    import time

    for _ in range(1200):
        paper = office.ask(draft, decided(), kind, "en", TODAY)
        assert not paper.failed
        if paper.file:
            return paper.file
        time.sleep(0.1)
    raise AssertionError("the paper never came")


def test_the_paper_office_makes_a_paper_once_and_keeps_it_until_the_draft_goes(tmp_path: Path) -> None:
    office = PaperOffice(Settings(data=tmp_path, secret_key="x", paper_workers=1))
    try:
        file = wait(office, PaperKind.EQUALITY_CHECKLIST)
        assert file.read_bytes().startswith(b"%PDF")
        assert office.ask("draft", decided(), PaperKind.EQUALITY_CHECKLIST, "en", TODAY).file == file
        assert office.ask("other", decided(), PaperKind.EQUALITY_CHECKLIST, "en", TODAY).file is None
        office.forget("draft")
        assert not file.exists()
    finally:
        office.close()


def test_a_full_queue_says_so(tmp_path: Path) -> None:
    office = PaperOffice(Settings(data=tmp_path, secret_key="x", paper_workers=1, papers_waiting=1))
    try:
        office.ask("draft", decided(), PaperKind.REPORT, "en", TODAY)
        with pytest.raises(TooManyPapers):
            office.ask("draft", decided(), PaperKind.MEMO, "en", TODAY)
    finally:
        office.close()


def test_a_worker_that_dies_is_noticed_and_the_next_asking_makes_the_paper(tmp_path: Path) -> None:
    import os
    import signal
    import time

    office = PaperOffice(Settings(data=tmp_path, secret_key="x", paper_workers=1))
    try:
        office.ask("draft", decided(), PaperKind.EQUALITY_CHECKLIST, "en", TODAY)
        time.sleep(0.3)
        for process in list(office._pool._processes.values()):  # type: ignore[union-attr]
            os.kill(process.pid, signal.SIGKILL)
        seen = None
        for _ in range(1200):
            paper = office.ask("draft", decided(), PaperKind.EQUALITY_CHECKLIST, "en", TODAY)
            if paper.failed or paper.file:
                seen = paper
                break
            time.sleep(0.1)
        assert seen is not None
        assert wait(office, PaperKind.EQUALITY_CHECKLIST).exists()
    finally:
        office.close()
