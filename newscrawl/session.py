"""One crawl's open database and what its sources know about addresses, shared by the crawl's components."""

from __future__ import annotations

from dataclasses import replace
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.defer import deferred_from_coro

from newscrawl.assembly import site_of
from newscrawl.dedup.walls import MANY, Shown, is_wall, shown, words
from newscrawl.items import SAME_TEXT, WALLS, Article, Outcome
from newscrawl.storage import Store, StoreError
from newscrawl.urls import Sites

LONGEST = 1500  # letters: no wall that was seen has as many, and most articles need not be compared
MOST = 5  # pages of one text that are remembered
OUTAGE = 0.1
"""The share of a run's pages that show one page without an article when its site is down."""

Words = tuple[str, bytes]
"""A site, and the words of a text on it."""


class Session:
    """A store together with the keys of its pages, the number of the run that writes to it, and why it cannot."""

    def __init__(self, store: Store, sites: Sites) -> None:
        self.store = store
        self.sites = sites
        self.run: int | None = None
        self.failure: str | None = None
        self._shown: dict[Words, list[Shown]] = {}  # the first pages of each text in this run
        self._walls: set[Words] = set()
        self._refused: dict[Words, list[Outcome]] = {}  # pages that are no article, by what they show
        self._pages = 0
        self._before_walls: list[str] = []  # the pages whose attempt counts so far
        self._met = 0
        self._before: dict[str, dict[bytes, list[Shown]]] = {}  # of each site, the pages that earlier runs stored last

    def fail(self, crawler: Crawler, error: StoreError) -> None:
        """End a crawl whose database fails: it is said once, and nothing more is fetched for nothing."""
        if self.failure is None:
            self.failure = str(error)
            if crawler.engine and crawler.engine.spider:
                deferred_from_coro(crawler.engine.close_spider_async(reason="database"))

    def meet(self, article: Article) -> dict[str, str | None] | None:
        """Whether a page is a wall, by what other addresses of its site showed in this run and in those before it.

        It is settled then, what was stored of its like is taken back, and all of them are asked for again.

        Returns:
            The other pages that are shown to be walls by this one, each with the outcome that this run gave it, if it did; None when
            the page is an article as far as can be told.
        """
        assert article.candidate
        self._pages += 1
        if len(article.body) > LONGEST:
            return None
        page = shown(article, self.sites.key(article.url))
        text = article.source, words(article.body)
        pages = self._shown.setdefault(text, [])
        met = [other.key for other in pages if other.key != page.key]
        if text not in self._walls:
            earlier = self._earlier(article.source).get(text[1], []) if page.strange else []
            pages[:] = [*(other for other in pages if other.key != page.key), page]
            together = [*(other for other in earlier if other.key not in (page.key, *met)), *pages]
            if len(together) < 2 or not is_wall(together):
                del pages[MOST:]
                return None
            self._walls.add(text)
            met += [other.key for other in together if other.key not in (page.key, *met)]
            before = self.store.withdraw(met, text[1], SAME_TEXT)
            known = {other.key for other in pages}
            others = {key: outcome if key in known else None for key, outcome in before.items()}
        else:
            others = {}
        self.store.withdraw([page.key], text[1], SAME_TEXT)
        self.store.settle(article.candidate, SAME_TEXT)
        self.met_walls([*others, article.candidate.key])
        return others

    def refuse(self, refusal: Outcome) -> dict[str, str]:
        """Settle a page that is no article: with the others, when many pages of the run show it, as a wall.

        A piece is taken back now and then, and its page says so for ever; that a tenth of a run shows one such page is an outage.

        Returns:
            The pages that are shown to be walls by this one, each with the outcome it had; empty when the page has its own.
        """
        self._pages += 1
        alike = [refusal]
        if refusal.text is not None and not refusal.outcome.startswith("error:"):
            alike = self._refused.setdefault((refusal.candidate.source, words(refusal.text)), [])
            alike.append(replace(refusal, text=None))
        if len(alike) < MANY or len(alike) < self._pages * OUTAGE:
            self.store.settle(refusal.candidate, refusal.outcome, published_at=refusal.published_at)
            if refusal.outcome in WALLS:
                self.met_walls([refusal.candidate.key])
            return {}
        before = {page.candidate.key: page.outcome for page in alike if page.outcome != SAME_TEXT}
        for page in alike:
            if page.outcome != SAME_TEXT:
                page.outcome = SAME_TEXT
                self.store.settle(page.candidate, SAME_TEXT)
        self.met_walls(list(before))
        return before

    def met_walls(self, keys: list[str]) -> None:
        """Note pages that walls are in front of: several walls in a run say nothing of one page, and no attempt is counted."""
        self._before_walls += keys
        self._met += len(keys)
        if self._met >= MANY:
            self.store.forgive(self._before_walls)
            self._before_walls.clear()

    def _earlier(self, source: str) -> dict[bytes, list[Shown]]:
        if source not in self._before:
            found = self._before[source] = {}
            for page in self.store.newest_pages(source):
                found.setdefault(words(page.body), []).append(page)
        return self._before[source]

    def save(self, article: Article) -> str:
        """Store an article; the outcome is ``stored``, ``copy``, ``revised`` or ``unchanged``."""
        original = self.sites.page_key(article.original_url) if article.original_url else None
        own = not self.sites.is_portal(article.source)
        return self.store.save(article, key=self.sites.key(article.url), original_key=original, own=own)


_SESSIONS: WeakKeyDictionary[Crawler, Session] = WeakKeyDictionary()


def session_of(crawler: Crawler) -> Session:
    """The crawl's session, opened by whichever component asks first."""
    session = _SESSIONS.get(crawler)
    if session is None:
        session = _SESSIONS[crawler] = open_session(crawler.settings)
    return session


def open_session(settings: BaseSettings, *, create: bool = True) -> Session:
    """A session on the database that the settings name; ``create``: make it when it is not there.

    Raises:
        StoreError: the database cannot be used.
    """
    loader = get_spider_loader(settings)
    # Duck-typed: what makes a spider a source of articles is that it names its sites.
    sites = filter(None, map(site_of, map(loader.load, loader.list())))
    return Session(Store(settings["NEWSCRAWL_DATABASE_URL"], create=create), Sites(sites))
