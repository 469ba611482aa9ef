"""One crawl of everything at a time for a database, however the one before it ended."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from newscrawl.storage.schema import StoreError
from newscrawl.text.dates import SEOUL

ADVISORY = "hashtext('newscrawl crawlall')"


class Busy(Exception):
    """Another process holds the database; the message says which, and since when."""


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Hold a database for as long as the context lasts. The hold of a process that died is none: the system ends it.

    For SQLite it is a lock on the file NAME.lock beside the database, which stays; for PostgreSQL an advisory lock.

    Args:
        url: an SQLAlchemy URL.

    Raises:
        Busy: another process holds it.
        StoreError: the file of the lock cannot be written.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        with _file(parsed.database or ":memory:"):
            yield
    else:
        with _advisory(url):
            yield


@contextmanager
def _file(database: str) -> Iterator[None]:
    if database.startswith((":memory:", "file:")):
        yield
        return
    path = Path(f"{database}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror}); name a database in another folder.") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise Busy(file.read().strip() or "another process") from None
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now(SEOUL):%Y-%m-%d %H:%M:%S} in Seoul\n")
        file.flush()
        yield


@contextmanager
def _advisory(url: str) -> Iterator[None]:
    engine = create_engine(url)
    holder = text(
        "SELECT a.pid, a.backend_start FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
        f"WHERE l.locktype = 'advisory' AND l.granted AND l.objid = {ADVISORY}::bit(32)::bigint"
    )
    with engine.connect() as connection:
        if not connection.scalar(text(f"SELECT pg_try_advisory_lock({ADVISORY})")):
            row = connection.execute(holder).first()
            since = f", since {row[1].astimezone(SEOUL):%Y-%m-%d %H:%M:%S} in Seoul" if row else ""
            raise Busy(f"another session{since}")
        connection.commit()
        yield
    engine.dispose()
