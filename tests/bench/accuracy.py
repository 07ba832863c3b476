"""How well the check tells near-miss pairs apart that nobody tuned it on, by language."""

from collections.abc import Iterator

from tests.criteria.wording.conftest import checked, facts_of, pairs


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """The share of pairs with the flaw named and the lawful neighbour left alone, and of lawful texts that rang."""
    for kind in ("plain", "tricky", "hard"):
        apart = list(pairs(f"apart/{kind}"))
        for code in dict.fromkeys(language for language, _ in apart):
            seen = [_read(pair, code) for language, pair in apart if language == code]
            right, alarms = (sum(column) for column in zip(*seen, strict=True))
            figures = f"{right / len(seen):.0%} and {alarms / len(seen):.0%} of {len(seen)}"
            yield f"{kind} pairs kept apart, {code}: wholly right, false alarms", figures, "85 %, 5 %"


def _read(pair: dict[str, str], code: str) -> tuple[bool, bool]:
    bad, good = (checked(pair[which], code, **facts_of(pair, which)) for which in ("flawed", "lawful"))
    return pair["flaw"] in {one.flaw for one in bad.findings} and not good.findings, bool(good.findings)
