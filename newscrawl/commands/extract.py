"""`scrapy extract`: what would be stored for a page."""

from __future__ import annotations

import argparse
import json

from scrapy.commands import ScrapyCommand

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CannotStart, checked, read_page, refusal
from newscrawl.commands.terminal import show
from newscrawl.loaders import NotAnArticle


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "--url URL [--generic] [--content-type TYPE] FILE"

    def short_desc(self) -> str:
        return "Print as JSON the article on a saved page"

    def long_desc(self) -> str:
        return (
            "Print as one JSON object what would be stored for a saved page (FILE, or - for standard input). "
            "The page is read by the layouts of the site that URL is on, or without any with --generic. "
            "Exit code 1, and a sentence on standard error, when it is no article."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", required=True, help="the address the page was saved from")
        parser.add_argument("--generic", action="store_true", help="use no selector of the site")
        parser.add_argument("--content-type", metavar="TYPE", help="the Content-Type header the page came with")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            page = read_page(args)
            try:
                article = reading.article(
                    page,
                    checked(opts.url),
                    load_sources(self.settings),
                    content_type=opts.content_type,
                    generic=opts.generic,
                )
            except NotAnArticle as reason:
                raise refusal(args[0], page, opts.content_type, reason) from None
        except CannotStart as reason:
            self.exitcode = reason.tell()
        else:
            show([json.dumps(article.as_dict(), ensure_ascii=False, indent=2)])
