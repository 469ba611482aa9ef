"""Find the stocks that an article names by their KRX codes, in the notations of the press."""

from __future__ import annotations

import re
from typing import NamedTuple

VERSION = 1
"""Of the rule: `scrapy dedup` reads the articles again that another version of it read."""


class Stock(NamedTuple):
    """A code as KRX writes it, six characters, and the name that the article gives to it."""

    code: str
    name: str | None


# Shares and funds begin with 0-4, foreign companies with 9, ETNs with 5-8. The last character tells a common share (0) from a
# preferred one (5 7 9 K L M). Codes given since 2024 have letters other than I O U: a share in the fifth place, an ETN in the
# second and the fourth to sixth (KRX, 2023-05). Letters anywhere would make codes of 1Q2025, 2026FY and 100BPS; an ETN that ends
# in a letter is left out for the sake of 500BPS.
_L = "0-9A-HJ-NP-TV-Z"
_CODE = rf"(?:[0-4][0-9]{{3}}[{_L}][0579KLM]|[5-8][{_L}][0-9][{_L}]{{2}}[0-9]|9[0-9]{{4}}0)"
WHOLE = re.compile(_CODE)
CODE = re.compile(rf"{_CODE}(?![0-9A-Za-z@%_원주억만조건명]|[,.-][0-9])")

# What stands around a code in brackets, and what makes one without them.
PAIRS = dict(zip("([<（［＜〈【", ")]>）］＞〉】", strict=True))
_OPEN, _CLOSE = (f"[{re.escape(''.join(marks))}]" for marks in (PAIRS, PAIRS.values()))
_MARKET = r"(?:KRX|KOSPI|KOSDAQ|KONEX|KS|KQ|KN|코스피|코스닥|코넥스|유가증권(?:시장)?)"
_TITLE = r"(?:종목\s?(?:코드|번호)|단축\s?코드)"
BEFORE = re.compile(
    rf"(?P<open>\s?{_OPEN}\s?)?(?<![0-9A-Za-z가-힣@_.-])"
    rf"(?:(?P<label>{_TITLE}는?|K(?:RX|S|Q|N)\s?[:：])[\s:：‘'“\"]{{0,3}}A?|(?P<market>{_MARKET}[\s·,/:：]{{1,3}}|A))?\Z"
)
AFTER = re.compile(
    rf"(?P<suffix>\.(?:KS|KQ|KN)(?![A-Za-z]))?(?:\s?[·,/.]?\s?(?P<market>{_MARKET}))?(?:(?P<close>\s?{_CLOSE})|(?P<more>,\s))?"
)

# The name is the last word before the bracket, and the words before it only where a name is known to have several: Latin ones
# (LS ELECTRIC, JYP Ent.) and those of a fund, which a particle ends (SOL 조선TOP3플러스는 …).
_W = r"[가-힣A-Za-z0-9&.+-]"
_FUNDS = (
    "KODEX|TIGER|RISE|ACE|SOL|PLUS|HANARO|KIWOOM|WON|TIME|KoAct|1Q|KBSTAR|KOSEF|KINDEX|ARIRANG|TIMEFOLIO|TREX|FOCUS|UNICORN|BNK"
    "|히어로즈|마이다스|마이티|파워|에셋플러스"
)
NAME = re.compile(
    rf"(?<!{_W})(?P<name>"
    rf"(?:(?:{_FUNDS}) (?:{_W}+(?<![은는이가을를의에와과로도등]) ){{0,3}}{_W}+"
    rf"|(?!(?:KOSPI|KOSDAQ|KONEX|KRX|ETF|ETN|IPO|AI|IT|CEO) )[A-Z][A-Za-z0-9&.+-]*(?: [A-Za-z0-9&.+-]+){{1,2}}"
    rf"|(?={_W}{{2}}){_W}*[가-힣A-Za-z]{_W}*)"
    r"(?:\((?:합성|합성 ?H|H|UH|TR)\))?)(?<![가-힣]\.)(?:㈜|\(주\))?[’'”\"」]?\Z"
)
LABEL = re.compile(rf"{_TITLE}|{_MARKET}|상장사|ETF|ETN")
# Of what a number in brackets says something else.
COUNTED = re.compile(r"(?:번호|코드|전화|팩스|문의|우편|계좌|인원|건수|합계|총계)\Z")
# A month, a day or a round sum can be a code too (200710, 240810, 123000), and is one behind a name that is none of these.
UNSURE = re.compile(
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])|[1-9][0-9]{2}000"
)
DATED = re.compile(
    r"(?:[0-9년월일]|기준|현재|날짜|일자|자료|보고서|시황|뉴스|작성|수정|입력|갱신|업데이트|사진|캡처|제공|전경|영상|발표|공시|마감|회의|인터뷰"
    r"|브리핑|주가|지수|종가|시가|고가|저가|목표가|현재가|가격|금액|보증금|원)\Z"
)


def stocks(text: str) -> list[Stock]:
    """The codes in the order of their first mention, each once, with the first name that stands before one of them.

    In brackets behind a name: round ones in 서울경제, 이데일리, 뉴스핌 and 조선비즈, square ones in 연합뉴스 (seen from 2004 on).

    >>> stocks("코스피 상장사 삼성전자(005930)와 SK하이닉스(000660), 지주사 에코프로[086520]")
    [Stock(code='005930', name='삼성전자'), Stock(code='000660', name='SK하이닉스'), Stock(code='086520', name='에코프로')]
    >>> [s.name for s in stocks("현대차2우B[005387] F&F(383220) LS ELECTRIC(010120) ‘KODEX 200’(069500) SOL 차이나태양광CSI(합성)(413220)")]
    ['현대차2우B', 'F&F', 'LS ELECTRIC', 'KODEX 200', 'SOL 차이나태양광CSI(합성)']
    >>> stocks("TIGER 미국S&P500(360750), 한화3우B(00088K), 새 펀드(0126Z0)")[1:]
    [Stock(code='00088K', name='한화3우B'), Stock(code='0126Z0', name='펀드')]

    With the market or a title beside it, as data services and press releases write; these need no name, and angular brackets
    none either. (None of these was among the pages looked at in 2026-11.)

    >>> [s.code for s in stocks("삼성전자 (005930.KS), 247540.KQ, (KS:000660), (코스닥 086520), (종목코드: 383220), (A010120), 〈035420〉")]
    ['005930', '247540', '000660', '086520', '383220', '010120', '035420']

    A number without notation is no code; nor is one in round brackets that stand alone, behind a blank, or behind a word that
    it counts or dates.

    >>> stocks("005930 02)123-4560 010-1234-5670 (100000원) 매출 (123450) 접수번호(123450) 10월(202510) 전경(251120) [251120] 123450@mk.co.kr")
    []
    >>> stocks("원익IPS(240810)")
    [Stock(code='240810', name='원익IPS')]
    """
    found: dict[str, str | None] = {}
    for hit in CODE.finditer(text):
        code, start, end = hit[0], hit.start(), hit.end()
        before, after = BEFORE.search(text, max(0, start - 20), start), AFTER.match(text, end)
        if not before or not after:
            continue
        opened, closed = before["open"] or "", after["close"] or ""
        closes = bool(closed) and PAIRS.get(opened.strip()) == closed.strip()
        name = _name(text, before.start()) if opened else None
        told = before["label"] or after["suffix"]
        told = told or ((closes or (opened and after["more"])) and (before["market"] or after["market"]))
        if told or (closes and _means_a_stock(code, opened, name)):
            known = None if name is None or LABEL.fullmatch(name) else name
            found[code] = found.get(code) or known
    return [Stock(code, name) for code, name in found.items()]


def _name(text: str, end: int) -> str | None:
    named = NAME.search(text, max(0, end - 60), end)
    return named["name"] if named else None


def _means_a_stock(code: str, bracket: str, name: str | None) -> bool:
    """Whether brackets with nothing but a number in them name a stock."""
    angular = bracket.strip() not in ("(", "（")
    if name is None or COUNTED.search(name):
        return name is None and angular and not UNSURE.fullmatch(code)
    if bracket[0].isspace():
        return angular and not UNSURE.fullmatch(code)
    return not UNSURE.fullmatch(code) or not DATED.search(name)


def code(written: str) -> str | None:
    """The code that a person means, None when it can be none.

    >>> code("005930"), code("005930.ks"), code("a0126z0"), code("00593"), code("삼성전자")
    ('005930', '005930', '0126Z0', None, None)
    """
    bare = re.sub(r"^A|\.K[SQN]$", "", written.strip().upper())
    return bare if WHOLE.fullmatch(bare) else None
