"""A new user finishes the quick path for two purchases, in both languages, on phone and desktop, with and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from criteria.codes import PaperKind

pytestmark = pytest.mark.browser
WORDS = {
    "en": {"start": "Start the quick path", "take": re.compile("Use (all|this)"), "value": "450,000", "cleaning": "school cleaning", "meals": "school meals"},
    "fr": {"start": "Commencer le parcours rapide", "take": re.compile("Tout utiliser|L’utiliser|Utiliser"), "value": "450 000", "cleaning": "nettoyage écoles", "meals": "repas scolaires"},
}
FAMILY = {"cleaning": "cleaning", "meals": "school_meals_catering"}


def answer(tab: Page, slug: str, purchase: str, language: str) -> None:
    """Answer one page as a person would; pages not named here are left as they are."""

    def tick(name: str, value: str) -> None:
        tab.locator(f"input[name='{name}'][value='{value}']").check()

    if slug == "authority":
        tab.select_option("#country", "FR")
        tab.fill("#authority-name", "Ville de Valbourg")
    elif slug == "title":
        tab.fill("#title", f"{purchase} {language}")
    elif slug == "purchase":
        tick("family", FAMILY[purchase])
        tab.fill("#cpv-words", WORDS[language][purchase])  # type: ignore[arg-type]
        tab.click("button[name=find]")
        tab.locator("[id^=cpv-found-]").first.check()
    elif slug == "type":
        tick("contract_type", "services")
    elif slug == "value":
        tab.fill("#estimated_value", WORDS[language]["value"])  # type: ignore[arg-type]
        tab.fill("#duration_months", "36")
    elif slug == "purpose":
        tab.fill("#purpose", "Mieux pour tous" if language == "fr" else "Better for everybody")
    elif slug == "affected":
        tick("people-affected", "users")
    elif slug == "women-and-men":
        tick("people-sexes_differ", "unknown")
        tick("people-workforce", "mostly_women")
    elif slug == "use-and-jobs":
        tick("people-used_by_people", "yes")
        tick("people-jobs", "over_20")
    elif slug == "together":
        tick("partners-together", "yes")
    elif slug == "market":
        tick("partners-suppliers", "over_5")
        tick("partners-social_suppliers", "several")
    elif slug == "goals":
        tick("objectives", "working_together")
        tick("objectives", "gender_equality")
    elif slug == "checker":
        tab.fill("#follow_up-checker", "Anna")
        tab.fill("#follow_up-checker_hours", "10")


def walk(tab: Page, purchase: str, language: str) -> str:
    """Go from the start page to the results; give the address of the draft."""
    tab.goto(f"/{language}/")
    tab.get_by_role("button", name=WORDS[language]["start"]).click()
    base = tab.url
    tab.locator(".govuk-task-list__link").first.click()
    for _ in range(30):
        slug = tab.url.rstrip("/").rsplit("/", 1)[-1].split("#")[0]
        if slug == "results":
            return base
        answer(tab, slug, purchase, language)
        assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth") if tab.context.browser and _scripted(tab) else True
        tab.locator("form#step > button.govuk-button").last.click()
    raise AssertionError(f"the walk did not end: {tab.url}")


def _scripted(tab: Page) -> bool:
    return tab.locator("[data-script-only]:not([hidden])").count() > 0


@pytest.mark.parametrize(("purchase", "language"), [("cleaning", "en"), ("meals", "fr")])
def test_a_new_user_gets_from_the_start_page_to_the_papers(tab: Page, purchase: str, language: str) -> None:
    base = walk(tab, purchase, language)
    tab.locator(".take-all button").click()
    expect(tab.locator(".card--used").first).to_be_visible()
    tab.goto(f"{base}papers")
    expect(tab.locator(".paper-card")).to_have_count(len(PaperKind))
    tab.goto(f"{base}paper/annex")
    expect(tab.locator("article.paper")).to_contain_text("Ville de Valbourg")


def test_back_forward_and_refresh_lose_nothing(tab: Page) -> None:
    tab.goto("/en/")
    tab.get_by_role("button", name="Start the quick path").click()
    base = tab.url
    tab.goto(f"{base}title")
    tab.fill("#title", "First title")
    tab.locator("form#step > button.govuk-button").last.click()
    expect(tab.locator("#title")).to_have_count(0)
    tab.wait_for_load_state()
    tab.go_back()
    expect(tab.locator("#title")).to_have_value("First title")
    tab.reload()
    assert tab.input_value("#title") == "First title"
    tab.go_forward()
    expect(tab.locator("#title")).to_have_count(0)
    tab.go_back()
    expect(tab.locator("#title")).to_have_value("First title")
    tab.fill("#title", "Second title")
    tab.locator("form#step > button.govuk-button").last.click()
    tab.goto(f"{base}check")
    expect(tab.locator("main")).to_contain_text("Second title")


def test_the_language_can_change_in_the_middle_of_a_page_without_loss(tab: Page) -> None:
    tab.goto("/en/")
    tab.get_by_role("button", name="Start the quick path").click()
    tab.goto(f"{tab.url}value")
    tab.fill("#estimated_value", "1,250,000")
    tab.fill("#duration_months", "24")
    tab.locator("button[name=switch][value=fr]").click()
    expect(tab.locator("html")).to_have_attribute("lang", "fr")
    assert tab.input_value("#estimated_value").replace("\u202f", " ") == "1 250 000"
    assert tab.input_value("#duration_months") == "24"
