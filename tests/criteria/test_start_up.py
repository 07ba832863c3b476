"""Wrong data stops the start with one line that names file and key; nothing is skipped or guessed."""

import shutil
import sys
from pathlib import Path

import pytest

from criteria.datafile import DATA
from criteria.knowledge import knowledge
from criteria.problems import BadData

PLAN = "catalogue/clu/clu-joint-delivery-plan.toml"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all data that the program reads instead of its own."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    for name, module in list(sys.modules.items()):
        if name.startswith("criteria") and hasattr(module, "DATA"):
            monkeypatch.setattr(module, "DATA", copy)
    return copy


def start() -> None:
    """Read everything again, as at a start."""
    knowledge.__wrapped__()


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_data_as_it_is_starts(data: Path) -> None:
    start()


@pytest.mark.parametrize(("file", "old", "new", "words"), [
    (PLAN, "answer_pages", "answer_page", "answer_page"),
    (PLAN, '"d24-67-2-a"', '"d24-67-9"', "law: 'd24-67-9' does not exist"),
    (PLAN, 'stage = "award_criterion"', 'stage = "monitoring"', "an award criterion has a weight, nothing else has one"),
    (PLAN, '{service}', '{servise}', "unknown placeholder {servise}"),
    ("law/eu/turnover-cap.toml", "checked_on = 20", "checked_on = 19x", "not readable as TOML"),
    ("law/eu/turnover-cap.toml", 'source = "', 'source = "NOWHERE-', "no source 'NOWHERE-"),
    ("law/eu/threshold-works.toml", "valid_to = 2023-12-31", "valid_to = 2024-06-30", "begins before the one before it ends"),
    ("provisions/directive-2014-24.toml", 'id = "d24-2-1-22"', 'id = "d24-67-2-a"', "this provision stands twice"),
    (PLAN, 'kind = "score"', 'kind = "compliance"', "needs a scale of kind 'score'"),
    (PLAN, "(d) how workers and users are heard; ", "(d) how workers and users are heard; " + "word " * 90, "words, should have"),
    ("catalogue/emp/emp-integration-hours.toml", 'kind = "compliance"', 'kind = "score"', "needs a scale of kind 'compliance'"),
    ("catalogue/ndi/ndi-clause-basic.toml", "remedies = [", "incompatible = []\nremedies = []\nkpi_more = [", "kpi_more"),
    ("rules/L-17.toml", "when = [", "whenever = [", "whenever"),
    ("instruments/lots.toml", "[goals.visibility]", "[goals.fame]", "goals"),
    ("rulings/j-02.toml", "decided_on = 1988-09-20", "decided_on = 1988-09-31", "not readable as TOML"),
    ("cases/dinan-cleaning-2020.toml", "must_contain = [", 'must_contain = ["clu-wish", ', "'clu-wish' does not exist"),
])
def test_one_wrong_line_stops_the_start_with_its_file(data: Path, file: str, old: str, new: str, words: str) -> None:
    changed(data / file, old, new)
    with pytest.raises(BadData) as caught:
        start()
    assert Path(file).stem in str(caught.value) and words in str(caught.value)


def test_a_wording_that_another_item_forbids_stops_the_start(data: Path) -> None:
    forbidden = "Points for bidders belonging to a social cluster of our district."
    changed(data / "catalogue/clu/clu-pooled-means.toml", 'wording = """', f'wording = """{forbidden} ')
    with pytest.raises(BadData, match=r"clu-pooled-means\.toml: wording: says what clu-joint-delivery-plan tells never to write"):
        start()
