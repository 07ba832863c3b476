"""Minimum time limits and the cap on turnover demands.  Articles 27 to 31 and 58(3) of 2014/24/EU."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from criteria import basis
from criteria.codes import Answer, Procedure
from criteria.prose import N_, Money
from criteria.regime.holding import Holding, Inquiry

_TIME_LIMITS: Mapping[Procedure, str] = {
    Procedure.OPEN: "time-limit-open",
    Procedure.RESTRICTED: "time-limit-restricted",
    Procedure.COMPETITIVE_NEGOTIATION: "time-limit-negotiation",
    Procedure.COMPETITIVE_DIALOGUE: "time-limit-requests",
    Procedure.INNOVATION_PARTNERSHIP: "time-limit-requests",
}


def time_limit(inquiry: Inquiry) -> Holding:
    """Give the minimum days from dispatch of the notice, and the earliest closing day where dispatch is known."""
    tender, found = inquiry.tender, inquiry.found
    light, above = found["light_regime"].answer, found["above_threshold"].answer
    free_concession = tender.concession and found["light_service"].answer is Answer.YES
    if light is Answer.YES or above is Answer.NO or free_concession:
        return inquiry.no(N_(
            "EU law sets no number of days here; give bidders enough time and treat all alike. National law may set days."
        ))
    if waiting := inquiry.waits_for("above_threshold", "light_regime"):
        return waiting
    if tender.concession:
        return _days(inquiry, "time-limit-concession")
    if tender.procedure is None:
        return inquiry.not_known(N_("The procedure decides the number of days."), ask=("procedure",))
    if tender.procedure not in _TIME_LIMITS:
        return inquiry.no(N_("This procedure has no minimum number of days in EU law; check that you may use it."))
    return _days(inquiry, _TIME_LIMITS[tender.procedure])


def _days(inquiry: Inquiry, parameter: str) -> Holding:
    """Give the days of one kind of procedure, and the day they lead to where dispatch is known."""
    value, dispatch = inquiry.law.value(parameter), inquiry.tender.publication_date
    days = value.days.get("electronic", value.days["normal"])
    details: dict[str, Any] = {"days": dict(value.days)}
    if dispatch:
        details["earliest"] = dispatch + timedelta(days=days)
    text = N_("At least {normal} days from sending the notice; {electronic} days when tenders come in electronically.")
    ground = basis.of_value(value, inquiry.law.law.parameters[parameter].title)
    return inquiry.yes(text, ground, details=details, normal=value.days["normal"], electronic=days)


def turnover_cap(inquiry: Inquiry) -> Holding:
    """Give the highest yearly turnover that may be demanded: twice the estimated value."""
    value = inquiry.tender.estimated_value
    if inquiry.tender.concession:
        return inquiry.no(N_("The cap on turnover does not bind concessions; keep the demand in proportion."))
    ground = basis.of_value(inquiry.law.value("turnover-cap"))
    if value is None:
        text = N_("The most turnover you may ask for follows from the estimated value.")
        return inquiry.not_known(text, ground, ask=("estimated_value",))
    cap = value * inquiry.law.amount("turnover-cap")
    text = N_(
        "You may ask for a yearly turnover of at most {cap}, and for a lot at most in proportion, "
        "unless special risks are written down."
    )
    return inquiry.yes(text, ground, details={"cap": cap}, cap=Money(cap))
