"""From a printed section to one of ten categories, and which sections are not economic news."""

from __future__ import annotations

import re

CATEGORIES: dict[str, str] = {
    "증권": "증권 주식 마켓 증시 시황 투자 펀드 채권 코스피 코스닥 공시 IPO IB stock stocks market markets securities invest",
    "부동산": "부동산 분양 건설 주택 재건축 realestate estate property",
    "글로벌": "글로벌 국제 세계 해외 월드 world global international",
    "금융": "금융 은행 보험 재테크 카드 핀테크 외환 가상자산 가상화폐 finance financial bank money",
    "IT": "IT ICT AI 과학 통신 게임 디지털 모바일 인터넷 테크 반도체 소프트웨어 보안 it ict tech science mobile game digital",
    "중기·벤처": "중기 벤처 스타트업 중소기업 창업 venture startup",
    "생활경제": "생활경제 생활/경제 소비자 유통 소비 쇼핑 식품 뷰티 여행/레저 consumer retail distribution",
    "산업": "산업 기업 재계 자동차 에너지 바이오 제약 중공업 조선 철강 항공 물류 CEO business industry industries company companies corporation car energy bio",
    "경제일반": "경제 정책 재정 거시 통상 무역 고용 세금 세제 예산 통계 물가 economy economic policy macro trade tax",
}
"""A category and the words of a section that mean it; the first category with a matching word wins.

A Hangul word counts wherever it stands in a section (국내증시), a Latin one only as a whole word (it-science, not hospitality).
"""

_RULES = tuple(
    (
        name,
        tuple(word for word in words.split() if not word.isascii()),
        frozenset(word.lower() for word in words.split() if word.isascii()),
    )
    for name, words in CATEGORIES.items()
)
_LATIN = re.compile(r"[a-z]+")

# Sections that a mixed channel (a sitemap of the whole paper) shows and that are plainly not the economy.
ELSEWHERE = frozenset(
    """
    정치 정치일반 국회/정당 국회·정당 국회·정책 청와대 대통령실 북한 외교 국방 외교·안보 국방·외교 국방/외교 통일 사회 사회일반 사건·사고
    사건사고 법원·검찰 검찰·법원 법조 교육 노동 환경 인권/복지 스포츠 스포츠일반 야구 축구 해외축구 골프 농구 배구 연예 연예가화제 방송 방송/연예
    문화 문화일반 문화·연예 문화/연예 생활/문화 라이프·문화 공연 전시 책 여행 건강 종교 날씨 오피니언 사설 칼럼 시론 기고 만평 사람들 사람 인물 피플
    인사 부고 동정 포토 사진 영상 만화 운세
    politics society social sports sport baseball soccer entertainment enter culture opinion editorial column people nk photo video
    weather
    """.split()
)


def category(section: str | None) -> str | None:
    """The category of a printed section; 기타 when it names none, None when no section is printed.

    >>> [category(s) for s in ("증권", "경제 일반", "IT/과학", "산업/재계", "중기/벤처", "글로벌 경제", "생활경제", "국내증시", "부동산·건설")]
    ['증권', '경제일반', 'IT', '산업', '중기·벤처', '글로벌', '생활경제', '증권', '부동산']
    >>> [category(s) for s in ("해외주식", "정책/금융", "채권/외환", "IB/기업", "it-science", "real-estate", "economy")]
    ['증권', '금융', '증권', '증권', 'IT', '부동산', '경제일반']
    >>> category("사회"), category("hospitality"), category(None)
    ('기타', '기타', None)
    """
    if not section:
        return None
    latin = set(_LATIN.findall(section.lower()))
    return next(
        (name for name, hangul, words in _RULES if words & latin or any(word in section for word in hangul)), "기타"
    )


def elsewhere(section: str | None) -> bool:
    """Whether a printed section says by its own name that the piece is not economic news.

    >>> elsewhere("정치일반"), elsewhere("Politics"), elsewhere("경제"), elsewhere(None)
    (True, True, False, False)
    """
    return section is not None and section.lower() in ELSEWHERE
