"""What the store promises: one row a piece, nothing lost, nothing fetched twice, old databases opened."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError

from newscrawl.dedup.exact import MIN_LETTERS, body_hash, content_hash
from newscrawl.items import Article, Author, Candidate, Image
from newscrawl.storage import Store, StoreError, schema
from newscrawl.storage.frontier import BATCH, MAX_ATTEMPTS
from newscrawl.storage.models import Base, CopyRow
from newscrawl.text.dates import SEOUL

BODY = (
    "한국은행 금융통화위원회가 기준금리를 연 2.50%로 동결했다. 이창용 총재는 “물가와 환율을 함께 보겠다”고 말했다. "
    "시장에서는 연내 한 차례 인하를 예상하는 의견이 우세하다고 전문가들은 설명했다.\n\n"
    "코스피는 전 거래일보다 23.45포인트(-0.88%) 내린 2641.30에 거래를 마쳤다. 외국인은 3,200억원을 순매도했다."
)
PORTAL_BODY = "[서울=매일경제] " + BODY + "\n\n네이버에서 구독하세요."
OTHER_BODY = BODY.replace("2641.30", "2650.10")
FLASH = "[속보] 코스피 3000선 돌파"
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=SEOUL)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "newscrawl.db"


@pytest.fixture
def opened(database: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{database}")
    yield store
    store.close()


def rows(database: Path, query: str, *values: object) -> list[Any]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def candidate(number: int, published_at: datetime | None = None, **fields: Any) -> Candidate:
    announced = dict(url=f"https://www.mk.co.kr/news/{number}", key=f"mk/{number}", source="mk", channel="증권")
    return Candidate(**{**announced, "published_at": published_at, **fields})


def own_page(number: int = 1, *, body: str = BODY, **fields: Any) -> Article:
    announced = candidate(number)
    values = dict(source="mk", publisher="매일경제", url=announced.url, title="기준금리 동결", candidate=announced)
    return Article(**{**values, "body": body, **fields})


def portal_page(number: int = 1, *, source: str = "naver", body: str = BODY, **fields: Any) -> Article:
    url = f"https://{source}.example/{number}"
    announced = Candidate(url=url, key=f"{source}/{number}", source=source, channel="경제")
    values = dict(source=source, publisher="매일경제", url=url, title="기준금리  동결", candidate=announced)
    return Article(**{**values, "body": body, **fields})


def strange(number: int) -> str:
    """A body that shares no sentence with that of any other number."""
    chance = random.Random(number)
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(60))
    return " ".join(words) + f" {number}."


def save_own(store: Store, article: Article) -> str:
    assert article.candidate
    return store.save(article, key=article.candidate.key, original_key=None, own=True)


def save_portal(store: Store, article: Article, original_key: str | None = None) -> str:
    assert article.candidate
    return store.save(article, key=article.candidate.key, original_key=original_key, own=False)


def printed(store: Store, key: str) -> dict[str, Any]:
    """The article whose page has this key."""
    found = store.article(key)
    assert found
    return found.as_dict()


def outcomes(database: Path) -> dict[str, str]:
    return dict(rows(database, "SELECT url_key, outcome FROM urls"))


# What is kept


def test_an_article_comes_back_as_it_was_saved(opened: Store) -> None:
    article = own_page(
        subtitle="물가 전망은 그대로",
        dateline="서울",
        authors=[Author(name="홍길동", email="hong@mk.co.kr", role="기자"), Author(name="김철수")],
        published_at=MORNING,
        modified_at=MORNING + timedelta(hours=1),
        section="경제·금융",
        category="금융",
        images=[Image(url="https://img.example/1.jpg", caption="한국은행"), Image(url="https://img.example/2.jpg")],
        premium=True,
        extraction={"title": "json-ld", "body": "layout"},
    )
    assert save_own(opened, article) == "stored"
    assert printed(opened, "mk/1") == article.as_dict()
    assert [found.as_dict() for found in opened.articles(limit=10)] == [article.as_dict()]
    assert opened.article("mk/2") is None


def test_times_are_kept_in_utc_and_come_back_aware(opened: Store, database: Path) -> None:
    new_york = MORNING.astimezone(timezone(timedelta(hours=-5)))
    save_own(opened, own_page(published_at=new_york))
    assert rows(database, "SELECT published_at FROM articles") == [("2026-11-20 00:30:00.000000",)]
    article = opened.article("mk/1")
    assert article and article.published_at == MORNING
    assert article.published_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(opened: Store) -> None:
    with pytest.raises(StatementError, match="without a zone"):
        save_own(opened, own_page(published_at=datetime(2026, 11, 20, 9, 30)))  # noqa: DTZ001
    assert not any(opened.counts().values())


def test_latest_is_ordered_by_time_then_id_and_undated_articles_come_last(opened: Store) -> None:
    times = {1: MORNING, 2: None, 3: MORNING + timedelta(minutes=1), 4: MORNING}
    for number, published_at in times.items():
        save_own(opened, own_page(number, body=strange(number), published_at=published_at))
    assert [article.url[-1] for article in opened.articles(limit=10)] == ["3", "4", "1", "2"]
    assert [article.url[-1] for article in opened.articles(limit=2)] == ["3", "4"]


# The same page again


def test_the_same_text_again_is_unchanged(opened: Store, database: Path) -> None:
    save_own(opened, own_page(authors=[Author(name="홍길동")], section="금융", published_at=MORNING))
    fetched = rows(database, "SELECT fetched_at FROM articles")
    again = own_page(
        body=BODY.replace("“", '"').replace(" ", "  "),
        modified_at=MORNING + timedelta(hours=2),
        images=[Image(url="https://img.example/new.jpg")],
    )
    assert save_own(opened, again) == "unchanged"
    article = opened.article("mk/1")
    assert article and article.body == BODY
    assert article.modified_at == again.modified_at
    assert article.images == again.images
    assert (article.section, article.published_at, article.authors) == ("금융", MORNING, [Author(name="홍길동")])
    assert rows(database, "SELECT fetched_at FROM articles") == fetched
    assert opened.counts()["revisions"] == 0


def test_a_changed_text_keeps_the_earlier_one(opened: Store, database: Path) -> None:
    seen = []
    for body in (BODY, OTHER_BODY, BODY + " 끝."):
        outcome = save_own(opened, own_page(body=body, subtitle="부제"))
        seen.append((outcome, *rows(database, "SELECT fetched_at FROM articles")[0]))
    assert [outcome for outcome, _ in seen] == ["stored", "revised", "revised"]
    assert rows(database, "SELECT revision, title, subtitle, body, seen_at FROM revisions ORDER BY revision") == [
        (1, "기준금리 동결", "부제", BODY, seen[0][1]),
        (2, "기준금리 동결", "부제", OTHER_BODY, seen[1][1]),
    ]
    article = opened.article("mk/1")
    assert article and article.body == BODY + " 끝."
    assert opened.counts()["articles"] == 1


@pytest.mark.parametrize(
    "around",
    [
        "조회수 1,234",
        "홍길동 기자 hong@mk.co.kr",
        "▲ 한국은행 전경. [사진=연합뉴스]",
        "ⓒ 매일경제, 무단 전재 및 재배포 금지",
    ],
)
def test_what_stands_around_a_text_is_no_revision(opened: Store, around: str) -> None:
    save_own(opened, own_page())
    assert save_own(opened, own_page(body=f"{BODY}\n\n{around}")) == "unchanged"
    article = opened.article("mk/1")
    assert article and article.body == BODY
    assert save_own(opened, own_page(body=f"{OTHER_BODY}\n\n{around}")) == "revised"


def test_a_changed_title_is_a_revision(opened: Store) -> None:
    save_own(opened, own_page())
    assert save_own(opened, own_page(title="기준금리 인하")) == "revised"


# Two pages, one piece

PAIRS: dict[str, tuple[Article, str | None]] = {
    "same original, another rendering": (portal_page(body=PORTAL_BODY), "mk/1"),
    "same body, no original": (portal_page(), None),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_a_portal_page_after_the_publishers_is_a_copy(opened: Store, database: Path, pair: str) -> None:
    portal, original_key = PAIRS[pair]
    assert save_own(opened, own_page()) == "stored"
    assert save_portal(opened, portal, original_key) == "copy"
    assert printed(opened, "mk/1") == own_page().as_dict()
    assert rows(database, "SELECT article_id, source, url, url_key FROM copies") == [
        (1, "naver", "https://naver.example/1", "naver/1")
    ]
    assert outcomes(database) == {"mk/1": "stored", "naver/1": "copy"}
    assert save_portal(opened, portal, original_key) == "unchanged"
    assert opened.counts()["articles"] == opened.counts()["copies"] == 1


@pytest.mark.parametrize("pair", PAIRS)
def test_the_publishers_page_after_a_portals_takes_over(opened: Store, database: Path, pair: str) -> None:
    portal, original_key = PAIRS[pair]
    portal.original_url, portal.authors = "https://www.mk.co.kr/news/1", [Author(name="네이버")]
    assert save_portal(opened, portal, original_key) == "stored"
    own = own_page(authors=[Author(name="홍길동", role="기자")], original_url="https://www.mk.co.kr/news/1")
    assert save_own(opened, own) == "stored"
    own.original_url = None
    assert printed(opened, "mk/1") == own.as_dict()
    assert opened.article("naver/1") is None
    assert rows(database, "SELECT id, own, original_url, original_key FROM articles") == [(1, 1, None, None)]
    assert rows(database, "SELECT article_id, source, url_key FROM copies") == [(1, "naver", "naver/1")]
    assert outcomes(database) == {"mk/1": "stored", "naver/1": "copy"}
    assert opened.counts()["revisions"] == 0
    assert save_own(opened, own) == save_portal(opened, portal, original_key) == "unchanged"
    assert opened.counts()["articles"] == opened.counts()["copies"] == 1


def test_a_takeover_keeps_the_revisions_and_the_other_copies(opened: Store, database: Path) -> None:
    save_portal(opened, portal_page(), "mk/1")
    save_portal(opened, portal_page(body=OTHER_BODY), "mk/1")
    assert save_portal(opened, portal_page(source="daum", body=PORTAL_BODY), "mk/1") == "copy"
    assert save_own(opened, own_page()) == "stored"
    assert rows(database, "SELECT article_id, revision, body FROM revisions") == [(1, 1, BODY)]
    assert rows(database, "SELECT article_id, url_key FROM copies ORDER BY url_key") == [(1, "daum/1"), (1, "naver/1")]


@pytest.mark.parametrize("first, second", [("naver", "daum"), ("daum", "naver")])
def test_two_portals_with_one_original_show_one_piece(opened: Store, first: str, second: str) -> None:
    assert save_portal(opened, portal_page(source=first), "mk/1") == "stored"
    assert save_portal(opened, portal_page(source=second, body=PORTAL_BODY), "mk/1") == "copy"


def test_a_portal_that_names_the_publishers_mobile_page_shows_the_same_piece(opened: Store, database: Path) -> None:
    save_own(opened, own_page(1))
    assert save_own(opened, own_page(2)) == "copy"
    assert save_portal(opened, portal_page(body=PORTAL_BODY), "mk/2") == "copy"
    assert rows(database, "SELECT DISTINCT article_id FROM copies") == [(1,)]


def test_another_page_of_the_publisher_with_the_same_text_is_a_copy(opened: Store) -> None:
    assert save_own(opened, own_page(1)) == "stored"
    assert save_own(opened, own_page(2, title="기준금리동결")) == "copy"
    assert save_own(opened, own_page(2)) == "unchanged"
    assert printed(opened, "mk/1") == own_page(1).as_dict()


def test_a_copys_page_that_turns_out_to_be_the_publishers_takes_over(opened: Store, database: Path) -> None:
    save_portal(opened, portal_page())
    save_portal(opened, own_page())
    assert save_own(opened, own_page()) == "stored"
    assert printed(opened, "mk/1") == own_page().as_dict()
    assert rows(database, "SELECT article_id, url_key FROM copies") == [(1, "naver/1")]


def test_a_publishers_page_that_names_another_as_its_original_is_a_piece_of_its_own(opened: Store) -> None:
    follow_up = own_page(2, body=OTHER_BODY, original_url="https://www.mk.co.kr/news/1")
    assert opened.save(follow_up, key="mk/2", original_key="mk/1", own=True) == "stored"
    assert save_own(opened, own_page(1)) == "stored"
    assert opened.counts()["articles"] == 2


@pytest.mark.parametrize(
    "first, second",
    [
        (own_page(1), own_page(2, body=OTHER_BODY)),
        (own_page(1), own_page(2, publisher="한국경제")),
        (own_page(1, publisher=None), own_page(2, publisher=None)),
        (own_page(1, body=FLASH), own_page(2, body=FLASH)),
    ],
    ids=["one digit differs", "another publisher", "publishers unknown", "one-line flash"],
)
def test_pieces_that_stay_apart(opened: Store, first: Article, second: Article) -> None:
    assert [save_own(opened, first), save_own(opened, second)] == ["stored", "stored"]


def test_portal_pieces_with_different_originals_stay_apart(opened: Store) -> None:
    assert save_portal(opened, portal_page(1), "mk/1") == "stored"
    assert save_portal(opened, portal_page(2, body=OTHER_BODY), "mk/2") == "stored"
    assert save_portal(opened, portal_page(3, body=PORTAL_BODY, publisher="한국경제"), "mk/1") == "stored"


def test_similarity_is_one_for_the_same_body_and_the_shared_words_otherwise(opened: Store, database: Path) -> None:
    save_own(opened, own_page())
    save_portal(opened, portal_page(1, body=BODY.replace("“", "‘")), "mk/1")
    save_portal(opened, portal_page(2, body=BODY.partition("\n\n")[0]), "mk/1")
    (same,), (lead,) = rows(database, "SELECT similarity FROM copies ORDER BY id")
    words, lead_words = len(BODY.split()), len(BODY.partition("\n\n")[0].split())
    assert same == 1.0
    assert lead == pytest.approx(2 * lead_words / (words + lead_words))


# Hashes

NOISE = st.text(alphabet=" \n\t\u00a0\u3000\u200b\ufeff", max_size=2)


@given(st.text(min_size=1, max_size=60), st.data())
def test_typesetting_does_not_change_the_hash(body: str, data: st.DataObject) -> None:
    mark = st.sampled_from("\"'“”‘’„")
    respaced = "".join(data.draw(NOISE) + (data.draw(mark) if letter in "\"'“”‘’„" else letter) for letter in body)
    assert content_hash("제목", None, respaced) == content_hash("제목", None, body)


@given(st.text(alphabet="가나다 0123456789.,%+-▲▼\n", min_size=1), st.data())
def test_any_changed_letter_changes_the_hash(body: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(body) - 1))
    letter = data.draw(st.sampled_from([c for c in "가나0123456789.,%+-▲▼" if c != body[place]]))
    assert content_hash("제목", None, body[:place] + letter + body[place + 1 :]) != content_hash("제목", None, body)


def test_the_same_words_in_another_field_are_another_text() -> None:
    assert content_hash("가 나", None, "다") != content_hash("가", "나", "다") != content_hash("가", None, "나 다")


def test_only_letters_make_a_body_long_enough() -> None:
    assert body_hash("가" * (MIN_LETTERS - 1) + "1" * MIN_LETTERS) is None
    assert body_hash("가" * MIN_LETTERS) == body_hash("가 " * MIN_LETTERS) is not None


# What is to be fetched


def test_an_announced_page_is_fetched_until_it_is_settled(opened: Store) -> None:
    pages = [candidate(number) for number in range(6)]
    keys = {page.key for page in pages}
    assert opened.announce(pages).due == keys
    assert opened.announce(pages).due == keys, "a killed run fetched nothing: all are still pending"
    save_own(opened, own_page(0))
    for page, outcome in zip(pages[1:], ("gone", "rejected:short", "robots", "error:TimeoutError"), strict=False):
        opened.settle(page, outcome)
    assert opened.announce(pages).due == {"mk/3", "mk/4", "mk/5"}


def test_an_error_is_tried_a_limited_number_of_times(opened: Store) -> None:
    due = []
    for _ in range(MAX_ATTEMPTS + 1):
        due.append(opened.announce([candidate(1)]).due)
        opened.ask("mk/1")
        opened.settle(candidate(1), "error:TimeoutError")
    assert due == [{"mk/1"}] * MAX_ATTEMPTS + [set()]


def test_the_first_channel_stays_and_a_missing_time_is_filled(opened: Store, database: Path) -> None:
    query = "SELECT channel, published_at FROM urls"
    opened.announce([candidate(1)])
    opened.announce([candidate(1, MORNING, channel="feed")])
    assert rows(database, query) == [("증권", "2026-11-20 00:30:00.000000")]
    opened.announce([candidate(1, MORNING + timedelta(days=1))])
    assert rows(database, query) == [("증권", "2026-11-20 00:30:00.000000")]


def test_a_page_announced_twice_at_once_is_one_row(opened: Store, database: Path) -> None:
    assert opened.announce([candidate(1), candidate(1, MORNING, channel="feed")]).due == {"mk/1"}
    assert rows(database, "SELECT channel, published_at FROM urls") == [("증권", "2026-11-20 00:30:00.000000")]


def test_a_range_counts_whole_days_in_seoul(opened: Store) -> None:
    day = date(2026, 11, 20)
    midnight = datetime(2026, 11, 20, tzinfo=SEOUL)
    second = timedelta(seconds=1)
    times = [midnight - second, midnight, midnight + timedelta(days=1) - second, midnight + timedelta(days=1), None]
    pages = [candidate(number, moment) for number, moment in enumerate(times)]
    assert opened.announce(pages, since=day, until=day).due == {"mk/1", "mk/2", "mk/4"}
    assert opened.announce(pages, since=day).due == {"mk/1", "mk/2", "mk/3", "mk/4"}
    assert opened.announce(pages, until=day).due == {"mk/0", "mk/1", "mk/2", "mk/4"}
    assert len(opened.announce(pages).due) == 5


def test_what_was_out_of_range_is_fetched_by_a_run_whose_range_holds_it(opened: Store) -> None:
    dated, undated = candidate(1), candidate(2)
    opened.settle(dated, "rejected:out-of-range", published_at=MORNING)
    opened.settle(undated, "rejected:out-of-range")
    assert opened.announce([dated, undated], since=date(2026, 11, 21)).due == set()
    assert opened.announce([dated, undated], since=date(2026, 11, 20)).due == {"mk/1"}
    opened.settle(dated, "error:TimeoutError")
    assert opened.announce([dated], since=date(2026, 11, 21)).due == set(), "what the page once said is not forgotten"


def test_a_page_that_came_in_by_an_import_is_not_fetched(opened: Store, database: Path) -> None:
    for article in (own_page(1, candidate=None), own_page(2, candidate=None)):
        opened.save(article, key=article.url[-1], original_key=None, own=True)
    announced = [candidate(1, key="1"), candidate(2, key="2")]
    rows_before = rows(database, "SELECT channel, outcome FROM urls ORDER BY url_key")
    assert rows_before == [(None, "stored"), (None, "copy")]
    assert opened.announce(announced).due == set()


def test_a_pending_page_that_is_already_held_is_settled(opened: Store, database: Path) -> None:
    opened.announce([candidate(1), candidate(2), candidate(3)])
    connection = sqlite3.connect(database)
    save_own(opened, own_page(1))
    save_own(opened, own_page(2))
    connection.execute("UPDATE urls SET outcome = 'pending'")
    connection.commit()
    connection.close()
    assert opened.announce([candidate(1), candidate(2), candidate(3)]).due == {"mk/3"}
    assert outcomes(database) == {"mk/1": "stored", "mk/2": "copy", "mk/3": "pending"}


def test_more_pages_than_one_statement_takes(opened: Store) -> None:
    pages = [candidate(number) for number in range(2 * BATCH + 1)]
    assert opened.announce(pages).due == {page.key for page in pages}
    assert opened.counts()["urls"] == len(pages)
    assert opened.announce([]).due == set()


def test_an_article_settles_the_announced_address_and_the_page_it_led_to(opened: Store, database: Path) -> None:
    article = own_page(candidate=candidate(9, url="https://mk.example/9", key="short/9"), published_at=MORNING)
    opened.announce([candidate(9, key="short/9")])
    opened.save(article, key="mk/1", original_key=None, own=True)
    assert rows(database, "SELECT url_key, url, channel, outcome, attempts, published_at FROM urls ORDER BY 1") == [
        ("mk/1", "https://www.mk.co.kr/news/1", "증권", "stored", 1, "2026-11-20 00:30:00.000000"),
        ("short/9", "https://www.mk.co.kr/news/9", "증권", "stored", 0, "2026-11-20 00:30:00.000000"),
    ]


def test_a_run_is_recorded_from_its_start(opened: Store, database: Path) -> None:
    query = "SELECT source, reason, status, counters, finished_at IS NULL FROM runs WHERE id = ?"
    run = opened.start_run("mk")
    other = opened.start_run("hankyung")
    assert rows(database, query, run) == [("mk", None, None, "{}", 1)]
    opened.finish_run(run, reason="finished", status="healthy", counters={"stored": 3})
    assert rows(database, query, run) == [("mk", "finished", "healthy", '{"stored": 3}', 0)]
    assert rows(database, query, other) == [("hankyung", None, None, "{}", 1)]


# All or nothing


@pytest.mark.parametrize("earlier", [None, "portal", "own"], ids=["new", "takeover", "revised"])
def test_a_failure_inside_save_leaves_neither_article_nor_outcome(
    opened: Store, database: Path, earlier: str | None
) -> None:
    if earlier == "portal":
        save_portal(opened, portal_page())
    if earlier == "own":
        save_own(opened, own_page(body=OTHER_BODY))
    before = dump(database)
    with pytest.raises(SQLAlchemyError):
        save_own(opened, own_page(images=[Image(url="https://img.example/1.jpg", caption=object())]))  # type: ignore[arg-type]
    assert dump(database) == before
    assert save_own(opened, own_page()) == ("revised" if earlier == "own" else "stored")


def test_a_copy_of_no_article_is_refused(opened: Store) -> None:
    copy = dict(article_id=9, source="naver", url="u", url_key="k", similarity=1.0, first_seen_at=MORNING)
    with pytest.raises(IntegrityError), opened._writer.begin() as connection:
        connection.execute(insert(CopyRow), copy)


def dump(database: Path) -> list[str]:
    connection = sqlite3.connect(database)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


WRITER = """
import sys
from newscrawl.items import Candidate
from newscrawl.storage import Store
from tests.test_storage import own_page, strange

store = Store(sys.argv[1])
first, last = int(sys.argv[2]), int(sys.argv[3])
for number in range(first, last):
    outcome = store.save(own_page(number, body=strange(number)), key=f"mk/{number}", original_key=None, own=True)
    print(outcome, flush=True)
"""


def writer(database: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, f"sqlite:///{database}", str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])


def test_processes_that_make_and_fill_one_database_at_once(database: Path) -> None:
    writers = [writer(database, first, last) for first, last in ((0, 60), (40, 100), (0, 100))]
    said = [process.communicate()[0].split() for process in writers]
    assert [process.returncode for process in writers] == [0, 0, 0]
    assert sum(lines.count("stored") for lines in said) == 100
    assert sum(lines.count("unchanged") for lines in said) == 120
    assert rows(database, "SELECT count(*), sum(attempts) FROM urls") == [(100, 100)]
    assert rows(database, "PRAGMA journal_mode") == [("wal",)]


def test_a_killed_process_leaves_whole_articles(database: Path) -> None:
    process = writer(database, 0, 100_000)
    assert process.stdout
    said = [process.stdout.readline() for _ in range(20)]
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert set(said) == {"stored\n"}
    again = Store(f"sqlite:///{database}")
    counts = again.counts()
    again.close()
    assert counts["articles"] == counts["urls"] >= 20
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]


def test_a_reader_is_not_held_up_by_a_writer(opened: Store, database: Path) -> None:
    save_own(opened, own_page())
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert printed(opened, "mk/1") == own_page().as_dict()
    other.close()


# Opening


def test_the_migrated_tables_are_those_of_the_models(opened: Store, database: Path) -> None:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: not str(name).startswith("article_search")}
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()

    from_models = create_engine("sqlite://")
    Base.metadata.create_all(from_models)
    query = "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    with from_models.connect() as connection:
        assert rows(database, query) == [tuple(row) for row in connection.execute(text(query))]
    from_models.dispose()


def test_a_database_is_opened_again_with_what_it_held(opened: Store, database: Path) -> None:
    save_own(opened, own_page())
    again = Store(f"sqlite:///{database}")
    assert printed(again, "mk/1") == own_page().as_dict()
    again.close()


def test_every_migration_is_named_after_its_revision() -> None:
    scripts = ScriptDirectory(str(schema.MIGRATIONS))
    assert {Path(s.path).name.split("_")[0] for s in scripts.walk_revisions()} == {
        s.revision for s in scripts.walk_revisions()
    }
    assert scripts.get_current_head() == max(s.revision for s in scripts.walk_revisions())


def test_a_failed_migration_leaves_the_earlier_tables(
    opened: Store, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_own(opened, own_page())
    opened.close()
    before = dump(database)
    migrations = shutil.copytree(schema.MIGRATIONS, tmp_path / "100% migrations")
    last = max(file.name[:4] for file in (migrations / "versions").glob("[0-9]*.py"))
    (migrations / "versions" / "0999_broken.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        f"revision, down_revision = '0999', '{last}'\n"
        "def upgrade():\n"
        "    op.create_table('half', sa.Column('id', sa.Integer))\n"
        "    op.drop_table('revisions')\n"
        "    op.drop_table('missing')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    with pytest.raises(StoreError, match="no such table: missing"):
        Store(f"sqlite:///{database}")
    assert dump(database) == before


def newer(database: Path) -> None:
    made = Store(f"sqlite:///{database}")
    save_own(made, own_page())
    made.close()
    connection = sqlite3.connect(database)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def newer_without_wal(database: Path) -> None:
    newer(database)
    assert rows(database, "PRAGMA journal_mode=DELETE") == [("delete",)]


def text_file(database: Path) -> None:
    database.write_text("url,title\nhttps://www.mk.co.kr/news/1,제목\n" * 100, encoding="utf-8")


def broken_header(database: Path) -> None:
    newer(database)
    database.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)


@pytest.mark.parametrize(
    "make, sentence",
    [
        (newer, "newer newscrawl .*9999.*; update newscrawl"),
        (newer_without_wal, "newer newscrawl .*9999.*; update newscrawl"),
        (text_file, "file is not a database.*; name another database"),
        (broken_header, "cannot be opened .*; name another database"),
    ],
)
def test_a_file_that_cannot_be_used_is_left_as_it_was(
    database: Path, make: Callable[[Path], None], sentence: str
) -> None:
    database.parent.mkdir()
    make(database)
    before = database.read_bytes()
    with pytest.raises(StoreError, match=sentence):
        Store(f"sqlite:///{database}")
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


@pytest.mark.parametrize("url", ["data/newscrawl.db", "nosuchdatabase://x/y", "sqlite:////dev/null/newscrawl.db"])
def test_a_url_that_names_no_database_is_refused_in_one_sentence(url: str) -> None:
    with pytest.raises(StoreError, match=r"^[^\n]+; (write|name) [^\n]+\.$"):
        Store(url)
