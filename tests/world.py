"""What the tests of whole crawls share: websites on loopback, a database, and the command line as a shell would use it."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.begun import Begun
from tests.site import XML, Web, article, feed, listing, sitemap

PROJECT = Path(__file__).resolve().parent.parent
FRONT = "http://paper.test"
KIOSK = "http://kiosk.test"
LIST, FEED, SITEMAP = f"{FRONT}/economy?page=1", f"{FRONT}/stock.xml", f"{FRONT}/news.xml"
SCRAPY = (sys.executable, "-m", "scrapy")
RunHere = Callable[..., tuple[int, str, str]]
DEADLINE = 60  # seconds after which a crawl hangs


class Ended(NamedTuple):
    """How a crawl ended: its exit code and its log."""

    code: int
    log: str


class World:
    """What a test has: websites, an empty database and the command line."""

    def __init__(self, web: Web, folder: Path) -> None:
        self.web = web
        self.database = folder / "data" / "newscrawl.db"
        self.url = f"sqlite:///{self.database}"

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a command that has these websites for a network."""
        proxies = dict(http_proxy=self.web.proxy, https_proxy=self.web.proxy, no_proxy="127.0.0.1")
        return os.environ | proxies | dict(NEWSCRAWL_DATABASE_URL=self.url, PYTHONPATH=str(PROJECT)) | more

    def crawling(
        self,
        name: str,
        *options: str,
        cwd: Path = PROJECT,
        **environment: str,
    ) -> Begun:
        """Start the crawl of one of the test's sources as a shell would; the log is its standard error."""
        settings = (
            "SPIDER_MODULES=tests.spiders_local",
            "DOWNLOAD_DELAY=0",
            "RETRY_TIMES=0",
            "NEWSCRAWL_ALLOW_PRIVATE=True",
        )
        words = ["crawl", name, *(part for s in settings for part in ("-s", s)), *options]
        return Begun(words, cwd, self.environment(**environment))

    def crawl(self, name: str, *options: str, **where: Any) -> Ended:
        """A whole crawl."""
        return ended(self.crawling(name, *options, **where))

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command of newscrawl on this database."""
        return subprocess.run(
            [*SCRAPY, *words],
            cwd=PROJECT,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=DEADLINE,
        )

    def rows(self, query: str, *values: object) -> list[Any]:
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query, values).fetchall()

    def outcomes(self) -> dict[str, str]:
        """What became of every candidate, by its address."""
        return dict(self.rows("SELECT url, outcome FROM urls"))

    def titles(self) -> dict[str, str]:
        """The headlines of the articles, by their addresses."""
        return dict(self.rows("SELECT url, title FROM articles"))

    def last_run(self) -> tuple[str, str, str, dict[str, Any]]:
        """Source, reason, status and counters of the newest run."""
        query = "SELECT source, reason, status, counters FROM runs ORDER BY id DESC LIMIT 1"
        [(source, reason, status, counters)] = self.rows(query)
        return source, reason, status, json.loads(counters)

    def publish(self, *numbers: int) -> None:
        """Put articles on the paper's site, and announce them, and only them, in all of its channels."""
        for number in numbers:
            self.web.serve(address(number), article(number))
        self.announce(*numbers)

    def announce(self, *numbers: int) -> None:
        """Announce articles in the list, the feed and the sitemap."""
        links = [address(number) for number in numbers]
        self.web.serve(LIST, listing(links))
        self.web.serve(FEED, feed(links), XML)
        self.web.serve(SITEMAP, sitemap(links), XML)


def ended(process: Begun) -> Ended:
    """Wait for a crawl. Whatever a site does, a traceback is never what a user sees."""
    watchdog = threading.Timer(DEADLINE, process.kill)
    watchdog.start()
    with process:
        log = process.stderr.read()
    watchdog.cancel()
    assert "Traceback" not in log, log
    return Ended(process.returncode, log)


def address(number: int) -> str:
    return f"{FRONT}/article/{number:04d}"


def last_words(log: str) -> str:
    """The end of a log, which is what cron mails and people read."""
    return "\n".join(log.splitlines()[-5:])
