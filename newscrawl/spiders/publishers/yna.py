"""연합뉴스."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Yna(Source):
    name = "yna"
    publisher = "연합뉴스"
    allowed_domains = ["yna.co.kr", "yonhapnews.co.kr"]
    # /view/AKR20260619134300017 (trackers: ?input=1195m, ?site=…) · m.yna.co.kr/amp/view/AKR… ·
    # www.yonhapnews.co.kr/culture/2017/04/27/0906000000AKR20170427042300063.HTML (until 2018) · what Naver called the original
    # then: app.yonhapnews.co.kr/YNA/Basic/SNS/r.aspx?c=AKR20160926019000008&did=1195m.
    # MYH, PYH and GYH are videos, photos and graphics, AEN and the like translations.
    article_url = r"\b(?:yna|yonhapnews)\.co\.kr/(?:[\w/]*|[\w/]*/r\.aspx\?(?:.*&)?c=)(?P<id>AKR\d{17})(?!\d)"
    template = "https://www.yna.co.kr/view/{}"
    discovery = (
        Listing(section="경제", url="https://www.yna.co.kr/economy/all/{page}", region=".section01 .tit-news"),
        Listing(section="마켓+", url="https://www.yna.co.kr/market-plus/all/{page}", region=".section01 .tit-news"),
        Listing(section="산업", url="https://www.yna.co.kr/industry/all/{page}", region=".section01 .tit-news"),
        Feed(section="경제", url="https://www.yna.co.kr/rss/economy.xml"),
        Feed(section="마켓+", url="https://www.yna.co.kr/rss/market.xml"),
        Feed(section="산업", url="https://www.yna.co.kr/rss/industry.xml"),
        # 4, 5 and 6 exist too (2026-08); this one is used since 2022.
        NewsSitemap(url="https://www.yna.co.kr/news-sitemap3.xml"),
    )
    pages = (
        # .tit01 is the headline and, further down, each line of the deck (2026-01); until 2024 the headline was .tit
        # and the body an <article> with the same two classes.
        ArticlePage(
            body=".story-news.article",
            title="#articleWrap .tit01, .title-article01 .tit",
            # The deck was .tit, above the text inside the article's box, until 2022 at least.
            subtitle=".tit-sub .tit01, .tit-sub .tit",
            authors="#newsWriterCarousel01 strong",
            published=".update-time::attr(data-published-time), .update-time .txt-time01",
            section=".nav-path01 a",
            drop="aside, .writer-zone01, #newsWriterCarousel01, .related-zone, .image-zone, .image-zone01, .txt-copyright",
            caption=".image-zone .desc-con",
        ),
        # yonhapnews.co.kr and its pages of 2014-18: deck, time and copyright stand in the text's own box.
        ArticlePage(
            until="2018",
            body="#articleWrap .article",
            title="#articleWrap h1, #articleWrap h2",
            subtitle=".article .stit",
            published=".article .adrs .pblsh",
            drop=".stit, .adrs, .banner-0-wrap, .article_ban, .article-ad-box",
        ),
    )
