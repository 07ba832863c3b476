"""Coverage for those who look after the catalogue: what answers each point, what is thin, what is left out."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from advisor.documents.checklist import PHASE_NAMES, PHASES
from advisor.documents.minimum import MINIMUM
from advisor.i18n import Language
from advisor.wizard import journey
from advisor.wizard.labels import HOSTING, POOLING
from criteria import coverage
from criteria.codes import Path, Stage
from criteria.knowledge import Knowledge, knowledge
from criteria.problems import BadData
from criteria.seeds import Seed, carriers


@cache
def lines() -> Mapping[str, str]:
    """Every line of a checklist by its name, such as `minimum-4` or `contract-1`."""
    minimum = tuple(text for text, _decide in MINIMUM)
    lists = {"minimum": minimum, "pooling": POOLING, "hosting": HOSTING, **dict(zip(PHASE_NAMES, PHASES, strict=True))}
    return {f"{name}-{number}": text for name, texts in lists.items() for number, text in enumerate(texts, 1)}


@cache
def questions() -> Mapping[str, str]:
    """The title of every question of the wizard by its name, such as `e1`."""
    return {one.id: one.title for one in journey.questions(Path.FULL)}


def check(known: Knowledge) -> None:
    """Raise BadData where a point names a checklist line or a question that does not exist."""
    for name, seed in known.seeds.items():
        for key, names, exist in (("lines", seed.lines, lines()), ("questions", seed.questions, questions())):
            for one in names:
                if one not in exist:
                    raise BadData("seeds.toml", f"{name}.{key}", f"'{one}' does not exist")


def answers(name: str, seed: Seed, spoken: Language) -> Iterator[tuple[str, str, str]]:
    """Give everything that answers a point as (kind, id, title)."""
    known, carried = spoken.knowledge, carriers(knowledge().catalogue)
    for one in dict.fromkeys((*carried.get(name, ()), *seed.criteria)):
        yield "criterion", one, known.catalogue[one].title
    yield from (("rule", one, known.rules[one].title) for one in seed.rules)
    yield from (("route", stage.value, spoken.show(stage)) for stage in seed.routes)
    yield from (("family", family.value, spoken.show(family)) for family in seed.families)
    yield from (("line", one, spoken.gettext(lines()[one])) for one in seed.lines)
    yield from (("question", one, spoken.gettext(questions()[one])) for one in seed.questions)


def data(known: Knowledge, spoken: Language) -> dict[str, Any]:
    """The whole coverage as plain data, for `--json`."""
    return {
        "table": {family.value: {stage.value: number for stage, number in row.items()} for family, row in coverage.table(known.catalogue.values()).items()},
        "gaps": [
            {"family": gap.family.value, "need": gap.need.value, "items": gap.items, "test": gap.reason.test if gap.reason else None, "because": gap.reason.because if gap.reason else None}
            for gap in coverage.gaps(known.catalogue.values(), known.left_out)
        ],
        "left_out": [one.model_dump() for one in known.left_out.ideas],
        "without_case": without_case(known),
        "seeds": {name: {"asks": seed.asks, "by": list(seed.by), "answers": [f"{kind}:{one}" for kind, one, _ in answers(name, seed, spoken)]} for name, seed in known.seeds.items()},
    }


def text_lines(known: Knowledge, spoken: Language) -> Iterator[str]:
    """The coverage in plain lines: a table of families and stages, gaps, ideas left out, points and their answers."""
    counts = coverage.table(known.catalogue.values())
    short = {stage: f"{number:>3}" for number, stage in enumerate(Stage, 1)}
    yield "Items by family and stage"
    yield "     " + " ".join(short.values()) + "  all"
    for family, row in counts.items():
        yield f"{family.value:4} " + " ".join(f"{number or '.':>3}" for number in row.values()) + f"  {sum(row.values()):3}"
    yield from (f"{text.strip():>3} {stage.value}" for stage, text in short.items())
    for gap in coverage.gaps(known.catalogue.values(), known.left_out):
        yield f"Thin: {gap.family.value} has {gap.items} {gap.need.label}" + (f" ({gap.reason.test}: {gap.reason.because})" if gap.reason else "")
    yield from (f"Left out: {one.id} ({one.test}: {one.because})" for one in known.left_out.ideas)
    yield f"{len(without_case(known))} of {len(known.catalogue)} criteria have no case of their own."
    for name, seed in known.seeds.items():
        yield f"{name} {seed.asks} " + " ".join(f"{kind}:{one}" for kind, one, _ in answers(name, seed, spoken))


def without_case(known: Knowledge) -> list[str]:
    """The criteria that no case used."""
    linked = {name for case in known.cases.values() for name in case.criteria}
    return [name for name in known.catalogue if name not in linked]
