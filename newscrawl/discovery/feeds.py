"""Read the articles that a feed or a news sitemap announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from newscrawl.discovery import markup
from newscrawl.discovery.answer import became, kind_of
from newscrawl.discovery.channel import Announcement, Channel, DeadChannel, Link, unique
from newscrawl.discovery.markup import Document, Entry, Field
from newscrawl.text import dates
from newscrawl.text.whitespace import fold
from newscrawl.urls import Known, address

# A headline is text, and is often written as HTML: <![CDATA[<b>속보</b> 수출 &middot; 내수]]>. <속보> and <A> are words of it.
TAG = re.compile(
    r"</?(?:b|br|em|font|i|mark|small|span|strong|sub|sup|u)(?:\s[\w-]+=[^<>]{0,300})?\s?/?>|<!\[CDATA\[|\]\]>", re.I
)
LONGEST = 500  # letters of a headline; what is longer is a text
TIMES = ("publication_date", "pubdate", "published", "issued", "created", "date", "updated")
ALTERNATE = frozenset(("alternate", "http://www.iana.org/assignments/relation/alternate"))
# A month or a day in the address of a part, and the words of one that is always of today.
DATED = re.compile(r"(?<!\d)(20\d\d)(?:[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)")
PART = re.compile(r"\.xml(?:\.gz)?\s*(?:\?|$)", re.I)
LATEST = re.compile(r"news|latest|recent|today", re.I)


@dataclass(frozen=True, kw_only=True)
class _Xml(Channel):
    """What feeds and sitemaps share: a document of entries, each of which announces one address."""

    roots: ClassVar[tuple[str, ...]] = ()

    def read(self, text: str, url: str, known: Known) -> Announcement:
        """The announced articles in print order, each once."""
        document = markup.read(text)
        if document is None or document.root not in self.roots:
            raise became(self.kind, text, url)
        links = [link for entry in document.entries if (link := _link(entry, document, url, known))]
        if not links and not document.entries and kind_of(text) == "web-page":
            raise became(self.kind, text, url)
        if not links:
            raise DeadChannel("no-links", f"{url} announces no address that looks like an article's")
        return Announcement(unique(links))


@dataclass(frozen=True, kw_only=True)
class Feed(_Xml):
    """An RSS or Atom feed. A missing guid (mk, hankyung) and a date of ``+09:00`` or without zone are usual."""

    kind: ClassVar[str] = "feed"
    roots = ("rss", "rdf", "channel", "feed")


@dataclass(frozen=True, kw_only=True)
class NewsSitemap(_Xml):
    """A Google News sitemap, mostly of the whole paper: address, headline and time of the newest articles; or an index of such."""

    kind: ClassVar[str] = "sitemap"
    roots = ("urlset",)

    def read(self, text: str, url: str, known: Known) -> Announcement:
        """The announced articles; of an index its parts, of a list of plain addresses those."""
        document = markup.read(text)
        if document is None and (listed := _plain_list(text, url, known)):
            return Announcement(unique(listed))
        if document is None or document.root not in ("urlset", "sitemapindex"):
            raise became(self.kind, text, url)
        # Some write an index as a sitemap whose pages are sitemaps.
        pages = (field.text for entry in document.entries for field in _named(entry, "loc"))
        if document.root == "urlset" and not (document.entries and all(map(PART.search, pages))):
            return super().read(text, url, known)
        if not (parts := _parts(document, url)):
            raise DeadChannel("no-links", f"{url} is an index of sitemaps that names none")
        return Announcement([], parts=parts)


def _link(entry: Entry, document: Document, url: str, known: Known) -> Link | None:
    """The article that an entry announces: the first of its addresses that is one."""
    for base, candidate in _addresses(entry, document, url):
        found = address(base, candidate)
        if found and (site := known.article(found)):
            words = (_words(entry, name) for name in ("title", "news:title", "dc:title", "atom:title"))
            return Link(site.address(found), site.key(found), next(filter(None, words), None), _moment(entry))
    return None


def _addresses(entry: Entry, document: Document, url: str) -> Iterator[tuple[str, str]]:
    """The addresses of the page that an entry is about, the surest first, each with the address it is relative to.

    The original of a feed proxy comes before the proxy's own link; of links those to the page itself count (RFC 4287 4.2.7.2:
    without a relation a link is alternate), its HTML first; a guid counts unless it says that it is no address (RSS 2.0).
    """
    links = [
        (field, field.attributes.get("href") or field.text)
        for field in entry.fields
        if field.name in ("link", "atom:link")
        and not ALTERNATE.isdisjoint((field.attributes.get("rel") or "alternate").lower().split())
    ]
    links.sort(key=lambda link: _rank(link[0]))
    guids = [f for f in _named(entry, "guid") if f.attributes.get("ispermalink", "true").strip().lower() != "false"]
    found = [(field, field.text) for field in _named(entry, "origlink", "loc")] + links
    # Many a guid is a number, and many an id a name: neither is relative to anything.
    found += [(field, field.text) for field in [*guids, *_named(entry, "id")] if "://" in field.text]
    for field, value in found:
        base = url
        for relative in field.bases:
            base = address(base, relative) or base
        yield base, value
        if value and "://" not in value and not value.startswith("//"):
            # Not every feed stands on the site that it is of, and some leave the scheme out.
            yield document.home or url, value
            yield url, f"//{value}"
    yield url, entry.about


def _rank(link: Field) -> tuple[bool, bool, bool]:
    """Which of several links to a page goes first: the feed's own, a page, in Korean."""
    given = link.attributes
    return (
        link.name != "link",
        "html" not in given.get("type", "html").lower(),
        not given.get("hreflang", "ko").lower().startswith("ko"),
    )


def _named(entry: Entry, *names: str) -> list[Field]:
    return [field for field in entry.fields if field.name in names]


def _words(entry: Entry, name: str) -> str | None:
    """The headline in an element of an entry."""
    text = next((field.text for field in _named(entry, name) if field.text), "")
    words = (
        fold(TAG.sub(lambda tag: " " * tag[0].lower().startswith("<br"), markup.plain(text)))
        if len(text) < 10 * LONGEST
        else ""
    )
    return words if 0 < len(words) <= LONGEST else None


def _moment(entry: Entry) -> datetime | None:
    """When an entry was published, by the surest element that says a time; what no piece may have is none."""
    printed = {field.name.rpartition(":")[2]: field.text for field in reversed(entry.fields)}
    moments = (dates.parse(printed[name][:100]) for name in TIMES if name in printed)
    return next((moment for moment in moments if moment and dates.is_possible(moment)), None)


def _parts(document: Document, url: str) -> list[str]:
    """The addresses of an index, the newest first as far as it or they tell; then the others as they stand."""
    found = {}
    for entry in document.entries:
        loc, changed = (next((f.text for f in _named(entry, name)), "") for name in ("loc", "lastmod"))
        if part := address(url, loc):
            day = DATED.search(changed) or next(reversed(list(DATED.finditer(part))), None)
            found[part] = changed if DATED.match(changed) else "-".join(filter(None, day.groups())) if day else ""
            if not found[part] and LATEST.search(part.rpartition("/")[2]):
                found[part] = "9"
    return sorted(found, key=lambda part: found[part], reverse=True)


def _plain_list(text: str, url: str, known: Known) -> list[Link]:
    """The articles of a sitemap that is a list of addresses, one a line (sitemaps.org)."""
    lines = [address(url, line) for line in text.split("\n") if line.startswith(("http://", "https://"))]
    return [Link(site.address(line), site.key(line)) for line in lines if line and (site := known.article(line))]
