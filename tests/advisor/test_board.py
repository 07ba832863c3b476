"""The board: what the results page and the papers show about one design."""

from datetime import date

import pytest

from advisor.i18n import Language, language
from advisor.wizard.board import board_for
from criteria.knowledge import Knowledge
from criteria.placeholders import gaps
from tests.conftest import TODAY, design


@pytest.mark.parametrize(("workshops", "told"), [("several", True), (None, True), ("one", False), ("none", False)])
def test_reserving_is_called_open_only_where_the_market_may_carry_it(workshops: str | None, told: bool) -> None:
    board = board_for(design(partners={"social_suppliers": workshops}), language("en"), TODAY)
    assert any("Article 20" in board.language.say(one) for one in board.openings) is told


def test_a_reason_names_the_answers_it_rests_on() -> None:
    board = board_for(design(), language("fr"), TODAY)
    plan = next(card for card in board.cards if card.criterion.id == "clu-joint-delivery-plan")
    found = [said for reason in plan.suggestion.reasons for said in board.found(reason)]  # type: ignore[union-attr]
    assert found == ["Mieux ensemble\u00a0? Oui", "Durée avec toutes les options\u00a0: 36\u00a0mois"]


def test_no_wording_shows_a_gap_in_its_raw_form(known: Knowledge, language: Language) -> None:
    tender = design(choices=[{"criterion": name} for name in known.catalogue])
    board = board_for(tender, language, date(2026, 11, 28))
    for card in board.cards:
        assert not list(gaps(board.text(card))) and "{" not in board.text(card), card.criterion.id


def test_points_beyond_a_hundred_leave_no_negative_price() -> None:
    choices = [{"criterion": "clu-joint-delivery-plan", "weight": 90}, {"criterion": "emp-integration-quality", "weight": 60}]
    balance = board_for(design(choices=choices), language("en"), TODAY).balance
    assert (balance.price, balance.other, balance.social_total) == (0, 0, 150)
