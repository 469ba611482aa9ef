"""The walk of a source: what several channels say of one article is put together."""

from datetime import datetime

from scrapy import Request
from scrapy.http import HtmlResponse, XmlResponse
from scrapy.utils.test import get_crawler

from newscrawl.text.dates import SEOUL
from tests.site import feed, listing
from tests.spiders_local import Paper


def test_a_feed_completes_what_a_list_announced_without_a_time() -> None:
    crawler = get_crawler(Paper, {"SPIDER_MODULES": ["tests.spiders_local"]})
    spider = Paper.from_crawler(crawler)
    listed, fed, _ = Paper.discovery
    url = "http://paper.test/article/0001"
    page = HtmlResponse(listed.url, body=listing([url]).encode())
    (request,) = spider.parse_channel(page, listed, 2)
    assert isinstance(request, Request)
    times = [request.meta["candidate"].published_at]
    date = "Fri, 20 Nov 2026 09:30:00 +09:00"
    assert list(spider.parse_channel(XmlResponse(fed.url, body=feed([f"{url}?ref=rss"], date).encode()), fed, 1)) == []
    times.append(request.meta["candidate"].published_at)
    assert times == [None, datetime(2026, 11, 20, 9, 30, tzinfo=SEOUL)]
