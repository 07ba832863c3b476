"""The check while one writes: quiet, beside the words, one click to repair, back after reload."""

from playwright.sync_api import Browser, expect

CAPPED = "Bidders may join. No more than 30 % of the contract may be subcontracted."


def test_words_are_checked_while_they_are_written_and_survive_a_reload(chromium: Browser, server: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640}, base_url=server)
    page = context.new_page()
    page.goto("/en/check")
    page.fill("#text", CAPPED)
    expect(page.locator("mark")).to_have_text("No more than 30 % of the contract may be subcontracted")
    expect(page.locator("[data-check-status]")).to_contain_text("1 remark.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Use this sentence").press("Enter")
    expect(page.locator("#text")).to_have_value("Bidders may join. Subcontracting is allowed; the contractor names its subcontractors before they start.")
    expect(page.locator("[data-check-status]")).to_contain_text("No known problem")
    page.reload()
    expect(page.locator("#text")).to_have_value("Bidders may join. Subcontracting is allowed; the contractor names its subcontractors before they start.")
    page.goto("/en/words")
    page.go_back()
    expect(page.locator("[data-check-result]")).to_contain_text("No known problem")
    context.close()
