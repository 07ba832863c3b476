"""A wording as given: the text, its language, and what is known of the contract it stands in."""

from typing import Any

from pydantic import Field, ValidationError, field_validator

from criteria.problems import bad_input
from criteria.wording.figures import Known


class Wording(Known):
    """One text to check; everything but the text may be absent."""

    text: str = Field(max_length=20_000_000)
    lang: str | None = None

    @field_validator("context", mode="before")
    @classmethod
    def _no_context_is_empty(cls, value: Any) -> Any:
        return "" if value is None else value

    @field_validator("lang", mode="before")
    @classmethod
    def _plain_code(cls, value: Any) -> Any:
        """"en-IE" and "EN" are read as "en"."""
        return value.partition("-")[0].partition("_")[0].lower() if isinstance(value, str) else value


def wording_from(content: dict[str, Any]) -> Wording:
    """Read a wording from plain data; raise BadInput naming key, problem and remedy."""
    try:
        return Wording.model_validate(content)
    except ValidationError as error:
        raise bad_input(error) from None
