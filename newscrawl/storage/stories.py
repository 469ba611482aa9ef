"""Which articles tell the same text: stories grow, and become one when a text joins them."""

from __future__ import annotations

from collections.abc import Set

from sqlalchemy import Connection, delete, insert, select, update

from newscrawl.storage.models import ArticleRow, StoryRow


def join(connection: Connection, ids: Set[int]) -> None:
    """Put these articles, and all that share a story with one of them, into one story."""
    if len(ids) < 2:
        return
    rows = connection.execute(select(ArticleRow.id, ArticleRow.story_id).where(ArticleRow.id.in_(ids))).all()
    known = {row.story_id for row in rows if row.story_id}
    loose = [row.id for row in rows if not row.story_id]
    if len(known) == 1 and not loose:
        return
    number = min(known, default=None)
    if number is None:
        fresh = insert(StoryRow).values(first_article_id=min(loose), size=0).returning(StoryRow.id)
        number = connection.execute(fresh).scalar_one()
    connection.execute(update(ArticleRow).where(ArticleRow.id.in_(loose)), dict(story_id=number))
    for other in known - {number}:
        _become(connection, other, number)
    count(connection, number)


def inherit(connection: Connection, number: int, ours: int | None, theirs: int | None) -> None:
    """Give an article that absorbed another one the other's story too."""
    if ours is None and theirs is not None:
        connection.execute(update(ArticleRow).where(ArticleRow.id == number), dict(story_id=theirs))
    elif ours is not None and theirs is not None and ours != theirs:
        older, younger = sorted((ours, theirs))
        _become(connection, younger, older)
        ours = older
    if (story := ours or theirs) is not None:
        count(connection, story)


def _become(connection: Connection, story: int, other: int) -> None:
    connection.execute(update(ArticleRow).where(ArticleRow.story_id == story), dict(story_id=other))
    connection.execute(delete(StoryRow).where(StoryRow.id == story))


def count(connection: Connection, story: int) -> None:
    """Say anew who told a story first, how many told it and which agency it names; one article alone is no story."""
    members = connection.execute(
        select(ArticleRow.id, ArticleRow.wire)
        .where(ArticleRow.story_id == story)
        .order_by(ArticleRow.published_at.asc().nulls_last(), ArticleRow.id)
    ).all()
    if len(members) < 2:
        connection.execute(update(ArticleRow).where(ArticleRow.story_id == story), dict(story_id=None))
        connection.execute(delete(StoryRow).where(StoryRow.id == story))
        return
    values = dict(
        first_article_id=members[0].id, size=len(members), wire=next((row.wire for row in members if row.wire), None)
    )
    connection.execute(update(StoryRow).where(StoryRow.id == story), values)
