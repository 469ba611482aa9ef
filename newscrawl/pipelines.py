"""From a spider to the database: every item ends as an outcome, in one transaction with its article."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.items import SAME_TEXT, WALLS, Article, Outcome
from newscrawl.sametext import MANY, Shown, is_wall, shown, words
from newscrawl.session import Session, session_of
from newscrawl.storage import StoreError
from newscrawl.text.dates import SEOUL

if TYPE_CHECKING:
    from newscrawl.storage.walls import Stored

logger = logging.getLogger(__name__)

MOST = 5  # pages of one text that are remembered


class Archive:
    """Stores articles and outcomes, and counts what became of each page."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._shown: dict[tuple[str, bytes], list[Shown]] = {}  # the first pages of each text
        self._walls: set[tuple[str, bytes]] = set()
        self._earlier: dict[str, list[Stored]] = {}  # of each site, what the archive held of it before
        self._before_walls: list[str] = []
        self._met = 0

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
        if isinstance(item, Outcome):
            raise DropItem(outcome, log_level="DEBUG")  # what is no article has no place in a feed (-o FILE)
        return item

    def _stored(self, session: Session, item: Article | Outcome) -> str:
        if isinstance(item, Outcome):
            session.store.settle(item.candidate, item.outcome, published_at=item.published_at)
            if item.outcome in WALLS:
                self._forgive(session, [item.candidate.key])
            return item.outcome
        if item.candidate and self._is_wall(session, item):
            session.store.settle(item.candidate, SAME_TEXT)
            self._forgive(session, [item.candidate.key])
            return SAME_TEXT
        outcome = session.save(item)
        when = f"{item.published_at.astimezone(SEOUL):%Y-%m-%d %H:%M}" if item.published_at else "no date         "
        logger.info("%-10s %-9s %s %s %s", item.source, outcome, when, item.publisher or "?", item.title)
        return outcome

    def _is_wall(self, session: Session, article: Article) -> bool:
        """Whether other addresses of the site showed the same, in this run or before it; what was stored of them is taken back."""
        page = shown(article, session.sites.key(article.url))
        text = article.source, words(article.body)
        if text in self._walls:
            return True
        pages = self._shown.setdefault(text, [])
        if page.strange and not pages:
            # What a run that was killed, or that met one new address, left of the same wall.
            if article.source not in self._earlier:
                self._earlier[article.source] = session.store.newest_pages(article.source)
            earlier = self._earlier[article.source]
            pages += [Shown(**old._asdict()) for old in earlier if words(old.body) == text[1] and old.key != page.key]
            del pages[MOST:]
        if len(pages) < MOST and all(other.key != page.key for other in pages):
            pages.append(page)
        if len(pages) < 2 or not is_wall(pages):
            return False
        self._walls.add(text)
        others = [other.key for other in pages if other.key != page.key]
        logger.warning(
            "%s: %s shows the same text as others (%d so far): a wall, of which nothing is stored; they are asked for again",
            article.source, article.url, len(others),
        )  # fmt: skip
        assert self.crawler.stats
        for outcome in session.store.withdraw(others, SAME_TEXT):
            if self.crawler.stats.get_value(f"outcome/{outcome}"):
                self.crawler.stats.inc_value(f"outcome/{outcome}", -1)
                self.crawler.stats.inc_value(f"outcome/{SAME_TEXT}")
        self._forgive(session, others)
        return True

    def _forgive(self, session: Session, keys: list[str]) -> None:
        """Walls before several pages say nothing of one of them: no attempt is counted."""
        self._before_walls += keys
        self._met += len(keys)
        if self._met >= MANY:
            session.store.forgive(self._before_walls)
            self._before_walls.clear()
