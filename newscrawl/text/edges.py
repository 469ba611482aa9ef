"""What is a site's only at the edges of a text: lines put together of its own words, and its words to its readers.

In the middle of a text such a line may be a subhead (로그인 오류). None can be the last line of an article, and hardly its first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newscrawl.text.phrases import SPOKEN, alternatives
from newscrawl.text.register import speaks_to_its_reader
from newscrawl.text.words import words

LONGEST = 40  # letters of a label, and half as many more words to a reader
# Words of labels that articles are about as well.
OF_THE_WORLD = frozenset(
    ("서비스", "정보", "앱", "종목", "상품", "혜택", "광고", "쇼핑", "경제", "시장", "TV", "오류", "공유", "통합")
)
NOUNS = re.compile(alternatives("site-nouns"))
# 뉴스 is in the names of stations: "KBS 뉴스 하도경입니다."
OWN_NOUNS = re.compile(rf"(?<![가-힣])(?!뉴스)(?:{alternatives('site-nouns')})")
SAID = re.compile(r"(?:니다|세요|시오|해요|예요|까|나요|가요)[.!?…\s]{0,4}(?:로그인|회원가입)?$")


@cache
def _vocabulary() -> re.Pattern[str]:
    """Lines of nothing but a site's words; each is the longest that fits, and no line is read twice."""
    known = {word for label in words("labels") for word in label.split() if re.fullmatch(r"[가-힣A-Za-z0-9]+", word)}
    for table in ("label-pieces", "label-acts", "services", "counters", "site-nouns", "site-words"):
        known.update(words(table))
    several = sorted(known - OF_THE_WORLD, key=len, reverse=True)
    word = rf"(?>{'|'.join(map(re.escape, several))})"
    return re.compile(
        rf"[^가-힣A-Za-z]*+(?:{word}(?>\(?으?\)?로|에서|을|를|에|이|가|은|는|도|의|만)?+[^가-힣A-Za-z]*+){{1,12}}+"
    )


@lru_cache(maxsize=4096)  # the same labels stand on every page of a site
def is_of_the_site(line: str) -> bool:
    """Whether a line at the edge of a text has nothing but a site's words.

    >>> is_of_the_site("댓글 많은 뉴스"), is_of_the_site("글자 크기 변경하기"), is_of_the_site("SNS 공유창 열기")
    (True, True, True)
    >>> is_of_the_site("뉴스 시장 개편"), is_of_the_site("구독 서비스"), is_of_the_site("회원 3만 명"), is_of_the_site("택시 기사 부족")
    (False, False, False, False)
    """
    return len(line) <= LONGEST and NOUNS.search(line) is not None and _vocabulary().fullmatch(line) is not None


def is_said_by_the_site(line: str) -> bool:
    """Whether a line under a text of plain sentences speaks to its readers of what only a site has.

    >>> is_said_by_the_site("의견을 남기려면 로그인하세요"), is_said_by_the_site("관리자에 의해 삭제된 댓글입니다")
    (True, True)
    >>> is_said_by_the_site("“댓글을 달아 주세요.”"), is_said_by_the_site("금리가 내릴 것으로 보입니다.")
    (False, False)
    """
    return (
        len(line) <= 2 * LONGEST
        and line[:1] not in SPOKEN
        and SAID.search(line) is not None
        and OWN_NOUNS.search(line) is not None
        and (speaks_to_its_reader(line) or "?" in line)
    )
