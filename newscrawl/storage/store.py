"""The only door to the database: announces candidates, keeps articles, records what became of each page."""

from __future__ import annotations

import contextlib
import sqlite3
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, Unpack
from urllib.parse import quote

import orjson
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    create_engine,
    event,
    exc,
    func,
    make_url,
    select,
)
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from newscrawl.dedup.exact import body_hash, content_hash
from newscrawl.items import Article, Candidate
from newscrawl.storage import figures, frontier, fulltext, reading, runs
from newscrawl.storage.frontier import Answer
from newscrawl.storage.models import ArticleRow, Base
from newscrawl.storage.reading import Record, StoredArticle
from newscrawl.storage.runs import Run, State
from newscrawl.storage.schema import INSERTS, StoreError, migrate, missing, require_current
from newscrawl.storage.selection import Selection, where

# What only a writer needs is imported when one writes: numpy alone is an eighth of the memory of a command that reads.
if TYPE_CHECKING:
    from newscrawl.storage.pieces import Page


INDEXED = 50
"""Articles that are saved before they are put into the index of the search: one by one that takes three times as long."""


class Store:
    """The database behind one URL; one writer at a time, every method one transaction.

    When the database fails under a method (disk full, another writer for over 30 seconds), StoreError is raised and
    nothing of that call is kept.

    A context (``with``) that closes it.

    Args:
        url: an SQLAlchemy URL, e.g. ``sqlite:///data/newscrawl.db``. The tables are brought to the version of this code.
        create: make what is not there, the folder of a SQLite file too; who only reads has mistyped the name then.
        read_only: make and change nothing: a SQLite file is not even opened for writing. It must have the tables of this
            version.

    Raises:
        StoreError: the URL is wrong, the file is no database, a newer version of newscrawl made it, or there is none
            and none is to be made; read only, also that an older version made it. The file is left as it was.
    """

    def __init__(self, url: str, *, create: bool = True, read_only: bool = False) -> None:
        self._engine = _engine(url, create and not read_only, read_only)
        self._writer = self._engine.execution_options(writing=True)
        try:
            if read_only:
                require_current(self._engine)
            else:
                migrate(self._engine, self._writer, create)
        except exc.SQLAlchemyError as error:
            self.close()
            reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
            raise StoreError(
                f"{self._engine.url!r} cannot be opened ({reason}); name another database or restore this one from a "
                "backup."
            ) from error
        except StoreError:
            self.close()
            raise
        event.listen(self._engine, "handle_error", _failed)
        self._file = _identity(self._engine)
        self._saved = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def replaced(self) -> bool:
        """Whether the file of the database is another one than was opened: what was written since went into the old one."""
        return _identity(self._engine) != self._file

    def announce(
        self,
        candidates: Sequence[Candidate],
        *,
        since: date | None = None,
        until: date | None = None,
        answer: Answer | None = None,
    ) -> frontier.Announced:
        """Record announced candidates and say which of their keys are to be fetched now.

        To be fetched are ``pending``, ``robots`` and ``error:*``, the first and the last until `MAX_ATTEMPTS`, and
        ``rejected:out-of-range`` whose known time now lies in the range. A page whose known time lies outside is not. A
        page that is already held as an article or a copy is not either, and gets the outcome ``stored`` or ``copy``.

        Args:
            candidates: the first announcement of a key decides its channel; a later one fills a missing time or title.
            since, until: inclusive calendar days in Seoul; None is open.
            answer: the page of the channel that announced them, to be remembered once they are.
        """
        with self._writer.begin() as connection:
            return frontier.announce(connection, candidates, since, until, answer)

    def unsettled(
        self, source: str, channels: Collection[str], *, after: Candidate | None = None, limit: int = 100
    ) -> list[Candidate]:
        """What a source's channels announced and no run brought to an end, the least tried first: the next ones after another."""
        with self._engine.connect() as connection:
            return frontier.unsettled(connection, source, channels, after, limit)

    def ask(self, key: str) -> None:
        """Count an attempt before the page is fetched: a page that kills the process is not tried for ever."""
        with self._writer.begin() as connection:
            frontier.ask(connection, key)

    def answer(self, url: str) -> Answer | None:
        """What a page of a channel is asked for conditionally with; None when its last whole answer is older than a day."""
        with self._engine.connect() as connection:
            return frontier.answer(connection, url)

    def settle(self, candidate: Candidate, outcome: str, *, published_at: datetime | None = None) -> None:
        """Record the outcome of a fetch that gave no article.

        Args:
            outcome: ``rejected:<why>``, ``gone``, ``robots`` or ``error:<class>``.
            published_at: aware; what the page said, when it said so.
        """
        with self._writer.begin() as connection:
            frontier.settle(connection, [candidate], outcome, published_at)

    def save(self, article: Article, *, key: str, original_key: str | None, own: bool) -> str:
        """Keep an article and record the outcome of its page, both or neither.

        Args:
            key: the key of the page the article was read from.
            original_key: the key of ``article.original_url``; None unless that is the address of one article: two
                pages of a publisher with the same original are the same piece.
            own: the page is the publisher's own, not a portal's.

        Returns:
            ``stored``: a new article, or the publisher's own page of one known from a portal. ``copy``: another page
            of a known article. ``revised``: a known page whose text changed; the earlier text is kept.
            ``unchanged``: a known page with the same text.
        """
        from newscrawl.storage.pieces import Page, keep

        page = Page(
            article=article,
            key=key,
            original_key=original_key,
            own=own,
            content_hash=content_hash(article.title, article.subtitle, article.body),
            body_hash=body_hash(article.body),
            seen_at=datetime.now(UTC),
        )
        page.told.text.keys  # noqa: B018 - made before the writer's turn begins, and kept
        with self._writer.begin() as connection:
            outcome = keep(connection, page)
            frontier.settle(connection, _addresses(page), outcome, article.published_at)
        self._saved += 1
        if self._saved % INDEXED == 0:
            self.index(2 * INDEXED)  # twice, so that an archive that was not in the index gets there
        return outcome

    def start_run(self, source: str) -> int:
        """Record that a crawl of a source began, and return its number."""
        with self._writer.begin() as connection:
            return runs.start(connection, source)

    def finish_run(self, run_id: int, *, reason: str, status: str, counters: Mapping[str, Any]) -> None:
        """Record how a crawl ended.

        Args:
            reason: Scrapy's close reason (``finished``, ``shutdown``).
            status: ``healthy``, ``degraded`` or ``failed``.
            counters: what JSON can hold.
        """
        with self._writer.begin() as connection:
            runs.finish(connection, run_id, reason, status, counters)
            fulltext.catch_up(connection, 2 * INDEXED)

    def runs(self, source: str | None = None, *, before: int | None = None, limit: int = 50) -> list[Run]:
        """The runs of a source (of all), newest first; ``before``: only those with a lower number."""
        with self._engine.connect() as connection:
            return runs.history(connection, source, before, limit)

    def newest(self, source: str) -> datetime | None:
        """When a source announced an address last that nobody knew."""
        with self._engine.connect() as connection:
            return runs.newest(connection, source)

    def states(self) -> list[State]:
        """How every source that was ever crawled stands, by name."""
        with self._engine.connect() as connection:
            return runs.states(connection)

    def forget_stories(self) -> None:
        """Drop the stories and the keys of all texts, to be made anew by `mend`; not when that is already under way."""
        from newscrawl.storage import upkeep

        with self._writer.begin() as connection:
            upkeep.forget(connection)

    def stale(self) -> int:
        """How many articles have no keys of this version, so that no near copy of them is found."""
        from newscrawl.storage import upkeep

        with self._engine.connect() as connection:
            return upkeep.stale(connection)

    def mend(self, limit: int) -> int:
        """Give so many stale articles their keys, their copies and their story; the result is how many there were."""
        from newscrawl.storage import upkeep

        with self._writer.begin() as connection:
            return upkeep.mend(connection, limit)

    def unindexed(self) -> int:
        """How many articles are not in the index of the search, which then reads them all."""
        with self._engine.connect() as connection:
            return fulltext.waiting(connection)

    def index(self, limit: int) -> int:
        """Put so many of the articles that are not in the index of the search there; the result is how many there were."""
        with self._writer.begin() as connection:
            return fulltext.catch_up(connection, limit)

    def forget_index(self) -> None:
        """Empty the index of the search, to be made anew by `index`; not when that is already under way."""
        with self._writer.begin() as connection:
            fulltext.forget(connection)

    def check(self) -> list[str]:
        """What is inconsistent, a sentence each; nothing is after a run that was killed at any moment."""
        from newscrawl.storage import upkeep

        with self._engine.connect() as connection:
            return list(upkeep.check(connection))

    def article(self, key: str) -> StoredArticle | None:
        """The article whose page has this key; None also for the key of a copy."""
        with self._engine.connect() as connection:
            return reading.article(connection, ArticleRow.url_key == key)

    def articles(
        self, *, limit: int | None = None, order: str = "newest", **selection: Unpack[Selection]
    ) -> Iterator[StoredArticle]:
        """The articles that meet all conditions, the newest by publication time first, those without one last.

        Which they are is decided when the first is taken. They are read while they are taken, some at a time, and nothing
        is held open in between: a reader that stops costs nothing more, a slow one keeps nobody waiting, and an article that
        changed since is read as it is now.

        Args:
            limit: how many at most.
            order: ``newest`` first; ``oldest`` first, those without a time before all others; or ``best`` first: those that have
                the words of ``text`` in the title, then those that have them in the subtitle.
            selection: see `Selection`.

        Raises:
            QueryError: ``text`` asks for nothing.
        """
        yield from map(reading.stored, self.records(limit=limit, order=order, **selection))

    def records(
        self, *, limit: int | None = None, order: str = "newest", **selection: Unpack[Selection]
    ) -> Iterator[Record]:
        """What `articles` yields as plain values, in half of the time."""
        with self._engine.connect() as connection:
            sequence: list[ColumnElement[Any]] = list(reading.OLDEST if order == "oldest" else reading.NEWEST)
            if order == "best" and (text := selection.get("text")):
                sequence.insert(0, fulltext.rank(connection, text).desc())
            chosen = select(ArticleRow.id).where(*where(connection, selection)).order_by(*sequence).limit(limit)
            numbers = array("q", connection.scalars(chosen))  # a million of them take 8 MB
        for start in range(0, len(numbers), reading.BATCH):
            with self._engine.connect() as connection:
                found = list(reading.records(connection, numbers[start : start + reading.BATCH]))
            yield from found

    def piece(self, number: int) -> reading.Piece | None:
        """The article of a number, with its other pages and its earlier texts."""
        with self._engine.connect() as connection:
            return reading.piece(connection, ArticleRow.id == number)

    def piece_of(self, key: str) -> reading.Piece | None:
        """The article that the page with this key shows, as its own page or as a copy."""
        with self._engine.connect() as connection:
            return reading.piece(connection, reading.shows(key))

    def story(self, number: int) -> reading.Story | None:
        """The story of a number, its first teller first."""
        with self._engine.connect() as connection:
            return reading.story(connection, number)

    def story_of(self, key: str) -> reading.Story | None:
        """The story that the page with this key tells; of one article when no other tells it, None for an unknown page."""
        with self._engine.connect() as connection:
            return reading.story_of(connection, key)

    def story_with(self, number: int) -> reading.Story | None:
        """The story that the article of a number tells; of that article alone when no other tells it."""
        with self._engine.connect() as connection:
            return reading.story_with(connection, number)

    def page(self, *, limit: int, after: int | None = None, **selection: Unpack[Selection]) -> list[reading.Piece]:
        """The articles that meet all conditions with their copies and revisions, the newest first, undated ones last.

        Args:
            limit: how many at most.
            after: the number of an article: those that come behind it, though new ones arrived in the meantime.
            selection: see `Selection`.

        Raises:
            QueryError: ``text`` asks for nothing.
        """
        with self._engine.connect() as connection:
            return reading.page(connection, where(connection, selection), limit, after)

    def facets(self, **selection: Unpack[Selection]) -> figures.Facets:
        """How many of the articles that meet all conditions there are of each publisher, source, category and day.

        Raises:
            QueryError: ``text`` asks for nothing.
        """
        with self._engine.connect() as connection:
            return figures.facets(connection, where(connection, selection))

    def figures(self, now: datetime) -> figures.Figures:
        """What the archive holds, and what came lately."""
        with self._engine.connect() as connection:
            return figures.figures(connection, now)

    def headlines(self, limit: int) -> list[reading.Headline]:
        """The stories that were told last."""
        with self._engine.connect() as connection:
            return reading.headlines(connection, limit)

    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        with self._engine.connect() as connection:
            tables = sorted(Base.metadata.tables.items())
            return {name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables}


# Opening


def _engine(url: str, create: bool, read_only: bool) -> Engine:
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
    except (exc.ArgumentError, ImportError) as error:
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


def _failed(context: ExceptionContext) -> StoreError | None:
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


def _identity(engine: Engine) -> tuple[int, int] | None:
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


def _addresses(page: Page) -> list[Candidate]:
    """The announced address and the page it led to: one when they are the same."""
    article = page.article
    shown = Candidate(url=article.url, key=page.key, source=article.source, channel="")
    first = article.candidate or shown
    if first.key == page.key:
        return [first]
    return [first, replace(shown, source=first.source, channel=first.channel)]
