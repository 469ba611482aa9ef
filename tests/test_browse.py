"""`scrapy browse` as a reader uses it: over HTTP, and in Chromium where there is one."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from newscrawl.browse.labels import metadata
from newscrawl.browse.plugin import Archive as Tables
from newscrawl.items import Author, Image
from newscrawl.storage import Store, StoreError
from newscrawl.storage.models import Base
from newscrawl.text.dates import SEOUL
from tests.test_commands import PROJECT, assert_refused, scrapy
from tests.test_dedup import REPRINT, WIRE, Archive, on_portal, page

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium; apt-get install chromium fonts-nanum")

NOW = datetime.now(UTC).replace(microsecond=0)
RATES = "\n\n시장 금리도 연 3.1%로 올랐다."
TOLD = page("yna", 1, WIRE + RATES, title="수입물가 석 달 만에 반등", published_at=NOW - timedelta(hours=5))
RETOLD = page("mk", 2, REPRINT + RATES, title="유가 뛰자 금리도 껑충", published_at=NOW - timedelta(hours=3))
CORRECTED = page("yna", 1, WIRE.replace("137.42", "137.24") + RATES, title=TOLD.title, published_at=TOLD.published_at)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOSTILE = page(
    "sedaily",
    3,
    f"{EVIL} 금리\n\n{EVIL}\t{EVIL}\n{EVIL}\t삼성전자(005930)",
    title=f"금리 {EVIL}",
    subtitle=EVIL,
    section=EVIL,
    dateline=EVIL,
    authors=[Author(name=EVIL, email="x@y.example", role=EVIL)],
    images=[Image(url="javascript:alert(3)", caption=EVIL), Image(url="https://img.example/1.jpg", caption=None)],
    published_at=NOW - timedelta(hours=30),
)
LATE = page(
    "mk", 4, "새벽에 나온 기사다. " * 9, title="새벽 기사", published_at=datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
)
UNDATED = page("mk", 5, "시각이 없는 기사다. " * 9, title="시각 없는 기사", published_at=None, category="금융")
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


class Got(NamedTuple):
    """An answer."""

    status: int
    headers: http.client.HTTPMessage
    text: str


class Site:
    """A running `scrapy browse`."""

    def __init__(self, database: Path, process: subprocess.Popen[str]) -> None:
        self.database = database
        self.process = process
        assert process.stdout
        self.words = process.stdout.readline()
        found = ADDRESS.match(self.words)
        assert found, self.words
        self.port = int(found[1])
        self.address = f"http://127.0.0.1:{self.port}"

    def get(self, path: str, *, method: str = "GET", host: str | None = None, **query: str) -> Got:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            target = quote(path, safe="/%?&=") + (f"?{urlencode(query)}" if query else "")
            connection.request(method, target, headers={"Host": host or f"127.0.0.1:{self.port}"})
            answer = connection.getresponse()
            return Got(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()

    def rows(self, statement: str, *values: object) -> list[Any]:
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def number(self, title: str) -> int:
        [(number,)] = self.rows("SELECT id FROM articles WHERE title = ?", title)
        assert isinstance(number, int)
        return number


@contextlib.contextmanager
def browsing(database: Path) -> Iterator[Site]:
    """A site that is interrupted in the end; it must end well, and have said nothing but where it is."""
    process = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "browse", "--port", "0"],
        cwd=PROJECT,
        env=os.environ | dict(NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}", PYTHONPATH=str(PROJECT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            yield Site(database, process)
        finally:
            process.send_signal(signal.SIGINT)
            watchdog = threading.Timer(30, process.kill)
            watchdog.start()
            said = process.communicate()
            watchdog.cancel()
    assert (process.returncode, *said) == (0, "", "")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("browse") / "경제 #1.db"  # a name that an address has to quote
    archive = Archive(file)
    copy = on_portal("naver", 6, RETOLD, body=f"{RETOLD.body}\n\n한국은행은 다음 달 통계를 낸다.")
    assert archive.save(CORRECTED, RETOLD, copy, TOLD) == ["stored", "stored", "copy", "revised"]
    assert archive.save(HOSTILE, LATE, UNDATED, on_portal("zum", 7, HOSTILE, url="javascript:alert(4)")) == [
        "stored",
        "stored",
        "stored",
        "copy",
    ]
    many = [
        page(
            "mk",
            100 + n,
            f"{n}번째 공시다. " * 9,
            title=f"공시 {n}",
            published_at=NOW - timedelta(hours=40, minutes=n // 2),
        )
        for n in range(45)
    ]
    assert set(archive.save(*many)) == {"stored"}
    for source, status in (("mk", "healthy"), ("yna", "degraded"), ("sedaily", "failed")):
        run = archive.store.start_run(source)
        archive.store.finish_run(run, reason="finished", status=status, counters={"run/reasons": [EVIL]})
    archive.store.close()
    return file


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[Site]:
    # What a whole module of readers does, hostile articles included, is no error of it.
    with browsing(database) as running:
        yield running


# Over HTTP


def test_every_page_is_closed_to_everything_but_itself(site: Site) -> None:
    for path in ("/", "/search", f"/article/{site.number(HOSTILE.title)}", "/story/1"):
        got = site.get(path)
        assert got.status == 200
        policy = got.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self';")
        assert "unsafe" not in policy
        assert got.headers["X-Content-Type-Options"] == "nosniff"
        assert "<script" not in got.text
        assert "style=" not in got.text
        assert "javascript:" not in "".join(re.findall(r"<[^>]*>", got.text))
        assert re.findall(r"<(?:img|iframe|object|link)\b[^>]*>", got.text) == [
            '<link rel="stylesheet" href="/static/pages.css">'
        ]
    assert "unsafe-inline" in site.get("/newscrawl/articles").headers["Content-Security-Policy"]


def test_only_this_machine_by_its_own_names_and_only_to_read(site: Site) -> None:
    before = site.rows("SELECT count(*) FROM articles")
    assert site.get("/", host="evil.example").status == 403
    assert site.get("/", host=f"127.0.0.1.evil.example:{site.port}").status == 403
    assert site.get("/", host="localhost:9000").status == 200  # the other end of a tunnel
    for path in ("/search", "/newscrawl/articles", "/-/messages", "/newscrawl"):
        assert site.get(path, method="POST").status == 405
    for statement in ("DELETE FROM articles", "ATTACH '/tmp/x.db' AS x", "PRAGMA journal_mode=DELETE"):
        assert site.get("/newscrawl.json", sql=statement).status == 400
    assert site.get("/newscrawl.db").status in (403, 404)
    with socket.socket() as other:
        assert other.connect_ex((socket.gethostbyname(socket.gethostname()), site.port)) != 0 or (
            socket.gethostbyname(socket.gethostname()).startswith("127.")
        )
    assert site.rows("SELECT count(*) FROM articles") == before


def facet(text: str, label: str) -> dict[str, int]:
    """The values of a facet and their counts."""
    [section] = re.findall(rf"<h2>{label}</h2>(.*?)</section>", text, re.S)
    items = re.findall(r"<li><(?:a|span)[^>]*>([^<]*)</(?:a|span)> <span class=\"number\">([\d,]+)</span>", section)
    return {value: int(count.replace(",", "")) for value, count in items}


def test_facets_count_what_the_selection_holds(site: Site) -> None:
    everything = site.get("/search").text
    publishers = dict(site.rows("SELECT publisher, count(*) FROM articles GROUP BY 1"))
    assert facet(everything, "언론사") == publishers
    categories = dict(site.rows("SELECT coalesce(category, '없음'), count(*) FROM articles GROUP BY 1"))
    assert facet(everything, "분류") == categories
    days = site.rows("SELECT coalesce(date(published_at, '+9 hours'), '없음'), count(*) FROM articles GROUP BY 1")
    assert facet(everything, "날짜") == dict(days)
    assert facet(everything, "날짜")["2026-01-06"] == 1  # 23:30 UTC of the 5th
    # The copies count for the portals that show them.
    assert facet(everything, "출처") == {
        "매일경제 (mk)": publishers["매일경제"],
        "서울경제 (sedaily)": 1,
        "연합뉴스 (yna)": 1,
        "naver": 1,
        "zum": 1,
    }
    narrowed = site.get("/search", q="금리", source="naver").text
    assert "기사 1건" in narrowed
    assert facet(narrowed, "언론사") == {"매일경제": 1}
    assert facet(narrowed, "출처") == {"매일경제 (mk)": 1, "naver": 1}
    assert "기사 1건" in site.get("/search", day="2026-01-06").text
    assert "기사 0건" in site.get("/search", day="2026-01-05").text
    assert "기사 1건" in site.get("/search", stock="005930").text


def test_pages_of_results_show_every_article_once_though_new_ones_arrive(site: Site) -> None:
    path, seen = "/search", []
    while path:
        text = site.get(path).text
        seen += [int(number) for number in re.findall(r'<h2><a href="/article/(\d+)">', text)]
        following = re.search(r'rel="next" href="([^"]+)"', text)
        path = following[1].replace("&amp;", "&") if following else ""
        if len(seen) == 20:
            # A crawl goes on beside it.
            archive = Archive(site.database)
            title = "방금 나온 기사"
            archive.save(
                page("mk", 900, "방금 나온 기사다. " * 9, title=title, published_at=NOW - timedelta(minutes=1))
            )
            archive.store.close()
    expected = site.rows(
        "SELECT id FROM articles WHERE title <> ? ORDER BY published_at DESC NULLS LAST, id DESC", title
    )
    assert seen == [number for (number,) in expected]
    assert title in site.get("/search").text


@pytest.mark.parametrize(
    "query",
    [
        dict(q="-금리"),
        dict(q='"금리'),
        dict(day="어제"),
        dict(after="x"),
        dict(after="9" * 30),
        dict(q="-", day="9" * 99),
    ],
)
def test_a_search_that_cannot_be_meant_says_how_to_write_one(site: Site, query: dict[str, str]) -> None:
    got = site.get("/search", **query)
    assert got.status == 400
    assert "찾을 낱말을 하나 이상" in got.text


@pytest.mark.parametrize("path", ["/article/99999", "/article/" + "9" * 18, "/story/99999"])
def test_what_is_not_there_is_said(site: Site, path: str) -> None:
    got = site.get(path)
    assert got.status == 404
    assert "그런 기사나 묶음이 없습니다" in got.text


def test_datasette_has_korean_labels_facets_and_ways_back(site: Site) -> None:
    text = site.get("/newscrawl/articles").text
    for words in (
        "기사 (articles)",
        "발행 시각 (UTC)",
        'href="/search"',
        "facet-publisher",
        "facet-source",
        "facet-category",
    ):
        assert words in text
    number = site.number(HOSTILE.title)
    assert f'<a href="/article/{number}">금리 &lt;script&gt;' in text
    assert "<script>alert" not in text and "<img" not in text
    for other in (text, site.get("/newscrawl/copies").text, site.get("/newscrawl/article_images").text):
        assert 'href="javascript' not in other
    tables = metadata()["databases"]["newscrawl"]["tables"]
    for name, table in Base.metadata.tables.items():
        assert tables[name].get("hidden") or set(tables[name]["columns"]) == {column.name for column in table.columns}


# The command


def test_it_says_where_and_ends_quietly_when_interrupted(database: Path) -> None:
    with browsing(database) as site:
        assert site.words == f"{site.address}/ shows {database}; ^C ends it\n"
        taken = scrapy("browse", "--port", str(site.port), database=database)
        assert_refused(taken, f"port {site.port} cannot be had (Address already in use); name another with --port")


def test_what_cannot_be_browsed_is_said(database: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "none" / "news.db"
    assert_refused(scrapy("browse", database=nowhere), "There is no archive at sqlite:///")
    assert not nowhere.parent.exists()
    url = "NEWSCRAWL_DATABASE_URL=postgresql://db.example/news"
    assert_refused(scrapy("browse", "-s", url), "only a SQLite file can be browsed")
    assert_refused(scrapy("browse", "--port", "99999", database=database), "port 99999 cannot be had")


def test_a_read_only_store_takes_the_database_of_its_version_or_leaves_it_as_it_is(
    database: Path, tmp_path: Path
) -> None:
    for version, words in (
        ("0001", r"older newscrawl \(version 0001\)"),
        ("9999", r"newer newscrawl \(version 9999\)"),
    ):
        file = tmp_path / f"{version}.db"
        source, target = sqlite3.connect(database), sqlite3.connect(file)
        source.backup(target)
        target.execute("UPDATE alembic_version SET version_num = ?", (version,))
        target.commit()
        source.close()
        target.close()
        before = file.read_bytes()
        with pytest.raises(StoreError, match=words):
            Store(f"sqlite:///{file}", read_only=True)
        assert file.read_bytes() == before
    text, empty = tmp_path / "notes.db", tmp_path / "empty.db"
    text.write_text("no database\n" * 100, encoding="utf-8")
    empty.touch()
    for file, words in ((text, "file is not a database"), (empty, "There is no archive at")):
        with pytest.raises(StoreError, match=words):
            Store(f"sqlite:///{file}", read_only=True)
    store = Store(f"sqlite:///{database}", read_only=True)
    with pytest.raises(StoreError, match="readonly"):
        store.start_run("mk")
    store.close()
    connection = Tables(None, str(database)).connect()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM articles")
    connection.close()


def test_without_the_extra_it_says_what_to_install(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "datasette.py").write_text("raise ModuleNotFoundError('no', name='datasette')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{PROJECT}")
    assert_refused(scrapy("browse", database=database), "no datasette to browse with; pip install 'newscrawl[browse]'")


# In a browser


@pytest.fixture(scope="module")
def tab(site: Site) -> Iterator[Page]:
    """A browser's tab, in which no script runs, no dialog opens and nothing leaves this machine."""
    trouble: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        shown = browser.new_page(viewport=dict(width=1280, height=900))
        shown.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(site.address) else None)
        shown.on("console", lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None)
        shown.on("pageerror", lambda error: trouble.append(str(error)))
        # A page's script would wait here until the test fails.
        shown.on("dialog", lambda dialog: trouble.append(dialog.message))
        yield shown
        browser.close()
    assert trouble == []


@in_a_browser
def test_a_reader_searches_narrows_opens_an_article_and_follows_its_story(site: Site, tab: Page) -> None:
    tab.goto(site.address)
    tab.get_by_role("searchbox").fill("금리")
    tab.get_by_role("button", name="검색").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("‘금리’ 기사 3건")
    assert set(tab.locator("mark").all_text_contents()) == {"금리"}
    expect(tab.locator("h2 mark")).to_have_count(2)  # of the three only one has it in its text alone
    tab.locator(".facets").get_by_role("link", name="매일경제", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("‘금리’ 기사 1건")
    expect(tab.locator(".chosen")).to_have_text("언론사: 매일경제 ×")
    tab.get_by_role("link", name=RETOLD.title).click()

    expect(tab.get_by_role("heading", level=1)).to_have_text(RETOLD.title)
    assert RETOLD.published_at
    expect(tab.locator("article time").first).to_have_text(f"{RETOLD.published_at.astimezone(SEOUL):%Y-%m-%d %H:%M}")
    assert tab.locator(".body p").all_text_contents() == RETOLD.body.split("\n\n")
    tab.get_by_role("link", name="사본 1").click()
    expect(tab.locator("#copies")).to_be_in_viewport()
    expect(tab.locator("#copies")).to_contain_text("naver")
    tab.get_by_text("다른 곳").click()
    expect(tab.locator("#copies .added")).to_have_text("한국은행은 다음 달 통계를 낸다.")

    tab.get_by_role("navigation", name="이 기사의 다른 모습").get_by_role("link", name="기사 묶음 2").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(TOLD.title)
    assert [name.split()[0] for name in tab.locator(".times h2").all_text_contents()] == ["연합뉴스", "매일경제"]
    expect(tab.locator(".times")).to_contain_text("2시간 뒤")
    expect(tab.locator(".reworded ins").first).to_be_visible()
    tab.get_by_role("link", name=TOLD.title).click()
    tab.get_by_role("link", name="수정 이력 1").click()
    expect(tab.locator("#revisions del")).to_have_text("137.24(2020년=100)로")
    expect(tab.locator("#revisions ins")).to_have_text("137.42(2020년=100)로")

    tab.goto(f"{site.address}/search?{urlencode(dict(q='금리', publisher='매일경제'))}")
    tab.get_by_role("searchbox").fill("없는낱말")
    tab.get_by_role("searchbox").press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("‘없는낱말’ 기사 0건")
    tab.get_by_title("이 조건 빼기").click()
    expect(tab.locator(".chosen")).to_have_count(0)


@in_a_browser
def test_the_first_page_shows_what_the_database_holds(site: Site, tab: Page) -> None:
    tab.goto(site.address)
    totals = [
        site.rows(f"SELECT count(*) FROM {name}")[0][0] for name in ("articles", "copies", "stories", "revisions")
    ]
    assert list(map(int, tab.locator(".totals dd").all_text_contents())) == totals
    dated = site.rows("SELECT source, published_at FROM articles WHERE published_at IS NOT NULL")
    times = [(source, datetime.fromisoformat(f"{moment}+00:00")) for source, moment in dated]
    hour = timedelta(hours=1)
    end = (
        max(moment for _, moment in times if moment <= datetime.now(UTC)).replace(minute=0, second=0, microsecond=0)
        + hour
    )
    lately = Counter(source for source, moment in times if end - 48 * hour <= moment < end)
    rows = [row.split() for row in tab.locator(".hours tbody tr").all_inner_texts()]
    assert {source: int(count.replace("–", "0")) for source, count in rows} == {
        "mk": 0,
        "sedaily": 0,
        "yna": 0,
    } | lately
    drawn = tab.locator(".hours tbody rect title").all_text_contents()
    assert sum(int(title.split(": ")[1]) for title in drawn) == lately.total()
    assert tab.locator(".status").all_text_contents() == ["정상", "실패", "주의"]

    fields = {row[0]: row[1:] for row in (line.split() for line in tab.locator(".lately tbody tr").all_inner_texts())}
    week = f"coalesce(published_at, fetched_at) >= '{end - timedelta(days=7):%Y-%m-%d %H:%M:%S}'"
    lacking = "count(*) - count({})"
    [mine] = site.rows(
        f"SELECT count(*), count(story_id), {lacking.format('published_at')},"
        " sum(id NOT IN (SELECT article_id FROM article_authors)),"
        f" {', '.join(map(lacking.format, ('section', 'category', 'subtitle')))},"
        f" sum(id NOT IN (SELECT article_id FROM article_images)) FROM articles WHERE source = 'mk' AND {week}"
    )
    shown = [int(value.replace("–", "0")) for value in fields["mk"]]
    assert shown == [mine[0], 0, *mine[1:]]
    assert fields["naver"][:2] == ["–", "1"]


@in_a_browser
def test_hostile_texts_are_shown_as_texts(site: Site, tab: Page) -> None:
    tab.goto(f"{site.address}/article/{site.number(HOSTILE.title)}")
    expect(tab.get_by_role("heading", level=1)).to_have_text(HOSTILE.title)
    expect(tab.locator(".deck")).to_have_text(EVIL)
    assert tab.locator("article img, article script").count() == 0
    expect(tab.locator(".pictures")).to_contain_text("(javascript:alert(3))")
    expect(tab.locator("#copies")).to_contain_text("javascript:alert(4)")
    links = tab.locator("a").evaluate_all("all => all.map(a => a.href)")
    assert all(link.startswith((site.address, "https://")) for link in links)
    for path in (
        "/",
        f"/search?q={quote(EVIL)}",
        f"/search?publisher={quote(EVIL)}",
        "/newscrawl/articles",
        "/newscrawl/copies",
    ):
        tab.goto(site.address + path)
        assert EVIL in tab.locator("body").inner_text() or "newscrawl" in path


@in_a_browser
def test_no_page_is_wider_than_a_telephone(site: Site, tab: Page) -> None:
    tab.set_viewport_size(dict(width=390, height=844))
    for path in ("/", "/search?q=금리", f"/article/{site.number(HOSTILE.title)}", "/story/1"):
        tab.goto(site.address + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, path
    tab.set_viewport_size(dict(width=1280, height=900))
