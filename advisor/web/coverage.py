"""The page for maintainers: items by family and stage, what is thin or left out, what answers each point."""

from flask import Blueprint, render_template

from advisor import coverage as report
from advisor.web import here
from criteria import coverage
from criteria.codes import Stage

pages = Blueprint("coverage", __name__)


@pages.get("/coverage")
def table() -> str:
    """The coverage of the catalogue, made from the data each time."""
    spoken = here.language()
    known = spoken.knowledge
    return render_template(
        "catalogue/coverage.html", stages=list(Stage), counts=coverage.table(known.catalogue.values()),
        gaps=coverage.gaps(known.catalogue.values(), known.left_out), left_out=known.left_out.ideas,
        without_case=[known.catalogue[name] for name in report.without_case(known)],
        points=[(name, seed, list(report.answers(name, seed, spoken))) for name, seed in known.seeds.items()],
    )
