"""A real Chromium on a real server; skipped with a reason where there is none."""

import shutil
import threading
from collections.abc import Iterator

import pytest
import waitress.server
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from advisor.app import create_app
from advisor.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# A slow machine is not a fault: nothing here measures time.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    app = create_app(Settings(data=tmp_path_factory.mktemp("data"), secret_key="x", paper_workers=1, starts_per_hour=100_000))
    server = waitress.server.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)
    app.extensions["papers"].close()
    app.extensions["drafts"].close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[(1280, 900, True), (320, 700, True), (1280, 900, False)], ids=["desktop", "phone", "no script"])
def context(request: pytest.FixtureRequest, chromium: Browser, server: str) -> Iterator[BrowserContext]:
    width, height, script = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, java_script_enabled=script, base_url=server, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, server: str) -> Iterator[Page]:
    page = context.new_page()
    outside: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith((server, "data:", "blob:")) else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" and "status of" not in message.text else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not outside, f"requests to the outside: {outside}"
    assert not errors, f"errors in the console: {errors}"
