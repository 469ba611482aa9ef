"""Which stored articles a text is like: their keys name candidates, their texts decide."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, func, select, union_all

from newscrawl.dedup import keys
from newscrawl.dedup.likeness import Text, compare
from newscrawl.storage.models import ArticleRow, CopyRow, RevisionRow, TextKeyRow
from newscrawl.storage.schema import INSERTS

MOST = 50
"""How many articles a text is compared with at most, those that share the most keys first."""

STEP = 8
"""How many of them at a time; the first that match nothing are the last."""

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
NEW_KEYS = {name: of(TextKeyRow).on_conflict_do_nothing() for name, of in INSERTS.items()}


class Told(NamedTuple):
    """A text and when it was published."""

    text: Text
    at: datetime


def texts(connection: Connection, number: int) -> list[Told]:
    """Every text that an article was told in."""
    return [Told(Text(row.title, row.body), row.told_at) for row in connection.execute(TEXTS, dict(ids=[number]))]


def index(connection: Connection, number: int, told: list[Told]) -> None:
    """Write down the keys that these texts of an article are found by."""
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
    return not told.text.keys or connection.scalar(of_it, lookup(told)) == len(set(told.text.keys))


def lookup(told: Told) -> dict[str, int]:
    """The parameters of a statement that looks for the keys of a text in the days around it."""
    day = keys.bucket(told.at)
    found = {f"key{position}": key for position, key in enumerate(told.text.keys)}
    return found | dict(before=day - 1, bucket=day, after=day + 1)


class Found(NamedTuple):
    """Articles by their numbers: those that are the same piece, and those that tell the same story."""

    pieces: set[int]
    tellers: set[int]


def search(connection: Connection, publisher: str | None, told: list[Told], known: set[int]) -> Found:
    """The articles, but for the known ones, that these texts of a publisher show to be the same piece or story."""
    found = Found(set(), set())
    for each in told:
        if each.text.keys:
            _search_text(connection, publisher, each, known, found)
    return Found(found.pieces, found.tellers - found.pieces)


def _search_text(connection: Connection, publisher: str | None, told: Told, known: set[int], found: Found) -> None:
    """Compare a text with those that share the most keys, and go on as long as one of them is a match."""
    candidates = [row for row in connection.execute(CANDIDATES, lookup(told)) if row.id not in known]
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
