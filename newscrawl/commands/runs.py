"""`scrapy runs`: the history of crawls."""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from typing import Any

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.terminal import aligned, show
from newscrawl.health import tally
from newscrawl.storage import Run, Store, StoreError
from newscrawl.text.dates import SEOUL

COLUMNS = ("started", "source", "took", "listed", "fetched", "stored", "copies", "rejected", "status")


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[NAME] [--limit N] [--json]"

    def short_desc(self) -> str:
        return "Print the history of crawls"

    def long_desc(self) -> str:
        return (
            "Print the newest crawls, of the source NAME or of all, newest first; times are Seoul's. Of one source each crawl that "
            "was not healthy says why. --json prints one object a line, with every counter. `scrapy health` tells the present state."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many (default: 20)")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if len(args) > 1:
                raise CannotStart("name one source, or none for all")
            with Store(self.settings["NEWSCRAWL_DATABASE_URL"], create=False) as store:
                runs = store.runs(args[0] if args else None, limit=opts.limit)
        except (CannotStart, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        if opts.json:
            show(json.dumps(as_dict(run), ensure_ascii=False) for run in runs)
        elif not runs:
            self.exitcode = CannotStart(
                f"there is no run{f' of {args[0]!r}' if args else ''} yet; `scrapy crawl NAME` makes one"
            ).tell()
        else:
            lines = aligned([COLUMNS, *map(row, runs)]).splitlines()
            reasons = [[]] + [list(run.counters.get("run/reasons", ())) if args else [] for run in runs]
            show("\n    ".join([line, *why]) for line, why in zip(lines, reasons, strict=True))


def row(run: Run) -> tuple[str, ...]:
    """A run's line of the table."""
    took = str(run.finished_at - run.started_at).partition(".")[0] if run.finished_at else "–"
    numbers = (str(n) for n in tally(run.counters).values())
    status = run.status or "not ended"
    return (minute(run.started_at), run.source, took, *numbers, status)


def as_dict(run: Run) -> dict[str, Any]:
    """A run as JSON values, its times in ISO 8601 with Seoul's offset."""
    times = {
        name: value and value.astimezone(SEOUL).isoformat() for name, value in vars(run).items() if name.endswith("_at")
    }
    return vars(run) | times


def minute(moment: datetime) -> str:
    """A time in Seoul, to the minute."""
    return f"{moment.astimezone(SEOUL):%Y-%m-%d %H:%M}"
