"""One crawl's open database and what its sources know about addresses, shared by the crawl's components."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.defer import deferred_from_coro

from newscrawl.items import Article
from newscrawl.storage import Store, StoreError
from newscrawl.urls import Site, Sites


class Session:
    """A store together with the keys of its pages, the number of the run that writes to it, and why it cannot."""

    def __init__(self, store: Store, sites: Sites) -> None:
        self.store = store
        self.sites = sites
        self.run: int | None = None
        self.failure: str | None = None

    def fail(self, crawler: Crawler, error: StoreError) -> None:
        """End a crawl whose database fails: it is said once, and nothing more is fetched for nothing."""
        if self.failure is None:
            self.failure = str(error)
            if crawler.engine and crawler.engine.spider:
                deferred_from_coro(crawler.engine.close_spider_async(reason="database"))

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
    sites: list[Site] = [source.site() for source in map(loader.load, loader.list()) if hasattr(source, "site")]
    return Session(Store(settings["NEWSCRAWL_DATABASE_URL"], create=create), Sites(sites))
