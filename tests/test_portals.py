"""What the portals' sources can do that data alone does not say."""

import asyncio

import pytest
from scrapy.utils.test import get_crawler

from newscrawl.bases.arguments import ArgumentError
from newscrawl.spiders.portals.daum import Daum
from newscrawl.spiders.portals.naver import SUBSECTIONS, Naver, SectionList
from newscrawl.spiders.portals.naver_finance import NaverFinance


def first_addresses(spider_class: type[Daum | Naver | NaverFinance], **given: str) -> list[str]:
    """The addresses that a crawl with these arguments begins with."""
    spider = spider_class.from_crawler(get_crawler(spider_class, {"SPIDER_MODULES": ["newscrawl.spiders"]}), **given)

    async def started() -> list[str]:
        return [request.url async for request in spider.start()]

    return asyncio.run(started())


def test_the_news_of_one_stock_is_asked_for_alone() -> None:
    item = "https://finance.naver.com/item/news_news.naver?code={}&page=1"
    assert first_addresses(NaverFinance, code="005930") == [item.format("005930")]
    assert first_addresses(NaverFinance, code="0126Z0", max_pages="2") == [item.format("0126Z0")]
    assert len(first_addresses(NaverFinance)) == 7


@pytest.mark.parametrize("code", ["5930", "samsung", "0059300", "005930&x=1", ""])
def test_what_is_no_code_is_told_in_a_sentence(code: str) -> None:
    with pytest.raises(ArgumentError, match=r"is no code of a stock such as 005930"):
        NaverFinance.parse_arguments({"code": code})
    with pytest.raises(ArgumentError, match="unknown argument 'code'"):
        Daum.parse_arguments({"code": "005930"})


def test_one_stock_has_no_sections() -> None:
    with pytest.raises(ArgumentError, match="do not go together"):
        NaverFinance.parse_arguments({"code": "005930", "sections": "환율"})


def test_every_sub_section_of_the_economy_has_a_list_and_one_for_each_day() -> None:
    today = first_addresses(Naver)
    assert today[0] == "https://news.naver.com/section/101"
    assert today[1:9] == [f"https://news.naver.com/breakingnews/section/101/{sid2}" for sid2 in SUBSECTIONS.values()]
    days = first_addresses(Naver, since="2026-11-19", until="2026-11-20", sections="증권")
    assert days == [
        f"https://news.naver.com/breakingnews/section/101/258?date={day}" for day in ("20261120", "20261119")
    ]


LIST = "https://news.naver.com/breakingnews/section/101/258"
FRAGMENT = (
    "https://news.naver.com/section/template/SECTION_ARTICLE_LIST_FOR_LATEST"
    "?sid=101&sid2=258&cluid=&pageNo={}&date={}&next={}"
)
CURSOR = (
    '<div data-sid="101" data-sid2="258" data-has-next="{}" data-cursor="{}" data-date="{}" data-template="{}"></div>'
)


@pytest.mark.parametrize(
    ("url", "printed", "expected"),
    [
        (LIST, "", FRAGMENT.format(2, "", "77")),
        (f"{LIST}?date=20261119", "", FRAGMENT.format(2, "20261119", "77")),
        (f"{LIST}?date=20261119", "20261124", FRAGMENT.format(2, "20261119", "77")),
        (FRAGMENT.format(2, "20261119", "76"), "", FRAGMENT.format(3, "20261119", "77")),
        (FRAGMENT.format(2, "", "76"), "", FRAGMENT.format(3, "", "77")),
    ],
)
@pytest.mark.parametrize("template", ["SECTION_ARTICLE_LIST_FOR_LATEST", ""])
def test_the_cursor_of_a_day_stays_on_that_day(url: str, printed: str, expected: str, template: str) -> None:
    (channel,) = [channel for channel in Naver.discovery if channel.section == "증권"]
    assert isinstance(channel, SectionList)
    assert channel.next_url(CURSOR.format("true", "77", printed, template), url) == expected
    assert channel.next_url(CURSOR.format("false", "77", printed, template), url) is None
    assert [known.section for known in Naver.discovery if known.covers(expected)] == ["증권"]


def test_a_fragment_of_the_front_list_is_no_sub_section_s() -> None:
    front = "https://news.naver.com/section/template/SECTION_ARTICLE_LIST?sid=101&sid2=&cluid=&pageNo=2&date=&next=1"
    assert [channel.section for channel in Naver.discovery if channel.covers(front)] == ["경제"]
