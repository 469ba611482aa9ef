"""헤럴드경제."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Heraldcorp(Source):
    name = "heraldcorp"
    publisher = "헤럴드경제"
    allowed_domains = ["heraldcorp.com"]
    # biz.heraldcorp.com/article/10892497 · mbiz.… · view.php?ud=20230907000489 (until 2024)
    article_url = (
        r"m?biz\.heraldcorp\.com/(?:article/(?P<id>\d{7,8})(?!\d)|view\.php\?(?:.*&)?ud=(?P<id1>\d{14})(?!\d))"
    )
    discovery = (
        Listing(section="경제", url="https://biz.heraldcorp.com/economy", region=".news_list"),
        Listing(section="금융", url="https://biz.heraldcorp.com/finance", region=".news_list"),
        Listing(section="부동산", url="https://biz.heraldcorp.com/realestate", region=".news_list"),
        Listing(section="산업", url="https://biz.heraldcorp.com/industry", region=".news_list"),
        # /rss/finance.xml answers 200 with no item (2026-07); these are Google's.
        Feed(section="경제", url="https://biz.heraldcorp.com/rss/google/economy"),
        Feed(section="금융", url="https://biz.heraldcorp.com/rss/google/finance"),
        Feed(section="증권", url="https://biz.heraldcorp.com/rss/google/stock"),
        Feed(section="부동산", url="https://biz.heraldcorp.com/rss/google/realestate"),
        Feed(section="산업", url="https://biz.heraldcorp.com/rss/google/industry"),
    )
    # Only the body is known (2026).
    pages = (
        ArticlePage(body="#articleText.article-body", drop="[class*=ad_], .relation"),
        # view.php?ud=… of 2014 to 2020: "기사입력 2014-06-20 06:31".
        ArticlePage(
            until="2020",
            body="#articleText, .con_left_bd",
            title=".article_text span",
            published=".new_time",
            drop="[class*=ad_], .relation, .mask_div",
        ),
    )
