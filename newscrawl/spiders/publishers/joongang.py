"""중앙일보."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Listing
from newscrawl.extract.page import ArticlePage


class Joongang(Source):
    name = "joongang"
    publisher = "중앙일보"
    allowed_domains = ["joongang.co.kr"]
    # /article/25236857
    article_url = r"//(?:www\.|mnews\.)?joongang\.co\.kr/article/(?P<id>\d{7,9})(?!\d)"
    # The feeds ended: rss.joins.com answers with a notice (2026-07).
    discovery = (
        Listing(section="경제", url="https://www.joongang.co.kr/money"),
        Listing(section="경제일반", url="https://www.joongang.co.kr/money/general"),
        Listing(section="금융", url="https://www.joongang.co.kr/money/finance"),
        Listing(section="산업", url="https://www.joongang.co.kr/money/industry"),
        Listing(section="국제경제", url="https://www.joongang.co.kr/money/globaleconomy"),
    )
    pages = (
        ArticlePage(
            body="#article_body",
            title=".headline",
            subtitle=".ab_sub_headline",
            authors=".byline a, .ab_byline p",
            published=".datetime time[itemprop=datePublished]::attr(datetime)",
            # article:section is the paper's own name (2026-08).
            section="meta[property='article:section2']::attr(content)",
            drop=".ab_byline, .ab_related_article, [class*=ad_], .ab_player, .ab_telescope",
            caption=".ab_photo .caption",
        ),
    )
