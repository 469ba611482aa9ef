"""KBS."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Listing
from newscrawl.extract.page import ArticlePage


class Kbs(Source):
    name = "kbs"
    publisher = "KBS"
    allowed_domains = ["news.kbs.co.kr", "mn.kbs.co.kr"]
    # /news/pc/view/view.do?ncd=8635111 · /news/mobile/view/view.do?ncd=… · /news/view.do?ncd=… (until 2023) ·
    # mn.kbs.co.kr/news/view.do?ncd=… and mn.kbs.co.kr/mobile/news/view.do?ncd=… (mobile, until 2023)
    article_url = r"//(?:news|mn)\.kbs\.co\.kr/(?:(?:news|pc|mobile|view)/)*view\.do\?(?:.*&)?ncd=(?P<id>\d{6,8})(?!\d)"
    template = "https://news.kbs.co.kr/news/pc/view/view.do?ncd={}"
    # There is no feed. Code of 2025 opened this list in a browser: whether its links are in the HTML is unconfirmed.
    discovery = (Listing(section="경제", url="https://news.kbs.co.kr/news/pc/category/category.do?ctcd=0004"),)
    pages = (
        # .input-date says "입력 2026.01.06 (17:45)"
        ArticlePage(
            body=".detail-body",
            title=".headline-title",
            published=".input-date",
            drop=".news-video, .detail-visual, [class*=ad-]",
        ),
    )
