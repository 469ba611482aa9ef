"""네이버 금융 뉴스: lists in EUC-KR whose articles are read at n.news.naver.com."""

import re

from newscrawl.bases.arguments import ArgumentError, Arguments
from newscrawl.bases.portal import Portal
from newscrawl.discovery import Listing

BREAKING = "https://finance.naver.com/news/news_list.naver?mode=LSS3D&section_id=101&section_id2=258&section_id3={}"
# The breaking lists by their section_id3 (2025).
LISTS = {"시황·전망": 401, "기업·종목분석": 402, "해외증시": 403, "채권·선물": 404, "공시·메모": 406, "환율": 429}


class NaverFinance(Portal):
    """One stock's news is asked for with ``-a code=005930``; then nothing else is."""

    name = "naver_finance"
    space = "naver"
    allowed_domains = ["finance.naver.com", "n.news.naver.com"]
    # The lists link to a page that only redirects by script: /news/news_read.naver?article_id=0001232920&office_id=215&…
    # (news_read.nhn before 2021), the parameters in any order
    article_url = (
        r"//finance\.naver\.com/(?:news|item)/news_read\.(?:naver|nhn)"
        r"\?(?=(?:.*&)?office_id=(?P<id1>\d{3})(?!\d))(?:.*&)?article_id=(?P<id2>\d{10})(?!\d)"
        r"|//n\.news\.naver\.com/(?:mnews/)?article/(?P<id>\d{3}/\d{10})(?!\d)"
    )
    template = "https://n.news.naver.com/mnews/article/{}"
    robots = "lists not known; the articles' n.news.naver.com says Disallow: / (2026-07)"
    discovery = (
        Listing(
            section="주요뉴스",
            url="https://finance.naver.com/news/mainnews.naver?page={page}",
            dated="https://finance.naver.com/news/mainnews.naver?date={date:%Y-%m-%d}&page={page}",
            region=".mainNewsList",
        ),
        *(
            Listing(
                section=section,
                url=f"{BREAKING.format(code)}&page={{page}}",
                dated=f"{BREAKING.format(code)}&date={{date}}&page={{page}}",
                region=".newsList",
            )
            for section, code in LISTS.items()
        ),
    )

    def __init__(self, name: str | None = None, **given: str) -> None:
        super().__init__(name, **given)
        if code := given.get("code"):
            # A group of pieces on one event stands in rows of the same table (2025-12); all of them count.
            address = f"https://finance.naver.com/item/news_news.naver?code={code}&page={{page}}"
            self.discovery = (Listing(section=code, url=address, region=".type5"),)

    @classmethod
    def parse_arguments(cls, given: dict[str, str]) -> Arguments:
        """The crawl's limits; raises ArgumentError, for a code that is none as well."""
        code = given.get("code")
        # Six digits; of newer shares the fifth or sixth may be a letter (0126Z0, 00088K).
        if code is not None and not re.fullmatch(r"\d{4}[0-9A-Z]{2}", code):
            raise ArgumentError(f"code={code!r} is no code of a stock such as 005930")
        if code and "sections" in given:
            raise ArgumentError(f"code={code} and sections= do not go together: the news of one stock has no sections")
        return super().parse_arguments({name: value for name, value in given.items() if name != "code"})
