"""Ask a site what a crawl would ask it first, store nothing, and say in words what is wrong and which line to mend."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.bases.answers import announced_in, outcome_of, silence_of, type_of
from newscrawl.bases.parts import DEEPEST
from newscrawl.bases.registry import is_off_topic
from newscrawl.bases.source import Source
from newscrawl.channels import WORDS
from newscrawl.discovery import Channel, DeadChannel, Link, Listing
from newscrawl.faults import PROJECT, place
from newscrawl.items import WALLS, Article, Candidate
from newscrawl.loaders import NotAnArticle
from newscrawl.urls import Sites

CHANNELS, ARTICLES = 2, 3
"""What is asked for at most, beside robots.txt."""

ANCHOR = re.compile(r"""<a\b[^>]*?href=["']?([^"'\s>]+)""", re.IGNORECASE)


@dataclass
class Answered:
    """What a channel answered; ``newest`` is the latest time that its announcements name."""

    number: int
    channel: Channel
    url: str
    status: int | None = None
    type: str = ""
    links: list[Link] = field(default_factory=list)
    newest: datetime | None = None
    drifted: bool = False
    trouble: str = ""
    sentence: str = ""
    shapes: str = ""


@dataclass
class Shown:
    """What an article's page gave."""

    url: str
    article: Article | None = None
    sentence: str = ""
    walled: bool = False
    file: Path | None = None


@dataclass
class Findings:
    """All that an examination of one source found."""

    source: type[Source]
    channels: list[Answered] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    articles: list[Shown] = field(default_factory=list)
    robots: str = "not asked"

    @property
    def read(self) -> list[Article]:
        """The articles that came out."""
        return [shown.article for shown in self.articles if shown.article]


class Examination(Spider):
    """Two channels of a source and three articles they announce; with ``everything`` all of its channels."""

    name = "examination"

    source: ClassVar[type[Source]]
    everything: ClassVar[bool] = False
    save: ClassVar[Path | None] = None
    allowed_domains: list[str]
    reader: Source
    sites: Sites
    findings: Findings
    chosen: list[tuple[int, Channel]]

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Scrapy's constructor."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.reader = cls.source.from_crawler(crawler)
        spider.sites = spider.reader.sites
        spider.allowed_domains = cls.source.allowed_domains
        spider.findings = Findings(cls.source)
        spider.chosen = list(enumerate(cls.source.discovery))
        if not cls.everything:
            # One of each kind tells more than two lists.
            kinds = {channel.kind: number for number, channel in reversed(spider.chosen)}
            asked = sorted(kinds.values())[:CHANNELS] if len(kinds) > 1 else range(CHANNELS)
            spider.findings.unasked = [channel.name for number, channel in spider.chosen if number not in asked]
            spider.chosen = [pair for pair in spider.chosen if pair[0] in asked]
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first page of each channel."""
        self.waiting = len(self.chosen)
        for number, channel in self.chosen:
            url = next(iter(channel.first_urls(None, None)))
            answered = Answered(number, channel, url)
            self.findings.channels.append(answered)
            yield Request(url, self.channel, errback=self.failed, cb_kwargs={"answered": answered}, dont_filter=True)

    def channel(self, response: Response, answered: Answered) -> Iterator[Request]:
        """Note what a channel answered."""
        answered.status = response.status
        answered.type = type_of(response)
        self._keep(response, f"channel-{answered.number}")
        try:
            text = announced_in(response)
            answered.shapes, outlinks = shapes(text), answered.channel.outlinks
            found = answered.channel.read(text, response.url, self.sites if outlinks else self.source.site())
            if found.parts and response.request and response.meta.get("depth", 0) < DEEPEST:
                yield response.request.replace(url=found.parts[0])  # an index says nothing of its parts
                return
            answered.drifted = found.drifted
            answered.links = [
                link for link in found.links if not is_off_topic(link.url, self.reader.sources, self.sites)
            ]
            answered.newest = max((link.published_at for link in found.links if link.published_at), default=None)
        except DeadChannel as dead:
            answered.trouble, answered.sentence = dead.reason, str(dead)
        except Exception as error:
            answered.trouble, answered.sentence = "error:reading", f"{place(error)}: {error}"
        yield from self._done()

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Note that a channel could not be had."""
        answered: Answered = failure.request.cb_kwargs["answered"]  # type: ignore[attr-defined]
        answered.status = getattr(getattr(failure.value, "response", None), "status", None)
        answered.trouble = silence_of(failure)
        answered.sentence = f"{answered.url} gave no answer to read: {failure.getErrorMessage()}"
        yield from self._done()

    def _done(self) -> Iterator[Request]:
        self.waiting -= 1
        if self.waiting:
            return
        # By turns from each channel, so that each is proved by an article.
        lists = [answered.links for answered in self.findings.channels]
        order = [(i, link) for i in range(ARTICLES) for links in lists for link in links[i : i + 1]]
        links = list({link.key: link for _, link in order}.values())
        for link in links[:ARTICLES]:
            shown = Shown(link.url)
            self.findings.articles.append(shown)
            candidate = Candidate(
                url=link.url,
                key=link.key,
                source=self.source.name,
                channel="",
                published_at=link.published_at,
                title=link.title,
            )
            meta = {"candidate": candidate}
            yield Request(link.url, self.article, errback=self.lost, cb_kwargs={"shown": shown}, meta=meta)

    def article(self, response: Response, shown: Shown) -> None:
        """Note what an article's page gave."""
        shown.file = self._keep(response, f"article-{self.findings.articles.index(shown) + 1}")
        try:
            shown.article = self.reader.read(response, response.meta["candidate"])
        except NotAnArticle as reason:
            shown.sentence, shown.walled = str(reason), reason.reason in WALLS
        except Exception as error:
            shown.sentence = f"reading it failed ({place(error)}: {error})"

    def lost(self, failure: Failure) -> None:
        """Note that an article could not be had."""
        shown: Shown = failure.request.cb_kwargs["shown"]  # type: ignore[attr-defined]
        shown.sentence = f"{outcome_of(failure)}: {failure.getErrorMessage()}"

    def closed(self, reason: str) -> None:
        """Read robots.txt's answer off the statistics."""
        assert self.crawler.stats
        counted = self.crawler.stats.get_stats()
        statuses = [name.rpartition("/")[2] for name in counted if name.startswith("robotstxt/response_status_count/")]
        shut = [a.channel.name for a in self.findings.channels if a.trouble == "robots"]
        if not self.crawler.settings.getbool("ROBOTSTXT_OBEY"):
            self.findings.robots = "not obeyed (ROBOTSTXT_OBEY is off)"
        elif any(a.trouble == "robots-unreachable" for a in self.findings.channels):
            self.findings.robots = "could not be had, so nothing may be fetched; try again later"
        elif shut and len(shut) == len(self.findings.channels):
            self.findings.robots = "closes every channel that was asked"
        elif shut:
            self.findings.robots = f"closes {', '.join(shut)}"
        else:
            self.findings.robots = f"open for what was asked (answered {', '.join(statuses) or 'nothing'})"

    def _keep(self, response: Response, name: str) -> Path | None:
        if self.save is None:
            return None
        folder = self.save / self.source.name
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{name}.html"
        file.write_bytes(response.body)
        return file


def shapes(text: str) -> str:
    """The commonest shapes of the addresses on a page, digits as N.

    >>> shapes('<a href="/v/101">a</a><a href="/v/102">b</a><a href="/v/103">c</a><a href="/about">d</a>')
    '/v/N (3 links)'
    """
    paths = (re.sub(r"\d+", "N", urlsplit(href).path) for href in ANCHOR.findall(text) if re.search(r"\d{3}", href))
    common = [f"{path} ({count} links)" for path, count in Counter(paths).most_common(2) if count > 2]
    return ", ".join(common)


def faults(findings: Findings) -> list[str]:
    """What is wrong with a source, each with the attribute and the file to mend; none when it is well."""
    source = findings.source
    found = [sentence for answered in findings.channels for sentence in _channel_faults(source, answered)]
    announced = any(answered.links for answered in findings.channels)
    if announced and not findings.read:
        reasons = "; ".join(dict.fromkeys(shown.sentence.removeprefix("is ") for shown in findings.articles))
        walled = all(shown.walled for shown in findings.articles)
        mend = "nothing is to be mended here, try again later" if walled else _mend(source, "pages")
        found.append(f"no article came out of {len(findings.articles)} pages: {reasons}; {mend}")
    elif announced:
        found += [f"{shown.url}: {shown.sentence}" for shown in findings.articles if not shown.article]
        found += _article_faults(source, findings.read)
    return found


def _channel_faults(source: type[Source], answered: Answered) -> Iterator[str]:
    name = f"discovery[{answered.number}]"
    if answered.drifted:
        region = getattr(answered.channel, "region", "")
        yield f"{answered.channel.name}: its region {region!r} is not on the page, the whole page was searched: {_mend(source, 'discovery', f'`region` of {name}')}"
    if answered.trouble in ("robots", "robots-unreachable", "challenge", "error:reading"):
        advice = {
            "robots": "an owner who has the site's permission sets ROBOTSTXT_OBEY=False; nothing is to be mended",
            "robots-unreachable": "nothing is to be mended here, try again later",
            "error:reading": answered.sentence,
            "challenge": "the site keeps robots out; nothing is to be mended, do not get around it",
        }[answered.trouble]
        yield f"{answered.channel.name}: {WORDS[answered.trouble]}: {advice}"
    elif answered.trouble == "no-links" and isinstance(answered.channel, Listing) and answered.shapes:
        yield f"{answered.channel.name}: no link looks like an article's, the page's own look like {answered.shapes}: {_mend(source, 'article_url')}"
    elif answered.trouble in WORDS:
        yield f"{answered.channel.name}: {WORDS[answered.trouble]}: {_mend(source, 'discovery', f'`url` of {name}')}"
    elif answered.trouble.startswith("error:http-"):
        yield f"{answered.channel.name}: the server answers {answered.status}: try again later; if it stays, {_mend(source, 'discovery', f'`url` of {name}')}"
    elif answered.trouble:
        yield f"{answered.channel.name}: {answered.sentence}: is the site up, and the network?"


def _article_faults(source: type[Source], articles: list[Article]) -> Iterator[str]:
    many = f"{len(articles)} page{'s' * (len(articles) > 1)}"
    texts = {hashlib.sha256(article.body.encode()).digest() for article in articles}
    if len(articles) > 1 and len(texts) == 1:
        yield f"all {many} show the same text: a consent or an error page? Nothing is to be mended before that is known"
        return
    own = [article for article in articles if article.source == source.name]
    missed = [name for name in source.selected() if own and all(a.extraction.get(name) != "layout" for a in own)]
    # Without its body no layout is used: what else has a selector was not even tried.
    for name in ["body"] if "body" in missed else sorted(missed):
        rungs = {article.extraction.get(name) for article in own}
        if own and "layout" not in rungs:
            now = ", ".join(sorted(filter(None, rungs)))
            if now or name in ("title", "body", "published"):
                selector = ", ".join(
                    repr(getattr(page, _selector(name))) for page in source.pages if getattr(page, _selector(name), "")
                )
                yield f"{name}: the selector {selector} matched on 0 of {many}{f'; it came from {now}' if now else ''}: {_mend(source, 'pages', f'`{_selector(name)}` of pages')}"
    if not any(article.published_at for article in articles):
        yield f"published_at: no page of {len(articles)} has a time that can be read: {_mend(source, 'pages', '`published` of pages')}"


def _selector(name: str) -> str:
    return {"published_at": "published", "modified_at": "modified"}.get(name, name)


def _mend(source: type[Source], attribute: str, what: str = "") -> str:
    """Which attribute to mend in which file: the class that defines it may be a base."""
    owner = next((cls for cls in source.__mro__ if attribute in vars(cls)), source)
    path = Path(inspect.getsourcefile(owner) or owner.__module__)
    return f"mend {what or f'`{attribute}`'} in {path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path}"
