"""Finding cases by filters and plain words, and saying which filter to loosen when nothing is found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from advisor.i18n import Language, language
from advisor.wizard.cpv_search import MOST_LETTERS, NEAR, keys, plain
from criteria.cases import Case
from criteria.codes import Code, Objective, PlaceSize, PurchaseFamily, Stage, Strength
from criteria.precedents import Sought, nearest
from criteria.prose import N_

WORDS = "words"
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True)
class Filter:
    """One drop-down list: its name in the address, its label, and what of a case it looks at."""

    name: str
    label: str
    of: Callable[[Case], tuple[str, ...]]
    codes: type[Code] | None

    def options(self, cases: Iterable[Case], spoken: Language) -> list[tuple[str, str]]:
        """The values that occur, as (code, label): in the order of their list, countries by the alphabet."""
        found = {value for case in cases for value in self.of(case)}
        if self.codes is None:
            return sorted(((code, spoken.territory(code)) for code in found), key=lambda entry: plain(entry[1]))
        return [(code.value, spoken.show(code)) for code in self.codes if code in found]


FILTERS: tuple[Filter, ...] = (
    Filter("family", N_("What was bought"), lambda case: (case.family,), PurchaseFamily),
    Filter("country", N_("Country"), lambda case: (case.country,), None),
    Filter("stage", N_("Stage"), lambda case: case.stages, Stage),
    Filter("goal", N_("Goal"), lambda case: case.goals, Objective),
    Filter("size", N_("Size of the place"), lambda case: (case.size,) if case.size else (), PlaceSize),
    Filter("evidence", N_("Evidence"), lambda case: (case.evidence,), Strength),
)


@dataclass(frozen=True)
class Loosening:
    """One filter to leave out, and how many cases that would bring."""

    name: str
    label: str
    cases: int


def found(wanted: Mapping[str, str], spoken: Language) -> list[Case]:
    """Give the cases that pass every filter and hold all words; by fit of the words, else newest first."""
    cases = list(spoken.knowledge.cases.values())
    for one in FILTERS:
        if value := wanted.get(one.name):
            cases = [case for case in cases if value in one.of(case)]
    newest = sorted(cases, key=lambda case: (-case.year, plain(case.title)))
    sought = keys(wanted.get(WORDS, "")[:MOST_LETTERS])
    if not sought:
        return newest
    fit = _fit(sought, spoken.code)
    return sorted((case for case in newest if case.id in fit), key=lambda case: -fit[case.id])


def loosenings(wanted: Mapping[str, str], spoken: Language) -> list[Loosening]:
    """Say for each entry in use what leaving it out would bring, most cases first; nothing that brings none."""
    names = {**{one.name: one.label for one in FILTERS}, WORDS: N_("Words")}
    tried = [
        Loosening(name, label, len(found({**wanted, name: ""}, spoken)))
        for name, label in names.items() if wanted.get(name)
    ]
    return sorted((one for one in tried if one.cases), key=lambda one: -one.cases)


def like(case: Case, spoken: Language, most: int = 2) -> list[Case]:
    """The cases nearest to a case, itself left out."""
    others = [one for one in spoken.knowledge.cases.values() if one.id != case.id]
    return nearest(others, Sought(case.family, case.country, case.value, frozenset(case.criteria)))[:most]


def _fit(sought: tuple[str, ...], code: str) -> dict[str, float]:
    """The cases that hold each of some words, one like it or one that begins with it, with how well they fit."""
    index, sums = _index(code), dict.fromkeys(language(code).knowledge.cases, 0.0)
    for key in sought:
        best: dict[str, float] = {}
        for word, nearness in _words_like(key, index):
            for name in index[word]:
                best[name] = max(best.get(name, 0), nearness)
        sums = {name: total + best[name] for name, total in sums.items() if name in best}
    return sums


def _words_like(key: str, index: Mapping[str, list[str]]) -> Iterable[tuple[str, float]]:
    for word, nearness, _ in process.extract(key, index.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=None):
        yield word, nearness
    if len(key) >= _SHORTEST_BEGINNING:
        yield from ((word, float(NEAR)) for word in index if word.startswith(key))


@cache
def _index(code: str) -> dict[str, list[str]]:
    """Every word of the cases in a language, with the cases it stands in."""
    spoken = language(code)
    index: dict[str, list[str]] = {}
    for case in spoken.knowledge.cases.values():
        told = (
            case.title, case.place, spoken.territory(case.country), spoken.show(case.family), case.story, case.used,
            case.pattern or "", case.outcome, case.copy_this, case.caution, *map(spoken.show, (*case.stages, *case.goals)),
        )
        for word in dict.fromkeys(keys(" ".join(told))):
            index.setdefault(word, []).append(case.id)
    return index
