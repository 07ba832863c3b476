"""The precedents: a list to filter and search, and one page for each case."""

from flask import Blueprint, abort, render_template, request

from advisor.web import here
from advisor.wizard import case_search

pages = Blueprint("cases", __name__)


@pages.get("/cases")
def listing() -> str:
    """Every case that passes the filters and holds the words."""
    wanted = {name: request.args.get(name, "").strip() for name in (case_search.WORDS, *(one.name for one in case_search.FILTERS))}
    spoken = here.language()
    every = spoken.knowledge.cases.values()
    found = case_search.found(wanted, spoken)
    return render_template(
        "cases/listing.html", found=found, wanted=wanted, every=len(every),
        filters=[(one, one.options(every, spoken)) for one in case_search.FILTERS],
        loosenings=[] if found else [(one, _without(wanted, one.name)) for one in case_search.loosenings(wanted, spoken)],
    )


@pages.get("/cases/<case_id>")
def one(case_id: str) -> str:
    """One case in full, with its clauses and the two cases nearest to it."""
    spoken = here.language()
    case = spoken.knowledge.cases.get(case_id) or abort(404)
    clauses = [spoken.knowledge.catalogue[name] for name in case.criteria]
    return render_template("cases/one.html", case=case, clauses=clauses, like=case_search.like(case, spoken))


def _without(wanted: dict[str, str], name: str) -> str:
    """The address of the same search without one of its entries."""
    return here.page("cases.listing", **{key: value for key, value in wanted.items() if value and key != name})
