"""Coverage: every point is answered by something that exists, and what is thin has a reason."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from advisor import coverage as report
from advisor.i18n import language
from criteria.codes import Family, Stage
from criteria.coverage import gaps, table
from criteria.knowledge import Knowledge, _every_reference_leads_somewhere
from criteria.left_out import Need
from criteria.problems import BadData
from criteria.seeds import carriers

PROJECT = Path(__file__).resolve().parents[2]
KINDS = {"CR": "criterion", "RU": "rule", "CK": "line", "WQ": "question"}


def reference(name: str) -> str:
    """A page of the reference, if it lies beside the project."""
    places = (parent / "shared" / "reference" / name for parent in list(PROJECT.parents)[:2])
    path = next((place for place in places if place.exists()), None)
    if path is None:
        pytest.skip(f"the reference page {name} is not beside the project")
    return path.read_text("utf-8")


def test_every_marked_row_of_the_reference_is_answered_by_the_kinds_it_asks_for(known: Knowledge) -> None:
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in reference("seeds.md").splitlines() if re.match(r"\| [CDG]\d+\.\d+ \|", line)]
    marked = {row[0]: {KINDS[code] for code in row[-1].split(", ") if code in KINDS} for row in rows}
    asked = {name: kinds for name, kinds in marked.items() if kinds}
    assert len(asked) > 100
    assert {name: set(known.seeds[name].by) for name in asked if name in known.seeds} == asked


def test_every_candidate_of_the_reference_is_in_the_catalogue_or_left_out_with_a_reason(known: Knowledge) -> None:
    candidates = re.findall(r"^\| ([a-z]{3}-[a-z0-9-]+) \|", reference("catalogue.md"), re.MULTILINE)
    assert len(candidates) == 190
    assert set(candidates) <= set(known.catalogue) | {one.id for one in known.left_out.ideas}


def test_every_point_says_what_answers_it(known: Knowledge) -> None:
    report.check(known)
    for name, seed in known.seeds.items():
        assert list(report.answers(name, seed, language("fr"))) or not seed.by, name


def test_what_is_left_out_is_not_in_the_catalogue(known: Knowledge) -> None:
    assert not {one.id for one in known.left_out.ideas} & set(known.catalogue)


def test_a_family_has_two_award_criteria_and_two_conditions_or_a_reason(known: Knowledge) -> None:
    found = gaps(known.catalogue.values(), known.left_out)
    assert [gap for gap in found if gap.reason is None] == []
    assert {(gap.family, gap.need) for gap in found} == {(one.family, one.need) for one in known.left_out.thin}


def test_a_thin_family_without_a_reason_is_a_gap(known: Knowledge) -> None:
    few = [one for one in known.catalogue.values() if one.family is not Family.FINANCE]
    assert [(gap.family, gap.need, gap.items) for gap in gaps(few, known.left_out) if gap.reason is None] == [
        (Family.FINANCE, Need.AWARD, 0), (Family.FINANCE, Need.CONDITION, 0),
    ]


def test_the_table_counts_every_item_once(known: Knowledge) -> None:
    counts = table(known.catalogue.values())
    assert set(counts) == set(Family) and all(set(row) == set(Stage) for row in counts.values())
    assert sum(sum(row.values()) for row in counts.values()) == len(known.catalogue)


@pytest.mark.parametrize(("change", "words"), [
    ({"rules": ("L-999",)}, r"seeds\.toml: D2\.6\.rules: 'L-999' does not exist"),
    ({"criteria": ("clu-no-such",)}, r"seeds\.toml: D2\.6\.criteria: 'clu-no-such' does not exist"),
    ({"by": ("line",)}, r"seeds\.toml: D2\.6\.by: no line answers it"),
])
def test_a_point_that_leads_nowhere_stops_the_start(known: Knowledge, change: dict[str, tuple[str, ...]], words: str) -> None:
    seed = known.seeds["D2.6"].model_copy(update=change)
    with pytest.raises(BadData, match=words):
        _every_reference_leads_somewhere(replace(known, seeds={**known.seeds, "D2.6": seed}))


@pytest.mark.parametrize(("change", "words"), [({"lines": ("minimum-99",)}, "lines: 'minimum-99'"), ({"questions": ("a99",)}, "questions: 'a99'")])
def test_a_line_or_question_that_does_not_exist_stops_the_start(known: Knowledge, change: dict[str, tuple[str, ...]], words: str) -> None:
    seed = known.seeds["D2.6"].model_copy(update=change)
    with pytest.raises(BadData, match=f"{words} does not exist"):
        report.check(replace(known, seeds={"D2.6": seed}))


def test_a_criterion_that_names_an_unknown_point_stops_the_start(known: Knowledge) -> None:
    one = known.catalogue["clu-joint-delivery-plan"].model_copy(update={"seeds": ("D99.9",)})
    with pytest.raises(BadData, match=r"seeds: 'D99\.9' does not exist"):
        _every_reference_leads_somewhere(replace(known, catalogue={**known.catalogue, one.id: one}))


def test_carriers_are_the_criteria_that_name_a_point(known: Knowledge) -> None:
    assert "clu-joint-delivery-plan" in carriers(known.catalogue)["D2.6"]
