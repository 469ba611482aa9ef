"""Parse HTML once, and read text out of elements the way a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, cast
from unicodedata import normalize

import cssselect
from cssselect.parser import Class, Element, Hash
from cssselect.xpath import XPathExpr
from lxml import etree
from lxml.etree import _Element
from parsel.csstranslator import HTMLTranslator

from newscrawl.text.whitespace import fold, fold_lines, joined, visible

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th
    thead tr ul
    """.split()
)
UNSEEN = frozenset(
    """
    script style noscript template iframe svg button select datalist textarea input audio video object canvas
    meter progress head title meta link map noembed noframes annotation annotation-xml
    """.split()
)


LARGEST = 4_000_000  # letters; the largest page seen has 0.4 million
MOST_TAGS = 100_000  # the largest page seen has 5,000
DEEPEST = 2_000  # elements in each other: no page with fewer tags reaches the parser's limit
MOST_KNOWN = 20_000  # a site that makes up ids must not fill the memory


# libxml2 stops reading at a NUL; the other controls that XML has no room for would be refused as soon as a text is joined with its
# neighbour (lxml 6: "must be XML compatible"). They are blanks, also where a page writes them by their number.
PRINTED = bytes(32 if code < 32 and chr(code) not in "\t\n\r" else code for code in range(256))
UNPRINTED = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|65534|65535|[xX][fF]{3}[eEfF]);?(?![0-9a-fA-F])"
)


# Nobody asks for an element by its id in a tree: the table of them is a twentieth of a parse.
_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, collect_ids=False)

# An emoji as the numbers of its two halves in UTF-16: of these a browser shows two signs for lost letters.
HALVES = re.compile(r"&#(5[5-6]\d{3}|[xX][dD][89abAB][0-9a-fA-F]{2});&#(5[67]\d{3}|[xX][dD][c-fC-F][0-9a-fA-F]{2});")


def _joined(halves: re.Match[str]) -> str:
    high, low = (int(n[1:], 16) if n[0] in "xX" else int(n) for n in halves.groups())
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return halves[0]
    return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)


class EmptyPage(ValueError):
    """The page holds no element at all."""


class TooLarge(ValueError):
    """The page is larger than any that people read: it would hold the process for seconds."""


def parse(text: str) -> _Element:
    """The tree of a page.

    Raises:
        EmptyPage: there is nothing in it that HTML could be.
        TooLarge: it has more than `LARGEST` letters or `MOST_TAGS` tags.
        RecursionError: it nests its elements so deeply that libxml2 leaves out what follows.
    """
    tags = text.count("<")
    if len(text) > LARGEST or tags > MOST_TAGS:
        raise TooLarge(f"{len(text):,} letters, {tags:,} tags")
    if "&#" in text:
        text = HALVES.sub(_joined, UNPRINTED.sub(" ", text))
    for none in "\ufffe\uffff":
        text = text.replace(none, " ")
    try:
        page = text.encode()
    except UnicodeEncodeError:
        page = joined(text).encode()
    page = page.translate(PRINTED, b"\0")
    try:
        root = etree.fromstring(page, _PARSER)
    except etree.XMLSyntaxError as error:
        raise EmptyPage(str(error)) from None
    if root is None:
        raise EmptyPage("no element")
    # Past its limit of depth libxml2 stops as if the page ended there, and only its log says so (2.14: 2,048 levels).
    if tags > DEEPEST and (last := _PARSER.error_log.last_error) and last.type_name == "ERR_RESOURCE_LIMIT":
        raise RecursionError(last.message)
    return root


def xpath(expression: str) -> Callable[[_Element], list[Any]]:
    """A compiled XPath that gives a list of elements or of strings."""
    # A string that knows its parent costs several times a plain one, and nobody asks for it.
    return cast(Callable[[_Element], list[Any]], etree.XPath(expression, smart_strings=False))


class _Translator(HTMLTranslator):
    """Of ``E ~ F``, the elements F behind the first E of their parent: behind each E libxml2 takes the cube of their number."""

    def xpath_indirect_adjacent_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        """F has an E before it in its parent."""
        if "sibling::" not in f"{left.path}{left.condition}":
            condition = f"[{left.condition}]" if left.condition else ""
            left.add_condition(f"not(preceding-sibling::{left.element}{condition}[1])")
        return left.join("/following-sibling::", right)


@lru_cache(maxsize=1024)
def compiled(css: str) -> Callable[[_Element], list[Any]]:
    """A CSS selector (parsel's ``::text`` and ``::attr(name)`` included) as a compiled XPath."""
    return xpath(_Translator().css_to_xpath(css))


def select(element: _Element, css: str) -> list[Any]:
    """What a CSS selector matches below an element, in document order; nothing for an empty selector."""
    return compiled(css)(element) if css else []


class Finder:
    """Finds what several CSS selectors match on a page in one pass over its elements.

    An XPath for a class looks at every element of the page, which costs a fifth of parsing it. Here one pass notes the
    elements that have the first class or id of any selector, and each selector goes on from those few. Of a selector's
    alternatives the first that matches comes first.
    """

    def __init__(self, *selectors: str) -> None:
        self._alternatives = {
            css: [_Alternative(parsed) for parsed in cssselect.parse(css)] for css in selectors if css
        }
        self._words = {(a.attribute, a.word) for found in self._alternatives.values() for a in found}
        # What a class or id attribute has of these words: the same attributes come back on every page of a site.
        self._known: dict[str, dict[str | None, list[tuple[str, str]]]] = {
            attribute: {} for attribute, _ in sorted(self._words) if attribute
        }

    def on(self, tree: _Element) -> Callable[[str], list[Any]]:
        """A function that gives the matches of one of the selectors on this page."""
        named: dict[tuple[str, str], list[_Element]] = {("", ""): [tree]}
        every = list(tree.iter("*"))
        for attribute, known in self._known.items():
            for element in every:
                value = element.get(attribute)
                words = known.get(value)
                if words is None:
                    words = self._note(attribute, value)
                for word in words:
                    named.setdefault(word, []).append(element)

        def find(css: str) -> list[Any]:
            found: list[Any] = []
            for alternative in self._alternatives.get(css, ()):
                for start in named.get((alternative.attribute, alternative.word), ()):
                    found += alternative.match(start)
            return list(dict.fromkeys(found))

        return find

    def _note(self, attribute: str, value: str | None) -> list[tuple[str, str]]:
        known = self._known[attribute]
        if len(known) > MOST_KNOWN:
            known.clear()
        known[value] = [(attribute, word) for word in (value or "").split() if (attribute, word) in self._words]
        return known[value]


class _Alternative:
    """One selector between commas, with the class or id that its first element must have."""

    def __init__(self, selector: cssselect.Selector) -> None:
        first = selector.parsed_tree
        while not isinstance(first, Class | Hash | Element):
            first = first.selector
        self.attribute, self.word = (
            ("class", first.class_name)
            if isinstance(first, Class)
            else ("id", first.id)
            if isinstance(first, Hash)
            else ("", "")
        )
        prefix = "self::" if self.word else "descendant-or-self::"
        self.match = xpath(_Translator().selector_to_xpath(selector, prefix, translate_pseudo_elements=True))


def elements(element: _Element, css: str) -> list[_Element]:
    """The elements a CSS selector matches."""
    return [hit for hit in select(element, css) if not isinstance(hit, str)]


def strings(found: Iterable[_Element | str]) -> list[str]:
    """The texts of a selector's matches, each with its printed lines, empty ones left out."""
    hits = (fold_lines(hit) if isinstance(hit, str) else lines(hit) for hit in found)
    return [hit for hit in hits if hit]


# Line ends in the source are blanks on the page; only <br> and blocks end a line. No tree holds this control, and it is a blank.
_END = "\x1e"


def lines(element: _Element) -> str:
    """An element's text with a line for every ``<br>`` and block, each folded."""
    # Nothing composes across a line's end: what `fold` does of a line is done of all at once.
    printed = normalize("NFC", visible(_printed(element)))
    return "\n".join(line for each in printed.split(_END) if (line := " ".join(each.split())))


def text(element: _Element) -> str:
    """An element's text on one line."""
    return fold(_printed(element))


_CONTENT = etree.XPath("string()", smart_strings=False)


def _printed(element: _Element) -> str:
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.tag == "br":
        return ""
    if not len(element):
        return element.text or ""
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts)


def _collect(element: _Element, parts: list[str]) -> None:
    if piece := element.text:
        parts.append(piece)
    for child in element:
        tag = child.tag
        if tag in BLOCKS:
            parts.append(_END)
            _collect(child, parts)
            parts.append(_END)
        elif tag == "br":
            parts.append(_END)
        elif tag not in UNSEEN and isinstance(tag, str):
            _collect(child, parts)
        if piece := child.tail:
            parts.append(piece)


def pieces(element: _Element) -> Iterator[str]:
    """The texts in an element that are none of a script or a control, as they stand in the markup."""
    # One generator within another for every box would take the square of their depth.
    waiting: list[_Element | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        if node.text:
            yield node.text
        for child in reversed(node):
            if child.tail:
                waiting.append(child.tail)
            if isinstance(child.tag, str) and child.tag not in UNSEEN:
                waiting.append(child)


def content(element: _Element) -> str:
    """All letters in an element, a script's too: of boxes within boxes the parser has them sooner than their pieces."""
    return cast(str, _CONTENT(element))


def marks(element: _Element) -> str:
    """An element's class and id, for rules that read a name as a hint."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def drop(found: Iterable[_Element]) -> None:
    """Take elements out of their tree; the text that follows them stays, on a line of its own behind a block."""
    for element in found:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tail and not element.tail.isspace():
            if element.tag in BLOCKS:
                # Else the text before a picture's box and the text behind it would become one paragraph.
                line = etree.Element("br")
                line.tail = element.tail
                parent.replace(element, line)
                continue
            before = element.getprevious()
            if before is None:
                parent.text = (parent.text or "") + element.tail
            else:
                before.tail = (before.tail or "") + element.tail
        parent.remove(element)
