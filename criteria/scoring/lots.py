"""Several lots: each scored alone, then shared out under the announced limit and allocation rule."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from criteria.basis import Basis
from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.scoring.doctor import evaluate
from criteria.scoring.evaluation import Allocation, Evaluation
from criteria.scoring.exact import ZERO
from criteria.scoring.result import Result

# All combinations of lots and bidders are compared; beyond this many lots that would take too long.
MOST_LOTS_TO_COMBINE = 6


@dataclass(frozen=True, slots=True)
class LotsResult:
    """The result of each lot, who gets it (None: nobody, or a tie), and who was passed over with the reason."""

    results: Mapping[str, Result]
    awards: Mapping[str, str | None]
    passed_over: Mapping[str, Mapping[str, Sentence]]
    tied: tuple[Mapping[str, str | None], ...] = ()


def evaluate_lots(evaluation: Evaluation, grounds: Mapping[str, Basis]) -> LotsResult:
    """Score every lot, then award under `lots_per_bidder` and `allocation`; raise BadInput with key and remedy."""
    _check(evaluation)
    results: dict[str, Result] = {}
    for number, alone in enumerate(lot_evaluations(evaluation)):
        try:
            results[evaluation.lots[number].id] = evaluate(alone, grounds)
        except BadInput as fault:
            raise BadInput(f"lots[{number}].{fault.key}", fault.problem, fault.remedy) from None
    limit = evaluation.lots_per_bidder or len(results)
    if evaluation.allocation is Allocation.BEST_TOTAL:
        return _best_total(results, limit)
    return _in_order(results, limit)


def lot_evaluations(evaluation: Evaluation) -> Iterator[Evaluation]:
    """Each lot as an evaluation of its own, with the common rule where it names none."""
    for lot in evaluation.lots:
        changes = {
            "bids": lot.bids, "lots": (), "lots_per_bidder": None, "allocation": None,
            "price": lot.price or evaluation.price,
            "criteria": evaluation.criteria if lot.criteria is None else lot.criteria,
        }
        yield evaluation.model_copy(update=changes)


def _check(evaluation: Evaluation) -> None:
    if evaluation.bids:
        raise BadInput("bids", Sentence(N_("Bids stand beside the lots.")), Sentence(N_("Move each bid into its lot.")))
    names = [lot.id for lot in evaluation.lots]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise BadInput(
                f"lots[{number}].id", Sentence(N_("The id {name} stands twice."), {"name": name}), Sentence(N_("Give each its own id.")),
            )
    if evaluation.lots_per_bidder is not None and evaluation.allocation is None:
        raise BadInput(
            "allocation",
            Sentence(N_("A limit on lots needs a rule that says who gets which lot.")),
            Sentence(N_("Add lot_order or best_total, as announced in the documents.")),
        )
    if evaluation.allocation is Allocation.BEST_TOTAL and len(names) > MOST_LOTS_TO_COMBINE:
        raise BadInput(
            "allocation", Sentence(N_("These are too many lots to compare every combination.")),
            Sentence(N_("Use at most {most} lots, or lot_order."), {"most": MOST_LOTS_TO_COMBINE}),
        )


def _in_order(results: Mapping[str, Result], limit: int) -> LotsResult:
    """Lot after lot to the best bidder who may still win one; a tie for a lot leaves it open."""
    won: Counter[str] = Counter()
    awards: dict[str, str | None] = {}
    passed: dict[str, dict[str, Sentence]] = {}
    for lot, result in results.items():
        full = [name for name in result.ranks if won[name] >= limit]
        free = [name for name in result.ranks if won[name] < limit]
        best = [name for name in free if result.ranks[name] == result.ranks[free[0]]]
        awards[lot] = best[0] if len(best) == 1 else None
        passed[lot] = {name: _reason(limit) for name in full if not free or result.ranks[name] < result.ranks[free[0]]}
        if awards[lot]:
            won[best[0]] += 1
    return LotsResult(results, awards, passed)


def _best_total(results: Mapping[str, Result], limit: int) -> LotsResult:
    """The combination that leaves no lot open if it can, then has the best sum of totals; a tie is said."""
    best: tuple[int, Fraction] | None = None
    found: list[dict[str, str | None]] = []
    for combination in _combinations(list(results.items()), limit, Counter()):
        worth = _worth(results, combination)
        if best is None or worth > best:
            best, found = worth, []
        if worth == best:
            found.append(combination)
    awards = found[0] if len(found) == 1 else {
        lot: found[0][lot] if len({one[lot] for one in found}) == 1 else None for lot in results
    }
    passed = {
        lot: {name: _reason(limit) for name in result.ranks if awards[lot] and result.ranks[name] < result.ranks[awards[lot] or ""]}
        for lot, result in results.items()
    }
    return LotsResult(results, awards, passed, tuple(found) if len(found) > 1 else ())


def _combinations(lots: list[tuple[str, Result]], limit: int, won: Counter[str]) -> Iterator[dict[str, str | None]]:
    """Every way to share out the lots; of each lot only as many of the best bidders as there are lots can matter."""
    if not lots:
        yield {}
        return
    (lot, result), rest = lots[0], lots[1:]
    last = result.ranks[result.ranking[min(len(result.ranking), MOST_LOTS_TO_COMBINE) - 1]] if result.ranking else 0
    for name in [*(name for name, rank in result.ranks.items() if rank <= last and won[name] < limit), None]:
        more = won + Counter([name] if name else [])
        for others in _combinations(rest, limit, more):
            yield {lot: name, **others}


def _worth(results: Mapping[str, Result], combination: Mapping[str, str | None]) -> tuple[int, Fraction]:
    given = [(results[lot], name) for lot, name in combination.items() if name]
    signs = [-1 if result.better == "lower" else 1 for result, _ in given]
    return len(given), sum((sign * result.rows[name].total for sign, (result, name) in zip(signs, given, strict=True)), ZERO)


def _reason(limit: int) -> Sentence:
    return Sentence(N_("It may win at most {limit} of the lots."), {"limit": limit})
