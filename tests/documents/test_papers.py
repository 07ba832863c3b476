"""The papers hold every answer, say their day and versions, and read alike in every format."""

import io
import re
from itertools import pairwise
from typing import Any

import docx
import pytest
from lxml import html as parser

from advisor.documents import html
from advisor.documents.making import COMPOSERS, RENDERERS, compose
from advisor.i18n import Language, language
from advisor.wizard import journey
from advisor.wizard.answers import answers_of
from advisor.wizard.question import Field, Kind, Question
from advisor.wizard.summary import in_words
from criteria.codes import PaperKind, Path, Stage
from criteria.design_file import tender_from
from criteria.tender import Tender, nested
from tests.conftest import CLEANING, TODAY, design

ENGLISH = language("en")
CHOSEN = [
    {"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "status": "adapted", "weight": 9, "text": "OWNTEXT of the criterion", "reason": "OWNREASON for it"},
    {"criterion": "emp-integration-hours", "stage": "performance_condition", "evidence": "strong"},
    {"criterion": "eqo-secure-hours-feminised", "stage": "award_criterion", "weight": 6},
    {"criterion": "sep-buy-social-chain", "stage": "subcontracting"},
    {"criterion": "imp-quarterly-report", "stage": "monitoring"},
    {"criterion": "fin-cashflow-small-partners", "stage": "performance_condition", "status": "rejected", "reason": "REFUSED because of our rules"},
]


def decided(**facts: Any) -> Tender:
    return design(**{"path": "full", "language": "en", "choices": CHOSEN, **facts})


def text_of(kind: PaperKind, tender: Tender, spoken: Language = ENGLISH) -> str:
    return "\n".join(compose(kind, tender, spoken, TODAY).texts())


def telling(field: Field) -> Any:
    """An answer that can be told from all others."""
    if field.kind in (Kind.LINE, Kind.TEXT):
        return f"Telling words for {field.name}"
    if field.kind in (Kind.NUMBER, Kind.MONEY):
        return {"estimated_value": 473_219, "like_purchases": 31_557, "duration_months": 47, "people.labour_share": 61, "follow_up.checker_hours": 13}[field.fact]
    if field.kind is Kind.YES_NO:
        return True
    if field.kind is Kind.DATE:
        return {"publication_date": "2027-03-17", "start_date": "2027-08-19"}[field.fact]
    if field.kind is Kind.CPV:
        return ["90911200"]
    if field.kind is Kind.SELECT:
        return {"country": "FR", "language": "en"}[field.fact]
    return [field.options[1]] if field.kind is Kind.SOME_OF else field.options[1]


ANSWERED = [(question, field) for step in journey.steps(Path.FULL) for question in step.questions for field in question.fields]


@pytest.mark.parametrize(("question", "field"), ANSWERED, ids=[field.fact for _, field in ANSWERED])
def test_every_answer_reaches_the_papers_that_should_hold_it(question: Question, field: Field) -> None:
    value = telling(field)
    tender = tender_from({"schema": 1, "as_of": TODAY, "path": "full", **nested({field.fact: value})})
    said = in_words(field, value, ENGLISH)
    assert said
    for kind in question.papers:
        if field.kind is Kind.SELECT and field.fact == "language":
            continue
        assert said in text_of(kind, tender), f"{kind} does not hold {field.fact}"


def test_every_decision_reaches_the_papers() -> None:
    tender = decided()
    assert "OWNTEXT of the criterion" in text_of(PaperKind.ANNEX, tender)
    assert "OWNREASON for it" in text_of(PaperKind.MEMO, tender) and "OWNREASON for it" in text_of(PaperKind.REPORT, tender)
    assert "REFUSED because of our rules" in text_of(PaperKind.MEMO, tender)
    assert "9 points" in text_of(PaperKind.ANNEX, tender)
    assert "names removed" in text_of(PaperKind.ANNEX, tender), "strong proof was asked for"


@pytest.mark.parametrize("kind", list(COMPOSERS))
def test_every_paper_says_its_day_versions_and_that_it_is_guidance(kind: PaperKind, language: Language) -> None:
    document = compose(kind, decided(), language, TODAY)
    stamp = " ".join(document.stamp.lines)
    assert language.date(TODAY) in stamp and "2026.11" in stamp and language.knowledge.fingerprint in stamp
    assert language.gettext("Guidance, not legal advice. National law prevails where it differs.") in stamp
    assert document.stamp.lines[0] == "Ville de Valbourg"


@pytest.mark.parametrize(("kind", "chapters"), [(PaperKind.REPORT, range(1, 14)), (PaperKind.ANNEX, ("A", "B", "C", "D", "E", "F1", "F2", "F3", "G")), (PaperKind.MEMO, range(1, 12)), (PaperKind.EQUALITY_CHECKLIST, (1, 2))])
def test_a_paper_has_all_its_chapters_in_order(kind: PaperKind, chapters: Any) -> None:
    tree = parser.fromstring(html.render(compose(kind, decided(), ENGLISH, TODAY)))
    numbers = [heading.text_content().split("\u2002")[0] for heading in tree.xpath("//h2")]
    assert numbers == [str(one) for one in chapters]


def test_the_annex_holds_no_advice_and_no_law() -> None:
    text = text_of(PaperKind.ANNEX, decided())
    for word in ("Never write", "Art. 67", "Check with your lawyer", "Not suggested"):
        assert word not in text


def test_the_annex_has_forms_for_what_is_asked_and_no_others() -> None:
    text = text_of(PaperKind.ANNEX, decided())
    assert "Fill in one line for each means" in text and "Totals only, no names" in text
    without = text_of(PaperKind.ANNEX, design(language="en", choices=[CHOSEN[3]]))
    assert not any(title in without for title in ("Register of shared means", "Table of decision rights", "Hours sheet"))


def test_unchecked_law_is_marked_wherever_it_is_cited() -> None:
    grounds = ENGLISH.knowledge.grounds
    one, status = next(
        (one, grounds[law].status) for one in ENGLISH.knowledge.catalogue.values() for law in one.law
        if grounds[law].status != "verified" and one.stage is Stage.PERFORMANCE_CONDITION
    )
    tender = design(language="en", choices=[{"criterion": one.id, "stage": one.stage}])
    for kind in (PaperKind.REPORT, PaperKind.MEMO):
        assert f"[{ENGLISH.show(status)}]" in text_of(kind, tender)


def test_the_checklist_is_ticked_where_the_answers_settle_it() -> None:
    from advisor.documents.html import TICKED

    rendered = RENDERERS["html"](compose(PaperKind.EQUALITY_CHECKLIST, decided(), ENGLISH, TODAY)).decode()
    assert rendered.count(TICKED) >= 2
    empty = tender_from({"schema": 1, "as_of": TODAY})
    assert TICKED not in RENDERERS["html"](compose(PaperKind.EQUALITY_CHECKLIST, empty, ENGLISH, TODAY)).decode()


@pytest.mark.parametrize("kind", list(COMPOSERS))
@pytest.mark.parametrize("content", [{}, {"cpv": ["90910000"]}, CLEANING], ids=["nothing", "a code", "cleaning"])
def test_a_paper_can_be_made_of_any_design(kind: PaperKind, content: dict[str, Any], language: Language) -> None:
    tender = tender_from({"schema": 1, "as_of": TODAY, **{key: value for key, value in content.items() if key != "as_of"}})
    page = parser.fromstring(html.render(compose(kind, tender, language, TODAY)))
    assert page.get("lang") == language.code and len(page.xpath("//h1")) == 1
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_word_holds_the_same_words_as_the_page() -> None:
    document = compose(PaperKind.REPORT, decided(), ENGLISH, TODAY)
    word = docx.Document(io.BytesIO(RENDERERS["docx"](document)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    text = " ".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
    plain = re.sub(r"\s+", " ", text)
    for wanted in document.texts():
        words = re.sub(r"\s+", " ", wanted).strip()
        assert not words or words in plain or words.upper() in plain, words


def test_word_has_headings_a_language_and_repeated_table_heads() -> None:
    word = docx.Document(io.BytesIO(RENDERERS["docx"](compose(PaperKind.ANNEX, decided(), ENGLISH, TODAY))))
    assert [one for one in word.paragraphs if one.style.name == "Heading 1"]
    assert 'w:val="en"' in word.styles.element.xml
    assert "w:tblHeader" in word.element.xml


def test_the_same_paper_gives_the_same_bytes() -> None:
    document = compose(PaperKind.MEMO, decided(), ENGLISH, TODAY)
    assert RENDERERS["docx"](document) == RENDERERS["docx"](compose(PaperKind.MEMO, decided(), ENGLISH, TODAY))


def test_hostile_texts_stay_texts_in_every_format() -> None:
    hostile = "</title><script>alert(1)</script> =cmd|' /C calc'!A0 \"; } @page { url(file:///etc/passwd)"
    tender = decided(title=hostile, purpose=hostile)
    for kind in COMPOSERS:
        rendered = html.render(compose(kind, tender, ENGLISH, TODAY))
        tree = parser.fromstring(rendered)
        assert not tree.xpath("//script") and hostile in tree.text_content()
        assert RENDERERS["docx"](compose(kind, tender, ENGLISH, TODAY))


def test_a_stage_without_a_clause_is_said_in_the_annex() -> None:
    text = text_of(PaperKind.ANNEX, design(language="en", choices=[CHOSEN[4]]))
    assert "No social award criterion is used in this tender." in text


def test_the_board_shows_what_was_decided_in_the_order_of_the_stages() -> None:
    from advisor.wizard.board import board_for

    order = list(Stage)
    stages = [order.index(card.stage) for card in board_for(decided(), ENGLISH, TODAY).used]
    assert stages == sorted(stages)
    assert answers_of(decided())["choice/emp-integration-hours"]["evidence"] == "strong"


@pytest.mark.parametrize("kind", [PaperKind.REPORT, PaperKind.MEMO])
def test_the_paper_says_the_law_of_the_country_with_its_marks(kind: PaperKind) -> None:
    text = text_of(kind, decided())
    assert "National law: France" in text and "Set a social condition for the work" in text
    assert "Art. L2112-2-1" in text and "[Partly checked]" in text


def test_the_report_says_the_value_limits_of_the_day() -> None:
    text = text_of(PaperKind.REPORT, decided())
    assert "Direct award possible below €60,000" in text and "€40,000" not in text


def test_the_report_says_what_is_not_known_of_the_law_of_the_country() -> None:
    text = text_of(PaperKind.REPORT, decided(country="BG"))
    assert "Закон за обществените поръчки [Partly checked]" in text
    assert "We do not hold these points" in text and "National value limits" not in text


def test_a_duty_that_hangs_on_an_open_fact_says_so_on_paper() -> None:
    assert "Whether it applies is still to be confirmed." in text_of(PaperKind.REPORT, decided(estimated_value=None))


def test_a_paper_without_a_country_says_no_national_law() -> None:
    text = text_of(PaperKind.REPORT, decided(country=None))
    assert "National law:" not in text


def test_the_report_names_who_can_help_in_the_country() -> None:
    assert "Upphandlingsmyndigheten. Advises public buyers." in text_of(PaperKind.REPORT, decided(country="SE"))


def test_the_report_shows_who_used_a_clause_before_and_where_that_was_read() -> None:
    said = text_of(PaperKind.REPORT, decided())
    assert "Cleaning bought by quality, with joined-up hours (Dinan, France, 2020)" in said
    assert "Seen elsewhere" in said and "Wording pattern, in our words" in said
    assert "http://lescanaux.com" in said
