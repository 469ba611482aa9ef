"""Which links of a page are announcements of articles, whatever its classes are called."""

import re
from datetime import date

import pytest

from newscrawl.discovery import DeadChannel, Feed, Listing, NewsSitemap
from newscrawl.urls import Site

SITE = Site("paper", ("paper.kr",), re.compile(r"paper\.kr/article/(?P<id>\d+)"))
URL = "https://paper.kr/economy"
LISTING = Listing(section="경제", url=URL, region="#list")


def numbers(html: str, channel: Listing | Feed | NewsSitemap = LISTING) -> list[str]:
    """The numbers of the announced articles, in order."""
    return [link.url.rpartition("/")[2] for link in channel.read(html, URL, SITE).links]


def item(number: int, words: str) -> str:
    return f'<li><a class="thumb" href="/article/{number}"><img alt=""></a><a href="/article/{number}?utm_source=x"><strong>{words}</strong></a></li>'


def test_a_headline_that_begins_like_a_section_is_a_headline() -> None:
    items = item(1, "국제유가 3% 급등") + item(2, "인기 공모주 ▲12%") + item(3, "사회 초년생 대출 2조원")
    assert numbers(f'<div id="list"><ul>{items}</ul></div>') == ["1", "2", "3"]
    assert numbers(f"<div><ul>{items}</ul></div>") == ["1", "2", "3"]


def test_boxes_of_other_sections_and_rankings_are_left_out_when_the_region_is_gone() -> None:
    page = (
        f'<header><a href="/article/9">속보 한 줄이 여기</a></header><main><div><h2>경제</h2><ul>{item(1, "수출 8.2% 증가")}</ul></div>'
        f'<div><h3><a href="/politics">정치</a></h3><ul>{item(7, "여야 예산안 대치")}</ul></div><div><h3>많이 본 뉴스</h3><ol>{item(8, "가장 많이 읽힌 글")}</ol></div></main>'
    )
    found = LISTING.read(page, URL, SITE)
    assert [link.url for link in found.links] == ["https://paper.kr/article/1"]
    assert found.links[0].title == "수출 8.2% 증가"
    assert found.drifted


def test_a_page_whose_every_link_is_in_such_a_box_is_still_read() -> None:
    assert numbers(f"<div><h2>많이 본 뉴스</h2><ul>{item(1, '수출 8.2% 증가')}</ul></div>") == ["1"]


def test_addresses_that_are_none_are_passed_over() -> None:
    page = '<div id="list"><a href="http://[광고]/article/1">x</a><a href="javascript:go(1)">x</a><a>x</a><a href="/article/2">수출 8.2% 증가</a></div>'
    assert numbers(page) == ["2"]


def test_a_list_that_a_script_would_make_is_read_from_its_json_but_one_address_is_no_list() -> None:
    def page(*links: str) -> str:
        return f'<p>소식</p><script>data={{"items":[{",".join(f"""{{"url":"{link}"}}""" for link in links)}]}}</script>'

    assert numbers(
        page("/article/1", "https:\\/\\/paper.kr\\/article\\/2", "\\u002Farticle\\u002F3", "//[x/article/4")
    ) == ["1", "2", "3"]
    with pytest.raises(DeadChannel, match="shows no link"):
        numbers(page("/article/1", "/article/2"))


def test_a_ranking_is_told_by_its_words_whatever_element_they_stand_in() -> None:
    box = f"<div><p>이 시간 Top</p><ul>{item(8, '출근길 지하철 40분 멈췄다')}</ul></div><div><strong>속보</strong>{item(9, '본회의 하루 연기')}</div>"
    items = "".join(item(n, f"수출 {n}.2% 증가") for n in (1, 2, 3, 4, 5))
    assert numbers(f"<main><ul>{items}</ul></main>{box}<aside>{item(7, '추천하는 글 하나')}</aside>") == [
        "1",
        "2",
        "3",
        "4",
        "5",
    ]
    # A badge of one piece heads no box.
    assert numbers(f"<ul><li><span>영상</span>{item(1, '수출 8.2% 증가')}</li>{items}</ul>")[0] == "1"


@pytest.mark.parametrize(
    ("form", "printed"), [("{date}", "20261124"), ("{date:%Y-%m-%d}", "2026-11-24"), ("{date:%Y/%m/%d}", "2026/11/24")]
)
def test_a_dated_list_prints_the_day_as_its_site_does_and_knows_it_again(form: str, printed: str) -> None:
    channel = Listing(url="https://paper.kr/list", dated=f"https://paper.kr/list/{form}?page={{page}}")
    day = date(2026, 11, 24)
    first, *rest = channel.first_urls(day, day)
    assert (first, rest) == (f"https://paper.kr/list/{printed}?page=1", [])
    assert channel.covers(first)
    assert channel.next_url("", first) == f"https://paper.kr/list/{printed}?page=2"


FEED = Feed(section="경제", url="https://paper.kr/rss")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Tue, 22 Sep 2026 14:37:38 +09:00", "2026-09-22T14:37:38+09:00"),
        ("Tue, 22 Sep 2026 14:37:38 +0900", "2026-09-22T14:37:38+09:00"),
        ("Tue, 22 Sep 2026 05:37:38 GMT", "2026-09-22T05:37:38+00:00"),
        ("2026-09-22 14:37:38", "2026-09-22T14:37:38+09:00"),
        ("54분전", None),
        ("Thu, 1 Jan 1970 00:00:00 GMT", None),  # no time that a piece may have puts it outside of a range
        ("Fri, 31 Dec 2060 14:37:38 +0900", None),
    ],
)
def test_a_feed_without_guid_is_read_and_its_times_are_never_naive(printed: str, expected: str | None) -> None:
    item = f"<item><no>1</no><title><![CDATA[코스피 ▲0.88%]]></title><link>\nhttps://paper.kr/article/5?ref=rss\n</link><pubDate>{printed}</pubDate></item>"
    (link,) = FEED.read(
        f'<?xml version="1.0" encoding="euc-kr"?><rss><channel>{item}</channel></rss>', FEED.url, SITE
    ).links
    assert (link.url, link.title) == ("https://paper.kr/article/5", "코스피 ▲0.88%")
    assert (link.published_at.isoformat() if link.published_at else None) == expected


def test_an_atom_feed_and_a_broken_one_are_read_as_far_as_they_go() -> None:
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>첫 기사의 제목</title><link href="https://paper.kr/article/6"/></entry><entry><title>끊'
    assert numbers(atom, FEED) == ["6"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("<!DOCTYPE html><html><body>점검 중</body></html>", "notice"),
        ("", "empty"),
        ("<rss><channel><title>경제</title></channel></rss>", "no-links"),
        (
            "<rss><channel><item><title>남의 것</title><link>https://other.kr/article/1</link></item></channel></rss>",
            "no-links",
        ),
    ],
)
def test_a_feed_that_is_none_or_empty_is_dead_and_says_so(answer: str, reason: str) -> None:
    with pytest.raises(DeadChannel) as dead:
        FEED.read(answer, FEED.url, SITE)
    assert dead.value.reason == reason
    assert FEED.url in str(dead.value)
