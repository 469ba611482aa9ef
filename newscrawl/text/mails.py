"""Mails as pages print them, and whose a mail is: Koreans spell their names in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from newscrawl.text.words import words

EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,12}(?![A-Za-z0-9])")
# A mail without its house: "hdk@" (아시아경제, 이투데이).
HALF_MAIL = re.compile(r"[A-Za-z][\w.+-]*@(?![\w.])")
HIDDEN = re.compile(r"\[email\s?(?:protected|보호됨)\]")
# The letters that a syllable of Hangul is made of, in the order of Unicode's syllables (TR15, Hangul decomposition).
HEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLES = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
ENDS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def owners(names: Sequence[str], mails: Sequence[str]) -> dict[int, str]:
    """The positions of the names that a mail fits, each with the first that does; every mail is one name's.

    >>> owners(["하도경", "마서윤"], ["msy@a.kr", "hadogyeong@a.kr"])
    {1: 'msy@a.kr', 0: 'hadogyeong@a.kr'}
    >>> owners(["하도경", "마서윤"], ["ninek@a.kr"])
    {}
    """
    found: dict[int, str] = {}
    for mail in dict.fromkeys(mails):
        position = next((i for i, name in enumerate(names) if i not in found and fits(mail, name)), None)
        if position is not None:
            found[position] = mail
    return found


def fits(mail: str, name: str) -> bool:
    """Whether a mail's local part spells a name: its syllables, its initials, or the family name with some of them.

    >>> [fits(f"{local}@a.kr", "하도경") for local in ("hadogyeong", "dokyungha", "hdk", "dkha", "h.dokyeong", "dokyung21", "hdk_21", "ha", "dk0226")]
    [True, True, True, True, True, True, True, True, True]
    >>> [fits(f"{local}@a.kr", name) for local, name in (("kbchul", "김병철"), ("jhkim", "김정한"), ("kijulee", "이기주"), ("yihwan", "이환"), ("rhee", "이서진"),
    ...     ("bakmiso", "박미소"), ("choe77", "최윤"), ("kimhyun81", "김현빈"), ("ideunhan", "한이든"), ("smith", "John Smith"), ("minsu.namgung", "남궁민수"))]
    [True, True, True, True, True, True, True, True, True, True, True]

    A nickname, a desk and another's name are not his.

    >>> [fits(f"{local}@a.kr", "하도경") for local in ("ninek", "press", "msy", "seoyunma", "hong", "desk", "economy")]
    [False, False, False, False, False, False, False]
    """
    local = re.sub(r"[^a-z]", "", mail.partition("@")[0].lower())
    if name.isascii():
        return any(len(part) > 2 and part in local for part in name.lower().split())
    return bool(local) and _spelled(name).fullmatch(local) is not None


@lru_cache(maxsize=512)
def _spelled(name: str) -> re.Pattern[str]:
    """What the letters of a local part are that fits a name."""
    surnames = _spellings("romanised-surnames")
    length = 2 if len(name) == 4 else 1
    spelled = [_syllable(letter) for letter in name]
    family = [surnames.get(name[:1], ()) + spelled[0], *spelled[1:length]]
    surname = "".join(map(_either, family))
    first = "".join(_either(tuple(spelling[:1] for spelling in syllable)) for syllable in family)
    given = [_either(syllable) for syllable in spelled[length:]]
    full = "".join(given)
    short = "".join(
        f"(?:{whole}|{_either(tuple(spelling[:1] for spelling in syllable))})"
        for whole, syllable in zip(given, spelled[length:], strict=True)
    )
    return re.compile(
        rf"(?:{surname}|{first})?{short}|{short}(?:{surname}|{first})|{surname}(?:{given[0]})?"
        rf"|{surname}?{full}[a-z]*|{full}{surname}[a-z]*"
    )


def _syllable(letter: str) -> tuple[str, ...]:
    """The spellings of a syllable: 경 is gyeong, kyung, kyoung and some more."""
    head, rest = divmod(ord(letter) - ord("가"), 588)
    middle, end = divmod(rest, 28)
    letters = _spellings("romanised-letters")
    found = [""]
    for part in (HEADS[head], MIDDLES[middle], f"-{ENDS[end]}"):
        found = [before + spelling for before in found for spelling in letters.get(part, ("",))]
    return tuple(found)


@cache
def _spellings(table: str) -> dict[str, tuple[str, ...]]:
    """The lines of a table of spellings by their first word."""
    rows = (line.split() for line in words(table))
    return {row[0]: tuple(row[1:]) for row in rows}


def _either(spellings: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(dict.fromkeys(sorted(spellings, key=len, reverse=True)))})"
