"""The only door to the database: announces candidates, keeps articles, records what became of each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    and_,
    create_engine,
    event,
    exc,
    func,
    insert,
    make_url,
    or_,
    select,
    update,
)
from sqlalchemy.pool import ConnectionPoolEntry

from newscrawl.dedup.exact import body_hash, content_hash
from newscrawl.items import Article, Candidate
from newscrawl.storage import reading, upkeep
from newscrawl.storage.models import ArticleRow, Base, CopyRow, RunRow, UrlRow
from newscrawl.storage.pieces import Page, keep
from newscrawl.storage.schema import INSERTS, StoreError, migrate
from newscrawl.text.dates import SEOUL

MAX_ATTEMPTS = 5
"""How often a page that ends in ``error:*`` is fetched before it is left alone."""

BATCH = 500  # keys in one statement: SQLite takes 32,766 variables, older builds 999


class Store:
    """The database behind one URL; one writer at a time, every method one transaction.

    When the database fails under a method (disk full, another writer for over 30 seconds), SQLAlchemy's own error
    is raised and nothing of that call is kept.

    Args:
        url: an SQLAlchemy URL, e.g. ``sqlite:///data/newscrawl.db``. The folder of a SQLite file is made, and the
            tables are brought to the version of this code.

    Raises:
        StoreError: the URL is wrong, the file is no database, or a newer version of newscrawl made it. The file
            is left as it was.
    """

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        self._writer = self._engine.execution_options(writing=True)
        try:
            migrate(self._engine, self._writer)
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
        self._announcement = _announcement(self._engine)
        self._settlement = _settlement(self._engine)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def announce(
        self, candidates: Sequence[Candidate], *, since: date | None = None, until: date | None = None
    ) -> set[str]:
        """Record announced candidates and say which of their keys are to be fetched now.

        To be fetched are ``pending`` and ``robots``, ``error:*`` below `MAX_ATTEMPTS`, and ``rejected:out-of-range``
        whose known time now lies in the range. A page whose known time lies outside is not. A page that is already
        held as an article or a copy is not either, and gets the outcome ``stored`` or ``copy``.

        Args:
            candidates: the first announcement of a key decides its channel; a later one fills a missing time.
            since, until: inclusive calendar days in Seoul; None is open.
        """
        now = datetime.now(UTC)
        # One row a key: PostgreSQL refuses two of the same key in one statement.
        rows: dict[str, dict[str, Any]] = {}
        for candidate in candidates:
            row = rows.setdefault(candidate.key, _announced(candidate, now))
            row["published_at"] = row["published_at"] or candidate.published_at
        due: set[str] = set()
        with self._writer.begin() as connection:
            for keys in _batches(list(rows)):
                connection.execute(self._announcement, [rows[key] for key in keys])
                for table, outcome in ((ArticleRow, "stored"), (CopyRow, "copy")):
                    held = select(table.url_key).where(table.url_key.in_(keys))
                    connection.execute(update(UrlRow).where(UrlRow.url_key.in_(held), OPEN).values(outcome=outcome))
                open_rows = connection.execute(
                    select(UrlRow.url_key, UrlRow.published_at).where(UrlRow.url_key.in_(keys), OPEN)
                )
                due.update(key for key, published_at in open_rows if _in_range(published_at, since, until))
        return due

    def settle(self, candidate: Candidate, outcome: str, *, published_at: datetime | None = None) -> None:
        """Record the outcome of a fetch that gave no article, and count the attempt.

        Args:
            outcome: ``rejected:<why>``, ``gone``, ``robots`` or ``error:<class>``.
            published_at: aware; what the page said, when it said so.
        """
        row = _settled(_announced(candidate, datetime.now(UTC)), outcome, published_at)
        with self._writer.begin() as connection:
            connection.execute(self._settlement, row)

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
            rows = [_settled(row, outcome, article.published_at) for row in _addresses(page)]
            connection.execute(self._settlement, rows)
        return outcome

    def start_run(self, source: str) -> int:
        """Record that a crawl of a source began, and return its number."""
        with self._writer.begin() as connection:
            statement = insert(RunRow).values(source=source, started_at=datetime.now(UTC), counters={})
            return connection.execute(statement.returning(RunRow.id)).scalar_one()

    def finish_run(self, run_id: int, *, reason: str, status: str, counters: Mapping[str, int | float | str]) -> None:
        """Record how a crawl ended.

        Args:
            reason: Scrapy's close reason (``finished``, ``shutdown``).
            status: ``healthy``, ``degraded`` or ``failed``.
        """
        with self._writer.begin() as connection:
            connection.execute(
                update(RunRow)
                .where(RunRow.id == run_id)
                .values(finished_at=datetime.now(UTC), reason=reason, status=status, counters=dict(counters))
            )

    def forget_stories(self) -> None:
        """Drop the stories and the keys of all texts, to be made anew by `mend`; not when that is already under way."""
        with self._writer.begin() as connection:
            upkeep.forget(connection)

    def stale(self) -> int:
        """How many articles have no keys of this version, so that no near copy of them is found."""
        with self._engine.connect() as connection:
            return upkeep.stale(connection)

    def mend(self, limit: int) -> int:
        """Give so many stale articles their keys, their copies and their story; the result is how many there were."""
        with self._writer.begin() as connection:
            return upkeep.mend(connection, limit)

    def check(self) -> list[str]:
        """What is inconsistent, a sentence each; nothing is after a run that was killed at any moment."""
        with self._engine.connect() as connection:
            return list(upkeep.check(connection))

    def article(self, key: str) -> Article | None:
        """The article whose page has this key; None also for the key of a copy. Its times are in UTC."""
        with self._engine.connect() as connection:
            found = reading.articles(connection, reading.ARTICLES.where(ArticleRow.url_key == key))
            return next(iter(found.values()), None)

    def latest(self, limit: int) -> list[Article]:
        """The newest articles by publication time, those without one last."""
        newest = (ArticleRow.published_at.desc().nulls_last(), ArticleRow.id.desc())
        with self._engine.connect() as connection:
            return list(reading.articles(connection, reading.ARTICLES.order_by(*newest).limit(limit)).values())

    def story(self, number: int) -> reading.Story | None:
        """The story of a number, its first teller first."""
        with self._engine.connect() as connection:
            return reading.story(connection, number)

    def story_of(self, key: str) -> reading.Story | None:
        """The story that the page with this key tells; of one article when no other tells it, None for an unknown page."""
        with self._engine.connect() as connection:
            return reading.story_of(connection, key)

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


def _engine(url: str) -> Engine:
    try:
        engine = create_engine(url)
        if engine.dialect.name not in INSERTS:
            raise StoreError(f"{make_url(url)!r} is neither SQLite nor PostgreSQL; name a database of one of the two.")
        file = engine.url.database
        if engine.dialect.name == "sqlite" and file and not file.startswith((":memory:", "file:")):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
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


def _configure(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins no transaction of its own: `_begin` does
    for pragma in ("busy_timeout=30000", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin a transaction; a writing one takes its turn now, so that what it reads first stays true until it ends."""
    writing = connection.get_execution_options().get("writing", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif writing:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('newscrawl'))")


# What is known of a URL

OPEN = or_(
    UrlRow.outcome.in_(("pending", "robots")),
    and_(UrlRow.outcome.startswith("error:"), UrlRow.attempts < MAX_ATTEMPTS),
    and_(UrlRow.outcome == "rejected:out-of-range", UrlRow.published_at.is_not(None)),
)


def _announcement(engine: Engine) -> Executable:
    statement = INSERTS[engine.dialect.name](UrlRow)
    new = statement.excluded
    found: Executable = statement.on_conflict_do_update(
        index_elements=[UrlRow.url_key],
        set_=dict(published_at=new.published_at),
        where=and_(UrlRow.published_at.is_(None), new.published_at.is_not(None)),
    )
    return found


def _settlement(engine: Engine) -> Executable:
    statement = INSERTS[engine.dialect.name](UrlRow)
    new = statement.excluded
    settled: Executable = statement.on_conflict_do_update(
        index_elements=[UrlRow.url_key],
        set_=dict(
            outcome=new.outcome,
            attempts=UrlRow.attempts + 1,
            last_at=new.last_at,
            published_at=func.coalesce(new.published_at, UrlRow.published_at),
        ),
    )
    return settled


def _announced(candidate: Candidate, now: datetime) -> dict[str, Any]:
    return dict(
        url_key=candidate.key,
        url=candidate.url,
        source=candidate.source,
        channel=candidate.channel or None,
        outcome="pending",
        attempts=0,
        published_at=candidate.published_at,
        discovered_at=now,
        last_at=None,
    )


def _settled(row: dict[str, Any], outcome: str, published_at: datetime | None) -> dict[str, Any]:
    told = published_at or row["published_at"]
    return row | dict(outcome=outcome, attempts=1, published_at=told, last_at=row["discovered_at"])


def _addresses(page: Page) -> list[dict[str, Any]]:
    """The announced address and the page it led to as rows of ``urls``: one when they are the same."""
    article = page.article
    first = article.candidate or Candidate(url=article.url, key=page.key, source=article.source, channel="")
    row = _announced(first, page.seen_at)
    return [row] if first.key == page.key else [row, row | dict(url=article.url, url_key=page.key)]


def _in_range(published_at: datetime | None, since: date | None, until: date | None) -> bool:
    if published_at is None:
        return True
    day = published_at.astimezone(SEOUL).date()
    return (since is None or since <= day) and (until is None or day <= until)


def _batches(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
