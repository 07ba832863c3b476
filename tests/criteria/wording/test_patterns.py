"""Patterns and language files: what cannot be read is named, and small words tell languages apart."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

import criteria.datafile
from criteria.codes import Stage
from criteria.datafile import DATA
from criteria.problems import BadData
from criteria.wording import detect as detecting
from criteria.wording import language as languages_module
from criteria.wording import lexicon as lexicon_module
from criteria.wording import pattern as pattern_module
from criteria.wording.expression import Place, loosened, parse, spans
from criteria.wording.language import Language, everywhere, language, languages
from criteria.wording.lexicon import Lexicon
from criteria.wording.marks import Occurrence
from criteria.wording.pattern import Number, Pattern
from criteria.wording.segments import sentences

ENGLISH = language("en")


def found(expression: str, **marks: list[tuple[int, int]]) -> bool:
    [term] = parse(expression, {"either": ("a", "b")})
    place = Place({name: [Occurrence(*one) for one in places] for name, places in marks.items()}, {"lots"})
    return any(True for _ in spans(term, place, lambda name, one: True))


@pytest.mark.parametrize(("expression", "marks", "expected"), [
    ("a", {"a": [(0, 1)]}, True), ("a", {"b": [(0, 1)]}, False), ("a|b", {"b": [(0, 1)]}, True), ("either", {"b": [(0, 1)]}, True),
    ("a >2 b", {"a": [(0, 1)], "b": [(3, 4)]}, True), ("a >2 b", {"a": [(0, 1)], "b": [(4, 5)]}, False),
    ("a >2 b", {"a": [(3, 4)], "b": [(0, 1)]}, False), ("a ~2 b", {"a": [(3, 4)], "b": [(0, 1)]}, True),
    ("a ~2 b", {"a": [(9, 10)], "b": [(0, 1)]}, False), ("a >2 b >2 c", {"a": [(0, 1)], "b": [(1, 2)], "c": [(9, 10)]}, False),
    ("a >2 b >2 c", {"a": [(0, 1)], "b": [(1, 2), (2, 3)], "c": [(5, 6)]}, True), ("lots|a", {}, True), ("lots >2 a", {"a": [(0, 1)]}, False),
])
def test_concepts_are_found_near_each_other(expression: str, marks: dict[str, list[tuple[int, int]]], expected: bool) -> None:
    assert found(expression, **marks) is expected


@pytest.mark.parametrize(("expression", "words"), [("!a", "names nothing that must be there"), ("a & B c", "is not a name"), ("", "is not a name")])
def test_an_expression_that_cannot_be_read_is_named(expression: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse(expression, {})


@pytest.mark.parametrize(("keys", "words"), [
    ({}, "needs `when` or `always`"), ({"when": ("a",), "fact": "moon"}, "unknown fact 'moon'"),
    ({"when": ("a",), "rule": "7"}, "pattern"), ({"when": ("a & b", "a & b")}, "'a & b' stands twice"),
])
def test_a_pattern_that_cannot_work_is_refused(keys: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Pattern.model_validate({"id": "x", "rule": "L-01", **keys})


def test_a_number_is_held_against_a_known_limit_only() -> None:
    with pytest.raises(ValidationError, match="unknown limit 'moon'"):
        Number.model_validate({"of": "percent", "test": "above", "limit": "moon"})


def test_a_pattern_weighs_less_where_the_stage_says_so() -> None:
    one = Pattern.model_validate({"id": "x", "rule": "L-59", "when": ("a",), "severity_at": {"monitoring": "weak"}})
    assert one.weighs([Stage.MONITORING]) == "weak" and one.weighs([Stage.AWARD_CRITERION]) is None


def test_a_pattern_reads_only_its_stages() -> None:
    one = Pattern.model_validate({"id": "x", "rule": "L-59", "when": ("a",), "stages": ["lots"]})
    other = Pattern.model_validate({"id": "y", "rule": "L-59", "when": ("a",), "not_stages": ["lots"]})
    assert one.reads([Stage.LOTS]) and not one.reads([]) and not other.reads([Stage.LOTS]) and other.reads([])


@pytest.mark.parametrize(("file", "change", "words"), [
    ("patterns/nationality.toml", ('id = "european-only"', 'id = "nationality-of-people"'), "nationality-of-people: this pattern stands twice"),
    ("patterns/nationality.toml", ("nationality & worker", "moonlight & worker"), r"words.moonlight: the pattern 'nationality-of-people' needs"),
    ("patterns/nationality.toml", ('gives_way_to = ["native-speakers"', 'gives_way_to = ["martians"'), "gives_way_to: there is no pattern 'martians'"),
    ("en.toml", ("[examples.european-only]", "[examples.martian-only]"), "examples.martian-only: there is no such pattern"),
])
def test_a_slip_in_the_data_is_named_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, change: tuple[str, str], words: str) -> None:
    folder = tmp_path / "wording"
    shutil.copytree(DATA / "wording", folder)
    text = (folder / file).read_text("utf-8")
    assert change[0] in text
    (folder / file).write_text(text.replace(*change), "utf-8")
    monkeypatch.setattr(criteria.datafile, "DATA", tmp_path)
    for module in (languages_module, pattern_module):
        monkeypatch.setattr(module, "FOLDER", folder)
    fresh = {path.stem: criteria.datafile.read(path, Language) for path in folder.glob("*.toml")}
    monkeypatch.setattr(pattern_module, "languages", lambda: fresh)
    with pytest.raises(BadData, match=words):
        pattern_module.patterns.__wrapped__()


def small(**changes: object) -> Lexicon:
    """A lexicon of a handful of words."""
    content = {"id": "en", "common": ENGLISH.common, "numbers": {"two": 2}, "words": {}, "examples": {}, **changes}
    return Lexicon(Language.model_validate(content))


def test_a_word_that_stands_twice_in_a_list_is_named() -> None:
    with pytest.raises(ValidationError, match="'company' stands twice"):
        small(words={"firm": ["company", "Company"]})


@pytest.mark.parametrize("code", languages())
def test_a_make_or_a_label_said_for_every_language_is_not_said_again_in_one(code: str) -> None:
    again = {name: said & {*map(str.lower, language(code).words[name])} for name, entries in everywhere().items() if (said := {*map(str.lower, entries)})}
    assert not any(again.values()), again


def marks(words: Lexicon, text: str) -> dict[str, list[Occurrence]]:
    [sentence] = sentences(text, words.shortened)
    return dict(words.mark(sentence))


def test_words_are_found_by_lemma_beginning_and_ending() -> None:
    words = small(words={"firm": ["company"], "seat": ["head*", "*sitz"], "place": ["resid* here"]})
    assert set(marks(words, "companies")) == {"firm"}
    assert set(marks(words, "headquarters")) == {"seat"} == set(marks(words, "Firmensitz"))
    assert set(marks(words, "residing here")) == {"place"}


def test_any_member_of_a_family_may_stand_where_a_phrase_names_it() -> None:
    words = small(families={"asked": ["demand", "look* at"]}, words={"waiver": ["not <asked>", "nobody … is <asked>"]})
    assert all("waiver" in marks(words, text) for text in ("not demanded", "not looked at", "nobody here is demanded"))
    assert marks(words, "not looked") == {} == marks(words, "demanded")


@pytest.mark.parametrize(("lists", "problem"), [
    ({"words": {"waiver": ["not <asked>"]}}, "waiver: 'not <asked>' names 'asked', which is not among `families`"),
    ({"unless": {"waiver": ["not <asked>"]}}, "waiver: 'not <asked>' names 'asked', which is not among `families`"),
    ({"families": {"asked": ["demand"]}}, "families.asked: no list names it; write <asked> in an entry, or take it out"),
])
def test_a_family_that_is_not_there_or_that_nothing_names_is_told(lists: dict[str, dict[str, list[str]]], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        small(**lists)


def test_nothing_is_found_within_a_phrase_to_ignore() -> None:
    words = small(words={"benefit": ["point"], "ignore": ["point of contact"]})
    assert "benefit" not in marks(words, "a point of contact") and "benefit" in marks(words, "a point of contact gets a point")


def test_names_are_words_with_a_capital_where_the_language_has_it_so() -> None:
    assert "name" in marks(small(not_names=["annex"]), "see Annex and Lyon")
    assert marks(small(not_names=["annex"]), "see Annex") == {}
    assert marks(small(capitals_are_names=False), "see Lyon") == {}


def test_a_letter_with_a_full_stop_is_no_name_unless_it_ends_the_sentence() -> None:
    assert "name" not in marks(small(), "see art L. 2113")
    assert "name" in marks(small(), "see lot B.")


def test_where_nouns_have_capitals_names_are_listed_or_in_no_dictionary() -> None:
    words = small(id="de", capitals_are_names=False, names=["bayern"], not_names=["arge"])
    assert all("name" in marks(words, f"ein {name}") for name in ("Viessmann", "Bayern"))
    assert all("name" not in marks(words, f"ein {noun}") for noun in ("Betrieb", "Streusplitt", "ARGE"))


def test_a_plural_noun_is_found_by_its_singular_where_nouns_have_capitals() -> None:
    assert "wage" in marks(small(id="de", capitals_are_names=False, words={"wage": ["Lohn"]}), "die Löhne")


def test_what_may_stand_on_either_side_is_found_before_and_after() -> None:
    [term] = parse("firm >2 place", {})
    place = Place({"firm": [Occurrence(6, 7)], "place": [Occurrence(0, 1)]}, ())
    assert not list(spans(term, place, lambda name, one: True))
    assert list(spans(loosened(term, {"place"}), place, lambda name, one: True)) == [(0, 7)]
    assert loosened(term, {"wage"}) == term


def test_multiples_and_scales_are_numbers() -> None:
    words = small(words={"unit_euro": ["euro"]}, times={"twice": 2}, scales={"million": 1000000})
    assert marks(words, "twice two million euro")["euro"][0].value == Decimal(2000000)
    assert marks(words, "twice")["times"][0].value == Decimal(2)


def test_a_number_before_a_figure_takes_no_unit_from_it() -> None:
    words = small(words={"unit_percent": ["%"]}, numbers={"un": 1})
    assert [one.value for one in marks(words, "un 30 %")["percent"]] == [Decimal(30)]


def test_a_word_in_two_parts_spans_a_few_words_and_no_negation() -> None:
    words = small(words={"only": ["none … but"], "negation": ["not"]}, unless={"firm": ["firm … hand"]})
    assert "only" in marks(words, "none of them but us") and "only" not in marks(words, "none is not seen but us")
    assert "firm" not in marks(small(words={"firm": ["firm"]}, unless={"firm": ["firm … hand"]}), "a firm and steady hand")


def test_an_entry_without_a_word_is_refused() -> None:
    with pytest.raises(BadData, match=r"words.firm: '\*' holds no word"):
        small(words={"firm": ["*"]})


def test_the_memory_for_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon_module, "MOST_KNOWN_WORDS", 3)
    words = small(words={"firm": ["company"]})
    assert all("firm" in marks(words, f"company {word}") for word in ("one", "two", "three", "four", "five"))


def test_a_text_in_two_languages_is_read_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Language.model_validate({"id": "xx", "common": tuple(f"{word}q" for word in ENGLISH.common), "numbers": {}, "words": {}, "examples": {}})
    monkeypatch.setattr(detecting, "languages", lambda: {"en": ENGLISH, "xx": other})
    codes, notices = detecting.detect("the of and to theq ofq andq toq", None)
    assert codes == ("en", "xx") and notices == (detecting.MIXED,)
    assert detecting.detect("the of and to house", None) == (("en",), ())
