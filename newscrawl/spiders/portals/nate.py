"""네이트 뉴스: EUC-KR throughout. Its robots.txt closes it to all but a few search engines."""

from newscrawl.bases.portal import Portal
from newscrawl.discovery import Listing
from newscrawl.extract.page import ArticlePage


class Nate(Portal):
    name = "nate"
    allowed_domains = ["nate.com"]
    # /view/20260715n00317?mid=n1006: the day and a number within it
    article_url = r"news\.nate\.com/view/(?P<id>\d{8}n\d{5})(?!\d)"
    template = "https://news.nate.com/view/{}"
    robots = "Disallow: / (2026-07)"
    # The economy is n0300 and n0301 in sections and dated lists, n0102 among the newest: code of 2025-26 has both.
    discovery = (
        Listing(section="경제", url="https://news.nate.com/section?mid=n0300", region=".mduSubjectList"),
        Listing(
            section="경제 최신", url="https://news.nate.com/recent?mid=n0102&page={page}", region=".mduSubjectList"
        ),
        Listing(
            section="경제 날짜별",
            url="https://news.nate.com/recent?cate=eco&mid=n0301&type=c&page={page}",
            dated="https://news.nate.com/recent?cate=eco&mid=n0301&type=c&date={date}&page={page}",
            region=".mduSubjectList",
        ),
    )
    pages = (
        # The misspelt names are the site's own (to 2026-09). The text is bare nodes and <br>, sometimes <p>; a picture and
        # its caption share a box without a name.
        ArticlePage(
            body="#realArtcContents, #articleContetns",
            title=".articleSubecjt, .articleSubject",
            subtitle=".subArea.subTitle",
            published=".firstDate em",
            modified=".lastDate em",
            publisher=".articleInfo .medium",
            drop=".articleMedia, .sub_tit, .news_cont_img_txt, #relnews_list",
        ),
    )
