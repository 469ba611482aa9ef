"""Articles that exist only as JSON inside a page's scripts."""

from __future__ import annotations

import contextlib
import json
import re
from collections import deque
from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from lxml.etree import _Element

from newscrawl.extract.raw import Raw
from newscrawl.extract.tree import xpath
from newscrawl.text.references import resolved
from newscrawl.text.whitespace import joined

MARKS = ("__next_f", "Fusion.globalContent", '"pageProps"')
"""What a page with such an article has in its text: Next.js' app router, Arc XP, Next.js' pages router."""

_SCRIPTS = xpath("//script[not(@src)]")
_PUSH = re.compile(r"self\.__next_f\.push\(\[1,(\".*\")\]\)\s*;?\s*$", re.S)
# A row of React's flight format: hex id (hints have none), colon, and either JSON up to the line's end or `T<hex length>,` and that many bytes.
_ROW = re.compile(rb"([0-9a-f]*):(T([0-9a-f]{1,8}),)?")
# Places for advertisements and players, as hankookilbo marks them ($$…$$).
_PLACEHOLDER = re.compile(r"\$\$[^$<>]{1,200}\$\$")
_HTML = re.compile(r"<(?:p|br|div|h[1-6])[\s/>]", re.I)

_FUSION = re.compile(r"Fusion\.globalContent\s*=\s*(?=\{)")

# Names that sites give to the same things (hankookilbo 2026-01..07; news1 2025 and 2026-07; joined as other sites are met).
TITLE = ("title", "webTitle", "headline")
SUBTITLE = ("subTitle", "sub_title", "subtitle")
BODY = ("contentHtml", "articleBody", "content", "contents", "body")
# A body in pieces: {"type": "text", "content": …} (Arc XP; news1's articleView 2025).
PIECES = ("content_elements", "contentArrange")
PUBLISHED = ("deployDt", "datePublished", "publishedAt", "published_at", "pubdate_at", "pubdate", "createDate")
MODIFIED = ("reDeployDt", "dateModified", "modifiedAt", "modified_at", "updateDate")
SECTION = ("subSectionName", "sectionName", "section")
PEOPLE = ("byLines", "reporters", "writers", "authors", "author")
PERSON = (("writerName", "name", "reporterName"), ("writerJobName", "jobTitle", "role"), ("writerEmail", "email"))
# Arc XP's content_code is each site's own word; these mean a piece that is paid for, "free" and "metered" do not.
_PAID = re.compile(r"premium|paid|subscri|member", re.I)


def article(tree: _Element) -> tuple[Raw, str | None]:
    """The fields of the article object in a page's scripts, and its body as HTML (None when there is none).

    The object is the one with the longest HTML; a time or a deck that it lacks is taken from the first object that
    has one, because hankookilbo kept them apart in 2026-01.
    """
    objects = list(_objects(tree))
    found = [(html, node) for node in objects if (html := _html(node))]
    if not found:
        return Raw(), None
    html, node = max(found, key=lambda pair: len(pair[0]))
    title = _first(node, TITLE)
    # Lists of other articles have times and decks too, under other titles.
    kin = [node, *(other for other in objects if _first(other, TITLE) in (None, title))]

    def anywhere(names: tuple[str, ...]) -> str | None:
        return next((value for other in kin if (value := _first(other, names) or _number(other, names))), None)

    people: list[Any] | str = next((v for v in map(node.get, PEOPLE) if isinstance(v, list | str) and v), [])
    subtitle = anywhere(SUBTITLE)
    return Raw(
        # news1 writes entities into its JSON (2026-07).
        title=resolved(title) if title else None,
        subtitle=resolved(re.sub(r"<br\s*/?>", "\n", subtitle)) if subtitle else None,
        authors=[line for line in map(_person, [people] if isinstance(people, str) else people) if line],
        published_at=anywhere(PUBLISHED),
        modified_at=anywhere(MODIFIED),
        section=_first(node, SECTION),
        premium=node.get("premium") is True,
    ), _PLACEHOLDER.sub("", html)


def _html(node: dict[str, Any]) -> str:
    """The body of an object as HTML, or nothing: a plain string under one of the names is a summary or a comment."""
    html = _first(node, BODY)
    if html and _HTML.search(html):
        return html
    return next((html for name in PIECES if (html := "".join(map(_piece, _list(node.get(name)))))), "")


def _person(person: Any) -> str:
    if not isinstance(person, dict):
        return resolved(str(person))
    return " ".join(resolved(word) for word in (_first(person, names) for names in PERSON) if word)


def _first(node: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next(
        (node[name] for name in names if isinstance(node.get(name), str) and node[name] and node[name] != "$undefined"),
        None,
    )


def _number(node: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """A time as seconds or milliseconds since 1970."""
    found = (node.get(name) for name in names if name in (*PUBLISHED, *MODIFIED))
    return next((str(value) for value in found if isinstance(value, int | float) and value > 1e9), None)


def _objects(tree: _Element) -> Iterator[dict[str, Any]]:
    pushed: list[str] = []
    for script in _SCRIPTS(tree):
        text = script.text or ""
        # A page cut in half, a script that only looks like one of these, JSON of a thousand levels.
        with contextlib.suppress(ValueError, RecursionError):
            # Its id is __NEXT_DATA__; the type and the key say the same and outlive a renaming.
            if script.get("type") == "application/json" and '"pageProps"' in text:
                yield from _dicts(json.loads(text), {})
            elif found := _FUSION.search(text):
                story, _ = json.JSONDecoder().raw_decode(text, found.end())
                yield _arc(story)
            elif found := _PUSH.search(text) if "__next_f" in text else None:
                pushed.append(json.loads(found[1]))
    if pushed:
        # An emoji may be cut in two between two of them.
        rows = dict(_rows(joined("".join(pushed)).encode()))
        for value in list(rows.values()):
            yield from _dicts(value, rows)


def _arc(story: dict[str, Any]) -> dict[str, Any]:
    """A story of Arc XP under the names of the tables above (biz.chosun.com, seen 2026-01; times are UTC)."""

    at = partial(_at, story)
    return {
        "title": at("headlines", "basic"),
        "subtitle": at("subheadlines", "basic"),
        "content_elements": at("content_elements"),
        "authors": [
            {"name": _at(person, "additional_properties", "original", "byline") or _at(person, "name")}
            | {"email": _at(person, "email")}
            for person in _list(at("credits", "by"))
        ],
        "publishedAt": at("display_date") or at("first_publish_date"),
        "modifiedAt": at("last_updated_date"),
        "sectionName": at("taxonomy", "primary_section", "name"),
        "premium": bool(_PAID.search(str(at("content_restrictions", "content_code")))),
    }


def _at(value: Any, *path: str) -> Any:
    """What lies behind a path of keys, or None."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _piece(element: Any) -> str:
    """One piece of a body as HTML; embedded players, related links and advertisements are none of the text."""
    kind, content = (element.get("type"), element.get("content")) if isinstance(element, dict) else (None, None)
    if kind == "text" and isinstance(content, str):
        return f"<p>{content}</p>"
    if kind == "header" and isinstance(content, str):
        return f"<h3>{content}</h3>"
    if kind == "table":
        rows = map(_list, [element.get("header"), *_list(element.get("rows"))])
        cells = ("".join(f"<td>{_at(cell, 'content') or ''}</td>" for cell in row) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells if row)}</table>"
    if kind in ("list", "quote"):
        return "".join(map(_piece, _list(element.get("items") or element.get("content_elements"))))
    if kind == "image" and isinstance(element.get("url"), str):
        caption = element.get("caption") or ""
        return f'<figure><img src="{escape(element["url"])}"><figcaption>{caption}</figcaption></figure>'
    return ""


def _rows(stream: bytes) -> Iterator[tuple[str, Any]]:
    position = 0
    while match := _ROW.match(stream, position):
        name = match[1].decode()
        if match[3]:
            end = match.end() + int(match[3], 16)
            yield name, stream[match.end() : end].decode("utf-8", "replace")
            position = end
            continue
        end = stream.find(b"\n", match.end())
        end = len(stream) if end < 0 else end
        with contextlib.suppress(ValueError):  # module and hint rows (`I[…]`, `HL[…]`) are no JSON
            yield name, json.loads(stream[match.end() : end])
        position = end + 1


def _dicts(value: Any, rows: dict[str, Any]) -> Iterator[dict[str, Any]]:
    queue = deque([value])
    while queue:
        node = queue.popleft()
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            # "$28" stands for the text of row 28.
            yield {k: rows.get(v[1:], v) if isinstance(v, str) and v.startswith("$") else v for k, v in node.items()}
            queue.extend(node.values())
