"""Does the concessions directive rule the award?  Articles 8, 19, 30, 39 and 41 of 2014/23/EU."""

from criteria import basis
from criteria.codes import Answer
from criteria.prose import N_
from criteria.regime.holding import Holding, Inquiry

_RULES = ("d23-8", "d23-30", "d23-41")


def concession(inquiry: Inquiry) -> Holding:
    """Say whether Directive 2014/23/EU applies: a concession at or above the one threshold of its own."""
    said, above = inquiry.tender.concession, inquiry.found["above_threshold"].answer
    if said is None:
        return inquiry.not_known(N_("Whether the contractor mainly earns from the users decides this."), ask=("concession",))
    if not said:
        return inquiry.no(N_("It is no concession: you pay for what you buy."))
    provisions = inquiry.law.law.provisions
    if waiting := inquiry.waits_for("above_threshold"):
        return waiting
    if above is Answer.NO:
        text = N_("It is a concession below the threshold: Directive 2014/23/EU does not bind, national law may.")
        return inquiry.no(text, basis.of_provision(provisions["d23-8"]))
    if inquiry.found["light_service"].answer is Answer.YES:
        text = N_("It is a concession for a special service: only the rules on notices and on review bind.")
        return inquiry.yes(text, *(basis.of_provision(provisions[one]) for one in ("d23-8", "d23-19")))
    text = N_(
        "Directive 2014/23/EU applies: you shape the procedure yourself, treat all alike, and list the award criteria by their importance."
    )
    return inquiry.yes(text, *(basis.of_provision(provisions[one]) for one in _RULES))
