"""Each crawl leaves a record and a verdict, healthy, degraded or failed, and why; an exception is part of it."""

from __future__ import annotations

import gc
import logging
import os
import tempfile
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.bounds import TooMuch
from newscrawl.faults import note, place
from newscrawl.health import DEGRADED, FAILED, judge, summary
from newscrawl.items import Candidate
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
                try:
                    status, reasons = judge(counters, reason, history, store.newest(spider.name))
                except StoreError:
                    raise
                except Exception as error:
                    reasons = [f"the run could not be judged ({place(error)}: {error})"]
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
            status = status if status == FAILED else DEGRADED
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


class Faults:
    """Makes an outcome of every exception that a callback, an errback, `start` or a pipeline raises, whoever wrote it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor; only a crawl of a source has outcomes."""
        if not hasattr(crawler.spidercls, "discovery"):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.raised, signal=signals.spider_error)
        crawler.signals.connect(extension.not_stored, signal=signals.item_error)
        if crawler.settings["LOG_LEVEL"] != "DEBUG":
            for name in ("core.engine", "core.scraper", "utils.signal"):
                logging.getLogger(f"scrapy.{name}").addFilter(plainly)
        return extension

    def raised(self, failure: Failure, response: Response | Failure | None) -> None:
        """A callback raised, an errback (``response`` is what it was told then), or `start` (there is none)."""
        page = response if isinstance(response, Response) else None
        request: Request | None = getattr(response, "request", None)
        candidate = request.meta.get("candidate") if request else None
        channel = request.cb_kwargs.get("channel") if request else None
        outcome = f"error:{_cause(_error(failure), page)}"
        if candidate:
            self._settle(candidate, outcome, _error(failure), page)
        elif channel and request:
            assert self.crawler.stats
            part = request.cb_kwargs.get("level")
            counter = f"part/{channel.name} {request.url}" if part else f"channel/{channel.name}/dead"
            self.crawler.stats.set_value(counter, outcome)
            note(self.crawler, f"{channel.name} is dead: {outcome} of {request.url}", _error(failure), page)
        else:
            note(self.crawler, "the crawl could not begin as it should", _error(failure), page)

    def not_stored(self, failure: Failure, item: Any, response: Response | Failure | None) -> None:
        """A pipeline raised. What was stored before it, or settled, stays so."""
        candidate = getattr(item, "candidate", None)
        page = response if isinstance(response, Response) else None
        if candidate and session_of(self.crawler).store.outcome(candidate.key) in (None, "pending"):
            self._settle(candidate, "error:storing", _error(failure), page)
        else:
            note(self.crawler, f"{getattr(item, 'url', 'an item')} was not treated by all pipelines", _error(failure))

    def _settle(self, candidate: Candidate, outcome: str, error: BaseException, page: Response | None) -> None:
        assert self.crawler.stats
        session = session_of(self.crawler)
        note(self.crawler, f"{candidate.url} {outcome}", error, page)
        try:
            session.store.settle(candidate, outcome)
        except StoreError as reason:
            session.fail(self.crawler, reason)
        else:
            self.crawler.stats.inc_value(f"outcome/{outcome}")


def _cause(error: BaseException, page: Response | None) -> str:
    """Why there is nothing of a page, in a word."""
    if isinstance(error, TooMuch):
        return error.reason
    if page is None:
        return "errback"
    return "reading" if page.status < 400 else f"http-{page.status}"


def _error(failure: Failure) -> BaseException:
    assert failure.value is not None
    return failure.value


def plainly(record: logging.LogRecord) -> bool:
    """Whether a record of Scrapy's is logged: not when `Faults` says the same, and never with a traceback."""
    if not record.exc_info:
        return True
    text, _, _ = record.getMessage().partition("\n")
    if text.startswith(("Spider error", "Error processing", "Error downloading", "Error while reading start")):
        return False
    error = record.exc_info[1]
    record.msg, record.args, record.exc_info = f"{text} ({place(error)}: {error})" if error else text, (), None
    return True


class CalmCollector:
    """Keeps Python's cycle collector from walking everything that was imported, again and again, during a crawl."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        return cls()
