"""The catalogue's own texts pass, its warnings are caught, no ruling is let through, and pairs are told apart."""

import re
import tomllib
from collections import Counter
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest

import locales
from criteria.catalogue import Criterion, load_catalogue
from criteria.codes import Severity, Verdict
from criteria.wording.language import languages
from tests.criteria.wording.conftest import HERE, checked, facts_of, flaws, pairs

ITEMS = list(load_catalogue().values())
FILLED = {"points": "10", "hours": "400", "months": "24", "value": "400 000", "provision77": "19:25"}
# The tempting sentence names another flaw first: an exclusion ground that no law knows; money that stays in the place.
OTHER_NAME = {"eqo-breach-exclusion": "exclusion_overreach", "sep-buy-social-chain": "local_content_origin"}
BROKEN = tomllib.loads((HERE / "rulings_broken.toml").read_text("utf-8"))["wordings"]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_wording_of_the_catalogue_has_no_known_problem(item: object) -> None:
    text = re.sub(r"\{(\w+)\}", lambda gap: FILLED.get(gap[1], "the cleaning of schools"), item.wording)  # type: ignore[attr-defined]
    assert checked(text, stage=item.stage).findings == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_what_must_never_be_written_is_caught(item: object) -> None:
    expected = OTHER_NAME.get(item.id, item.never_write.flaw)  # type: ignore[attr-defined]
    assert expected in flaws(item.never_write.text, stage=item.stage)  # type: ignore[attr-defined]


@cache
def french() -> GNUTranslations:
    with (Path(locales.__path__[0]) / "fr" / "LC_MESSAGES" / "criteria.mo").open("rb") as file:
        return GNUTranslations(file)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_french_wording_of_the_catalogue_has_no_known_problem(item: Criterion) -> None:
    text = re.sub(r"\{(\w+)\}", lambda gap: FILLED.get(gap[1], "le nettoyage des écoles"), french().gettext(item.wording))
    assert checked(text, "fr", stage=item.stage).findings == ()


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_what_must_never_be_written_in_french_is_caught(item: Criterion) -> None:
    expected = OTHER_NAME.get(item.id, item.never_write.flaw)
    assert expected in flaws(french().gettext(item.never_write.text), "fr", stage=item.stage)


@pytest.mark.parametrize("wording", BROKEN, ids=lambda wording: wording["ruling"])
def test_what_a_ruling_forbids_never_comes_out_as_ok(wording: dict[str, str]) -> None:
    assert checked(wording["text"], stage=wording["stage"]).verdict is not Verdict.OK


@pytest.mark.parametrize("code", sorted({code for code, _ in pairs() if code in languages()}))
def test_nearly_all_pairs_are_told_apart_and_lawful_texts_left_alone(code: str) -> None:
    seen: Counter[str] = Counter()
    for _, pair in (one for one in pairs() if one[0] == code):
        bad, good = (checked(pair[which], code, **facts_of(pair, which)) for which in ("flawed", "lawful"))
        alarm = any(one.severity is not Severity.WEAK for one in good.findings)
        seen.update(pairs=1, alarms=alarm, right=bool(bad.findings) and not good.findings, named=pair["flaw"] in {one.flaw for one in bad.findings})
    assert seen["right"] >= 0.85 * seen["pairs"] and seen["named"] >= 0.85 * seen["pairs"]
    assert seen["alarms"] <= 0.05 * seen["pairs"]


@pytest.mark.parametrize("code", sorted(path.stem for path in (HERE / "everyday").glob("*.toml")))
def test_what_every_officer_writes_every_day_never_rings(code: str) -> None:
    said = tomllib.loads((HERE / "everyday" / f"{code}.toml").read_text("utf-8"))["sentences"]
    rung = [one["text"] for one in said if checked(one["text"], code, **{name: one[name] for name in ("stage", "cpv") if name in one}).findings]
    assert rung == []


@pytest.mark.parametrize("code", sorted(path.stem for path in (HERE / "lawful").glob("*.toml")))
def test_ordinary_lawful_sentences_are_left_alone(code: str) -> None:
    said = tomllib.loads((HERE / "lawful" / f"{code}.toml").read_text("utf-8"))["sentences"]
    rung = [one["text"] for one in said if checked(one["text"], code, stage=one["stage"]).findings]
    assert len(rung) <= 0.04 * len(said), rung
