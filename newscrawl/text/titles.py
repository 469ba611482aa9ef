"""Take a site's own name off a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newscrawl.text import press
from newscrawl.text.whitespace import fold
from newscrawl.text.words import words

SEPARATOR = r"\s*(?:[-–—|:<>/·»]|ㅣ|｜|::)\s*"
_MARKS = frozenset("-–—|:<>/·»ㅣ｜")
# Of a separator that a headline has itself hardly ever: "제목 | 대전일보", "대전일보 모바일 :: 제목", "제목 - 뉴스1".
_FIRM = r"(?:\s*(?:::|\||ㅣ|｜)\s*|\s[-–—<»]\s)"
# 뉴시스 puts its name between colons: ":: 공감언론 뉴시스 ::" (2026).
BOXED = re.compile(r"\s*::[^:]{2,20}::\s*$")
# ND Soft ends a <title> with the path to the page: "… < 정책/금융 < 뉴스 < 기사본문 - 연합인포맥스" (2026).
PATH = re.compile(r"(?:\s<\s[^<]{1,24}){0,4}\s<\s기사본문\s-\s[^<]{1,30}$")
# Sections between the headline and the site's name: "…-정치ㅣ한국일보", "… : 경제 : 경제일반 : 한겨레". Only what a menu
# has: 환율 or 반도체 behind a dash may be the headline's own.
CRUMB = re.compile(
    r"(?<=\S)\s*(?:[-–—|:<>»ㅣ｜]|::)\s*(?:"
    + "|".join(map(re.escape, sorted(words("title-crumbs"), key=len, reverse=True)))
    + r"|(?:정치|경제|사회|금융|증권|산업|국제|문화)\s?일반|IT(?:[/·]과학)?|증권[/·]금융|금융[/·]증권)$"
)
# Portals and their services, as they end a <title> or og:title.
PORTALS = words("portal-tails")
LONGEST = 500  # letters of a headline; what is longer is a text in the wrong place
LONGEST_TAIL = 40  # separator and name; what stands before it need not be searched
# What a site adds to its name in a title: "대전일보 모바일 :: 제목", "제목 | KBS 뉴스", "모바일 한경".
_ADDED = r"(?:\s?(?:뉴스|모바일|모바일웹|인터넷|온라인|인터넷판|닷컴|신문|홈페이지|PC|AMP))?"
_BEFORE_NAME = r"(?:(?:모바일|인터넷|온라인)\s?)?"
# What is praised before or behind a site's name in its title: "경제를 보는 눈, 세계를 보는 창 아시아경제".
_SLOGANS = words("slogans")
_SLOGAN = re.compile(
    _FIRM + r"(?:대한민국\s(?:대표|1등|No\.?\s?1|최고)[^|<>]{1,30}|" + "|".join(map(re.escape, _SLOGANS)) + r")$"
)
_LAST = re.compile(rf"{_FIRM}(?P<name>(?:(?!{_FIRM}).){{1,24}})$")
_FIRST = re.compile(r"^(?P<name>[^|:ㅣ｜<>\[\]]{2,16}?)\s*(?:::|\||ㅣ|｜)\s*(?=\S)")
_AFFIXES = re.compile(rf"^{_BEFORE_NAME}(.+?){_ADDED}$")


def clean(title: str, names: Iterable[str] = ()) -> str:
    """The headline without the names of the site that printed it, at either end; a bracketed head ([속보], [단독]) stays.

    >>> clean("직장인 평균연봉 4천만원 돌파 … 억대도 백만명 - 매일경제", ["매일경제"])
    '직장인 평균연봉 4천만원 돌파 … 억대도 백만명'
    >>> clean("당규 개정 왜 밀어붙이나\\"-정치ㅣ한국일보", ["한국일보"])
    '당규 개정 왜 밀어붙이나"'
    >>> clean("[속보] 한은, 기준금리 2.5% 동결 : zum 뉴스")
    '[속보] 한은, 기준금리 2.5% 동결'
    >>> clean("한은, 기준금리 2.5% 동결 :: 공감언론 뉴시스 ::")
    '한은, 기준금리 2.5% 동결'
    >>> clean("휘발유 ℓ당 1,742.6원…6주째 올라 | KBS 뉴스", ["KBS"])
    '휘발유 ℓ당 1,742.6원…6주째 올라'
    >>> clean("한은, 기준금리 2.5% 동결 < 정책/금융 < 뉴스 < 기사본문 - 연합인포맥스"), clean("한은, 금리 동결 : 경제 : 경제일반 : 한겨레", ["한겨레"])
    ('한은, 기준금리 2.5% 동결', '한은, 금리 동결')

    The name of a site that no source covers is known by the press' table, or given.

    >>> clean("대전일보 모바일 :: 전세 3만 가구 는다"), clean("전세 3만 가구 는다 | 경북일보"), clean("가로수길 임대료 - 동네신문", ["동네신문"])
    ('전세 3만 가구 는다', '전세 3만 가구 는다', '가로수길 임대료')
    >>> clean("매일경제 - 전세 3만 가구 는다", ["매일경제"]), clean("금리 동결 - 경제 - 아시아경제 - 경제를 보는 눈, 세계를 보는 창")
    ('전세 3만 가구 는다', '금리 동결')

    A title's own dash, slash or colon stays, and a name that the headline is about.

    >>> clean("금리 - 환율 - 유가", ["매일경제"]), clean("코스피 2,641.30(-0.88%) / 하도급 갑질 - 매일경제", ["매일경제"])
    ('금리 - 환율 - 유가', '코스피 2,641.30(-0.88%) / 하도급 갑질')
    >>> clean("삼성·SK 반도체 - 매일경제", ["매일경제"]), clean("유가 - 환율 | 매일경제", ["매일경제"])
    ('삼성·SK 반도체', '유가 - 환율')
    >>> clean("위기의 한국경제", ["한국경제"]), clean("[이데일리] 코스피 1%↑", ["이데일리"]), clean("KBS 수신료 : 국회로")
    ('위기의 한국경제', '[이데일리] 코스피 1%↑', 'KBS 수신료 : 국회로')
    >>> clean("금리 동결 [종합]", ["매일경제"]), clean("KBS·MBC 노조 | 오늘 파업")
    ('금리 동결 [종합]', 'KBS·MBC 노조 | 오늘 파업')
    >>> clean("네이버 - 두나무 합친다", ["매일경제"])
    '네이버 - 두나무 합친다'
    """
    title = fold(title)
    if len(title) > LONGEST or _MARKS.isdisjoint(title):
        return title
    title = _without_slogan(PATH.sub("", BOXED.sub("", title)))
    last, first = _named(frozenset(filter(None, names)))
    while tail := _at_end(last, title) or _press(_at_end(_LAST, title)):
        title = _without_slogan(title[: tail.start()].rstrip())
        while crumb := CRUMB.search(title):
            title = title[: crumb.start()]
    head = first.match(title) or _press(_FIRST.match(title))
    return title[head.end() :].lstrip() if head else title


@lru_cache(maxsize=128)
def _named(names: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The name of a site or of a portal behind a headline, and a site's before it (네이버 may begin a headline)."""

    def name(known: Iterable[str]) -> str:
        either = "|".join(map(re.escape, sorted(known, key=len, reverse=True))) or r"(?!)"
        return rf"{_BEFORE_NAME}(?:{either}){_ADDED}"

    behind = rf"(?<=\S){SEPARATOR}{name({*PORTALS, *names})}$"
    return re.compile(behind), re.compile(rf"{name(names)}(?:{_FIRM})(?=\S)")


def _at_end(pattern: re.Pattern[str], title: str) -> re.Match[str] | None:
    return pattern.search(title, max(0, len(title) - LONGEST_TAIL))


def _without_slogan(title: str) -> str:
    return _SLOGAN.sub("", title) if title.endswith(_SLOGANS) or "대한민국" in title else title


def _press(match: re.Match[str] | None) -> re.Match[str] | None:
    """A match whose name is a paper's, with or without what a site adds to it."""
    if match is None or not (plain := _AFFIXES.match(match["name"].strip())):
        return None
    return match if press.is_press(plain[1]) or press.is_press(match["name"].strip()) else None


_TAGS = re.compile(r"[\[【<〈(][^\]】>〉)]{1,14}[\]】>〉)]")
_SIGNS = re.compile(r"[\W_]+")


def agree(announced: str, printed: str) -> bool:
    """Whether a headline on a list and one on a page are those of one piece: half of the letter pairs of the shorter are in both.

    Lists cut headlines, portals and desks edit them, both leave tags out.

    >>> agree("[속보] 한은, 기준금리 2.5% 동결…\\"환율", "한은, 기준금리 2.5% 동결…\\"환율 지켜보겠다\\"(종합)")
    True
    >>> agree("기준금리 또 동결한 한은 \\"환율 불안\\"", "한은, 기준금리 연 2.5%로 동결…\\"환율 불안 여전\\"")
    True
    >>> agree("한은, 기준금리 2.5% 동결", "서비스 점검 안내"), agree("[속보]", "코스피 4% ▼"), agree("코스피 4,100 돌파", "코스닥 800 붕괴")
    (False, True, False)
    """
    one, other = (_pairs(headline) for headline in (announced, printed))
    shorter = min(len(one), len(other))
    return not shorter or len(one & other) >= shorter / 2


def _pairs(headline: str) -> set[str]:
    letters = _SIGNS.sub("", _TAGS.sub("", headline))
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
