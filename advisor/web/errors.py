"""Every failure a person can meet has a page: what happened, what was kept, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from advisor import i18n
from advisor.documents.worker import TooManyPapers
from advisor.storage.drafts import NoSuchDraft
from criteria.prose import N_

FOR_PROGRAMS = "/api/"


@dataclass(frozen=True)
class Failure:
    """A page for one failure: status, title, what happened and was kept, what to do."""

    status: int
    title: str
    happened: str
    remedy: str
    link: str = ""


GONE = Failure(
    404, N_("This link opens no tender"),
    N_("It was never made, it was deleted, or nobody changed it for a year."),
    N_("Check that you copied the whole link. If you downloaded the tender file, open it on the start page."),
)
NO_SUCH_PAGE = Failure(
    404, N_("This page does not exist"),
    N_("Your tender is kept, with every answer."),
    N_("Go on from the overview of the tender."),
)
STRANGE_HOST = Failure(
    400, N_("This address is not known to the program"),
    N_("Nothing was changed."),
    N_("Use the address you were given. The person who runs this service adds further ones with ADVISOR_HOSTS."),
)
BUSY = Failure(
    503, N_("Many papers are being made right now"),
    N_("Your answers are kept. Your paper could not be queued."),
    N_("Try again in a minute, or take the Word file, which is ready at once."),
)
_PAGES: Mapping[int, Failure] = {
    400: Failure(400, N_("We could not read this request"), N_("Nothing was changed."), N_("Go back and try again.")),
    404: Failure(404, N_("This page does not exist"), N_("Nothing was lost."), N_("Check the address, or begin at the start page.")),
    405: Failure(405, N_("This page cannot be used like that"), N_("Nothing was changed."), N_("Go back and use the buttons of the page.")),
    413: Failure(413, N_("This is too large"), N_("Nothing was stored."), N_("A tender file has at most one megabyte. Use a file that this program wrote.")),
    429: Failure(429, N_("Too many requests from your network"), N_("Your answers are kept."), N_("Wait a few minutes and try again.")),
    500: Failure(500, N_("Something went wrong on our side"), N_("Every answer you saved is kept."), N_("Go back and try again. If it happens twice, tell the person who runs this service.")),
    503: BUSY,
}


def register(app: Flask) -> None:
    """Give each kind of failure its page."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(NoSuchDraft, lambda error: show(GONE))
    app.register_error_handler(TooManyPapers, lambda error: show(BUSY))
    app.register_error_handler(CSRFError, _session_ended)


def show(failure: Failure) -> ResponseReturnValue:
    """Show the page of a failure in the reader's language."""
    _choose_language()
    if request.path.startswith(FOR_PROGRAMS):
        said = g.language.gettext
        error = {"key": "", "problem": f"{said(failure.title)}. {said(failure.happened)}", "remedy": said(failure.remedy)}
        return {"error": error}, failure.status
    return render_template("errors/failure.html", failure=failure), failure.status


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error.get_response()
    if isinstance(error, SecurityError):
        return show(STRANGE_HOST)
    link = (request.view_args or {}).get("link")
    if error.code == 404 and link:  # a page reads its draft first: the link is good, only the page is not there
        return show(replace(NO_SUCH_PAGE, link=link))
    return show(_PAGES.get(error.code or 500, _PAGES[400]))


def _session_ended(error: CSRFError) -> ResponseReturnValue:
    """The form's mark is missing or old: show what was typed and let the person send it again."""
    _choose_language()
    typed = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    return render_template("errors/session_ended.html", typed=typed), 400


def _choose_language() -> None:
    if "language" not in g:
        g.language = i18n.language(i18n.negotiated(code for code, _ in request.accept_languages))
