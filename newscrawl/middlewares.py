"""Between Scrapy and the spiders: text that is unpacked and decoded right, and addresses that are written down and asked for once."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import ACCEPTED_ENCODINGS
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.responsetypes import responsetypes

from newscrawl.exceptions import Stopped
from newscrawl.faults import note
from newscrawl.items import Candidate, Outcome
from newscrawl.packed import LARGEST, TooLarge, is_text, unpacked
from newscrawl.session import Session, session_of
from newscrawl.storage import Announced, Answer, Run, StoreError
from newscrawl.text.dates import SEOUL
from newscrawl.text.encoding import decode


class Unpack:
    """Downloader middleware in the place of Scrapy's: a body whose Content-Encoding is not true is read all the same.

    Scrapy's raises what the unpacker raised, and reads gzip in gzip once. What no unpacker reads keeps its Content-Encoding.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE") or LARGEST)

    def process_request(self, request: Request) -> None:
        """Say what can be unpacked."""
        request.headers.setdefault("Accept-Encoding", b", ".join(ACCEPTED_ENCODINGS))

    def process_response(self, request: Request, response: Response) -> Response:
        """The same answer without its packings; raises IgnoreRequest when it is larger than DOWNLOAD_MAXSIZE."""
        named = [name.decode("latin-1") for name in response.headers.getlist("Content-Encoding")]
        if request.method == "HEAD" or not response.body:
            return response
        if request.meta.get("dont_obey_robotstxt") and not named:
            return response  # half of the rules are no rules: `newscrawl.robots` looks
        try:
            body = unpacked(response.body, named, self._limit)
        except TooLarge:
            raise IgnoreRequest(f"{response.url} is larger than DOWNLOAD_MAXSIZE when it is unpacked") from None
        if body is response.body and (not named or not is_text(body)):
            return response
        headers = response.headers.copy()
        headers.pop("Content-Encoding", None)
        if not named:
            headers.pop("Content-Type", None)  # that of the packing (sitemap.xml.gz)
        kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
        return response.replace(cls=kind, headers=headers, body=body)


class Decode:
    """Downloader middleware: every text answer reaches the spider as UTF-8, whatever its labels said."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The same answer, decoded by `newscrawl.text.encoding`."""
        if request.meta.get("dont_obey_robotstxt"):
            return response  # of a robots.txt the bytes are read
        label = (response.headers.get("Content-Type") or b"").decode("latin-1")
        if not isinstance(response, TextResponse) and not label and is_text(response.body):
            response = response.replace(cls=HtmlResponse)  # Scrapy takes UTF-16 without a label for no text
        if not isinstance(response, TextResponse) or not response.body:
            return response
        text, codec = decode(response.body, label)
        # Asked for its encoding, a response without a label would have it guessed, which takes longer than to read it.
        return response.replace(body=response.body if codec == "utf-8" else text.encode(), encoding="utf-8")


class Announcements:
    """Spider middleware: what is announced is written down before it is fetched, and fetched once.

    It also takes up what earlier runs left, and ends the walk of a list at known ground: on a page of which nothing is new
    to the archive. That is trusted only for channels whose last walk came to its end, in a run that did.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._asked: set[str] = set()
        self._new: set[str] = set()
        self._own: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """The spider's first requests, and when all that follows from them is done, what earlier runs announced and left.

        What was tried before comes last: a page that kills the process must not keep it from all others.
        """
        try:
            async for item in start:
                if self._session.failure:
                    return
                yield self._conditional(item) if isinstance(item, Request) else item
        except Exception as error:
            note(self.crawler, "start() ended early", error)
        spider: Any = self.crawler.spider
        names = [channel.name for channel in spider.channels()]
        last: Candidate | None = None
        while True:
            await self._nothing_under_way()
            left = []
            with self._failing():
                left = self._session.store.unsettled(spider.name, names, after=last)
            if not left:
                return
            last = left[-1]
            for candidate in left:
                if candidate.key not in self._asked and _in_range(candidate, spider.arguments):
                    self._asked.add(candidate.key)
                    yield spider.ask_for(candidate)

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """What the spider gave, without requests and outcomes of candidates that are settled already."""
        given: list[Any] = []
        fault: Exception | None = None
        try:
            async for item in result:
                given.append(item)  # noqa: PERF401 - what came before an exception is kept
        except Exception as error:
            fault = error
        fetched = response.meta.get("candidate")
        channel = response.cb_kwargs.get("channel")
        candidates = {c.key: c for c in map(_announced, given) if c and c is not fetched}
        found = Announced()
        spider: Any = self.crawler.spider
        # An index says nothing of a part that changed: unchanged itself, it must be read again.
        index = any(isinstance(item, Request) and item.cb_kwargs.get("level") for item in given)
        if channel and response.status == 200:
            with self._failing():
                found = self._announce(
                    list(candidates.values()),
                    None if index or fault else _answer(response, spider.name, channel.name),
                )
            self._new |= found.new
            self._count("links/listed", len(candidates))
            self._count("links/known", len(candidates) - len(found.due))
            self._count("links/new", len(found.new))
            self._own |= found.own
        for item in given:
            candidate = _announced(item)
            if candidate is fetched and candidate:
                yield item
            elif candidate:
                if candidate.key in found.due - found.tried and candidate.key not in self._asked:
                    self._asked.add(candidate.key)
                    yield item
            elif channel and isinstance(item, Request) and self._is_behind_known_ground(item):
                self._count(f"channel/{channel.name}/walked")
            else:
                yield self._conditional(item) if isinstance(item, Request) else item
        if fault:
            raise fault

    def _announce(self, candidates: list[Candidate], answer: Answer | None) -> Announced:
        """Write candidates down; one that no database takes is named, and keeps no other from it."""
        limits = self.crawler.spider.arguments  # type: ignore[union-attr]
        try:
            return self._session.store.announce(candidates, since=limits.since, until=limits.until, answer=answer)
        except StoreError:
            raise
        except Exception as error:
            if len(candidates) < 2:
                note(self.crawler, f"{[c.url for c in candidates]!r} cannot be written down", error)
                return Announced()
            half = len(candidates) // 2
            parts = [self._announce(part, None) for part in (candidates[:half], candidates[half:])]
            return Announced(*({*a, *b} for a, b in zip(*map(_sets, parts), strict=True)))

    async def _nothing_under_way(self) -> None:
        engine: Any = self.crawler.engine
        while (
            engine.downloader.active
            or not engine.scraper.slot.is_idle()
            or engine._slot.scheduler.has_pending_requests()
        ):
            await self.crawler.signals.wait_for(signals.scheduler_empty)

    @contextlib.contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except StoreError as error:
            self._session.fail(self.crawler, error)

    @cached_property
    def _session(self) -> Session:
        return session_of(self.crawler)

    @cached_property
    def _trusted(self) -> frozenset[str]:
        """The channels that showed nothing behind known ground when they were walked last."""
        spider: Any = self.crawler.spider
        last: list[Run] = []
        with self._failing():
            last = self._session.store.runs(spider.name, before=self._session.run, limit=1)
        if not last or last[0].reason != "finished" or not spider.arguments.usual:
            return frozenset()
        return frozenset(
            channel.name for channel in spider.channels() if f"channel/{channel.name}/walked" in last[0].counters
        )

    def _is_behind_known_ground(self, request: Request) -> bool:
        """Whether nothing on the page before this one was new, and this source itself knew some of it."""
        keys = request.meta.get("behind", frozenset())
        trusted = request.cb_kwargs["channel"].name in self._trusted
        return trusted and keys.isdisjoint(self._new) and not keys.isdisjoint(self._own)

    def _conditional(self, request: Request) -> Request:
        """Ask for a channel's page only if it changed, where nothing but its change could matter."""
        channel = request.cb_kwargs.get("channel")
        answer: Answer | None = None
        with self._failing():
            answer = self._session.store.answer(request.url) if channel and channel.name in self._trusted else None
        for header, value in (
            ("If-None-Match", answer and answer.etag),
            ("If-Modified-Since", answer and answer.last_modified),
        ):
            if value:
                request.headers[header] = value
        return request

    def _count(self, name: str, by: int = 1) -> None:
        assert self.crawler.stats
        self.crawler.stats.inc_value(name, by)


class Attempts:
    """Downloader middleware: counts an attempt before a page is fetched, so that one which kills the process is given up."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Count it, but for a redirect or a repetition; raises Stopped when the database fails."""
        candidate: Candidate | None = request.meta.get("candidate")
        session = session_of(self.crawler)
        if session.failure:
            raise Stopped
        if candidate and not {"retry_times", "redirect_times"} & request.meta.keys():
            try:
                session.store.ask(candidate.key)
            except StoreError as error:
                session.fail(self.crawler, error)
                raise Stopped from None


def _announced(item: Any) -> Candidate | None:
    if isinstance(item, Request):
        candidate: Candidate | None = item.meta.get("candidate")
        return candidate
    return item.candidate if isinstance(item, Outcome) else None


def _sets(found: Announced) -> tuple[set[str], ...]:
    return found.due, found.tried, found.new, found.own


def _answer(response: Response, source: str, channel: str) -> Answer:
    etag, modified = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    return Answer(
        url=response.url,
        source=source,
        channel=channel,
        etag=etag.decode("latin-1") if etag else None,
        last_modified=modified.decode("latin-1") if modified else None,
    )


def _in_range(candidate: Candidate, limits: Any) -> bool:
    day = candidate.published_at.astimezone(SEOUL).date() if candidate.published_at else None
    return day is None or ((not limits.since or day >= limits.since) and (not limits.until or day <= limits.until))
