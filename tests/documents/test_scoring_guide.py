"""The scoring guide and the bench in report and memo: what the panel and the file need, on invented bids only."""

import pytest
from lxml import html as parser

from advisor.documents.blocks import Picture
from advisor.documents.making import compose, make
from advisor.i18n import Language, language
from criteria.codes import PaperKind
from criteria.tender import Tender
from tests.conftest import TODAY, design
from tests.documents.test_papers import decided

ENGLISH = language("en")
CHOSEN = [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 10}]


def text_of(kind: PaperKind, tender: Tender, spoken: Language = ENGLISH) -> str:
    tree = parser.fromstring(make(kind, "html", tender, spoken, TODAY))
    return " ".join(tree.text_content().split())


def test_the_guide_has_its_eight_chapters() -> None:
    tree = parser.fromstring(make(PaperKind.SCORING_GUIDE, "html", decided(), ENGLISH, TODAY))
    assert [one.text_content()[:1] for one in tree.xpath("//h2")] == list("12345678")


def test_the_guide_holds_anchors_a_worked_example_with_names_and_phrases() -> None:
    text = text_of(PaperKind.SCORING_GUIDE, design(language="en", choices=CHOSEN))
    for words in (
        "Quality of the joint delivery arrangement (10 points)", "Social enterprise — price: 40 × ", "Other quality = 50 × 4 ÷ 5",
        "Directive 2014/24/EU, Art. 55", "Score alone", "Being a cluster, a cooperative, a local firm or a known partner earns no point.",
    ):
        assert words in text, words


def test_without_scored_criteria_the_guide_says_so() -> None:
    only_a_report = [{"criterion": "eqo-sex-disaggregated-data", "stage": "monitoring"}]
    price_alone = {"schema": 1, "price": {"points": 100}, "criteria": []}
    text = text_of(PaperKind.SCORING_GUIDE, design(language="en", choices=only_a_report, evaluation=price_alone))
    assert "No social award criterion is used in this tender." in text and "Price alone decides; nothing is scored." in text


@pytest.mark.parametrize("kind", [PaperKind.SCORING_GUIDE, PaperKind.REPORT, PaperKind.MEMO])
def test_weights_that_cannot_be_scored_are_explained(kind: PaperKind) -> None:
    tender = design(language="en", choices=CHOSEN, evaluation={"schema": 1, "price": {"points": 0}, "criteria": [{"id": "other-quality", "points": 90}]})
    assert "Not possible. This number is too small." in text_of(kind, tender)


def test_report_and_memo_say_who_wins_and_what_a_point_is_worth() -> None:
    for kind in (PaperKind.REPORT, PaperKind.MEMO):
        text = text_of(kind, design(language="en", choices=CHOSEN))
        assert "Strong firm from elsewhere wins, ahead by 5.63 points." in text and "€11,538.46" in text


def test_report_and_memo_name_the_faults_of_the_formula() -> None:
    tender = design(language="en", choices=CHOSEN, evaluation={"schema": 1, "price": {"formula": "linear_min_max", "points": 40}, "criteria": [{"id": "other-quality", "points": 50}]})
    for kind in (PaperKind.REPORT, PaperKind.MEMO):
        assert "Bounds that bidders cannot know" in text_of(kind, tender)


def test_the_picture_has_words_and_a_table_beside_it() -> None:
    document = compose(PaperKind.REPORT, design(language="en", choices=CHOSEN), ENGLISH, TODAY)
    picture = next(one for one in document.blocks if isinstance(one, Picture))
    assert picture.alternative and "A = Large firm" in picture.caption
    assert "Who comes first at which weight" in " ".join(document.texts())
    assert "<svg" not in " ".join(document.texts())


def test_no_real_bid_stands_in_a_paper() -> None:
    bids = [{"id": "SECRETBIDDER", "price": 1000, "scores": {}}]
    tender = design(language="en", choices=CHOSEN, evaluation={"schema": 1, "bids": bids})
    for kind in (PaperKind.REPORT, PaperKind.MEMO, PaperKind.SCORING_GUIDE, PaperKind.ANNEX):
        assert "SECRETBIDDER" not in text_of(kind, tender)
