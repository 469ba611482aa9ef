"""What becomes of a page: a piece of its own, another page of a known piece, or another text of the same page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, func, insert, select, union_all, update

from newscrawl.dedup.exact import same_letters, shared_words
from newscrawl.dedup.likeness import Text
from newscrawl.items import Article
from newscrawl.storage import fulltext, lookalikes, stories
from newscrawl.storage.lookalikes import Told
from newscrawl.storage.models import (
    ArticleRow,
    AuthorRow,
    CopyRow,
    ImageRow,
    RevisionRow,
    StockRow,
    TextKeyRow,
    UrlRow,
)
from newscrawl.storage.page import Page
from newscrawl.storage.reading import COLUMNS
from newscrawl.text import stocks as stock_codes

# Changes with a revision only.
TEXT = {"title", "subtitle", "body", "content_hash", "body_hash", "fetched_at", "stocks_version"}
METADATA = {*COLUMNS, "original_key", "own", "wire"} - {*TEXT, "source", "url"}

Columns = Mapping[str, Any] | RowMapping
"""A page as a row of ``articles``, stored or not."""


# Which articles a page or a text belongs to

KEY: BindParameter[str] = bindparam("key")
ORIGINAL_KEY: BindParameter[str | None] = bindparam("original_key")
PUBLISHER: BindParameter[str | None] = bindparam("publisher")
# `IS NOT DISTINCT FROM` would have SQLite walk through all articles of the publisher instead.
SAME_PUBLISHER = func.coalesce(ArticleRow.publisher, "") == func.coalesce(PUBLISHER, "")
SAME_BODY = select(ArticleRow.id).where(
    ArticleRow.publisher == PUBLISHER, ArticleRow.body_hash == bindparam("body_hash")
)
FACE = select(ArticleRow.__table__).where(ArticleRow.id == bindparam("id"))
SAME_PAGE = select(ArticleRow.__table__).where(
    ArticleRow.id.in_(
        union_all(
            select(ArticleRow.id).where(ArticleRow.url_key == KEY),
            select(CopyRow.article_id).where(CopyRow.url_key == KEY),
        )
    )
)
SHOWN_BY_PORTAL = union_all(
    select(ArticleRow.id).where(ArticleRow.url_key == ORIGINAL_KEY),
    select(CopyRow.article_id).where(CopyRow.url_key == ORIGINAL_KEY),
    select(ArticleRow.id).where(ArticleRow.original_key == ORIGINAL_KEY, SAME_PUBLISHER),
    select(ArticleRow.id).join(CopyRow).where(CopyRow.original_key == ORIGINAL_KEY, SAME_PUBLISHER),
    SAME_BODY,
)
SHOWN_BY_PUBLISHER = union_all(
    select(ArticleRow.id).where(ArticleRow.original_key == KEY, ArticleRow.own.is_(False)),
    select(CopyRow.article_id).where(CopyRow.original_key == KEY),
    SAME_BODY,
)

NEW_ARTICLE = insert(ArticleRow).returning(ArticleRow.id)
NEW_COPY, NEW_REVISION = insert(CopyRow), insert(RevisionRow)
NEW_AUTHORS, NEW_IMAGES, NEW_STOCKS = insert(AuthorRow), insert(ImageRow), insert(StockRow)


def keep(connection: Connection, page: Page) -> str:
    """Keep a page and say what it was: ``stored``, ``copy``, ``revised`` or ``unchanged`` (see `Store.save`)."""
    row = connection.execute(SAME_PAGE, dict(key=page.key)).first()
    if row is None:
        return _place(connection, page)
    face = row._mapping
    if face["url_key"] == page.key:
        outcome = _refresh(connection, page, face)
    elif _outranks(page.columns, face):
        connection.execute(delete(CopyRow).where(CopyRow.url_key == page.key))
        outcome = _take_over(connection, page, face)
    else:
        outcome = "unchanged"
    # A text is looked for around its time: with another one it is found elsewhere.
    if outcome != "unchanged" or page.article.published_at not in (None, face["published_at"]):
        relate(connection, face["id"], page.article.publisher, [page.told])
    return outcome


def _place(connection: Connection, page: Page) -> str:
    """A page that was never seen: another one of a known piece, or a piece of its own."""
    publisher = page.article.publisher
    lookup = dict(key=page.key, original_key=page.original_key, publisher=publisher, body_hash=page.body_hash)
    ids = set(connection.scalars(SHOWN_BY_PUBLISHER if page.own else SHOWN_BY_PORTAL, lookup))
    found = lookalikes.search(connection, publisher, [page.told], ids)
    if ids or found.pieces:
        number = _merge(connection, ids | found.pieces)
        face = connection.execute(FACE, dict(id=number)).one()._mapping
        if _outranks(page.columns, face):
            outcome = _take_over(connection, page, face)
        else:
            _add_copy(connection, number, page.columns, face)
            outcome = "copy"
    else:
        number = connection.execute(NEW_ARTICLE, page.columns).scalar_one()
        _add_parts(connection, page.article, number)
        _add_stocks(connection, number, page.columns)
        fulltext.follow(connection, number, None)
        outcome = "stored"
    lookalikes.index(connection, number, [page.told])
    stories.join(connection, {number, *found.tellers})
    return outcome


def relate(connection: Connection, number: int, publisher: str | None, told: list[Told]) -> None:
    """Find the pieces that these texts of an article show it to be one with, and those that tell the same story."""
    found = lookalikes.search(connection, publisher, told, {number})
    number = _merge(connection, {number} | found.pieces)
    lookalikes.index(connection, number, told)
    stories.join(connection, {number, *found.tellers})


# The face of an article: the page whose address, text and names its row shows


def _outranks(one: Columns, other: Columns) -> bool:
    """Whether a page of the same piece is the better face: the publisher's own before a portal's, then the later text."""
    if one["own"] != other["own"]:
        return bool(one["own"])
    return bool(one["own"]) and _told_at(one) > _told_at(other) and not same_letters(one["body"], other["body"])


def _told_at(page: Columns) -> datetime:
    told_at: datetime = page["published_at"] or page["fetched_at"]
    return told_at


def _refresh(connection: Connection, page: Page, face: Columns) -> str:
    """A page seen before: what it no longer tells is kept, a text that really changed goes to ``revisions``."""
    values = {name: page.columns[name] for name in METADATA if page.columns[name] not in (None, {})}
    revised = page.content_hash != face["content_hash"] and not _only_framed_anew(page, face)
    if revised:
        _add_revision(connection, face["id"], face)
        values |= {name: page.columns[name] for name in TEXT}
        name_stocks(connection, face["id"], page.columns)
        fulltext.follow(connection, face["id"], face)
    connection.execute(update(ArticleRow).where(ArticleRow.id == face["id"]), values)
    for table, parts in ((AuthorRow, page.article.authors), (ImageRow, page.article.images)):
        if parts:
            connection.execute(delete(table).where(table.article_id == face["id"]))
    _add_parts(connection, page.article, face["id"])
    if face["story_id"] and page.article.published_at not in (None, face["published_at"]):
        stories.count(connection, face["story_id"])
    return "revised" if revised else "unchanged"


def _only_framed_anew(page: Page, face: Columns) -> bool:
    """Whether nothing changed but what stands around a text: counters, bylines, captions, notices."""
    same_head = all(same_letters(page.columns[name] or "", face[name] or "") for name in ("title", "subtitle"))
    return same_head and same_letters(page.told.text.own, Text(face["title"], face["body"]).own)


def _take_over(connection: Connection, page: Page, face: Columns) -> str:
    """The better page of a known piece becomes its face; a text of the publisher's own that it replaces is a revision."""
    _step_down(connection, face["id"], face, page.columns)
    values = page.columns | dict(original_url=None, original_key=None)
    connection.execute(update(ArticleRow).where(ArticleRow.id == face["id"]), values)
    for table in (AuthorRow, ImageRow):
        connection.execute(delete(table).where(table.article_id == face["id"]))
    _add_parts(connection, page.article, face["id"])
    name_stocks(connection, face["id"], page.columns)
    fulltext.follow(connection, face["id"], face)
    if face["story_id"]:
        stories.count(connection, face["story_id"])
    return "revised" if face["own"] else "stored"


def _step_down(connection: Connection, number: int, face: Columns, successor: Columns) -> None:
    """A page that was the face becomes a copy."""
    if face["own"]:
        _add_revision(connection, number, face)
    _add_copy(connection, number, face, successor if not face["own"] else face)
    connection.execute(update(UrlRow).where(UrlRow.url_key == face["url_key"]), dict(outcome="copy"))


def _add_copy(connection: Connection, number: int, shown: Columns, face: Columns) -> None:
    same = shown["body_hash"] is not None and shown["body_hash"] == face["body_hash"]
    copy = dict(
        article_id=number,
        title=None if same_letters(shown["title"], face["title"]) else shown["title"],
        body=None if same or same_letters(shown["body"], face["body"]) else shown["body"],
        similarity=1.0 if same else shared_words(shown["body"], face["body"]),
        first_seen_at=shown["fetched_at"],
    )
    names = ("source", "url", "url_key", "original_key", "published_at")
    connection.execute(NEW_COPY, copy | {name: shown[name] for name in names})


def _add_revision(connection: Connection, number: int, face: Columns) -> None:
    earlier = {name: face[name] for name in ("title", "subtitle", "body", "content_hash")}
    position = _revisions(connection, number) + 1
    connection.execute(NEW_REVISION, earlier | dict(article_id=number, revision=position, seen_at=face["fetched_at"]))


def _revisions(connection: Connection, number: int) -> int:
    last = select(func.max(RevisionRow.revision)).where(RevisionRow.article_id == number)
    return connection.scalar(last) or 0


def _add_parts(connection: Connection, article: Article, number: int) -> None:
    for statement, parts in ((NEW_AUTHORS, article.authors), (NEW_IMAGES, article.images)):
        rows = [vars(part) | dict(article_id=number, position=position) for position, part in enumerate(parts)]
        if rows:
            connection.execute(statement, rows)


def name_stocks(connection: Connection, number: int, face: Columns) -> None:
    """Write down which stocks the text of an article names, in place of those that an earlier text named."""
    connection.execute(delete(StockRow).where(StockRow.article_id == number))
    _add_stocks(connection, number, face)


def _add_stocks(connection: Connection, number: int, face: Columns) -> None:
    text = "\n".join(filter(None, (face["title"], face["subtitle"], face["body"])))
    found = enumerate(stock_codes.stocks(text))
    rows = [stock._asdict() | dict(article_id=number, position=position) for position, stock in found]
    if rows:
        connection.execute(NEW_STOCKS, rows)


# Several articles that turn out to be one


def _merge(connection: Connection, ids: Iterable[int]) -> int:
    """Make one article of several; the oldest row stays, and the result is its number."""
    number, *others = sorted(ids)
    for other in others:
        _absorb(connection, number, other)
    return number


def _absorb(connection: Connection, number: int, other: int) -> None:
    """Turn an article into copies and revisions of an older row; if its page is the better face, the row takes that over."""
    told = lookalikes.texts(connection, other)
    ours, theirs = (connection.execute(FACE, dict(id=each)).one()._mapping for each in (number, other))
    connection.execute(update(CopyRow).where(CopyRow.article_id == other), dict(article_id=number))
    connection.execute(
        update(RevisionRow)
        .where(RevisionRow.article_id == other)
        .values(article_id=number, revision=RevisionRow.revision + _revisions(connection, number))
    )
    better = _outranks(theirs, ours)
    if better:
        for table in (AuthorRow, ImageRow, StockRow):
            connection.execute(delete(table).where(table.article_id == number))
            connection.execute(update(table).where(table.article_id == other), dict(article_id=number))
    fulltext.follow(connection, other, theirs)
    connection.execute(delete(ArticleRow).where(ArticleRow.id == other))
    if better:
        fulltext.follow(connection, number, ours)
        _step_down(connection, number, ours, theirs)
        kept = {name: value for name, value in theirs.items() if name not in ("id", "story_id")}
        connection.execute(update(ArticleRow).where(ArticleRow.id == number), kept)
    else:
        _step_down(connection, number, theirs, ours)
    stories.inherit(connection, number, ours["story_id"], theirs["story_id"])
    for text in told:
        if text.text.keys:
            connection.execute(
                delete(TextKeyRow).where(*lookalikes.OF_TEXT, TextKeyRow.article_id == other), lookalikes.lookup(text)
            )
    lookalikes.index(connection, number, told)
