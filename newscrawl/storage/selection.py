"""Which articles: the filters that reading, searching and exporting share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, or_, select

from newscrawl.storage.models import ArticleRow, CopyRow, StockRow
from newscrawl.text.dates import SEOUL


@dataclass(frozen=True, kw_only=True)
class Selection:
    """The articles that meet every condition given; an empty one is none.

    ``since`` and ``until`` are days in Seoul, both inclusive: an article without a publication time is in no range.
    ``sources`` are those that showed the article, as its own page or as a copy. ``stocks`` are KRX codes, of which it names one.
    """

    since: date | None = None
    until: date | None = None
    publishers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    stocks: tuple[str, ...] = ()

    def where(self) -> list[ColumnElement[bool]]:
        """The conditions, for a statement over articles."""
        conditions: list[ColumnElement[bool]] = []
        if self.since:
            conditions.append(ArticleRow.published_at >= _midnight(self.since))
        if self.until:
            conditions.append(ArticleRow.published_at < _midnight(self.until + timedelta(days=1)))
        if self.publishers:
            conditions.append(ArticleRow.publisher.in_(self.publishers))
        if self.categories:
            conditions.append(ArticleRow.category.in_(self.categories))
        if self.sources:
            shown = select(CopyRow.article_id).where(CopyRow.source.in_(self.sources))
            conditions.append(or_(ArticleRow.source.in_(self.sources), ArticleRow.id.in_(shown)))
        if self.stocks:
            named = select(StockRow.article_id).where(StockRow.code.in_(self.stocks))
            conditions.append(ArticleRow.id.in_(named))
        return conditions


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SEOUL)
