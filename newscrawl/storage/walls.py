"""Take back what was stored of pages that turned out to be walls, so that their articles are asked for again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from newscrawl.dedup.exact import body_hash, content_hash
from newscrawl.dedup.walls import Shown, words
from newscrawl.storage import fulltext, lookalikes, pieces, reading, stories
from newscrawl.storage.models import ArticleRow, AuthorRow, CopyRow, ImageRow, RevisionRow, TextKeyRow, UrlRow

NEWEST = 300
"""Articles of a site that a strange page is compared with: those of the last hours, also of a run that was killed."""

LAST_REVISION = (
    select(*RevisionRow.__table__.c)
    .where(RevisionRow.article_id == bindparam("id"))
    .order_by(RevisionRow.revision.desc())
    .limit(1)
)


def newest(connection: Connection, source: str) -> list[Shown]:
    """The pages of the newest articles that were read on a site."""
    rows = connection.execute(
        select(
            ArticleRow.url_key,
            UrlRow.title.label("announced"),
            ArticleRow.title,
            ArticleRow.body,
            ArticleRow.published_at,
            ArticleRow.extraction,
        )
        .join(UrlRow, UrlRow.url_key == ArticleRow.url_key, isouter=True)
        .where(ArticleRow.source == source)
        .order_by(ArticleRow.id.desc())
        .limit(NEWEST)
    )
    return [Shown.of(row.url_key, row.announced, row.title, row.body, row.published_at, row.extraction) for row in rows]


def withdraw(connection: Connection, keys: Collection[str], text: bytes, outcome: str) -> dict[str, str]:
    """Take back what pages showed, and open their addresses again.

    A page whose stored text is another than the wall's (``text``: its `newscrawl.dedup.walls.words`) keeps it: the wall was not stored.
    A copy with a text of its own goes alone. An article that had another text before, or has a copy with one, gets that; one
    that shows nothing else goes, with the copies that show the same.

    Returns:
        The outcomes that the pages had, by their keys.
    """
    before: dict[str, str] = {}
    for key in keys:
        number = connection.scalar(select(ArticleRow.id).where(reading.shows(key)))
        if number is None:
            before |= _reopen(connection, [key], outcome)
        elif words(_text_of(connection, number, key)) == text:
            before |= _reopen(connection, _take_back(connection, number, key), outcome)
    return before


def _text_of(connection: Connection, number: int, key: str) -> str:
    """The text that is stored of a page of an article: a copy's own, else the article's."""
    face = connection.execute(pieces.FACE, dict(id=number)).one()
    return connection.scalar(select(CopyRow.body).where(CopyRow.url_key == key)) or str(face.body)


def _take_back(connection: Connection, number: int, key: str) -> list[str]:
    """Take a page away from its article; the result are the pages that are gone."""
    face = connection.execute(pieces.FACE, dict(id=number)).one()._mapping
    copies = connection.execute(select(*CopyRow.__table__.c).where(CopyRow.article_id == number)).all()
    told = lookalikes.texts(connection, number)
    shown = next((copy for copy in copies if copy.url_key == key), None)
    earlier = connection.execute(LAST_REVISION, dict(id=number)).one_or_none()
    other = next((copy for copy in copies if copy.body is not None), None)
    gone = [key]
    kept = True
    if shown is not None and shown.body is not None:
        connection.execute(delete(CopyRow).where(CopyRow.id == shown.id))
    elif earlier is not None:
        revision = (RevisionRow.article_id == number, RevisionRow.revision == earlier.revision)
        connection.execute(delete(RevisionRow).where(*revision))
        _restore(connection, number, face, earlier._mapping, seen_at=earlier.seen_at, subtitle=earlier.subtitle)
    elif other is not None:
        connection.execute(delete(CopyRow).where(CopyRow.id == other.id))
        names = ("source", "url", "url_key", "original_key", "published_at")
        page = {name: other._mapping[name] for name in names} | dict(own=False, dateline=None, modified_at=None)
        _restore(connection, number, face, other._mapping, seen_at=other.first_seen_at, subtitle=None, **page)
        for table in (AuthorRow, ImageRow):
            connection.execute(delete(table).where(table.article_id == number))
    else:
        kept = False
        gone = [face["url_key"], *(copy.url_key for copy in copies)]
        fulltext.follow(connection, number, face)
        connection.execute(delete(ArticleRow).where(ArticleRow.id == number))
        if face["story_id"]:
            stories.count(connection, face["story_id"])
    for text in told:
        if text.text.keys:
            of_it = (*lookalikes.OF_TEXT, TextKeyRow.article_id == number)
            connection.execute(delete(TextKeyRow).where(*of_it), lookalikes.lookup(text))
    if kept:
        lookalikes.index(connection, number, lookalikes.texts(connection, number))
    return gone


def _restore(
    connection: Connection, number: int, face: pieces.Columns, text: pieces.Columns, *, seen_at: datetime, **page: Any
) -> None:
    title, body = text["title"] or face["title"], text["body"]
    values = page | dict(
        title=title,
        body=body,
        content_hash=content_hash(title, page["subtitle"], body),
        body_hash=body_hash(body),
        fetched_at=seen_at,
    )
    connection.execute(update(ArticleRow).where(ArticleRow.id == number), values)
    pieces.name_stocks(connection, number, values)
    fulltext.follow(connection, number, face)


def _reopen(connection: Connection, keys: list[str], outcome: str) -> dict[str, str]:
    settled = connection.execute(select(UrlRow.url_key, UrlRow.outcome).where(UrlRow.url_key.in_(keys))).all()
    connection.execute(update(UrlRow).where(UrlRow.url_key.in_(keys)), dict(outcome=outcome))
    return {row.url_key: row.outcome for row in settled}
