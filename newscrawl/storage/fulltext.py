"""Which articles hold the words of a query: an index of letters and pairs of letters names them, their texts decide.

Only SQLite has the index; another database reads all texts. A text that changes is taken out of the index in the same
transaction, and its article waits in ``search_queue`` until it is put there again, many at once, because that costs a third.
An article that waits counts as named: what is found is right at any time, and only the time it takes depends on the index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    case,
    column,
    delete,
    exists,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
    table,
    text,
    true,
    union_all,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import InstrumentedAttribute

from newscrawl.storage.models import ArticleRow, SearchQueueRow
from newscrawl.storage.shortlist import shortlist
from newscrawl.text import search

INDEX = table("article_search", column("rowid"), column("article_search"), column("tokens"))
SIZES = table("article_search_docsize", column("id"))  # one row for each article in the index
FIELDS = (ArticleRow.title, ArticleRow.subtitle, ArticleRow.body)
QUEUED = select(SearchQueueRow.article_id)
NEXT = select(ArticleRow.id, *FIELDS).where(ArticleRow.id.in_(QUEUED)).order_by(ArticleRow.id)
PUT = text("INSERT INTO article_search (rowid, tokens) VALUES (:number, :tokens)")
# The index holds no text: what is taken out is named.
TAKE = text("INSERT INTO article_search (article_search, rowid, tokens) VALUES ('delete', :number, :tokens)")
WAIT = sqlite.insert(SearchQueueRow).on_conflict_do_nothing()
CLEAR = text("INSERT INTO article_search (article_search) VALUES ('delete-all')")

Columns = Mapping[str, Any] | RowMapping


def condition(connection: Connection, query: str) -> ColumnElement[bool]:
    """The condition that the title, subtitle and body of an article hold what a query asks for.

    Raises:
        QueryError: see `newscrawl.text.search.parse`.
    """
    wanted = search.parse(query)
    if not _has_index(connection):
        return and_(*map(_contains, wanted.words), *(not_(_contains(word)) for word in wanted.without))
    holds = func.newscrawl_holds(query, *FIELDS)
    match = " AND ".join('"{}"'.format(token.replace('"', '""')) for token in sorted(search.needed(wanted)))
    indexed = select(INDEX.c.rowid).where(INDEX.c.article_search.op("MATCH")(match))
    return and_(shortlist(connection, union_all(indexed, QUEUED), true()), holds)


def rank(connection: Connection, query: str) -> ColumnElement[int]:
    """What to order the best articles for a query by: how many of its words stand in the title, then in the subtitle."""
    if _has_index(connection):
        return func.newscrawl_rank(query, ArticleRow.title, ArticleRow.subtitle)
    words = search.parse(query).words
    cases = [
        case((_line(field).contains(word, autoescape=True), weight), else_=0)
        for field, weight in ((ArticleRow.title, search.TITLE), (ArticleRow.subtitle, 1))
        for word in words
    ]
    return sum(cases, literal(0))


def define(connection: Any) -> None:
    """Give a connection of SQLite's driver the functions that the conditions use."""
    connection.create_function("newscrawl_holds", -1, search.holds, deterministic=True)
    connection.create_function("newscrawl_rank", 3, search.rank, deterministic=True)


def follow(connection: Connection, number: int, before: Columns | None) -> None:
    """Note that the text of an article is new, is another, or goes; the row is still there.

    Args:
        number: the article's.
        before: its row with the text that it had; None when it is new.
    """
    if not _has_index(connection):
        return
    if before is not None and not connection.scalar(QUEUED.where(SearchQueueRow.article_id == number)):
        connection.execute(TAKE, _tokens(number, before))
    connection.execute(WAIT, dict(article_id=number, anew=False))


def waiting(connection: Connection) -> int:
    """How many articles are not in the index."""
    return connection.scalar(select(func.count()).select_from(SearchQueueRow)) or 0


def catch_up(connection: Connection, limit: int) -> int:
    """Put so many of the waiting articles into the index; fewer than ``limit`` when none is left."""
    rows = connection.execute(NEXT.limit(limit)).all()
    if rows:
        connection.execute(PUT, [_tokens(row.id, row._mapping) for row in rows])
        connection.execute(delete(SearchQueueRow).where(SearchQueueRow.article_id.in_([row.id for row in rows])))
    return len(rows)


def forget(connection: Connection) -> None:
    """Empty the index, unless that was done and the work after it was broken off."""
    if _has_index(connection) and not connection.scalar(select(exists(QUEUED.where(SearchQueueRow.anew)))):
        connection.execute(CLEAR)
        connection.execute(delete(SearchQueueRow))
        connection.execute(insert(SearchQueueRow).from_select(["article_id", "anew"], select(ArticleRow.id, true())))


def check(connection: Connection) -> Iterator[str]:
    """Say in a sentence which articles are neither in the index nor waiting, and which the index has though they are gone."""
    if _has_index(connection):
        number, known = ArticleRow.id, select(SIZES.c.id)
        for lost in connection.scalars(select(number).where(number.not_in(known), number.not_in(QUEUED))):
            yield f"article {lost} is not in the index of the search"
        for gone in connection.scalars(known.where(SIZES.c.id.not_in(select(number)))):
            yield f"the index of the search has article {gone}, which is not there"
        for double in connection.scalars(known.where(SIZES.c.id.in_(QUEUED))):
            yield f"article {double} is in the index of the search and waits for it"


def _has_index(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _tokens(number: int, row: Columns) -> dict[str, Any]:
    return dict(number=number, tokens=" ".join(search.tokens(row["title"], row["subtitle"], row["body"])))


def _contains(word: str) -> ColumnElement[bool]:
    return or_(*(_line(field).contains(word, autoescape=True) for field in FIELDS))


def _line(field: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    return func.lower(func.regexp_replace(func.coalesce(field, ""), r"\s+", " ", "g"))
