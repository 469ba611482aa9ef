"""뉴스1."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage

# The headings of the top piece, the chosen ones and the newest; the ranking's are n1-header-title-related-3 (2025, 2026-07).
REGION = ".n1-header-subtop-2, .n1-header-title-7, .n1-header-title-1-2"


class News1(Source):
    name = "news1"
    publisher = "뉴스1"
    allowed_domains = ["news1.kr"]
    # /finance/general-stock/6228304 (2026-07) · /articles/5000001 and /articles/?5000001 (until 2024; ?953640 in 2012);
    # /photos/ counts apart
    article_url = r"news1\.kr/(?!photos/|videos/)(?:[a-z-]+/[a-z-]+/|articles/\??)(?P<id>\d{6,7})(?!\d)"
    off_topic = r"news1\.kr/(?:politics|society|diplomacy|nk|world|entertain|sports|life-culture|local|opinion|people)/"
    robots = "only /ads, /jebo and /search are closed; GPTBot and some others shut out (2026-07)"
    discovery = (
        Listing(url="https://www.news1.kr/latest?page={page}", region=REGION),
        Listing(section="경제", url="https://www.news1.kr/economy", region=REGION),
        Listing(section="금융", url="https://www.news1.kr/finance", region=REGION),
        Listing(section="산업", url="https://www.news1.kr/industry", region=REGION),
        Listing(section="부동산", url="https://www.news1.kr/realestate", region=REGION),
        # Closed to some networks: answered from Seoul only (2026-08), 403 (2026-09).
        Feed(section="경제", url="https://www.news1.kr/api/feeds/google?category_id=13"),
        NewsSitemap(url="https://www.news1.kr/api/feeds/google-news/"),
    )
    pages = (
        ArticlePage(
            body="#articleBodyContent",
            title=".article-h2-header-title",
            subtitle=".article_content_stitle",
            authors=".box--report-top .report-by",
            published="#published::attr(datetime), #article_created time",
            # The first is the home page.
            section=".breadcrumb a",
            drop=".ads-article-warp",
        ),
        # /articles/?ID, 2015 to 2024: ".info" has reporters and time between bars.
        ArticlePage(
            until="2024",
            body="#articles_detail, .detail.sa_area",
            title=".title h2",
            subtitle=".title h3",
            authors=".title .info",
            published=".title .info",
        ),
    )
