"""Find what is printed under a headline, for a page without Korean prose: appointments, obituaries, tables, captions, English."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element

from newscrawl.extract.body import paragraphs
from newscrawl.extract.deck import LONGEST, is_apparatus
from newscrawl.extract.listing import items
from newscrawl.extract.locate import SKIPPED
from newscrawl.extract.named import is_named_furniture, tells
from newscrawl.text import dates

LEAST = 6  # letters of a line that tells something: "발인 22일"
HEADS = ("h1", "h2", "h3", "h4")
PICTURES = ("img", "figure", "picture", "br", "hr")


def printed_under(head: _Element) -> _Element | None:
    """The element that holds what stands first behind a headline and is no link, list, time, name or tool; None without one.

    Neighbours that belong to it are put into one box with it.
    """
    inner = head
    for box in head.iterancestors():
        if found := _first(inner.itersiblings()):
            return _one(found)
        if inner.tail and _tells(inner.tail):
            return box if box.tag != "body" else None
        if box.tag == "body":
            break
        inner = box
    return None


def _first(beside: Iterable[_Element]) -> list[_Element]:
    """The first run of neighbours that tell something; of one that has a list in it the run within."""
    run: list[_Element] = []
    for element in beside:
        if not isinstance(element.tag, str):
            continue
        if element.tag in HEADS:
            continue
        if element.tag in PICTURES:
            run += [element] * bool(run)
        elif not _has_text(element):
            if run:
                break
        elif any(items(box) for box in element.iter()):
            return run or _first(element)
        else:
            run.append(element)
    return run


def _has_text(element: _Element) -> bool:
    if element.tag in SKIPPED or (is_named_furniture(element) and not tells(element)):
        return False
    return any(_tells(p.text) for p in paragraphs(element) if not p.linked)


def _tells(line: str) -> bool:
    line = line.strip()
    timed = len(line) <= LONGEST and dates.parse(line) is not None
    return len(line) >= LEAST and not timed and not is_apparatus(line)


def _one(run: list[_Element]) -> _Element:
    if len(run) == 1:
        return run[0]
    box = etree.Element("div")
    run[0].addprevious(box)
    box.extend(run)
    return box
