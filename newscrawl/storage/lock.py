"""One crawl of everything at a time for a database, however the one before it ended."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from newscrawl.storage.schema import StoreError
from newscrawl.text.dates import SEOUL

ADVISORY = "hashtext('newscrawl crawlall')"


class Busy(Exception):
    """Another process holds the database; the message says which, and since when. ``still`` are the seconds since it moved."""

    def __init__(self, message: str, still: float) -> None:
        super().__init__(message)
        self.still = still


@contextmanager
def alone(url: str) -> Iterator[Callable[[], None]]:
    """Hold a database for as long as the context lasts. The hold of a process that died is none: the system ends it.

    The context's value is to be called whenever its holder has got on: so the next one can tell a slow holder from one that hangs.

    For SQLite it is a lock on the file NAME.lock beside the database, which stays; for PostgreSQL an advisory lock.

    Args:
        url: an SQLAlchemy URL.

    Raises:
        Busy: another process holds it.
        StoreError: the file of the lock cannot be written.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        with _file(parsed.database or ":memory:") as beat:
            yield beat
    else:
        with _advisory(url) as beat:
            yield beat


@contextmanager
def _file(database: str) -> Iterator[Callable[[], None]]:
    if database.startswith((":memory:", "file:")):
        yield lambda: None
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
            still = time.time() - os.fstat(file.fileno()).st_mtime
            raise Busy(file.read().strip() or "another process", still) from None
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now(SEOUL):%Y-%m-%d %H:%M:%S} in Seoul\n")
        file.flush()
        yield partial(os.utime, file.fileno())


@contextmanager
def _advisory(url: str) -> Iterator[Callable[[], None]]:
    engine = create_engine(url)
    holder = text(
        "SELECT a.pid, a.backend_start, extract(epoch FROM now() - a.state_change) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
        f"WHERE l.locktype = 'advisory' AND l.granted AND l.objid = {ADVISORY}::bit(32)::bigint"
    )
    with engine.connect() as connection:
        if not connection.scalar(text(f"SELECT pg_try_advisory_lock({ADVISORY})")):
            row = connection.execute(holder).first()
            since = f", since {row[1].astimezone(SEOUL):%Y-%m-%d %H:%M:%S} in Seoul" if row else ""
            raise Busy(f"another session{since}", float(row[2] or 0) if row else 0.0)
        connection.commit()

        def beat() -> None:
            connection.execute(text("SELECT 1"))
            connection.commit()

        yield beat
    engine.dispose()
