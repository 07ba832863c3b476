"""Pages on national law and rulings, and national law within a tender."""

import json

import pytest

from advisor.i18n import Language
from criteria.codes import Country, Status
from criteria.knowledge import Knowledge
from tests.conftest import CLEANING
from tests.page import Page, Visitor


def results(visitor: Visitor, country: str, language: str = "en") -> Page:
    """Open the cleaning contract in a country and go to its results."""
    content = json.dumps({**CLEANING, "country": country}, default=str).encode()
    address = visitor.open(content, language).address
    return visitor.get("/".join(address.split("/")[:4]) + "/results")


@pytest.mark.parametrize("country", Country)
def test_every_country_has_a_page_that_says_what_is_not_known(reader: Visitor, language: Language, country: Country) -> None:
    page = reader.get(f"/{language.code}/country/{country.lower()}")
    assert page.status == 200 and page.heading == language.show(country)
    assert page.tree.xpath("//section[@id='not-known']//h2")


def test_the_list_of_countries_is_reached_from_every_page_and_from_the_country_question(visitor: Visitor) -> None:
    assert visitor.get("/en/catalogue").link("Countries") == "/en/countries"
    step = visitor.get(visitor.begin())
    assert "/en/countries" in step.links()
    listing = visitor.get("/en/countries")
    assert all(f"/en/country/{one.lower()}" in listing.links() for one in Country)


def test_countries_are_sorted_in_the_reader_s_language(reader: Visitor) -> None:
    names = [name.strip() for name in reader.get("/fr/countries").tree.xpath("//ul[@class='lines']//strong/text()")]
    assert names[0] == "Allemagne" and names[-1] == "Tchéquie"


@pytest.mark.parametrize("code", ["ch", "FR", "xx"])
def test_what_is_no_member_state_is_not_found(reader: Visitor, code: str) -> None:
    assert reader.get(f"/en/country/{code}").status == 404


def test_official_names_say_their_own_language(reader: Visitor) -> None:
    page = reader.get("/fr/country/pl")
    assert page.tree.xpath("//*[@lang='pl' and contains(text(), 'Prawo zamówień publicznych')]")
    assert page.tree.xpath("//strong[@lang='pl' and text()='spółdzielnia socjalna']")


def test_a_line_nobody_checked_is_marked_and_never_green(reader: Visitor, known: Knowledge) -> None:
    unchecked = [one for one in known.countries[Country.AT].bodies if one.status is Status.TO_CHECK]
    page = reader.get("/en/country/at")
    for body in unchecked:
        line = page.tree.xpath("//li[strong[contains(., $name)] or contains(., $name)]", name=body.name)[0]
        assert line.xpath(".//span[contains(@class, 'mark--to-check')]/text()") == ["To be checked"]
        assert not line.xpath(".//span[contains(@class, 'mark--verified')]")
    assert unchecked


def test_what_is_missing_comes_with_the_way_to_find_it(reader: Visitor) -> None:
    page = reader.get("/en/country/hu")
    assert "The EU thresholds in HUF. The Commission publishes them" in page.text


def test_amounts_stand_in_the_money_of_the_country(reader: Visitor) -> None:
    assert "930,960" in reader.get("/en/country/pl").text.replace("PLN", "")


def test_rulings_are_listed_with_their_marks(reader: Visitor, language: Language, known: Knowledge) -> None:
    page = reader.get(f"/{language.code}/rulings")
    assert len(page.tree.xpath("//li[starts-with(@id, 'j-')]")) == len(known.rulings)
    for ruling in known.rulings.values():
        mark = page.tree.xpath("string(//li[@id=$name]//span[contains(@class, 'mark--')])", name=ruling.id)
        assert mark == language.show(ruling.status)


def test_sources_are_named_in_the_reader_s_language_and_say_what_was_read(reader: Visitor, language: Language, known: Knowledge) -> None:
    page = reader.get(f"/{language.code}/about")
    for source in known.law.sources.values():
        line = page.tree.xpath("string(//li[a[@href=$address and text()=$title]])", address=language.link(source.url), title=language.gettext(source.title))
        assert line and (not source.read or language.gettext(source.read) in line)


def test_a_criterion_shows_the_mark_of_every_ruling_it_cites(reader: Visitor, known: Knowledge) -> None:
    unsure = {name: one for name, one in known.rulings.items() if one.status != "verified"}
    citing = [(one, unsure[name]) for one in known.catalogue.values() for name in one.law if name in unsure]
    assert citing
    for criterion, ruling in citing[:3]:
        line = reader.get(f"/en/catalogue/{criterion.id}").tree.xpath("string(//li[contains(., $number)])", number=ruling.number)
        assert ruling.status.label in line


def test_the_results_ask_for_what_the_country_s_law_asks(visitor: Visitor) -> None:
    page = results(visitor, "FR")
    todo = page.tree.xpath("string(//section[@id='to-do'])")
    assert "Set a social condition for the work" in todo and "Art. L2112-2-1 [Partly checked]" in todo
    assert "National law asks for this" in page.text


def test_the_results_say_once_what_is_not_known_of_the_country(visitor: Visitor) -> None:
    page = results(visitor, "HU")
    lines = [line for line in page.tree.xpath("//ul[contains(@class, 'todos')]/li") if "we do not know it" in line.text_content()]
    assert len(lines) == 1 and lines[0].xpath(".//a/@href") == ["/en/country/hu#not-known"]


def test_the_results_tell_the_amount_that_counts_outside_the_euro(visitor: Visitor) -> None:
    assert "national currency counts" in results(visitor, "PL").text
