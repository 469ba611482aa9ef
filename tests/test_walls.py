"""Walls: pages that a site shows in place of its articles, known by being shown again; and what articles repeat without being one."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.health import judge
from newscrawl.items import SAME_TEXT, Article, Candidate, Outcome
from newscrawl.session import Session
from newscrawl.storage import Store
from newscrawl.storage.frontier import MAX_ATTEMPTS
from newscrawl.text.dates import SEOUL
from newscrawl.urls import Sites
from tests.site import text
from tests.spiders_local import Kiosk, Paper
from tests.world import World, address

NINE = datetime(2026, 11, 20, 9, tzinfo=SEOUL)
NOTICE = (
    "더 나은 서비스를 위하여 시스템을 점검하고 있습니다. 점검하는 동안에는 기사를 보실 수 없습니다. 이용에 불편을 드려 죄송합니다. "
    "점검은 오늘 새벽에 시작하여 아침에 끝날 예정이며, 사정에 따라 늦어질 수 있으니 조금 뒤에 다시 찾아 주시기를 부탁드립니다."
)
HEADLINES = (
    "코스피 사흘째 하락",
    "원·달러 환율 급등",
    "한은 기준금리 동결",
    "수출 석 달째 증가",
    "가계대출 증가세 둔화",
    "국제유가 반등",
)
ROUNDS = {"title": "layout", "body": "layout"}


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/news.db"


@pytest.fixture
def session(database: str) -> Iterator[Session]:
    with Store(database) as store:
        yield Session(store, Sites([Paper.site(), Kiosk.site()]))


def again(session: Session) -> Session:
    """What the next run has: the same archive, and no memory."""
    return Session(session.store, session.sites)


def page(
    number: int,
    title: str = "시스템 점검 안내",
    body: str = NOTICE,
    announced: str | None = "",
    at: datetime | None = None,
    source: str = "paper",
    publisher: str | None = "시험일보",
) -> Article:
    """A page; announced by one of the headlines unless another one, or None, is given."""
    url = f"http://paper.test/article/{number:04d}" if source == "paper" else f"http://kiosk.test/v/{number:04d}"
    announced = HEADLINES[number % len(HEADLINES)] if announced == "" else announced
    candidate = Candidate(url=url, key=f"{source}/{number:04d}", source=source, channel="경제", title=announced)
    rungs = ROUNDS | ({"published_at": "layout"} if at else {})
    return Article(
        source=source,
        publisher=publisher,
        url=url,
        title=title,
        body=body,
        published_at=at,
        extraction=rungs,
        candidate=candidate,
    )


def article(number: int, **fields: object) -> Article:
    """A piece with a text of its own."""
    headline = HEADLINES[number % len(HEADLINES)]
    return page(number, headline, "\n\n".join(text(number)), at=NINE + timedelta(minutes=number), **fields)  # type: ignore[arg-type]


def read(session: Session, *articles: Article) -> None:
    """Let pages come as in a run."""
    for each in articles:
        assert each.candidate
        each.candidate.key = session.sites.key(each.url)
        session.store.announce([each.candidate])
        session.store.ask(each.candidate.key)
        if session.meet(each) is None:
            session.save(each)


def bodies(session: Session) -> list[str]:
    return [found.body for found in session.store.articles()]


def due(session: Session, *pages: Article) -> list[str]:
    """The addresses of these pages that the next run asks for."""
    candidates = [each.candidate for each in pages if each.candidate]
    keys = session.store.announce(candidates).due
    return [each.url for each in candidates if each.key in keys]


WALLS: dict[str, Callable[[int], Article]] = {
    "the same for all": page,
    "short": lambda n: page(n, "로그인", "로그인이 필요합니다."),
    "with a counter, an address and a time": lambda n: page(
        n, body=f"{NOTICE} 대기 인원 {n * 397:,}명, 요청 http://paper.test/{n}?r=a{n}f, 0{n}:1{n}:30"
    ),
    "with one time for all": lambda n: page(n, at=NINE),
    "without a headline, announced by none": lambda n: page(n, announced=None),
    "with the headline of each piece above it": lambda n: page(
        n, HEADLINES[n], f"이번 달 무료 기사 {n}건째입니다. 기사를 보려면 회원이어야 합니다."
    ),
    "at a portal, of several papers": lambda n: page(n, source="kiosk", publisher=f"{n}일보"),
}


@pytest.mark.parametrize("kind", WALLS)
def test_nothing_of_a_wall_stays_and_its_addresses_are_asked_again(session: Session, kind: str) -> None:
    walls = [WALLS[kind](number) for number in range(6)]
    good = [article(number) for number in range(10, 16)]
    mixed = walls + good
    random.Random(3).shuffle(mixed)
    read(session, *mixed)
    assert sorted(bodies(session)) == sorted(each.body for each in good)
    assert session.store.counts()["copies"] == 0
    assert due(session, *walls) == [each.url for each in walls]
    assert due(session, *good) == []
    assert session.store.check() == []


GONE = "<html><body><p>존재하지 않는 기사입니다.</p></body></html>"


def refused(number: int, outcome: str = "gone", text: str = GONE) -> Outcome:
    """A page that is known for no article."""
    announced = page(number).candidate
    assert announced
    return Outcome(candidate=announced, outcome=outcome, text=text)


def test_one_page_for_a_tenth_of_a_run_is_an_outage_and_a_deleted_piece_is_none(session: Session) -> None:
    pages = [refused(number) for number in range(3)]
    for each in pages:
        session.store.announce([each.candidate])
    assert [session.refuse(each) for each in pages] == [{}, {}, {each.candidate.key: "gone" for each in pages}]
    assert sorted(session.store.announce([each.candidate for each in pages]).due) == sorted(
        each.candidate.key for each in pages
    )
    later = again(session)
    read(later, *(article(number) for number in range(20, 60)))
    few = [refused(number) for number in range(70, 73)]
    assert [later.refuse(each) for each in few] == [{}, {}, {}]
    assert later.store.announce([each.candidate for each in few]).due == set()


def test_pages_that_are_no_article_each_in_its_own_way_are_settled(session: Session) -> None:
    pages = [refused(number, "rejected:list", f"<p>{HEADLINES[number]}</p>") for number in range(6)]
    assert [session.refuse(each) for each in pages] == [{}] * 6


def test_two_walls_of_one_run_are_both_found(session: Session) -> None:
    waiting = [page(number, "접속 대기", "접속자가 많아 기다리고 있습니다.") for number in range(10, 13)]
    read(session, *(each for pair in zip([page(n) for n in range(3)], waiting, strict=True) for each in pair))
    assert bodies(session) == []


def test_what_a_killed_run_stored_of_a_wall_is_found_by_the_next(session: Session) -> None:
    read(session, page(1), article(10))
    assert len(bodies(session)) == 2
    later = again(session)
    read(later, page(2))
    assert bodies(later) == [article(10).body]
    assert due(later, page(1), page(2)) != []
    assert session.store.check() == []


def test_a_good_text_that_a_wall_replaced_is_the_face_again(session: Session) -> None:
    good = article(1)
    read(session, good)
    key = session.sites.key(good.url)
    read(again(session), page(1), page(2))
    stored = session.store.article(key)
    assert stored
    assert (stored.title, stored.body, stored.published_at) == (good.title, good.body, good.published_at)
    assert session.store.counts()["revisions"] == 0
    assert session.store.check() == []
    assert [each.title for each in session.store.articles(text="점검")] == []
    assert [each.title for each in session.store.articles(text="기준금리")] == [good.title]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_good_text_that_a_wall_stands_before_stays(session: Session, order: tuple[int, int]) -> None:
    good = article(1)
    read(session, good)
    read(again(session), *map(page, order))
    assert bodies(session) == [good.body]
    assert session.store.check() == []


def test_the_site_is_back_and_all_is_stored(session: Session) -> None:
    numbers = range(1, 7)
    read(session, *map(page, numbers))
    later = again(session)
    read(later, *map(article, numbers))
    assert sorted(bodies(later)) == sorted(article(number).body for number in numbers)
    assert session.store.check() == []


RATE = "서울 외환시장에서 원·달러 환율은 전 거래일보다 {0}.3원 오른 1,4{0}0.5원에 거래를 마쳤다."
PHOTO = "배우 하다온이 20일 서울 여의도에서 열린 행사에 참석해 인사하고 있다."
REPEATED: dict[str, list[Article]] = {
    "a series of photographs": [page(n, HEADLINES[n], PHOTO) for n in range(6)],
    "flashes of one sentence": [
        page(
            n,
            "[속보] 한은 기준금리 동결",
            "한은이 기준금리를 동결했다.",
            "한은 기준금리 동결",
            NINE + timedelta(days=n),
        )
        for n in range(6)
    ],
    "reports of a template": [
        page(n, f"원·달러 환율 1,4{n}0원 마감", RATE.format(n), f"원·달러 환율 1,4{n}0원 마감") for n in range(6)
    ],
    "reports of a template with garbage for announcements": [
        page(n, f"원·달러 환율 1,4{n}0원 마감", RATE.format(n), at=NINE + timedelta(days=n)) for n in range(6)
    ],
    "a piece under two sections": [
        page(n, "[단독] 은행권 점검 착수", announced="은행권 점검 착수…", at=NINE) for n in range(2)
    ],
    "a piece at a portal and at its paper": [
        page(1, "은행권 점검 착수", announced="은행권 전면 점검", at=NINE),
        page(1, "은행권 점검 착수", announced="당국, 은행 들여다본다", at=NINE, source="kiosk"),
    ],
    "a piece whose headline a portal words anew": [
        page(n, "은행권 점검 착수", announced=f"당국 움직임 {n}", at=NINE) for n in range(2)
    ],
}


@pytest.mark.parametrize("kind", REPEATED)
def test_what_articles_repeat_is_no_wall(session: Session, kind: str) -> None:
    read(session, *REPEATED[kind])
    read(again(session), article(20), page(21, "접속 대기", "잠시 기다려 주십시오."))
    counts = session.store.counts()
    assert counts["articles"] + counts["copies"] == len(REPEATED[kind]) + 2
    assert due(session, *REPEATED[kind]) == []


def test_an_outage_does_not_use_up_the_attempts_of_a_week(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    walls = [page(number) for number in range(4)]
    for _ in range(MAX_ATTEMPTS + 1):
        read(again(session), *walls)
    assert due(session, *walls) == [each.url for each in walls]
    monkeypatch.setattr("newscrawl.storage.frontier.datetime", Later)
    for _ in range(MAX_ATTEMPTS + 1):
        read(again(session), *walls)
    assert due(session, *walls) == []


class Later(datetime):
    """A clock that is eight days ahead."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(days=8)  # type: ignore[arg-type]


RUN = {"channel/feed:경제/asked": 1, "channel/feed:경제/links": 9, "articles/fetched": 20, "outcome/stored": 19}


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (SAME_TEXT, "degraded"),
        ("error:maintenance", "degraded"),
        ("rejected:login", "degraded"),
        ("rejected:list", "healthy"),
    ],
)
def test_one_wall_degrades_a_run_and_one_other_page_does_not(outcome: str, status: str) -> None:
    assert judge(RUN | {f"outcome/{outcome}": 1}, "finished")[0] == status


def test_a_run_says_how_many_walls_it_met_and_the_next_one_is_well(world: World) -> None:
    wall = f"<html><head><title>시스템 점검 안내</title></head><body><h1>서비스 점검중</h1><div><p>{NOTICE}</p></div></body></html>"
    world.publish(*range(1, 9))
    kept = dict(world.web.answers)
    for number in (3, 4, 5):
        world.web.serve(address(number), wall)
    run = world.crawl("paper")
    assert run.code == 2
    assert "3 of 8 pages were walls and are asked for again: 3 error:" in run.log
    assert len(world.titles()) == 5
    world.web.answers.update(kept)
    world.web.asked.clear()
    assert world.crawl("paper").code == 0
    assert sorted(world.web.asked_for("/article/")) == [address(number) for number in (3, 4, 5)]
    assert len(world.titles()) == 8
    assert world.command("search", "점검").stdout == ""
