"""Open a database so that it is safe to write to and honest about its failures."""

from __future__ import annotations

import contextlib
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from newscrawl.storage import fulltext
from newscrawl.storage.schema import INSERTS, StoreError, missing


def engine_of(url: str, create: bool, read_only: bool) -> Engine:
    try:
        engine = create_engine(url, json_deserializer=orjson.loads)
        if engine.dialect.name not in INSERTS:
            raise StoreError(f"{make_url(url)!r} is neither SQLite nor PostgreSQL; name a database of one of the two.")
        file = engine.url.database
        if engine.dialect.name == "sqlite" and file and not file.startswith((":memory:", "file:")):
            if create:
                Path(file).parent.mkdir(parents=True, exist_ok=True)
            elif not Path(file).exists():
                raise missing(engine)
            if read_only:
                engine = create_engine(url, creator=partial(open_to_read, file))
    except (exc.ArgumentError, ImportError, ValueError) as error:  # a port that is no number
        raise StoreError(
            f"The database URL cannot be used ({error}); write it like sqlite:///data/newscrawl.db."
        ) from error
    except OSError as error:
        raise StoreError(f"The folder of {file} cannot be made ({error}); name another database.") from error
    event.listen(engine, "begin", _begin)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure)
    return engine


def open_to_read(file: str | Path) -> sqlite3.Connection:
    """A connection that cannot write. What a crawl writes in the meantime is seen, which ``immutable=1`` would not."""
    return sqlite3.connect(f"file:{quote(str(Path(file).absolute()))}?mode=ro", uri=True, check_same_thread=False)


def failed(context: ExceptionContext) -> StoreError | None:
    """Say in a sentence what a database that fails under a statement needs. A wrong statement is an error of this program."""
    error = context.sqlalchemy_exception
    if not isinstance(error, exc.DatabaseError) or isinstance(error, exc.IntegrityError | exc.ProgrammingError):
        return None
    reason = str(error.orig).strip().partition("\n")[0]
    needs = next((need for word, need in NEEDS.items() if word in reason), "")
    name = context.engine.url if context.engine else "the database"
    return StoreError(f"{name!r} failed ({reason}){needs}; what was stored stays, and the rest waits for the next run.")


NEEDS = {
    "full": ": free some space",
    "disk I/O": ": look at the disk and its free space",
    "locked": ": another program holds it for too long",
    "readonly": ": this user may not write to it",
    "malformed": ": it is damaged, restore it from a backup",
    "not a database": ": it is damaged, restore it from a backup",
}


def identity(engine: Engine) -> tuple[int, int] | None:
    """What tells one file from another of the same name; None without a file."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file or file.startswith((":memory:", "file:")):
        return None
    with contextlib.suppress(OSError):
        found = Path(file).stat()
        return found.st_dev, found.st_ino
    return 0, 0


def _configure(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins no transaction of its own: `_begin` does
    for pragma in ("busy_timeout=30000", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    fulltext.define(connection)


def _begin(connection: Connection) -> None:
    """Begin a transaction; a writing one takes its turn now, so that what it reads first stays true until it ends."""
    writing = connection.get_execution_options().get("writing", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif writing:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('newscrawl'))")
