"""Rulings of the Court of Justice: what each holds, in our words, and what it allows or forbids in a tender."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from criteria.basis import Basis
from criteria.codes import Status
from criteria.datafile import DATA, read_all
from criteria.prose import N_, Frozen, Prose

COURT = N_("CJEU")


class Ruling(Frozen):
    """One ruling; its file is named like the row of the ruling list, `j-58`."""

    id: Annotated[str, StringConstraints(pattern=r"^j-\d{2}$")]
    number: str = Field(pattern=r"^(C-)?\d+/\d{2}( and (C-)?\d+/\d{2})?$")
    name: str
    decided_on: date
    holding: Prose
    means: Prose
    effect: Literal["allows", "forbids", "limits", "scope"]
    status: Status
    source: str
    checked_on: date

    @property
    def basis(self) -> Basis:
        """The ruling as a ground to cite."""
        case = f"{self.number} ({self.name})"
        return Basis(COURT, case, self.holding, self.status, self.source, self.checked_on, self.id)


def load_rulings() -> Mapping[str, Ruling]:
    """Read the ruling files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "rulings", Ruling)}
