"""The OpenAPI 3.1 file of the interface for programs, made from its types."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from advisor import VERSION
from advisor.documents.making import MEDIA_TYPES
from advisor.web.api_types import GIVEN, TAKEN, Advised, Check, CheckDesign, Making, Refusal, Scores
from criteria.codes import PaperKind
from criteria.scoring.evaluation import Evaluation
from criteria.tender import Tender
from criteria.wording.wording import Wording

_WHERE = "#/components/schemas/{model}"
_REFUSALS = {
    "400": "Not readable as JSON.", "404": "No such address.", "405": "This address takes another method.",
    "413": "Too large.", "422": "A value is wrong; the error names its key.", "429": "Too many requests; wait.", "500": "Our fault.",
}


@cache
def document() -> Mapping[str, Any]:
    """The whole file as plain data."""
    modes: list[tuple[type[BaseModel], JsonSchemaMode]] = [*((one, "validation") for one in TAKEN), *((one, "serialization") for one in GIVEN)]
    schemas = models_json_schema(modes, ref_template=_WHERE)[1]["$defs"]
    files = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in MEDIA_TYPES.values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Social clause advisor", "version": VERSION, "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "description": "The functions of the command line as JSON. Nothing sent is stored. Guidance, not legal advice.",
        },
        "paths": {
            "/api/v1/check": {"post": _work("check", "Check one wording, or a whole design with its texts.", (Wording, CheckDesign), Check, _LANG)},
            "/api/v1/advise": {"post": _work("advise", "Choose instruments and suggest criteria for a design.", (Tender,), Advised, _LANG)},
            "/api/v1/evaluate": {"post": _work("evaluate", "Score bids exactly and warn of faults.", (Evaluation,), Scores, _LANG)},
            "/api/v1/document": {"post": _document(files)},
            "/api/v1/openapi.json": {"get": {"operationId": "openapi", "summary": "This file.", "responses": {"200": {"description": "OpenAPI 3.1."}}}},
        },
        "components": {"schemas": schemas},
    }


def _query(name: str, words: str, values: list[str] | None = None, required: bool = False) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", **({"enum": values} if values else {})}
    return {"name": name, "in": "query", "required": required, "description": words, "schema": schema}


_LANG = (_query("lang", "Language of the answer, such as en or fr."),)


def _work(name: str, summary: str, takes: tuple[type[BaseModel], ...], gives: type[BaseModel], query: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    shapes = [_ref(one) for one in takes]
    body = shapes[0] if len(shapes) == 1 else {"anyOf": shapes}
    return {
        "operationId": name, "summary": summary, "parameters": list(query),
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {"200": _answer("Done.", gives), **{code: _answer(words, Refusal) for code, words in _REFUSALS.items()}},
    }


def _document(files: Mapping[str, Any]) -> dict[str, Any]:
    query = (
        _query("kind", "Which paper.", list(PaperKind), required=True),
        _query("format", "Which kind of file; pdf if left out.", list(MEDIA_TYPES)), *_LANG,
    )
    work = _work("document", "Write one paper of a design.", (Tender,), Making, query)
    work["responses"]["200"] = {"description": "The file.", "content": dict(files)}
    work["responses"]["202"] = _answer("A PDF is being made: send the same request again in a second.", Making)
    work["responses"]["503"] = _answer("PDF is off here, or many papers are waiting.", Refusal)
    return work


def _answer(words: str, shape: type[BaseModel]) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": _ref(shape)}}}


def _ref(shape: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _WHERE.format(model=shape.__name__)}
