"""Times that are printed like a publication's and are none: the hours of a notice, an embargo, an event."""

from __future__ import annotations

import re

# A time with one of these names is when something else begins or ends.
PERIOD = re.compile(r"start|begin|end(?:ed|[-_]|$)|expir|clos|open|until|valid|limit|target", re.I)
_WHEN = r"\(?(?:20\d\d|\d\d)\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?(?:\s?\([월화수목금토일]\))?\s?(?:오전|오후|낮)?\s?\d{1,2}(?::|시)\s?(?:\d\d)?(?::\d\d)?분?"
# The hours of a notice, an embargo, an event, and whatever lasts until something: no publication.
NO_PUBLICATION = re.compile(
    rf"(?:점검|작업|중단|시행|행사|이벤트|응모|모집|접수|투표|엠바고|보도\s?시점|예정|기한|마감|당첨자?\s?발표|개최)\s?(?:일시|시간|기간|일자|일)?\s?[:：]?\s?{_WHEN}(?:\s?[~∼–]\s?(?:{_WHEN}|[\d.:/시분\s]{{1,12}}))?"
    rf"|(?:기간|(?<![가-힣])일시)\s?[:：]\s?{_WHEN}|{_WHEN}\s?(?:[~∼](?=\s?[\d(오])|부터)\s?(?:{_WHEN})?"
)


def without_periods(text: str) -> str:
    """A text without the times that say when something else begins, ends or may be told.

    >>> without_periods("점검 일시 : 2026.11.20 02:00 ~ 2026.11.20 06:00"), without_periods("보도시점 2026. 11. 20. 12:00")
    (' ', ' ')
    >>> without_periods("게재일시 : 2026.11.20 14:00"), without_periods("2026.11.20 14:00")
    ('게재일시 : 2026.11.20 14:00', '2026.11.20 14:00')
    """
    return NO_PUBLICATION.sub(" ", text)
