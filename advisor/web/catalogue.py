"""Pages to read without a tender: the catalogue, countries, rulings, the words explained, about this service."""

from collections import Counter

from flask import Blueprint, abort, render_template, request

from advisor.web import here
from advisor.wizard.cpv_search import plain
from criteria.codes import Country, Family, FormKind, Objective, Stage, Status
from criteria.countries import Profile
from criteria.criterion import Criterion
from criteria.knowledge import knowledge
from criteria.national import National
from criteria.precedents import Sought, beside
from criteria.prose import N_

pages = Blueprint("catalogue", __name__)

OPTIONS = {
    "reserved-art20": N_("Reserving for workshops and integration firms (Article 20)"),
    "reserved-art77": N_("Reserving social services (Article 77)"),
    "lots-duty": N_("Lots as the national rule"),
}


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


@pages.get("/countries")
def countries() -> str:
    """Every member state, by its name in the reader's language."""
    every = sorted(here.language().knowledge.countries.values(), key=lambda one: plain(here.language().show(one.country)))
    return render_template("catalogue/countries.html", nationals=[_national(one) for one in every], status=Status)


@pages.get("/country/<code>")
def country(code: str) -> str:
    """What is held of one country's law today, with its marks, and what is not known."""
    if code != code.lower() or code.upper() not in list(Country):
        abort(404)
    words = here.language().knowledge
    national = _national(words.countries[Country(code.upper())])
    return render_template("catalogue/country.html", here=national, sources=words.law.sources, options=OPTIONS, kinds=FormKind, parameters=words.law.parameters)


@pages.get("/rulings")
def rulings() -> str:
    """Every ruling with its mark; those still to be checked say so."""
    words = here.language().knowledge
    found = sorted(words.rulings.values(), key=lambda one: one.decided_on, reverse=True)
    return render_template("catalogue/rulings.html", rulings=found, sources=words.law.sources, counted=Counter(one.status for one in found))


@pages.get("/about")
def about() -> str:
    """Who it is for, what it keeps, how accessible it is, where the law was read."""
    return render_template("catalogue/about.html", sources=here.language().knowledge.law.sources.values())


def _national(profile: Profile) -> National:
    return National(profile, here.language().knowledge.law.on(here.today()))


def _fits(one: Criterion, wanted: dict[str, str]) -> bool:
    text = plain(f"{one.title} {one.summary} {one.id}")
    return (
        wanted["stage"] in ("", one.stage)
        and wanted["family"] in ("", one.family)
        and (not wanted["goal"] or wanted["goal"] in one.objectives)
        and all(word in text for word in plain(wanted["words"]).split())
    )
