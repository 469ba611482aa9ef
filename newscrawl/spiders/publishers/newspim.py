"""뉴스핌."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Newspim(Source):
    name = "newspim"
    publisher = "뉴스핌"
    allowed_domains = ["newspim.com"]
    # /news/view/20261001000310 (since 2017 or so)
    article_url = r"newspim\.com/news/view/(?P<id>20\d{12})(?!\d)"
    # /sitemap/recent/all_1 (2026-09) is left out: it is of the whole agency, and nothing is
    # known on an article's page that says its section.
    discovery = (
        Listing(
            section="경제",
            url="https://www.newspim.com/section/economy",
            region=".sec_headbox .subject, .thumb + .txt .subject",
        ),
        # The RSS host is known by http only (2026-08).
        Feed(section="경제", url="http://rss.newspim.com/news/category/103"),
        Feed(section="증권·금융", url="http://rss.newspim.com/news/category/105"),
        Feed(section="부동산", url="http://rss.newspim.com/news/category/104"),
        Feed(section="산업", url="http://rss.newspim.com/news/category/106"),
        Feed(section="글로벌", url="http://rss.newspim.com/news/category/107"),
    )
    pages = (
        # Names stand in the text alone; #send-time is printed as "2026년11월23일 14:05". The section was seen 2026-08.
        ArticlePage(body="#news-contents .contents", published="#send-time", drop=".relation-news"),
        ArticlePage(body="#news-contents", published="#send-time", drop=".relation-news"),
    )
