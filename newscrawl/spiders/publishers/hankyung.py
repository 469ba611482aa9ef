"""한국경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Hankyung(Source):
    name = "hankyung"
    publisher = "한국경제"
    allowed_domains = ["hankyung.com"]
    # /article/2026071556827 (paper) · /article/202607155966i (online) · /amp/… · /economy/article/… (old) ·
    # /news/app/newsview.php?aid=201411128838i (until 2018, on the sections' hosts too)
    article_url = (
        r"//(?:(?:www\.|m\.|news\.)?hankyung\.com/(?!premium/)(?:amp|(?:[a-z-]+/){0,2}article)/"
        r"|(?:www\.|m\.|news\.|stock\.|land\.)?hankyung\.com/news/app/newsview\.php\?(?:.*&)?aid=)"
        r"(?P<id>\d{12}[0-9a-z])(?![0-9A-Za-z])"
    )
    off_topic = r"hankyung\.com/(?:politics|society|life|entertainment|sports|opinion|golf)/article/"
    robots = "closes /api/, /ext-api/, /tag/ and /print/ (2026-07)"
    # Cloudflare answers data centres with 403 for days, feeds above all (2026-07); the sitemap stayed open then, so it is kept
    # although it is of the whole paper.
    discovery = (
        Listing(section="경제", url="https://www.hankyung.com/economy?page={page}", region=".news-list-wrap"),
        Listing(section="금융", url="https://www.hankyung.com/all-news-finance?page={page}", region=".allnews-list"),
        Feed(section="경제", url="https://www.hankyung.com/feed/economy"),
        Feed(section="증권", url="https://www.hankyung.com/feed/finance"),
        Feed(section="부동산", url="https://www.hankyung.com/feed/realestate"),
        Feed(section="산업", url="https://www.hankyung.com/feed/industry"),
        Feed(section="IT", url="https://www.hankyung.com/feed/it"),
        NewsSitemap(url="https://www.hankyung.com/sitemap/latest-article.xml"),
    )
    pages = (
        # Text nodes and <br>; the last line signs: 홍길동 기자 hong@hankyung.com (2026-02).
        ArticlePage(
            body="#articletxt",
            title=".headline",
            authors=".author-list .author .item",
            drop=".ad-area-wrap, [class*=ad-wrap], .article-poll",
            caption=".figure-caption",
        ),
        # /news/app/newsview.php of 2014 and its pages until 2020 or so.
        ArticlePage(
            until="2020",
            body="#newsView",
            title=".news_sbj_h, h1.title",
            subtitle=".article_stit",
            published=".news_info, .date-published",
            modified=".date-modify",
            drop=".article_stit, .article_aside_group, .ico_imgMore, .box_related_list",
        ),
    )
