"""Every page and state without a finding of axe, usable by keyboard, readable at 400 per cent."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from advisor.wizard import journey
from criteria.codes import Path as Way
from tests.conftest import CLEANING

pytestmark = pytest.mark.browser
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Dark colours change nothing but colours.
RULES = {"light": EVERYTHING, "dark": ["color-contrast", "link-in-text-block"]}


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, chromium: Browser, server: str) -> Any:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=server, color_scheme=request.param)
    page = context.new_page()
    page.run_only = RULES[request.param]
    yield page
    context.close()


def opened(page: Page, tmp_path: Path) -> str:
    file = tmp_path / "design.tender.json"
    file.write_text(json.dumps({**CLEANING, "choices": [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion"}]}, default=str))
    page.goto("/en/")
    page.set_input_files("#file", str(file))
    page.get_by_role("button", name="Open the file").click()
    return page.url


def findings(page: Page) -> list[str]:
    result = Axe().run(page, options={"runOnly": page.run_only, "resultTypes": ["violations"], "selectors": False}).response
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')[:200]}" for one in result["violations"]]


@pytest.mark.slow
def test_no_page_has_an_accessibility_finding(page: Page, tmp_path: Path) -> None:
    base = opened(page, tmp_path)
    places = [base, *(f"{base}{step.slug}" for step in journey.steps(Way.FULL)), *(f"{base}{name}" for name in (
        "check", "results", "papers", "keep", "end", "suggestion/clu-joint-delivery-plan", "joint-delivery", "bench", "bench?real=1", "rehearsal", "rehearsal/first", "suggestion/clu-joint-delivery-plan/scale", "paper/annex", "paper/equality_checklist",
    )), "/en/", "/en/catalogue", "/en/catalogue/clu-joint-delivery-plan", "/en/words", "/en/about", "/en/cases", "/en/cases?country=HU&family=road_works", "/en/cases/dinan-cleaning-2020", "/en/coverage", "/en/check", "/en/check?example=flawed", "/en/check/document", "/fr/", "/en/nowhere"]
    for place in places:
        page.goto(place)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert findings(page) == [], place


def test_an_error_is_announced_tied_and_focused(page: Page, tmp_path: Path) -> None:
    base = opened(page, tmp_path)
    page.goto(f"{base}value")
    page.fill("#estimated_value", "a lot")
    page.locator("form#step > button.govuk-button").last.click()
    assert findings(page) == []
    assert page.title().startswith("Error:")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    assert "estimated_value-error" in (page.get_attribute("#estimated_value", "aria-describedby") or "")
    page.locator(".govuk-error-summary a").first.click()
    expect(page.locator("#estimated_value")).to_be_focused()


def test_a_page_is_answered_by_keyboard_alone(page: Page) -> None:
    page.goto("/en/")
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Start the quick path").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/t/*/")
    page.goto(f"{page.url}type")
    page.locator("input[name=contract_type]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("input[name=contract_type][value=services]").is_checked()
    page.locator("form#step > button.govuk-button").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/value")


def test_none_and_others_exclude_each_other(page: Page, tmp_path: Path) -> None:
    page.goto(f"{opened(page, tmp_path)}risks")
    page.check("input[name='people-warning_signs'][value=none]")
    assert not page.is_checked("input[name='people-warning_signs'][value=short_hours]")
    page.check("input[name='people-warning_signs'][value=danger]")
    assert not page.is_checked("input[name='people-warning_signs'][value=none]")


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_on_a_phone_or_at_400_percent(chromium: Browser, server: str, tmp_path: Path, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 640}, base_url=server)
    page = context.new_page()
    base = opened(page, tmp_path)
    for place in (base, f"{base}results", f"{base}joint-delivery", f"{base}bench", f"{base}rehearsal/first", f"{base}safety", f"{base}purchase", f"{base}papers", f"{base}paper/report", f"{base}keep", f"{base}check", "/en/catalogue", "/en/about", "/en/cases", "/fr/cases/sweden-armed-forces-fit-2020", "/fr/coverage", "/fr/check", "/en/check?example=flawed", "/fr/check/document"):
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    context.close()


def test_a_first_page_is_light_and_results_too(chromium: Browser, server: str, tmp_path: Path) -> None:
    context = chromium.new_context(base_url=server)
    page = context.new_page()
    sizes: list[int] = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto("/en/", wait_until="networkidle")
    assert sum(sizes) < 150_000, sum(sizes)
    base = opened(page, tmp_path)
    sizes.clear()
    page.goto(f"{base}results", wait_until="networkidle")
    assert sum(sizes) < 300_000, sum(sizes)
    context.close()
