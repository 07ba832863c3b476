"""create_app(settings): wiring, nothing else."""

from functools import cache
from pathlib import Path

from flask import Flask, g, request, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from markupsafe import Markup, escape
from werkzeug.middleware.proxy_fix import ProxyFix

from advisor import VERSION, i18n
from advisor.documents.worker import PaperOffice
from advisor.settings import Settings, settings_from
from advisor.storage.database import open_database
from advisor.storage.drafts import Drafts
from advisor.web import catalogue, draft, errors, papers, results, security, start
from advisor.web.options import Options
from advisor.wizard.wordings import bracketed
from criteria.knowledge import knowledge
from criteria.prose import Sentence

LANGUAGE_IN_PATH = "/<lang>"


def create_app(settings: Settings | None = None) -> Flask:
    """Make the web application; raise BadSetting or BadData for what cannot work."""
    settings = settings or settings_from()
    app = Flask("advisor", static_folder="static")
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
    knowledge()
    CSRFProtect(app)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://")
    limiter.limit(f"{settings.starts_per_hour}/hour", methods=["POST"])(start.pages)
    security.register(app)
    errors.register(app)
    _speak(app)
    for pages in (start.pages, draft.pages, results.pages, papers.pages, catalogue.pages):
        app.register_blueprint(pages, url_prefix=LANGUAGE_IN_PATH)
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

    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: g.language.gettext(text),
        lambda one, many, number: g.language.ngettext(one, many, number),
        newstyle=True,
    )
    app.jinja_env.filters["say"] = lambda sentence: g.language.say(sentence) if isinstance(sentence, Sentence) else g.language.gettext(sentence)
    app.jinja_env.filters["show"] = lambda value: g.language.show(value)
    app.jinja_env.filters["lines"] = _lines
    app.jinja_env.filters["gaps"] = lambda text: bracketed(text, g.language)
    app.jinja_env.globals["option"] = Options()

    @app.context_processor
    def _words() -> dict[str, object]:
        return {
            "language": g.language, "languages": [i18n.language(code) for code in i18n.released()],
            "page": _page, "asset": lambda name: url_for("static", filename=name, v=_stamp(app.static_folder or "", name)),
            "version": VERSION, "edition": knowledge().edition, "here": _here,
        }


def _page(endpoint: str, **values: object) -> str:
    return url_for(endpoint, **{"lang": g.language.code, **values})


def _here(code: str) -> str:
    """The address of this page in another language; the start page where this page has none."""
    if request.endpoint and request.view_args is not None and request.url_rule and "<lang>" in request.url_rule.rule:
        return url_for(request.endpoint, lang=code, **request.view_args)
    return url_for("start.home", lang=code)


@cache
def _stamp(folder: str, name: str) -> str:
    return format(int((Path(folder) / name).stat().st_mtime), "x")


def _lines(text: str) -> Markup:
    """Keep the line breaks of a text that a person wrote."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))
