"""The commands over HTTP: JSON in, JSON or a paper out, every fault as data; no cookies, nothing kept."""

import hashlib
from typing import Any

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from advisor import i18n, scores
from advisor.documents import pdf
from advisor.documents.making import MEDIA_TYPES, RENDERERS, compose
from advisor.i18n import Language
from advisor.plain import advice_data, check_data
from advisor.plain_check import checked_data
from advisor.web import here, openapi
from advisor.wizard.board import board_for
from criteria.codes import PaperKind
from criteria.design_file import MOST_BYTES, read_json, read_known_design, write_design
from criteria.knowledge import knowledge
from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.tender import Tender
from criteria.wording.check import check_wording
from criteria.wording.wording import wording_from

pages = Blueprint("api", __name__, url_prefix="/api/v1")
CALLS = "300/minute"
LANG, KIND, FORMAT = "lang", "kind", "format"


@pages.errorhandler(BadInput)
def _refused(fault: BadInput) -> ResponseReturnValue:
    """A value is wrong (422), or the whole is not readable (400)."""
    language = _language() if request.args.get(LANG) in i18n.released() else i18n.language(i18n.SOURCE)
    error = {"key": fault.key, "problem": language.say(fault.problem), "remedy": language.say(fault.remedy)}
    return jsonify({"error": error}), 422 if fault.key else 400


@pages.get("/openapi.json")
def described() -> Response:
    """What can be sent here and what comes back."""
    return jsonify(openapi.document())


@pages.post("/check")
def check() -> Response:
    """Check one wording; or a whole design, given as `design`."""
    content = read_json(request.get_data(), MOST_BYTES)
    if not isinstance(content, dict):
        raise BadInput("", Sentence(N_("This should be a group of keys.")), Sentence(N_("Write a group of keys in braces.")))
    if "design" in content:
        tender = _tender(jsonify(content["design"]).get_data())
        return jsonify(check_data(board_for(tender, _language(tender), here.today())))
    wording = wording_from(content)
    checked = check_wording(wording.text, wording, knowledge(), here.today(), wording.lang)
    otherwise = wording.lang or checked.languages[0]
    return jsonify(checked_data(checked, knowledge().edition, _language(otherwise=otherwise)))


@pages.post("/advise")
def advise() -> Response:
    """Choose instruments and suggest criteria."""
    tender = _tender(request.get_data())
    return jsonify(advice_data(board_for(tender, _language(tender), here.today())))


@pages.post("/evaluate")
def evaluate() -> Response:
    """Score bids exactly and warn of faults."""
    return jsonify(scores.scores_data(scores.scored(request.get_data()), _language()))


@pages.post("/document")
def document() -> ResponseReturnValue:
    """Write one paper; a PDF is asked for again until it is made."""
    kind, ending = _one_of(KIND, list(PaperKind)), _one_of(FORMAT, list(MEDIA_TYPES), "pdf")
    tender = _tender(request.get_data())
    language = _language(tender)
    if ending == "pdf":
        return _portable(tender, PaperKind(kind), language)
    return Response(RENDERERS[ending](compose(PaperKind(kind), tender, language, here.today())), mimetype=MEDIA_TYPES[ending])


def _portable(tender: Tender, kind: PaperKind, language: Language) -> ResponseReturnValue:
    """A PDF from the paper office, deleted there as soon as it is handed over."""
    if not pdf.available():
        return failure("PDF is off on this machine.", "Ask for docx or html.", 503)
    draft = f"api-{hashlib.sha256(write_design(tender).encode()).hexdigest()}"
    asked = here.papers().ask(draft, tender, kind, language.code, here.today())
    if asked.failed:
        return failure("The paper could not be made.", "Ask for docx or html.", 500)
    if asked.file is None:
        return jsonify({"status": "making", "before": asked.before}), 202, {"Retry-After": "1"}
    content = asked.file.read_bytes()
    here.papers().forget(draft)
    return Response(content, mimetype=MEDIA_TYPES["pdf"])


def failure(problem: str, remedy: str, status: int) -> ResponseReturnValue:
    """A failure that no key of the request explains."""
    return jsonify({"error": {"key": "", "problem": problem, "remedy": remedy}}), status


def _tender(content: bytes) -> Tender:
    return read_known_design(content, knowledge())


def _language(tender: Tender | None = None, otherwise: str = i18n.SOURCE) -> Language:
    """The language asked for; else that of the design or the text, where it is released; else English."""
    asked = _one_of(LANG, list(i18n.released()), "")
    wished = asked or (tender.language if tender and tender.language else otherwise)
    return i18n.language(wished if wished in i18n.released() else i18n.SOURCE)


def _one_of(name: str, values: list[Any], otherwise: str | None = None) -> str:
    """A parameter of the address, held to its list."""
    given = request.args.get(name, otherwise)
    if given is not None and (given in values or given == otherwise):
        return given
    problem = N_("This key is missing.") if given is None else N_("This value is not in the list.")
    raise BadInput(name, Sentence(problem), Sentence(N_("Use one of: {expected}."), {"expected": ", ".join(values)}))
