"""디지털타임스."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Dt(Source):
    name = "dt"
    publisher = "디지털타임스"
    allowed_domains = ["dt.co.kr"]
    # /article/12084904 (since 2025; portals add ?ref=naver) · /contents.html?article_no=2019040402101331033001 (before)
    article_url = (
        r"dt\.co\.kr/(?:article/(?P<id>\d{8})(?!\d)|contents\.html\?(?:.*&)?article_no=(?P<id2>\d{16,22})(?!\d))"
    )
    discovery = (
        Listing(section="경제", url="https://www.dt.co.kr/economy/general"),
        # 427 pieces at once, with their text (2026-08). /rss/google/latest is left out: it is of the whole paper, and no
        # article is known to say its section.
        Feed(section="ICT", url="https://www.dt.co.kr/rss/google/ict"),
    )
    # Nobody has described the pages of 2025 and later, so they are read by their head and by the text alone.
    pages = (
        ArticlePage(
            until="2024",
            body="#NewsAdContent",
            title="#news_names h1",
            subtitle="#news_names h3",
            published="#news_names p",
        ),
    )
