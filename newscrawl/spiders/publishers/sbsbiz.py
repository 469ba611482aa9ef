"""SBS Biz."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Sbsbiz(Source):
    name = "sbsbiz"
    publisher = "SBS Biz"
    allowed_domains = ["biz.sbs.co.kr"]
    # /article/20000301945?division=NAVER · /article_hub/20000334973 · /amp/article/20000333401
    article_url = r"biz\.sbs\.co\.kr/(?:amp/)?article(?:_hub)?/(?P<id>\d{11})(?!\d)"
    template = "https://biz.sbs.co.kr/article/{}"
    # The front page shows the newest pieces; neither its lists nor the feed were confirmed (2026).
    discovery = (Listing(url="https://biz.sbs.co.kr/"), Feed(url="https://biz.sbs.co.kr/rss"))
    pages = (
        # .ahi_date says "입력 2026.01.06.18:05"
        ArticlePage(
            body=".ab_text",
            title=".ah_big_title",
            authors=".ahi_name",
            published=".ahi_date",
            drop="[class*=ad_], .ab_related",
        ),
    )
