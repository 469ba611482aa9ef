"""From a printed section to one of ten categories, and which sections are not economic news."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text import press
from newscrawl.text.whitespace import fold
from newscrawl.text.words import words


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in words("categories"):
        if entry.startswith("["):
            terms = found.setdefault(entry.strip("[]"), [])
        else:
            terms.append(entry)
    return {name: tuple(terms) for name, terms in found.items()}


CATEGORIES = _table()
"""A category and the terms of a section that mean it, as the table has them; of several terms the first category in this order wins.

A Hangul term also counts at the end of a longer word (국내증시), else at its head (증권가); of two the longer one. A Latin one is
a whole word (it-science, not hospitality) or a whole slug (living-economy). One with "!" counts alone (월드, not 월드컵).
"""

_TERMS = {term.rstrip("!").lower(): name for name, terms in CATEGORIES.items() for term in terms}
_ORDER = tuple(CATEGORIES)
_ALONE = frozenset(term.rstrip("!") for terms in CATEGORIES.values() for term in terms if term.endswith("!"))
_BOUND = tuple(term for term in _TERMS if not term.isascii() and term not in _ALONE)
# What a section adds to its term: 국제일반, 투자정보, 카드업계.
_TAIL = re.compile(r"(?:일반|동향|시장|업계|정보)$")
_SPLIT = re.compile(r"[\s·ㆍ・/,|>()\[\]+:]+")
_LATIN = re.compile(r"[a-z]+(?:&[a-z]+)?")

LONGEST = 500  # letters of a path or of a page's tags: what stands behind them names no section
ELSEWHERE = frozenset(words("elsewhere"))
_NO_SECTIONS = frozenset(words("no-sections"))
_ARROWS = re.compile(r"\s*(?:[>›»→▶▷]|&gt;|\n)\s*")


def named(printed: str | None, publisher: str | None = None) -> str | None:
    """The section that a path, a list of crumbs (a line each) or a tag names: the first that is not 홈 or the paper itself.

    >>> named("뉴스홈\\n사회"), named("홈 > 경제 > 금융"), named("HOME\\n증권"), named("뉴스"), named("경제 일반")
    ('사회', '경제', '증권', None, '경제 일반')
    >>> named("중앙일보\\n경제", "중앙일보"), named("매일경제"), named("뉴스 > 산업/재계"), named(None)
    ('경제', None, '산업/재계', None)
    """
    if not printed:
        return None
    crumbs = (fold(crumb).strip(" <|/·") for crumb in _ARROWS.split(printed[:LONGEST]))
    return next(
        (
            crumb
            for crumb in crumbs
            if crumb and crumb.lower() not in _NO_SECTIONS and crumb != publisher and not press.is_press(crumb)
        ),
        None,
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
    >>> [category(s) for s in ("시그널", "오토", "모빌리티", "PE·VC", "크립토", "특징주", "종목", "국제뉴스", "농림수산", "원자력")]
    ['증권', '산업', '산업', '증권', '금융', '증권', '증권', '글로벌', '경제일반', '산업']
    >>> category(None)
    """
    return _category(section[:LONGEST]) if section else None


@lru_cache(maxsize=1024)
def _category(section: str) -> str:
    if press.is_press(section):
        return "기타"
    parts = [*_SPLIT.split(section), section.replace(" ", "")]
    found = {name for word in parts if word and (name := _meaning(word))}
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
    plain = "/".join(part for part in _SPLIT.split(section[:LONGEST].lower()) if part)
    return plain in ELSEWHERE or (plain != "" and all(part in ELSEWHERE for part in plain.split("/")))
