"""Where a crawl may not go: into the network of this machine, and off the sites it knows."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.url import url_is_from_any_domain
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from w3lib.url import safe_url_string


class StayOnSite:
    """Downloader middleware: no address of this machine or its network; and a redirect stays on the source's domains or leads
    to an article of a known site. That of a robots.txt may lead anywhere in the open net (RFC 9309, 2.3.1.2).

    One that leads elsewhere is an outcome, not a request: Scrapy's own filter drops such a request without a word to
    whoever asked for the page. NEWSCRAWL_ALLOW_PRIVATE is for sites of one's own.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._private = crawler.settings.getbool("NEWSCRAWL_ALLOW_PRIVATE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises IgnoreRequest for an address of this machine or its network, and for a part of an index on another site."""
        host = urlparse_cached(request).hostname or ""
        if not self._private and (host == "localhost" or is_private(host)):
            raise IgnoreRequest(f"{host} is no public address; NEWSCRAWL_ALLOW_PRIVATE allows it")
        # What a channel names to be read as a part of it: only the channel itself is the source's own word.
        domains = getattr(self.crawler.spider, "allowed_domains", None)
        if request.cb_kwargs.get("level") and domains and not url_is_from_any_domain(request.url, domains):
            raise IgnoreRequest(f"{request.url} leads off the site")

    def process_response(self, request: Request, response: Response) -> Response:
        """The same answer; raises IgnoreRequest when it leads elsewhere."""
        location = response.headers.get("Location")
        if location and 300 <= response.status < 400:
            try:
                target = response.urljoin(safe_url_string(location))
                known = self._is_known(target) or request.meta.get("dont_obey_robotstxt")
            except ValueError:
                raise IgnoreRequest(f"redirected to what is no address: {location[:200]!r}") from None
            if not known or not target.startswith(("http://", "https://")):
                raise IgnoreRequest(f"redirected to {target}")
        return response

    def _is_known(self, target: str) -> bool:
        spider: Any = self.crawler.spider
        domains = getattr(spider, "allowed_domains", None) or []
        return not domains or url_is_from_any_domain(target, domains) or bool(spider.sites.article(target))


def is_private(host: str) -> bool:
    """Whether a host is a literal address that is none of the public internet, in any spelling that a resolver takes.

    >>> [is_private(host) for host in ("127.0.0.1", "127.1", "0x7f.1", "2130706433", "::1", "169.254.169.254", "10.0.0.8")]
    [True, True, True, True, True, True, True]
    >>> [is_private(host) for host in ("www.mk.co.kr", "8.8.8.8", "1.kr", "")]
    [False, False, False, False]
    """
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    try:
        return bool(host) and not ipaddress.ip_address(socket.inet_aton(host)).is_global
    except OSError:
        return False


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, for names that lead out of this machine's network; a proxy may be anywhere."""

    allow_private = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        """Scrapy's constructor."""
        resolver: Self = super().from_crawler(crawler, reactor)
        resolver.allow_private = crawler.settings.getbool("NEWSCRAWL_ALLOW_PRIVATE")
        return resolver

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """The address of a name; fails with DNSLookupError for a private one."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        if self.allow_private or name in {urlsplit(proxy).hostname for proxy in getproxies().values()}:
            return found
        return found.addCallback(self._public, name)

    def _public(self, address: str, name: str) -> str:
        if is_private(address):
            raise DNSLookupError(f"{name} is {address}, which is no public address")
        return address
