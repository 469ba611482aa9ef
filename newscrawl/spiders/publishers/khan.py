"""경향신문."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Khan(Source):
    name = "khan"
    publisher = "경향신문"
    allowed_domains = ["khan.co.kr"]
    # /article/202607151017001 (since 2025) · /economy/economy-general/article/202407211426001 (before) · until 2021
    # news.khan.co.kr/kh_news/khan_art_view.html?artid=…, biz.khan.co.kr/khan_art_view.html?artid=…, m.khan.co.kr/view.html?art_id=…
    article_url = (
        r"//(?:(?:www\.|m\.)?khan\.co\.kr/(?:[a-z-]+/){0,2}article/"
        r"|(?:news|biz|m)\.khan\.co\.kr/(?:kh_news/|amp/)?(?:khan_art_)?view\.html\?(?:.*&)?art_?id=)(?P<id>\d{15})(?!\d)"
    )
    off_topic = r"/(?:politics|national|sports|culture|opinion|people)/(?:[a-z-]+/)?article/"
    discovery = (
        Listing(section="경제", url="https://www.khan.co.kr/economy"),
        Feed(section="경제", url="https://www.khan.co.kr/rss/rssdata/economy_news.xml"),
    )
    pages = (
        ArticlePage(
            body="#articleBody",
            # The second names are of 2018 to 2023: biz.khan.co.kr's, news.khan.co.kr's.
            title="article header h1, #articleTtitle, #article_title",
            subtitle=".art_subtit",
            authors="header .bottom .editor a, .subject .name",
            published=".date .inner, .byline em",
            section="header .category a",
            drop="[class*=banner], .recommend_news, .article_bottom_ad, #adtive, #adtive ~ *",
        ),
        # news.khan.co.kr and bizn.khan.co.kr of 2014.
        ArticlePage(
            until="2014",
            body="#sub_cntTopTxt",
            title=".title_group .CR dt, .tit_subject",
            authors=".title_group .CR dd, .info_part",
            published=".article_date, .time",
            drop="#article_bottom_ad, #divBox",
        ),
    )
