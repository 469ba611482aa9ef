"""네이버 뉴스. Its robots.txt closes it to every crawler (Disallow: /, seen 2026-07 to 2026-10)."""

import json
from urllib.parse import parse_qs, urlsplit

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
        except (ValueError, RecursionError, KeyError, AttributeError, StopIteration):
            raise DeadChannel("broken-json", "a page of the section list is JSON cut off or of another shape") from None

    def covers(self, url: str) -> bool:
        """Whether an address is a page or a day of this list, or a fragment of it."""
        asked = parse_qs(urlsplit(url).query)
        number = "/".join((asked.get("sid") or [""]) + (asked.get("sid2") or []))
        return super().covers(url) or ("/section/template/" in url and self.url.endswith(f"/section/{number}"))

    def next_url(self, html: str, url: str) -> str | None:
        """The fragment behind this page's cursor, or None on the last page."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        for box in trees.elements(trees.parse(html), "[data-cursor][data-has-next=true]"):
            sub_section = box.get("data-sid2") or ""
            return FRAGMENT.format(
                template=box.get("data-template") or f"SECTION_ARTICLE_LIST{'_FOR_LATEST' if sub_section else ''}",
                sid=box.get("data-sid") or "101",
                sid2=sub_section,
                page=int(asked.get("pageNo", 1)) + 1,
                # The day that was asked for: with another one its cursor goes round in circles.
                date=asked.get("date") or box.get("data-date") or "",
                cursor=box.get("data-cursor"),
            )
        return None


class Naver(Portal):
    name = "naver"
    allowed_domains = ["n.news.naver.com", "news.naver.com"]
    # n.news.naver.com/mnews/article/018/0005316196 · /article/018/… · /article/newspaper/018/…?date=20250301 · before 2022
    # news.naver.com/main/read.naver?oid=018&aid=… (read.nhn, main/ranking/read.nhn, main/tool/print.nhn), m.news.naver.com/read?…;
    # the parameters in any order. /mnews/ranking/article/… and /mnews/hotissue/article/… are the same pages in other boxes;
    # sports.news.naver.com has its own pages
    article_url = (
        r"//(?:n\.|m\.)?news\.naver\.com/(?:(?:mnews/)?(?:ranking/|hotissue/)?article/(?:newspaper/|print/)?"
        r"(?P<id>\d{3}/\d{10})(?!\d)|(?:main/)?(?:\w+/)?(?:read|news_read|print)(?:\.naver|\.nhn)?"
        r"\?(?=(?:.*&)?oid=(?P<id1>\d{3})(?!\d))(?:.*&)?aid=(?P<id2>\d{10})(?!\d))"
    )
    template = "https://n.news.naver.com/mnews/article/{}"
    robots = "Disallow: / (2026-07 to 2026-10)"
    # The front list is a selection; the eight sub-sections together are all of the economy, and each day has a list of its own
    # there. A run asks for at most max_pages of each (36 pieces a page; 5: 50 answers) and only for the articles that are new.
    # A whole day of the busy ones is longer: -a since=2026-11-01 -a until=2026-11-01 -a max_pages=60.
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
        # Still served in EUC-KR (2026-05); asking past its end repeats the last page. That list.naver has the same for each
        # sub-section nobody has shown since 2024, and it would say nothing new.
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
            published=".sponsor",
            modified=".sponsor .t11 ~ .t11",
            section=".guide_categorization em, .guide_categorization_item",
            publisher=".press_logo img::attr(alt), meta[property='og:article:author']::attr(content)",
            original=".btn_artialoriginal::attr(href)",
            caption=".img_desc",
        ),
    )
