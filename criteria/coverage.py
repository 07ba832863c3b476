"""How well the catalogue is covered: items by family and stage, and families with too few of a kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from criteria.codes import Family, Stage
from criteria.criterion import PROMISED, SCORED, Criterion
from criteria.left_out import LeftOut, Need, Thin

ENOUGH = 2
_STAGES: Mapping[Need, tuple[Stage, ...]] = {Need.AWARD: SCORED, Need.CONDITION: PROMISED}


class Gap(NamedTuple):
    """A family with fewer than two items of a kind, and the reason where it is left so."""

    family: Family
    need: Need
    items: int
    reason: Thin | None


def table(catalogue: Iterable[Criterion]) -> Mapping[Family, Mapping[Stage, int]]:
    """Count the items of each family at each stage; every family and stage is there."""
    counted = Counter((one.family, one.stage) for one in catalogue)
    return {family: {stage: counted[family, stage] for stage in Stage} for family in Family}


def gaps(catalogue: Iterable[Criterion], left_out: LeftOut) -> list[Gap]:
    """List the families that have fewer than two award criteria or fewer than two conditions."""
    counts = table(catalogue)
    reasons = {(one.family, one.need): one for one in left_out.thin}
    found = []
    for family in Family:
        for need, stages in _STAGES.items():
            items = sum(counts[family][stage] for stage in stages)
            if items < ENOUGH:
                found.append(Gap(family, need, items, reasons.get((family, need))))
    return found
