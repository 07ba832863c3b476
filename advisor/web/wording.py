"""“Check a wording”: paste a text, read what the rules find in it; needs no tender and stores nothing."""

from typing import Any, NamedTuple

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from advisor.web import forms, here
from advisor.wizard.question import Field, Kind
from advisor.wizard.reading import Reading
from criteria.codes import ContractType, Stage
from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.wording.check import check_wording
from criteria.wording.language import languages
from criteria.wording.wording import wording_from

pages = Blueprint("wording", __name__)
MOST_CHARACTERS = 40_000
FRAGMENT = "X-Fragment"

TEXT = Field("text", Kind.TEXT, N_("Your wording"), N_("Paste one clause, or a few."), name="text")
CONTEXT = Field("purpose", Kind.LINE, N_("What the contract is about"), name="context", optional=True)
VALUE = Field("estimated_value", Kind.MONEY, N_("Estimated value"), N_("Without VAT, with all options."), "€", name="value", optional=True)
MONTHS = Field("duration_months", Kind.NUMBER, N_("Duration with all options"), unit=N_("months"), name="months", optional=True)
COUNTRY = Field("country", Kind.SELECT, N_("Country"), name="country", optional=True)
CPV = Field("cpv", Kind.LINE, N_("CPV code"), N_("Eight digits, like 90910000."), name="cpv", optional=True)
_TYPED = (CONTEXT, VALUE, MONTHS, COUNTRY)
_CHOSEN = ("stage", "lang", "contract_type")
# The example and its repair; a translator writes a pair in the own language.
FLAWED = N_("The company must have its registered office in our municipality when it submits its bid.")
REPAIRED = N_("From the start date the contractor answers calls within two hours; where its premises are does not matter.")
# Where on this page the check's questions are answered; a page that shows the result beside a text of its own has none.
ADDRESSES = {"stage": "#stage", "estimated_value": "#value", "cpv": "#cpv", "duration_months": "#months", "country": "#country"}
EXAMPLES = {"flawed": FLAWED, "repaired": REPAIRED}


class Asked(NamedTuple):
    """What the form says: entries to show again, what was chosen from lists, and what it comes to."""

    entries: dict[str, forms.Entry]
    chosen: dict[str, str]
    content: dict[str, Any]

    @property
    def faults(self) -> list[forms.Entry]:
        return [entry for entry in self.entries.values() if entry.error]


@pages.get("/check")
def blank() -> str:
    """The empty page with two examples, or one of the examples checked."""
    text = EXAMPLES.get(request.args.get("example", ""), "")
    asked = _asked({"text": here.language().gettext(text), "stage": Stage.SELECTION.value if text else ""})
    return _page(asked, _read(asked) if text else None)


@pages.post("/check")
def read() -> ResponseReturnValue:
    """What the rules find in the text; a repair may be put in first. A script gets the result alone."""
    asked = _asked(request.form)
    found = None if asked.faults else _read(asked)
    if found is not None and (use := request.form.get("use")):
        asked = _asked({**request.form.to_dict(), "text": found.with_repair(use)})
        found = _read(asked)
    if request.headers.get(FRAGMENT) and found is not None:
        addresses = ADDRESSES if "stage" in request.form else {}
        return render_template("wording/result.html", reading=found, addresses=addresses, changed=request.form.get("use") is not None)
    return _page(asked, found), 422 if asked.faults else 200


def _asked(given: Any) -> Asked:
    """Read the form; every fault stands with its entry."""
    from werkzeug.datastructures import MultiDict

    typed = forms.entries_from_form(_TYPED, MultiDict(given), here.language())
    text = str(given.get("text", "")).replace("\r\n", "\n")
    entries = {one.field.name: one for one in typed}
    entries["text"] = forms.Entry(TEXT, text)
    entries["cpv"] = forms.Entry(CPV, str(given.get("cpv", "")).strip())
    chosen = {name: str(given.get(name, "")) for name in _CHOSEN}
    content = {**chosen, **{one.field.name: one.answer for one in typed}, "cpv": entries["cpv"].shown}
    content = {"text": text, **{name: value for name, value in content.items() if value not in (None, "")}}
    asked = Asked(entries, chosen, content)
    if given.get("text") is not None:
        _judge(asked)
    return asked


def _judge(asked: Asked) -> None:
    """Hold what was given to the type of a wording."""
    text = asked.entries["text"]
    if len(text.shown) > MOST_CHARACTERS:
        text.error = (Sentence(N_("This text is too long for this page.")), Sentence(N_("Use at most {most} characters, or check it part by part."), {"most": MOST_CHARACTERS}))
    elif not text.shown.strip() and "example" not in request.args and request.method == "POST":
        text.error = (Sentence(N_("There is nothing to check yet.")), Sentence(N_("Write or paste a clause.")))
    try:
        wording_from(asked.content)
    except BadInput as fault:
        entry = asked.entries.get(fault.key, text)
        entry.error = entry.error or (fault.problem, fault.remedy)


def _read(asked: Asked) -> Reading:
    wording = wording_from(asked.content)
    lang = wording.lang if wording.lang in languages() else None
    return Reading(wording.text, check_wording(wording.text, wording, here.language().knowledge, here.today(), lang))


def _page(asked: Asked, found: Reading | None) -> str:
    language = here.language()
    return render_template(
        "wording/page.html", entry=asked.entries, chosen=asked.chosen, errors=asked.faults, reading=found, addresses=ADDRESSES, changed=False,
        stages=[(one.value, language.show(one)) for one in Stage],
        types=[(one.value, language.show(one)) for one in ContractType],
        spoken=sorted((language.language_name(code), code) for code in languages()),
        examples={name: language.gettext(text) for name, text in EXAMPLES.items()},
    )
