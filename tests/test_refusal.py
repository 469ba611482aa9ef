"""What is no article is refused and named by what it is; what is one is kept, however much it looks like a notice."""

from collections import Counter
from collections.abc import Iterable

import pytest

from newscrawl.assembly import Facts
from newscrawl.extract import fallback, refusal, tree
from newscrawl.extract.raw import Raw
from newscrawl.items import Article
from newscrawl.loaders import NotAnArticle, read
from newscrawl.text.words import words
from tests import no_articles
from tests.no_articles import Page
from tests.rot import renamed as renamed_bytes

TITLE = "기준금리 연 2.50%로 동결한 한국은행"
BODY = "<p>한국은행 금융통화위원회가 20일 기준금리를 연 2.50%로 동결했다. 물가가 오름세라는 이유다.</p>"
SOURCES = no_articles.SOURCES
MK = "https://www.mk.co.kr/news/economy/12201431"


@pytest.fixture(scope="module")
def results() -> list[tuple[Page, Article | str]]:
    return [(page, no_articles.result(page)) for page in no_articles.every()]


@pytest.fixture(scope="module")
def told(results: list[tuple[Page, Article | str]]) -> list[tuple[Page, str]]:
    return [(page, got if isinstance(got, str) else "article") for page, got in results]


def renamed(html: str) -> str:
    return renamed_bytes(html.encode(), "text/html; charset=utf-8").decode()


def share(found: Iterable[bool]) -> float:
    counted = Counter(found)
    return counted[True] / counted.total()


def test_the_set_is_as_large_and_as_mixed_as_it_should_be() -> None:
    pages = no_articles.every()
    assert sum(page.wanted != "article" for page in pages) >= 72
    assert sum(page.wanted == "article" for page in pages) >= 72
    assert len({case.source for case in no_articles.framed()}) >= 12


def test_hardly_a_page_that_is_no_article_is_taken_for_one(told: list[tuple[Page, str]]) -> None:
    for held in (False, True):
        pages = [(p, got) for p, got in told if p.wanted != "article" and p.held is held]
        assert share(got == "article" for _, got in pages) <= 0.02, [p.name for p, got in pages if got == "article"]


def test_nearly_every_one_is_named_by_what_it_is(told: list[tuple[Page, str]]) -> None:
    for held in (False, True):
        pages = [(p, got) for p, got in told if p.wanted != "article" and p.held is held]
        assert share(got == p.wanted for p, got in pages) >= 0.9, [(p.name, got) for p, got in pages if got != p.wanted]


def test_no_hard_article_is_refused(told: list[tuple[Page, str]]) -> None:
    assert [(p.name, got) for p, got in told if p.wanted == "article" and got != "article"] == []


def test_what_is_kept_of_a_hard_article_is_its_own_text(results: list[tuple[Page, Article | str]]) -> None:
    kept = [(page.name, no_articles.own(page, got)) for page, got in results if isinstance(got, Article) and page.text]
    assert [name for name, own in kept if own < 0.9] == []


def test_most_hard_articles_are_read_where_no_name_says_what_a_box_is() -> None:
    pages = [page._replace(html=renamed(page.html)) for page in no_articles.articles()]
    found = [no_articles.own(page, got) for page in pages if isinstance(got := no_articles.result(page), Article)]
    assert len(found) >= 0.91 * len(pages)
    assert share(own >= 0.6 for own in found) >= 0.97


def test_every_outcome_has_a_sentence_and_every_table_an_outcome() -> None:
    lines = [line for table in ("refusals", "notice-hints", "house-pages") for line in words(table)]
    assert {line.partition("\t")[0] for line in lines} <= refusal.SENTENCES.keys()
    assert all(line.partition("\t")[2] for line in lines)


def page(inner: str, *, head: str = "", title: str = TITLE) -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{inner}</body></html>"


def got(html: str, url: str = MK, announced: Raw | None = None, stats: object = None) -> Article | str:
    """The article on a page of mk, or the outcome."""
    try:
        return read(html, url, SOURCES["mk"].facts(), announced=announced, stats=stats)
    except NotAnArticle as reason:
        return reason.reason


DATED = '<meta property="article:published_time" content="2026-11-20T10:00:00+09:00">'
OTHER = '<link rel="canonical" href="https://www.mk.co.kr/news/economy/12209999">'
FRONT = '<link rel="canonical" href="https://www.mk.co.kr/">'


class Stats(Counter[str]):
    def inc_value(self, name: str) -> None:
        self[name] += 1


def test_a_page_that_says_it_is_another_article_is_none_where_another_headline_was_announced() -> None:
    html = page(f"<h1>{TITLE}</h1><div>{BODY}</div>", head=DATED + OTHER)
    assert isinstance(got(html), Article)
    assert got(html, announced=Raw(title="수출 8.2% 늘었다")) == "rejected:redirected"
    stats = Stats()
    assert isinstance(got(html, announced=Raw(title="한국은행, 기준금리 연 2.50% 동결"), stats=stats), Article)
    assert stats == {"doubt/address": 1}


def test_a_sites_front_page_as_address_of_every_article_is_a_doubt() -> None:
    stats = Stats()
    assert isinstance(got(page(f"<h1>{TITLE}</h1><div>{BODY}</div>", head=DATED + FRONT), stats=stats), Article)
    assert stats == {"doubt/address": 1}


def test_another_headline_than_the_announced_one_is_a_doubt() -> None:
    stats = Stats()
    html = page(f"<h1>{TITLE}</h1><div>{BODY}</div>", head=DATED)
    assert isinstance(got(html, announced=Raw(title="눈 내린 광화문"), stats=stats), Article)
    assert stats == {"doubt/headline": 1}


@pytest.mark.parametrize(
    ("notice", "outcome"),
    [
        ("<p>본 기사는 언론사의 요청으로 삭제되었습니다.</p><p>다른 기사를 이용해 주세요.</p>", "gone"),
        ("<p>현재 서비스 점검 중입니다. 점검 시간 02:00~06:00</p>", "error:maintenance"),
        ("<p>기사를 읽어드립니다</p><p>0</p>", "rejected:no-body"),
        ("<p>로그인이 필요한 서비스입니다.</p><p>회원이 아니시면 회원가입을 해 주세요.</p>", "rejected:login"),
    ],
)
def test_a_notice_in_the_box_of_an_article_that_kept_its_headline_and_time(notice: str, outcome: str) -> None:
    html = page(f"<h1>{TITLE}</h1><div class='news_cnt_detail_wrap' itemprop='articleBody'>{notice}</div>", head=DATED)
    assert got(html) == outcome


def test_the_beginning_of_a_paid_piece_is_an_article_and_its_wall_alone_an_offer() -> None:
    wall = "<p>이 기사는 매경플러스 유료회원만 볼 수 있습니다.</p>"
    box = "<h1>{}</h1><div class='news_cnt_detail_wrap' itemprop='articleBody'>{}</div>"
    teaser = got(page(box.format(TITLE, BODY + wall), head=DATED))
    assert isinstance(teaser, Article)
    assert teaser.premium
    assert "유료회원" not in teaser.body
    assert got(page(box.format(TITLE, wall), head=DATED)) == "rejected:offer"


@pytest.mark.parametrize(
    "line",
    [
        "점검 일시 : 2026.11.20 02:00 ~ 2026.11.20 06:00",
        "작업 시간: 2026년 11월 20일 오전 1시 00분부터 5시까지",
        "응모 기간 2026.11.20 10:00 ~ 2026.12.10 24:00",
        "보도시점 2026. 11. 20. 12:00",
        "엠바고 : 2026.11.20(금) 12:00",
        "시행일 : 2026.03.01 00:00",
        "게시 중단 일시 : 2026.11.20 14:00",
        "<div class='comment'><time datetime='2026-11-20T10:00:00+09:00'>1분 전</time></div>",
        "<div data-end-date='2026-11-20 10:00'></div>",
    ],
)
def test_the_time_of_a_notice_is_no_publication(line: str) -> None:
    raw = fallback.read(tree.parse(page(f"<h1>{TITLE}</h1><p>{line}</p>{BODY}")), MK)
    assert (raw.published_at, raw.modified_at) == (None, None)
    beside = fallback.read(tree.parse(page(f"<h1>{TITLE}</h1><p>{line}</p><p>입력 2026.11.21 09:10</p>{BODY}")), MK)
    assert beside.published_at == "2026-11-21T09:10:00+09:00"


def test_a_site_that_nobody_knows_has_its_walls_told_too() -> None:
    facts = Facts(source="example.kr", portal=True)
    with pytest.raises(NotAnArticle, match="waiting room") as reason:
        read(page("<p>접속 대기 중입니다. 대기 순번 12번</p>", title="접속 대기"), "https://example.kr/1234", facts)
    assert reason.value.reason == "error:waiting-room"
