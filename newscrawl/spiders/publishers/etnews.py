"""전자신문."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Etnews(Source):
    name = "etnews"
    publisher = "전자신문"
    allowed_domains = ["etnews.com"]
    # /20260217000092 · m.etnews.com/… ; english.etnews.com numbers its translations the same way
    article_url = r"//(?:www\.|m\.)?etnews\.com/(?P<id>(?:19|20)\d{10,12})(?!\d)"
    template = "https://www.etnews.com/{}"
    robots = "open to all (2026-08)"
    discovery = (
        Listing(section="전자", url="https://www.etnews.com/news/section.html?id1=06&page={page}", region=".news_list"),
        Listing(section="통신", url="https://www.etnews.com/news/section.html?id1=03&page={page}", region=".news_list"),
        # Both without a section: 902 is called 속보 by one and 경제·산업 by others (2026).
        Feed(url="https://rss.etnews.com/Section901.xml"),
        Feed(url="https://rss.etnews.com/Section902.xml"),
    )
    pages = (
        # Headline and time are in the meta tags (2026-06), names in the text.
        ArticlePage(body="#articleBody", drop=".reporter_info"),
        ArticlePage(
            until="2015",
            body=".article_body",
            title=".hgroup h1",
            subtitle=".hgroup h3",
            authors=".art_reporter",
            published=".a_date",
            drop="#openLine, .art_reporter, .article_ad, .sns_area2",
        ),
    )
