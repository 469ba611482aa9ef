"""Parse HTML once, and read text out of elements the way a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser
from lxml.html import document_fromstring as _parse
from parsel.csstranslator import HTMLTranslator

from newscrawl.text.whitespace import CONTROL, fold, fold_lines

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "button",
        "select",
        "textarea",
        "input",
        "audio",
        "video",
        "object",
        "canvas",
        "head",
        "title",
        "meta",
        "link",
        "map",
    ]
)


class EmptyPage(ValueError):
    """The page holds no element at all."""


def parse(text: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        EmptyPage: there is nothing in it that HTML could be.
    """
    # libxml2 stops reading at a NUL and keeps other controls.
    text = CONTROL.sub("", text)
    try:
        return _parse(
            text.encode(), parser=HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True), ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyPage(str(error)) from None


def xpath(expression: str) -> Callable[[HtmlElement], list[Any]]:
    """A compiled XPath that gives a list of elements or of strings."""
    return cast(Callable[[HtmlElement], list[Any]], etree.XPath(expression))


@lru_cache(maxsize=1024)
def compiled(css: str) -> Callable[[HtmlElement], list[Any]]:
    """A CSS selector (parsel's ``::text`` and ``::attr(name)`` included) as a compiled XPath."""
    return xpath(HTMLTranslator().css_to_xpath(css))


def select(element: HtmlElement, css: str) -> list[Any]:
    """What a CSS selector matches below an element, in document order; nothing for an empty selector."""
    return compiled(css)(element) if css else []


def elements(element: HtmlElement, css: str) -> list[HtmlElement]:
    """The elements a CSS selector matches."""
    return [hit for hit in select(element, css) if not isinstance(hit, str)]


def strings(element: HtmlElement, css: str) -> list[str]:
    """The texts of a selector's matches, each with its printed lines, empty ones left out."""
    hits = (fold_lines(hit) if isinstance(hit, str) else lines(hit) for hit in select(element, css))
    return [hit for hit in hits if hit]


def lines(element: HtmlElement) -> str:
    """An element's text with a line for every ``<br>`` and block, each folded."""
    parts: list[str] = []
    _collect(element, parts)
    return fold_lines("".join(parts))


def text(element: HtmlElement) -> str:
    """An element's text on one line."""
    return fold(lines(element))


def _collect(element: HtmlElement, parts: list[str]) -> None:
    if element.tag == "br":
        parts.append("\n")
        return
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    block = element.tag in BLOCKS
    if block:
        parts.append("\n")
    # Line ends in the source are blanks on the page; only <br> and blocks end a line.
    parts.append(_flat(element.text))
    for child in element:
        _collect(child, parts)
        parts.append(_flat(child.tail))
    if block:
        parts.append("\n")


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def marks(element: HtmlElement) -> str:
    """An element's class and id, for rules that read a name as a hint."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def drop(found: Iterable[HtmlElement]) -> None:
    """Take elements out of their tree; the text that follows them stays."""
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()
