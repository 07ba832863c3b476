"""A paper states what was answered or decided; what nobody stated is an open line, never a fact."""

import itertools
import re
from dataclasses import replace

import pytest

from advisor.documents import html, memo
from advisor.documents.making import compose
from advisor.documents.parts import changed_text
from advisor.i18n import Language, language
from advisor.wizard.board import board_for
from advisor.wizard.summary import in_words
from criteria.codes import PaperKind, Path, SafetyStatement, Severity, Stage
from criteria.design_file import tender_from
from criteria.findings import Finding
from criteria.prose import Sentence
from criteria.tender import nested
from tests.conftest import TODAY, design
from tests.documents.test_papers import ANSWERED, CHOSEN, decided, telling, text_of

ENGLISH = language("en")
HOURS = {"criterion": "emp-integration-hours", "stage": "performance_condition"}
DECLARATION = "Have everybody who drafts, scores or decides sign a declaration of interests"


@pytest.mark.parametrize("path", [None, *Path])
def test_a_file_with_every_answer_shows_every_answer_whatever_its_path(path: Path | None) -> None:
    answers = {field.fact: telling(field) for _, field in ANSWERED}
    start = {"schema": 1, "as_of": TODAY, **({"path": path} if path else {})}
    tender = tender_from({**start, **nested(answers), "lots": [{"id": "L7", "title": "Telling lot", "estimated_value": 12_345, "reserved": "art20"}]})
    texts = {kind: text_of(kind, tender) for kind in PaperKind if kind is not PaperKind.EVALUATION_WORKBOOK}
    for question, field in ANSWERED:
        said = in_words(field, answers[field.fact], ENGLISH)
        for kind in question.papers:
            assert said and said in texts[kind], f"{kind} does not hold {field.fact}"
    for kind in (PaperKind.REPORT, PaperKind.MEMO):
        assert "Telling lot" in texts[kind] and "€12,345" in texts[kind]


def test_a_changed_text_is_not_defended_with_the_words_written_for_the_model() -> None:
    changed = {**CHOSEN[0], "text": "We buy from our cluster."}
    model = ENGLISH.knowledge.catalogue["clu-joint-delivery-plan"]
    assert model.law_note in text_of(PaperKind.MEMO, decided(choices=[{**CHOSEN[0], "text": None}]))
    for kind in (PaperKind.MEMO, PaperKind.REPORT):
        text = text_of(kind, decided(choices=[changed]))
        assert model.law_note not in text
        assert "Check the new text before you publish" in text and "Ground of the model clause" in text and "OWNREASON for it" in text
    assert "No reason was given." in text_of(PaperKind.MEMO, decided(choices=[{**changed, "reason": None}]))


def test_what_is_found_about_a_changed_text_stands_beside_it_and_nowhere_else() -> None:
    finding = Finding("L-21", "vague_unverifiable", Severity.RISKY, "choices[1].text", Sentence("Nobody can check this."), Sentence("Say how much."))
    board = board_for(decided(choices=[CHOSEN[0], {**HOURS, "text": "Own words"}]), ENGLISH, TODAY)
    found = replace(board, advice=replace(board.advice, findings=(finding,)))
    beside = {card.criterion.id: changed_text(found, card) for card in found.used}
    assert "Nobody can check this." in beside["emp-integration-hours"] and "Nobody can check this." not in beside["clu-joint-delivery-plan"]
    assert "Nobody can check this." in "\n".join(memo.compose(found).texts())


def test_the_memo_asserts_only_what_was_confirmed() -> None:
    nothing = text_of(PaperKind.MEMO, decided(safety={}))
    for to_do in (DECLARATION, "Publish for all what one supplier was told", "Write in one sentence what would happen if nothing were done", "Check that every clause and form asks for counts"):
        assert to_do in nothing
    assert "Confirmed: " not in nothing and "The reservation is open to" not in nothing
    everything = text_of(PaperKind.MEMO, decided(safety={"statements": list(SafetyStatement)}))
    assert DECLARATION not in everything and f"Confirmed: {ENGLISH.show(SafetyStatement.NO_CONFLICT)}." in everything
    reserved = decided(choices=[{"criterion": "sep-reserve-lot-art20", "stage": "reserved_art20"}], partners={"stake": True, "helped_draft": True})
    text = text_of(PaperKind.MEMO, reserved)
    assert "The reservation is open to" in text and "Nobody on the list drafts, answers questions, scores or decides" in text and "Give more time than the minimum" in text


@pytest.mark.parametrize("confirmed", [None, [], ["linked", "data_safe"]])
def test_the_memo_names_each_safety_statement_as_confirmed_or_not(confirmed: list[str] | None) -> None:
    lines = text_of(PaperKind.MEMO, decided(safety={"statements": confirmed})).split("\n")
    for one in SafetyStatement:
        named = [line for line in lines if ENGLISH.show(one) in line and line.startswith(("Confirmed: ", "Not confirmed: "))]
        assert any(line.startswith("Confirmed: ") for line in named) is (one in (confirmed or ())), one
        assert named, one


@pytest.mark.parametrize("confirmed", [None, [], ["linked", "data_safe"]])
def test_the_report_ticks_each_safety_statement_or_marks_it_open(confirmed: list[str] | None) -> None:
    page = html.render(compose(PaperKind.REPORT, decided(safety={"statements": confirmed}), ENGLISH, TODAY))
    for one in SafetyStatement:
        row = page.split(f">{ENGLISH.show(one)}</th>")[1].split("</tr>")[0]
        boxes = [part[0] for part in row.split("<td>")[1:]]
        assert boxes == (["☑", "☐"] if one in (confirmed or ()) else ["☐", "☑"]), one


def test_strong_proof_is_asked_for_in_full() -> None:
    evidence = ENGLISH.knowledge.catalogue["emp-prison-leavers"].evidence
    choice = {"criterion": "emp-prison-leavers", "stage": "award_criterion", "evidence": "strong"}
    for kind in (PaperKind.ANNEX, PaperKind.MEMO):
        text = text_of(kind, decided(choices=[choice]))
        assert all(part in text for part in (evidence.light, evidence.normal, evidence.strong)), kind


def test_the_remedies_that_were_chosen_are_the_ones_of_the_contract() -> None:
    model = ENGLISH.knowledge.catalogue["emp-integration-hours"].remedies
    untouched = text_of(PaperKind.ANNEX, decided(choices=[HOURS]))
    assert all(remedy in untouched for remedy in model) and "If a promise is not kept" not in untouched
    chosen = text_of(PaperKind.ANNEX, decided(choices=[HOURS], follow_up={"remedies": ["termination", "plan"], "rhythm": "quarterly"}))
    assert not any(remedy in chosen for remedy in model) and "Every quarter" in chosen
    assert chosen.index("A written plan to put it right") < chosen.index("Ending the contract after repeated refusal")
    assert "[per cent or amount]" not in chosen
    costly = decided(choices=[HOURS], follow_up={"remedies": ["retention"]})
    assert "[per cent or amount]" in text_of(PaperKind.ANNEX, costly) and "how much is held back" in text_of(PaperKind.REPORT, costly)
    assert "No remedy is announced" in text_of(PaperKind.ANNEX, decided(choices=[HOURS], follow_up={"remedies": []}))
    assert "The annex prints the remedies you chose" in text_of(PaperKind.REPORT, costly)


def test_a_stage_with_a_clause_is_never_listed_as_set_aside() -> None:
    from advisor.documents.routes import routes_table, set_aside

    tender = decided(objectives=["gender_equality"], choices=[CHOSEN[3]])
    board = board_for(tender, ENGLISH, TODAY)
    assert any(one.name == Stage.SUBCONTRACTING for one in board.advice.not_suggested), "the goal alone would set it aside"
    assert ENGLISH.knowledge.instruments[Stage.SUBCONTRACTING].title not in [name for name, _ in set_aside(board)]
    taken = {row[0]: row[1] for row in routes_table(board).rows}
    assert taken[ENGLISH.show(Stage.SUBCONTRACTING)] == "Taken for another goal" and "Set aside" in taken.values()
    proposal = board_for(design(language="en"), ENGLISH, TODAY)
    words = {word for row in routes_table(proposal).rows for word in row[1:]}
    assert {"Proposed", "Proposed for another goal"} <= words and "Taken" not in words


def test_reasons_stand_beside_the_facts_they_rest_on() -> None:
    tender = decided(choices=[HOURS])
    report, memo = text_of(PaperKind.REPORT, tender), text_of(PaperKind.MEMO, tender)
    assert "Somebody must look at the monthly hours sheet (Role of the person: Facility department)." in report
    assert "Found: " in memo and "€450,000" in memo.split("Found: ")[1] and "Look at trade, safety and length" not in memo


def test_the_number_of_hours_comes_with_its_working_source_and_day(language: Language) -> None:
    tender = decided(choices=[HOURS], language=language.code)
    board = board_for(tender, language, TODAY)
    working = board.hours(board.used[0])
    cost = board.advice.law.national("hourly-labour-cost", tender.country)
    assert cost and cost.amount
    for part in (language.money(450_000), language.percent(80), language.money(cost.amount), language.number(410), language.date(cost.checked_on), language.show(cost.status)):
        assert part in working
    for kind in (PaperKind.REPORT, PaperKind.MEMO):
        assert working in text_of(kind, tender, language)
    given = board_for(decided(choices=[HOURS], people={"labour_share": 61}), ENGLISH, TODAY)
    assert "as answered" in given.hours(given.used[0]) and "61" in given.hours(given.used[0])
    own = board_for(decided(choices=[{**HOURS, "text": "Own words"}]), ENGLISH, TODAY)
    assert own.hours(own.used[0]) == ""


def ticks(kind: PaperKind, **facts: object) -> dict[str, int | None]:
    from advisor.documents.blocks import Checks

    blocks = compose(kind, decided(**facts), ENGLISH, TODAY).blocks
    return {text: box for block in blocks if isinstance(block, Checks) for _, lines in block.groups for text, box in lines}


def test_what_the_design_settles_is_ticked_in_the_checklist_and_in_the_minimum_standard() -> None:
    yes, partly, no, not_applicable = range(4)
    plain = {**CHOSEN[0], "text": None, "status": "accepted"}
    full = ticks(
        PaperKind.EQUALITY_CHECKLIST, safety={"statements": list(SafetyStatement)}, need={"data": ["users"], "consulted": []}, partners={"split": []},
        choices=[plain, CHOSEN[4], HOURS, *[{"criterion": name, "stage": stage} for name, stage in (("eqo-sex-disaggregated-data", "monitoring"), ("acc-spec-default", "technical_specification"), ("eqo-daytime-cleaning", "technical_specification"))]],
    )
    for line in ("The need is stated in one sentence.", "The equality check was done before drafting.", "Consultation was open to all.", "Lots were considered.",
                 "Criteria are linked to the contract and have anchors.", "The evidence asked for is light.", "Subcontractors are covered.", "A checker is named.",
                 "Data are counted by sex and kept safe.", "★ Different needs of women and men are in the specification.",
                 "Accessibility for people with disabilities is in the specification.", "★ Measures are scored, never persons, quotas or the firm as a whole.",
                 "★ We know who uses it and who works on it, women and men, with a source."):
        assert full[line] == yes, line
    assert full["★ We asked both women and men, and people who rarely speak up."] == no
    assert full["Lessons are kept for the next tender."] is None
    few = ticks(PaperKind.EQUALITY_CHECKLIST, people={"sexes_differ": False, "used_by_people": False, "workforce": None}, purpose=None, follow_up={"checker_hours": 0}, choices=[{**HOURS, "evidence": "strong"}])
    assert few["The equality check was done before drafting."] == partly and few["A checker is named."] == no and few["The evidence asked for is light."] == no
    assert few["The need is stated in one sentence."] is None and few["★ We know who uses it and who works on it, women and men, with a source."] is None
    assert few["Accessibility for people with disabilities is in the specification."] == not_applicable
    changed = ticks(PaperKind.REPORT, safety={}, choices=[CHOSEN[0], {**HOURS, "evidence": "strong"}], follow_up={"checker_hours": None})
    assert changed["Criteria are linked to the contract and have anchors."] is None and changed["The evidence asked for is light."] == partly
    assert changed["A checker is named."] == partly
    nobody = ticks(PaperKind.REPORT, follow_up={"checker": None, "checker_hours": None}, people={"affected": None, "sexes_differ": None, "workforce": None})
    assert nobody["A checker is named."] is None and nobody["The equality check was done before drafting."] is None


@pytest.mark.parametrize("kind", [PaperKind.MEMO, PaperKind.REPORT])
def test_points_that_do_not_come_to_100_are_an_open_finding_and_never_below_nothing(kind: PaperKind) -> None:
    heavy = [{**CHOSEN[0], "weight": 90}, {**CHOSEN[2], "weight": 60}]
    text = text_of(kind, decided(choices=heavy))
    assert "The points come to 150; together they must come to 100." in text
    assert "150 of 100" not in text and not re.search(r"(?<!L)[-\u2212]50\b", text)


def test_clauses_stand_under_their_stage_and_do_not_say_their_title_twice() -> None:
    from advisor.documents.blocks import Heading, Wording

    choices = [{"criterion": "sep-proportionate-turnover", "stage": "selection"}, {"criterion": "acc-spec-default", "stage": "technical_specification"}, HOURS, CHOSEN[4]]
    blocks = compose(PaperKind.ANNEX, decided(choices=choices), ENGLISH, TODAY).blocks
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    for stage, title in (("Technical specification", "Accessible for everyone who uses it"), ("Selection", "Turnover, insurance and references that fit the lot"), ("Performance condition", "Integration hours"), ("Monitoring", ENGLISH.knowledge.catalogue["imp-quarterly-report"].title)):
        assert titles.index(title) > titles.index(stage)
        assert all(one not in titles[titles.index(stage) + 1:titles.index(title)] for one in ("A\u2002Terms", "C\u2002Contract conditions"))
    for before, block in itertools.pairwise(blocks):
        if isinstance(before, Heading) and isinstance(block, Wording):
            assert not block.text.startswith(f"{before.text}."), before.text


def test_texts_for_the_own_file_never_reach_the_annex() -> None:
    own = [name for name, one in ENGLISH.knowledge.catalogue.items() if one.stage is Stage.MARKET_CONSULTATION]
    tender = decided(choices=[HOURS, *[{"criterion": name, "stage": "market_consultation"} for name in own]])
    text = text_of(PaperKind.ANNEX, tender)
    for name in own:
        one = ENGLISH.knowledge.catalogue[name]
        assert one.title not in text and not any(figure in text for figure in one.kpi), name


def test_a_reporting_form_asks_for_one_or_two_figures_a_promise() -> None:
    from advisor.documents.blocks import Table

    for names, most in ((["emp-integration-hours", "imp-quarterly-report"], 2), ([name for name, one in ENGLISH.knowledge.catalogue.items() if one.stage is Stage.PERFORMANCE_CONDITION][:12], 1)):
        choices = [{"criterion": name, "stage": ENGLISH.knowledge.catalogue[name].stage} for name in names]
        forms = [block for block in compose(PaperKind.ANNEX, decided(choices=choices), ENGLISH, TODAY).blocks if isinstance(block, Table) and block.head[0] == "Indicator"]
        assert len(names) <= len(forms[0].rows) <= most * len(names)


def test_what_was_put_off_is_reported_with_its_reason() -> None:
    later = {**HOURS, "status": "later", "reason": "WAITFOR the facilitator"}
    for kind in (PaperKind.REPORT, PaperKind.MEMO):
        assert "Decide later. WAITFOR the facilitator" in text_of(kind, decided(choices=[CHOSEN[3], later]))


def test_a_french_paper_sets_apart_with_french_spaces() -> None:
    text = text_of(PaperKind.REPORT, decided(language="fr", people={"warning_signs": ["low_pay", "danger"]}), language("fr"))
    assert "\u202f; " in text and not [line for line in text.split("\n") if "a; " in line or "s; " in line]
    assert "450\u202f000\u00a0€" in text


def test_a_text_that_begins_with_the_first_words_of_its_title_says_them_once() -> None:
    from advisor.documents.parts import wording_block

    day, hours = "eqo-daytime-cleaning", "emp-integration-hours"
    board = board_for(decided(choices=[{"criterion": day, "stage": "technical_specification"}, HOURS, {**CHOSEN[0], "text": "Quality. Own words"}]), ENGLISH, TODAY)
    begins = {card.criterion.id: wording_block(board, card).text for card in board.used}
    assert begins[hours].startswith("The contractor has") and not begins[day].startswith("Cleaning by day.")
    assert begins["clu-joint-delivery-plan"] == "Own words"
    only = board_for(decided(choices=[{**CHOSEN[0], "text": "Quality"}]), ENGLISH, TODAY)
    assert wording_block(only, only.used[0]).text == "Quality"


def test_a_design_with_steps_for_the_own_file_alone_says_that_nothing_is_asked_of_bidders() -> None:
    tender = decided(choices=[{"criterion": "clu-open-consultation", "stage": "market_consultation"}])
    annex, note = text_of(PaperKind.ANNEX, tender), text_of(PaperKind.MEMO, tender)
    assert "No report is due." in annex and "No social condition is used in this tender." in annex
    assert note.count("No clause was chosen.") == 2


def test_entered_weights_that_come_to_100_leave_nothing_open() -> None:
    weights = {"schema": 1, "price": {"points": 40}, "criteria": [{"id": "other-quality", "points": 45}]}
    tender = decided(evaluation=weights)
    for kind in (PaperKind.MEMO, PaperKind.REPORT):
        text = text_of(kind, tender)
        assert "No weights were entered" not in text and "must come to 100" not in text


def test_a_report_with_many_open_points_names_the_first_and_counts_the_others() -> None:
    tender = tender_from({"schema": 1, "as_of": TODAY, "choices": [{"criterion": one["criterion"], "stage": one["stage"]} for one in CHOSEN]})
    board = board_for(tender, ENGLISH, TODAY)
    text = text_of(PaperKind.REPORT, tender)
    assert len(board.todos) > 5 and all(todo.text in text for todo in board.todos)
    assert f"And {len(board.todos) - 5} more, in chapter 11." in text and text.index(board.todos[5].text) > text.index("First small step")
