"""Articles that exist only as JSON inside a page's scripts."""

from __future__ import annotations

import contextlib
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from newscrawl.extract.raw import Raw
from newscrawl.extract.tree import xpath

MARK = "__next_f"
"""What a page with such an article has in its text."""

_SCRIPTS = xpath("//script[not(@src)]/text()")
_PUSH = re.compile(r"self\.__next_f\.push\(\[1,(\".*\")\]\)\s*;?\s*$", re.S)
# A row of React's flight format: hex id (hints have none), colon, and either JSON up to the line's end or `T<hex length>,` and that many bytes.
_ROW = re.compile(rb"([0-9a-f]*):(T([0-9a-f]+),)?")
# Places for advertisements and players, as hankookilbo marks them ($$…$$).
_PLACEHOLDER = re.compile(r"\$\$[^$<>]{1,200}\$\$")
_HTML = re.compile(r"<(?:p|br|div|h[1-6])[\s/>]", re.I)

# Names that sites give to the same things (hankookilbo 2026-01..07; joined as other sites are met).
TITLE = ("title", "webTitle", "headline")
SUBTITLE = ("subTitle", "sub_title", "subtitle")
BODY = ("contentHtml", "articleBody", "content", "body")
PUBLISHED = ("deployDt", "datePublished", "publishedAt", "pubdate")
MODIFIED = ("reDeployDt", "dateModified", "modifiedAt")
SECTION = ("subSectionName", "sectionName", "section")
PEOPLE = ("byLines", "reporters", "writers", "authors")
PERSON = (("writerName", "name", "reporterName"), ("writerJobName", "jobTitle", "role"), ("writerEmail", "email"))


def article(tree: _Element) -> tuple[Raw, str | None]:
    """The fields of the article object in a page's scripts, and its body as HTML (None when there is none).

    The object is the one with the longest HTML; a time or a deck that it lacks is taken from the first object that
    has one, because hankookilbo kept them apart in 2026-01.
    """
    objects = list(_objects(tree))
    found = [(html, node) for node in objects if (html := _first(node, BODY)) and _HTML.search(html)]
    if not found:
        return Raw(), None
    html, node = max(found, key=lambda pair: len(pair[0]))

    def anywhere(names: tuple[str, ...]) -> str | None:
        return next((value for other in (node, *objects) if (value := _first(other, names))), None)

    people: list[Any] = next((node[name] for name in PEOPLE if isinstance(node.get(name), list)), [])
    subtitle = anywhere(SUBTITLE)
    return Raw(
        title=_first(node, TITLE),
        subtitle=re.sub(r"<br\s*/?>", "\n", subtitle) if subtitle else None,
        authors=[line for line in map(_person, people) if line],
        published_at=anywhere(PUBLISHED),
        modified_at=anywhere(MODIFIED),
        section=_first(node, SECTION),
    ), _PLACEHOLDER.sub("", html)


def _person(person: Any) -> str:
    if not isinstance(person, dict):
        return str(person)
    return " ".join(word for word in (_first(person, names) for names in PERSON) if word)


def _first(node: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next(
        (node[name] for name in names if isinstance(node.get(name), str) and node[name] and node[name] != "$undefined"),
        None,
    )


def _objects(tree: _Element) -> Iterator[dict[str, Any]]:
    pushed: list[str] = []
    for script in _SCRIPTS(tree):
        found = _PUSH.search(str(script)) if MARK in script else None
        if found:
            try:
                pushed.append(json.loads(found[1]))
            except ValueError:
                continue
    if pushed:
        rows = dict(_rows("".join(pushed).encode()))
        for value in list(rows.values()):
            yield from _dicts(value, rows)


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
