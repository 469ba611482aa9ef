"""`scrapy links`: what a saved listing, feed or sitemap announces."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart, checked, read_page, refusal
from newscrawl.commands.terminal import show
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
            "Exit code 1, and a sentence on standard error, when it announces none."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", required=True, help="the address the page was saved from")
        parser.add_argument("--content-type", metavar="TYPE", help="the Content-Type header the page came with")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            page = read_page(args)
            try:
                found = reading.links(
                    page, checked(opts.url), load_sources(self.settings), content_type=opts.content_type
                )
            except DeadChannel as reason:
                raise refusal(args[0], page, opts.content_type, reason, feeds=False) from None
        except CannotStart as reason:
            self.exitcode = reason.tell()
            return
        show(map(line, found))


def line(link: Link) -> str:
    """An announced article's address, time and headline."""
    when = link.published_at.astimezone(SEOUL).isoformat() if link.published_at else ""
    return "\t".join((link.url, when, link.title or ""))
