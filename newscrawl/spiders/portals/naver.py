"""네이버 뉴스. Its robots.txt closes it to every crawler (Disallow: /, seen 2026-07 to 2026-10)."""

import json
import re

from newscrawl.bases.portal import Portal
from newscrawl.discovery import DeadChannel, Listing
from newscrawl.extract import tree as trees
from newscrawl.extract.page import ArticlePage

FRAGMENT = "https://news.naver.com/section/template/{template}?sid={sid}&sid2={sid2}&cluid=&pageNo={page}&date={date}&next={cursor}"
# The economy's sub-sections by their sid2 (2024-12 to 2026).
SUBSECTIONS = {
    "증권": 258,
    "금융": 259,
    "부동산": 260,
    "산업/재계": 261,
    "글로벌 경제": 262,
    "경제 일반": 263,
    "생활경제": 310,
    "중기/벤처": 771,
}
BOXES = r"/ranking/|/hotissue/"


class SectionList(Listing):
    """The section pages since 2024: page 1 is HTML, the next ones are JSON fragments behind a cursor.

    Raising ``pageNo`` alone repeats the page (measured 2026-09); the cursor of the page before is what counts.
    """

    def html(self, text: str) -> str:
        """The fragment's HTML, which is the only value of ``renderedComponent``."""
        if not text.lstrip().startswith("{"):
            return text
        try:
            rendered = json.loads(text)["renderedComponent"]
            return str(next(iter(rendered.values())))
        except (ValueError, KeyError, AttributeError, StopIteration):
            raise DeadChannel("broken-json", "a page of the section list is JSON cut off or of another shape") from None

    def next_url(self, html: str, url: str) -> str | None:
        """The fragment behind this page's cursor, or None on the last page."""
        for box in trees.elements(trees.parse(html), "[data-cursor][data-has-next=true]"):
            number = re.search(r"pageNo=(\d+)", url)
            return FRAGMENT.format(
                template=box.get("data-template") or "SECTION_ARTICLE_LIST",
                sid=box.get("data-sid") or "101",
                sid2=box.get("data-sid2") or "",
                page=int(number[1]) + 1 if number else 2,
                date=box.get("data-date") or "",
                cursor=box.get("data-cursor"),
            )
        return None


class Naver(Portal):
    name = "naver"
    allowed_domains = ["n.news.naver.com", "news.naver.com"]
    # n.news.naver.com/mnews/article/018/0005316196 · /article/018/… · read.naver?oid=018&aid=… (before 2022) ·
    # /mnews/ranking/article/… and /mnews/hotissue/article/… are the same pages in other boxes
    article_url = (
        r"news\.naver\.com/(?:(?:mnews/)?(?:ranking/|hotissue/)?article/(?P<id>\d{3}/\d{10})"
        r"|(?:main/)?(?:read|news_read)\.(?:naver|nhn)\?(?:.*&)?oid=(?P<id1>\d{3})&aid=(?P<id2>\d{10}))"
    )
    template = "https://n.news.naver.com/mnews/article/{}"
    robots = "Disallow: / (2026-07 to 2026-10)"
    # Each piece of the economy is in one sub-section at least, and the front list holds no more than a few hours: a run costs
    # ten lists and the pages behind them that are new. Each day of a sub-section has a list of its own.
    discovery = (
        SectionList(
            section="경제",
            url="https://news.naver.com/section/101",
            region=".section_latest_article, .as_headline",
            ignore=BOXES,
        ),
        *(
            SectionList(
                section=section,
                url=f"https://news.naver.com/breakingnews/section/101/{sid2}",
                dated=f"https://news.naver.com/breakingnews/section/101/{sid2}?date={{date}}",
                region=".section_latest_article",
                ignore=BOXES,
            )
            for section, sid2 in SUBSECTIONS.items()
        ),
        # Still served in EUC-KR (2026-05); asking past its end repeats the last page.
        Listing(
            section="경제 속보",
            url="https://news.naver.com/main/main.naver?mode=LSD&mid=shm&sid1=101&page={page}",
            dated="https://news.naver.com/main/main.naver?mode=LSD&mid=shm&sid1=101&date={date}&page={page}",
            region=".newsflash_body",
            ignore=BOXES,
        ),
    )
    pages = (
        # n.news since 2022-02: #dic_area was a div, and is an article since 2023. There is no JSON-LD and no time in meta tags.
        ArticlePage(
            body="#dic_area",
            title=".media_end_head_headline",
            subtitle="#dic_area .media_end_summary",
            authors=".media_end_head_journalist_name, .byline_s",
            published="._ARTICLE_DATE_TIME::attr(data-date-time)",
            modified="._ARTICLE_MODIFY_DATE_TIME::attr(data-modify-date-time)",
            section=".media_end_categorize_item",
            publisher="meta[property='og:article:author']::attr(content), .media_end_head_top_logo img::attr(alt)",
            original=".media_end_head_origin_link::attr(href)",
            drop=".vod_player_wrap",
            caption=".img_desc",
        ),
        # read.naver in EUC-KR, until 2022.
        ArticlePage(
            body="#articleBodyContents",
            title="#articleTitle",
            subtitle="#articleBodyContents .media_end_summary",
            authors=".byline .b_text, .journalistcard_summary_name",
            published=".sponsor .t11",
            modified=".sponsor .t11 ~ .t11",
            section=".guide_categorization em, .guide_categorization_item",
            publisher=".press_logo img::attr(alt), meta[property='og:article:author']::attr(content)",
            original=".btn_artialoriginal::attr(href)",
            caption=".img_desc",
        ),
    )
