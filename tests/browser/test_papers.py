"""A paper on a phone: pairs stand one under the other, no word is broken, nothing scrolls sideways."""

import pytest
from playwright.sync_api import Browser

from advisor.documents import html
from advisor.documents.making import COMPOSERS, compose
from advisor.i18n import Language
from criteria.codes import PaperKind
from tests.conftest import TODAY
from tests.documents.test_papers import decided

NARROW_CELLS = """() => [...document.querySelectorAll("table:not(.checks):not(.blank):not(.signatures) tbody :is(th, td)")]
  .filter(cell => cell.getBoundingClientRect().width < 0.95 * cell.parentElement.getBoundingClientRect().width)
  .map(cell => cell.textContent.trim())"""


@pytest.mark.parametrize("kind", list(COMPOSERS))
def test_a_paper_reads_in_one_column_on_a_phone(chromium: Browser, kind: PaperKind, language: Language) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 800})
    page.set_content(html.render(compose(kind, decided(language=language.code), language, TODAY)))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(NARROW_CELLS) == []
    page.close()
