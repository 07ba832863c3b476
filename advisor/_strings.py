"""`make strings`: collect every text that people read, and bring the files of the translators up to date."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from criteria.knowledge import knowledge
from criteria.prose import passages
from criteria.wording.pattern import patterns

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
DOMAINS = ("advisor", "criteria")


def collected(domain: str) -> Catalog:
    """Every text of a domain: `advisor` speaks in code and templates, `criteria` in code and data."""
    catalogue = Catalog(project="social-clause-advisor", domain=domain, charset="utf-8", fuzzy=False)
    for file, text, notes in _in_code(domain):
        catalogue.add(text, locations=[(file, 0)], auto_comments=notes)
    if domain == "criteria":
        for file, key, text in _in_data():
            catalogue.add(text, locations=[(file, 0)], auto_comments=[key])
    for message in catalogue:
        message.flags.discard("python-format")
        message.flags.discard("python-brace-format")
    return catalogue


def update() -> None:
    """Write the templates and merge them into every language; what is new stays empty until it is translated."""
    for domain in DOMAINS:
        template = collected(domain)
        (LOCALES / f"{domain}.pot").write_bytes(_body(template))
        for path in LOCALES.glob(f"*/LC_MESSAGES/{domain}.po"):
            with path.open("rb") as file:
                known = read_po(file, locale=path.parent.parent.name, domain=domain)
            known.update(template, no_fuzzy_matching=True, keep_user_comments=True, update_creation_date=False)
            known.obsolete.clear()
            path.write_bytes(_HEADER.format(known.locale, known.plural_forms).encode() + _body(known))


# A header without days and placeholders, so that a file changes only when a text does.
_HEADER = """msgid ""
msgstr ""
"Language: {0}\\n"
"Plural-Forms: {1}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


def _body(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=True, include_lineno=False, width=110)
    return buffer.getvalue()


def _in_code(domain: str) -> Iterator[tuple[str, str | tuple[str, ...], list[str]]]:
    folders = {"advisor": (("advisor", "python"), ("templates", "jinja2")), "criteria": (("criteria", "python"),)}
    for folder, method in folders[domain]:
        pattern = "**.html" if method == "jinja2" else "**.py"
        options = {"**.html": {"trimmed": "true"}} if method == "jinja2" else {}
        found = extract_from_dir(ROOT / folder, [(pattern, method)], options, KEYWORDS, comment_tags=("Note:",))
        for name, _line, text, notes, _context in found:
            yield f"{folder}/{name}", text, notes


def _in_data() -> Iterator[tuple[str, str, str]]:
    for folder, records in (*knowledge().records(), ("wording/patterns", patterns())):
        for name, record in records.items():
            for key, text in passages(record):
                yield f"criteria/data/{folder}", f"{name}: {key}" if name else key, text


if __name__ == "__main__":
    update()
