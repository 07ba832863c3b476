"""The Common Procurement Vocabulary: official codes and labels, one file a language."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from criteria.datafile import DATA

FOLDER = DATA / "cpv"


@cache
def labels(language: str) -> Mapping[str, str]:
    """Every code with its official label in a language; English where the list has none for it."""
    path = FOLDER / f"{language}.tsv"
    lines = (path if path.exists() else FOLDER / "en.tsv").read_text("utf-8").splitlines()
    return MappingProxyType(dict(line.split("\t", 1) for line in lines))


def with_label(code: str, language: str) -> str:
    """Write a code with its label: `90911200 Building-cleaning services`; the bare code if it is not listed."""
    label = labels(language).get(code)
    return f"{code} {label}" if label else code
