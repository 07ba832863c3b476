"""Precedents: the nearest cases in the order that is stated, and two beside every criterion."""

from decimal import Decimal
from typing import Any

import pytest

from criteria.cases import Case, load_cases
from criteria.codes import PlaceSize, Stage
from criteria.knowledge import Knowledge
from criteria.precedents import MOST, Sought, beside, nearest, steps_between

CASES = load_cases()


def case(name: str, **changes: Any) -> Case:
    """A made-up case that differs in what a test is about."""
    facts: dict[str, Any] = {
        "id": name, "title": name, "place": name, "country": "FR", "year": 2020, "family": "cleaning", "value": None,
        "stages": ["award_criterion"], "goals": ["decent_work"], "story": "s", "used": "u", "outcome": "o",
        "copy_this": "c", "caution": "c", "evidence": "B", "sources": [{"title": "t", "url": "http://example.org"}],
        "checked_on": "2026-11-28",
    }
    return Case.model_validate({**facts, **changes})


SOUGHT = Sought("cleaning", "FR", Decimal(300_000), frozenset({"emp-integration-hours"}))  # type: ignore[arg-type]
BY_NEARNESS = (
    case("b-near", value=400_000, criteria=["emp-integration-hours"]),
    case("a-shares-nothing", value=400_000, evidence="A"),
    case("c-weaker-evidence", value=400_000, evidence="C"),
    case("a-older", value=400_000, evidence="C", year=2012),
    case("a-other-value", value=30_000),
    case("a-value-not-known"),
    case("a-other-country", country="PL", value=400_000, criteria=["emp-integration-hours"]),
    case("a-other-trade", family="road_works", value=400_000, criteria=["emp-integration-hours"]),
)


def test_trade_comes_before_country_before_value_before_clauses_before_evidence_before_year() -> None:
    assert nearest(reversed(BY_NEARNESS), SOUGHT) == list(BY_NEARNESS)


def test_what_is_not_known_of_the_purchase_plays_no_part() -> None:
    two = [case("b", family="road_works", year=2021), case("a", year=2020)]
    assert nearest(two, Sought()) == two


@pytest.mark.parametrize(("one", "other", "steps"), [(10_000, 49_999, 0), (49_999, 50_000, 1), (10_000, 10_000_000, 4), (None, 1, 5), (1, None, 5)])
def test_steps_of_value_are_counted(one: int | None, other: int | None, steps: int) -> None:
    assert steps_between(*(None if value is None else Decimal(value) for value in (one, other))) == steps


def test_a_case_that_used_the_clause_stands_before_a_nearer_one_that_did_not(known: Knowledge) -> None:
    criterion = known.catalogue["eqo-secure-hours-feminised"]
    used = case("z-used-it", family="road_works", country="PL", criteria=[criterion.id])
    like = case("b-like", criteria=["eqo-nontraditional-trades"])
    at_stage = case("a-at-the-stage")
    found = beside(criterion, [at_stage, like, used], known.catalogue, SOUGHT)
    assert [(one.case.id, one.shows) for one in found] == [("z-used-it", True), ("b-like", False)]
    assert [one.case.id for one in beside(criterion, [at_stage], known.catalogue, SOUGHT)] == ["a-at-the-stage"]


def test_every_criterion_has_two_precedents(known: Knowledge) -> None:
    for name, one in known.catalogue.items():
        assert len(beside(one, known.cases.values(), known.catalogue, Sought())) == MOST, name


def test_a_criterion_with_two_cases_of_its_own_shows_only_those(known: Knowledge) -> None:
    for name, one in known.catalogue.items():
        own = [each for each in known.cases.values() if name in each.criteria]
        shown = beside(one, known.cases.values(), known.catalogue, Sought())
        assert sum(each.shows for each in shown) == min(len(own), MOST), name


def test_there_are_sixty_precedents_from_fifteen_countries_and_from_the_east_of_the_union() -> None:
    countries = {one.country for one in CASES.values()}
    assert len(CASES) >= 60 and len(countries) >= 15
    assert {"PL", "CZ", "SK", "HU", "RO", "BG", "HR", "SI", "LT", "LV", "EE"} <= countries


def test_most_cases_say_their_wording_pattern_and_all_the_size_of_the_place() -> None:
    assert sum(bool(one.pattern) for one in CASES.values()) > len(CASES) * 2 / 3
    assert all(one.size in PlaceSize for one in CASES.values())


def test_a_case_names_its_stages_or_says_that_nothing_is_known_of_them() -> None:
    silent = {name for name, one in CASES.items() if not one.stages}
    assert all("not say" in CASES[name].used or "not" in CASES[name].outcome for name in silent)
    not_found = {Stage.LABEL, Stage.RESERVED_ART77}  # no public source tells of a purchase at these
    assert {stage for one in CASES.values() for stage in one.stages} >= set(Stage) - not_found
