"""From rows to what people read: articles, and the stories that several of them tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, and_, bindparam, func, or_, select, union_all

from newscrawl.items import FIELDS, Article, Author, Image
from newscrawl.storage.models import ArticleRow, AuthorRow, CopyRow, ImageRow, RevisionRow, StoryRow

COLUMNS = tuple(name for name in FIELDS if name not in ("authors", "images"))
"""The fields of an article that are columns of its row."""

IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
ARTICLES = select(ArticleRow.id, *(getattr(ArticleRow, name) for name in COLUMNS))
AUTHORS = select(AuthorRow).where(AuthorRow.article_id.in_(IDS)).order_by(AuthorRow.position)
IMAGES = select(ImageRow).where(ImageRow.article_id.in_(IDS)).order_by(ImageRow.position)
COPIES = select(CopyRow).where(CopyRow.article_id.in_(IDS)).order_by(CopyRow.first_seen_at, CopyRow.id)
REVISIONS = select(RevisionRow).where(RevisionRow.article_id.in_(IDS)).order_by(RevisionRow.revision)


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


def articles(connection: Connection, statement: Select[Any]) -> dict[int, Article]:
    """The articles that a statement over `ARTICLES` selects, by their numbers and in its order."""
    found = {
        row.id: Article(**{name: getattr(row, name) for name in COLUMNS}) for row in connection.execute(statement).all()
    }
    for author in connection.execute(AUTHORS, dict(ids=list(found))):
        found[author.article_id].authors.append(Author(name=author.name, email=author.email, role=author.role))
    for image in connection.execute(IMAGES, dict(ids=list(found))):
        found[image.article_id].images.append(Image(url=image.url, caption=image.caption))
    return found


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
    number = connection.scalar(select(ArticleRow.id).where(ArticleRow.id.in_(shown)))
    return None if number is None else story_with(connection, number)


def story_with(connection: Connection, number: int) -> Story | None:
    """The story that the article of this number tells, or None; an article that shares its text with no other is alone."""
    row = connection.execute(select(ArticleRow.story_id, ArticleRow.wire).where(ArticleRow.id == number)).first()
    if row is None:
        return None
    if row.story_id is not None:
        return story(connection, row.story_id)
    return Story(number=None, wire=row.wire, pieces=_pieces(connection, ARTICLES.where(ArticleRow.id == number)))


def page(
    connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int, after: int | None
) -> list[Piece]:
    """The articles that meet all conditions, the newest first and the undated last; only those behind another's place."""
    statement = ARTICLES.where(*conditions).limit(limit)
    row = connection.execute(select(ArticleRow.published_at, ArticleRow.id).where(ArticleRow.id == after)).first()
    if row is not None:
        when = ArticleRow.published_at
        undated = and_(when.is_(None), ArticleRow.id < row.id)
        later = and_(when == row.published_at, ArticleRow.id < row.id)
        behind = undated if row.published_at is None else or_(when < row.published_at, later, when.is_(None))
        statement = statement.where(behind)
    return _pieces(connection, statement, newest=True)


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


def _pieces(connection: Connection, statement: Select[Any], *, newest: bool = False) -> list[Piece]:
    way = "desc" if newest else "asc"
    order = (getattr(ArticleRow.published_at, way)().nulls_last(), getattr(ArticleRow.id, way)())
    found = articles(connection, statement.order_by(*order))
    pieces = {number: Piece(number=number, article=article) for number, article in found.items()}
    for copy in connection.execute(COPIES, dict(ids=list(pieces))):
        pieces[copy.article_id].copies.append(Copy(**{f.name: getattr(copy, f.name) for f in fields(Copy)}))
    for earlier in connection.execute(REVISIONS, dict(ids=list(pieces))):
        revision = Revision(**{f.name: getattr(earlier, f.name) for f in fields(Revision)})
        pieces[earlier.article_id].revisions.append(revision)
    return list(pieces.values())
