"""The joint-delivery designer: whole sentences, open to every bidder, the rules about groups kept."""

import re
from itertools import combinations
from typing import Any

import pytest

from advisor.i18n import Language, language
from criteria.advice import situation_of
from criteria.choices import settled
from criteria.codes import Aspect, Status
from criteria.joint_delivery import CRITERION, broken, composed, faults, proposed
from criteria.knowledge import Knowledge
from criteria.problems import BadInput
from tests.conftest import design

CHOSEN = ("staff-pool", "partner-board", "payment-flow", "users-heard", "fewer-gaps")


def start(known: Knowledge, **facts: Any) -> tuple[str, ...]:
    here, law = situation_of(design(**facts), known)
    return proposed(known.joint, here, law)


def test_the_criterion_is_made_of_the_chosen_parts_in_their_order(language: Language) -> None:
    known = language.knowledge
    made = composed(known.catalogue[CRITERION], known.joint, reversed(CHOSEN))
    items = [one for one in made.wording.split("\n\n") if re.match(r"\([a-z]\) ", one)]
    assert [one[4:] for one in items] == [part.wording for part in known.joint.chosen(CHOSEN)]
    assert made.wording.startswith(known.joint.opening) and made.wording.endswith(known.joint.closing[-1])


def test_scale_proof_and_indicators_carry_the_parts(known: Knowledge) -> None:
    made = composed(known.catalogue[CRITERION], known.joint, CHOSEN)
    assert made.scale
    for part in known.joint.chosen(CHOSEN):
        assert part.scale in made.scale.levels[part.level]
        assert part.evidence in made.evidence.normal and part.evidence in made.evidence.strong
        assert part.evidence not in made.evidence.light
        assert part.kpi in made.kpi
        assert set(part.law) <= set(made.law)
    assert made.remedies == known.catalogue[CRITERION].remedies


def test_each_text_of_a_part_is_a_whole_sentence(language: Language) -> None:
    for part in language.knowledge.joint.parts:
        for text in (part.wording, part.scale, part.evidence, part.kpi, part.because):
            assert text[0].isupper() and text.endswith("."), f"{part.id}: {text}"


def test_no_part_gives_points_for_what_a_bidder_is(known: Knowledge) -> None:
    being = re.compile(r"\b(cluster|cooperative|consorti|legal form|member(ship)? of|local|established|registered|based in|resident)", re.I)
    for part in known.joint.parts:
        for text in (part.title, part.wording, part.scale, part.evidence, part.kpi):
            assert not being.search(text), f"{part.id}: {text}"
    assert any("earn no points" in sentence for sentence in known.joint.closing)


def test_a_single_firm_can_earn_full_marks_whatever_is_chosen(known: Knowledge) -> None:
    for names in combinations([part.id for part in known.joint.parts], 2):
        made = composed(known.catalogue[CRITERION], known.joint, names)
        assert "A single firm answers for its own units and suppliers and can earn full marks." in made.wording


def test_every_part_stands_on_law_that_was_read(known: Knowledge) -> None:
    for part in known.joint.parts:
        assert all(known.grounds[name].status is Status.VERIFIED for name in part.law), part.id


def test_what_we_start_from_is_complete_for_any_facts(known: Knowledge) -> None:
    for facts in ({}, {"partners": {"together": None, "who": None}}, {"family": None, "cpv": None}, {"people": {"left_out": [], "used_by_people": False, "affected": []}}):
        assert faults(known.joint, start(known, **facts)) == ()


def test_the_answers_about_partners_choose_the_parts(known: Knowledge) -> None:
    assert {"partner-board", "shared-training", "payment-flow"} <= set(start(known))
    alone = start(known, partners={"together": "partly", "who": ["firms"]})
    assert "lead-hears" in alone and "shared-training" not in alone
    assert "peak-reach" in start(known, partners={"split": ["area"]})


def test_too_few_and_too_many_parts_are_named_by_what_they_are_about(known: Knowledge) -> None:
    english = language("en")
    found = {one.aspect: english.say(one.text) for one in faults(known.joint, ("partner-board", "lead-hears", "staff-pool", "payment-flow", "users-heard"))}
    assert found == {Aspect.DECISIONS: "You chose 2. Choose at most 1.", Aspect.RESULTS: "Choose at least 1 here."}


def test_the_rules_about_groups_from_l_32_to_l_41_are_all_looked_at(known: Knowledge) -> None:
    assert set(known.joint.rules) == {f"L-{number}" for number in range(32, 42)}
    assert set(broken(known.joint, ["L-34", "L-32", "no-rule"])) == {"L-32", "L-34"}


def test_a_part_nobody_knows_is_refused_with_its_place(known: Knowledge) -> None:
    for choice, key in (
        ({"criterion": CRITERION, "stage": "award_criterion", "parts": ["magic"]}, "choices[0].parts"),
        ({"criterion": "emp-integration-hours", "parts": ["staff-pool"]}, "choices[0].parts"),
        ({"criterion": "no-such"}, "choices[0].criterion"),
    ):
        with pytest.raises(BadInput) as caught:
            settled(design(choices=[choice]), known.catalogue, known.joint)
        assert caught.value.key == key


def test_a_frame_without_enough_parts_is_refused(known: Knowledge) -> None:
    content = known.joint.model_dump()
    content["parts"] = [part for part in content["parts"] if part["aspect"] is not Aspect.VOICE]
    with pytest.raises(ValueError, match="voice: needs limits and enough parts"):
        type(known.joint).model_validate(content)


