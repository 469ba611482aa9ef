"""Each crawl leaves a record and a verdict: healthy, degraded or failed, and why."""

from __future__ import annotations

import gc
import logging
from collections.abc import Mapping
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.session import session_of

logger = logging.getLogger(__name__)

HEALTHY, DEGRADED, FAILED = "healthy", "degraded", "failed"
EXIT_CODES = {HEALTHY: 0, DEGRADED: 2, FAILED: 3}
"""The exit code of `scrapy crawl` by the run's status; 1 is a crawl that could not start."""

# A page or two that a paper took back or broke is every day's business; one in ten is not.
BAD_SHARE = 0.1
FEW = 5  # pages, below which a missing byline is chance
# Outcomes of a page that could be read, and of one that says nothing against the source.
READ = ("stored", "copy", "revised", "unchanged", "rejected:off-topic", "rejected:out-of-range")
# Naver leads single pieces of its lists to its sports and entertainment sites (2026-09).
USUAL = (*READ, "gone", "rejected:off-site")


class Runs:
    """Writes a row into `runs` for every crawl, and says at its end in words how it went."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.run: int | None = None

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
        self.run = session_of(self.crawler).store.start_run(spider.name)

    def closed(self, spider: Spider, reason: str) -> None:
        """The crawl ends: judge it, store the verdict, close the database."""
        assert self.crawler.stats and self.run is not None
        counters = {
            name: value
            for name, value in self.crawler.stats.get_stats().items()
            if isinstance(value, int | float | str)
        }
        status, reasons = judge(counters, reason)
        self.crawler.stats.set_value("run/status", status)
        store = session_of(self.crawler).store
        store.finish_run(self.run, reason=reason, status=status, counters=counters)
        store.close()
        for sentence in reasons:
            logger.warning("%s: %s", spider.name, sentence)
        logger.info("%s: %s", spider.name, summary(counters, status))


class CalmCollector:
    """Keeps Python's cycle collector from walking everything that was imported, again and again, during a crawl."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        return cls()


def judge(counters: Mapping[str, Any], reason: str) -> tuple[str, list[str]]:
    """A run's status and the sentences that explain it, from its counters.

    Args:
        counters: the crawl's statistics.
        reason: Scrapy's word for how it ended; "finished" is the good one.

    >>> judge({"channel/feed:경제/asked": 1, "channel/feed:경제/links": 9}, "finished")
    ('healthy', [])
    >>> judge({"channel/sitemap:a/b/asked": 1, "channel/sitemap:a/b/links": 9, "channel/sitemap:a/b/dead": "error:http-500"}, "finished")
    ('degraded', ['sitemap:a/b broke off: error:http-500'])
    >>> judge({"channel/feed:경제/asked": 1, "channel/feed:경제/dead": "not-xml"}, "finished")
    ('failed', ['no channel announced an article: feed:경제 (not-xml)'])
    """
    asked = _channels(counters, "asked")
    dead = {name: str(why) for name, why in _channels(counters, "dead").items()}
    # What announced something and then broke off is not dead.
    broken = {name: dead.pop(name) for name in _channels(counters, "links") if name in dead}
    named = ", ".join(f"{name} ({why})" for name, why in dead.items())
    outcomes = _outcomes(counters)
    bad = {name: n for name, n in outcomes.items() if name not in USUAL}
    fetched = int(counters.get("articles/fetched", 0)) + int(counters.get("articles/failed", 0))
    good = sum(outcomes.get(name, 0) for name in READ)

    if dead and set(dead.values()) == {"robots"} and len(dead) == len(asked):
        return FAILED, [
            "robots.txt closes every channel to this crawler; an owner who has the site's permission runs it with -s ROBOTSTXT_OBEY=False"
        ]
    if not asked:
        return FAILED, ["no channel was asked"]
    if len(dead) == len(asked):
        return FAILED, [f"no channel announced an article: {named}"]
    reasons = []
    if dead:
        reasons.append(f"{len(dead)} of {len(asked)} channels announced nothing: {named}")
    reasons += [f"{name} broke off: {why}" for name, why in broken.items()]
    reasons += [
        f"the region of {name.removeprefix('drift/')} is gone from its page"
        for name in counters
        if name.startswith("drift/")
    ]
    unread = {name: n for name, n in outcomes.items() if name not in READ}
    words = ", ".join(f"{n} {name}" for name, n in sorted(unread.items()))
    # That the one new address of an hour is gone is no alarm; that many are is one.
    if not good and (bad or sum(unread.values()) >= 5):
        return FAILED, [*reasons, f"none of {fetched} pages gave an article: {words}"]
    if sum(bad.values()) > BAD_SHARE * max(fetched, 1):
        reasons.append(f"{sum(bad.values())} of {fetched} pages gave no article: {words}")
    read = sum(int(n) for name, n in counters.items() if name.startswith("extraction/body/"))
    reasons += _fallen(counters)
    undated = int(counters.get("missing/published_at", 0))
    if undated > BAD_SHARE * read:
        reasons.append(f"{undated} of {read} articles have no publication time")
    if counters.get("log_count/ERROR"):
        reasons.append(f"{counters['log_count/ERROR']} errors in the log")
    if reason != "finished":
        reasons.append(f"the crawl ended early: {reason}")
    return (DEGRADED if reasons else HEALTHY), reasons


def _fallen(counters: Mapping[str, Any]) -> list[str]:
    """The fields of each site that came from a lower rung than the selector its source has for them.

    >>> _fallen({"read/mk": 4, "fallen/mk/body/generic": 4, "fallen/mk/title/json-ld": 3, "fallen/mk/title/meta": 1})
    ['mk: the selectors matched on 0 of 4 pages for body (now from generic), 0 of 4 for title (now from json-ld, meta)']
    >>> _fallen({"read/mk": 4, "fallen/mk/authors/text": 3}), _fallen({"read/mk": 41, "fallen/mk/authors/text": 41})
    ([], ['mk: the selectors matched on 0 of 41 pages for authors (now from text)'])
    """
    sites: dict[str, dict[str, dict[str, int]]] = {}
    for name, count in counters.items():
        if name.startswith("fallen/"):
            _, site, field, rung = name.split("/")
            sites.setdefault(site, {}).setdefault(field, {})[rung] = int(count)
    sentences = []
    for site, fields in sorted(sites.items()):
        read = int(counters[f"read/{site}"])
        missed = {field: sum(rungs.values()) for field, rungs in fields.items() if 2 * sum(rungs.values()) > read}
        # Some pages have no byline or section where others have it; that the text itself is elsewhere is a new layout.
        if missed and ("body" in missed or read >= FEW):
            named = [
                f"{read - count} of {read}{' pages' * (not i)} for {field} (now from {', '.join(sorted(fields[field]))})"
                for i, (field, count) in enumerate(sorted(missed.items()))
            ]
            sentences.append(f"{site}: the selectors matched on {', '.join(named)}")
    return sentences


def _channels(counters: Mapping[str, Any], what: str) -> dict[str, Any]:
    """One counter of every channel by the channel's name, which may have a slash (sitemap:sitemap/latest-articles)."""
    prefix, suffix = "channel/", f"/{what}"
    return {
        name.removeprefix(prefix).removesuffix(suffix): value
        for name, value in counters.items()
        if name.startswith(prefix) and name.endswith(suffix)
    }


def _outcomes(counters: Mapping[str, Any]) -> dict[str, int]:
    return {name.removeprefix("outcome/"): int(n) for name, n in counters.items() if name.startswith("outcome/")}


def tally(counters: Mapping[str, Any]) -> dict[str, int]:
    """The numbers of a run that people ask for."""
    outcomes = _outcomes(counters)
    return {
        "listed": int(counters.get("links/listed", 0)),
        "fetched": int(counters.get("articles/fetched", 0)),
        "stored": outcomes.get("stored", 0) + outcomes.get("revised", 0),
        "copies": outcomes.get("copy", 0),
        "rejected": sum(
            n for name, n in outcomes.items() if name.startswith(("rejected:", "error:")) or name in ("gone", "robots")
        ),
    }


def summary(counters: Mapping[str, Any], status: str) -> str:
    """A run in one line."""
    return f"{status}; " + ", ".join(f"{name} {n}" for name, n in tally(counters).items())
