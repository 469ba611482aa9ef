"""JSON lines: an object an article, in the fields that `scrapy import` takes, with the stocks beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import orjson

from newscrawl.storage import Record
from newscrawl.text.dates import SEOUL

OURS = ("id", "story_id")
"""Numbers of this archive, which another gives anew. Without them what was imported is exported the same."""


def write(records: Iterable[Record], file: BinaryIO) -> None:
    """Write a line for each record, as `Article.as_dict` prints it."""
    for record in records:
        line = record.copy()
        for name in OURS:
            del line[name]
        for name in ("published_at", "modified_at"):
            if line[name]:
                line[name] = line[name].astimezone(SEOUL)
        file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
