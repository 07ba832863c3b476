"""`advisor check`: one text in words or JSON, many a line, exit codes, one clear line for every fault."""

import json
from pathlib import Path

import pytest

from tests.advisor.test_cli import run

BAD = "Bidders must have their registered office in our municipality."
GOOD = "Describe the plan for this contract."
KEYS = {"rule", "flaw", "severity", "span", "words", "why", "basis", "repair"}


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "wording.txt"
    path.write_text(BAD, "utf-8")
    return str(path)


def test_a_wording_is_checked_in_plain_words(file: str) -> None:
    code, out, err = run("check", file, "--stage", "selection")
    assert (code, err) == (0, "")
    assert "L-02" in out and "registered office" in out and "Repair:" in out and "Instead:" in out and "C-234/03" in out


def test_a_text_is_offered_instead_only_where_there_is_one() -> None:
    _, out, _ = run("check", "-", "--stage", "award_criterion", content=b"Ten points for the experience of the firm.")
    assert "L-57" in out and "Instead:" not in out


def test_nothing_found_is_never_called_lawful() -> None:
    code, out, _ = run("check", "-", "--lang", "en", content=GOOD.encode())
    assert code == 0 and "No known problem found by rule set" in out and "lawful" not in out


def test_a_text_in_no_known_language_gets_no_clean_bill() -> None:
    code, out, _ = run("check", "-", content=b"Xyzzy plugh qwrt.")
    assert code == 0 and "was not recognised" in out and "No known problem" not in out


def test_json_has_the_keys_that_are_promised(file: str) -> None:
    code, out, _ = run("check", file, "--stage", "selection", "--json")
    data = json.loads(out)
    assert code == 0 and {"verdict", "findings", "rule_set", "as_of"} <= set(data)
    [finding] = data["findings"]
    assert set(finding) >= KEYS and data["verdict"] == "unlawful"
    assert BAD[slice(*finding["span"])] == finding["words"] and finding["basis"][0]["citation"]


def test_strict_exits_with_1_if_anything_was_found(file: str) -> None:
    assert run("check", file, "--strict")[0] == 1
    assert run("check", "-", "--strict", "--lang", "en", content=GOOD.encode())[0] == 0


def test_what_must_be_known_first_is_asked() -> None:
    _, out, _ = run("check", "-", "--stage", "selection", content=b"Minimum yearly turnover of EUR 900 000 must be shown by the bidder.")
    assert "To be known first: What is the estimated value" in out


def test_facts_given_are_used() -> None:
    options = ("--stage", "reserved_art77", "--cpv", "85320000-8", "--months", "48", "--value", "900000", "--country", "FR", "--context", "Care", "--contract-type", "services")
    _, out, _ = run("check", "-", *options, "--json", content=b"The contract is reserved under Article 77 to organisations with a mission.")
    assert [one["flaw"] for one in json.loads(out)["findings"]] == ["art77_duration"]


@pytest.mark.parametrize(("arguments", "content", "words"), [
    (("check",), b"", "name one FILE"),
    (("check", "FILE", "--jsonl", "x"), b"", "name one FILE"),
    (("check", "nowhere.txt"), b"", "nowhere.txt: cannot be read"),
    (("check", "--jsonl", "nowhere.jsonl"), b"", "nowhere.jsonl: cannot be read"),
    (("check", "-"), b"\xff\xfe", "not a plain text in UTF-8"),
    (("check", "FILE", "--stage", "prize"), b"", "--stage: This value is not in the list. Use one of: market_consultation"),
    (("check", "FILE", "--lang", "tlh"), b"", "--lang: This language is not read. Use one of: "),
    (("check", "FILE", "--contract-type", "gift"), b"", "--contract-type: This value is not in the list"),
    (("check", "FILE", "--months", "many"), b"", "--months: "),
])
def test_bad_input_is_one_line_with_a_remedy(file: str, arguments: tuple[str, ...], content: bytes, words: str) -> None:
    code, out, err = run(*(file if one == "FILE" else one for one in arguments), content=content)
    assert (code, out) == (2, "") and words in err and err.count("\n") == 1


def test_many_wordings_come_back_in_order_and_a_bad_line_stops_nobody(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": 1, "text": BAD, "lang": "EN-ie", "stage": "selection", "context": None, "cpv": None}), "", "not json", "[1]",
        json.dumps({"id": "c", "text": GOOD, "value": "much"}), json.dumps({"id": "d"}),
        json.dumps({"id": "e", "text": GOOD, "lang": "en", "colour": "red"}), json.dumps({"id": "f", "text": BAD, "lang": "tlh"}),
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    code, out, err = run("check", "--jsonl", str(path))
    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "") and [one["id"] for one in answers] == [1, None, None, "c", "d", "e", "f"]
    assert answers[0]["verdict"] == "unlawful" and answers[5]["verdict"] == "ok"
    assert answers[5]["unread_keys"] == ["colour"]
    assert [bool(one.get("error")) for one in answers] == [False, True, True, True, True, False, True]
    assert "line 5: value: This is not a number." in answers[3]["error"] and "line 6: text: This key is missing." in answers[4]["error"]


def test_many_are_strict_too() -> None:
    good = json.dumps({"id": 1, "text": GOOD, "lang": "en"}).encode()
    assert run("check", "--jsonl", "-", "--strict", content=good)[0] == 0
    assert run("check", "--jsonl", "-", "--strict", content=b"x")[0] == 1


def test_the_answer_speaks_the_language_of_the_text_where_it_is_released() -> None:
    line = json.dumps({"id": 1, "text": BAD, "lang": "en"}).encode()
    assert json.loads(run("check", "--jsonl", "-", content=line)[1])["says"].startswith("Rule set")
