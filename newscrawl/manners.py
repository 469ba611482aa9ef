"""What a site may ask of a crawler: robots.txt, one request at a time with a pause, and to be left alone."""

from __future__ import annotations

import asyncio
import logging
import random
import re
import time
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.exceptions import RetryLater, Stopped
from newscrawl.text.dates import SEOUL

logger = logging.getLogger(__name__)

ROBOTS_SIZE = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""

LONGEST_DELAY = 60.0
"""Seconds of Crawl-delay that are honoured: more is a slip of the pen that would stop a crawl for years."""


# One turn a host, for all crawls of the process: naver and naver_finance read the same pages, a portal's list leads to papers.


@dataclass
class Host:
    """What the process owes a host. Times are of the monotonic clock, in seconds."""

    turn: asyncio.Semaphore
    free_at: float = 0.0
    left_alone_until: float = 0.0
    crawl_delay: float = 0.0
    refusals: int = 0


@dataclass
class _Process:
    hosts: dict[str, Host] = field(default_factory=dict)
    stopped: asyncio.Event = field(default_factory=asyncio.Event)


_PROCESS = _Process()


def stop() -> None:
    """Let every request of this process that still waits for its turn fail with `Stopped`."""
    _PROCESS.stopped.set()


class Pace:
    """Downloader middleware: so many requests at a time to a host, a pause of random length between them, and Retry-After.

    Requests at a time are CONCURRENT_REQUESTS_PER_DOMAIN; the pause is DOWNLOAD_DELAY, or the site's Crawl-delay where that
    is longer, times 0.5 to 1.5. A site that asks to be left alone for up to NEWSCRAWL_MAX_WAIT seconds is waited for;
    one that asks for more is asked for nothing else in this process.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._at_once = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._delay = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._longest = crawler.settings.getfloat("NEWSCRAWL_MAX_WAIT")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the host's turn; raises Stopped or RetryLater instead of waiting for too long."""
        name = urlparse_cached(request).hostname or ""
        host = _PROCESS.hosts.get(name)
        if host is None:
            host = _PROCESS.hosts[name] = Host(asyncio.Semaphore(self._at_once))
        await host.turn.acquire()
        try:
            await self._wait(name, host)
        except BaseException:
            host.turn.release()
            raise
        host.free_at = time.monotonic() + max(self._delay, host.crawl_delay) * random.uniform(0.5, 1.5)
        request.meta["turn"] = host.turn

    def process_response(self, request: Request, response: Response) -> Response:
        """Give the turn back, and note what the host asks for."""
        _give_back(request)
        host = _PROCESS.hosts.get(urlparse_cached(request).hostname or "")
        if host and response.status in (429, 503):
            self._refused(host, request, response)
        elif host and response.status < 400:
            host.refusals = 0
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Give the turn back."""
        _give_back(request)

    async def _wait(self, name: str, host: Host) -> None:
        now = time.monotonic()
        if host.left_alone_until > now:
            until = datetime.fromtimestamp(time.time() + host.left_alone_until - now, SEOUL)
            raise RetryLater(f"{name} asked to be left alone until {until:%Y-%m-%d %H:%M}")
        if not _PROCESS.stopped.is_set() and host.free_at > now:
            try:
                async with asyncio.timeout(host.free_at - now):
                    await _PROCESS.stopped.wait()
            except TimeoutError:
                pass
        if _PROCESS.stopped.is_set():
            raise Stopped

    def _refused(self, host: Host, request: Request, response: Response) -> None:
        now = time.monotonic()
        pause = _retry_after(response)
        if pause is None:
            host.refusals += 1
            pause = min(self._longest, self._delay * 2**host.refusals)
        if pause > self._longest:
            host.left_alone_until = now + pause
            request.meta["dont_retry"] = True
        else:
            host.free_at = max(host.free_at, now + pause)


def _give_back(request: Request) -> None:
    turn: asyncio.Semaphore | None = request.meta.pop("turn", None)
    if turn:
        turn.release()


def _retry_after(response: Response) -> float | None:
    """Seconds of a Retry-After header, which names seconds or a date (RFC 9110, 10.2.3)."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if re.fullmatch(r"\d{1,9}", value):
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


class Unreachable(RobotParser):
    """The rules of a site whose robots.txt could not be had: nothing may be fetched (RFC 9309, 2.3.1.4)."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Scrapy's constructor."""
        return cls()

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:
        """Never."""
        return False


class Robots(RobotsTxtMiddleware):
    """Downloader middleware: robots.txt, for every request that waits for it, by RFC 9309.

    In Scrapy 2.19 only the first of several requests that wait for one robots.txt gets to know it; the others are let
    through, because awaiting a Deferred uses its result up. It takes the body of an error page for rules, and a site whose
    robots.txt cannot be had for an open one. And a site that cannot be reached is no error of this program: it is
    said in one line, without a traceback.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        logging.getLogger(RobotsTxtMiddleware.__module__).addFilter(_plainly)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's site."""
        await super().robot_parser(request)
        rules = self._parsers[urlparse_cached(request).netloc]
        return rules if isinstance(rules, RobotParser) else None

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raises IgnoreRequest for what the rules close."""
        if isinstance(rp, Unreachable):
            raise IgnoreRequest("robots.txt could not be had, so nothing of this site may be fetched now")
        super().process_request_2(rp, request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            logger.warning(
                "robots.txt of %s answers %d: nothing of the site is fetched in this run", netloc, response.status
            )
            self._robots_error(IgnoreRequest(), netloc)
            return
        # No rules are on an error page, nor on a web page.
        body = response.body[:ROBOTS_SIZE] if 200 <= response.status < 300 else b""
        await super()._parse_robots(response.replace(body=body), netloc, request)
        rules = self._parsers[netloc]
        delay = getattr(getattr(rules, "rp", None), "crawl_delay", lambda agent: None)(self._robotstxt_useragent)
        if delay:
            self._slow_down(netloc, float(delay))

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        super()._robots_error(exc, netloc)
        self._parsers[netloc] = Unreachable()

    def _slow_down(self, netloc: str, delay: float) -> None:
        if delay > LONGEST_DELAY:
            logger.warning(
                "robots.txt of %s asks for %g seconds between requests; %g it is", netloc, delay, LONGEST_DELAY
            )
        host = _PROCESS.hosts.get(urlsplit(f"//{netloc}").hostname or "")
        if host:
            host.crawl_delay = min(delay, LONGEST_DELAY)
            host.free_at = max(host.free_at, time.monotonic() + host.crawl_delay)


def _plainly(record: logging.LogRecord) -> bool:
    if record.exc_info:
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True
