"""서울경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Sedaily(Source):
    name = "sedaily"
    publisher = "서울경제"
    allowed_domains = ["sedaily.com"]
    # /article/20024658 (since late 2025; portals add ?ref=naver) · m.sedaily.com/amparticle/20065936 (2026-07) ·
    # /NewsView/2GQ8Z0ABCD (before), /NewsView/1Z58J6MCL1/GX1502, /NewsVIew/… in links typed by hand
    article_url = (
        r"sedaily\.com/(?:(?:amp)?article/(?P<id>\d{8})(?!\d)|(?i:newsview)/(?P<id2>[0-9A-Z]{10})(?![0-9A-Za-z]))"
    )
    discovery = (
        Listing(section="경제", url="https://www.sedaily.com/economy"),
        Listing(section="금융", url="https://www.sedaily.com/finance"),
        Listing(section="증권", url="https://www.sedaily.com/market"),
        Listing(section="부동산", url="https://www.sedaily.com/realestate"),
        Feed(section="경제", url="https://www.sedaily.com/rss/economy"),
        Feed(section="금융", url="https://www.sedaily.com/rss/finance"),
        Feed(section="부동산", url="https://www.sedaily.com/rss/realestate"),
        NewsSitemap(url="https://www.sedaily.com/sitemap/latestnews"),
    )
    pages = (
        ArticlePage(
            body="#article-body", title=".title", drop=".article-photo-wrap", caption=".article-photo-wrap figcaption"
        ),
        # Until 2025.
        ArticlePage(
            body=".article_view",
            title=".art_tit",
            drop=".art_photo, .article_copy, .sub_ad",
            caption=".art_photo figcaption",
        ),
    )
