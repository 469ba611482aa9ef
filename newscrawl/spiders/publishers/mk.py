"""매일경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Mk(Source):
    name = "mk"
    publisher = "매일경제"
    allowed_domains = ["mk.co.kr"]
    robots = "closes AI crawlers by name; open to others (2026-07)"
    # /news/economy/11330362 · /article/11330362 (portals, 2025) · m.mk.co.kr/amp/… · stock.mk.co.kr/news/view/1169273 (2026-10,
    # when the others were at 12160000: a count of its own) · before 2022 a count within the year: /news/society/view/2020/07/693939/,
    # m.mk.co.kr/news/home/2018/761131, news.mk.co.kr/newsRead.php?year=2018&no=94095
    article_url = (
        r"//(?:(?P<id1>stock)\.mk\.co\.kr/news/view/(?P<id2>\d{4,8})(?!\d)"
        r"|(?:www\.|m\.)?mk\.co\.kr/(?:article|amp|news/view|news/[a-z-]+(?:/view)?)/"
        r"(?:(?P<id3>(?:19|20)\d\d)/(?:\d\d/)?)?(?P<id4>(?(id3)\d{3,7}|\d{5,8}))(?!\d)"
        r"|n?news\.mk\.co\.kr/newsRead(?:Print)?\.php\?(?=(?:.*&)?year=(?P<id5>\d{4})(?!\d))(?:.*&)?no=(?P<id6>\d{1,7})(?!\d))"
    )
    off_topic = (
        r"/news/(?:politics|society|sports|culture|world|photos|notice|movies|musics?|broadcasting-service|hot-issues|"
        r"editorial|columnists|contributors|opinion|golf|yeonhap|english)/"
    )
    discovery = (
        Listing(section="경제", url="https://www.mk.co.kr/news/economy/", region="a.news_item"),
        Listing(section="증권", url="https://www.mk.co.kr/news/stock/", region="a.news_item"),
        Listing(section="부동산", url="https://www.mk.co.kr/news/realestate/", region="a.news_item"),
        Listing(section="기업", url="https://www.mk.co.kr/news/business/", region="a.news_item"),
        Feed(section="경제", url="https://www.mk.co.kr/rss/30100041/"),
        Feed(section="증권", url="https://www.mk.co.kr/rss/50200011/"),
        Feed(section="부동산", url="https://www.mk.co.kr/rss/50300009/"),
        Feed(section="기업", url="https://www.mk.co.kr/rss/50100032/"),
        NewsSitemap(url="https://www.mk.co.kr/sitemap/latest-articles/"),
    )
    pages = (
        # Desktop and mobile since 2022-10; the text is <p refid> since 2025, text nodes and <br> before.
        ArticlePage(
            body=".news_cnt_detail_wrap",
            title=".news_ttl_sec .news_ttl",
            subtitle=".news_cnt_detail_wrap .midtitle_text",
            authors=".news_write_info_group .author",
            published=".registration",
            section=".news_ttl_sec .cate",
            drop="[class*=ad_wrap], [class*=ad_box], .border_org, #refTotal, .mid_title",
            caption=".thum_figure_txt",
        ),
        # Before 2022-10 (one template for www.mk.co.kr, view_txt; written from memory of public code, no saved page).
        ArticlePage(
            until="2022-10",
            body="#article_body",
            title=".top_title",
            subtitle=".sub_title1",
            authors=".news_title_author .author",
            published=".news_title_author .lasttime, .news_title_author .lasttime1",
            drop=".img_ad, .adsbygoogle, [id^=google_dfp]",
        ),
        # news.mk.co.kr/newsRead.php of 2014: its two times have no label of their own.
        ArticlePage(
            until="2015",
            body="#artText",
            title=".head_tit",
            subtitle=".sub_tit",
            published="#view_tit .sm_num",
            modified="#view_tit .sm_num ~ .sm_num",
            drop="[id^=google_dfp]",
        ),
    )
