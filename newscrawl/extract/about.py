"""What a short text is about: what its headline announces, or the page that it stands on.

A notice in an article's frame shares no word with the headline above it; the shortest piece on an outage does.
"""

from __future__ import annotations

import re
from functools import cache

from newscrawl.text.words import words

WORD = re.compile(r"[가-힣]{2,}|[A-Za-z]{4,}")
LABEL = re.compile(r"^\W*[\[(<【][^\])>】]{1,14}[\])>】]")
# Words of a text that is about its own page: the article as its subject, or a part of the page.
SUBJECT = re.compile(
    r"(?:^|[\s\[(※*])(?:이|본|해당|위|요청하신|요청한|찾으시는|찾으신|찾는)\s?(?:기사|뉴스|콘텐[츠트]|게시물|글|페이지|동영상|영상|국가)(?=[가-힣\s]|$)"
    r"|(?:기사|뉴스|콘텐[츠트])(?:이?다|입니다|예요|이에요)[.!]?$|본문|서비스하지"
)
PART = re.compile(r"기사(?!님)|전문|콘텐[츠트]|페이지|화면|열람|지면|재생|동영상|브라우저|내용|공개 예정|해당 국가")


@cache
def _common() -> frozenset[str]:
    """The pairs of letters that notices have: what a headline shares of them says nothing."""
    phrases = [line.split("\t")[-1] for table in ("refusals", "notice-hints", "house-pages") for line in words(table)]
    return frozenset(pair for phrase in (*phrases, *words("said-of-anything")) for pair in _pairs(phrase))


def _pairs(text: str) -> set[str]:
    """The pairs of letters within Hangul words, and the beginnings of Latin ones.

    >>> sorted(_pairs("[사설] 금리 인하 Kospi 10")) == sorted(["사설", "금리", "인하", "kosp"])
    True
    """
    found: set[str] = set()
    for word in WORD.findall(text):
        if word.isascii():
            found.add(word[:4].lower())
        else:
            found.update(word[i : i + 2] for i in range(len(word) - 1))
    return found


def shared(headline: str | None, text: str, *, of_notices: bool = False) -> tuple[int, int]:
    """How many of a headline's own words, in pairs of letters, a text has, and how many there are: none, where all are a notice's.

    With ``of_notices`` the words that notices have as well are counted too.

    >>> shared("카카오톡 한때 먹통", "카카오톡이 오늘 오후 잠시 멈췄습니다. 이용자들은 시스템 점검 중이라는 안내를 봤습니다.")
    (3, 5)
    >>> shared("카드 연체율 10년만에 최고", "2010년 이전 기사는 제공하지 않습니다."), shared("삭제된 기사입니다", "삭제된 기사입니다.")
    ((0, 5), (0, 0))
    """
    wanted = _pairs(LABEL.sub("", headline or "")) - (frozenset() if of_notices else _common())
    return len(wanted & _pairs(text)), len(wanted)


def is_of_page(text: str) -> bool:
    """Whether a text names the page that it stands on, or a part of it."""
    return (SUBJECT.search(text) or PART.search(text)) is not None
