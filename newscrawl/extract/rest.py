"""What of an article was left on its page: text beside the box that was read, and further pages of the piece."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlsplit

from lxml.etree import _Element

from newscrawl.extract.locate import DEEPEST, SKIPPED, is_wrapper, prose_lines
from newscrawl.extract.named import APART, is_named_furniture, is_plain, tells
from newscrawl.extract.tree import text, xpath
from newscrawl.text.parts import held
from newscrawl.urls import address

LEAST = 60  # letters of sentences that are no note and no caption
_TOLD = xpath('(preceding-sibling::* | following-sibling::*)[contains(., "다.")]')
_SAID = xpath('descendant::text()[contains(., "다.")][not(parent::script or parent::style)]')
PAGE = re.compile(r"page(?:_?no|num|index)?|pg", re.I)
NUMBERED = re.compile(rf"[?&](?:{PAGE.pattern})=\d", re.I)


def is_part(place: _Element, taken: str, cut: Sequence[str] = ()) -> bool:
    """Whether a sentence or more stands beside the element a body was read from, or among the lines ``cut`` from it by name.

    Only the nearest of two boxes around the element counts that holds other prose (a box around a box is one): sentences in
    plain 다 (or as the text itself speaks), outside of links, lists of them, furniture by name, and what was taken as well.
    """
    if _is_enough(_untaken([line for line in cut if is_plain([line])], taken)):
        return True
    node = place
    steps = 2
    for parent in itertools.islice(place.iterancestors(), DEEPEST):
        if parent.tag == "html" or not steps:
            return False
        if is_wrapper(parent, node):
            node = parent
            continue
        steps -= 1
        # What the page says in all is looked at before what of it counts: most pages say little beside a text. An element is
        # asked as a whole first: text by text costs several times as much, and most have no sentence.
        told = _TOLD(node)
        if sum(len(said) for element in told for said in _SAID(element)) > LEAST:
            left = _untaken([line for element in told for line in _left(element)], taken)
            if left and is_plain([taken]):
                left = [line for line in left if is_plain([line])]
            if left:
                return _is_enough(left)
        node = parent
    return False


def _is_enough(left: list[str]) -> bool:
    return sum(map(len, left)) >= LEAST and any(re.search(r"[다요죠까][.?!”]", line) for line in left)


def _left(element: _Element) -> list[str]:
    """The lines of prose in an element beside a text that is no list of links."""
    if element.tag in SKIPPED and element.tag not in APART:
        return []
    if (element.tag in APART or is_named_furniture(element)) and not tells(element):
        return []
    lines, _, links = prose_lines(element)
    return lines if links < len(lines) else []


def _untaken(lines: list[str], taken: str) -> list[str]:
    """The lines of which neither the beginning nor the end stands in the text that was taken."""
    found = held([end for line in lines for end in (line[:12], line[-12:])], taken)
    return [line for line in lines if found.isdisjoint((line[:12], line[-12:]))]


def has_further_page(links: Iterable[_Element], url: str, base: str) -> bool:
    """Whether one of these links of a page leads to a further page of the same piece: its own address with the number of another page."""
    return any(_goes_on(link, link.get("href") or "", url, base) for link in links)


def _goes_on(link: _Element, href: str, url: str, base: str) -> bool:
    there = address(base, href)
    if there is None or _number(there) <= max(1, _number(url)) or _without_page(there) != _without_page(url):
        return False
    if link.get("rel") != "next" and (link.tag == "link" or not _says_next(text(link))):
        return False
    around = [link, *link.iterancestors()]
    cut = around[-1].tag != "html"  # with a box that is none of the article
    return not cut and not any(is_named_furniture(e) for e in around if e.tag not in ("body", "html"))


def _says_next(printed: str) -> bool:
    return printed.isdigit() or printed.startswith("다음") or printed in (">", "›", "»", "Next", "next")


def _number(url: str) -> int:
    return next((int(n) for name, n in parse_qsl(urlsplit(url).query) if PAGE.fullmatch(name) and n.isdecimal()), 0)


def _without_page(url: str) -> tuple[str, str, list[tuple[str, str]]]:
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if not PAGE.fullmatch(name)]
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), sorted(query)
