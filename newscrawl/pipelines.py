"""From a spider to the database: every item ends as an outcome, in one transaction with its article."""

from __future__ import annotations

import logging
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.items import Article, Outcome
from newscrawl.session import session_of
from newscrawl.text.dates import SEOUL

logger = logging.getLogger(__name__)


class Archive:
    """Stores articles and outcomes, and counts what became of each page."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """Store one item; raises DropItem behind an outcome."""
        assert self.crawler.stats
        if isinstance(item, Article):
            outcome = session_of(self.crawler).save(item)
            when = f"{item.published_at.astimezone(SEOUL):%Y-%m-%d %H:%M}" if item.published_at else "no date         "
            logger.info("%-10s %-9s %s %s %s", item.source, outcome, when, item.publisher or "?", item.title)
        elif isinstance(item, Outcome):
            outcome = item.outcome
            session_of(self.crawler).store.settle(item.candidate, outcome, published_at=item.published_at)
        else:
            return item
        self.crawler.stats.inc_value(f"outcome/{outcome}")
        if isinstance(item, Outcome):
            raise DropItem(outcome, log_level="DEBUG")  # what is no article has no place in a feed (-o FILE)
        return item
