"""Gather in one pass what a page says of itself in tags that nobody sees, and its chief headings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from newscrawl.extract.embedded import MARKS
from newscrawl.extract.headline import is_name
from newscrawl.extract.locate import HANGUL
from newscrawl.extract.rest import NUMBERED
from newscrawl.extract.tree import text
from newscrawl.text.references import resolved
from newscrawl.text.titles import SEPARATOR, agree
from newscrawl.text.whitespace import fold
from newscrawl.urls import address

MOST = 8  # headings and addresses that a page calls its own: a page of thousands is compared with none of the rest
# RDFa and Dublin Core write one name in several ways: schema:headline, DC.date.issued, dcterms:issued.
_VOCABULARY = re.compile(r"^(?:https?://schema\.org/|schema:)")
_DUBLIN = re.compile(r"^(?:dc|dcterms|dc\.?terms)[.:](?:date[.:])?")


class Head(NamedTuple):
    """The texts of JSON-LD scripts, the contents of meta tags by their names in lower case, the addresses that canonical link and
    og:url name, the address that others are relative to, the ``<title>``, the ``<h1>``, the links that have the number of a page, and
    whether a script may hold the article."""

    linked: list[str]
    metas: dict[str, list[str]]
    named: list[str]
    base: str
    title: str
    h1: list[_Element]
    further: list[_Element] = []
    scripted: bool = False

    def headlines(self) -> list[str]:
        """What the page calls its piece in its head and in its ``<h1>``: no names of papers and sections, no site's name in a link."""
        titled = [fold(line) for name in ("og:title", "twitter:title") for line in self.metas.get(name, ())[:1]]
        found = [*titled, fold(self.title), *self.headings()]
        return [line for line in dict.fromkeys(found) if len(HANGUL.findall(line)) >= 4 and not is_name(line)]

    def contradicts(self, headline: str) -> bool:
        """Whether ``<title>`` and an ``<h1>`` agree and the headline with neither: one for all pages of a site, mostly its name."""
        printed = [line for line in self.headings() if agree(line, self.title)]
        return bool(printed) and not any(agree(headline, line) for line in (*printed, self.title))

    def has_whole(self, headline: str) -> bool:
        """Whether a headline is cut ("… 지켜…") and the page has it whole elsewhere."""
        if not headline.endswith(("…", "..")):
            return False
        stem = headline.rstrip("… .")
        behind = (line[len(stem) :] for line in self.headlines() if line.startswith(stem))
        return any(rest and rest[0] not in "…." and not re.match(SEPARATOR, rest) for rest in behind)

    def headings(self) -> list[str]:
        """The ``<h1>`` that may be a headline."""
        printed = ((head, text(head)) for head in self.h1)
        return [
            line
            for head, line in printed
            if len(HANGUL.findall(line)) >= 6
            and not is_name(line)
            and not any(text(link) == line for link in head.iter("a"))
        ]


def read(tree: _Element, url: str) -> Head:
    """The head of the page at ``url``; tags that stand in its body by mistake count as well."""
    linked: list[str] = []
    metas: dict[str, list[str]] = {}
    canonical: list[str] = []
    h1: list[_Element] = []
    further: list[_Element] = []
    base = title = None
    scripted = False
    for element in tree.iter("meta", "script", "link", "base", "title", "h1", "a"):
        tag = element.tag
        if tag == "a":
            if "=" in (href := element.get("href") or "") and NUMBERED.search(href):
                further.append(element)
        elif tag == "meta":
            content = (element.get("content") or "").strip()
            if content:
                name = element.get("property") or element.get("name") or element.get("itemprop") or ""
                for each in _names(name):
                    metas.setdefault(each, []).append(resolved(content) if "&" in content else content)
        elif tag == "script":
            kind = element.get("type")
            if kind and "+" in kind and element.text and kind.partition(";")[0].strip().lower().endswith("ld+json"):
                linked.append(element.text)
            elif not scripted and (said := element.text):
                scripted = any(mark in said for mark in MARKS)
        elif tag == "link":
            if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
                canonical.append(element.get("href") or "")
            elif element.get("rel") == "next" and NUMBERED.search(element.get("href") or ""):
                further.append(element)
        elif tag == "base":
            base = base or element.get("href")
        elif tag == "title":
            title = title or element.text
        elif len(h1) < MOST:
            h1.append(element)
    whole = address(url, base) if base else url
    whole = whole if whole and whole.startswith("http") else url
    # OpenGraph knows no base: what is not whole there is relative to the page.
    links = [*((url, link) for link in metas.get("og:url", ())), *((whole, link) for link in canonical)]
    named = [found for to, link in links[:MOST] if (found := address(to, link))]
    return Head(linked, metas, named, whole, title or "", h1, further, scripted)


@lru_cache(maxsize=4096)  # the same names come back on every page of a site
def _names(attribute: str) -> tuple[str, ...]:
    """The names of a meta tag in one spelling.

    >>> _names("og:title twitter:title"), _names("schema:headline"), _names("DC.date.issued"), _names("DCTERMS.creator")
    (('og:title', 'twitter:title'), ('headline',), ('dc.issued',), ('dc.creator',))
    """
    names = attribute.lower().split()
    return tuple(_DUBLIN.sub("dc.", _VOCABULARY.sub("", name)) for name in names)
