"""CSV for spreadsheets: a row an article, in which no text runs as a formula."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO

from newscrawl.storage import Record
from newscrawl.storage.reading import NAMES
from newscrawl.text.dates import SEOUL
from newscrawl.text.whitespace import CONTROL

# What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), also behind blanks and in full width.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?(?<=[0-9])%?")


def write(records: Iterable[Record], file: BinaryIO) -> None:
    """Write a head and a row for each record, in UTF-8 with the mark by which Excel knows it."""
    rows = csv.writer(codecs.getwriter("utf-8-sig")(file))
    rows.writerow(NAMES)
    rows.writerows([safe(printed(name, record[name])) for name in NAMES] for record in records)


def printed(name: str, value: Any) -> str:
    """A value as a person reads it in one cell; times are Seoul's, as spreadsheets understand them.

    >>> printed("authors", [dict(name="홍길동", email=None, role="기자"), dict(name="김철수", email="kim@mk.co.kr", role=None)])
    '홍길동 기자; 김철수 kim@mk.co.kr'
    >>> printed("stocks", [dict(code="005930", name="삼성전자"), dict(code="000660", name=None)])
    'KRX:005930 삼성전자; KRX:000660'
    >>> printed("published_at", datetime(2026, 11, 20, 9, 30, tzinfo=SEOUL)), printed("subtitle", None)
    ('2026-11-20 09:30:00', '')
    """
    match name, value:
        case _, None:
            return ""
        case "authors", _:
            return "; ".join(" ".join(filter(None, (a["name"], a["role"], a["email"]))) for a in value)
        case "images", _:
            return "; ".join(image["url"] for image in value)
        case "stocks", _:
            # A code that stands alone in a cell would lose its zeros.
            return "; ".join(" ".join(filter(None, (f"KRX:{stock['code']}", stock["name"]))) for stock in value)
        case "extraction", _:
            return "; ".join(f"{field}: {rung}" for field, rung in value.items())
        case "premium", _:
            return "true" if value else "false"
        case _, datetime():
            return value.astimezone(SEOUL).replace(tzinfo=None).isoformat(" ")
    return str(value)


def safe(cell: str) -> str:
    """The cell with an apostrophe before what could run as a formula; a number stays one. NUL and the like are left out.

    >>> safe('=HYPERLINK("http://x")'), safe("@코스피"), safe("- 환율"), safe(" +1+1"), safe("＝1")
    ('\\'=HYPERLINK("http://x")', "'@코스피", "'- 환율", "' +1+1", "'＝1")
    >>> safe("-0.88%"), safe("+1,234.5"), safe("▲0.3"), safe("2641.30")
    ('-0.88%', '+1,234.5', '▲0.3', '2641.30')
    """
    cell = CONTROL.sub("", cell)
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell
