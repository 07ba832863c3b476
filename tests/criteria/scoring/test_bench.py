"""The what-if bench: invented bids, who wins at which weight, and what a social point is worth."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from advisor.i18n import language
from criteria.prose import Sentence
from criteria.scoring.bench import bench_data, invented, reference_price, sweep, what_if
from criteria.scoring.contest import contest_of, play
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.exact import decimal
from criteria.scoring.formulas import PRICING
from criteria.scoring.worth import price_for_points
from tests.criteria.scoring.made import VARIANTS, made

say = language("en").say


def plain(sentence: Sentence) -> str:
    """What is said, with ordinary spaces."""
    return say(sentence).replace("\u00a0", " ")


def design(rule: str | dict[str, Any], **more: Any) -> Evaluation:
    """A design of price, quality and one social criterion, with the invented bids."""
    price = VARIANTS[rule] if isinstance(rule, str) else rule
    criteria = [{"id": "quality", "points": 40, "scale": 5}, {"id": "social", "points": 20, "scale": 5}]
    if price["formula"] == "quality_adjusted_price":
        criteria = [{**one, "max_deduction": int(one["points"]) * 500} for one in criteria]  # type: ignore[call-overload]
    return invented(Evaluation.model_validate({"price": price, "criteria": criteria, **more}), ["social"])


@pytest.mark.parametrize("name", list(VARIANTS))
def test_every_formula_can_be_tried_on_invented_bids(name: str) -> None:
    found = what_if(design(name), ["social"])
    assert {sweep.part for sweep in found.sweeps} >= {"quality", "social"}
    assert "{" not in say(found.effect)
    for one in found.sweeps:
        assert one.stretches[0].start == 0 and one.stretches[-1].end == 100


@pytest.mark.parametrize(("number", "bids"), [(3, 4), (4, 4), (5, 5), (6, 6), (9, 6)])
def test_four_to_six_bids_are_invented(number: int, bids: int) -> None:
    assert len(invented(made("lowest_price_ratio", {}, {}), [], number).bids) == bids


def test_being_social_earns_nothing_by_itself() -> None:
    """The invented social enterprise scores for what it offers; without social criteria it has no advantage."""
    found = score(invented(made("lowest_price_ratio", {}, {}), []))
    assert found.ranks["social-enterprise"] > 1


@pytest.mark.parametrize("name", [name for name, rule in VARIANTS.items() if rule["formula"] in PRICING and "outside" not in rule])
def test_the_sweep_agrees_with_scoring_at_any_weight(name: str) -> None:
    evaluation = design(name)
    assert sum(one.points or 0 for one in (evaluation.price, *evaluation.criteria)) == 100
    for stretch in sweep(contest_of(evaluation), "social").stretches:
        weight = (stretch.start + stretch.end) / 2
        rest = Decimal(40) * decimal((100 - weight) / 80, 20)
        quality, social = (one.model_copy(update={"points": points}) for one, points in zip(evaluation.criteria, (rest, decimal(weight, 20)), strict=True))
        changes = {"price": evaluation.price.model_copy(update={"points": rest}), "criteria": (quality, social)}
        assert score(evaluation.model_copy(update=changes)).standing.first == stretch.first


def test_the_edges_of_the_sweep_are_exact() -> None:
    evaluation = made("lowest_price_ratio", {"A": 50000, "B": 100000}, {"A": 0, "B": 60})
    found = sweep(contest_of(evaluation), "q")
    assert [(one.start, one.end, one.first) for one in found.stretches] == [(0, Fraction(100, 3), ("A",)), (Fraction(100, 3), 100, ("B",))]
    assert (found.weight, found.smallest_change, found.decorative) == (60, Fraction(100, 3), False)


def test_bids_on_one_line_share_a_stretch_and_no_weight_changes_anything() -> None:
    found = sweep(contest_of(made("lowest_price_ratio", {"A": 50000, "B": 50000}, {"A": 30, "B": 30})), "q")
    assert found.stretches[0].first == ("A", "B") and found.smallest_change is None


def test_a_weight_that_cannot_change_the_winner_is_called_decoration() -> None:
    evaluation = made({"formula": "linear_min_max", "points": 90}, {"A": 50000, "B": 60000}, {"A": 5, "B": 5}, criteria=[{"id": "q", "points": 10}])
    assert sweep(contest_of(evaluation), "q").decorative


@pytest.mark.parametrize(("rule", "one", "block"), [
    ({"formula": "lowest_price_ratio", "points": 40}, Fraction(100000, 39), 100000),
    ({"formula": "linear_to_multiple", "points": 40, "multiple": 2}, 2500, 50000),
    ({"formula": "linear_fixed_bounds", "points": 40, "minimum": 50000, "maximum": 150000}, 2500, 50000),
    ({"formula": "linear_fixed_bounds", "points": 10, "minimum": 50000, "maximum": 150000}, 10000, None),
    ({"formula": "budget_ceiling", "points": 40, "budget": 100000}, 250, 5000),
    ({"formula": "discount_linear", "points": 40, "budget": 100000}, 250, 5000),
    ({"formula": "discount_linear", "points": 10, "budget": 100000}, 1000, None),
    ({"formula": "discount_exponent", "points": 40, "budget": 100000, "exponent": 1}, 250, 5000),
    ({"formula": "discount_exponent", "points": 10, "budget": 100000, "exponent": 1}, 1000, None),
    ({"formula": "discount_corrected", "points": 40, "budget": 100000, "significant_percent": 20}, 500, 10000),
    ({"formula": "discount_corrected", "points": 40, "budget": 100000, "significant_percent": 50}, 1250, None),
    ({"formula": "logarithmic", "points": 20, "multiple": 2}, None, 100000),
    ({"formula": "logarithmic", "points": 10, "multiple": 2}, None, None),
    ({"formula": "price_per_quality", "direction": "quality_over_price"}, Fraction(100000, 54), Fraction(2000000, 54)),
    ({"formula": "quality_adjusted_price"}, 500, 10000),
    ({"formula": "fixed_price"}, None, None),
    ({"formula": "average_based", "points": 40}, None, None),
])
def test_the_price_of_a_social_point_is_exact(rule: dict[str, Any], one: Any, block: Any) -> None:
    found = what_if(design(rule), ["social"])
    if rule["formula"] == "price_per_quality":
        best = max(row.quality for row in found.result.rows.values())
        one, block = Fraction(100000) / best, Fraction(100000 * 20) / best
    if rule["formula"] == "logarithmic" and rule["points"] == 20:
        one = found.price_of_one_point
        assert one is not None and abs(one - Fraction("3526.4923841377")) < Fraction(1, 1000)
    if rule["formula"] == "logarithmic" and rule["points"] == 10:
        one = found.price_of_one_point
    assert (found.price_of_one_point, found.price_of_social_block) == (one, block)


def test_a_bid_dearer_by_the_price_of_a_point_loses_exactly_one_point() -> None:
    for name in ("lowest_price_ratio", "linear_to_multiple", "linear_fixed_bounds", "budget_ceiling", "discount_corrected"):
        evaluation = design(name)
        reference = reference_price(evaluation)
        found = what_if(evaluation.model_copy(update={"bids": (evaluation.bids[0].model_copy(update={"price": reference}),)}), ["social"])
        assert found.price_of_one_point is not None and found.margin is None
        contest = found.result.contest
        dearer = contest.entries[0]._replace(id="dearer", price=Fraction(reference) + found.price_of_one_point)
        rows = play(contest.with_entries((*contest.entries, dearer))).rows
        assert rows["large-firm"].total - rows["dearer"].total == 1


def test_the_two_slopes_of_a_bilinear_rule_price_a_point_differently() -> None:
    rule = {"formula": "discount_bilinear", "points": 10, "budget": 100000, "x": 0.8}
    evaluation = made(rule, {"A": 60000, "B": 100000, "C": 100000}, {"A": 0, "B": 0, "C": 0})
    contest, result = contest_of(evaluation), score(evaluation)
    worth = [price_for_points(contest, result.standing, Fraction(60000), Fraction(points)) for points in (1, 2, 6, 10, 11)]
    average = Fraction(100000) - Fraction(40000, 3)
    assert worth[0] == (average - 60000) / 2
    assert worth[1:4] == [average - 60000, 40000 - Fraction(40000, 6), 40000]
    assert worth[4] is None
    assert price_for_points(contest, result.standing, Fraction(99999), Fraction(1)) is None


def test_deductions_without_points_still_price_the_social_block() -> None:
    content = {
        "price": {"formula": "quality_adjusted_price"},
        "criteria": [{"id": "quality", "scale": 5, "max_deduction": 10000}, {"id": "social", "scale": 5, "max_deduction_percent": 10}, {"id": "free", "deduction_per_unit": 5}],
    }
    found = what_if(invented(Evaluation.model_validate(content), ["social"]), ["social"])
    assert (found.price_of_one_point, found.price_of_social_block) == (None, 10000)


def test_the_effect_on_social_bidders_is_one_sentence() -> None:
    found = what_if(design({"formula": "lowest_price_ratio", "points": 70}), ["social"])
    assert plain(found.effect) == "With 15.4 % of the points on social criteria, this bid wins although it costs €33,000 more than the cheapest: Social enterprise."
    found = what_if(design({"formula": "linear_min_max", "points": 70}), ["social"])
    assert plain(found.effect) == "With 15.4 % of the points on social criteria, this bid takes place 6 of 6: Social enterprise."
    found = what_if(made("lowest_price_ratio", {"A": 50000, "B": 60000}, {"A": 30, "B": 40}), ["q"])
    assert plain(found.effect) == "Social criteria make up 60 % of the points."


def test_invented_scores_fit_every_kind_of_criterion() -> None:
    content = {
        "price": {"formula": "fixed_price"},
        "criteria": [
            {"id": "a", "points": 10, "quantity": {"minimum": 100, "cap": 300}}, {"id": "b", "steps": [{"from": 2, "points": 5}, {"from": 4, "points": 10}]},
            {"id": "c"}, {"id": "d", "points": 10, "scale": 1},
        ],
    }
    found = invented(Evaluation.model_validate(content), ["a"])
    assert found.bids[0].scores == {"a": 140, "b": Decimal("3.2"), "c": 0, "d": Decimal("0.8")}
    assert found.bids[0].price is None and score(found).ranking


def test_the_invented_bids_say_that_they_are_invented() -> None:
    assert "Invented" in bench_data().note and len(bench_data().bids) == 6
