"""The walk every source shares: from its channels to the articles they announce."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from functools import cache
from typing import Any, ClassVar, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from newscrawl.assembly import Facts
from newscrawl.bases.answers import announced_in, bounded, counted, outcome_of, silence_of, text_of
from newscrawl.bases.arguments import PAGES, Arguments, parse
from newscrawl.bases.parts import Parts, alarm
from newscrawl.bases.registry import is_off_topic, load_sources, sites_of
from newscrawl.bounds import limited
from newscrawl.discovery import Channel, DeadChannel
from newscrawl.extract.page import ArticlePage
from newscrawl.extract.raw import Raw
from newscrawl.faults import note
from newscrawl.items import Article, Candidate, Outcome
from newscrawl.loaders import NotAnArticle, read
from newscrawl.text.dates import SEOUL
from newscrawl.text.sections import elsewhere
from newscrawl.urls import Site, Sites

__all__ = ["Source", "load_sources", "sites_of"]


class Source(Spider):
    """One publisher or portal. To add one:

    1. Name the class, the file and ``name`` after the domain's stem (``mk`` for mk.co.kr).
    2. Say who: ``publisher`` (its Korean name; a portal has none) and ``allowed_domains``.
    3. Say what an article's address looks like: ``article_url``, with the group ``id`` around what identifies the page.
    4. Say where articles are announced: ``discovery``, two channels of different kinds where the site has them.
    5. Say only what the page does not say about itself: ``pages``, one `ArticlePage` a layout, newest first, old ones kept.
    6. Record its pages (``scrapy record``), read what came out, and commit both.

    ``off_topic`` is a pattern of article addresses that are plainly not economic news; ``robots`` is what is known of the
    site's robots.txt and since when; ``template`` and ``space`` are explained at `newscrawl.urls.Site`.
    """

    publisher: ClassVar[str | None] = None
    portal: ClassVar[bool] = False
    article_url: ClassVar[str]
    template: ClassVar[str] = ""
    space: ClassVar[str] = ""
    off_topic: ClassVar[str] = ""
    robots: ClassVar[str] = "not known"
    discovery: tuple[Channel, ...] = ()
    pages: ClassVar[tuple[ArticlePage, ...]] = ()
    allowed_domains: ClassVar[list[str]]

    sources: dict[str, type[Source]]
    sites: Sites

    def __init__(self, name: str | None = None, **given: str) -> None:
        super().__init__(name)
        self.arguments = self.parse_arguments(given)
        self.announced: dict[str, Candidate | None] = {}  # None once its page came: a long crawl keeps keys only
        self.listed: dict[str, set[str]] = {}
        self.parts = Parts(self.arguments.parts)
        self.distinct: dict[str, set[int]] = {"published_at": set(), "body": set()}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """A spider that knows every other source: a page is read by the layouts of the site it is on."""
        cls.site()  # raises here what is wrong with the class
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.sources = load_sources(crawler.settings)
        spider.sites = sites_of(spider.sources)
        return spider

    @classmethod
    def parse_arguments(cls, given: dict[str, str]) -> Arguments:
        """The crawl's limits (see `newscrawl.bases.arguments`); raises ArgumentError."""
        return parse(given, tuple(dict.fromkeys(c.section for c in cls.discovery if c.section)))

    @classmethod
    @cache
    def site(cls) -> Site:
        """How this source names its pages."""
        return Site(
            cls.name, tuple(cls.allowed_domains), re.compile(cls.article_url), cls.template, cls.space, cls.portal
        )

    @classmethod
    def facts(cls) -> Facts:
        """What is known about this source's pages before one is read."""
        return Facts(source=cls.name, publisher=cls.publisher, portal=cls.portal, pages=cls.pages, site=cls.site())

    @classmethod
    @cache
    def selected(cls) -> frozenset[str]:
        """The fields that a layout of today has a selector for: from any lower rung they tell of a redesign."""
        return frozenset().union(*(page.fields for page in cls.pages if not page.until))

    # The walk

    async def start(self) -> AsyncIterator[Request]:
        """The first request of every channel that was asked for."""
        limits = self.arguments
        channels = self.channels()
        undated = [channel.name for channel in channels if not channel.by_day]
        if limits.since and undated:
            self.logger.warning(
                "%s: there is no list by day for %s: only what these show now is read; -a max_pages=N reads more of it",
                self.name,
                ", ".join(undated),
            )
        assert self.crawler.stats
        for channel in channels:
            self._count(f"channel/{channel.name}/asked")
            try:
                for url in channel.first_urls(limits.since, limits.until):
                    yield self._ask(channel, url, 1)
            except Exception as error:
                note(self.crawler, f"{channel.name} cannot be asked", error)
                self.crawler.stats.set_value(f"channel/{channel.name}/dead", "error:asking")

    def channels(self) -> list[Channel]:
        """The channels that this crawl asks."""
        sections = self.arguments.sections
        return [channel for channel in self.discovery if not sections or channel.section in sections]

    def _ask(self, channel: Channel, url: str, page: int, level: int = 0, **meta: Any) -> Request:
        """The request for a channel's page; ``behind`` are the keys on the page before it, ``level`` how deep in an index it is."""
        return Request(
            url,
            self.parse_channel,
            errback=self.channel_failed,
            cb_kwargs={"channel": channel, "page": page, "level": level},
            meta={"handle_httpstatus_list": [304], **meta},
            # The articles of a page come before the next page: so no more than a page of them waits in memory. What a
            # killed run leaves out behind is no hole, because only a walk that came to its end is trusted.
            priority=1 - page,
            dont_filter=True,
        )

    def ask_for(self, candidate: Candidate) -> Request:
        """The request for an announced page. Who asks keeps count; Scrapy's filter would drop a redirect without a word."""
        return Request(
            candidate.url,
            self.parse_article,
            errback=self.article_failed,
            meta={"candidate": candidate},
            dont_filter=True,
        )

    def parse_channel(
        self, response: Response, channel: Channel, page: int, level: int = 0
    ) -> Iterator[Request | Outcome]:
        """Requests for the articles an answer announces, and for the next page while there is something new on this one."""
        limits = self.arguments
        if response.status == 304:
            self._count(f"channel/{channel.name}/unchanged")
            self._walked(channel)
            return
        sites = self.sites if channel.outlinks else self.site()
        try:
            text = announced_in(response)
            found = limited(lambda: channel.read(text, response.url, sites))
            parts = self.parts.take(channel.name, response.url, found.parts, level) if found.parts else []
        except DeadChannel as dead:
            assert response.request
            self._announced_nothing(response.request, dead.reason, str(dead))
            return
        if found.parts:
            self._count(f"channel/{channel.name}/parts", len(parts))
            self._count(f"channel/{channel.name}/parts-left", len(found.parts) - len(parts))
            for number, url in enumerate(parts, page + 1):
                yield self._ask(channel, url, number, level + 1)
            return
        self._count(f"channel/{channel.name}/pages")
        self._count(f"channel/{channel.name}/links", len(found.links))
        if found.drifted:
            self._count(f"drift/{channel.name}")
            self.logger.warning("%s: the region is not on %s; the whole page was searched", channel.name, response.url)
        # New to this channel is what it goes on for: another one may have been quicker with the same pieces.
        listed = self.listed.setdefault(channel.name, set())
        fresh = [link for link in found.links if link.key not in listed]
        for link in found.links:
            listed.add(link.key)
            if link.key in self.announced:
                if known := self.announced[link.key]:
                    # A list names no time, the feed of the same pieces does.
                    known.title = known.title or link.title
                    known.published_at = known.published_at or link.published_at
                continue
            candidate = self.announced[link.key] = Candidate(
                url=link.url,
                key=link.key,
                source=self.name,
                channel=channel.name,
                published_at=link.published_at,
                title=link.title,
            )
            if is_off_topic(link.url, self.sources, self.sites):
                yield Outcome(candidate=candidate, outcome="rejected:off-topic")
            else:
                yield self.ask_for(candidate)
        pages = limits.pages(by_day=bool(limits.since and channel.by_day))
        if found.next_url and fresh and page < pages:
            yield self._ask(channel, found.next_url, page + 1, behind={link.key for link in found.links})
        elif not (found.next_url and fresh) or pages >= PAGES:
            self._walked(channel)

    def channel_failed(self, failure: Failure) -> None:
        """A channel that could not be fetched is counted and named; the others go on."""
        request: Request = failure.request  # type: ignore[attr-defined]
        reason = silence_of(failure)
        if reason != "pending":
            message = f"{request.url} gave no answer to read: {reason} ({failure.getErrorMessage()})"
            self._announced_nothing(request, reason, message)

    def parse_article(self, response: Response) -> Iterator[Article | Outcome]:
        """The article on a page, or the outcome that says why there is none."""
        candidate: Candidate = response.meta["candidate"]
        self.announced[candidate.key] = None
        self._count("articles/fetched")
        try:
            article = self.read(response, candidate)
        except NotAnArticle as reason:
            self.logger.warning("%s: %s %s", self.name, response.url, reason)
            shown = response.text if isinstance(response, TextResponse) else None
            yield Outcome(candidate=candidate, outcome=reason.reason, text=shown)
            return
        limits = self.arguments
        day = article.published_at.astimezone(SEOUL).date() if article.published_at else None
        # A portal files a piece under two sections and prints either; a paper's own word for its piece is the last one.
        mixed = candidate.channel in {c.name for c in self.discovery if not c.section}
        if elsewhere(article.section) and (mixed or not self.sources[article.source].portal):
            yield Outcome(candidate=candidate, outcome="rejected:off-topic", published_at=article.published_at)
        elif day and ((limits.since and day < limits.since) or (limits.until and day > limits.until)):
            yield Outcome(candidate=candidate, outcome="rejected:out-of-range", published_at=article.published_at)
        else:
            for counter in counted(article, self.sources[article.source].selected(), self.distinct):
                self._count(counter)
            article.candidate = candidate
            yield article

    def read(self, response: Response, candidate: Candidate) -> Article:
        """The article on an answer, by the layouts of the site it is on.

        Raises:
            NotAnArticle: it holds none; ``reason`` is the outcome.
            TooMuch: it is beyond the bounds of a page.
        """
        site = self.sites.find(response.url)
        if site is None or not site.identity(response.url):
            raise NotAnArticle("rejected:redirected", f"led to {response.url}, which is no article.")
        text = text_of(response)
        facts = self.sources[site.name].facts()
        announced = Raw(
            title=candidate.title, published_at=candidate.published_at.isoformat() if candidate.published_at else None
        )
        stats = self.crawler.stats
        return bounded(lambda: read(text, site.address(response.url), facts, announced=announced, stats=stats))

    def article_failed(self, failure: Failure) -> Iterator[Outcome]:
        """The outcome of an article that could not be fetched."""
        candidate: Candidate = failure.request.meta["candidate"]  # type: ignore[attr-defined]
        self.announced[candidate.key] = None
        outcome = outcome_of(failure)
        if outcome == "pending":
            return
        self._count("articles/failed")
        if outcome != "robots":
            self.logger.warning("%s: %s %s (%s)", self.name, candidate.url, outcome, failure.getErrorMessage())
        yield Outcome(candidate=candidate, outcome=outcome)

    def _announced_nothing(self, request: Request, reason: str, message: str) -> None:
        """Account for an answer of a channel that is none or announces nothing."""
        assert self.crawler.stats
        channel, part = request.cb_kwargs["channel"], "a part of " * bool(request.cb_kwargs["level"])
        if counter := alarm(request, reason):
            self.crawler.stats.set_value(counter, reason)
            self.logger.warning("%s: %s%s is dead: %s", self.name, part, channel.name, message)
        else:
            self._walked(channel)

    def _walked(self, channel: Channel) -> None:
        """Note that everything the channel shows was announced: the next crawl may stop where it meets what this one knew."""
        if not self.arguments.since:
            self._count(f"channel/{channel.name}/walked")

    def _count(self, name: str, by: int = 1) -> None:
        assert self.crawler.stats
        self.crawler.stats.inc_value(name, by)
