"""Tender documents uploaded to be checked: read, looked through, forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from advisor import uploads
from advisor.web import here
from advisor.wizard.reading import Reading
from criteria.codes import Severity, Stage
from criteria.problems import BadInput
from criteria.prose import Sentence
from criteria.wording.check import check_wording
from criteria.wording.detect import MIXED, READ_TOKENS, detect
from criteria.wording.figures import Known
from criteria.wording.passages import MOST_PASSAGES, MOST_READ, Passage, passages

pages = Blueprint("document_check", __name__)
BESIDE_THE_FILE = 50_000
CHARACTERS_TO_KNOW_A_LANGUAGE = 10 * READ_TOKENS


@dataclass(frozen=True)
class Looked:
    """One passage with what the check found."""

    passage: Passage
    reading: Reading


@dataclass(frozen=True)
class Outcome:
    """What was found in a document: its language if it is known, and every passage in its order."""

    name: str
    language: str | None
    notices: tuple[Sentence, ...]
    looked: tuple[Looked, ...]
    more: bool

    @cached_property
    def flawed(self) -> tuple[Looked, ...]:
        return tuple(one for one in self.looked if one.reading.remarks)

    @cached_property
    def clean(self) -> tuple[Looked, ...]:
        return tuple(one for one in self.looked if not one.reading.remarks)


@pages.url_value_preprocessor
def _allow_documents(endpoint: str | None, values: dict[str, str] | None) -> None:
    """Documents are larger than what other pages take."""
    request.max_content_length = uploads.MOST_BYTES + BESIDE_THE_FILE


@pages.errorhandler(RequestEntityTooLarge)
def _too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    return _page(uploads.refused("too_large")), 413


@pages.get("/check/document")
def blank() -> ResponseReturnValue:
    """Where to choose a file."""
    return _page()


@pages.post("/check/document")
def look() -> ResponseReturnValue:
    """Check a document passage by passage; show what asks or scores something, and what has a grave remark."""
    file = request.files.get("file")
    try:
        paragraphs = uploads.paragraphs_of(file.read() if file else b"")
    except BadInput as fault:
        return _page(fault), 422
    return _page(found=_outcome(file.filename or "" if file else "", paragraphs))


def _outcome(name: str, paragraphs: list[str]) -> Outcome:
    codes, notices = detect("\n".join(paragraphs)[:CHARACTERS_TO_KNOW_A_LANGUAGE], None)
    code = codes[0] if len(codes) == 1 and not notices else None
    found = list(passages(paragraphs))
    worth = tuple(islice(_worth_showing(found[:MOST_READ], code), MOST_PASSAGES + 1))
    kept = tuple(one for one in notices if one is not MIXED)
    return Outcome(name, code, kept, worth[:MOST_PASSAGES], len(worth) > MOST_PASSAGES or len(found) > MOST_READ)


def _worth_showing(found: Iterable[Passage], code: str | None) -> Iterator[Looked]:
    """What demands or scores something, and whatever else has a grave remark: "the guards live in the town" demands without a word for it."""
    for passage in found:
        looked = _looked(passage, code)
        if passage.demands or any(one.severity is Severity.UNLAWFUL for one in looked.reading.checked.findings):
            yield looked


def _looked(passage: Passage, code: str | None) -> Looked:
    checked = check_wording(passage.text, Known(stage=passage.stage), here.language().knowledge, here.today(), code)
    return Looked(passage, Reading(passage.text, checked))


def _page(fault: BadInput | None = None, found: Outcome | None = None) -> str:
    return render_template(
        "wording/document.html", fault=fault, found=found,
        stages=[(one.value, here.language().show(one)) for one in Stage],
    )
