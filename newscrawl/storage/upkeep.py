"""Recompute and check what is derived from the texts: the keys that near copies are found by, the stories, the stocks."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from newscrawl.dedup import keys
from newscrawl.storage import fulltext, lookalikes, pieces
from newscrawl.storage.models import ArticleRow, CopyRow, StoryRow, TextKeyRow, UrlRow
from newscrawl.text import stocks
from newscrawl.text.press import wire


def _before(version: InstrumentedAttribute[int | None], current: int) -> ColumnElement[bool]:
    """None or an earlier version: versions only rise, and for `!=` SQLite would walk through all articles to the next one."""
    return or_(version.is_(None), version < current)


STALE = _before(ArticleRow.keys_version, keys.VERSION)
WAITING = or_(STALE, _before(ArticleRow.stocks_version, stocks.VERSION))
STARTED = select(ArticleRow.id).where(ArticleRow.keys_version.is_(None)).limit(1)
NEXT = select(ArticleRow.__table__).where(WAITING).limit(1)


def forget(connection: Connection) -> None:
    """Drop all keys and stories, unless that was done and the work after it was broken off."""
    if connection.execute(STARTED).first() is None:
        connection.execute(delete(TextKeyRow))
        connection.execute(update(ArticleRow), dict(keys_version=None, story_id=None))
        connection.execute(delete(StoryRow))


def stale(connection: Connection) -> int:
    """How many articles have no keys of this version, or were not read for stocks by this version of the rule."""
    return connection.scalar(select(func.count()).select_from(ArticleRow).where(WAITING)) or 0


def mend(connection: Connection, limit: int) -> int:
    """Give so many articles their stocks and their keys, and find what they are copies of and which story they tell.

    An article whose keys are of this version is compared with no other.

    Returns:
        The number of articles that were without; fewer than ``limit`` when none is left.
    """
    for done in range(limit):
        row = connection.execute(NEXT).first()
        if row is None:
            return done
        current = dict(keys_version=keys.VERSION, stocks_version=stocks.VERSION)
        values = current | dict(wire=wire(row.publisher, row.dateline, row.body))
        connection.execute(update(ArticleRow).where(ArticleRow.id == row.id), values)
        pieces.name_stocks(connection, row.id, row._mapping)
        if row.keys_version != keys.VERSION:
            pieces.relate(connection, row.id, row.publisher, lookalikes.texts(connection, row.id))
    return limit


def check(connection: Connection) -> Iterator[str]:
    """Say in a sentence each thing that no run of this program leaves behind."""
    members = select(ArticleRow.story_id, func.count().label("size")).group_by(ArticleRow.story_id).subquery()
    for row in connection.execute(
        select(StoryRow.id, StoryRow.size, members.c.size.label("counted"), ArticleRow.story_id)
        .join(members, members.c.story_id == StoryRow.id, isouter=True)
        .join(ArticleRow, ArticleRow.id == StoryRow.first_article_id, isouter=True)
    ):
        if row.size != row.counted or row.size < 2:
            yield f"story {row.id} says that it has {row.size} articles; it has {row.counted or 0}"
        if row.story_id != row.id:
            yield f"the first article of story {row.id} is not in it"
    both = select(ArticleRow.url_key).where(ArticleRow.url_key.in_(select(CopyRow.url_key)))
    for key in connection.scalars(both):
        yield f"page {key} is an article and a copy"
    unsettled = select(UrlRow.url_key).where(
        UrlRow.outcome == "pending", UrlRow.attempts > 0, UrlRow.url_key.in_(select(ArticleRow.url_key))
    )
    for key in connection.scalars(unsettled):
        yield f"page {key} was stored and still counts as pending"
    for gone in connection.scalars(
        select(TextKeyRow.article_id).distinct().where(TextKeyRow.article_id.not_in(select(ArticleRow.id)))
    ):
        yield f"there are keys of article {gone}, which is not there"
    for number in connection.scalars(select(ArticleRow.id).where(~STALE)).all():
        if not lookalikes.is_indexed(connection, number):
            yield f"article {number} has not all of its keys"
    yield from fulltext.check(connection)
