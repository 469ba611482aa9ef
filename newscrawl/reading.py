"""Read a saved page as the source of its address would: for `extract`, `links`, `record` and the tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from newscrawl.assembly import Facts
from newscrawl.bases.answers import bounded
from newscrawl.bases.registry import is_off_topic, sites_of
from newscrawl.bases.source import Source
from newscrawl.bounds import TooMuch, limited
from newscrawl.cases import Case
from newscrawl.discovery import Announcement, Channel, DeadChannel, Feed, Link, Listing, NewsSitemap
from newscrawl.discovery.answer import kind_of
from newscrawl.faults import place
from newscrawl.items import Article
from newscrawl.loaders import NotAnArticle, read
from newscrawl.text.encoding import decode

Sources = dict[str, type[Source]]


def article(
    page: bytes, url: str, sources: Sources, *, content_type: str | None = None, generic: bool = False
) -> Article:
    """The article on a page, read by the layouts of the site that ``url`` is on.

    Raises:
        NotAnArticle: it holds none.
    """
    text, _ = decode(page, content_type)
    site = sites_of(sources).find(url)
    if site is None:
        # A site that no source covers: whoever publishes it must be named by the page.
        facts = Facts(source=(urlsplit(url).hostname or "unknown").removeprefix("www."), portal=True)
        address = url
    else:
        facts = sources[site.name].facts()
        address = site.address(url) if site.identity(url) else url
    try:
        return bounded(lambda: read(text, address, facts, generic=generic))
    except TooMuch as much:
        raise NotAnArticle(f"error:{much.reason}", f"The page {much}") from None


def announced(page: bytes, url: str, sources: Sources, *, content_type: str | None = None) -> Announcement:
    """What a saved listing, feed or sitemap announces, off-topic articles left out.

    Raises:
        DeadChannel: it announces nothing, or no source covers its site.
    """
    text, _ = decode(page, content_type)
    sites = sites_of(sources)
    site = sites.find(url)
    if site is None:
        raise DeadChannel("unknown-site", f"no source covers the site of {url}; `scrapy genspider` begins one")
    source = sources[site.name]
    channel = channel_of(source, url, text)
    try:
        found = limited(lambda: channel.read(text, url, sites if channel.outlinks else source.site()))
    except TooMuch as much:
        raise DeadChannel(much.reason, f"{url} {much}") from None
    return replace(found, links=[link for link in found.links if not is_off_topic(link.url, sources, sites)])


def links(page: bytes, url: str, sources: Sources, *, content_type: str | None = None) -> list[Link]:
    """The articles of `announced`."""
    return announced(page, url, sources, content_type=content_type).links


def channel_of(source: type[Source], url: str, text: str) -> Channel:
    """The channel of a source that an address belongs to, else one of the kind that the text looks like."""
    covering = next((channel for channel in source.discovery if channel.covers(url)), None)
    if covering:
        return covering
    if (kind := kind_of(text)) in ("feed", "sitemap", "index"):
        return Feed(url=url) if kind == "feed" else NewsSitemap(url=url)
    listings = [channel for channel in source.discovery if isinstance(channel, Listing)]
    same_path = [channel for channel in listings if urlsplit(channel.url).path == urlsplit(url).path]
    return next(iter(same_path or listings), Listing(url=url))


def reading(case: Case, sources: Sources) -> dict[str, Any]:
    """What this version of the project reads on a recorded page, in the form of its expected.json."""
    try:
        if case.kind == "article":
            return article(case.body, case.url, sources, content_type=case.content_type).as_dict()
        found = announced(case.body, case.url, sources, content_type=case.content_type)
        return {"parts": found.parts} if found.parts else {"links": [link.url for link in found.links]}
    except (NotAnArticle, DeadChannel) as reason:
        return {"nothing": str(reason)}
    except Exception as error:  # a page is kept because reading it fails: that is what its case shows
        return {"nothing": f"reading it failed ({place(error)}: {error})"}
