"""The tables of the database: one class, one table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class UTCDateTime(TypeDecorator[datetime]):
    """An aware time in any zone on the way in, the same instant in UTC on the way out (SQLite knows no zones).

    Raises:
        ValueError: a time without a zone is to be stored (SQLAlchemy shows it as StatementError).
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a time without a zone cannot be stored: {value!r}")
        return value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        # SQLite gives text: to read it with its zone takes a sixth of reading it without one and adding that.
        return _read if dialect.name == "sqlite" else super().result_processor(dialect, coltype)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)


def _read(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text + "+00:00")


class Base(DeclarativeBase):
    """Shared conventions: constraints have predictable names, so that a later migration can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UTCDateTime(), dict[str, Any]: JSON()}


class StoryRow(Base):
    """The pieces of several publishers that tell the same text (전재), two at least.

    The first article is the first teller by publication time; ``wire`` is the agency that one of the pieces names.
    """

    __tablename__ = "stories"

    id: Mapped[int] = mapped_column(primary_key=True)
    # No foreign key: stories and articles would need each other first, and SQLite cannot add one afterwards.
    first_article_id: Mapped[int] = mapped_column(unique=True)
    size: Mapped[int]
    wire: Mapped[str | None]


class ArticleRow(Base):
    """One piece by one publisher.

    ``own`` tells the publisher's page from a portal's. ``content_hash`` covers title, subtitle and body and tells
    revisions; ``body_hash`` covers the body and tells copies, None when it is too short for that.
    ``fetched_at`` is when the text now in the row was first seen. ``wire`` is the agency named by the dateline or the
    tail. ``keys_version`` is the version of the article's rows in ``text_keys``, None when it has none yet;
    ``stocks_version`` that of the rule its rows in ``article_stocks`` were found by, None when it was not read for them yet.
    """

    __tablename__ = "articles"
    __table_args__ = (Index(None, "publisher", "body_hash"), Index(None, "published_at", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(index=True)
    publisher: Mapped[str | None]
    url: Mapped[str]
    url_key: Mapped[str] = mapped_column(unique=True)
    original_url: Mapped[str | None]
    original_key: Mapped[str | None] = mapped_column(index=True)
    own: Mapped[bool]
    title: Mapped[str]
    subtitle: Mapped[str | None]
    body: Mapped[str]
    dateline: Mapped[str | None]
    published_at: Mapped[datetime | None]
    modified_at: Mapped[datetime | None]
    section: Mapped[str | None]
    category: Mapped[str | None] = mapped_column(index=True)
    premium: Mapped[bool]
    language: Mapped[str]
    extraction: Mapped[dict[str, Any]]
    content_hash: Mapped[str]
    body_hash: Mapped[str | None]
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id"), index=True)
    fetched_at: Mapped[datetime]
    wire: Mapped[str | None]
    keys_version: Mapped[int | None] = mapped_column(index=True)
    stocks_version: Mapped[int | None] = mapped_column(index=True)


# The key is the table: what an article has several of is read with one search instead of two (a tenth of the time of an export).
PARTS_OF_ARTICLES = {"sqlite_with_rowid": False}


class AuthorRow(Base):
    """One name of an article's byline."""

    __tablename__ = "article_authors"
    __table_args__ = PARTS_OF_ARTICLES

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str | None]
    role: Mapped[str | None]


class ImageRow(Base):
    """One picture of an article."""

    __tablename__ = "article_images"
    __table_args__ = PARTS_OF_ARTICLES

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]
    caption: Mapped[str | None]


class StockRow(Base):
    """A stock that an article's title, subtitle or body names by its code; ``position`` is the order of first mention."""

    __tablename__ = "article_stocks"
    __table_args__ = PARTS_OF_ARTICLES

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True, index=True)
    position: Mapped[int]
    name: Mapped[str | None]


class CopyRow(Base):
    """Another page that shows an article: a portal, an AMP or a mobile page; ``similarity`` is in [0, 1].

    ``title`` and ``body`` are what it showed where that is none of the article's own texts, now or in ``revisions``.
    """

    __tablename__ = "copies"
    __table_args__ = (Index(None, "source", "article_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    source: Mapped[str]
    url: Mapped[str]
    url_key: Mapped[str] = mapped_column(unique=True)
    original_key: Mapped[str | None] = mapped_column(index=True)
    title: Mapped[str | None]
    body: Mapped[str | None]
    similarity: Mapped[float]
    published_at: Mapped[datetime | None]
    first_seen_at: Mapped[datetime]


class RevisionRow(Base):
    """An earlier text of an article that really changed; ``seen_at`` is when that text was first seen."""

    __tablename__ = "revisions"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    subtitle: Mapped[str | None]
    body: Mapped[str]
    content_hash: Mapped[str]
    seen_at: Mapped[datetime]


class TextKeyRow(Base):
    """A key that one of an article's texts is found by (see `newscrawl.dedup.keys`).

    The primary key is the table: a look-up reads the rows of a few days side by side, and the size of the archive
    does not count. There is no foreign key, because deleting an article would then search the whole table.
    """

    __tablename__ = "text_keys"
    __table_args__ = {"sqlite_with_rowid": False}

    bucket: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class SearchQueueRow(Base):
    """An article whose text is not in the index of the search yet; ``anew``: since the whole index was emptied.

    See `newscrawl.storage.fulltext`.
    """

    __tablename__ = "search_queue"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    anew: Mapped[bool]


class UrlRow(Base):
    """A candidate and what became of it; ``channel`` is None for a page that no channel announced.

    ``published_at`` is what the page said, else what the announcement said; ``title`` is what the announcement said.
    ``attempts`` counts before a fetch, so that what was under way when the process was killed counts too.
    """

    __tablename__ = "urls"
    # What waits is asked for by source at every crawl, and the newest announcement of each.
    __table_args__ = (Index(None, "source", "outcome"), Index(None, "source", "discovered_at"))

    url_key: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    source: Mapped[str]
    channel: Mapped[str | None]
    title: Mapped[str | None]
    outcome: Mapped[str]
    attempts: Mapped[int]
    published_at: Mapped[datetime | None]
    discovered_at: Mapped[datetime]
    last_at: Mapped[datetime | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]


class ChannelRow(Base):
    """A page on which a source announces articles, and what its server knows the last whole answer by.

    ``seen_at`` is when that answer came; what it announced was written down with it.
    """

    __tablename__ = "channels"

    url: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    channel: Mapped[str]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    seen_at: Mapped[datetime]


class RunRow(Base):
    """One crawl of one source; a run without ``finished_at`` is going on or was killed."""

    __tablename__ = "runs"
    __table_args__ = (Index(None, "source", "started_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    status: Mapped[str | None]
    counters: Mapped[dict[str, Any]]
