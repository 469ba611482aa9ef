"""`scrapy export`: the articles of the archive as a file for other programs."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.selecting import add_filters, add_text, selection
from newscrawl.commands.terminal import Screen, abandon, progress, say
from newscrawl.export.whole import whole
from newscrawl.storage import Record, Selection, Store, StoreError

Writer = Callable[[Iterable[Record], BinaryIO], None]

FORMATS = ("jsonl", "csv", "parquet")


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "-o FILE"

    def short_desc(self) -> str:
        return "Write articles to a file: JSON lines, CSV or Parquet"

    def long_desc(self) -> str:
        return (
            "Write the articles that meet all conditions to FILE, without conditions all, the oldest first (and those without a "
            "time before them). FILE appears when it is complete; until then, and when something fails, what was there stays. "
            "articles.jsonl holds an object a line and can be read by `scrapy import`. articles.csv opens in Excel and "
            "LibreOffice: its times are Seoul's, and a text that could run as a formula has an apostrophe before it. "
            "articles.parquet is for pandas, DuckDB and Polars, and needs `pip install 'newscrawl[parquet]'`. The last two begin with "
            "the numbers of the article and its story: count a story once. More in docs/storage.md."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "-o",
            "--output",
            metavar="FILE",
            help="the file to write; - for standard output (jsonl, if not told otherwise)",
        )
        parser.add_argument("--format", choices=FORMATS, help="what to write (default: what FILE ends with)")
        add_filters(parser)
        add_text(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:  # not under nohup
                signal.signal(number, signal.default_int_handler)
        try:
            if args or not opts.output:
                raise CannotStart("name one file: `scrapy export -o articles.csv` (or .jsonl, .parquet; - for a pipe)")
            calm()
            write, chosen = writer(opts.output, opts.format), selection(opts)
            with Store(self.settings["NEWSCRAWL_DATABASE_URL"], create=False) as store:
                export(store, chosen, write, opts.output)
        except (CannotStart, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
        except KeyboardInterrupt:
            stays = "" if opts.output == "-" else f"; what was at {opts.output} stays"
            self.exitcode = CannotStart(f"stopped before the end{stays}.").tell()


def calm() -> None:
    """Keep Python's cycle collector from looking for cycles, of which records have none: that is a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def writer(output: str, format: str | None) -> Writer:
    """The function that writes a format.

    Raises:
        CannotStart: no such format, or what it needs is not installed.
    """
    suffix = "jsonl" if output == "-" else Path(output).suffix.lower().removeprefix(".")
    match format or suffix:
        case "jsonl":
            from newscrawl.export import jsonl

            return jsonl.write
        case "csv":
            from newscrawl.export import csv

            return csv.write
        case "parquet":
            try:
                from newscrawl.export import parquet
            except ImportError:
                raise CannotStart("Parquet needs pyarrow: pip install 'newscrawl[parquet]'") from None
            return parquet.write
    raise CannotStart(f"what {output} shall hold is not clear from its name; add --format {', '.join(FORMATS)}")


def export(store: Store, chosen: Selection, write: Writer, output: str) -> None:
    """Write the articles of a selection, and say how many there were.

    Raises:
        CannotStart: the file cannot be written.
    """
    counted = Counted(store.records(order="oldest", **chosen))
    try:
        if output == "-":
            screen = Screen()
            write(counted, cast(BinaryIO, screen))
            screen.flush()
        else:
            with whole(Path(output)) as file:
                write(counted, file)
    except BrokenPipeError:
        abandon()
        return
    except OSError as error:
        if output == "-":
            if sys.stdout:
                abandon()
            raise CannotStart(f"standard output cannot be written: {error.strerror or error}") from None
        raise CannotStart(f"{output} cannot be written: {error.strerror or error}; what was there stays.") from None
    finally:
        progress("")
    told = (
        f"{counted.number:,} article{'s' * (counted.number > 1)}"
        if counted.number
        else "no article meets the conditions"
    )
    if output != "-":
        told += f"; {output} holds {Path(output).stat().st_size:,} bytes"
    say(told)


class Counted:
    """Records that are counted, and told of on a terminal, as they go by."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = records
        self.number = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self.records:
            yield record
            self.number += 1
            if self.number % 1_000 == 0:
                progress(f"{self.number:,} articles")
