"""The `.tender.json` file: read with one clear message for any fault, written back the same."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from criteria import cpv
from criteria.choices import settled
from criteria.problems import BadInput, bad_input
from criteria.prose import N_, Sentence
from criteria.tender import Tender

if TYPE_CHECKING:
    from criteria.knowledge import Knowledge

MOST_BYTES = 1_000_000


def read_design(content: bytes) -> Tender:
    """Read a tender design file; raise BadInput with key and remedy for the first fault."""
    return tender_from(read_json(content))


def read_known_design(content: bytes, known: "Knowledge") -> Tender:
    """Read a file that somebody hands in: its codes and criteria must exist; raise BadInput for the first fault."""
    tender = read_design(content)
    _codes_exist("", tender.cpv or ())
    for number, lot in enumerate(tender.lots or ()):
        _codes_exist(f"lots[{number}].", lot.cpv)
    return settled(tender, known.catalogue, known.joint)


def _codes_exist(place: str, codes: Iterable[str]) -> None:
    for number, code in enumerate(codes):
        if code not in cpv.labels("en"):
            problem = Sentence(N_("The CPV has no code {code}."), {"code": code})
            raise BadInput(f"{place}cpv[{number}]", problem, Sentence(N_("Look the code up again, or leave it out.")))


def tender_from(content: Any) -> Tender:
    """Check what a file or a form gave against the type Tender; raise BadInput."""
    try:
        return Tender.model_validate(content)
    except ValidationError as error:
        raise bad_input(error) from None


def write_design(tender: Tender) -> str:
    """Write a tender as indented JSON, known facts only, in the order of the type."""
    content = tender.model_dump(mode="json", by_alias=True, exclude_none=True)
    empty = [name for name, value in content.items() if value == {} or (name in ("choices", "not_known") and not value)]
    return json.dumps({name: value for name, value in content.items() if name not in empty}, ensure_ascii=False, indent=1) + "\n"


def read_json(content: bytes, most: int = MOST_BYTES) -> Any:
    """Read JSON strictly: limited size and depth, no key twice, no infinities; raise BadInput."""
    if len(content) > most:
        raise _unreadable(N_("This file is too large."), N_("Use a file of at most {most} kB."), most=most // 1000)
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError:
        raise _unreadable(N_("This file is not UTF-8 text."), N_("Save it as UTF-8.")) from None
    except json.JSONDecodeError as error:
        raise _unreadable(
            N_("This file is not complete JSON: line {line}, column {column}."),
            N_("Download it again, or correct that place."),
            line=error.lineno, column=error.colno,
        ) from None
    except RecursionError:
        raise _unreadable(N_("This file is nested too deeply."), N_("Use a file that this program wrote.")) from None
    except BadInput:
        raise
    except ValueError:
        raise _unreadable(N_("This file holds a number that is too long."), N_("Correct that number.")) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadInput(twice, Sentence(N_("This key stands twice.")), Sentence(N_("Remove one of the two.")))
    return content


def _constant(name: str) -> Any:
    raise _unreadable(N_("This file holds {name}, which is not a number."), N_("Write a plain number."), name=name)


def _unreadable(problem: str, remedy: str, **values: Any) -> BadInput:
    return BadInput("", Sentence(problem, values), Sentence(remedy, values))
