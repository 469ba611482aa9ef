"""The texts of a page by where they stand: in headings, in lists of other pieces, or in neither."""

from __future__ import annotations

import re
from functools import cache

from lxml.etree import _Element

from newscrawl.extract import listing
from newscrawl.extract import tree as trees
from newscrawl.extract.deck import same_words
from newscrawl.text.whitespace import fold

# News ends its sentences in plain 다, a notice speaks to its reader.
PLAIN = re.compile(r"(?<!니)다(?:[.…!?][\"”’')\]]*(?:\s|$)|[\"”’')\]]*$)")
POLITE = re.compile(r"(?:니다|니까|세요|시오|[가-힣]요)[.!?…]*[\"”’')\]]*(?:\s|$)")
LAYER = re.compile(
    r"(?:^|[\s_-])(?:layer|popup|pop|modal|dim|toast|tooltip|gnb|lnb|nav|menu|comment\w*|reply|cmt)(?:$|[\s_-])", re.I
)
SKIPPED = frozenset({*trees.UNSEEN, "nav", "footer", "aside", "a", "header"}) - {"noscript", "form"}


class Outline:
    """What a page prints.

    ``lines`` stand in no list and in no link, ``lead`` of them above the first list; ``plain`` are those that tell news;
    ``heads`` are its headings; ``beside`` is the prose in lists; ``listed`` counts the headlines in links; ``hidden`` is
    what a reader without scripts sees.
    """

    def __init__(self, tree: _Element, title: str | None) -> None:
        self.tree = tree
        self._text = cache(trees.text)  # the same links stand in every box around them
        self.titles = [fold(tree.findtext(".//title") or ""), title or ""]
        self.lines: list[str] = []
        self.heads: list[str] = []
        self.listed = 0
        self.lead = 0
        self.beside: list[str] = []
        self.hidden: list[str] = []
        body = tree.find("body")
        self._walk(body if body is not None else tree, False)
        self.plain = [line for line in self.lines if PLAIN.search(line)]

    def _walk(self, element: _Element, in_item: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag == "a":
            self.listed += listing.is_headline(element, read=self._text)
            return
        if tag == "noscript" and "<iframe" not in (element.text or ""):
            self.hidden.append(trees.lines(element) or fold(element.text or ""))
        if tag in SKIPPED or tag == "noscript" or "display:none" in (element.get("style") or "").replace(" ", ""):
            if tag in ("header", "aside", "nav"):
                self.listed += self._headlines(element)
            return
        if LAYER.search(trees.marks(element)):
            return
        if tag in ("h1", "h2", "h3", "h4") and not in_item:
            line = self._text(element)
            if line and next(element.iter("a"), None) is None:
                self.heads.append(line)
        block = tag in trees.BLOCKS
        if block and not any(child.tag in trees.BLOCKS for child in element if isinstance(child.tag, str)):
            self.listed += self._headlines(element)
            loose = _unlinked(element)
            if loose and not in_item:
                # A paragraph keeps the words of its links.
                shown = trees.lines(element) if PLAIN.search(loose) else loose
                self.lines += [line for line in shown.split("\n") if line.strip()]
            elif loose and PLAIN.search(loose):
                self.beside.append(loose)
            return
        if not in_item and element.text and element.text.strip():
            self.lines.append(fold(element.text))
        repeated = listing.items(element, self._text)
        if len(repeated) > 2 and not self.lead and any(map(POLITE.search, self.lines)):
            self.lead = len(self.lines)
        for child in element:
            self._walk(child, in_item or child in repeated or self._is_card(child))
            if not in_item and child.tail and child.tail.strip():
                self.lines.append(fold(child.tail))

    def _headlines(self, element: _Element) -> int:
        return sum(listing.is_headline(link, read=self._text) for link in element.iter("a"))

    def _is_card(self, element: _Element) -> bool:
        """Whether a box announces one other piece, as the first of a front page."""
        if element.tag not in ("div", "section", "article", "dl"):
            return False
        headline = listing.heading(element, read=self._text)
        return headline is not None and not any(
            headline in title or same_words(headline, title) for title in self.titles
        )

    def is_spoken_to(self) -> bool:
        """Whether a sentence to the reader stands above the first list, as a notice does and a site's foot does not."""
        return any(map(POLITE.search, self.lines[: self.lead]))


def _unlinked(element: _Element) -> str:
    parts: list[str] = []
    stack: list[_Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag == "br":
            parts.append("\n")
        if not isinstance(node.tag, str) or (node.tag in SKIPPED and node is not element):
            continue
        pieces: list[_Element | str] = [" ".join((node.text or "").split())]
        for child in node:
            pieces += [child, " " * (child.tail or "")[:1].isspace() + " ".join((child.tail or "").split())]
        stack.extend(reversed(pieces))
    return "\n".join(fold(line) for line in "".join(parts).split("\n"))
