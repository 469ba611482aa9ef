"""Which page a page says that it is: its canonical link and og:url against the address it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from newscrawl.urls import LIST, Site, plain_key

ADDRESS = re.compile(r"(?:href|content)\s*=\s*[\"']?([^\"'\s>]+)")


def named(text: str, url: str, site: Site | None) -> str | None:
    """What a page names: "own" address, "other" article of the site, "house" (a front page or a list), or None.

    >>> named('<link rel="canonical" href="https://www.example.kr/">', "https://www.example.kr/news/4711", None)
    'house'
    >>> named('<meta property="og:url" content="/news/4711?utm_source=x">', "https://m.example.kr/news/4711", None)
    'own'
    """
    kinds: list[str | None] = []
    for address in _addresses(text):
        kinds.append(_kind(address, url, site))
        if kinds[-1] == "own":
            break
    return next((kind for kind in ("own", "other", "house") if kind in kinds), None)


def _addresses(text: str) -> Iterator[str]:
    for mark in ("og:url", "canonical"):
        at = text.find(mark)
        # A search by pattern for these tags would look at every tag of the page.
        tag = text[text.rfind("<", 0, at) : text.find(">", at)] if at >= 0 else ""
        found = ADDRESS.search(tag) if tag[:5].lower() in ("<meta", "<link") else None
        if found:
            yield found[1].replace("&amp;", "&")


def _kind(address: str, url: str, site: Site | None) -> str | None:
    if address == url:
        return "own"
    try:
        address = urljoin(url, address)
    except ValueError:
        return None
    if address == url:
        return "own"
    if site and (own := site.identity(url)) and (there := site.identity(address)):
        return "own" if there == own else "other"
    if plain_key(address) == plain_key(url):
        return "own"
    parts, here = urlsplit(address), urlsplit(url)
    if (parts.hostname or "").split(".")[-2:] != (here.hostname or "").split(".")[-2:]:
        return None
    path = parts.path.rstrip("/")
    return "house" if (not path and not parts.query) or LIST.search(path) else None
