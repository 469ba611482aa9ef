"""뉴시스."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Newsis(Source):
    name = "newsis"
    publisher = "뉴시스"
    allowed_domains = ["newsis.com"]
    # /view/NISX20260715_0003709833 · mobile.newsis.com/view/NISX… (2026-02) · /view/?id=NISX20180706_0000356247&cID=10201 ·
    # /ar_detail/view.html?ar_id=NISX… (until 2017), mobile.newsis.com/view.html?ar_id=… (until 2023). NISI is a photo.
    article_url = (
        r"newsis\.com/(?:view/?|(?:ar_detail/)?view\.html/?)(?:\?(?:.*&)?(?:ar_)?id=)?(?P<id>NISX\d{8}_\d{10})(?!\d)"
    )
    template = "https://www.newsis.com/view/{}"
    robots = "closes /common/, /search/ and /ar_detail/ (2026-07)"
    # The lists of the sections' front pages are filled by a script (2026-07). /newsis_news_google.xml is left out: it is
    # of the whole agency, and nothing is known on an article's page that says its section.
    discovery = (
        Listing(
            section="경제",
            url="https://www.newsis.com/economy/list/?cid=10400&scid=10401&page={page}",
            region=".articleList2",
        ),
        Listing(
            section="금융",
            url="https://www.newsis.com/money/list/?cid=15000&scid=15001&page={page}",
            region=".articleList2",
        ),
        Listing(
            section="산업",
            url="https://www.newsis.com/business/list/?cid=13000&scid=13001&page={page}",
            region=".articleList2",
        ),
        Feed(section="경제", url="https://www.newsis.com/RSS/economy.xml"),
        Feed(section="금융", url="https://www.newsis.com/RSS/bank.xml"),
        Feed(section="산업", url="https://www.newsis.com/RSS/industry.xml"),
    )
    pages = (
        # The text is bare nodes and <br>; "summury" is the site's spelling (2025-08). Names stand in the text
        # alone. .txt holds "등록 2025.08.19 17:09:47" and, when there was a change, "수정 …".
        ArticlePage(
            body="#textBody",
            title=".title_area",
            subtitle=".summury",
            modified=".infoLine .txt",
            drop=".article_photo, .photojournal, .thumCont, .desc, #view_ad",
            caption=".desc",
        ),
        # Until 2025 or so, and where the text has no element of its own.
        ArticlePage(
            body=".viewer",
            title=".title_area",
            subtitle=".summury",
            drop=".article_photo, .photojournal, .thumCont, .desc, #view_ad",
            caption=".desc",
        ),
        # /ar_detail/view.html of 2014 to 2017: the times stand in brackets beside the headline, [2014-06-20 06:31:20].
        ArticlePage(
            until="2017", body="#articleBody", title=".viewnewstitle", published="tbody:has(.viewnewstitle) font"
        ),
    )
