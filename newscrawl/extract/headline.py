"""The headline of a page that marks none as such, and what never is one: the name of a paper or of a section."""

from __future__ import annotations

import re

from lxml.etree import _Element

from newscrawl.extract import body as bodies
from newscrawl.extract.body import is_prose
from newscrawl.extract.locate import HANGUL
from newscrawl.extract.tree import text
from newscrawl.text import bylines, dates, noise, press, sections, titles
from newscrawl.text.whitespace import fold

SEPARATOR = re.compile(r"\s+[-–—|:<>/·»]+\s+|\s*[|ㅣ｜»]\s*|\s*::\s*")
NAMES = frozenset({*titles.PORTALS, "뉴스", "기사", "기사본문", "본문", "홈", "기사보기", "뉴스홈", "홈페이지"})


def headline(tree: _Element, place: _Element | None) -> str | None:
    """The headline: a heading and the page's ``<title>`` say it together, or one of them where the other is none.

    Of the headings one that shares its beginning with ``<title>``, else the only ``<h1>`` in the part of the page that
    ``place`` (the article's text) stands in. Without either ``<title>``, where it is no name; then the first long
    heading, then the first line that is printed before the text.
    """
    printed = fold(tree.findtext(".//title") or "")
    parts = [part for part in SEPARATOR.split(printed) if part]
    named = all(map(is_name, parts))
    heads = [
        (h, line)
        for h in tree.iter("h1", "h2", "h3", "h4")
        if _could_be(line := text(h)) or _is_first_part(line, printed)
    ]
    if not named:
        for _, line in heads:
            if printed.startswith(line[:20]) or (len(parts[0]) >= 4 and line.startswith(parts[0])):
                return line
    first = [(h, line) for h, line in heads if h.tag == "h1" and not _is_link(h, line)]
    if len(first) == 1 and (named or _in_part(first[0][0], place)):
        return first[0][1]
    if not named:
        return titles.clean(printed, [part for part in parts if press.is_press(part)])
    return next((line for _, line in heads), None) or _first_line(tree)


def is_name(title: str) -> bool:
    """Whether a title is the name of a paper, a portal or a section and says nothing of the piece.

    >>> [is_name(title) for title in ("매일경제", "경제 | 매일경제", "뉴스 - 서울경제", "증권", "네이버 뉴스")]
    [True, True, True, True, True]
    >>> [is_name(title) for title in ("금리 동결", "위기의 한국경제", "경제 회복…환율 하락", "환율 1,402.5원 | 매일경제")]
    [False, False, False, False]
    """
    return len(title) <= titles.LONGEST and all(
        press.is_press(part) or part in NAMES or (len(part) <= 6 and part in SECTIONS)
        for part in SEPARATOR.split(title)
        if part
    )


SECTIONS = frozenset(
    {term for terms in sections.CATEGORIES.values() for term in terms}
    | sections.ELSEWHERE
    | {"전체", "종합", "경제일반", "최신뉴스", "속보"}
)


def _could_be(line: str) -> bool:
    return len(HANGUL.findall(line)) >= 6 and not press.is_press(line) and not noise.is_furniture(line)


def _is_first_part(line: str, printed: str) -> bool:
    """Whether a heading is all of ``<title>`` but the site's name behind it, in whatever script."""
    return (
        len(line) >= 4
        and printed.startswith(line)
        and SEPARATOR.match(printed, len(line)) is not None
        and not is_name(line)
    )


def _is_link(head: _Element, line: str) -> bool:
    """Whether all of a heading is a link, as the site's own name is."""
    return any(text(link) == line for link in head.iter("a"))


def _in_part(head: _Element, place: _Element | None) -> bool:
    """Whether a heading stands in the box of the text: the nearest box around both is not the whole page."""
    if place is None:
        return False
    around = {place, *place.iterancestors()}
    shared = next((box for box in head.iterancestors() if box in around), None)
    return shared is not None and (shared is place or shared.tag not in ("body", "html"))


def _first_line(tree: _Element) -> str | None:
    body = tree.find("body")
    for paragraph in bodies.paragraphs(body if body is not None else tree):
        line = paragraph.text
        if is_prose(line) and len(line) > 60:
            return None
        apparatus = paragraph.linked or dates.parse(line) or bylines.whole_line(line)
        if len(line) >= 8 and _could_be(line) and not apparatus and not is_name(line):
            return line
    return None
