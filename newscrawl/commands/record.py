"""`scrapy record`: keep a page as a case, and compare every case with what is read on it now."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import cases, reading, warc
from newscrawl.bases.source import load_sources, sites_of
from newscrawl.commands.running import CASES, CannotStart, checked, quiet, read_page
from newscrawl.commands.terminal import show
from newscrawl.packed import unpacked
from newscrawl.text.dates import SEOUL


class Command(ScrapyCommand):
    requires_project = True

    def syntax(self) -> str:
        return "[--url URL [--file FILE | --archive FILE.warc.gz] [NAME]] [--update | --check] [--sample FILE]"

    def short_desc(self) -> str:
        return "Keep a page as a recorded case, and compare all cases with what is read now"

    def long_desc(self) -> str:
        return (
            "With --url, keep a page as the case NAME (default: this month and the page's kind) under tests/pages: from the network "
            "(robots.txt obeyed), from an archive, or from a saved file. Then read every case again and print what differs from its "
            "expected.json. --update writes what was read (compare it with the page by eye before you commit it); "
            "--check only tells: exit code 1 when anything differs. --sample FILE writes the archive of the sample cases."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", help="the page's address")
        parser.add_argument("--file", help="a saved page (- for standard input)")
        parser.add_argument("--archive", type=Path, metavar="FILE", help="an archive that holds the page")
        parser.add_argument(
            "--kind", choices=cases.KINDS, default="article", help="what the page is (default: article)"
        )
        parser.add_argument("--content-type", metavar="TYPE", help="the Content-Type header that --file came with")
        parser.add_argument("--source", metavar="NAME", help="only the cases of this source")
        parser.add_argument("--update", action="store_true", help="write what was read into expected.json")
        parser.add_argument("--check", action="store_true", help="exit with 1 when anything differs")
        parser.add_argument("--sample", type=Path, metavar="FILE", help="write the archive of the sample cases")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            if opts.sample:
                show([f"{cases.sample(CASES, opts.sample)} pages written to {opts.sample}"])
                return
            if opts.url:
                case = self._keep(args, opts)
                show([f"kept as {case.folder}"])
            self._compare(opts)
        except (CannotStart, cases.CaseError, warc.ArchiveError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()

    def _keep(self, args: list[str], opts: argparse.Namespace) -> cases.Case:
        assert self.settings is not None
        site = sites_of(load_sources(self.settings)).find(checked(opts.url))
        if site is None:
            raise CannotStart(f"no source covers {urlsplit(opts.url).hostname}; `scrapy genspider` begins one")
        if opts.file:
            page, content_type, status = read_page([opts.file]), opts.content_type, 200
        else:
            page, content_type, status = self._from_archive(opts) if opts.archive else self._from_network(opts.url)
        month = f"{datetime.now(SEOUL):%Y-%m}"
        origin: dict[str, Any] = {
            "url": opts.url,
            "kind": opts.kind,
            "made": "saved",
            "content_type": content_type or ("text/xml" if opts.kind in ("feed", "sitemap") else "text/html"),
            "status": status,
            "seen": month,
            "evidence": "saved with `scrapy record`",
            "file": "page.xml" if opts.kind in ("feed", "sitemap") else "page.html",
        }
        name = args[0] if args else f"{month}-{opts.kind}"
        return cases.save(CASES, site.name, name, page=page, origin=origin)

    def _from_archive(self, opts: argparse.Namespace) -> tuple[bytes, str | None, int]:
        page = warc.find(opts.archive, opts.url)
        if page is None:
            raise CannotStart(f"{opts.archive} holds no answer of {opts.url}")
        headers = {name.lower(): value for name, value in page.headers}
        packings = [value for name, value in page.headers if name.lower() == "content-encoding"]
        return unpacked(page.body, packings), headers.get("content-type"), page.status

    def _from_network(self, url: str) -> tuple[bytes, str | None, int]:
        assert self.crawler_process
        crawler = self.crawler_process.create_crawler(OnePage)
        self.crawler_process.crawl(crawler, url=url)
        self.crawler_process.start()
        spider = crawler.spider
        assert isinstance(spider, OnePage)
        if spider.response is None:
            raise CannotStart(f"{url} could not be fetched: {spider.reason}")
        label = spider.response.headers.get("Content-Type")
        return spider.response.body, label.decode("latin-1") if label else None, spider.response.status

    def _compare(self, opts: argparse.Namespace) -> None:
        assert self.settings is not None
        sources = load_sources(self.settings)
        different = 0
        recorded = [case for case in cases.load(CASES, opts.source) if case.kind not in ("robots", "redirect")]
        for case in recorded:
            got = reading.reading(case, sources)
            lines = cases.difference(case.expected or {}, got)
            if not lines:
                continue
            different += 1
            show([f"{case.source}/{case.name}:", *(f"  {line}" for line in lines)])
            if opts.update:
                cases.write_expected(case, got)
        if opts.check and different:
            self.exitcode = 1
        show([f"{len(recorded)} cases read, {different} {'updated' if opts.update else 'different'}"])


class OnePage(Spider):
    """Fetches one page as the network gives it, with the project's manners."""

    name = "record"
    custom_settings = {"DOWNLOADER_MIDDLEWARES": {"newscrawl.middlewares.Decode": None}}

    def __init__(self, url: str) -> None:
        super().__init__()
        self.start_urls = [url]
        self.response: Response | None = None
        self.reason = "no answer"

    async def start(self) -> Any:
        """The one request."""
        yield Request(self.start_urls[0], self.parse, errback=self.failed, dont_filter=True)

    def parse(self, response: Response) -> None:
        """Keep the answer."""
        self.response = response

    def failed(self, failure: Failure) -> None:
        """Keep the reason."""
        self.reason = failure.getErrorMessage()
