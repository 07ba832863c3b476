"""The evaluation workbook gives the same totals and ranks as the engine, once LibreOffice has calculated it."""

import io
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from advisor.documents import workbook
from advisor.documents.making import SHEET, formats, make
from advisor.i18n import Language, language
from advisor.wizard.bench import announced, completed, scored, usual_price, with_bids
from advisor.wizard.board import Board, board_for
from criteria.codes import PaperKind
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Bid, Evaluation, Formula, Price, QualityCriterion, Rounding
from criteria.scoring.exact import half_up
from criteria.scoring.result import Result
from tests.conftest import TODAY, design

ENGLISH = language("en")
SOFFICE = shutil.which("soffice")
CHOSEN = [{"criterion": "clu-joint-delivery-plan", "stage": "award_criterion", "weight": 10}]
REASON = "Named on page 4 of the bid"
SHOWN = 6


def with_evaluation(evaluation: Evaluation) -> Board:
    content = evaluation.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return board_for(design(language="en", choices=CHOSEN, evaluation={"schema": 1, **content}), ENGLISH, TODAY)


def of_formula(formula: Formula, **more: Any) -> Evaluation:
    board = board_for(design(language="en", choices=CHOSEN), ENGLISH, TODAY)
    begun = announced(board)
    price = Price.model_validate({**begun.price.model_dump(), "formula": formula, **more.pop("price", {})})
    return with_bids(board, begun.model_copy(update={"price": completed(price, usual_price(board)), **more}))


def own(criteria: list[dict[str, Any]], bids: dict[str, tuple[int, dict[str, Any]]], **more: Any) -> Evaluation:
    return Evaluation(
        criteria=tuple(QualityCriterion.model_validate(one) for one in criteria),
        bids=tuple(Bid(id=name, price=price, scores={**scores, "clu-joint-delivery-plan": 3}) for name, (price, scores) in bids.items()), **more,
    )


DESIGNS: dict[str, Evaluation] = {
    **{formula.value: of_formula(formula) for formula in Formula},
    "rounded totals": of_formula(Formula.LOWEST_PRICE_RATIO, rounding=Rounding(digits=1)),
    "rounded price points": of_formula(Formula.LINEAR_MIN_MAX, rounding=Rounding(digits=0, of="price_points")),
    "quotient to four digits": of_formula(Formula.PRICE_PER_QUALITY, price={"direction": "quality_over_price", "constant": 1000000, "digits": 1}),
    "corridor by quality": of_formula(Formula.PRICE_PER_QUALITY, price={"direction": "price_over_quality", "corridor_percent": 10, "corridor_by": "quality"}),
    "corridor by price": of_formula(Formula.PRICE_PER_QUALITY, price={"direction": "quality_over_price", "corridor_percent": 10, "corridor_by": "price"}),
    "outside the bounds is out": of_formula(Formula.LINEAR_FIXED_BOUNDS, price={"minimum": 400000, "maximum": 470000, "outside": "exclude"}),
    "quality minimum": of_formula(Formula.LOWEST_PRICE_RATIO, quality_minimum=Decimal(40)),
    "every kind of criterion": own(
        [{"id": "points", "points": 20, "minimum": 5},
         {"id": "steps", "steps": [{"from": 0, "points": 0}, {"from": 2, "points": 10}, {"from": 4, "points": 20}]},
         {"id": "hours", "points": 10, "quantity": {"minimum": 1000, "cap": 3000}}],
        {"=A()": (100, {"points": 15, "steps": 3, "hours": 2500}), "B": (90, {"points": 4, "steps": 4, "hours": 5000}),
         "C": (80, {"points": 20, "steps": 1, "hours": 999}), "D": (95, {"points": 12, "steps": 4, "hours": 1000})},
        price=Price(points=40),
    ),
    "deductions of every kind": own(
        [{"id": "plan", "points": 20, "scale": 5, "max_deduction": 12}, {"id": "share", "points": 20, "scale": 5, "max_deduction_percent": 10},
         {"id": "units", "points": 1, "deduction_per_unit": 2, "max_units": 4},
         {"id": "steps", "steps": [{"from": 0, "points": 0}, {"from": 2, "points": 10}, {"from": 4, "points": 20}], "max_deduction": 8}],
        {"A": (100, {"plan": 3, "share": 2, "units": 3, "steps": 3}), "B": (90, {"plan": 1, "share": 1, "units": 9, "steps": 1})},
        price=Price(formula=Formula.QUALITY_ADJUSTED_PRICE),
    ),
    "a tie that a criterion and the price break": own(
        [{"id": "one", "points": 30, "scale": 5}, {"id": "two", "points": 30, "scale": 5}],
        {"A": (100, {"one": 2, "two": 3}), "B": (100, {"one": 3, "two": 2}), "C": (100, {"one": 3, "two": 2})},
        price=Price(points=40), tie_break=("one", "price"),
    ),
}


def filled(evaluation: Evaluation, path: Path, reasons: bool = True) -> Result:
    """Write the workbook with its bids and reasons, without any stored result, and give what the engine says."""
    board = with_evaluation(evaluation)
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(board)))
    sheet = book["Consensus"]
    for row in sheet.iter_rows(min_row=6):
        if reasons and row[6].value is not None:
            row[7].value = REASON
    book.save(path)
    return score(scored(announced(board)))


def calculated(folder: Path) -> dict[str, Any]:
    """Every workbook of a folder, calculated by LibreOffice in one go, by its name."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed: soffice is missing")
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.xlsx")))], check=True, capture_output=True, timeout=240)
    return {path.stem: openpyxl.load_workbook(path, data_only=True) for path in folder.glob("out/*.xlsx")}


@pytest.mark.slow
def test_the_spreadsheet_gives_the_totals_and_ranks_of_the_engine(tmp_path: Path) -> None:
    results = {name: filled(evaluation, tmp_path / f"{name}.xlsx") for name, evaluation in DESIGNS.items()}
    books = calculated(tmp_path)
    assert set(books) == set(results)
    for name, result in results.items():
        sheet = books[name]["Ranking"]
        heads = [cell.value for cell in sheet[5]]
        at_total, at_rank = heads.index("Result"), heads.index("Rank")
        lines = {row[0].value: row for row in sheet.iter_rows(min_row=6) if row[0].value}
        assert set(lines) == set(result.rows) | set(result.excluded), name
        for bid, row in result.rows.items():
            assert half_up(row.total, SHOWN) == pytest.approx(round(lines[bid][at_total].value, SHOWN), abs=10**-SHOWN / 2), name
            assert lines[bid][at_rank].value == result.ranks[bid], name
        for bid in result.excluded:
            assert lines[bid][at_total].value in (None, "") and lines[bid][at_rank].value in (None, ""), name
        assert sheet["B3"].value == (result.winner or "Several bids share the first rank"), name


@pytest.mark.slow
def test_no_first_bid_is_named_while_a_reason_is_missing(tmp_path: Path) -> None:
    filled(DESIGNS["fixed_price"], tmp_path / "unreasoned.xlsx", reasons=False)
    book = calculated(tmp_path)["unreasoned"]
    assert book["Ranking"]["A2"].value == "Not final: agreed scores without a reason" and not book["Ranking"]["B3"].value
    assert "Reason missing" in [cell.value for cell in book["Consensus"]["I"]]


def book_of(**changes: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(make(PaperKind.EVALUATION_WORKBOOK, SHEET, design(language="en", choices=CHOSEN, **changes), ENGLISH, TODAY)))


def test_a_viewer_that_does_not_calculate_sees_the_figures_of_the_engine() -> None:
    board = with_evaluation(DESIGNS["linear_fixed_bounds"])
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.render(board)), data_only=True)["Ranking"]
    result = score(scored(announced(board)))
    assert sheet["A6"].value == "large-firm"
    assert float(result.rows["large-firm"].total) in [cell.value for cell in sheet[6]]


def test_only_the_entries_are_unlocked() -> None:
    book = book_of()
    assert all(sheet.protection.sheet for sheet in book)
    open_cells = {sheet.title: {cell.column_letter for row in sheet.iter_rows() for cell in row if not cell.protection.locked} for sheet in book}
    assert open_cells["Bids"] == {"B", "C"} and open_cells["Ranking"] == set() and open_cells["Rule"] == set()
    assert open_cells["Consensus"] == {"G", "H"} and open_cells["Evaluator 1"] == {"B", "D", "E"}


def test_scores_prices_and_reasons_are_held_to_their_limits() -> None:
    book = book_of()
    scores = [one for one in book["Evaluator 1"].data_validations.dataValidation if one.type == "decimal"]
    assert {(one.formula1, one.formula2) for one in scores} == {("0", "5")}
    assert any(one.type == "textLength" or one.type == "length" for one in book["Consensus"].data_validations.dataValidation)
    assert book["Bids"].data_validations.dataValidation[0].operator == "greaterThanOrEqual"


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    hostile = [{"id": name, "price": 10, "scores": {}} for name in ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0")]
    book = book_of(title="=2+2", evaluation={"schema": 1, "bids": hostile})
    names = [cell for row in book["Bids"].iter_rows(min_row=6, max_row=10, min_col=2, max_col=2) for cell in row]
    assert [cell.value for cell in names] == [one["id"] for one in hostile] and {cell.data_type for cell in names} == {"s"}
    assert book["Read first"]["A3"].value == "=2+2" and book["Read first"]["A3"].data_type == "s"


def test_it_can_be_made_of_any_design_in_any_language(language: Language) -> None:
    for changes in ({"choices": []}, {"objectives": None}, {"evaluation": {"schema": 1, "price": {"formula": "fixed_price"}}}):
        assert make(PaperKind.EVALUATION_WORKBOOK, SHEET, design(language=language.code, **changes), language, TODAY)[:2] == b"PK"


def test_the_workbook_is_made_as_a_sheet_only_and_the_papers_are_not() -> None:
    assert formats(PaperKind.EVALUATION_WORKBOOK) == (SHEET,)
    assert SHEET not in formats(PaperKind.SCORING_GUIDE)
