"""Whether a page prints another hour than its data tell: Seoul's clock labelled as UTC's, or UTC's as Seoul's."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape

from newscrawl.text import dates

NINE = timedelta(hours=9)
_TAG = re.compile(r"^[^<>]*>|<[^<>]*>?")
_BEFORE, _BEHIND, _MOST = 400, 300, 8
"""Letters of the source around a clock that may hold its label, and how many clocks are tried."""


def nine_hours_off(text: str, told: datetime) -> tuple[datetime, datetime | None] | None:
    """The times of publication and of the last edit that a page prints with their labels, if the first is nine hours from what its data tell.

    Args:
        text: the page's source.
        told: the time of publication in its data, in the zone that they name.

    >>> page = '<dt>입력</dt><dd>2026.11.20. 오전 9:30</dd>'
    >>> [t and t.isoformat() for t in nine_hours_off(page, datetime.fromisoformat("2026-11-20T09:30:00+00:00"))]
    ['2026-11-20T09:30:00+09:00', None]
    >>> nine_hours_off(page, datetime.fromisoformat("2026-11-20T00:30:00+00:00"))    # the same moment
    """
    if (offset := told.utcoffset()) not in (timedelta(), NINE):
        return None
    meant = (told + (NINE if offset else -NINE)).astimezone(dates.SEOUL)
    hours = (str(meant.hour), str(meant.hour % 12 or 12))
    for mark in (f":{meant:%M}", f"시 {meant:%M}분"):
        at, left = text.find(mark), _MOST
        while at >= 0 and left:
            before = text[max(0, at - 3) : at]
            if before.endswith(hours) and "T" not in before:  # T09:30 is the data's own
                around = _TAG.sub(" ", text[max(0, at - _BEFORE) : at + _BEHIND])
                published, edited = dates.labelled(" ".join(unescape(around).split()))
                if published and published.replace(second=0) == meant.replace(second=0):
                    return published, edited
                left -= 1
            at = text.find(mark, at + 1)
    return None
