"""아주경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Ajunews(Source):
    name = "ajunews"
    publisher = "아주경제"
    allowed_domains = ["ajunews.com"]
    # /view/20260715101712345 · m.ajunews.com/view/20110513000207 (old) · www4. and www5. too; other hosts may be
    # other editions and are left out
    article_url = r"//(?:www\d?\.|m\.)?ajunews\.com/view/(?P<id>\d{17}|\d{14})(?!\d)"
    discovery = (
        Listing(section="경제", url="https://www.ajunews.com/economy", region=".sc_news_lst"),
        Listing(section="부동산", url="https://www.ajunews.com/realestate", region=".sc_news_lst"),
        Listing(section="산업", url="https://www.ajunews.com/industry", region=".sc_news_lst"),
        # Of the whole paper, 802 items (2026-08).
        Feed(url="https://www.ajunews.com/rss/sokbo.xml"),
    )
    # From code without a date: the byline is a card inside the body, as the tags and votes are.
    pages = (
        ArticlePage(
            body="#articleBody",
            authors=".byline",
            drop="[class*=ad_], [id*=dcamp_ad], [id*=dablewidget], .related_news, .relation, .keyword_tag, .news_like_bad, "
            ".byline, .copy",
        ),
    )
