"""Reminders: rules about what happens after the design, each with the moment and, where it is known, the day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from criteria.basis import Basis
from criteria.codes import Answer, Moment
from criteria.facts import Situation
from criteria.findings import DesignRule
from criteria.law import LawOnDay
from criteria.prose import Sentence
from criteria.rule import judge_all, together


class Reminder(NamedTuple):
    """One rule to think of later: which, when, on which day if it is known, what to do, on which ground."""

    rule: str
    moment: Moment
    day: date | None
    text: Sentence
    basis: tuple[Basis, ...]


def reminders_for(
    here: Situation, rules: Iterable[DesignRule], law: LawOnDay, ground: Mapping[str, Basis]
) -> tuple[Reminder, ...]:
    """Give every reminder that no known fact speaks against, in the order of the procedure."""
    order = list(Moment)
    found = [
        Reminder(
            rule.id, rule.reminder.at, _DAYS[rule.reminder.at](here, law), Sentence(rule.reminder.text),
            tuple(ground[one] for one in rule.law),
        )
        for rule in rules
        if rule.reminder and together(judge_all(rule.reminder.when, here, law)) is not Answer.NO
    ]
    return tuple(sorted(found, key=lambda one: (order.index(one.moment), one.rule)))


def _dispatch(here: Situation, law: LawOnDay) -> date | None:
    return here.tender.publication_date


def _closing(here: Situation, law: LawOnDay) -> date | None:
    """The earliest day on which bids may close."""
    day: date | None = here.regime["time_limit"].details.get("earliest")
    return day


def _start(here: Situation, law: LawOnDay) -> date | None:
    return here.tender.start_date


def _file(here: Situation, law: LawOnDay) -> date | None:
    """The years run from the award, which comes before the start: counted from the start, the day is safe."""
    start = here.tender.start_date
    years = int(law.amount("file-retention-years"))
    return start.replace(year=start.year + years, day=min(start.day, 28)) if start else None


def _unknown(here: Situation, law: LawOnDay) -> date | None:
    return None


_DAYS: Mapping[Moment, Callable[[Situation, LawOnDay], date | None]] = {
    Moment.DISPATCH: _dispatch, Moment.CLOSING: _closing, Moment.SCORING: _unknown, Moment.AWARD: _unknown,
    Moment.CONTRACT: _start, Moment.FILE: _file,
}
