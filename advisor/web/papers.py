"""The papers of a draft: to read on screen, as Word at once, as PDF from the paper office."""

from flask import Blueprint, Response, abort, render_template, send_file
from flask.typing import ResponseReturnValue

from advisor.documents import html, pdf
from advisor.documents.making import MEDIA_TYPES, RENDERERS, SHEET, compose, formats, make, paper_language
from advisor.storage.drafts import link_hash
from advisor.web import here
from advisor.web.draft import file_name
from advisor.web.gate import answers_past_the_gate
from advisor.wizard.answers import tender_of
from criteria.codes import PaperKind
from criteria.tender import Tender

pages = Blueprint("papers", __name__)
SECONDS_BETWEEN_LOOKS = 1


@pages.get("/t/<link>/papers")
def listing(link: str) -> str:
    """Every paper with its formats; the ones asked for come first."""
    tender = tender_of(answers_past_the_gate(link), here.today())
    wanted = tender.papers or tuple(PaperKind)
    order = sorted(PaperKind, key=lambda kind: kind not in wanted)
    return render_template("papers/listing.html", link=link, kinds=order, wanted=wanted, pdf=pdf.available(), formats=formats, paper_language=paper_language(tender, here.language()))


@pages.get("/t/<link>/paper/<kind>")
def read(link: str, kind: str) -> str:
    """A paper as a page."""
    tender, paper = _asked(link, kind, "html")
    document = compose(paper, tender, paper_language(tender, here.language()), here.today())
    return render_template("papers/paper.html", link=link, kind=paper, document=document, body=html.body(document))


@pages.get("/t/<link>/paper/<kind>.docx")
def word(link: str, kind: str) -> Response:
    """A paper as a Word file."""
    tender, paper = _asked(link, kind, "docx")
    document = compose(paper, tender, paper_language(tender, here.language()), here.today())
    response = Response(RENDERERS["docx"](document), mimetype=MEDIA_TYPES["docx"])
    response.headers.set("Content-Disposition", "attachment", filename=_name(tender, paper, "docx"))
    return response


@pages.get("/t/<link>/paper/<kind>.xlsx")
def sheets(link: str, kind: str) -> Response:
    """A paper as a workbook."""
    tender, paper = _asked(link, kind, SHEET)
    response = Response(make(paper, SHEET, tender, paper_language(tender, here.language()), here.today()), mimetype=MEDIA_TYPES[SHEET])
    response.headers.set("Content-Disposition", "attachment", filename=_name(tender, paper, SHEET))
    return response


@pages.get("/t/<link>/paper/<kind>.pdf")
def portable(link: str, kind: str) -> ResponseReturnValue:
    """A paper as PDF; while it is being made, a page that looks again by itself."""
    tender, paper = _asked(link, kind, "pdf")
    if not pdf.available():
        return render_template("papers/no_pdf.html", link=link, kind=paper), 503
    asked = here.papers().ask(link_hash(link), tender, paper, paper_language(tender, here.language()).code, here.today())
    if asked.file:
        return send_file(asked.file, MEDIA_TYPES["pdf"], download_name=_name(tender, paper, "pdf"))
    if asked.failed:
        return render_template("papers/failed.html", link=link, kind=paper), 500
    page = render_template("papers/making.html", link=link, kind=paper, before=asked.before)
    return page, 202, {"Refresh": str(SECONDS_BETWEEN_LOOKS)}


def _asked(link: str, kind: str, ending: str) -> tuple[Tender, PaperKind]:
    """The tender and the paper an address names; the draft is looked for before the paper."""
    tender = tender_of(answers_past_the_gate(link), here.today())
    if kind not in list(PaperKind) or ending not in formats(PaperKind(kind)):
        abort(404)
    return tender, PaperKind(kind)


def _name(tender: Tender, kind: PaperKind, ending: str) -> str:
    return f"{file_name(tender.title)}-{kind.value.replace('_', '-')}.{ending}"
