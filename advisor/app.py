"""create_app(settings): wiring, nothing else."""

import gc
from functools import cache
from importlib.resources import files
from pathlib import Path

from flask import Flask, g, request, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from markupsafe import Markup, escape
from werkzeug.local import LocalProxy
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from advisor import VERSION, i18n
from advisor.coverage import check as check_coverage
from advisor.documents.worker import PaperOffice
from advisor.settings import Settings, settings_from
from advisor.storage.database import open_database
from advisor.storage.drafts import Drafts
from advisor.web import (
    api,
    bench,
    cases,
    catalogue,
    coverage,
    document_check,
    draft,
    errors,
    gate,
    here,
    joint_delivery,
    papers,
    rehearsal,
    results,
    scale,
    security,
    start,
    wording,
)
from advisor.web.options import Options
from advisor.wizard.wordings import bracketed
from criteria.knowledge import Knowledge, knowledge

LANGUAGE_IN_PATH = "/<lang>"


def create_app(settings: Settings | None = None) -> Flask:
    """Make the web application; raise BadSetting or BadData for what cannot work."""
    settings = settings or settings_from()
    app = Flask("advisor", static_folder="static", template_folder=str(files("advisor.templates")))
    app.config.update(
        SECRET_KEY=settings.secret_key, MAX_CONTENT_LENGTH=settings.most_upload_bytes + 50_000,
        MAX_FORM_PARTS=2_000, WTF_CSRF_TIME_LIMIT=None, SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies, RATELIMIT_HEADERS_ENABLED=False,
    )
    if settings.behind_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, *[settings.behind_proxies] * 4)  # type: ignore[method-assign]
    store = Drafts(open_database(settings.database), settings.draft_days)
    app.extensions["drafts"] = store
    app.extensions["papers"] = office = PaperOffice(settings)
    for link_hash in store.delete_expired():
        office.forget(link_hash)
    check_coverage(_read_for_good())
    CSRFProtect(app).exempt(api.pages)  # no cookie opens anything there
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    limiter.limit(f"{settings.starts_per_hour}/hour", methods=["POST"])(start.pages)
    limiter.limit(f"{settings.starts_per_hour}/hour", methods=["POST"])(document_check.pages)
    limiter.limit(api.CALLS)(api.pages)
    security.register(app, settings.hosts)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, app.static_folder, "static/", max_age=security.YEAR, immutable_file_test=".",
        add_headers_function=security.protect_file,
    )
    errors.register(app)
    gate.register(app)
    _speak(app)
    for pages in (
        start.pages, draft.pages, results.pages, bench.pages, rehearsal.pages, scale.pages, joint_delivery.pages, papers.pages,
        catalogue.pages, cases.pages, coverage.pages, wording.pages, document_check.pages,
    ):
        app.register_blueprint(pages, url_prefix=LANGUAGE_IN_PATH)
    app.register_blueprint(api.pages)
    app.add_url_rule("/", "front", start.front)
    return app


def _speak(app: Flask) -> None:
    """Choose the language by the address, and teach the templates to speak it."""

    @app.url_value_preprocessor
    def _choose(endpoint: str | None, values: dict[str, str] | None) -> None:
        code = values.pop("lang", None) if values else None
        if code in i18n.released():
            g.language = i18n.language(str(code))
        elif code:
            from flask import abort

            abort(404)

    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    app.jinja_env.filters.update(
        say=lambda sentence: g.language.say(sentence), show=lambda value: g.language.show(value),
        gaps=lambda text: bracketed(text, g.language), lines=_lines,
    )
    app.jinja_env.globals.update({
        "_": lambda text, /, **values: g.language.gettext(text, **values),
        "ngettext": lambda one, many, number: g.language.ngettext(one, many, number),
        "language": LocalProxy(lambda: g.language), "languages": [i18n.language(code) for code in i18n.released()],
        "page": here.page, "asset": lambda name: _asset(app, name), "option": Options(),
        "version": VERSION, "edition": knowledge().edition, "in_language": _in_language,
    })


def _in_language(code: str) -> str:
    """The address of this page in another language; the start page where this page has none."""
    if request.endpoint and request.view_args is not None and request.url_rule and "<lang>" in request.url_rule.rule:
        return url_for(request.endpoint, lang=code, **request.view_args)
    return url_for("start.home", lang=code)


@cache
def _read_for_good() -> Knowledge:
    """Read every data file; what is read stays, so the garbage collector need not walk it at every round of every page."""
    gc.disable()
    try:
        return knowledge()
    finally:
        gc.freeze()
        gc.enable()


@cache
def _asset(app: Flask, name: str) -> str:
    """The address of a static file, changed whenever the file changes."""
    stamp = (Path(app.static_folder or "") / name).stat().st_mtime
    return f"/static/{name}?v={int(stamp):x}"


def _lines(text: str) -> Markup:
    """Keep the line breaks of a text that a person wrote."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))
