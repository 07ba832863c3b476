"""A scored evaluation as plain data for programs (interface section 4) and as plain lines for people."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from advisor.i18n import Language
from criteria.basis import Basis
from criteria.design_file import read_json
from criteria.knowledge import knowledge
from criteria.problems import bad_input
from criteria.prose import N_, Sentence
from criteria.scoring.doctor import evaluate
from criteria.scoring.doctor.repair import repaired
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.exact import decimal_text
from criteria.scoring.lots import LotsResult, evaluate_lots
from criteria.scoring.result import Result, Warned

MOST_BYTES = 10_000_000
Scored = Result | LotsResult


def scored(content: bytes) -> Scored:
    """Read an evaluation file and score it, lots included; raise BadInput with key and remedy."""
    data = read_json(content, MOST_BYTES)
    try:
        evaluation = Evaluation.model_validate(data)
    except ValidationError as error:
        raise bad_input(error) from None
    grounds = knowledge().grounds
    return evaluate_lots(evaluation, grounds) if evaluation.lots else evaluate(evaluation, grounds)


def answered(content: bytes, language: Language) -> dict[str, Any]:
    """Answer an evaluation file with the data of interface section 4, for other programs; raise BadInput with key and remedy."""
    return scores_data(scored(content), language)


def results_of(one: Scored) -> dict[str, Result]:
    """The results by lot; an evaluation without lots stands under an empty name."""
    return dict(one.results) if isinstance(one, LotsResult) else {"": one}


def warned(one: Scored) -> bool:
    """Say whether there is any warning."""
    return any(result.warnings for result in results_of(one).values())


def scores_data(one: Scored, language: Language) -> dict[str, Any]:
    """Give the data of interface section 4; with lots, one such group for each, and who gets which lot."""

    def cite(ground: Basis) -> dict[str, Any]:
        return {**ground.as_data(), "citation": language.cite(ground), "says": language.gettext(ground.says)}

    def data(result: Result) -> dict[str, Any]:
        content = result.as_data(language.say, cite)
        for warning, entry in zip(result.warnings, content["warnings"], strict=True):
            entry["repaired"] = _repaired(result, warning, language)
        return content

    if isinstance(one, Result):
        return data(one)
    return {
        "lots": {lot: data(result) for lot, result in one.results.items()},
        "awards": dict(one.awards),
        "passed_over": {lot: {bid: language.say(why) for bid, why in reasons.items()} for lot, reasons in one.passed_over.items()},
        "tied_allocations": [dict(combination) for combination in one.tied],
    }


def _repaired(result: Result, warning: Warned, language: Language) -> dict[str, Any] | None:
    """The same bids under the rule that repairs a fault; None where another rule repairs nothing."""
    other = repaired(result, warning.code)
    if other is None:
        return None
    scored_again = other.new.as_data(language.say)
    return {
        "because": language.say(other.because),
        "price": other.evaluation.price.model_dump(mode="json", exclude_none=True),
        **{name: scored_again[name] for name in ("totals", "totals_decimal", "ranking", "winner")},
    }


def scores_lines(one: Scored, language: Language) -> Iterator[str]:
    """Say the ranking, the arithmetic, what is out and the warnings in lines to read."""
    for lot, result in results_of(one).items():
        if lot:
            yield language.say(Sentence(N_("Lot {lot}"), {"lot": lot}))
        yield from _result_lines(result, language)
    if isinstance(one, LotsResult):
        yield from _award_lines(one, language)


def _result_lines(result: Result, language: Language) -> Iterator[str]:
    for name, rank in result.ranks.items():
        yield f"{rank:3}. {name}  {decimal_text(result.rows[name].total)}"
    for group in result.tied:
        yield language.say(Sentence(N_("Nothing tells these bids apart: {bids}."), {"bids": list(group)}))
    for name, reason in result.excluded.items():
        yield f"  – {name}  {language.say(reason)}"
    yield ""
    for line in result.working.values():
        yield language.say(line)
    if not all(row.exact for row in result.rows.values()):
        yield language.say(Sentence(N_("Some figures have no exact form; they were computed with 50 digits.")))
    for warning in result.warnings:
        grounds = language.apart(language.cite(ground) for ground in warning.basis)
        yield ""
        yield f"{language.show(warning.severity)} · {language.show(warning.code)} [{warning.code.value}]"
        yield f"  {language.say(warning.why)}"
        yield f"  {language.say(warning.repair)} ({grounds})"
    yield ""


def _award_lines(one: LotsResult, language: Language) -> Iterator[str]:
    for lot, bid in one.awards.items():
        text = N_("Lot {lot} goes to {bid}.") if bid else N_("Lot {lot} is open: no bid, or bids that nothing tells apart.")
        yield language.say(Sentence(text, {"lot": lot, "bid": bid}))
        for name, reason in one.passed_over[lot].items():
            yield f"  – {name}: {language.say(reason)}"
