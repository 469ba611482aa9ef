"""An article is whole whatever its markup, what stands before its first sentence is told apart, and a part is called a part."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from lxml.etree import _Element
from scrapy.utils.project import get_project_settings

from newscrawl import cases, health, reading
from newscrawl.bases.source import load_sources, sites_of
from newscrawl.commands.running import CASES
from newscrawl.extract import tree as trees
from newscrawl.extract.locate import amount
from newscrawl.loaders import NotAnArticle, read
from newscrawl.text.encoding import decode
from tests import markup

SOURCES = load_sources(get_project_settings())
ARTICLES = [case for case in cases.load(CASES) if case.kind == "article"]
CAPTURES = Path(os.environ.get("NEWSCRAWL_CAPTURES") or Path(__file__).resolve().parents[2] / "shared" / "captures")
SEED = CAPTURES.parent / "seed" / "article.txt"
UNKNOWN = "https://www.example.kr/news/1234"

# What a reader sees of a portal's page, its words invented: one paragraph is longer than all others together.
PAGE = """
본문 바로가기
뉴스
손 맞잡은 美 배터리···정작 현장선 "수율 65%" 한숨
댓글0
美 합작 1호 공장 가동 반년
전극·조립 손실 겹쳐 t당 1.8배
가람·누리 등 협력사 한자리
"3~4년내 손익분기 확률 20%"
서울경제
한빛배터리의 미국 합작 공장이 가동 반년을 맞았지만 수율은 65%에 머문 것으로 나타났다. 회사는 5억 5800만 달러(약 8100억 원)를 더 넣기로 했다.
20일(현지 시간) 현지 매체에 따르면 이 공장의 3분기 불량 손실은 12.4%였다. 박 공장장은 “이르면 내년 3분기 80%를 넘는다”고 말했다.
서울경제
그러나 업계가 보는 현실은 다르다. 전극 공정의 속도가 분당 45~50m로 설계치(80m)에 못 미치기 때문이다.
협력사 10곳 가운데 7곳은 납품 단가를 맞추지 못했다. 한 협력사 임원은 “원자재 값이 1년 새 3.2% 올랐는데 단가는 그대로”라며 “이대로면 내년 상반기에 라인 2개를 세워야 한다”고 지적했다. 다른 협력사는 이미 인력의 8%를 줄였다. 현지에서 뽑은 인력 1200명 가운데 350명은 석 달을 채우지 못하고 떠났다. 숙련도가 낮으니 불량이 늘고, 불량이 느니 잔업이 길어지는 악순환이라는 것이다. 회사는 국내 기술자 90명을 보내 공정을 다시 짜고 있다. 연말까지 분당 60m를 넘기는 것이 첫 목표다. 다만 시제품의 합격률은 71.5%로 한 달 전보다 2.3%포인트 오르는 데 그쳤다. 증권사 3곳은 손익분기 시점을 2028년에서 2029년으로 늦췄다.
정부는 다음 달 지원책을 낸다. 투자 세액공제율을 15%에서 18%로 올리는 안이 담겼다.
한솔비 기자 solbi@sedaily.com
[ⓒ 서울경제, 무단 전재 및 재배포 금지]
기사가 속한 카테고리는 언론사가 분류합니다.
언론사는 한 기사를 두 개 이상의 카테고리로 분류할 수 있습니다.
서울경제 주요뉴스
해당 언론사로 연결
지금 봐야할 뉴스
• 뉴스1지하철 3호선 18분 지연 끝에 운행 재개
• 이데일리만화책 한 권 2억4000만원에 낙찰
• 헤럴드경제가장 추운 마을의 ‘겨울’…그곳의 하다온
쇼핑 핫아이템
AD
"""
TITLES = ("{}", "{} | 서울경제", "서울경제", "경제 | 매일경제", "")


def shortcomings(piece: markup.Piece) -> Iterator[str]:
    """What is wrong with the reading of a piece, in every markup and under every ``<title>``."""
    author = tuple(piece.signature.split()[::2])
    for name in markup.MARKUPS:
        for title in TITLES:
            for generic in (False, True):
                page = markup.page(piece, name, title.format(piece.title))
                got = reading.article(page, UNKNOWN, SOURCES, generic=generic)
                right = {
                    "title": got.title == piece.title,
                    "publisher": got.publisher == piece.press,
                    "subtitle": got.subtitle == "\n".join(piece.deck),
                    "body": got.body.split("\n\n") == piece.paragraphs,
                    "authors": [(a.name, a.email) for a in got.authors] == [author],
                    "doubt": "doubt" not in got.extraction,
                }
                yield from (f"{name}, <title>{title}</title>: {field}" for field, held in right.items() if not held)


def test_a_piece_is_whole_in_every_markup() -> None:
    piece = markup.printed(PAGE)
    assert (len(piece.deck), len(piece.paragraphs)) == (4, 5)
    assert list(shortcomings(piece)) == []


def test_a_piece_without_a_copyright_is_whole_in_every_markup() -> None:
    piece = markup.printed(PAGE)
    assert list(shortcomings(piece._replace(below=[line for line in piece.below if "ⓒ" not in line]))) == []


@pytest.mark.skipif(not SEED.exists(), reason=f"THE REAL PIECE NOT TESTED: no {SEED}")
def test_a_real_piece_is_whole_in_every_markup() -> None:
    assert list(shortcomings(markup.printed(SEED.read_text(encoding="utf-8")))) == []


LONG = "한국은행이 기준금리를 연 2.50%로 동결했다고 20일 밝혔다. 시장에서는 물가와 환율을 함께 보겠다는 뜻으로 풀이했다. 외국인은 3,210억원을 순매도했다."
SHORT = "코스피는 12.45포인트 오른 2,641.30에 마쳤다고 거래소가 20일 밝혔다."
BESIDE = {
    "a keyword's link": '<p>코스피는 12.45포인트 오른 2,641.30에 마쳤다고 <a class="keyword" href="/t">거래소</a>가 20일 밝혔다.</p>{}',
    "behind it": '{}<p>코스피는 12.45포인트 오른 2,641.30에 마쳤다고 <a class="tag" href="/t">거래소</a>가 20일 밝혔다.</p>',
    "a mark of the glossary": '<p>코스피는 12.45포인트 오른 2,641.30에 마쳤다고 <span class="tooltip layer">거래소</span>가 20일 밝혔다.</p>{}',
    "words for readers": '<p>코스피는 <span class="blind">상승</span>12.45포인트 오른 2,641.30에 마쳤다고 거래소가 20일 밝혔다.</p>{}',
    "an advertisement": f'<div><p>{SHORT}</p><div class="ad_box"><span>광고</span></div></div><div>{{}}</div>',
    "a frame": f'<div><p>{SHORT}</p><iframe src="/ad"></iframe></div><div>{{}}</div>',
    "a box of links": f'<div><p>{SHORT}</p></div><div class="relation"><a href="/1">다른 기사의 제목…환율 하락</a></div><div>{{}}</div>',
    "a box of links without a name": f'<div><p>{SHORT}</p></div><div><a href="/1">다른 기사의 제목…환율 하락</a></div><div>{{}}</div>',
    "a lead": f'<div class="lead"><p>{SHORT}</p></div>{{}}',
    "a section": f"<section><p>{SHORT}</p></section><section>{{}}</section>",
    "a text node": f"{SHORT}<div>{{}}</div>",
    "a caption": f"<div>{SHORT}</div><div>서울경제</div><div>{{}}</div>",
}


@pytest.mark.parametrize("beside", BESIDE)
def test_a_paragraph_beside_a_longer_one_is_kept(beside: str) -> None:
    text = BESIDE[beside].format(f"<p>{LONG}</p>")
    page = f"<html><head><title>기준금리 동결…환율 지켜본다</title></head><body><h1>기준금리 동결…환율 지켜본다</h1><span>입력 2026.11.20. 오전 9:30</span><div><div>{text}</div></div></body></html>"
    got = reading.article(page.encode(), UNKNOWN, SOURCES)
    assert sorted(got.body.split("\n\n")) == sorted([SHORT, LONG])
    assert got.subtitle is None


HEADLINES = {
    # <title>, the heading, what is the headline
    ("매일경제", "<h1>금리 동결…환율은 하락</h1>"): "금리 동결…환율은 하락",
    ("경제 | 매일경제", "<h1>금리 동결…환율은 하락</h1>"): "금리 동결…환율은 하락",
    ("금리 동결 - 매일경제", "<h1>금리 동결…환율은 하락</h1>"): "금리 동결…환율은 하락",
    ("코스피 2,641.30 | 증권 | 매일경제", "<h1>코스피 2,641.30 마감했다</h1>"): "코스피 2,641.30 마감했다",
    ("금리 동결…환율은 하락 | 매일경제", "<h1><a href='/'>매일경제</a></h1>"): "금리 동결…환율은 하락",
    ("매일경제", "<h1><a href='/'>매일경제</a></h1><h2>금리 동결…환율은 하락</h2>"): "금리 동결…환율은 하락",
    ("매일경제", "<p><b>금리 동결…환율은 하락</b></p>"): "금리 동결…환율은 하락",
    ("", "<h3>금리 동결…환율은 하락</h3>"): "금리 동결…환율은 하락",
    # the name of a paper that is on no list, and its slogan
    (
        "하루일보",
        "<h1><a href='/'>하루를 여는 경제신문</a></h1><h1>금리 동결…환율은 하락</h1>",
    ): "금리 동결…환율은 하락",
    ("Haru | 금리 동결…환율은 하락", "<h1>Haru</h1><h3>금리 동결…환율은 하락</h3>"): "금리 동결…환율은 하락",
    ("하루일보::금리 동결…환율은 하락", "<p>금리 동결…환율은 하락</p>"): "금리 동결…환율은 하락",
}


@pytest.mark.parametrize(("title", "heading"), HEADLINES)
def test_a_headline_is_neither_the_papers_nor_the_sections_name(title: str, heading: str) -> None:
    published = '<meta property="article:published_time" content="2026-11-20T10:00:00+09:00">'
    page = f"<html><head><title>{title}</title>{published}</head><body><article>{heading}<p>{LONG}</p><p>{SHORT}</p></article></body></html>"
    got = reading.article(page.encode(), "https://www.mk.co.kr/news/economy/11234567", SOURCES)
    assert (got.title, got.subtitle, got.body) == (HEADLINES[title, heading], None, f"{LONG}\n\n{SHORT}")


DECK = ("물가 2.9%에 인하 기대 낮아져", "원·달러 환율 1,418.6원")
TWO = "\n".join(DECK)
HEADS: dict[str, tuple[str, str | None]] = {
    # what stands between headline and text, and the deck in it
    "nothing": ("", None),
    "two paragraphs": (f"<p>{DECK[0]}</p><p>{DECK[1]}</p>", TWO),
    "two bold lines": (f"<p><b>{DECK[0]}</b></p><p><strong>{DECK[1]}</strong></p>", TWO),
    "lines in one paragraph": (f"<p>{DECK[0]}<br>{DECK[1]}</p>", TWO),
    "lines in bold": (f"<strong>{DECK[0]}<br>{DECK[1]}</strong><br>", TWO),
    "headings": (f"<h2>{DECK[0]}</h2><h2>{DECK[1]}</h2>", TWO),
    "a list": (f"<ul><li>{DECK[0]}</li><li>{DECK[1]}</li></ul>", TWO),
    "hyphens": (f"<p>- {DECK[0]}</p><p>- {DECK[1]}</p>", f"- {DECK[0]}\n- {DECK[1]}"),
    "squares": (f"<p>■ {DECK[0]}</p><p>■ {DECK[1]}</p>", f"■ {DECK[0]}\n■ {DECK[1]}"),
    "a sentence without a stop": (
        "<p>한은, 여덟 달 만에 다시 금리를 내렸다</p>",
        "한은, 여덟 달 만에 다시 금리를 내렸다",
    ),
    "two of them": (
        "<p>한은, 금리를 내렸다<br>시장은 한 번 더 내릴 것으로 봤다</p>",
        "한은, 금리를 내렸다\n시장은 한 번 더 내릴 것으로 봤다",
    ),
    "a quotation": ('<p>"연내 한 번 더 내릴 확률 20%"</p>', '"연내 한 번 더 내릴 확률 20%"'),
    "a byline": ("<p>하다온 기자</p>", None),
    "a byline with a mail": ("<p>하다온 기자 daon@a.kr</p>", None),
    "a time": ("<p>2026.11.20 09:30</p>", None),
    "a line of times": ("<p>입력 2026.11.20 09:30 수정 2026.11.20 10:02</p>", None),
    "times of the paper": ("<p>지면 : 2026-11-24 3면</p>", None),
    "a paper's name": ("<p>서울경제</p>", None),
    "a credit": ("<p>서울 중구 한국은행 전경. /사진=뉴스1</p>", None),
    "a listener": ("<p>기사를 읽어드립니다 0:00</p>", None),
    "tools": ("<p>글자크기 설정</p><p>공유하기</p>", None),
    "sharing": ("<p>이 기사를 공유합니다 다른 공유 찾기</p>", None),
    "counters": ("<p>조회수 1,234 댓글 5</p>", None),
    "a summary": ("<p>AI 요약</p><p>• 한은이 금리를 동결했다.</p><p>• 환율은 내렸다.</p>", None),
    "a summary of lines": (
        "<p>[3줄 요약]</p><ul><li>- 금리 동결</li><li>- 환율 하락</li><li>- 물가 2.9%</li></ul>",
        None,
    ),
    "deck, byline": (f"<p>{DECK[0]}</p><p>{DECK[1]}</p><p>하다온 기자</p>", TWO),
    "byline, deck": (f"<p>하다온 기자</p><p>{DECK[0]}</p><p>{DECK[1]}</p>", TWO),
    "time, deck": (f"<p>입력 2026.11.20 09:30</p><p>{DECK[0]}</p><p>{DECK[1]}</p>", TWO),
    "deck, time": (f"<p>{DECK[0]}<br>{DECK[1]}</p><p>2026.11.20 09:30</p>", TWO),
    "tools, deck": (f"<p>글자크기 설정</p><p>기사 듣기</p><p>{DECK[0]}<br>{DECK[1]}</p>", TWO),
    "deck, tools": (f"<p>{DECK[0]}<br>{DECK[1]}</p><p>글자크기 설정</p><p>댓글 5</p>", TWO),
    "paper, deck, credit": (f"<p>서울경제</p><p>{DECK[0]}</p><p>{DECK[1]}</p><p>한국은행 전경. /사진=뉴스1</p>", TWO),
    "deck, paper": (f"<p>{DECK[0]}</p><p>{DECK[1]}</p><p>서울경제</p>", TWO),
    "deck, summary": (f"<p>{DECK[0]}</p><p>{DECK[1]}</p><p>AI 요약</p><p>• 한은이 금리를 동결했다.</p>", TWO),
    "summary, deck": (f"<p>AI 요약</p><p>• 한은이 금리를 동결했다.</p><p>{DECK[0]}</p><p>{DECK[1]}</p>", TWO),
    "the headline again": (f"<p>금리 동결…환율은 하락</p><p>{DECK[0]}</p><p>{DECK[1]}</p>", TWO),
}
PLACES = {
    "in the box of the text": "<h1>금리 동결…환율은 하락</h1><div>{head}<p>{text}</p></div>",
    "above the box": "<h1>금리 동결…환율은 하락</h1><div>{head}</div><div><p>{text}</p></div>",
    "in the box of the headline": "<header><h1>금리 동결…환율은 하락</h1>{head}</header><div><div><p>{text}</p></div></div>",
    "flat": "<h1>금리 동결…환율은 하락</h1>{head}<p>{text}</p>",
}
TEXT = (LONG, SHORT, "이 총재는 “물가 2.9%를 더 지켜보겠다”고 말했다.")


def misread(head: str, deck: str | None, place: str) -> str | None:
    """What is read instead of the deck and the text under one head, or None."""
    body = place.format(head=head, text="</p><p>".join(TEXT))
    page = f"<html><head><title>금리 동결…환율은 하락</title></head><body>{body}</body></html>"
    got = reading.article(page.encode(), UNKNOWN, SOURCES)
    return None if (got.subtitle, got.body) == (deck, "\n\n".join(TEXT)) else f"{got.subtitle!r} {got.body!r}"


@pytest.mark.parametrize("place", PLACES)
def test_what_stands_before_the_first_sentence_is_told_apart(place: str) -> None:
    assert {name: wrong for name, (head, deck) in HEADS.items() if (wrong := misread(head, deck, PLACES[place]))} == {}


def test_the_first_question_of_an_interview_is_no_deck() -> None:
    text = ["Q. 인하는 언제인가", "A. 이르다.", "Q. 환율은", "A. 지켜본다."]
    page = f"<title>금리 동결…환율은 하락</title><h1>금리 동결…환율은 하락</h1>{''.join(f'<div>{line}</div>' for line in text)}"
    got = reading.article(page.encode(), UNKNOWN, SOURCES)
    assert (got.subtitle, got.body.split("\n\n")) == (None, text)


SET_APART = ("two bold lines", "lines in bold", "headings")


def test_a_layout_lifts_what_its_markup_sets_apart_wherever_tools_stand() -> None:
    wrong = {}
    for name, (head, deck) in HEADS.items():
        text = "".join(f"<p>{line}</p>" for line in TEXT)
        page = f'<html><head><meta property="og:title" content="금리 동결…환율은 하락"></head><body><h2 class="news_ttl">금리 동결…환율은 하락</h2><div class="news_cnt_detail_wrap">{head.replace("<p>", "<p><b>").replace("</p>", "</b></p>")}{text}</div></body></html>'
        got = reading.article(page.encode(), "https://www.mk.co.kr/news/economy/12201431", SOURCES)
        if name != "a list" and (got.subtitle, got.body) != (deck, "\n\n".join(TEXT)):
            wrong[name] = f"{got.subtitle!r} {got.body!r}"
    assert wrong == {}


def with_list(announcing: str, items: str, behind: str = "") -> list[str]:
    """The paragraphs of a text with a list of links in it."""
    page = f"<html><head><title>기준금리 동결…환율 지켜본다</title></head><body><h1>기준금리 동결…환율 지켜본다</h1><div><p>{LONG}</p><p>{announcing}</p>{items}{behind}</div></body></html>"
    return reading.article(page.encode(), UNKNOWN, SOURCES).body.split("\n\n")[2:]


def links(*words: str) -> str:
    """A list in which every item is a link."""
    return "<ul>" + "".join(f'<li><a href="/s/{word}">{word}</a></li>' for word in words) + "</ul>"


@pytest.mark.parametrize(
    "announcing",
    [
        "수혜주로는 다음 종목이 꼽힌다.",
        "순매수 상위 종목은 다음과 같다.",
        "증권사 3곳은 두 종목을 추천했다.",
        "수혜주는 아래와 같습니다.",
        "순매수 상위:",
    ],
)
def test_a_list_of_links_that_the_text_announces_stays(announcing: str) -> None:
    stocks = links("가람전자", "누리화학 1,402.5원")
    assert with_list(announcing, stocks) == ["가람전자", "누리화학 1,402.5원"]
    assert with_list(announcing, stocks, f"<p>{SHORT}</p>") == ["가람전자", "누리화학 1,402.5원", SHORT]


def test_a_list_of_other_pieces_goes() -> None:
    other = links("가람전자, 3분기 영업이익 사상 최대…주가는 제자리", "누리화학 “내년 상반기 증설”")
    assert with_list("시장은 다음 달 회의를 기다린다.", other) == []
    assert with_list("수혜주로는 가람전자가 꼽힌다.", other) == []
    assert with_list("시장은 다음 달 회의를 기다린다.", links("가람전자", "누리화학"), f"<p>{SHORT}</p>") == [SHORT]
    assert with_list("관련기사", other) == []
    assert with_list("많이 본 뉴스:", links("가람전자", "누리화학")) == []


def test_a_last_bold_line_with_a_number_is_the_texts_and_one_without_heads_a_box_of_the_site() -> None:
    assert with_list(SHORT, "<p><b>코스피 2,641.30(-0.88%)</b></p>") == ["코스피 2,641.30(-0.88%)"]
    assert with_list(SHORT, "<h3>함께 읽는 이야기</h3>") == []


LEAST = 200  # letters


def halves() -> Iterator[tuple[str, float, bool]]:
    """Every recorded piece of which its layout reads a part, because half of the text moved into a box beside its own.

    Gives the name, the share of the text that is left and whether the piece says so.
    """
    for case in ARTICLES:
        text, _ = decode(case.body, case.content_type)
        site = sites_of(SOURCES).find(case.url)
        assert site is not None
        facts, url = SOURCES[site.name].facts(), site.address(case.url)
        page, tree = trees.parse(text), trees.parse(text)
        place = next((raw.place for layout in facts.pages if (raw := layout.read(tree)) and raw.body), None)
        if place is None:
            continue
        box = [e for e in page.iter(place.tag) if trees.marks(e) == trees.marks(place)][-1]
        if not split(box):
            continue
        whole = len(reading.article(case.body, case.url, SOURCES, content_type=case.content_type).body)
        if whole < LEAST:
            continue  # of three sentences one is left out: no more than a note
        try:
            got = read(html.tostring(page, encoding="unicode"), url, facts)
        except NotAnArticle:
            continue
        yield f"{case.source}/{case.name}", len(got.body) / whole, got.extraction.get("doubt") == "body-part"


def split(box: _Element) -> bool:
    """Move the second half of a text into a new box behind its own; False when it is one block."""
    inner = box
    while largest := [e for e in inner if isinstance(e.tag, str) and amount(e) > 0.8 * amount(box)]:
        inner = largest[0]
    sizes = [len(inner.text or "")]
    for e in inner:
        sizes.append(sizes[-1] + (len(trees.text(e)) if isinstance(e.tag, str) else 0) + len(e.tail or ""))
    at = next(n for n, size in enumerate(sizes) if 2 * size >= sizes[-1])
    beside = etree.Element("div")
    moved = list(inner)[at:]
    beside.extend(moved)
    box.addnext(beside)
    return bool(moved)


def test_what_holds_half_of_its_page_says_so() -> None:
    partial = {name: said for name, share, said in halves() if share < 0.8}
    assert len(partial) >= 70
    assert sum(partial.values()) >= 0.95 * len(partial), [name for name, said in partial.items() if not said]


@pytest.mark.parametrize("generic", [False, True])
def test_what_holds_its_page_raises_no_doubt(generic: bool) -> None:
    doubts = {}
    for case in ARTICLES:
        got = reading.article(case.body, case.url, SOURCES, content_type=case.content_type, generic=generic)
        doubts[f"{case.source}/{case.name}"] = got.extraction.get("doubt")
    assert {name: doubt for name, doubt in doubts.items() if doubt} == {}


PAGES = {
    '<link rel="next" href="/news/economy/12201431?page=2">': True,
    '<div><b>1</b> <a href="?page=2">2</a> <a href="?page=2">다음</a></div>': True,
    '<div class="comment_list"><a href="?page=2">2</a></div>': False,
    '<link rel="next" href="/news/economy?page=2">': False,
    '<a href="/news/economy/12201430?page=2">다음</a>': False,
    '<a href="?page=1">1</a>': False,
}


@pytest.mark.parametrize("pager", PAGES)
def test_a_further_page_of_a_piece_is_said(pager: str) -> None:
    page = f'<html><head><meta property="og:title" content="수출 8.2% 증가"></head><body><div class="news_cnt_detail_wrap"><p>{LONG}</p></div>{pager}</body></html>'
    got = reading.article(page.encode(), "https://www.mk.co.kr/news/economy/12201431", SOURCES)
    assert (got.extraction.get("doubt") == "further-page") is PAGES[pager]


def test_a_run_says_how_many_articles_are_a_part_and_is_degraded_by_many() -> None:
    well = {
        "channel/feed:경제/asked": 1,
        "channel/feed:경제/links": 20,
        "articles/fetched": 20,
        "outcome/stored": 20,
        "extraction/body/layout": 20,
    }
    few, many = (
        health.judge(well | {"doubt/body-part": n, "extraction/doubt/body-part": n}, "finished") for n in (1, 3)
    )
    assert few == ("healthy", ["1 of 20 articles hold clearly less text than their page (doubt/body-part)"])
    assert many == ("degraded", ["3 of 20 articles hold clearly less text than their page (doubt/body-part)"])


SENTENCES = (
    "한빛은행이 20일 정기예금 금리를 연 3.21%에서 3.05%로 내린다고 밝혔다. 시장금리가 석 달째 내린 데 따른 것이다.",
    "만기 1년짜리 정기예금 15종에 적용된다. 새 금리는 다음 달 1일 이후 가입하는 고객부터 받는다고 은행은 설명했다.",
    "은행 관계자는 “조달 비용이 줄어든 만큼 대출금리도 차례로 조정할 계획”이라고 말했다.",
    "누리은행과 다온은행도 지난주 금리를 0.1%포인트씩 낮췄다. 두 은행의 금리는 각각 3.11%, 2.95%가 됐다.",
    "금융당국은 예대금리차를 지켜보고 있다. 지난달 5대 은행의 예대금리차는 1.42%포인트로 0.07%포인트 커졌다.",
    "전문가들은 내년 상반기까지 예금과 적금 금리가 조금 더 내릴 것으로 내다봤다. 인하 기대가 이미 반영되고 있다는 것이다.",
)
WHOLE = "\n\n".join(SENTENCES)


def piece(inner: str, *, head: str = "<h1>한빛은행 예금금리 인하</h1>") -> bytes:
    """A page of a site that nobody knows, with a menu and an imprint around an article."""
    return f'<html lang="ko"><head><meta charset="utf-8"><title>한빛은행 예금금리 인하</title></head><body><header><nav><a href="/">홈</a></nav></header><div id="wrap">{head}{inner}</div><footer><p>누리일보 | 등록번호 서울 아01234</p></footer></body></html>'.encode()


def unknown(inner: str) -> tuple[str, str | None]:
    """Body and doubt of a page of an unknown site."""
    got = reading.article(piece(inner), UNKNOWN, SOURCES)
    return got.body, got.extraction.get("doubt")


def known(inner: str) -> tuple[str, str | None]:
    """Body and doubt of a page whose layout is known (매일경제), its box around what stands between the bars."""
    before, box, behind = inner.split("|")
    page = piece(
        f'{before}<div class="news_cnt_detail_wrap" itemprop="articleBody">{box}</div>{behind}',
        head='<h2 class="news_ttl">한빛은행 예금금리 인하</h2>',
    )
    got = reading.article(page, "https://www.mk.co.kr/news/economy/12201431", SOURCES)
    return got.body, got.extraction.get("doubt")


def p(*texts: str) -> str:
    """Paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def boxes(depth: int, held: int = 1, box: str = "<div>{}</div>") -> str:
    """The paragraphs in boxes in boxes, ``held`` in each innermost."""
    inner = [p(*SENTENCES[at : at + held]) for at in range(0, len(SENTENCES), held)]
    for _ in range(depth):
        inner = [box.format(each) for each in inner]
    return "".join(inner)


def test_paragraphs_come_from_boxes_of_any_depth() -> None:
    cell = "<table><tbody><tr><td>{}</td></tr></tbody></table>"
    kinds = {f"{depth} around {held}": boxes(depth, held) for depth in range(1, 13) for held in (1, 2)}
    kinds |= {f"{depth} tables": boxes(depth, box=cell) for depth in (1, 2, 3)}
    kinds["an advertisement in each"] = boxes(4, box="<div>{}<ins class='adsbygoogle'></ins></div>")
    kinds["each in the one before"] = "".join(f"<div><p>{each}</p>" for each in SENTENCES) + "</div>" * 6
    wrong = {name: got for name, page in kinds.items() if (got := unknown(f"<div>{page}</div>")) != (WHOLE, None)}
    assert wrong == {}


@pytest.mark.parametrize("depth", [1, 4, 9])
def test_what_stands_beside_a_deep_box_is_seen(depth: int) -> None:
    deep = "<div>" * depth
    assert known(f"{deep}|{p(*SENTENCES[:3])}|{'</div>' * depth}{deep}{p(*SENTENCES[3:])}{'</div>' * depth}") == (
        "\n\n".join(SENTENCES[:3]),
        "body-part",
    )


NAMES = "quote quote_box summary article-summary summary_box tag keyword caption who most writer related copyright share layer".split()


def test_a_paragraph_in_a_box_is_kept_whatever_the_boxs_name() -> None:
    wrong = {}
    for name in NAMES:
        for at in range(1, len(SENTENCES)):
            box = f'<div class="{name}"><p>{SENTENCES[at]}</p></div>'
            page = f"<div>{p(*SENTENCES[:at])}{box}{p(*SENTENCES[at + 1 :])}</div>"
            if (got := unknown(page)) != (WHOLE, None):
                wrong[name, at] = got
        lead = f'<div class="{name}"><strong>{SENTENCES[0]}</strong></div><div class="txt">{p(*SENTENCES[1:])}</div>'
        if (got := unknown(lead)) != (WHOLE, None):
            wrong[name, 0] = got
    assert wrong == {}


def test_a_footer_of_the_article_ends_it() -> None:
    for inside in (True, False):
        text = f"{p(*SENTENCES[:5])}{'' if inside else '</div>'}<footer><p>{SENTENCES[5]}</p><p>하도경 기자 hdk@nuri.example</p></footer>{'</div>' if inside else ''}"
        got = reading.article(piece(f"<article><div>{text}</article>"), UNKNOWN, SOURCES)
        assert (got.body, [a.name for a in got.authors]) == (WHOLE, ["하도경"])


FOREIGN = {
    "links": '<div class="related"><a href="/1">누리화학 증설</a><p>누리화학이 공장을 더 짓는다고 19일 밝혔다.</p></div>',
    "a machine's points": '<div class="summary"><p>AI 요약</p><p>예금금리가 내린다고 은행이 밝혔다.</p></div>',
    "its words": '<div class="copyright"><p>저작권자 ⓒ 누리일보 무단전재 및 재배포 금지</p></div>',
    "a reporter": '<div class="writer"><p>하도경 기자</p><p>은행을 세 해째 취재한다.</p></div>',
    "readers": '<div class="comment"><p>예금자만 손해를 본다.</p></div>',
    "the text again": '<blockquote class="quote">두 은행의 금리는 각각 3.11%, 2.95%가 됐다.</blockquote>',
    "a site's voice": '<aside class="layer"><p>매일 아침 소식을 보내 드립니다.</p></aside>',
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_box_whose_words_are_not_the_texts_goes(what: str) -> None:
    assert unknown(f"<div>{p(*SENTENCES[:3])}{FOREIGN[what]}{p(*SENTENCES[3:])}</div>") == (WHOLE, None)


def test_a_sentence_cut_for_a_name_or_beside_a_known_box_is_a_doubt() -> None:
    rest = "\n\n".join(SENTENCES[1:])
    assert known(f"{p(SENTENCES[0])}|{p(*SENTENCES[1:])}|") == (rest, "body-part")
    assert known(f'<div class="summary">{p(SENTENCES[0])}</div>|{p(*SENTENCES[1:])}|') == (rest, "body-part")
    assert known(f"|{p(*SENTENCES[:5])}|<div>{p(SENTENCES[5])}</div>") == ("\n\n".join(SENTENCES[:5]), "body-part")
    assert known(f"|{p(*SENTENCES)}|<p>광고 문의를 받는다.</p>") == (WHOLE, None)
    mixed = f'<div class="related"><p><a href="/1">누리화학 증설</a></p>{p(*SENTENCES[1:3])}</div>'
    assert unknown(f"<div>{p(SENTENCES[0], *SENTENCES[3:])}{p(*SENTENCES[3:])}{mixed}</div>")[1] == "body-part"


OPENERS = (
    "<button>더보기</button>",
    '<a class="btn_more" href="#">기사 더보기</a>',
    "<span>전체보기 ▼</span>",
    "<button>계속 읽기</button>",
)


@pytest.mark.parametrize("opener", OPENERS)
def test_what_a_button_shows_of_the_text_is_the_texts(opener: str) -> None:
    shown, rest = p(*SENTENCES[:4]), p(*SENTENCES[4:])
    hidden = f"<div hidden>{rest}</div>"
    assert known(f"|{shown}{hidden}{opener}|") == (WHOLE, None)
    assert known(f"|{shown}{opener}<div style='display:none'>{rest}</div>|") == (WHOLE, None)
    assert known(f"|{shown}{hidden}|{opener}") == (WHOLE, None)
    assert unknown(f"<div>{shown}</div>{hidden}{opener}") == (WHOLE, None)
    assert (
        unknown(
            f"<div>{shown}<span id='more' style='display:none'>{'<br><br>'.join(SENTENCES[4:])}</span>{opener}</div>"
        )[1]
        is None
    )
    each = "".join(f"<p hidden>{text}</p>" for text in (SENTENCES[4], SENTENCES[5]))
    assert known(f"|{shown}{each}{opener}|") == (WHOLE, None)
    assert known(f"|{shown}|{hidden}{opener}") == ("\n\n".join(SENTENCES[:4]), "body-part")


def test_what_no_button_shows_or_is_there_already_stays_away() -> None:
    text, more = p(*SENTENCES), "<button>더보기</button>"
    assert known(f"|{text}<div hidden>{p(*SENTENCES[1:3])}</div>{more}|") == (WHOLE, None)
    assert known(f"|{text}<div hidden>{p(LONG, SHORT)}</div>|")[0] == WHOLE
    assert known(f"|{text}<div hidden><p><a href='/1'>누리화학 증설</a></p>{p(LONG, SHORT)}</div>{more}|")[0] == WHOLE
    hidden = text.replace("3.05%", "3.05<i hidden>9</i>%")
    assert known(f"|{hidden}{more}|") == (WHOLE, None)


HEADLINES_OF_OTHERS = (
    "다온전자 신공장 착공…2조원 투자한다",
    "누리화학 3분기 영업익 312억원",
    "새벽배송 3사 점유율 경쟁 치열해져",
)
OPENINGS = ("다온전자가 신공장을 짓는다고 19일 밝혔다.", "누리화학은 3분기 영업이익이 312억원이라고 공시했다.")
CARD = '<div class="card"><a href="/news/9"><strong>{}</strong><p>{}</p></a></div>'
BESIDE_LINK = '<div class="card"><a href="/news/9"><strong>{}</strong></a><p>{}</p></div>'
OTHERS = {
    "cards": "".join(map(CARD.format, HEADLINES_OF_OTHERS, OPENINGS)),
    "one card": CARD.format(HEADLINES_OF_OTHERS[0], OPENINGS[0]),
    "cards with their summaries outside": "".join(map(BESIDE_LINK.format, HEADLINES_OF_OTHERS, OPENINGS)),
    "a run of links": "".join(f'<p>▶ <a href="/news/{n}">{line}</a></p>' for n, line in enumerate(HEADLINES_OF_OTHERS)),
}


@pytest.mark.parametrize("what", OTHERS)
def test_other_pieces_in_the_text_go(what: str) -> None:
    first, rest, others = p(*SENTENCES[:3]), p(*SENTENCES[3:]), OTHERS[what]
    assert unknown(f"<div>{first}{others}{rest}</div>") == (WHOLE, None)
    assert unknown(f"<div>{first}</div><div>{others}</div><div>{rest}</div>") == (WHOLE, None)
    assert unknown(f"<div>{first}{rest}</div><div>{others}</div>") == (WHOLE, None)


def test_the_texts_own_links_stay() -> None:
    linked = f'{p(*SENTENCES[:2])}<p><a href="/n/7">{SENTENCES[2]}</a></p>{p(*SENTENCES[3:])}'
    assert unknown(f"<div>{linked}</div>") == (WHOLE, None)
    signed = f'{p(*SENTENCES)}<p><a href="mailto:hdk@nuri.example">하도경 기자 hdk@nuri.example</a></p>'
    got = reading.article(piece(f"<div>{signed}</div>"), UNKNOWN, SOURCES)
    assert (got.body, [a.name for a in got.authors]) == (WHOLE, ["하도경"])


def test_the_next_article_under_one_is_not_its_text() -> None:
    longer = p(*(f"{a} {b}" for a in OPENINGS for b in OPENINGS), LONG, SHORT)
    for name in ("article", 'div class="view"'):
        tag = name.split()[0]
        first = f"<{name}><h1>한빛은행 예금금리 인하</h1><div>{p(*SENTENCES)}</div></{tag}>"
        for text in (longer, p(*OPENINGS), longer * 3):
            other = f"<{name}><h1>다온전자 신공장 착공</h1><div>{text}</div></{tag}>"
            got = reading.article(piece(first + other, head=""), UNKNOWN, SOURCES)
            assert (got.title, got.body) == ("한빛은행 예금금리 인하", WHOLE)
    parts = "".join(f'<section class="part"><h2>{n}부</h2>{p(*SENTENCES[n : n + 2])}</section>' for n in (0, 2, 4))
    assert all(text in unknown(parts)[0] for text in SENTENCES)


@pytest.mark.parametrize("label", ["독자 의견", "댓글", "댓글 2", "전체 댓글 (2개)", "100자평"])
def test_what_readers_write_under_a_label_goes(label: str) -> None:
    theirs = p(
        "예금자에게 손해라고 본다. 은행만 배를 불린다고 생각한다.", "대출금리부터 내려야 한다. 차이가 너무 크다고 본다."
    )
    assert unknown(f"<div>{p(*SENTENCES)}</div><div><h3>{label}</h3>{theirs}</div>") == (WHOLE, None)
    own = f"<div>{p(*SENTENCES[:3])}<section><h3>{label}</h3>{theirs}</section>{p(*SENTENCES[3:])}</div>"
    assert "예금자에게" in unknown(own)[0]


PARTS = {
    "sections": "<section><h2>{}</h2><p>{}</p><p>{}</p></section>",
    "headings in a row": "<h3>{}</h3><p>{}</p><p>{}</p>",
    "questions": "<dt>{}</dt><dd>{}</dd><dd>{}</dd>",
    "folds": "<details open><summary>{}</summary><p>{}</p><p>{}</p></details>",
}


@pytest.mark.parametrize("markup", PARTS)
def test_what_heads_the_first_part_of_a_text_is_no_deck(markup: str) -> None:
    heads = ("얼마나 내리나", "다른 은행은", "앞으로는")
    parts = "".join(PARTS[markup].format(head, *SENTENCES[2 * n : 2 * n + 2]) for n, head in enumerate(heads))
    box = "dl" if markup == "questions" else "div"
    body = [line for n, head in enumerate(heads) for line in (head, *SENTENCES[2 * n : 2 * n + 2])]
    for deck in ("", f"<p>{DECK[0]}</p>"):
        got = reading.article(piece(f"{deck}<{box}>{parts}</{box}>"), UNKNOWN, SOURCES)
        assert (got.subtitle, got.body) == (DECK[0] if deck else None, "\n\n".join(body))


@pytest.mark.parametrize(
    "line", ["2026년 11월 20일 by 하도경", "하도경 · 4 min read", "하도경 · 4 min read · Nov 20, 2026"]
)
def test_a_line_of_author_and_time_is_no_deck(line: str) -> None:
    for place in PLACES.values():
        assert misread(f"<p>{line}</p>", None, place) is None
        assert misread(f"<p>{DECK[0]}</p><p>{line}</p>", DECK[0], place) is None
        page = place.format(head=f"<p>{line}</p>", text="</p><p>".join(TEXT))
        assert [a.name for a in reading.article(piece(page, head=""), UNKNOWN, SOURCES).authors] == ["하도경"]
