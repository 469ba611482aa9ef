"""What a page is that is no article, told from the page alone: by what articles have first, by the words of notices second."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

from newscrawl.extract import listing
from newscrawl.extract import tree as trees
from newscrawl.extract.deck import same_words
from newscrawl.text import dates
from newscrawl.text.whitespace import fold
from newscrawl.text.words import words
from newscrawl.urls import LIST, Site, plain_key

SENTENCES = {
    "gone": "The article is no longer there.",
    "error:maintenance": "The site shows a notice of maintenance; it will be asked again.",
    "error:waiting-room": "The site shows a waiting room; it will be asked again.",
    "error:blocked": "The site refuses this visitor; it will be asked again.",
    "error:empty-shell": "The page is a shell without text that a script would fill; it will be asked again.",
    "error:server": "The site shows an error of its own; it will be asked again.",
    "error:notice": "The page shows a notice that is not known and no article; it will be asked again.",
    "rejected:login": "The page asks for a login.",
    "rejected:age": "The page asks for the reader's age.",
    "rejected:consent": "The page asks for consent.",
    "rejected:list": "The page is a list of articles.",
    "rejected:reporter": "The page is a reporter's own.",
    "rejected:offer": "The page offers a subscription or something else, and shows nothing of an article.",
    "rejected:terms": "The page is about the site itself.",
    "rejected:poll": "The page is a poll.",
    "rejected:video": "The page is a player without a text.",
    "rejected:redirected": "The page says that it is another article.",
    "rejected:no-body": "The page has no article text.",
}
"""What a person is told of an outcome."""

SHORT = 300  # letters: no notice that was seen is longer, and few articles are shorter
# News ends its sentences in plain 다, a notice speaks to its reader.
PLAIN = re.compile(r"(?<!니)다[.…]?[\"”’')\]]*(?:\s|$)")
HANGUL = re.compile("[가-힣]")
POLITE = re.compile(r"(?:니다|니까|세요|시오|[가-힣]요)[.!?…]?[\"”’')\]]*(?:\s|$)")
ADDRESSED = re.compile("세요|시오|주시|하실|보실|하시면|죄송|바랍니다|수 없습니다|고객님|여러분|책임")
# A syllable that ends in ㅆ: the past, in which news is told.
PAST = re.compile("[" + "".join(map(chr, range(0xAC14, 0xD7A4, 28))) + "]습니다")
PLAYED = re.compile(r"영상|동영상|VOD|다시보기|[가-힣]TV\b|\bTV$|live|라이브|생중계", re.I)
# What stands under the beginning of a paid piece as well.
TEASED = ("rejected:offer", "rejected:login")
CORRECTION = re.compile("정정|바로잡|알려드립니다|알립니다|사과드립니다|반론")
REPORTER = re.compile(
    r"^(?:[가-힣]{2,4}\s?(?:선임|수석|전문|인턴|객원)?\s?(?:기자|특파원|논설위원|에디터|앵커)(?:의?\s?(?:기자\s?홈|기사|뉴스|최신|다른|홈|페이지|구독|연재|프로필).{0,14})?|기자\s?(?:홈|페이지|정보|프로필|소개|의\s?기사))$"
)
SEARCH = re.compile(r"검색\s?결과|태그\s?(?:기사|뉴스|검색)|^#\S+$|(?:기사|뉴스)\s?(?:목록|모음|리스트|전체보기)$")
BETWEEN = re.compile(r"\s+[-|:<>–—·]+\s+|\s*[|<>]\s*|\s*::\s*")
ALERT = re.compile(r"alert\s*\(\s*[\"'`]([^\"'`]*)")
LEAVES = re.compile(
    r"history\s*\.\s*(?:back|go)|location\s*(?:\.\s*(?:href|replace|assign)\s*[=(]|=)|window\s*\.\s*close|self\s*\.\s*close"
)
TARGET = re.compile(r"location\s*(?:\.\s*(?:href|replace|assign)\s*)?[=(]\s*[\"']([^\"']*)")
REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\">\s]*)", re.I)
LAYER = re.compile(r"(?:^|[\s_-])(?:layer|popup|pop|modal|dim|toast|tooltip|gnb|lnb|nav|menu|comment\w*|reply|cmt)(?:$|[\s_-])", re.I)
SKIPPED = frozenset({*trees.UNSEEN, "nav", "footer", "aside", "a", "header"}) - {"noscript", "form"}
LEAST = 5  # linked headlines that make a list


class Seen(NamedTuple):
    """What was read of a page: ``dated`` says that the page itself gave the time, ``boxed`` the text: its markup or data, not what stands somewhere on it."""

    text: str
    url: str
    site: Site | None
    title: str | None
    announced: str | None
    body: list[str]
    dated: bool
    boxed: bool
    pictures: bool
    walled: bool


def refused(seen: Seen) -> str | None:
    """The outcome of a page that is no article; None for one that is.

    An article has a time in its own markup, or a box for its text and its own address: of such a page only the body itself
    is looked at. On any other page the prose decides that stands in no list, then the words of notices, then what else the page is made of.
    """
    named = addresses(seen)
    if seen.body and (seen.dated or (seen.boxed and named == "own")):
        if named == "other" and not (seen.announced and seen.title and _alike(seen.announced, seen.title)):
            return "rejected:redirected"
        return _empty(seen)
    try:
        page = _Page(trees.parse(seen.text), seen.title)
    except trees.EmptyPage:
        return None
    return page.leaving(seen.text) or page.outcome(seen, named)


def doubts(seen: Seen) -> Iterator[str]:
    """What of a kept page does not agree with its address or its announcement."""
    if addresses(seen) in ("other", "house"):
        yield "address"
    if seen.announced and seen.title and not _alike(seen.announced, seen.title):
        yield "headline"


def addresses(seen: Seen) -> str | None:
    """What a page's canonical link and og:url name: "own", "other" (another article), "house" (a front page or a list), None."""
    kinds = {_kind(urljoin(seen.url, address), seen) for address in _named(seen.text)} - {None}
    return "own" if "own" in kinds else "other" if "other" in kinds else "house" if kinds else None


def _named(text: str) -> Iterator[str]:
    for mark in ("og:url", "canonical"):
        at = text.find(mark)
        # A search by pattern for these tags would look at every tag of the page.
        tag = text[text.rfind("<", 0, at) : text.find(">", at)] if at >= 0 else ""
        found = re.search(r"(?:href|content)\s*=\s*[\"']?([^\"'\s>]+)", tag) if tag[:5].lower() in ("<meta", "<link") else None
        if found:
            yield found[1].replace("&amp;", "&")


def _kind(address: str, seen: Seen) -> str | None:
    if plain_key(address) == plain_key(seen.url):
        return "own"
    site = seen.site
    if site and (own := site.identity(seen.url)):
        if there := site.identity(address):
            return "own" if there == own else "other"
    parts, here = urlsplit(address), urlsplit(seen.url)
    if (parts.hostname or "").split(".")[-2:] != (here.hostname or "").split(".")[-2:]:
        return None
    path = parts.path.rstrip("/")
    return "house" if (not path and not parts.query) or LIST.search(path) else None


def _alike(one: str, other: str) -> bool:
    """Whether two headlines are of one piece: the same words, or most letters' pairs of the shorter one.

    >>> _alike("[속보] 한은, 기준금리 동결", "한은, 기준금리 연 2.50%로 동결"), _alike("한은, 기준금리 동결", "페이지를 찾을 수 없습니다")
    (True, False)
    """
    if same_words(one, other):
        return True
    pairs = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (_bare(one), _bare(other))]
    return len(pairs[0] & pairs[1]) >= 0.3 * max(1, min(map(len, pairs)))


def _empty(seen: Seen) -> str | None:
    """The outcome of a dated page whose body is a notice, or nothing at all."""
    if sum(map(len, seen.body)) > SHORT:
        return None
    body = " ".join(seen.body)
    if PLAIN.search(body) or CORRECTION.search(seen.title or ""):
        return None
    if POLITE.search(body):
        kinds = [_words(line) for line in seen.body if POLITE.search(line)]
        return _most(kinds) if all(kinds) else None
    told = len(re.findall(r"\d+", body)) > 1 or re.search(r"[▲△◇◆■○●▶=%%·(]|씨|기자", body) or seen.pictures
    same = seen.title is not None and _alike(body, seen.title)
    return "rejected:no-body" if not told and not same and not re.search("[다요.!?”\"]$", body) and len(body) < 40 else None


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


@cache
def _kinds(table: str) -> dict[str, re.Pattern[str]]:
    """The words of a table by outcome."""
    phrases: dict[str, list[str]] = {}
    for line in words(table):
        outcome, phrase = line.split("\t")
        phrases.setdefault(outcome, []).append(".{0,14}".join(re.escape(_bare(part)) for part in phrase.split("…")))
    return {outcome: re.compile("|".join(found)) for outcome, found in phrases.items()}


@cache
def _house() -> dict[str, str]:
    """The outcome of every title of a site's own pages."""
    return {_bare(title): outcome for outcome, title in (line.split("\t") for line in words("house_pages"))}


def _words(line: str, table: str = "notices") -> Counter[str]:
    """How many words of each kind of notice a line has."""
    bare = _bare(line)
    return Counter({outcome: n for outcome, found in _kinds(table).items() if (n := len(found.findall(bare)))})


def _most(kinds: list[Counter[str]]) -> str | None:
    total: Counter[str] = sum(kinds, Counter())
    return max(total, key=lambda kind: total[kind]) if total else None


class _Page:
    """The texts of a page without a time of its own: which stand in lists, which are headings, which are prose."""

    def __init__(self, tree: _Element, title: str | None) -> None:
        self.tree = tree
        self.titles = [fold(tree.findtext(".//title") or ""), title or ""]
        self.lines: list[str] = []  # what stands in no list and in no link
        self.heads: list[str] = []
        self.listed = 0  # linked headlines
        self.lead = 0  # how many of the lines stand above the first list
        self.beside: list[str] = []  # prose that stands beside one of them
        self.hints: list[str] = []
        body = tree.find("body")
        self._walk(body if body is not None else tree, False)
        self.plain = [line for line in self.lines if PLAIN.search(line)]

    def _walk(self, element: _Element, in_item: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag == "a":
            self.listed += listing.is_headline(element)
            return
        if tag == "noscript" and "<iframe" not in (element.text or ""):
            self.hints.append(trees.lines(element) or fold(element.text or ""))
        if tag in SKIPPED or tag == "noscript" or "display:none" in (element.get("style") or "").replace(" ", ""):
            if tag in ("header", "aside", "nav"):
                self.listed += sum(map(listing.is_headline, element.iter("a")))
            return
        if LAYER.search(trees.marks(element)):
            return
        if tag in ("h1", "h2", "h3", "h4") and not in_item:
            line = trees.text(element)
            if line and next(element.iter("a"), None) is None:
                self.heads.append(line)
        block = tag in trees.BLOCKS
        if block and not any(child.tag in trees.BLOCKS for child in element if isinstance(child.tag, str)):
            self.listed += sum(map(listing.is_headline, element.iter("a")))
            loose = _unlinked(element)
            if loose and not in_item:
                # A paragraph keeps the words of its links.
                shown = trees.lines(element) if PLAIN.search(loose) else loose
                self.lines += [line for line in shown.split("\n") if line.strip()]
            elif loose and PLAIN.search(loose):
                self.beside.append(loose)
            return
        if not in_item and element.text and element.text.strip():
            self.lines.append(fold(element.text))
        repeated = listing.items(element)
        if len(repeated) > 2 and not self.lead and any(map(POLITE.search, self.lines)):
            self.lead = len(self.lines)
        for child in element:
            self._walk(child, in_item or child in repeated or self._is_card(child))
            if not in_item and child.tail and child.tail.strip():
                self.lines.append(fold(child.tail))

    def _is_card(self, element: _Element) -> bool:
        """Whether a box announces one other piece, as the first of a front page."""
        if element.tag not in ("div", "section", "article", "dl"):
            return False
        headline = listing.heading(element)
        return headline is not None and not any(headline in title or same_words(headline, title) for title in self.titles)

    def leaving(self, text: str) -> str | None:
        """The outcome of a page that is nothing but a script or a tag that leads elsewhere."""
        if len("".join(self.lines)) > 60 or self.listed:
            return None
        script = " ".join(s.text or "" for s in self.tree.iter("script")) if "<script" in text else ""
        refresh = [m.get("content") or "" for m in self.tree.iter("meta") if (m.get("http-equiv") or "").lower() == "refresh"]
        target = next((found[1] for found in map(REFRESH.search, refresh) if found), None) or next(iter(TARGET.findall(script)), None)
        said = ALERT.search(script)
        if not (target is not None or (said and LEAVES.search(script)) or (LEAVES.search(script) and len(script) < 300)):
            return None
        if said and (kind := _most([_words(said[1])])):
            return kind
        if target and re.search(r"login|signin|member|auth", target, re.I):
            return "rejected:login"
        if "document.cookie" in script or "reload" in script:
            return "error:blocked"
        return "gone" if said or not re.search(r"\d{4}", target or "0000") else None

    def outcome(self, seen: Seen, named: str | None) -> str | None:
        """What the page is; None when it is an article for all that can be seen."""
        heads = [*(part for title in self.titles for part in BETWEEN.split(title) if part), *self.heads[:1]]
        body = " ".join(seen.body)
        speaks = named != "house" and self._speaks(seen.body)
        printed = dates.labelled(" ".join(self.lines))[0] is not None
        house = next(filter(None, (_house().get(_bare(head)) for head in heads)), None)
        if house and (house == "rejected:terms" or not speaks):
            return house
        if not speaks and self._plays(heads):
            return "rejected:video"
        notice, sure = self._notice(heads)
        if notice and (not speaks or (sure and notice not in TEASED and len(" ".join(self.plain)) < SHORT / 2)):
            return notice
        corrected = CORRECTION.search(seen.title or "") is not None
        if speaks or (seen.body and (corrected or (printed and not POLITE.search(body)))):
            return _empty(seen)
        if any(REPORTER.match(head) for head in heads):
            return "rejected:reporter"
        if any(SEARCH.search(head) for head in heads):
            return "rejected:list"
        hint = self._hinted(heads)
        if hint and not seen.dated:
            return hint
        if seen.body and self._above() and len(body) < SHORT and POLITE.search(body):
            return "error:notice"
        if self.listed >= LEAST or named == "house" or (seen.body and self.beside and not self.plain):
            return "rejected:list"
        if seen.walled and not seen.body:
            return "rejected:offer"
        if not seen.body and len("".join(self.lines)) < 40 and next(self.tree.iter("script"), None) is not None:
            return "error:empty-shell"
        if len(body) < SHORT and POLITE.search(body):
            return "error:notice"
        return _empty(seen) if seen.body else "gone" if named == "other" else None

    def _notice(self, heads: list[str]) -> tuple[str | None, bool]:
        """The kind of the notice on the page, and whether both its heading and its text say so, or a sentence to the reader."""
        known = {*self.titles, *self.heads}
        short = [
            line
            for line in [*self.lines, *self.hints]
            if len(line) <= SHORT and line not in known and not PLAIN.search(line)
        ]
        above = [_words(head) for head in dict.fromkeys([*heads, *self.heads[:2]])]
        below = [_words(line) for line in short]
        boxes = Counter((box.get("type") or "").lower() for box in self.tree.iter("input"))
        if boxes["radio"] > 1:
            below.append(Counter({"rejected:poll": 2}))
        if boxes["password"] and not self.listed:
            below.append(Counter({"rejected:login": 2}))
        for found in (*above, *below):
            found.pop("rejected:no-body", None)  # the words of a player stand above many a text
        kind = _most([*above, *above, *below])
        spoken = any(kind in words and POLITE.search(line) for line, words in zip(short, below, strict=False))
        return kind, spoken or any(kind in w for w in above) and any(kind in w for w in below)

    def _hinted(self, heads: list[str]) -> str | None:
        """The kind of a notice by its common words: what its title or its sentences to the reader say, or a page that has no list."""
        spoken = [line for line in self.lines if len(line) <= SHORT and (not self.listed or POLITE.search(line) or not HANGUL.search(line))]
        found = [_words(line, "notice_hints") for line in [*dict.fromkeys(heads), *spoken]]
        kind = _most(found)
        return kind if kind and (not self.listed or self._above() or sum(words[kind] for words in found) > 1) else None

    def _above(self) -> bool:
        """Whether a sentence to the reader stands above the first list of the page, as a notice does and a site's foot does not."""
        return any(map(POLITE.search, self.lines[: self.lead]))

    def _speaks(self, body: list[str]) -> bool:
        """Whether what was read as the article tells news, and stands in no list: plain sentences, or many of a broadcast."""
        printed = "".join("".join(self.lines).split())
        own = [part for part in body if "".join(part.split())[:40] in printed]
        told = [part for part in own if POLITE.search(part) and not ADDRESSED.search(part)]
        figures = [part for part in told if PAST.search(part) and re.search(r"\d", part)]
        return any(map(PLAIN.search, own)) or sum(map(len, told)) >= SHORT / 2 or len(figures) > 1

    def _plays(self, heads: list[str]) -> bool:
        """Whether the page is made for a player."""
        if not any(PLAYED.search(head) for head in heads):
            return False
        return next(self.tree.iter("video", "iframe", "embed", "object"), None) is not None


def _unlinked(element: _Element) -> str:
    parts: list[str] = []
    stack: list[_Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag == "br":
            parts.append("\n")
        if not isinstance(node.tag, str) or (node.tag in SKIPPED and node is not element):
            continue
        pieces: list[_Element | str] = [" ".join((node.text or "").split())]
        for child in node:
            pieces += [child, " " * (child.tail or "")[:1].isspace() + " ".join((child.tail or "").split())]
        stack.extend(reversed(pieces))
    return "\n".join(fold(line) for line in "".join(parts).split("\n"))
