"""Thresholds in national currency.  Article 6(3) and (4) of 2014/24/EU."""

from dataclasses import replace

from criteria import basis
from criteria.prose import N_, InCurrency, Sentence
from criteria.regime.holding import Holding, Inquiry


def in_national_currency(inquiry: Inquiry, threshold: str, holding: Holding) -> Holding:
    """Add to a holding about a threshold in euro what it is in the currency that counts outside the euro."""
    country, law = inquiry.tender.country, inquiry.law
    currency = law.currency(country)
    if currency is None:
        return holding
    value = law.national(threshold, country)
    if value is None or value.amount is None:
        text = N_(
            "Outside the euro the amount in national currency counts ({currency}), and we do not hold it for this day. "
            "Look it up in the Official Journal and work your value out in that currency."
        )
        return replace(holding, because=(*holding.because, Sentence(text, {"currency": currency})))
    text = N_(
        "Outside the euro the amount in national currency counts: {amount}. You typed euro, so work your value out in "
        "that currency as well if it is close."
    )
    because = Sentence(text, {"amount": InCurrency(value.amount, currency)})
    ground = basis.of_value(value, law.law.parameters[threshold].title)
    return replace(holding, because=(*holding.because, because), basis=(*holding.basis, ground))
