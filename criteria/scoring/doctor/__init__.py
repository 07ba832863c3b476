"""The formula doctor: finds faults of a design, shows the smallest counter-example, and repairs it."""

from collections.abc import Mapping
from dataclasses import replace

from criteria.basis import Basis
from criteria.codes import Severity
from criteria.prose import Sentence
from criteria.scoring.cards import faults
from criteria.scoring.checking import check
from criteria.scoring.contest import contest_of, play
from criteria.scoring.doctor.patient import Found, Patient
from criteria.scoring.doctor.signs import SIGNS
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.result import Result, Warned


def evaluate(evaluation: Evaluation, grounds: Mapping[str, Basis]) -> Result:
    """Score an evaluation and list the faults of its design, worst first; `grounds` as `Knowledge` gives them.

    Raise BadInput with key and remedy where it cannot be scored.
    """
    check(evaluation)
    contest = contest_of(evaluation)
    result = Result(evaluation, contest, play(contest))
    return replace(result, warnings=examine(Patient(evaluation, contest, result.standing), grounds))


def examine(patient: Patient, grounds: Mapping[str, Basis]) -> tuple[Warned, ...]:
    """Look for every fault; say the counter-example that each sign found."""
    order = list(Severity)
    warned = [
        _warned(found, grounds) for sign in SIGNS for found in sign(patient)
    ]
    return tuple(sorted(warned, key=lambda one: order.index(one.severity)))


def _warned(found: Found, grounds: Mapping[str, Basis]) -> Warned:
    card = faults()[found.code]
    return Warned(
        found.code, card.severity, Sentence(card.why, found.values), tuple(grounds[name] for name in card.law),
        Sentence(card.repair), found.bids,
    )
