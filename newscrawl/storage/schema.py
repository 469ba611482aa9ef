"""Bring a database to the tables of this version, or leave it as it is and say why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.dialects import sqlite

from newscrawl.storage.models import Base


def _postgresql(table: type[Base]) -> Any:
    from sqlalchemy.dialects import postgresql  # 2 MB that an archive in SQLite does without

    return postgresql.insert(table)


INSERTS: dict[str, Callable[[type[Base]], Any]] = {"sqlite": sqlite.insert, "postgresql": _postgresql}
"""The INSERT of each database that can be used, with its ``on_conflict``."""

MIGRATIONS = Path(__file__).with_name("migrations")


class StoreError(Exception):
    """The database cannot be used; the message is one sentence that says what to do next."""


def missing(engine: Engine) -> StoreError:
    """The sentence for a database that is to be read and is not there."""
    return StoreError(
        f"There is no archive at {engine.url!r}: `scrapy crawl` makes one, NEWSCRAWL_DATABASE_URL names another."
    )


def migrate(engine: Engine, writer: Engine, create: bool) -> None:
    """Run the migrations that a database has not seen, in one transaction of ``writer``.

    Raises:
        StoreError: its tables are those of a newer version, or it has none and none are to be made.
        SQLAlchemyError: it is no database, or a migration failed; nothing of it is left.
    """
    known = _known()
    version = _not_newer(engine, known)
    if version is None and not create:
        raise missing(engine)
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)
    if version != known[-1]:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        with writer.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def require_current(engine: Engine) -> None:
    """Refuse a database whose tables are not those of this version.

    Raises:
        StoreError: they are of an older or a newer one, or there are none.
        SQLAlchemyError: it is no database.
    """
    known = _known()
    version = _not_newer(engine, known)
    if version is None:
        raise missing(engine)
    if version != known[-1]:
        raise StoreError(
            f"{engine.url!r} has the tables of an older newscrawl (version {version}), and whoever only reads changes "
            "nothing; run `scrapy dedup` once, which brings it up to date."
        )


def _known() -> list[str]:
    # A revision is what its file's name begins with (0001_first_tables.py): most runs need Alembic for nothing else,
    # and importing it takes longer than the rest of opening a database.
    return sorted(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _not_newer(engine: Engine, known: list[str]) -> str | None:
    with engine.connect() as connection:
        version = _version(connection)
    if version not in {None, *known}:
        raise StoreError(
            f"{engine.url!r} has the tables of a newer newscrawl (version {version}); update newscrawl, or name "
            "another database."
        )
    return version


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _write_ahead(engine: Engine) -> None:
    """Let readers and the writer work at once. The mode stays in the file, and is not set inside a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
