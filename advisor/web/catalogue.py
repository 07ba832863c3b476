"""Pages to read without a tender: the catalogue, the words explained, about this service."""

from flask import Blueprint, abort, render_template, request

from advisor.web import here
from advisor.wizard.cpv_search import plain
from criteria.codes import Family, Objective, Stage
from criteria.criterion import Criterion
from criteria.knowledge import knowledge
from criteria.precedents import Sought, beside

pages = Blueprint("catalogue", __name__)


@pages.get("/catalogue")
def listing() -> str:
    """Every criterion, by stage, family, goal and words."""
    wanted = {name: request.args.get(name, "") for name in ("stage", "family", "goal", "words")}
    found = [one for one in here.language().knowledge.catalogue.values() if _fits(one, wanted)]
    return render_template("catalogue/listing.html", found=found, wanted=wanted, stages=Stage, families=Family, goals=Objective)


@pages.get("/catalogue/<criterion>")
def one(criterion: str) -> str:
    """One criterion in full."""
    words = here.language().knowledge
    if criterion not in words.catalogue:
        abort(404)
    found = beside(words.catalogue[criterion], words.cases.values(), words.catalogue, Sought())
    return render_template("catalogue/one.html", one=words.catalogue[criterion], words=words, precedents=found, risk=knowledge().confidence[criterion])


@pages.get("/words")
def glossary() -> str:
    """The terms, explained."""
    terms = sorted(here.language().knowledge.glossary.values(), key=lambda term: plain(term.term))
    return render_template("catalogue/words.html", terms=terms)


@pages.get("/about")
def about() -> str:
    """Who it is for, what it keeps, how accessible it is, where the law was read."""
    return render_template("catalogue/about.html", sources=knowledge().law.sources.values())


def _fits(one: Criterion, wanted: dict[str, str]) -> bool:
    text = plain(f"{one.title} {one.summary} {one.id}")
    return (
        wanted["stage"] in ("", one.stage)
        and wanted["family"] in ("", one.family)
        and (not wanted["goal"] or wanted["goal"] in one.objectives)
        and all(word in text for word in plain(wanted["words"]).split())
    )
