"""The pages of one draft: overview, steps, check your answers, its link, copy, file and end."""

from typing import Any

import segno
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from advisor import i18n
from advisor.storage.drafts import link_hash
from advisor.web import forms, here
from advisor.wizard import cpv_search, journey
from advisor.wizard.answers import (
    PATH,
    Answers,
    fingerprint,
    is_done,
    path_of,
    seen_name,
    tender_of,
)
from advisor.wizard.board import board_for
from advisor.wizard.question import Kind, Step
from advisor.wizard.summary import rows
from advisor.wizard.tasks.finish import LAST_CHECK
from criteria.codes import Path, PurchaseFamily
from criteria.design_file import write_design
from criteria.purchases import family_of

pages = Blueprint("draft", __name__)
FIND, SWITCH, REMOVE = "find", "switch", "remove"


@pages.get("/t/<link>/")
def overview(link: str) -> str:
    """The task list with the status of each task, and every question of the path."""
    answers = here.drafts().read(link).answers
    path = path_of(answers)
    return render_template(
        "wizard/overview.html", link=link, path=path, tasks=[_task(task, answers) for task in journey.TASKS],
        questions=journey.questions(path), title=answers.get("title"), done=_all_done(answers),
    )


@pages.post("/t/<link>/path")
def choose_path(link: str) -> ResponseReturnValue:
    """Change between the quick and the full path; answers off the path are kept."""
    path = Path.FULL if request.form.get(PATH) == Path.FULL else Path.QUICK
    here.drafts().save(link, {PATH: path.value})
    return redirect(here.page("draft.overview", link=link), 303)


@pages.get("/t/<link>/<slug>")
def step(link: str, slug: str) -> ResponseReturnValue:
    """One page of questions, filled with what was answered before."""
    answers = here.drafts().read(link).answers
    asked = journey.step_named(slug, path_of(answers))
    if asked is None:
        return _no_such_step(link, slug)
    entries = forms.entries_from_answers(asked.fields(path_of(answers)), answers, here.language())
    return _step_page(link, asked, answers, entries)


@pages.post("/t/<link>/<slug>")
def save(link: str, slug: str) -> ResponseReturnValue:
    """Save a page and go on; show it again with what is wrong, or what was looked for."""
    answers = here.drafts().read(link).answers
    asked = journey.step_named(slug, path_of(answers))
    if asked is None:
        return _no_such_step(link, slug)
    fields = tuple(asked.fields(path_of(answers)))
    entries = forms.entries_from_form(fields, request.form, here.language())
    if FIND in request.form:
        _find(entries)
        return _step_page(link, asked, answers, [_quiet(one) for one in entries])
    faulty = any(entry.error for entry in entries)
    clash = not faulty and forms.conflicts(fields, request.form, answers, entries)
    _switch_language()
    if SWITCH in request.form:
        entries = [forms.said_again(one, here.language()) for one in entries]
    if faulty or clash:
        return _step_page(link, asked, answers, entries, clash), 422
    here.drafts().save(link, {**{one.field.fact: one.answer for one in entries}, seen_name(asked): True})
    if SWITCH in request.form:
        return redirect(here.page("draft.step", link=link, slug=slug), 303)
    return redirect(_onward(link, asked, path_of(answers)), 303)


@pages.get("/t/<link>/check")
def check(link: str) -> str:
    """Every answer on one page, each with a way to change it."""
    answers = here.drafts().read(link).answers
    return render_template("wizard/check.html", link=link, rows=list(rows(answers, here.language())), title=answers.get("title"))


@pages.get("/t/<link>/keep")
def keep(link: str) -> str:
    """The link to keep, as text and as a code to scan."""
    here.drafts().read(link)
    address = url_for("draft.overview", lang=here.language().code, link=link, _external=True)
    picture = segno.make(address, error="m").svg_data_uri(scale=5, border=2, dark="#1d2b3a")
    return render_template("wizard/keep.html", link=link, address=address, picture=picture)


@pages.get("/t/<link>/file")
def download(link: str) -> Response:
    """The tender design file."""
    tender = tender_of(here.drafts().read(link).answers, here.today())
    response = Response(write_design(tender), mimetype="application/json")
    response.headers.set("Content-Disposition", "attachment", filename=f"{file_name(tender.title)}.tender.json")
    return response


@pages.post("/t/<link>/copy")
def copy(link: str) -> ResponseReturnValue:
    """A second draft with the same answers, for the next tender."""
    answers = here.drafts().read(link).answers
    return redirect(here.page("draft.overview", link=here.drafts().create(answers), copied="yes"), 303)


@pages.get("/t/<link>/end")
def ask_to_delete(link: str) -> str:
    here.drafts().read(link)
    return render_template("wizard/delete.html", link=link)


@pages.post("/t/<link>/end")
def delete(link: str) -> str:
    """Delete the draft, its answers and its papers."""
    here.drafts().delete(link)
    here.papers().forget(link_hash(link))
    return render_template("wizard/deleted.html")


@pages.get("/cpv")
def cpv() -> str:
    """The codes that fit some words, as a piece of page for the script of the code field."""
    found = cpv_search.search(request.args.get("words", ""), here.language())
    return render_template("wizard/cpv_found.html", found=found, chosen=request.args.getlist("chosen"))


def file_name(title: str | None) -> str:
    """A plain file name from a title."""
    words = cpv_search.plain(title or "")
    return "-".join("".join(one if one.isascii() and one.isalnum() else " " for one in words).split())[:60] or "tender"


def _step_page(link: str, asked: Step, answers: Answers, entries: list[forms.Entry], clash: bool = False) -> str:
    path = path_of(answers)
    previous = journey.before(asked, path)
    entry = {one.field.fact: one for one in entries}
    purchases = here.language().knowledge.purchases
    given = answers.get("family")
    family = PurchaseFamily(given) if isinstance(given, str) else family_of(tuple(answers.get("cpv", ())), purchases)
    return render_template(
        "wizard/step.html", link=link, step=asked, task=journey.task_of(asked), questions=asked.asked(path),
        entry=entry, titles=_titles(asked, path), errors=[one for one in entries if one.error], clash=clash, stored=answers,
        seen=fingerprint([one.field for one in entries], answers),
        number=journey.steps(path).index(asked) + 1, count=len(journey.steps(path)),
        back=here.page("draft.step", link=link, slug=previous.slug) if previous else here.page("draft.overview", link=link),
        purchase=purchases.get(family) if family else None,
        board=board_for(tender_of(answers, here.today()), here.language(), here.today()) if asked is LAST_CHECK else None,
    )


def _titles(asked: Step, path: Path) -> dict[str, str]:
    """What each entry is called on the page: by its question where it is the only one."""
    return {
        field.fact: question.title if len(question.fields) == 1 else field.label
        for question in asked.asked(path) for field in question.fields
    }


def _task(task: Any, answers: Answers) -> dict[str, Any]:
    path = path_of(answers)
    own = [one for one in task.steps if one.asked(path)]
    finished = [one for one in own if is_done(one, answers)]
    next_one = next((one for one in own if one not in finished), own[0] if own else None)
    status = "done" if own and len(finished) == len(own) else "started" if finished else "open"
    return {"task": task, "steps": own, "done": finished, "next": next_one, "status": status}


def _all_done(answers: Answers) -> bool:
    return all(is_done(one, answers) for one in journey.steps(path_of(answers)))


def _onward(link: str, asked: Step, path: Path) -> str:
    following = journey.after(asked, path)
    if request.form.get("then") == "check":
        return here.page("draft.check", link=link)
    if following is None:
        return here.page("draft.check", link=link)
    if journey.task_of(following).slug == "finish" and journey.task_of(asked).slug != "finish":
        return here.page("results.board", link=link)
    return here.page("draft.step", link=link, slug=following.slug)


def _find(entries: list[forms.Entry]) -> None:
    """Fill the code field with what fits the words looked for."""
    for entry in entries:
        if entry.field.kind is Kind.CPV:
            entry.words = request.form.get(f"{entry.field.name}-words", "")
            entry.found = cpv_search.search(entry.words, here.language())


def _quiet(entry: forms.Entry) -> forms.Entry:
    entry.error = ()
    return entry


def _switch_language() -> None:
    from flask import g

    if request.form.get(SWITCH) in i18n.released():
        g.language = i18n.language(request.form[SWITCH])


def _no_such_step(link: str, slug: str) -> ResponseReturnValue:
    """A page of the other path leads to the overview; a page that never was is not found."""
    if not journey.step_named(slug, Path.FULL):
        abort(404)
    return redirect(here.page("draft.overview", link=link), 303)
