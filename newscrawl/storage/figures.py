"""What the archive holds in numbers: what a selection can be narrowed by, and what came in the last days.

Days are Seoul's, and are counted by a function of SQLite.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    union,
    union_all,
)

from newscrawl.storage.models import ArticleRow, AuthorRow, CopyRow, ImageRow, RevisionRow, StoryRow

HOURS = 48
"""How far back the hours go."""
DAYS = 7
"""How far back the fields go."""

Counts = list[tuple[str | None, int]]
"""Values with the number of articles that have them, the most frequent first; None is a value that is missing."""

MISSING: dict[str, ColumnElement[bool]] = {
    "published_at": ArticleRow.published_at.is_(None),
    "authors": ~exists().where(AuthorRow.article_id == ArticleRow.id),
    "section": ArticleRow.section.is_(None),
    "category": ArticleRow.category.is_(None),
    "subtitle": ArticleRow.subtitle.is_(None),
    "images": ~exists().where(ImageRow.article_id == ArticleRow.id),
}
"""The fields that an article may lack, and the condition that it does."""


@dataclass(frozen=True, kw_only=True)
class Facets:
    """What the articles of a selection are told apart by; an article is of every source that shows it, ``day`` newest first."""

    total: int
    publisher: Counts
    source: Counts
    category: Counts
    day: Counts


@dataclass(frozen=True, kw_only=True)
class Lately:
    """What a source brought in the last `DAYS`: articles, those of a story, copies, and the articles without each field."""

    source: str
    articles: int
    told: int
    copies: int
    missing: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The archive at a glance.

    ``hours`` counts the articles of each source in each of the last `HOURS` hours, the oldest first; the last one ends at
    ``until`` (UTC), the end of the hour of the newest article, which is how an archive that stopped growing shows it.
    """

    articles: int
    copies: int
    revisions: int
    stories: int
    until: datetime
    hours: dict[str, list[int]]
    lately: list[Lately]


def facets(connection: Connection, conditions: Sequence[ColumnElement[bool]]) -> Facets:
    """The counts of the articles that meet all conditions, each looked for once."""
    day = func.date(ArticleRow.published_at, "+9 hours", type_=String)
    hits = (
        select(ArticleRow.id, ArticleRow.publisher, ArticleRow.source, ArticleRow.category, day.label("day"))
        .where(*conditions)
        .cte("hits")
    )
    copied = select(CopyRow.article_id, CopyRow.source).where(CopyRow.article_id.in_(select(hits.c.id)))
    shown = union(select(hits.c.id, hits.c.source), copied).subquery()
    columns = dict(publisher=hits.c.publisher, source=shown.c.source, category=hits.c.category, day=hits.c.day)
    counts = [
        select(literal(name).label("name"), column.label("value"), func.count().label("number")).group_by(column)
        for name, column in columns.items()
    ]
    found: dict[str, Counts] = {name: [] for name in columns}
    for name, value, number in connection.execute(union_all(*counts)):
        found[name].append((value, number))
    for name, values in found.items():
        values.sort(key=lambda pair: pair[0] or "", reverse=name == "day")
        if name != "day":
            values.sort(key=lambda pair: -pair[1])
    return Facets(total=sum(number for _, number in found["publisher"]), **found)


def figures(connection: Connection, now: datetime) -> Figures:
    """The figures as they stand at ``now`` (aware); what is dated later than that is a paper's mistake, and no measure."""
    newest = connection.scalar(select(func.max(ArticleRow.published_at)).where(ArticleRow.published_at <= now)) or now
    until = newest.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    tables = dict(articles=ArticleRow.id, copies=CopyRow.id, revisions=RevisionRow.article_id, stories=StoryRow.id)
    totals = {name: connection.scalar(select(func.count(column))) or 0 for name, column in tables.items()}
    return Figures(**totals, until=until, hours=_hours(connection, until), lately=_lately(connection, until))


def _hours(connection: Connection, until: datetime) -> dict[str, list[int]]:
    since = until - timedelta(hours=HOURS)
    within = (ArticleRow.published_at >= since, ArticleRow.published_at < until)
    counts: dict[str, list[int]] = {}
    for source, moment in connection.execute(select(ArticleRow.source, ArticleRow.published_at).where(*within)):
        if moment:
            counts.setdefault(source, [0] * HOURS)[(moment - since) // timedelta(hours=1)] += 1
    return counts


def _lately(connection: Connection, until: datetime) -> list[Lately]:
    since = until - timedelta(days=DAYS)
    undated = and_(ArticleRow.published_at.is_(None), ArticleRow.fetched_at >= since)
    lacking = [func.sum(case((condition, 1), else_=0)).label(name) for name, condition in MISSING.items()]
    articles = (
        select(ArticleRow.source, func.count(), func.count(ArticleRow.story_id), *lacking)
        .where(or_(ArticleRow.published_at >= since, undated))
        .group_by(ArticleRow.source)
    )
    rows = {source: counts for source, *counts in connection.execute(articles)}
    seen = select(CopyRow.source, func.count()).where(CopyRow.first_seen_at >= since).group_by(CopyRow.source)
    copies = Counter(dict(connection.execute(seen).tuples().all()))
    return [
        Lately(
            source=source,
            articles=count,
            told=told,
            copies=copies[source],
            missing=dict(zip(MISSING, lacks, strict=True)),
        )
        for source in sorted(rows.keys() | copies.keys())
        for count, told, *lacks in [rows.get(source, [0] * (2 + len(MISSING)))]
    ]
