"""JSON lines: an object an article, in the fields that `scrapy import` takes, with the stocks beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import orjson

from newscrawl.items import FIELDS
from newscrawl.storage import Record
from newscrawl.text.dates import SEOUL

NAMES = (*FIELDS, "stocks")
"""Without the numbers of articles and stories, which are those of one archive: what was imported is exported the same."""


def write(records: Iterable[Record], file: BinaryIO) -> None:
    """Write a line for each record, as `Article.as_dict` prints it."""
    for record in records:
        line = {name: record[name] for name in NAMES}
        for name in ("published_at", "modified_at"):
            if line[name]:
                line[name] = line[name].astimezone(SEOUL)
        file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
