"""Which addresses are one page: the forms that portals, searches and old links use, by the rule of each source."""

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl.bases.source import load_sources, sites_of

SITES = sites_of(load_sources(get_project_settings()))

ALIASES = {
    "mk/11330362": "www.mk.co.kr/news/stock/11330362 m.mk.co.kr/news/stock/11330362 www.mk.co.kr/article/11330362",
    "hankyung/202404075742i": "www.hankyung.com/article/202404075742i www.hankyung.com/amp/202404075742i",
    "sedaily/20086409": "www.sedaily.com/article/20086409?ref=naver m.sedaily.com/article/20086409",
    "mt/2021051116033158059": "news.mt.co.kr/mtview.php?no=2021051116033158059 www.mt.co.kr/stock/2021/05/11/2021051116033158059",
    "edaily/02345678912345678": "www.edaily.co.kr/News/Read?newsId=02345678912345678&mediaCodeNo=257 "
    "m.edaily.co.kr/news/read?newsid=02345678912345678 www.edaily.co.kr/news/newspath.asp?newsid=02345678912345678",
    "asiae/2026091611191368572": "www.asiae.co.kr/article/2026091611191368572 view.asiae.co.kr/article/2026091611191368572 "
    "www.asiae.co.kr/article/stock/2026091611191368572",
    "heraldcorp/10892497": "biz.heraldcorp.com/article/10892497 mbiz.heraldcorp.com/article/10892497",
    "yna/AKR20260619134300017": "www.yna.co.kr/view/AKR20260619134300017?input=1195m m.yna.co.kr/amp/view/AKR20260619134300017",
    "newsis/NISX20260715_0003709833": "www.newsis.com/view/NISX20260715_0003709833 www.newsis.com/view/?id=NISX20260715_0003709833",
    "ebn/1656435": "www.ebn.co.kr/news/articleView.html?idxno=1656435 m.ebn.co.kr/news/articleViewAmp.html?idxno=1656435&page=1",
    "khan/202407211426001": "www.khan.co.kr/article/202407211426001 www.khan.co.kr/economy/economy-general/article/202407211426001",
    "donga/134316474": "www.donga.com/news/Economy/article/all/20260717/134316474/1 www.donga.com/news/amp/all/20260717/134316474/1",
    "sbsbiz/20000333401": "biz.sbs.co.kr/article/20000333401?division=NAVER biz.sbs.co.kr/amp/article/20000333401 biz.sbs.co.kr/article_hub/20000333401",
    "naver/018/0005316196": "n.news.naver.com/mnews/article/018/0005316196?sid=101 n.news.naver.com/article/018/0005316196 "
    "news.naver.com/main/read.naver?mode=LSD&oid=018&aid=0005316196 finance.naver.com/news/news_read.naver?article_id=0005316196&office_id=018",
    "daum/20230503170301523": "v.daum.net/v/20230503170301523 news.daum.net/v/20230503170301523?f=m",
    "nate/20260715n00317": "news.nate.com/view/20260715n00317?mid=n1006 m.news.nate.com/view/20260715n00317",
    "zum/100313495": "news.zum.com/articles/100313495?cm=front m.news.zum.com/articles/100313495/some-words",
}
STRANGERS = (
    "www.yna.co.kr/view/PYH20260619134300017 www.newsis.com/view/NISI20260715_0003709833 www.hankyung.com/economy "
    "www.mk.co.kr/en/economy/11330362 sports.donga.com/news/article/all/20260717/134316474/1 www.ebn.co.kr/news/articleList.html?idxno=1 "
    "biz.chosun.com/stock/ n.news.naver.com/mnews/article/comment/018/0005316196"
)


@pytest.mark.parametrize("key", ALIASES)
def test_every_form_of_an_address_is_the_same_page(key: str) -> None:
    assert {url: SITES.key(f"https://{url}") for url in ALIASES[key].split()} == dict.fromkeys(
        ALIASES[key].split(), key
    )


@pytest.mark.parametrize("url", STRANGERS.split())
def test_what_only_looks_like_an_article_is_none(url: str) -> None:
    assert SITES.article(f"https://{url}") is None


def test_no_two_pages_share_a_key() -> None:
    keys = [SITES.key(f"https://{forms.split()[0]}") for forms in ALIASES.values()]
    assert len(set(keys)) == len(keys)
