"""A holding: the answer of the law to one question about a tender, with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from criteria.basis import Basis
from criteria.codes import Answer, ContractType
from criteria.law import LawOnDay
from criteria.prose import Sentence
from criteria.tender import Tender


@dataclass(frozen=True, slots=True)
class Holding:
    question: str
    answer: Answer
    because: tuple[Sentence, ...]
    basis: tuple[Basis, ...] = ()
    ask: tuple[str, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question put to the law: the tender, the law of the day, and what was found before."""

    question: str
    tender: Tender
    law: LawOnDay
    found: Mapping[str, Holding]

    def yes(self, text: str, /, *basis: Basis, details: Mapping[str, Any] | None = None, **values: Any) -> Holding:
        return self._holding(Answer.YES, text, basis, (), details, values)

    def no(self, text: str, /, *basis: Basis, details: Mapping[str, Any] | None = None, **values: Any) -> Holding:
        return self._holding(Answer.NO, text, basis, (), details, values)

    def not_known(self, text: str, /, *basis: Basis, ask: tuple[str, ...] = (), **values: Any) -> Holding:
        return self._holding(Answer.NOT_KNOWN, text, basis, ask, None, values)

    def waits_for(self, *questions: str) -> Holding | None:
        """Give the holding 'not known' where an earlier question is open; None where all are settled."""
        open_ones = [self.found[one] for one in questions if self.found[one].answer is Answer.NOT_KNOWN]
        if not open_ones:
            return None
        ask = tuple(dict.fromkeys(fact for one in open_ones for fact in one.ask))
        return Holding(self.question, Answer.NOT_KNOWN, open_ones[0].because, open_ones[0].basis, ask)

    def _holding(
        self, answer: Answer, text: str, basis: tuple[Basis, ...], ask: tuple[str, ...],
        details: Mapping[str, Any] | None, values: Mapping[str, Any],
    ) -> Holding:
        return Holding(self.question, answer, (Sentence(text, values),), basis, ask, details or {})


def contract_type(tender: Tender) -> ContractType | None:
    """Give the contract type said, or the one that the division of the main CPV code stands for."""
    if tender.contract_type or not tender.cpv:
        return tender.contract_type
    division = tender.cpv[0][:2]
    if division == "45":
        return ContractType.WORKS
    return ContractType.SUPPLIES if division < "45" or division == "48" else ContractType.SERVICES


def in_list(code: str, entries: tuple[str, ...]) -> bool:
    """Say whether a CPV code is one of the listed codes or within a listed range `first..last`."""
    for entry in entries:
        first, _, last = entry.partition("..")
        if first <= code <= (last or first):
            return True
    return False
