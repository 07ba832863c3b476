"""The commands: plain words, JSON, exit codes, one clear line for every fault."""

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from advisor import cli
from criteria.codes import PaperKind
from tests.conftest import CLEANING


def run(*arguments: str, content: bytes | None = None) -> tuple[int, str, str]:
    """Run a command the way the console script does."""
    code = 0
    runner = CliRunner()
    with runner.isolation(input=content) as (out, err, _):
        try:
            cli.main(list(arguments))
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, out.getvalue().decode(), err.getvalue().decode()


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "design.tender.json"
    path.write_text(json.dumps(CLEANING, default=str))
    return str(path)


def test_advise_says_it_in_words(file: str) -> None:
    code, out, err = run("advise", file, "--lang", "en")
    assert (code, err) == (0, "")
    assert "Does it reach the EU threshold? Yes." in out and "[clu-joint-delivery-plan]" in out


def test_advise_reads_standard_input_and_writes_json() -> None:
    code, out, _ = run("advise", "-", "--json", content=json.dumps(CLEANING, default=str).encode())
    data: dict[str, Any] = json.loads(out)
    assert code == 0 and data["as_of"] == "2026-11-22" and data["suggestions"]


def test_a_paper_can_go_to_standard_output(file: str) -> None:
    code, out, err = run("document", file, "--kind", "memo", "--format", "html", "--lang", "en", "-o", "-")
    assert code == 0 and out.startswith("<!DOCTYPE html>") and err == "Justification memo: -\n"


@pytest.mark.parametrize(("arguments", "words"), [
    (("advise", "nowhere.json"), "nowhere.json: cannot be read"),
    (("advise", "/"), "cannot be read"),
    (("advise", "FILE", "--lang", "xx"), "--lang: 'xx' is not released"),
    (("document", "FILE", "--kind", "poem", "-o", "x"), "--kind: use one of: report"),
    (("document", "FILE", "--kind", "report", "--format", "odt", "-o", "x"), "--format: 'odt' is not made"),
    (("document", "FILE", "--kind", "report", "--format", "html", "-o", "/proc/x/y"), "cannot be written"),
    (("schema", "poem"), "there is no format 'poem'"),
    (("advise",), "Missing argument"),
    (("sing",), "No such command"),
    (("law", "review", "--as-of", "soon"), "does not match the format"),
])
def test_bad_input_is_one_line_with_a_remedy_and_exit_code_2(file: str, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*(file if one == "FILE" else one for one in arguments))
    assert (code, out) == (2, "")
    assert words in err and err.count("\n") == 1


@pytest.mark.parametrize(("content", "words"), [
    (b'{"schema": 1, "people": {"jobs": "many"}}', "standard input: people.jobs: This value is not in the list. Use one of: under_5"),
    (b'{"schema": 1, "choices": [{"criterion": "nope"}]}', "choices[0].criterion: The catalogue has no criterion “nope”. Correct the name"),
    (b"{", "standard input: This file is not complete JSON"),
])
def test_a_bad_design_names_key_and_remedy(content: bytes, words: str) -> None:
    code, _, err = run("advise", "-", content=content)
    assert code == 2 and words in err


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_every_paper_is_written_into_a_folder(file: str, tmp_path: Path, ending: str) -> None:
    code, out, _ = run("document", file, "--all", "--format", ending, "--lang", "en", "-o", str(tmp_path / "papers"))
    assert code == 0 and len(list((tmp_path / "papers").glob(f"*.{ending}"))) == len(PaperKind) - 1 and (tmp_path / "papers" / "evaluation-workbook.xlsx").exists()
    assert "Guidance report" in out


def test_one_paper_is_written_under_the_name_given(file: str, tmp_path: Path) -> None:
    code, _, _ = run("document", file, "--kind", "equality-checklist", "--format", "html", "-o", str(tmp_path / "p7.html"))
    assert code == 0 and (tmp_path / "p7.html").read_text().startswith("<!DOCTYPE html>")


def test_the_catalogue_check_counts_everything() -> None:
    code, out, _ = run("catalogue", "check", "--json")
    counts = json.loads(out)["counts"]
    assert code == 0 and counts["criteria"] > 110 and counts["rulings"] == 67


def test_a_broken_data_file_is_named_and_nothing_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from criteria.problems import BadData

    def broken() -> None:
        raise BadData("catalogue/clu/x.toml", "law", "'d24-999' does not exist")

    monkeypatch.setattr("criteria.knowledge.knowledge", broken)
    code, _, err = run("catalogue", "check")
    assert code == 2 and "catalogue/clu/x.toml: law: 'd24-999' does not exist" in err


def test_the_law_review_is_strict_when_asked() -> None:
    assert run("law", "review", "--as-of", "2028-01-01")[0] == 0
    code, out, _ = run("law", "review", "--as-of", "2028-01-01", "--strict", "--json")
    assert code == 1 and {"parameter", "review_by", "status"} <= set(json.loads(out)[0])
    assert "countries/fr" in {one["parameter"] for one in json.loads(out)}


@pytest.mark.parametrize("name", ["tender", "evaluation", "criterion", "case"])
def test_a_schema_is_json_schema(name: str) -> None:
    code, out, _ = run("schema", name)
    assert code == 0 and json.loads(out)["type"] == "object"


def test_the_doctor_says_what_works() -> None:
    code, out, _ = run("doctor")
    assert "criteria in order" in out and "PDF:" in out and code in (0, 1)


def test_without_pango_word_and_html_still_work(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from advisor.documents import making, pdf

    def missing(document: object) -> bytes:
        raise pdf.PdfUnavailable

    monkeypatch.setitem(making.RENDERERS, "pdf", missing)  # type: ignore[arg-type]
    code, _, err = run("document", file, "--kind", "report", "--format", "pdf", "-o", str(tmp_path / "x.pdf"))
    assert code == 2 and "Pango" in err and "Word and HTML work without it" in err


@pytest.mark.parametrize(("system", "words"), [("debian", "apt-get install"), ("fedora", "dnf install"), ("Darwin", "brew install"), ("Plan 9", "Install Pango")])
def test_the_doctor_knows_the_line_for_each_system(monkeypatch: pytest.MonkeyPatch, system: str, words: str) -> None:
    from advisor import doctor

    monkeypatch.setattr(doctor, "system", lambda: system)
    assert words in doctor.remedy()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_the_server_says_where_it_is_and_stops(tmp_path: Path) -> None:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "advisor.cli", "serve", "--port", str(port)], stdout=subprocess.PIPE, text=True, env={"ADVISOR_DATA": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1"})
    assert process.stdout
    try:
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


def works(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_server(tmp_path: Path, ending: signal.Signals) -> None:
    program = f"""
import sys
from datetime import date
from advisor import cli
from advisor.documents.worker import PaperOffice

class Asked(PaperOffice):
    def __init__(self, settings):
        super().__init__(settings)
        from criteria.codes import PaperKind
        from criteria.design_file import tender_from
        self.ask("draft", tender_from({{"schema": 1}}), PaperKind.REPORT, "en", date(2026, 11, 28))
        print(*(worker.pid for worker in self._pool._processes.values()))

if __name__ == "__main__":
    import advisor.app
    advisor.app.PaperOffice = Asked
    cli.main(["serve", "--port", "{free_port()}"])
"""
    script = tmp_path / "serve.py"
    script.write_text(program)
    environment = {"ADVISOR_DATA": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout and process.stderr
        workers = [int(one) for one in process.stdout.readline().split()]
        assert workers and "http://" in process.stdout.readline()
        process.send_signal(ending)
        assert process.wait(30) == (-signal.SIGKILL if ending is signal.SIGKILL else 0)
        assert "Traceback" not in process.stderr.read()
    until = time.monotonic() + 20
    while any(map(works, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(works, workers))


def test_a_port_in_use_is_explained(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "advisor.cli", "serve", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(command, env={"ADVISOR_DATA": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "Choose another one with --port" in done.stderr


FAULTY = {**CLEANING, "estimated_value": 900000, "cpv": ["85320000"], "duration_months": 48, "choices": [{"criterion": "sep-reserve-art77", "stage": "reserved_art77"}]}


def test_a_design_is_checked_with_the_place_of_each_finding(tmp_path: Path) -> None:
    path = tmp_path / "faulty.tender.json"
    path.write_text(json.dumps(FAULTY, default=str))
    code, out, err = run("check", "--design", str(path), "--json", "--lang", "en")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert set(data) == {"verdict", "findings", "rule_set", "as_of"} and data["verdict"] == "unlawful"
    found = {one["rule"]: one for one in data["findings"]}
    assert found["L-25"]["where"] == "duration_months"
    assert {"rule", "flaw", "severity", "where", "why", "basis", "repair"} <= set(found["L-25"])
    assert run("check", "--design", str(path), "--strict")[0] == 1
    assert "(L-25) · duration_months" in run("check", "--design", str(path), "--lang", "en")[1]


def test_a_design_without_a_known_problem_says_by_which_rules() -> None:
    content = json.dumps({**CLEANING, "no_lots_reason": "One building"}, default=str).encode()
    code, out, _ = run("check", "--design", "-", "--lang", "en", "--strict", content=content)
    assert code == 0 and out.startswith("No known problem found by rule set")
    assert "Aucun problème connu" in run("check", "--design", "-", "--lang", "fr", content=content)[1]


def test_the_advice_as_data_holds_measures_and_reminders() -> None:
    content = json.dumps({**CLEANING, "eu_funds": True, "publication_date": "2027-02-01"}, default=str).encode()
    data = json.loads(run("advise", "-", "--json", "--lang", "en", content=content)[1])
    assert data["measures"][0]["measure"] == "4-eu-funds" and data["measures"][0]["basis"]
    assert {one["rule"]: one["day"] for one in data["reminders"]}["L-95"] == "2027-02-01"


def test_coverage_is_shown_as_a_table_and_as_json() -> None:
    code, out, _ = run("catalogue", "coverage")
    assert code == 0 and "Items by family and stage" in out and "D2.6" in out and "criterion:clu-joint-delivery-plan" in out
    code, out, _ = run("catalogue", "coverage", "--json")
    data: dict[str, Any] = json.loads(out)
    assert code == 0 and set(data) == {"table", "gaps", "left_out", "without_case", "seeds"}
    assert all(gap["because"] for gap in data["gaps"])


def test_the_workbook_is_written_as_a_sheet_and_nothing_else_is(file: str, tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    assert run("document", file, "--kind", "evaluation_workbook", "--format", "xlsx", "-o", str(target))[0] == 0
    assert target.read_bytes()[:2] == b"PK"
    code, _, err = run("document", file, "--kind", "report", "--format", "xlsx", "-o", str(target))
    assert code == 2 and "report is not made as xlsx. Use one of: html, pdf, docx." in err
    code, _, _ = run("document", file, "--all", "--format", "xlsx", "-o", str(tmp_path / "sheets"))
    assert code == 0 and [one.name for one in (tmp_path / "sheets").iterdir()] == ["evaluation-workbook.xlsx"]
