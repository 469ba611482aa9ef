"""A family gives its members what they do not say themselves."""

from pathlib import Path

from scrapy.utils.project import get_project_settings

import newscrawl
from newscrawl import reading
from newscrawl.bases.ndsoft import NdSoft
from newscrawl.bases.source import Source, load_sources, sites_of


class Trade(NdSoft):
    """A trade paper that exists only here."""

    name = "trade"
    publisher = "가나경제"
    home = "https://www.trade.example.kr"
    lists = {"경제": "S1N1", "증권": "S1N2"}


SOURCES = {**load_sources(get_project_settings()), "trade": Trade}
# The markup of ND Soft's 2026 skin (seen 2026-08), its words invented; the misspelt class is the CMS's own.
PAGE = """<!DOCTYPE html><html><head><title>철강 수출 3.2%↑ < 경제 < 기사본문 - 가나경제</title>
<meta property="og:title" content="철강 수출 3.2%↑ - 가나경제"><meta property="article:published_time" content="2026-11-20T10:22:00+09:00"></head><body>
<header class="article-view-header"><h1 class="heading">철강 수출 3.2%↑</h1><ul class="infomation"><li><i class="icon-user-o"></i> 한바람 기자</li><li><i class="icon-clock-o"></i> 승인 2026.11.20 10:22</li></ul></header>
<section class="article-view-body"><h2 class="subheading">열연 ▲1.8%<br>후판 ▼0.4%</h2><article id="article-view-content-div" class="article-veiw-body view-page font-size17">
<figure class="photo-layout"><img src="/news/photo/202611/1.jpg" alt=""><figcaption>▲ 부두에 쌓인 열연 코일.</figcaption></figure>
<p>지난달 철강 수출이 28억5000만달러로 3.2% 늘었다.</p><div class="ad-template">AD</div><p>열연은 t당 612.5달러(▲1.8%)다.</p>
<div class="view-copyright">저작권자 © 가나경제 무단전재 및 재배포 금지</div></article></section>
<article class="writer"><strong class="name">한바람 기자</strong><span class="email">baram@trade.example.kr</span></article></body></html>"""
LIST = """<html><body><nav><a href="/news/articleList.html?sc_section_code=S1N2">증권</a></nav><section id="section-list"><ul class="type2">
<li><h4 class="titles"><a href="/news/articleView.html?idxno=4711">철강 수출 3.2%↑</a></h4></li><li><h4 class="titles"><a href="/news/articleView.html?idxno=4710">구리값 t당 9,812달러</a></h4></li>
</ul></section><aside><a href="/news/articleView.html?idxno=1">오래전 기사 하나</a></aside></body></html>"""


def test_a_paper_on_nd_softs_cms_is_read_from_six_lines() -> None:
    got = reading.article(PAGE.encode(), "https://www.trade.example.kr/news/articleView.html?idxno=4711", SOURCES)
    assert (got.title, got.subtitle, got.publisher) == ("철강 수출 3.2%↑", "열연 ▲1.8%\n후판 ▼0.4%", "가나경제")
    assert got.body == "지난달 철강 수출이 28억5000만달러로 3.2% 늘었다.\n\n열연은 t당 612.5달러(▲1.8%)다."
    assert [(author.name, author.email) for author in got.authors] == [("한바람", "baram@trade.example.kr")]
    assert got.published_at and got.published_at.isoformat() == "2026-11-20T10:22:00+09:00"
    assert [image.caption for image in got.images] == ["▲ 부두에 쌓인 열연 코일."]
    assert got.extraction["body"] == "layout"


def test_a_source_that_is_written_wrong_stops_no_other() -> None:
    wrong: list[dict[str, object]] = [{"article_url": r"trade\.example\.kr/(\d+"}, {"allowed_domains": None}]
    classes = {f"wrong{number}": type(f"Wrong{number}", (Source,), body) for number, body in enumerate(wrong)}
    url = "https://www.trade.example.kr/news/articleView.html?idxno=4711"
    assert reading.article(PAGE.encode(), url, SOURCES | classes).source == "trade"


def test_its_lists_are_paged_and_know_their_region() -> None:
    first = "https://www.trade.example.kr/news/articleList.html?sc_section_code=S1N1&view_type=sm&page=1"
    assert Trade.discovery[0].url.replace("{page}", "1") == first
    found = Trade.discovery[0].read(LIST, first, Trade.site())
    assert [link.url.rpartition("=")[2] for link in found.links] == ["4711", "4710"]
    assert found.next_url == first[:-1] + "2"
    assert not found.drifted
    assert sites_of(SOURCES).key("https://m.trade.example.kr/news/articleViewAmp.html?idxno=4711") == "trade/4711"


def test_no_module_is_longer_than_a_reader_keeps_in_mind() -> None:
    package = Path(newscrawl.__file__).parent
    long = {
        str(path.relative_to(package)): len(path.read_text(encoding="utf-8").splitlines())
        for path in package.rglob("*.py")
    }
    assert {name: lines for name, lines in long.items() if lines > 300} == {}
