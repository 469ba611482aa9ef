"""`scrapy extract`: what would be stored for a page."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand

from newscrawl.bases.source import load_sources, sites_of
from newscrawl.commands.running import CannotStart
from newscrawl.loaders import Facts, NotAnArticle, read
from newscrawl.text.encoding import decode


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
        parser.add_argument("--content-type", help="the Content-Type header the page came with")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            text, _ = decode(read_file(args), opts.content_type)
            sources = load_sources(self.settings)
            site = sites_of(sources).find(opts.url)
            facts = sources[site.name].facts() if site else unknown(opts.url)
            url = site.address(opts.url) if site and site.identity(opts.url) else opts.url
            article = read(text, url, facts, generic=opts.generic)
        except NotAnArticle as reason:
            self.exitcode = CannotStart(f"{args[0]}: {reason}").tell()
        except CannotStart as reason:
            self.exitcode = reason.tell()
        else:
            print(json.dumps(article.as_dict(), ensure_ascii=False, indent=2))


def read_file(args: list[str]) -> bytes:
    """The bytes of the one file a command was given; ``-`` is standard input.

    Raises:
        CannotStart: none or several were given, or it cannot be read.
    """
    if len(args) != 1:
        raise CannotStart("give one file (- for standard input)")
    try:
        return sys.stdin.buffer.read() if args[0] == "-" else Path(args[0]).read_bytes()
    except OSError as error:
        raise CannotStart(f"{args[0]} cannot be read: {error.strerror}") from None


def unknown(url: str) -> Facts:
    """What is known of a site that no source covers: its host."""
    return Facts(source=(urlsplit(url).hostname or "unknown").removeprefix("www."), portal=True)
