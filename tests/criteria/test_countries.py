"""National law: one profile a country, each fact with a mark and a source, silent outside its days."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from criteria import countries, datafile, knowledge
from criteria.advice import advise
from criteria.codes import Answer, Country, Status
from criteria.countries import Profile
from criteria.exchange import thresholds_agree
from criteria.knowledge import Knowledge
from criteria.law import Parameter
from criteria.national import National
from criteria.problems import BadData
from tests.conftest import TODAY, design

HEAD = 'language = "fr"\nsource = "FRCODE"\nchecked_on = 2026-11-21\n'
ACT = '[[acts]]\nname = "Code"\nstatus = "verified"\n'


def national(known: Knowledge, country: str, day: date = TODAY) -> National:
    return National(known.countries[Country(country)], known.law.on(day))


@pytest.mark.parametrize("country", Country)
def test_every_country_names_its_act_and_its_currency(known: Knowledge, country: Country) -> None:
    here = national(known, country)
    assert here.acts[0].name and len(here.currency) == 3 and here.country is country


@pytest.mark.parametrize("country", Country)
def test_every_fact_has_a_source_that_can_be_opened(known: Knowledge, country: Country) -> None:
    for fact in known.countries[country].facts:
        assert known.law.sources[fact.source].url.startswith("http") and fact.checked_on <= date(2026, 11, 28)


def test_what_is_from_memory_is_never_marked_as_checked(known: Knowledge) -> None:
    facts = [fact for profile in known.countries.values() for fact in profile.facts]
    marked = [(one.source, one.status) for one in (*known.rulings.values(), *known.law.provisions.values(), *facts)]
    remembered = [status for source, status in marked if "from memory" in known.law.sources[source].read.lower()]
    assert remembered and Status.VERIFIED not in remembered


def test_the_review_lists_national_facts_that_are_unchecked_and_leaves_out_those_that_ended(known: Knowledge) -> None:
    listed = {fact.citation for _, fact in known.countries[Country.FR].past_review(TODAY)}
    assert "BOAMP" in listed
    assert "Direct award possible below 40000 EUR, supplies and services" not in listed
    assert "Code de la commande publique" not in listed
    assert "Code de la commande publique" in {fact.citation for _, fact in known.countries[Country.FR].past_review(date(2028, 1, 1))}


def test_bulgaria_paid_in_lev_until_the_end_of_2025(known: Knowledge) -> None:
    assert national(known, "BG", date(2025, 12, 31)).currency == "BGN"
    assert national(known, "BG", date(2026, 1, 1)).currency == "EUR"


def test_a_country_with_gaps_says_which_and_how_to_fill_them(known: Knowledge) -> None:
    points = {one.point.text: one.how.text for one in national(known, "HU").not_known}
    assert "reserving social services (Article 77)" in points
    assert "Official Journal" in points["the EU thresholds in {currency}"]


def test_what_is_held_is_not_called_unknown(known: Knowledge) -> None:
    assert national(known, "FR").not_known == ()


def test_the_french_duty_begins_on_22_august_2026(known: Knowledge) -> None:
    def asked(day: date) -> list[str]:
        return [duty.law for duty, _ in national(known, "FR", day).duties]

    assert "fr-l2112-2-1" not in asked(date(2026, 8, 21))
    assert "fr-l2112-2-1" in asked(date(2026, 8, 22))


def test_the_french_duty_is_silent_below_the_threshold_and_open_without_a_value(known: Knowledge) -> None:
    def answers(value: int | None) -> dict[str, Answer]:
        return {one.basis.id: one.answer for one in advise(design(estimated_value=value), known).duties}

    assert answers(450000)["fr-l2112-2-1"] is Answer.YES
    assert "fr-l2112-2-1" not in answers(50000)
    assert answers(None)["fr-l2112-2-1"] is Answer.NOT_KNOWN


def test_the_duty_says_its_mark(known: Knowledge) -> None:
    duty = next(one for one in advise(design(), known).duties if one.basis.id == "fr-l2112-2-1")
    assert duty.basis.status is Status.PARTLY and duty.basis.source == "FRCLAUSE34"


def test_without_a_country_no_national_law_is_said(known: Knowledge) -> None:
    advice = advise(design(country=None), known)
    assert advice.national is None and advice.duties == ()


def test_the_limit_of_direct_awards_in_france_rose_in_april_2026(known: Knowledge) -> None:
    def limit(day: date) -> list[Decimal]:
        return [one.amount for one in national(known, "FR", day).limits if one.kind == "direct_award" and one.of == "supplies_services"]

    assert limit(date(2026, 3, 31)) == [40000]
    assert limit(date(2026, 4, 1)) == [60000]


@pytest.mark.parametrize(("day", "amount"), [(date(2022, 6, 1), 957524), (date(2026, 11, 28), 930960)])
def test_in_poland_the_amount_in_zloty_of_the_period_is_told(known: Knowledge, day: date, amount: int) -> None:
    holding = advise(design(country="PL", publication_date=day), known).regime["above_threshold"]
    assert [one.values["amount"].amount for one in holding.because if "amount" in one.values] == [amount]
    assert holding.basis[-1].act.startswith("Obwieszczenie Prezesa UZP")


def test_where_the_amount_is_not_held_it_says_so_and_where_to_look(known: Knowledge) -> None:
    holding = advise(design(country="HU"), known).regime["above_threshold"]
    assert holding.answer is Answer.YES
    assert holding.because[-1].values == {"currency": "HUF"} and "Official Journal" in holding.because[-1].text


def test_below_the_threshold_the_other_currency_is_told_too(known: Knowledge) -> None:
    holding = advise(design(country="RO", estimated_value=1000), known).regime["above_threshold"]
    assert holding.answer is Answer.NO and holding.because[-1].values["amount"].currency == "RON"


def test_in_the_euro_nothing_is_added(known: Knowledge) -> None:
    assert len(advise(design(), known).regime["above_threshold"].because) == 1


def test_lithuania_and_slovenia_reserve_by_their_own_provision(known: Knowledge) -> None:
    assert advise(design(country="LT"), known).regime["art20"].details["share"] == 50
    assert advise(design(country="SI"), known).regime["art20"].details["share"] == 30


def test_only_the_articles_of_the_country_are_listed(known: Knowledge) -> None:
    assert {one.jurisdiction for one in national(known, "ES").provisions} == {"es"}


def profiles(folder: Path, monkeypatch: pytest.MonkeyPatch, changed: str, text: str | None) -> None:
    """Point the program at a copy of the country files with one of them changed, or taken away."""
    target = folder / "countries"
    target.mkdir()
    for file in (datafile.DATA / "countries").glob("*.toml"):
        (target / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (target / changed).write_text(text, "utf-8") if text is not None else (target / changed).unlink()
    monkeypatch.setattr(countries, "DATA", folder)
    monkeypatch.setattr(datafile, "DATA", folder)


@pytest.mark.parametrize(("text", "fault"), [
    (HEAD + ACT + "colour = 1\n", r"countries/fr\.toml.*colour"),
    (HEAD + ACT.replace("verified", "surely"), r"countries/fr\.toml.*acts\.0\.status|countries/fr\.toml.*acts\[0\]\.status"),
    (HEAD + ACT + "valid_from = 2026-13-01\n", r"countries/fr\.toml.*TOML"),
    (HEAD + ACT + 'valid_from = "soon"\n', r"countries/fr\.toml.*valid_from"),
    (HEAD, r"countries/fr\.toml.*acts"),
    (HEAD + ACT + '[[duties]]\nlaw = "fr-l2111-1"\ntodo = "Do it."\nwhen = [{ fact = "moon", equals = 1, because = "It is full tonight." }]\n', r"countries/fr\.toml.*moon"),
    (None, r"countries/fr\.toml.*missing"),
])
def test_a_fault_in_a_country_file_stops_the_start_with_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, fault: str
) -> None:
    profiles(tmp_path, monkeypatch, "fr.toml", text)
    with pytest.raises(BadData, match=fault):
        countries.load_countries()


def test_a_file_for_no_member_state_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profiles(tmp_path, monkeypatch, "ch.toml", HEAD + ACT)
    with pytest.raises(BadData, match=r"countries/ch\.toml.*no member state"):
        countries.load_countries()


@pytest.mark.parametrize(("content", "fault"), [
    ({"acts": [{"name": "Code", "language": "fr", "status": "verified", "source": "NOWHERE", "checked_on": date(2026, 1, 1)}]}, "source.*NOWHERE"),
    ({"acts": [{"name": "Code", "language": "fr", "status": "verified", "source": "FRCODE", "checked_on": date(2026, 1, 1)}],
      "duties": [{"law": "fr-none", "todo": "Do it."}]}, "law.*fr-none"),
])
def test_a_source_or_an_article_that_does_not_exist_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, content: dict[str, object], fault: str
) -> None:
    wrong = {**countries.load_countries(), Country.FR: Profile.model_validate({"id": "fr", **content})}
    monkeypatch.setattr(knowledge, "load_countries", lambda: wrong)
    with pytest.raises(BadData, match=rf"countries/fr\.toml: {fault}"):
        knowledge.knowledge.__wrapped__()


def threshold(known: Knowledge, amount: int | None, day: date = date(2026, 1, 1)) -> dict[str, Parameter]:
    """The law with the Polish works threshold of one period changed."""
    value = known.law.parameters["pl-threshold-works"].values[0].model_copy(update={"amount": amount and Decimal(amount), "valid_from": day})
    changed = known.law.parameters["pl-threshold-works"].model_copy(update={"values": (value,)})
    return {**known.law.parameters, "pl-threshold-works": changed}


def test_a_threshold_of_another_period_does_not_slip_in(known: Knowledge) -> None:
    with pytest.raises(BadData, match=r"law/pl/pl-threshold-.*2026-01-01 does not fit"):
        thresholds_agree(threshold(known, 23969275))


@pytest.mark.parametrize(("amount", "day"), [(None, date(2026, 1, 1)), (23969275, date(2010, 1, 1))])
def test_a_threshold_needs_an_amount_here_and_in_euro(known: Knowledge, amount: int | None, day: date) -> None:
    with pytest.raises(BadData, match=r"needs an amount, and one in euro in eu/threshold-works\.toml"):
        thresholds_agree(threshold(known, amount, day))


