"""The names under which the Korean press signs: to tell a publisher on a portal's page from any other word."""

from __future__ import annotations

NAMES = frozenset(
    """
    연합뉴스 연합뉴스TV 연합인포맥스 뉴시스 뉴스1 뉴스핌 매일경제 한국경제 한국경제TV 서울경제 서울경제TV
    머니투데이 머니투데이방송 이데일리 이데일리TV 파이낸셜뉴스 아시아경제 헤럴드경제 조선비즈 이투데이 아주경제
    전자신문 디지털타임스 디지털데일리 디지털투데이 비즈워치 블로터 더벨 딜사이트 데일리안 아이뉴스24 지디넷코리아
    ZDNet 조선일보 중앙일보 동아일보 한겨레 경향신문 한국일보 국민일보 서울신문 세계일보 문화일보 내일신문
    부산일보 국제신문 매일신문 영남일보 강원일보 경인일보 광주일보 전북일보 대전일보 노컷뉴스 오마이뉴스 프레시안
    미디어오늘 시사저널 시사저널e 더스쿠프 이코노미스트 매경이코노미 한경비즈니스 주간동아 주간조선 시사IN 뉴스타파
    더팩트 쿠키뉴스 뉴데일리 브릿지경제 아시아투데이 메트로경제 메트로신문 이코노미조선 이코노빌 서울파이낸스
    한국금융신문 대한경제 비즈니스포스트 비즈한국 뉴스웨이 뉴스토마토 팍스넷뉴스 인베스트조선 머니S 머니에스 EBN
    톱데일리 KBS MBC SBS SBS Biz YTN JTBC MBN TV조선 채널A OBS EBS 한국농어민신문
    농민신문 코리아헤럴드 코리아타임스 코리아중앙데일리 스포츠조선 스포츠서울 스포츠동아 일간스포츠
    """.split()
) | {"SBS Biz"}
"""Names as portals print them (Naver's and Daum's lists of 2022-26)."""


def is_press(line: str) -> bool:
    """Whether a line is the name of a paper and nothing else.

    >>> is_press("서울경제"), is_press("서울경제 신문이 보도했다.")
    (True, False)
    """
    return line in NAMES
