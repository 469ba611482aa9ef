"""Who wrote it and where: bylines and datelines as the Korean press prints them."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text import press
from newscrawl.text.whitespace import fold

EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,12}(?![A-Za-z0-9])")
# A printed title. "기자" may carry a kind before it (선임기자, 의학전문기자); 기자 alone is most of them.
ROLE = (
    r"(?:(?:수습|인턴|선임|수석|전문|대표|객원|시민|명예|사진|영상|그래픽|취재|경제|산업|증권|금융|부동산|의학|과학|북한|국방|논설|편집|데이터|탐사|대)?\s?(?:[가-힣]{2,6}전문\s?|전문\s?)?기자"
    r"|(?:[가-힣]{2,6}\s?)?(?:특파원|통신원)|주재기자|논설\s?(?:위원|실장|주간|고문)|편집\s?(?:위원|국장)|해설\s?위원|주필|에디터|앵커|리포터|(?:기상|시황)?캐스터|아나운서|PD|칼럼니스트"
    r"|[가-힣]{0,4}(?:부국장|국장|부장|차장|팀장)|데스크|객원교수|명예교수|교수|연구위원|선임연구위원|선임연구원|연구원|애널리스트|이코노미스트|대표|변호사|회계사|세무사|작가|평론가|인턴|전문위원)"
)
PRESS_ROLE = re.compile(r"기자|특파원|통신원|논설|편집|해설위원|주필|에디터|앵커|리포터|캐스터|아나운서|PD|칼럼니스트")
NAME = r"(?:[가-힣]{2,4}|[가-힣] [가-힣]{1,2}|[A-Z][a-z]+(?: [A-Z][a-z]+(?:-[a-z]+)?)+)"
SURNAME = re.compile(
    r"(?:남궁|황보|제갈|사공|선우|독고|서문|[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형두감음빈동온라좌옹팽승범피])[가-힣]{1,2}"
)
"""Nearly every Korean name: a family name of one syllable or two, and a given name (there are some 280 of the former)."""
SEPARATORS = re.compile(r"\s*(?:[,;·ㆍ‧•/|]|(?<!김)&|&(?!장)|(?<=[가-힣])\.(?=[가-힣]))\s*")
# The full-width and look-alike signs that some desks type: "기자（hong@…）", "더팩트ㅣ홍길동", "뉴스핌〓".
WIDE = str.maketrans("（）［］｜ㅣ│＝〓＠／＆，．＜＞", "()[]|||==@/&,.<>")
# 지역, 부서 and the paper's own name before the byline's name: "세종=", "순천, 광양", "뉴욕=".
PLACE = re.compile(r"^(?![^=]*(?:기자|특파원)\s*=)[가-힣A-Za-z0-9()·,\s]{1,20}=\s*")
# What is written before the name of who wrote: "글·사진=", "글 |", "정리 :", "By".
LABEL = re.compile(
    r"^(?:(?:By|by|BY|작성자?|기자명|(?:외부\s?)?(?:기고자?|필자))\b\s*[:=|]?\s*|(?:글|취재|정리|기획|구성|인터뷰)(?:\s?[·/,&ㆍ]\s?(?:글|취재|정리|사진|영상|그래픽|촬영|편집|구성))*(?:\s*[:=|/]\s*|\s+)|(?:사진|영상)\s?[·/,&ㆍ]\s?글(?:\s*[:=|/]\s*|\s+))"
)
# What stands behind the title on a reporter's card: "홍길동 기자의 다른기사 보기".
CARD = re.compile(
    r"(?<=기자)(?:의\s|\s(?=다른|주요|최신|기사|뉴스|구독|페이지|팔로우|프로필))(?:다른\s?|주요\s?|최신\s?)?(?:기사|뉴스|페이지)?\s?(?:더\s?보기|보기|모음|구독(?:하기)?|팔로우|프로필)?(?=\s|$)"
)
# A line about a reporter is none by him: "홍길동 기자의 기사는".
OF_A_REPORTER = re.compile(r"[\s\[(<]*[가-힣]{2,4}\s?기자의\s")
# The title may stand before the name: "기자 : 홍길동".
REPORTER = re.compile(r"^(기자|특파원|논설위원|앵커|아나운서)(?:\s*[:=]\s*|\s+)(?=[가-힣]{2,4}(?:\s|$|\())")
# Who took the pictures or read the news signs no text: "사진=홍길동 기자", "영상취재 홍길동".
CREW = frozenset(
    "사진 영상 영상취재 영상편집 촬영 그래픽 디자인 삽화 일러스트 편집 진행 출연 연출 구성 CG VJ AD 도움말".split()
)
HIRED = re.compile(
    r"^[\s\[(<【▲/]*(?:사진|영상(?:\s?(?:취재|편집|촬영))?|촬영|그래픽|디자인|삽화|일러스트|편집|진행|출연|연출|도움말|CG|VJ|AD)(?:\s?[·/,&ㆍ]\s?(?:사진|영상|그래픽|편집|촬영|디자인))*(?!\s?[·/,&ㆍ]\s?글)(?:\s*[:=|/]\s*|\s+)"
)
# What writes without being anybody: "AI 기자", "로봇 기자".
MACHINES = frozenset("AI A.I. 로봇 로보 인공지능".split())
# A mail without its house: "hdk@" (아시아경제, 이투데이).
HALF_MAIL = re.compile(r"[A-Za-z][\w.+-]*@(?![\w.])")
HIDDEN = re.compile(r"\[email\s?(?:protected|보호됨)\]")
OTHERS = re.compile(r"\s*외\s*\d+\s*(?:명|인)\s*$")
# A word that is a title and nothing else, and one with the name glued to it (홍길동기자).
TITLE = re.compile(ROLE)
GLUED = re.compile(rf"({SURNAME.pattern})({ROLE})")
NAME_ALONE = re.compile(NAME)
LATIN = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)?")
# The titles of people who write for a paper without being of it; their house stands between name and title.
GUEST = re.compile(
    r".*(?:교수|연구위원|연구원|위원|대표|변호사|회계사|세무사|노무사|관세사|감정평가사|차장|과장|부장|팀장|국장|실장|단장|처장|청장|지점장|센터장|본부장|이사|상무|전무|원장|회장|사장|총재|행장|소장|의장|이코노미스트|애널리스트|컨설턴트|작가|평론가|칼럼니스트|의원|장관|차관|고문|박사|강사|파트너)"
)
# What stands where a name could stand, but is none.
NOT_A_NAME = frozenset(
    """
    기자 기자명 특파원 온라인 디지털 뉴스 뉴스팀 뉴스룸 편집국 편집부 경제부 산업부 증권부 금융부 부동산부 국제부 사회부
    정치부 사진 영상 그래픽 취재 글 정리 입력 수정 등록 승인 작성 담당 본지 자료 제공 무단 전재 이메일 구독 댓글
    공유 기사 원문 인턴 선임 전문 종합 속보 단독 서울 세종 부산 대구 인천 광주 대전 울산 제주 수원 뉴욕 워싱턴 도쿄
    베이징 한편 이날 취재팀 특별취재팀 홈페이지 현장 로봇 더보기 팔로우 프로필 기자페이지 다른기사 구독하기 부동산 성남
    전주 여수 진주 원주 안산 안양 안동 구미 구리 하남 고양 양산 양주 천안 남양주 의정부 강릉 강원 경기 경남 경북
    전남 전북 충남 충북 파리 런던 상하이 홍콩 판교 여의도 용인 평택 순천 광양 목포 나주 정읍 김해 김포 김천 공감언론
    정부 정책 정치 정치인 경제 금융 증권 산업 기업 시장 국제 사회 문화 한국 미국 중국 일본 전국 지역 주식 투자 성장
    유통 소비 오늘 이슈 이야기 주간 연재 기획 사설 칼럼 기고 논설 지면 방송 제작진 편집인 발행인 관리자 운영자 필자
    독자 안내 공지 홍보 성공 인물 인사 부고 동정 조선 유가 환율 원유 모든 많은 전직 현직 신입 일선 동료 선배 후배
    출입 상주 외신 종군 유명 본사 소속 여러 다른 편집자 편집장 국회의원 최고위원 부위원장 이코노미 기사제보 인공지능
    서경 한경 매경 이투 연합 지원 전문가 공동취재 공동취재단 사진공동취재단 통신 종합편집 최신기사 신청 접수 모집 지망생
    주소 전화 팩스 메일 투고 공모 응모
    """.split()
)
NO_NAME = re.compile(
    r"(?:뉴스|뉴스쇼|일보|신문|경제|경제쇼|닷컴|기자|기자단|취재단|센터|연구소|연구원|제보|문의|대학|대학교|대학원|은행|증권|투자|위원회|협회|학과|학부|본부|방송|미디어|타임스|타임즈|투데이|데일리|저널|팀|부서|데스크|라이브|의원|위원|칼럼)$"
    r"|(?:경제|산업|증권|금융|부동산|사회|정치|국제|문화|과학|편집|보도|취재|속보|디지털|콘텐츠|온라인|뉴스)[가-힣\d]*[부실국]$"
)

# Syllables that loan words have and given names do not: a word with one (모닝벨, 이슈앤) that nothing else makes a name is none.
FOREIGN = re.compile(
    r"[스트크프츠즈브슈쇼닝벨앤뉴팀톡팅튜픽콘콜컴컨캐케커코쿠퀴큐킹팩팜팸팟펀페펜퍼퓨플핀핏핑펫텍텔템텐톱툴튼티틱팁밴뱅버베벤벳뷰뷔블샵샷섹센셀셋셜숏숍슨싱싸써쏘쓰씨앱엑엔엘엠웨웹윈쥬줌찌챗챕칩칼캠캡켓켐퀀클킬를는던된될됨됐있없했것게께데델돼듯때]"
)

BRACKETED = r"(?P<open>[(\[【〔<＜（［])(?P<inside>(?:[^()\[\]【】〔〕<>＜＞（）［］]|(?<=[가-힣])\([가-힣]{2,8}\)){1,60})[)\]】〕>＞）］]"
AGENCIES = r"(?:연합뉴스|연합인포맥스|뉴시스|뉴스1|뉴스핌|뉴스원|로이터|블룸버그|AP|AFP|신화|교도|EPA|DPA|타스|NEWSIS|YONHAP|더팩트|이데일리|[가-힣A-Za-z0-9]{2,10}(?:뉴스|일보|신문|경제|타임스|투데이|데일리|저널))"
DATELINE_HEAD = re.compile(
    rf"^\s*{BRACKETED}\s*(?:(?P<names>(?:{NAME}(?:\s?{ROLE})?(?:\s*[·,ㆍ|]\s*|\s+)?){{0,5}}(?:\s?{ROLE})?)\s*(?P<equals>[=＝〓]))?\s*"
)
# "세종=홍길동 기자 정부가", and "아시아투데이 홍길동 기자 = 정부가" without a bracket.
PLAIN_HEAD = re.compile(
    rf"^(?:[가-힣]{{2,6}}=(?P<names>{NAME}(?:[·,ㆍ]{NAME})*\s?{ROLE})\s+|(?:[가-힣A-Za-z0-9]{{2,10}}\s)?(?P<names2>{NAME}(?:(?:\s?[·,ㆍ]\s?|\s){NAME}){{0,3}}\s?{ROLE})(?:\s?\([가-힣]{{2,6}}\))?\s?[=〓]\s)"
)
# A desk or a machine in a paper's bracket: "[디지털투데이 AI리포터]", "[이데일리 증권시장부]".
DESK = re.compile(
    r"(?P<house>[가-힣A-Za-z0-9]{2,12})[\s=/|ㅣ]+(?:AI\s?(?:기자|리포터)|로봇\s?기자|[가-힣A-Za-z]{2,8}[팀부국])"
)
# And a name without a title: "[한스경제 홍길동]".
HOUSE_AND_NAME = re.compile(r"(?P<house>[가-힣A-Za-z0-9]{2,12})[\s=](?P<name>[가-힣]{3,4})")
SOURCE = re.compile(r"\s*(?:사진|그래픽|자료|출처|이미지|영상|그림|도표|표|제공)")


Byline = list[tuple[str, str | None, str | None]]
"""Names of a byline in print order, each as (name, e-mail or None, role or None)."""


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
    return list(_parse(text))


@lru_cache(maxsize=4096)  # the same reporters sign day after day
def _parse(text: str) -> tuple[tuple[str, str | None, str | None], ...]:
    text = OTHERS.sub("", HIDDEN.sub(" ", fold(text).translate(WIDE))).strip("[]【】()<>/=- ◎·|")
    text = CARD.sub("", LABEL.sub("", text))
    if HIRED.match(text):
        return ()
    before = REPORTER.match(text)
    text = PLACE.sub("", text[before.end() :] if before else text)
    found: Byline = []
    waiting: str | None = None  # a mail that stood before the first name
    position = 0
    for mail in [*EMAIL.finditer(text), None]:
        names = _names(text[position : mail.start() if mail else len(text)])
        if found and any(role or email for _, email, role in found):
            # Behind a signed name an untitled word is a label: 구독, 더보기.
            names = [row for row in names if row[2] or mail]
        if waiting and names:
            names[0], waiting = (names[0][0], waiting, names[0][2]), None
        if mail:
            position = mail.end()
            if names:
                owner = _owner(names)
                names[owner] = (names[owner][0], mail.group(), names[owner][2])
            elif not found:
                waiting = mail.group()
            elif found[-1][1] is None:
                found[-1] = (found[-1][0], mail.group(), found[-1][2])
        found.extend(names)
    if before:
        found = [(name, email, role or before[1]) for name, email, role in found]
    return tuple({name: (name, email, role) for name, email, role in reversed(found)}.values())[::-1]


def _owner(names: Byline) -> int:
    """The position of the name that a mail behind these names belongs to."""
    # Names that each have a title of their own are no group: "하도경 특파원, 마서윤 기자 msy@a.kr".
    titles = {role for _, _, role in names}
    return 0 if len(titles) == 1 and None not in titles else len(names) - 1


def _names(text: str) -> Byline:
    found: list[tuple[str, str | None, str | None]] = []
    titled = False
    for part in SEPARATORS.split(fold(re.sub(r"[()\[\]{}<>:]", " ", text.replace("(주)", "㈜")))):
        if HIRED.match(part):
            continue
        words = _joined(PLACE.sub("", part.strip(" =-")).split())
        pending: list[str] = []
        for position, word in enumerate(words):
            if pending and word in press.NAMES and position + 1 < len(words) and TITLE.fullmatch(words[position + 1]):
                continue  # a paper whose name is a title too: 이코노미스트 기자
            glued = GLUED.fullmatch(word)
            if glued and is_name(glued[1]) and not TITLE.fullmatch(word):
                pending.append(glued[1])
                found.extend((name, None, glued[2]) for name in _group(pending))
            elif TITLE.fullmatch(word.partition(" 겸 ")[0]) or (
                GUEST.fullmatch(word) and 0 < position == len(words) - 1
            ):
                guest = _guest(pending, word)
                found.extend([guest] if guest else [(name, None, word) for name in _group(pending)])
            else:
                pending.append(word)
                continue
            titled, pending = True, []
        bare = [word for word in pending if _is_plainly_name(word)]
        if len(words) == len(pending) <= 3:
            # Two words are two names only where nothing else stands: "하도경 마서윤".
            found.extend((name, None, None) for name in (bare if len(bare) == len(words) else bare[-1:]))
    if not titled:
        return found
    # "김하늘·이바다 기자": the title belongs to every name of the group; "순천, 광양 구현모 기자": what is no name is a place.
    names: Byline = []
    role: str | None = None
    for name, _, own in reversed(found):
        role = own or role
        if own or (role and SURNAME.fullmatch(name) and len(name) > 2) or LATIN.match(name):
            names.append((name, None, role))
    return names[::-1]


TWO_WORDS = frozenset(
    "전문 기자|선임 기자|수석 기자|인턴 기자|수습 기자|객원 기자|시민 기자|영상 기자|사진 기자|대표 기자|논설 위원|논설 실장|객원 논설위원|편집 위원"
    "|편집 국장|해설 위원|전문 위원|선임 연구위원|수석 연구위원|선임 연구원|책임 연구원|수석 이코노미스트".split("|")
)


def _joined(words: list[str]) -> list[str]:
    """The words with the parts of a spaced name (홍 길동), of a Latin one (Kim Minsu) and of a title (인턴 기자) put together."""
    found: list[str] = []
    for word in words:
        before = found[-1] if found else ""
        if len(before) == 1 and SURNAME.fullmatch(before + word):
            found[-1] = before + word
        elif (
            f"{before} {word}" in TWO_WORDS
            or (found and (word == "겸" or before.endswith(" 겸")))
            or (LATIN.match(before) and LATIN.fullmatch(word))
        ):
            found[-1] = f"{before} {word}"
        else:
            found.append(word)
    return found


def _group(words: list[str]) -> list[str]:
    """The names that a title behind these words is for: the last one, and what is plainly a name before it."""
    if not MACHINES.isdisjoint(words) or not CREW.isdisjoint(words):
        return []
    names: list[str] = []
    for position, word in enumerate(reversed(words)):
        surely = SURNAME.fullmatch(word) is not None and is_name(word)
        if names and not (surely and len(word) > 2):
            break
        # A rare family name counts only where no plain name stands before it: 정혜연 월간조선 기자.
        plain = any(SURNAME.fullmatch(before) and is_name(before) for before in words[-3:-1])
        if surely or (position == 0 and not plain and NAME_ALONE.fullmatch(word) and is_name(word)):
            names.append(word)
        elif position > 1:
            break  # up to two words of a house or a place may be between: 한국경제신문, 산업1부, 워싱턴
    return names[::-1]


def _guest(words: list[str], title: str) -> tuple[str, None, str] | None:
    """Name and title of somebody who is not of the press: the name first, then the house."""
    if len(words) < 2 or PRESS_ROLE.search(title) or not GUEST.fullmatch(title):
        return None
    first = words[0]
    return (first, None, " ".join([*words[1:], title])) if SURNAME.fullmatch(first) and is_name(first) else None


def _is_plainly_name(word: str) -> bool:
    """Whether a word without a title is a name: of a Korean form and of syllables that names have, or a Latin one."""
    if not NAME_ALONE.fullmatch(word) or not is_name(word):
        return False
    if word.isascii():
        return True
    return (
        SURNAME.fullmatch(word) is not None
        and not FOREIGN.search(word)
        and not (len(word) == 2 and word[1] in "에의을은로과와도만")
    )


def is_name(word: str) -> bool:
    """Whether a word can be a person's name.

    >>> is_name("구현모"), is_name("경제부"), is_name("서울"), is_name("뉴스룸"), is_name("이데일리")
    (True, False, False, False, False)
    """
    return word not in NOT_A_NAME and not press.is_press(word) and not NO_NAME.search(word)


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
    match = DATELINE_HEAD.match(paragraph)
    if match:
        inside, rest = match["inside"], paragraph[match.end() :]
        if SOURCE.match(inside):
            return None, [], paragraph
        if re.search(rf"{ROLE}\s*$", inside) and PRESS_ROLE.search(inside) and not match["equals"]:
            names = parse(re.sub(r"^.*[=＝〓]", "", inside))
            if names and rest:
                return None, names, rest
        bracket = paragraph[match.start("open") : match.end("inside") + 1]
        named = HOUSE_AND_NAME.fullmatch(inside)
        if named and press.is_press(named["house"]) and _is_plainly_name(named["name"]):
            return None, [(named["name"], None, None)], rest
        desk = DESK.fullmatch(inside)
        if desk and rest and press.is_press(desk["house"]):
            return bracket, [], rest
        if match["equals"] and (re.search(ROLE, match["names"]) or re.search(AGENCIES, inside)):
            return bracket, parse(match["names"]), rest
        if press.is_press(inside) and rest:
            return bracket, [], rest
        if "=" in inside and re.search(AGENCIES, inside) and not re.search(ROLE, inside):
            return bracket, [], rest
    plain = PLAIN_HEAD.match(paragraph) if "=" in paragraph[:60] or "〓" in paragraph[:60] else None
    if plain:
        return None, parse(plain["names"] or plain["names2"]), paragraph[plain.end() :]
    return None, [], paragraph


# What a line about a reporter has and a byline has not: "홍길동(한국경제 기자)씨 부친상", "기자 지망생", "홍길동 기자의 시각".
ABOUT = re.compile(r"(?:씨|님|들|상|수첩|시각|칼럼|출신|지망생?|별세|취임|선임|수상|[0-9]명)$|^의")
# What stands between the names of a line that is a byline.
BETWEEN = re.compile(r"[\s\[\]()<>【】〔〕/=|,·ㆍ‧•;:▶■◎*&@-]+")
PRESS_TITLE = r"(?:[가-힣]{0,6}기자|[가-힣]{0,4}\s?(?:특파원|통신원)|논설\s?(?:위원|실장|주간)|편집위원|해설위원|리포터|에디터|칼럼니스트|앵커)"
HOUSE = r"(?:[가-힣A-Za-z0-9]{1,9}(?:닷컴|신문|일보|경제|뉴스|타임스|타임즈|투데이|데일리|저널|비즈|팀|부|국|센터|본부)|[A-Z]{2,5}(?:\sBiz)?|뉴스1|뉴스핌|뉴시스|블로터|이코노미스트)"
MAILED = rf"[(<\[]?\s?(?:{EMAIL.pattern}|[A-Za-z][\w.+-]{{1,20}}@)\s?[)>\]]?"
SIGNING = ("기자", "@", "특파원", "통신원", "논설", "위원", "리포터", "에디터", "칼럼니스트", "앵커")
SIGNATURE = rf"(?:[가-힣]{{2,6}}=)?(?:{HOUSE}\s)?(?:{SURNAME.pattern}(?:\s?[·,ㆍ]\s?|\s)){{0,4}}{NAME}(?:\s{HOUSE})?\s?{PRESS_TITLE}(?:[\])>】]?\s?=?\s?{MAILED})?"
TAIL = re.compile(
    rf"(?:(?<=[.!?”\"’'다])\s*[/\[(<【]?|\s+[/\[(<【])\s*(?P<byline>(?:(?:글|취재|정리)(?:\s?[·/]\s?(?:사진|영상))?\s?[=|:]?\s?)?{SIGNATURE}(?:[\s,/·]+{SIGNATURE}){{0,3}}|{NAME}\s?[(<\[]?{EMAIL.pattern}[)>\]]?)[\s\])>】]*(?:[(\[]끝[)\]])?$"
)


def whole_line(paragraph: str) -> Byline:
    """The names of a paragraph that is nothing but a byline, else an empty list.

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
    >>> whole_line("◎공감언론 뉴시스 hong@newsis.com"), whole_line("김영민 기자, 지금 정확히 어디에 있습니까?"), whole_line("삼성전자")
    ([], [], [])
    """
    # What can sign has a mail or a title; looking for one first spares most paragraphs the rest.
    if len(paragraph) > 120 or not ("@" in paragraph or PRESS_ROLE.search(paragraph)):
        return []
    paragraph = HIDDEN.sub(" ", paragraph.translate(WIDE))
    names = [] if HIRED.match(paragraph) or OF_A_REPORTER.match(paragraph) else parse(paragraph)
    if not names or not (EMAIL.search(paragraph) or _is_signed(names)):
        return []
    if not all(SURNAME.fullmatch(name) or name.isascii() or email for name, email, _ in names):
        return []  # 많은 기자, 볼만한 기자
    rest = re.sub(ROLE, " ", OTHERS.sub("", HALF_MAIL.sub(" ", EMAIL.sub(" ", paragraph))))
    for name, _, _ in names:
        rest = re.sub(r"\s?".join(name), " ", rest, count=1)
    # A place or the paper's name may be left over ("순천, 광양", "YTN"); more than that is a sentence.
    left = BETWEEN.sub("", rest)
    return names if re.fullmatch(r"[가-힣A-Za-z0-9]{0,10}", left) and not ABOUT.search(left) else []


def _is_signed(names: Byline) -> bool:
    """Whether one of the names has a title that only the press has: a professor or a chief may be whom it is about."""
    return any(role and PRESS_ROLE.search(role) for _, _, role in names)


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
    match = TAIL.search(paragraph, start) if any(map(end.__contains__, SIGNING)) else None
    if match and match.start() > 0:
        names = whole_line(match["byline"])
        if names:
            return paragraph[: match.start()].rstrip(), names
    return paragraph, []
