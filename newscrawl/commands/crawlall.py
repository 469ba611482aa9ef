"""`scrapy crawlall`: every source in one process."""

from __future__ import annotations

import argparse
import contextlib
import logging
import shutil
import sys
import time
from collections.abc import Callable, Sequence

from scrapy import Spider, signals
from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import Crawler
from scrapy.settings import SETTINGS_PRIORITIES

from newscrawl.bases.source import load_sources
from newscrawl.commands.crawling import Crawling, counted, patience
from newscrawl.commands.running import CannotStart, options, prepare, quiet
from newscrawl.commands.terminal import show
from newscrawl.health import EXIT_CODES, FAILED, tally
from newscrawl.storage import Busy, StoreError, alone

COLUMNS = ("source", "listed", "fetched", "stored", "copies", "rejected", "seconds", "status")
JOBS = 12


class Command(BaseRunSpiderCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[--only NAMES|publishers|portals] [--jobs N]"

    def short_desc(self) -> str:
        return "Crawl every source, each at its own pace, and print a table"

    def long_desc(self) -> str:
        return (
            "Crawl every source into the database, several at a time and each at its own pace. -a takes the limits of `scrapy crawl`. "
            "On a terminal it shows how far it is; into a file or a mail go trouble (standard error) and the table (standard "
            "output), and with -L INFO every article. While another crawlall works on the database it says so, does nothing and "
            "exits 0; with 3 when that one has stood still for a quarter of an hour. The exit code is the worst of all: 0 healthy; 1 could not start; 2 degraded; 3 failed."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--only", default="", metavar="NAMES", help="sources, comma-separated, or publishers, or portals"
        )
        parser.add_argument(
            "--jobs", type=int, default=JOBS, metavar="N", help=f"sources crawled at the same time (default: {JOBS})"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        options(super().process_options, args, opts)
        assert self.settings is not None
        quiet(self.settings)
        if (self.settings.getpriority("LOG_LEVEL") or 0) < SETTINGS_PRIORITIES["cmdline"]:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None and self.crawler_process
        try:
            if args:
                raise CannotStart(f"unknown argument {args[0]!r}; name sources with --only")
            if opts.jobs < 1:
                raise CannotStart(f"--jobs {opts.jobs}: at least 1 source is crawled at a time")
            names = self._chosen(opts.only)
            prepare(self.settings, names, opts.spargs)
            with alone(self.settings["NEWSCRAWL_DATABASE_URL"]) as beat:
                self._crawl(names, opts, beat)
        except Busy as holder:
            if holder.still > patience(self.settings):
                self.exitcode = EXIT_CODES[FAILED]
                told = f"has stood still for {holder.still / 60:.0f} minutes: end it, and the next one goes on"
                print(f"newscrawl: another crawlall ({holder}) holds this database and {told}", file=sys.stderr)
            else:
                told = f"{holder}; it moved {max(holder.still, 0):.0f} seconds ago"
                show([f"newscrawl: another crawlall works on this database ({told}); nothing was done"])
        except StoreError as reason:
            self.exitcode = CannotStart(str(reason)).tell()
        except CannotStart as reason:
            self.exitcode = reason.tell()

    def _crawl(self, names: list[str], opts: argparse.Namespace, beat: Callable[[], None]) -> None:
        assert self.crawler_process
        crawlers = [self.crawler_process.create_crawler(name) for name in names]
        board = Board(crawlers)
        crawling = Crawling(self.crawler_process, crawlers, opts.spargs, opts.jobs, beat)
        if sys.stderr.isatty():
            board.show()
        codes = crawling.run()
        board.clear()
        self.exitcode = max(codes, key=lambda code: (0, 2, 1, 3).index(code))
        with contextlib.suppress(SystemExit):  # the verdict counts, whoever reads the table
            show([table([COLUMNS, *map(board.row, crawlers)])])
        crawling.end(self.exitcode)

    def _chosen(self, only: str) -> list[str]:
        assert self.settings is not None
        sources = load_sources(self.settings)
        if only in ("publishers", "portals"):
            return [name for name, source in sources.items() if source.portal == (only == "portals")]
        return [name.strip() for name in only.split(",") if name.strip()] or list(sources)


class Board:
    """How far the crawls are: a line for each that is under way, on a terminal redrawn every second."""

    def __init__(self, crawlers: Sequence[Crawler]) -> None:
        self.crawlers = crawlers
        self.began: dict[str, float] = {}
        self.took: dict[str, float] = {}
        self._lines = 0
        for crawler in crawlers:
            crawler.signals.connect(self._opened, signals.spider_opened)
            crawler.signals.connect(self._closed, signals.spider_closed)

    def row(self, crawler: Crawler) -> tuple[str, ...]:
        """One source's line of the table."""
        counters = counted(crawler)
        name = str(crawler.spidercls.name)
        seconds = self.took.get(name) or (time.monotonic() - self.began[name] if name in self.began else 0.0)
        status = counters.get("run/status", "under way" if name in self.began else "not started")
        return (name, *(str(n) for n in tally(counters).values()), f"{seconds:.1f}", str(status))

    def show(self) -> None:
        """Draw every second from now on; a line of the log goes above."""
        from twisted.internet import reactor
        from twisted.internet.task import LoopingCall

        for handler in logging.root.handlers:
            handler.addFilter(self._make_room)
        reactor.callWhenRunning(LoopingCall(self._draw).start, 1)

    def clear(self) -> None:
        """Take the lines away."""
        if self._lines:
            print(f"\x1b[{self._lines}F\x1b[J", end="", file=sys.stderr, flush=True)
            self._lines = 0

    def _draw(self) -> None:
        under_way = [
            crawler for crawler in self.crawlers if crawler.spidercls.name in self.began.keys() - self.took.keys()
        ]
        done = f"{len(self.took)} of {len(self.crawlers)} sources done"
        columns, rows = shutil.get_terminal_size()
        lines = [*table([COLUMNS, *map(self.row, under_way[: rows - 4])]).splitlines(), done]
        self.clear()
        print("\n".join(line[: columns - 1] for line in lines), file=sys.stderr, flush=True)
        self._lines = len(lines)

    def _make_room(self, record: logging.LogRecord) -> bool:
        self.clear()
        return True

    def _opened(self, spider: Spider) -> None:
        self.began[spider.name] = time.monotonic()

    def _closed(self, spider: Spider) -> None:
        self.took[spider.name] = time.monotonic() - self.began[spider.name]


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows under their heads, numbers to the right."""
    widths = [max(len(line[i]) for line in rows) for i in range(len(COLUMNS))]
    last = len(COLUMNS) - 1
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i in (0, last) else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in rows
    )
