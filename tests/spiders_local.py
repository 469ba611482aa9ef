"""The sources that tests/test_crawl.py crawls: sites that exist only in tests/site.py."""

from newscrawl.bases.portal import Portal
from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage
from newscrawl.spiders.portals.naver import SectionList

LAYOUT = ArticlePage(body="#text", title="h1", published=".published", section=".section")


class FragmentList(SectionList):
    """Naver's section list under another name: HTML first, JSON fragments behind its cursor."""

    def next_url(self, html: str, url: str) -> str | None:
        following = super().next_url(html, url)
        return following and following.replace("https://news.naver.com", "http://fragments.test")


class Paper(Source):
    """A paper with one channel of each kind."""

    name = "paper"
    publisher = "시험일보"
    allowed_domains = ["paper.test"]
    article_url = r"paper\.test/article/(?P<id>\d+)"
    discovery = (
        Listing(
            section="경제",
            url="http://paper.test/economy?page={page}",
            dated="http://paper.test/economy/{date}?page={page}",
            region="#list",
        ),
        Feed(section="증권", url="http://paper.test/stock.xml"),
        NewsSitemap(url="http://paper.test/news.xml"),
    )
    pages = (LAYOUT,)


class Overlap(Source):
    """A paper whose feed is asked before its list."""

    name = "overlap"
    publisher = "겹침일보"
    allowed_domains = ["overlap.test"]
    article_url = r"overlap\.test/article/(?P<id>\d+)"
    discovery = (Feed(url="http://overlap.test/feed.xml"), Listing(url="http://overlap.test/list?page={page}"))
    pages = (LAYOUT,)


class Dying(Source):
    """A paper whose channels are dead, each in its own way."""

    name = "dying"
    publisher = "폐간일보"
    allowed_domains = ["dying.test"]
    article_url = r"dying\.test/article/(?P<id>\d+)"
    discovery = (
        Listing(url="http://dying.test/without-links"),
        Listing(url="http://dying.test/empty"),
        Listing(url="http://dying.test/challenge"),
        Listing(url="http://dying.test/picture"),
        Listing(url="http://dying.test/error"),
        Listing(url="http://dying.test/missing"),
        Listing(url="http://127.0.0.1:1/refused"),
        FragmentList(url="http://dying.test/cut-json"),
        Feed(url="http://dying.test/web-page"),
        Feed(url="http://dying.test/empty-feed"),
        NewsSitemap(url="http://dying.test/empty-sitemap"),
    )
    pages = (LAYOUT,)


class Fragments(Source):
    """A paper whose section list goes on in JSON fragments."""

    name = "fragments"
    publisher = "조각일보"
    allowed_domains = ["fragments.test"]
    article_url = r"fragments\.test/article/(?P<id>\d+)"
    discovery = (FragmentList(section="경제", url="http://fragments.test/section/101"),)
    pages = (LAYOUT,)


class Kiosk(Portal):
    """A portal that shows the paper's articles."""

    name = "kiosk"
    allowed_domains = ["kiosk.test"]
    article_url = r"kiosk\.test/v/(?P<id>\d+)"
    discovery = (Listing(section="경제", url="http://kiosk.test/economy"),)
    pages = (
        ArticlePage(
            body="#text", title="h1", published=".published", publisher=".press", original=".original::attr(href)"
        ),
    )


class Board(Portal):
    """A portal whose list leads to other sites' own pages as well."""

    name = "board"
    allowed_domains = ["board.test"]
    article_url = r"board\.test/v/(?P<id>\d+)"
    discovery = (Listing(section="경제", url="http://board.test/economy", outlinks=True),)
