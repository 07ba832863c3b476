"""Every text is collected, every released language is complete, and nothing stays English by accident."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from advisor import i18n
from advisor._strings import DOMAINS, LOCALES, collected
from criteria.knowledge import knowledge
from criteria.prose import passages

CODES = sorted(path.name for path in LOCALES.iterdir() if (path / "LC_MESSAGES").is_dir())
GAPS = re.compile(r"\{[a-z_0-9]*\}|%\([a-z]+\)s")


def po(code: str, domain: str) -> Catalog:
    with (LOCALES / code / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=code, domain=domain)


def official_names() -> set[str]:
    """Acts and articles of a member state are cited under their own name in every language."""
    law = knowledge().law
    values = [value for parameter in law.parameters.values() for value in parameter.values]
    return {name for one in (*law.provisions.values(), *values) for name in (one.act, one.article)}


def test_french_is_released_beside_english() -> None:
    assert set(i18n.released()) >= {"en", "fr"}
    assert set(CODES) == set(i18n.released()) - {"en"}


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_template_is_fresh(domain: str) -> None:
    with (LOCALES / f"{domain}.pot").open("rb") as file:
        kept = {message.id for message in read_po(file)}
    assert {message.id for message in collected(domain)} == kept, "run: make strings"


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", CODES)
def test_a_released_language_is_complete(code: str, domain: str) -> None:
    catalogue = po(code, domain)
    missing = [message.id for message in collected(domain) if (message.id and not (found := catalogue.get(message.id))) or (message.id and not _filled(found))]
    assert not missing, missing[:5]
    assert not [message.id for message in catalogue if message.fuzzy and message.id]
    assert not catalogue.obsolete


def _filled(message: object) -> bool:
    string = message.string  # type: ignore[attr-defined]
    return all(string) if isinstance(string, tuple | list) else bool(string)


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", CODES)
def test_gaps_are_the_same_on_both_sides(code: str, domain: str) -> None:
    for message in po(code, domain):
        sources = message.id if isinstance(message.id, tuple | list) else [message.id]
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        wanted = {gap for text in sources for gap in GAPS.findall(text)}
        for string in strings:
            assert set(GAPS.findall(string)) == wanted or not message.id, f"{message.id!r} → {string!r}"


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", CODES)
def test_nothing_stayed_english(code: str, domain: str) -> None:
    names = official_names()
    same = [message.id for message in po(code, domain) if message.id and message.id == message.string]
    sentences = [text for text in map(str, same) if len(text.split()) > 4 and text not in names]
    assert not sentences, sentences[:5]


@pytest.mark.parametrize("code", CODES)
def test_a_language_keeps_its_typography(code: str) -> None:
    if code != "fr":
        pytest.skip("rules of typography are written down for French only")
    for domain in DOMAINS:
        for message in po(code, domain):
            if not message.id:
                continue
            for string in message.string if isinstance(message.string, tuple | list) else [message.string]:
                assert not re.search(r"[^\s\u00a0\u202f(«/][;!?](?!\w)", GAPS.sub("x", string or "")), f"no space before the mark: {string}"
                assert "“" not in (string or "") and "”" not in (string or ""), f"English quotation marks: {string}"


def test_display_walks_the_same_marks_as_extraction() -> None:
    texts = {message.id for message in collected("criteria")}
    for one in knowledge().catalogue.values():
        for key, text in passages(one):
            assert text in texts, f"{one.id}: {key}"


@pytest.mark.parametrize("code", CODES)
def test_the_knowledge_in_a_language_is_in_that_language(code: str) -> None:
    spoken, english = i18n.language(code).knowledge, knowledge()
    for name, one in english.catalogue.items():
        assert spoken.catalogue[name].wording != one.wording
        assert spoken.catalogue[name].scale != one.scale or one.scale is None


@pytest.mark.parametrize("code", CODES)
def test_cpv_labels_exist_in_a_released_language(code: str) -> None:
    from criteria.cpv import FOLDER

    assert (Path(FOLDER) / f"{code}.tsv").exists()
