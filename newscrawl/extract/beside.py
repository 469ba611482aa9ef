"""The letters that an element touches in its line: whether two numbers would become one."""

from __future__ import annotations

from typing import cast

from lxml.etree import _Element

from newscrawl.extract.tree import BLOCKS, UNSEEN

NEAR = 100  # elements without a letter between two letters that touch


def before(element: _Element) -> str:
    """The letter that an element touches in front, in its line.

    >>> from newscrawl.extract.tree import parse
    >>> before(parse("<p>2,641<img><b>원</b></p>").find(".//b"))
    '1'
    """
    for _ in range(NEAR):
        if (parent := element.getparent()) is None:
            break
        near = element.getprevious()
        text = parent.text if near is None else (near.tail or edge(near, last=True))
        if text or parent.tag in BLOCKS or (near is not None and near.tag == "br"):
            return (text or "")[-1:]
        element = parent if near is None else near
    return ""


def behind(element: _Element) -> str:
    """The letter that an element touches behind, in its line.

    >>> from newscrawl.extract.tree import parse
    >>> behind(parse("<p><i>9</i><b><i>원</i></b></p>").find(".//i"))
    '원'
    """
    for _ in range(NEAR):
        if (parent := element.getparent()) is None:
            break
        after = element.getnext()
        text = element.tail or (edge(after, last=False) if after is not None else "")
        if text or parent.tag in BLOCKS:
            return text[:1]
        element = parent if after is None else after
    return ""


def edge(element: _Element, *, last: bool) -> str:
    """The first or the last piece of text in an element, unless more of its nodes stand before it than a line has."""
    waiting: list[_Element | str] = [element]
    for _ in range(NEAR):
        if not waiting or isinstance(waiting[-1], str):
            break
        node = cast(_Element, waiting.pop())
        within: list[_Element | str] = [node.text] if node.text else []
        for child in node:
            if isinstance(child.tag, str) and child.tag not in UNSEEN:
                within.append(child)
            if child.tail:
                within.append(child.tail)
        waiting += within if last else reversed(within)
    return waiting[-1] if waiting and isinstance(waiting[-1], str) else ""
