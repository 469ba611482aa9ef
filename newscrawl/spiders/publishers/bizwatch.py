"""비즈워치."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Listing
from newscrawl.extract.page import ArticlePage


class Bizwatch(Source):
    name = "bizwatch"
    publisher = "비즈워치"
    allowed_domains = ["bizwatch.co.kr"]
    # /article/market/2026/06/19/0028: the four digits count within a day and a section
    article_url = r"bizwatch\.co\.kr/article/(?P<id>[a-z_]+/\d{4}/\d\d/\d\d/\d{4})(?!\d)"
    # No feed was found (2026); the front page leads to every section. Others read /category/finance (2022-12) and
    # /category/governance (no date); the other lists follow from the articles' addresses.
    discovery = (
        Listing(url="https://news.bizwatch.co.kr/"),
        Listing(section="금융", url="https://news.bizwatch.co.kr/category/finance"),
        Listing(section="증권", url="https://news.bizwatch.co.kr/category/market"),
        Listing(section="산업", url="https://news.bizwatch.co.kr/category/industry"),
        Listing(section="부동산", url="https://news.bizwatch.co.kr/category/real_estate"),
    )
    pages = (ArticlePage(body=".news_body", drop=".ad, .ad_area, .related_news"),)
