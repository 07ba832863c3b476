"""Pages to read without a tender."""

import pytest

from advisor.i18n import Language
from criteria.catalogue import load_catalogue
from tests.page import Visitor


def test_the_catalogue_is_searched_and_filtered(reader: Visitor, language: Language) -> None:
    page = reader.get(f"/{language.code}/catalogue")
    assert str(len(load_catalogue())) in page.text
    few = reader.get(f"/{language.code}/catalogue?family=vis&stage=performance_condition")
    assert "vis-open-day" in few.raw and "clu-" not in few.raw


def test_an_empty_search_helps(reader: Visitor) -> None:
    assert "Use fewer words" in reader.get("/en/catalogue?words=xyzzy").text


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_every_criterion_has_a_page(reader: Visitor, name: str) -> None:
    page = reader.get(f"/en/catalogue/{name}")
    assert page.status == 200 and "Never write:" in page.text


def test_words_and_about_open_in_every_language(reader: Visitor, language: Language) -> None:
    for name in ("words", "about"):
        assert reader.get(f"/{language.code}/{name}").status == 200


def test_an_unknown_criterion_is_not_found(reader: Visitor) -> None:
    assert reader.get("/en/catalogue/no-such").status == 404
