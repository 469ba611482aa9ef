"""The names in a stretch of words that is part of a byline, each with its title."""

from __future__ import annotations

import re

from newscrawl.text import press, roles
from newscrawl.text.names import LATIN, NAME_ALONE, SURNAME, is_korean_name, is_name, is_plainly_name
from newscrawl.text.whitespace import fold
from newscrawl.text.words import anyof, words

Byline = list[tuple[str, str | None, str | None]]
"""Names of a byline in print order, each as (name, e-mail or None, role or None)."""

LONGEST = 500
"""Letters of a byline: ten reporters with their mails have 400. What is longer is a text in the wrong place."""

SEPARATORS = re.compile(r"\sand\s|\s*(?:[,;·ㆍ‧•/|]|(?<!김)&|&(?!장)|(?<=[가-힣])\.(?=[가-힣]))\s*")
# 지역, 부서 and the paper's own name before the byline's name: "세종=", "순천, 광양", "뉴욕=".
PLACE = re.compile(r"^(?![^=]*(?:기자|특파원))[가-힣A-Za-z0-9()·,\s]{1,20}=\s*")
CREW = anyof("picture-crew")
# Who took the pictures or read the news signs no text: "사진=홍길동 기자", "영상취재 홍길동".
HIRED = re.compile(
    rf"^[\s\[(<【▲/]*{CREW}(?:\s?기자)?(?:\s?[·/,&ㆍ]\s?{CREW})*(?!\s?[·/,&ㆍ]\s?글)(?:\s*[:=|/]\s*|\s+)"
)
NOBODY = frozenset(words("machines")) | {word.replace(" ", "") for word in words("picture-crew")}


def names(text: str) -> Byline:
    """The names of a stretch without mails, in print order; a title stands for the whole group before it.

    >>> names("하도경·마서윤 기자"), names("순천, 광양 하 도경 인턴 기자"), names("하도경 한국은행 차장")
    ([('하도경', None, '기자'), ('마서윤', None, '기자')], [('하도경', None, '인턴 기자')], [('하도경', None, '한국은행 차장')])
    >>> names("AI 기자"), names("사진 하도경 기자"), names("온라인뉴스팀")
    ([], [], [])
    """
    found: Byline = []
    titled = False
    if len(text) > LONGEST:
        return found
    for part in SEPARATORS.split(fold(re.sub(r"[()\[\]{}<>:]", " ", text.replace("(주)", "㈜")))):
        if HIRED.match(part):
            continue
        parts = _joined(PLACE.sub("", part.strip(" =-")).split())
        pending: list[str] = []
        for position, word in enumerate(parts):
            if pending and word in press.NAMES and roles.TITLE.fullmatch("".join(parts[position + 1 : position + 2])):
                continue  # a paper whose name is a title too: 이코노미스트 기자
            glued = roles.GLUED.fullmatch(word)
            # "하도경특파원" is no 특파원 of a place 하도경.
            if (
                glued
                and is_name(glued[1])
                and (not roles.is_title(word) or (not pending and len(word) == 6 and is_plainly_name(glued[1])))
            ):
                found.extend((name, None, glued[2]) for name in _group([*pending, glued[1]]))
            elif roles.is_title(word) or (roles.GUEST.fullmatch(word) and 0 < position == len(parts) - 1):
                invited = roles.guest(pending, word)
                found.extend([invited] if invited else [(name, None, word) for name in _group(pending)])
            else:
                pending.append(word)
                continue
            titled, pending = True, []
        bare = [word for word in pending if is_plainly_name(word)]
        if len(parts) == len(pending) <= 3:
            # Two words are two names only where nothing else stands: "하도경 마서윤".
            found.extend((name, None, None) for name in (bare if len(bare) == len(parts) else bare[-1:]))
    return _titled(found) if titled else found


def _titled(found: Byline) -> Byline:
    """The names of a group with the title that stands behind it; what is no name there is a place: "순천, 광양 구현모 기자"."""
    titled: Byline = []
    role: str | None = None
    for name, _, own in reversed(found):
        role = own or role
        if own or (role and SURNAME.fullmatch(name) and len(name) > 2) or LATIN.match(name):
            titled.append((name, None, role))
    return titled[::-1]


def _joined(printed: list[str]) -> list[str]:
    """The words with the parts of a spaced name (홍 길동), of a Latin one (Kim Minsu) and of a title (인턴 기자) put together."""
    found: list[str] = []
    for word in printed:
        before = found[-1] if found else ""
        spaced = len(word) == 1 and len(before) == 2 and "".join(printed).startswith(before + word)  # 하 도 경
        if (len(before) == 1 or spaced) and SURNAME.fullmatch(before + word):
            found[-1] = before + word
        elif (
            f"{before} {word}" in roles.TWO_WORDS
            or (found and (word == "겸" or before.endswith(" 겸")))
            or (LATIN.match(before) and LATIN.fullmatch(word))
        ):
            found[-1] = f"{before} {word}"
        else:
            found.append(word)
        field = " ".join(found[-2:])
        if len(found) > 2 and roles.OF_A_FIELD.fullmatch(field) and is_korean_name(found[-3]):
            found[-2:] = [field]
    return found


def _group(printed: list[str]) -> list[str]:
    """The names that a title behind these words is for: the last one, and what is plainly a name before it."""
    if not NOBODY.isdisjoint(printed):
        return []
    found: list[str] = []
    for position, word in enumerate(reversed(printed)):
        surely = is_korean_name(word)
        if found and not (surely and len(word) > 2):
            break
        # A rare family name counts only where no plain name stands before it: 정혜연 월간조선 기자.
        plain = any(map(is_korean_name, printed[-3:-1]))
        if surely or (position == 0 and not plain and NAME_ALONE.fullmatch(word) and is_name(word)):
            found.append(word)
        elif position > 1:
            break  # up to two words of a house or a place may be between: 한국경제신문, 산업1부, 워싱턴
    return found[::-1]
