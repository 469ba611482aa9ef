"""What a page says is read by the first rung that can, and furniture is told from the article by its words alone."""

import html

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.items import Article
from newscrawl.loaders import NotAnArticle

SOURCES = load_sources(get_project_settings())

# The order of everything a reader sees on a ZUM page (2026-01), its words invented.
TITLE = "손 맞잡은 美 배터리···정작 현장선 “수율 65%” 한숨"
DECK = ["美 합작 1호 공장 가동 반년", "전극·조립 손실 겹쳐 t당 1.8배", '"3~4년 내 손익분기 20%"']
TEXT = [
    "한빛배터리의 미국 합작 공장이 가동 반년을 맞았지만 수율은 65%에 머문 것으로 나타났다. 회사는 5억 5800만 달러(약 8100억 원)를 더 넣기로 했다.",
    "20일(현지 시간) 현지 매체에 따르면 이 공장의 3분기 불량 손실은 ▲12.4%였다. 박 공장장은 “이르면 내년 3분기 80%를 넘는다”고 말했다.",
    "그러나 업계가 보는 현실은 다르다. 전극 공정의 속도가 분당 45~50m로 설계치(80m)에 못 미치기 때문이다.",
]
LINES = [
    *(
        "본문 바로가기",
        "뉴스",
        TITLE,
        "댓글0",
        *DECK,
        "서울경제",
        *TEXT[:2],
        "서울경제",
        TEXT[2],
        "한솔비 기자 solbi@sedaily.com",
    ),
    *("[ⓒ 서울경제, 무단 전재 및 재배포 금지]", "기사가 속한 카테고리는 언론사가 분류합니다."),
    *(
        "언론사는 한 기사를 두 개 이상의 카테고리로 분류할 수 있습니다.",
        "서울경제 주요뉴스",
        "해당 언론사로 연결",
        "지금 봐야할 뉴스",
    ),
    *("LINK 뉴스1지하철 3호선 18분 지연", "LINK 이데일리만화책 한 권 2억4000만원 낙찰", "쇼핑 핫아이템", "AD"),
]


def soup(wrapper: str) -> bytes:
    """The lines as a page without one class or id."""
    parts = [
        f'<ul><li><a href="/articles/1{n}">{html.escape(line[5:])}</a></li></ul>'
        if line.startswith("LINK ")
        else wrapper.format(html.escape(line))
        for n, line in enumerate(LINES, 1000000)
    ]
    head = f'<head><title>{html.escape(TITLE)} : zum 뉴스</title><meta property="og:title" content="{html.escape(TITLE)} : zum 뉴스"></head>'
    return f"<html>{head}<body><div><div>{''.join(parts)}</div></div></body></html>".encode()


@pytest.mark.parametrize("wrapper", ["<p>{}</p>", "<div>{}</div>", "{}<br><br>", "<div><span>{}</span></div>"])
def test_a_portals_page_is_told_from_its_furniture_by_words_alone(wrapper: str) -> None:
    got = reading.article(soup(wrapper), "https://news.zum.com/articles/103421044", SOURCES)
    assert got.title == TITLE
    assert got.publisher == "서울경제"
    assert got.subtitle == "\n".join(DECK)
    assert got.body.split("\n\n") == TEXT
    assert [(a.name, a.email, a.role) for a in got.authors] == [("한솔비", "solbi@sedaily.com", "기자")]
    assert got.published_at is None


def mk(head: str = "", stamp: str = "2026-11-20 10:30:00", tail: str = "") -> Article:
    """A page of mk's layout."""
    page = (
        f'<html><head><meta property="og:title" content="수출 8.2% 증가 - 매일경제">{head}</head><body><div class="news_ttl_sec"><h2 class="news_ttl">수출 8.2% 증가</h2></div>'
        f'<dl class="registration"><dt>입력 :</dt><dd>{stamp}</dd></dl><div class="news_cnt_detail_wrap"><p>지난달 수출이 8.2% 늘었다.</p>{tail}</div></body></html>'
    )
    return reading.article(page.encode(), "https://www.mk.co.kr/news/economy/12201431", SOURCES)


def test_a_time_that_cannot_be_is_left_to_the_next_rung() -> None:
    published = '<meta property="article:published_time" content="2026-11-20T10:30:00+09:00">'
    for stamp in ("2099-01-01 00:00:00", "54분전", "1926-11-20 10:30:00", "2026-13-40 10:30"):
        got = mk(published, stamp)
        assert got.as_dict()["published_at"] == "2026-11-20T10:30:00+09:00"
        assert got.extraction["published_at"] == "meta"
    assert mk(stamp="2099-01-01 00:00:00").published_at is None


def test_the_rung_of_every_field_is_kept() -> None:
    assert mk().extraction == {"title": "layout", "published_at": "layout", "body": "layout"}


def test_a_modification_that_is_none_is_null() -> None:
    json_ld = '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2026-11-20T10:30:00+09:00"}</script>'
    assert mk(json_ld).modified_at is None


# A paper, how its page prints its times, and what they are (hour and minute of one day; None: not printed).
BOXES = [
    ("hani", "수정 10:30 먼저", '<li class="{c}">수정<span>{d} 15:13</span></li><li class="{c}">등록<span>{d} 14:52</span></li>', "14:52", "15:13"),
    ("hani", "one alone", '<li class="{c}">등록<span>{d} 14:52</span></li>', "14:52", None),
    ("hani", "수정 alone", '<li class="{c}">수정<span>{d} 15:13</span></li>', None, "15:13"),
    ("asiae", "both", '<div class="date_box"><p>수정 {d} 11:31</p><p>입력 {d} 10:54</p></div>', "10:54", "11:31"),
    ("asiae", "label of its own", '<dl class="date_box"><dt>최종수정</dt><dd>{d} 11:31</dd><dt>입력</dt><dd>{d} 10:54</dd></dl>', "10:54", "11:31"),
    ("khan", "both", '<div class="date"><div class="inner"><p><span>수정</span> {d} 11:02</p><p><span>입력</span> {d} 10:17</p></div></div>', "10:17", "11:02"),
    ("kmib", "both", '<div class="datetime"><div>수정 : {d} 15:40</div><div>입력 : {d} 14:11</div></div>', "14:11", "15:40"),
    ("kmib", "no label", '<div class="datetime"><div>{d} 14:11</div></div>', "14:11", None),
    ("kmib", "no label, twice", '<div class="datetime"><div>{d} 14:11</div><div>{d} 15:40</div></div>', "14:11", None),
    ("sbsbiz", "behind", '<span class="ahi_date">{d} 18:05 입력</span><span class="ahi_date">{d} 18:22 수정</span>', "18:05", "18:22"),
    ("mk", "edit first", '<dl class="registration"><dt>수정 :</dt><dd>{d} 11:40:02</dd></dl><dl class="registration"><dt>입력 :</dt><dd>{d} 10:30:00</dd></dl>', "10:30", "11:40"),
    ("daum", "edit first", '<p class="info_view"><span class="txt_info">수정 <span class="num_date">{d} 10:41</span></span><span class="txt_info">입력 <span class="num_date">{d} 09:30</span></span></p>', "09:30", "10:41"),
    ("daum", "no label", '<p class="info_view"><span class="txt_info"><span class="num_date">{d} 09:30</span></span><span class="txt_info"><span class="num_date">{d} 10:41</span></span></p>', "09:30", "10:41"),
    (None, "label first", "<p>수정 {d} 11:31 입력 {d} 10:54</p>", "10:54", "11:31"),
    (None, "an unlabelled one and an edit", "<p>{d} 05:00 수정 : {d} 07:12 기사원문</p>", "05:00", "07:12"),
    (None, "수정 alone", "<p>수정 {d} 11:31</p>", None, "11:31"),
]  # fmt: skip
ADDRESS = {
    "hani": ("https://www.hani.co.kr/arti/economy/finance/1187733.html", "class='article-text'"),
    "asiae": ("https://www.asiae.co.kr/article/2026061816204217852", "id='txt_area'"),
    "khan": ("https://www.khan.co.kr/article/202611201017001", "id='articleBody'"),
    "kmib": ("https://www.kmib.co.kr/article/view.asp?arcid=0029000000", "id='articleBody'"),
    "sbsbiz": ("https://biz.sbs.co.kr/article/20000123456", "class='ab_text'"),
    "mk": ("https://www.mk.co.kr/news/economy/12201431", "class='news_cnt_detail_wrap'"),
    "daum": ("https://v.daum.net/v/20261120093012345", "class='article_view'"),
    None: ("https://news.example.kr/1", ""),
}


def test_a_printed_label_decides_which_time_is_which() -> None:
    for source, kind, box, published, modified in BOXES:
        url, marks = ADDRESS[source]
        box = box.format(c="ArticleDetailView_dateListItem__mRc3d", d="2026-11-20")
        page = f"<title>{TITLE}</title><h1>{TITLE}</h1>{box}<div {marks}><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>"
        got = reading.article(page.encode(), url, SOURCES)
        times = tuple(t.strftime("%H:%M") if t else None for t in (got.published_at, got.modified_at))
        assert times == (published, modified), (source, kind)


def test_an_edit_in_the_minute_of_publication_is_none() -> None:
    json_ld = '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2026-11-20T10:30:33+09:00"}</script>'
    assert mk(json_ld, "2026-11-20 10:30").modified_at is None
    assert mk(json_ld, "2026-11-20 10:30:12").modified_at is not None


def test_a_site_that_no_source_covers_names_itself() -> None:
    head = f'<meta property="og:title" content="동네경제 모바일 :: {TITLE}"><meta property="og:site_name" content="동네경제">'
    page = f"<head>{head}</head><body><p>2026-11-20 10:30</p><div><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></body>"
    assert reading.article(page.encode(), "https://news.example.kr/1", SOURCES).title == TITLE


def test_a_section_is_the_first_that_names_one() -> None:
    tags = '<meta property="article:section" content="매일경제"><meta property="article:section2" content="증권">'
    assert mk(tags).section == "증권"
    listed = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleSection": ["뉴스", "부동산"]}</script>'
    )
    assert mk(listed + tags).section == "부동산"
    assert mk('<meta property="article:section" content="NEWS">').section is None


def test_what_is_missing_is_none_or_an_empty_list() -> None:
    values = mk().as_dict()
    assert {name for name, value in values.items() if value is None} == {
        "original_url",
        "subtitle",
        "dateline",
        "modified_at",
        "section",
        "category",
    }
    assert values["authors"] == values["images"] == []


def test_a_table_a_list_and_a_subhead_stay_in_their_place() -> None:
    tail = "<h3>품목별로는</h3><table><tr><th>품목</th><th>증감</th></tr><tr><td>반도체</td><td>▲42.7%</td></tr></table><ul><li>선박 18.2%였다.</li><li>철강 ▽3.1%였다.</li></ul>"
    assert mk(tail=tail).body.split("\n\n")[1:] == [
        "품목별로는",
        "품목\t증감\n반도체\t▲42.7%",
        "선박 18.2%였다.",
        "철강 ▽3.1%였다.",
    ]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "rejected:empty"),
        ("<p>금리</p>", "rejected:no-title"),
        ("<h1>금리 2.5% 동결한 한국은행</h1>", "rejected:no-body"),
        ("<title>금리</title>" + "<div>" * 3000 + "금리가 2.5%로 내렸다고 한국은행이 밝혔다.", "rejected:too-deep"),
    ],
)
def test_what_is_no_article_says_why(page: str, reason: str) -> None:
    with pytest.raises(NotAnArticle) as told:
        reading.article(page.encode(), "https://www.mk.co.kr/news/economy/12201431", SOURCES)
    assert told.value.reason == reason


def test_names_of_papers_that_head_the_items_of_a_review_of_the_press_are_text() -> None:
    items = [
        "[매일경제] 1면은 기준금리 2.00%로 낮춘 소식을 전했다고 밝혔다.",
        "[한국경제] 코스피 4,110선(-0.44%)이 머리기사로 올랐다.",
    ]
    page = f"<html><head><title>조간 1면 머리기사</title></head><body><h1>조간 1면 머리기사</h1><span>입력 2026.11.24 07:01</span><div id=article_content>{'<br><br>'.join(items)}</div></body></html>"
    got = reading.article(page.encode(), "https://www.fnnews.com/news/202611240701430660", SOURCES)
    assert (got.dateline, got.body.split("\n\n")) == (None, items)
