"""What becomes of a page: a piece of its own, another page of a known piece, or another text of the same page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, func, insert, select, union_all, update

from newscrawl.dedup import keys
from newscrawl.dedup.exact import same_letters, shared_words
from newscrawl.dedup.likeness import Text, compare
from newscrawl.items import Article
from newscrawl.storage import fulltext, stories
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
from newscrawl.storage.reading import COLUMNS
from newscrawl.storage.schema import INSERTS
from newscrawl.text import stocks as stock_codes
from newscrawl.text.press import wire

# Changes with a revision only.
TEXT = {"title", "subtitle", "body", "content_hash", "body_hash", "fetched_at", "stocks_version"}
METADATA = {*COLUMNS, "original_key", "own", "wire"} - {*TEXT, "source", "url"}

MOST = 50
"""How many articles a text is compared with at most, those that share the most keys first."""

STEP = 8
"""How many of them at a time; the first that match nothing are the last."""

Columns = Mapping[str, Any] | RowMapping
"""A page as a row of ``articles``, stored or not."""


class Told(NamedTuple):
    """A text and when it was published."""

    text: Text
    at: datetime


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

    @cached_property
    def told(self) -> Told:
        """What the page is compared with others by."""
        return Told(Text(self.article.title, self.article.body), self.article.published_at or self.seen_at)

    @cached_property
    def columns(self) -> dict[str, Any]:
        """The page as a whole row of ``articles``, apart from what is numbered or decided later."""
        article = self.article
        return {name: getattr(article, name) for name in COLUMNS} | dict(
            url_key=self.key,
            original_key=self.original_key,
            own=self.own,
            content_hash=self.content_hash,
            body_hash=self.body_hash,
            fetched_at=self.seen_at,
            wire=wire(article.publisher, article.dateline, article.body),
            keys_version=keys.VERSION,
            stocks_version=stock_codes.VERSION,
        )


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

IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
# A fixed number of parameters: a list of any length would have SQLAlchemy write each statement anew.
A_KEY: list[BindParameter[int]] = [bindparam(f"key{position}") for position in range(keys.KEYS)]
KEYED = (
    TextKeyRow.bucket.in_([bindparam("before"), bindparam("bucket"), bindparam("after")]),
    TextKeyRow.key.in_(A_KEY),
)
SHARING_KEYS = (
    select(TextKeyRow.article_id, func.count().label("shared"))
    .where(*KEYED)
    .group_by(TextKeyRow.article_id)
    .having(func.count() >= keys.SHARED)
    .order_by(func.count().desc(), TextKeyRow.article_id)
    .limit(MOST)
    .subquery()
)
CANDIDATES = select(ArticleRow.id, ArticleRow.publisher, ArticleRow.story_id, SHARING_KEYS.c.shared).join(
    SHARING_KEYS, SHARING_KEYS.c.article_id == ArticleRow.id
)
OF_TEXT = (TextKeyRow.bucket == bindparam("bucket"), TextKeyRow.key.in_(A_KEY))
# Every text that an article was ever told in, each with the time of its page.
COLUMNS_OF_TEXTS = (ArticleRow.id, ArticleRow.publisher)
FACES = select(
    *COLUMNS_OF_TEXTS,
    ArticleRow.title,
    ArticleRow.body,
    func.coalesce(ArticleRow.published_at, ArticleRow.fetched_at).label("told_at"),
).where(ArticleRow.id.in_(IDS))
EARLIER = (
    select(
        *COLUMNS_OF_TEXTS,
        RevisionRow.title,
        RevisionRow.body,
        func.coalesce(ArticleRow.published_at, RevisionRow.seen_at),
    )
    .join(RevisionRow)
    .where(ArticleRow.id.in_(IDS))
)
SHOWN = (
    select(
        *COLUMNS_OF_TEXTS,
        func.coalesce(CopyRow.title, ArticleRow.title),
        func.coalesce(CopyRow.body, ArticleRow.body),
        func.coalesce(CopyRow.published_at, CopyRow.first_seen_at),
    )
    .join(CopyRow)
    .where(ArticleRow.id.in_(IDS))
)
TEXTS = union_all(FACES, EARLIER, SHOWN)

NEW_ARTICLE = insert(ArticleRow).returning(ArticleRow.id)
NEW_COPY, NEW_REVISION = insert(CopyRow), insert(RevisionRow)
NEW_AUTHORS, NEW_IMAGES, NEW_STOCKS = insert(AuthorRow), insert(ImageRow), insert(StockRow)
NEW_KEYS = {name: of(TextKeyRow).on_conflict_do_nothing() for name, of in INSERTS.items()}


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
    if outcome != "unchanged":
        relate(connection, face["id"], page.article.publisher, [page.told])
    return outcome


def _place(connection: Connection, page: Page) -> str:
    """A page that was never seen: another one of a known piece, or a piece of its own."""
    publisher = page.article.publisher
    lookup = dict(key=page.key, original_key=page.original_key, publisher=publisher, body_hash=page.body_hash)
    ids = set(connection.scalars(SHOWN_BY_PUBLISHER if page.own else SHOWN_BY_PORTAL, lookup))
    found = search(connection, publisher, [page.told], ids)
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
        name_stocks(connection, number, page.columns)
        fulltext.follow(connection, number, None)
        outcome = "stored"
    index(connection, number, [page.told])
    stories.join(connection, {number, *found.tellers})
    return outcome


def relate(connection: Connection, number: int, publisher: str | None, told: list[Told]) -> None:
    """Find the pieces that these texts of an article show it to be one with, and those that tell the same story."""
    found = search(connection, publisher, told, {number})
    number = _merge(connection, {number} | found.pieces)
    index(connection, number, told)
    stories.join(connection, {number, *found.tellers})


def texts(connection: Connection, number: int) -> list[Told]:
    """Every text that an article was told in."""
    return [Told(Text(row.title, row.body), row.told_at) for row in connection.execute(TEXTS, dict(ids=[number]))]


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
    told = texts(connection, other)
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
            connection.execute(delete(TextKeyRow).where(*OF_TEXT, TextKeyRow.article_id == other), _lookup(text))
    index(connection, number, told)


def index(connection: Connection, number: int, told: list[Told]) -> None:
    for text, at in told:
        if text.keys:
            day = keys.bucket(at)
            rows = [dict(bucket=day, key=key, article_id=number) for key in text.keys]
            connection.execute(NEW_KEYS[connection.dialect.name], rows)


def is_indexed(connection: Connection, number: int) -> bool:
    """Whether an article can be found by its text."""
    row = connection.execute(FACES, dict(ids=[number])).one()
    told = Told(Text(row.title, row.body), row.told_at)
    of_it = select(func.count()).select_from(TextKeyRow).where(*OF_TEXT, TextKeyRow.article_id == number)
    return not told.text.keys or connection.scalar(of_it, _lookup(told)) == len(set(told.text.keys))


def _lookup(told: Told) -> dict[str, int]:
    day = keys.bucket(told.at)
    found = {f"key{position}": key for position, key in enumerate(told.text.keys)}
    return found | dict(before=day - 1, bucket=day, after=day + 1)


# Near copies


class Found(NamedTuple):
    """Articles by their numbers: those that are the same piece, and those that tell the same story."""

    pieces: set[int]
    tellers: set[int]


def search(connection: Connection, publisher: str | None, told: list[Told], known: set[int]) -> Found:
    found = Found(set(), set())
    for each in told:
        if each.text.keys:
            _search_text(connection, publisher, each, known, found)
    return Found(found.pieces, found.tellers - found.pieces)


def _search_text(connection: Connection, publisher: str | None, told: Told, known: set[int], found: Found) -> None:
    """Compare a text with those that share the most keys, and go on as long as one of them is a match."""
    candidates = [row for row in connection.execute(CANDIDATES, _lookup(told)) if row.id not in known]
    candidates.sort(key=lambda row: (-row.shared, row.publisher != publisher, row.id))
    stories_found: set[int] = set()
    for start in range(0, len(candidates), STEP):
        step = [
            row
            for row in candidates[start : start + STEP]
            if row.publisher == publisher or row.story_id not in stories_found
        ]
        matched = False
        for row in connection.execute(TEXTS, dict(ids=[row.id for row in step])) if step else ():
            likeness = compare(told.text, Text(row.title, row.body))
            if publisher is not None and publisher == row.publisher and likeness.same_piece:
                found.pieces.add(row.id)
                matched = True
            elif likeness.same_story:
                found.tellers.add(row.id)
                matched = True
        stories_found |= {row.story_id for row in step if row.story_id and row.id in found.tellers | found.pieces}
        if step and not matched:
            break
