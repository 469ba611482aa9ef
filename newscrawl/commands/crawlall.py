"""`scrapy crawlall`: every source in one process."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from scrapy import signals
from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import Crawler

from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart, exit_code, options, prepare, quiet
from newscrawl.extensions import tally

COLUMNS = ("source", "listed", "fetched", "stored", "copies", "rejected", "seconds", "status")


class Command(BaseRunSpiderCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[--only NAMES|publishers|portals]"

    def short_desc(self) -> str:
        return "Crawl every source, each at its own pace, and print a table"

    def long_desc(self) -> str:
        return (
            "Crawl every source into the database, all at once and each at its own pace. -a takes the limits of `scrapy crawl`. "
            "The exit code is the worst of all: 0 healthy; 1 could not start; 2 degraded; 3 failed."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--only", default="", metavar="NAMES", help="sources, comma-separated, or publishers, or portals"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        options(super().process_options, args, opts)
        assert self.settings is not None
        quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None and self.crawler_process
        try:
            if args:
                raise CannotStart(f"unknown argument {args[0]!r}; name sources with --only")
            names = self._chosen(opts.only)
            prepare(self.settings, names, opts.spargs)
        except CannotStart as reason:
            self.exitcode = reason.tell()
            return
        clocks: dict[str, float] = {}
        crawlers: list[Crawler] = []
        for name in names:
            crawler: Any = self.crawler_process.create_crawler(name)
            crawler.signals.connect(
                lambda spider: clocks.update({spider.name: -time.monotonic()}), signals.spider_opened, weak=False
            )
            crawler.signals.connect(
                lambda spider: clocks.update({spider.name: clocks[spider.name] + time.monotonic()}),
                signals.spider_closed,
                weak=False,
            )
            crawlers.append(crawler)
            self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        print(table([row(crawler, clocks) for crawler in crawlers]))
        sys.stdout.flush()
        codes = [exit_code(crawler) for crawler in crawlers]
        self.exitcode = max(codes, key=lambda code: (0, 2, 1, 3).index(code))

    def _chosen(self, only: str) -> list[str]:
        assert self.settings is not None
        sources = load_sources(self.settings)
        if only in ("publishers", "portals"):
            return [name for name, source in sources.items() if source.portal == (only == "portals")]
        return [name.strip() for name in only.split(",") if name.strip()] or list(sources)


def row(crawler: Crawler, clocks: dict[str, float]) -> tuple[str, ...]:
    """One source's line of the table."""
    counters = crawler.stats.get_stats() if crawler.stats else {}
    name = str(crawler.spidercls.name)
    numbers = (str(n) for n in tally(counters).values())
    return (name, *numbers, f"{clocks.get(name, 0.0):.1f}", str(counters.get("run/status", "not started")))


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows under their heads, numbers to the right."""
    widths = [max(len(line[i]) for line in [COLUMNS, *rows]) for i in range(len(COLUMNS))]
    last = len(COLUMNS) - 1
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i in (0, last) else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in [COLUMNS, *rows]
    )
