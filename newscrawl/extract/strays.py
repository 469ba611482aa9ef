"""Which paragraphs of a body are the site's by their markup: its headline again, lists of links, a heading of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.body import Paragraph, is_prose
from newscrawl.text import bylines, mails, noise
from newscrawl.text.announcing import announces
from newscrawl.text.whitespace import fold

# What a list goes on with: names, as a stock's or a firm's, are shorter than headlines.
NAME = 15


def without_strays(found: Sequence[Paragraph], title: str) -> list[Paragraph]:
    """The paragraphs without the headline printed again, without lists of links and without a last subhead.

    A list whose items are links stays when the sentence before announces it.

    >>> links = [Paragraph("가람전자", linked=True), Paragraph("누리화학", linked=True)]
    >>> [p.text for p in without_strays([Paragraph("수혜주로는 다음 종목이 꼽힌다."), *links], "금리 동결")]
    ['수혜주로는 다음 종목이 꼽힌다.', '가람전자', '누리화학']
    >>> [p.text for p in without_strays([Paragraph("코스피가 올랐다."), *links, Paragraph("많이 본 뉴스", standout=True)], "금리 동결")]
    ['코스피가 올랐다.']
    """
    paragraphs = list(found)
    if len(paragraphs) > 1 and fold(paragraphs[0].text) == title:
        del paragraphs[0]
    while paragraphs and _is_stray_head(paragraphs[-1]):
        del paragraphs[-1]
    kept: list[Paragraph] = []
    announcing = ""
    for position, paragraph in enumerate(paragraphs):
        if not (_is_link_list(paragraph) or (_is_told_by_card(paragraph, paragraphs[position - 1 : position]))):
            announcing = paragraph.text
            kept.append(paragraph)
        elif paragraph.linked and announces(announcing) and _is_item(paragraph.text, paragraphs[position + 1 :]):
            kept.append(paragraph)
    return kept


def _is_item(line: str, behind: Sequence[Paragraph]) -> bool:
    """Whether a link may be an item of the article's list: a name, or a longer one where the text goes on behind it."""
    goes_on = any(is_prose(p.text) and not noise.is_tail(p.text) for p in behind)
    return not noise.is_furniture(line) and len(line) <= (2 * NAME if goes_on else NAME)


def _is_stray_head(paragraph: Paragraph) -> bool:
    """A subhead with nothing under it heads a box of the site (a byline may be bold too); a number in it is the article's."""
    return (
        paragraph.standout
        and not is_prose(paragraph.text)
        and not bylines.whole_line(paragraph.text)
        and re.search(r"\d", paragraph.text) is None
    )


def _is_link_list(paragraph: Paragraph) -> bool:
    """A paragraph that is all link, or a label with one, is a related piece, unless it is a sentence or a mail."""
    if not paragraph.linked and noise.LABELLED.match(paragraph.text) is None:
        return False
    if paragraph.linked and noise.is_pointer(paragraph.text):
        return True
    told = is_prose(paragraph.text) and not (paragraph.linked and is_headline(paragraph.text))
    return not told and not mails.EMAIL.search(paragraph.text)


def is_headline(line: str) -> bool:
    """Whether a line ends as a headline does, that may be a sentence without its stop (두 회사가 함께 짓는다)."""
    return re.search(r"[.!?”\"’')]$", line) is None


def _is_told_by_card(paragraph: Paragraph, before: Sequence[Paragraph]) -> bool:
    """Whether a paragraph is the summary of another piece, in one link with the headline before it."""
    return paragraph.linked and any(p.linked and is_headline(p.text) for p in before)
