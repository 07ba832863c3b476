"""The database: SQLite with a write-ahead log by default, PostgreSQL by URL; brought up to date at the start."""

from importlib.resources import files
from typing import Any

from sqlalchemy import Engine, MetaData, create_engine, event, inspect, text

metadata = MetaData()
NEWEST = "0001"


def open_database(url: str) -> Engine:
    """Open the database at a URL and bring its tables up to date."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    if _version(engine) != NEWEST:
        _migrate(engine)
    return engine


def _prepare_sqlite(connection: Any, record: Any) -> None:
    """An acknowledged answer survives a power cut, readers never wait, links between tables hold."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _version(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("advisor.storage.migrations")))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
