"""How long advice takes, alone and as a share of the results page; how it grows with the catalogue."""

import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from advisor.app import create_app
from advisor.settings import Settings
from advisor.wizard.answers import answers_of
from criteria.advice import advise
from criteria.knowledge import Knowledge, knowledge
from tests.conftest import design


def seconds(work: Callable[[], object], times: int = 20) -> float:
    """The time of one call, from a burst of calls."""
    begin = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begin) / times


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """Advice in microseconds, its share of the results page, its growth over a tenfold catalogue."""
    tender, known = design(), knowledge()
    app = create_app(Settings(data=Path(tempfile.mkdtemp()), secret_key="x"))
    link = app.extensions["drafts"].create(answers_of(tender))
    client = app.test_client()
    alone, page = [], []
    for _ in range(rounds):
        alone.append(seconds(lambda: advise(tender, known)))
        page.append(seconds(lambda: client.get(f"/en/t/{link}/results"), 5))
    share = statistics.median(one / whole for one, whole in zip(alone, page, strict=True))
    yield f"advise(), {len(known.catalogue)} criteria, every condition explained", f"{statistics.median(alone) * 1e6:.0f} µs", "3000 µs"
    yield "its share of the results page", f"{share:.0%} of {statistics.median(page) * 1e3:.0f} ms", "10 %"
    few = _cut(known, len(known.catalogue) // 10)
    growth = statistics.median(math.log10(seconds(lambda: advise(tender, known)) / seconds(lambda: advise(tender, few))) for _ in range(rounds))
    yield "growth of advise() over a tenfold catalogue", f"exponent {growth:.2f}", "1.0"


def _cut(known: Knowledge, number: int) -> Knowledge:
    kept = {name: one.model_copy(update={"incompatible": (), "beside": ()}) for name, one in list(known.catalogue.items())[:number]}
    return replace(known, catalogue=kept)
