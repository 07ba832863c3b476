"""Divide or explain, and lots small enough to leave the EU rules.  Articles 46 and 5(10) of 2014/24/EU."""

from decimal import Decimal

from criteria import basis
from criteria.codes import Answer, ContractType
from criteria.prose import N_, Money, PerCent
from criteria.regime.holding import Holding, Inquiry, contract_type


def lots_duty(inquiry: Inquiry) -> Holding:
    """Say whether the contract must be divided or the reasons written down."""
    tender, law = inquiry.tender, inquiry.law
    national = law.national("lots-duty", tender.country)
    own = (basis.of_value(national),) if national else ()
    divide = basis.of_provision(law.law.provisions["d24-46-1"])
    if tender.concession:
        return inquiry.no(N_("A concession need not be divided; explain to yourself why one operator is better."))
    if national and national.possible:
        text = N_("{country} asks for lots as a rule; a single contract needs written reasons.")
        return inquiry.yes(text, *own, divide, country=tender.country)
    above, light = inquiry.found["above_threshold"].answer, inquiry.found["light_regime"].answer
    if above is Answer.NO or light is Answer.YES:
        text = N_("EU law does not ask you to divide or to give reasons here; lots still help small bidders.")
        return inquiry.no(text, *own)
    if waiting := inquiry.waits_for("above_threshold", "light_regime"):
        return waiting
    text = N_("Divide the contract into lots, or write the main reasons why not in the documents.")
    return inquiry.yes(text, divide, *own)


def small_lots(inquiry: Inquiry) -> Holding:
    """Say whether all lots below the limit may follow national rules: together at most a fifth of all lots."""
    tender, law, kind = inquiry.tender, inquiry.law, contract_type(inquiry.tender)
    values = [lot.estimated_value for lot in tender.lots or ()]
    if not values or None in values:
        text = N_("The value of each lot decides whether small lots may leave the EU rules.")
        return inquiry.not_known(text, ask=("lots",))
    if kind is None:
        return inquiry.not_known(N_("The limit depends on the type of contract."), ask=("contract_type",))
    limit = law.value("small-lot-works" if kind is ContractType.WORKS else "small-lot-other")
    share = law.value("small-lots-share")
    assert limit.amount is not None and share.amount is not None
    total = sum((value or Decimal(0) for value in values), Decimal(0))
    small = {lot.id: lot.estimated_value or Decimal(0) for lot in tender.lots or () if (lot.estimated_value or 0) < limit.amount}
    out, room = sum(small.values(), Decimal(0)), total * share.amount / 100
    shown = {"limit": Money(limit.amount), "share": PerCent(share.amount), "out": Money(out), "room": Money(room)}
    details = {"lots": tuple(small), "sum": out, "room": room}
    grounds = (basis.of_value(limit), basis.of_value(share))
    if not small:
        return inquiry.no(N_("No lot is below {limit}."), *grounds, details=details, **shown)
    if out <= room:
        text = N_("The lots below {limit} come to {out}, no more than {share} of all lots: they may follow national rules.")
        return inquiry.yes(text, *grounds, details=details, **shown)
    text = N_("The lots below {limit} come to {out}, more than {share} of all lots: only lots up to {room} together may leave.")
    return inquiry.no(text, *grounds, details=details, **shown)
