"""조선비즈."""

import json
import re
from html import escape

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage

CACHE = re.compile(r"Fusion\.contentCache\s*=\s*(?=\{)")


class StoryFeed(Listing):
    """A section page of Arc XP: its list is made by script, from the stories in Fusion.contentCache (2026)."""

    def html(self, text: str) -> str:
        """The links of the page's story feeds; the page itself when it holds none (its other sources are rankings)."""
        cache = CACHE.search(text)
        try:
            sources, _ = json.JSONDecoder().raw_decode(text, cache.end()) if cache else ({"story-feed": {}}, 0)
            stories = [s for answer in sources["story-feed"].values() for s in answer["data"]["content_elements"]]
            links = [
                f'<p><a href="{escape(s["canonical_url"])}">{escape(s["headlines"]["basic"])}</a></p>' for s in stories
            ]
        except (ValueError, KeyError, TypeError, AttributeError):
            return text
        return "".join(links) or text


class Chosunbiz(Source):
    name = "chosunbiz"
    publisher = "조선비즈"
    allowed_domains = ["biz.chosun.com"]
    # /stock/market_trend/2026/01/06/ABCDEFGHIJKLMNOPQRSTUVWX23/; /en/… is a translation · until 2020
    # /site/data/html_dir/2016/11/08/2016110802495.html and m.biz.chosun.com/svc/article.html?contid=2016110802495
    article_url = (
        r"biz\.chosun\.com/(?:(?!en/)(?:[a-z0-9_-]+/){1,3}\d{4}/\d\d/\d\d/(?P<id>[A-Z2-7]{26})(?![0-9A-Za-z])"
        r"|(?:site/data/html_dir/\d{4}/\d\d/\d\d/|svc/article\.html\?(?:.*&)?contid=)(?P<id2>\d{13})(?!\d))"
    )
    discovery = (
        StoryFeed(section="증권", url="https://biz.chosun.com/stock/"),
        StoryFeed(section="금융", url="https://biz.chosun.com/finance/"),
        StoryFeed(section="부동산", url="https://biz.chosun.com/real_estate/"),
        StoryFeed(section="산업", url="https://biz.chosun.com/industry/"),
        Feed(section="증권", url="https://biz.chosun.com/arc/outboundfeeds/rss/category/stock/?outputType=xml"),
        Feed(section="산업", url="https://biz.chosun.com/arc/outboundfeeds/rss/category/industry/?outputType=xml"),
        Feed(url="https://biz.chosun.com/arc/outboundfeeds/rss/?outputType=xml"),
    )
    # The served page has the text in a script alone (Fusion.globalContent, 2026-09), whatever a browser makes of it.
    pages = (
        # Until Arc XP came in 2020. #date_text has "입력 : … | 수정 : …".
        ArticlePage(
            until="2020",
            body="#news_body_id, .article:has(.par)",
            title="#news_title_text_id, #title_text",
            subtitle=".news_subtitle, .article h3",
            authors="#j1",
            published="#date_text, .news_date",
            drop=".news_date, [class*=date_], .promotion, #j1",
        ),
    )
