"""국민일보."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage


class Kmib(Source):
    name = "kmib"
    publisher = "국민일보"
    allowed_domains = ["kmib.co.kr"]
    # /article/view.asp?arcid=0028654321 · news.kmib.co.kr and m.kmib.co.kr/view.asp carry the same arcid; ten digits, and older
    # pieces really begin with other ones (0924085038, 1761730142)
    article_url = r"(?i:kmib\.co\.kr/(?:article/)?view\.asp\?(?:.*&)?arcid)=(?P<id>\d{7,12})(?!\d)"
    discovery = (
        Listing(section="경제", url="https://www.kmib.co.kr/article/listing.asp?sid1=eco"),
        Feed(section="경제", url="https://www.kmib.co.kr/rss/data/kmibEcoRss.xml"),
    )
    pages = (
        # The reporter signs the last line of the text.
        ArticlePage(
            body="#articleBody",
            # .nwsti: 2014 to 2023.
            title=".article_headline, .nwsti h3, .nwsti h2",
            published=".datetime, .nwsti .date, .nwsti_btm .date",
            drop=".article_recommend, .article_body_img",
            caption=".article_body_img figcaption",
        ),
    )
