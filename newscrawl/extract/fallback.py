"""Read an article without a single selector of its site."""

from __future__ import annotations

import itertools
import re
from urllib.parse import urlsplit

from lxml.etree import _Element

from newscrawl.extract import body as bodies
from newscrawl.extract import deck as decks
from newscrawl.extract.body import is_prose
from newscrawl.extract.deck import same_words
from newscrawl.extract.pictures import lift
from newscrawl.extract.raw import Raw
from newscrawl.extract.tree import BLOCKS, UNSEEN, drop, elements, lines, marks, text, xpath
from newscrawl.text import bylines, dates, noise, press
from newscrawl.text.whitespace import fold

HANGUL = re.compile(r"[가-힣]")
# Class and id words of things that stand in or near an article and are not it.
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:ads?|adv|adsense|ad_?(?:wrap|box|area|contents|template)\w*|banner|reporter\w*|journalist\w*|byline\w*|writers?|copyright\w*|relat\w*|recommend\w*|promotion|"
    r"share|sns|subscribe\w*|comments?|cmt|reply|btn\w*|buttons?|tools?|utils?|vod\w*|video\w*|player|tags?|keywords?|sponsor\w*|dable|taboola|categorize\w*|linked_more|"
    r"(?:news_)?sum(?:mary)?_?\w*|popular\w*|ranking|rank|most|footer|foot|gnb|lnb|nav|menu|layer|popup|tts|translate|poll|quote|who|writer\w*|sr-only|blind|is_blind|screen_out)(?:$|[\s_-])",
    re.I,
)
SKIPPED = frozenset({*UNSEEN, "nav", "footer", "aside", "a", "label"})
DATE_ATTRIBUTE = re.compile(r"date|time", re.I)
_ORIGINAL = xpath(
    '//a[@href][contains(translate(normalize-space(.), " ", ""), "기사원문") or contains(translate(normalize-space(.), " ", ""), "원문보기")]'
)
_registered = xpath('//meta[@property="og:regDate"]/@content')
_following = xpath("following::*")
_preceding = xpath("preceding::*")
_DATED = xpath(
    '//*[@datetime or @*[starts-with(name(), "data-")][contains(name(), "date") or contains(name(), "time")]]'
)
COPYRIGHT = re.compile(
    r"(?:ⓒ|©|\(c\)|\(C\)|저작권자)\s*(?:\(c\)\s*|©\s*|ⓒ\s*)?([가-힣A-Za-z0-9]{2,12})(?=[,.\s·:]|무단)"
)


def read(tree: _Element, url: str, *, title: str | None = None) -> Raw:
    """The raw fields of any article page. Cuts the tree; ``title`` is the headline other rungs found."""
    head = next((text(h) for h in tree.iter("h1", "h2", "h3") if title and same_words(text(h), title)), None)
    raw = Raw(title=head or _headline(tree), original_url=_original(tree, url))
    title = title or raw.title
    raw.published_at, raw.modified_at = _times(tree, title)
    raw.publisher = _publisher(tree)
    located = locate(tree)
    if located is None:
        return raw
    near = byline_near(located)
    part = read_body(located, title)
    raw.publisher = part.publisher or raw.publisher
    raw.authors = part.authors or near
    raw.subtitle, raw.body, raw.images = part.subtitle, part.body, part.images
    return raw


def read_body(element: _Element, title: str | None) -> Raw:
    """The paragraphs, pictures and deck of an element that holds an article's text. Cuts the element."""
    drop(list(element.iterdescendants("aside", "nav", "footer")))
    raw = Raw(images=lift(element, boxes=True))
    prose = _amount(element)
    # A box whose name is a hint is cut only while it is a small part of the body: names lie, text does not.
    furniture = [
        e
        for e in element.iterdescendants()
        if isinstance(e.tag, str)
        and FURNITURE.search(marks(e))
        and not decks.DECK.search(marks(e))
        and _amount(e) <= 0.3 * prose
    ]
    raw.authors = [line for e in furniture if len(line := text(e)) <= 80 and bylines.whole_line(line)]
    drop(furniture)
    printed = bodies.paragraphs(element)
    raw.publisher = next(filter(None, (_owner(p.text) for p in printed)), None)
    lines = [p for p in printed if not noise.is_furniture(p.text) and not press.is_press(p.text)]
    raw.subtitle, raw.body = decks.lift_deck(bodies.once(lines), title)
    return raw


def locate(tree: _Element) -> _Element | None:
    """The element that holds the article's text: schema.org's articleBody, else where most Korean prose is.

    Every paragraph of prose counts for the blocks around it, the nearer the more; names that mean furniture
    count against. The winner grows into its parent while what stands beside it goes on with the text.
    """
    marked = [e for e in elements(tree, '[itemprop~="articleBody"]') if any(is_prose(p) for p in _prose(e))]
    if marked:
        return max(marked, key=_amount)
    scores: dict[_Element, float] = {}
    for element, weight in _weights(tree):
        share = 1.0
        for ancestor in [element, *element.iterancestors()][:4]:
            if ancestor.tag in ("body", "html"):
                break
            scores[ancestor] = scores.get(ancestor, 0.0) + weight * share
            share *= 0.6
    if not scores:
        return None
    best = max(scores, key=lambda e: scores[e])
    inner = best
    for parent in itertools.islice(best.iterancestors(), 3):
        beside = [child for child in parent if child is not inner and isinstance(child.tag, str) and _prose(child)]
        if parent.tag in ("body", "html") or not all(map(_continues, beside)):
            break
        inner = parent
        if beside:
            best = parent
    return best


def _continues(element: _Element) -> bool:
    """Whether an element beside the text goes on with it: prose, and neither a list of links nor furniture by name."""
    links = sum(1 for _ in element.iter("a", "button"))
    named = any(FURNITURE.search(marks(e)) for e in element.iter() if isinstance(e.tag, str))
    own = [line for line in _prose(element) if not noise.is_furniture(line)]
    return not named and element.tag not in SKIPPED and links < len(own)


def _weights(tree: _Element) -> list[tuple[_Element, float]]:
    found: list[tuple[_Element, float]] = []
    body = tree.find("body")
    stack = [(body if body is not None else tree, 1.0)]
    while stack:
        element, trust = stack.pop()
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            continue
        if FURNITURE.search(marks(element)):
            trust *= 0.2
        own = [element.text, *(child.tail for child in element)]
        weight = sum(_weight(piece) for piece in own if piece)
        if weight:
            block = element
            while block.tag not in BLOCKS and (up := block.getparent()) is not None:
                block = up
            found.append((block, weight * trust))
        stack.extend((child, trust) for child in element)
    return found


def _weight(piece: str) -> float:
    letters = len(HANGUL.findall(piece))
    prose = is_prose(piece.strip())
    return 0.0 if letters < (6 if prose else 12) else letters * (1.0 if prose else 0.3)


def _prose(element: _Element) -> list[str]:
    """The texts below an element that are prose and no links."""
    found: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str) or (node.tag in SKIPPED and node is not element):
            continue
        pieces = [node.text, *(child.tail for child in node)]
        found += [p.strip() for p in pieces if p and len(p) > 8 and HANGUL.search(p) and is_prose(p.strip())]
        stack.extend(node)
    return found


def _amount(element: _Element) -> int:
    """How many characters of prose an element holds."""
    return sum(map(len, _prose(element)))


def _headline(tree: _Element) -> str | None:
    """The first heading that the page's ``<title>`` begins with, else that title itself, else the first long heading."""
    page = fold(tree.findtext(".//title") or "")
    heads = [line for h in tree.iter("h1", "h2", "h3", "h4") if len(HANGUL.findall(line := text(h))) >= 6]
    return next((line for line in heads if page.startswith(line[:20])), page or next(iter(heads), None))


def _original(tree: _Element, url: str) -> str | None:
    host = urlsplit(url).hostname
    links = [a.get("href") for a in _ORIGINAL(tree)]
    return next((link for link in links if link.startswith("http") and urlsplit(link).hostname != host), None)


def _times(tree: _Element, title: str | None) -> tuple[str | None, str | None]:
    """Attributes that carry a time (``data-date-time``, ``<time datetime>``), then labels, then the first time after the headline."""
    published: str | None = None
    modified: str | None = None
    for element in _DATED(tree):
        for name, value in element.attrib.items():
            if DATE_ATTRIBUTE.search(name) and dates.parse(value):
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
    first = first or dates.printed(near)[0]
    # Daum's og:regDate is when the portal took the piece in: better than nothing, worse than what is printed.
    registered: str | None = next(iter(_registered(tree)), None)
    return first.isoformat() if first else registered, last.isoformat() if last else None


def deck_under(tree: _Element, title: str) -> str | None:
    """The deck that stands directly under a page's headline, in a block of its own: short lines that are no sentences.

    Only the next block counts, and only when nothing in it is a time, a name, a label, a picture or a link (헤럴드경제 and
    아주경제 print theirs so, 2026).
    """
    heads = (h for h in tree.iter("h1", "h2", "h3") if same_words(text(h), title))
    head = next(heads, None)
    if head is None:
        return None
    parent = head.getparent()
    block = head.getnext() if head.getnext() is not None or parent is None else parent.getnext()
    if block is None or block.tag not in ("p", "ul", "h2", "h3", "h4") or len(block) > 8:
        return None
    if any(e.tag not in ("br", "li", "p", "b", "strong", "span", "em") for e in block.iterdescendants()):
        return None
    printed = lines(block).split("\n")
    return "\n".join(printed) if len(printed) <= 4 and all(map(_is_deck_line, printed)) else None


def _is_deck_line(line: str) -> bool:
    return (
        10 <= len(line) <= 60
        and HANGUL.search(line) is not None
        and line[-1] not in ".!?"
        and dates.parse(line) is None
        and not (noise.is_furniture(line) or noise.is_caption(line) or bylines.whole_line(line))
    )


def byline_near(body: _Element) -> list[str]:
    """The first byline printed around a body with those beside it: after it within forty elements, else before it (mk: behind its tool bar)."""
    after = itertools.islice(_following(body), 40)
    before = itertools.islice(reversed(_preceding(body)), 250)
    for element in itertools.chain(after, before):
        if not isinstance(element.tag, str) or element.tag in UNSEEN or element.tag == "a" or len(element) > 6:
            continue
        if _is_byline(element):
            parent = element.getparent()
            return [text(e) for e in (element if parent is None else parent) if _is_byline(e)] or [text(element)]
    return []


def _is_byline(element: _Element) -> bool:
    return isinstance(element.tag, str) and len(line := text(element)) <= 60 and bool(bylines.whole_line(line))


def _owner(line: str) -> str | None:
    """The press that a copyright line names: "[ⓒ 서울경제, 무단 전재 및 재배포 금지]"."""
    named = COPYRIGHT.search(line)
    return named[1] if named and noise.is_furniture(line) else None


def _publisher(tree: _Element) -> str | None:
    """The press that a portal's page names in its copyright line, else by the first logo or line that is a paper's name."""
    for line in (text(e) for e in tree.iter("p", "div", "span", "em", "small", "footer") if not len(e)):
        if owner := _owner(line):
            return owner
    for element in tree.iter():
        printed = element.get("alt") if element.tag == "img" else element.text if isinstance(element.tag, str) else None
        if printed and press.is_press(fold(printed)):
            return fold(printed)
    return None
