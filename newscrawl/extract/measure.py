"""How much of a text stands in each of many elements, which may be within each other."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from lxml.etree import _Element


def sizes(found: Sequence[_Element], size: Callable[[str], int], skipped: Container[object]) -> dict[_Element, int]:
    """The sizes of the texts in elements that stand in the order of the page; what is in several of them is looked at once.

    What has a ``skipped`` tag below them does not count.
    """
    known: dict[_Element, int] = {}
    for element in reversed(found):  # what stands within others comes first
        total, waiting = 0, [element]
        while waiting:
            node = waiting.pop()
            if node.text:
                total += size(node.text)
            for child in node:
                if child.tail:
                    total += size(child.tail)
                if not isinstance(child.tag, str) or child.tag in skipped:
                    continue
                if child in known:
                    total += known[child]
                else:
                    waiting.append(child)
        known[element] = total
    return known
