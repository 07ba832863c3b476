"""Every sentence beside a pattern is caught or let pass, in every language."""

import itertools
from typing import Any

import pytest

from criteria.codes import Stage
from criteria.knowledge import knowledge
from criteria.wording.check import patterns_that_speak
from criteria.wording.language import languages, samples
from criteria.wording.pattern import patterns
from criteria.wording.wording import wording_from
from tests.criteria.wording.conftest import DAY, checked

PLACES = [(code, name) for code, one in languages().items() for name in one.examples]

OFFERS = [(code, name) for code, name in PLACES if languages()[code].examples[name].model_fields_set & {"replacement", "replacement_at", "added"}]


def speaking(sample: dict[str, Any], code: str) -> dict[str, str]:
    return patterns_that_speak(sample["text"], wording_from(sample), knowledge().law.on(DAY), code)


@pytest.mark.parametrize(("code", "name"), PLACES)
def test_a_pattern_speaks_on_what_it_must_catch(code: str, name: str) -> None:
    for sample in samples(languages()[code].examples[name], passes=False):
        assert name in speaking(sample, code), sample["text"]


@pytest.mark.parametrize(("code", "name"), PLACES)
def test_a_pattern_is_silent_on_what_it_must_let_pass(code: str, name: str) -> None:
    for sample in samples(languages()[code].examples[name], passes=True):
        assert name not in speaking(sample, code), sample["text"]


def test_english_has_examples_for_every_pattern() -> None:
    assert set(languages()["en"].examples) == set(patterns())


def test_every_pattern_belongs_to_a_rule_that_is_there() -> None:
    assert {one.rule for one in patterns().values()} <= set(knowledge().rules)


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, name in PLACES if languages()[code].examples[name].replacement])
def test_a_sentence_offered_instead_has_no_known_problem_wherever_it_is_offered(code: str, name: str) -> None:
    examples = languages()[code].examples[name]
    pattern = patterns()[name]
    for stage in (one for one in Stage if pattern.reads((one,)) and one not in pattern.never_offered_at):
        assert not checked(examples.replacement_for((stage,)), code, stage=stage).findings, stage


@pytest.mark.parametrize(("code", "name", "stage"), [
    (code, name, stage) for code, name in PLACES for stage in languages()[code].examples[name].replacement_at
])
def test_a_sentence_offered_at_one_stage_has_no_known_problem_there(code: str, name: str, stage: Stage) -> None:
    assert patterns()[name].reads((stage,))
    assert not checked(languages()[code].examples[name].replacement_at[stage], code, stage=stage).findings


@pytest.mark.parametrize(("code", "name"), OFFERS)
def test_accepting_what_is_offered_silences_the_pattern_and_wakes_no_other(code: str, name: str) -> None:
    examples = languages()[code].examples[name]
    accepted = 0
    for sample, stage in itertools.product(samples(examples, passes=False), (None, *examples.replacement_at)):
        given = sample | ({"stage": stage} if stage else {})
        before = speaking(given, code)
        if text := before.get(name):
            accepted += 1
            assert speaking(given | {"text": text}, code).keys() <= before.keys() - {name}, text
    assert accepted, "no example shows what is offered"


def test_every_rule_that_reads_words_has_a_sentence_it_must_catch_and_one_it_must_let_pass() -> None:
    english, rules = languages()["en"].examples, knowledge().rules.values()
    for passes in (False, True):
        shown = {one.rule for name, one in patterns().items() if list(samples(english[name], passes=passes))}
        assert {rule.id for rule in rules if rule.reads == "text"} <= shown
