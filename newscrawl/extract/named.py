"""Boxes that by their name stand in or near an article and are not it, and whether such a name lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxml.etree import _Element

from newscrawl.extract.body import is_prose, paragraphs
from newscrawl.extract.tree import content, lines, marks
from newscrawl.text import bylines, furniture, noise

# Class and id words of things that stand in or near an article and are not it.
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:ads?|adv|adsense|ad_?(?:wrap|box|area|contents|template)\w*|banner|reporter\w*|journalist\w*|byline\w*|writers?|copyright\w*|relat\w*|recommend\w*|promotion|"
    r"share|sns|subscribe\w*|comments?|cmt|reply|btn\w*|buttons?|tools?|utils?|vod\w*|video\w*|player|tags?|keywords?|sponsor\w*|dable|taboola|categorize\w*|linked_more|"
    r"(?:news_)?sum(?:mary)?_?\w*|popular\w*|ranking|rank|most|footer|foot|gnb|lnb|nav|menu|layer|popup|tts|translate|poll|quote|who|writer\w*|sr-only|blind|is_blind|screen_out)(?:$|[\s_-])",
    re.I,
)
# Tags that say the same.
APART = ("aside", "nav", "footer")
# Words that only a screen reader says.
READER = re.compile(r"blind|sr-only|screen_out", re.I)
COMMENT = re.compile(r"(?:^|[\s_-])(?:comments?|reply|replies|cmt|reple)", re.I)
QUOTED = re.compile(r"(?:^|[\s_-])quot", re.I)
# The label of a machine's summary, without blanks, brackets and digits: "AI 요약", "[3줄 요약]", "기사 요약 beta".
SUMMARY = re.compile(
    r"(?:AI|챗GPT|인공지능|기사|뉴스|핵심|본문|내용|줄|세줄|한눈에|가|자동|보는|의)*요약(?:봇|보기|문|내용|beta|쏙)?"
)
POINT = re.compile(r"[-–•·‧∙▪*✓]\s?\S|\d[.)]\s")  # what a summary's lines begin with
SPOKEN = 40  # letters of a quotation; a shorter one is set large beside the text that has it (한국일보 2025)
PLAIN = re.compile(r"(?<!니)다[.”\"’')]")


def is_plain(lines: Iterable[str]) -> bool:
    """Whether most sentences end in plain 다, as those of news do: a site speaks to its readers in 니다 and 세요.

    >>> is_plain(["코스피가 올랐다."]), is_plain(["광고 문의는 메일로 받습니다.", "로그인하세요."])
    (True, False)
    """
    text = " ".join(lines)
    return len(PLAIN.findall(text)) > text.count("니다")


def is_named_furniture(element: _Element) -> bool:
    """Whether an element's class or id means a thing that stands in or near an article and is not it."""
    return _means_furniture(marks(element))


@lru_cache(maxsize=4096)  # the same names come back on every page of a site
def _means_furniture(names: str) -> bool:
    return FURNITURE.search(names) is not None


def is_summary(line: str) -> bool:
    """Whether a line is the label of a summary by a machine."""
    return "요약" in line and SUMMARY.fullmatch(furniture.BARE.sub("", line)) is not None


def tells(box: _Element) -> bool:
    """Whether a box holds sentences of the text although its name or its tag says furniture: names lie, text does not.

    A box of other pieces has lines of links, and a site speaks in 니다; a quotation may.
    """
    quoted = box.tag == "blockquote" or QUOTED.search(marks(box))
    if not (quoted or PLAIN.search(content(box))) or next(box.iter("button", "input"), None) is not None:
        return False
    printed = paragraphs(box)
    prose = [p.text for p in printed if is_prose(p.text)]
    if not prose or any(p.linked for p in printed):
        return False
    spoken = quoted and sum(map(len, prose)) >= SPOKEN
    return (spoken or is_plain(prose)) and not is_foreign(box, [p.text for p in printed])


def is_foreign(box: _Element, printed: list[str]) -> bool:
    """Whether what is printed in a box is the site's, a machine's, a reader's or about the reporter.

    A site's words are known, a machine's summary has a label or points, and a reporter's box names him.
    """
    if READER.search(named := marks(box)) or COMMENT.search(named):
        return True
    before = box.getprevious()
    above = lines(before).split("\n")[-1] if before is not None and isinstance(before.tag, str) else ""
    if any(map(is_summary, (above, *printed))) or all(POINT.match(line) for line in printed if is_prose(line)):
        return True
    if any(noise.is_furniture(line) or noise.is_caption(line) for line in printed):
        return True
    return box.tag not in APART and any(len(line) <= 80 and bylines.whole_line(line) for line in printed)
