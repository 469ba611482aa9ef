"""Which articles: the filters that reading, searching and exporting share."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypedDict

from sqlalchemy import ColumnElement, Connection, exists, or_, select, union_all

from newscrawl.storage import fulltext
from newscrawl.storage.models import ArticleRow, CopyRow, StockRow
from newscrawl.storage.shortlist import shortlist
from newscrawl.text.dates import SEOUL


class Selection(TypedDict, total=False):
    """The articles that meet every condition given; one that is missing, None or empty is none.

    ``since`` and ``until`` are days in Seoul, both inclusive: an article without a publication time is in no range.
    ``sources`` are those that showed the article, as its own page or as a copy. ``stocks`` are KRX codes, of which it
    names one. ``text`` is what `newscrawl.text.search.parse` reads: words, ``"a phrase"``, ``-without``.
    """

    since: date | None
    until: date | None
    publishers: tuple[str, ...]
    sources: tuple[str, ...]
    categories: tuple[str, ...]
    stocks: tuple[str, ...]
    text: str | None


def where(connection: Connection, selection: Selection) -> list[ColumnElement[bool]]:
    """The conditions, for a statement over articles on this connection.

    Raises:
        QueryError: ``text`` asks for nothing.
    """
    conditions: list[ColumnElement[bool]] = []
    if since := selection.get("since"):
        conditions.append(ArticleRow.published_at >= _midnight(since))
    if until := selection.get("until"):
        conditions.append(ArticleRow.published_at < _midnight(until + timedelta(days=1)))
    for column, values in (
        (ArticleRow.publisher, selection.get("publishers")),
        (ArticleRow.category, selection.get("categories")),
    ):
        if values:
            within = column.in_(values)
            conditions.append(shortlist(connection, select(ArticleRow.id).where(within), within))
    if sources := selection.get("sources"):
        own, copied = ArticleRow.source.in_(sources), CopyRow.source.in_(sources)
        named = union_all(select(ArticleRow.id).where(own), select(CopyRow.article_id).where(copied))
        shown = or_(own, exists().where(CopyRow.article_id == ArticleRow.id, copied))
        conditions.append(shortlist(connection, named, shown))
    if stocks := selection.get("stocks"):
        code = StockRow.code.in_(stocks)
        names_one = exists().where(StockRow.article_id == ArticleRow.id, code)
        conditions.append(shortlist(connection, select(StockRow.article_id).where(code), names_one))
    if text := selection.get("text"):
        conditions.append(fulltext.condition(connection, text))
    return conditions


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SEOUL)
