"""뉴스1."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Listing, NewsSitemap


class News1(Source):
    name = "news1"
    publisher = "뉴스1"
    allowed_domains = ["news1.kr"]
    # /finance/general-stock/6228304 (2026-07) · /articles/5000001 and /articles/?5000001 (until 2024)
    article_url = r"news1\.kr/(?:[a-z-]+/[a-z-]+/|articles/\??)(?P<id>\d{7})(?!\d)"
    off_topic = (
        r"news1\.kr/(?:politics|society|diplomacy|nk|world|entertain|sports|life-culture|local|opinion|photos|people)/"
    )
    robots = "/search only is closed to others than some AI crawlers (2026-07)"
    # The lists are Next.js pages whose links may stand in its JSON alone (2026-07).
    discovery = (
        Listing(url="https://www.news1.kr/latest?page={page}"),
        Listing(section="경제", url="https://www.news1.kr/economy"),
        Listing(section="금융", url="https://www.news1.kr/finance"),
        Listing(section="산업", url="https://www.news1.kr/industry"),
        Listing(section="부동산", url="https://www.news1.kr/realestate"),
        NewsSitemap(url="https://www.news1.kr/api/feeds/google-news/"),
    )
    # No layout: nobody has described the article's markup; the page's own JSON (__NEXT_DATA__) and the generic rules read it.
