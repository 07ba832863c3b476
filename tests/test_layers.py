"""Imports go down only: web → exports, documents, storage, seminar, wizard → criteria."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted([*ROOT.glob("advisor/**/*.py"), *ROOT.glob("criteria/**/*.py")])
MAY_IMPORT = {
    "criteria": {"criteria"},
    "advisor.i18n": {"criteria", "advisor.i18n"},
    "advisor.wizard": {"criteria", "advisor.i18n", "advisor.wizard"},
    "advisor.storage": {"advisor.storage"},
    "advisor.documents": {"criteria", "advisor", "advisor.i18n", "advisor.wizard", "advisor.documents", "advisor.settings"},
}
OUTSIDE = {
    "criteria": {"pydantic", "simplemma"},
    "advisor.wizard": {"rapidfuzz"},
    "advisor.storage": {"sqlalchemy", "alembic"},
    "advisor.documents": {"markupsafe", "docx", "weasyprint", "xlsxwriter"},
    "advisor.i18n": {"babel"},
}
ONLY_IN = {"flask": ("advisor.web", "advisor.app"), "wtforms": ("advisor.web",), "sqlalchemy": ("advisor.storage",), "weasyprint": ("advisor.documents.pdf",)}


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def layer(name: str) -> str:
    fitting = [one for one in MAY_IMPORT if name == one or name.startswith(f"{one}.")]
    return max(fitting, key=len, default="")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports by dots"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_go_down_only(path: Path) -> None:
    own = layer(module(path))
    if not own:
        return
    for name in imported(path):
        if name.split(".")[0] in ("advisor", "criteria"):
            target = layer(name) or ("advisor.settings" if name.startswith("advisor.settings") else "advisor" if name == "advisor.VERSION" else name)
            assert target in MAY_IMPORT[own], f"{module(path)} must not import {name}"


@pytest.mark.parametrize("path", FILES, ids=module)
def test_frameworks_stay_in_their_rooms(path: Path) -> None:
    import sys

    own = layer(module(path))
    for name in imported(path):
        top = name.split(".")[0]
        if top in ONLY_IN:
            assert module(path).startswith(ONLY_IN[top]), f"{module(path)} must not import {top}"
        if own in OUTSIDE and top not in ("advisor", "criteria") and top not in sys.stdlib_module_names:
            assert top in OUTSIDE[own], f"{module(path)} must not import {top}"


def test_no_module_hides_behind_an_empty_name() -> None:
    names = {path.stem for path in FILES}
    assert not names & {"utils", "helpers", "common", "manager", "base", "misc"}


@pytest.mark.parametrize("path", FILES, ids=module)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{module(path)} has no docstring"
