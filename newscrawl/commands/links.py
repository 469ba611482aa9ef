"""`scrapy links`: what a saved listing, feed or sitemap announces."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart, checked, read_page
from newscrawl.commands.terminal import say, show
from newscrawl.discovery import DeadChannel, Link
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
            page, url = read_page(args), checked(opts.url)
            found = reading.announced(page, url, load_sources(self.settings), content_type=opts.content_type)
        except CannotStart as reason:
            self.exitcode = reason.tell()
            return
        except DeadChannel as reason:
            self.exitcode = CannotStart(f"{args[0]}: {reason}").tell()
            return
        show(found.parts)
        if found.parts:
            say(f"{opts.url} is an index of sitemaps; these are its parts, in the order in which a crawl reads them")
        show(map(line, found.links))


def line(link: Link) -> str:
    """An announced article's address, time and headline."""
    when = link.published_at.astimezone(SEOUL).isoformat() if link.published_at else ""
    return "\t".join((link.url, when, link.title or ""))
