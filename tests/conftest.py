"""What every test may use: an application on a database of its own, and a browser that inspects each page."""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from advisor import i18n
from advisor.app import create_app
from advisor.i18n import Language
from advisor.settings import Settings
from criteria.design_file import tender_from
from criteria.knowledge import Knowledge, knowledge
from criteria.tender import Tender
from tests.page import Visitor

TODAY = date(2026, 11, 22)
CLEANING: dict[str, Any] = {
    "schema": 1, "as_of": TODAY, "country": "FR", "language": "fr",
    "authority": {"name": "Ville de Valbourg", "kind": "sub_central"},
    "title": "Cleaning of twelve schools", "purpose": "Clean schools, and steady work for those who clean them",
    "family": "cleaning", "cpv": ["90910000"], "contract_type": "services",
    "estimated_value": 450000, "duration_months": 36,
    "objectives": ["jobs_inclusion", "working_together", "gender_equality"], "ambition": "solid",
    "people": {
        "affected": ["users", "contract_workers"], "sexes_differ": True, "workforce": "mostly_women",
        "warning_signs": ["short_hours"], "left_out": ["origin_language"], "used_by_people": True, "jobs": "over_20",
    },
    "partners": {"together": "yes", "who": ["firms", "social_enterprises"], "suppliers": "over_5", "social_suppliers": "several"},
    "follow_up": {"checker": "Facility department", "checker_hours": 12},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the slow tests evenly, so that none of the processes is left with several of them at the end."""
    slow = [item for item in items if item.get_closest_marker("slow")]
    items[:] = [item for item in items if not item.get_closest_marker("slow")]
    for number, item in enumerate(slow):
        items.insert(number * len(items) // len(slow), item)


def design(**changes: Any) -> Tender:
    """The cleaning contract with some facts changed; None takes a fact away, a group is merged."""
    content = dict(CLEANING)
    for name, value in changes.items():
        if isinstance(value, dict) and isinstance(content.get(name), dict):
            value = {key: one for key, one in {**content[name], **value}.items() if one is not None}
        content[name] = value
    return tender_from({key: value for key, value in content.items() if value is not None})


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One worker more than cores: browsers and child processes keep a worker waiting."""
    return (yield) + 1


@pytest.fixture
def known() -> Knowledge:
    return knowledge()


@pytest.fixture(params=i18n.released())
def language(request: pytest.FixtureRequest) -> Language:
    return i18n.language(request.param)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, secret_key="for tests only", paper_workers=1, starts_per_hour=100_000)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates once compiled, for every application of the tests."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@contextmanager
def application(settings: Settings, compiled: FileSystemBytecodeCache) -> Iterator[Flask]:
    app = create_app(settings)
    app.testing, app.jinja_env.bytecode_cache = True, compiled
    yield app
    app.extensions["papers"].close()
    app.extensions["drafts"].close()


@pytest.fixture
def app(settings: Settings, compiled: FileSystemBytecodeCache) -> Iterator[Flask]:
    with application(settings, compiled) as app:
        yield app


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A person with a browser: follows links, fills forms, and looks at every page that comes."""
    return Visitor(app)


@pytest.fixture(scope="session")
def _reading_room(tmp_path_factory: pytest.TempPathFactory, compiled: FileSystemBytecodeCache) -> Iterator[Flask]:
    with application(Settings(data=tmp_path_factory.mktemp("reading"), secret_key="for tests only"), compiled) as app:
        yield app


@pytest.fixture
def reader(_reading_room: Flask) -> Visitor:
    """A person who only looks things up: many share one application, which keeps no draft of anybody."""
    return Visitor(_reading_room)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("ADVISOR_"):
            monkeypatch.delenv(name)
