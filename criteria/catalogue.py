"""The catalogue: every criterion once, each passing the tests that a machine can decide."""

import re
from collections.abc import Iterator, Mapping

from criteria.codes import Stage
from criteria.criterion import PROMISED, SCORED, Criterion
from criteria.datafile import DATA, read
from criteria.placeholders import PLACEHOLDERS, gaps
from criteria.problems import BadData

WORDS = range(45, 191)


def load_catalogue() -> Mapping[str, Criterion]:
    """Read every criterion; raise BadData for an unknown key, an id twice, a wrong folder or a failed test."""
    catalogue: dict[str, Criterion] = {}
    for path in sorted((DATA / "catalogue").rglob("*.toml")):
        one, file = read(path, Criterion), path.relative_to(DATA).as_posix()
        if one.id in catalogue:
            raise BadData(file, "id", "this id stands twice")
        if path.parent.name != one.family:
            raise BadData(file, "id", f"belongs in the folder '{one.family}'")
        for test, fault in faults(one):
            raise BadData(file, test, fault)
        catalogue[one.id] = one
    _nothing_forbidden_is_written(catalogue)
    return catalogue


def _nothing_forbidden_is_written(catalogue: Mapping[str, Criterion]) -> None:
    """Refuse a wording that holds what any criterion tells never to write."""
    wordings = {one.id: _plain(one.wording) for one in catalogue.values()}
    for one in catalogue.values():
        forbidden = _plain(one.never_write.text)
        for name, wording in wordings.items():
            if forbidden in wording:
                raise BadData(f"catalogue/{name}.toml", "wording", f"says what {one.id} tells never to write")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def faults(one: Criterion) -> Iterator[tuple[str, str]]:
    """Yield (test, fault) for each of the nine tests of a criterion that a machine can decide and that fails."""
    words = len(re.findall(r"\w[\w’'-]*", one.wording))
    if words not in WORDS:
        yield "wording", f"has {words} words, should have {WORDS.start} to {WORDS.stop - 1}"
    for gap in gaps(one.wording):
        if gap not in PLACEHOLDERS:
            yield "wording", f"unknown placeholder {{{gap}}}"
    if _plain(one.never_write.text) in _plain(one.wording):
        yield "never_write", "the wording itself uses what must never be written"
    if one.scale and len({level.lower() for level in one.scale.levels}) < len(one.scale.levels):
        yield "T5", "two levels of the scale read the same"
    if one.stage in (*SCORED, *PROMISED) and not one.effort.checker and one.stage is not Stage.AWARD_CRITERION:
        yield "T6", "nobody's hours are foreseen to check it"
