"""From a printed section to one of ten categories, and which sections are not economic news."""

from __future__ import annotations

CATEGORIES: dict[str, tuple[str, ...]] = {
    "증권": ("증권", "주식", "마켓", "증시", "시황", "투자", "펀드", "채권", "stock", "market", "finance-stock"),
    "금융": ("금융", "은행", "보험", "재테크", "카드", "핀테크", "finance", "financial"),
    "부동산": ("부동산", "분양", "건설", "realestate", "estate"),
    "산업": ("산업", "기업", "재계", "자동차", "에너지", "유통", "바이오", "중공업", "business", "industry", "company"),
    "글로벌": ("글로벌", "국제", "세계", "해외", "world", "global", "international"),
    "중기·벤처": ("중기", "벤처", "스타트업", "중소기업", "창업"),
    "생활경제": ("생활경제", "소비자", "생활/경제"),
    "IT": ("IT", "과학", "통신", "게임", "디지털", "모바일", "인터넷", "it", "tech"),
    "경제일반": ("경제", "정책", "금융정책", "재정", "거시", "통상", "무역", "고용", "economy"),
}
"""A category and the words of a section that mean it; the first category with a matching word wins."""

# Sections that a mixed channel (a sitemap of the whole paper) shows and that are plainly not the economy.
ELSEWHERE = frozenset(
    """
    정치 정치일반 국회/정당 국회·정당 청와대 대통령실 북한 외교 국방 사회 사회일반 사건·사고 법원·검찰 교육
    노동 환경 스포츠 야구 축구 골프 연예 방송 문화 공연 여행 건강 오피니언 사설 칼럼 사람들 인사 부고 포토
    politics society sports entertainment culture opinion people
    photo
    """.split()
)


def category(section: str | None) -> str | None:
    """The category of a printed section; 기타 when it names none, None when no section is printed.

    >>> category("증권"), category("경제 일반"), category("IT/과학"), category("사회"), category(None)
    ('증권', '경제일반', 'IT', '기타', None)
    """
    if not section:
        return None
    return next((name for name, words in CATEGORIES.items() if any(word in section for word in words)), "기타")


def elsewhere(section: str | None) -> bool:
    """Whether a printed section says by its own name that the piece is not economic news.

    >>> elsewhere("정치일반"), elsewhere("경제"), elsewhere(None)
    (True, False, False)
    """
    return section in ELSEWHERE
