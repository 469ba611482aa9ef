"""From rows to what people read: articles, and the stories that several of them tell."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    String,
    and_,
    bindparam,
    func,
    null,
    or_,
    select,
    union_all,
)

from newscrawl.items import FIELDS, Article, Author, Image
from newscrawl.storage.models import ArticleRow, AuthorRow, CopyRow, ImageRow, RevisionRow, StockRow, StoryRow
from newscrawl.storage.shortlist import among
from newscrawl.text.stocks import Stock

COLUMNS = tuple(name for name in FIELDS if name not in ("authors", "images"))
"""The fields of an article that are columns of its row."""

BATCH = 200
"""Articles that are read at once: with 100 it takes a little longer, and with 400 no less (2026-11)."""

NUMBERS: BindParameter[str] = bindparam("numbers", type_=String)
PARTS: dict[str, tuple[type[AuthorRow | ImageRow | StockRow], tuple[str, ...]]] = {
    "authors": (AuthorRow, ("name", "email", "role")),
    "images": (ImageRow, ("url", "caption")),
    "stocks": (StockRow, ("code", "name")),
}
"""What an article has several of: the table, and the columns of one."""

NAMES = ("id", "story_id", *FIELDS, "stocks")
# The place of what comes from other tables is held by NULL.
RECORDS = select(*(getattr(ArticleRow, name, null().label(name)) for name in NAMES)).where(
    among(ArticleRow.id, NUMBERS)
)
OF_RECORDS = {
    part: select(table.article_id, *(getattr(table, name) for name in names))
    .where(among(table.article_id, NUMBERS))
    .order_by(table.article_id, table.position)
    for part, (table, names) in PARTS.items()
}
# Both are the order of an index, backwards and forwards.
NEWEST = (ArticleRow.published_at.desc().nulls_last(), ArticleRow.id.desc())
OLDEST = (ArticleRow.published_at.asc().nulls_first(), ArticleRow.id.asc())
COPIES = select(CopyRow).where(among(CopyRow.article_id, NUMBERS)).order_by(CopyRow.first_seen_at, CopyRow.id)
REVISIONS = select(RevisionRow).where(among(RevisionRow.article_id, NUMBERS)).order_by(RevisionRow.revision)


Record = dict[str, Any]
"""An article as plain values, by `NAMES`: what `StoredArticle` holds, with a dictionary for each author, image and stock."""


@dataclass(kw_only=True)
class StoredArticle(Article):
    """An article with what the archive knows of it: its number, its story's, and the stocks that its text names.

    Its times are in UTC. ``stocks`` stand in the order of their first mention; ``story_id`` is None when no other article
    tells the same text.
    """

    id: int
    story_id: int | None
    stocks: list[Stock]


@dataclass(frozen=True, kw_only=True)
class Copy:
    """Another page of an article; ``title`` and ``body`` only where it shows another text. Times are in UTC."""

    source: str
    url: str
    title: str | None
    body: str | None
    similarity: float
    published_at: datetime | None
    first_seen_at: datetime


@dataclass(frozen=True, kw_only=True)
class Revision:
    """An earlier text of an article; ``seen_at`` (UTC) is when that text was first seen."""

    revision: int
    title: str
    subtitle: str | None
    body: str
    seen_at: datetime


@dataclass(kw_only=True)
class Piece:
    """An article with the other pages that show it and its earlier texts, oldest first."""

    number: int
    article: StoredArticle
    copies: list[Copy] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Story:
    """Pieces that tell the same text, the first teller first; a piece of its own has no ``number``."""

    number: int | None
    wire: str | None
    pieces: list[Piece]


@dataclass(frozen=True, kw_only=True)
class Headline:
    """A story in a list: how many pieces of how many publishers tell it, and who told it first."""

    number: int
    title: str
    publisher: str | None
    published_at: datetime | None
    size: int
    publishers: int
    wire: str | None


def records(connection: Connection, numbers: Sequence[int]) -> Iterator[Record]:
    """The articles of these numbers, in their order; one that is no longer there is left out."""
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        these = dict(numbers=json.dumps(list(batch)))
        found: dict[int, Record] = {}
        # `all`: going through a result row by row takes half as long again.
        for row in connection.execute(RECORDS, these).all():
            found[row[0]] = dict(zip(NAMES, row, strict=False), authors=[], images=[], stocks=[])
        for part, (_, names) in PARTS.items():
            for number, *values in connection.execute(OF_RECORDS[part], these).all():
                found[number][part].append(dict(zip(names, values, strict=False)))
        yield from (found[number] for number in batch if number in found)


def stored(record: Record) -> StoredArticle:
    """The article of a record."""
    return StoredArticle(
        **record
        | dict(
            authors=[Author(**author) for author in record["authors"]],
            images=[Image(**image) for image in record["images"]],
            stocks=[Stock(**stock) for stock in record["stocks"]],
        )
    )


def article(connection: Connection, condition: ColumnElement[bool]) -> StoredArticle | None:
    """The article that meets a condition which one at most can meet."""
    found = records(connection, connection.scalars(select(ArticleRow.id).where(condition)).all())
    return next(map(stored, found), None)


def story(connection: Connection, number: int) -> Story | None:
    """The story of a number, or None."""
    row = connection.execute(select(StoryRow.first_article_id, StoryRow.wire).where(StoryRow.id == number)).first()
    if row is None:
        return None
    pieces = _pieces(connection, ArticleRow.story_id == number)
    return Story(number=number, wire=row.wire, pieces=sorted(pieces, key=lambda p: p.number != row.first_article_id))


def story_of(connection: Connection, key: str) -> Story | None:
    """The story that a page with this key tells, or None; an article that shares its text with no other is alone."""
    number = connection.scalar(select(ArticleRow.id).where(shows(key)))
    return None if number is None else story_with(connection, number)


def story_with(connection: Connection, number: int) -> Story | None:
    """The story that the article of this number tells, or None; an article that shares its text with no other is alone."""
    row = connection.execute(select(ArticleRow.story_id, ArticleRow.wire).where(ArticleRow.id == number)).first()
    if row is None:
        return None
    if row.story_id is not None:
        return story(connection, row.story_id)
    return Story(number=None, wire=row.wire, pieces=_pieces(connection, ArticleRow.id == number))


def piece(connection: Connection, condition: ColumnElement[bool]) -> Piece | None:
    """The article that meets a condition which one at most can meet, with its other pages and earlier texts."""
    return next(iter(_pieces(connection, condition)), None)


def page(
    connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int, after: int | None
) -> list[Piece]:
    """The articles that meet all conditions, the newest first and the undated last; only those behind another's place."""
    chosen = select(ArticleRow.id).where(*conditions).order_by(*NEWEST).limit(limit)
    row = connection.execute(select(ArticleRow.published_at, ArticleRow.id).where(ArticleRow.id == after)).first()
    if row is not None:
        when = ArticleRow.published_at
        undated = and_(when.is_(None), ArticleRow.id < row.id)
        later = and_(when == row.published_at, ArticleRow.id < row.id)
        chosen = chosen.where(
            undated if row.published_at is None else or_(when < row.published_at, later, when.is_(None))
        )
    return _with_parts(connection, connection.scalars(chosen).all())


def shows(key: str) -> ColumnElement[bool]:
    """The condition that an article is shown by the page with this key, as its own page or as a copy."""
    return ArticleRow.id.in_(
        union_all(
            select(ArticleRow.id).where(ArticleRow.url_key == key),
            select(CopyRow.article_id).where(CopyRow.url_key == key),
        )
    )


def headlines(connection: Connection, limit: int) -> list[Headline]:
    """The newest stories, by when they were first told."""
    publishers = (
        select(func.count(ArticleRow.publisher.distinct()))
        .where(ArticleRow.story_id == StoryRow.id)
        .correlate(StoryRow)
        .scalar_subquery()
    )
    first = select(
        StoryRow.id.label("number"),
        StoryRow.size,
        StoryRow.wire,
        ArticleRow.title,
        ArticleRow.publisher,
        ArticleRow.published_at,
        publishers.label("publishers"),
    ).join(ArticleRow, ArticleRow.id == StoryRow.first_article_id)
    newest = (ArticleRow.published_at.desc().nulls_last(), StoryRow.id.desc())
    return [Headline(**row._mapping) for row in connection.execute(first.order_by(*newest).limit(limit))]


def _pieces(connection: Connection, condition: ColumnElement[bool]) -> list[Piece]:
    oldest = (ArticleRow.published_at.asc().nulls_last(), ArticleRow.id)
    numbers = connection.scalars(select(ArticleRow.id).where(condition).order_by(*oldest)).all()
    return _with_parts(connection, numbers)


def _with_parts(connection: Connection, numbers: Sequence[int]) -> list[Piece]:
    found = map(stored, records(connection, numbers))
    pieces = {article.id: Piece(number=article.id, article=article) for article in found}
    these = dict(numbers=json.dumps(list(pieces)))
    for copy in connection.execute(COPIES, these):
        pieces[copy.article_id].copies.append(Copy(**{f.name: getattr(copy, f.name) for f in fields(Copy)}))
    for earlier in connection.execute(REVISIONS, these):
        revision = Revision(**{f.name: getattr(earlier, f.name) for f in fields(Revision)})
        pieces[earlier.article_id].revisions.append(revision)
    return list(pieces.values())
