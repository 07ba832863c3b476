"""The bench in a real browser: sliders stay at 100, the outcome follows by itself and agrees with the server."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import CLEANING

pytestmark = pytest.mark.browser
CHOSEN = [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 10}]


def opened(tab: Page, tmp_path: Path) -> None:
    file = tmp_path / "design.tender.json"
    file.write_text(json.dumps({**CLEANING, "choices": CHOSEN}, default=str))
    tab.goto("/en/")
    tab.set_input_files("#file", str(file))
    tab.get_by_role("button", name="Open the file").click()
    tab.goto(f"{tab.url}bench")


def test_the_winner_follows_the_weights(tab: Page, context: BrowserContext, tmp_path: Path) -> None:
    opened(tab, tmp_path)
    assert tab.evaluate("document.documentElement.scrollWidth") <= tab.viewport_size["width"]  # type: ignore[index]
    points = tab.locator("[data-hundred] input[inputmode]")
    if tab.locator("input.slider").count():
        tab.get_by_role("slider", name="Price").fill("71")
        assert sum(float(one.input_value()) for one in points.all()) == 100
        status = tab.locator("[data-bench-status]")
        expect(status).to_contain_text("Very low price wins")
        live = status.inner_text()
        tab.locator("button[value=try]").click()
        assert tab.locator("[data-bench-verdict]").inner_text() == live
    else:
        for place, number in enumerate(("71", "24", "5")):
            points.nth(place).fill(number)
        tab.locator("button[value=try]").click()
        expect(tab.locator("[data-bench-verdict]")).to_contain_text("Very low price wins")


def test_choosing_a_formula_brings_its_numbers(tab: Page, tmp_path: Path) -> None:
    opened(tab, tmp_path)
    tab.select_option("#price-formula", "linear_fixed_bounds")
    if not tab.locator("input.slider").count():
        tab.locator("button[value=try]").click()
    expect(tab.locator("#price-minimum")).to_be_visible()
