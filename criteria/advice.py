"""advise(tender, knowledge): routes, suggestions with reasons for and against, findings on the design so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from criteria.choices import with_stages
from criteria.codes import Answer, Family, Fit, Objective, Risk, Stage
from criteria.criterion import Criterion
from criteria.facts import Situation
from criteria.findings import Finding, check_design
from criteria.instruments import Route, routes_for
from criteria.knowledge import Knowledge
from criteria.law import LawOnDay
from criteria.load import Carried, clash
from criteria.measures import Called, measures_for
from criteria.national import National, NationalDuty, duties_for
from criteria.prose import N_, Sentence
from criteria.purchases import family_of
from criteria.regime import Regime, regime_of
from criteria.reminders import Reminder, reminders_for
from criteria.rule import Reason, judge_all, together
from criteria.tender import Tender

_FIT = {Answer.YES: Fit.FITS, Answer.NOT_KNOWN: Fit.TO_CONFIRM, Answer.NO: Fit.DOES_NOT_FIT}
_SUBSTANCE = (Stage.PERFORMANCE_CONDITION, Stage.AWARD_CRITERION)
_ONLY_LOOKING = (Stage.MARKET_CONSULTATION, Stage.MONITORING)


class Suggestion(NamedTuple):
    """One criterion that fits or may fit; `beyond` says why it is too much beside better ones."""

    criterion: str
    stage: Stage
    fit: Fit
    reasons: tuple[Reason, ...]
    rank: int
    beyond: Sentence | None = None

    @property
    def ask(self) -> tuple[str, ...]:
        """The facts to ask for, each once, in the order of the reasons."""
        return tuple(dict.fromkeys(fact for reason in self.reasons for fact in reason.ask))


class Withheld(NamedTuple):
    """One criterion or route that does not fit, with the reasons that decided and the fact that each looked at."""

    name: str
    because: tuple[Sentence, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    as_of: date
    regime: Regime
    situation: Situation
    law: LawOnDay
    objectives: tuple[Objective, ...]
    routes: tuple[Route, ...]
    nothing_here: tuple[Objective, ...]
    suggestions: tuple[Suggestion, ...]
    not_suggested: tuple[Withheld, ...]
    findings: tuple[Finding, ...]
    measures: tuple[Called, ...]
    reminders: tuple[Reminder, ...]
    national: National | None = None
    duties: tuple[NationalDuty, ...] = ()

    @property
    def preferred(self) -> tuple[Suggestion, ...]:
        """The suggestions that one tender can carry together."""
        return tuple(one for one in self.suggestions if one.beyond is None)


def situation_of(tender: Tender, known: Knowledge) -> tuple[Situation, LawOnDay]:
    """Work out the law of the tender's day, its regime and its purchase family."""
    tender = with_stages(tender, known.catalogue)
    law = known.law.on(tender.day)
    family = tender.family or family_of(tender.cpv, known.purchases)
    purchase = known.purchases[family] if family else None
    return Situation(tender, regime_of(tender, law), family, purchase, _clashes(tender, known)), law


def _clashes(tender: Tender, known: Knowledge) -> int:
    """Count the chosen criteria that must not stand beside another chosen one."""
    chosen = [known.catalogue[one.criterion] for one in tender.used_choices]
    points = {one.criterion: one.weight for one in tender.used_choices if one.weight is not None}
    return sum(1 for one in chosen if clash(one, chosen, known.bars, points))


def advise(tender: Tender, known: Knowledge) -> Advice:
    """Advise on a tender; the same facts, day and knowledge give the same advice.

    The tender needs a day (`as_of` or `publication_date`); everything else may be unknown.
    """
    here, law = situation_of(tender, known)
    national = National(known.countries[tender.country], law) if tender.country else None
    goals = _goals(here)
    routes = tuple(route for goal in goals for route in routes_for(goal, known.instruments, here, law))
    judged = [_judged(one, here, law, known) for one in known.catalogue.values()]
    fitting = sorted((one for one in judged if one.fit is not Fit.DOES_NOT_FIT), key=lambda one: (-one.rank, one.criterion))
    return Advice(
        as_of=tender.as_of or tender.day,
        regime=here.regime,
        situation=here,
        law=law,
        objectives=goals,
        routes=routes,
        nothing_here=tuple(goal for goal in goals if _served_by_none(goal, routes)),
        suggestions=_within_load(fitting, here, known),
        not_suggested=(*_routes_set_aside(routes), *_not_fitting(judged)),
        findings=check_design(here, known.rules.values(), law, known.grounds_of(tender)),
        measures=measures_for(here, known.measures.values(), law),
        reminders=reminders_for(here, known.rules.values(), law, known.grounds_of(tender)),
        national=national,
        duties=duties_for(national, here) if national else (),
    )


def _goals(here: Situation) -> tuple[Objective, ...]:
    """The goals that were picked; else those usual for the purchase; else all."""
    if here.tender.objectives:
        return here.tender.objectives
    return here.purchase.usual_objectives if here.purchase else tuple(Objective)


def _judged(criterion: Criterion, here: Situation, law: LawOnDay, known: Knowledge) -> Suggestion:
    reasons = (_goal_reason(criterion, here.tender.objectives), *judge_all(criterion.conditions, here, law))
    answer = together(reasons)
    rank = _rank(criterion, answer, here, known)
    return Suggestion(criterion.id, criterion.stage, _FIT[answer], reasons, rank)


def _goal_reason(criterion: Criterion, goals: tuple[Objective, ...] | None) -> Reason:
    if criterion.always:
        return _ALWAYS
    if criterion.law_based:
        return _DUTY
    if not goals:
        return _NO_GOALS
    for goal in goals:
        if goal in criterion.goals:
            return _SERVED[goal]
    return _EQUALITY if criterion.family is Family.EQUALITY else _OTHER_GOALS


_SERVED = {
    goal: Reason(Answer.YES, Sentence(N_("It serves your goal “{goal}”."), {"goal": goal}), "objectives")
    for goal in Objective
}
_ALWAYS = Reason(Answer.YES, Sentence(N_("It belongs in every tender.")), "objectives")
_DUTY = Reason(Answer.YES, Sentence(N_("It repeats a duty that the law sets, whatever your goals are.")), "objectives")
_NO_GOALS = Reason(
    Answer.NOT_KNOWN, Sentence(N_("Your goals decide whether it is worth its effort.")), "objectives", ("objectives",)
)
_EQUALITY = Reason(Answer.YES, Sentence(N_("Equality of women and men is always looked at.")), "objectives")
_OTHER_GOALS = Reason(Answer.NO, Sentence(N_("It serves other goals than those you picked.")), "objectives")


def _rank(criterion: Criterion, answer: Answer, here: Situation, known: Knowledge) -> int:
    """3 × goals served + 3 if first choice + 2 × seed relevance + 2 × readiness + checker − 2 × risk − cost to bidders."""
    served = len(criterion.goals.intersection(here.tender.objectives or ()))
    seed = criterion.family in (Family.CLUSTERING, Family.EQUALITY)
    hours = here.tender.follow_up.checker_hours
    checkable = hours is not None and hours >= criterion.effort.checker
    risky = known.confidence[criterion.id] is not Risk.STANDARD
    return (
        3 * min(served, 3) + 3 * criterion.first_choice + 2 * seed + 2 * (answer is Answer.YES)
        + checkable - 2 * risky - criterion.costs
    )


def _within_load(fitting: list[Suggestion], here: Situation, known: Knowledge) -> tuple[Suggestion, ...]:
    """Mark what would be too much beside what was chosen and what ranks better; each goal and equality lead."""
    carried = Carried(here.tender, known.load, known.bars, here.regime.known("light_regime") is True)
    chosen = {choice.criterion for choice in here.tender.used_choices}
    refused = {choice.criterion for choice in here.tender.choices if not choice.used}
    leading = _leading(fitting, here.tender.objectives or (), known)
    beyond: dict[str, Sentence | None] = {}
    for one in sorted(fitting, key=lambda one: _turn(one, chosen, leading, known)):
        criterion = known.catalogue[one.criterion]
        too_much = None if one.criterion in chosen else _stands_alone(criterion, carried, known) or carried.room_for(criterion)
        beyond[one.criterion] = too_much
        if too_much is None and one.criterion not in refused and (one.fit is Fit.FITS or one.criterion in chosen):
            carried.take(criterion)
    return tuple([one._replace(beyond=beyond[one.criterion]) if beyond[one.criterion] else one for one in fitting])


def _turn(one: Suggestion, chosen: set[str], leading: list[str], known: Knowledge) -> tuple[int, ...]:
    """Who is placed first: the chosen, the leading ones, those that stand alone, those that need company."""
    place = leading.index(one.criterion) if one.criterion in leading else len(leading)
    structural = one.stage in (Stage.RESERVED_ART20, Stage.RESERVED_ART77)
    return (one.criterion not in chosen, place, structural, bool(known.catalogue[one.criterion].beside))


def _stands_alone(criterion: Criterion, carried: Carried, known: Knowledge) -> Sentence | None:
    """Some criteria make sense only beside another one that is there."""
    if not criterion.beside or any(name in carried.criteria for name in criterion.beside):
        return None
    return Sentence(known.load.beside, {"title": Sentence(known.catalogue[criterion.beside[0]].title)})


def _leading(fitting: list[Suggestion], goals: tuple[Objective, ...], known: Knowledge) -> list[str]:
    """For each goal in its order, the best condition and the best scored criterion that mainly serve it, then equality."""
    of_substance = [known.catalogue[one.criterion] for one in fitting if one.fit is Fit.FITS and one.stage in _SUBSTANCE]
    substance = [one for one in of_substance if not one.beside]
    leading = [
        next((one.id for one in substance if one.stage is stage and one.objectives[0] is goal), None)
        for goal in goals for stage in _SUBSTANCE
    ]
    leading.append(next((one.id for one in substance if one.family is Family.EQUALITY), None))
    return [name for name in leading if name]


def _served_by_none(goal: Objective, routes: Iterable[Route]) -> bool:
    """Asking and counting alone serve no goal: some route that changes the contract must be left."""
    changing = [one for one in routes if one.objective is goal and one.stage not in _ONLY_LOOKING]
    return all(route.answer is Answer.NO for route in changing)


def _routes_set_aside(routes: tuple[Route, ...]) -> tuple[Withheld, ...]:
    """Stages that serve none of the goals, each with the distinct reasons."""
    aside = []
    for stage in dict.fromkeys(route.stage for route in routes):
        own = [route for route in routes if route.stage is stage]
        if all(route.answer is Answer.NO for route in own):
            against = [reason for route in own for reason in route.reasons if reason.answer is Answer.NO]
            aside.append(_withheld(stage.value, tuple({one.because.text: one for one in against}.values())))
    return tuple(aside)


def _withheld(name: str, reasons: tuple[Reason, ...]) -> Withheld:
    against = [one for one in reasons if one.answer is Answer.NO]
    return Withheld(name, tuple([one.because for one in against]), tuple([one.fact for one in against]))


def _not_fitting(judged: Iterable[Suggestion]) -> tuple[Withheld, ...]:
    return tuple(
        _withheld(one.criterion, one.reasons)
        for one in sorted(judged, key=lambda one: (-one.rank, one.criterion)) if one.fit is Fit.DOES_NOT_FIT
    )
