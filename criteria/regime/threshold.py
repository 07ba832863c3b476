"""Does the contract reach its threshold, and does the light regime apply?  Art. 4, 5 and 74 of 2014/24/EU."""

from collections.abc import Mapping

from criteria import basis
from criteria.codes import Answer, AuthorityKind, ContractType
from criteria.prose import N_, Money
from criteria.regime.currency import in_national_currency
from criteria.regime.holding import Holding, Inquiry, contract_type, in_list

WORKS, LIGHT, OTHER = "works", "light", "other"
_PARAMETERS: Mapping[tuple[str, AuthorityKind | None], str] = {
    (WORKS, None): "threshold-works",
    (LIGHT, None): "threshold-social",
    (OTHER, None): "threshold-sub-central",
    (OTHER, AuthorityKind.CENTRAL): "threshold-central",
    (WORKS, AuthorityKind.UTILITY): "threshold-utilities-works",
    (LIGHT, AuthorityKind.UTILITY): "threshold-utilities-social",
    (OTHER, AuthorityKind.UTILITY): "threshold-utilities-other",
}


def light_service(inquiry: Inquiry) -> Holding:
    """Say whether the main CPV code is on the list of social and other special services (Annex XIV)."""
    tender, listed = inquiry.tender, inquiry.law.value("annex-xiv-cpv")
    ground = basis.of_value(listed)
    if contract_type(tender) in (ContractType.WORKS, ContractType.SUPPLIES):
        return inquiry.no(N_("Only services can be on the list of social and other special services."), ground)
    if tender.cpv:
        if in_list(tender.cpv[0], listed.codes):
            text = N_("The main CPV code {code} is on the list of social and other special services.")
            return inquiry.yes(text, ground, code=tender.cpv[0])
        text = N_("The main CPV code {code} is not on the list of social and other special services.")
        return inquiry.no(text, ground, code=tender.cpv[0])
    if tender.special_service is None:
        text = N_("The CPV code decides whether this is a social or other special service.")
        return inquiry.not_known(text, ground, ask=("cpv",))
    settle = inquiry.yes if tender.special_service else inquiry.no
    return settle(N_("You answered this yourself; a CPV code would settle it."), ground)


def above_threshold(inquiry: Inquiry) -> Holding:
    """Say whether the value is equal to or above the threshold in force on the day, and by how much."""
    tender, law = inquiry.tender, inquiry.law
    names, ask = _candidates(inquiry)
    values = {name: law.value(name) for name in names}
    if tender.estimated_value is None:
        grounds = tuple(basis.of_value(value, law.law.parameters[name].title) for name, value in values.items())
        text = N_("The estimated value is not known yet.")
        return inquiry.not_known(text, *grounds, ask=("estimated_value", *ask))
    amounts = sorted((law.amount(name), name) for name in names)
    reached = [amount <= tender.estimated_value for amount, _ in amounts]
    if any(reached) and not all(reached):
        return inquiry.not_known(N_("The threshold that applies depends on facts that are not known yet."), ask=ask)
    amount, name = amounts[-1] if any(reached) else amounts[0]
    margin = abs(tender.estimated_value - amount)
    ground = basis.of_value(values[name], law.law.parameters[name].title)
    shown = {"threshold": Money(amount), "margin": Money(margin)}
    details = {"threshold": amount, "margin": tender.estimated_value - amount, "parameter": name}
    if any(reached):
        text = N_("The estimated value reaches the threshold of {threshold}; it is {margin} above it.")
        return in_national_currency(inquiry, name, inquiry.yes(text, ground, details=details, **shown))
    text = N_("The estimated value is {margin} below the threshold of {threshold}.")
    return in_national_currency(inquiry, name, inquiry.no(text, ground, details=details, **shown))


def light_regime(inquiry: Inquiry) -> Holding:
    """Say whether Articles 74 to 76 rule the procedure: a listed service at or above its threshold."""
    service, above = inquiry.found["light_service"], inquiry.found["above_threshold"]
    if inquiry.tender.concession:
        return inquiry.no(N_("A concession follows Directive 2014/23/EU, which has its own lighter rules for such services."))
    if service.answer is Answer.NO:
        return Holding(inquiry.question, Answer.NO, service.because, service.basis)
    if waiting := inquiry.waits_for("light_service", "above_threshold"):
        return waiting
    grounds = (*service.basis, *above.basis)
    if above.answer is Answer.NO:
        text = N_("It is a special service below its threshold: EU procedure rules do not bind, national rules may.")
        return inquiry.no(text, *grounds)
    text = N_("It is a special service at or above its threshold: the light regime of Articles 74 to 76 applies.")
    return inquiry.yes(text, *grounds)


def _candidates(inquiry: Inquiry) -> tuple[list[str], tuple[str, ...]]:
    """Name every threshold that may apply given what is known, and the facts that would settle it."""
    tender, kind = inquiry.tender, contract_type(inquiry.tender)
    if tender.concession:
        return ["threshold-concessions"], ()
    service = inquiry.found["light_service"].answer
    ask: tuple[str, ...] = ()
    if kind is ContractType.WORKS:
        classes = [WORKS]
    elif kind is None:
        classes, ask = [WORKS, LIGHT, OTHER], ("contract_type", "cpv")
    elif service is Answer.NOT_KNOWN:
        classes, ask = [LIGHT, OTHER], ("cpv",)
    else:
        classes = [LIGHT if service is Answer.YES else OTHER]
    if tender.authority.kind is None and OTHER in classes:
        ask = (*ask, "authority.kind")
    authorities = [tender.authority.kind] if tender.authority.kind else [None, AuthorityKind.CENTRAL]
    names = {_PARAMETERS.get((one, who)) or _PARAMETERS[one, None] for one in classes for who in authorities}
    return sorted(names), ask
