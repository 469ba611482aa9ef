"""The headline of a page that marks none as such, and what never is one: the name of a paper or of a section."""

from __future__ import annotations

import re

from lxml.etree import _Element

from newscrawl.extract import body as bodies
from newscrawl.extract.about import shared
from newscrawl.extract.body import is_prose
from newscrawl.extract.locate import HANGUL
from newscrawl.extract.tree import text
from newscrawl.text import bylines, dates, noise, press, sections, titles
from newscrawl.text.whitespace import fold
from newscrawl.text.words import anyof

SEPARATOR = re.compile(r"\s+[-–—|:<>/·»]+\s+|\s*[|ㅣ｜»]\s*|\s*::\s*")
# A name of a paper that is on no list is one word: 하루일보, 솔빛경제신문.
PAPER = re.compile(rf"[가-힣A-Za-z0-9]{{1,6}}{anyof('paper-endings')}")
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
        if (_could_be(line := text(h), 2) and not is_name(line)) or _is_first_part(line, printed)
    ]
    if not named:
        # "하루일보 | 금리 동결하기로", "[하루일보] …": the name of a paper that is not known, and a heading that is longer.
        for h, line in heads:
            if printed.endswith(line) and 2 * len(line) > len(printed) and _could_be(line) and _in_part(h, place):
                return line
        for _, line in heads:
            same = (len(line) >= 8 and printed.startswith(line[:20])) or _is_first_part(line, printed)
            if same or (len(parts[0]) >= 4 and line.startswith(parts[0])):
                return line
    first = [(h, line) for h, line in heads if h.tag == "h1" and not _is_link(h, line)]
    # A short one counts where no long one stands.
    first = [(h, line) for h, line in first if _could_be(line)] or first
    if len(first) > 1:  # a site's slogan is an <h1> as well
        first = [(h, line) for h, line in first if _in_part(h, place)]
    if len(first) == 1 and ((named and _could_be(first[0][1])) or _in_part(first[0][0], place)):
        return first[0][1]
    if len(first) == 1 and place is not None and _could_be(line := first[0][1]) and not named:
        told = text(place)
        if shared(line, told)[0] > 1 and not shared(printed, told)[0]:
            return line  # what the text is about, and ``<title>`` says nothing of it
    if not named:
        return titles.clean(printed, [part for part in parts if press.is_press(part) or PAPER.fullmatch(part)])
    return next((line for _, line in heads if _could_be(line)), None) or _first_line(tree)


def is_name(title: str) -> bool:
    """Whether a title is the name of a paper, a portal or a section and says nothing of the piece.

    >>> [is_name(title) for title in ("매일경제", "경제 | 매일경제", "뉴스 - 서울경제", "증권", "네이버 뉴스", "하루일보")]
    [True, True, True, True, True, True]
    >>> [is_name(title) for title in ("금리 동결", "위기의 한국경제", "경제 회복…환율 하락", "환율 1,402.5원 | 매일경제")]
    [False, False, False, False]
    """
    return len(title) <= titles.LONGEST and all(
        press.is_press(part) or PAPER.fullmatch(part) or part in NAMES or (len(part) <= 6 and part in SECTIONS)
        for part in SEPARATOR.split(title)
        if part
    )


SECTIONS = frozenset(
    {term for terms in sections.CATEGORIES.values() for term in terms}
    | sections.ELSEWHERE
    | {"전체", "종합", "경제일반", "최신뉴스", "속보"}
)


def _could_be(line: str, least: int = 6) -> bool:
    """Whether a line may be a headline: "코스피 2,641.30 마감" has few Hangul letters, and a label of a menu as many."""
    return len(HANGUL.findall(line)) >= least and not press.is_press(line) and not noise.is_furniture(line)


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
