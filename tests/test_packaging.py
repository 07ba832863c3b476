"""The wheel is what is tested last: built, installed bare, used from another folder in French."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_data_templates_translations_and_the_front_end(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "criteria/data/edition.toml", "criteria/data/catalogue/clu/clu-joint-delivery-plan.toml", "criteria/data/cpv/fr.tsv",
        "advisor/templates/layout.html", "advisor/locales/fr/LC_MESSAGES/criteria.mo", "advisor/static/advisor.css",
        "advisor/static/paper.css", "advisor/static/fonts/source-sans-3-latin-wght-normal.woff2",
        "advisor/storage/migrations/versions/first_tables.py",
    ):
        assert name in names, name
    assert not [name for name in names if name.startswith("tests/") or "node_modules" in name]


def test_every_package_of_the_tree_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in [*ROOT.glob("advisor/**/*.py"), *ROOT.glob("criteria/**/*.py"), *ROOT.glob("criteria/data/**/*.toml")]:
        assert path.relative_to(ROOT).as_posix() in names


def test_the_style_sheet_has_no_foreign_brand() -> None:
    style = (ROOT / "advisor" / "static" / "advisor.css").read_text("utf-8")
    assert "GDS Transport" not in style and "crown" not in style.lower()
    assert "url(http" not in style and "url(//" not in style and "@import" not in style


@pytest.mark.slow
def test_the_wheel_works_in_a_bare_environment_from_another_folder_in_french(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "bare"
    venv.create(home, with_pip=True)
    pip = [str(home / "bin" / "pip"), "install", "--quiet", "--constraint", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {"PATH": f"{home / 'bin'}:{os.environ['PATH']}", "HOME": str(tmp_path), "ADVISOR_DATA": str(tmp_path / "data"), "LANG": "C.UTF-8"}
    design = json.dumps({"schema": 1, "country": "FR", "language": "fr", "cpv": ["90910000"], "estimated_value": 450000, "duration_months": 36})

    def advisor(*arguments: str) -> str:
        done = subprocess.run(["advisor", *arguments], cwd=elsewhere, env=environment, input=design, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Le seuil européen est-il atteint" in advisor("advise", "-")
    advisor("document", "-", "--kind", "report", "--format", "docx", "-o", "rapport.docx")
    assert (elsewhere / "rapport.docx").stat().st_size > 10_000
    code = "from advisor.app import create_app; client = create_app().test_client(); page = client.get('/fr/'); assert page.status_code == 200 and b'Parcours rapide' in page.data; assert client.get('/static/advisor.css').status_code == 200"
    subprocess.run([str(home / "bin" / "python"), "-W", "error", "-c", code], cwd=elsewhere, env=environment, check=True)
