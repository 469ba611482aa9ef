"""Which zone a printed time is in: an offset, a name, both, or one that is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, timedelta, timezone
from functools import lru_cache

from newscrawl.text.words import words

SEOUL = timezone(timedelta(hours=9), "KST")
"""Asia/Seoul, which has kept +09:00 since 1988; fixed, so that no machine needs a zone database."""

BASES = frozenset(["UT", "UTC", "GMT"])
"""Names that an offset is counted from: GMT+9. Any other name and an offset beside it have to agree."""


class NotUnderstood(ValueError):
    """Something behind a time says in which zone it is, and it is not known which."""


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in sorted(names, key=len, reverse=True))


ZONES = {name.replace(" ", "").upper(): offset for offset, name in (entry.split("\t") for entry in words("zones"))}
_NAMES = [entry.split("\t")[1] for entry in words("zones")]
_LATIN, _HANGUL = _any(name for name in _NAMES if name.isascii()), _any(name for name in _NAMES if not name.isascii())
_TOKEN = re.compile(
    rf"[\s,)]{{0,3}}[(\[]?\s?(?:(?P<offset>[+-]\d\d?(?::?\d\d)?)(?![\d:])|(?P<name>(?:(?i:{_LATIN})(?![A-Za-z0-9/_])|{_HANGUL}))"
    r"|(?P<place>[A-Z][A-Za-z]{1,20}/[A-Z][A-Za-z_/-]{1,30}))\s?(?:기준)?[)\]]?"
)
# What looks like a zone and is none that is known: "AKDT", "+25:00", "(파리 시간)", "15:22p" and military letters. Words of six letters are words: "15:22Updated".
_UNKNOWN = re.compile(
    r"[\s,]{0,2}[(\[]?\s?(?:±|(?:[A-Z]|A[CEKW]|NZ|CE|EE)[SD]T(?![A-Za-z])|[+]\d|-\d\d:?\d\d(?!\d)|(?:UTC|GMT)\S)"
    r"|[A-Za-z]{1,5}(?![A-Za-z])|\s{0,2}[(\[]\s?[가-힣 ]{2,10}시[간각](?:\s?기준)?[)\]]"
)
# An offset whose sign is lost, behind the name that it is counted from: a "+" of an address is a blank ("GMT 0900").
_UNSIGNED = re.compile(r"\s?(?:(?:0\d|1[0-4]):?[034][05](?!\d)|±|(?:plus|minus)\b)", re.I)
_ELSEWHERE = tuple(name for name, offset in ZONES.items() if offset != "540" and len(name) > 2)
# What may begin a zone or the end of hours; most times have a blank and a Hangul word behind them, or nothing.
_MAY_BE = re.compile(
    rf"[\s,)]{{0,3}}(?:[A-Za-z\[(+±~∼〜–—.:-]|\s?[부까{''.join(sorted({name[0] for name in _NAMES if not name.isascii()}))}])"
)
_RANGE = re.compile(r"\s?(?:[~∼〜]|[-–—]\s?\d\d?:\d\d|(?:부터|까지))")
_LONE = re.compile(r"\s{0,2}[(\[]?[A-Za-z]{1,6}[)\]]?\s?\Z")


@lru_cache(maxsize=512)  # most times of a site have the same behind them
def zone(behind: str, *, exact: bool, alone: bool) -> timezone | None:
    """The zone printed behind a time; None where none is.

    Args:
        behind: the text from the end of the time on.
        exact: the time has seconds or an ISO "T": what follows a hyphen is then an offset, else the end of hours (10:00-12:00).
        alone: nothing else stands in the text, so that any word behind the time is its zone.

    Raises:
        NotUnderstood: a zone is printed that is not known, means several, or contradicts another beside it; or the time is
            the beginning of hours.

    >>> [str(zone(t, exact=True, alone=False)) for t in ("Z", " KST", "+09:00[Asia/Seoul]", " (UTC+9)", " GMT +0900", " EST", " KBS 뉴스")]
    ['UTC', 'UTC+09:00', 'UTC+09:00', 'UTC+09:00', 'UTC+09:00', 'UTC-05:00', 'None']
    >>> def unknown(text: str) -> bool:
    ...     try:
    ...         return not zone(text, exact=False, alone=False)
    ...     except NotUnderstood:
    ...         return True
    >>> [unknown(t) for t in ("Z+09:00", " CST", " (현지시간)", "[America/New_York]", "+25:00", "-12:00", "~12:00", "p", " KST-9",
    ...     " GMT 0900", " GMT plus 9", "±09:00")]
    [True, True, True, True, True, True, True, True, True, True, True, True]
    """
    if not _MAY_BE.match(behind):
        return None
    found: int | None = None
    base = places = 0
    at = 0
    for _ in range(4):
        token = _TOKEN.match(behind, at)
        if not token:
            break
        if token["place"] and token["place"].upper() not in ZONES:
            places += 1
        elif token["offset"]:
            if token["offset"][0] == "-" and ":" in token["offset"] and not (exact or base):
                raise NotUnderstood  # "10:00-12:00" are hours
            told = _minutes(token["offset"], named=base > 0, glued=exact and token.start("offset") == 0)
            if found is not None and not base and told != found:
                raise NotUnderstood
            found, base = told, 0
        else:
            name = re.sub(r"\s", "", token["place"] or token["name"]).upper()
            if ZONES[name] == "?" and found is not None:
                at = token.end()
                continue  # "-0600 (CST)": the offset says which
            named = None if ZONES[name] == "?" else int(ZONES[name])
            if named is None or (found is not None and found != named):
                raise NotUnderstood
            base = int(found is None and name in BASES)
            found = named
        at = token.end()
    if (
        (places and found is None)
        or _RANGE.match(behind, at)
        or (base and _UNSIGNED.match(behind, at))
        or (_UNKNOWN.match(behind, at) and (found is None or behind[at] in "+-"))
        or (found is None and alone and _LONE.match(behind, at))
    ):
        raise NotUnderstood
    return None if found is None else _of(found)


def is_elsewhere(before: str) -> bool:
    """Whether a text ends with a zone that is not Seoul's, or with one that is not known.

    >>> is_elsewhere("UTC"), is_elsewhere("현지 시간"), is_elsewhere("TEST"), is_elsewhere("한국시간")
    (True, True, False, False)
    """
    bare = "".join(before.split()).upper()
    if not bare.endswith(_ELSEWHERE):
        return False
    name = next(filter(bare.endswith, _ELSEWHERE))
    first = bare[-len(name) - 1 : -len(name)]
    return not (name.isascii() and first.isascii() and first.isalpha())


def _minutes(printed: str, *, named: bool, glued: bool) -> int:
    """An offset in minutes. One of hours alone counts behind a name or seconds; else it is Seoul's, or a number that stands there.

    Raises:
        NotUnderstood: no place has this offset.
    """
    digits = printed[1:].replace(":", "")
    if len(digits) <= 2:
        if not (named or glued or (printed[0] == "+" and int(digits) == 9)):
            raise NotUnderstood
        digits += "00"
    hours, minutes = int(digits[:-2]), int(digits[-2:])
    if hours > 14 or minutes not in (0, 30, 45) or (printed[0] == "-" and hours > 12):
        raise NotUnderstood
    return (hours * 60 + minutes) * (-1 if printed[0] == "-" else 1)


@lru_cache(maxsize=64)
def _of(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes)) if minutes else UTC
