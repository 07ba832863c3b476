"""What a person will read: the mark that makes a text translatable, and sentences with named gaps."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ConfigDict


class _Mark:
    """Marks a field whose text is shown to people and handed to translators."""

    def __repr__(self) -> str:
        return "PROSE"


PROSE = _Mark()
Prose = Annotated[str, PROSE]
Model = TypeVar("Model", bound=BaseModel)


def N_(text: str) -> str:  # noqa: N802 - the name translators' tools look for
    """Mark a literal for extraction and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence with named gaps and what fills them; a language says it."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)


class Money(Decimal):
    """An amount in euro, shown as money in the reader's language."""


class InCurrency(NamedTuple):
    """An amount in any currency, shown as money in the reader's language."""

    amount: Decimal
    currency: str


class PerCent(Decimal):
    """A share in percent, shown in the reader's language."""


class Frozen(BaseModel):
    """A read-only record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def passages(model: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (key path, text) for every marked text within a record, in the order of its fields."""
    for name, info in type(model).model_fields.items():
        marked = PROSE in info.metadata or _mentions_mark(info.annotation)
        yield from _within(getattr(model, name), marked, f"{path}.{name}" if path else name)


def translated(model: Model, translate: Callable[[str], str]) -> Model:
    """Return a copy of a record in which every marked text went through `translate`."""
    changes = {}
    for name, info in type(model).model_fields.items():
        marked = PROSE in info.metadata or _mentions_mark(info.annotation)
        value = getattr(model, name)
        other = _replaced(value, marked, translate)
        if other is not value:
            changes[name] = other
    return model.model_copy(update=changes) if changes else model


def _mentions_mark(annotation: Any) -> bool:
    return any(part is PROSE or _mentions_mark(part) for part in get_args(annotation))


def _within(value: Any, marked: bool, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        yield from passages(value, path)
    elif isinstance(value, str):
        if marked and value:
            yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _within(part, marked, f"{path}.{key}")
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _within(part, marked, f"{path}[{number}]")


def _replaced(value: Any, marked: bool, translate: Callable[[str], str]) -> Any:
    if isinstance(value, BaseModel):
        return translated(value, translate)
    if isinstance(value, str):
        return translate(value) if marked and value else value
    if isinstance(value, Mapping):
        return {key: _replaced(part, marked, translate) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_replaced(part, marked, translate) for part in value)
    return value
