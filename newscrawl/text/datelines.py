"""Where a text comes from and who signs it at its head or its end: datelines and bylines that are glued to a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newscrawl.text import press
from newscrawl.text.bylines import OWNED, parse, whole_line
from newscrawl.text.mails import EMAIL
from newscrawl.text.names import NAME, SURNAME, is_plainly_name
from newscrawl.text.roles import PRESS, PRESS_ROLE, ROLE
from newscrawl.text.signers import Byline
from newscrawl.text.words import anyof

LONGEST = 240  # letters among which a text's dateline and the names behind it end
DATED = 120  # letters at the end of a caption that its day and its photographer have
BRACKETED = r"(?P<open>[(\[【〔<《〈＜（［])(?P<inside>(?:[^()\[\]【】〔〕<>《》〈〉＜＞（）［］]|(?<=[가-힣])\([가-힣A-Za-z0-9.@_-]{2,40}\)){1,60})[)\]】〕>》〉＞）］]"
# What stands between a bracket and the sign of equality is names and their titles; told apart here, they could be parted in a million ways.
WORDS = r"(?:(?:[가-힣一-鿿]{1,9}|[A-Z][A-Za-z-]{1,40})(?:\s*[·,ㆍ|]\s*|\s+)?){0,12}+"
HOUSES = rf"(?:{anyof('agencies', 'dateline-agencies')}|[가-힣A-Za-z0-9]{{2,10}}{anyof('paper-endings')})"


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(rf"^\s*{BRACKETED}\s*(?:(?P<names>{WORDS})(?P<equals>[=＝〓]))?\s*")


# "세종=홍길동 기자 정부가", and "아시아투데이 홍길동 기자 = 정부가" without a bracket.
SIGNERS = rf"{NAME}(?:(?:\s?[·,ㆍ/]\s?|\s){NAME}){{0,3}}\s?{ROLE}"


@cache
def _plain_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:[가-힣]{{2,6}}\s?[=＝〓]\s?(?P<placed>{SIGNERS})\s+|(?:(?P<house>[가-힣A-Za-z0-9]{{2,12}})[\s=])?(?P<names>{SIGNERS})(?:\s?\([가-힣]{{2,6}}\))?\s?(?P<sign>[=＝〓|ㅣ｜])\s*)"
    )


# A desk or a machine in a paper's bracket: "[디지털투데이 AI리포터]", "[이데일리 증권시장부]".
DESK = re.compile(
    r"(?P<house>[가-힣A-Za-z0-9]{2,12})[\s=/|ㅣ]+(?:AI\s?(?:기자|리포터)|로봇\s?기자|[가-힣A-Za-z]{2,8}[팀부국])"
)
# And a name without a title: "[한스경제 홍길동]".
HOUSE_AND_NAME = re.compile(r"(?P<house>[가-힣A-Za-z0-9]{2,12})[\s=](?P<name>[가-힣]{3,4})")
SOURCE = re.compile(r"\s*(?:사진|그래픽|자료|출처|이미지|영상|그림|도표|표|제공)")
IN_BRACKET = re.compile(rf"{ROLE}\s*(?:[(/|,]?\s*{EMAIL.pattern}\s*\)?\s*)?$")


def split_head(paragraph: str) -> tuple[str | None, Byline, str]:
    """The dateline, the names, and the rest of a first paragraph.

    >>> split_head("(서울=연합뉴스) 홍길동 기자 = 한국은행은 23일")
    ('(서울=연합뉴스)', [('홍길동', None, '기자')], '한국은행은 23일')
    >>> split_head("【서울=뉴시스】이근홍 기자 = 안철수")
    ('【서울=뉴시스】', [('이근홍', None, '기자')], '안철수')
    >>> split_head("[이데일리 조민정 기자] 국민의힘"), split_head("[헤럴드경제=한지숙 기자] 경찰이")
    ((None, [('조민정', None, '기자')], '국민의힘'), (None, [('한지숙', None, '기자')], '경찰이'))
    >>> split_head("[앵커]"), split_head("(주)한화는 23일"), split_head("[속보] 코스피 4% ▼")
    ((None, [], '[앵커]'), (None, [], '(주)한화는 23일'), (None, [], '[속보] 코스피 4% ▼'))
    >>> split_head("(세종=연합뉴스) 하도경 마서윤 기자 = 정부가"), split_head("아시아투데이 하도경 기자 = 정부가")
    (('(세종=연합뉴스)', [('하도경', None, '기자'), ('마서윤', None, '기자')], '정부가'), (None, [('하도경', None, '기자')], '정부가'))
    >>> split_head("(세종=뉴스1) 하도경 기자 | 마서윤 인턴기자 = 정부가")[1], split_head("[헤럴드경제(세종)=하도경 기자] 정부가")[1]
    ([('하도경', None, '기자'), ('마서윤', None, '인턴기자')], [('하도경', None, '기자')])
    >>> split_head("[이데일리 하도경 마서윤 기자] 정부가")[1:]
    ([('하도경', None, '기자'), ('마서윤', None, '기자')], '정부가')
    >>> split_head("(서울·브뤼셀=연합뉴스) 하도경 기자 마서윤 특파원 = EU는")[1], split_head("(도쿄 교도=연합뉴스) 일본은")[::2]
    ([('하도경', None, '기자'), ('마서윤', None, '특파원')], ('(도쿄 교도=연합뉴스)', '일본은'))
    >>> split_head("[더팩트ㅣ하도경 기자] 정부가")[1:], split_head("【파이낸셜뉴스 부산=하도경 기자】 부산시가")[1:]
    (([('하도경', None, '기자')], '정부가'), ([('하도경', None, '기자')], '부산시가'))
    >>> split_head("[파이낸셜뉴스] 코스피가"), split_head("[디지털투데이 AI리포터] 코스피가")
    (('[파이낸셜뉴스]', [], '코스피가'), ('[디지털투데이 AI리포터]', [], '코스피가'))

    >>> split_head("[한스경제 하도경] 은행들이"), split_head("[한스경제 하도경]")
    ((None, [('하도경', None, None)], '은행들이'), (None, [('하도경', None, None)], ''))

    What else stands in brackets is text: a source, a speaker, a person.

    >>> [split_head(t)[2] for t in ("[한국은행] 금리를 = 낮춘다", "[사진=연합뉴스] 정부가", "[하도경 대표] 그렇습니다.", "【 앵커멘트 】",
    ...     "[삼성전자 하도경] 그렇습니다.")]    # doctest: +NORMALIZE_WHITESPACE
    ['[한국은행] 금리를 = 낮춘다', '[사진=연합뉴스] 정부가', '[하도경 대표] 그렇습니다.', '【 앵커멘트 】',
     '[삼성전자 하도경] 그렇습니다.']
    """
    match = _head_pattern().match(paragraph, 0, LONGEST)
    if match:
        inside, rest = match["inside"], paragraph[match.end() :].lstrip()
        if SOURCE.match(inside):
            return None, [], paragraph
        if IN_BRACKET.search(inside) and PRESS_ROLE.search(inside) and not match["equals"]:
            names = parse(re.sub(r"^.*[=＝〓]", "", inside))
            if names and rest and not rest.startswith("네,"):  # a turn of a dialogue begins so
                return None, names, rest
        bracket = paragraph[match.start("open") : match.end("inside") + 1]
        named = HOUSE_AND_NAME.fullmatch(inside)
        if named and press.is_press(named["house"]) and is_plainly_name(named["name"]):
            return None, [(named["name"], None, None)], rest
        desk = DESK.fullmatch(inside)
        if desk and rest and press.is_press(desk["house"]):
            return bracket, [], rest
        if match["equals"] and (re.search(ROLE, match["names"]) or re.search(HOUSES, inside)):
            return bracket, parse(match["names"]), rest
        if press.is_press(inside) and rest:
            return bracket, [], rest
        if "=" in inside and re.search(HOUSES, inside) and not re.search(ROLE, inside):
            return bracket, [], rest
    return _split_plain_head(paragraph)


def _split_plain_head(paragraph: str) -> tuple[str | None, Byline, str]:
    """The same where no bracket stands: "아주경제 하도경·마서윤 기자 =원·달러"."""
    match = (
        _plain_pattern().match(paragraph, 0, LONGEST) if any(map(paragraph[:60].__contains__, "=＝〓|ㅣ｜")) else None
    )
    if match is None:
        return None, [], paragraph
    # A bar parts a name from a time or a desk too; only behind a paper's name and before a sentence it heads a text.
    if match["sign"] in ("|", "ㅣ", "｜") and not (
        re.fullmatch(HOUSES, match["house"] or "") and len(paragraph) - match.end() > 40
    ):
        return None, [], paragraph
    return None, parse(match["placed"] or match["names"]), paragraph[match.end() :].lstrip()


# An agency's caption, its photographer before and the day behind it, with or without his mail.
PHOTOGRAPH = re.compile(
    r"20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?\s*(?:\[email\s?(?:protected|보호됨)\]|\S+@\S*|/\s?\S{2,8})?(?:\s*\*?\s?재판매.{0,12})?$"
)


def is_photograph(paragraph: str) -> bool:
    """Whether a paragraph with an agency's dateline is the caption of a picture: its day ends it.

    >>> is_photograph("[서울=뉴시스] 하도경 기자 = 20일 명동 환전소에 환율이 적혀 있다. 2026.11.20. [email protected]")
    True
    >>> is_photograph("[서울=뉴시스] 하도경 기자 = 한국은행은 20일 금리를 2.50%로 내렸다."), is_photograph("공고일은 2026.11.20.")
    (False, False)
    """
    dated = "20" in paragraph[-60:] and PHOTOGRAPH.search(paragraph, max(0, len(paragraph) - DATED)) is not None
    return dated and bool(split_head(paragraph)[0])


def heads_caption(caption: str) -> Byline:
    """The names of a paper's bracket before a caption; an agency's dateline there names its photographer.

    >>> heads_caption("[머니투데이 하도경 기자] 한빛전자의 새 공장 /사진제공=한빛전자")
    [('하도경', None, '기자')]
    >>> heads_caption("(서울=뉴스1) 하도경 기자 = 20일 전광판의 코스피. 2026.11.20/뉴스1")
    []
    """
    printed, names, _ = split_head(caption)
    return [] if printed else names


def head(lines: Sequence[str], publisher: str | None) -> tuple[int, str | None, Byline, str]:
    """Where a text begins among its first lines: the position, the dateline, the names, and the rest of that line.

    Lines before it are its deck; where nothing heads a text the position is 0 and the rest the first line.

    >>> head(["- 가계대출 3.2% 늘어", "- 당국 “점검”", "[헤럴드경제=하도경 기자] 가계대출이 3.2% 늘었다."], None)
    (2, None, [('하도경', None, '기자')], '가계대출이 3.2% 늘었다.')
    >>> head(["[파이낸셜뉴스] 코스피가 올랐다."], "파이낸셜뉴스"), head(["[한국경제] 코스피가 올랐다."], "파이낸셜뉴스")
    ((0, '[파이낸셜뉴스]', [], '코스피가 올랐다.'), (0, None, [], '[한국경제] 코스피가 올랐다.'))

    A turn of a dialogue and a line behind a sentence head nothing.

    >>> [head([first, "[하도경 기자] 네, 저는 여의도에 나와 있습니다."], None)[0] for first in ("[앵커]", "기자를 부르겠습니다.")]
    [0, 0]
    """
    deck = next((position for position, line in enumerate(lines) if not is_deck(line)), len(lines))
    alone = None
    for position, line in enumerate(lines[:5]):
        printed, names, rest = split_head(line)
        # "[파이낸셜뉴스] 코스피가": a paper's own name alone; another's may head an item of a review of the press.
        own = position <= deck and publisher is not None and publisher in (printed or "")
        if not printed and position <= deck and whole_line(line):
            alone = position if alone is None else alone  # a dateline may follow
            continue
        if (printed and (names or "=" in printed or own)) or (names and position <= deck):
            return position, printed, names, rest
    if alone is None:
        return 0, None, [], lines[0] if lines else ""
    return alone, None, whole_line(lines[alone]), ""


def is_deck(line: str) -> bool:
    """Whether a line can stand between the headline and the byline: short, no sentence, no speaker's mark."""
    return len(line) <= 80 and line[:1] not in "[【<(〈" and line[-1:] not in ".!?"


HOUSE = rf"(?:[가-힣A-Za-z0-9]{{1,9}}(?:{anyof('paper-endings')}|팀|부|국|센터|본부)|[A-Z]{{2,5}}(?:\sBiz)?|뉴스1|뉴스핌|뉴시스|블로터|이코노미스트)"
MAILED = rf"[(<\[·]?\s?(?:{EMAIL.pattern}|[A-Za-z][\w.+-]{{1,20}}@)\s?[)>\]]?"
SIGNING = ("기자", "@", "특파원", "통신원", "논설", "위원", "리포터", "에디터", "칼럼니스트", "앵커")
PLACED = rf"(?:[가-힣]{{2,6}}=|{anyof('places')}\s)?"
SIGNATURE = rf"{PLACED}(?:{HOUSE}\s)?(?:{SURNAME.pattern}(?:\s?[·,ㆍ]\s?|\s)){{0,4}}{NAME}(?:\s{HOUSE})?\s?(?:{PRESS}|[가-힣]{{0,6}}기자|[가-힣]{{2,4}}\s?특파원)(?:[\])>】]?\s?=?\s?{MAILED})?"


@cache
def _tail_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.!?”\"’'다])\s*[/\[(<【]?|\s+[/\[(<【])\s*(?P<byline>(?:(?:글|취재|정리)(?:\s?[·/]\s?(?:사진|영상))?\s?[=|:]?\s?)?{SIGNATURE}(?:[\s,/·]+{SIGNATURE}){{0,3}}"
        rf"|(?:{HOUSE}\s)?{PRESS}\s{NAME}\s?{MAILED}|{NAME}\s?[(<\[]?{EMAIL.pattern}[)>\]]?)[\s\])>】]*(?:[(\[]끝[)\]])?$"
    )


def split_tail(paragraph: str) -> tuple[str, Byline]:
    """A last paragraph without the byline glued to its end, and that byline's names.

    >>> split_tail("한다고 말했다. 하도경 기자 hdk@")    # 아시아경제 leaves the house out of the mail
    ('한다고 말했다.', [('하도경', None, '기자')])

    >>> split_tail("고 밝혔다. 홍길동 기자 hong@hankyung.com")
    ('고 밝혔다.', [('홍길동', 'hong@hankyung.com', '기자')])
    >>> split_tail("수익률은 -0.88%였다./정종엽 기자"), split_tail("지금까지 서울 광화문광장에서 YTN 김이영입니다.")
    (('수익률은 -0.88%였다.', [('정종엽', None, '기자')]), ('지금까지 서울 광화문광장에서 YTN 김이영입니다.', []))
    >>> [split_tail(f"고 밝혔다.{t}")[1:] for t in (" 하도경 한경닷컴 기자 hdk@hankyung.com", "[하도경 매경닷컴 기자]", " 하도경 마서윤 기자")]
    [([('하도경', 'hdk@hankyung.com', '기자')],), ([('하도경', None, '기자')],), ([('하도경', None, '기자'), ('마서윤', None, '기자')],)]
    >>> split_tail("고 밝혔다. 세종=하도경 기자 hdk@mt.co.kr 마서윤 기자 msy@mt.co.kr")
    ('고 밝혔다.', [('하도경', 'hdk@mt.co.kr', '기자'), ('마서윤', 'msy@mt.co.kr', '기자')])
    >>> [split_tail(t)[1] for t in ("고 했다. 지금까지 하도경 기자", "고 했다. 하도경 교수", "수상자는 다음과 같다. 하도경 기자 마서윤 교수", "고 했다. 문의 02-1234-5678")]
    [[], [], [], []]
    """
    start = max(0, len(paragraph) - 120)
    end = paragraph[start:]
    if any(map(end.__contains__, "ⓒ©")):
        end = OWNED.sub("", end)  # "하도경 기자 hdk@ⓒ 경제를 보는 눈, …"
    signs = any(map(end.__contains__, SIGNING))
    match = _tail_pattern().search(paragraph, start, start + len(end)) if signs else None
    if match and match.start() > 0:
        names = whole_line(match["byline"])
        if names:
            return paragraph[: match.start()].rstrip(), names
    return paragraph, []
