"""Which rules apply to a tender: thresholds, light regime, reservations, time limits, lots."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from criteria.codes import Answer
from criteria.law import LawOnDay, NotInForce
from criteria.prose import N_, Sentence
from criteria.regime import concession, lots, procedure, reservation, threshold, treaty
from criteria.regime.holding import Holding, Inquiry
from criteria.tender import Tender

Answerer = Callable[[Inquiry], Holding]

ANSWERERS: Mapping[str, Answerer] = {
    "light_service": threshold.light_service,
    "above_threshold": threshold.above_threshold,
    "light_regime": threshold.light_regime,
    "concession": concession.concession,
    "treaty": treaty.treaty,
    "art20": reservation.art20,
    "art77": reservation.art77,
    "time_limit": procedure.time_limit,
    "turnover_cap": procedure.turnover_cap,
    "lots_duty": lots.lots_duty,
    "small_lots": lots.small_lots,
}


class Regime:
    """The holdings of the law about one tender, by question."""

    def __init__(self, holdings: Mapping[str, Holding]) -> None:
        self.holdings = holdings

    def __getitem__(self, question: str) -> Holding:
        return self.holdings[question]

    def known(self, question: str) -> bool | None:
        """Give a holding as a fact: True, False, or None where it is not known."""
        answer = self.holdings[question].answer
        return None if answer is Answer.NOT_KNOWN else answer is Answer.YES


def regime_of(tender: Tender, law: LawOnDay) -> Regime:
    """Answer every question of ANSWERERS for a tender by the law of one day."""
    found: dict[str, Holding] = {}
    for question, answerer in ANSWERERS.items():
        try:
            found[question] = _spelled_out(answerer(Inquiry(question, tender, law, found)), law)
        except NotInForce as error:
            found[question] = _no_law(question, error)
    return Regime(found)


def _spelled_out(holding: Holding, law: LawOnDay) -> Holding:
    """A ground cited without a text says what its article says in our words."""
    grounds = [one if one.says else replace(one, says=law.law.said.get((one.act, one.article), "")) for one in holding.basis]
    return replace(holding, basis=tuple(grounds))


def _no_law(question: str, error: NotInForce) -> Holding:
    because = Sentence(
        N_("For {day} we hold no law in force on “{parameter}”. Choose another day, or ask your lawyer."),
        {"day": error.day, "parameter": Sentence(error.parameter.title)},
    )
    return Holding(question, Answer.NOT_KNOWN, (because,), ask=("publication_date",))
