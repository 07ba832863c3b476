"""How many wordings are checked in a second, and how that grows with the length of a text."""

import math
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date

from criteria.codes import Stage
from criteria.knowledge import knowledge
from criteria.wording.check import check_wording
from criteria.wording.figures import Known

DAY = date(2026, 11, 28)
LONG = 410_000


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """Seconds for 1 000 short wordings on one core, warm; growth over a text ten times as long."""
    known = knowledge()
    texts = [one.never_write.text for one in known.catalogue.values()]
    prose = (" ".join(one.wording for one in known.catalogue.values()) * 4)[:LONG]

    def check(text: str) -> None:
        check_wording(text, Known(stage=Stage.PERFORMANCE_CONDITION), known, DAY, "en")

    def check_all() -> None:
        for text in texts:
            check(text)

    check_all()
    check(prose)
    thousand = [seconds(check_all) * 1000 / len(texts) for _ in range(rounds)]
    growth = [math.log10(seconds(lambda: check(prose)) / seconds(lambda: check(prose[: len(prose) // 10]))) for _ in range(rounds)]
    yield "1 000 wordings checked, one core, warm", f"{statistics.median(thousand):.2f} s", "1 s"
    yield "growth of the check over a text ten times as long", f"exponent {statistics.median(growth):.2f}", "1.0"


def seconds(work: Callable[[], object]) -> float:
    """The time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
