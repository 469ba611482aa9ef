"""Crawls in one process: so many at a time, an end within seconds when one is asked for, and the exit codes."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.ossignal import install_shutdown_handlers

from newscrawl import manners
from newscrawl.extensions import Runs
from newscrawl.faults import place
from newscrawl.health import EXIT_CODES

logger = logging.getLogger(__name__)

GRACE = 3.0
"""Seconds that answers under way have to come in once an end is asked for. What does not is fetched by the next run."""

STILL = 900.0
"""Seconds without any progress, beyond what a site may make a crawl wait, after which a process hangs."""

BEAT = 2.0
"""Seconds between two looks whether anything moved."""

MOVING = ("downloader/", "channel/", "outcome/", "links/", "robotstxt/", "run/")
"""What the counters begin with that tell of progress; lines in the log are none."""


class Crawling:
    """A process's crawls.

    SIGTERM and Ctrl-C end them: nothing is asked for any more, what is under way may come in for `GRACE` seconds, and then
    every run is recorded as it stands. A second signal does that at once. So does SIGHUP, unless it is ignored (``nohup``). When nothing
    moves for longer than anything may take, whatever the reason, they are ended as well.

    Args:
        beat: called whenever something has moved.
    """

    def __init__(
        self,
        process: Any,
        crawlers: Sequence[Crawler],
        arguments: dict[str, str],
        jobs: int,
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self.process = process
        self.crawlers = crawlers
        self.arguments = arguments
        self.given_up = False
        self._beat = beat
        self._moves = -1
        self._moved_at = time.monotonic()
        self._waiting: Iterator[Crawler] = iter(crawlers)
        self._jobs = jobs

    def run(self) -> list[int]:
        """Crawl, and return the exit code of each."""
        from twisted.internet import reactor as installed

        self.reactor: Any = installed
        self.reactor.callWhenRunning(on_end, self._told)
        self.reactor.callWhenRunning(self._watch)
        for _ in range(self._jobs):
            self._next()
        try:
            self.process.start(install_signal_handlers=False)
        except (
            SystemExit
        ) as error:  # of a source's own: it takes the reactor with it, whose threads would be waited for for ever
            logger.warning("the process was told to end (%s)", place(error))
            self._give_up("exit")
        return [exit_code(crawler) for crawler in self.crawlers]

    def end(self, code: int) -> None:
        """Leave a process whose crawls were given up, without waiting for what they still wait for."""
        if self.given_up:
            logging.shutdown()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _next(self) -> None:
        crawler = next(self._waiting, None)
        if crawler is None:
            return
        crawl = self.process.crawl(crawler, **self.arguments)
        if hasattr(crawl, "add_done_callback"):
            crawl.add_done_callback(lambda task: self._ended(crawler, task.exception()))
        else:
            crawl.addBoth(lambda result: self._ended(crawler, getattr(result, "value", None)))

    def _ended(self, crawler: Crawler, error: BaseException | None) -> None:
        if error:
            # No error of the log: every crawl of the process counts those.
            logger.warning("%s could not be crawled (%s: %s)", crawler.spidercls.name, place(error), error)
        self._next()

    def _watch(self) -> None:
        moves = sum(progress(crawler) for crawler in self.crawlers)
        now = time.monotonic()
        if moves != self._moves:
            self._moves, self._moved_at = moves, now
            self._beat()
        elif now - self._moved_at > patience(self.process.settings):
            logger.error(
                "nothing has moved for %.0f minutes: the crawls are ended as they stand", (now - self._moved_at) / 60
            )
            self._give_up("standing-still")
            return
        self.reactor.callLater(BEAT, self._watch)

    def _told(self, signum: int, _: object) -> None:
        # Between two instructions of anything: nothing may be logged or awaited here.
        on_end(lambda *_: self.reactor.callFromThread(self._give_up))
        self.reactor.callFromThread(self._stop, signal.Signals(signum).name)

    def _stop(self, name: str) -> None:
        logger.info("%s: shutting down gracefully; send it again to end at once", name)
        self._waiting = iter(())
        manners.stop()
        deferred_from_coro(self.process.stop())
        self.reactor.callLater(GRACE, self._give_up)

    def _give_up(self, reason: str = "shutdown") -> None:
        for crawler in list(self.process.crawlers):
            record = crawler.get_extension(Runs)
            if record and crawler.spider:
                try:
                    record.closed(crawler.spider, reason)
                except Exception as error:  # of one source, which must not keep the others from their record
                    logger.error("%s: the run could not be recorded (%s: %s)", crawler.spider.name, place(error), error)
        self.given_up = True
        if self.reactor.running:
            self.reactor.crash()


def on_end(function: Callable[[int, Any], None]) -> None:
    """Call this for every signal that asks a process to end."""
    install_shutdown_handlers(function)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, function)


def patience(settings: BaseSettings) -> float:
    """Seconds after which a process hangs of which nothing has moved."""
    return STILL + settings.getfloat("DOWNLOAD_TIMEOUT") + settings.getfloat("NEWSCRAWL_MAX_WAIT")


def progress(crawler: Crawler) -> int:
    """A number that grows whenever a crawl gets on."""
    counters = counted(crawler)
    return len(counters) + sum(
        count for name, count in counters.items() if isinstance(count, int) and name.startswith(MOVING)
    )


def counted(crawler: Crawler) -> dict[str, Any]:
    """What a crawl counted so far; nothing when it never began."""
    return crawler.stats.get_stats() if crawler.spider and crawler.stats else {}


def exit_code(crawler: Crawler) -> int:
    """The exit code that a finished crawl's status stands for; 1 when it never came to a verdict."""
    return EXIT_CODES.get(str(counted(crawler).get("run/status")), 1)
