"""`scrapy health`: how every source stands."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime

from scrapy.commands import ScrapyCommand

from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart
from newscrawl.commands.runs import as_dict, minute
from newscrawl.commands.terminal import aligned, show
from newscrawl.health import EXIT_CODES
from newscrawl.standing import problems
from newscrawl.storage import State, Store, StoreError

COLUMNS = ("source", "status", "last run", "last healthy", "newest address", "waiting")


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[NAME ...] [--json]"

    def short_desc(self) -> str:
        return "Say how every source stands, and what is wrong"

    def long_desc(self) -> str:
        return (
            "Print the state of every source that was ever crawled, or of those named: the verdict of its last run, and in words what "
            "is wrong. Times are Seoul's. The exit code is the worst of all: 0 healthy; 2 degraded; 3 failed, or nothing was "
            "ever crawled. `scrapy doctor NAME` asks the site itself what to mend."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            with Store(self.settings["NEWSCRAWL_DATABASE_URL"], create=False) as store:
                states = [state for state in store.states() if not args or state.last.source in args]
        except StoreError as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        now = datetime.now(UTC)
        found = [(state, *problems(state, now)) for state in states]
        missing = set(args) - {state.last.source for state in states}
        self.exitcode = max((EXIT_CODES.get(status, 3) for _, status, _ in found), default=3)
        if missing:
            self.exitcode = 3
        if opts.json:
            show(json.dumps(as_json(state, status, reasons), ensure_ascii=False) for state, status, reasons in found)
            return
        lines = [aligned([COLUMNS, *(row(state, status) for state, status, _ in found)])] if found else []
        lines += [f"{state.last.source}: {reason}" for state, _, reasons in found for reason in reasons]
        lines += [f"{name}: never crawled; `scrapy crawl {name}` begins" for name in sorted(missing)]
        never = len(load_sources(self.settings).keys() - {state.last.source for state in states})
        if never and not args:
            lines.append(f"{never} sources were never crawled")
        show(lines)


def row(state: State, status: str) -> tuple[str, ...]:
    """A source's line of the table."""
    healthy = minute(state.healthy.started_at) if state.healthy else "never"
    newest = minute(state.newest) if state.newest else "–"
    return (state.last.source, status, minute(state.last.started_at), healthy, newest, str(state.pending))


def as_json(state: State, status: str, reasons: list[str]) -> dict[str, object]:
    """A source's state as JSON values."""
    return dict(
        source=state.last.source,
        status=status,
        reasons=reasons,
        last_run=as_dict(state.last),
        last_healthy_at=as_dict(state.healthy)["started_at"] if state.healthy else None,
        newest_at=state.newest.isoformat() if state.newest else None,
        pending=state.pending,
        given_up=state.given_up,
    )
