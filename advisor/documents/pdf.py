"""HTML to PDF/UA-1 with WeasyPrint, imported only here: without Pango everything but PDF works."""

import gc
from functools import cache
from importlib.resources import files
from typing import Any

from advisor.documents import html
from advisor.documents.blocks import Document

FONTS = files("fontpkg_source_sans_3") / "files"


class PdfUnavailable(RuntimeError):
    """The Pango library is missing; `advisor doctor` says how to install it."""


def render(document: Document) -> bytes:
    """Render a paper as a tagged, accessible PDF; nothing is fetched from anywhere. Raise PdfUnavailable."""
    engine = _engine()
    page = engine.HTML(string=html.render(document), url_fetcher=_closed_fetcher())
    gc.disable()
    try:
        made = page.write_pdf(
            stylesheets=[_style()], font_config=_fonts(), pdf_variant="pdf/ua-1", pdf_tags=True, uncompressed_pdf=False,
        )
    finally:
        gc.enable()
    assert isinstance(made, bytes)
    return made


def available() -> bool:
    """Whether PDFs can be made on this machine."""
    try:
        _engine()
    except PdfUnavailable:
        return False
    return True


def warm() -> None:
    """Do once what every first paper waits for: the import, the fonts, the style."""
    _engine()
    _style()


@cache
def _engine() -> Any:
    import contextlib
    import io

    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            import weasyprint
    except OSError as error:
        raise PdfUnavailable(str(error)) from None
    return weasyprint


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _style() -> Any:
    """The fonts of our own package, by path: the same on every machine."""
    cuts = [("normal", "upright"), ("italic", "italic")]
    faces = []
    for style, word in cuts:
        path = next(one for one in FONTS.iterdir() if ("Italic" in one.name) == (word == "italic") and one.name.endswith(".ttf"))
        faces.append(f'@font-face {{ font-family: "Source Sans 3"; font-style: {style}; src: url("{path.as_uri()}") }}')  # type: ignore[attr-defined]
    return _engine().CSS(string="\n".join(faces), font_config=_fonts(), url_fetcher=_font_fetcher())


@cache
def _closed_fetcher() -> Any:
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("data",))


@cache
def _font_fetcher() -> Any:
    from weasyprint.urls import URLFetcher

    class OnlyFonts(URLFetcher):  # type: ignore[misc]
        """Opens files of the font package and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(FONTS.as_uri()):  # type: ignore[attr-defined]
                raise ValueError(f"refused: {url}")
            return super().fetch(url, headers)

    return OnlyFonts(allowed_protocols=("file",))
