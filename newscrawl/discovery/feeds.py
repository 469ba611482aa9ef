"""Read the articles that a feed or a news sitemap announces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urljoin

from lxml import etree

from newscrawl.discovery.channel import Announcement, Channel, DeadChannel, Link, unique
from newscrawl.text import dates
from newscrawl.text.whitespace import fold
from newscrawl.urls import Known


@dataclass(frozen=True, kw_only=True)
class _Xml(Channel):
    """What feeds and sitemaps share: XML that may be broken, mislabelled, or no XML at all."""

    roots: ClassVar[tuple[str, ...]] = ()
    entries: ClassVar[tuple[str, ...]] = ()

    def read(self, text: str, url: str, known: Known) -> Announcement:
        """The announced articles in print order, each once."""
        # The text is decoded already: a label inside it can only be wrong.
        body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).strip()
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(body.encode(), parser) if body else None
        if root is None or _local(root) not in self.roots:
            raise DeadChannel("not-xml", f"{url} answered with something that is no {self.kind} (a web page?)")
        links = []
        for entry in root.iter():
            if isinstance(entry.tag, str) and _local(entry) in self.entries:
                link = self._link(entry, url, known)
                if link:
                    links.append(link)
        if not links:
            raise DeadChannel("no-links", f"{url} announces no address that looks like an article's")
        return Announcement(unique(links))

    def _link(self, entry: etree._Element, url: str, known: Known) -> Link | None:
        values: dict[str, str] = {}
        for child in entry.iter():
            if isinstance(child.tag, str):
                text = fold("".join(map(str, child.itertext()))) or (
                    child.get("href") or "" if _local(child) == "link" else ""
                )
                if text:
                    values.setdefault(_local(child), text)
        named = next((values[name] for name in ("loc", "link", "guid", "id") if "//" in values.get(name, "")), None)
        address = urljoin(url, named) if named else ""
        site = known.article(address)
        printed = next(
            (
                values[name]
                for name in ("publication_date", "pubDate", "published", "date", "updated")
                if name in values
            ),
            None,
        )
        moment = dates.parse(printed) if printed else None
        if moment and not dates.is_possible(moment):
            moment = None  # no reason to leave a piece out of a range of days
        return Link(site.address(address), site.key(address), values.get("title"), moment) if site else None


@dataclass(frozen=True, kw_only=True)
class Feed(_Xml):
    """An RSS or Atom feed. A missing guid (mk, hankyung) and a date of ``+09:00`` or without zone are usual."""

    kind: ClassVar[str] = "feed"
    roots = ("rss", "RDF", "feed")
    entries = ("item", "entry")


@dataclass(frozen=True, kw_only=True)
class NewsSitemap(_Xml):
    """A Google News sitemap: address, headline and time of the newest articles, mostly of the whole paper."""

    kind: ClassVar[str] = "sitemap"
    roots = ("urlset",)
    entries = ("url",)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
