"""The README is true: its commands are run, its paths exist."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", TEXT, re.S)
COMMANDS = [line.partition(" #")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.M)
    made = [command.split()[1] for command in COMMANDS if command.startswith("make ")]
    assert made == ["run", "test"]
    assert {*made, *re.findall(r"`make (\w+)`", TEXT)} <= set(targets)


@pytest.mark.slow
def test_the_commands_of_the_five_minutes_work(tmp_path: Path) -> None:
    advisor = f"{shlex.quote(str(Path(sys.executable).parent / 'advisor'))}"
    ran = [command for command in COMMANDS if not command.startswith("make ")]
    assert len(ran) >= 7
    for command in ran:
        done = subprocess.run(command.replace(".venv/bin/advisor", advisor), shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
    assert (tmp_path / "report.docx").stat().st_size > 10_000
    assert len(list((tmp_path / "papers").iterdir())) == 7


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:criteria|advisor|tests|locales)/[\w./-]+)`", TEXT))))
def test_every_path_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_setting_it_names_is_one_and_the_other_way_round() -> None:
    from dataclasses import fields

    from advisor.settings import Settings

    named = {name.removeprefix("ADVISOR_").lower() for name in re.findall(r"ADVISOR_[A-Z_]+", TEXT)}
    assert named <= {one.name for one in fields(Settings)}
