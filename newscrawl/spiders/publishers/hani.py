"""한겨레."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Hani(Source):
    name = "hani"
    publisher = "한겨레"
    allowed_domains = ["hani.co.kr"]
    # /arti/economy/finance/1237716.html
    article_url = r"hani\.co\.kr/arti/(?:[a-z_]+/){1,3}(?P<id>\d{5,8})\.html"
    off_topic = r"/arti/(?:politics|society|culture|sports|opinion|area|international|hanihealth|animalpeople)/"
    discovery = (
        Listing(section="경제", url="https://www.hani.co.kr/arti/economy/"),
        Listing(section="경제일반", url="https://www.hani.co.kr/arti/economy/economy_general/"),
        Listing(section="금융·증권", url="https://www.hani.co.kr/arti/economy/finance/"),
        Feed(section="경제", url="https://www.hani.co.kr/rss/economy/"),
    )
    pages = (
        # CSS modules: ArticleDetailView_subtitle__x1y2z, whose end changes with every build (2026-01).
        ArticlePage(
            body=".article-text",
            title="[class*=ArticleDetailView_title]",
            subtitle="[class*=ArticleDetailView_subtitle]",
            authors="[class*=ArticleDetailView_reporterList] a",
            published="[class*=ArticleDetailView_dateListItem]",
            modified="[class*=ArticleDetailView_dateListItem] ~ [class*=ArticleDetailView_dateListItem]",
            drop="[class*=BaseAd_], [class*=adWrap], .embeded-area, [class*=copyrightBottom]",
        ),
    )
