"""Read the microdata and RDFa of an article's own elements: ``<span itemprop="author">``, ``<time property="schema:datePublished">``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml.etree import _Element

from newscrawl.extract.raw import Raw
from newscrawl.extract.tree import text, xpath

_NAMED = xpath("//*[not(self::meta)][@itemprop or @property or @typeof or @itemscope or @itemtype]")
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report)$", re.I)
DEEPEST = 32  # boxes between a mark and the article that it is of
FIELDS = ("headline", "author", "datepublished", "datemodified", "articlesection", "articlebody")


def article(tree: _Element) -> Raw:
    """The fields of the one article that a page's elements mark; nothing where they mark several and none with a text."""
    marked: dict[_Element | None, dict[str, list[_Element]]] = {}
    for element in _NAMED(tree):
        names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
        for name in (name.rpartition(":")[2].rpartition("/")[2] for name in names):
            if name in FIELDS:
                scope = next((e for e in islice(element.iterancestors(), DEEPEST) if _type(e)), None)
                if scope is None or _ARTICLE.search(_type(scope)):
                    marked.setdefault(scope, {}).setdefault(name, []).append(element)
    found = next((each for each in marked.values() if "articlebody" in each), None) or (
        next(iter(marked.values())) if len(marked) == 1 else {}
    )
    return Raw(
        title=_one(found.get("headline", ())),
        authors=[line for e in found.get("author", ()) for line in _people(e)],
        published_at=_one(found.get("datepublished", ())),
        modified_at=_one(found.get("datemodified", ())),
        section=_one(found.get("articlesection", ())),
    )


def _type(element: _Element) -> str:
    return (element.get("itemtype") or element.get("typeof") or "").strip()


def _one(elements: Iterable[_Element]) -> str | None:
    """The value of all elements; None where they say different things."""
    said = {value for element in elements if (value := _value(element))}
    return said.pop() if len(said) == 1 else None


def _value(element: _Element) -> str:
    return element.get("content") or element.get("datetime") or text(element)


def _people(element: _Element) -> list[str]:
    """The names of an author: those that it marks as such, of a press none."""
    if "Organization" in _type(element):
        return []
    names = [e for e in element.iterdescendants() if "name" in (e.get("itemprop") or e.get("property") or "").lower()]
    return [_value(name) for name in names] or [_value(element)]
