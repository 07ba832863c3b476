"""Finding cases: filters, words with accents and typing errors, and what to loosen."""

import pytest

from advisor.i18n import Language, language
from advisor.wizard.case_search import FILTERS, found, like, loosenings

ENGLISH, FRENCH = language("en"), language("fr")


def names(spoken: Language = ENGLISH, **wanted: str) -> list[str]:
    return [case.id for case in found(wanted, spoken)]


def test_nothing_wanted_shows_every_case_newest_first() -> None:
    every = found({}, ENGLISH)
    assert len(every) == len(ENGLISH.knowledge.cases)
    assert [case.year for case in every] == sorted((case.year for case in every), reverse=True)


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.name)
def test_every_value_of_a_filter_brings_at_least_one_case(one: object) -> None:
    for code, label in one.options(ENGLISH.knowledge.cases.values(), FRENCH):  # type: ignore[attr-defined]
        assert label and names(**{one.name: code}), code  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["Čakovec", "cakovec", "Cakovek", "humana nova", "humana"])
def test_accents_and_typing_errors_are_forgiven(words: str) -> None:
    assert "cakovec-humana-nova-textiles" in names(words=words)[:3]


def test_letters_of_other_alphabets_are_found_by_their_plain_ones() -> None:
    assert "byczyna-building-clauses-2010" in names(words="Zlocieniec")


def test_words_work_in_the_language_of_the_page() -> None:
    assert "dinan-cleaning-2020" in names(FRENCH, words="nettoyage qualite batiment")
    assert names(FRENCH, words="Allemagne") and not names(ENGLISH, words="Allemagne")


def test_all_words_must_be_there_and_filters_hold_too() -> None:
    both = names(words="jobseekers", country="CZ")
    assert both and set(both) < set(names(words="jobseekers"))
    assert names(words="jobseekers xyzzy") == []


def test_a_beginning_of_three_letters_finds_and_a_shorter_word_only_itself() -> None:
    assert set(names(words="apprentic")) >= set(names(words="apprentice"))
    assert "kadan-square-jobs-2015" in names(words="10")
    assert names(words="zz") == []


def test_when_nothing_is_found_it_says_what_to_loosen() -> None:
    wanted = {"country": "HU", "family": "road_works", "words": ""}
    assert found(wanted, ENGLISH) == []
    assert [(one.name, one.cases) for one in loosenings(wanted, ENGLISH)] == [("country", len(names(family="road_works"))), ("family", len(names(country="HU")))]
    assert loosenings({"words": "xyzzy", "country": "ZZ"}, ENGLISH) == []


def test_the_nearest_other_cases_leave_the_case_itself_out() -> None:
    case = ENGLISH.knowledge.cases["strasbourg-road-2019"]
    near = like(case, ENGLISH)
    assert len(near) == 2 and case not in near and all(one.family == "road_works" for one in near)
