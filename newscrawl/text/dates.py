"""Read the times of the Korean press: absolute ones only, in Seoul's zone unless an offset is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

SEOUL = timezone(timedelta(hours=9), "KST")
"""Asia/Seoul, which has kept +09:00 since 1988; fixed, so that no machine needs a zone database."""

MONTHS = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
ZONE = r"\(?(?P<zone>Z|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|UTC|GMT|KST)?"
WEEKDAY = r"(?:\s*\((?:[월화수목금토일](?:요일)?|[A-Z][A-Za-z]{2})\)|\s*[월화수목금토일]요일|\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)\b)?"
# The half of the day stands before the hour in Korean, behind it in English.
CLOCK = r"(?P<half>오전|오후|낮|AM|PM|am|pm)?\s*\(?(?P<hour>\d{1,2})(?::|시\s*)(?P<minute>\d{2}|\d(?=분))(?:(?::|분\s*)(?P<second>\d{2}|\d(?=초))(?:[.,]\d+)?)?분?초?(?:\s?(?P<late>AM|PM|am|pm)\b)?"
KOREAN = re.compile(
    r"(?<!\d)(?P<year>20\d{2}|19\d{2}|\d{2})\s?[-./년]\s?(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})\s?[일.]?"
    + WEEKDAY
    + r"\s*[-T,|ㅣ·/]?\s*"
    + CLOCK
    + r"\s*"
    + ZONE
)
COMPACT = re.compile(
    r"(?<!\d)(?P<year>20\d{2}|19\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)T?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?(?!\d)"
)
RFC822 = re.compile(
    r"(?P<day>\d{1,2})\s+(?P<name>[A-Za-z]{3})[a-z]*\.?,?\s+(?P<year>\d{4}),?\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*"
    + ZONE
)
AMERICAN = re.compile(
    r"\b(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4}),?\s+"
    + CLOCK
    + r"\s*"
    + ZONE
)
# The first letters of an English month; most text on a Korean page has none.
NAMED = re.compile("[JFMASOND][aepuco][nbrylgptvc]")
WHEN = r"(?:\s?(?:일시|시간|시각|일자|날짜|일))?"
# 최초, 최종 or 기사 may stand before: a search does not ask for them, so that it passes most letters at once.
INPUT = (
    r"(?:입력|등록|승인|송고|게재|작성|발행|전송|게시|출고|보도|Published|Posted|Registered|PUBLISHED|POSTED)" + WHEN
)
MODIFIED = r"(?:수정|업데이트|갱신|편집|변경|Updated|Modified|UPDATED|MODIFIED|updated)" + WHEN
# What stands between a label and its time: "입력 : 2026…", "[입력 2026…]", "<dt>입력</dt><dd>2026…", "Updated at 2026…".
_JOINT = r"(?:[\s:：|·,.\])}>】(]|at\b|on\b){0,6}"
_BEFORE = re.compile(rf"(?:(?P<input>{INPUT})|(?P<modified>{MODIFIED})){_JOINT}$")
# Behind the time it is a word of its own: "2023.01.07 05:00 입력", not "2023.01.07 05:00 수정안을".
_BEHIND = re.compile(
    rf"[\s(\[]*(?:(?:최초\s?)?(?:기사\s?)?(?P<input>{INPUT})|(?:최종\s?)?(?:기사\s?)?(?P<modified>{MODIFIED}))"
    r"(?=[\s)\]|/,]*(?:$|\n|[\d(]))"
)


def parse(text: str) -> datetime | None:
    """The first moment printed in the text, aware; None when there is none with an hour ("54분전", "2026.01.06").

    >>> parse("입력 2026.02.12. 오후 10:30").isoformat()
    '2026-02-12T22:30:00+09:00'
    >>> parse("Tue, 22 Sep 2026 14:37:38 +09:00").isoformat()    # mk feeds: a colon in the offset
    '2026-09-22T14:37:38+09:00'
    >>> parse("2025-05-15T20:00:52.000+0900").isoformat()
    '2025-05-15T20:00:52+09:00'
    >>> [parse(t).strftime("%F %T") for t in ("2026. 3. 21. 21:43", "26.07.15 10:17", "2026년 1월 6일 오전 12시 5분",
    ...     "2026.01.06.18:05", "2026.01.06 (17:45)", "20180516162312")]
    ['2026-03-21 21:43:00', '2026-07-15 10:17:00', '2026-01-06 00:05:00', '2026-01-06 18:05:00', '2026-01-06 17:45:00', '2018-05-16 16:23:12']
    >>> [parse(t).strftime("%F %T") for t in ("2026년11월20일 10시22분", "2026-11-20 10:22:33.0", "2026.11.20(금) 오후 6:05",
    ...     "송고2026-01-06 16:46", "입력2026.05.08 20:55", "2026.11.20 | 10:22", "Nov 20, 2026 6:05 PM")]    # doctest: +NORMALIZE_WHITESPACE
    ['2026-11-20 10:22:00', '2026-11-20 10:22:33', '2026-11-20 18:05:00', '2026-01-06 16:46:00', '2026-05-08 20:55:00',
     '2026-11-20 10:22:00', '2026-11-20 18:05:00']
    >>> parse("Fri, 20 Nov 2026 01:22:33 GMT").isoformat(), parse("2026-11-20T01:22:33.000Z").isoformat()
    ('2026-11-20T01:22:33+00:00', '2026-11-20T01:22:33+00:00')

    A relative time, a date or an hour alone, and what is no date give nothing.

    >>> [parse(t) for t in ("54분전", "3시간 전", "어제 10:22", "2026.01.06", "오후 6:05", "2026-13-40 99:99", "02-1234-5678 10:22")]
    [None, None, None, None, None, None, None]
    """
    return next((moment for _, _, moment in _moments(text)), None)


def labelled(text: str) -> tuple[datetime | None, datetime | None]:
    """The times printed after 입력/등록/승인 … and after 수정/업데이트.

    >>> [t.strftime("%F %R") for t in labelled("입력 : 2022-11-08 11:27:25 수정 : 2022-11-08 14:49:15")]
    ['2022-11-08 11:27', '2022-11-08 14:49']
    >>> [t.strftime("%F %R") for t in labelled("등록 2026.11.21 14:05:33수정 2026.11.21 15:10:22")]
    ['2026-11-21 14:05', '2026-11-21 15:10']
    >>> [t.strftime("%F %R") for t in labelled("지면 A3 | 게재 일자 : 2026.11.21 14:05 | 최종수정 2026.11.21. 오후 3:05")]
    ['2026-11-21 14:05', '2026-11-21 15:05']
    >>> labelled("댓글 3 · 54분전"), labelled("2026.11.21 지면 A3")
    ((None, None), (None, None))
    """
    return _after(INPUT, text), _after(MODIFIED, text)


def _after(label: str, text: str) -> datetime | None:
    for match in re.finditer(label + _JOINT + r"(?=[\dJFMASOND])", text):
        moment = KOREAN.match(text, match.end()) or AMERICAN.match(text, match.end())
        if moment:
            return _moment(moment)
    return None


@lru_cache(maxsize=16)  # a page's box of times is read for both of its times
def printed(box: str) -> tuple[datetime | None, datetime | None]:
    """The times of publication and of the last edit in a box that holds an article's times and little else.

    Labels decide, in whatever order they stand; without one a time is the publication's, unless it is later than the edit's.

    >>> [t and t.strftime("%d %R") for t in printed("수정\\n2025-03-19 15:13\\n등록\\n2025-03-19 14:52")]    # 한겨레, 2025-03
    ['19 14:52', '19 15:13']
    >>> [t and t.strftime("%d %R") for t in printed("2023.01.07 05:00 수정 : 2023.01.07 07:12 기사원문")]    # an AMP page
    ['07 05:00', '07 07:12']
    >>> [t and t.strftime("%d %R") for t in printed("2022.03.05 11:20 입력 | 2022.03.06 09:10 수정")]
    ['05 11:20', '06 09:10']
    >>> [t and t.strftime("%d %R") for t in printed("최종수정 2026.11.21. 오후 3:05")]
    [None, '21 15:05']
    >>> [t and t.strftime("%d %R") for t in printed("2026. 3. 21. 21:43\\n2026. 3. 21. 22:10")]    # nothing says that the second is an edit
    ['21 21:43', None]
    >>> [t and t.strftime("%d %R") for t in printed("Published : Nov. 20, 2026 18:05 Updated : Nov. 21, 2026 09:10")]
    ['20 18:05', '21 09:10']
    """
    found = list(_moments(box))
    if len(found) == 1 and found[0][:2] == (0, len(box)):
        return found[0][2], None  # the time of a page's data: no label stands beside it
    gaps = [0, *(end for _, end, _ in found)]
    before = [_BEFORE.search(box, gap, start) for gap, (start, _, _) in zip(gaps, found, strict=False)]
    behind = [_BEHIND.match(box, end) for _, end, _ in found]
    # Labels stand behind when the first time has none before it and the last one has.
    labels = behind if found and not before[0] and behind[-1] else before
    named = [(label.lastgroup if label else None, moment) for label, (_, _, moment) in zip(labels, found, strict=True)]
    modified = max((moment for name, moment in named if name == "modified"), default=None)
    published = next((moment for name, moment in named if name == "input"), None) or next(
        (moment for name, moment in named if name is None and (modified is None or moment <= modified)), None
    )
    return published, modified


def _moments(text: str) -> Iterator[tuple[int, int, datetime]]:
    """The moments printed in a text, in order, each with its begin and end there."""
    patterns = (KOREAN, COMPACT, RFC822, AMERICAN) if NAMED.search(text) else (KOREAN, COMPACT)
    last = 0
    for match in sorted((hit for pattern in patterns for hit in pattern.finditer(text)), key=re.Match.start):
        if match.start() >= last and (moment := _moment(match)):
            last = match.end()
            yield match.start(), last, moment


def _moment(match: re.Match[str]) -> datetime | None:
    part = match.groupdict()
    month = MONTHS.get(part["name"].lower()) if part.get("name") else int(part["month"])
    year, hour = int(part["year"]), int(part["hour"])
    half = (part.get("half") or part.get("late") or "").lower()
    if half in ("오후", "pm", "낮") and hour < 12 and not (half == "낮" and hour > 6):
        hour += 12
    elif half in ("오전", "am") and hour == 12:
        hour = 0
    try:
        return datetime(
            year + 2000 if year < 100 else year,
            month or 0,
            int(part["day"]),
            hour,
            int(part["minute"]),
            int(part.get("second") or 0),
            tzinfo=_zone(part.get("zone")),
        )
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _zone(printed: str | None) -> timezone:
    if printed in ("Z", "UTC", "GMT"):
        return UTC
    printed = re.sub(r"^(?:GMT|UTC)(?=.)", "", printed or "")
    if printed and printed[0] in "+-":
        offset = timedelta(hours=int(printed[1:3]), minutes=int(printed[-2:]))
        return timezone(offset if printed[0] == "+" else -offset)
    return SEOUL
