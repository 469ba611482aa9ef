"""Sources whose own code fails, in every place where code of theirs is called."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import bounds
from newscrawl.bases.source import Source
from newscrawl.discovery import Announcement, Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage
from newscrawl.items import Article, Outcome
from newscrawl.settings import DOWNLOADER_MIDDLEWARES
from newscrawl.urls import Known

LAYOUT = ArticlePage(body="#text", title="h1", published=".published")


class Misread(Feed):
    """A feed that nobody can read."""

    def read(self, text: str, url: str, known: Known) -> Announcement:
        raise ValueError("'광고' does not appear to be an IPv4 or IPv6 address")


class Endless(NewsSitemap):
    """A sitemap whose reading takes for ever, whatever is raised at it."""

    def read(self, text: str, url: str, known: Known) -> Announcement:
        while True:
            with contextlib.suppress(Exception):
                sum(range(1000))


class Unaskable(Listing):
    """A list without an address."""

    def first_urls(self, since: date | None, until: date | None) -> Iterator[str]:
        raise KeyError("page")


class Fussy:
    """A pipeline before the archive's, of a user's own."""

    def __init__(self) -> None:
        bounds.SECONDS = 0.3  # in the process of the crawl alone

    def process_item(self, item: Any) -> Any:
        if item.candidate.url.endswith("15"):
            raise LookupError("no such table")
        return item


class Between:
    """A component of a user's own between the turn of a host and the network."""

    def process_request(self, request: Request) -> None:
        if request.url.endswith("16"):
            raise AttributeError("before the network")

    def process_response(self, request: Request, response: Response) -> Response:
        if request.url.endswith("17"):
            raise AttributeError("behind the network")
        return response


class Clumsy(Source):
    """Articles 11 to 17 meet an error of this program each; the others are read."""

    name = "clumsy"
    publisher = "시험일보"
    allowed_domains = ["paper.test"]
    article_url = r"paper\.test/article/(?P<id>\d+)"
    discovery = (
        Unaskable(section="목록", url="http://paper.test/none?page={page}"),
        Misread(section="증권", url="http://paper.test/stock.xml"),
        Endless(url="http://paper.test/news.xml"),
        Listing(section="경제", url="http://paper.test/economy?page={page}", region="#list"),
    )
    pages = (LAYOUT,)
    custom_settings = {
        "ITEM_PIPELINES": {"newscrawl.pipelines.Archive": 300, "tests.spiders_clumsy.Fussy": 200},
        "DOWNLOADER_MIDDLEWARES": DOWNLOADER_MIDDLEWARES | {"tests.spiders_clumsy.Between": 945},
    }

    def parse_article(self, response: Response) -> Iterator[Article | Outcome]:
        number = int(response.url[-4:])
        if number == 11:
            raise ValueError("Invalid IPv6 URL\nand more of it")
        if number == 12:
            bounds.limited(lambda: [None for _ in iter(int, 1)])
        if number == 13:
            response.replace(nothing=True)  # raises within a library
        yield from super().parse_article(response)

    def article_failed(self, failure: Failure) -> Iterator[Outcome]:
        if failure.request.url.endswith("14"):  # type: ignore[attr-defined]
            raise TypeError("an errback")
        yield from super().article_failed(failure)


class Unstarted(Source):
    """A source whose `start` fails after its first request."""

    name = "unstarted"
    publisher = "시험일보"
    allowed_domains = ["paper.test"]
    article_url = r"paper\.test/article/(?P<id>\d+)"
    discovery = (Listing(section="경제", url="http://paper.test/economy?page={page}"),)
    pages = (LAYOUT,)

    async def start(self) -> AsyncIterator[Request]:
        async for request in super().start():
            yield request
        raise RuntimeError("start")


class Doors(Source):
    """A source on many hosts, each with a robots.txt of another kind."""

    name = "doors"
    publisher = "시험일보"
    hosts = ("open", "packed", "noise", "half", "hops", "lost", "moved", "nowhere")
    allowed_domains = [f"{host}.test" for host in hosts]
    article_url = r"\.test/article/(?P<id>\d+)"
    discovery = tuple(Listing(section=host, url=f"http://{host}.test/list") for host in hosts)
    pages = (LAYOUT,)
