"""Who signs off: the last words of a broadcast report name its reporter, and are the report's own."""

from __future__ import annotations

import re
from functools import cache

from newscrawl.text.names import SURNAME, is_plainly_name
from newscrawl.text.signers import Byline
from newscrawl.text.words import anyof


@cache
def _said() -> re.Pattern[str]:
    house = rf"(?:(?i:{anyof('broadcasters')})|[가-힣A-Za-z]{{1,8}}(?:뉴스|방송|TV|티브이))"
    return re.compile(
        rf"(?:^|[\s.,]){house}\s?(?:뉴스|News)?\s?(?P<name>{SURNAME.pattern})\s?(?:기자\s?)?(?:입니다|이었습니다|였습니다)[.\s]*$"
    )


def names(last: str) -> Byline:
    """The reporter that the last paragraph of a text names as its speaker; without a station it may be anybody.

    >>> names("MBN뉴스 하도경입니다."), names("지금까지 서울 광화문광장에서 YTN 김이영입니다."), names("mbn뉴스 하도경 입니다.")
    ([('하도경', None, None)], [('김이영', None, None)], [('하도경', None, None)])
    >>> names("대표이사 하도경입니다."), names("앵커 도여울입니다."), names("KBS 뉴스였습니다."), names("마서윤 기자의 보도입니다.")
    ([], [], [], [])
    """
    match = _said().search(last, max(0, len(last) - 60)) if "니다" in last[-6:] else None
    return [(match["name"], None, None)] if match and len(match["name"]) > 2 and is_plainly_name(match["name"]) else []
