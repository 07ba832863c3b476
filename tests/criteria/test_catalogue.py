"""The catalogue is complete, alike, and obeys its own rules; a bad file is refused with its address."""

import re
from pathlib import Path

import pytest

from criteria.catalogue import faults, load_catalogue
from criteria.codes import EvidenceLevel, Family, Objective, Risk, Stage, Status
from criteria.criterion import Criterion
from criteria.datafile import DATA, read
from criteria.knowledge import Knowledge, knowledge
from criteria.placeholders import PLACEHOLDERS, gaps
from criteria.problems import BadData
from criteria.prose import passages

CATALOGUE = load_catalogue()
ITEMS = list(CATALOGUE.values())
EXEMPLARS = (
    "clu-joint-delivery-plan", "clu-shared-governance", "hel-civil-society", "sep-reserve-lot-art20", "sep-buy-social-chain",
    "eqo-nontraditional-trades", "eqo-equal-pay-team", "eqo-secure-hours-feminised", "emp-integration-hours",
    "ndi-fair-recruitment", "ter-needs-response", "fin-cashflow-small-partners",
)


def test_the_twelve_exemplars_are_there() -> None:
    assert set(EXEMPLARS) <= set(CATALOGUE)


def test_every_stage_every_goal_and_every_family_has_an_item() -> None:
    assert {one.stage for one in ITEMS} == set(Stage)
    assert {goal for one in ITEMS for goal in one.objectives} == set(Objective)
    assert {one.family for one in ITEMS} == set(Family)


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: one.id)
def test_an_item_passes_what_a_machine_can_test(one: Criterion) -> None:
    assert not list(faults(one))


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: one.id)
def test_an_award_criterion_says_its_points_in_the_wording(one: Criterion) -> None:
    if one.stage is Stage.AWARD_CRITERION:
        assert "points" in gaps(one.wording)


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: one.id)
def test_an_award_criterion_tells_bidders_the_pages_that_are_counted(one: Criterion) -> None:
    if one.stage is Stage.AWARD_CRITERION:
        said = re.search(r"\bat most (one|two|three|four) pages?\b", one.wording)
        assert said and ("one", "two", "three", "four").index(said[1]) + 1 == one.answer_pages


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: one.id)
def test_an_item_is_written_in_the_house_style(one: Criterion) -> None:
    from criteria.prose import passages

    for key, text in passages(one):
        assert "—" not in text, f"{key} has a long dash"
        assert not re.search(r"\b(TODO|TBD|xxx)\b", text), f"{key} is not finished"
        assert text == text.strip(), f"{key} has loose ends"


def test_green_is_never_shown_on_unchecked_law(known: Knowledge) -> None:
    for name, risk in known.confidence.items():
        if risk is Risk.STANDARD:
            assert all(known.grounds[law].status is Status.VERIFIED for law in CATALOGUE[name].law), name


def test_only_a_reservation_speaks_to_some_bidders_only() -> None:
    for one in ITEMS:
        if {"d24-20-1", "d24-77-1"} & set(one.law) and "reserved for" in one.wording.lower():
            assert one.stage in (Stage.RESERVED_ART20, Stage.RESERVED_ART77), one.id


def test_every_placeholder_of_the_catalogue_is_known_and_every_known_one_is_used() -> None:
    used = {gap for one in ITEMS for gap in gaps(one.wording)}
    assert used <= set(PLACEHOLDERS)


def broken(tmp_path: Path, change: tuple[str, str], name: str = "clu-joint-delivery-plan.toml") -> Path:
    text = (DATA / "catalogue" / "clu" / "clu-joint-delivery-plan.toml").read_text("utf-8")
    assert change[0] in text
    file = tmp_path / name
    file.write_text(text.replace(*change))
    return file


@pytest.mark.parametrize(("change", "words"), [
    (('stage = "award_criterion"', 'stage = "prize"'), "stage"),
    (('answer_pages = 4', 'answer_page = 4'), "answer_page"),
    (('law = ["d24-67-2-a"', 'law = [], rule = ["d24-67-2-a"'), "TOML"),
    (('minimum = 5', 'minimum = 50'), "minimum <= default"),
    (('level = "standard"', 'level = "fine"'), "risk.level"),
    (('fact = "duration_months"', 'fact = "length"'), "unknown fact 'length'"),
    (('seeds = ["D2.6"', 'seeds = ["D2"'), "seeds"),
    (('kind = "score"', 'kind = "compliance"'), "scale of kind 'score'"),
])
def test_a_bad_file_is_refused_with_file_and_key(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    with pytest.raises(BadData, match=re.escape(words)) as caught:
        read(broken(tmp_path, change), Criterion)
    assert "clu-joint-delivery-plan.toml" in str(caught.value)


@pytest.mark.parametrize(("change", "test"), [
    (("{service}", "{servise}"), "wording"),
    (("Use at most four pages", "Points for bidders belonging to a social cluster of our district. Use at most four pages"), "never_write"),
    (('"Contacts or a network are mentioned; no means, no duty."', '"Nothing, or each organisation works on its own."'), "T5"),
])
def test_a_text_that_fails_a_test_is_found(tmp_path: Path, change: tuple[str, str], test: str) -> None:
    one = read(broken(tmp_path, change), Criterion)
    assert test in {name for name, _ in faults(one)}


def test_two_files_with_one_id_or_a_wrong_folder_stop_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import criteria.catalogue
    import criteria.datafile

    for module in (criteria.catalogue, criteria.datafile):
        monkeypatch.setattr(module, "DATA", tmp_path)
    text = (DATA / "catalogue" / "clu" / "clu-joint-delivery-plan.toml").read_text("utf-8")
    for folder in ("clu", "hel"):
        (tmp_path / "catalogue" / folder).mkdir(parents=True)
    (tmp_path / "catalogue" / "hel" / "clu-joint-delivery-plan.toml").write_text(text)
    with pytest.raises(BadData, match="belongs in the folder 'clu'"):
        load_catalogue()
    (tmp_path / "catalogue" / "clu" / "clu-joint-delivery-plan.toml").write_text(text)
    with pytest.raises(BadData, match="stands twice"):
        load_catalogue()


def test_a_reference_that_leads_nowhere_stops_the_start(known: Knowledge) -> None:
    from dataclasses import replace

    from criteria.knowledge import _every_reference_leads_somewhere

    one = CATALOGUE["clu-joint-delivery-plan"].model_copy(update={"law": ("d24-999",)})
    with pytest.raises(BadData, match=r"clu-joint-delivery-plan\.toml: law: 'd24-999' does not exist"):
        _every_reference_leads_somewhere(replace(known, catalogue={**known.catalogue, one.id: one}))


def test_the_fingerprint_is_the_same_for_the_same_data() -> None:
    assert knowledge().fingerprint == knowledge().fingerprint and len(knowledge().fingerprint) == 10


def test_the_proof_of_a_level_is_said_in_full_and_never_points_to_a_text_that_is_not_printed(known: Knowledge) -> None:
    pointing = re.compile(r"\b[Aa]s (light|normal)\b")
    for one in known.catalogue.values():
        for level in EvidenceLevel:
            asked = one.evidence.asked(level)
            assert asked[-1] == getattr(one.evidence, level.value)
            assert not asked[0].startswith("Also"), f"{one.id}: nothing stands before the addition"
            assert not any(pointing.search(text) for text in asked), one.id
    hours = known.catalogue["emp-prison-leavers"].evidence
    assert hours.asked(EvidenceLevel.STRONG) == (hours.light, hours.normal, hours.strong)
    assert known.catalogue["emp-integration-hours"].evidence.asked(EvidenceLevel.NORMAL) == (known.catalogue["emp-integration-hours"].evidence.normal,)


def test_amounts_in_texts_are_written_as_the_papers_write_money(known: Knowledge) -> None:
    by_hand = re.compile(r"\d[ \u00a0]\d{3}\b(?! ?549)|\d euros?\b")
    wrong = [f"{one.id} {key}" for one in known.catalogue.values() for key, text in passages(one) if by_hand.search(text.replace("EN\u00a0301\u00a0549", ""))]
    assert not wrong


def test_the_bid_texts_of_a_rehearsal_never_repeat_the_scale() -> None:
    scales = [one.scale for one in ITEMS if one.scale and one.scale.samples]
    assert len(scales) >= 5
    for scale in scales:
        assert scale.samples and len(set(scale.samples)) == len(scale.samples)
        for text in scale.samples:
            assert all(_words(level) - _words(text) for level in scale.levels), text
            assert not re.search(r"\bAs [0-5]\b", text), text


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
