"""The evaluation workbook: individual sheets, consensus, price formula and ranking as live spreadsheet formulas."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from fractions import Fraction
from functools import cached_property
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from advisor.documents import sheet_formulas as cells
from advisor.documents.parts import stamp
from advisor.wizard.bench import announced, names_of, scored
from advisor.wizard.board import Board
from advisor.wizard.scales import levels_of
from criteria.codes import PaperKind
from criteria.problems import BadInput
from criteria.prose import N_
from criteria.scoring.contest import contest_of
from criteria.scoring.evaluate import score
from criteria.scoring.evaluation import Bid, Evaluation, Formula, QualityCriterion
from criteria.scoring.result import Result
from criteria.values import plain_number

KIND = PaperKind.EVALUATION_WORKBOOK
EVALUATORS, ROWS = 3, 10
HEAD, FIRST = 4, 5
_TEXT_LENGTH = 31
LEAST_REASON = 10
# Two lines of text, and three for the heads of columns, in points.
TALL, HEAD_TALL = 32, 48
READING = 100


def render(board: Board) -> bytes:
    """Make the workbook of a design; bids kept in the tender file stand in it, else its rows are empty."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": board.language.show(KIND), "created": datetime.combine(board.advice.as_of, time())})
    _Workbook(book, board).write()
    book.close()
    return stream.getvalue()


@dataclass(frozen=True)
class _Places:
    """The columns of the ranking, in their order."""

    criteria: tuple[str, ...]

    def column(self, part: str) -> int:
        return ("bid", "price", *self.criteria, "quality", "admitted", "admitted_price", "figure", "total", "rank", "key").index(part)

    def cell(self, row: int, part: str) -> str:
        return str(xl_rowcol_to_cell(row, self.column(part), col_abs=True))

    def over(self, rows: int, column: int) -> str:
        return f"{xl_rowcol_to_cell(FIRST, column, True, True)}:{xl_rowcol_to_cell(FIRST + rows - 1, column, True, True)}"


class _Workbook:
    """Writes the sheets one after another; what a person may fill in is unlocked, the rest is protected."""

    def __init__(self, book: Any, board: Board) -> None:
        self.book, self.board, self._ = book, board, board.language.gettext
        self.evaluation: Evaluation = scored(announced(board))
        self.names = names_of(board, self.evaluation)
        self.bids: tuple[Bid | None, ...] = (*self.evaluation.bids, *[None] * max(0, ROWS - len(self.evaluation.bids)))
        self.criteria = self.evaluation.criteria
        self.places = _Places(tuple(one.id for one in self.criteria))
        self.fixed = self.evaluation.price.formula is Formula.FIXED_PRICE
        look = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
        self.plain = book.add_format(look)
        self.title = book.add_format({**look, "bold": True, "font_size": 16, "text_wrap": False})
        self.head = book.add_format({**look, "bold": True, "bottom": 2, "bg_color": "#E8ECEF"})
        self.entry = book.add_format({**look, "locked": False, "bg_color": "#FFF9E5", "border": 1, "border_color": "#8A949E"})
        self.money = book.add_format({**look, "num_format": "#,##0.00"})
        self.money_entry = book.add_format({**look, "num_format": "#,##0.00", "locked": False, "bg_color": "#FFF9E5", "border": 1, "border_color": "#8A949E"})
        self.number = book.add_format({**look, "num_format": "#,##0.000000"})
        self.result = book.add_format({**look, "num_format": "#,##0.000000", "bold": True})
        self.stop = book.add_format({**look, "bold": True, "font_color": "#A4262C", "text_wrap": False})
        self.rank = book.add_format({**look, "num_format": "0", "bold": True})
        self.first = book.add_format({**look, "bold": True, "text_wrap": False})

    def write(self) -> None:
        _ = self._
        start = self._sheet(_(N_("Read first")), self.board.language.show(KIND), (READING,))
        bids = self._sheet(_(N_("Bids")), _(N_("Bids and prices")), (8, 40, 20))
        people = [self._sheet(_(N_("Evaluator %(number)s"), number=one + 1), _(N_("Individual scores, evaluator %(number)s"), number=one + 1), (26, 34, 10, 10, 52, 18, 60)) for one in range(EVALUATORS)]
        consensus = self._sheet(_(N_("Consensus")), _(N_("Agreed scores")), (26, 34, *[11] * EVALUATORS, 10, 11, 52, 18))
        ranking = self._sheet(_(N_("Ranking")), _(N_("Ranking")), (26, 16, *[16] * len(self.criteria), 14, 10, 16, 16, 16, 8))
        rule = self._sheet(_(N_("Rule")), _(N_("The announced rule")), (44, 24))
        anchors = self._sheet(_(N_("Anchors")), _(N_("What each score takes")), (30, *[34] * 6))
        self._write_start(start)
        self._write_bids(bids)
        self._write_anchors(anchors)
        for sheet in people:
            self._write_person(sheet, anchors.get_name())
        self._write_consensus(consensus, [sheet.get_name() for sheet in people])
        self._write_rule(rule, ranking.get_name())
        self._write_ranking(ranking, consensus.get_name())

    def _sheet(self, name: str, title: str, widths: tuple[int, ...]) -> Any:
        sheet = self.book.add_worksheet(name[:_TEXT_LENGTH])
        sheet.write_string(0, 0, title, self.title)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.plain)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self.board.language.show(KIND)}&R&P/&N")
        return sheet

    def _heads(self, sheet: Any, *texts: str) -> None:
        for column, text in enumerate(texts):
            sheet.write_string(HEAD, column, text, self.head)
        sheet.set_row(HEAD, HEAD_TALL)
        sheet.freeze_panes(FIRST, 2)
        sheet.repeat_rows(HEAD)

    def _write_start(self, sheet: Any) -> None:
        _, language = self._, self.board.language
        lines = (
            self.board.tender.title or _(N_("Untitled tender")), *stamp(self.board, language.show(KIND)).lines,
            _(N_("1. Enter the bids and their prices, net of VAT, on the sheet “Bids”.")),
            _(N_("2. Each evaluator scores alone on a sheet of his or her own, with a reason for every score.")),
            _(N_("3. Meet, compare, and enter one agreed score and its reason on the sheet “Consensus”.")),
            _(N_("4. The sheet “Ranking” works out points, result and rank. It names no first bid while a reason is missing.")),
            _(N_("Only framed yellow cells can be changed. The other cells are locked without a password.")),
            _(N_("Score measures promised for this contract. Never score what a bidder is.")),
        )
        for row, text in enumerate(lines, 2):
            sheet.write_string(row, 0, text, self.plain)
            if len(text) > READING:
                sheet.set_row(row, TALL)

    def _write_bids(self, sheet: Any) -> None:
        _ = self._
        self._heads(sheet, _(N_("No.")), _(N_("Bid")), _(N_("Price, net of VAT")))
        for row, bid in enumerate(self.bids, FIRST):
            sheet.write_number(row, 0, row - FIRST + 1, self.plain)
            self._text(sheet, row, 1, bid.id if bid else "", self.entry)
            if self.fixed or bid is None or (price := self._price(bid)) is None:
                sheet.write_blank(row, 2, None, self.money_entry)
            else:
                sheet.write_number(row, 2, float(price), self.money_entry)
        last = FIRST + len(self.bids) - 1
        sheet.data_validation(FIRST, 2, last, 2, {
            "validate": "decimal", "criteria": ">=", "value": 0, "error_title": _(N_("Price")), "error_message": _(N_("Enter a number of 0 or more.")),
        })
        self.bid_sheet = sheet.get_name()

    def _price(self, bid: Bid) -> Fraction | None:
        return next(one.price for one in contest_of(self.evaluation).entries if one.id == bid.id)

    def _text(self, sheet: Any, row: int, column: int, text: str, look: Any) -> None:
        if text:
            sheet.write_string(row, column, text, look)
        else:
            sheet.write_blank(row, column, None, look)

    def _write_anchors(self, sheet: Any) -> None:
        self._heads(sheet, self._(N_("Criterion")), *(str(number) for number in range(6)))
        self.anchor_rows: dict[str, int] = {}
        scaled = [(one, levels) for one in self.criteria if (levels := levels_of(self.board, one.id))]
        for row, (one, levels) in enumerate(scaled, FIRST):
            self.anchor_rows[one.id] = row
            sheet.write_string(row, 0, self.names[one.id], self.plain)
            for column, text in enumerate(levels, 1):
                sheet.write_string(row, column, text, self.plain)

    def _lines(self) -> list[tuple[int, int, QualityCriterion]]:
        """Every line of a score sheet: its row, the number of the bid, the criterion."""
        count = len(self.criteria)
        return [(FIRST + number * count + place, number, one) for number in range(len(self.bids)) for place, one in enumerate(self.criteria)]

    def _name_of_bid(self, number: int) -> str:
        return f"{quoted(self.bid_sheet)}!{xl_rowcol_to_cell(FIRST + number, 1, True, True)}"

    def _shown_bid(self, sheet: Any, row: int, number: int) -> None:
        bid, source = self.bids[number], self._name_of_bid(number)
        sheet.write_formula(row, 0, f'=IF({source}="","",{source})', self.plain, bid.id if bid else "")

    def _valid_score(self, sheet: Any, row: int, column: int, one: QualityCriterion) -> None:
        most = one.scale if one.scale is not None else None if one.steps or one.quantity or one.deduction_per_unit is not None else one.points
        limits = {"criteria": ">=", "value": 0} if most is None else {"criteria": "between", "minimum": 0, "maximum": plain_number(most)}
        message = self._(N_("Enter a number of 0 or more.")) if most is None else self._(N_("Enter a score from 0 to %(most)s."), most=self.board.language.number(most))
        sheet.data_validation(row, column, row, column, {"validate": "decimal", **limits, "error_title": self._(N_("Score")), "error_message": message})

    def _reason(self, sheet: Any, row: int, score: int) -> None:
        """A cell for the reason, and beside it what is missing."""
        sheet.set_row(row, TALL)
        sheet.write_blank(row, score + 1, None, self.entry)
        sheet.data_validation(row, score + 1, row, score + 1, {
            "validate": "length", "criteria": ">=", "value": LEAST_REASON, "error_type": "stop",
            "error_title": self._(N_("Reason")), "error_message": self._(N_("Write a reason of at least ten characters.")),
        })
        given, reason = xl_rowcol_to_cell(row, score), xl_rowcol_to_cell(row, score + 1)
        missing = self._(N_("Reason missing"))
        bid = self.bids[(row - FIRST) // len(self.criteria)]
        shown = missing if bid and sheet.get_name() == self._(N_("Consensus")) else ""
        sheet.write_formula(row, score + 2, f'=IF(AND({given}<>"",LEN(TRIM({reason}))<{LEAST_REASON}),"{escaped(missing)}","")', self.stop, shown)

    def _write_person(self, sheet: Any, anchors: str) -> None:
        _ = self._
        self._heads(sheet, _(N_("Bid")), _(N_("Criterion")), _(N_("Most")), _(N_("Score")), _(N_("Reason")), _(N_("Check")), _(N_("Anchor of this score")))
        sheet.write_string(2, 0, _(N_("Name of the evaluator, day, signature:")), self.plain)
        sheet.write_blank(2, 1, None, self.entry)
        for row, number, one in self._lines():
            self._shown_bid(sheet, row, number)
            sheet.write_string(row, 1, self.names[one.id], self.plain)
            self._most(sheet, row, one)
            sheet.write_blank(row, 3, None, self.entry)
            self._valid_score(sheet, row, 3, one)
            self._reason(sheet, row, 3)
            if one.id in self.anchor_rows:
                at = self.anchor_rows[one.id]
                levels = f"{quoted(anchors)}!{xl_rowcol_to_cell(at, 1, True, True)}:{xl_rowcol_to_cell(at, 6, True, True)}"
                score = xl_rowcol_to_cell(row, 3)
                sheet.write_formula(row, 6, f'=IF({score}="","",INDEX({levels},1,INT({score})+1))', self.plain, "")

    def _most(self, sheet: Any, row: int, one: QualityCriterion) -> None:
        most = one.scale if one.scale is not None else one.points
        if most is not None:
            sheet.write_number(row, 2, float(most), self.plain)

    def _write_consensus(self, sheet: Any, people: list[str]) -> None:
        _ = self._
        own = [_(N_("Evaluator %(number)s"), number=one + 1) for one in range(EVALUATORS)]
        self._heads(sheet, _(N_("Bid")), _(N_("Criterion")), *own, _(N_("Spread")), _(N_("Agreed")), _(N_("Reason")), _(N_("Check")))
        agreed = 2 + EVALUATORS + 1
        for row, number, one in self._lines():
            self._shown_bid(sheet, row, number)
            sheet.write_string(row, 1, self.names[one.id], self.plain)
            for place, person in enumerate(people):
                source = f"{quoted(person)}!{xl_rowcol_to_cell(row, 3)}"
                sheet.write_formula(row, 2 + place, f'=IF({source}="","",{source})', self.plain, "")
            each = f"{xl_rowcol_to_cell(row, 2)}:{xl_rowcol_to_cell(row, 1 + EVALUATORS)}"
            sheet.write_formula(row, agreed - 1, f'=IF(COUNT({each})<2,"",MAX({each})-MIN({each}))', self.plain, "")
            bid = self.bids[number]
            if bid:
                sheet.write_number(row, agreed, float(bid.scores[one.id]), self.entry)
            else:
                sheet.write_blank(row, agreed, None, self.entry)
            self._valid_score(sheet, row, agreed, one)
            self._reason(sheet, row, agreed)
        self.agreed = agreed

    def _write_rule(self, sheet: Any, ranking: str) -> None:
        _, language, price = self._, self.board.language, self.evaluation.price
        card = self.board.words.formulas[price.formula]
        sheet.write_string(2, 0, language.show(price.formula), self.head)
        sheet.write_string(3, 0, card.what, self.plain)
        row = FIRST
        for name in cells.PARAMETERS:
            value = getattr(price, name)
            begin = {"constant": 1, "cap": 100}.get(name) if value is None else value
            if begin is None:
                continue
            says = self.board.words.price_parameters[name].says
            sheet.write_string(row, 0, says[:1].upper() + says[1:], self.plain)
            sheet.write_number(row, 1, float(begin), self.plain)
            self._define(cells.named(name), sheet, row)
            row += 1
        prices = f"{quoted(ranking)}!{self.places.over(len(self.bids), self.places.column('admitted_price'))}"
        figures = self._prices()
        for name, function, label in ((cells.LOWEST, "MIN", N_("Lowest admitted price")), (cells.HIGHEST, "MAX", N_("Highest admitted price")), (cells.AVERAGE, "AVERAGE", N_("Average admitted price"))):
            sheet.write_string(row, 0, _(label), self.plain)
            sheet.write_formula(row, 1, f'=IF(COUNT({prices})=0,"",{function}({prices}))', self.money, figures.get(function, ""))
            self._define(name, sheet, row)
            row += 1

    def _define(self, name: str, sheet: Any, row: int) -> None:
        self.book.define_name(name, f"={quoted(sheet.get_name())}!{xl_rowcol_to_cell(row, 1, True, True)}")

    @cached_property
    def _result(self) -> Result | None:
        """The engine's own result for kept bids, so that viewers that do not calculate show it; None without bids."""
        try:
            return score(self.evaluation)
        except BadInput:
            return None

    def _prices(self) -> Mapping[str, float]:
        result = self._result
        prices = result.standing.prices if result else None
        return {} if prices is None else {"MIN": float(prices.lowest), "MAX": float(prices.highest), "AVERAGE": float(prices.average)}

    def _write_ranking(self, sheet: Any, consensus: str) -> None:
        _, places, count = self._, self.places, len(self.bids)
        titles = [self.names[one.id] for one in self.criteria]
        self._heads(sheet, _(N_("Bid")), _(N_("Price, net of VAT")), *titles, _(N_("Quality")), _(N_("Admitted")), _(N_("Admitted price")), _(N_("Price figure")), _(N_("Result")), _(N_("Rank")))
        checks = f"{quoted(consensus)}!{xl_rowcol_to_cell(FIRST, self.agreed + 2, True, True)}:{xl_rowcol_to_cell(FIRST + count * len(self.criteria) - 1, self.agreed + 2, True, True)}"
        missing = f'COUNTIF({checks},"?*")' if self.criteria else "0"
        ranks = places.over(count, places.column("rank"))
        bids = places.over(count, 0)
        unfinished = escaped(_(N_("Not final: agreed scores without a reason")))
        given = any(self.bids) and bool(self.criteria)
        sheet.write_formula(1, 0, f'=IF({missing}>0,"{unfinished}","")', self.stop, _(N_("Not final: agreed scores without a reason")) if given else "")
        sheet.write_string(2, 0, _(N_("First:")), self.head)
        tied = escaped(_(N_("Several bids share the first rank")))
        sheet.write_formula(2, 1, f'=IF({missing}>0,"",IF(COUNTIF({ranks},1)=0,"",IF(COUNTIF({ranks},1)>1,"{tied}",INDEX({bids},MATCH(1,{ranks},0)))))', self.first, "")
        result = self._result
        for number in range(count):
            self._write_bid(sheet, number, consensus, result)
        hidden = places.column("key")
        sheet.set_column(hidden, hidden + 8, None, None, {"hidden": True})

    def _write_bid(self, sheet: Any, number: int, consensus: str, result: Any) -> None:
        places, count, evaluation = self.places, len(self.bids), self.evaluation
        row, bid = FIRST + number, self.bids[number]
        ended = result.rows.get(bid.id) if result and bid else None
        self._shown_bid(sheet, row, number)
        cell = {part: places.cell(row, part) for part in ("bid", "price", "quality", "admitted", "admitted_price", "figure", "total", "rank", *places.criteria)}
        typed = f"{quoted(self.bid_sheet)}!{xl_rowcol_to_cell(row, 2, True, True)}"
        price = self._price(bid) if bid else None
        sheet.write_formula(row, places.column("price"), f'=IF({typed}="","",{typed})', self.money, "" if price is None else float(price))
        scores = [f"{quoted(consensus)}!{xl_rowcol_to_cell(FIRST + number * len(self.criteria) + place, self.agreed, True, True)}" for place in range(len(self.criteria))]
        for place, (one, agreed) in enumerate(zip(self.criteria, scores, strict=True)):
            needs_price = f',{cell["price"]}=""' if one.max_deduction_percent is not None else ""
            formula = f'=IF(OR({agreed}=""{needs_price}),"",{cells.earned(one, evaluation, agreed, cell["price"])})'
            sheet.write_formula(row, places.column(one.id), formula, self.number, float(ended.terms[place].value) if ended else "")
        earned = f"{places.cell(row, self.criteria[0].id)}:{places.cell(row, self.criteria[-1].id)}" if self.criteria else ""
        sheet.write_formula(row, places.column("quality"), f'=IF({cell["bid"]}="","",{f"SUM({earned})" if earned else "0"})', self.number, float(ended.quality) if ended else "")
        whole = [f'{cell["bid"]}<>""', *([] if self.fixed else [f'{cell["price"]}<>""']), *(f'{score}<>""' for score in scores)]
        out = [condition for one, score in zip(self.criteria, scores, strict=True) for condition in cells.refused(one, score)]
        if evaluation.quality_minimum is not None:
            out.append(f'{cell["quality"]}<{evaluation.quality_minimum}')
        if evaluation.price.outside == "exclude":
            out += [f'{cell["price"]}<rule_minimum', f'{cell["price"]}>rule_maximum']
        judged = f"IF(OR({','.join(out)}),0,1)" if out else "1"
        sheet.write_formula(row, places.column("admitted"), f'=IF(AND({",".join(whole)}),{judged},"")', self.plain, 1 if ended else 0 if bid and result else "")
        own = "0" if self.fixed else cell["price"]
        sheet.write_formula(row, places.column("admitted_price"), f'=IF({cell["admitted"]}=1,{own},"")', self.money, "" if not ended or ended.price is None else float(ended.price))
        figure = cells.rounded(evaluation, "price_points", cells.price_figure(evaluation, cell["price"], cell["quality"]))
        sheet.write_formula(row, places.column("figure"), f'=IF({cell["admitted"]}=1,{figure},"")', self.number, "" if not ended or ended.price_term is None else float(ended.price_term.value))
        sheet.write_formula(row, places.column("total"), f'=IF({cell["admitted"]}=1,{cells.total(evaluation, cell["figure"], cell["quality"])},"")', self.result, float(ended.total) if ended else "")
        self._write_rank(sheet, row, cell, count, result.ranks.get(bid.id, "") if result and bid else "")

    def _write_rank(self, sheet: Any, row: int, cell: Mapping[str, str], count: int, rank: Any) -> None:
        """The keys that decide, and a rank that counts the admitted bids before this one."""
        places = self.places
        totals = places.over(count, places.column("total"))
        best = f"{'MIN' if cells.lower_is_better(self.evaluation) else 'MAX'}({totals})"
        made = cells.keys(self.evaluation, lambda part: cell[part], best)
        first = places.column("key")
        for place, formula in enumerate(made):
            sheet.write_formula(row, first + place, f'=IF({cell["admitted"]}=1,{formula},0)', self.plain, "")
        admitted = f"({places.over(count, places.column('admitted'))}=1)"
        before = []
        for place in range(len(made)):
            same = [f"({places.over(count, first + other)}={xl_rowcol_to_cell(row, first + other)})" for other in range(place)]
            before.append("SUMPRODUCT(" + "*".join([admitted, *same, f"({places.over(count, first + place)}<{xl_rowcol_to_cell(row, first + place)})"]) + ")")
        sheet.write_formula(row, places.column("rank"), f'=IF({cell["admitted"]}=1,1+{"+".join(before)},"")', self.rank, rank)


def quoted(sheet: str) -> str:
    """The name of a sheet as formulas want it."""
    return "'" + sheet.replace("'", "''") + "'"


def escaped(text: str) -> str:
    """A text within a formula."""
    return text.replace('"', '""')
