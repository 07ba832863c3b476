"""Every worked case: its advice holds what it must and nothing it must not."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from criteria.advice import Advice, advise
from criteria.cases import Case, CaseSource, load_cases
from criteria.codes import Stage
from criteria.knowledge import Knowledge
from tests.conftest import TODAY

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


def test_every_item_is_suggested_for_a_case_and_withheld_from_another_unless_it_belongs_everywhere(known: Knowledge) -> None:
    advised = [advise(case.facts.model_copy(update={"as_of": TODAY}), known) for case in CASES.values()]
    suggested = {one.criterion for advice in advised for one in advice.suggestions}
    withheld = {one.name for advice in advised for one in advice.not_suggested}
    assert set(known.catalogue) - suggested == set()
    assert {name for name in set(known.catalogue) - withheld if not (known.catalogue[name].always or known.catalogue[name].law_based)} == set()


def test_nearly_every_item_fits_one_of_the_worked_designs(known: Knowledge) -> None:
    suggested = {one.criterion for case in WORKED for one in advise(case.design, known).suggestions}
    assert len(set(known.catalogue) - suggested) < 10


def test_what_is_known_of_a_case_is_its_design_or_country_trade_and_value() -> None:
    assert CASES["dinan-cleaning-2020"].facts == CASES["dinan-cleaning-2020"].design
    minutes = CASES["calahorra-minutes-reserved-2021"].facts
    assert (minutes.country, minutes.family, minutes.estimated_value) == ("ES", "communication_printing", Decimal("7840.80"))
    assert CASES["oslo-model-construction-2017"].facts.country is None


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.id)
def test_a_worked_case_answers_the_equality_questions_or_says_that_the_source_does_not(case: Case) -> None:
    people, unknown = case.design.people, case.design.not_known
    for name in ("affected", "sexes_differ", "workforce"):
        assert getattr(people, name) is not None or f"people.{name}" in unknown


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.id)
def test_a_worked_case_chooses_what_was_used_at_the_stages_it_names(known: Knowledge, case: Case) -> None:
    for choice in case.design.choices:
        assert choice.criterion in case.criteria and choice.stage in case.stages
        assert choice.stage is known.catalogue[choice.criterion].stage
    assert case.design.choices or not case.stages


def test_a_worked_case_speaks_the_language_it_was_translated_to(known: Knowledge) -> None:
    french = known.in_words(str.upper).cases["talma-school-painting-2018"].design
    assert french.title and french.title.isupper() and french.lots and french.lots[1].title == "PAINTING"
    assert french.follow_up.checker == "PROJECT MANAGER OF THE REGION"


def test_there_are_enough_worked_cases_from_several_countries() -> None:
    assert len(WORKED) >= 16
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
