"""Where a text ends: credits, contacts, channels for tips and a paper's boxes stand under it.

Such a line would be the article's own elsewhere; from the end upwards it is taken until the first paragraph of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.text.bylines import whole_line
from newscrawl.text.datelines import split_tail
from newscrawl.text.edges import is_of_the_site, is_said_by_the_site
from newscrawl.text.furniture import is_furniture, is_news
from newscrawl.text.mails import EMAIL
from newscrawl.text.names import NAME
from newscrawl.text.phrases import alternatives
from newscrawl.text.signers import HIRED

LONGEST = 400  # letters: four crews in brackets have as many
_CREW = alternatives("crew")
_SERVICE = alternatives("services")
# A credit or a contact: "영상편집 : 하다온", "촬영기자; 하다온".
CREDIT = re.compile(
    rf"^[\[(<\s▶■]*(?:{_CREW})(?:\s?[·/&,]\s?[가-힣A-Za-z]{{2,6}})*\s?[:：=|/ㅣ;]\s?(?!.*[다요]\.$).{{1,60}}$"
)
# Crews in brackets: "[영상취재 김하늘 영상편집 박구름]", "[영상편집 하다온][그래픽 마서윤]".
CREDITS = re.compile(rf"^(?:[\[(<]\s?(?:{_CREW})[\s·/&,:;=][가-힣·/&,:;=\s]{{2,80}}[\])>]\s?){{1,4}}$")
CREW = re.compile(rf"{HIRED.pattern}{NAME}(?:[\s·,]+{NAME}){{0,4}}\s?(?:기자|PD|작가|앵커)[\s\])>】]*$")
CONTACT = re.compile(
    rf"^[\s\[(<◎▶※■·/]*(?!\S{{0,4}}(?:신청|접수|문의|모집|지원))(?:[가-힣A-Za-z0-9·\s]{{0,30}}[\s(<\[|:=/]*)?{EMAIL.pattern}(?:[\s)\]>,;/|·]+{EMAIL.pattern})*[\s)\]>,/|]*(?:[(<\[]끝[)>\]])?$"
)
# A desk that signs: "[온라인뉴스팀]", "MBN 온라인뉴스팀", "/디지털뉴스국".
DESK = re.compile(
    r"^(?=.*(?:뉴스|편집|취재|콘텐츠|미디어|온라인|이슈|보도|속보|디지털(?:본부|팀|센터|국|전략)))[\[(</]?\s?(?:[가-힣A-Za-z0-9]{2,10}\s)?(?:스팟|속보|연예|경제|스포츠)?(?:온라인|디지털|인터넷|편집|뉴스|콘텐츠|영상|특별|데이터|이슈|보도|취재|뉴미디어|속보)[가-힣]{0,6}\d?(?:팀|부|국|센터|본부|실|룸)(?:\s?기자)?\s?[\])>]?$"
)
# How to send a tip, line by line (KBS, 더팩트, 노컷뉴스, MBC): "▷ 전화 : 02-781-1234", "카카오톡 @mbc제보", "홈페이지 = https://…".
CHANNEL = re.compile(
    rf"^[▷▶◎·*※■\s]*(?:(?:카카오톡|카톡)\s?(?:[:：=].{{0,80}}|@\S+)|(?:{_SERVICE})\s?[:：=]?\s?(?:@\S+|\S+@\S+|https?:\S+))$"
)
PHONE = re.compile(r"^[▷▶◎·*※■\s]*전화\s?[:：=]?\s?[\d\s,~/-]+$")
# What agencies print under the last line, and under the first version of a flash.
END = re.compile(r"^[(<\[]\s?(?:끝|계속)\s?[)>\]]$")
# 뉴시스 signs every piece with this line; on its own pages boxes of other headlines follow it.
SIGNED = re.compile(r"^(?:[◎☞▶]\s?공감언론\s?뉴시스|공감언론\s?뉴시스\s?(?:$|\S+@))")
BULLET = re.compile(r"^[▶☞►▷★]\ufe0f?\s?\S")
# A headline of another piece behind an arrow: it has a headline's marks and no list's (▶ 1월 2,641.30, ▶ 인터뷰 : …).
HEADLINE = re.compile(
    r"^[▶☞►▷]\s?(?=.*(?:…|\.\.)|\[(?:단독|속보|포토|영상|화보|르포|인터뷰|기획|종합|이슈)\]|[“\"‘'][^”\"’']+[”\"’']\s?[^\s”\"’'.])[^:：=▶▷►/]{8,90}(?<![.”\"])$"
)
# The line of a list: it names or counts, says a whole sentence or is short, where a headline is none of these.
ITEM = re.compile(r"[:：=]|\d[^\s…]{0,6}$|(?<!\.)\.$|^.\s?[^\[]{1,12}$")
TAILS = (END, SIGNED, CREDIT, CREDITS, CREW, CONTACT, DESK, CHANNEL, HEADLINE)


def is_pointer(paragraph: str) -> bool:
    """Whether a paragraph stands behind an arrow; a link that does leads to another piece, be its headline a sentence."""
    return BULLET.match(paragraph) is not None


def is_tail(paragraph: str) -> bool:
    """Whether a paragraph at the end of a body is a credit, a contact or a link to other pieces.

    >>> is_tail("영상기자 : 박경태 이영재"), is_tail("lkh2011@newsis.com"), is_tail("YTN 김이영 (kimyy0820@ytn.co.kr)")
    (True, True, True)
    >>> is_tail("◎공감언론 뉴시스 yd9@newsis.com, jy.so@newsis.com"), is_tail("(끝)"), is_tail("hong@yna.co.kr (끝)")
    (True, True, True)
    >>> is_tail("[영상취재 김하늘 이바다 영상편집 박구름]")
    True
    >>> is_tail("[온라인뉴스팀]"), is_tail("MBN 디지털뉴스부"), is_tail("디지털정부"), is_tail("편집국장은 물러났다")
    (True, True, False, False)
    >>> is_tail("▷ 카카오톡 : @노컷뉴스"), is_tail("▷ 이메일 : hdk@kbs.co.kr"), is_tail("▶ [단독] 다른 기사의 제목이 여기 있다"), is_tail("영상취재 김하늘 기자")
    (True, True, True, True)

    A list's last line, a source of numbers, a speaker's name are the article's.

    >>> [is_tail(t) for t in ("▶ 코스피: 2,641.30(-0.88%)", "▶매출 1조원 ▶영업이익 -1,200억원", "▶ 신청은 홈페이지에서 한다.", "자료: 한국은행", "▶ 인터뷰 : 하도경 / 과장",
    ...     "▶ “내년 상반기에 내릴 것”", "▶부사장 [승진] 하도경", "☞ 기준금리",
    ...     "문의: hdk@go.kr", "▶ 전화 : 1588-1234", "출처=금융감독원")]
    [False, False, False, False, False, False, False, False, False, False, False]
    >>> is_tail("지금까지 서울 광화문광장에서 YTN 김이영입니다."), is_tail("문의는 02-1234-5678로 하면 된다.")
    (False, False)

    >>> all(map(is_tail, ("[영상편집 하다온][그래픽 마서윤]", "촬영기자; 하다온", "디자인; 마서윤", "홈페이지 = https://www.example.co.kr", "카카오톡 @mbc제보"))), is_tail("[편집자주]")
    (True, False)
    """
    if len(paragraph) > LONGEST:
        return SIGNED.match(paragraph) is not None
    return is_furniture(paragraph) or is_of_the_site(paragraph) or any(pattern.match(paragraph) for pattern in TAILS)


def is_head(paragraph: str, text: Sequence[str]) -> bool:
    """Whether a paragraph heads a text as it ends one: a desk that signs, a mail, a site's own words; it names nobody.

    >>> [is_head(line, [line, "코스피가 올랐다."]) for line in ("온라인뉴스팀 news@a.kr", "[디지털뉴스팀]", "하도경 기자 hdk@a.kr", "글자 크기 변경하기", "이 기사를 들으시겠습니까?")]
    [True, True, False, True, True]
    """
    if is_of_the_site(paragraph) or (any(map(is_news, text[1:4])) and is_said_by_the_site(paragraph)):
        return len(text) > 1 or not is_news(paragraph)
    if len(paragraph) > 60 or not (DESK.match(paragraph) or ("@" in paragraph and CONTACT.match(paragraph))):
        return False
    return not whole_line(paragraph)


def trim(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """The article's own paragraphs, order kept, and the tail's credits and contacts in print order.

    >>> trim(["첫 문단이다.", "AD", "둘째 문단은 3.2%다.", "영상취재 : 김하늘", "hong@mk.co.kr", "무단 전재 및 재배포 금지"])
    (['첫 문단이다.', '둘째 문단은 3.2%다.'], ['영상취재 : 김하늘', 'hong@mk.co.kr'])
    >>> trim(["첫 문단이다.", "◎공감언론 뉴시스 hong@newsis.com", "다른 기사의 제목이 여기에 있다."])
    (['첫 문단이다.'], ['◎공감언론 뉴시스 hong@newsis.com'])

    The boxes of a paper on a portal's page end the text: headlines behind arrows around a call to subscribe.

    >>> trim(["첫 문단이다.", "▶ 장바구니 물가가 두 배로 뛴 까닭", "▶ 네이버에서 가나일보 구독하기", "▶ 사과 한 개에 5천원이 됐다", "ⓒ 가나일보 무단전재 및 재배포 금지"])
    (['첫 문단이다.'], [])
    >>> trim(["첫 문단이다.", "▶ 1월 2,641.30", "▶ 2월 2,700.12", "▶ 네이버에서 가나일보 구독하기"])
    (['첫 문단이다.', '▶ 1월 2,641.30', '▶ 2월 2,700.12'], [])
    """
    # A reporter's card is a site's line, but one with his mail signs: "하도경 기자 hdk@a.kr 기사 모아보기".
    kept = [line for line in _without_boxes(paragraphs) if not is_furniture(line) or ("@" in line and whole_line(line))]
    signed = next((position for position, line in enumerate(kept, 1) if SIGNED.match(line)), len(kept))
    kept = kept[:signed]
    end = tail_start(kept)
    return kept[:end], kept[end:]


def _without_boxes(paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs without the headlines behind arrows that stand at the end among a site's own calls and notices."""
    if not any(BULLET.match(line) for line in paragraphs[-12:]):
        return paragraphs
    start = len(paragraphs)
    while start and (BULLET.match(paragraphs[start - 1]) or is_tail(paragraphs[start - 1])):
        start -= 1
    end = paragraphs[start:]
    called = next(
        (i for i, line in enumerate(end) if is_furniture(line) and (BULLET.match(line) or "ⓒ" in line)), len(end)
    )
    # An article's own list may stand right above the call: one line of a list's shape makes all of them one.
    above = [line for line in end[:called] if BULLET.match(line) and not is_furniture(line)]
    boxed = called < len(end) and not ("ⓒ" in end[called] or any(map(ITEM.search, above)))
    return [
        *paragraphs[:start],
        *(line for i, line in enumerate(end) if not BULLET.match(line) or (i < called and not boxed)),
    ]


def tail_start(paragraphs: Sequence[str]) -> int:
    """The position behind the last paragraph that is the article's own.

    >>> tail_start(["첫 문단이다.", "영상취재 : 김하늘", "hong@mk.co.kr"])
    1

    >>> tail_start(["첫 문단이다.", "▷ 전화 : 02-781-1234, 4444", "▷ 이메일 : hdk@kbs.co.kr"])
    1

    A line behind an arrow may be the article's own list; behind a signature it is the site's.

    >>> tail_start(["첫 문단이다.", "▶ 1월 2,641.30", "▶ 2월 2,700.12"]), tail_start(["첫 문단이다.", "하도경 기자 hdk@a.kr", "▶ 2026년 증시 전망", "▶ 환율 1,500원"])
    (3, 1)
    >>> tail_start(["첫 문단이라고 밝혔다. 하도경 기자 hdk@a.kr", "▶ 2026년 증시 전망", "▶ 환율 1,500원"])
    1
    """
    end = position = len(paragraphs)
    listed = bool(paragraphs) and BULLET.match(paragraphs[-1]) is not None
    plain = any(map(is_news, paragraphs[:3]))
    while position:
        line = paragraphs[position - 1]
        if (
            is_tail(line)
            or (plain and is_said_by_the_site(line))
            or (
                len(line) <= LONGEST
                and PHONE.match(line)
                and any(map(CHANNEL.match, paragraphs[max(0, position - 2) : position + 1]))
            )
            or (listed and whole_line(line))
        ):
            end = position - 1
        elif not BULLET.match(line):
            return position if listed and split_tail(line)[1] else end
        position -= 1
    return end
