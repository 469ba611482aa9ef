"""조선비즈."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing


class Chosunbiz(Source):
    name = "chosunbiz"
    publisher = "조선비즈"
    allowed_domains = ["biz.chosun.com"]
    # /stock/market_trend/2026/01/06/ABCDEFGHIJKLMNOPQRSTUVWX23/
    article_url = r"biz\.chosun\.com/(?:[a-z_-]+/){1,3}\d{4}/\d\d/\d\d/(?P<id>[A-Z2-7]{26})(?![A-Z2-7])"
    # Arc XP fills the lists by script (2026): their links stand in its JSON.
    discovery = (
        Listing(section="증권", url="https://biz.chosun.com/stock/"),
        Listing(section="금융", url="https://biz.chosun.com/finance/"),
        Listing(section="부동산", url="https://biz.chosun.com/real_estate/"),
        Listing(section="산업", url="https://biz.chosun.com/industry/"),
        Feed(section="증권", url="https://biz.chosun.com/arc/outboundfeeds/rss/category/stock/?outputType=xml"),
        Feed(url="https://biz.chosun.com/arc/outboundfeeds/rss/?outputType=xml"),
    )
    # No layout: the story is JSON in a script (Fusion.globalContent), whatever a browser makes of it.
