"""동아일보."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Donga(Source):
    name = "donga"
    publisher = "동아일보"
    allowed_domains = ["donga.com"]
    # /news/Economy/article/all/20260717/134316474/1 · /news/article/all/20251231/133070056/1 · /news/amp/all/20160114/75902863/2 ·
    # news.donga.com/3/all/20190115/93701887/1 (until 2019)
    article_url = (
        r"//(?:(?:www\.|m\.)?donga\.com/news/(?:amp|(?:\w+/)?article)|news\.donga\.com/(?:\w+/)?3)/all/\d{8}/"
        r"(?P<id>\d{7,10})(?!\d)"
    )
    off_topic = r"/news/(?:Politics|Society|Sports|Entertainment|Culture|Opinion|People|Health|Inter)/article/"
    discovery = (
        Listing(section="경제", url="https://www.donga.com/news/Economy"),
        Listing(section="부동산", url="https://www.donga.com/news/Economy/Realestate"),
        Feed(section="경제", url="https://rss.donga.com/economy.xml"),
    )
    pages = (
        # Text nodes and <br><br>; one reporter a line in .byline. Wire copy ends in its agency: (서울=뉴스1).
        ArticlePage(
            body=".news_view",
            title=".head_group h1",
            subtitle=".news_view .sub_tit, .head_group .sub_tit",
            authors=".byline",
            published=".date_info span[aria-hidden]",
            section=".breadcrumb .breadcrumb_item, .location",
            drop="[class^=view_ad], [class^=view_m_ad], .ad, .a1, .btn_img",
        ),
        # news.donga.com of 2013 to 2022; the icons of sharing, printing and mailing stand in the text's box.
        ArticlePage(
            until="2022",
            body=".article_txt",
            title=".article_title h1, .article_title .title",
            authors=".title_foot .repoter",
            published=".title_foot",
            section=".location",
            tools=".title_foot, .t_sns, a:has(> [alt='기자의 다른기사 더보기'])",
            drop=".txt_ad, [class^=sub_cont_AD], .article_relation, .recommend",
        ),
    )
