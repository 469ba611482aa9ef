"""The record of every crawl, and what it says about the present state of each source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from newscrawl.items import FAULTS
from newscrawl.storage.frontier import MAX_ATTEMPTS, PENDING
from newscrawl.storage.models import RunRow, UrlRow


@dataclass(frozen=True, kw_only=True)
class Run:
    """One crawl of one source; its times are aware, in UTC. Without ``finished_at`` it goes on, or was killed."""

    id: int
    source: str
    started_at: datetime
    finished_at: datetime | None
    reason: str | None
    status: str | None
    counters: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class State:
    """How a source stands: its newest run, the newest healthy one, and the addresses that wait.

    ``newest`` is when an address was announced that nobody knew. ``given_up`` counts pages that were tried as often as
    any page is, and never came to an end; ``unread`` those that this program failed at each time.
    """

    last: Run
    ended: Run | None
    healthy: Run | None
    newest: datetime | None
    pending: int
    given_up: int
    unread: int = 0


def start(connection: Connection, source: str) -> int:
    """Record a crawl's begin; the result is its number."""
    statement = insert(RunRow).values(source=source, started_at=datetime.now(UTC), counters={})
    return connection.execute(statement.returning(RunRow.id)).scalar_one()


def finish(connection: Connection, number: int, reason: str, status: str, counters: Mapping[str, Any]) -> None:
    """Record a crawl's end."""
    values = dict(finished_at=datetime.now(UTC), reason=reason, status=status, counters=dict(counters))
    connection.execute(update(RunRow).where(RunRow.id == number).values(values))


def history(connection: Connection, source: str | None, before: int | None, limit: int) -> list[Run]:
    """Runs, newest first. By their numbers, which go on when a clock is put back."""
    query = select(*RunRow.__table__.c).order_by(RunRow.id.desc()).limit(limit)
    if source:
        query = query.where(RunRow.source == source)
    if before:
        query = query.where(RunRow.id < before)
    return [Run(**row._mapping) for row in connection.execute(query)]


def newest(connection: Connection, source: str) -> datetime | None:
    """When a source announced an address last that nobody knew."""
    query = select(UrlRow.discovered_at).where(UrlRow.source == source).order_by(UrlRow.discovered_at.desc())
    return connection.scalar(query.limit(1))


def states(connection: Connection) -> list[State]:
    """The state of every source that has a run."""
    last = _newest(connection)
    ended = _newest(connection, RunRow.finished_at.is_not(None))
    healthy = _newest(connection, RunRow.status == "healthy")
    waiting = _counts(connection, PENDING)
    given_up = _counts(connection, and_(UrlRow.outcome == "pending", UrlRow.attempts >= MAX_ATTEMPTS))
    unread = _counts(connection, and_(UrlRow.outcome.in_(FAULTS), UrlRow.attempts >= MAX_ATTEMPTS))
    return [
        State(
            last=last[source],
            ended=ended.get(source),
            healthy=healthy.get(source),
            newest=newest(connection, source),
            pending=waiting.get(source, 0),
            given_up=given_up.get(source, 0),
            unread=unread.get(source, 0),
        )
        for source in sorted(last)
    ]


def _newest(connection: Connection, *where: Any) -> dict[str, Run]:
    numbers = select(func.max(RunRow.id)).where(*where).group_by(RunRow.source)
    rows = connection.execute(select(*RunRow.__table__.c).where(RunRow.id.in_(numbers)))
    return {row.source: Run(**row._mapping) for row in rows}


def _counts(connection: Connection, condition: Any) -> dict[str, int]:
    query = select(UrlRow.source, func.count()).where(condition).group_by(UrlRow.source)
    return {row[0]: row[1] for row in connection.execute(query)}
