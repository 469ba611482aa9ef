"""아시아경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Asiae(Source):
    name = "asiae"
    publisher = "아시아경제"
    allowed_domains = ["asiae.co.kr"]
    # /article/2026061816204217852 · view., core. and cm.asiae.co.kr/article/… (2026-10) · /article/enterprise-CEO/2026…
    # (2026-04) · ampview.htm?no=… and news/view.htm?idxno=… (until 2022); /en/article/… is a translation
    article_url = r"asiae\.co\.kr/(?:article/(?:[A-Za-z-]+/)?|(?:ampview|news/view)\.htm\?(?:.*&)?(?:no|idxno)=)(?P<id>\d{19})(?!\d)"
    template = "https://www.asiae.co.kr/article/{}"
    discovery = (
        Listing(section="경제", url="https://www.asiae.co.kr/list/economy"),
        Listing(section="증권", url="https://www.asiae.co.kr/list/stock"),
        Listing(section="금융", url="https://www.asiae.co.kr/list/finance"),
        Listing(section="부동산", url="https://www.asiae.co.kr/list/real-estate"),
        Feed(section="경제", url="https://www.asiae.co.kr/rss/economy.htm"),
        Feed(section="증권", url="https://www.asiae.co.kr/rss/stock.htm"),
        Feed(section="부동산", url="https://www.asiae.co.kr/rss/realestate.htm"),
        Feed(section="산업", url="https://www.asiae.co.kr/rss/industry.htm"),
    )
    pages = (
        ArticlePage(
            body="#txt_area, .article:has(p[data-alda-marking])",
            title=".area_title h1",
            subtitle=".article_head h4",
            authors=".reporter p strong, .e_article",
            published=".date_box",
            section=".lc .btn_title",
            # .lay_feature: a hidden stock quote inside a company's name. That quotes leak into the text was met on the live site
            # in 2026-10; the class is from that reader's test page, which does not name the paper.
            drop=".lay_feature, .e_article, .txt_prohibition, [class*=ad_], .va_cont",
            caption=".article_photo .txt",
        ),
        # .txt: 2012 to 2018; .cont_article: view.asiae.co.kr of 2020 to 2023. One line of the head has both times,
        # 기사입력 and 최종수정.
        ArticlePage(
            until="2023",
            body="#bodyContents .txt, .cont_article",
            title=".area_title h1",
            authors=".e_article",
            published=".area_title p",
            drop="[class^=view_ad], .google_ad, .e_article",
        ),
    )
