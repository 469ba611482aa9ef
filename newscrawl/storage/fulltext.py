"""Which articles hold the words of a query."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, not_

from newscrawl.storage.models import ArticleRow
from newscrawl.text import search

TEXT = func.lower(ArticleRow.title + "\n" + func.coalesce(ArticleRow.subtitle, "") + "\n" + ArticleRow.body)


def condition(text: str) -> ColumnElement[bool]:
    """The condition that title, subtitle or body of an article hold what a query asks for.

    Raises:
        QueryError: see `newscrawl.text.search.parse`.
    """
    query = search.parse(text)
    held = [TEXT.contains(word, autoescape=True) for word in query.words]
    return and_(*held, *(not_(TEXT.contains(word, autoescape=True)) for word in query.without))
