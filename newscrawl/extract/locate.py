"""Find the element that holds an article's text on a page of which no name is known, and what of the text stands beside it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lxml.etree import _Element

from newscrawl.extract import measure
from newscrawl.extract.body import is_prose
from newscrawl.extract.listing import is_in_list, items
from newscrawl.extract.named import APART, is_named_furniture, is_plain, tells
from newscrawl.extract.tree import BLOCKS, UNSEEN, drop, elements, text, xpath
from newscrawl.text import noise
from newscrawl.text.whitespace import fold

HANGUL = re.compile(r"[가-힣]")
SKIPPED = frozenset({*UNSEEN, *APART, "a", "label"})
_ITEMS = xpath("descendant-or-self::*/@itemprop")
DEEPEST = 16  # boxes around a paragraph that are looked at (Naver's editor puts five around each, Mailchimp's seven)


class Told(NamedTuple):
    """Lines of prose, how many lines are links alone, and how many of these stand before the last line of prose.

    Pieces listed with their first sentence have a link before each; a list under a text stands behind it.
    """

    lines: list[str]
    links: int
    before: int


def locate(tree: _Element) -> _Element | None:
    """The element that holds the article's text: schema.org's articleBody, else where most Korean prose is.

    Every paragraph of prose counts for the blocks around it, the nearer the more; names that mean furniture
    count against. The winner grows into its parent while something beside it goes on with the text; what stands
    there and does not is cut from the tree.
    """
    named = any("articleBody" in name for name in _ITEMS(tree))
    marked = [e for e in elements(tree, '[itemprop~="articleBody"]') if holds_prose(e)] if named else []
    if marked:
        return max(marked, key=amount)
    scores, within = _scores(weights := _weights(tree))
    if not scores:
        return None
    best = max(scores, key=lambda e: scores[e])
    if is_in_list(within[best]):
        # The first lines of other pieces, in a ranking or a list, were more than the text: they count little.
        read = cache(text)
        listed = cache(lambda parent: frozenset(items(parent, read)))
        within_lists = {element for element, _ in weights if is_in_list(element, read, listed)}
        scores, _ = _scores([(e, weight * (0.2 if e in within_lists else 1.0)) for e, weight in weights])
        best = max(scores, key=lambda e: scores[e])
    return _grown(best)


def _scores(weights: list[tuple[_Element, float]]) -> tuple[dict[_Element, float], dict[_Element, _Element]]:
    """What the prose in each element counts, and the first block of it."""
    scores: dict[_Element, float] = {}
    within: dict[_Element, _Element] = {}
    wrappers: dict[_Element, bool] = {}
    for element, weight in weights:
        share, inner = 1.0, element
        scores[element] = scores.get(element, 0.0) + weight
        within.setdefault(element, element)
        for ancestor in itertools.islice(element.iterancestors(), DEEPEST):
            if ancestor not in wrappers:
                wrappers[ancestor] = is_wrapper(ancestor, inner)
            if not wrappers[ancestor]:
                share *= 0.6
            if ancestor.tag == "html" or share < 0.2:
                break
            scores[ancestor] = scores.get(ancestor, 0.0) + weight * share
            within.setdefault(ancestor, element)
            inner = ancestor
    return scores, within


def is_wrapper(parent: _Element, child: _Element) -> bool:
    """Whether an element holds no text but that of one child: boxes around a box are one step."""
    if parent.text and not parent.text.isspace():
        return False
    for beside in parent:
        if beside.tail and not beside.tail.isspace():
            return False
        if beside is not child and isinstance(beside.tag, str) and beside.tag not in UNSEEN and _has_text(beside):
            return False
    return True


def _has_text(element: _Element) -> bool:
    return any(not piece.isspace() for piece in element.itertext())


def _grown(best: _Element) -> _Element:
    inner, known = best, set(prose_lines(best).lines)
    plain = is_plain(known)
    steps = 3
    for parent in itertools.islice(best.iterancestors(), DEEPEST):
        if parent.tag == "html" or not steps:
            break
        if is_wrapper(parent, inner):
            inner = parent
            if best.tag == "p" and parent.tag != "body":
                best = parent
            continue
        texts = [line for line in _own(parent) if is_prose(line)]
        strange: list[_Element] = []
        for child in parent:
            if child is inner or not isinstance(child.tag, str):
                continue
            if child.tag in SKIPPED and (child.tag not in APART or parent.tag == "body" or not tells(child)):
                continue
            told, links, _ = prose_lines(child)
            if not told and not holds_prose(child):
                continue
            copied = 2 * sum(line in known for line in told) > len(told)  # ZUM: one for small screens, one for large
            if copied or (is_named_furniture(child) and not tells(child)) or links >= len(told):
                strange.append(child)
            elif is_plain(told) or not plain:
                texts += told
        # A paragraph is no box: what it shares one with may be a list, a subhead or a flash's only other line.
        alone = best.tag == "p" and parent.tag != "body"
        if strange and not texts and not alone:
            break
        inner = parent
        if texts or alone:
            drop(strange)
            best = parent
        steps -= not texts
    return best


def prose_lines(element: _Element) -> Told:
    """The lines of prose below an element without the words of links and of furniture by name."""
    told: list[str] = []
    links = before = 0
    own: list[str] = []
    linked = False

    def end() -> None:
        nonlocal links, before, linked
        text = "".join(own)
        line = "" if text.isspace() else fold(text)
        if len(line) > 8 and is_prose(line) and HANGUL.search(line) and not noise.is_furniture(line):
            told.append(line)
            before = links
        links += linked and len(line) <= 8
        own.clear()
        linked = False

    def walk(node: _Element) -> None:
        nonlocal linked
        block = node.tag in BLOCKS
        if block:
            end()
        own.append(node.text or "")
        for child in node:
            if child.tag == "br":
                end()
            elif child.tag in ("a", "button"):
                linked = True
            elif isinstance(child.tag, str) and child.tag not in SKIPPED and not is_named_furniture(child):
                walk(child)
            own.append(child.tail or "")
        if block:
            end()

    walk(element)
    end()
    return Told(told, links, before)


def _own(element: _Element) -> list[str]:
    """The texts that stand straight in an element."""
    pieces = [element.text, *(child.tail for child in element)]
    return [piece.strip() for piece in pieces if piece and not piece.isspace()]


def _weights(tree: _Element) -> list[tuple[_Element, float]]:
    """The blocks of the page's texts with what each text counts, less within furniture by name."""
    body = tree.find("body")
    top = body if body is not None else tree
    trusts: dict[_Element | None, float] = {top.getparent(): 1.0}

    def trust(element: _Element) -> float:
        if element not in trusts:
            around = element.getparent()
            trusts[element] = (1.0 if around is None else trust(around)) * (0.2 if is_named_furniture(element) else 1.0)
        return trusts[element]

    found: list[tuple[_Element, float]] = []
    stack = [top]
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            continue
        weight = _weight(element.text)
        for child in element:
            weight += _weight(child.tail)
            stack.append(child)
        if weight:
            block = element
            while block.tag not in BLOCKS and (up := block.getparent()) is not None:
                block = up
            found.append((block, weight * trust(element)))
    return found


def _weight(piece: str | None) -> float:
    if piece is None or len(piece) < 6 or piece.isspace():
        return 0.0
    letters = len(HANGUL.findall(piece))
    if letters < 6:
        return 0.0
    line = piece.strip()
    if is_prose(line):
        return 0.0 if "니다" in line and noise.is_furniture(line) else float(letters)
    return letters * 0.3 if letters >= 12 else 0.0


def _prose(element: _Element) -> Iterator[str]:
    """The texts below an element that are prose and no links."""
    stack = [element]
    while stack:
        node = stack.pop()
        tag = node.tag
        if not isinstance(tag, str) or (tag in SKIPPED and node is not element):
            continue
        texts = [node.text]
        for child in node:
            texts.append(child.tail)
            stack.append(child)
        for own in texts:
            if own and len(piece := own.strip()) > 8 and _told(piece):
                yield piece


def _told(piece: str) -> int:
    """The letters of a piece that is prose."""
    return len(piece) if len(piece) > 8 and HANGUL.search(piece) and is_prose(piece) else 0


def amount(element: _Element) -> int:
    """How many characters of prose an element holds."""
    return sum(map(len, _prose(element)))


def amounts(found: Sequence[_Element]) -> dict[_Element, int]:
    """How many characters of prose each of these elements holds, which stand in the order of the page."""
    return measure.sizes(found, lambda text: _told(text.strip()), SKIPPED)


def holds_prose(element: _Element) -> bool:
    """Whether there is any prose in an element."""
    return next(_prose(element), None) is not None
