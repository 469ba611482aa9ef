"""Take a site's own name off a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newscrawl.text.whitespace import fold

SEPARATOR = r"\s*(?:[-–—|:<>/·»]|ㅣ|｜|::)\s*"
# 뉴시스 puts its name between colons: ":: 공감언론 뉴시스 ::" (2026).
BOXED = re.compile(r"\s*::[^:]{2,20}::\s*$")
# ND Soft ends a <title> with the path to the page: "… < 정책/금융 < 뉴스 < 기사본문 - 연합인포맥스" (2026).
PATH = re.compile(r"(?:\s<\s[^<]{1,24}){0,4}\s<\s기사본문\s-\s[^<]{1,30}$")
# Sections between the headline and the site's name: "…-정치ㅣ한국일보", "… : 경제 : 경제일반 : 한겨레". Only what a menu
# has: 환율 or 반도체 behind a dash may be the headline's own.
CRUMB = re.compile(
    r"(?<=\S)\s*(?:[-–—|:<>»ㅣ｜]|::)\s*(?:뉴스|기사|기사본문|전체기사|정치|경제|사회|국제|세계|글로벌|문화|스포츠|연예|전국|지역|사설|칼럼|오피니언|피플"
    r"|라이프|생활경제|증권|금융|부동산|산업|기업|과학|(?:정치|경제|사회|금융|증권|산업|국제|문화)\s?일반|IT(?:[/·]과학)?|증권[/·]금융|금융[/·]증권)$"
)
# Portals and their services, as they end a <title> or og:title (Naver 2022-26, ZUM, Nate 2026-09, Daum 2026-03).
PORTALS = ("zum 뉴스", "ZUM 뉴스", "네이버 뉴스", "네이버", "네이트 뉴스", "다음뉴스", "Daum", "Daum 뉴스", "줌뉴스")


def clean(title: str, names: Iterable[str] = ()) -> str:
    """The headline without the names of the site that printed it; a bracketed head ([속보], [단독]) stays.

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

    A title's own dash, slash or colon stays, and a name that the headline is about.

    >>> clean("금리 - 환율 - 유가", ["매일경제"]), clean("코스피 2,641.30(-0.88%) / 하도급 갑질 - 매일경제", ["매일경제"])
    ('금리 - 환율 - 유가', '코스피 2,641.30(-0.88%) / 하도급 갑질')
    >>> clean("삼성·SK 반도체 - 매일경제", ["매일경제"]), clean("유가 - 환율 | 매일경제", ["매일경제"])
    ('삼성·SK 반도체', '유가 - 환율')
    >>> clean("위기의 한국경제", ["한국경제"]), clean("[이데일리] 코스피 1%↑", ["이데일리"])
    ('위기의 한국경제', '[이데일리] 코스피 1%↑')
    """
    title = PATH.sub("", BOXED.sub("", fold(title)))
    own = [f"{name}{tail}" for name in filter(None, names) for tail in ("", " 뉴스", "뉴스")]
    tails = sorted({*PORTALS, *own}, key=len, reverse=True)
    while name := next((name for name in tails if title.endswith(name)), None):
        tail = re.search(SEPARATOR + re.escape(name) + r"$", title)
        if not tail or not tail.start():
            break
        title = title[: tail.start()].rstrip()
        while crumb := CRUMB.search(title):
            title = title[: crumb.start()]
    return title


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
