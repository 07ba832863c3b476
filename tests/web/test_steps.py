"""The pages of questions: saved at once, never lost, never mixed, whatever order or window."""

import json
from typing import Any

import pytest

from advisor.wizard import journey
from advisor.wizard.question import Field, Kind
from criteria.codes import Path
from tests.page import Page, Visitor

SAMPLES: dict[Kind, Any] = {
    Kind.LINE: "A short line", Kind.TEXT: "A longer text\nwith two lines", Kind.NUMBER: "12", Kind.MONEY: "450,000",
    Kind.DATE: "2027-02-01", Kind.YES_NO: "yes",
}


def sample(field: Field) -> Any:
    if field.kind in SAMPLES:
        return SAMPLES[field.kind]
    if field.kind is Kind.CPV:
        return ["90910000"]
    if field.kind is Kind.SELECT:
        return "FR" if field.fact == "country" else "en"
    return [field.options[0]] if field.kind is Kind.SOME_OF else field.options[0]


def save(visitor: Visitor, base: str, slug: str, **values: Any) -> Page:
    return visitor.send(visitor.get(f"{base}{slug}"), f"/{slug}", {name.replace("__", "-"): value for name, value in values.items()})


def stored(visitor: Visitor, base: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(visitor.client.get(f"{base}file").data)
    return content


@pytest.mark.parametrize("path", list(Path))
def test_the_happy_walk_answers_every_question_and_ends_at_the_check(visitor: Visitor, path: Path) -> None:
    base = visitor.begin(path=path)
    for step in journey.steps(path):
        values = {field.name: sample(field) for field in step.fields(path)}
        page = visitor.send(visitor.get(f"{base}{step.slug}"), f"/{step.slug}", values)
        assert page.status == 200, page.text
    assert page.heading == "Check your answers"
    assert "Not answered" not in page.text
    assert visitor.get(base).text.count("Done") == len(journey.TASKS) - 1


@pytest.mark.parametrize("step", journey.steps(Path.FULL), ids=lambda step: step.slug)
def test_every_page_opens_empty_and_explains_itself(visitor: Visitor, step: Any) -> None:
    page = visitor.get(f"{visitor.begin(path='full')}{step.slug}")
    for question in step.questions:
        assert question.title in page.text and question.why in page.text


def test_the_labour_share_names_the_usual_one_of_the_purchase(visitor: Visitor) -> None:
    base = visitor.begin(path="full")
    assert "Usual for this kind of purchase" not in visitor.get(f"{base}staffing").text
    save(visitor, base, "purchase", family="cleaning")
    assert "Usual for this kind of purchase: 80" in visitor.get(f"{base}staffing").text


def test_terms_and_law_are_named_where_they_stand(visitor: Visitor) -> None:
    page = visitor.get(f"{visitor.begin()}together")
    folds = [" ".join(one.text_content().split()) for one in page.tree.xpath("//summary")]
    assert any(fold.startswith("What it means: “Cluster") for fold in folds) and "What the law says" in folds


def test_what_was_saved_stands_there_on_return(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "value", estimated_value="450,000", duration_months="36")
    form = visitor.get(f"{base}value").form("/value")
    assert form.fields["estimated_value"] == "450,000"
    assert stored(visitor, base)["estimated_value"] == 450000


def test_pages_may_be_answered_in_any_order(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "goals", objectives=["skills"])
    save(visitor, base, "title", title="Late title")
    assert stored(visitor, base)["objectives"] == ["skills"] and stored(visitor, base)["title"] == "Late title"


def test_sending_a_page_twice_changes_nothing_more(visitor: Visitor) -> None:
    base = visitor.begin()
    page = visitor.get(f"{base}title")
    visitor.send(page, "/title", {"title": "Once"})
    again = visitor.send(page, "/title", {"title": "Once"})
    assert again.status == 200 and stored(visitor, base)["title"] == "Once"


def test_two_windows_on_two_pages_never_lose_an_answer(visitor: Visitor) -> None:
    base = visitor.begin()
    first, second = visitor.get(f"{base}title"), visitor.get(f"{base}purpose")
    visitor.send(second, "/purpose", {"purpose": "From the second window"})
    visitor.send(first, "/title", {"title": "From the first window"})
    assert stored(visitor, base)["purpose"] == "From the second window"
    assert stored(visitor, base)["title"] == "From the first window"


def test_two_windows_on_one_page_are_noticed_before_anything_is_overwritten(visitor: Visitor) -> None:
    base = visitor.begin()
    old = visitor.get(f"{base}title")
    save(visitor, base, "title", title="Newer")
    clash = visitor.send(old, "/title", {"title": "Older"})
    assert clash.status == 422 and "changed in another window" in clash.text
    assert stored(visitor, base)["title"] == "Newer"
    kept = visitor.send(clash, "/title")
    assert kept.status == 200 and stored(visitor, base)["title"] == "Older"


def test_i_do_not_know_is_an_answer_with_a_to_do(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "value", **{"estimated_value__unknown": "yes", "duration_months": "12"})
    content = stored(visitor, base)
    assert content["not_known"] == ["estimated_value"] and "estimated_value" not in content
    assert "I don't know" in visitor.get(f"{base}check").text


def test_nothing_chosen_in_a_list_differs_from_none(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "plans", need__plans="none")
    assert stored(visitor, base)["need"]["plans"] == []


@pytest.mark.parametrize(("slug", "values", "words"), [
    ("value", {"estimated_value": "a lot"}, "Write it like 1,234.5"),
    ("value", {"estimated_value": "-5"}, "at least 0"),
    ("value", {"estimated_value": "9" * 30}, "at most"),
    ("value", {"estimated_value": "450.000"}, "two decimals"),
    ("value", {"estimated_value": "1e5"}, "Write it like"),
    ("value", {"estimated_value": "NaN"}, "Write it like"),
    ("value", {"duration_months": "0"}, "at least 1"),
    ("value", {"duration_months": "6.5"}, "whole number"),
    ("value", {"estimated_value": "5", "estimated_value-unknown": "yes"}, "Choose one of them"),
    ("title", {"title": "x" * 301}, "at most 300 characters"),
    ("authority", {"country": "XX"}, "not in the list"),
    ("authority", {"country": ""}, "Answer this question"),
    ("affected", {}, "Answer this question"),
    ("women-and-men", {"people-sexes_differ": "maybe"}, "Answer this question"),
    ("goals", {"objectives": ["skills", "youth", "impact", "migrants"]}, "Choose at most 3"),
    ("risks", {"people-warning_signs": ["low_pay", "none"]}, "Choose one or the other"),
    ("purchase", {"cpv": ["4711"]}, "eight digits"),
    ("purchase", {"family": "spaceships"}, "not in the list"),
    ("dates", {"publication_date": "32.13.2027"}, "Write it like"),
    ("checker", {"follow_up-checker_hours": "1000"}, "at most 744"),
    ("staffing", {"people-labour_share": "5"}, "between 10 and 90"),
    ("staffing", {"people-labour_share": "95"}, "between 10 and 90"),
])
def test_a_bad_answer_is_explained_kept_and_not_saved(visitor: Visitor, slug: str, values: dict[str, Any], words: str) -> None:
    base = visitor.begin(path="full")
    page = visitor.send(visitor.get(f"{base}{slug}"), f"/{slug}", values)
    assert page.status == 422
    assert page.title.startswith("Error:") and words in page.text
    assert page.tree.xpath("//*[contains(@class, 'govuk-error-summary')]//a[starts-with(@href, '#')]")
    for name, value in values.items():
        if isinstance(value, str) and value and name in page.form(f"/{slug}").fields and len(value) < 200 and not name.endswith("unknown"):
            field = page.form(f"/{slug}").fields[name]
            assert field in (value, None) or name in ("country", "people-sexes_differ", "family")
    assert set(stored(visitor, base)) <= {"schema", "as_of", "path", "language"}


def test_characters_that_cannot_be_printed_are_left_out_of_what_is_typed(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "title", title="A\u202eB\u000b C  😀 <b>")
    assert stored(visitor, base)["title"] == "AB C  😀 <b>"
    assert "<b>" not in visitor.get(base).raw.replace("&lt;b&gt;", "")


def test_codes_are_found_by_words_without_script(visitor: Visitor) -> None:
    base = visitor.begin()
    page = visitor.get(f"{base}purchase")
    found = visitor.send(page, "/purchase", {"cpv-words": "shcool cleaning", "family": "cleaning"}, button=("find", "cpv"))
    assert "90919300" in found.text
    assert found.form("/purchase").fields["family"] == "cleaning"
    saved = visitor.send(found, "/purchase", {"cpv": ["90919300"]})
    assert saved.status == 200 and stored(visitor, base)["cpv"] == ["90919300"]


def test_codes_are_found_as_a_piece_of_page_for_the_script(visitor: Visitor) -> None:
    answer = visitor.client.get("/en/cpv?words=cleaning&chosen=90910000")
    assert answer.status_code == 200 and b'value="90911200"' in answer.data and b'value="90910000"' not in answer.data


def test_changing_the_path_keeps_every_answer(visitor: Visitor) -> None:
    base = visitor.begin(path="full")
    save(visitor, base, "conflicts", partners__stake="yes")
    visitor.send(visitor.get(base), "/path", button=("path", "quick"))
    assert "partners" not in stored(visitor, base)
    visitor.send(visitor.get(base), "/path", button=("path", "full"))
    assert stored(visitor, base)["partners"]["stake"] is True


def test_a_page_of_the_other_path_leads_to_the_overview(visitor: Visitor) -> None:
    base = visitor.begin()
    assert visitor.get(f"{base}conflicts").address == base


def test_no_page_of_questions_is_hidden_by_another_page(visitor: Visitor) -> None:
    base = visitor.begin(path="full")
    for step in journey.steps(Path.FULL):
        assert visitor.get(f"{base}{step.slug}").form(f"/{step.slug}") is not None


@pytest.mark.parametrize("tail", ["shoe-size", "paper/poem", "paper/poem.pdf", "suggestion/no-such"])
def test_a_page_that_never_was_says_that_the_tender_is_kept(visitor: Visitor, tail: str) -> None:
    base = begun_with_people(visitor)
    page = visitor.get(f"{base}{tail}")
    assert page.status == 404 and page.heading == "This page does not exist"
    assert "Your tender is kept" in page.text and page.link("Go to the overview") == base


def begun_with_people(visitor: Visitor) -> str:
    """A draft in which the equality questions are answered."""
    base = visitor.begin()
    save(visitor, base, "affected", people__affected=["users"])
    save(visitor, base, "women-and-men", people__sexes_differ="no", people__workforce="mixed")
    return base


def test_nothing_is_shared_unless_somebody_says_so(visitor: Visitor) -> None:
    base = visitor.begin(path="full")
    page = visitor.get(f"{base}documents")
    assert page.form("/documents").fields["share"] == "no"
    visitor.send(page, "/documents")
    assert stored(visitor, base)["share"] is False


@pytest.mark.parametrize(("slug", "line"), [
    ("women-and-men", "Do women and men use or feel it differently? Answer this question to go on."),
    ("women-and-men", "Who does this work today? Answer this question to go on."),
    ("authority", "Country: Answer this question to go on."),
])
def test_the_list_of_errors_reads_as_sentences(visitor: Visitor, slug: str, line: str) -> None:
    page = visitor.send(visitor.get(f"{visitor.begin()}{slug}"), f"/{slug}", {"country": ""} if slug == "authority" else {})
    assert line in [" ".join(one.text_content().split()) for one in page.tree.xpath("//*[@role='alert']//li")]


def test_a_limit_is_written_as_people_write_numbers(visitor: Visitor) -> None:
    page = visitor.send(visitor.get(f"{visitor.begin()}value"), "/value", {"estimated_value": "9" * 30})
    assert "Use at most 100,000,000,000." in page.text


def test_changing_the_language_on_a_page_with_an_error_says_everything_the_new_way(visitor: Visitor) -> None:
    page = visitor.get(f"{visitor.begin()}value")
    french = visitor.send(page, "/value", {"estimated_value": "1,250,000.5", "duration_months": "many"}, button=("switch", "fr"))
    assert french.status == 422 and "1\u202f234,5" in french.raw
    assert french.form("/value").fields["estimated_value"] == "1\u202f250\u202f000,5"
    assert french.form("/value").fields["duration_months"] == "many"


def test_the_check_asks_each_entry_with_its_question_and_leads_to_the_papers(visitor: Visitor) -> None:
    page = visitor.get(f"{visitor.begin(path='full')}check")
    names = [" ".join(one.text_content().split()) for one in page.tree.xpath("//dt")]
    assert "Is there a pact, pole, consortium or cluster? Name" in " | ".join(names)
    assert page.link("Go to the papers").endswith("/papers") and page.link("See the results").endswith("/results")


def test_changing_one_answer_from_the_check_leads_back_to_it(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "title", title="First")
    check = visitor.get(f"{base}check")
    page = visitor.get(check.link("Change – Working title").partition("#")[0])
    assert visitor.send(page, "/title", {"title": "Second"}).heading == "Check your answers"


def test_the_link_can_be_kept_and_scanned(visitor: Visitor) -> None:
    base = visitor.begin()
    page = visitor.get(f"{base}keep")
    assert base in page.tree.xpath("string(//input[@id='address']/@value)")
    assert page.tree.xpath("//img[starts-with(@src, 'data:image/svg')][@alt]")


def test_a_copy_is_a_tender_of_its_own(visitor: Visitor) -> None:
    base = visitor.begin()
    save(visitor, base, "title", title="First")
    copy = visitor.send(visitor.get(base), "/copy")
    address = copy.address
    save(visitor, address, "title", title="Next")
    assert stored(visitor, base)["title"] == "First" and stored(visitor, address)["title"] == "Next"


def test_deleting_asks_first_and_then_deletes(visitor: Visitor) -> None:
    base = visitor.begin()
    asked = visitor.get(f"{base}end")
    assert visitor.get(base).status == 200
    visitor.send(asked, "/end")
    gone = visitor.get(base)
    assert gone.status == 404 and "opens no tender" in gone.heading


@pytest.mark.parametrize("tail", ["", "title", "check", "results", "papers", "keep", "end", "file", "paper/report", "paper/report.pdf", "suggestion/clu-joint-delivery-plan"])
def test_an_unknown_link_gets_a_helpful_page_everywhere(visitor: Visitor, tail: str) -> None:
    page = visitor.get(f"/en/t/nobody-knows-this-link/{tail}")
    assert page.status == 404 and "opens no tender" in page.heading


def test_an_expired_link_opens_nothing(visitor: Visitor, settings: Any) -> None:
    from datetime import timedelta

    import time_machine

    base = visitor.begin()
    with time_machine.travel(__import__("datetime").datetime.now() + timedelta(days=366)):
        assert visitor.get(base).status == 404


def test_a_post_without_the_token_keeps_what_was_typed(visitor: Visitor) -> None:
    base = visitor.begin()
    response = visitor.client.post(f"{base}title", data={"title": "Typed with care"})
    page = Page(response, f"{base}title")
    assert page.status == 400 and "Typed with care" in page.text
    assert "title" not in stored(visitor, base)
    sent = visitor.send(page, "/title")
    assert sent.status == 200 and stored(visitor, base)["title"] == "Typed with care"


def test_a_get_where_only_a_post_belongs_is_explained(visitor: Visitor) -> None:
    assert visitor.get("/en/begin").status == 405
