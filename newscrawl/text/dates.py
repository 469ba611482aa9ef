"""Read the times of the Korean press: absolute ones only, in Seoul's zone unless another is printed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from newscrawl.text import zones
from newscrawl.text.moments import first, moment_at, moments, typed
from newscrawl.text.words import anyof

SEOUL = zones.SEOUL
EARLIEST = datetime(1990, 1, 1, tzinfo=SEOUL)
"""No page is older."""

WHEN = r"(?:\s?(?:일시|시간|시각|일자|날짜|일))?"
# 최초, 최종 or 기사 may stand before: a search does not ask for them, so that it passes most letters at once.
INPUT = anyof("published-labels") + WHEN
MODIFIED = anyof("edited-labels") + WHEN
# What stands between a label and its time: "입력 : 2026…", "[입력 2026…]", "<dt>입력</dt><dd>2026…", "Updated at 2026…".
_JOINT = r"(?:[\s:：|·,.\])}>】(]|at\b|on\b){0,6}"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[.,]{0,2}\s{1,2})?"
_BEFORE = re.compile(rf"(?:(?P<input>{INPUT})|(?P<modified>{MODIFIED})){_JOINT}{_WEEKDAY}$")
# Behind the time it is a word of its own: "2023.01.07 05:00 입력", not "2023.01.07 05:00 수정안을".
_BEHIND = re.compile(
    rf"[\s(\[]{{0,6}}(?:(?:최초\s?)?(?:기사\s?)?(?P<input>{INPUT})|(?:최종\s?)?(?:기사\s?)?(?P<modified>{MODIFIED}))"
    r"(?=[\s)\]|/,]{0,6}(?:$|\n|[\d(]))"
)
# "… 15:22 입력 | 2026.11.20 16:30 수정 한국은행은": what parts two labelled times says that they stand before their labels.
_PARTED = re.compile(r"[|·,]")
_EDIT_BEHIND = re.compile(rf"\s?(?:최종\s?)?(?:기사\s?)?{MODIFIED}(?![가-힣])")
_PUBLISHED, _EDITED = (re.compile(label + _JOINT + _WEEKDAY + r"(?=[\dJFMASOND])") for label in (INPUT, MODIFIED))
_DIGITS = tuple("0123456789")
# The head of ND Soft's pages says with 발행일 or 최종편집 what time it is: "2026-11-20 21:59 (금)".
_TODAY = re.compile(r"\s?\([월화수목금토일]\)")
# Seconds, or milliseconds with .NET's frame: "/Date(1795155753000)/".
_SINCE_1970 = re.compile(r"(?:/Date\()?(1[0-9]{9})(?:[0-9]{3})?(?:\.[0-9]+)?(?:(?:[+-][0-9]{4})?\)/)?")


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
    return first(typed(text))


def labelled(text: str) -> tuple[datetime | None, datetime | None]:
    """The times printed after 입력/등록/승인 … and after 수정/업데이트.

    >>> [t.strftime("%F %R") for t in labelled("입력 : 2022-11-08 11:27:25 수정 : 2022-11-08 14:49:15")]
    ['2022-11-08 11:27', '2022-11-08 14:49']
    >>> [t.strftime("%F %R") for t in labelled("등록 2026.11.21 14:05:33수정 2026.11.21 15:10:22")]
    ['2026-11-21 14:05', '2026-11-21 15:10']
    >>> [t.strftime("%F %R") for t in labelled("지면 A3 | 게재 일자 : 2026.11.21 14:05 | 최종수정 2026.11.21. 오후 3:05")]
    ['2026-11-21 14:05', '2026-11-21 15:05']
    >>> labelled("금리 동결 2026.11.20 15:22 입력 | 2026.11.20 16:30 수정 한국은행은")[0].strftime("%F %R")
    '2026-11-20 15:22'
    >>> labelled("댓글 3 · 54분전"), labelled("2026.11.21 지면 A3")
    ((None, None), (None, None))
    """
    text = typed(text)
    return _after(_PUBLISHED, text), _after(_EDITED, text)


def _after(label: re.Pattern[str], text: str) -> datetime | None:
    for match in label.finditer(text):
        end, moment = moment_at(text, match.end())
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        if not end or _TODAY.match(text, end) or (before.endswith("최종") and match[0].startswith("편집")):
            continue
        if before.endswith(_DIGITS) and (
            _BEHIND.match(text, end) or (_PARTED.search(match[0]) and _EDIT_BEHIND.match(text, end))
        ):
            return next((m for _, _, m in reversed([*moments(before)])), None)  # "… 15:22 입력 | … 16:30 수정"
        return moment
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
    box = typed(box)
    found = list(moments(box))
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


def since_1970(value: str) -> str:
    """A value of a page's data with seconds or milliseconds since 1970 written as a time; any other as it is.

    Only data hold such numbers: on a page ten digits are a telephone number or an article's. Values from 2033 on are left alone,
    for they may be a day and an hour (2033012015).

    >>> [since_1970(value) for value in ("1795155753", "1795155753000", "/Date(1795155753000+0900)/", "2026112015", "2026-11-20")]
    ['2026-11-20T06:22:33+00:00', '2026-11-20T06:22:33+00:00', '2026-11-20T06:22:33+00:00', '2026112015', '2026-11-20']
    """
    found = _SINCE_1970.fullmatch(value.strip())
    return datetime.fromtimestamp(int(found[1]), UTC).isoformat() if found and found[1] < "1990" else value


def is_possible(moment: datetime) -> bool:
    """Whether a piece may have this time: after 1990, and not later than tomorrow, for clocks err and papers print the next day's."""
    return EARLIEST < moment < datetime.now(UTC) + timedelta(days=1)
