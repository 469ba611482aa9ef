"""Which addresses are one page: the forms that portals, searches and old links use, by the rule of each source."""

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from scrapy.utils.project import get_project_settings

from newscrawl.bases.ndsoft import NdSoft
from newscrawl.bases.source import load_sources, sites_of
from newscrawl.urls import Site, Sites, plain_key

SOURCES = load_sources(get_project_settings())
SITES = sites_of(SOURCES)

# Every source's keys as patterns, and the forms their pages are linked in (2010 to 2026): {0} is the identity, {1} and {2} are
# its parts. A source that keys its pages by another one's name stands under its own.
ALIASES = {
    "mk/1[0-9]{7}": "www.mk.co.kr/news/stock/{0} m.mk.co.kr/news/stock/{0} www.mk.co.kr/article/{0} m.mk.co.kr/amp/{0}",
    "mk/20[01][0-9]/[1-9][0-9]{4,5}": "www.mk.co.kr/news/society/view/{1}/07/{2} m.mk.co.kr/news/home/{1}/{2} "
    "news.mk.co.kr/newsRead.php?year={1}&no={2} news.mk.co.kr/newsReadPrint.php?no={2}&year={1}",
    "mk/stock/[1-9][0-9]{4,6}": "stock.mk.co.kr/news/view/{2} stock.mk.co.kr/news/view/{2}?type=e",
    "hankyung/20[0-9]{10}[0-9givj]": "www.hankyung.com/article/{0} m.hankyung.com/article/{0} www.hankyung.com/amp/{0} "
    "www.hankyung.com/economy/article/{0} news.hankyung.com/article/{0} www.hankyung.com/news/app/newsview.php?aid={0} "
    "stock.hankyung.com/news/app/newsview.php?aid={0}",
    "sedaily/[12][0-9]{7}": "www.sedaily.com/article/{0} m.sedaily.com/article/{0} m.sedaily.com/amparticle/{0}",
    "sedaily/[12][0-9A-Z]{9}": "www.sedaily.com/NewsView/{0} m.sedaily.com/NewsView/{0} www.sedaily.com/NewsVIew/{0} "
    "www.sedaily.com/newsview/{0}/GX1502 decenter.sedaily.com/NewsView/{0}",
    "mt/20[0-9]{17}": "www.mt.co.kr/stock/2025/12/16/{0} m.mt.co.kr/index.php/finance/2026/09/24/{0} news.mt.co.kr/mtview.php?no={0} "
    "www.mt.co.kr/view/mtview.php?type=1&no={0} m.mt.co.kr/renew/view.html?no={0} m.mt.co.kr/renew/view_amp.html?no={0}",
    "edaily/0[0-9]{16}": "www.edaily.co.kr/News/Read?newsId={0}&mediaCodeNo=257 m.edaily.co.kr/news/read?mediaCodeNo=257&newsid={0} "
    "www.edaily.co.kr/news/newspath.asp?newsid={0} marketin.edaily.co.kr/News/Read?newsId={0} m.edaily.co.kr/amp/read?newsId={0} "
    "www.edaily.co.kr/news/NewsRead.edy?SCD=JC21&newsid={0}&DCD=A00302",
    "fnnews/20[0-9]{16}": "www.fnnews.com/news/{0} m.fnnews.com/news/{0}",
    "asiae/20[0-9]{17}": "www.asiae.co.kr/article/{0} view.asiae.co.kr/article/{0} www.asiae.co.kr/article/stock/{0} "
    "cm.asiae.co.kr/article/{0} cm.asiae.co.kr/ampview.htm?no={0} www.asiae.co.kr/news/view.htm?idxno={0}",
    "heraldcorp/1?[0-9]{7}": "biz.heraldcorp.com/article/{0} mbiz.heraldcorp.com/article/{0} biz.heraldcorp.com/article/{0}?sec=011",
    "heraldcorp/20[0-9]{12}": "biz.heraldcorp.com/view.php?ud={0} mbiz.heraldcorp.com/view.php?ud={0}",
    "chosunbiz/[A-Z2-7]{26}": "biz.chosun.com/stock/market_trend/2026/01/06/{0}/ biz.chosun.com/it-science/ict/2026/01/06/{0}?outputType=amp",
    "chosunbiz/20[0-9]{11}": "biz.chosun.com/site/data/html_dir/2016/11/08/{0}.html m.biz.chosun.com/svc/article.html?contid={0}",
    "yna/AKR20[0-9]{15}": "www.yna.co.kr/view/{0} www.yna.co.kr/view/{0}?input=1195m www.yna.co.kr/view/{0}?site=popup m.yna.co.kr/amp/view/{0} "
    "m.yna.co.kr/view/{0}?section=economy/index www.yonhapnews.co.kr/culture/2017/04/27/0906000000{0}.HTML "
    "app.yonhapnews.co.kr/YNA/Basic/SNS/r.aspx?c={0}&did=1195m app.yonhapnews.co.kr/YNA/Basic/SNS/r.aspx?did=1195m&c={0}",
    "news1/[1-9][0-9]{6}": "www.news1.kr/finance/general-stock/{0} m.news1.kr/finance/general-stock/{0} www.news1.kr/articles/{0} "
    "www.news1.kr/articles/?{0} m.news1.kr/articles/?{0}&26",
    "newsis/NISX20[0-9]{6}_[0-9]{10}": "www.newsis.com/view/{0} mobile.newsis.com/view/{0} www.newsis.com/view/?id={0}&cID=10401 "
    "www.newsis.com/ar_detail/view.html?ar_id={0} mobile.newsis.com/view.html?ar_id={0}",
    "newspim/20[0-9]{12}": "www.newspim.com/news/view/{0} m.newspim.com/news/view/{0}",
    "etoday/[12][0-9]{6}": "www.etoday.co.kr/news/view/{0} m.etoday.co.kr/news/view/{0} m.etoday.co.kr/view.php?idxno={0} "
    "www.etoday.co.kr/news/section/newsview.php?SM=1&idxno={0}",
    "ajunews/20[0-9]{15}|ajunews/20[0-9]{12}": "www.ajunews.com/view/{0} m.ajunews.com/view/{0} www5.ajunews.com/view/{0}",
    "bizwatch/(market|real_estate)/20[0-9]{2}/[01][0-9]/[0-3][0-9]/[0-9]{4}": "news.bizwatch.co.kr/article/{0} m.bizwatch.co.kr/article/{0}",
    "etnews/20[0-9]{10,12}": "www.etnews.com/{0} m.etnews.com/{0}",
    "dt/1[0-9]{7}": "www.dt.co.kr/article/{0} m.dt.co.kr/article/{0}",
    "dt/20[0-9]{20}": "www.dt.co.kr/contents.html?article_no={0} m.dt.co.kr/contents.html?article_no={0}",
    "joongang/2[0-9]{7}": "www.joongang.co.kr/article/{0} www.joongang.co.kr/article/{0}?source=sitemap mnews.joongang.co.kr/article/{0} "
    "news.joins.com/article/{0}?cloc=naver mnews.joins.com/article/{0}#home",
    "donga/[1-9][0-9]{7,8}": "www.donga.com/news/Economy/article/all/20260717/{0}/1 www.donga.com/news/amp/all/20260717/{0}/1 "
    "www.donga.com/news/article/all/20260717/{0} news.donga.com/3/all/20190115/{0}/1 www.donga.com/news/NewsStand/article/all/20190624/{0}/2",
    "hani/[1-9][0-9]{5,6}": "www.hani.co.kr/arti/economy/finance/{0}.html m.hani.co.kr/arti/economy/economy_general/{0}.html?_fr=mt0 "
    "www.hani.co.kr/arti/SERIES/1234/{0}.html",
    "khan/20[0-9]{13}": "www.khan.co.kr/article/{0} www.khan.co.kr/economy/economy-general/article/{0} m.khan.co.kr/economy/article/{0} "
    "news.khan.co.kr/kh_news/khan_art_view.html?artid={0}&code=940100 biz.khan.co.kr/khan_art_view.html?code=920508&artid={0} "
    "m.khan.co.kr/view.html?art_id={0}",
    "hankookilbo/A20[0-9]{15,17}": "www.hankookilbo.com/news/article/{0} www.hankookilbo.com/news/article/amp/{0} "
    "www.hankookilbo.com/News/Read/{0}?did=NA m.hankookilbo.com/News/Read/{0}",
    "hankookilbo/20[0-9]{16}": "www.hankookilbo.com/News/Read/{0}?did=PA&dtype=3 m.hankookilbo.com/news/read/{0}",
    "kmib/[01][0-9]{9}": "www.kmib.co.kr/article/view.asp?arcid={0} news.kmib.co.kr/article/view.asp?arcid={0}&code=11121400&cp=nv "
    "m.kmib.co.kr/view.asp?arcid={0} www.kmib.co.kr/Article/View.asp?ArcId={0}",
    "nocutnews/[1-9][0-9]{6}": "www.nocutnews.co.kr/news/{0} m.nocutnews.co.kr/news/{0}",
    "sbsbiz/20[0-9]{9}": "biz.sbs.co.kr/article/{0}?division=NAVER biz.sbs.co.kr/amp/article/{0} biz.sbs.co.kr/article_hub/{0}",
    "kbs/[3-9][0-9]{6}": "news.kbs.co.kr/news/pc/view/view.do?ncd={0} news.kbs.co.kr/news/mobile/view/view.do?ncd={0} "
    "news.kbs.co.kr/news/view.do?ncd={0}&ref=A mn.kbs.co.kr/news/view.do?ncd={0} mn.kbs.co.kr/mobile/news/view.do?ncd={0}",
    "mbn/[1-9][0-9]{6}": "www.mbn.co.kr/news/economy/{0} m.mbn.co.kr/news/society/{0} mbn.mk.co.kr/pages/news/newsView.php?news_seq_no={0}&pos=20002_3 "
    "www.mbn.co.kr/pages/news/newsView.php?category=mbn00003&news_seq_no={0} www.mbn.co.kr/pages/news/newsPrintView.php?news_seq_no={0}",
    "naver/[0-9]{3}/[0-9]{10}": "n.news.naver.com/mnews/article/{0}?sid=101 n.news.naver.com/article/{0} n.news.naver.com/mnews/ranking/article/{0} "
    "n.news.naver.com/article/newspaper/{0}?date=20250301 news.naver.com/main/read.naver?mode=LSD&mid=shm&sid1=101&oid={1}&aid={2} "
    "m.news.naver.com/read.nhn?aid={2}&sid1=101&oid={1}&mode=LSD m.news.naver.com/read?oid={1}&aid={2} "
    "news.naver.com/main/tool/print.nhn?oid={1}&aid={2} news.naver.com/main/ranking/read.nhn?rankingType=popular_day&oid={1}&aid={2}",
    "naver_finance/[0-9]{3}/[0-9]{10}": "finance.naver.com/news/news_read.naver?article_id={2}&office_id={1}&mode=LSS2D "
    "finance.naver.com/item/news_read.nhn?code=005930&office_id={1}&page=1&article_id={2} n.news.naver.com/mnews/article/{0}",
    "daum/20[0-9]{15}": "v.daum.net/v/{0} news.v.daum.net/v/{0} news.daum.net/v/{0}?f=m v.media.daum.net/v/{0}?rcmd=r "
    "media.daum.net/economic/others/newsview?newsid={0}",
    "nate/20[0-9]{6}n[0-9]{5}": "news.nate.com/view/{0} news.nate.com/view/{0}?mid=n1006 m.news.nate.com/view/{0}",
    "zum/[1-9][0-9]{7,8}": "news.zum.com/articles/{0} m.news.zum.com/articles/{0} m.news.zum.com/articles/{0}/some-words news.zum.com/articles/{0}?cm=front",
} | {
    f"{name}/[1-9][0-9]{{2,6}}": "{home}/news/articleView.html?idxno={{0}} {home}/news/articleViewAmp.html?idxno={{0}} "
    "{home}/news/articlePrint.html?idxno={{0}} {home}/news/articleView.html?page=2&sc_section_code=S1N4&idxno={{0}}&total=80".format(
        home=source.home.removeprefix("https://")
    )
    for name, source in SOURCES.items()
    if issubclass(source, NdSoft)
}
# What only looks like an article of the site it is on.
STRANGERS = (
    "www.yna.co.kr/view/PYH20260619134300017 www.newsis.com/view/NISI20260715_0003709833 www.hankyung.com/economy "
    "www.mk.co.kr/en/economy/11330362 sports.donga.com/news/article/all/20260717/134316474/1 www.ebn.co.kr/news/articleList.html?idxno=1 "
    "biz.chosun.com/stock/ n.news.naver.com/mnews/article/comment/018/0005316196 sports.news.naver.com/news/read.nhn?oid=018&aid=0005316196 "
    "www.redaily.co.kr/news/read?newsId=02345678912345678 marketin.edaily.co.kr/News/ReadE?newsId=02492806639115568 "
    "www.mk.co.kr/member/login?to=//www.mk.co.kr/news/stock/11330362 www.sedaily.com/share#sedaily.com/article/20086409 "
    "news.joins.com/article/olink/22123706 pop.heraldcorp.com/view.php?ud=202110311600140431771_1 v.daum.net/v/3bSk2vLxgE "
    "www.news1.kr/photos/details/6228304 biz.chosun.com/en/en-it/2026/08/25/JQ3UQJ4FXZCWXFADSHUGBS43L4/ www.mk.co.kr/news/economy/2018"
)
TRACKED = "utm_source=naver fbclid=IwAR0a1 gclid=9 ref=naver ref=https%3A%2F%2Fm.daum.net%2F9 from=kakao sns=tw OutLnkChk=Y kakao_from=9"


@st.composite
def addresses(draw: st.DrawFn, row: str | None = None) -> tuple[str, str, str]:
    """An address of an article without its scheme, its key, and the form it has."""
    pattern = row or draw(st.sampled_from(list(ALIASES)))
    name, _, identity = draw(st.from_regex(pattern, fullmatch=True)).partition("/")
    form = draw(st.sampled_from(ALIASES[pattern].split()))
    return filled(form, identity), f"{SOURCES[name].space or name}/{identity}", form


def filled(form: str, identity: str) -> str:
    return form.format(identity, *[*identity.split("/"), "", ""])


@st.composite
def noisy(draw: st.DrawFn, address: str) -> str:
    """The same address as readers, feeds and careless pages write it."""
    host, slash, rest = address.partition("/")
    rest, _, _ = rest.partition("#")
    path, _, query = rest.partition("?")
    if "=" in query or not query:
        noise = draw(st.lists(st.sampled_from([*TRACKED.split(), "pos=3", "q=%EA%B0%80", "empty="]), max_size=2))
        split = draw(st.integers(0, len(noise)))
        ampersand = draw(st.sampled_from(["&", "&amp;", "&amp;amp;"]))
        query = ampersand.join([*noise[:split], *filter(None, query.split("&")), *noise[split:]])
    if draw(st.booleans()):
        path = path.replace("/", "//", 1)
    if draw(st.booleans()):
        # Any letter may be written as its code.
        at = draw(st.integers(0, len(path) - 1))
        path = path[:at] + (f"%{ord(path[at]):02x}" if path[at].isalnum() else path[at]) + path[at + 1 :]
    if not query and re.search(r"/[\w-]*\d$", path) and draw(st.booleans()):
        path += "/"
    if draw(st.booleans()):
        host = host.removeprefix("www.")
    host += draw(st.sampled_from(["", "", ":443", ":80", "."]))
    scheme = draw(st.sampled_from(["https://", "http://", "HTTPS://", "//"]))
    fragment = draw(st.sampled_from(["", "#top", "#cb", "#&idxno=99999999&newsid=01234567890123456", "#:~:text=2024"]))
    return (
        scheme + draw(st.sampled_from([host, host.upper()])) + slash + path + (f"?{query}" if query else "") + fragment
    )


def test_every_source_has_its_forms() -> None:
    assert {key.partition("/")[0] for key in ALIASES} == set(SOURCES)


@pytest.mark.parametrize("row", ALIASES)
def test_every_form_of_an_address_is_the_same_page(row: str) -> None:
    @settings(max_examples=10)
    @given(st.from_regex(row, fullmatch=True))
    def check(key: str) -> None:
        name, _, identity = key.partition("/")
        urls = [f"https://{filled(form, identity)}" for form in ALIASES[row].split()]
        expected = f"{SOURCES[name].space or name}/{identity}"
        assert {url: SITES.key(url) for url in urls} == dict.fromkeys(urls, expected)

    check()


@pytest.mark.parametrize("row", ALIASES)
def test_noise_changes_no_key_and_the_address_to_fetch_has_the_same_one(row: str) -> None:
    @settings(max_examples=25)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        address, key, _ = data.draw(addresses(row))
        url = data.draw(noisy(address))
        site = SITES.article(url)
        assert site is not None
        assert (SITES.key(url), SITES.page_key(url)) == (key, key)
        fetched = site.address(url)
        assert SITES.key(fetched) == key
        assert site.address(fetched) == fetched

    check()


@pytest.mark.parametrize("row", ALIASES)
def test_another_identity_is_another_page(row: str) -> None:
    @settings(max_examples=20)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        address, key, form = data.draw(addresses(row))
        identity = key.partition("/")[2]
        at = data.draw(st.sampled_from([i for i, character in enumerate(identity) if character.isalnum()]))
        kind = "0123456789" if identity[at].isdigit() else "ABCXYZ" if identity[at].isupper() else "abcxyz"
        near = filled(form, identity[:at] + data.draw(st.sampled_from(["", *kind])) + identity[at + 1 :])
        assume(near != address)
        assert SITES.key(f"https://{near}") != SITES.key(f"https://{address}") == key

    check()


@pytest.mark.parametrize("row", ALIASES)
def test_an_identity_with_more_digits_is_another_page(row: str) -> None:
    """A pattern that stops after the digits it knows takes the two for one."""

    @settings(max_examples=2)
    @given(st.from_regex(row, fullmatch=True))
    def check(key: str) -> None:
        identity = key.partition("/")[2]
        ends = [end.end() for end in re.finditer(r"[^/]+", identity)]
        for form in ALIASES[row].split():
            for end in ends:
                longer = {filled(form, identity[:end] + "7" * more + identity[end:]) for more in (0, 1, 2, 3, 4, 8)}
                assert len({SITES.key(f"https://{address}") for address in longer}) == len(longer)

    check()


@settings(max_examples=100)
@given(addresses(), addresses())
def test_two_articles_share_a_key_only_when_they_are_one(one: tuple[str, str, str], two: tuple[str, str, str]) -> None:
    assert (SITES.key(f"http://{one[0]}") == SITES.key(f"http://{two[0]}")) == (one[1] == two[1])


@pytest.mark.parametrize("row", ALIASES)
def test_an_article_is_one_of_no_other_source(row: str) -> None:
    @settings(max_examples=5)
    @given(addresses(row))
    def check(drawn: tuple[str, str, str]) -> None:
        owner = SOURCES[row.partition("/")[0]]
        for name, source in SOURCES.items():
            if (source.space or name) != (owner.space or owner.name):
                assert source.site().article(f"https://{drawn[0]}") is None, name

    check()


@pytest.mark.parametrize("url", STRANGERS.split())
def test_what_only_looks_like_an_article_is_none(url: str) -> None:
    assert SITES.article(f"https://{url}") is None


@pytest.mark.parametrize(
    "url",
    [
        "https://www.mk.co.kr/",
        "https://www.fnnews.com/section/002001000",
        "https://biz.heraldcorp.com/list.php?ct=010100000000",
        "https://media.naver.com/press/018?sid=101",
        "https://search.naver.com/search.naver?where=news&query=2024",
        "https://example.kr",
        "https://example.kr/?ref=12345&utm_campaign=20240501",
        "https://example.kr/news/articleList.html?sc_section_code=S1N100&page=120",
        "https://example.kr/news/list/12345",
        "https://example.kr/search?q=2024",
        "https://example.kr/economy?date=20240501",
        "https://example.kr/archive/2024/05/01/",
        "https://example.kr/section/002001000",
        "javascript:View('02345678912345678','E')",
        "mailto:a@example.kr/12345",
        "http://[광고]/12345",
        "/news/12345",
        "",
    ],
)
def test_an_original_that_is_no_single_article_names_none(url: str) -> None:
    assert SITES.page_key(url) is None


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.example.kr/?mod=news&act=articleView&idxno=12345", "example.kr?act=articleView&idxno=12345&mod=news"),
        ("https://example.kr/2024/05/01/some-words/?fbclid=1", "example.kr/2024/05/01/some-words"),
        ("https://www.busan.com/view/busan/view.php?code=2024012212522063152", "busan.com/view/busan/view.php?code=2024012212522063152"),
        ("https://news.sbs.co.kr/news/endPage.do?news_id=N1008519749&plink=ORI&cooper=NAVER", "news.sbs.co.kr/news/endPage.do?news_id=N1008519749"),
        ("http://www.mediatoday.co.kr/news/articleViewAmp.html?idxno=313292", "mediatoday.co.kr/news/articleView.html?idxno=313292"),
        ("https://news.joins.com/article/23876012?cloc=naver", "joongang/23876012"),
    ],
)  # fmt: skip
def test_an_original_is_named_by_its_key(url: str, key: str) -> None:
    assert SITES.page_key(url) == key


# Sites that no source knows

HOSTS = st.sampled_from("example.kr news.paper.co.kr paper.kr:8080 photo.paper.kr m.kr".split())
SEGMENTS = st.from_regex(r"[A-Za-z0-9가-힣_~.:-]*[A-Za-z0-9가-힣]", fullmatch=True).filter(lambda word: word != "amp")
NAMES = st.sampled_from(
    "no idxno id aid oid newsId code key ud seq p site input type mode sid ntype cds ref from sns source amp".split()
)
PAGES = st.tuples(
    HOSTS,
    st.lists(SEGMENTS, max_size=4),
    st.dictionaries(NAMES, st.from_regex(r"[0-9]{2,6}", fullmatch=True), max_size=3),
)
Page = tuple[str, list[str], dict[str, str]]


def written(page: Page) -> str:
    host, segments, parameters = page
    query = "&".join(f"{name}={value}" for name, value in parameters.items())
    return "/".join([host, *segments]) + (f"?{query}" if query else "")


@given(PAGES, st.data())
def test_an_unknown_page_has_one_key_however_it_is_written(page: Page, data: st.DataObject) -> None:
    host, segments, parameters = page
    key = plain_key(f"https://{written(page)}")
    shuffled = (host, segments, dict(data.draw(st.permutations(list(parameters.items())))))
    alias = data.draw(st.sampled_from(["", "www.", "m.", "mobile.", "amp.", "www.m."]))
    address, _, query = written(shuffled).partition("?")
    if re.search(r"\d{3}", "/".join(segments)):
        address += data.draw(st.sampled_from(["", "/amp", "/amp/"]))
    if ":" not in host:
        address = address.replace(host, host + data.draw(st.sampled_from(["", ":80", ":443", "."])), 1)
    address = address.replace("/", data.draw(st.sampled_from(["/", "//"]))) + data.draw(st.sampled_from(["", "/"]))
    noise = data.draw(st.lists(st.sampled_from([*TRACKED.split(), "amp=1", "amp", "outputType=amp", "x="])))
    query = data.draw(st.sampled_from(["&", "&amp;"])).join(
        data.draw(st.permutations([*filter(None, query.split("&")), *noise]))
    )
    scheme = data.draw(st.sampled_from(["http://", "https://", "//", "Http://"]))
    fragment = data.draw(st.sampled_from(["", "#", "#home", "#:~:text=1"]))
    assert plain_key(f"{scheme}{alias}{address}?{query}{fragment}") == key
    assert key == plain_key(f"https://{key}")


@given(PAGES, st.data())
def test_whatever_may_identify_a_page_is_in_its_key(page: Page, data: st.DataObject) -> None:
    host, segments, parameters = page
    assume(segments or parameters)
    at = data.draw(st.integers(0, len(segments) + len(parameters) - 1))
    if at < len(segments):
        other = data.draw(SEGMENTS)
        assume(other not in (segments[at], "."))
        changed = (host, [*segments[:at], other, *segments[at + 1 :]], parameters)
    else:
        name = list(parameters)[at - len(segments)]
        value = data.draw(st.from_regex(r"[0-9]{2,7}", fullmatch=True))
        assume(value != parameters[name])
        changed = (host, segments, parameters | {name: value})
    assert plain_key(f"https://{written(page)}") != plain_key(f"https://{written(changed)}")
    without = [name for name in parameters if data.draw(st.booleans())]
    fewer = (host, segments, {name: value for name, value in parameters.items() if name not in without})
    assert (plain_key(f"https://{written(page)}") == plain_key(f"https://{written(fewer)}")) == (not without)


@settings(max_examples=200)
@example("%%341")
@given(st.text(alphabet="/?&=#%;:.@!가a1Z~[]{} mwp\\", max_size=30))
def test_any_rubbish_has_a_key_that_is_its_own(rubbish: str) -> None:
    key = plain_key(f"https://example.kr/{rubbish}")
    assert plain_key(f"https://{key}") == key
    SITES.page_key(rubbish)
    SITES.page_key(f"http://{rubbish}")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://example.kr/apluhomex.jsp?site=36", "https://example.kr/apluhomex.jsp?site=37"),
        ("https://example.kr/view.jsp?input=a&no=4711", "https://example.kr/view.jsp?input=b&no=4711"),
        ("https://example.kr/view.asp?ref=123&step=0", "https://example.kr/view.asp?ref=124&step=0"),
        ("https://example.kr/#!/news/4711", "https://example.kr/#!/news/4712"),
        ("https://example.kr/articles/?5411234", "https://example.kr/articles/?5411235"),
        ("https://example.kr/News/4711", "https://example.kr/news/4711"),
        ("https://example.kr/tag/amp", "https://example.kr/tag"),
        ("https://example.kr/view?no=4711&amp=2", "https://example.kr/view?no=4711"),
        ("https://example.kr:8080/view?no=4711", "https://example.kr/view?no=4711"),
        ("https://example.kr/?url=a%26no=1", "https://example.kr/?url=a&no=1"),
        ("https://m.kr/4711", "https://kr/4711"),
    ],
)
def test_two_pages_stay_two(one: str, two: str) -> None:
    assert plain_key(one) != plain_key(two)


def test_a_source_made_elsewhere_is_asked_of_its_own_hosts_only() -> None:
    site = Site("paper", ("paper.kr",), re.compile(r"paper\.kr/(?P<id>\d+)"))
    assert [site.identity(f"https://{host}/4711") for host in ("paper.kr", "m.paper.kr", "newspaper.kr")] == [
        "4711",
        "4711",
        None,
    ]
    assert Sites([site]).key("https://newspaper.kr/4711") == "newspaper.kr/4711"
