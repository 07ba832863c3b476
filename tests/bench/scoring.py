"""How long scoring takes: six bids, the doctor on them, the full sweep of a page, and growth over tenfold bids."""

import math
import statistics
from collections.abc import Iterator

from criteria.knowledge import knowledge
from criteria.scoring.bench import invented, what_if
from criteria.scoring.doctor import evaluate
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation
from tests.bench.advice import seconds


def six_bids() -> Evaluation:
    """The invented bids on price, quality and three social criteria."""
    criteria = [{"id": name, "points": 12, "scale": 5} for name in ("quality", "plan", "jobs", "hours", "users")]
    content = {"price": {"formula": "lowest_price_ratio", "points": 40}, "criteria": criteria}
    return invented(Evaluation.model_validate(content), ["jobs", "hours", "users"])


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """Microseconds of an evaluation and of the doctor, milliseconds of a sweep, the exponent over tenfold bids."""
    evaluation, grounds = six_bids(), knowledge().grounds
    social = ["jobs", "hours", "users"]
    bids = evaluation.bids
    crowds = [
        evaluation.model_copy(update={"bids": tuple(bids[number % 6].model_copy(update={"id": f"b{number}"}) for number in range(size))})
        for size in (100, 1000)
    ]
    works = (lambda: score(evaluation), lambda: evaluate(evaluation, grounds), lambda: what_if(evaluation, social))
    alone, examined, swept = (statistics.median(seconds(work, 5) for _ in range(rounds)) for work in works)
    growth = statistics.median(
        math.log10(seconds(lambda: score(crowds[1]), 1) / seconds(lambda: score(crowds[0]), 1)) for _ in range(rounds)
    )
    yield "evaluation of six bids, five criteria", f"{alone * 1e6:.0f} µs", "1000 µs"
    yield "the same with the formula doctor", f"{examined * 1e6:.0f} µs, {examined / alone:.1f} × the evaluation", "–"
    yield "full sensitivity sweep, six parts", f"{swept * 1e3:.1f} ms, {swept / alone:.0f} × the evaluation", "50 ms"
    yield "growth of an evaluation over tenfold bids", f"exponent {growth:.2f}", "1.0"
