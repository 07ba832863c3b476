"""The points of the founding documents, in our words, and what in the program answers each of them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from criteria.codes import PurchaseFamily, Stage
from criteria.criterion import Criterion, SeedId
from criteria.datafile import DATA, read
from criteria.findings import RuleId
from criteria.prose import Frozen, Prose
from criteria.values import Slug

Kind = Literal["criterion", "rule", "line", "question"]
LineId = Annotated[str, StringConstraints(pattern=r"^[a-z]+-\d+$")]
QuestionId = Annotated[str, StringConstraints(pattern=r"^[a-i]\d+$")]


class Seed(Frozen):
    """One point: what it asks for, by what kinds of answer (`by`), and the answers.

    Criteria that carry the point in their own `seeds` are not named again. A point may be answered by a route or a
    family of purchases where others have a rule; all three belong to the rule engine.
    """

    asks: Prose
    by: tuple[Kind, ...] = ()
    criteria: tuple[Slug, ...] = ()
    rules: tuple[RuleId, ...] = ()
    routes: tuple[Stage, ...] = ()
    families: tuple[PurchaseFamily, ...] = ()
    lines: tuple[LineId, ...] = ()
    questions: tuple[QuestionId, ...] = ()

    def lacks(self, carried: bool) -> tuple[Kind, ...]:
        """The kinds of answer it asks for and does not have; `carried` says that a criterion names it."""
        has: Mapping[Kind, bool] = {
            "criterion": carried or bool(self.criteria), "rule": bool(self.rules or self.routes or self.families),
            "line": bool(self.lines), "question": bool(self.questions),
        }
        return tuple(kind for kind in self.by if not has[kind])


class _Seeds(Frozen):
    seeds: dict[SeedId, Seed]


def load_seeds() -> Mapping[str, Seed]:
    """Read the points; raise BadData naming file and key."""
    return read(DATA / "seeds.toml", _Seeds).seeds


def carriers(catalogue: Mapping[str, Criterion]) -> Mapping[str, tuple[str, ...]]:
    """For each point, the criteria that name it."""
    found: dict[str, list[str]] = {}
    for one in catalogue.values():
        for seed in one.seeds:
            found.setdefault(seed, []).append(one.id)
    return {seed: tuple(names) for seed, names in found.items()}
