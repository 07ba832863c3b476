"""`advisor check`: one wording, many with one JSON object a line, or a whole design."""

import json
import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import click

MOST_BYTES = 50_000_000
KEYS = ("stage", "lang", "context", "contract_type", "cpv", "value", "months", "country")


@click.command()
@click.argument("file", required=False)
@click.option("--stage", help="Where the words stand, such as award_criterion or performance_condition.")
@click.option("--lang", help="Language of the text; found out if not given.")
@click.option("--context", help="What the contract is about, in your own words.")
@click.option("--contract-type", help="works, supplies or services.")
@click.option("--cpv", help="CPV code, eight digits.")
@click.option("--value", help="Estimated value in euro without VAT.")
@click.option("--months", help="Duration in months with all renewals.")
@click.option("--country", help="Two letters, such as FR; for national law.")
@click.option("--jsonl", "many", metavar="FILE", help="Check many: one JSON object a line with id, text and any of the above.")
@click.option("--design", metavar="DESIGN", help="Check a whole tender design, rule by rule.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything was found.")
def check(file: str | None, many: str | None, design: str | None, as_json: bool, strict: bool, **given: str | None) -> int:
    """Check the wording in FILE (or - for standard input) against the rules.

    It names which words are a problem, why, on which ground, and how to repair them. It never says that a text is lawful.
    """
    if sum(one is not None for one in (file, many, design)) != 1:
        raise click.ClickException("check: name one FILE (or -), or --jsonl FILE for many, or --design DESIGN.")
    if many is not None:
        return _many(many, strict)
    if design is not None:
        return _design(design, given["lang"], as_json, strict)
    return _one(str(file), {name: value for name, value in given.items() if value is not None}, as_json, strict)


def _one(file: str, given: dict[str, Any], as_json: bool, strict: bool) -> int:
    from advisor.cli import FOUND, OK, say_json
    from advisor.i18n import language
    from advisor.plain_check import checked_data, checked_lines
    from criteria.knowledge import knowledge
    from criteria.problems import BadInput
    from criteria.wording.check import check_wording
    from criteria.wording.wording import wording_from

    name = "standard input" if file == "-" else file
    try:
        with _opened(file) as lines:
            text = lines.read(MOST_BYTES + 1).decode("utf-8-sig")
        wording = wording_from({**given, "text": text})
        checked = check_wording(wording.text, wording, knowledge(), date.today(), wording.lang)
    except UnicodeDecodeError:
        raise click.ClickException(f"{name}: this is not a plain text in UTF-8. Save it as plain text.") from None
    except BadInput as fault:
        raise click.ClickException(f"--{fault.key.replace('_', '-')}: {_said(fault)}") from None
    answer = language(_answered_in(wording.lang or checked.languages[0]))
    if as_json:
        say_json(checked_data(checked, knowledge().edition, answer))
    else:
        click.echo("\n".join(checked_lines(checked, knowledge().edition, answer)))
    return FOUND if strict and checked.findings else OK


def _design(design: str, lang: str | None, as_json: bool, strict: bool) -> int:
    from advisor.cli import FOUND, OK, chosen, read_tender, say_json
    from advisor.plain import check_data, check_lines
    from advisor.wizard.board import board_for

    tender = read_tender(design)
    board = board_for(tender, chosen(lang, tender.language or "en"), date.today())
    if as_json:
        say_json(check_data(board))
    else:
        click.echo("\n".join(check_lines(board)))
    return FOUND if strict and board.findings else OK


def _many(file: str, strict: bool) -> int:
    from advisor.cli import FOUND, OK

    found = False
    with _opened(file) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                answer = _answer(line, number)
                found = found or bool(answer.get("findings")) or "error" in answer
                click.echo(json.dumps(answer, ensure_ascii=False))
    return FOUND if strict and found else OK


def _answer(line: bytes, number: int) -> dict[str, Any]:
    """Check one line; what is wrong with a line is said in its place and the others go on."""
    from advisor.i18n import language
    from advisor.plain_check import checked_data
    from criteria.knowledge import knowledge
    from criteria.problems import BadInput
    from criteria.wording.check import check_wording
    from criteria.wording.wording import wording_from

    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": f"line {number}: this is not a JSON object. Write one object a line."}
    if not isinstance(content, dict):
        return {"id": None, "error": f"line {number}: this is not a JSON object. Write one object a line."}
    name = content.pop("id", None)
    unread = sorted(set(content) - {*KEYS, "text"})
    try:
        wording = wording_from({key: value for key, value in content.items() if key not in unread})
        checked = check_wording(wording.text, wording, knowledge(), date.today(), wording.lang)
    except BadInput as fault:
        return {"id": name, "error": f"line {number}: {fault.key}: {_said(fault)}"}
    data = checked_data(checked, knowledge().edition, language(_answered_in(wording.lang or checked.languages[0])))
    return {"id": name, **data, **({"unread_keys": unread} if unread else {})}


def _opened(file: str) -> Any:
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise click.ClickException(f"{file}: cannot be read ({error.strerror}). Check the path.") from None


def _answered_in(code: str) -> str:
    from advisor.i18n import released

    return code if code in released() else "en"


def _said(fault: Any) -> str:
    from advisor.i18n import language

    english = language("en")
    return f"{english.say(fault.problem)} {english.say(fault.remedy)}"

