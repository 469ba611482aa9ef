"""The names under which the Korean press signs: to tell a publisher on a portal's page from any other word."""

from __future__ import annotations

import re

from newscrawl.text.words import anyof, words

NAMES = frozenset(words("papers"))


def is_press(line: str) -> bool:
    """Whether a line is the name of a paper and nothing else.

    >>> is_press("서울경제"), is_press("SBS Biz"), is_press("매경닷컴")
    (True, True, True)
    >>> is_press("서울경제 신문이 보도했다."), is_press("Biz"), is_press("인사이트")
    (False, False, False)
    """
    return line in NAMES


AGENCIES = words("agencies")
"""The agencies whose copy Korean papers print."""

# "(서울=연합뉴스)", "[세종=뉴시스]", "(도쿄 교도=연합뉴스)".
IN_DATELINE = re.compile(rf"=\s?({anyof('agencies')})(?![가-힣0-9])")
# The last paragraph or the end of it: "[연합뉴스]", "…라고 말했다. /뉴스1", "세종=뉴시스".
IN_TAIL = re.compile(
    rf"(?:^|[.\]”\"'’]\s?)[\s/\[(<〈=]*(?:[가-힣]{{2,6}}=)?({anyof('agencies')})(?:\s제공)?[\s\])>〉]*$"
)


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
