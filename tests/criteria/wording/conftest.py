"""What the tests of the wording check share: one check with a fixed day, and the corpus of near-miss pairs."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from criteria.knowledge import knowledge
from criteria.wording.check import Checked, check_wording
from criteria.wording.wording import wording_from

DAY = date(2026, 11, 28)
HERE = Path(__file__).parent
FACTS = ("stage", "contract_type", "cpv", "value", "months", "context")


def checked(text: str, code: str | None = "en", **facts: Any) -> Checked:
    """Check a text on a fixed day."""
    return check_wording(text, wording_from({"text": text, **facts}), knowledge(), DAY, code)


def flaws(text: str, code: str | None = "en", **facts: Any) -> set[str]:
    """The names of the flaws found in a text."""
    return {one.flaw for one in checked(text, code, **facts).findings}


def pairs(folder: str = "corpus") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every pair of the corpus with its language: a flawed wording and its lawful neighbour.

    Nobody tunes on the folder `apart`: `make bench` measures with it how the check does on plain, on tricky and on hard
    texts it has not seen.
    """
    for path in sorted((HERE / folder).glob("*.toml")):
        for pair in tomllib.loads(path.read_text("utf-8"))["pairs"]:
            yield path.stem.partition("-")[0], pair


def facts_of(pair: dict[str, Any], which: str) -> dict[str, Any]:
    """What is known of the contract in a pair; the flawed and the lawful text may stand at different stages."""
    stage = {"stage": pair[f"stage_{which}"]} if f"stage_{which}" in pair else {}
    return {name: pair[name] for name in FACTS if name in pair} | stage
