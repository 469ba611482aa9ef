"""The only door to the database: announces candidates, keeps articles, records what became of each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Engine,
    Executable,
    Select,
    and_,
    bindparam,
    case,
    create_engine,
    delete,
    event,
    exc,
    func,
    insert,
    make_url,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.pool import ConnectionPoolEntry

from newscrawl.dedup.exact import body_hash, content_hash, shared_words
from newscrawl.items import FIELDS, Article, Author, Candidate, Image
from newscrawl.storage.models import ArticleRow, AuthorRow, Base, CopyRow, ImageRow, RevisionRow, RunRow, UrlRow
from newscrawl.storage.schema import StoreError, migrate
from newscrawl.text.dates import SEOUL

MAX_ATTEMPTS = 5
"""How often a page that ends in ``error:*`` is fetched before it is left alone."""

BATCH = 500  # keys in one statement: SQLite takes 32,766 variables, older builds 999

COLUMNS = tuple(name for name in FIELDS if name not in ("authors", "images"))
TEXT = {"title", "subtitle", "body", "content_hash", "body_hash", "fetched_at"}  # changes with a revision only
METADATA = {*COLUMNS, "original_key", "own"} - {*TEXT, "source", "url"}


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
        with self._writer.begin() as connection:
            outcome = _keep(connection, page)
            rows = [_settled(row, outcome, article.published_at) for row in page.addresses()]
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

    def article(self, key: str) -> Article | None:
        """The article whose page has this key; None also for the key of a copy. Its times are in UTC."""
        with self._engine.connect() as connection:
            return next(iter(_articles(connection, ARTICLES.where(ArticleRow.url_key == key))), None)

    def latest(self, limit: int) -> list[Article]:
        """The newest articles by publication time, those without one last."""
        newest = (ArticleRow.published_at.desc().nulls_last(), ArticleRow.id.desc())
        with self._engine.connect() as connection:
            return _articles(connection, ARTICLES.order_by(*newest).limit(limit))

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

INSERTS: dict[str, Callable[[type[Base]], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

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


def _in_range(published_at: datetime | None, since: date | None, until: date | None) -> bool:
    if published_at is None:
        return True
    day = published_at.astimezone(SEOUL).date()
    return (since is None or since <= day) and (until is None or day <= until)


def _batches(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


# What is known of a piece

KNOWN = (
    ArticleRow.id,
    ArticleRow.source,
    ArticleRow.url,
    ArticleRow.url_key,
    ArticleRow.own,
    ArticleRow.title,
    ArticleRow.subtitle,
    ArticleRow.body,
    ArticleRow.content_hash,
    ArticleRow.body_hash,
    ArticleRow.fetched_at,
)
KEY: BindParameter[str] = bindparam("key")
ORIGINAL_KEY: BindParameter[str | None] = bindparam("original_key")
PUBLISHER: BindParameter[str | None] = bindparam("publisher")
# `IS NOT DISTINCT FROM` would have SQLite walk through all articles of the publisher instead.
SAME_PUBLISHER = func.coalesce(ArticleRow.publisher, "") == func.coalesce(PUBLISHER, "")
SAME_BODY = and_(ArticleRow.publisher == PUBLISHER, ArticleRow.body_hash == bindparam("body_hash"))

SAME_PAGE = select(*KNOWN).where(
    ArticleRow.id.in_(
        union_all(
            select(ArticleRow.id).where(ArticleRow.url_key == KEY),
            select(CopyRow.article_id).where(CopyRow.url_key == KEY),
        )
    )
)
# Of several matches the one named by its address goes before the one told by its text.
SHOWN_BY_PORTAL = (
    select(*KNOWN)
    .where(
        or_(
            ArticleRow.url_key == ORIGINAL_KEY,
            ArticleRow.id.in_(select(CopyRow.article_id).where(CopyRow.url_key == ORIGINAL_KEY)),
            and_(ArticleRow.original_key == ORIGINAL_KEY, SAME_PUBLISHER),
            SAME_BODY,
        )
    )
    .order_by(case((ArticleRow.url_key == ORIGINAL_KEY, 0), else_=1), ArticleRow.own.desc(), ArticleRow.id)
    .limit(1)
)
SHOWN_BY_PUBLISHER = (
    select(*KNOWN)
    .where(or_(and_(ArticleRow.own.is_(False), ArticleRow.original_key == KEY), SAME_BODY))
    .order_by(ArticleRow.own, case((ArticleRow.original_key == KEY, 0), else_=1), ArticleRow.id)
    .limit(1)
)

NEW_ARTICLE = insert(ArticleRow).returning(ArticleRow.id)
NEW_COPY = insert(CopyRow)
NEW_AUTHORS, NEW_IMAGES = insert(AuthorRow), insert(ImageRow)

ARTICLES = select(ArticleRow.id, *(getattr(ArticleRow, name) for name in COLUMNS))
AUTHORS = (
    select(AuthorRow).where(AuthorRow.article_id.in_(bindparam("ids", expanding=True))).order_by(AuthorRow.position)
)
IMAGES = select(ImageRow).where(ImageRow.article_id.in_(bindparam("ids", expanding=True))).order_by(ImageRow.position)


@dataclass(frozen=True, kw_only=True)
class Page:
    """An article together with the page that showed it."""

    article: Article
    key: str
    original_key: str | None
    own: bool
    content_hash: str
    body_hash: str | None
    seen_at: datetime

    def columns(self) -> dict[str, Any]:
        """The page as a whole row of ``articles``, apart from what is numbered or decided later."""
        return {name: getattr(self.article, name) for name in COLUMNS} | dict(
            url_key=self.key,
            original_key=self.original_key,
            own=self.own,
            content_hash=self.content_hash,
            body_hash=self.body_hash,
            fetched_at=self.seen_at,
        )

    def addresses(self) -> list[dict[str, Any]]:
        """The announced address and the page it led to as rows of ``urls``: one when they are the same."""
        article = self.article
        first = article.candidate or Candidate(url=article.url, key=self.key, source=article.source, channel="")
        row = _announced(first, self.seen_at)
        return [row] if first.key == self.key else [row, row | dict(url=article.url, url_key=self.key)]

    def matching(self) -> dict[str, Any]:
        """What the page is looked up by."""
        return dict(
            key=self.key,
            original_key=self.original_key,
            publisher=self.article.publisher,
            body_hash=self.body_hash,
        )


def _keep(connection: Connection, page: Page) -> str:
    row = connection.execute(SAME_PAGE, dict(key=page.key)).first()
    if row:
        if row.url_key == page.key:
            return _refresh(connection, page, row)
        if row.own or not page.own:
            return "unchanged"
        connection.execute(delete(CopyRow).where(CopyRow.url_key == page.key))
        return _take_over(connection, page, row)
    row = connection.execute(SHOWN_BY_PUBLISHER if page.own else SHOWN_BY_PORTAL, page.matching()).first()
    if row is None:
        _add_parts(connection, page.article, connection.execute(NEW_ARTICLE, page.columns()).scalar_one())
        return "stored"
    if page.own and not row.own:
        return _take_over(connection, page, row)
    article = page.article
    copy = dict(source=article.source, url=article.url, url_key=page.key, first_seen_at=page.seen_at)
    connection.execute(NEW_COPY, copy | dict(article_id=row.id, similarity=_similarity(page, row)))
    return "copy"


def _refresh(connection: Connection, page: Page, row: Any) -> str:
    """A page seen before: what it no longer tells is kept, a text that really changed goes to ``revisions``."""
    columns = page.columns()
    values = {name: columns[name] for name in METADATA if columns[name] not in (None, {})}
    revised = page.content_hash != row.content_hash
    if revised:
        number = select(func.coalesce(func.max(RevisionRow.revision), 0) + 1).where(RevisionRow.article_id == row.id)
        earlier = dict(title=row.title, subtitle=row.subtitle, body=row.body, content_hash=row.content_hash)
        key = dict(article_id=row.id, revision=connection.execute(number).scalar_one(), seen_at=row.fetched_at)
        connection.execute(insert(RevisionRow), earlier | key)
        values |= {name: columns[name] for name in TEXT}
    connection.execute(update(ArticleRow).where(ArticleRow.id == row.id), values)
    for table, parts in ((AuthorRow, page.article.authors), (ImageRow, page.article.images)):
        if parts:
            connection.execute(delete(table).where(table.article_id == row.id))
    _add_parts(connection, page.article, row.id)
    return "revised" if revised else "unchanged"


def _take_over(connection: Connection, page: Page, row: Any) -> str:
    """The publisher's page of a piece known from a portal: it becomes the article, the portal's page the copy."""
    copy = dict(source=row.source, url=row.url, url_key=row.url_key, first_seen_at=row.fetched_at)
    connection.execute(NEW_COPY, copy | dict(article_id=row.id, similarity=_similarity(page, row)))
    connection.execute(update(UrlRow).where(UrlRow.url_key == row.url_key), dict(outcome="copy"))
    values = page.columns() | dict(original_url=None, original_key=None)
    connection.execute(update(ArticleRow).where(ArticleRow.id == row.id), values)
    for table in (AuthorRow, ImageRow):
        connection.execute(delete(table).where(table.article_id == row.id))
    _add_parts(connection, page.article, row.id)
    return "stored"


def _similarity(page: Page, row: Any) -> float:
    same = page.body_hash is not None and page.body_hash == row.body_hash
    return 1.0 if same else shared_words(page.article.body, row.body)


def _add_parts(connection: Connection, article: Article, article_id: int) -> None:
    for statement, parts in ((NEW_AUTHORS, article.authors), (NEW_IMAGES, article.images)):
        rows = [vars(part) | dict(article_id=article_id, position=position) for position, part in enumerate(parts)]
        if rows:
            connection.execute(statement, rows)


def _articles(connection: Connection, statement: Select[Any]) -> list[Article]:
    rows = connection.execute(statement).all()
    authors: dict[int, list[Author]] = {row.id: [] for row in rows}
    images: dict[int, list[Image]] = {row.id: [] for row in rows}
    for author in connection.execute(AUTHORS, dict(ids=list(authors))):
        authors[author.article_id].append(Author(name=author.name, email=author.email, role=author.role))
    for image in connection.execute(IMAGES, dict(ids=list(images))):
        images[image.article_id].append(Image(url=image.url, caption=image.caption))
    return [
        Article(**{name: getattr(row, name) for name in COLUMNS}, authors=authors[row.id], images=images[row.id])
        for row in rows
    ]
