"""From a spider to the database: every item ends as an outcome, in one transaction with its article."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.items import SAME_TEXT, Article, Outcome
from newscrawl.session import Session, session_of
from newscrawl.storage import StoreError
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
        session = session_of(self.crawler)
        if not isinstance(item, Article | Outcome):
            return item
        if session.failure:
            raise DropItem(session.failure, log_level="DEBUG")
        try:
            outcome = self._stored(session, item)
        except StoreError as error:
            session.fail(self.crawler, error)
            raise DropItem(str(error), log_level="DEBUG") from None
        self.crawler.stats.inc_value(f"outcome/{outcome}")
        if isinstance(item, Outcome) or outcome == SAME_TEXT:
            raise DropItem(outcome, log_level="DEBUG")  # what is no article has no place in a feed (-o FILE)
        return item

    def _stored(self, session: Session, item: Article | Outcome) -> str:
        if isinstance(item, Outcome):
            walls = session.refuse(item)
            self._recount({key: outcome for key, outcome in walls.items() if key != item.candidate.key})
            return SAME_TEXT if walls else item.outcome
        if item.candidate and (others := session.meet(item)) is not None:
            logger.warning(
                "%s: %s shows what other addresses show: a wall, which is asked again", item.source, item.url
            )
            self._recount(others)
            return SAME_TEXT
        outcome = session.save(item)
        when = f"{item.published_at.astimezone(SEOUL):%Y-%m-%d %H:%M}" if item.published_at else "no date         "
        logger.info("%-10s %-9s %s %s %s", item.source, outcome, when, item.publisher or "?", item.title)
        return outcome

    def _recount(self, walls: Mapping[str, str | None]) -> None:
        """Count pages as walls that this run counted as something else."""
        assert self.crawler.stats
        for outcome in filter(None, walls.values()):
            self.crawler.stats.inc_value(f"outcome/{outcome}", -1)
            self.crawler.stats.inc_value(f"outcome/{SAME_TEXT}")
