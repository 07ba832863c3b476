"""The tender file: what was written is read back; what is wrong gets one message with key and remedy."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from advisor.i18n import language
from criteria.design_file import MOST_BYTES, read_design, tender_from, write_design
from criteria.problems import BadInput
from tests.conftest import design


def message(content: bytes) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        read_design(content)
    english = language("en")
    return caught.value.key, f"{english.say(caught.value.problem)} {english.say(caught.value.remedy)}"


def written(**keys: Any) -> bytes:
    return json.dumps({"schema": 1, **keys}).encode()


def test_what_is_written_is_read_back_the_same() -> None:
    tender = design(lots=[{"id": "1", "title": "North", "cpv": ["90910000-9"], "estimated_value": 300000.5, "reserved": "art20"}],
                    choices=[{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 10, "reason": "Peaks"}])
    again = read_design(write_design(tender).encode())
    assert again == tender
    assert again.lots and again.lots[0].cpv == ("90910000",)
    assert again.lots[0].estimated_value == Decimal("300000.5")


def test_an_empty_design_is_a_design() -> None:
    assert read_design(b'{"schema": 1}').title is None


def test_a_byte_order_mark_does_not_matter() -> None:
    assert read_design(b'\xef\xbb\xbf{"schema": 1}').schema_ == 1


@pytest.mark.parametrize(("content", "key", "words"), [
    (b"", "", "not complete JSON: line 1"),
    (b'{"schema": 1, "title": "Half', "", "not complete JSON"),
    (b"\xff\xfe\x00", "", "not UTF-8"),
    (b"[]", "", "group of keys"),
    (b"{}", "schema", "missing. Add it."),
    (b'{"schema": 2}', "schema", "not in the list"),
    (b'{"schema": 1, "schema": 1}', "schema", "stands twice"),
    (b'{"schema": 1, "estimated_value": NaN}', "", "NaN, which is not a number"),
    (b'{"schema": 1, "estimated_value": 1e999}', "estimated_value", "number"),
    (b'{"schema": 1, "estimated_value": ' + b"9" * 5000 + b"}", "", "too long"),
    (b"[" * 200_000, "", "nested too deeply"),
    (b'{"schema": 1, "people": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}", "", "nested too deeply"),
    (b" " * (MOST_BYTES + 1), "", "too large"),
])
def test_a_broken_file_gets_one_clear_message(content: bytes, key: str, words: str) -> None:
    found_key, text = message(content)
    assert found_key == key
    assert words in text


@pytest.mark.parametrize(("keys", "key", "words"), [
    ({"colour": "red"}, "colour", "not known. Remove it"),
    ({"people": {"income": 3}}, "people.income", "not known"),
    ({"country": "XX"}, "country", "Use one of: AT, BE"),
    ({"country": ["FR"]}, "country", "not in the list"),
    ({"estimated_value": -1}, "estimated_value", "at least 0"),
    ({"estimated_value": 10**15}, "estimated_value", "at most"),
    ({"estimated_value": True}, "estimated_value", "not a number"),
    ({"estimated_value": "a lot"}, "estimated_value", "number"),
    ({"duration_months": 0}, "duration_months", "at least 1"),
    ({"duration_months": 12.5}, "duration_months", "whole number"),
    ({"publication_date": "soon"}, "publication_date", "year-month-day"),
    ({"publication_date": "2027-02-30"}, "publication_date", "year-month-day"),
    ({"cpv": ["9091"]}, "cpv[0]", "eight digits"),
    ({"cpv": "90910000"}, "cpv", "list"),
    ({"title": "x" * 301}, "title", "at most 300 characters"),
    ({"title": "a\x00b"}, "title", "control characters"),
    ({"title": "safe\u202egnp.exe"}, "title", "control characters"),
    ({"title": {"text": "x"}}, "title", "text in quotes"),
    ({"objectives": ["fame"]}, "objectives[0]", "Use one of: jobs_inclusion"),
    ({"lots": [{}]}, "lots[0].id", "missing"),
    ({"lots": [{"id": "1"}] * 101}, "lots", "at most 100"),
    ({"choices": [{"criterion": "Not A Slug"}]}, "choices[0].criterion", "form"),
    ({"choices": [{"criterion": "x", "weight": 101}]}, "choices[0].weight", "at most 100"),
    ({"not_known": ["people.income"]}, "not_known[0]", "not known"),
    ({"concession": "perhaps"}, "concession", "true or false"),
])
def test_a_wrong_value_is_named_with_its_key_and_a_remedy(keys: dict[str, Any], key: str, words: str) -> None:
    found_key, text = message(written(**keys))
    assert found_key == key
    assert words in text


def test_half_characters_are_refused() -> None:
    assert message(b'{"schema": 1, "title": "\\ud800"}')[0] == "title"


def test_emoji_and_other_alphabets_are_welcome() -> None:
    title = "Καθαριότητα 🧹 تنظيف Reinigung"
    assert read_design(written(title=title)).title == title


def test_text_that_looks_like_code_or_a_formula_is_only_text() -> None:
    for text in ("=HYPERLINK(\"http://x\")", "<script>alert(1)</script>", "{{ 7*7 }}", "file:///etc/passwd"):
        assert read_design(written(title=text)).title == text


_ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=12), inner, max_size=4), max_leaves=12,
)
_KEYS = some.sampled_from(["country", "title", "cpv", "lots", "people", "choices", "evaluation", "estimated_value", "not_known", "as_of"])


@settings(max_examples=200, deadline=None)
@given(some.dictionaries(_KEYS | some.text(max_size=8), _ANYTHING, max_size=5))
def test_any_content_is_read_or_refused_and_never_breaks(content: dict[str, Any]) -> None:
    try:
        tender = tender_from({"schema": 1, **content})
    except BadInput as fault:
        assert fault.problem.text and fault.remedy.text
    else:
        assert read_design(write_design(tender).encode()) == tender
