"""중앙일보."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Joongang(Source):
    name = "joongang"
    publisher = "중앙일보"
    allowed_domains = ["joongang.co.kr", "news.joins.com", "mnews.joins.com"]
    # /article/25457276; its sitemap writes some as /article/25457276?source=sitemap (2026-08) · until 2021 the same numbers at
    # news.joins.com/article/23505282 and mnews.joins.com; /article/olink/… counts apart
    article_url = (
        r"//(?:(?:www\.|m\.|mnews\.)?joongang\.co\.kr|m?news\.joins\.com)/(?:amp)?article/(?P<id>\d{7,9})(?!\d)"
    )
    template = "https://www.joongang.co.kr/article/{}"
    # The feeds ended: rss.joins.com answers with a notice (2026-07).
    discovery = (
        Listing(section="경제", url="https://www.joongang.co.kr/money", region="#story_list"),
        Listing(section="경제일반", url="https://www.joongang.co.kr/money/general", region="#story_list"),
        Listing(section="금융", url="https://www.joongang.co.kr/money/finance", region="#story_list"),
        Listing(section="산업", url="https://www.joongang.co.kr/money/industry", region="#story_list"),
        Listing(section="국제경제", url="https://www.joongang.co.kr/money/globaleconomy", region="#story_list"),
        NewsSitemap(url="https://www.joongang.co.kr/sitemap/latest-articles"),
    )
    pages = (
        ArticlePage(
            body="#article_body",
            title=".headline",
            authors=".byline a, .ab_byline p",
            # .byline has 입력 and 수정 in one line, 2016 to 2021.
            published=".datetime time[itemprop=datePublished]::attr(datetime), .article_head .byline",
            modified=".datetime time[itemprop=dateModified]::attr(datetime)",
            # article:section is the paper's own name (2026-08).
            section="meta[property='article:section2']::attr(content), .subhead a",
            drop=".ab_byline, .ab_related_article, .ad_wrap, #relation_news, #__inline_ms_da_ad__",
            caption=".ab_photo .caption",
        ),
        ArticlePage(
            until="2015",
            body="#article_content",
            title="#articletitle .title h3",
            subtitle="#articletitle .title h4",
            authors="#journalist_info li",
            published=".artical_date",
            drop="#relation_news, #__inline_ms_da_ad__",
        ),
    )
