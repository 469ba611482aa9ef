"""`scrapy dedup`: find near copies and stories anew, and check what the database derives from its texts."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.terminal import show, to_the_end
from newscrawl.storage import Store, StoreError

BATCH = 50  # articles in one transaction: a crawl that waits for its turn waits well under a second


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[--rebuild | --check]"

    def short_desc(self) -> str:
        return "Find copies and stories among the articles that were not compared yet"

    def long_desc(self) -> str:
        return (
            "Compare every article that a version before this one stored with the others of its days: what turns out to be one piece "
            "becomes one article with copies, what tells the same text one story. A crawl does this by itself for what it stores; run "
            "this once after an update. It may be stopped and started again, and runs beside a crawl. Exit code 0, or 2 when --check "
            "found something."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        group = parser.add_mutually_exclusive_group()
        group.add_argument(
            "--rebuild", action="store_true", help="drop all stories and find them anew, resuming where it was stopped"
        )
        group.add_argument("--check", action="store_true", help="change nothing; say what is inconsistent")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            with Store(self.settings["NEWSCRAWL_DATABASE_URL"], create=False) as store:
                self._work(store, opts)
        except StoreError as reason:
            self.exitcode = CannotStart(str(reason)).tell()

    def _work(self, store: Store, opts: argparse.Namespace) -> None:
        if opts.check:
            faults = store.check()
            self.exitcode = 2 if faults else 0
            show(faults or ["consistent"])
            return
        if opts.rebuild:
            store.forget_stories()
        compared = to_the_end(lambda: store.mend(BATCH), store.stale())
        counts = store.counts()
        holds = ", ".join(f"{counts[name]:,} {name}" for name in ("articles", "copies", "revisions", "stories"))
        show([f"{compared:,} articles compared; the archive holds {holds}"])
