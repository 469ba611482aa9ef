"""Which elements of a page are items of a list of other pieces: a headline in a link, and perhaps its first lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Container

from lxml.etree import _Element

from newscrawl.extract.tree import text

HANGUL = re.compile(r"[가-힣]")
LEAST = 8  # Hangul letters: a label of a menu has fewer
LABEL = 4  # as many has the shortest headline between others ("배당주 다시")
LONGEST = 400  # letters: an item is a headline and two lines, a part of an article may be anything
MOST = 50  # links of an item: of boxes within boxes each would be read whole
Read = Callable[[_Element], str]
"""How the text of an element is read: who asks for many within each other keeps what was read."""


def is_headline(link: _Element, least: int = LEAST, read: Read = text) -> bool:
    """Whether a link's text is long enough for a headline."""
    return len(HANGUL.findall(read(link))) >= least


def items(element: _Element, read: Read = text) -> list[_Element]:
    """The children of an element that are items of a list: short ones that begin with a headline in a link.

    An ``li`` is one by itself; of other elements three of a kind must be. Paragraphs are never items: a review of the
    morning's news links in each of its own.
    """
    by_tag: dict[str, list[_Element]] = {}
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("p", "a", "br"):
            by_tag.setdefault("dd" if child.tag == "dt" else child.tag, []).append(child)
    found: list[_Element] = []
    for tag, children in by_tag.items():
        if tag != "li" and len(children) < 3:
            continue
        heads = [child for child in children if heading(child, LABEL, read)]
        headlines = [child for child in heads if heading(child, LEAST, read)]
        if tag == "dd" and len(headlines) >= 3:
            found += children  # a headline in one, its first lines in the next
            continue
        several = len(heads) >= max(3, 0.6 * len(children)) and len(headlines) >= 2
        if several or tag == "li":
            found += heads if several else headlines
    return found


def heading(element: _Element, least: int = LEAST, read: Read = text) -> str | None:
    """The headline in a link that a short element begins with, a number or a label before it aside."""
    link = next((a for a in element.iter("a") if is_headline(a, least, read)), None)
    if link is None or next(itertools.islice(element.iter("a"), MOST, None), None) is not None:
        return None
    printed, headline = read(element), read(link)
    return headline if len(printed) <= LONGEST and 0 <= printed.find(headline) <= 40 else None


def is_in_list(block: _Element, read: Read = text, listed: Callable[[_Element], Container[_Element]] = items) -> bool:
    """Whether a block of prose is, or stands within, an item of a list.

    Args:
        listed: the items of an element; who asks for many blocks keeps them, or the time grows with the square of a list.
    """
    element = block
    for _ in range(4):
        parent = element.getparent()
        if parent is None or element.tag == "body":
            return False
        if next(element.iter("a"), None) is not None:
            if len(read(element)) > LONGEST:
                return False
            if heading(element, LABEL, read) and element in listed(parent):
                return True
        elif element.tag == "dd" and element in listed(parent):
            return True
        element = parent
    return False


def is_list(box: _Element) -> bool:
    """Whether most that is printed in a box stands in items of a list, or all of it in one."""
    if is_in_list(box):
        return True
    most = len(text(box)) / 2
    return any(sum(len(text(item)) for item in found) > most for e in box.iter() if len(found := items(e)) > 2)
