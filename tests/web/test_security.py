"""Links are secrets, input is hostile, nothing comes from outside."""

import json
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from advisor.app import create_app
from advisor.settings import Settings
from tests.conftest import CLEANING
from tests.page import Visitor

HOSTILE = ["<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "=HYPERLINK(1)", "'; DROP TABLE drafts;--", "../../etc/passwd", "file:///etc/passwd", "%s%n", "{service}", "\u05e9\u05dc\u05d5\u05dd"]


def test_a_strange_host_is_not_written_into_the_secret_link(app: Flask, settings: Settings, visitor: Visitor) -> None:
    keep = f"{visitor.begin()}keep"
    bad = visitor.client.get(keep, base_url="http://evil.example/")
    assert bad.status_code == 400 and "evil.example" not in bad.text and "not known to the program" in bad.text
    listed = Visitor(create_app(replace(settings, hosts=("clauses.example",))))
    good = listed.client.get(keep, base_url="http://clauses.example/")
    assert good.status_code == 200 and "http://clauses.example/en/t/" in good.text


def test_every_answer_carries_the_headers(visitor: Visitor) -> None:
    headers = visitor.get("/en/").headers
    assert "script-src 'self'" in headers["Content-Security-Policy"] and "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer" and headers["Cache-Control"] == "no-store"


def test_the_database_holds_no_link(visitor: Visitor, settings: Settings) -> None:
    link = visitor.begin().split("/")[3]
    with create_engine(settings.database).connect() as connection:
        rows = connection.execute(text("SELECT link_hash FROM drafts")).scalars().all()
    assert rows and all(link not in row for row in rows)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_only_text_on_every_page_and_paper(visitor: Visitor, hostile: str) -> None:
    content = {**CLEANING, "title": hostile, "purpose": hostile, "follow_up": {"checker": hostile, "checker_hours": 9},
               "choices": [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "text": hostile, "reason": hostile}]}
    base = visitor.open(json.dumps(content, default=str).encode()).address
    for place in ("", "check", "results", "papers", "title", "suggestion/clu-joint-delivery-plan", "paper/report", "paper/annex", "paper/memo"):
        response = visitor.client.get(f"{base}{place}")
        assert response.status_code == 200, place
        raw = response.get_data(as_text=True)
        assert "<script>alert" not in raw and "49" not in raw.split("<title>")[1].split("</title>")[0].replace(hostile, "")
    assert visitor.client.get(f"{base}paper/report.docx").status_code == 200


def test_files_are_named_plainly_whatever_the_title(visitor: Visitor) -> None:
    base = visitor.open(json.dumps({**CLEANING, "title": "../..\\évil\r\nX: 1 ünïcode"}, default=str).encode().replace(b"\\r\\n", b" ")).address
    assert visitor.client.get(f"{base}file").headers["Content-Disposition"] == "attachment; filename=evil-x-1-unicode.tender.json"


def test_no_page_of_the_program_ends_in_an_error_of_ours(app: Flask, visitor: Visitor) -> None:
    base = visitor.begin()
    link = base.split("/")[3]
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static":
            values = {"lang": "en", "link": link, "slug": "title", "criterion": "clu-pooled-means", "kind": "memo", "case_id": "x"}
            address = rule.rule
            for name, value in values.items():
                address = address.replace(f"<{name}>", value)
            assert visitor.client.get(address).status_code < 500, address


def test_a_broken_page_says_that_answers_are_kept(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    app.testing = False
    monkeypatch.setattr("advisor.web.start._home", lambda: 1 / 0)
    page = Visitor(app).get("/en/")
    assert page.status == 500 and "Every answer you saved is kept." in page.text


def test_logs_hold_nothing_that_people_wrote(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    base = visitor.begin()
    visitor.send(visitor.get(f"{base}title"), "/title", {"title": "Very private title"})
    assert "Very private title" not in caplog.text
