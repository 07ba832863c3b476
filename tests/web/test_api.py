"""The interface for programs: every answer holds to the OpenAPI file, every fault is data."""

import json
from typing import Any

import jsonschema
import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.documents import pdf
from advisor.i18n import released
from tests.conftest import CLEANING

CAPPED = "No more than 30 % of the contract may be subcontracted."
DESIGN = json.loads(json.dumps({**CLEANING, "choices": [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "text": CAPPED}]}, default=str))
EVALUATION = {
    "schema": 1, "price": {"formula": "lowest_price_ratio", "points": 40}, "criteria": [{"id": "q1", "title": "Method", "points": 60, "scale": 5}],
    "bids": [{"id": "A", "price": "52000.00", "scores": {"q1": 4}}, {"id": "B", "price": 60000, "scores": {"q1": 5}}],
}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def described(client: FlaskClient) -> dict[str, Any]:
    content: dict[str, Any] = client.get("/api/v1/openapi.json").get_json()
    return content


def held(described: dict[str, Any], path: str, response: Any) -> Any:
    """Hold an answer to what the file says of its address and status."""
    shape = described["paths"][path]["post"]["responses"][str(response.status_code)]["content"]["application/json"]["schema"]
    schema = {**shape, "components": described["components"]}
    jsonschema.Draft202012Validator(schema).validate(response.get_json())
    return response.get_json()


def test_the_file_is_openapi_and_its_schemas_are_schemas(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1") and set(described["paths"]) == {
        "/api/v1/check", "/api/v1/advise", "/api/v1/evaluate", "/api/v1/document", "/api/v1/openapi.json",
    }
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(described)
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in described["components"]["schemas"]


def test_a_wording_is_checked(client: FlaskClient, described: dict[str, Any]) -> None:
    content = held(described, "/api/v1/check", client.post("/api/v1/check", json={"text": CAPPED, "stage": "award_criterion"}))
    assert content["verdict"] == "unlawful" and content["findings"][0]["span"] == [0, 54] and content["findings"][0]["rule"] == "L-38"
    assert "Set-Cookie" not in client.post("/api/v1/check", json={"text": CAPPED}).headers


def test_the_answer_comes_in_the_language_asked_for(client: FlaskClient) -> None:
    for code in released():
        content = client.post(f"/api/v1/check?lang={code}", json={"text": CAPPED}).get_json()
        assert ("Supprimez" in content["findings"][0]["repair"]) is (code == "fr")


def test_a_whole_design_is_checked_with_its_texts(client: FlaskClient, described: dict[str, Any]) -> None:
    content = held(described, "/api/v1/check", client.post("/api/v1/check", json={"design": DESIGN}))
    assert any(one["where"] == "choices[0].text" and one["words"] == CAPPED[:-1] for one in content["findings"])


def test_a_design_is_advised_on(client: FlaskClient, described: dict[str, Any]) -> None:
    content = held(described, "/api/v1/advise", client.post("/api/v1/advise?lang=en", json=DESIGN))
    assert content["suggestions"] and content["regime"] and content["findings"]


def test_bids_are_scored(client: FlaskClient, described: dict[str, Any]) -> None:
    content = held(described, "/api/v1/evaluate", client.post("/api/v1/evaluate", json=EVALUATION))
    assert content["ranking"] and content["winner"]


@pytest.mark.parametrize(("ending", "start"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK")])
def test_a_paper_is_written(client: FlaskClient, ending: str, start: bytes) -> None:
    response = client.post(f"/api/v1/document?kind=lawyer_sheet&format={ending}&lang=en", json=DESIGN)
    assert response.status_code == 200 and response.data.startswith(start)


@pytest.mark.skipif(not pdf.available(), reason="PDF needs Pango")
def test_a_pdf_is_asked_for_again_until_it_is_made_and_then_forgotten(app: Flask, client: FlaskClient, described: dict[str, Any], tmp_path: Any) -> None:
    import time

    address = "/api/v1/document?kind=equality_checklist"
    response = client.post(address, json=DESIGN)
    assert held(described, "/api/v1/document", response)["status"] == "making" and response.headers["Retry-After"] == "1"
    while response.status_code == 202:
        time.sleep(0.2)
        response = client.post(address, json=DESIGN)
    assert response.data.startswith(b"%PDF")
    assert not list(tmp_path.glob("papers/*/*"))


@pytest.mark.parametrize(("path", "body", "status", "key", "words"), [
    ("check", b"{", 400, "", "not complete JSON"),
    ("check", b"[]", 400, "", "group of keys"),
    ("check", b"\xff", 400, "", "not UTF-8"),
    ("check", b"{}", 422, "text", "missing"),
    ("check", b'{"text": "a", "stage": "here"}', 422, "stage", "not in the list"),
    ("check", b'{"text": "a", "lang": "xx"}', 422, "lang", "not read"),
    ("check", b'{"text": "a", "more": 1}', 422, "more", "not known"),
    ("check", b'{"design": {"schema": 2}}', 422, "schema", "not in the list"),
    ("check?lang=xx", b'{"text": "a"}', 422, "lang", "not in the list"),
    ("advise", b'{"schema": 1, "cpv": ["12345678"]}', 422, "cpv[0]", "no code"),
    ("advise?lang=fr", b'{"schema": 1, "purpos": "x"}', 422, "purpos", "connue"),
    ("evaluate", b'{"schema": 1}', 422, "price.points", "needs this parameter"),
    ("document?kind=novel", b"{}", 422, "kind", "not in the list"),
    ("document", b"{}", 422, "kind", "missing"),
    ("document?kind=memo&format=odt", b"{}", 422, "format", "not in the list"),
    ("check", b'{"text": "' + b"a" * 1_040_000 + b'"}', 400, "", "too large"),
    ("check", b'{"text": "' + b"a" * 1_100_000 + b'"}', 413, "", "too large"),
])
def test_every_fault_is_data_with_key_problem_and_remedy(client: FlaskClient, described: dict[str, Any], path: str, body: bytes, status: int, key: str, words: str) -> None:
    response = client.post(f"/api/v1/{path}", data=body, content_type="application/json")
    error = held(described, f"/api/v1/{path.partition('?')[0]}", response)["error"]
    assert (response.status_code, error["key"]) == (status, key)
    assert words in error["problem"] and error["remedy"]


def test_a_wrong_address_and_a_wrong_method_are_data_too(client: FlaskClient) -> None:
    for response, status in ((client.get("/api/v1/nowhere"), 404), (client.get("/api/v1/check"), 405)):
        assert response.status_code == status and set(response.get_json()["error"]) == {"key", "problem", "remedy"}


def test_too_many_calls_are_refused(app: Flask, client: FlaskClient) -> None:
    statuses = [client.post("/api/v1/check", json={}).status_code for _ in range(301)]
    assert statuses[-1] == 429 and set(statuses[:-1]) == {422}
    assert set(client.post("/api/v1/check", json={}).get_json()["error"]) == {"key", "problem", "remedy"}


def test_the_footer_leads_to_the_file(client: FlaskClient) -> None:
    assert b'href="/api/v1/openapi.json"' in client.get("/en/").data
