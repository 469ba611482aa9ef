"""Which paragraphs are the caption of a picture that no markup marks: by the credit at their end.

Where the words before a credit are a sentence, a reader of one line cannot always tell a caption from the last sentence of an agency's
copy ("… 밝혔다. /뉴스1"). A caption shows (… 모습, … 하고 있다); what was said, done or expected is the text's.
"""

from __future__ import annotations

import re
from functools import cache

from newscrawl.text.furniture import is_news
from newscrawl.text.names import SURNAME
from newscrawl.text.phrases import alternatives
from newscrawl.text.words import anyof, words

LONGEST = 320  # letters: agencies describe a picture in two or three sentences
_CREDIT = alternatives("credits")
_OWNER = alternatives("pictures")
_GIVER = alternatives("providers")
# Without one of these a paragraph has no credit.
CREDITED = re.compile(
    rf"{_CREDIT}|재판매|@|기자|촬영|캡처|갈무리|DB|ⓒ|©|{_OWNER}|{alternatives('shown')}|{alternatives('picture-libraries')}|Yonhap|YONHAP|Newsis|NEWS1|JOONGANG|[Gg]etty|[Pp]hoto|PHOTO|포토그래퍼|디자인\s?=|CG\s?=|Courtesy|캡쳐|표\s?="
)
# "▲ 설명. 사진=연합뉴스", "/사진=뉴스1", "(자료=금융위)", "사진/뉴시스".
PHOTO = re.compile(
    rf"^.{{0,200}}(?:[/(\[<|ㅣ]\s?(?:{_CREDIT})\s?[=:]\s?.{{1,40}}|사진\s?제공\s?[=:]?\s?.{{1,30}}|사진\s?=\s?.{{1,30}}|사진/[가-힣A-Za-z0-9 ]{{2,20}}|\[사진.{{0,30}}\])[)\]>]?\.?$"
)
# As the agencies end theirs: "2026.11.20/뉴스1", "2026.11.20. photo@newsis.com", "[한국은행 제공. 재판매 및 DB 금지]".
AGENCY_PHOTO = re.compile(
    r"^(?:.{8,300}\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?(?:/\s?(?:뉴스1|연합뉴스)(?:\s?[ⓒ©].{0,30})?|/\s?[가-힣]{2,4}\s?기자(?:\s\S{2,20}@\S{4,24})?|\S{2,20}@(?:newsis\.com|yna\.co\.kr|news1\.kr)(?:\s?\*?재판매\s?및\s?DB\s?금지)?)"
    r"|.{0,300}(?:[\[(*][^\[\]()]{0,30}재판매\s?및\s?DB\s?금지[\])]?|\[[^\[\]]{2,16}\s(?:제공|자료사진|캡처|갈무리)\]|\[촬영\s[^\[\]]{2,20}\]))$"
)
# A foreign agency's own line: "(AP Photo/…)", "(REUTERS/…)".
FOREIGN = re.compile(r"^.{0,300}[(\[](?:AP Photo|AFP|EPA|REUTERS|Reuters|Getty)[^()\[\]]{0,40}[)\]]\.?$")
# The name of an owner alone, and how it is set off from what the picture shows.
_HOUSE = (
    rf"(?:(?:[가-힣]{{2,6}}[\s=]|(?:AP|AFP|EPA|UPI|로이터|신화|타스)[\s=]?)?(?:{_OWNER})(?:\s(?:자료)?사진|\s제공|\s캡처|\s[가-힣]{{2,4}}(?:\s기자)?)?"
    rf"|[가-힣A-Za-z]{{1,8}}\s?DB|(?:[가-힣]{{1,5}}\s?){{0,2}}(?:사진)?공동취재(?:단|사진)"
    rf"|(?:[가-힣A-Za-z0-9·&]{{1,12}}\s)?[가-힣A-Za-z0-9·&]{{1,12}}(?:{_GIVER})\s?(?:자료사진|제공|캡처)|(?:독자|시청자|유튜브|방송|홈페이지|SNS|인스타그램|페이스북)\s(?:제공|캡처|갈무리))"
)
# A credit that stands alone under its picture: "서울경찰청 제공", "사진공동취재단", "[사진출처 = 한빛전자]", "사진ㅣ한빛일보DB", "사진 하도경 기자".
# What is named so alone is no source of numbers (자료: …), which end the article's own tables.
_LABEL = rf"(?:자료\s?)?(?:사진|{anyof('picture-labels')})(?:\s?(?:제공|출처|설명|촬영|캡처|편집))*"
ALONE = re.compile(
    rf"^[\[(/<※*▲]?\s?(?:[가-힣A-Za-z0-9·&]{{1,12}}\s?(?:{_GIVER})\s제공|(?:[가-힣]{{1,5}}\s?){{0,2}}사진공동취재단|(?:Photo|PHOTO|사진작가|포토그래퍼|일러스트레이션|일러스트|일러스트레이터)\s(?:by\s)?(?:{SURNAME.pattern})|(?:디자인|CG|영상|영상제공)\s?[=_]\s?.{{1,20}}|{_LABEL}\s?(?:[=:：|ㅣ｜│_/]\s?|\s(?=[가-힣]{{2,4}}\s?(?:사진|영상|인턴|선임)?기자\b|by\s)).{{1,40}}"
    rf"|(?:표|자료\s?제공|CG)\s?=\s?.{{1,20}}|사진\s(?:{_OWNER}|[가-힣A-Za-z0-9]{{2,10}}(?:{_GIVER}))(?:\s제공)?|제공\s?[=:]\s?[가-힣A-Za-z0-9]{{2,10}}(?:{_GIVER})|출처\s?[=:]\s?(?:{anyof('picture-libraries')}|.{{2,16}}\s(?:홈페이지|유튜브|SNS|인스타그램|페이스북))|[가-힣A-Za-z0-9]{{2,10}}(?:\s[가-힣A-Za-z0-9]{{2,10}}){{0,2}}\s?(?:캡처|캡쳐|갈무리)|(?:{anyof('picture-libraries')})(?:\s?(?:제공|자료사진))?|[가-힣]{{1,4}}DB|(?:[가-힣A-Za-z0-9]{{1,10}}\s?)?자료\s?(?:사진|화면|영상)|Courtesy\s(?:of|:)\s.{{1,60}})[\])>]?\.?$"
)
# Behind what a picture plainly shows stands its owner, who gave it or is in it: "한빛전자 사옥 전경. [한빛전자]", "세종청사 (자료사진)".
OWNED = re.compile(
    rf"^[▲△▼◀▶\s]*(?P<owner>[가-힣A-Za-z0-9]{{2,12}})\b.{{0,100}}(?:{anyof('shown')})(?:\s?\([^()]{{1,12}}\))?[.,]?\s*(?:[\[(<【〈/|ㅣ｜ⓒ©]|(?<=[.,\s])(?:제공|출처|사진|촬영)\s?[=:|ㅣ])\s?(?:(?P=owner)|[가-힣A-Za-z0-9]{{2,10}}(?:{_GIVER}))(?:\s제공)?[\])>】〉]?\.?$"
    r"|^.{4,80}[\[(<]\s?(?:자료\s?사진|사진|자료\s?화면)\s?[\])>]$|^.{4,80}\s자료\s?사진\.?$"
    rf"|^.{{4,200}}[.)]\s?{_LABEL}\s?[=:|ㅣ｜_]\s?[^=:.]{{1,24}}$"
    rf"|^.{{4,80}}\.\s?(?:(?:제공|출처)\s?[=|ㅣ]\s?[^=:]{{1,20}}|사진\s(?:{_OWNER}|[가-힣A-Za-z0-9]{{2,10}}(?:{_GIVER})))$"
    rf"|^사진은\s.{{2,80}}(?:{anyof('shown')})\.?$"
)
# A picture's owner in an English edition: "… in Seoul. (Yonhap)", "[YONHAP]", "Newsis", "/ Courtesy of Hanbit".
ENGLISH = re.compile(
    r"^[^가-힣]{0,300}(?:[(\[](?:[A-Za-z]{2,12}[-\s/])?(?:Yonhap|YONHAP|Newsis|NEWSIS|News1|NEWS1|Herald DB|JoongAng Photo|JOONGANG PHOTO|JOONGANG ILBO|[Gg]etty\s?[Ii]mages(?:[Bb]ank)?)(?:\sNews)?[)\]]|[.\s/](?:[A-Z][A-Za-z]{1,11}-)?(?:Yonhap|YONHAP|Newsis|NEWSIS)|Korea Times photo by [A-Z][A-Za-z -]{2,30}|[/.\s(\[]Courtesy\s(?:of|:)\s[^.]{1,60})[)\]]?\.?$"
)
# A label before what a picture shows: "[사진] 한빛전자 사옥".
PICTURE = re.compile(r"^\[(?:사진|포토)\s?\d{0,2}\]\s?.{2,80}$")
# Whose a picture is, behind the arrow that points at it: "▲ ⓒ한국거래소", "- ▲ ⓒ한국거래소", "△ 출처 : 픽사베이".
POINTED = re.compile(r"^[-\s]{0,3}[▲△▼▽◀▶]\s?(?:[ⓒ©]|\([cC]\)|출처\s?[=:])\s?[가-힣A-Za-z0-9· ]{2,16}$")
MARKED = re.compile(r"^(?:[▲△▼◀▶]\s?|\[사진|사진\s?설명)")
GIVEN = re.compile(
    r"(?:제공|캡처|갈무리|자료\s?사진|사진기자단|사진\s?[=:|ㅣ]\s?[^=:|]{2,24}|[ⓒ©]\s?[^ⓒ©]{2,24})[\])>】〉]?\.?$"
)
SHOWN = re.compile(rf"{anyof('shown')}[.,\s]*$")
# What a picture shows ends without a verb, or with one that is seen; what somebody thinks or plans is no picture.
SEEN = re.compile(r"(?:[고어아여해서려져돼혀워와러겨펴셔켜쳐]\s있다|보인다)[.”\"’']?$")
# A verb of one syllable is a word of its own: "보고 있다" is a thought, "살펴보고 있다" is seen.
UNSEEN = re.compile(
    rf"(?:(?<![가-힣])(?:{'|'.join(v for v in words('unpictured') if len(v) == 1)})|{'|'.join(v for v in words('unpictured') if len(v) > 1)})고?\s?있다[.”\"’']?$"
)
SPEAKS = re.compile(r"[다요죠까네](?:[.!?”\"’')]|$)")
# An item of a list, and a mark of a list's place: "1위. 연합뉴스".
LISTED = re.compile(r"^(?:\d+[.)위]|[①-⑳○◇◆■●·•\-])")


@cache  # large, and compiled by the first caption: most commands read none
def _set_off() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<shown>.{{4,220}}?)(?:\s*[\[<(【〈]\s?(?P<bracketed>{_HOUSE}|(?:[A-Z]{{2,5}}|[가-힣]{{2,4}})\s?=\s?(?:{_OWNER})|[가-힣]{{2,4}}\s(?:사진|영상)?기자)\s?[\])>】〉]"
        rf"|\s*[/|ㅣ｜]\s?(?P<stroke>{_HOUSE}|[가-힣]{{2,4}}\s?(?:사진)?기자)|\s*[ⓒ©]\s?(?P<owned>.{{2,30}})|(?<=[.”\"’')\]])\s?(?P<bare>{_HOUSE}|[가-힣]{{2,4}}\s(?:사진|영상)?기자(?:\s\S+@\S+)?))\.?$"
    )


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is the caption of a picture by its own credit.

    A source given for numbers (자료=) ends sentences of the article too; there only what is no sentence is a caption.

    >>> is_caption("올해 3분기 실적을 발표하는 모습. /사진=뉴스1"), is_caption("사진을 공개했다.")
    (True, False)
    >>> is_caption("(서울=뉴스1) 하도경 기자 = 20일 전광판에 코스피가 표시되고 있다. 2026.11.20/뉴스1"), is_caption("한국은행 전경 [연합뉴스 자료사진]")
    (True, True)
    >>> is_caption("서울 시내 주유소의 모습. 2026.11.20. photo@newsis.com *재판매 및 DB 금지"), is_caption("문의는 hong@newsis.com으로 하면 된다.")
    (True, False)
    >>> is_caption("공장에서 직원들이 구호를 외치고 있다. 2026.11.20 /하도경기자 hdk@a.kr"), is_caption("2026.11.20 하도경 기자가 썼다.")
    (True, False)
    >>> is_caption("(사진=연합뉴스) 정부는 이를 검토한다.")    # a sentence behind the credit
    False
    >>> is_caption("국가채무 추이. (자료=재정당국)"), is_caption("가계대출은 3.2% 늘었다(자료=한국은행).")
    (True, False)

    Nothing but the owner's name may stand for the credit; an agency that signs its copy, gives or is written of makes no caption.

    >>> all(map(is_caption, ("서울 여의도 증권가 모습. 연합뉴스", "마서윤 금융위원장 [뉴시스]", "전광판 앞을 지나는 시민. /뉴시스", "압수한 위조지폐. 서울경찰청 제공", "마서윤 장관이 답변하고 있다. 사진공동취재단",
    ...     "뉴욕증권거래소 전경 (AP Photo/Ha Doa)", "증권가 전경. 한경DB", "시민들이 길을 건너고 있다. [하다온 기자]", "신형 전기차 ⓒ연합뉴스", "사진공동취재단")))
    True
    >>> any(map(is_caption, ("한국은행이 금리를 내렸다고 밝혔다. /뉴스1", "정부는 물가가 안정될 것으로 보고 있다. [연합뉴스]", "삼성전자 제공 서비스", "전 고객에 쿠폰 제공", "1위. 연합뉴스", "이날 행사의 주관사는 뉴시스")))
    False
    """
    if len(paragraph) > LONGEST or is_news(paragraph) or not CREDITED.search(paragraph, max(0, len(paragraph) - 80)):
        return False
    if AGENCY_PHOTO.match(paragraph) or FOREIGN.match(paragraph) or ALONE.match(paragraph):
        return True
    if POINTED.match(paragraph) or ENGLISH.match(paragraph) or (len(paragraph) < 160 and OWNED.match(paragraph)):
        return True
    if PICTURE.match(paragraph):
        return not SPEAKS.search(paragraph[-3:])
    if len(paragraph) > 240:
        return False
    if PHOTO.match(paragraph):
        return "사진" in paragraph or not re.search(r"[다요][.(\s]", paragraph)
    if "무단" in paragraph or "저작권" in paragraph:
        return False  # whose the text is
    found = _set_off().match(paragraph)
    return found is not None and _shows(found["shown"].rstrip())


def _shows(shown: str) -> bool:
    """Whether the words before a credit are what a picture shows."""
    if MARKED.match(shown):
        return True
    if LISTED.match(shown) or shown.count("다. ") > 1:
        return False
    if SEEN.search(shown):
        return not UNSEEN.search(shown)
    return not SPEAKS.search(shown[-3:])


def may_end_a_text(caption: str) -> bool:
    """Whether a caption could as well be a last sentence and the name of the agency or of who wrote it.

    >>> may_end_a_text("두 정상이 악수하고 있다. 연합뉴스"), may_end_a_text("서울 여의도 증권가 모습. 연합뉴스")
    (True, False)
    """
    found = _set_off().match(caption) if len(caption) <= LONGEST else None
    # What is given (… 제공) has no agency's or reporter's name, and what plainly is a picture's (… 전경) ends no text.
    if found is None or MARKED.match(caption) or GIVEN.search(caption) or SHOWN.search(found["shown"]):
        return False
    return "기자" in (found["bare"] or "") or SEEN.search(found["shown"].rstrip()) is not None
