"""한국일보."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Listing, NewsSitemap
from newscrawl.extract.page import ArticlePage


class Hankookilbo(Source):
    name = "hankookilbo"
    publisher = "한국일보"
    allowed_domains = ["hankookilbo.com"]
    # /news/article/A2026071220290000630 (since 2026-01) · /news/article/amp/A… · /News/Read/A2025051516330004328 ·
    # /News/Read/201906242396749918 (until 2019)
    article_url = r"hankookilbo\.com/(?:news/article(?:/amp)?|(?i:news/read))/(?P<id>A?\d{16,19})(?!\d)"
    discovery = (
        Listing(section="경제", url="https://www.hankookilbo.com/news/economy"),
        NewsSitemap(url="https://www.hankookilbo.com/sitemap/latest-articles"),
    )
    pages = (
        # 2026-06 on. Names and times are whole only in JSON-LD (meta says "박준석 기자 외 1명"). Between 2026-01 and
        # 2026-05 there was no body in the DOM: the article lives in self.__next_f, which the JSON rung reads.
        ArticlePage(
            body=".article-view",
            subtitle=".article-view .sub-tit-ll",
            drop=".end-ad-container, .no-print, .module-quote, .editor-img-box, .div-line, .ad",
            caption=".editor-img-box .caption",
        ),
        # Until 2026-01. The headline comes from JSON-LD.
        ArticlePage(
            body=".col-main[itemprop=articleBody]",
            subtitle=".col-main .sub-tit-ll",
            authors=".col-main .writer .name",
            drop=".end-ad-container, .module-quote, .editor-img-box, .div-line, .writer, .reaction-btns, .more-news, .edit-subscribe, "
            ".writer ~ *",
            caption=".editor-img-box .caption",
        ),
        # /v/… of 2014 to 2018.
        ArticlePage(
            until="2018",
            body="#article-body",
            title="#article-title, .titGroup h4",
            subtitle="#article-subtitle, .titGroup h5",
            authors="#article-info .author .author a, .newsStoryDetail .authorInfo",
            published="#date-registered, #date-edited, .newsStoryDetail .writeOption",
            drop="[class^=article-ad]",
        ),
    )
