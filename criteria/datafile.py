"""Reading the program's own data: one TOML file, one type, every fault with its address."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from criteria.problems import BadData, key_path

DATA = Path(str(files("criteria"))) / "data"
Record = TypeVar("Record", bound=BaseModel)


def read(path: Path, shape: type[Record]) -> Record:
    """Read one TOML file as `shape`; raise BadData with file, key and every fault found."""
    name = path.relative_to(DATA).as_posix() if path.is_relative_to(DATA) else path.name
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData(name, "", f"not readable as TOML: {error}") from None
    try:
        return shape.model_validate({**content, **_name_of(path, shape)})
    except ValidationError as error:
        faults = [f"{key_path(f['loc'])}: {f['msg']}" for f in error.errors(include_url=False)]
        raise BadData(name, "", "; ".join(faults)) from None


def read_all(folder: Path, shape: type[Record]) -> Iterator[Record]:
    """Read every TOML file below a folder in the order of their names."""
    for path in sorted(folder.rglob("*.toml")):
        yield read(path, shape)


def _name_of(path: Path, shape: type[BaseModel]) -> dict[str, str]:
    """A record that has an id gets it from its file's name, so that it stands in one place."""
    return {"id": path.stem} if "id" in shape.model_fields else {}
