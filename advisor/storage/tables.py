"""The tables: a draft under the hash of its link, and its answers by name."""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Table, Text

from advisor.storage.database import metadata as metadata

drafts = Table(
    "drafts", metadata,
    Column("id", Integer, primary_key=True),
    Column("link_hash", String(64), nullable=False, unique=True),
    Column("created_at", DateTime, nullable=False),
    Column("changed_at", DateTime, nullable=False, index=True),
)
answers = Table(
    "answers", metadata,
    Column("draft_id", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(120), primary_key=True),
    Column("value", Text, nullable=False),
)
