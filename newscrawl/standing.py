"""How every source stands, by its last run and the time since: for people and for Prometheus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from newscrawl.health import DEGRADED, EXIT_CODES, FAILED, HEALTHY, day, minute, tally
from newscrawl.storage import State

STALE = timedelta(days=2)  # without a run: cron forgot it


def problems(state: State, now: datetime) -> tuple[str, list[str]]:
    """The present status of a source and what is to be said about it.

    Args:
        state: how the source stands in the database.
        now: aware.
    """
    status = state.ended.status or FAILED if state.ended else FAILED
    reasons = list(state.ended.counters.get("run/reasons", ())) if state.ended else []
    if state.ended is None or state.last.id != state.ended.id:
        reasons.append(f"the run of {minute(state.last.started_at)} has not ended: it goes on, or was killed")
    if now - state.last.started_at > STALE:
        reasons.append(f"the last run was on {day(state.last.started_at)}: does cron still start it?")
    if state.given_up:
        reasons.append(
            f"{state.given_up} pages were given up: each time they were asked for, the crawl died or was stopped"
        )
    if state.unread:
        reasons.append(
            f"{state.unread} pages are asked for no more, because this program failed at them; unread.warc.gz has them, and a "
            "mended program asks again"
        )
    if status != HEALTHY and state.healthy:
        reasons.append(f"last healthy on {day(state.healthy.started_at)}")
    elif status != HEALTHY:
        reasons.append("never healthy so far")
    if status == HEALTHY and now - state.last.started_at > STALE:
        status = DEGRADED
    return status, reasons


def metrics(states: Iterable[State]) -> str:
    """The state of all sources in the text format of Prometheus (node_exporter's textfile collector reads it)."""
    gauges: dict[str, tuple[str, list[str]]] = {}

    def gauge(name: str, meaning: str, source: str, value: float) -> None:
        line = (
            f'newscrawl_{name}{{source="{source}"}} {value:g}'
            if value < 1e6
            else f'newscrawl_{name}{{source="{source}"}} {value:.0f}'
        )
        gauges.setdefault(name, (meaning, []))[1].append(line)

    for state in states:
        source = state.last.source
        if state.ended and state.ended.finished_at:
            code = EXIT_CODES.get(state.ended.status or FAILED, EXIT_CODES[FAILED])
            gauge("status", "Exit code that the last run stands for: 0 healthy, 2 degraded, 3 failed.", source, code)
            gauge("last_run_timestamp_seconds", "When the last run ended.", source, state.ended.finished_at.timestamp())
            took = (state.ended.finished_at - state.ended.started_at).total_seconds()
            gauge("last_run_duration_seconds", "How long it took.", source, took)
            for name, value in tally(state.ended.counters).items():
                gauge(f"last_run_{name}", f"What the last run counted as {name}.", source, value)
        if state.healthy and state.healthy.finished_at:
            gauge(
                "last_healthy_timestamp_seconds",
                "When a healthy run ended last.",
                source,
                state.healthy.finished_at.timestamp(),
            )
        if state.newest:
            gauge(
                "newest_timestamp_seconds", "When a new address was announced last.", source, state.newest.timestamp()
            )
        gauge("pending", "Announced addresses that wait.", source, state.pending)
    lines = []
    for name, (meaning, values) in gauges.items():
        lines += [f"# HELP newscrawl_{name} {meaning}", f"# TYPE newscrawl_{name} gauge", *values]
    return "".join(line + "\n" for line in lines)
