"""What a site may ask of a crawler: robots.txt, one request at a time with a pause, and to be left alone."""

from __future__ import annotations

import asyncio
import logging
import random
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.exceptions import NoTurn, RetryLater, Stopped
from newscrawl.robots import Unreachable, plain
from newscrawl.text.dates import SEOUL

logger = logging.getLogger(__name__)

LONGEST_DELAY = 60.0
"""Seconds of Crawl-delay that are honoured: more is a slip of the pen that would stop a crawl for years."""

LONGEST_REST = 7 * 86_400.0
"""Seconds that a site is believed to want to be left alone: no process lives as long, and 9999 is a slip of the pen too."""

REFUSALS = 8
"""How often in a row a site refuses before it is left alone for the rest of the run: it is overloaded, or it means this crawler."""

REST = 3600.0
"""Seconds of that rest."""


# One turn a host, for all crawls of the process: naver and naver_finance read the same pages, a portal's list leads to papers.


@dataclass
class Host:
    """What the process owes a host. Times are of the monotonic clock, in seconds."""

    turn: asyncio.Semaphore
    waiting: int = 0
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
    one that asks for more, or refuses again and again, is asked for nothing else in this process.

    A turn is given back when its request has left the downloader, and when it never got there: whatever a component between here and
    the network raises, the next request gets it. Who has waited for longer than all in front of him may take gives up.
    """

    def __init__(self, crawler: Crawler) -> None:
        crawler.signals.connect(self._answered, signals.response_downloaded)
        crawler.signals.connect(_left, signals.request_left_downloader)
        # All that one request may take: its own time, and what the site or its robots.txt may ask for in front of it.
        timeout, wait = crawler.settings.getfloat("DOWNLOAD_TIMEOUT"), crawler.settings.getfloat("NEWSCRAWL_MAX_WAIT")
        self._patience = timeout + max(wait, 1.5 * max(LONGEST_DELAY, crawler.settings.getfloat("DOWNLOAD_DELAY")))
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
        host.waiting += 1
        try:
            async with asyncio.timeout(self._patience * host.waiting):
                await host.turn.acquire()
        except TimeoutError:
            raise NoTurn(f"{name} was busy with other requests for too long") from None
        finally:
            host.waiting -= 1
        try:
            await self._wait(name, host)
        except BaseException:
            host.turn.release()
            raise
        host.free_at = time.monotonic() + max(self._delay, host.crawl_delay) * random.uniform(0.5, 1.5)
        request.meta["turn"] = host.turn

    def process_response(self, request: Request, response: Response) -> Response:
        """Give back the turn of a request that another component answered."""
        _give_back(request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Give back the turn of a request that never reached the downloader."""
        _give_back(request)

    def _answered(self, request: Request, response: Response) -> None:
        """Note what the host asks for, before the next request gets the turn."""
        host = _PROCESS.hosts.get(urlparse_cached(request).hostname or "")
        if host and response.status in (429, 503):
            self._refused(host, request, response)
        elif host and response.status < 400:
            host.refusals = 0

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
        host.refusals += 1
        if host.refusals >= REFUSALS:
            pause = max(pause or 0.0, REST)
        elif pause is None:
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


def _left(request: Request) -> None:
    """The signal that a request has left the downloader, with an answer or without."""
    _give_back(request)


def _retry_after(response: Response) -> float | None:
    """Seconds of a Retry-After header, which names seconds or a date (RFC 9110, 10.2.3); None when it names neither.

    >>> def asked(value):
    ...     return _retry_after(Response("http://a.test", headers={"Retry-After": value}))
    >>> asked("120"), asked("99999999999999"), asked("-1"), asked("Sun, 06 Nov 1994 08:49:37 GMT"), asked("Sunday, 06-Nov-94 08:49:37 GMT")
    (120.0, 604800.0, 0.0, 0.0, 0.0)
    >>> asked("Fri, 31 Dec 9999 23:59:59 GMT"), asked("Fri, 31 Dec 1000000000 23:59:59 GMT"), asked("Sun Nov  6 08:49:37 1994")
    (604800.0, None, 0.0)
    >>> asked("soon"), asked(""), asked("1e9"), asked("Fri, 31 Dec 9999 23:59:59 -1200")
    (None, None, None, 604800.0)
    """
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()[:100]
    if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]*)?", value):
        return min(max(float(value), 0.0), LONGEST_REST)
    try:
        moment = parsedate_to_datetime(value)
        # asctime's form has no zone; a date of this header is GMT's (RFC 9110, 5.6.7), not this machine's.
        seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds - time.time(), 0.0), LONGEST_REST)


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
        if response.status >= 500 or response.status == 429 or 300 <= response.status < 400:
            logger.warning(
                "robots.txt of %s answers %d: nothing of the site is fetched in this run", netloc, response.status
            )
            self._robots_error(IgnoreRequest(), netloc)
            return
        # No rules are on an error page, nor on a web page.
        body = plain(response.body) if 200 <= response.status < 300 else b""
        if body is None:
            logger.warning("robots.txt of %s is no text: nothing of the site is fetched in this run", netloc)
            self._robots_error(IgnoreRequest(), netloc)
            return
        await super()._parse_robots(response.replace(body=body), netloc, request)
        rules = self._parsers[netloc]
        delay = getattr(getattr(rules, "rp", None), "crawl_delay", lambda agent: None)(self._robotstxt_useragent)
        if delay and delay > 0:  # "nan" is a number to whoever reads it
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
