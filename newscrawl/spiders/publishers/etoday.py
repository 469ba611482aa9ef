"""이투데이."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Etoday(Source):
    name = "etoday"
    publisher = "이투데이"
    allowed_domains = ["etoday.co.kr"]
    # /news/view/2631400 (2026-10) · /news/section/newsview.php?idxno=1726348 (the page of /news/view/1726348) ·
    # m.etoday.co.kr/view.php?idxno=1678399 (until 2022, in the same count)
    article_url = r"etoday\.co\.kr/(?:news/view/|(?:news/section/news)?view\.php\?(?:.*&)?idxno=)(?P<id>\d{6,8})(?!\d)"
    template = "https://www.etoday.co.kr/news/view/{}"
    discovery = (
        Listing(section="경제", url="https://www.etoday.co.kr/news/section/subsection?MID=1701", region=".sp_newslist"),
        Listing(section="증권", url="https://www.etoday.co.kr/news/section/subsection?MID=1206", region=".sp_newslist"),
        Listing(section="산업", url="https://www.etoday.co.kr/news/section/subsection?MID=1391", region=".sp_newslist"),
        Feed(section="경제", url="https://rss.etoday.co.kr/eto/economy_news.xml"),
        Feed(section="금융", url="https://rss.etoday.co.kr/eto/finance_news.xml"),
        Feed(section="증권", url="https://rss.etoday.co.kr/eto/market_news.xml"),
        Feed(section="부동산", url="https://rss.etoday.co.kr/eto/land_news.xml"),
        Feed(section="산업", url="https://rss.etoday.co.kr/eto/industry_news.xml"),
        Feed(section="기업", url="https://rss.etoday.co.kr/eto/company_news.xml"),
        Feed(section="글로벌", url="https://rss.etoday.co.kr/eto/global_news.xml"),
        NewsSitemap(url="https://www.etoday.co.kr/rss/news_sitemap"),
    )
    pages = (
        ArticlePage(
            body=".articleView",
            title=".main_title",
            drop="[id^=div-gpt-ad], .relation_newslist, .kwd_tags, .card-container, .reporter_topNews, .recommend_btn, .ico_share",
            caption=".img_box_C .caption",
        ),
    )
