"""The joint-delivery designer and the hours in a real browser: with and without script, on a phone, by keyboard."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import CLEANING

pytestmark = pytest.mark.browser


def opened(tab: Page, folder: Path, language: str = "en", **changes: object) -> str:
    file = folder / "design.tender.json"
    file.write_text(json.dumps({**CLEANING, "language": language, **changes}, default=str))
    tab.goto(f"/{language}/")
    tab.set_input_files("#file", str(file))
    tab.locator("form[action$='/open'] button").click()
    tab.wait_for_url("**/t/**")
    return tab.url


def fits(tab: Page) -> bool:
    return bool(tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize(("language", "keep", "wording"), [
    ("en", "Keep this criterion", "(a) State which staff can be called on"),
    ("fr", "Garder ce critère", "(a) Indiquez à quel personnel"),
])
def test_a_criterion_is_put_together_and_stands_in_the_annex(tab: Page, tmp_path: Path, language: str, keep: str, wording: str) -> None:
    base = opened(tab, tmp_path, language)
    tab.goto(f"{base}results")
    tab.locator("a[href$='/joint-delivery']").first.click()
    tab.wait_for_url("**/joint-delivery")
    assert fits(tab)
    tab.check("input[value=stand-in]")
    tab.fill("#weight", "12")
    tab.get_by_role("button", name=keep).click()
    expect(tab.locator(".wording")).to_contain_text("12 points")
    tab.goto(f"{base}paper/annex")
    expect(tab.locator("article.paper")).to_contain_text(wording)


def test_the_keyboard_alone_puts_it_together(tab: Page, tmp_path: Path) -> None:
    base = opened(tab, tmp_path)
    tab.goto(f"{base}joint-delivery")
    tab.locator("input[value=lead-hears]").focus()
    tab.keyboard.press("Space")
    tab.locator("#weight").focus()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Keep this criterion").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".wording")).to_contain_text("State who decides, whom that person hears before")


def test_a_tempting_demand_is_explained_at_the_top(tab: Page, tmp_path: Path) -> None:
    tab.goto(f"{opened(tab, tmp_path)}joint-delivery")
    tab.locator("form.designer details summary").click()
    tab.check("input[value='L-34']")
    tab.get_by_role("button", name="Keep this criterion").click()
    expect(tab.locator(".govuk-error-summary")).to_contain_text("L-34")
    assert tab.title().startswith("Error:") and fits(tab)


def test_one_tap_frees_hours_and_one_takes_it_back(tab: Page, tmp_path: Path) -> None:
    choices = [
        {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion"},
        {"criterion": "emp-integration-hours", "stage": "performance_condition"},
    ]
    base = opened(tab, tmp_path, choices=choices, follow_up={"checker": "Facility", "checker_hours": 1})
    tab.goto(f"{base}results")
    assert fits(tab)
    tab.get_by_role("button", name="Take it out").first.click()
    expect(tab.locator(".notice")).to_contain_text("is taken out")
    tab.get_by_role("button", name="Put it back").click()
    expect(tab.locator(".notice")).to_have_count(0)
    expect(tab.locator(".card--used")).to_have_count(2)
