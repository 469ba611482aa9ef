"""Take a site's own name off a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newscrawl.text.whitespace import fold

SEPARATOR = r"\s*(?:[-–—|:<>/·»]|ㅣ|｜|::)\s*"
# 뉴시스 puts its name between colons: ":: 공감언론 뉴시스 ::" (2026).
BOXED = re.compile(r"\s*::[^:]{2,20}::\s*$")
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
    >>> clean("금리 - 환율 - 유가", ["매일경제"])
    '금리 - 환율 - 유가'
    """
    title = BOXED.sub("", fold(title))
    own = [f"{name}{tail}" for name in filter(None, names) for tail in ("", " 뉴스", "뉴스")]
    for name in sorted({*PORTALS, *own}, key=len, reverse=True):
        if not title.endswith(name):
            continue
        tail = re.search(
            SEPARATOR + r"(?:[가-힣A-Za-z/·& ]{1,12}" + SEPARATOR + ")?" + re.escape(name) + r"\s*$", title
        )
        if tail and tail.start() > 0:
            return title[: tail.start()].rstrip()
    return title
