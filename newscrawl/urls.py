"""Which two URLs are the same page: one page, one key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit, urlunsplit

# Parameters that say where a reader came from, never which page it is.
# `input`, `site`: yna.co.kr trackers; `ref`: sedaily.com?ref=naver; `mid`: Nate; `influxDiv`: jtbc (2026-03).
TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|igshid|ref|referer|from|site|input|cds|mibextid|influxdiv|ntype|lfrom|_ga|spm)$", re.I
)
ALIAS = re.compile(r"^(?:www|m|mobile|amp)\.")


class Known(Protocol):
    """What knows articles by their addresses: one site, or all of them."""

    def article(self, url: str) -> Site | None:
        """The site that the address is an article of, or None."""


class Site(NamedTuple):
    """How one source names its pages.

    The groups of ``article_url`` whose names begin with ``id``, joined in the order of their names, are a page's
    identity: ``oid=(?P<id1>…)&aid=(?P<id2>…)`` and ``article/(?P<id>…/…)`` name the same page. ``template`` is the
    address that every alias of a page is fetched at, ``{}`` standing for the identity; ``space`` the name that the
    identities belong to.
    """

    name: str
    domains: tuple[str, ...]
    article_url: re.Pattern[str]
    template: str = ""
    space: str = ""
    portal: bool = False

    def identity(self, url: str) -> str | None:
        """The page's identity on this site, or None when the address is no article of it."""
        match = self.article_url.search(url)
        if match is None:
            return None
        return "/".join(value for name, value in sorted(match.groupdict().items()) if name.startswith("id") and value)

    def article(self, url: str) -> Site | None:
        """This site when the address is an article of it."""
        return self if self.identity(url) else None

    def key(self, url: str) -> str:
        """The key of a page of this site."""
        return f"{self.space or self.name}/{self.identity(url)}"

    def address(self, url: str) -> str:
        """The address to fetch a page of this site at."""
        return self.template.format(self.identity(url)) if self.template else without_tracking(url)


class Sites:
    """All known sites: finds the one an address belongs to, and the key of any address."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._by_domain: dict[str, list[Site]] = {}
        self._by_name: dict[str, Site] = {}
        for site in sites:
            self._by_name[site.name] = site
            for domain in site.domains:
                self._by_domain.setdefault(domain, []).append(site)

    def find(self, url: str) -> Site | None:
        """The site whose domain the address is on; of several, the one that knows its shape.

        >>> sites = Sites([Site("mk", ("mk.co.kr",), re.compile(r"mk\\.co\\.kr/(?:news/\\w+|article)/(?P<id>\\d+)"))])
        >>> sites.key("https://m.mk.co.kr/news/stock/11330362?utm_source=x"), sites.key("http://www.mk.co.kr/article/11330362")
        ('mk/11330362', 'mk/11330362')
        """
        host = (urlsplit(url).hostname or "").lower()
        while host:
            sites = self._by_domain.get(host)
            if sites:
                return next((site for site in sites if site.identity(url)), sites[0])
            _, _, host = host.partition(".")
        return None

    def article(self, url: str) -> Site | None:
        """The site that the address is an article of, or None."""
        site = self.find(url)
        return site.article(url) if site else None

    def key(self, url: str) -> str:
        """The key of a page: ``name/identity`` on a known site, else the address without its noise."""
        site = self.article(url)
        return site.key(url) if site else plain_key(url)

    def page_key(self, url: str) -> str | None:
        """The key of an address that names one page, or None: a front page given as the "original" names none.

        >>> Sites([]).page_key("https://www.example.kr/"), Sites([]).page_key("https://example.kr/view.php?ud=20230907000489")
        (None, 'example.kr/view.php?ud=20230907000489')
        """
        key = self.key(url)
        return key if re.search(r"\d{3}", key.partition("/")[2]) else None

    def is_portal(self, source: str) -> bool:
        """Whether the source of this name shows other publishers' articles."""
        site = self._by_name.get(source)
        return site is not None and site.portal


def plain_key(url: str) -> str:
    """An address without scheme, host alias, tracking parameters, fragment and trailing slash.

    >>> plain_key("http://www.busan.com/view/busan/view.php?code=2024012212522063152&utm_source=x#top")
    'busan.com/view/busan/view.php?code=2024012212522063152'
    >>> plain_key("https://m.example.kr/a/") == plain_key("http://example.kr/a")
    True
    """
    parts = urlsplit(url.strip())
    host = ALIAS.sub("", (parts.hostname or "").lower())
    query = "&".join(sorted(_identifying(parts.query)))
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")


def without_tracking(url: str) -> str:
    """The same address with the parameters that identify the page, in their order, and no fragment.

    >>> without_tracking("https://www.sedaily.com/article/20024658?ref=naver")
    'https://www.sedaily.com/article/20024658'
    """
    parts = urlsplit(url.strip())
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(_identifying(parts.query)), ""))


def _identifying(query: str) -> list[str]:
    return [pair for pair in query.split("&") if pair and not TRACKING.match(pair.partition("=")[0])]
