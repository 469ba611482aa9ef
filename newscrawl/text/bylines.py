"""Who wrote it and where: bylines and datelines as the Korean press prints them."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text.whitespace import fold

EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,6}")
# A printed title. "기자" may carry a kind before it (선임기자, 의학전문기자); 기자 alone is most of them.
ROLE = (
    r"(?:(?:수습|인턴|선임|전문|대표|객원|시민|사진|영상|그래픽|취재|경제|산업|증권|부동산|의학|과학|북한|의학전문|경제전문|산업전문|국방|논설|편집|데이터)?\s?(?:전문\s?)?기자"
    r"|(?:[가-힣]{2,6}\s?)?(?:특파원|통신원|주재기자)|논설\s?(?:위원|실장|주간|고문)|편집\s?(?:위원|국장)|대기자|에디터|앵커|리포터|캐스터|아나운서|PD|칼럼니스트"
    r"|(?:부)?국장|부장|차장|팀장|데스크|객원교수|명예교수|교수|연구위원|선임연구원|연구원|애널리스트|대표|변호사|회계사|세무사|작가|평론가|인턴|전문위원)"
)
PRESS_ROLE = re.compile(r"기자|특파원|통신원|논설|편집|에디터|앵커|리포터|캐스터|아나운서|PD|칼럼니스트")
NAME = r"(?:[가-힣]{2,4}|[가-힣] [가-힣]{1,2}|[A-Z][a-z]+(?: [A-Z][a-z]+)+)"
SEPARATORS = re.compile(r"\s*[,;·ㆍ‧•/|&＆]\s*|\s{2,}|\n")
# 지역, 부서 and the paper's own name before the byline's name: "세종=", "순천, 광양", "뉴욕=".
PLACE = re.compile(r"^(?:[가-힣A-Za-z0-9()·,\s]{1,20}=\s*)")
OTHERS = re.compile(r"\s*외\s*\d+\s*(?:명|인)\s*$")
NAME_AND_ROLE = re.compile(rf"(?<![가-힣])({NAME})\s?({ROLE})(?![가-힣])")
NAME_ALONE = re.compile(NAME)
# What stands where a name could stand, but is none.
NOT_A_NAME = frozenset(
    """
    기자 특파원 온라인 디지털 뉴스 뉴스팀 뉴스룸 편집국 편집부 경제부 산업부 증권부 금융부 부동산부 국제부 사회부
    정치부 사진 영상 그래픽 취재 글 정리 입력 수정 등록 승인 작성 담당 본지 자료 제공 무단 전재 이메일 구독
    댓글 공유 기사 원문 인턴 선임 전문 종합 속보 단독 서울 세종 부산 대구 인천 광주 대전 울산 제주 수원 뉴욕
    워싱턴 도쿄 베이징 한편 이날 취재팀 특별취재팀 홈페이지 현장 연합뉴스 뉴시스 뉴스1 뉴스핌 매일경제 한국경제
    서울경제 이데일리 머니투데이 아시아경제 헤럴드경제 파이낸셜뉴스 한국일보 데일리안
    """.split()
)

BRACKETED = r"(?P<open>[(\[【〔<＜（［])(?P<inside>[^()\[\]【】〔〕<>＜＞（）［］]{1,60})[)\]】〕>＞）］]"
AGENCIES = r"(?:연합뉴스|연합인포맥스|뉴시스|뉴스1|뉴스핌|뉴스원|로이터|블룸버그|AP|AFP|신화|교도|EPA|DPA|타스|NEWSIS|YONHAP|더팩트|이데일리|[가-힣A-Za-z0-9]{2,10}(?:뉴스|일보|신문|경제|타임스|투데이|데일리|저널))"
DATELINE_HEAD = re.compile(
    rf"^\s*{BRACKETED}\s*(?:(?P<names>(?:{NAME}(?:\s?{ROLE})?(?:\s*[·,ㆍ]\s*)?){{0,4}}(?:\s?{ROLE})?)\s*(?P<equals>=))?\s*"
)
PLAIN_HEAD = re.compile(
    r"^(?P<place>[가-힣]{2,6})=(?P<names>" + NAME + r"(?:[·,ㆍ]" + NAME + r")*)\s?(?P<role>" + ROLE + r")\s+"
)


Byline = list[tuple[str, str | None, str | None]]
"""Names of a byline in print order, each as (name, e-mail or None, role or None)."""


def parse(text: str) -> Byline:
    """The names of a text that is known to be a byline.

    >>> parse("이종화 기자 andrewhot12@mk.co.kr")
    [('이종화', 'andrewhot12@mk.co.kr', '기자')]
    >>> parse("조민정(jjung@edaily.co.kr)"), parse("By 이종화"), parse("[임성현 기자]")
    ([('조민정', 'jjung@edaily.co.kr', None)], [('이종화', None, None)], [('임성현', None, '기자')])
    >>> parse("순천, 광양 구현모 기자 ninek@hankookilbo.com")
    [('구현모', 'ninek@hankookilbo.com', '기자')]
    >>> parse("김하늘·이바다 기자"), parse("세종=박구름 기자"), parse("박준석 기자 외 1명")
    ([('김하늘', None, '기자'), ('이바다', None, '기자')], [('박구름', None, '기자')], [('박준석', None, '기자')])
    >>> parse("YTN 김이영 (kimyy0820@ytn.co.kr)"), parse("온라인뉴스팀"), parse("정치부 기자")
    ([('김이영', 'kimyy0820@ytn.co.kr', None)], [], [])
    """
    return list(_parse(text))


@lru_cache(maxsize=4096)  # the same reporters sign day after day
def _parse(text: str) -> tuple[tuple[str, str | None, str | None], ...]:
    text = OTHERS.sub("", fold(text)).strip("[]【】()<>/=- ◎·|")
    text = re.sub(r"^(?:By|by|글|취재|기자|작성자?)\s*[:=]?\s+|^(?:글|취재)\s*[·=:]\s*", "", text)
    text = PLACE.sub("", text)
    found: Byline = []
    position = 0
    for mail in [*EMAIL.finditer(text), None]:
        names = _names(text[position : mail.start() if mail else len(text)])
        if mail:
            position = mail.end()
            if names:
                name, _, role = names[-1]
                names[-1] = (name, mail.group(), role)
            elif found and found[-1][1] is None:
                found[-1] = (found[-1][0], mail.group(), found[-1][2])
        found.extend(names)
    return tuple({name: (name, email, role) for name, email, role in reversed(found)}.values())[::-1]


def _names(text: str) -> Byline:
    found: list[tuple[str, str | None, str | None]] = []
    for part in SEPARATORS.split(re.sub(r"[()\[\]{}<>:]", " ", text)):
        part = part.strip(" =-")
        # Several names with a title each and nothing between: "김하늘 기자 이바다 기자".
        with_role = [(name, role) for name, role in NAME_AND_ROLE.findall(part) if is_name(name)]
        if with_role:
            found.extend((_tight(name), None, fold(role)) for name, role in with_role)
            continue
        words = part.split()
        bare = next((word for word in reversed(words) if NAME_ALONE.fullmatch(word)), None)
        if NAME_ALONE.fullmatch(part) and len(words) > 1:
            bare = part
        if bare and len(words) <= 3 and is_name(bare):
            found.append((_tight(bare), None, None))
    # "김하늘·이바다 기자": the title belongs to every name of the group.
    roles = [role for _, _, role in found if role]
    named = [(name, mail, role or (roles[-1] if roles and found[-1][2] else None)) for name, mail, role in found]
    # "순천, 광양 구현모 기자": a bare word before a titled name on a comma list is a place.
    if roles and "," in text:
        named = [row for row, raw in zip(named, found, strict=True) if raw[2]] or named
    return named


def is_name(word: str) -> bool:
    """Whether a word can be a person's name.

    >>> is_name("구현모"), is_name("경제부"), is_name("서울"), is_name("뉴스룸")
    (True, False, False, False)
    """
    return word not in NOT_A_NAME and not re.search(r"(?:뉴스|일보|신문|경제부|기자|팀|부서|닷컴|센터|연구소)$", word)


def _tight(name: str) -> str:
    return name.replace(" ", "") if re.match("[가-힣]", name) else name


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
    """
    match = DATELINE_HEAD.match(paragraph)
    if match:
        inside, rest = match["inside"], paragraph[match.end() :]
        if re.search(rf"{ROLE}\s*$", inside) and not match["equals"]:
            names = parse(re.sub(r"^.*=", "", inside))
            if names and rest:
                return None, names, rest
        bracket = paragraph[match.start("open") : match.end("inside") + 1]
        if match["equals"] and (match["names"] or re.search(AGENCIES, inside)):
            return bracket, parse(match["names"]), rest
        if "=" in inside and re.search(AGENCIES, inside) and not re.search(ROLE, inside):
            return bracket, [], rest
    plain = PLAIN_HEAD.match(paragraph)
    if plain:
        return None, parse(f"{plain['names']} {plain['role']}"), paragraph[plain.end() :]
    return None, [], paragraph


# What stands between the names of a line that is a byline.
BETWEEN = re.compile(r"[\s\[\]()<>【】〔〕/=|,·ㆍ‧•;:▶■◎*&-]+")
TAIL = re.compile(
    rf"(?:(?<=[.!?”\"’'다])\s*[/\[(<【]?|\s+[/\[(<【])\s*(?P<byline>(?:[가-힣]{{2,6}}=)?{NAME}(?:[·,ㆍ]\s?{NAME}){{0,4}}\s?(?:{ROLE})[\])>】]?\s*(?:[(<\[]?{EMAIL.pattern}[)>\]]?)?|{NAME}\s?[(<\[]?{EMAIL.pattern}[)>\]]?)[\s\])>】]*$"
)


def whole_line(paragraph: str) -> Byline:
    """The names of a paragraph that is nothing but a byline, else an empty list.

    >>> whole_line("박윤선 기자 sepys@sedaily.com"), whole_line("[임성현 기자]")
    ([('박윤선', 'sepys@sedaily.com', '기자')], [('임성현', None, '기자')])
    >>> whole_line("한지우 대표"), whole_line("한지우 대표 jiwoo@mk.co.kr")    # a subhead; a guest's signature
    ([], [('한지우', 'jiwoo@mk.co.kr', '대표')])
    >>> whole_line("순천, 광양 구현모 기자 ninek@hankookilbo.com"), whole_line("김이영 기자!")
    ([('구현모', 'ninek@hankookilbo.com', '기자')], [])
    >>> whole_line("◎공감언론 뉴시스 hong@newsis.com"), whole_line("김영민 기자, 지금 정확히 어디에 있습니까?"), whole_line("삼성전자")
    ([], [], [])
    """
    # What can sign has a mail or a title; looking for one first spares most paragraphs the rest.
    if len(paragraph) > 120 or not ("@" in paragraph or PRESS_ROLE.search(paragraph)):
        return []
    names = parse(paragraph)
    if not names or not (EMAIL.search(paragraph) or _is_signed(names)):
        return []
    rest = re.sub(ROLE, " ", OTHERS.sub("", EMAIL.sub(" ", paragraph)))
    for name, _, _ in names:
        rest = re.sub(r"\s?".join(name), " ", rest, count=1)
    # A place or the paper's name may be left over ("순천, 광양", "YTN"); more than that is a sentence.
    return names if re.fullmatch(r"[가-힣A-Za-z0-9]{0,10}", BETWEEN.sub("", rest)) else []


def _is_signed(names: Byline) -> bool:
    """Whether one of the names has a title that only the press has: a professor or a chief may be whom it is about."""
    return any(role and PRESS_ROLE.search(role) for _, _, role in names)


def split_tail(paragraph: str) -> tuple[str, Byline]:
    """A last paragraph without the byline glued to its end, and that byline's names.

    >>> split_tail("고 밝혔다. 홍길동 기자 hong@hankyung.com")
    ('고 밝혔다.', [('홍길동', 'hong@hankyung.com', '기자')])
    >>> split_tail("수익률은 -0.88%였다./정종엽 기자"), split_tail("지금까지 서울 광화문광장에서 YTN 김이영입니다.")
    (('수익률은 -0.88%였다.', [('정종엽', None, '기자')]), ('지금까지 서울 광화문광장에서 YTN 김이영입니다.', []))
    """
    start = max(0, len(paragraph) - 120)
    match = TAIL.search(paragraph, start)
    if match and match.start() > 0:
        names = parse(match["byline"])
        if names and (EMAIL.search(match["byline"]) or _is_signed(names)):
            return paragraph[: match.start()].rstrip(), names
    return paragraph, []
