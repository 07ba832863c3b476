"""The effort meter: hours add up, and over the checker's hours it names what to take out, and why."""

from decimal import Decimal
from typing import Any

import pytest

from advisor.i18n import language
from advisor.wizard.board import board_for
from criteria.codes import SupplierCount
from criteria.knowledge import Knowledge
from criteria.meter import Item, Meter, meter_of
from tests.conftest import TODAY, design

NAMES = ("clu-joint-delivery-plan", "emp-integration-hours", "dec-realistic-hours", "eqo-daytime-cleaning", "dec-law-compliance")
BIDS = {SupplierCount.UP_TO_2: 2, SupplierCount.FROM_3_TO_5: 4, SupplierCount.OVER_5: 6}


def meter(known: Knowledge, hours: Any, ranks: tuple[int, ...] = (9, 7, 3, 8, 1), suppliers: SupplierCount | None = SupplierCount.OVER_5) -> Meter:
    items = [Item(known.catalogue[name], rank) for name, rank in zip(NAMES, ranks, strict=True)]
    return meter_of(items, None if hours is None else Decimal(str(hours)), suppliers, BIDS)


def test_the_sum_is_that_of_the_items(known: Knowledge) -> None:
    found = meter(known, 20)
    assert found.sum.checker == sum(known.catalogue[name].effort.checker for name in NAMES)
    assert found.sum.bidder == sum(known.catalogue[name].effort.bidder for name in NAMES)
    assert (found.over, found.proposals) == (0, ())


def test_the_least_valuable_item_goes_first(known: Knowledge) -> None:
    whole = meter(known, None).sum.checker
    found = meter(known, whole - known.catalogue["dec-realistic-hours"].effort.checker)
    assert [one.criterion for one in found.proposals] == ["dec-realistic-hours"]
    assert "serves your goals least" in language("en").say(found.proposals[0].because)


def test_what_is_proposed_is_enough_and_nothing_of_it_is_needless(known: Knowledge) -> None:
    for hours in ("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5"):
        found = meter(known, hours)
        freed = [one.hours for one in found.proposals]
        kept = {"dec-law-compliance", "eqo-daytime-cleaning"}
        removable = sum(known.catalogue[name].effort.checker for name in NAMES if name not in kept)
        assert sum(freed) >= min(found.over, removable)
        if sum(freed) >= found.over:
            assert all(sum(freed) - one < found.over for one in freed)


def test_law_and_the_last_item_on_equality_are_never_proposed(known: Knowledge) -> None:
    proposed = {one.criterion for one in meter(known, 0).proposals}
    assert not proposed & {"dec-law-compliance", "eqo-daytime-cleaning"}


@pytest.mark.parametrize(("suppliers", "bids"), [(SupplierCount.UP_TO_2, 2), (SupplierCount.FROM_3_TO_5, 4), (SupplierCount.OVER_5, 6)])
def test_the_hours_of_those_who_score_follow_from_the_bids_to_expect(known: Knowledge, suppliers: SupplierCount, bids: int) -> None:
    found = meter(known, 20, suppliers=suppliers)
    assert found.bids == bids and found.evaluator_hours == found.sum.evaluator * bids


def test_without_known_suppliers_nobody_says_how_many_bids_will_come(known: Knowledge) -> None:
    found = meter(known, None, suppliers=None)
    assert (found.bids, found.evaluator_hours, found.over) == (None, None, 0)


def test_the_board_measures_what_it_shows() -> None:
    board = board_for(design(), language("en"), TODAY)
    assert {item.criterion.id for item in board.meter.items} == {card.criterion.id for card in board.shown}
