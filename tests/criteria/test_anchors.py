"""Anchors that a person wrote: words that nobody can check are found, tested ones are left alone."""

import pytest

from criteria.anchors import LEVELS, Untested, same, untested
from criteria.knowledge import knowledge


@pytest.mark.parametrize(("language", "text", "words"), [
    ("en", "An adequate plan, convincingly told", ("adequate", "convincingly")),
    ("en", "Very good and of high quality", ("very good", "high quality")),
    ("en", "Two named stand-ins by 1 March", ()),
    ("en", "Goods are delivered by goodwill", ()),
    ("fr", "Un plan adéquat et des mesures suffisantes", ("adéquat", "suffisantes")),
    ("fr", "Deux remplaçants désignés", ()),
    ("de", "Ein adequate Plan", ()),
])
def test_words_without_a_test_are_found(language: str, text: str, words: tuple[str, ...]) -> None:
    assert untested(["", text], language) == ((Untested(1, words),) if words else ())


def test_levels_that_say_the_same_are_found() -> None:
    assert same(["Nothing", "A plan", "a  plan", "Two plans"]) == (2,)


def test_the_catalogue_writes_anchors_with_tests() -> None:
    scales = [one.scale.levels for one in knowledge().catalogue.values() if one.scale and one.scale.kind == "score"]
    flagged = sum(len(untested(levels, "en")) for levels in scales)
    assert flagged <= len(scales) * LEVELS / 100
