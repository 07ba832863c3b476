"""The start page: begin in one click, open a file, or look at a worked example."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from advisor import i18n
from advisor.web import here
from advisor.wizard import journey
from advisor.wizard.answers import PATH, answers_of
from criteria.codes import Path
from criteria.design_file import read_known_design
from criteria.knowledge import knowledge
from criteria.problems import BadInput
from criteria.prose import N_, Sentence

pages = Blueprint("start", __name__)


def front() -> ResponseReturnValue:
    """Send a browser to the start page in its language."""
    code = i18n.negotiated(code for code, _ in request.accept_languages)
    return redirect(url_for("start.home", lang=code))


@pages.get("/")
def home() -> str:
    return _home()


@pages.post("/begin")
def begin() -> ResponseReturnValue:
    """Make an empty draft on the chosen path."""
    path = Path.FULL if request.form.get(PATH) == Path.FULL else Path.QUICK
    return _opened({PATH: path.value, "language": here.language().code})


@pages.post("/open")
def open_file() -> ResponseReturnValue:
    """Make a draft from a tender file; a bad file changes nothing and is explained."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return _home(BadInput("", Sentence(N_("You chose no file.")), Sentence(N_("Choose a file that ends in .tender.json.")))), 400
    try:
        tender = read_known_design(upload.read(), knowledge())
    except BadInput as fault:
        return _home(fault), 400
    answers = answers_of(tender)
    return _opened({PATH: Path.FULL.value, **answers})


@pages.post("/example/<case_id>")
def example(case_id: str) -> ResponseReturnValue:
    """Make a draft from a worked case, in the reader's words, and show what it led to."""
    case = here.language().knowledge.cases.get(case_id)
    if case is None:
        abort(404)
    answers = {PATH: Path.FULL.value, **answers_of(case.design), "language": here.language().code}
    return _opened(answers, "results.board")


def _opened(answers: dict[str, Any], first: str = "draft.overview") -> ResponseReturnValue:
    return redirect(here.page(first, link=here.drafts().create(answers)), 303)


def _home(fault: BadInput | None = None) -> str:
    cases = [case for case in here.language().knowledge.cases.values() if case.demo]
    return render_template(
        "start.html", fault=fault, cases=cases,
        quick=len(journey.questions(Path.QUICK)), full=len(journey.questions(Path.FULL)),
    )
