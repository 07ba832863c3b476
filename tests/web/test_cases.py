"""The precedents as pages: searched without script, an empty list that helps, a page for each case."""

import json

import pytest

from advisor.i18n import Language
from criteria.cases import load_cases
from tests.conftest import CLEANING
from tests.page import Visitor


def test_cases_are_filtered_and_counted(reader: Visitor, language: Language) -> None:
    page = reader.get(f"/{language.code}/cases")
    assert str(len(load_cases())) in page.tree.xpath("string(//*[@role='status'])")
    few = reader.get(f"/{language.code}/cases?country=CZ&stage=performance_condition")
    assert "kadan-square-jobs-2015" in few.raw and "dinan-cleaning-2020" not in few.raw
    assert few.tree.xpath("string(//select[@name='country']/option[@selected]/@value)") == "CZ"


def test_an_empty_list_names_the_filter_to_leave_out(reader: Visitor) -> None:
    page = reader.get("/en/cases?country=HU&family=road_works")
    assert "0 cases" in page.text and "Without “Country”" in page.text
    loosened = reader.get(page.link("Without “Country”"))
    assert "strasbourg-road-2019" in loosened.raw
    assert str(len(load_cases())) in reader.get(page.link("Show all")).text


def test_words_that_nothing_holds_lead_back_to_all_cases(reader: Visitor) -> None:
    page = reader.get("/en/cases?words=xyzzy%27<b>&country=ZZ")
    assert page.status == 200 and "Leave one of them out" not in page.text
    assert page.link("Show all").endswith("/en/cases")


@pytest.mark.parametrize("name", sorted(load_cases()))
def test_every_case_has_a_page_with_caution_and_source(reader: Visitor, name: str) -> None:
    page, case = reader.get(f"/en/cases/{name}"), load_cases()[name]
    assert page.status == 200 and " ".join(case.caution.split()) in page.text
    assert case.sources[0].url in page.links()


def test_an_unknown_case_is_not_found(reader: Visitor) -> None:
    assert reader.get("/fr/cases/no-such").status == 404


def test_start_page_footer_and_suggestion_lead_to_the_cases(visitor: Visitor) -> None:
    start = visitor.get("/en/")
    assert start.link("Search all cases").endswith("/en/cases") and start.link("Cases from other places").endswith("/en/cases")
    link = visitor.open(json.dumps(CLEANING, default=str).encode()).address
    page = visitor.get(f"{link}/suggestion/eqo-secure-hours-feminised")
    assert page.link("Cleaning bought by quality").endswith("/cases/dinan-cleaning-2020")
    assert page.link("Look for more cases").endswith("/en/cases")
    assert len(page.tree.xpath("//div[@class='case']")) == 2


def test_a_precedent_with_another_clause_is_said_to_be_so(reader: Visitor) -> None:
    pages = [reader.get(f"/en/catalogue/{name}") for name in ("eqo-board-balance-steering", "emp-integration-hours")]
    assert ["Another clause of this kind." in page.text for page in pages] == [True, False]


def test_an_example_opens_from_its_page(visitor: Visitor) -> None:
    page = visitor.get("/en/cases/dinan-cleaning-2020")
    assert "/t/" in visitor.send(page, "/example/dinan-cleaning-2020").address


def test_the_coverage_page_shows_points_and_what_answers_them(reader: Visitor, language: Language) -> None:
    page = reader.get(f"/{language.code}/coverage")
    assert page.status == 200 and "D2.6" in page.text
    assert any(link.endswith("/catalogue/clu-joint-delivery-plan") for link in page.links())
    assert any(link.endswith("/coverage") for link in reader.get(f"/{language.code}/about").links())
