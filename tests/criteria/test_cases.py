"""Every worked case: its advice holds what it must and nothing it must not."""

import pytest
from pydantic import ValidationError

from criteria.advice import Advice, advise
from criteria.cases import Case, CaseSource, load_cases
from criteria.codes import Stage
from criteria.knowledge import Knowledge

CASES = load_cases()
WORKED = [case for case in CASES.values() if case.demo]


def contained(advice: Advice) -> set[str]:
    return {one.criterion for one in advice.suggestions} | {one.stage.value for one in advice.suggestions}


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.id)
def test_the_advice_holds_what_it_must(known: Knowledge, case: Case) -> None:
    assert case.must_contain
    assert set(case.must_contain) <= contained(advise(case.design, known))


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.id)
def test_the_advice_holds_nothing_it_must_not(known: Knowledge, case: Case) -> None:
    assert not set(case.must_not_contain) & contained(advise(case.design, known))


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.id)
def test_a_worked_case_breaks_no_rule(known: Knowledge, case: Case) -> None:
    assert [one.rule for one in advise(case.design, known).findings if one.severity == "unlawful"] == []


def test_there_are_enough_worked_cases_from_several_countries() -> None:
    assert len(WORKED) >= 8
    assert len({case.country for case in WORKED}) >= 6


@pytest.mark.parametrize("names", [{}, {"title": "A", "called": "B"}])
def test_a_source_of_a_case_has_either_a_published_title_or_a_name_of_ours(names: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="give either title"):
        CaseSource(url="https://example.org", **names)
    assert CaseSource(url="https://example.org", title="A").name == "A" and CaseSource(url="https://example.org", called="B").name == "B"


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.id)
def test_every_case_names_its_source_and_a_caution(case: Case) -> None:
    assert case.caution and all(source.url.startswith("http") for source in case.sources)


def test_demos_use_only_stages_the_program_knows() -> None:
    for case in CASES.values():
        assert set(case.stages) <= set(Stage)
