"""줌 뉴스. No saved page was found (2026-11): there is no selector to trust, so the generic rules read it."""

from newscrawl.bases.portal import Portal
from newscrawl.discovery import Listing


class Zum(Portal):
    name = "zum"
    allowed_domains = ["zum.com"]
    article_url = r"news\.zum\.com/articles/(?P<id>\d{7,10})(?!\d)"
    template = "https://news.zum.com/articles/{}"
    # Code of 2026 met links to the publishers' own pages in these lists: those are read by the publisher's layouts.
    discovery = (Listing(section="경제", url="https://news.zum.com/front?c=03", outlinks=True),)
