"""What is known of an address: who announced it, how often it was asked for, what became of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, and_, bindparam, func, or_, select, tuple_, update

from newscrawl.items import FAULTS, WALLS, Candidate
from newscrawl.storage.models import ArticleRow, ChannelRow, CopyRow, UrlRow
from newscrawl.storage.schema import INSERTS
from newscrawl.text.dates import SEOUL

MAX_ATTEMPTS = 5
"""How often a page that ends in ``error:*``, or with the process, is fetched before it is left alone."""

PATIENCE = timedelta(days=7)
"""How long a page is asked for in every run while its whole site shows a wall: longer than any maintenance."""

BATCH = 500  # keys in one statement: SQLite takes 32,766 variables, older builds 999

CONDITIONAL = timedelta(days=1)
"""How old a channel's last whole answer may be: a server that says "not modified" for ever must not silence it."""

TRIABLE = UrlRow.attempts < MAX_ATTEMPTS
# "error;" is what follows every "error:…": a range, which an index can be asked for.
BROKEN = and_(
    or_(
        and_(UrlRow.outcome >= "error:", UrlRow.outcome < "error;"),
        UrlRow.outcome.in_([wall for wall in WALLS if wall.startswith("rejected:")]),
    ),
    TRIABLE,
)
PENDING = and_(UrlRow.outcome == "pending", TRIABLE)
OPEN = or_(
    PENDING,
    BROKEN,
    UrlRow.outcome == "robots",
    and_(UrlRow.outcome == "rejected:out-of-range", UrlRow.published_at.is_not(None)),
)
ASKED = (
    update(UrlRow)
    .where(UrlRow.url_key == bindparam("asked"))
    .values(attempts=UrlRow.attempts + 1, last_at=bindparam("now"))
)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A page of a channel and what its server knows it by (RFC 9110, 8.8)."""

    url: str
    source: str
    channel: str
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True)
class Announced:
    """What an announcement came to.

    ``due`` are the keys to be fetched in this run; ``tried`` those of them that came to no end before, which `unsettled`
    names too; ``new`` the keys that nobody announced before; ``own`` those of the others that this source announced itself.
    """

    due: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)


def announce(
    connection: Connection,
    candidates: Sequence[Candidate],
    since: date | None,
    until: date | None,
    answer: Answer | None,
) -> Announced:
    """Record candidates, and the answer that announced them with the same stroke."""
    now = datetime.now(UTC)
    # One row a key: PostgreSQL refuses two of the same key in one statement.
    rows: dict[str, dict[str, Any]] = {}
    for candidate in candidates:
        row = rows.setdefault(candidate.key, _row(candidate, now))
        row["published_at"] = row["published_at"] or candidate.published_at
        row["title"] = row["title"] or candidate.title
    due: set[str] = set()
    tried: set[str] = set()
    known: dict[str, str] = {}
    for keys in _batches(list(rows)):
        seen = connection.execute(select(UrlRow.url_key, UrlRow.source).where(UrlRow.url_key.in_(keys)))
        known.update((key, source) for key, source in seen)
        connection.execute(_announcement(connection.dialect.name), [rows[key] for key in keys])
        for table, outcome in ((ArticleRow, "stored"), (CopyRow, "copy")):
            held = select(table.url_key).where(table.url_key.in_(keys))
            connection.execute(update(UrlRow).where(UrlRow.url_key.in_(held), OPEN).values(outcome=outcome))
        open_rows = connection.execute(
            select(UrlRow.url_key, UrlRow.published_at).where(UrlRow.url_key.in_(keys), OPEN)
        )
        due.update(key for key, published_at in open_rows if _in_range(published_at, since, until))
        again = select(UrlRow.url_key).where(UrlRow.url_key.in_(keys), or_(PENDING, BROKEN), UrlRow.attempts > 0)
        tried.update(connection.scalars(again))
    if answer and (answer.etag or answer.last_modified):
        _remember(connection, answer, now)
    own = {key for key, source in known.items() if rows[key]["source"] == source}
    return Announced(due, tried, rows.keys() - known.keys(), own)


def unsettled(
    connection: Connection, source: str, channels: Collection[str], after: Candidate | None, limit: int
) -> list[Candidate]:
    """Candidates of a source that no run brought to an end, by attempts and then by time of discovery."""
    order = (UrlRow.attempts, UrlRow.discovered_at, UrlRow.url_key)
    query = select(UrlRow).where(UrlRow.source == source, or_(PENDING, BROKEN), UrlRow.channel.in_(channels))
    if after:
        place = select(*order).where(UrlRow.url_key == after.key)
        query = query.where(tuple_(*order) > tuple_(after.attempts, *connection.execute(place).one()[1:]))
    return [
        Candidate(
            url=row.url,
            key=row.url_key,
            source=row.source,
            channel=row.channel,
            published_at=row.published_at,
            title=row.title,
            attempts=row.attempts,
        )
        for row in connection.execute(query.order_by(*order).limit(limit).with_only_columns(*UrlRow.__table__.c))
    ]


def outcome(connection: Connection, key: str) -> str | None:
    """What became of an address so far; None when nobody announced it."""
    return connection.scalar(select(UrlRow.outcome).where(UrlRow.url_key == key))


def ask(connection: Connection, key: str) -> None:
    """Count an attempt."""
    connection.execute(ASKED, dict(asked=key, now=datetime.now(UTC)))


def forgive(connection: Connection, keys: Collection[str]) -> None:
    """Take back an attempt at each page that a wall of its whole site was in front of, while the page is young."""
    young = UrlRow.discovered_at > datetime.now(UTC) - PATIENCE
    of_these = UrlRow.url_key.in_(list(keys))
    connection.execute(update(UrlRow).where(of_these, UrlRow.attempts > 0, young).values(attempts=UrlRow.attempts - 1))


def retry(connection: Connection, source: str, changed: datetime) -> None:
    """Have a source's pages that this program failed at too often asked for once more when it has changed since."""
    failed = and_(UrlRow.source == source, UrlRow.outcome.in_(FAULTS), UrlRow.attempts >= MAX_ATTEMPTS)
    if changed > datetime.now(UTC):
        return  # a clock that was put back: it would be so at every run
    connection.execute(update(UrlRow).where(failed, UrlRow.last_at < changed).values(attempts=MAX_ATTEMPTS - 1))


def settle(
    connection: Connection, candidates: Sequence[Candidate], outcome: str, published_at: datetime | None
) -> None:
    """Record what became of candidates; one that nobody announced counts as tried once."""
    now = datetime.now(UTC)
    rows = [_row(candidate, now) for candidate in candidates]
    for row in rows:
        row |= dict(outcome=outcome, attempts=1, published_at=published_at or row["published_at"], last_at=now)
    connection.execute(_settlement(connection.dialect.name), rows)


def answer(connection: Connection, url: str) -> Answer | None:
    """The newest whole answer of a channel's page, while it is young enough to be asked for conditionally."""
    row = connection.execute(select(*ChannelRow.__table__.c).where(ChannelRow.url == url)).one_or_none()
    # A time to come is a clock that was put back: it proves nothing.
    if row is None or not timedelta() <= datetime.now(UTC) - row.seen_at < CONDITIONAL:
        return None
    return Answer(url=url, source=row.source, channel=row.channel, etag=row.etag, last_modified=row.last_modified)


def _remember(connection: Connection, answer: Answer, now: datetime) -> None:
    statement = INSERTS[connection.dialect.name](ChannelRow)
    new = statement.excluded
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[ChannelRow.url],
            set_=dict(etag=new.etag, last_modified=new.last_modified, seen_at=new.seen_at),
        ),
        vars(answer) | dict(seen_at=now),
    )


# An INSERT of a dialect is compiled anew whenever it is made anew.


@cache
def _announcement(dialect: str) -> Executable:
    statement = INSERTS[dialect](UrlRow)
    new = statement.excluded
    found: Executable = statement.on_conflict_do_update(
        index_elements=[UrlRow.url_key],
        set_=dict(
            published_at=func.coalesce(UrlRow.published_at, new.published_at),
            title=func.coalesce(UrlRow.title, new.title),
        ),
        where=or_(
            and_(UrlRow.published_at.is_(None), new.published_at.is_not(None)),
            and_(UrlRow.title.is_(None), new.title.is_not(None)),
        ),
    )
    return found


@cache
def _settlement(dialect: str) -> Executable:
    statement = INSERTS[dialect](UrlRow)
    new = statement.excluded
    settled: Executable = statement.on_conflict_do_update(
        index_elements=[UrlRow.url_key],
        set_=dict(
            outcome=new.outcome,
            last_at=new.last_at,
            published_at=func.coalesce(new.published_at, UrlRow.published_at),
        ),
    )
    return settled


def _row(candidate: Candidate, now: datetime) -> dict[str, Any]:
    return dict(
        url_key=candidate.key,
        url=candidate.url,
        source=candidate.source,
        channel=candidate.channel or None,
        title=candidate.title,
        outcome="pending",
        attempts=0,
        published_at=candidate.published_at,
        discovered_at=now,
        last_at=None,
    )


def _in_range(published_at: datetime | None, since: date | None, until: date | None) -> bool:
    if published_at is None:
        return True
    day = published_at.astimezone(SEOUL).date()
    return (since is None or since <= day) and (until is None or day <= until)


def _batches(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
