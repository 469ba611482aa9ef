"""The names under which the Korean press signs: to tell a publisher on a portal's page from any other word."""

from __future__ import annotations

import re

NAMES = frozenset(
    """
    연합뉴스 연합뉴스TV 연합인포맥스 뉴시스 뉴스1 뉴스핌 매일경제 매일경제TV 한국경제 한국경제TV 서울경제 서울경제TV 한경닷컴 매경닷컴 디지틀조선일보
    머니투데이 머니투데이방송 MTN 이데일리 이데일리TV 파이낸셜뉴스 아시아경제 헤럴드경제 조선비즈 이투데이 아주경제 한국경제신문 매일경제신문 서울경제신문
    전자신문 디지털타임스 디지털데일리 디지털투데이 비즈워치 비즈니스워치 블로터 더벨 딜사이트 딜사이트경제TV 데일리안 아이뉴스24 지디넷코리아 디일렉 테크M IT조선
    ZDNet 조선일보 중앙일보 동아일보 한겨레 경향신문 한국일보 국민일보 서울신문 세계일보 문화일보 내일신문
    부산일보 국제신문 매일신문 영남일보 강원일보 강원도민일보 경인일보 경기일보 인천일보 중부일보 광주일보 전남일보 전북일보 대전일보 중도일보 충청투데이
    경남신문 경북일보 대구일보 대구신문 경상일보 제주일보 한라일보 제민일보 노컷뉴스 CBS노컷뉴스 오마이뉴스 프레시안
    미디어오늘 시사저널 시사저널e 시사위크 시사오늘 더스쿠프 이코노미스트 매경이코노미 한경비즈니스 주간동아 주간조선 시사IN 뉴스타파 신동아 월간조선
    더팩트 쿠키뉴스 뉴데일리 뉴데일리경제 브릿지경제 아시아투데이 아시아타임즈 메트로경제 메트로신문 이코노미조선 이코노빌 이코노믹리뷰 이코노믹데일리 서울파이낸스
    한국금융신문 대한경제 비즈니스포스트 비즈한국 뉴스웨이 뉴스토마토 팍스넷뉴스 팍스경제TV 인베스트조선 머니S 머니에스 EBN EBN산업경제 인포스탁데일리
    에너지경제 에너지경제신문 녹색경제신문 글로벌이코노믹 한스경제 조세일보 이뉴스투데이 인더뉴스 뉴스투데이 뉴스포스트 미디어펜 스페셜경제 여성경제신문 굿모닝경제
    파이낸셜투데이 포춘코리아 데일리한국 일요신문 천지일보 신아일보 청년일보 더구루 코인데스크코리아 블록미디어 토큰포스트
    톱데일리 KBS MBC SBS YTN JTBC MBN TV조선 채널A OBS EBS TBS KNN 한국농어민신문
    농민신문 코리아헤럴드 코리아타임스 코리아중앙데일리 스포츠조선 스포츠서울 스포츠동아 스포츠경향 일간스포츠
    """.split()
) | {"SBS Biz", "ZDNet Korea", "EBN 산업경제", "NSP통신", "SR타임스"}
"""Names as portals print them (Naver's and Daum's lists of 2022-26) and as papers sign."""


def is_press(line: str) -> bool:
    """Whether a line is the name of a paper and nothing else.

    >>> is_press("서울경제"), is_press("SBS Biz"), is_press("매경닷컴")
    (True, True, True)
    >>> is_press("서울경제 신문이 보도했다."), is_press("Biz"), is_press("인사이트")
    (False, False, False)
    """
    return line in NAMES


AGENCIES = ("연합뉴스", "뉴시스", "뉴스1", "뉴스핌")
"""The agencies whose copy Korean papers print."""

NAMED = "|".join(AGENCIES)
# "(서울=연합뉴스)", "[세종=뉴시스]", "(도쿄 교도=연합뉴스)".
IN_DATELINE = re.compile(rf"=\s?({NAMED})(?![가-힣0-9])")
# The last paragraph or the end of it: "[연합뉴스]", "…라고 말했다. /뉴스1", "세종=뉴시스".
IN_TAIL = re.compile(rf"(?:^|[.\]”\"'’]\s?)[\s/\[(<〈=]*(?:[가-힣]{{2,6}}=)?({NAMED})(?:\s제공)?[\s\])>〉]*$")


def wire(publisher: str | None, dateline: str | None, body: str) -> str | None:
    """The agency that a piece comes from: its own publisher, or named by the dateline or at the very end.

    >>> wire("매일경제", "(서울=연합뉴스)", "코스피가 올랐다."), wire("뉴시스", None, "코스피가 올랐다.")
    ('연합뉴스', '뉴시스')
    >>> wire("매일경제", None, "코스피가 올랐다.\\n\\n[연합뉴스]"), wire("매일경제", None, "코스피가 올랐다. /세종=뉴스1")
    ('연합뉴스', '뉴스1')
    >>> wire("매일경제", None, "(세종=뉴시스) 하도경 기자 = 코스피가 올랐다.")
    '뉴시스'
    >>> wire("매일경제", "[파이낸셜뉴스]", "그는 뉴스1"), wire("매일경제", "(뉴욕=연합인포맥스)", "코스피가 올랐다고 연합뉴스")
    (None, None)
    """
    if publisher in AGENCIES:
        return publisher
    named = IN_DATELINE.search(dateline or body[:60]) or IN_TAIL.search(body.rpartition("\n")[2])
    return named[1] if named else None
