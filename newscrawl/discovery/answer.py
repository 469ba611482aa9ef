"""What the answer of a channel is, whatever its server calls it."""

from __future__ import annotations

import re

from newscrawl.discovery.channel import DeadChannel
from newscrawl.extract import tree as trees
from newscrawl.extract.leaving import leaving
from newscrawl.extract.notices import hinted, notice
from newscrawl.extract.outline import Outline

# The outermost element behind declarations, comments and what a script of the server said before.
OUTERMOST = re.compile(r"<(?:\w+:)?(rss|rdf|feed|urlset|sitemapindex)(?=[\s>])", re.I | re.A)
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|title|script|div|table)\b", re.I)
ELEMENT = re.compile(r"<((?:\w+:)?[a-z][\w.-]*)", re.I | re.A)
KINDS = {"urlset": "sitemap", "sitemapindex": "index"}
WHAT = {
    "empty": "nothing",
    "feed": "a feed",
    "sitemap": "a sitemap",
    "index": "an index of sitemaps",
    "json": "JSON",
    "login": "a page that asks for a login",
    "notice": "a notice",
    "web-page": "a web page",
    "other-xml": "XML of another kind",
    "text": "a text without markup",
}
"""What stands in a channel's place, by the reason of its death."""


def kind_of(text: str) -> str:
    """What a text is, as one word of `WHAT`.

    >>> [kind_of(text) for text in ('{"items": []}', "<rss><channel/></rss>", "<!doctype html><p>경제</p>", " ", "<Error><Code>403</Code></Error>")]
    ['json', 'feed', 'web-page', 'empty', 'other-xml']
    >>> [kind_of(text) for text in ("서비스 점검 중입니다.", "<html><form><input type=password>로그인이 필요합니다</form></html>")]
    ['notice', 'login']
    """
    text = text.strip().lstrip("\ufeff").lstrip()
    if not text:
        return "empty"
    if text[0] + text[-1] in ("{}", "[]"):
        return "json"
    page, outermost = HTML.search(text), OUTERMOST.search(text)
    if outermost and not (page and page.start() < outermost.start()):
        return KINDS.get(outermost[1].lower(), "feed")
    said = _said(text)
    if said == "rejected:login":
        return "login"
    if said and (said == "gone" or said.startswith("error:")):
        return "notice"
    if page or not (element := ELEMENT.search(text)):
        return "web-page" if page else "text"
    return "other-xml" if text.startswith(("<?xml", element[0])) else "web-page"


def is_xml(text: str) -> bool:
    """Whether a text begins as a feed, a sitemap or an index."""
    outermost = OUTERMOST.search(text, 0, 2000)
    return outermost is not None and not HTML.search(text, 0, outermost.start())


def became(kind: str, text: str, url: str) -> DeadChannel:
    """The death of a channel by what stands in its place; ``kind`` is what it was."""
    found = kind_of(text)
    return DeadChannel(found, f"{url} answered with {WHAT[found]}, which is no {kind}")


def _said(text: str) -> str | None:
    """The outcome that a page's notice names, by the words that tell what is no article."""
    try:
        page = Outline(trees.parse(text), None)
    except (trees.EmptyPage, trees.TooLarge, RecursionError):
        return None
    return leaving(page, text) or notice(page, [])[0] or hinted(page, [])
