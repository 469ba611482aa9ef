"""머니투데이."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Mt(Source):
    name = "mt"
    publisher = "머니투데이"
    allowed_domains = ["mt.co.kr"]
    # /stock/2025/12/16/2025121605320012345 (since 2025), m.mt.co.kr/index.php/finance/2026/09/24/… · news.mt.co.kr/mtview.php?no=2024…
    # redirects there · www.mt.co.kr/view/mtview.php?no=…, m.mt.co.kr/renew/view.html?no=… and view_amp.html (until 2025)
    article_url = (
        r"mt\.co\.kr/(?:(?:index\.php/)?[a-z-]+/\d{4}/\d\d/\d\d/"
        r"|(?:(?:view/)?mtview\.php|renew/view(?:_amp)?\.html)\?(?:.*&)?no=)(?P<id>\d{19})(?!\d)"
    )
    off_topic = r"mt\.co\.kr/(?:politics|society|sports|entertainment|culture|opinion|thebell)/\d{4}/"
    robots = "names Scrapy: Disallow; closes ?page= and /api/ to all (2026-07)"
    discovery = (
        # Only the first pages: ?page= is closed.
        Listing(section="경제", url="https://www.mt.co.kr/economy"),
        Listing(section="증권", url="https://www.mt.co.kr/stock"),
        Listing(section="금융", url="https://www.mt.co.kr/finance"),
        Listing(section="부동산", url="https://www.mt.co.kr/estate"),
        Listing(section="산업", url="https://www.mt.co.kr/industry"),
        NewsSitemap(url="https://www.mt.co.kr/sitemap/latest.xml"),
        Feed(url="https://rss.mt.co.kr/mt_news.xml"),
    )
    pages = (
        # JSON-LD has the times (2026-07).
        ArticlePage(
            body="#articleView",
            title=".headline",
            authors=".name.col1",
            section=".breadcrumb a[data-testid=category]",
            drop=".ept, [class*=ad_], .article_ad",
        ),
        # Until 2025; still printed by portals that kept the old page.
        ArticlePage(
            until="2025",
            body="#textBody",
            title="#article h1, .subject",
            subtitle="#article h2, .sub_subject",
            authors=".infobox1 a",
            published=".infobox1 .num, .info2 .date",
            drop="#now-sence, #articleRelnewsFrame, .util_box, .articlePhoto, .ad_box",
            caption=".articlePhotoCaption",
        ),
    )
