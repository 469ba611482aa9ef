"""노컷뉴스."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Nocutnews(Source):
    name = "nocutnews"
    publisher = "노컷뉴스"
    allowed_domains = ["nocutnews.co.kr"]
    # /news/6582387 · m.nocutnews.co.kr/news/6582387
    article_url = r"//(?:www\.|m\.)?nocutnews\.co\.kr/news/(?P<id>\d{6,8})(?!\d)"
    discovery = (
        Listing(section="경제", url="https://www.nocutnews.co.kr/news/economy"),
        Feed(section="경제", url="https://rss.nocutnews.co.kr/category/economy.xml"),
    )
    pages = (
        ArticlePage(
            body="#pnlContent",
            # The second names are of 2014 to 2018.
            title=".h_info h1, .reporter_info h2",
            subtitle=".news-h3, .viewbox h3",
            authors=".bl_b .email span, .reporter_info .email span",
            drop=".relation_news, .relatednews, [class*=ad_]",
            caption=".fr-inner",
        ),
    )
