"""The guidance report as PDF, cold and warm, against Chromium printing the same page; the cache; the growth; the memory."""

import io
import math
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from advisor.documents import html, pdf
from advisor.documents.blocks import Document
from advisor.documents.making import compose
from advisor.documents.worker import PaperOffice
from advisor.i18n import language
from advisor.settings import Settings
from criteria.codes import PaperKind
from criteria.design_file import write_design
from tests.bench.start import PEAK
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.conftest import TODAY, design
from tests.documents.test_papers import decided

COLD = "import time; t = time.perf_counter(); from advisor.documents import pdf; pdf.warm(); print(time.perf_counter() - t)"
# A worker of the application, in a process of its own: every paper of a design in each language, twice.
WORKER = (
    "import datetime, sys; from advisor import i18n; from advisor.documents.making import COMPOSERS, make_pdf, warm_up\n"
    "warm_up(); design = sys.stdin.read(); day = datetime.date.fromisoformat(sys.argv[1])\n"
    "[make_pdf(design, kind, code, day) for _ in range(2) for code in i18n.released() for kind in COMPOSERS]\n"
    + PEAK
)


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """Seconds a page and the ratio to Chromium; skipped with a reason where an engine is missing."""
    if not pdf.available():
        yield "PDF", "skipped: Pango is not installed", ""
        return
    report = compose(PaperKind.REPORT, decided(), language("en"), TODAY)
    pages = _pages(pdf.render(report))
    own = [_timed(report) for _ in range(rounds)]
    yield f"guidance report, {pages} pages, warm", f"{statistics.median(own):.2f} s, {statistics.median(own) / pages:.3f} s a page", ""
    cold = float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True, check=True).stdout)
    yield "what a cold worker adds once", f"{cold:.2f} s", ""
    yield from _against_chromium(report, rounds)
    yield from _growth(report, rounds)
    yield from _cache()
    made = subprocess.run([sys.executable, "-c", WORKER, TODAY.isoformat()], input=write_design(decided()), capture_output=True, text=True, check=True)
    yield "peak memory of a worker that made every paper twice in each language", f"{int(made.stdout) / 1024:.0f} MB", "200 MB"


def _against_chromium(report: Document, rounds: int) -> Iterator[tuple[str, str, str]]:
    if CHROMIUM is None:
        yield "against Chromium printing the same HTML", "skipped: no Chromium on this machine", "3"
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        ratios = []
        for _ in range(rounds + 1):
            own = _timed(report)
            begin = time.perf_counter()
            page.set_content(html.render(report), wait_until="load")
            page.pdf(tagged=True, prefer_css_page_size=True)
            ratios.append(own / (time.perf_counter() - begin))
        browser.close()
    yield "against Chromium printing the same HTML, warm, tagged", f"{statistics.median(ratios[1:]):.1f} ×", "3, aim 1.5"


def _growth(report: Document, rounds: int) -> Iterator[tuple[str, str, str]]:
    long = replace(report, blocks=report.blocks * 4)
    short_pages, long_pages = _pages(pdf.render(report)), _pages(pdf.render(long))
    ratio = statistics.median((_timed(long) / long_pages) / (_timed(report) / short_pages) for _ in range(max(3, rounds // 2)))
    exponent = 1 + math.log(ratio) / math.log(long_pages / short_pages)
    yield f"time a page, {long_pages} pages against {short_pages}", f"{ratio:.2f} × (exponent {exponent:.2f})", "1.3"


def _cache() -> Iterator[tuple[str, str, str]]:
    with TemporaryDirectory() as folder:
        office = PaperOffice(Settings(data=Path(folder), secret_key="x", paper_workers=1))
        try:
            while not office.ask("draft", design(), PaperKind.EQUALITY_CHECKLIST, "en", TODAY).file:
                time.sleep(0.05)
            begin = time.perf_counter()
            for _ in range(20):
                office.ask("draft", design(), PaperKind.EQUALITY_CHECKLIST, "en", TODAY)
            yield "same facts, same versions again", f"{(time.perf_counter() - begin) / 20 * 1e3:.2f} ms", "5 ms"
        finally:
            office.close()


def _timed(document: Document) -> float:
    begin = time.perf_counter()
    pdf.render(document)
    return time.perf_counter() - begin


def _pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as document:
        return len(document.pages)
