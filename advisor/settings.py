"""Settings: defaults, and the environment that overrides them, checked at the start."""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from platformdirs import user_data_path


class BadSetting(ValueError):
    """An environment variable cannot be used; the message names it and says what to do."""


def _data_folder() -> Path:
    return user_data_path("social-clause-advisor", appauthor=False)


@dataclass(frozen=True)
class Settings:
    """Where things are kept and how much is allowed; `ADVISOR_<NAME>` in the environment overrides one."""

    data: Path = field(default_factory=_data_folder)
    database_url: str = ""
    secret_key: str = ""
    draft_days: int = 365
    paper_workers: int = 2
    papers_waiting: int = 100
    papers_per_worker: int = 200
    most_upload_bytes: int = 1_000_000
    starts_per_hour: int = 600
    behind_proxies: int = 0
    secure_cookies: bool = False
    hosts: tuple[str, ...] = ()

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data / 'advisor.sqlite'}"

    @property
    def papers(self) -> Path:
        return self.data / "papers"


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read settings from the environment; raise BadSetting naming the variable."""
    values: dict[str, object] = {}
    for one in fields(Settings):
        variable = f"ADVISOR_{one.name.upper()}"
        if variable in environment:
            values[one.name] = _READERS[one.type](variable, environment[variable])
    settings = Settings(**values)  # type: ignore[arg-type]
    settings.data.mkdir(parents=True, exist_ok=True)
    return settings if settings.secret_key else _with_kept_key(settings)


def _number(variable: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise BadSetting(f"{variable}: '{text}' cannot be used; give a whole number.")
    return int(text)


def _truth(variable: str, text: str) -> bool:
    answers = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in answers:
        raise BadSetting(f"{variable}: '{text}' cannot be used; give yes or no.")
    return answers[text.lower()]


_READERS: Mapping[object, Callable[[str, str], object]] = {
    Path: lambda variable, text: Path(text),
    str: lambda variable, text: text,
    int: _number,
    bool: _truth,
    tuple[str, ...]: lambda variable, text: tuple(text.replace(",", " ").split()),
}


def _with_kept_key(settings: Settings) -> Settings:
    """Make a secret key once and keep it beside the data, readable by the owner only."""
    path = settings.data / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return replace(settings, secret_key=path.read_text().strip())
