"""One crawl of the site in this process, and what it cost: the project's own, or that of a spider that reads nothing."""

from __future__ import annotations

import contextlib
import json
import resource
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from scrapy import Request, Spider, cmdline
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import default_settings

from benchmarks import site


class Bare(Spider):
    """Follows the links of the listing pages and reads nothing."""

    name = "bare"

    async def start(self) -> AsyncIterator[Request]:
        """The listing pages."""
        for url in site.listing_urls(int(self.articles)):  # type: ignore[attr-defined]
            yield Request(url, self.parse_listing)

    def parse_listing(self, response: Response) -> Iterator[Request]:
        """A request for every article announced."""
        yield from response.follow_all(response.css("a.news_item::attr(href)").getall(), self.parse_article)

    def parse_article(self, response: Response) -> None:
        """Nothing."""


def bare(articles: int) -> int:
    """Crawl with Scrapy's stock settings; the result is the number of articles fetched without an error."""
    process = AsyncCrawlerProcess({})
    crawler = process.create_crawler(Bare)
    process.crawl(crawler, articles=articles)
    process.start()
    assert crawler.stats
    counters = crawler.stats.get_stats()
    _refuse(counters.get("finish_reason") != "finished" or "log_count/ERROR" in counters, "the bare crawl had errors")
    return int(counters["downloader/response_status_count/200"]) - len(site.listing_urls(articles))


def full(articles: int, **settings: str) -> int:
    """``scrapy crawl mk`` as everyone runs it, on loopback and without a delay; the result is the number of articles stored."""
    # Imported here, because the bare spider must not pay for them.
    from newscrawl.bases.source import Source
    from newscrawl.discovery import Listing
    from newscrawl.spiders.publishers.mk import Mk

    source: type[Source] = Mk
    source.discovery = tuple(
        Listing(section="경제", url=url, region="a.news_item") for url in site.listing_urls(articles)
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bench.db"
        stock = default_settings.CONCURRENT_REQUESTS_PER_DOMAIN
        given = settings | dict(
            NEWSCRAWL_DATABASE_URL=f"sqlite:///{file}", DOWNLOAD_DELAY=0, CONCURRENT_REQUESTS_PER_DOMAIN=stock
        )
        try:
            cmdline.execute(["scrapy", "crawl", "mk", *(f"--set={name}={value}" for name, value in given.items())])
        except SystemExit as end:
            _refuse(bool(end.code), "the full crawl was not healthy")
        with contextlib.closing(sqlite3.connect(file)) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


def alone(articles: int) -> int:
    """The same crawl in a project that has no other source."""
    return full(articles, SPIDER_MODULES="newscrawl.spiders.publishers.mk")


def exact(articles: int) -> int:
    """The same crawl without looking for near copies."""
    from newscrawl.dedup.likeness import Text

    Text.keys = ()  # type: ignore[assignment]
    return full(articles)


def unindexed(articles: int) -> int:
    """The same crawl without the index of the search."""
    from newscrawl.storage import fulltext

    fulltext.follow = lambda *_: None
    return full(articles)


def _refuse(wrong: bool, message: str) -> None:
    if wrong:
        sys.exit(message)


if __name__ == "__main__":
    variant, expected = sys.argv[1], int(sys.argv[2])
    got = {"bare": bare, "full": full, "alone": alone, "exact": exact, "unindexed": unindexed}[variant](expected)
    _refuse(got != expected, f"the {variant} crawl got {got} of {expected} articles")
    usage = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss * unit / 1e6}))
