"""Read an article without a single selector of its site."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import _Element

from newscrawl.extract import body as bodies
from newscrawl.extract import deck as decks
from newscrawl.extract.body import is_prose
from newscrawl.extract.headline import headline
from newscrawl.extract.listing import Read, is_list
from newscrawl.extract.locate import amount, amounts, locate, prose_lines
from newscrawl.extract.named import APART, COMMENT, READER, is_foreign, is_named_furniture, tells
from newscrawl.extract.others import drop_others
from newscrawl.extract.pictures import lift
from newscrawl.extract.raw import Raw
from newscrawl.extract.shown import settle
from newscrawl.extract.tree import BLOCKS, UNSEEN, drop, lines, marks, text, xpath
from newscrawl.extract.under import printed_under
from newscrawl.text import bylines, dates, mails, noise, press
from newscrawl.text.periods import PERIOD, without_periods
from newscrawl.text.whitespace import fold
from newscrawl.urls import address

FEW = 100  # elements: the box of a byline has some
DATE_ATTRIBUTE = re.compile(r"date|time", re.I)
_ORIGINAL = xpath(
    '//a[@href][contains(., "원")][contains(., "문")]'
    '[contains(translate(normalize-space(.), " ", ""), "기사원문") or contains(translate(normalize-space(.), " ", ""), "원문보기")]'
)
_registered = xpath('//meta[@property="og:regDate"]/@content')
COPYRIGHT = re.compile(
    r"(?:ⓒ|©|\(c\)|\(C\)|저작권자)\s*(?:\(c\)\s*|©\s*|ⓒ\s*)?([가-힣A-Za-z0-9]{2,12})(?=[,.\s·:]|무단)"
)


def read(tree: _Element, url: str, *, base: str | None = None, title: str | None = None) -> Raw:
    """The raw fields of any article page, whose links are relative to ``base`` or itself. Cuts the tree; ``title`` is the headline other rungs found."""
    for heading in tree.iter("h1"):
        if len(heading):
            settle(heading)
    head = decks.heading(tree, title) if title else None
    drop_others(tree, head)
    located = locate(tree)
    if located is None or not amount(located) or is_list(located):
        said = title or headline(tree, None)
        head = decks.heading(tree, said) if said and head is None else head
        located = printed_under(head) if head is not None else None
    raw = Raw(
        title=text(head) if head is not None else headline(tree, located),
        original_url=_original(tree, url, base or url),
    )
    title = title or raw.title
    raw.published_at, raw.modified_at = _times(tree, title)
    raw.publisher = _publisher(tree)
    if located is None:
        return raw
    near = byline_near(located)
    under = decks.deck_between(tree, title, located) if title else None
    part = read_body(located, title)
    if title and all(p.standout and decks.same_words(p.text, title) for p in part.body):
        part.body = []  # a heading is no text, not even a flash's
    raw.publisher = part.publisher or raw.publisher
    raw.authors = part.authors or near
    raw.subtitle, raw.body, raw.images = part.subtitle or under, part.body, part.images
    raw.place, raw.cut = located, part.cut
    return raw


def read_body(element: _Element, title: str | None) -> Raw:
    """The paragraphs, pictures and deck of an element that holds an article's text. Cuts the element."""
    often = _counts(element)
    apart = [e for e in element.iterdescendants(*APART) if not _is_own(e, often)]
    cut = [line for e in apart for line in _told(e)]
    drop(apart)
    settle(element)
    raw = Raw(images=lift(element, boxes=True), cut=cut)
    prose = amount(element)
    read = cache(text)  # a box around many others is asked for its text by each of them
    often = _counts(element)
    named = [e for e in element.iterdescendants("*") if is_named_furniture(e) and not decks.DECK.search(marks(e))]
    held = amounts(named)
    # A box whose name is a hint is cut only while it is a small part of the body, and holds none of its sentences.
    furniture = [e for e in named if held[e] <= 0.3 * prose and not _is_word(e, read) and not _is_own(e, often)]
    raw.authors = [line for e in furniture if (line := _short(e)) and bylines.whole_line(line)]
    raw.cut += [line for e in furniture for line in _told(e)]
    drop(furniture)
    printed = bodies.once(bodies.paragraphs(element))
    raw.publisher = next(filter(None, (_owner(p.text) for p in printed)), None)
    raw.authors += filter(None, (decks.signed(p.text) for p in printed[: decks.MOST]))
    printed = printed[: _end([p.text for p in printed])]
    told = decks.without_summary(printed)
    kept = [
        p
        for p in told
        # "하도경 기자 hdk@a.kr <ⓒ …>" signs as well.
        if (not noise.is_furniture(p.text) or ("@" in p.text and bylines.whole_line(noise.without_owner(p.text))))
        and not press.is_press(p.text)
    ]
    raw.subtitle, raw.body = decks.lift_deck(bodies.once(kept), title, heads=decks.section_heads(element))
    return raw


def _counts(element: _Element) -> Callable[[str], int]:
    """How often a line stands in an element; its text is read once, and the same line may stand in many boxes."""
    whole = cache(lambda: text(element))
    return cache(lambda line: whole().count(line))


def _is_own(box: _Element, often: Callable[[str], int]) -> bool:
    """Whether a named box tells what the text around it does not: a quotation set large stands in the text as well."""
    if not tells(box):
        return False
    return any(often(line.strip("“”\"‘’' ")) < 2 for line in lines(box).split("\n"))


def _short(box: _Element) -> str:
    """What a box of a few elements prints, if that is no more than a byline."""
    few = len(list(itertools.islice(box.iter(), FEW))) < FEW
    return line if few and len(line := text(box)) <= 80 else ""


def _told(box: _Element) -> list[str]:
    """The lines of prose in a box that is cut, unless they are known to be no text or stand between lines of links."""
    told, links, _ = prose_lines(box)
    return told if links < len(told) and not is_foreign(box, told) else []


def _end(lines: list[str]) -> int:
    """The position behind the signature or the copyright that ends a piece: what follows is shorter than it, and in short lines."""
    prose = [len(line) if is_prose(line) else 0 for line in lines]
    for position in range(len(lines), 0, -1):
        line = lines[position - 1]
        if _owner(line) or (len(line) <= 80 and mails.EMAIL.search(line) and bylines.whole_line(line)):
            behind = prose[position:]
            ends = max(behind, default=0) <= 60 and 2 * sum(behind) < sum(prose[:position])
            return position if ends else len(lines)
    return len(lines)


def _is_word(element: _Element, read: Read) -> bool:
    """Whether a named element is a word within a sentence (``<a class="keyword">``) that everybody sees."""
    if element.tag in BLOCKS or READER.search(marks(element)) or (parent := element.getparent()) is None:
        return False
    before = element.getprevious()
    beside = ((parent.text if before is None else before.tail) or "") + (element.tail or "")
    return bool(beside.strip()) and is_prose(read(parent))


def _original(tree: _Element, url: str, base: str) -> str | None:
    host = urlsplit(url).hostname
    links = filter(None, (address(base, a.get("href")) for a in _ORIGINAL(tree)))
    return next((link for link in links if urlsplit(link).hostname != host), None)


def _times(tree: _Element, title: str | None) -> tuple[str | None, str | None]:
    """Attributes that carry a time (``data-date-time``, ``<time datetime>``), then labels, then the first time after the headline."""
    published: str | None = None
    modified: str | None = None
    for element in _dated(tree):
        for name, value in element.attrib.items():
            if (
                DATE_ATTRIBUTE.search(name)
                and not PERIOD.search(name)
                and dates.parse(value)
                and not _commented(element)
            ):
                if re.search(r"modif|update", name + marks(element), re.I):
                    modified = modified or value
                else:
                    published = published or value
    if published:
        return published, modified
    body = tree.find("body")
    page = text(body if body is not None else tree)
    start = page.find(title) if title else -1
    near = page[start : start + 600] if start >= 0 else page
    first, last = dates.labelled(near)
    if first is None and last is None:
        first, last = dates.labelled(page)
    if first is None and last is None:
        # 동아일보 prints the time on a button (2026-01), which is no text of the page.
        first, last = dates.labelled(" ".join(" ".join(map(str, b.itertext())) for b in tree.iter("button")))
    first = first or dates.printed(without_periods(near))[0]
    # Daum's og:regDate is when the portal took the piece in: better than nothing, worse than what is printed.
    registered: str | None = next(iter(_registered(tree)), None)
    return first.isoformat() if first else registered, last.isoformat() if last else None


def _dated(tree: _Element) -> Iterator[Any]:
    """The elements with an attribute that is there for a time; by XPath the names of all attributes cost twice as much."""
    for element in tree.iter("*"):
        names: Sequence[Any] = element.keys()
        if any(name == "datetime" or (name[:5] == "data-" and ("date" in name or "time" in name)) for name in names):
            yield element


def _commented(element: _Element) -> bool:
    """Whether an element stands in the comments of readers."""
    return any(COMMENT.search(marks(e)) for e in (element, *element.iterancestors()))


def byline_near(body: _Element) -> list[str]:
    """The first byline printed around a body with those beside it: after it within forty elements, else before it (mk: behind its tool bar)."""
    around = (body, *body.iterancestors())
    after = (e for outer in around for beside in outer.itersiblings("*") for e in beside.iter("*"))
    before = (
        e
        for outer in around
        for beside in outer.itersiblings("*", preceding=True)
        for e in reversed(list(beside.iter("*")))
    )
    for element in itertools.chain(itertools.islice(after, 40), itertools.islice(before, 250)):
        if element.tag not in UNSEEN and element.tag != "a" and len(element) <= 6 and _is_byline(element):
            parent = element.getparent()
            return [_byline(e) for e in (element if parent is None else parent) if _is_byline(e)] or [_byline(element)]
    return []


def _is_byline(element: _Element) -> bool:
    return (
        isinstance(element.tag, str)
        and len(line := text(element)) <= 100
        and bool(bylines.whole_line(line) or decks.signed(line))
    )


def _byline(element: _Element) -> str:
    return decks.signed(line := text(element)) or line


def _owner(line: str) -> str | None:
    """The press that a copyright line names: "[ⓒ 서울경제, 무단 전재 및 재배포 금지]"."""
    named = COPYRIGHT.search(line)
    return named[1] if named and noise.is_furniture(line) else None


def _publisher(tree: _Element) -> str | None:
    """The press that a portal's page names in its copyright line, else by the first logo or line that is a paper's name."""
    for element in tree.iter("p", "div", "span", "em", "small", "footer"):
        if not len(element) and element.text and (owner := _owner(text(element))):
            return owner
    for element in tree.iter("*"):
        tag = element.tag
        printed = element.get("alt") if tag == "img" else element.tail if tag == "br" else element.text
        if printed and not printed.isspace() and press.is_press(fold(printed)):
            return fold(printed)
    return None
