"""What a page says about itself in its head: JSON-LD and meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from newscrawl.extract.raw import Raw
from newscrawl.extract.tree import xpath

ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Satirical|Advertiser|Report)?\w*Article$|^Article$|BlogPosting$"
)
_SCRIPTS = xpath('//script[@type="application/ld+json"]/text()')
_METAS = xpath("//meta[@content and (@property or @name or @itemprop)]")


SECTIONS = ("article:section", "og:article:section", "dable:section", "article:section2")


def json_ld(tree: _Element) -> Raw:
    """The fields of the page's first NewsArticle in JSON-LD; empty when it has none or it cannot be read."""
    for node in _nodes(tree):
        types = node.get("@type")
        if not any(ARTICLE_TYPES.search(str(t)) for t in (types if isinstance(types, list) else [types])):
            continue
        return Raw(
            title=_text(node.get("headline")) or _text(node.get("name")),
            subtitle=_text(node.get("alternativeHeadline")),
            authors=list(_people(node.get("author"))),
            published_at=_text(node.get("datePublished")),
            modified_at=_text(node.get("dateModified")),
            section=_crumbs(node.get("articleSection")),
            publisher=_text(node.get("publisher")),
            site=_text(node.get("publisher")),
            premium=str(node.get("isAccessibleForFree")).lower() == "false",
        )
    return Raw()


def _nodes(tree: _Element) -> Iterator[dict[str, Any]]:
    for script in _SCRIPTS(tree):
        try:
            loaded = json.loads(
                re.sub(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|<!--|-->", "", str(script)), strict=False
            )
        except (ValueError, RecursionError):
            continue  # a headline with a bare quotation mark breaks it (mk, 2022); meta tags are the next rung
        queue = [loaded]
        while queue:
            node = queue.pop(0)
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict):
                yield node
                queue.append(node.get("@graph"))


def _text(value: Any) -> str | None:
    depth = 0
    while isinstance(value, list | dict) and (depth := depth + 1) < 9:
        value = (value.get("name") or value.get("@value")) if isinstance(value, dict) else next(iter(value), None)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value) if str(value).strip() else None


def _crumbs(value: Any) -> str | None:
    """The values of articleSection, a line each: the first may be 뉴스 or the paper itself."""
    return "\n".join(filter(None, map(_text, value if isinstance(value, list) else [value]))) or None


def _people(value: Any) -> Iterator[str]:
    for person in value if isinstance(value, list) else [value]:
        if isinstance(person, dict):
            if "Organization" in str(person.get("@type")):
                continue
            words = (_text(person.get(key)) for key in ("name", "jobTitle", "email"))
            yield " ".join(word for word in words if word)
        elif isinstance(person, str):
            yield person


def metas(tree: _Element) -> dict[str, str]:
    """The page's meta tags, the first of each name, names in lower case, empty contents left out."""
    found: dict[str, str] = {}
    for meta in _METAS(tree):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if content:
            found.setdefault(name.lower(), content)
    return found


def open_graph(tags: dict[str, str]) -> Raw:
    """The fields that meta tags name (OpenGraph, article:*, dable:*, schema.org's itemprop)."""

    def first(*names: str) -> str | None:
        return next((tags[name] for name in names if name in tags), None)

    author = first("dable:author", "article:author", "og:article:author", "author", "byl", "twitter:creator")
    return Raw(
        title=first("headline", "og:title", "twitter:title", "dable:title", "title"),
        # Portals put the press there ("뉴스1 | 네이버"), and a profile's address is no name.
        authors=[author] if author and "|" not in author and not author.startswith("http") else [],
        published_at=first(
            "article:published_time",
            "og:article:published_time",
            "article:published",
            "datepublished",
            "pubdate",
            "dc.date.issued",
            "date",
        ),
        modified_at=first(
            "article:modified_time", "og:article:modified_time", "article:modified", "datemodified", "og:updated_time"
        ),
        # The first may be the paper's own name (joongang, 2026-08).
        section="\n".join(tags[name] for name in SECTIONS if name in tags) or None,
        site=first("og:site_name"),
        publisher=(first("og:article:author", "twitter:creator") or "").split("|")[0].strip() or None,
    )
