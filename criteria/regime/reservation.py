"""May the contract or a lot be reserved?  Articles 20 and 77 of 2014/24/EU and the national option."""

from criteria import basis
from criteria.codes import Answer, ContractType
from criteria.law import Value
from criteria.prose import N_, PerCent
from criteria.regime.holding import Holding, Inquiry, contract_type, in_list


def art20(inquiry: Inquiry) -> Holding:
    """Say whether national law allows a reservation for workshops and integration operators, and from what share."""
    law = inquiry.law
    national = law.national("reserved-art20", inquiry.tender.country)
    if settled := _national_option(inquiry, national):
        return settled
    assert national
    share = max(law.amount("reserved-art20-share"), national.amount or 0)
    text = N_(
        "{country} allows it by {provision}, if at least {share} of the workers are people with disabilities "
        "or disadvantaged people."
    )
    values = {"country": inquiry.tender.country, "provision": basis.of_value(national), "share": PerCent(share)}
    details = {"share": share, "provision": basis.of_value(national)}
    return inquiry.yes(text, _general_rule(inquiry), basis.of_value(national), details=details, **values)


def _general_rule(inquiry: Inquiry) -> basis.Basis:
    """Article 20 for contracts, Article 24 of 2014/23/EU for concessions."""
    if inquiry.tender.concession:
        return basis.of_provision(inquiry.law.law.provisions["d23-24"])
    return basis.of_value(inquiry.law.value("reserved-art20-share"))


def art77(inquiry: Inquiry) -> Holding:
    """Say whether a service may be reserved for participatory organisations: list, length, national option."""
    tender, law = inquiry.tender, inquiry.law
    listed, longest = law.value("art77-cpv"), law.value("art77-duration-months")
    months = int(law.amount("art77-duration-months"))
    grounds = (basis.of_value(listed), basis.of_value(longest))
    if tender.concession or contract_type(tender) in (ContractType.WORKS, ContractType.SUPPLIES):
        return inquiry.no(N_("Article 77 covers service contracts only, not works, supplies or concessions."), *grounds)
    outside = [code for code in tender.cpv or () if not in_list(code, listed.codes)]
    beyond = tender.duration_months is not None and tender.duration_months > months
    if (outside or beyond) and inquiry.found["above_threshold"].answer is Answer.NO:
        text = N_(
            "Below the threshold the closed list and the {longest} months of Article 77 do not bind. "
            "National law decides and often sets the same limits, so we suggest no reservation: ask your lawyer."
        )
        return inquiry.no(text, *grounds, details={"national_limits": True}, longest=months)
    if outside:
        return inquiry.no(N_("CPV code {code} is not on the closed list of Article 77."), *grounds, code=outside[0])
    if beyond:
        text = N_("It lasts {duration} months; a contract reserved under Article 77 may last at most {longest}.")
        return inquiry.no(text, *grounds, duration=tender.duration_months, longest=months)
    if tender.art77_winner_returns:
        text = N_(
            "A body that won these services from you under Article 77 within {years} years would bid again, and may not win. "
            "Choose an open contest."
        )
        return inquiry.no(text, basis.of_value(law.value("art77-bar-years")), years=int(law.amount("art77-bar-years")))
    national = law.national("reserved-art77", tender.country)
    if settled := _national_option(inquiry, national):
        return settled
    assert national
    ask = tuple(fact for fact in ("cpv", "duration_months") if not getattr(tender, fact))
    if ask:
        text = N_("The CPV code and the length decide whether Article 77 can be used.")
        return inquiry.not_known(text, *grounds, ask=ask)
    text = N_(
        "{country} allows it by {provision}; every CPV code is on the list and the contract lasts "
        "no more than {longest} months."
    )
    values = {"country": tender.country, "provision": basis.of_value(national), "longest": months}
    return inquiry.yes(text, *grounds, basis.of_value(national), details={"provision": basis.of_value(national)}, **values)


def _national_option(inquiry: Inquiry, national: Value | None) -> Holding | None:
    """Settle what the national option alone decides; None where the country has taken it up."""
    if inquiry.tender.country is None:
        text = N_("Reserving is an option that each country must have taken up.")
        return inquiry.not_known(text, ask=("country",))
    country = inquiry.tender.country
    grounds = (basis.of_value(national),) if national else ()
    if national is None or national.possible is None:
        text = N_("We hold no checked national provision for {country} yet. Ask your lawyer.")
        return inquiry.not_known(text, *grounds, country=country)
    if not national.possible:
        return inquiry.no(N_("{country} has not taken up this option."), *grounds, details={"refused": True}, country=country)
    return None
