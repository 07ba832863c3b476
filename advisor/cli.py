"""The commands of `advisor`: plain words for people, JSON for programs, one clear line for every fault."""

import json
import signal
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from advisor import VERSION
from advisor.check_command import check

OK, FOUND, BAD_INPUT = 0, 1, 2
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="advisor")
def commands() -> None:
    """Design tenders that reward working together for social aims and equal opportunities."""


commands.add_command(check)


def main(arguments: list[str] | None = None) -> None:
    """Run a command; exit with 0 when done, 1 when a strict check found something, 2 on bad input."""
    from criteria.problems import BadData

    try:
        code = commands.main(arguments, prog_name="advisor", standalone_mode=False)
    except click.ClickException as error:
        code = fail(error.format_message())
    except click.exceptions.Abort:
        code = fail("stopped")
    except BadData as error:
        code = fail(f"{error}. Correct this data file.")
    except BrokenPipeError:
        sys.stderr.close()
        code = OK
    sys.exit(code if isinstance(code, int) else OK)


def fail(line: str) -> int:
    """Say what is wrong in one line on standard error."""
    click.echo(f"advisor: {' '.join(line.split())}", err=True)
    return BAD_INPUT


def chosen(code: str | None, otherwise: str = "en") -> Any:
    """Give a released language, or stop with the list of them."""
    from advisor import i18n

    try:
        return i18n.language(code or otherwise)
    except i18n.UnknownLanguage:
        if code is None:
            return i18n.language("en")
        raise click.ClickException(f"--lang: '{code}' is not released. Use one of: {', '.join(i18n.released())}.") from None


def read_tender(path: str) -> Any:
    """Read a design file or standard input; stop with file, key and remedy."""
    from criteria.design_file import MOST_BYTES, read_known_design
    from criteria.knowledge import knowledge
    from criteria.problems import BadInput

    name, content = read_content(path, MOST_BYTES)
    try:
        return read_known_design(content, knowledge())
    except BadInput as fault:
        raise refused(name, fault) from None


def read_content(path: str, most: int) -> tuple[str, bytes]:
    """Read a file or standard input, one byte more than is allowed at most; give the name to speak of it."""
    name = "standard input" if path == "-" else path
    try:
        return name, sys.stdin.buffer.read(most + 1) if path == "-" else _read(Path(path), most + 1)
    except OSError as error:
        raise click.ClickException(f"{name}: cannot be read ({error.strerror}). Check the path.") from None


def refused(name: str, fault: Any) -> click.ClickException:
    """Say a BadInput in one English line: file, key, problem, remedy."""
    from advisor.i18n import language

    english = language("en")
    key = f"{fault.key}: " if fault.key else ""
    return click.ClickException(f"{name}: {key}{english.say(fault.problem)} {english.say(fault.remedy)}")


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def say_json(content: Any) -> None:
    click.echo(json.dumps(content, ensure_ascii=False, indent=1, default=str))


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open/--no-open", "open_browser", default=False, help="Open the browser, where there is one.")
def serve(host: str, port: int, open_browser: bool) -> None:
    """Run the web application on the embedded database."""
    import waitress.server

    from advisor.app import create_app
    from advisor.settings import BadSetting, settings_from

    try:
        settings = settings_from()
        app = create_app(replace(settings, hosts=(*settings.hosts, host)))
        server = waitress.server.create_server(app, host=host, port=port, threads=8, ident=None)
    except BadSetting as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be used ({error.strerror}). Choose another one with --port.") from None
    try:
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, lambda *_: sys.exit(OK))
        address = f"http://{host}:{port}/"
        click.echo(f"The social clause advisor is running at {address}  (stop it with Ctrl+C)")
        if open_browser:
            import webbrowser

            webbrowser.open(address)
        server.run()
    finally:
        app.extensions["papers"].close()
        app.extensions["drafts"].close()


@commands.command()
@click.argument("design")
@click.option("--lang", help="Language of the answer; by default that of the design.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def advise(design: str, lang: str | None, as_json: bool) -> None:
    """Choose instruments and suggest criteria for a DESIGN (a file, or - for standard input)."""
    from advisor.plain import advice_data, advice_lines
    from advisor.wizard.board import board_for

    tender = read_tender(design)
    language = chosen(lang, tender.language or "en")
    board = board_for(tender, language, date.today())
    if as_json:
        say_json(advice_data(board))
    else:
        click.echo("\n".join(advice_lines(board)))


@commands.command()
@click.argument("evaluation")
@click.option("--lang", help="Language of the answer.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is a warning.")
def evaluate(evaluation: str, lang: str | None, as_json: bool, strict: bool) -> int:
    """Score the bids of an EVALUATION exactly and warn of faults (a file, or - for standard input)."""
    from advisor import scores
    from criteria.problems import BadInput

    language = chosen(lang)
    name, content = read_content(evaluation, scores.MOST_BYTES)
    try:
        scored = scores.scored(content)
    except BadInput as fault:
        raise refused(name, fault) from None
    if as_json:
        say_json(scores.scores_data(scored, language))
    else:
        _say_lines(scores.scores_lines(scored, language))
    return FOUND if strict and scores.warned(scored) else OK


@commands.command()
@click.argument("design")
@click.option("--kind", help="Which paper; see --help for the names.")
@click.option("--format", "ending", default="pdf", show_default=True, help="pdf, docx, html or xlsx.")
@click.option("--lang", help="Language of the paper; by default that of the design.")
@click.option("-o", "output", required=True, type=click.Path(path_type=Path), help="The file, - for standard output, or the folder with --all.")
@click.option("--all", "every", is_flag=True, help="Every paper, into a folder.")
def document(design: str, kind: str | None, ending: str, lang: str | None, output: Path, every: bool) -> None:
    """Write the papers of a DESIGN.

    Kinds: report, annex, memo, equality_checklist, lawyer_sheet, scoring_guide, evaluation_workbook (xlsx only).
    --all writes each paper in the format asked for, and the workbook as xlsx.
    """
    from advisor.documents.making import MEDIA_TYPES, SHEETS, formats
    from criteria.codes import PaperKind

    if ending not in MEDIA_TYPES:
        raise click.ClickException(f"--format: '{ending}' is not made. Use one of: {', '.join(MEDIA_TYPES)}.")
    if not every and (kind is None or kind.replace("-", "_") not in list(PaperKind)):
        raise click.ClickException(f"--kind: use one of: {', '.join(PaperKind)}; or --all for every paper.")
    tender = read_tender(design)
    language = chosen(lang, tender.language or "en")
    kinds = list(PaperKind) if every or kind is None else [PaperKind(kind.replace("-", "_"))]
    if not every and ending not in formats(kinds[0]):
        raise click.ClickException(f"--format: {kinds[0]} is not made as {ending}. Use one of: {', '.join(formats(kinds[0]))}.")
    for one in kinds:
        made_as = formats(one)[0] if one in SHEETS else ending
        if made_as not in formats(one):
            continue
        target = output / f"{one.value.replace('_', '-')}.{made_as}" if every else output
        _write(target, one, tender, language, made_as)
        click.echo(language.gettext("%(name)s: %(text)s", name=language.show(one), text=target), err=str(target) == "-")


def _write(target: Path, kind: Any, tender: Any, language: Any, ending: str) -> None:
    from advisor import doctor
    from advisor.documents.making import make
    from advisor.documents.pdf import PdfUnavailable

    try:
        content = make(kind, ending, tender, language, date.today())
    except PdfUnavailable:
        raise click.ClickException(f"PDF needs the Pango library. Type: {doctor.remedy()} . Word and HTML work without it.") from None
    if str(target) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{target}: cannot be written ({error.strerror}). Choose another place with -o.") from None


@commands.group()
def catalogue() -> None:
    """Look after the catalogue."""


@catalogue.command("check")
@click.option("--json", "as_json", is_flag=True)
def check_catalogue(as_json: bool) -> None:
    """Check every data file against its type and every reference between them."""
    from advisor import coverage
    from criteria.knowledge import knowledge
    from criteria.wording.pattern import patterns

    known = knowledge()
    coverage.check(known)
    counts = {
        "criteria": len(known.catalogue), "routes": len(known.instruments), "purchase families": len(known.purchases),
        "rules": len(known.rules), "law parameters": len(known.law.parameters), "provisions": len(known.law.provisions),
        "rulings": len(known.rulings), "cases": len(known.cases), "terms": len(known.glossary), "points": len(known.seeds),
        "wording patterns": len(patterns()),
    }
    if as_json:
        say_json({"ok": True, "fingerprint": known.fingerprint, "counts": counts})
        return
    click.echo(f"Every data file is in order (edition {known.edition.catalogue}, {known.fingerprint}).")
    for name, number in counts.items():
        click.echo(f"{number:6} {name}")


@catalogue.command("coverage")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def cover_catalogue(as_json: bool) -> None:
    """Show items by family and stage, what is thin or left out, and what answers each point."""
    from advisor import coverage
    from criteria.knowledge import knowledge

    known, english = knowledge(), chosen("en")
    coverage.check(known)
    if as_json:
        say_json(coverage.data(known, english))
    else:
        _say_lines(coverage.text_lines(known, english))


@commands.group()
def law() -> None:
    """Look after the law."""


@law.command("review")
@click.option("--as-of", type=DAY, help="The day to look from; today by default.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is listed.")
def review_law(as_of: datetime | None, as_json: bool, strict: bool) -> int:
    """List the values of the law and the national facts that somebody should look at again."""
    from criteria.countries import Fact
    from criteria.knowledge import knowledge
    from criteria.law import Value

    day = as_of.date() if as_of else date.today()
    known = knowledge()
    due: list[tuple[str, Value | Fact]] = [*known.law.past_review(day), *(fact for one in known.countries.values() for fact in one.past_review(day))]
    if as_json:
        say_json([{"parameter": name, "act": value.citation, "status": value.status, "checked_on": value.checked_on, "review_by": value.review_by, "valid_to": value.valid_to} for name, value in due])
    else:
        _say_lines(f"{name}: {value.citation}; {value.status.label.lower()}, looked at {value.checked_on}, again by {value.review_by}" + (f", ends {value.valid_to}" if value.valid_to else "") for name, value in due)
        click.echo(f"{len(due)} to look at, as of {day}.")
    return FOUND if due and strict else OK


def _say_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


@commands.command()
@click.argument("name", default="tender")
def schema(name: str) -> None:
    """Print the JSON Schema of a file format (NAME: tender, evaluation, criterion, case)."""
    from pydantic import BaseModel

    from criteria.cases import Case
    from criteria.criterion import Criterion
    from criteria.scoring.evaluation import Evaluation
    from criteria.tender import Tender

    shapes: dict[str, type[BaseModel]] = {"tender": Tender, "evaluation": Evaluation, "criterion": Criterion, "case": Case}
    if name not in shapes:
        raise click.ClickException(f"there is no format '{name}'. Use one of: {', '.join(shapes)}.")
    say_json(shapes[name].model_json_schema(by_alias=True))


@commands.command()
@click.option("--fix", is_flag=True, help="Install what is missing, where no password is needed.")
def doctor(fix: bool) -> int:
    """Check that papers can be made here, and say what to type if not."""
    from advisor import doctor as physician
    from criteria.knowledge import knowledge

    click.echo(f"Data: {len(knowledge().catalogue)} criteria in order.")
    if physician.pdf_ready() or (fix and physician.fix()):
        click.echo("PDF: ready.")
        return OK
    click.echo(f"PDF: off, the Pango library is missing. Everything else works. To turn it on, type:\n\n    {physician.remedy()}\n")
    return OK if fix else FOUND


if __name__ == "__main__":
    main()
