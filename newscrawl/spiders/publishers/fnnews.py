"""파이낸셜뉴스."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Fnnews(Source):
    name = "fnnews"
    publisher = "파이낸셜뉴스"
    allowed_domains = ["fnnews.com"]
    # /news/202610011945430660: the first twelve digits are the minute
    article_url = r"fnnews\.com/news/(?P<id>\d{18})(?!\d)"
    discovery = (
        Listing(section="금융·증권", url="https://www.fnnews.com/section/002001000"),
        Listing(section="부동산", url="https://www.fnnews.com/section/002003000"),
        Listing(section="산업·IT", url="https://www.fnnews.com/section/002004002005"),
        Feed(section="경제", url="https://www.fnnews.com/rss/r20/fn_realnews_economy.xml"),
        Feed(section="증권", url="https://www.fnnews.com/rss/r20/fn_realnews_stock.xml"),
        Feed(section="금융", url="https://www.fnnews.com/rss/r20/fn_realnews_finance.xml"),
        Feed(section="부동산", url="https://www.fnnews.com/rss/r20/fn_realnews_realestate.xml"),
        Feed(section="산업", url="https://www.fnnews.com/rss/r20/fn_realnews_industry.xml"),
    )
    # Nobody has confirmed more than the body (2026): the rest comes from meta tags and the generic rules.
    pages = (
        ArticlePage(body="#article_content", drop=".ad_area, [class*=ad_], .article_copy"),
        # #article_body: 2014 to 2018; .article_cont: 2015 to 2021. The list has "입력 : … | 수정 : …".
        ArticlePage(
            until="2021",
            body="#article_body, .article_cont",
            title=".tit_sect .txt_tit strong",
            subtitle=".tit_sect .desc",
            authors=".news_data .list_01",
            published=".news_data .list_02",
            drop="#ad_body, [class*=ad_], .article_copy",
        ),
    )
