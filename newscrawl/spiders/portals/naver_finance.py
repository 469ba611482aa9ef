"""네이버 금융 뉴스: lists in EUC-KR whose articles are read at n.news.naver.com."""

from newscrawl.bases.portal import Portal
from newscrawl.discovery import Listing


class NaverFinance(Portal):
    name = "naver_finance"
    space = "naver"
    allowed_domains = ["finance.naver.com", "n.news.naver.com"]
    # The lists link to a page that only redirects by script: /news/news_read.naver?article_id=0001232920&office_id=215&…
    article_url = (
        r"finance\.naver\.com/(?:news|item)/news_read\.naver\?(?:.*&)?article_id=(?P<id2>\d{10})&office_id=(?P<id1>\d{3})"
        r"|n\.news\.naver\.com/(?:mnews/)?article/(?P<id>\d{3}/\d{10})"
    )
    template = "https://n.news.naver.com/mnews/article/{}"
    discovery = (
        Listing(
            section="증권",
            url="https://finance.naver.com/news/mainnews.naver?page={page}",
            region=".mainNewsList",
        ),
        Listing(
            section="증권 속보",
            url="https://finance.naver.com/news/news_list.naver?mode=LSS2D&section_id=101&section_id2=258&page={page}",
            dated="https://finance.naver.com/news/news_list.naver?mode=LSS2D&section_id=101&section_id2=258&date={date}&page={page}",
            region=".newsList",
        ),
    )
