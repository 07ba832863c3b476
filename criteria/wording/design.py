"""The free texts of a design that go into tender papers, each checked where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from criteria.codes import Stage
from criteria.knowledge import Knowledge
from criteria.regime.holding import contract_type
from criteria.tender import Tender
from criteria.wording.check import GUESSED_STAGE, NO_STAGE, Checked, TextFinding, check_wording
from criteria.wording.figures import Known


class Stated(NamedTuple):
    """A text that somebody wrote: its key in the tender file, its words, where it will stand, which criterion it is of."""

    where: str
    text: str
    stage: Stage | None = None
    criterion: str = ""


@dataclass(frozen=True)
class Read:
    """One text with what the check found; `overruled` gives the reasons of the person by rule."""

    stated: Stated
    checked: Checked
    overruled: Mapping[str, str]

    @cached_property
    def findings(self) -> tuple[TextFinding, ...]:
        """The findings with their place in the design, and the reason of the person who keeps the words."""
        return tuple(
            replace(one, where=self.stated.where, kept_because=self.overruled.get(one.rule, "")) for one in self.checked.findings
        )


def known_of(tender: Tender, stage: Stage | None) -> Known:
    """What a design says of the contract that its texts stand in."""
    codes = tender.cpv or ()
    return Known(
        stage=stage, context=tender.purpose or "", contract_type=contract_type(tender), cpv=codes[0] if len(codes) == 1 else None,
        codes=codes, value=tender.estimated_value, months=tender.duration_months, country=tender.country,
    )


def texts_of(tender: Tender) -> Iterator[Stated]:
    """Give the texts of used choices, the purpose, and the titles of lots and evaluation criteria."""
    if tender.purpose:
        yield Stated("purpose", tender.purpose)
    for number, choice in enumerate(tender.choices):
        if choice.used and choice.text:
            yield Stated(f"choices[{number}].text", choice.text, choice.stage, choice.criterion)
    for number, lot in enumerate(tender.lots or ()):
        if lot.title:
            yield Stated(f"lots[{number}].title", lot.title, Stage.LOTS)
    for number, one in enumerate(tender.evaluation.criteria if tender.evaluation else ()):
        if one.title:
            yield Stated(f"evaluation.criteria[{number}].title", one.title, Stage.AWARD_CRITERION)


def check_texts(tender: Tender, known: Knowledge) -> tuple[Read, ...]:
    """Check every text of a design on the law of its day; nobody is asked where they stand, for the design says so."""
    kept = {one.criterion: {each.rule: each.reason for each in one.overruled or ()} for one in tender.choices}
    return tuple(Read(one, _checked(one, tender, known), kept.get(one.criterion, {})) for one in texts_of(tender))


def _checked(one: Stated, tender: Tender, known: Knowledge) -> Checked:
    checked = check_wording(one.text, known_of(tender, one.stage), known, tender.day)
    return replace(checked, asks=tuple(ask for ask in checked.asks if ask.text not in (NO_STAGE.text, GUESSED_STAGE)))
