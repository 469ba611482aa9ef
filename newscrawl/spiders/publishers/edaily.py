"""이데일리."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Edaily(Source):
    name = "edaily"
    publisher = "이데일리"
    allowed_domains = ["edaily.co.kr"]
    # /News/Read?newsId=02345678912345678&mediaCodeNo=257 · marketin. and m. carry the same id · m.edaily.co.kr/amp/read?newsId=… ·
    # news/newspath.asp?newsid=… · news/NewsRead.edy?SCD=JC21&newsid=… (until 2018); ReadE is a translation
    article_url = (
        r"(?i:edaily\.co\.kr/(?:news|amp)/(?:read|newspath\.asp|newsread\.edy)\?(?:.*&)?newsid)=(?P<id>\d{17})(?!\d)"
    )
    template = "https://www.edaily.co.kr/News/Read?newsId={}&mediaCodeNo=257"
    robots = "names Scrapy: Disallow (2026-07)"
    discovery = (
        Listing(section="경제", url="https://www.edaily.co.kr/article/economy", region="#newsList"),
        Listing(section="증권", url="https://www.edaily.co.kr/article/stock", region="#newsList"),
        Listing(section="부동산", url="https://www.edaily.co.kr/article/estate", region="#newsList"),
        Listing(section="글로벌", url="https://www.edaily.co.kr/article/global", region="#newsList"),
        # Its https is broken, and www.edaily.co.kr/rss/* answers with a web page (2026-07). The feed and the sitemap of the whole
        # paper are left out: neither an address nor anything known of the page says what is politics or sport.
        Feed(section="증권", url="http://rss.edaily.co.kr/stock_news.xml"),
    )
    pages = (
        # Nobody has confirmed headline, byline and time; the second body is the mobile page's.
        ArticlePage(body=".news_body", drop="[class*=ad_], .relation_news"),
        ArticlePage(body=".article_body", drop="[class*=ad_], .relation_news"),
        # NewsRead.edy of 2014; .newsdate has section, time and reporter between bars.
        ArticlePage(
            until="2018",
            body="#viewcontent_inner",
            title=".newstitle",
            subtitle=".subtitle",
            authors=".newsdate",
            published=".newsdate",
        ),
    )
