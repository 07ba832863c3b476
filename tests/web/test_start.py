"""The start page: one click begins, a file opens, an example is a copy; bad files change nothing."""

import json

import pytest
from sqlalchemy import create_engine, text

from advisor.i18n import Language
from advisor.settings import Settings
from criteria.cases import Case, load_cases
from tests.conftest import CLEANING
from tests.page import Page, Visitor

WORKED = [case for case in load_cases().values() if case.demo]


def drafts(settings: Settings) -> int:
    with create_engine(settings.database).connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM drafts")).scalar() or 0)


def test_the_front_door_speaks_the_language_of_the_browser(visitor: Visitor) -> None:
    response = visitor.client.get("/", headers={"Accept-Language": "en-GB,en;q=0.8"})
    assert response.headers["Location"].endswith("/en/")


def test_one_click_begins_without_an_account(visitor: Visitor) -> None:
    page = visitor.send(visitor.get("/en/"), "/begin", button=("path", "quick"))
    assert page.address.startswith("/en/t/")
    assert "See all 26 questions" in page.text


def test_opening_the_start_page_writes_nothing(visitor: Visitor, settings: Settings) -> None:
    visitor.get("/en/")
    assert drafts(settings) == 0


def test_a_downloaded_file_opens_again_with_every_answer(visitor: Visitor) -> None:
    content = json.dumps(CLEANING, default=str).encode()
    page = visitor.open(content)
    assert "Cleaning of twelve schools" in page.heading
    file = visitor.client.get(f"{page.address}file")
    assert json.loads(file.data)["people"]["workforce"] == "mostly_women"
    assert file.headers["Content-Disposition"] == "attachment; filename=cleaning-of-twelve-schools.tender.json"
    again = visitor.open(file.data)
    assert json.loads(visitor.client.get(f"{again.address}file").data) == json.loads(file.data)


@pytest.mark.parametrize(("content", "words"), [
    (b"", "not complete JSON"), (b"%PDF-1.7", "not complete JSON"), (b"\xff\xfe", "not UTF-8"),
    (b'{"schema": 1, "people": {"income": 1}}', "people.income : This key is not known."),
    (b'{"schema": 1, "choices": [{"criterion": "no-such-thing"}]}', "The catalogue has no criterion “no-such-thing”."),
    (b'{"schema": 1, "title": "a\\u0000b"}', "control characters"),
])
def test_a_bad_file_is_explained_and_nothing_is_stored(visitor: Visitor, settings: Settings, content: bytes, words: str) -> None:
    page = visitor.open(content)
    assert page.status == 400
    assert page.title.startswith("Error:")
    assert words.replace(" :", ":") in page.text.replace(" :", ":")
    assert drafts(settings) == 0


def test_no_file_at_all_is_explained(visitor: Visitor) -> None:
    page = visitor.send(visitor.get("/en/"), "/open")
    assert page.status == 400 and "You chose no file." in page.text


def test_twenty_megabytes_are_refused_with_a_page(visitor: Visitor, settings: Settings) -> None:
    body = b"--b\r\nContent-Disposition: form-data; name=file; filename=x\r\n\r\n" + b"x" * 20_000_000 + b"\r\n--b--\r\n"
    response = visitor.client.post("/en/open", data=body, content_type="multipart/form-data; boundary=b")
    page = Page(response, "/en/open")
    assert page.status == 413 and "This is too large" in page.heading
    assert drafts(settings) == 0


def test_an_example_is_opened_as_a_copy(visitor: Visitor) -> None:
    page = visitor.get("/en/")
    actions = [form.get("action") for form in page.tree.forms if "/example/" in form.get("action")]
    assert len(actions) >= 8
    opened = visitor.send(page, actions[0].removeprefix("/en"))
    assert opened.address.startswith("/en/t/") and opened.status == 200


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.id)
def test_every_example_opens_on_its_results_in_the_language_of_the_reader(visitor: Visitor, language: Language, case: Case) -> None:
    page = visitor.send(visitor.get(f"/{language.code}/"), f"/example/{case.id}")
    assert page.address.endswith("/results") and page.tree.xpath("//section[@id='clauses']")
    for name in ("title", "purpose"):
        assert " ".join(language.gettext(case.words[name]).split()) in page.text
    for name in page.tree.xpath("//li[contains(@class, 'card--used')]/@id"):
        assert name in case.criteria


def test_a_language_that_is_not_released_is_not_found(visitor: Visitor) -> None:
    assert visitor.get("/xx/").status == 404


def test_too_many_new_tenders_from_one_network_are_slowed_down(settings: Settings) -> None:
    from dataclasses import replace

    from advisor.app import create_app

    visitor = Visitor(create_app(replace(settings, starts_per_hour=2)))
    for _ in range(2):
        visitor.begin()
    page = visitor.send(visitor.get("/en/"), "/begin")
    assert page.status == 429 and "Too many requests" in page.heading
