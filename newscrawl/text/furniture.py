"""Which paragraphs of a page belong to the site and never to the article, wherever they stand.

A rule judges a whole paragraph; nothing is ever cut from the middle of one. A sentence of news is none of it whatever its
words: it ends in plain 다, where a site speaks to its readers in 니다 or 세요. What the sites say is in ``words/labels.txt`` (fixed) and
``words/notices.txt`` (with gaps).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newscrawl.text.phrases import BEFORE, alternatives, table
from newscrawl.text.words import words

LONGEST = 300  # letters: no notice of a site that was seen has as many
GLUED = 160  # letters at the end of a paragraph among which a copyright begins: its longest has 110
SENTENCE = ("다.", "다", "다.”", '다."', "다.’", "다.'", "다.)", "다”", '다"')
# A line that is a time and nothing else, or a page of the printed paper. A date in words may be the text's own (a letter's).
STAMPED = rf"(?:최초\s?|최종\s?)?(?:기사\s?)?(?:{alternatives('stamps')})(?:\s?(?:시간|시각|일시|일자|일))?"
TIME = r"(?:\(?[월화수목금토일](?:요일)?\)?\s*)?(?:오전|오후)?\s*\d{1,2}\s?[:시]\s?\d{2}(?:\s?[:분](?:\s?\d{2}초?)?)?"
DAY = r"(?:\d{4}|\d{2})\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}"
DAY_IN_WORDS = r"(?:\d{4}|\d{2})\s?년\s?\d{1,2}\s?월\s?\d{1,2}\s?일"
STAMP = re.compile(
    rf"^(?:\s*(?:{STAMPED}\s?[:：|]?\s*)?(?:{DAY}\.?(?:\s*{TIME})?|{DAY_IN_WORDS}\s*{TIME})\s*(?:{STAMPED})?\s*[|ㅣ]?){{1,2}}$"
    rf"|^{STAMPED}\s?[:：|]?\s*{DAY_IN_WORDS}$"
    r"|^지면\s?[A-Z]?\d{1,3}면?$|^(?:신문\s?게재일\s?)?(?:\d{4}년\s?\d{1,2}월\s?\d{1,2}일자?\s|\d{4}-\d\d-\d\d\s)?[A-Z]?\d{1,3}면(?:\s?기사입력)?$"
    r"|^\[\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?\]$"
    rf"|^(?:{STAMPED})\s?:?\s?[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s\d{{4}}(?:\s[-|,]?\s?\d{{1,2}}:\d{{2}}(?:\s?[ap]\.?m\.?)?)?$"
)
# What a label looks like without blanks, brackets, arrows and counters: "▶ 관련기사", "[관련 기사]", "댓글 12".
BARE = re.compile(r"[\s\[\]<>()〈〉【】《》≪≫▶▷►◀◁☞■◆◇●•★※*·|/:：+>→▲\-–!\d\ufe0f]+")
LABELS = frozenset(BARE.sub("", label) for label in words("labels"))
ACTS = re.compile(alternatives("label-acts"))
NUMBER = re.compile(r"\d")
RULES = "0-–—|ㅣ"  # a line between the parts of a page, and what a player has counted
COUNTS = re.compile(
    rf"0\s?/\s?\d{{3,4}}(?:\s?(?:자|bytes?|byte))?|\d\d:\d\d(?:\s?/\s?\d\d:\d\d)?|[0-2]\.\d{{1,2}}[xX]|(?:(?:{alternatives('counters')})\s?[:：]?\s?[\d,]+(?:회|건|명|개)?[\s,/·|]*){{1,6}}"  # older CMS pages
)
# Where the page stands in its site: "홈 > 경제 > 금융", "> 뉴스 > 에디터".
CRUMBS = re.compile(
    r"[>›»\s]{0,3}(?:(?:홈|HOME|Home)(?:\s?[>›»]\s?[가-힣A-Za-z/·&]{1,10}){1,4}|(?:뉴스|뉴스홈|전체|전체기사|처음)(?:\s?[>›»]\s?[가-힣A-Za-z/·&]{1,10}){2,4})|[>›»]\s?뉴스\s?[>›»]\s?[가-힣A-Za-z]{1,10}"
)
ADVERTISED = re.compile(r"\[\s?(?:AD|Ad|광고|PR|애드)\s?\]\s?\S")
TAGS = re.compile(
    r"(?:키워드|태그|Tags?)\s?[:：]\s?[^\s,#]{1,12}(?:\s?,\s?[^\s,]{1,12})+|(?:키워드|태그|Tags?)?\s?[:：]?\s?(?:#[^\s#]+[\s,]*){2,}|(?:키워드|태그|Tags?)\s?[:：]?\s?#[^\s#]+"
)
# Whose it is, and that it may not be printed elsewhere: <ⓒ경제를 보는 눈 …(www.asiae.co.kr) 무단전재 배포금지>.
OWNER = re.compile(
    rf"{BEFORE}(?:(?:저작권자?\s*(?:ⓒ|©|\([cC]\)|[:：])|[ⓒ©]|(?:Copyrights?|COPYRIGHT|copyright)\s*(?:ⓒ|©|\([cC]\)|[:：]|\d{{4}}|.{{0,60}}(?:[Rr]ights|금지))).{{0,140}}"
    r"|(?:(?!다\.|요\.).){0,70}무단\s?(?:전재|(?:복제|배포|사용|수집)\s?(?:및|[-·,&/]|와|과)\s?\S{0,4}(?:전재|배포|복제|도용))(?:[^다]|다(?!\.)){0,60}금(?:지(?:합니다|됩니다)?|합니다)[\s.>＞\])〉】*-]*)"
)
# How to send a tip or a release, with the address behind it: "기사제보 및 보도자료 desk@a.kr", "제보/문의".
TIP = re.compile(
    rf"{BEFORE}.{{0,12}}(?:기사\s?|뉴스\s?)?(?:제보|문의)\s?(?:및|나|·|/|,|&)\s?(?:제보|문의|보도자료|광고)(?:\s?문의)?\s?(?:$|[:：(<]|는\s(?:카|이메일|전화)|\S+@).{{0,60}}"
    rf"|{BEFORE}(?:기사\s?|뉴스\s?)?제보는\s\S+@.{{0,60}}"
    rf"|{BEFORE}(?:기사|뉴스|독자)?\s?제보\s?(?:전화|메일)?\s?(?:[:：]\s?.{{1,60}}|\S+@\S+|[\d-]{{8,16}})"
    rf"|\[?(?:{alternatives('services')}|전화)\][\s:：].{{0,80}}"  # [카카오톡] YTN 검색해 …
)
# The rest of a box on one line: "… [더보기 →]", "… 자세히 보기▶".
MORE = re.compile(
    r"-\s.{4,60}\[[^\[\]]{1,16}하기\]|.{0,60}\[[^\[\]]{1,16}(?:하기|보기|보자|가기)\s?[→▶]+\]|.{1,80}(?:자세히|전체|기사|더|보러|전문)\s?(?:보기|보러\s?가기|가기)\s?(?:→|▶|>|클릭)+"
)
MORE_ENDS = ("→", "▶", ">", "]", "릭")
# A label and the headline of another piece on one line.
LABELLED = re.compile(
    r"^[\[<(▶☞\s]*(?:관련\s?(?:기사|뉴스)|함께\s보면\s좋은\s기사|이\s기사도|이\s기사와\s함께\s(?:읽으면|보면)\s좋은\s기사)(?=\S)"
)
# One that a label names, even where the headline ends as a sentence does: "▶ 관련기사: 조합원이 떠난다" (mk 2025).
RELATED = re.compile(
    r"^[▶☞►▷◆■\[<(\s]*(?:(?:관련|연관)\s?(?:기사|뉴스|종목)|함께\s?(?:보면|읽으면)\s?좋은\s?(?:기사|뉴스))\s?(?:[:：\[\]>)]|☞|▶)\s?\S"
)
OWNER_MARK = re.compile("ⓒ|©|저작권|무단|opyright|OPYRIGHT")
# A copyright that is glued to the end of a paragraph: in brackets (아시아경제, 매일경제), or behind the last sentence.
OWNED = re.compile(
    r"\s*[<\[(〈]\s?(?:ⓒ|©|저작권자|\(c\)|\(C\))[^<>\[\]〈〉]{2,90}금지\.?\s?[>\])〉]$|(?<=[.”\"’])\s*(?:ⓒ|©|Copyrights?\s?(?:ⓒ|©))[^.]{2,40}[.,]?\s?무단\s?전재[^.]{2,40}금지\.?$"
)


def is_news(paragraph: str) -> bool:
    """Whether a paragraph ends as a sentence of news does: in plain 다, not in a speaker's 니다."""
    return paragraph.endswith(SENTENCE) and "니다" not in paragraph[-4:]


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is never part of an article, wherever it stands.

    >>> is_furniture("[ⓒ 서울경제, 무단 전재 및 재배포 금지]"), is_furniture("[저작권자(c) YTN 무단전재, 재배포 및 AI 데이터 활용 금지]")
    (True, True)
    >>> is_furniture("▶ 네이버에서 매일경제 구독하기"), is_furniture("기사가 속한 카테고리는 언론사가 분류합니다.")
    (True, True)
    >>> is_furniture("입력 2026.11.21 14:05"), is_furniture("2026.11.21 오전 9:05")
    (True, True)
    >>> is_furniture("2026/11/23 16:46 송고"), is_furniture("이 기사는 11월 23일 07시 02분 프리미엄 뉴스서비스에 먼저 출고됐습니다.")
    (True, True)
    >>> is_furniture("<ⓒ경제를 보는 눈, 세계를 보는 창 (www.example.co.kr) 무단전재 배포금지>"), is_furniture("SNS 기사보내기")
    (True, True)
    >>> all(map(is_furniture, ("[관련기사]", "댓글 12", "조회수: 1,234회", "조회 1234 | 댓글 5", "- ADVERTISEMENT -", "좋아요0 슬퍼요0", "페이스북 공유하기", "#금리 #환율", "하도경 기자의 다른기사 보기")))
    True
    >>> all(map(is_furniture, ("이 기사는 2026년 11월 20일 10:22 ‘시그널’에 표출됐습니다.", "※ 외부 필진 칼럼은 본지의 편집방향과 다를 수 있습니다.",
    ...     "기사제보 및 보도자료 desk@a.kr", "제보는 카카오톡 okjebo", "구글 선호 매체 설정", "2026년11월20일 10시22분", "지면 A12")))
    True

    >>> is_furniture("▶ 관련기사: 분담금 시대, 조합원이 떠난다"), is_furniture("[관련뉴스] 환율 1,500원 눈앞"), is_furniture("관련 기사가 나오자 주가는 3.2% 떨어졌다.")
    (True, True, False)

    What an article says of such things, its numbers, lists, speakers and stamps of time stay.

    >>> is_furniture("공정위는 무단 복제와 배포를 금지했다."), is_furniture("정부는 보도자료를 언론에 먼저 공개했다.")
    (False, False)
    >>> is_furniture("▲ 코스피 2,641.30(-0.88%)"), is_furniture("광고 시장은 3.2% 커졌다."), is_furniture("[앵커]")
    (False, False, False)
    >>> any(map(is_furniture, ("유튜브 구독자 100만명을 넘겼다.", "구독자 1,200만명", "추천 3종목", "재배포 금지 위반", "구글은 선호 매체 기능을 내놨다.", "공유 경제", "추천 종목", "저작권 3대 과제",
    ...     "제보를 받은 경찰은 수사에 나섰다.", "홈페이지: 12월 1일부터 신청", "이 기사는 오보라고 삼성전자는 밝혔다.", "2026년 11월 20일", "증시 주요 뉴스", "#1. 김모 씨는")))
    False
    >>> any(map(is_furniture, ("이 콘텐츠는 전 세계에 제공됩니다.", "시청자의 제보로 확인한 영상입니다.", "문의나 제보가 잇따르고 있습니다.", "미국 증시 주요 뉴스",
    ...     "회사는 사진의 무단 사용을 금지합니다.", "이 기사는 AI 반도체를 다룹니다.", "Copyright 산업")))
    False
    >>> any(map(is_furniture, ("【 앵커멘트 】", "▶ 인터뷰 : 하도경 / 한국은행 과장", "[하도경/한국은행 과장 : 금리는 내려갑니다.]", "-0.88%", "① 대출 규제", "코스피: 2,641.30")))
    False
    """
    if len(paragraph) > LONGEST:
        return False
    if is_news(paragraph):
        return "련" in paragraph[:8] and RELATED.match(paragraph) is not None
    return _is_the_sites(paragraph)


@lru_cache(
    maxsize=4096
)  # the same labels and notices stand on every page of a site, and are judged several times on each
def _is_the_sites(paragraph: str) -> bool:
    return _is_label(paragraph) or _is_notice(paragraph)


def _is_label(paragraph: str) -> bool:
    """Whether a paragraph is made of a site's labels, counters, stamps and tags alone."""
    length = len(paragraph)
    if length > 40 and not (length <= 120 and ("하기" in paragraph or "#" in paragraph or NUMBER.search(paragraph))):
        return False
    if "\t" in paragraph:
        return False  # the row of a table may hold nothing but a label's word: 광고, 구독
    numbered = NUMBER.search(paragraph) is not None
    bare = BARE.sub("", paragraph) if length <= 40 or "하기" in paragraph else ""
    return bool(
        bare in LABELS
        or (length == 1 and paragraph in RULES)
        or (len(bare) > 4 and _bar().fullmatch(bare))
        or (4 < length <= 40 and ACTS.search(paragraph) and _tools().fullmatch(paragraph))
        or (numbered and ((length <= 70 and STAMP.match(paragraph)) or COUNTS.fullmatch(paragraph)))
        or (any(map(paragraph.__contains__, ">›»")) and CRUMBS.fullmatch(paragraph))
        or (("#" in paragraph or "," in paragraph) and TAGS.fullmatch(paragraph))
    )


@cache  # compiled by the first label: most commands read none
def _bar() -> re.Pattern[str]:
    """Several labels on one line: "페이스북 공유하기 트위터 공유하기". Of short ones it takes three: 광고·구독 may be a subhead."""
    label = "|".join(map(re.escape, sorted(LABELS, key=len, reverse=True)))
    return re.compile(
        rf"(?=.*(?:하기|보기|쓰기|복사))(?:{label}|{alternatives('services')}){{2,12}}|(?:{label}){{3,12}}"
    )


@cache
def _tools() -> re.Pattern[str]:
    """Any line of tools, whatever of them a site puts together: "크게 작게 위로 아래로 댓글로 가기 인쇄", "이 글을 트위터로 퍼가기".

    Nothing is tried twice: a word is the longest that fits, and a line is read once from its head to its end.
    """
    word = rf"(?>{alternatives('label-acts')}|{alternatives('label-pieces')}|{alternatives('services')})"
    return re.compile(rf"[^가-힣A-Za-z]*+(?:{word}(?>\(?으?\)?로|에서|을|를|에)?+[^가-힣A-Za-z]*+){{2,12}}+")


def _is_notice(paragraph: str) -> bool:
    """Whether a paragraph is what a site tells its readers."""
    return (
        (OWNER_MARK.search(paragraph) and OWNER.fullmatch(paragraph) is not None)
        or (("제보" in paragraph or "문의" in paragraph or "]" in paragraph) and TIP.fullmatch(paragraph) is not None)
        or (paragraph[-1:] in MORE_ENDS and MORE.fullmatch(paragraph) is not None)
        or (paragraph[:1] == "[" and ADVERTISED.match(paragraph) is not None)
        or RELATED.match(paragraph) is not None
        or table("notices").said(paragraph)
    )


def is_wall(paragraph: str) -> bool:
    """Whether a paragraph says that the rest of the piece is for subscribers.

    >>> is_wall("이 기사는 더플러스 구독자만 볼 수 있습니다. 혜택가로 구독하고 전문 보기"), is_wall("이 기사는 회원이 썼다.")
    (True, False)
    >>> is_wall("※ 해당 기사는 유료콘텐트로 [ 온라인 유료회원 ] 서비스를 통해 이용하실 수 있습니다."), is_wall("로그인 후 읽을 수 있습니다.")
    (True, True)
    """
    return table("walls").said(paragraph)


def without_owner(paragraph: str) -> str:
    """A paragraph without the copyright in brackets at its end.

    >>> without_owner("가계대출은 3.2% 늘었다. 하도경 기자 hdk@<ⓒ경제를 보는 눈, 아시아경제(www.asiae.co.kr) 무단전재 배포금지>")
    '가계대출은 3.2% 늘었다. 하도경 기자 hdk@'
    >>> without_owner("가계대출은 3.2% 늘었다. ⓒ 한경닷컴, 무단전재 및 재배포 금지")
    '가계대출은 3.2% 늘었다.'
    >>> without_owner("공정위는 끼워팔기(제3조가 정한 금지)를 조사했다.")
    '공정위는 끼워팔기(제3조가 정한 금지)를 조사했다.'
    """
    if not paragraph.endswith((">", "]", ")", "〉", "금지", "금지.")):
        return paragraph
    owned = OWNED.search(paragraph, max(0, len(paragraph) - GLUED))
    return paragraph[: owned.start()].rstrip() if owned else paragraph
