"""National law on one day: what a country's profile and the law files say, and what nobody knows yet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from criteria import basis
from criteria.basis import Basis
from criteria.codes import Answer, Country, FormKind
from criteria.countries import EURO, Body, Duty, Form, Limit, NationalAct, Profile
from criteria.facts import Situation
from criteria.law import LawOnDay, Provision, Value
from criteria.prose import N_, InCurrency, Sentence
from criteria.rule import judge_all, together

THRESHOLDS = tuple(f"threshold-{name}" for name in (
    "sub-central", "central", "works", "social", "concessions", "utilities-other", "utilities-works", "utilities-social",
))


@dataclass(frozen=True, slots=True)
class NationalDuty:
    """A duty in force for one purchase, or one that may be: what to do, and on which ground."""

    todo: Sentence
    basis: Basis
    answer: Answer


@dataclass(frozen=True, slots=True)
class Unknown:
    """A point of national law that is not held for the day, and how to find it out."""

    point: Sentence
    how: Sentence


@dataclass(frozen=True)
class National:
    """What a country's law says on one day; what is outside its days is left out."""

    profile: Profile
    law: LawOnDay

    @property
    def country(self) -> Country:
        return self.profile.country

    @cached_property
    def acts(self) -> tuple[NationalAct, ...]:
        return tuple(one for one in self.profile.acts if one.holds(self.law.day))

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        return tuple(one for one in self.profile.limits if one.holds(self.law.day))

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        return tuple(one for one in self.profile.bodies if one.holds(self.law.day))

    def forms(self, kind: FormKind) -> tuple[Form, ...]:
        return tuple(one for one in self.profile.forms if one.kind is kind and one.holds(self.law.day))

    @cached_property
    def duties(self) -> tuple[tuple[Duty, Provision], ...]:
        """The duties whose provision is in force on the day."""
        found = ((one, self.law.law.provisions[one.law]) for one in self.profile.duties)
        return tuple((duty, provision) for duty, provision in found if provision.holds(self.law.day))

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """The articles of national law that are held, in force on the day."""
        every = self.law.law.provisions.values()
        return tuple(one for one in every if one.jurisdiction == self.profile.id and one.holds(self.law.day))

    def option(self, name: str) -> Value | None:
        """What the country made of an option of the directive, `reserved-art20` say; None where nobody looked."""
        return self.law.national(name, self.country)

    @property
    def currency(self) -> str:
        return self.law.currency(self.country) or EURO

    @cached_property
    def thresholds(self) -> tuple[tuple[str, InCurrency, Basis], ...]:
        """The EU thresholds that are held in the country's own currency: name, amount, ground."""
        held = ((name, self.option(name)) for name in THRESHOLDS)
        return tuple(
            (name, InCurrency(value.amount, self.currency), basis.of_value(value))
            for name, value in held if value and value.amount is not None
        )

    @cached_property
    def not_known(self) -> tuple[Unknown, ...]:
        """The points nobody can answer from this program on this day."""
        values = {"currency": self.currency}
        return tuple(Unknown(Sentence(one.point, values), Sentence(one.how)) for one in _POINTS if one.missing(self))


@dataclass(frozen=True, slots=True)
class _Point:
    point: str
    how: str
    missing: Callable[["National"], bool]


def _undecided(name: str) -> Callable[[National], bool]:
    def missing(here: National) -> bool:
        value = here.option(name)
        return value is None or value.possible is None

    return missing


_POINTS = (
    _Point(
        N_("reserving for workshops and integration firms (Article 20)"),
        N_("Look in the act for “reserved contracts”, and for the share of workers it asks for."), _undecided("reserved-art20"),
    ),
    _Point(
        N_("reserving social services (Article 77)"),
        N_("Look in the chapter on social and other special services for a reservation with four conditions and three years."),
        _undecided("reserved-art77"),
    ),
    _Point(
        N_("a national duty to divide into lots"),
        N_("Look for “lots”. The directive asks you to divide or to give reasons; some countries ask for more."), _undecided("lots-duty"),
    ),
    _Point(
        N_("national value limits"),
        N_("Ask your helpdesk from which value you must publish, and up to which value you may award directly."),
        lambda here: not here.limits,
    ),
    _Point(
        N_("social duties of national law"),
        N_("Ask whether a law or your region asks for social clauses, wage rules or reasons on file."),
        lambda here: not here.duties,
    ),
    _Point(
        N_("legal forms of bidding together"),
        N_("Look for groups of bidders. No form may be asked before the award, whatever the forms are called."),
        lambda here: not here.forms(FormKind.GROUPING),
    ),
    _Point(
        N_("legal forms of social enterprises"),
        N_("Ask the ministry for social affairs or the social economy network for the law and the register."),
        lambda here: not here.forms(FormKind.SOCIAL_ENTERPRISE),
    ),
    _Point(
        N_("who advises buyers"),
        N_("The ministry that is responsible for public procurement names the helpdesk."), lambda here: not here.bodies,
    ),
    _Point(
        N_("the EU thresholds in {currency}"),
        N_("The Commission publishes them in the Official Journal, series C, in the November before they apply."),
        lambda here: here.currency != EURO and not here.thresholds,
    ),
)


def duties_for(national: National, here: Situation) -> tuple[NationalDuty, ...]:
    """Give the duties in force that hold for a purchase, and those that may hold; a duty that does not is left out."""
    judged = ((duty, provision, together(judge_all(duty.when, here, national.law))) for duty, provision in national.duties)
    return tuple(
        NationalDuty(Sentence(duty.todo), basis.of_provision(provision), answer)
        for duty, provision, answer in judged if answer is not Answer.NO
    )
