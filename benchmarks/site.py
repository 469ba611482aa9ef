"""A paper of any number of pages in the markup of mk.co.kr: the same pages every time, no two with the same text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

CASES = Path(__file__).resolve().parents[1] / "tests" / "pages" / "mk"
ROOT = "http://www.mk.co.kr"
SIZE = 75_000  # bytes of an article's page
LINKS = 50  # articles on a listing page
PARAGRAPHS = 12  # with these a text is as long as those of 2025-05: 1,500 to 2,600 characters
SCRIPTS = 12_000  # bytes: a fifth of a page of 2025-05 is inline script, which the recorded page has little of

# What its sentences are made of.
WORDS = """
who 한국은행 금융위원회 기획재정부 국토교통부 통계청 금융감독원 한국거래소 산업통상자원부 국민연금 관세청 수출입은행 채권시장 반도체업계
who 조선업계 건설업계 증권가 유통업계 은행권 보험업계 자동차업계 정유업계 철강업계 통신업계
when 이날 지난달 올해 내년 상반기 하반기 3분기 4분기 지난주 전날 이번주 연말까지 당분간 최근 오전 오후
where 서울 수도권 부산 세종 울산 미국 중국 일본 유럽 베트남 인도 중동 대만 충남 전남 강원
what 기준금리 물가상승률 가계부채 경상수지 수출액 고용률 영업이익 순매수 거래대금 분양가 전셋값 취업자 외환보유액 국고채 회사채
what 예금금리 대출잔액 연체율 재고 설비투자 소매판매 환율 코스피 코스닥 원자재가격 법인세수 배당금 공모가 임금 운임
how 늘었다고 줄었다고 올랐다고 내렸다고 돌아섰다고 좁혀졌다고 벌어졌다고 멈췄다고 되살아났다고 굳어졌다고 엇갈렸다고 넘어섰다고
said 밝혔다 전했다 설명했다 내다봤다 분석했다 평가했다 발표했다 덧붙였다 강조했다 지적했다 풀이했다 진단했다
first 한도윤 문가온 오세라 배이든
second 서지안 노해솔 유다온 임채율
figure {:,}억원 {}bp {:,}명 ▲{}.2% (-0.{:02d}%) {:,}건 1,{}.40원
"""


def article_url(number: int) -> str:
    """The address of the article of this number, counted from 0."""
    return f"{ROOT}/news/economy/{11_000_000 + number}"


def listing_urls(articles: int) -> list[str]:
    """The addresses of the pages that together announce this many articles."""
    return [f"{ROOT}/news/economy/?page={page}" for page in range(1, -(-articles // LINKS) + 1)]


def body(number: int) -> list[str]:
    """The paragraphs of an article."""
    return [_paragraph(random.Random(f"{number}/{position}")) for position in range(PARAGRAPHS)]


def headline(number: int) -> str:
    """The headline of an article."""
    chance = random.Random(number)
    return f"“{_word('what', chance)}보다 {_word('what', chance)}”…{_word('who', chance)}, {_figure(chance)} {number:,}"


def _paragraph(chance: random.Random) -> str:
    return " ".join(
        f"{_word('who', chance)}의 {_word('when', chance)} {_word('where', chance)} {_word('what', chance)} 자료를 보면 "
        f"{_word('what', chance)} 증가 폭이 {_figure(chance)} {_word('how', chance)} {_word('said', chance)}."
        for _ in range(3)
    )


def _figure(chance: random.Random) -> str:
    return _word("figure", chance).format(chance.randrange(100, 999))


def _word(kind: str, chance: random.Random) -> str:
    return chance.choice(_words()[kind])


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in WORDS.strip().splitlines():
        kind, *words = line.split()
        found.setdefault(kind, []).extend(words)
    return found


def article(number: int) -> str:
    """The HTML of an article: the recorded page with other words, padded to `SIZE` with what real pages are long of."""
    before, between, after, box = _template()
    moment = datetime(2025, 1, 1, tzinfo=ZoneInfo("Asia/Seoul")) + timedelta(minutes=number)
    chance = random.Random(number)
    words = {
        "12201431": article_url(number).rpartition("/")[2],
        "“집값보다 성장 먼저”…한은, 기준금리 25bp 내려 연 2.00%로": headline(number),
        "한도윤": _word("first", chance),
        "서지안": _word("second", chance),
        "2026-11-20 17:42:10": f"{moment:%Y-%m-%d %H:%M:%S}",
        "2026-11-20T17:42:10": f"{moment:%Y-%m-%dT%H:%M:%S}",
        "2026-11-20 18:05:31": f"{moment + timedelta(hours=1):%Y-%m-%d %H:%M:%S}",
        "2026-11-20T18:05:31": f"{moment + timedelta(hours=1):%Y-%m-%dT%H:%M:%S}",
    }
    paragraphs = "".join(f'<p refId="{place}">{escape(line)}</p>' for place, line in enumerate(body(number), 2))
    page = re.sub("|".join(words), lambda found: words[found[0]], before + paragraphs + between)
    missing = SIZE - len((page + after).encode())
    return page + box * (missing // len(box.encode())) + after


@cache
def _template() -> tuple[str, str, str, str]:
    """The recorded page before its text, up to the end of its list of popular articles, and after it; one row of that list."""
    page = (CASES / "2025-05-desktop" / "page.html").read_text(encoding="utf-8")
    texts = list(re.finditer(r'<p refId="\d+">.*?</p>', page))
    rows = list(re.finditer(r'<li class="news_node">.*?</li>\n', page, re.S))
    script = "".join(
        f"window.slot_{n} = {{unit: '/4395/mk_pc/{n}', size: [[300, 250]]}};\n" for n in range(SCRIPTS // 64)
    )
    before, between, after = page[: texts[0].start()], page[texts[-1].end() : rows[-1].end()], page[rows[-1].end() :]
    return before, between, after.replace("</body>", f"<script>\n{script}</script>\n</body>"), rows[0][0]


def listing(numbers: Sequence[int]) -> str:
    """The HTML of a page that announces these articles."""
    page = (CASES / "2026-07-listing-economy" / "page.html").read_text(encoding="utf-8")
    start = page.index('<li class="news_node">')
    end = page.index("</ul>", start)
    row = re.search(r'<li class="news_node">.*?</li>\n', page[start:end], re.S)
    assert row
    rows = (
        re.sub(r"<h4 class=.*?</h4>", f'<h4 class="news_ttl">{headline(number)}</h4>', row[0]).replace(
            "https://www.mk.co.kr/news/economy/12202010", article_url(number)
        )
        for number in numbers
    )
    # The popular articles beside a list have real addresses, which this site does not answer.
    return page[:start] + "".join(rows) + page[end:].replace('class="news_item"', "")


def pages(articles: int) -> Iterator[tuple[str, bytes]]:
    """Every address of the site with its body."""
    yield f"{ROOT}/robots.txt", (CASES / "2026-07-robots" / "page.txt").read_bytes()
    for page, url in enumerate(listing_urls(articles)):
        yield url, listing(range(articles)[page * LINKS : (page + 1) * LINKS]).encode()
    for number in range(articles):
        yield article_url(number), article(number).encode()
