"""아주경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Ajunews(Source):
    name = "ajunews"
    publisher = "아주경제"
    allowed_domains = ["ajunews.com"]
    # /view/20260715101712345 · m.ajunews.com/view/20110513000207 (old)
    article_url = r"ajunews\.com/view/(?P<id>\d{17}|\d{14})(?!\d)"
    discovery = (
        Listing(section="경제", url="https://www.ajunews.com/economy", region=".sc_news_lst"),
        Listing(section="부동산", url="https://www.ajunews.com/realestate", region=".sc_news_lst"),
        Listing(section="산업", url="https://www.ajunews.com/industry", region=".sc_news_lst"),
        # Of the whole paper, 802 items (2026-08).
        Feed(url="https://www.ajunews.com/rss/sokbo.xml"),
    )
    # Only the body is known, from older code.
    pages = (ArticlePage(body="#articleBody", drop="[class*=ad_], .relation"),)
