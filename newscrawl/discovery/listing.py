"""Read the article links of a listing page, and leave the boxes around its list out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from lxml.etree import _Element

from newscrawl.discovery.answer import became, is_xml, kind_of
from newscrawl.discovery.channel import Announcement, Channel, DeadChannel, Link, unique
from newscrawl.extract import tree as trees
from newscrawl.text import dates
from newscrawl.text.sections import elsewhere
from newscrawl.urls import Known, address

# Headings of boxes that are not the list: rankings, whatever element the words stand in …
RANKING = re.compile(
    r"^(?:(?:가장\s?)?많이\s?본|인기|랭킹|지금\s?뜨는|분야별|언론사별|실시간|이\s?시[각간]).{0,12}$|^.{0,10}(?:많이\s?본|랭킹)\s?뉴스$"
)
# … and, as headings only because they are badges of single pieces too: tickers, recommendations, sections by their plain name.
OTHER_BOX = re.compile(
    r"^(?:추천.{0,12}|속보|포토|영상|동영상|연재|핫\s?이슈)$|^(?:국제|세계|월드|IT/과학|생활/문화)(?:\s?뉴스)?$"
)
HEADINGS = frozenset("h2 h3 h4 h5 strong".split())
# A quoted address, slashes escaped or not.
ADDRESS = re.compile(r'"((?:https?:)?(?:\\?/|\\u002F)[^"\s<>]{8,300})"')
# What a page without links may be.
BECAME = ("json", "feed", "sitemap", "index", "login", "notice", "other-xml")
BASES = ("<base", "<BASE", "<Base")
DAY = re.compile(r"\{date(?::([^}]*))?\}")


@dataclass(frozen=True, kw_only=True)
class Listing(Channel):
    """A page of links: every anchor whose address has the shape of an article's.

    ``region`` (CSS) narrows it to the list proper; when it is not on the page the whole page is searched, and the
    drift is counted; on a page without any such anchor the addresses in its scripts count. ``{page}`` in ``url`` counts
    from 1; ``dated`` is the address of one day's list with ``{date}`` as YYYYMMDD or in another form
    (``{date:%Y-%m-%d}``). ``ignore`` is a pattern of addresses that look like articles and belong to other boxes.
    """

    kind: ClassVar[str] = "listing"
    region: str = ""
    dated: str = ""
    ignore: str = ""

    @property
    def by_day(self) -> bool:
        """Whether the site has dated lists."""
        return bool(self.dated)

    def first_urls(self, since: date | None, until: date | None) -> Iterator[str]:
        """Today's list, or with a range one list a day, newest first, where the site has dated lists."""
        if since is None or not self.dated:
            yield self.url.replace("{page}", "1")
            return
        day = until or datetime.now(dates.SEOUL).date()
        while day >= since:
            yield self._first_on(day)
            day -= timedelta(days=1)

    def _first_on(self, day: date) -> str:
        return DAY.sub(lambda form: day.strftime(form[1] or "%Y%m%d"), self.dated).replace("{page}", "1")

    def read(self, text: str, url: str, known: Known) -> Announcement:
        """The article links of a page in print order, each once, and the address of the next page."""
        # What the descriptions of a feed link to is no list.
        if is_xml(text):
            raise became(self.kind, text, url)
        html = self.html(text)
        try:
            tree = trees.parse(html)
        except trees.EmptyPage:
            raise DeadChannel("empty", f"{url} answered with an empty page") from None
        except trees.TooLarge as size:
            raise DeadChannel("too-large", f"{url} is too large to be read ({size})") from None
        except RecursionError:
            raise DeadChannel("too-deep", f"{url} nests its elements too deeply to be read") from None
        # Links are relative to where the page says it stands.
        stands = tree.find(".//base[@href]") if any(tag in html for tag in BASES) else None
        base = url if stands is None else address(url, stands.get("href")) or url
        try:
            regions = trees.elements(tree, self.region)
            links = [link for region in regions for link in self._links(region, base, known)]
            drifted = bool(self.region) and not links
            links = links or self._links(tree, base, known) or _scripted(html, base, known)
        except RecursionError:
            raise DeadChannel("too-deep", f"{url} nests its elements too deeply to be read") from None
        if not links and kind_of(html) in BECAME:
            raise became(self.kind, html, url)
        if not links:
            raise DeadChannel("no-links", f"{url} shows no link that looks like an article's")
        return Announcement(unique(links), self.next_url(html, url), drifted)

    def html(self, text: str) -> str:
        """The HTML in an answer (a JSON fragment wraps it)."""
        return text

    def covers(self, url: str) -> bool:
        """Whether an address is a page or a day of this list."""
        return self._match(url) is not None

    def next_url(self, html: str, url: str) -> str | None:
        """The address of the page after this one, or None when the address has no page number."""
        match = self._match(url)
        if match is None or "page" not in match.groupdict():
            return None
        return url[: match.start("page")] + str(int(match["page"]) + 1) + url[match.end("page") :]

    def _match(self, url: str) -> re.Match[str] | None:
        for template in filter(None, (self.url, self.dated)):
            pattern = (
                re.escape(DAY.sub("DAY", template))
                .replace("DAY", r"\d[\d/.-]+\d")
                .replace(r"\{page\}", r"(?P<page>\d+)")
            )
            if match := re.fullmatch(pattern, url):
                return match
        return None

    def _links(self, element: _Element, base: str, known: Known) -> list[Link]:
        articles: list[tuple[_Element, Link]] = []
        for anchor in element.iter("a"):
            link = address(base, anchor.get("href"))
            site = known.article(link) if link else None
            if link and site and not (self.ignore and re.search(self.ignore, link)):
                articles.append((anchor, Link(site.address(link), site.key(link), _headline(anchor))))
        others = _boxes_of_other_sections(element, [anchor for anchor, _ in articles])
        own = [pair for pair in articles if others.isdisjoint(pair[0].iterancestors())]
        # A page on which every link is in such a box is a page whose headings mislead.
        return [link for _, link in own or articles]


def _scripted(html: str, base: str, known: Known) -> list[Link]:
    """The articles whose addresses stand in the JSON of a page that has no such link: a script would make the list of it.

    Arc XP's Fusion.contentCache (biz.chosun.com, 2026) and Next.js' __NEXT_DATA__ (news1.kr, 2026-07) are such. One or
    two addresses are no list: any page may name an article in its head.
    """
    links = []
    for found in ADDRESS.finditer(html):
        link = address(base, found[1].replace("\\u002F", "/"))
        if link and (site := known.article(link)):
            links.append(Link(site.address(link), site.key(link)))
    return links if len({link.key for link in links}) > 2 else []


def _headline(anchor: _Element) -> str | None:
    # Of a whole card its heading, of a link its words.
    heading = next((words for h in anchor.iter(*HEADINGS) if len(words := trees.text(h)) >= 6), None)
    words = heading or trees.text(anchor)
    # Shorter is a badge (동영상뉴스), longer a whole card with its lede.
    return words if 6 <= len(words) <= 120 else None


def _boxes_of_other_sections(element: _Element, articles: list[_Element]) -> set[_Element]:
    """The page's frame, and the boxes whose heading says that they are not this list: another section's name, 많이 본 뉴스.

    A heading is text, so this holds where class names change. The box is the nearest block around the heading that
    holds a link to an article; what stands inside such a link is a headline (국제유가 3% 급등) and heads no box.
    """
    # A page's own header, menu, side column and footer; a card of a list may have a header too.
    found = {
        e
        for e in element.iter("header", "nav", "aside", "footer")
        if next(e.iterancestors("article", "li", "section"), None) is None
    }
    linked = set(articles)
    inside = Counter(box for anchor in articles for box in anchor.iterancestors())
    for heading in element.iter(*HEADINGS, "p", "span", "em", "dt", "b"):
        if len(heading) > 3 or inside[heading] or not linked.isdisjoint(heading.iterancestors("a")):
            continue
        words = trees.text(heading)
        if RANKING.match(words) or (heading.tag in HEADINGS and (OTHER_BOX.match(words) or elsewhere(words))):
            for box in heading.iterancestors("div", "section", "aside", "article", "li"):
                if inside[box]:
                    # What holds most of the links is the page: the heading is its own, or a menu's.
                    if inside[box] <= len(linked) / 2:
                        found.add(box)
                    break
    return found
