"""A redesign of every site: what of the recorded pages is still read when each class and id has another name.

`python -m tests.rot` prints the table.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import html
from scrapy.utils.project import get_project_settings

from newscrawl import cases, reading, warc
from newscrawl.bases.source import Source, load_sources, sites_of
from newscrawl.cases import Case
from newscrawl.commands.running import CASES
from newscrawl.discovery import Channel
from newscrawl.extract import tree
from newscrawl.loaders import NotAnArticle, read
from newscrawl.text.encoding import decode

FIELDS = ("title", "published_at", "subtitle", "authors", "section")


class Rotten(NamedTuple):
    """One article page after the redesign: which fields are still right, and how near its text is."""

    source: str
    name: str
    right: dict[str, bool]
    body: float


def renamed(page: bytes, content_type: str | None) -> bytes:
    """The page after a redesign: every class and id is another word."""
    text, _ = decode(page, content_type)
    if not text.lstrip().startswith("<") or text.lstrip().startswith("<?xml"):
        return page
    document = tree.parse(text)
    for element in document.iter():
        for attribute in ("class", "id"):
            words = element.get(attribute) if isinstance(element.tag, str) else None
            if words:
                element.set(attribute, " ".join(map(_another, words.split())))
    return bytes(html.tostring(document, encoding="utf-8", doctype="<!DOCTYPE html>"))


def _another(word: str) -> str:
    return "x" + hashlib.sha256(word.encode()).hexdigest()[:8]


def word_f1(expected: str, got: str) -> float:
    """How much two texts share, by words, order not counted."""
    ours, theirs = Counter(got.split()), Counter(expected.split())
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def rotten(case: Case, sources: dict[str, type[Source]]) -> Rotten:
    """What is read of a recorded article after the redesign."""
    assert case.expected is not None
    text, _ = decode(renamed(case.body, case.content_type), "text/html; charset=utf-8")
    site = sites_of(sources).find(case.url)
    assert site is not None
    try:
        got = read(text, site.address(case.url), sources[site.name].facts()).as_dict()
    except NotAnArticle:
        got = dict.fromkeys(case.expected) | {"body": ""}
    right = {field: got[field] == case.expected[field] for field in FIELDS}
    return Rotten(case.source, case.name, right, word_f1(case.expected["body"], got["body"]))


def strangers(case: Case, sources: dict[str, type[Source]]) -> tuple[set[str], set[str]]:
    """The links of a recorded listing that are lost after the redesign, and those that are none of it."""
    assert case.expected is not None
    found = {link.url for link in reading.links(renamed(case.body, case.content_type), case.url, sources)}
    return set(case.expected["links"]) - found, found - set(case.expected["links"])


def table(recorded: Iterable[Case], sources: dict[str, type[Source]]) -> str:
    """The shares of a redesign's right fields, source by source."""
    by_source: dict[str, list[Rotten]] = {}
    for case in recorded:
        if case.kind == "article":
            by_source.setdefault(case.source, []).append(rotten(case, sources))
    lines = [f"{'source':<14} pages {'  '.join(FIELDS)}  lowest body F1"]
    for name, pages in sorted(by_source.items()):
        shares = "  ".join(f"{sum(p.right[f] for p in pages):>{len(f) - 2}}/{len(pages)}" for f in FIELDS)
        lines.append(f"{name:<14} {len(pages):>5} {shares}  {min(p.body for p in pages):>14.2f}")
    return "\n".join(lines)


def site(source: type[Source], recorded: list[Case], *, rotted: bool) -> Iterator[warc.Page]:
    """The answers of a whole site made from its recorded pages, before or after a redesign.

    Every channel answers with the recorded page of its kind, and that announces the recorded articles as well.
    """
    articles = [case for case in recorded if case.kind == "article"]
    for case in articles:
        yield _page(
            case.url,
            renamed(case.body, case.content_type) if rotted else decode(case.body, case.content_type)[0].encode(),
        )
    for channel in source.discovery:
        same = [case for case in recorded if case.kind == channel.kind]
        for answer in [case for case in same if channel.covers(case.url)][:1] or same[:1]:
            page = _announcing(answer, channel, [case.url for case in articles])
            url = next(channel.first_urls(None, None))
            yield _page(url, renamed(page, None) if rotted else page)


def _page(url: str, body: bytes) -> warc.Page:
    kind = "text/xml; charset=utf-8" if body.lstrip().startswith(b"<?xml") else "text/html; charset=utf-8"
    return warc.Page(url, 200, (("Content-Type", kind),), body, cases.FETCHED_AT)


def _announcing(case: Case, channel: Channel, articles: list[str]) -> bytes:
    """A recorded listing, feed or sitemap that announces these articles beside its own."""
    text, _ = decode(case.body, case.content_type)
    if channel.kind == "listing":
        anchors = "".join(f'<a href="{url}">기사 제목은 여기에 있다</a>' for url in articles)
        return text.replace("</a>", f"</a>{anchors}").encode()
    end = "</channel>" if channel.kind == "feed" else "</urlset>"
    tag = "<item><link>{}</link></item>" if channel.kind == "feed" else "<url><loc>{}</loc></url>"
    return text.replace(end, "".join(tag.format(url.replace("&", "&amp;")) for url in articles) + end).encode()


def main() -> None:
    """Print the table."""
    print(table(cases.load(Path(CASES)), load_sources(get_project_settings())))


if __name__ == "__main__":
    main()
