"""What a reporter's card prints around his name on a byline's line: links to more of him, his other addresses, foreign letters."""

from __future__ import annotations

import re

from newscrawl.text.words import anyof

LONGEST = 300  # letters: a line of several reporters with their mails
# What stands behind the title: "홍길동 기자의 다른기사 보기".
MORE = re.compile(
    r"(?<=기자)(?:의\s|\s(?=다른|주요|최신|전체|기사|뉴스|구독|페이지|팔로우|프로필))(?:(?:다른|주요|최신|전체)\s?)?(?:기사|뉴스|페이지)?\s?(?:더\s?보기|보기|모음|구독(?:하기)?|팔로우|프로필)?(?=\s|$)"
)
# What stands behind title or mail at the end of the line: "hdk@a.kr 기자페이지", "+ 구독", "| 페이스북".
LAST = re.compile(rf"(?:[\s|/·+>:\[]{{1,4}}{anyof('behind-a-byline')}){{1,6}}[\s\d>+▶\]]{{0,6}}$")
# His page elsewhere, his name there, his telephone: twitter.com/hadk, @hadk, 010-1234-5678.
ELSEWHERE = re.compile(
    r"(?:https?://|www\.)[^\s가-힣]{1,120}|\b(?:[\w-]{2,20}\.){1,3}(?:com|net|kr|me)/[^\s가-힣]{0,80}|(?<![\w.])@\w{2,20}(?![\w.])|(?:카카오톡|카톡|텔레그램)\s?(?:ID)?\s?:?\s?[A-Za-z0-9_]{2,20}|\b(?:[Ss]taff [Rr]eporter|[Cc]ontributing [Ww]riter)\b|/ (?:The )?Korea (?:Times|Herald)|(?:☎|Tel|TEL|T|전화)?[.:\s]{0,2}\(?0\d{1,2}\)?[-.\s]\d{3,4}[-.]\d{4}"
)
# Older papers print titles in Hanja: 河道京 記者.
HANJA = (("記者", "기자"), ("特派員", "특파원"), ("論說委員", "논설위원"), ("部長", "부장"), ("次長", "차장"))


def without(line: str) -> str:
    """A line without what a card prints behind its names.

    >>> without("하도경 기자의 다른기사 보기"), without("하도경 기자 hdk@a.kr 기자페이지"), without("하도경 기자 + 구독")
    ('하도경 기자', '하도경 기자 hdk@a.kr', '하도경 기자')
    >>> without("하도경 기자 twitter.com/hadk"), without("하도경 記者 02-1234-5678 hdk@a.kr")
    ('하도경 기자', '하도경 기자  hdk@a.kr')
    """
    if len(line) > LONGEST:
        return line
    if not line.isascii() and any(map(line.__contains__, "記特論部次")):
        for printed, title in HANJA:
            line = line.replace(printed, title)
    if (
        "기자" in line or "특파원" in line or "위원" in line or line.isascii()
    ):  # a telephone behind a name alone is whom to ask
        line = ELSEWHERE.sub(" ", line)
    return LAST.sub("", MORE.sub("", line)).rstrip()
