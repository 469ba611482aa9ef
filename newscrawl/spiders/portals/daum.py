"""다음 뉴스."""

from newscrawl.bases.portal import Portal
from newscrawl.discovery import Listing
from newscrawl.extract.page import ArticlePage


class Daum(Portal):
    name = "daum"
    allowed_domains = ["daum.net"]
    # The 17 digits are the moment of registration; og:url may be an alias (2022), so it is never the identity.
    # v.media.daum.net/v/20170615203441266 (2017) and media.daum.net/economic/others/newsview?newsid=20131003175005632 (2013) have it too.
    article_url = r"(?:v\.daum\.net|media\.daum\.net|news\.daum\.net)/(?:v/|(?:[\w/]+/)?newsview\?(?:.*&)?newsid=)(?P<id>\d{17})(?!\d)"
    template = "https://v.daum.net/v/{}"
    robots = "v.daum.net not known; search.daum.net Disallow: / (2026-05)"
    # The rest of the list comes by a script whose address nobody has documented (2026): ask for it often. The dated lists of
    # 2023 (/breakingnews/economic?regDate=…) are believed gone, and a press' channel (/channel/5/home, 2026) is made by a script
    # and holds all of its sections: so there is no second kind of channel.
    discovery = (
        Listing(
            section="경제",
            url="https://news.daum.net/economy",
            region=".list_newsheadline2, .list_newsbasic, .list_allnews",
        ),
    )
    pages = (
        # 2026-03: #harmonyContainer is gone, times are not zero-padded and have no label. The same selectors read 2022.
        ArticlePage(
            body=".article_view",
            title=".tit_view",
            subtitle=".summary_view",
            authors=".info_view .txt_info:not(:has(.num_date))",
            published=".info_view .txt_info:has(.num_date)",
            modified=".info_view .txt_info:has(.num_date) ~ .txt_info .num_date",
            section=".inner-main > .screen_out, #kakaoBody",
            publisher="meta[property='og:article:author']::attr(content), .info_cp .link_cp img::attr(alt)",
            drop=".video_frm, .layer_vod, .viewrelate_wrap",
            caption=".txt_caption",
        ),
    )
