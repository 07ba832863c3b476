"""The terms that pages and papers explain where they stand."""

from collections.abc import Mapping

from criteria.datafile import DATA, read
from criteria.prose import Frozen, Prose


class Term(Frozen):
    term: Prose
    meaning: Prose


class _Glossary(Frozen):
    terms: dict[str, Term]


def load_glossary() -> Mapping[str, Term]:
    """Read the terms; raise BadData naming file and key."""
    return read(DATA / "glossary.toml", _Glossary).terms
