"""`scrapy import`: articles from elsewhere, through the pipeline of a crawl."""

from __future__ import annotations

import argparse
import codecs
from collections import Counter

import orjson
from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart, open_file
from newscrawl.commands.terminal import progress, say, show
from newscrawl.items import Article
from newscrawl.session import open_session
from newscrawl.storage import StoreError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "FILE.jsonl"

    def short_desc(self) -> str:
        return "Store articles from a file of JSON lines"

    def long_desc(self) -> str:
        return (
            "Store the articles of FILE.jsonl (- for standard input), one object a line in the fields that `scrapy extract` and `scrapy export` print, "
            "with the same checks and the same deduplication as a crawl. A line that is no article is named and left out; "
            "what was stored before it stays. Exit code 0 when every line was taken, 2 when some were not, 1 when nothing could be read."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            file = open_file(args)
            session = open_session(self.settings)
        except (CannotStart, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        outcomes: Counter[str] = Counter()
        with file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    outcomes[session.save(read_line(line))] += 1
                except ValueError as reason:
                    outcomes["refused"] += 1
                    say(f"{args[0]}, line {number}: {reason}")
                progress(f"{number} lines")
        session.store.close()
        progress("")
        if outcomes["refused"]:
            self.exitcode = 2 if outcomes.total() > outcomes["refused"] else 1
        show([", ".join(f"{name} {count}" for name, count in sorted(outcomes.items())) or "no line in the file"])


def read_line(line: bytes) -> Article:
    """The article of one line.

    Raises:
        ValueError: the line is no article; the message says why.
    """
    try:
        values = orjson.loads(line.removeprefix(codecs.BOM_UTF8))
    except ValueError as error:
        if b"\0" in line:
            raise ValueError("is UTF-16; `iconv -f UTF-16 -t UTF-8 FILE` makes UTF-8 of it") from None
        if line.strip() in (b"[", b"]"):
            raise ValueError("is part of a JSON array; `jq -c '.[]' FILE` writes an object a line") from None
        raise ValueError(f"is no JSON ({error})") from None
    if not isinstance(values, dict):
        what = "an array; `jq -c '.[]' FILE` writes an object a line" if isinstance(values, list) else "no JSON object"
        raise ValueError(f"is {what}")
    values.pop("stocks", None)  # `scrapy export` writes them; they are read out of the text again
    return Article.from_dict(values)
