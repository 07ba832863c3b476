"""Model wordings with their gaps filled from the tender, or with the officer's own text."""

from collections.abc import Iterator

from advisor.i18n import Language
from criteria.criterion import Criterion
from criteria.facts import Situation
from criteria.law import LawOnDay
from criteria.placeholders import INTEGRATION_SHARE, PLACEHOLDERS, gaps, hours_working
from criteria.prose import N_, Money, PerCent, Sentence
from criteria.tender import Choice


def wording(one: Criterion, choice: Choice | None, here: Situation, law: LawOnDay, language: Language) -> str:
    """Give the text for the tender: the officer's own, or the model with what is known in its gaps."""
    if choice and choice.text:
        return choice.text
    return filled(one.wording, one, choice, here, law, language)


def filled(text: str, one: Criterion, choice: Choice | None, here: Situation, law: LawOnDay, language: Language) -> str:
    """Fill the gaps of a model text; an open one stays in brackets."""
    for gap in dict.fromkeys(gaps(text)):
        value = _value(gap, one, choice, here, law, language)
        shown = f"[{language.gettext(PLACEHOLDERS[gap].label)}]" if value is None else value
        text = text.replace(f"{{{gap}}}", shown)
    return text.strip()


def open_gaps(one: Criterion, choice: Choice | None, here: Situation, law: LawOnDay, language: Language) -> Iterator[str]:
    """Name the gaps of a model text that nobody can fill yet."""
    if choice and choice.text:
        return
    for gap in dict.fromkeys(gaps(one.wording)):
        if _value(gap, one, choice, here, law, language) is None:
            yield language.gettext(PLACEHOLDERS[gap].label)


def hours_in_words(one: Criterion, choice: Choice | None, here: Situation, law: LawOnDay, language: Language) -> str:
    """Show how the number of hours in a model text was worked out; nothing where it stands in none."""
    working = hours_working(here, law)
    if working is None or "hours" not in gaps(one.wording) or (choice and choice.text):
        return ""
    given = here.tender.people.labour_share is not None
    return language.say(Sentence(
        N_("Hours: {value} × {share} ÷ {cost} × {part} = {hours}. {origin} Cost of an hour: {source}, {day}, {status}."), {
            "value": Money(working.value), "share": PerCent(working.share), "cost": Money(working.cost.amount or 0), "part": PerCent(INTEGRATION_SHARE * 100), "hours": working.hours,
            "origin": Sentence(N_("Labour share: as answered.") if given else N_("Labour share: usual for this purchase.")),
            "source": language.knowledge.law.sources[working.cost.source].title, "day": working.cost.checked_on, "status": working.cost.status,
        },
    ))


def bracketed(text: str, language: Language) -> str:
    """Show a model text without a tender: every gap by its name in brackets."""
    for gap in dict.fromkeys(gaps(text)):
        text = text.replace(f"{{{gap}}}", f"[{language.gettext(PLACEHOLDERS[gap].label)}]")
    return text


def _value(gap: str, one: Criterion, choice: Choice | None, here: Situation, law: LawOnDay, language: Language) -> str | None:
    if gap == "service" and here.family:
        return language.knowledge.purchases[here.family].service
    value = PLACEHOLDERS[gap].fill(here.at(choice=choice), law)
    if value is None and gap == "points" and one.weight:
        value = one.weight.default
    return None if value is None else language.show(value)
