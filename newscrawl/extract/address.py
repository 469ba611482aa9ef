"""Which page a page says that it is: the addresses that it names against the one it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from newscrawl.urls import LIST, Site, plain_key

NUMBER = re.compile(r"\d{3,}")
# Under these a country's registry gives names to houses: example.co.kr and other.co.kr are two sites.
SECOND = frozenset("co or go ne re pe ac com net org".split())


def named(links: Iterable[str], url: str, site: Site | None) -> str | None:
    """What a page names: "own" address, "other" article of the site, "house" (a front page or a list), or None.

    >>> named(["https://www.example.kr/"], "https://www.example.kr/news/4711", None)
    'house'
    >>> named(["https://www.example.kr/", "/news/4711?utm_source=x"], "https://m.example.kr/news/4711", None)
    'own'
    """
    kinds = []
    for link in links:
        kinds.append(kind(link, url, site))
        if kinds[-1] == "own":
            break
    return next((each for each in ("own", "other", "house") if each in kinds), None)


def kind(link: str, url: str, site: Site | None, canonical: Iterable[str] = ()) -> str | None:
    """What one link names, as `named` says it; what the page calls ``canonical``, and is no front page, is its own.

    Where no source knows the site's addresses, one with other numbers names another article.

    >>> [kind(link, "https://www.example.co.kr/news/4711", None) for link in ("//m.example.co.kr/news/4711/amp", "/news/4712", "/news/", "https://www.other.co.kr/news/4712")]
    ['own', 'other', None, None]
    """
    if link == url:
        return "own"
    try:
        link = urljoin(url, link)
        parts, here = urlsplit(link), urlsplit(url)
    except ValueError:
        return None
    if link == url:
        return "own"
    if site and (own := site.identity(url)) and (there := site.identity(link)):
        return "own" if there == own else "other"
    key = plain_key(link)
    if key == plain_key(url):
        return "own"
    if _house(parts.hostname) != _house(here.hostname):
        return None
    path = parts.path.rstrip("/")
    if (not path and not parts.query) or LIST.search(path):
        return "house"
    if any(key == plain_key(each) for each in canonical):
        return "own"
    if site and site.identity(url):
        return None
    numbers = [set(NUMBER.findall(f"{each.path}?{each.query}")) for each in (parts, here)]
    return "other" if all(numbers) and numbers[0].isdisjoint(numbers[1]) else None


def _house(host: str | None) -> list[str]:
    """The part of a host's name that somebody registered."""
    labels = (host or "").split(".")
    return labels[-3 if len(labels) > 2 and labels[-2] in SECOND else -2 :]
