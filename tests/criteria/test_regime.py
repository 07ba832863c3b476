"""Which rules apply: every answer with its reason, and not known where a fact is missing."""

from datetime import date
from decimal import Decimal

import pytest

from criteria.codes import Answer, Country
from criteria.knowledge import Knowledge
from criteria.regime import Regime, regime_of
from tests.conftest import design


def regime(known: Knowledge, **facts: object) -> Regime:
    tender = design(**facts)
    return regime_of(tender, known.law.on(tender.day))


@pytest.mark.parametrize(("value", "answer"), [(215_999, Answer.NO), (216_000, Answer.YES), (216_001, Answer.YES)])
def test_a_service_reaches_the_threshold_at_its_amount_and_not_below(known: Knowledge, value: int, answer: Answer) -> None:
    holding = regime(known, estimated_value=value)["above_threshold"]
    assert holding.answer is answer
    assert holding.details["margin"] == value - 216_000


def test_the_law_of_the_day_of_publication_applies(known: Knowledge) -> None:
    assert regime(known, estimated_value=220_000, publication_date=date(2025, 12, 31))["above_threshold"].answer is Answer.NO
    assert regime(known, estimated_value=220_000, publication_date=date(2026, 1, 1))["above_threshold"].answer is Answer.YES


def test_a_day_without_known_law_is_not_known_and_says_so(known: Knowledge) -> None:
    holding = regime(known, publication_date=date(2028, 2, 1))["above_threshold"]
    assert holding.answer is Answer.NOT_KNOWN
    assert holding.ask == ("publication_date",)
    assert holding.because[0].values["day"] == date(2028, 2, 1)


def test_works_have_the_threshold_of_works(known: Knowledge) -> None:
    holding = regime(known, contract_type="works", cpv=["45233140"], estimated_value=5_000_000)["above_threshold"]
    assert (holding.answer, holding.details["parameter"]) == (Answer.NO, "threshold-works")


@pytest.mark.parametrize(("kind", "parameter"), [("central", "threshold-central"), ("sub_central", "threshold-sub-central"), ("body_governed_by_public_law", "threshold-sub-central"), ("utility", "threshold-utilities-other")])
def test_the_kind_of_authority_decides_the_threshold(known: Knowledge, kind: str, parameter: str) -> None:
    assert regime(known, authority={"kind": kind})["above_threshold"].details["parameter"] == parameter


def test_between_two_thresholds_the_kind_of_authority_is_asked(known: Knowledge) -> None:
    holding = regime(known, authority={"kind": None}, estimated_value=180_000)["above_threshold"]
    assert (holding.answer, holding.ask) == (Answer.NOT_KNOWN, ("authority.kind",))


def test_above_every_threshold_the_kind_of_authority_does_not_matter(known: Knowledge) -> None:
    assert regime(known, authority={"kind": None}, estimated_value=400_000)["above_threshold"].answer is Answer.YES


def test_without_a_value_the_value_is_asked(known: Knowledge) -> None:
    holding = regime(known, estimated_value=None)["above_threshold"]
    assert (holding.answer, holding.ask) == (Answer.NOT_KNOWN, ("estimated_value",))


def test_a_concession_has_a_threshold_of_its_own(known: Knowledge) -> None:
    holding = regime(known, concession=True, estimated_value=5_404_000)["above_threshold"]
    assert (holding.answer, holding.details["parameter"]) == (Answer.YES, "threshold-concessions")


def test_cleaning_is_no_special_service_and_school_meals_are(known: Knowledge) -> None:
    assert regime(known)["light_service"].answer is Answer.NO
    assert regime(known, cpv=["55523100"])["light_service"].answer is Answer.YES


def test_the_light_regime_begins_at_its_own_threshold(known: Knowledge) -> None:
    assert regime(known, cpv=["85312000"], estimated_value=749_999)["light_regime"].answer is Answer.NO
    assert regime(known, cpv=["85312000"], estimated_value=750_000)["light_regime"].answer is Answer.YES


def test_works_are_never_in_the_light_regime(known: Knowledge) -> None:
    assert regime(known, contract_type="works", cpv=["45210000"], estimated_value=9_000_000)["light_regime"].answer is Answer.NO


def test_without_a_code_the_own_answer_counts_and_without_it_the_code_is_asked(known: Knowledge) -> None:
    assert regime(known, cpv=None, special_service=True)["light_service"].answer is Answer.YES
    holding = regime(known, cpv=None)["light_service"]
    assert (holding.answer, holding.ask) == (Answer.NOT_KNOWN, ("cpv",))


def test_the_type_of_contract_follows_from_the_code_where_nobody_said_it(known: Knowledge) -> None:
    assert regime(known, contract_type=None, cpv=["45210000"])["above_threshold"].details["parameter"] == "threshold-works"
    assert regime(known, contract_type=None, cpv=["39100000"])["above_threshold"].details["parameter"] == "threshold-sub-central"


def test_france_asks_for_half_of_the_workers_in_a_reserved_contract(known: Knowledge) -> None:
    holding = regime(known, country="FR")["art20"]
    assert (holding.answer, holding.details["share"]) == (Answer.YES, Decimal(50))


def test_sweden_asks_for_thirty_percent(known: Knowledge) -> None:
    assert regime(known, country="SE")["art20"].details["share"] == Decimal(30)


def test_a_country_without_a_checked_provision_is_not_known_and_never_no(known: Knowledge) -> None:
    unread = [country for country in Country if f"{country.lower()}-reserved-art20" not in known.law.parameters]
    assert unread
    for country in unread:
        assert regime(known, country=country)["art20"].answer is Answer.NOT_KNOWN


def test_without_a_country_the_country_is_asked(known: Knowledge) -> None:
    assert regime(known, country=None)["art20"].ask == ("country",)


def test_article_77_takes_listed_services_up_to_three_years(known: Knowledge) -> None:
    listed = {"country": "FR", "cpv": ["85312000"]}
    assert regime(known, **listed, duration_months=36)["art77"].answer is Answer.YES
    assert regime(known, **listed, duration_months=37)["art77"].answer is Answer.NO
    assert regime(known, country="FR", cpv=["80111000"], duration_months=12)["art77"].answer is Answer.NO
    assert regime(known, country="FR", cpv=["80110000"], duration_months=12)["art77"].answer is Answer.YES


def test_one_unlisted_code_among_listed_ones_rules_article_77_out(known: Knowledge) -> None:
    assert regime(known, country="FR", cpv=["85312000", "90910000"], duration_months=12)["art77"].answer is Answer.NO


def test_article_77_never_takes_works_or_concessions(known: Knowledge) -> None:
    assert regime(known, contract_type="works", cpv=None)["art77"].answer is Answer.NO
    assert regime(known, concession=True, cpv=["85312000"])["art77"].answer is Answer.NO


def test_the_open_procedure_has_thirty_days_when_sent_electronically(known: Knowledge) -> None:
    holding = regime(known, procedure="open", publication_date=date(2027, 2, 1))["time_limit"]
    assert holding.details["days"]["normal"] == 35
    assert holding.details["earliest"] == date(2027, 3, 3)


def test_below_the_threshold_eu_law_sets_no_days(known: Knowledge) -> None:
    assert regime(known, procedure="open", estimated_value=100_000)["time_limit"].answer is Answer.NO


def test_without_a_procedure_the_procedure_is_asked(known: Knowledge) -> None:
    assert regime(known)["time_limit"].ask == ("procedure",)


def test_above_the_threshold_lots_or_reasons_are_a_duty(known: Knowledge) -> None:
    assert regime(known, country="LU")["lots_duty"].answer is Answer.YES
    assert regime(known, country="LU", estimated_value=100_000)["lots_duty"].answer is Answer.NO


def test_france_asks_for_lots_at_any_value(known: Knowledge) -> None:
    assert regime(known, country="FR", estimated_value=100_000)["lots_duty"].answer is Answer.YES


def lots(*values: int) -> list[dict[str, object]]:
    return [{"id": str(number), "estimated_value": value} for number, value in enumerate(values, 1)]


@pytest.mark.parametrize(("values", "answer"), [
    ((400_000, 79_999), Answer.YES), ((400_000, 80_000), Answer.NO), ((200_000, 50_000), Answer.YES),
    ((200_000, 50_001), Answer.NO), ((300_000, 79_000, 79_000), Answer.NO),
])
def test_small_lots_may_leave_up_to_a_fifth_of_all(known: Knowledge, values: tuple[int, ...], answer: Answer) -> None:
    assert regime(known, lots=lots(*values))["small_lots"].answer is answer


def test_small_lots_of_works_are_below_a_million(known: Knowledge) -> None:
    facts = {"contract_type": "works", "cpv": ["45210000"]}
    assert regime(known, **facts, lots=lots(9_000_000, 999_999))["small_lots"].answer is Answer.YES
    assert regime(known, **facts, lots=lots(9_000_000, 1_000_000))["small_lots"].answer is Answer.NO


def test_a_lot_without_a_value_leaves_it_open(known: Knowledge) -> None:
    assert regime(known, lots=[{"id": "1"}])["small_lots"].answer is Answer.NOT_KNOWN


def test_turnover_may_be_twice_the_value(known: Knowledge) -> None:
    assert regime(known, estimated_value=300_000)["turnover_cap"].details["cap"] == 600_000
