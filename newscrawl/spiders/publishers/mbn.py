"""MBN."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Mbn(Source):
    name = "mbn"
    publisher = "MBN"
    allowed_domains = ["mbn.co.kr", "mbn.mk.co.kr"]
    # /news/economy/5149771 · m.mbn.co.kr/news/economy/4766034 · in the same count, on mbn.mk.co.kr until 2022:
    # /pages/news/newsView.php?category=mbn00003&news_seq_no=4932950, newsPrintView.php?…
    article_url = (
        r"//(?:(?:www\.|m\.)?mbn\.co\.kr/news/[a-z]+/"
        r"|(?:(?:www\.|m\.)?mbn|mbn\.mk)\.co\.kr/pages/news/news(?:Print)?View\.php\?(?:.*&)?news_seq_no=)"
        r"(?P<id>\d{6,8})(?!\d)"
    )
    off_topic = r"/news/(?:politics|society|sports|entertain|culture|world|life)/"
    discovery = (
        Listing(section="경제", url="https://www.mbn.co.kr/news/economy/"),
        Feed(section="경제", url="https://www.mbn.co.kr/rss/economy/"),
    )
    pages = (ArticlePage(body="#newsViewArea", drop="[class*=ad_], .vod_area, .tag_area"),)
