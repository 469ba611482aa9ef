"""Reading a broken page ends in an article, a list or a refusal: the mutants of `benchmarks.mutants`, and what they found."""

import json
import re
from functools import partial

import pytest
from scrapy.http import Response

from benchmarks import mutants
from newscrawl.assembly import Facts
from newscrawl.bases.answers import type_of
from newscrawl.bounds import limited
from newscrawl.discovery import DeadChannel, Feed, Listing
from newscrawl.extract.tree import Finder, parse, select, strings
from newscrawl.items import Article, Author, Image
from newscrawl.loaders import NotAnArticle, read
from newscrawl.spiders.portals.naver import SectionList
from newscrawl.text.datelines import split_head
from newscrawl.urls import Site

FACTS = Facts(source="paper", publisher="시험일보")
SITE = Site("paper", ("example.kr",), re.compile(r"example\.kr/news/(?P<id>\d+)$"))
URL = "https://www.example.kr/news/4711"
TEXT = "한국은행은 20일 기준금리를 연 2.50%로 동결했다고 밝혔다. 시장은 다음 달에 내릴 것으로 본다고 했다."


@pytest.fixture(scope="module")
def door() -> mutants.Door:
    return mutants.Door()


@pytest.fixture
def article() -> Article:
    return Article(source="mk", publisher="매일경제", url=URL, title="금리 동결", body=TEXT)


def page(inside: str = "", head: str = "") -> str:
    title = "<title>기준금리 2.50% 동결</title>"
    return f"<html><head>{title}{head}</head><body><h1>기준금리 2.50% 동결</h1><p>2026.11.20 10:00</p><div>{inside}<p>{TEXT}</p></div></body></html>"


def test_nothing_but_a_reading_or_a_refusal_comes_of_broken_pages(door: mutants.Door) -> None:
    failed = [
        verdict for verdict in (mutants.judge(door, m) for m in mutants.mutants(480, shortest=20)) if verdict.faults
    ]
    assert failed == []


def test_a_number_is_the_same_mutant_and_another_one_with_another_seed() -> None:
    first, again, other = mutants.mutant(11), mutants.mutant(11), mutants.mutant(11, seed=2)
    assert (first.body, first.kind, first.name) == (again.body, again.kind, again.name)
    assert first.body != other.body
    assert len({m.kind for m in mutants.mutants(360)}) > 30


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"title": "금리\x1b[31m"}, "title holds '\\x1b'"),
        ({"body": "금리\u202e 동결"}, "body holds '\\u202e'"),
        ({"body": "금리\u2028동결"}, "body holds '\\u2028'"),
        ({"section": "경제\ud800"}, "section holds '\\ud800'"),
        ({"subtitle": " "}, "subtitle is empty"),
        ({"authors": [Author(name="하도경\x9b")]}, "author holds '\\x9b'"),
        ({"images": [Image(url="https://img.example.kr/a b.jpg")]}, "address holds ' '"),
        ({"images": [Image(url="javascript:alert(1)")]}, "address is none of the web"),
        ({"original_url": "https://www.example.kr/made-up"}, "stands nowhere"),
        ({}, "IndexError"),
    ],
)
def test_a_reading_that_is_not_right_is_seen(
    door: mutants.Door, article: Article, monkeypatch: pytest.MonkeyPatch, fields: dict[str, object], fault: str
) -> None:
    def give(self: mutants.Door, response: Response) -> Article:
        for name, value in fields.items() or [].pop():
            setattr(article, name, value)
        return article

    monkeypatch.setattr(mutants.Door, "article", give)
    broken = next(m for m in mutants.mutants(9) if m.case.kind == "article")
    assert any(fault in found for found in mutants.judge(door, broken).faults)


def test_addresses_of_pictures_are_those_of_the_web() -> None:
    links = (
        *("https://img.example.kr/\x1b]0;t\x07.jpg", "https://img.example.kr/&#x9b;31m.jpg", "javascript:alert(1)", "file:///etc/hostname"),
        *("#", "http://[광고]", "https://img.example.kr/환율 1.jpg", "\\\\img.example.kr\\1.jpg", "//", "https://img.example.kr/\u202egpj.jpg"),
    )  # fmt: skip
    found = read(page("".join(f'<p><img src="{link}"></p>' for link in links)), URL, FACTS).images
    assert [image.url for image in found] == [
        "https://img.example.kr/%20]0;t%20.jpg",  # a control sign is a blank on every page
        "https://img.example.kr/%E2%80%BA31m.jpg".replace("%E2%80%BA", "›"),  # &#x9b; is that in every browser
        "https://img.example.kr/환율%201.jpg",
        "https://img.example.kr/1.jpg",
        "https://img.example.kr/%E2%80%AEgpj.jpg",
    ]


def test_an_original_address_that_is_none_is_no_field() -> None:
    found = read(page('<a href="javascript:void(0)">기사원문</a><a href="http://[원문]">기사원문</a>'), URL, FACTS)
    assert found.original_url is None
    assert "original_url" not in found.extraction


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"@type":"NewsArticle","headline":' + "9" * 5_000 + "}",
        '{"@type":"NewsArticle","headline":true,"author":{"name":[[[1]]]},"datePublished":1e999}',
        '{"@graph":1,"@type":["NewsArticle",null],"articleSection":{"name":{"name":{}}}}',
        '{"@type":"NewsArticle","name":' + "[" * 900 + "]" * 900 + "}",
    ],
)
def test_data_that_is_none_leaves_the_page_as_it_is(data: str) -> None:
    found = read(page(head=f'<script type="application/ld+json">{data}</script>'), URL, FACTS)
    assert (found.title, found.body) == ("기준금리 2.50% 동결", TEXT)


def test_halves_of_a_sign_are_that_sign_and_one_alone_is_a_letter_that_was_lost() -> None:
    found = read(
        page("<p>증권사는 목표가를 3만원으로 올렸다 &#55357;&#xDE00; 그리고 더 오를 것이라고 했다.</p>"), URL, FACTS
    )
    assert found.body.split("\n\n")[0] == "증권사는 목표가를 3만원으로 올렸다 😀 그리고 더 오를 것이라고 했다."
    row = "1:" + json.dumps({"title": "금리 동결", "content": f"<p>{TEXT} 😀"}, ensure_ascii=False)
    before, behind = row.split("😀")  # a server pushes its rows in pieces of so many bytes
    pushes = list(map(json.dumps, (before + "\ud83d", "\ude00" + behind)))
    script = "".join(f"<script>self.__next_f.push([1,{push}])</script>" for push in pushes)
    assert read(f"<html><body><div></div>{script}</body></html>", URL, FACTS).body == f"{TEXT} 😀"
    data = '{"@type":"NewsArticle","headline":"금리 동결 \\ud83d","author":"하도경 기자"}'
    assert (
        read(page(head=f'<script type="application/ld+json">{data}</script>'), URL, FACTS).title
        == "기준금리 2.50% 동결"
    )
    with pytest.raises(NotAnArticle) as refusal:
        read(page("<p>증권사는 목표가를 3만원으로 올렸다 &#xd83d; 그리고 더 오를 것이라고 했다.</p>"), URL, FACTS)
    assert refusal.value.reason == "error:garbled"


def test_a_page_whose_end_the_parser_left_out_is_no_article() -> None:
    with pytest.raises(NotAnArticle) as refusal:
        read(page("<div><b></b>" + "<div>" * 2_100 + "</div>" * 2_100), URL, FACTS)
    assert refusal.value.reason == "rejected:too-deep"


def test_a_page_that_no_reader_would_wait_for_is_not_read() -> None:
    for inside in ("가" * 4_000_001, "<b>" * 100_001):
        with pytest.raises(NotAnArticle) as refusal:
            read(page(inside), URL, FACTS)
        assert refusal.value.reason == "error:too-large"


@pytest.mark.parametrize("words", ["전문기자" * 60, "기태오 기자" + "Aa " * 80, "하도경 기자 " * 40, "기자 " * 80])
def test_names_without_an_end_are_no_names_and_take_no_time(words: str) -> None:
    line = f"(세종=연합뉴스) {words}".strip()
    assert limited(lambda: split_head(line), 0.5) == ("(세종=연합뉴스)", [], words.strip())
    found = limited(lambda: split_head(f"(세종=연합뉴스) John Smith 기자·{words[:12].strip()} = 정부가"), 0.5)
    assert (found[0], found[2]) == ("(세종=연합뉴스)", "정부가")


def test_what_an_answer_calls_itself_is_shown_as_far_as_it_can_be_printed() -> None:
    for label, shown in {
        "text/html; charset=\0": "text/html; charset=",
        "a/b\x1b[31m가": "a/b[31m",
        "x" * 9_999: "x" * 200,
        "": "",
    }.items():
        assert type_of(Response(URL, headers={"Content-Type": label})) == shown


def test_what_stands_behind_an_element_is_found_among_thousands() -> None:
    cells = "<td class=x>1</td>" * 2_000
    page = parse(f"<div class=a><table><tr>{cells}</tr></table><i></i><p>2</p><b>3</b><p>4</p><i></i><b>5</b></div>")
    for css, texts in {
        ".a .x ~ .x": ["1"] * 1_999,
        ".x ~ td": ["1"] * 1_999,
        "i ~ p ~ b": ["3", "5"],
        "i + p ~ b": ["3", "5"],
        ".a > p ~ p::text": ["4"],
        "p:not(:has(i)) ~ b": ["3", "5"],
    }.items():
        assert limited(partial(select, page, css), 1) == limited(partial(Finder(css).on(page), css), 1)
        assert strings(select(page, css)) == texts


def test_a_list_by_the_thousand_is_no_text_and_takes_no_time() -> None:
    item = '<li><a href="/news/{0}">수출이 넉 달째 늘어 {0}</a><p>관세청은 20일 수출이 8.2% 늘었다고 밝혔다. 반도체가 이끌었다고 했다.</p></li>'
    items = "".join(item.format(number) for number in range(1_000))
    found = limited(partial(read, page(f"<p>{TEXT}</p>") + f"<ol>{items}</ol>", URL, FACTS), 3)
    assert found.body == f"{TEXT}\n\n{TEXT}"


def test_pictures_by_the_thousand_touch_no_letter_and_take_no_time() -> None:
    pictures = '<img src="/a.jpg" alt="7">' * 3_000
    found = limited(partial(read, page(f"<p>매출은 3{pictures}5조원으로 늘었다.</p>"), URL, FACTS), 2)
    assert found.body.split("\n\n")[0].replace(" ", "") == "매출은35조원으로늘었다."


def test_lists_that_cannot_be_read_are_refused_in_a_sentence() -> None:
    depth = "[" * 100_000
    for channel, text, reason in (
        (Listing(url=URL), "<div>" * 2_100 + '<a href="/news/1">수출 8.2% 증가</a>', "too-deep"),
        (Listing(url=URL), "<b>" * 100_001, "too-large"),
        (SectionList(url=URL), '{"renderedComponent":' + depth, "broken-json"),
    ):
        with pytest.raises(DeadChannel) as dead:
            channel.read(text, URL, SITE)
        assert dead.value.reason == reason


def test_one_entry_that_is_none_does_not_take_the_others_with_it() -> None:
    links = (
        "http://[광고]/news/1",
        "https://www.example.kr/news/2",
        "javascript:go(3)",
        "https://www.example.kr/news/4",
    )
    title = "금리 &#55357;&#56832; 동결"
    items = "".join(
        f"<item><link>{link}</link><title>{title}{'&#xD83D;' * (link[-1] == '4')}</title></item>" for link in links
    )
    found = Feed(url=URL).read(f"<rss><channel>{items}</channel></rss>", URL, SITE).links
    assert [link.url[-1] for link in found] == ["2", "4"]
    assert {link.title for link in found} == {"금리 😀 동결"}
