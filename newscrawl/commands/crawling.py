"""Crawls in one process: so many at a time, an end within seconds when one is asked for, and the exit codes."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.ossignal import install_shutdown_handlers

from newscrawl import manners
from newscrawl.extensions import Runs
from newscrawl.health import EXIT_CODES

logger = logging.getLogger(__name__)

GRACE = 3.0
"""Seconds that answers under way have to come in once an end is asked for. What does not is fetched by the next run."""


class Crawling:
    """A process's crawls.

    SIGTERM and Ctrl-C end them: nothing is asked for any more, what is under way may come in for `GRACE` seconds, and then
    every run is recorded as it stands. A second signal does that at once.
    """

    def __init__(self, process: Any, crawlers: Sequence[Crawler], arguments: dict[str, str], jobs: int) -> None:
        self.process = process
        self.crawlers = crawlers
        self.arguments = arguments
        self.given_up = False
        self._waiting: Iterator[Crawler] = iter(crawlers)
        self._jobs = jobs

    def run(self) -> list[int]:
        """Crawl, and return the exit code of each."""
        from twisted.internet import reactor as installed

        self.reactor: Any = installed
        self.reactor.callWhenRunning(install_shutdown_handlers, self._told)
        for _ in range(self._jobs):
            self._next()
        self.process.start(install_signal_handlers=False)
        return [exit_code(crawler) for crawler in self.crawlers]

    def end(self, code: int) -> None:
        """Leave a process whose crawls were given up, without waiting for what they still wait for."""
        if self.given_up:
            logging.shutdown()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _next(self, _: object = None) -> None:
        crawler = next(self._waiting, None)
        if crawler is None:
            return
        crawl = self.process.crawl(crawler, **self.arguments)
        if hasattr(crawl, "add_done_callback"):
            crawl.add_done_callback(self._next)
        else:
            crawl.addBoth(self._next)

    def _told(self, signum: int, _: object) -> None:
        # Between two instructions of anything: nothing may be logged or awaited here.
        install_shutdown_handlers(lambda *_: self.reactor.callFromThread(self._give_up))
        self.reactor.callFromThread(self._stop, signal.Signals(signum).name)

    def _stop(self, name: str) -> None:
        logger.info("%s: shutting down gracefully; send it again to end at once", name)
        self._waiting = iter(())
        manners.stop()
        deferred_from_coro(self.process.stop())
        self.reactor.callLater(GRACE, self._give_up)

    def _give_up(self) -> None:
        for crawler in list(self.process.crawlers):
            record = crawler.get_extension(Runs)
            if record and crawler.spider:
                record.closed(crawler.spider, "shutdown")
        self.given_up = True
        self.reactor.crash()


def counted(crawler: Crawler) -> dict[str, Any]:
    """What a crawl counted so far; nothing when it never began."""
    return crawler.stats.get_stats() if crawler.spider and crawler.stats else {}


def exit_code(crawler: Crawler) -> int:
    """The exit code that a finished crawl's status stands for; 1 when it never came to a verdict."""
    return EXIT_CODES.get(str(counted(crawler).get("run/status")), 1)
