"""Titles as the press prints them: behind a name, before it, glued to it, and the longer ones of guests."""

from __future__ import annotations

import re

from newscrawl.text.names import SURNAME, is_korean_name
from newscrawl.text.words import anyof, words

REPORTER = rf"(?:{anyof('reporter-kinds')}?\s?(?:[가-힣]{{2,6}}전문\s?|전문\s?)?기자)"
PRESS = rf"(?:{REPORTER}|{anyof('press-titles')})"
"""A title that only the press has, with no place or desk before it."""
PLAIN = rf"(?:{PRESS}|{anyof('titles')}|[가-힣]{{0,4}}{anyof('titles-of-a-field')})"
ROLE = rf"(?:{REPORTER}|(?:[가-힣A-Z]{{2,6}}\s?)?(?:특파원|통신원)|{PLAIN})"
"""A printed title. 기자 may have a kind before it (선임기자, 의학전문기자), 특파원 a place."""
TITLE = re.compile(ROLE)
PRESS_ROLE = re.compile(anyof("press-titles"))
PRESS_TITLE = re.compile(rf".*{anyof('press-titles')}(?: 겸 .*)?")
# The name glued to its title: 홍길동기자.
GLUED = re.compile(rf"({SURNAME.pattern})({ROLE})")
# The titles of people who write for a paper without being of it; their house stands between name and title.
GUEST = re.compile(rf".*{anyof('guest-titles')}")
# The field of a reporter set apart from his title: 반도체 전문기자.
OF_A_FIELD = re.compile(r"[가-힣]{2,6} 전문\s?기자")
# Titles that are two words on many pages: "인턴 기자", "논설 위원".
TWO_WORDS = frozenset(
    [f"{kind} 기자" for kind in words("reporter-kinds")]
    + [title for table in ("press-titles", "titles") for title in words(table) if " " in title]
)
# Who heads a desk of a paper, his desk before the name or the title: 하도경 정치부 차장, 경제부 하도경 차장, 하도경 경제부장.
_CHIEF = r"(?:부국장|부장|차장|팀장|에디터)(?:대우|급|직대)?"
HEAD = re.compile(
    rf"(?:[가-힣A-Za-z0-9]{{2,8}}\s)?(?:{SURNAME.pattern}\s{anyof('press-desks')}\d?(?:부|국|팀)?\s?{_CHIEF}|{anyof('press-desks')}\d?[부국팀]\s{SURNAME.pattern}\s{_CHIEF})"
)


def heads_a_desk(line: str) -> bool:
    """Whether a line is nothing but somebody who heads a desk that only papers have; with the title first it is an appointment.

    >>> heads_a_desk("하도경 정치부 차장"), heads_a_desk("경제부 하도경 차장"), heads_a_desk("하도경 경제부장")
    (True, True, True)
    >>> heads_a_desk("하도경 금융부장"), heads_a_desk("경제부장 하도경"), heads_a_desk("하도경 한국은행 차장")
    (False, False, False)
    """
    return line[-1:] in "장터우급대" and HEAD.fullmatch(line) is not None


def is_title(word: str) -> bool:
    """Whether a word is a title and nothing else, also one with 겸.

    >>> is_title("논설위원"), is_title("의학전문기자"), is_title("부국장 겸 산업부장"), is_title("반도체 전문기자"), is_title("하도경")
    (True, True, True, True, False)
    """
    return (TITLE.fullmatch(word.partition(" 겸 ")[0]) or OF_A_FIELD.fullmatch(word)) is not None


def guest(words: list[str], title: str) -> tuple[str, None, str] | None:
    """Name and title of somebody who is not of the press: the name first, then the house.

    >>> guest(["하도경", "한국은행"], "차장"), guest(["하도경", "매일경제"], "기자"), guest(["하도경"], "교수")
    (('하도경', None, '한국은행 차장'), None, None)
    """
    if len(words) < 2 or PRESS_ROLE.search(title) or not GUEST.fullmatch(title):
        return None
    return (words[0], None, " ".join([*words[1:], title])) if is_korean_name(words[0]) else None


def is_press(role: str | None) -> bool:
    """Whether a title is one that only the press has: a professor or a chief may be whom a line is about.

    >>> is_press("의학전문기자"), is_press("특파원 겸 지국장"), is_press("교수"), is_press("기자협회장"), is_press(None)
    (True, True, False, False, False)
    """
    return role is not None and PRESS_TITLE.fullmatch(role) is not None
