"""Each crawl leaves a record and a verdict: healthy, degraded or failed, and why."""

from __future__ import annotations

import gc
import logging
import os
import tempfile
from pathlib import Path
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.health import FAILED, judge, summary
from newscrawl.session import session_of
from newscrawl.standing import metrics
from newscrawl.storage import StoreError

logger = logging.getLogger(__name__)

HISTORY = 200  # earlier runs that tell when a selector matched last: a week of an hourly cron


class Runs:
    """Writes a row into `runs` for every crawl, and says at its end in words how it went."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor; `scrapy fetch` and `scrapy shell` are no crawl of a source."""
        if not hasattr(crawler.spidercls, "discovery"):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.closed, signal=signals.spider_closed)
        return extension

    def opened(self, spider: Spider) -> None:
        """The crawl begins."""
        session = session_of(self.crawler)
        try:
            session.run = session.store.start_run(spider.name)
        except StoreError as error:
            session.fail(self.crawler, error)

    def closed(self, spider: Spider, reason: str) -> None:
        """The crawl ends: judge it, store the verdict, close the database."""
        assert self.crawler.stats
        session = session_of(self.crawler)
        store = session.store
        counters = {
            name: value
            for name, value in self.crawler.stats.get_stats().items()
            if isinstance(value, int | float | str)
        }
        limits = getattr(spider, "arguments", None)
        if limits and not (limits.usual and not limits.sections):
            counters["run/limits"] = str(limits)
        status: str = FAILED
        reasons: list[str] = []
        try:
            if not session.failure:
                history = store.runs(spider.name, before=session.run, limit=HISTORY)
                status, reasons = judge(counters, reason, history, store.newest(spider.name))
            if store.replaced():
                status = FAILED
                reasons.append(
                    "the file of the database was replaced during the crawl: what was stored went into the old one"
                )
            if session.run is not None:
                told = [*reasons, session.failure] if session.failure else reasons
                counters["run/reasons"] = told  # type: ignore[assignment]
                store.finish_run(session.run, reason=reason, status=status, counters=counters)
            if path := self.crawler.settings["NEWSCRAWL_METRICS"]:
                write(Path(path), metrics(store.states()))
        except StoreError as error:
            status, session.failure = FAILED, session.failure or str(error)
        except OSError as error:
            reasons.append(f"the metrics cannot be written: {error}")
        store.close()
        self.crawler.stats.set_value("run/status", status)
        for sentence in [*reasons, session.failure] if session.failure else reasons:
            logger.warning("%s: %s", spider.name, sentence)
        logger.info("%s: %s", spider.name, summary(counters, status))


def write(path: Path, text: str) -> None:
    """Replace a file by another in one stroke: whoever reads it never sees half of it."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
        os.fchmod(file.fileno(), 0o644)
    Path(file.name).replace(path)


class CalmCollector:
    """Keeps Python's cycle collector from walking everything that was imported, again and again, during a crawl."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        return cls()
