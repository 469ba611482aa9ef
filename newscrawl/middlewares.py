"""Between Scrapy and the spiders: text that is decoded right, and addresses that are asked for once."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.url import url_is_from_any_domain
from w3lib.url import safe_url_string

from newscrawl.items import Candidate, Outcome
from newscrawl.session import session_of
from newscrawl.text.encoding import decode


class Decode:
    """Downloader middleware: every text answer reaches the spider as UTF-8, whatever its labels said."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The same answer, decoded by `newscrawl.text.encoding`."""
        if not isinstance(response, TextResponse) or not response.body:
            return response
        label = (response.headers.get("Content-Type") or b"").decode("latin-1")
        text, codec = decode(response.body, label)
        if codec == "utf-8":
            return response if response.encoding == "utf-8" else response.replace(encoding="utf-8")
        return response.replace(body=text.encode(), encoding="utf-8")


class Robots(RobotsTxtMiddleware):
    """Downloader middleware: robots.txt, for every request that waits for it.

    In Scrapy 2.19 only the first of several requests that wait for one robots.txt gets to know it; the others are let
    through, because awaiting a Deferred uses its result up. And a site that cannot be reached is no error of this
    program: it is said in one line, without a traceback.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        logging.getLogger(RobotsTxtMiddleware.__module__).addFilter(_plainly)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's site, None when there are none."""
        await super().robot_parser(request)
        rules = self._parsers[urlparse_cached(request).netloc]
        return rules if isinstance(rules, RobotParser) else None


def _plainly(record: logging.LogRecord) -> bool:
    if record.exc_info:
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True


class StayOnSite:
    """Downloader middleware: a redirect may stay on the source's domains or lead to an article of a known site.

    One that leads elsewhere is an outcome, not a request.

    Scrapy's own filter drops such a request without a word to whoever asked for the page.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """The same answer; raises IgnoreRequest when it leads elsewhere."""
        location = response.headers.get("Location")
        if location and 300 <= response.status < 400:
            target = response.urljoin(safe_url_string(location))
            spider: Any = self.crawler.spider
            domains = getattr(spider, "allowed_domains", None) or []
            if domains and not url_is_from_any_domain(target, domains) and not spider.sites.article(target):
                raise IgnoreRequest(f"redirected to {target}")
        return response


class Announcements:
    """Spider middleware: writes every announced address down as pending, and lets only those through that are to be fetched."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """What the spider gave, without requests and outcomes of candidates that are settled already."""
        given = [item async for item in result]
        fetched = response.meta.get("candidate")
        announced = {c.key: c for c in map(_announced, given) if c and c is not fetched}
        wanted: set[str] = set()
        if announced:
            limits = self.crawler.spider.arguments  # type: ignore[union-attr]
            wanted = session_of(self.crawler).store.announce(
                list(announced.values()), since=limits.since, until=limits.until
            )
            assert self.crawler.stats
            self.crawler.stats.inc_value("links/listed", len(announced))
            self.crawler.stats.inc_value("links/known", len(announced) - len(wanted))
        for item in given:
            candidate = _announced(item)
            if candidate is None or candidate.key in wanted or candidate is fetched:
                yield item


def _announced(item: Any) -> Candidate | None:
    if isinstance(item, Request):
        candidate: Candidate | None = item.meta.get("candidate")
        return candidate
    return item.candidate if isinstance(item, Outcome) else None
