"""The forms in which a moment is printed: a date with its clock, and nothing guessed. docs/times.md has a row for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Literal

from newscrawl.text.zones import SEOUL, NotUnderstood, is_elsewhere, zone

_WORDS = "january february march april may june july august september october november december".split()
MONTHS = {name[:length]: i for i, name in enumerate(_WORDS, 1) for length in (3, len(name))} | {"sept": 9}

# The half of the day, or a part of it that tells the half (새벽 5:30, 밤 9:30); before the hour in Korean, behind it in English.
_ENGLISH = r"[AaPp](?:\.\s?)?[Mm](?![A-Za-z])\.?"
_HALF = rf"(?P<half>오전|오후|새벽|아침|낮|저녁|밤|정오|자정|午[前後]|[上下]午|{_ENGLISH})"
_LATE = rf"(?P<late>(?:오전|오후|午[前後]|[上下]午)(?!\)?\s?[0-9가-힣])|자정|정오|noon|midnight|{_ENGLISH})"
_TIME = (
    r"(?::|\s?[시時时點点]\s{0,2})(?P<minute>[0-9]{2}|[0-9](?=\s?분))"
    r"(?:(?::|\s?[분分]\s{0,2})(?P<second>[0-9]{2}|[0-9](?=\s?초))(?:[.,][0-9]+|:[0-9]{3}(?![0-9]))?)?[분分]?[초秒]?\)?"
    rf"(?:\s?\(?{_LATE}\)?)?"
)
_CLOCK = rf"(?:{_HALF})?\s{{0,2}}\(?(?P<hour>[0-9]{{1,2}}){_TIME}"
_DAYS = r"(?:[월화수목금토일月火水木金土日](?:요일|曜日)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]{0,6})"
_WEEKDAY = rf"(?P<weekday>\s{{0,2}}[(\[]\s?{_DAYS}\s?[)\]]|\s{{0,2}}[월화수목금토일]요일|\s{{1,2}}{_DAYS}(?![가-힣A-Za-z])\.?)?"
# What stands between a date and its clock, and a digit that begins a number: so written, a search skips to the next digit.
_TO = r",?\s{0,3}(?:[-Tt,|ㅣ·/:]|at\b)?\s{0,3}"
_DIGIT = r"[0-9](?<![0-9][0-9])"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_NAME = r"(?P<name>[JFMASOND](?<![A-Za-z].)[A-Za-z]{2,8})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_ZONE = r"(?P<zone>\s?\(?(?:[A-Z]{1,5}\s?)?(?:[+-][0-9]{1,2}:?(?:[0-9]{2})?)?\)?)"

# 2026.11.20 15:22, 2026년 11월 20일 오후 3시 22분. Two digits are no year behind another number: 1.26.11.20.
YEAR_FIRST = re.compile(
    rf"(?P<year>{_DIGIT}[0-9](?:[0-9]{{2}}|(?<![0-9][-./:]..)))\s?(?:(?P<mark>[-./])|[년年])\s{{0,2}}(?P<month>[0-9]{{1,2}})"
    rf"\s?(?(mark)(?P=mark)|[월月])\s{{0,2}}(?P<day>[0-9]{{1,2}})\s?(?(mark)\.?|[일日]?){_WEEKDAY}{_TO}(?:{_CLOCK}|(?P<noon>정오)(?![가-힣0-9]))"
)
# 20261120152233, 20261120T1522, 20261120 15:22; no part of a name or an address.
COMPACT = re.compile(
    r"(?P<year>[12](?<![0-9A-Za-z_/=.-].)[09][0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?:[Tt]|\s(?=[0-9]{2}:))?"
    r"(?P<hour>[0-2][0-9])(?P<colon>:)?(?P<minute>[0-5][0-9])(?:(?(colon):)(?P<second>[0-5][0-9])(?:[.,][0-9]+)?)?(?![0-9:])"
    rf"(?:\s?\(?{_LATE}\)?)?"
)
# 11/20/2026 3:22 PM, 20.11.2026 15:22.
YEAR_LAST = re.compile(rf"(?P<first>{_DIGIT}[0-9]?)(?P<mark>[-./])(?P<other>[0-9]{{1,2}})(?P=mark){_YEAR}{_TO}{_CLOCK}")
# 20 11월 2026 15:22: what a Korean locale makes of "dd MMM yyyy".
MONTH_INSIDE = re.compile(rf"(?P<day>{_DIGIT}[0-9]?)[\s-](?P<month>[0-9]{{1,2}})월[\s-]{_YEAR}{_TO}{_CLOCK}")
# 20 Nov 2026 15:22, 20-Nov-26 15:22:33 GMT, 20/Nov/2026:15:22:33.
DAY_FIRST = re.compile(
    rf"(?P<day>{_DIGIT}[0-9]?)(?:st|nd|rd|th)?[\s/-]\s?{_NAME},?[\s/-]\s?(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9]){_TO}{_CLOCK}"
)
# Nov. 20, 2026, 3:22 p.m.
NAME_FIRST = re.compile(rf"{_NAME}\s{{0,2}}{_DAY},?\s{{0,2}}{_YEAR}{_TO}{_CLOCK}")
# Nov 20 15:22:33 KST 2026: java.util.Date, asctime, date(1).
YEAR_BEHIND = re.compile(rf"{_NAME}\s{{1,2}}{_DAY},?\s{{1,2}}{_CLOCK}{_ZONE}\s{{0,2}}{_YEAR}")
# 15:22 November 20, 2026: what 연합뉴스 prints in English (2018-2022); 10:45 AM - 20 Nov 2026.
CLOCK_FIRST, CLOCK_DAY_FIRST = (
    re.compile(
        rf"(?P<hour>[0-9](?<![0-9:+.-].)[0-9]?){_TIME}{_ZONE},?\s{{0,2}}[-|]?\s{{0,2}}(?:[A-Z][a-z]{{2,8}}[.,]{{0,2}}\s)?{date},?\s{{1,2}}{_YEAR}"
    )
    for date in (rf"{_NAME}\s{{0,2}}{_DAY}", rf"{_DAY}\s{_NAME}")
)
NAMED = (DAY_FIRST, NAME_FIRST, YEAR_BEHIND, CLOCK_FIRST, CLOCK_DAY_FIRST)
# What a text must have for the others: "/2026 ", and a month's name before a number.
_YEAR_LAST = re.compile(r"[-./](?:19|20)[0-9]{2}[\s,T:(]")
_MONTH = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}[.,]?[\s/-]{1,2}[0-9]"
)

# Full-width letters, the signs for a.m. and p.m., and marks without a width.
_TYPED: dict[int, str | int | None] = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_TYPED |= {0x33C2: "AM", 0x33D8: "PM", 0x2212: "-", 0x2236: ":", 0xA789: ":"}
_TYPED |= dict.fromkeys([0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF])
_UNTYPED = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2212\u2236\u33c2\u33d8\ua789\ufeff\uff01-\uff5e]"
)
_LONG = 2000
"""Letters of a page's whole text, whose marks without a width are gone already: searching it for them costs more than reading its times."""

_HALF_BEFORE = re.compile(rf"(?:오전|오후|새벽|저녁|밤|{_ENGLISH})\Z")
_HALF_BEHIND = re.compile(
    r"[:.,0-9]{0,8}(?:\s?\(?(?:오전|오후|[AaPp]\.?[Mm](?:Z|[A-Z][SD]T|UTC|GMT|(?![A-Za-z])))|[AaPp]\.?[Mm])"
)
_WEEKDAY_BEFORE = re.compile(r"[A-Z][A-Za-z]{2,8}\.?\Z")
_ALONE = re.compile(r"[\s(\[]{0,2}(?:[A-Za-z]{3,9}|[월화수목금토일](?:요일)?)?[.]?")
_HANGUL = re.compile("[가-힣]")
_EARLIER = re.compile("[0-9A-Z]")
# From and to which hour of twelve a part of the day reaches, where nobody could mean another.
_PARTS = {"새벽": (1, 6), "아침": (5, 11), "낮": (1, 5), "저녁": (5, 11), "밤": (6, 11)}


def typed(text: str) -> str:
    """The text as it would be typed: full-width digits and signs plain, marks without a width left out.

    >>> typed("２０２６．１１．\\u200b２０　１５：２２")
    '2026.11.20　15:22'
    """
    return text if text.isascii() or len(text) > _LONG or not _UNTYPED.search(text) else text.translate(_TYPED)


def moments(text: str) -> Iterator[tuple[int, int, datetime]]:
    """The moments printed in a typed text, in order, each with its begin and end there."""
    last = 0
    hits = (hit for pattern in _patterns(text) for hit in pattern.finditer(text))
    for match in sorted(hits, key=re.Match.start):
        if match.start() >= last and (moment := _read(match)) is not False:
            last = match.end()  # what is not understood is not read a second time in another way
            if moment:
                yield match.start(), last, moment


def first(text: str) -> datetime | None:
    """The first moment printed in a typed text."""
    match = YEAR_FIRST.search(text) if _has_clock(text) else None
    if match and not _EARLIER.search(text, 0, match.start()) and (moment := _read(match)):
        return moment
    return next((moment for _, _, moment in moments(text)), None)


def moment_at(text: str, at: int) -> tuple[int, datetime | None]:
    """Where the date with a clock ends that begins at a place of a typed text, 0 if none does; and the moment if it is understood."""
    start = min(at, 14)
    near = text[at - start : at + 120]
    for pattern in _patterns(near):
        if (match := pattern.match(near, start)) and (moment := _read(match)) is not False:
            return at - start + match.end(), moment
    return 0, None


def _has_clock(text: str) -> bool:
    return ":" in text or "시" in text or "정오" in text or "時" in text or "时" in text or "點" in text or "点" in text


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    yield COMPACT
    if not _has_clock(text):
        return
    yield YEAR_FIRST
    if _YEAR_LAST.search(text):
        yield YEAR_LAST
    if "월 2" in text or "월-2" in text:
        yield MONTH_INSIDE
    if _MONTH.search(text):
        yield from NAMED


def _read(match: re.Match[str]) -> datetime | Literal[False] | None:
    """The moment of a match, None when a part of it is not understood, False when it is no date at all."""
    part = match.groupdict()
    name = part.get("name")
    if name and name.lower() not in MONTHS:
        return False
    before = match.string[max(0, match.start() - 14) : match.start()].rstrip(" \t\n:,([")
    try:
        year, month, day = _date(part, match, before)
        hour, minute, second = (
            _hour(part, before, match.string[match.end() : match.end() + 16]),
            int(part["minute"] or 0),
            int(part.get("second") or 0),
        )
        where = _zone(part, match, before)
    except ValueError:
        return None
    if len(part["year"]) == 2 and name and where is None and not _WEEKDAY_BEFORE.search(before):
        return None  # "20 Nov 26 15:22": either may be the year, unless it is a time of RFC 822
    midnight = hour == 24 and minute == second == 0
    try:
        moment = datetime(year, month, day, 0 if midnight else hour, minute, second, tzinfo=where or SEOUL)
    except ValueError:
        return None
    return moment + timedelta(days=1) if midnight else moment


def _date(part: dict[str, str | None], match: re.Match[str], before: str) -> tuple[int, int, int]:
    """Year, month and day.

    Raises:
        ValueError: they may be meant in more than one way.
    """
    year = int(part["year"] or 0)
    if len(part["year"] or "") == 4 and not 1900 <= year < 2100:
        raise NotUnderstood  # what databases write for none: 0001-01-01, 9999-12-31
    if len(part["year"] or "") == 2:
        # Which of three numbers between slashes is the year: Koreans write it first (Oracle's RR/MM/DD), others last.
        if part.get("mark") == "/" and not _HANGUL.search(before[-6:] + (part["weekday"] or "") + (part["half"] or "")):
            raise NotUnderstood
        year += 2000 if year < 50 else 1900  # RFC 2822, 4.3
    if "first" in part:
        first, other = int(part["first"] or 0), int(part["other"] or 0)
        if first <= 12 and other <= 12 and first != other:
            raise NotUnderstood
        return (year, other, first) if first > 12 else (year, first, other)
    day = part["day"] or ""
    # "2026.11.2015:22" can be parted in one way, "2026.1.115:22" in two.
    if match.start("hour") == match.end("day") and not len(day) == len(part["hour"] or "") == 2:
        raise NotUnderstood
    return year, MONTHS[(part["name"] or "").lower()] if "name" in part else int(part["month"] or 0), int(day)


def _hour(part: dict[str, str | None], before: str, behind: str) -> int:
    """The hour of twenty-four.

    Raises:
        ValueError: the half of the day is not understood, or contradicts the hour or a second one.
    """
    if part.get("noon"):
        return 12
    hour = int(part["hour"] or 0)
    half, late = _plain(part.get("half")), _plain(part.get("late"))
    if half and late and half != late:
        raise NotUnderstood
    half = half or late
    if not half:
        if hour <= 12 and (_HALF_BEHIND.match(behind) or (before and _HALF_BEFORE.search(before))):
            raise NotUnderstood  # "오후 2026.11.20 3:22", "2026.11.20 3:22 오후 브리핑"
        return hour
    if half in ("정오", "noon") and hour == 12:
        return 12
    if half in _PARTS and hour <= 12:
        first, last = _PARTS[half]
        if half == "낮" and hour in (10, 11, 12):
            return hour
        if half == "새벽" and hour == 12:
            return 0
        if not first <= hour <= last:
            raise NotUnderstood  # "밤 12:30", "밤 1:30": of this day or of the next?
        return hour + 12 if half in ("낮", "저녁", "밤") else hour
    if half in ("오후", "pm", "午後", "下午", "낮", "저녁", "밤") and hour < 24:
        return hour + 12 if hour < 12 else hour
    if half in ("오전", "am", "午前", "上午") and hour <= 12:
        return hour % 12
    raise NotUnderstood


def _plain(half: str | None) -> str:
    return half.replace(".", "").replace(" ", "").lower() if half else ""


def _zone(part: dict[str, str | None], match: re.Match[str], before: str) -> timezone | None:
    """The zone that is printed with a clock, None where none is.

    Raises:
        ValueError: it is not understood, or the clock is one end of a time that lasts.
    """
    if before[-1:] in "~∼〜" and before:
        raise NotUnderstood
    alone = match.start() < 14 and (not before or _ALONE.fullmatch(before) is not None)
    exact = part.get("second") is not None or match.string[match.start("hour") - 1] in "Tt"
    if "zone" in part:
        inside = part["zone"] or ""
        where = zone(inside, exact=exact, alone=True)
        if inside.strip() and where is None:
            raise NotUnderstood
    else:
        where = zone(match.string[match.end() : match.end() + 60], exact=exact, alone=alone)
    if where is None and before and is_elsewhere(before):
        raise NotUnderstood  # "UTC 2026.11.20 06:22", "현지시간 2026.11.20 06:22"
    return where
