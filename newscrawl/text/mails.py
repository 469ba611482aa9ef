"""Mails as pages print them, and whose a mail is: Koreans spell their names in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newscrawl.text.words import words

# A local part has up to 64 letters, a label of a host up to 63 (RFC 5321 4.5.3.1.1, RFC 1035 2.3.4).
EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,12}(?![A-Za-z0-9])")
# A mail without its house: "hdk@" (아시아경제, 이투데이).
HALF_MAIL = re.compile(r"[A-Za-z][\w.+-]{0,63}@(?![\w.])")
MOST = 50  # names and mails of one piece that are put together; no piece has as many authors
SYLLABLES = 8  # of a name in Hangul; Koreans have two to four
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
    for mail in dict.fromkeys(mails[:MOST]):
        position = next((i for i, name in enumerate(names[:MOST]) if i not in found and fits(mail, name)), None)
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
    local = re.sub(r"[^a-z]", "", mail[:65].partition("@")[0].lower())
    if name.isascii():
        return any(len(part) > 2 and part in local for part in name.lower().split())
    if len(name) > SYLLABLES:
        return False
    double = 2 if len(name) == 4 else 1
    family, given = list(map(_syllable, name[:double])), list(map(_syllable, name[double:]))
    family[0] = (*_spellings("romanised-surnames").get(name[0], ()), *family[0])
    first = [[spelling[:1] for spelling in syllable] for syllable in family]
    start = {0}
    behind = _spelled(local, start, family)
    either = behind | _spelled(local, start, first) | start
    short = [[*syllable, *(spelling[:1] for spelling in syllable)] for syllable in given]
    begun = _spelled(local, start, short)
    whole = _spelled(local, either, short) | _spelled(local, begun, family) | _spelled(local, begun, first)
    # Two syllables or more that are spelled in full are a name with anything behind them: solbi.editor@.
    full = _spelled(local, behind | start, given)
    return len(local) in whole | behind | _spelled(local, behind, given[:1]) or any(end > 4 for end in full)


def _spelled(local: str, starts: set[int], syllables: Sequence[Sequence[str]]) -> set[int]:
    """Where the syllables end that are spelled from one of these positions on."""
    for spellings in syllables:
        starts = {
            start + len(spelling) for start in starts for spelling in spellings if local.startswith(spelling, start)
        }
    return starts


@cache
def _syllable(letter: str) -> tuple[str, ...]:
    """The spellings of a syllable: 경 is gyeong, kyung, kyoung and some more."""
    if not "가" <= letter <= "힣":
        return ()  # Hanja
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
    found: dict[str, tuple[str, ...]] = {}
    for line in words(table):
        first, *spellings = line.split()
        found[first] = (*found.get(first, ()), *spellings)
    return found
