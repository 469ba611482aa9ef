"""`scrapy crawl`: one source."""

from __future__ import annotations

import argparse

from scrapy.commands.crawl import Command as ScrapyCrawl

from newscrawl.commands.crawling import Crawling
from newscrawl.commands.running import CannotStart, options, prepare, quiet


class Command(ScrapyCrawl):
    def short_desc(self) -> str:
        return "Crawl one source into the database"

    def long_desc(self) -> str:
        return (
            "Crawl one source into the database. Limits: -a since=2026-01-01 -a until=2026-01-31 (days in Seoul), "
            "-a sections=경제,증권 and -a max_pages=N (pages of each listing, also over known ground). "
            "With -s NEWSCRAWL_REPLAY=FILE.warc.gz the pages come from an archive and nothing reaches the network. "
            "Exit code: 0 healthy, also when nothing is new; 1 could not start; 2 degraded; 3 failed."
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        options(super().process_options, args, opts)
        assert self.settings is not None
        quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if len(args) != 1:
                raise CannotStart("name one source; `scrapy sources` lists them, `scrapy crawlall` crawls several")
            prepare(self.settings, args, opts.spargs)
        except CannotStart as reason:
            self.exitcode = reason.tell()
            return
        assert self.crawler_process
        crawler = self.crawler_process.create_crawler(args[0])
        crawling = Crawling(self.crawler_process, [crawler], opts.spargs, jobs=1)
        [self.exitcode] = crawling.run()
        crawling.end(self.exitcode)
