"""Sentences that announce a list: what follows them is the article's, even when every item is a link."""

from __future__ import annotations

import re

from newscrawl.text.words import anyof

_ANNOUNCING = re.compile(
    rf"(?:다음|아래)(?:[과와]\s?같|의\s|\s(?:[가-힣]{{1,6}}\s)?(?:(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d+)\s?(?:곳|개|가지|종목|명|건|회사)"
    rf"|{anyof('listed')}))|(?:^|[.!?”]\s)다음은\s|(?:{anyof('announcing')}|순이다|다음이다|아래다)[.:]?$|[:：]$"
)
_RELATED = re.compile(r"관련|기사|뉴스|보도|영상|더\s?보기|바로\s?가기|클릭")


def announces(text: str) -> bool:
    """Whether a paragraph says that a list of things follows which belong to it.

    >>> announces("수혜주로는 다음 종목이 꼽힌다."), announces("증권사는 아래 세 곳을 꼽았다."), announces("추천 종목:")
    (True, True, True)
    >>> announces("회의는 다음 달 열린다."), announces("지수는 기준선 아래에 머물렀다."), announces("관련 기사:")
    (False, False, False)
    """
    last = text[text.rfind("\n") + 1 :][-60:]
    return _ANNOUNCING.search(last) is not None and not _RELATED.search(last)
