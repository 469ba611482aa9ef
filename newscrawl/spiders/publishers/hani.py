"""한겨레."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage

# CSS modules: BaseArticleCard_link__Q3YFK, whose end changes with every build (2026-01).
CARD = "[class*=BaseArticleCard_link]"


class Hani(Source):
    name = "hani"
    publisher = "한겨레"
    allowed_domains = ["hani.co.kr"]
    # /arti/economy/finance/1237716.html · /arti/SERIES/1234/1034567.html: one count for all sections
    article_url = r"//(?:www\.|m\.)?hani\.co\.kr/arti/(?:\w+/){1,3}(?P<id>\d{5,8})\.html"
    off_topic = r"/arti/(?:politics|society|culture|sports|opinion|area|international|hanihealth|animalpeople)/"
    discovery = (
        Listing(section="경제", url="https://www.hani.co.kr/arti/economy/", region=CARD),
        Listing(section="경제일반", url="https://www.hani.co.kr/arti/economy/economy_general/", region=CARD),
        Listing(section="금융·증권", url="https://www.hani.co.kr/arti/economy/finance/", region=CARD),
        # Its items have no date (2026-09).
        Feed(section="경제", url="https://www.hani.co.kr/rss/economy/"),
    )
    pages = (
        ArticlePage(
            body=".article-text",
            # The plain names are of 2015 to 2023.
            title="[class*=ArticleDetailView_title], #article_view_headline .title",
            subtitle="[class*=ArticleDetailView_subtitle], .article-text .subtitle",
            # The names are links, the role stands once behind them: 봉새론, 도담비기자 (2026-10).
            authors="[class*=ArticleDetailView_reporterList]",
            # An edited piece has 수정 before 등록 (2025-03).
            published="[class*=ArticleDetailView_dateListItem], .date-time",
            section="[class*=ArticleDetailView_breadcrumb] a ~ a, [class*=ArticleDetailView_breadcrumb] a",
            # The player says 기사를 읽어드립니다; in 2025 it stood in the text's box.
            drop="[class*=ArticleDetailAudioPlayer], [class*=BaseAd_], [class*=adWrap], [class*=adFlex], .embeded-area",
        ),
        ArticlePage(
            until="2014",
            body=".article-contents",
            title=".article-category-title td ~ td",
            subtitle=".article-contents h4",
            published=".article-control-menu .date",
            drop="#evt_bn, #ad_box01, #recopick_widget",
        ),
    )
