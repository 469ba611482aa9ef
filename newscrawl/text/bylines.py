"""Who wrote it: bylines as the Korean press prints them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import zip_longest

from newscrawl.text import cards, press, roles, signers
from newscrawl.text.mails import EMAIL, HALF_MAIL, HIDDEN, owners
from newscrawl.text.names import HOUSES, SURNAME, is_korean_name, is_plainly_name
from newscrawl.text.signers import CREW, HIRED, LONGEST, PLACE, Byline
from newscrawl.text.whitespace import fold
from newscrawl.text.words import anyof, words

# The full-width and look-alike signs that some desks type: "기자（hong@…）", "더팩트ㅣ홍길동", "뉴스핌〓".
WIDE = str.maketrans("（）［］｜ㅣ│＝〓＠／＆，．＜＞：", "()[]|||==@/&,.<>:")
EDGES = "[]【】〔〕()<>《》〈〉/=- ·|,▶▷■◆◎●*★☆"
WORK = anyof("work-labels")
# What is written before the name of who wrote: "글·사진=", "글 |", "정리 :", "By", "기자명".
LABEL = re.compile(
    rf"^(?:{anyof('author-labels')}(?:\b|(?<=기자명))\s*[:=|._]?\s*|{WORK}(?:\s?[·/,&ㆍ]\s?(?:{WORK}|{CREW}))*(?:\s*[:=|/_]\s*|\s+)"
    r"|(?:사진|영상)\s?[·/,&ㆍ]\s?글(?:\s*[:=|/]\s*|\s+))"
)
# A label of who wrote, before nothing but names: "글쓴이 : 하도경", "By 하도경", "BY HA DO-KYUNG"; a name alone may be anybody's.
LABELLED = re.compile(
    rf"(?:{anyof('author-labels')}|BY)\s*[:=|.]?\s*(?:{SURNAME.pattern}|[A-Z][A-Za-z]+(?:[\s-][A-Z]?[A-Za-z-]+){{1,2}}(?:(?:,|\sand)\s[A-Z][a-z]+\s[A-Z]?[A-Za-z-]+){{0,3}})(?:\s?[,·&]\s?{SURNAME.pattern}){{0,3}}"
    r"(?:\s*[|/(\[]?\s*\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}[.)\]]?)?$"
    rf"|글\s?[:=|/]?\s?{SURNAME.pattern}\s?[,/|·]?\s?(?:사진|그림|일러스트)\s?[:=|/]?\s?{SURNAME.pattern}$"
)
# Who took the pictures, behind who wrote: "글 하도경 사진 마서윤".
PICTURED = re.compile(rf"\s?[,/|·]?\s?(?:사진|그림|일러스트)\s?[:=|/]?\s?{SURNAME.pattern}(?:\s?기자)?$")
# A line about a reporter is none by him: "홍길동 기자의 기사는".
OF_A_REPORTER = re.compile(r"[\s\[(<]*[가-힣]{2,4}\s?기자의\s")
OTHERS = re.compile(r"\s*외\s*\d+\s*(?:명|인)\s*$")
# The title may stand before the name, behind a house or a desk: "기자 : 홍길동", "한국경제 논설위원 홍길동 hong@…".
BEFORE = re.compile(
    rf"^(?P<house>(?:[가-힣A-Za-z0-9]+\s(?:=\s)?){{0,2}})(?P<role>{roles.PLAIN})(?P<sign>\s*[:=/.·|_]\s*|\s+)"
    r"(?P<name>[가-힣]{2,4})(?=$|[\s(\[<,·|]|[A-Za-z])"
)
# A time on the line of a byline, its label before or behind it: "입력 2021.06.17 09:43", "기사승인 : 2022-09-05 17:29:08".
STAMPED = rf"(?:최초\s?|최종\s?)?(?:기사\s?)?{anyof('stamps')}(?:\s?(?:시간|시각|일시|일자|일))?"
STAMP = re.compile(
    rf"(?:{STAMPED}\s{{0,4}}[:|]?\s{{0,4}})?(?:20)?\d\d\s?[-./년]\s?\d{{1,2}}\s?[-./월]\s?\d{{1,2}}[.일]?\s{{0,4}}(?:\(?[월화수목금토일](?:요일)?\)?\s{{0,4}})?"
    rf"[\[(]?(?:(?:오전|오후)\s{{0,4}})?\d{{1,2}}:\d{{2}}(?::\d{{2}})?[\])]?(?:\s{{0,4}}{STAMPED}(?!\s{{0,4}}[:|]?\s{{0,4}}\d))?"
    r"|(?:\[\d{1,4}호\]\s?)?(?:20|19)\d\d년\s?\d{1,2}월\s?\d{1,2}일\s?\([월화수목금토일]\)(?:\s\d{1,2}:\d{2}(?::\d{2})?)?"  # older CMS
)
# A desk set off from the name before it: "하도경/산업부 기자".
DESKED = re.compile(rf"(?<=[가-힣])[/·|](?={anyof('desks')}\d?부\s?(?:기자|차장|부장))")
CAPITALS = re.compile(r"\b[A-Z]{2,12}(?:-[A-Z]{2,12})?\b")
# A copyright that is glued to a byline: "홍길동 기자 hong@ⓒ 경제를 보는 눈, …", "<저작권자 ⓒ …>".
OWNED = re.compile(r"\s*[<\[(〈]?\s*(?:저작권자?\s*)?(?:[ⓒ©]|\([cC]\)|[Cc]opyrights?\b|COPYRIGHT\b).*$")


SIGNED = 140  # letters of a line that is a byline and nothing else: three names with their mails


def parse(text: str) -> Byline:
    """The names of a text that is known to be a byline.

    >>> parse("이종화 기자 andrewhot12@mk.co.kr"), parse("andrewhot12@mk.co.kr 이종화 기자")
    ([('이종화', 'andrewhot12@mk.co.kr', '기자')], [('이종화', 'andrewhot12@mk.co.kr', '기자')])
    >>> parse("조민정(jjung@edaily.co.kr)"), parse("By 이종화"), parse("[임성현 기자]")
    ([('조민정', 'jjung@edaily.co.kr', None)], [('이종화', None, None)], [('임성현', None, '기자')])
    >>> parse("순천, 광양 구현모 기자 ninek@hankookilbo.com")
    [('구현모', 'ninek@hankookilbo.com', '기자')]

    A title stands for the whole group before it, and one mail behind a group is the first one's (연합뉴스, 서울경제).

    >>> parse("김하늘·이바다 기자"), parse("세종=박구름 기자"), parse("박준석 기자 외 1명")
    ([('김하늘', None, '기자'), ('이바다', None, '기자')], [('박구름', None, '기자')], [('박준석', None, '기자')])
    >>> parse("하도경 마서윤 기자"), parse("한이든·도여울기자 edenhan@dt.co.kr")
    ([('하도경', None, '기자'), ('마서윤', None, '기자')], [('한이든', 'edenhan@dt.co.kr', '기자'), ('도여울', None, '기자')])
    >>> parse("하도경 기자 hdk@a.kr, 마서윤 인턴기자 msy@a.kr")
    [('하도경', 'hdk@a.kr', '기자'), ('마서윤', 'msy@a.kr', '인턴기자')]

    The house before or between name and title is none of the names; a guest's belongs to the title.

    >>> parse("디지털타임스 하도경기자"), parse("하도경 한국경제신문 기자"), parse("YTN 김이영 (kimyy0820@ytn.co.kr)")
    ([('하도경', None, '기자')], [('하도경', None, '기자')], [('김이영', 'kimyy0820@ytn.co.kr', None)])
    >>> parse("하도경 연세대 경제학부 교수"), parse("하도경 한국은행 차장"), parse("하도경 경제부장")
    ([('하도경', None, '연세대 경제학부 교수')], [('하도경', None, '한국은행 차장')], [('하도경', None, '경제부장')])
    >>> parse("하도경 워싱턴 특파원"), parse("하도경 산업1부 기자")
    ([('하도경', None, '특파원')], [('하도경', None, '기자')])
    >>> parse("하도경 KB국민은행 부동산전문위원"), parse("외부기고자 하도경 전 금융위원장"), parse("하도경 국회의원")
    ([('하도경', None, 'KB국민은행 부동산전문위원')], [('하도경', None, '전 금융위원장')], [('하도경', None, '국회의원')])

    >>> parse("하도경 부국장 겸 산업부장"), parse("하도경 김&장 법률사무소 변호사"), parse("하도경 (주)여울 대표")
    ([('하도경', None, '부국장 겸 산업부장')], [('하도경', None, '김&장 법률사무소 변호사')], [('하도경', None, '㈜여울 대표')])
    >>> parse("하도경 마서윤"), parse("하도경.마서윤 기자"), parse("이데일리 하도경"), parse("하도경 기상캐스터")
    ([('하도경', None, None), ('마서윤', None, None)], [('하도경', None, '기자'), ('마서윤', None, '기자')], [('하도경', None, None)], [('하도경', None, '기상캐스터')])

    Kinds of reporters; names of two, four and (Latin) letters; a label before, a reporter's card behind.

    >>> [parse(f"하도경 {title}")[0][2] for title in ("선임기자", "수습기자", "인턴 기자", "의학전문기자", "대기자", "시민기자", "영상기자", "논설위원", "통신원")]
    ['선임기자', '수습기자', '인턴 기자', '의학전문기자', '대기자', '시민기자', '영상기자', '논설위원', '통신원']
    >>> [parse(f"{name} 기자")[0][0] for name in ("남궁민수", "황보", "허준", "하 도경", "John Smith")]
    ['남궁민수', '황보', '허준', '하도경', 'John Smith']
    >>> parse("글·사진=하도경 기자"), parse("기자 : 하도경"), parse("기자명 하도경 기자 다른기사 보기 hdk@a.kr"), parse("하도경 기자（hdk@a.kr）")
    ([('하도경', None, '기자')], [('하도경', None, '기자')], [('하도경', 'hdk@a.kr', '기자')], [('하도경', 'hdk@a.kr', '기자')])
    >>> parse("[세종=하도경 기자 / 서울=마서윤 기자]"), parse("[ 하도경 / hdk@mbn.co.kr ]"), parse("더팩트ㅣ하도경 기자")
    ([('하도경', None, '기자'), ('마서윤', None, '기자')], [('하도경', 'hdk@mbn.co.kr', None)], [('하도경', None, '기자')])

    Desks, machines, programmes and whoever took the pictures sign nothing.

    >>> [parse(t) for t in ("온라인뉴스팀", "정치부 기자", "디지털뉴스부", "AI 기자", "로봇 기자", "씽크풀 로봇기자", "편집국", "뉴스룸")]
    [[], [], [], [], [], [], [], []]
    >>> [parse(t) for t in ("모닝벨", "손에 잡히는 경제", "경제현장 오늘", "이슈앤", "이데일리 증권부", "사진=하도경 기자", "그래픽 하도경 기자")]
    [[], [], [], [], [], [], []]
    >>> parse("글 하도경 기자 사진 마서윤 기자")
    [('하도경', None, '기자')]
    """
    return list(_parse(text)) if len(text) <= LONGEST else []


@lru_cache(maxsize=4096)  # the same reporters sign day after day
def _parse(text: str) -> tuple[tuple[str, str | None, str | None], ...]:
    text = OTHERS.sub("", without_stamps(OWNED.sub("", HIDDEN.sub(" ", fold(text).translate(WIDE))))).strip(EDGES)
    if text.startswith("BY "):
        text = CAPITALS.sub(lambda word: word[0].capitalize(), text)  # BY HA DO-KYUNG
    text = DESKED.sub(" ", text) if "부" in text else text
    text = cards.without(PICTURED.sub("", LABEL.sub("", text)) if text.startswith("글") else LABEL.sub("", text))
    if HIRED.match(text):
        return ()
    before, text = _title_before(text)
    text = PLACE.sub("", text)
    parts, mails = [signers.names(part) for part in EMAIL.split(text)], EMAIL.findall(text)
    if mails and not parts[0]:
        parts = parts[1:]  # every mail stands before its name
    groups: list[tuple[Byline, list[str]]] = []
    signed = False
    for names, mail in zip_longest(parts, mails):
        if signed and not mail:
            names = [row for row in names if row[2]]  # behind a signed name an untitled word is a label: 구독, 더보기
        if names:
            groups.append((names, []))
        if mail and groups:
            groups[-1][1].append(mail)
        signed = signed or (bool(groups) and (mail is not None or any(role for _, _, role in names)))
    found = [(name, mail, role or before) for names, sent in groups for name, mail, role in _mailed(names, sent)]
    return tuple({name: (name, mail, role) for name, mail, role in reversed(found)}.values())[::-1]


def _title_before(text: str) -> tuple[str | None, str]:
    """The title that stands before the name, and the text from the name on."""
    match = BEFORE.match(text)
    if match is None or any(len(word) > 2 and is_plainly_name(word) for word in match["house"].split()):
        return None, text
    rest = text[match.start("name") :]
    # "에디터 추천": two letters are a name only where a sign or a mail says so.
    sure = is_korean_name(match["name"]) and (len(match["name"]) > 2 or match["sign"].strip() or "@" in rest)
    return (match["role"], rest) if sure and not roles.PRESS_ROLE.search(rest) else (None, text)


def _mailed(names: Byline, mails: list[str]) -> Byline:
    """The names of a group, each with its mail of those behind the group: the one it fits, else by the order of print."""
    found = owners([name for name, _, _ in names], mails) if len(names) > 1 else {}
    left = [mail for mail in mails if mail not in found.values()]
    # Names that each have a title of their own are no group: "하도경 특파원, 마서윤 기자 msy@a.kr".
    group = len({role for _, _, role in names}) == 1 and names[0][2] is not None
    free = [position for position in range(len(names)) if position not in found]
    found |= dict(zip(free if group or len(left) > 1 else free[::-1], left, strict=False))
    return [(name, found.get(position), role) for position, (name, _, role) in enumerate(names)]


def without_stamps(text: str) -> str:
    """A line without the times on it.

    >>> without_stamps("입력 2021.06.17 09:43 | 수정 2021.06.17. 오후 1:05 하도경 기자"), without_stamps("하도경 2025. 6. 18. 21:31")
    ('  |   하도경 기자', '하도경  ')
    """
    return STAMP.sub(" ", text) if (":" in text or "년" in text) and any(map(str.isdigit, text)) else text


def without_owner(line: str) -> str:
    """A byline without the copyright behind it; every other line is left as it is.

    >>> without_owner("하도경 기자 hdk@ ⓒ 아시아경제, 무단전재 배포금지"), without_owner("ⓒ 아시아경제, 무단전재 배포금지")
    ('하도경 기자 hdk@', 'ⓒ 아시아경제, 무단전재 배포금지')
    """
    if not any(map(line.__contains__, ("ⓒ", "©", "저작권", "opyright"))):
        return line
    before = OWNED.sub("", line[: 2 * SIGNED])  # what stands before the mark, and the mark
    return before if before and whole_line(before) else line


ABOUT = frozenset(words("about-a-person"))
# A prize and a word with a particle belong to a sentence: "제1회 한빛언론상 하도경 기자", "한국기자상에 하도경 기자".
INFLECTED = ("상", "에", "에서", "의", "는", "를")
BEHIND = frozenset(words("behind-a-byline") + words("places"))
# What stands between the names of a line that is a byline.
BETWEEN = re.compile(r"[\s→☎☞+\[\]()<>【】〔〕《》〈〉/=|,·ㆍ‧•;:.▶■◎*&@-]+")
# Who was appointed: "▲ 논설위원 하도경", "◇승진 △경제부장 마서윤".
APPOINTED = re.compile(r"^\s*[▲△▴◇◆▽▼○●□▶▷]")


def whole_line(paragraph: str, *, stamped: bool = True) -> Byline:
    """The names of a paragraph that is nothing but a byline, else an empty list.

    Without ``stamped`` a name signs by a title, a mail or its paper's name, and not by a time beside it.

    >>> whole_line("박윤선 기자 sepys@sedaily.com"), whole_line("[임성현 기자]")
    ([('박윤선', 'sepys@sedaily.com', '기자')], [('임성현', None, '기자')])
    >>> whole_line("한지우 대표"), whole_line("한지우 대표 jiwoo@mk.co.kr")    # a subhead; a guest's signature
    ([], [('한지우', 'jiwoo@mk.co.kr', '대표')])
    >>> whole_line("금융부 하도경 기자 hdk@"), whole_line("글 : 하도경 월간조선 기자 hdk@chosun.com")
    ([('하도경', None, '기자')], [('하도경', 'hdk@chosun.com', '기자')])
    >>> whole_line("증권부 하도경 기자 hadogyeong@"), whole_line("하도경 이코노미스트 기자 hdk@a.kr")
    ([('하도경', None, '기자')], [('하도경', 'hdk@a.kr', '기자')])
    >>> whole_line("순천, 광양 구현모 기자 ninek@hankookilbo.com"), whole_line("김이영 기자!")
    ([('구현모', 'ninek@hankookilbo.com', '기자')], [])
    >>> [len(whole_line(t)) for t in ("하도경 한경닷컴 기자 hdk@hankyung.com", "/부산=하도경·마서윤 기자 hdk@sedaily.com", "하도경 기자 [email protected]",
    ...     "서울=하도경 기자, 세종=마서윤 기자", "[이투데이/하도경 기자(hdk@etoday.co.kr)]", "하도경 기자 hdk@a.kr 마서윤 기자 msy@a.kr")]
    [1, 2, 1, 2, 1, 2]

    A speaker, a sentence, a crew, a desk is no byline.

    >>> [len(whole_line(t)) for t in ("[하도경 / 기자]", "하도경 기자가 보도합니다.", "▶ 스탠딩 : 하도경 / 기자", "사진=하도경 기자", "영상취재 하도경 기자",
    ...     "온라인뉴스팀 press@a.kr", "하도경 한국은행 차장", "상을 받은 하도경 기자는 23일 소감을 말했다.", "모든 기자", "하도경 기자의 기사는",
    ...     "하도경(매일경제 기자)·마서윤씨 부친상", "기자 지망생 100명", "신청: hdk@go.kr")]
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    >>> whole_line("그렇다고 밝혔다. 하도경 기자 hdk@a.kr")
    []
    >>> whole_line("◎공감언론 뉴시스 hong@newsis.com"), whole_line("김영민 기자, 지금 정확히 어디에 있습니까?"), whole_line("삼성전자")
    ([], [], [])
    """
    # What can sign has a mail, a title or a time; looking for one first spares most paragraphs the rest.
    if len(paragraph) > SIGNED or not (
        "@" in paragraph
        or roles.PRESS_ROLE.search(paragraph)
        or ":" in paragraph[-16:]
        or (
            len(paragraph) < 60
            and (LABELLED.match(paragraph.strip(EDGES)) or roles.heads_a_desk(paragraph.strip(EDGES)))
        )
        or (len(paragraph) < 20 and press.is_press(paragraph.partition(" ")[0]))
    ):
        return []
    return list(_whole_line(paragraph, stamped))


@lru_cache(maxsize=4096)  # a line is judged several times while its page is read
def _whole_line(paragraph: str, stamped: bool) -> Byline:
    paragraph = OWNED.sub("", HIDDEN.sub(" ", paragraph.translate(WIDE)))
    timed = (line := without_stamps(paragraph)) != paragraph
    line = cards.without(line)
    if HIRED.match(line) or OF_A_REPORTER.match(line):
        return []
    names, mailed = parse(line), EMAIL.search(line) is not None
    labelled = LABELLED.match(line.strip(EDGES)) is not None
    if not mailed and (APPOINTED.match(line) or line.rstrip()[-1:] in (".", "!", "?")):
        return []
    if labelled or roles.heads_a_desk(line.strip(EDGES)):
        return names
    if not (mailed or all(roles.is_press(role) for _, _, role in names)):
        # A name that a time signs, or its paper's name: "하도경 / 2022-09-05 17:29:08", "이데일리 하도경".
        signed = (stamped and timed) or press.is_press(line.partition(" ")[0])
        names = [row for row in names if signed and len(row[0]) > 2 and row[2] is None]
    if not all(SURNAME.fullmatch(name) or name.isascii() or email for name, email, _ in names):
        return []  # 많은 기자, 볼만한 기자
    return names if names and _is_all(names, line, mailed) else []


# The end of a sentence, or of what a picture shows: what signs behind it is glued to a text ("… 밝혔다. 하도경 기자 hdk@a.kr",
# "한빛전자 사옥 전경. 하도경 기자").
SPOKEN = re.compile(r"[가-힣]{2}[다요][.!?]|[가-힣]\.[\s/]")


@cache  # compiled by the first byline: most commands read none
def _sign() -> re.Pattern[str]:
    return re.compile(rf"{roles.ROLE}|{EMAIL.pattern}|{HALF_MAIL.pattern}")


def _is_all(names: Byline, line: str, mailed: bool) -> bool:
    """Whether a line has nothing beside these names, their titles and mails but what stands around a byline."""
    rest = HALF_MAIL.sub(" ", EMAIL.sub(" ", LABEL.sub("", line.strip(EDGES))))
    rest, end = roles.TITLE.sub(" ", OTHERS.sub("", rest)), max((m.end() for m in _sign().finditer(line)), default=0)
    for name, _, _ in names:
        printed = re.compile(r"\s?".join(name))
        rest = printed.sub(" ", rest, count=1)
        end = max(end, *(match.end() for match in printed.finditer(line)), 0)
    if not all(map(_stands_behind, BETWEEN.split(OTHERS.sub("", line[end:])))):
        return False
    # A place or the paper's name may be left over ("순천, 광양", "YTN"); more than that is a sentence.
    left = BETWEEN.split(rest)
    about = SPOKEN.search(rest) or (not mailed and any(word in ABOUT or word.endswith(INFLECTED) for word in left))
    return not about and re.fullmatch(r"[가-힣A-Za-z0-9]{0,10}", "".join(left)) is not None


def _stands_behind(word: str) -> bool:
    """Whether a word may stand behind a byline: a house, a place, a label; "부친상", "지망생", "수첩" tell of a line about a reporter.

    >>> [_stands_behind(word) for word in ("구독", "워싱턴", "산업1부", "0", "수첩", "씨", "의")]
    [True, True, True, True, False, False, False]
    """
    return not word or word.isdigit() or word in BEHIND or press.is_press(word) or HOUSES.search(word) is not None
