"""Do the rules of the Treaty bind below the threshold?  Articles 49 and 56 TFEU, C-324/98, C-507/03, C-318/15."""

from criteria import basis
from criteria.codes import Answer
from criteria.prose import N_
from criteria.regime.holding import Holding, Inquiry


def treaty(inquiry: Inquiry) -> Holding:
    """Say whether openness and equal treatment bind although the value is below the threshold."""
    grounds = tuple(basis.of_provision(inquiry.law.law.provisions[one]) for one in ("tfeu-49", "tfeu-56"))
    if waiting := inquiry.waits_for("above_threshold"):
        return waiting
    if inquiry.found["above_threshold"].answer is Answer.YES:
        return inquiry.no(N_("The value reaches the threshold, so the rules of the directive apply instead."))
    interest = inquiry.tender.cross_border
    if interest is None:
        text = N_(
            "Below the threshold it depends on whether firms from another country could be interested. "
            "Value, place and technical features show it; it is not assumed."
        )
        return inquiry.not_known(text, *grounds, ask=("cross_border",))
    if not interest:
        return inquiry.no(N_("You see no interest from another country; put the reasons on file."), *grounds)
    text = N_("Firms from another country could be interested: publish it openly, treat all alike, and favour no place.")
    return inquiry.yes(text, *grounds)
