"""`scrapy links`: what a saved listing, feed or sitemap announces."""

from __future__ import annotations

import argparse
import sys

from scrapy.commands import ScrapyCommand

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart, read_file
from newscrawl.discovery import DeadChannel
from newscrawl.text.dates import SEOUL


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "--url URL [--content-type TYPE] FILE"

    def short_desc(self) -> str:
        return "Print the articles that a saved listing, feed or sitemap announces"

    def long_desc(self) -> str:
        return (
            "Print one line for each article that a saved listing, feed or sitemap (FILE, or - for standard input) "
            "announces: address, time (Seoul) and headline as far as it names them, separated by tabs. "
            "Of an index of sitemaps: one line for each part, in the order in which a crawl reads them. "
            "Exit code 1, and a sentence on standard error, when it announces none."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", required=True, help="the address the page was saved from")
        parser.add_argument("--content-type", metavar="TYPE", help="the Content-Type header the page came with")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            page = read_file(args)
            found = reading.announced(page, opts.url, load_sources(self.settings), content_type=opts.content_type)
        except (CannotStart, DeadChannel) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        for part in found.parts:
            print(part)
        if found.parts:
            print(
                f"{opts.url} is an index of sitemaps: a crawl reads these {len(found.parts)}, as far as it is let",
                file=sys.stderr,
            )
        for link in found.links:
            when = link.published_at.astimezone(SEOUL).isoformat() if link.published_at else ""
            print(link.url, when, link.title or "", sep="\t")
