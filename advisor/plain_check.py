"""What the check of a wording found, as plain data for programs (interface section 3) and as lines for people."""

from collections.abc import Iterator
from typing import Any

from advisor.i18n import Language
from advisor.wizard.reading import summary
from criteria.knowledge import Edition
from criteria.prose import N_
from criteria.wording.check import Checked, TextFinding
from criteria.wording.detect import UNKNOWN

REPAIR, INSTEAD, TO_SAY = N_("Repair:"), N_("Instead:"), N_("To be known first:")


def checked_data(checked: Checked, edition: Edition, language: Language) -> dict[str, Any]:
    """Give the form that interface section 3 fixes; keys beside those it names are additions."""
    return {
        "verdict": checked.verdict.value,
        "findings": [_finding(one, language) for one in checked.findings],
        "rule_set": f"{edition.rule_set} of {edition.rule_set_date.isoformat()}",
        "as_of": checked.as_of.isoformat(),
        "language": list(checked.languages),
        "says": language.say(summary(checked, edition)),
        "asks": [language.say(one) for one in checked.asks],
        "notices": [language.say(one) for one in checked.notices],
    }


def checked_lines(checked: Checked, edition: Edition, language: Language) -> Iterator[str]:
    """Say what was found in lines to read."""
    said = language.say(summary(checked, edition))
    yield f"{language.show(checked.verdict)}. {said}" if checked.findings else said
    for one in checked.findings:
        yield ""
        yield f"{language.show(one.severity)} ({one.rule}) · {' '.join(one.words.split())}"
        yield f"  {language.say(one.why)}"
        yield f"  {'; '.join(language.cite(ground) for ground in one.basis)}"
        yield f"  {language.gettext(REPAIR)} {language.say(one.repair)}"
        if one.rewritten:
            yield f"  {language.gettext(INSTEAD)} {one.rewritten}"
    for ask in checked.asks:
        yield f"{language.gettext(TO_SAY)} {language.say(ask)}"
    yield from (language.say(one) for one in checked.notices if checked.findings or one is not UNKNOWN)


def _finding(one: TextFinding, language: Language) -> dict[str, Any]:
    return {
        "rule": one.rule, "flaw": one.flaw, "severity": one.severity.value, "span": list(one.span), "words": one.words,
        "why": language.say(one.why),
        "basis": [{**ground.as_data(), "citation": language.cite(ground), "says": language.gettext(ground.says)} for ground in one.basis],
        "repair": language.say(one.repair), **({"rewritten": one.rewritten} if one.rewritten else {}),
    }
