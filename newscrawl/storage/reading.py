"""From rows to what people read: articles, and the stories that several of them tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select, union_all

from newscrawl.items import FIELDS, Article, Author, Image
from newscrawl.storage.models import ArticleRow, AuthorRow, CopyRow, ImageRow, RevisionRow, StockRow, StoryRow
from newscrawl.text.stocks import Stock

COLUMNS = tuple(name for name in FIELDS if name not in ("authors", "images"))
"""The fields of an article that are columns of its row."""

IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
BATCH = 100
ARTICLES = select(ArticleRow.id, ArticleRow.story_id, *(getattr(ArticleRow, name) for name in COLUMNS))
AUTHORS = select(AuthorRow).where(AuthorRow.article_id.in_(IDS)).order_by(AuthorRow.position)
IMAGES = select(ImageRow).where(ImageRow.article_id.in_(IDS)).order_by(ImageRow.position)
STOCKS = select(StockRow).where(StockRow.article_id.in_(IDS)).order_by(StockRow.position)
COPIES = select(CopyRow).where(CopyRow.article_id.in_(IDS)).order_by(CopyRow.first_seen_at, CopyRow.id)
REVISIONS = select(RevisionRow).where(RevisionRow.article_id.in_(IDS)).order_by(RevisionRow.revision)


@dataclass(kw_only=True)
class StoredArticle(Article):
    """An article of the archive: with its number, that of its story (None when no other tells it), and the stocks it names.

    Its times are in UTC.
    """

    number: int
    story: int | None = None
    stocks: list[Stock] = field(default_factory=list)


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
    article: Article
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


def articles(connection: Connection, statement: Select[Any]) -> Iterator[StoredArticle]:
    """The articles that a statement over `ARTICLES` selects, in its order; read by the hundred while they are taken."""
    with connection.execution_options(stream_results=True).execute(statement) as result:
        for rows in result.partitions(BATCH):
            found = {
                row.id: StoredArticle(
                    number=row.id, story=row.story_id, **{name: getattr(row, name) for name in COLUMNS}
                )
                for row in rows
            }
            ids = dict(ids=list(found))
            for author in connection.execute(AUTHORS, ids):
                found[author.article_id].authors.append(Author(name=author.name, email=author.email, role=author.role))
            for image in connection.execute(IMAGES, ids):
                found[image.article_id].images.append(Image(url=image.url, caption=image.caption))
            for stock in connection.execute(STOCKS, ids):
                found[stock.article_id].stocks.append(Stock(stock.code, stock.name))
            yield from found.values()


def story(connection: Connection, number: int) -> Story | None:
    """The story of a number, or None."""
    row = connection.execute(select(StoryRow.first_article_id, StoryRow.wire).where(StoryRow.id == number)).first()
    if row is None:
        return None
    pieces = _pieces(connection, ARTICLES.where(ArticleRow.story_id == number))
    return Story(number=number, wire=row.wire, pieces=sorted(pieces, key=lambda p: p.number != row.first_article_id))


def story_of(connection: Connection, key: str) -> Story | None:
    """The story that a page with this key tells, or None; an article that shares its text with no other is alone."""
    shown = union_all(
        select(ArticleRow.id).where(ArticleRow.url_key == key),
        select(CopyRow.article_id).where(CopyRow.url_key == key),
    )
    row = connection.execute(
        select(ArticleRow.id, ArticleRow.story_id, ArticleRow.wire).where(ArticleRow.id.in_(shown))
    ).first()
    if row is None:
        return None
    if row.story_id is not None:
        return story(connection, row.story_id)
    return Story(number=None, wire=row.wire, pieces=_pieces(connection, ARTICLES.where(ArticleRow.id == row.id)))


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


def _pieces(connection: Connection, statement: Select[Any]) -> list[Piece]:
    oldest = (ArticleRow.published_at.asc().nulls_last(), ArticleRow.id)
    found = articles(connection, statement.order_by(*oldest))
    pieces = {article.number: Piece(number=article.number, article=article) for article in found}
    for copy in connection.execute(COPIES, dict(ids=list(pieces))):
        pieces[copy.article_id].copies.append(Copy(**{f.name: getattr(copy, f.name) for f in fields(Copy)}))
    for earlier in connection.execute(REVISIONS, dict(ids=list(pieces))):
        revision = Revision(**{f.name: getattr(earlier, f.name) for f in fields(Revision)})
        pieces[earlier.article_id].revisions.append(revision)
    return list(pieces.values())
