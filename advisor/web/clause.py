"""The check beside the wording of one clause: what is found, where its questions are answered, what is kept and why."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from advisor.web import here
from advisor.wizard import journey
from advisor.wizard.board import Board, Card
from advisor.wizard.reading import ANSWERED_BY, Reading
from criteria.wording.check import check_wording
from criteria.wording.design import known_of

OVERRULE = "overrule-"
LONGEST_REASON = 6_000


def reading_of(text: str, card: Card, laid_out: Board) -> Reading | None:
    """Check the officer's text where it will stand; None while it is empty or the text of the catalogue."""
    if not text.strip() or text.split() == laid_out.model_text(card).split():
        return None
    about = known_of(laid_out.tender, card.stage)
    return Reading(text, check_wording(text, about, here.language().knowledge, laid_out.tender.day))


def stored_reasons(card: Card) -> dict[str, str]:
    """Why the person keeps words that a rule speaks against, by rule, as stored."""
    return {one.rule: one.reason for one in (card.choice and card.choice.overruled) or ()}


def given_reasons(form: MultiDict[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """The same as typed now; where no entry was shown, what was stored stays."""
    typed = {name.removeprefix(OVERRULE): value.strip()[:LONGEST_REASON] for name, value in form.items() if name.startswith(OVERRULE)}
    return {rule: reason for rule, reason in {**before, **typed}.items() if reason}


def kept(reasons: Mapping[str, str], reading: Reading | None) -> list[dict[str, Any]] | None:
    """What goes into the choice: reasons for rules that still find something; None where there is none."""
    rules = {one.finding.rule for one in reading.remarks} if reading else set()
    return [{"rule": rule, "reason": reason} for rule, reason in sorted(reasons.items()) if rule in rules] or None


def addresses(link: str) -> dict[str, str]:
    """Where the facts that a check asks for are answered."""
    return {fact: here.page("draft.step", link=link, slug=asked[2].slug) for fact in ANSWERED_BY.values() if (asked := journey.asked_by(fact))}
