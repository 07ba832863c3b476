"""What belongs to one request: its language, its day, the draft store and the papers of the application."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from flask import current_app, g, url_for

from advisor.i18n import Language
from advisor.storage.drafts import Drafts

if TYPE_CHECKING:
    from advisor.documents.worker import PaperOffice


def language() -> Language:
    return cast(Language, g.language)


def today() -> date:
    return date.today()


def drafts() -> Drafts:
    return cast(Drafts, current_app.extensions["drafts"])


def papers() -> "PaperOffice":
    return cast("PaperOffice", current_app.extensions["papers"])


def page(endpoint: str, **values: Any) -> str:
    """The address of a page in the language of this request, unless another one is given."""
    return url_for(endpoint, **{"lang": language().code, **values})
