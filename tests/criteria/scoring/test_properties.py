"""What each formula promises holds for any bids, not for examples only."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from criteria.problems import BadInput
from criteria.scoring.cards import Promise
from criteria.scoring.contest import Contest, Standing, contest_of, play
from criteria.scoring.doctor.experiments import EXPERIMENTS
from criteria.scoring.doctor.patient import promised
from criteria.scoring.formulas import PRICING
from tests.criteria.scoring.made import VARIANTS, made

BIDS = st.lists(st.tuples(st.integers(1, 150_000), st.integers(1, 60)), min_size=2, max_size=6)
LOOSE = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.filter_too_much])


def contest(name: str, bids: list[tuple[int, int]]) -> tuple[Contest, Standing]:
    prices = {f"b{number}": price for number, (price, _) in enumerate(bids)}
    scores = {f"b{number}": score for number, (_, score) in enumerate(bids)}
    made_contest = contest_of(made(name, prices, scores))
    try:
        return made_contest, play(made_contest)
    except BadInput:
        assume(False)
        raise


PROMISED = [(name, promise) for name in VARIANTS for promise in Promise if promise in promised(made(name, {}).price)]


@pytest.mark.parametrize(("name", "promise"), PROMISED, ids=lambda one: getattr(one, "value", one))
@LOOSE
@given(bids=BIDS)
def test_a_promise_is_kept_for_any_bids(name: str, promise: Promise, bids: list[tuple[int, int]]) -> None:
    before, ended = contest(name, bids)
    assert not list(EXPERIMENTS[promise](before, ended))


@pytest.mark.parametrize("name", [name for name in VARIANTS if Promise.OWN_PRICE in promised(made(name, {}).price)])
@LOOSE
@given(bids=BIDS, dearer=st.integers(1, 50_000), less=st.integers(0, 59))
def test_a_dominated_bid_never_wins(name: str, bids: list[tuple[int, int]], dearer: int, less: int) -> None:
    price, score = bids[0]
    _, ended = contest(name, [*bids, (price + dearer, max(1, score - less))])
    assume("b0" in ended.ranks)
    assert ended.ranks.get(f"b{len(bids)}", len(bids) + 1) >= ended.ranks["b0"]


@pytest.mark.parametrize("name", [name for name in VARIANTS if Promise.WITHDRAWAL in promised(made(name, {}).price)])
@LOOSE
@given(bids=BIDS)
def test_a_dominated_bid_more_changes_no_order(name: str, bids: list[tuple[int, int]]) -> None:
    _, ended = contest(name, bids)
    _, ends = contest(name, [*bids, (max(price for price, _ in bids) + 1, 1)])
    order = [one for one in ends.ranks if one != f"b{len(bids)}"]
    assert [[ended.ranks[one] < ended.ranks[two] for two in order] for one in order] == [[ends.ranks[one] < ends.ranks[two] for two in order] for one in order]


@pytest.mark.parametrize("name", [name for name, rule in VARIANTS.items() if rule["formula"] in PRICING])
@LOOSE
@given(bids=BIDS)
def test_totals_are_the_sum_of_price_points_and_quality(name: str, bids: list[tuple[int, int]]) -> None:
    _, ended = contest(name, bids)
    for row in ended.rows.values():
        assert row.price_term is not None
        assert row.total == row.price_term.value + row.quality
        assert row.quality == sum((term.value for term in row.terms), Fraction(0))


@LOOSE
@given(bids=BIDS, data=st.data())
def test_the_file_order_never_decides(bids: list[tuple[int, int]], data: Any) -> None:
    before, ended = contest("lowest_price_ratio", bids)
    mixed = before.with_entries(data.draw(st.permutations(before.entries)))
    assert dict(play(mixed).ranks) == dict(ended.ranks)
