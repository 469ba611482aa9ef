"""From a printed section to one of ten categories, and which sections are not economic news."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text import press

CATEGORIES: dict[str, str] = {
    "증권": "증권 주식 마켓 증시 시황 투자 펀드 채권 코스피 코스닥 공시 종목분석 투자은행 사모펀드 인수합병 IPO IB M&A stock stocks market markets marketnews koreamarket securities invest",
    "부동산": "부동산 분양 건설 주택 재건축 아파트 청약 realestate estate property land housing",
    "글로벌": "글로벌 국제 세계 해외 월드 미국 중국 일본 유럽 글로벌경제 국제경제 세계경제 해외경제 국제금융 국제유가 world global international globaleconomy",
    "금융": "금융 은행 보험 재테크 카드 핀테크 환율 외환 머니 자산관리 연금 대출 가상자산 가상화폐 암호화폐 디지털자산 코인 블록체인 finance financial bank banking insurance money crypto cryptocurrency coin blockchain",
    "IT": "IT ICT AI 과학 통신 게임 디지털 모바일 인터넷 테크 플랫폼 반도체 소프트웨어 보안 it ict ai tech technology science mobile game digital",
    "중기·벤처": "중기 벤처 벤처투자 벤처캐피탈 스타트업 중소기업 중견기업 소상공인 창업 venture startup startups",
    "생활경제": "생활경제 생활/경제 소비자 소비자경제 유통 소비 쇼핑 식품 식음료 농식품 뷰티 패션 여행/레저 consumer retail distribution livingeconomy",
    "산업": "산업 기업 재계 자동차 에너지 바이오 제약 헬스케어 중공업 조선 철강 화학 기계 전자 전기 방산 배터리 2차전지 항공 해운 물류 소재 비즈 비즈니스 ESG CEO business biz industry industries company companies corporation enterprise car auto energy bio",
    "경제일반": "경제 정책 통화정책 재정 거시 통상 무역 고용 취업 일자리 세금 세제 예산 통계 물가 농업 economy economic policy macro trade tax businessindex jobwelfare",
}
"""A category and the terms of a section that mean it; of several terms the first category in this order wins.

A Hangul term also counts at the end of a longer word (국내증시), else at its head (증권가); of two the longer one. A Latin one is
a whole word (it-science, not hospitality) or a whole slug (living-economy).
"""

_TERMS = {term.lower(): name for name, terms in CATEGORIES.items() for term in terms.split()}
_ORDER = tuple(CATEGORIES)
# Terms that only count alone: 교육정책, 월드컵, 조선시대, 카드뉴스, 세계여행, 투자유치 are something else.
_ALONE = frozenset("정책 월드 조선 카드 세계 국제 투자 비즈 소비 미국 중국 일본 유럽 전기 기계 소재 화학".split())
_BOUND = tuple(term for term in _TERMS if not term.isascii() and term not in _ALONE)
# What a section adds to its term: 국제일반, 투자정보, 카드업계.
_TAIL = re.compile(r"(?:일반|동향|시장|업계|정보)$")
_SPLIT = re.compile(r"[\s·ㆍ・/,|>()\[\]+:]+")
_LATIN = re.compile(r"[a-z]+(?:&[a-z]+)?")

# Sections that a mixed channel (a sitemap of the whole paper) shows and that are plainly not the economy. A work place, a
# law or the climate may be (노동, 환경), and so may whom it is about (인사, 사람들).
ELSEWHERE = frozenset(
    """
    정치 정치일반 국회 정당 청와대 대통령실 북한 외교 국방 안보 통일 통일·외교·안보 사회 사회일반 사건 사고 사건사고 법원 검찰 법조 경찰 교육 인권/복지
    스포츠 스포츠일반 야구 해외야구 축구 해외축구 골프 농구 배구 올림픽 월드컵 연예 연예일반 연예가화제 연예가 방송 방송연예 TV/방송 영화 음악 드라마 스타
    문화 문화일반 생활/문화 라이프/문화 문화/라이프 문화/생활 공연 전시 책 출판 문학 미술 종교 날씨 건강 오피니언 사설 칼럼 시론 기고 만평 부고 포토 사진 영상 만화
    웹툰 운세 퀴즈
    politics society social sports sport baseball soccer football golf entertainment enter celebrity culture opinion editorial column nk photo photos
    video videos weather obituary
    """.split()
)


def category(section: str | None) -> str | None:
    """The category of a printed section; 기타 when it names none, None when no section is printed.

    >>> [category(s) for s in ("증권", "경제 일반", "IT/과학", "산업/재계", "중기/벤처", "글로벌 경제", "생활경제", "국내증시", "부동산·건설")]
    ['증권', '경제일반', 'IT', '산업', '중기·벤처', '글로벌', '생활경제', '증권', '부동산']
    >>> [category(s) for s in ("해외주식", "정책/금융", "채권/외환", "IB/기업", "it-science", "real-estate", "economy")]
    ['증권', '금융', '증권', '증권', 'IT', '부동산', '경제일반']
    >>> [category(s) for s in ("마켓+", "국제경제", "기업·종목분석", "금융정책", "보험", "중소기업", "AI·플랫폼", "환율", "테크")]
    ['증권', '글로벌', '증권', '금융', '금융', '중기·벤처', 'IT', '금융', 'IT']
    >>> [category(s) for s in ("living-economy", "globalEconomy", "finance-securities", "M&A", "koreamarket", "job-welfare")]
    ['생활경제', '글로벌', '증권', '증권', '증권', '경제일반']

    A word within a word is no term, and a paper's own name is no section.

    >>> [category(s) for s in ("사회", "hospitality", "카드뉴스", "조선비즈", "매일경제", "교육정책", "월드컵", "생활/문화")]
    ['기타', '기타', '기타', '기타', '기타', '기타', '기타', '기타']
    >>> category(None)
    """
    return _category(section) if section else None


@lru_cache(maxsize=1024)
def _category(section: str) -> str:
    if press.is_press(section):
        return "기타"
    words = [*_SPLIT.split(section), section.replace(" ", "")]
    found = {name for word in words if word and (name := _meaning(word))}
    return next((name for name in _ORDER if name in found), "기타")


def _meaning(word: str) -> str | None:
    lower = word.lower()
    if known := _TERMS.get(lower) or _TERMS.get(_TAIL.sub("", lower)):
        return known
    if word.isascii():
        # Slugs and camel case: it-science, realEstate.
        slug = re.sub(r"[-_]", "", lower)
        parts = _LATIN.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", word).lower())
        found = {_TERMS[part] for part in (slug, *parts) if part in _TERMS}
        return _TERMS.get(slug) or next((name for name in _ORDER if name in found), None)
    bound = [
        (lower.endswith(term), len(term), term) for term in _BOUND if lower.endswith(term) or lower.startswith(term)
    ]
    return _TERMS[max(bound)[2]] if bound else None


def elsewhere(section: str | None) -> bool:
    """Whether a printed section says by its own name that the piece is not economic news.

    >>> elsewhere("정치일반"), elsewhere("Politics"), elsewhere("사건·사고"), elsewhere("방송/연예"), elsewhere("생활/문화")
    (True, True, True, True, True)
    >>> elsewhere("경제"), elsewhere("정치·경제"), elsewhere("노동"), elsewhere("인사"), elsewhere("생활"), elsewhere(None)
    (False, False, False, False, False, False)
    """
    if not section:
        return False
    plain = "/".join(part for part in _SPLIT.split(section.lower()) if part)
    return plain in ELSEWHERE or (plain != "" and all(part in ELSEWHERE for part in plain.split("/")))
