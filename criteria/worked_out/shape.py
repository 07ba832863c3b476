"""A worked-out fact: its type, how it is found, what to ask when it is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from criteria.codes import Stage
from criteria.tender import Choice

if TYPE_CHECKING:
    from criteria.facts import Situation


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A fact that follows from others: its type, how it is found, what to ask when it is not known."""

    type: Any
    find: Callable[[Situation], Any]
    asks: tuple[str, ...] = ()


def used_at(here: Situation, stage: Stage) -> list[Choice]:
    """Give the choices of the design that are used at a stage."""
    return [one for one in here.tender.used_choices if one.stage is stage]
