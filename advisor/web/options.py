"""What the choices of an entry are called, for the templates."""

from typing import Any

from advisor.i18n import released
from advisor.web import here
from advisor.wizard.question import Field
from advisor.wizard.summary import option_label
from criteria.codes import Country
from criteria.cpv import with_label
from criteria.purchases import Purchase


class Options:
    """Callable as `option(fact, code)` for a label, `option(fact, code, True)` for the note under it."""

    def __call__(self, fact: str, code: str, note: bool = False) -> str:
        if not note:
            return option_label(fact, code, here.language())
        return self._purchase(code).summary if fact == "family" else ""

    def choices(self, field: Field) -> list[tuple[str, str]]:
        """The entries of a drop-down list, in the order of the reader's alphabet."""
        language = here.language()
        codes: list[Any] = list(Country) if field.fact == "country" else list(released())
        named = [(str(code), option_label(field.fact, code, language)) for code in codes]
        return sorted(named, key=lambda entry: entry[1])

    def cpv(self, code: str) -> str:
        return with_label(code, here.language().code)

    def _purchase(self, code: str) -> Purchase:
        return here.language().knowledge.purchases[code]  # type: ignore[index]

