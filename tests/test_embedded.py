"""Articles that exist only inside a page's scripts."""

import json
from typing import Any

import pytest

from newscrawl.assembly import Facts
from newscrawl.loaders import NotAnArticle, read

FACTS = Facts(source="arc", publisher="시험비즈")
URL = "https://biz.example.kr/stock/market/2026/11/20/ABCDEFGHIJKLMNOPQRSTUVWX23/"
# The shape of Arc XP's story object (seen 2026-01), its words invented.
STORY: dict[str, Any] = {
    "type": "story",
    "headlines": {"basic": "구리값 t당 9,812달러…‘닥터 쿠퍼’의 경고"},
    "subheadlines": {"basic": "재고 3.2만t 감소<br/>전선株 ▲4.1%"},
    "display_date": "2026-11-20T01:22:33.456Z",
    "last_updated_date": "2026-11-20T02:00:00Z",
    "credits": {"by": [{"name": "함초롱", "additional_properties": {"original": {"byline": "함초롱 기자"}}}]},
    "taxonomy": {"primary_section": {"name": "증권"}},
    "content_elements": [
        {"type": "image", "url": "https://img.example.kr/1.jpg", "caption": "부두에 쌓인 구리. /뉴스1"},
        {"type": "text", "content": "구리 현물이 t당 <b>9,812달러</b>(▲1.8%)로 올랐다."},
        {"type": "header", "content": "◇ 재고는 줄고"},
        {
            "type": "table",
            "header": [{"content": "품목"}, {"content": "등락"}],
            "rows": [[{"content": "구리"}, {"content": "▲1.8%"}]],
        },
        {"type": "custom_embed", "content": "이 밖의 상자"},
        {"type": "text", "content": "전선업계는 “재고가 3.2만t 줄었다”고 했다."},
    ],
}


def page(script: str) -> str:
    return f"<html><head><title>x</title></head><body><div id=root></div>{script}</body></html>"


def fusion(story: dict[str, Any]) -> str:
    return f'<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps(story)};Fusion.tree={{"a":1}};</script>'


def test_a_story_of_arc_is_read_from_its_script() -> None:
    got = read(page(fusion(STORY)), URL, FACTS)
    assert got.title == "구리값 t당 9,812달러…‘닥터 쿠퍼’의 경고"
    assert got.subtitle == "재고 3.2만t 감소\n전선株 ▲4.1%"
    assert got.body.split("\n\n") == [
        "구리 현물이 t당 9,812달러(▲1.8%)로 올랐다.",
        "◇ 재고는 줄고",
        "품목\t등락\n구리\t▲1.8%",
        "전선업계는 “재고가 3.2만t 줄었다”고 했다.",
    ]
    assert [(a.name, a.role) for a in got.authors] == [("함초롱", "기자")]
    assert got.as_dict()["published_at"] == "2026-11-20T10:22:33+09:00"
    assert (got.section, got.category) == ("증권", "증권")
    assert [(i.url, i.caption) for i in got.images] == [("https://img.example.kr/1.jpg", "부두에 쌓인 구리. /뉴스1")]
    assert set(got.extraction.values()) == {"script"}


def test_an_article_in_next_data_is_read_from_it() -> None:
    article = {"id": 6228304, "title": "수출 3.2%↑", "sub_title": "반도체<br>자동차", "pubdate": "2026-11-20 10:22:33"}
    article |= {"author": "하도경 기자", "content": "<p>수출이 3.2% 늘었다.</p><p>반도체가 이끌었다.</p>"}
    data = {"props": {"pageProps": {"article": article, "latest": [{"title": "다른 기사", "content": "<p>짧다.</p>"}]}}}
    got = read(page(f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'), URL, FACTS)
    assert (got.title, got.subtitle, got.body) == (
        "수출 3.2%↑",
        "반도체\n자동차",
        "수출이 3.2% 늘었다.\n\n반도체가 이끌었다.",
    )
    assert [(a.name, a.role) for a in got.authors] == [("하도경", "기자")]
    assert got.as_dict()["published_at"] == "2026-11-20T10:22:33+09:00"


@pytest.mark.parametrize(
    ("code", "premium"),
    [("premium", True), ("subscriber-only", True), ("free", False), ("metered", False), (None, False)],
)
def test_a_story_that_is_paid_for_is_marked(code: str | None, premium: bool) -> None:
    got = read(page(fusion(STORY | {"content_restrictions": {"content_code": code}})), URL, FACTS)
    assert got.premium is premium


def test_a_time_and_a_deck_of_another_article_are_not_taken() -> None:
    article = {
        "title": "&quot;유가 70달러&quot;…정유株 ▼2.1%",
        "contentArrange": [{"type": "text", "content": "유가가 2.1% 내렸다."}],
    }
    other = {
        "title": "다른 기사",
        "sub_title": "다른 부제",
        "pubdate": "2026-11-19 08:00:00",
        "content": "<p>짧다.</p>",
    }
    data = {
        "props": {"pageProps": {"latest": [other], "articleView": article, "info": {"pubdate_at": "2026-11-20 09:05"}}}
    }
    got = read(page(f'<script type="application/json">{json.dumps(data)}</script>'), URL, FACTS)
    assert (got.title, got.subtitle, got.body) == ('"유가 70달러"…정유株 ▼2.1%', None, "유가가 2.1% 내렸다.")
    assert got.as_dict()["published_at"] == "2026-11-20T09:05:00+09:00"


@pytest.mark.parametrize(
    "script",
    [
        '<script>Fusion.globalContent={"content_elements":[{"type":"text","content":"구리 값이 1.8% 올</script>',
        f'<script>Fusion.globalContent={{"a":{"[" * 100_000}</script>',
        "<script>Fusion.globalContent={</script>",
        "<script>Fusion.globalContent={};</script>",
        '<script>Fusion.globalContent={"content_elements":7,"credits":{"by":"x"},"headlines":[]};</script>',
        '<script id="__NEXT_DATA__">{"props":</script>',
        '<script id="__NEXT_DATA__"></script>',
        '<script>self.__next_f.push([1,"0:{</script>',
        "<script>console.log('Fusion.globalContent, __NEXT_DATA__, __next_f')</script>",
    ],
)
def test_a_broken_script_is_no_article_and_no_crash(script: str) -> None:
    with pytest.raises(NotAnArticle):
        read(page(script), URL, FACTS)
