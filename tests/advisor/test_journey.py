"""The journey: declared once, every fact asked at most once, quick within full."""

from itertools import pairwise

import pytest

from advisor.wizard import journey
from advisor.wizard.question import Field, Kind, Question
from criteria.codes import PaperKind, Path
from criteria.facts import TYPES, codes_of, is_list
from criteria.knowledge import Knowledge
from criteria.tender import fact_paths

FIELDS = list(journey.fields(Path.FULL))
QUESTIONS = journey.questions(Path.FULL)
# Facts that no question asks for: they come with a file or from the results page.
NOT_ASKED = {"as_of", "path", "lots"}


def test_the_quick_path_has_26_questions_and_the_full_one_52() -> None:
    assert len(journey.questions(Path.QUICK)) == 26
    assert len(QUESTIONS) == 52


def test_the_quick_path_is_part_of_the_full_one() -> None:
    assert {one.id for one in journey.questions(Path.QUICK)} <= {one.id for one in QUESTIONS}


def test_the_quick_path_asks_to_confirm_five_statements_and_the_full_one_nine() -> None:
    for path, number in ((Path.QUICK, 5), (Path.FULL, 9)):
        (statements,) = (one for one in journey.fields(path) if one.fact == "safety.statements")
        assert len(statements.options) == number


def test_every_fact_of_the_tender_is_asked_by_exactly_one_entry() -> None:
    asked = [field.fact for field in FIELDS]
    assert len(asked) == len(set(asked))
    assert set(asked) == fact_paths() - NOT_ASKED


def test_question_ids_and_step_names_are_unique() -> None:
    ids = [question.id for question in QUESTIONS]
    slugs = [step.slug for step in journey.steps(Path.FULL)]
    assert len(ids) == len(set(ids)) and len(slugs) == len(set(slugs))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.fact)
def test_the_kind_of_an_entry_fits_the_type_of_its_fact(field: Field) -> None:
    if field.kind in (Kind.ONE_OF, Kind.SOME_OF):
        assert codes_of(field.fact) and is_list(field.fact) == (field.kind is Kind.SOME_OF)
    if field.kind is Kind.YES_NO:
        assert TYPES[field.fact] is bool
    if field.kind is Kind.CPV:
        assert is_list(field.fact)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_explains_itself_and_its_terms_and_law_exist(known: Knowledge, question: Question) -> None:
    assert question.title.endswith("?") and question.why.endswith(".")
    assert set(question.terms) <= set(known.glossary)
    assert set(question.law) <= set(known.grounds)
    if question.example:
        assert question.example in type(next(iter(known.purchases.values())).examples).model_fields


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_what_may_be_unknown_leaves_a_to_do(question: Question) -> None:
    assert bool(question.todo) == any(field.unknown for field in question.fields)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_answer_goes_into_a_paper(question: Question) -> None:
    """The language and the list of papers steer the papers; everything else is printed on one."""
    assert question.papers or question.id in ("a2", "i3")
    assert set(question.papers) <= set(PaperKind)


def test_the_equality_questions_are_required_on_both_paths() -> None:
    for path in Path:
        required = {one.id for one in journey.questions(path) if one.required}
        assert {"d1", "d2", "d3"} <= required


def test_the_way_leads_from_page_to_page_and_back() -> None:
    for path in Path:
        way = journey.steps(path)
        assert journey.before(way[0], path) is None and journey.after(way[-1], path) is None
        for one, following in pairwise(way):
            assert journey.after(one, path) is following and journey.before(following, path) is one
