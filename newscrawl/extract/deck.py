"""The deck (부제) of an article: what stands between its headline and its first sentence, and what else does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator

from lxml.etree import _Element

from newscrawl.extract import body as bodies
from newscrawl.extract.body import Paragraph, is_prose
from newscrawl.extract.named import POINT, is_summary
from newscrawl.extract.tree import UNSEEN, lines, text
from newscrawl.text import bylines, dates, noise, press
from newscrawl.text.words import words

# Class and id words of a deck (부제).
DECK = re.compile(
    r"(?:^|[\s_-])(?:mid_?ti?t(?:le)?\w*|sub_?-?ti?t(?:le)?\w*|sub_?head\w*|deck|summary_view|\w*end_summary|article-head-sub)(?:$|[\s_-])",
    re.I,
)
LONGEST = 60  # letters of a deck line; one that its markup sets apart may be half as long again
MOST = 8  # lines; more are a list
BULLET = re.compile(r"[■▶▷●○◆◇]\s?(?=\S)")
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")
# Wherever in a short line: what stands beside it differs from site to site.
TOOL = re.compile("|".join(map(re.escape, words("tools"))))
PAGE = re.compile(r"지면\s?[:：]")
# "2026년 11월 20일 by 하도경" (WordPress), "하도경 · 4 min read · Nov 20, 2026" (Medium).
SIGNED = re.compile(
    r"(?:^|.*\d.*\s|[|·]\s)[Bb]y\s(?P<by>[가-힣]{2,4})$|(?:(?P<of>[가-힣]{2,4})\s·\s)?\d+\smin(?:ute)?s?\sread\b.*"
)
NAMED = re.compile(r"\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|(?:^|\s)[가-힣]{2,4}\s?(?:기자|특파원|앵커)$")


def lift_deck(
    found: list[Paragraph], title: str | None, *, marked: bool = False, heads: Container[str] = ()
) -> tuple[str | None, list[Paragraph]]:
    """The deck (부제) at the head of a body, and the body without it and without what stands before its headline.

    Deck lines stand before the first sentence, are short and no sentences themselves. A speaker's mark ([앵커]), a
    list (▲ △), the headline printed again and what stands before it are no deck, nor are times, bylines, credits,
    tools and a summary by a machine, which may stand before it. With ``marked`` a line counts only when its markup sets
    it apart: bold, a heading, or a name that says deck. What ``heads`` a part of the text is the text's.

    >>> head = [Paragraph("中 AI 낙관론 경계", True), Paragraph("홍콩 IPO 초대박 속", True)]
    >>> lift_deck([*head, Paragraph("중국이 내놓은 모델이다.")], None, marked=True)[0]
    '中 AI 낙관론 경계\\n홍콩 IPO 초대박 속'
    """
    found = without_summary(found)
    deck: list[str] = []
    before: list[Paragraph] = []
    start = 0
    for position, paragraph in enumerate(found):
        line = paragraph.text
        if title and same_words(line, title):
            deck, before, start = [], [], position + 1  # what stands before the headline belongs to the site
            continue
        if deck and len(line) <= LONGEST and dates.parse(line):
            return "\n".join(deck), [
                *before,
                *found[position + 1 :],
            ]  # the line of time and byline under a deck ends it
        if line in heads or (marked and len(line) > LONGEST * 1.5):
            return _lifted(deck, before, found[position:])
        if is_apparatus(line):
            if deck:
                return _lifted(deck, before, found[position:])
            if not is_tool(line):
                before.append(paragraph)
            continue
        named = DECK.search(paragraph.hint) is not None
        if not _could_be_deck(line, named=named, bold=paragraph.standout):
            return _lifted(deck, before, found[position:])
        if marked and not named and not paragraph.standout:
            return _lifted(deck, before, found[position:])
        deck.append(line)
    return None, found[start:] or found


def section_heads(element: _Element) -> set[str]:
    """What heads the parts of a text, of which there are two or more: headings each with prose behind, questions with answers."""
    groups: dict[tuple[object, ...], list[_Element]] = {}
    for head in element.iter(*_HEADS):
        box, behind = head.getparent(), head.getnext()
        if box is None or behind is None or behind.tag in _HEADS or not is_prose(text(behind)):
            continue
        groups.setdefault((box, head.tag), []).append(head)
        if box is not element and (around := box.getparent()) is not None and box[0] is head:
            groups.setdefault((around, box.tag, head.tag), []).append(head)
    return {text(head) for group in groups.values() if len(group) > 1 for head in group}


def _lifted(deck: list[str], before: list[Paragraph], text: list[Paragraph]) -> tuple[str | None, list[Paragraph]]:
    """A deck and the rest. One line behind a sign is no deck but the text's first subhead."""
    while text and len(text[0].text) <= LONGEST and is_tool(text[0].text):
        text = text[1:]
    bullets = [line for line in deck if BULLET.match(line)]
    if len(bullets) == 1 and bullets[0] == deck[-1]:
        deck, text = deck[:-1], [Paragraph(bullets[0], standout=True), *text]
    if len(deck) > MOST:
        return None, [*before, *map(Paragraph, deck), *text]
    return "\n".join(deck) or None, [*before, *text]


def _could_be_deck(line: str, *, named: bool, bold: bool) -> bool:
    if (re.match(r"[\[【▲△<(]|(?:Q\d{0,2}|[문질])[.:)]", line) and not named) or "\t" in line:
        return False
    return len(line) <= LONGEST * (1.5 if bold or named else 1) and (named or not _is_sentence(line))


def is_apparatus(line: str) -> bool:
    """Whether a line between headline and text is neither: a byline, a credit, a paper's name, a time, a tool.

    >>> all(map(is_apparatus, ("부산CBS 하다온 기자", "지면 : 2026-11-24 3면", "기사를 읽어드립니다 0:00", "서울경제", "사진=연합뉴스")))
    True
    >>> any(map(is_apparatus, ("3~5년 내 추월 가능성 최대 20%", "11월 수출 8.2% 증가", "구독료 3개월 만에 인상")))
    False
    """
    return is_tool(line) or bool(NAMED.search(line) or noise.is_caption(line) or bylines.whole_line(line))


def is_tool(line: str) -> bool:
    """Whether a line between headline and text belongs to the site: nothing in it is of use."""
    return (
        TOOL.search(line) is not None
        or PAGE.match(line) is not None
        or _names_author(line) is not None
        or press.is_press(line)
        or noise.is_furniture(line)
    )


def signed(line: str) -> str | None:
    """The author that a line under a headline names beside a time.

    >>> signed("2026년 11월 20일 by 하도경"), signed("하도경 · 4 min read"), signed("4 min read")
    ('하도경', '하도경', None)
    """
    found = _names_author(line)
    return (found["by"] or found["of"]) if found else None


def _names_author(line: str) -> re.Match[str] | None:
    return SIGNED.fullmatch(line) if len(line) <= LONGEST and ("y " in line or "read" in line) else None


def without_summary(found: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a machine's summary before the text: its label and the lines behind bullets under it.

    >>> [p.text for p in without_summary([Paragraph("AI 요약"), Paragraph("• 금리를 내렸다."), Paragraph("코스피가 올랐다.")])]
    ['코스피가 올랐다.']
    """
    for position, paragraph in enumerate(found[:MOST]):
        # "요약 2678" is a line of the article: a label has no number but that of its lines ("3줄 요약").
        if "요약" not in paragraph.text or re.search(r"\d(?!\s?줄)", paragraph.text):
            continue
        if is_summary(paragraph.text):
            rest = found[position + 1 :]
            while rest and POINT.match(rest[0].text):
                rest = rest[1:]
            return [*found[:position], *rest]
    return found


def deck_under(tree: _Element, title: str) -> str | None:
    """The deck that stands directly under a page's headline, in a block of its own: short lines that are no sentences.

    Only the next block counts, and only when nothing in it is a time, a name, a label, a picture or a link (헤럴드경제 and
    아주경제 print theirs so, 2026).
    """
    head = _headed(tree, title)
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


def deck_between(tree: _Element, title: str, place: _Element) -> str | None:
    """The deck between a page's headline and the box of its text: the first lines there that are no tool, time or name."""
    head = heading(tree, title)
    if head is None:
        return None
    deck: list[str] = []
    for block in _between(head, place):
        if not isinstance(block.tag, str) or block.tag in _NO_DECK:
            continue
        printed = [p for p in without_summary(bodies.paragraphs(block)) if not p.linked]
        printed = [p for p in printed if not same_words(p.text, title)]
        telling = [p.text for p in printed if not is_apparatus(p.text) and not dates.parse(p.text) and len(p.text) > 5]
        if deck and (printed and not telling):
            break
        if not all(map(_is_deck_line, telling)) or len(deck) + len(telling) > MOST:
            break
        deck += telling
    return "\n".join(deck) or None


def heading(tree: _Element, title: str) -> _Element | None:
    """The heading that prints a page's headline, else another element that does."""
    named = _headed(tree, title)
    if named is not None:
        return named
    others = tree.iter("h4", "b", "strong", "p", "div", "td", "dt", "span")
    return next((e for e in others if e.text and title[:4] in e.text and same_words(e.text, title)), None)


def _headed(tree: _Element, title: str) -> _Element | None:
    wanted = _beginning(title)
    return next((h for h in tree.iter("h1", "h2", "h3") if _beginning(text(h)) == wanted), None)


_NO_DECK = frozenset({*UNSEEN, "nav", "aside", "footer", "form", "button", "figure", "img", "a"})


def _between(head: _Element, place: _Element) -> Iterator[_Element]:
    """The elements between two others in document order, each whole; none when the second is not behind the first."""
    around = set(place.iterancestors())
    node = head
    found: list[_Element] = []
    while node not in around:
        for beside in node.itersiblings():
            if beside is place:
                return iter(found)
            if beside in around:
                for child in beside.iterdescendants():
                    if child is place:
                        return iter(found)
                    if child not in around and child.getparent() in around:
                        found.append(child)
            found.append(beside)
        parent = node.getparent()
        if parent is None:
            break
        node = parent
    return iter(())


def _is_deck_line(line: str) -> bool:
    return (
        8 <= len(line) <= LONGEST
        and re.search("[가-힣]", line) is not None
        and line[-1] not in ".!?"
        and dates.parse(line) is None
        and not is_apparatus(line)
    )


def _is_sentence(line: str) -> bool:
    """Whether a line is a sentence that stands for itself: a line of a deck ends without a stop (도크 2029년까지 찼다)."""
    return is_prose(line) and (
        len(line) > LONGEST or line[-1] in ".!?…”’\"')" or re.search(r"[다요][.!?]\s", line) is not None
    )


def same_words(a: str, b: str) -> bool:
    """Whether two lines begin with the same forty letters and digits."""
    return _beginning(a) == _beginning(b)


def _beginning(line: str) -> str:
    return "".join(itertools.islice(filter(str.isalnum, line), 40))
