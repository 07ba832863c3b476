"""Drafts: answers kept under an unguessable link; only a hash of the link is stored."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from advisor.storage.tables import answers, drafts

LINK_BYTES = 24
_READ = (
    select(drafts.c.changed_at, answers.c.name, answers.c.value)
    .join_from(drafts, answers, isouter=True)
    .where(drafts.c.link_hash == bindparam("link"), drafts.c.changed_at > bindparam("since"))
)
_TOUCH = update(drafts).where(drafts.c.link_hash == bindparam("link")).values(changed_at=bindparam("now")).returning(drafts.c.id)
_UPSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class NoSuchDraft(LookupError):
    """No draft is kept under this link: never made, deleted, or expired."""


@dataclass(frozen=True)
class Draft:
    """The answers under one link, by name, and when they were last changed (UTC)."""

    answers: Mapping[str, Any]
    changed_at: datetime


class Drafts:
    """All drafts of one database; a draft unchanged for `days` days is gone."""

    def __init__(self, engine: Engine, days: int) -> None:
        self._engine = engine
        self._days = timedelta(days=days)
        upsert = _UPSERTS[engine.dialect.name](answers)
        changed = {"value": upsert.excluded.value}
        self._upsert = upsert.on_conflict_do_update(index_elements=["draft_id", "name"], set_=changed)

    def close(self) -> None:
        """Give the connections to the database back."""
        self._engine.dispose()

    def create(self, values: Mapping[str, Any]) -> str:
        """Keep new answers and return their link."""
        link, now = secrets.token_urlsafe(LINK_BYTES), _now()
        with self._engine.begin() as connection:
            made = connection.execute(
                insert(drafts).values(link_hash=link_hash(link), created_at=now, changed_at=now)
            )
            assert made.inserted_primary_key
            self._write(connection, made.inserted_primary_key[0], values)
        return link

    def read(self, link: str) -> Draft:
        """Give the draft under a link; raise NoSuchDraft."""
        with self._engine.connect() as connection:
            rows = connection.execute(_READ, {"link": link_hash(link), "since": _now() - self._days}).all()
        if not rows:
            raise NoSuchDraft
        return Draft({name: json.loads(value) for _, name, value in rows if name}, rows[0].changed_at)

    def save(self, link: str, changes: Mapping[str, Any]) -> None:
        """Write the answers that changed and drop those set to None; raise NoSuchDraft. All or nothing."""
        with self._engine.begin() as connection:
            touched = connection.execute(_TOUCH, {"link": link_hash(link), "now": _now()}).scalar()
            if touched is None:
                raise NoSuchDraft
            dropped = [name for name, value in changes.items() if value is None]
            if dropped:
                connection.execute(delete(answers).where(answers.c.draft_id == touched, answers.c.name.in_(dropped)))
            self._write(connection, touched, changes)

    def delete(self, link: str) -> None:
        """Delete a draft and its answers; deleting twice is no error."""
        with self._engine.begin() as connection:
            connection.execute(delete(drafts).where(drafts.c.link_hash == link_hash(link)))

    def delete_expired(self) -> list[str]:
        """Delete what nobody changed for too long; return the hashes of the links."""
        gone = delete(drafts).where(drafts.c.changed_at <= _now() - self._days).returning(drafts.c.link_hash)
        with self._engine.begin() as connection:
            return list(connection.execute(gone).scalars())

    def _write(self, connection: Connection, draft_id: int, values: Mapping[str, Any]) -> None:
        rows = [
            {"draft_id": draft_id, "name": name, "value": json.dumps(value, ensure_ascii=False)}
            for name, value in values.items() if value is not None
        ]
        if rows:
            connection.execute(self._upsert, rows)


def link_hash(link: str) -> str:
    """What is stored instead of a link, so that a copy of the database opens no draft."""
    return hashlib.sha256(link.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
