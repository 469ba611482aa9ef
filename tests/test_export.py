"""`scrapy export` and `scrapy articles`: what is read out of the archive is what went in, whoever reads it."""

from __future__ import annotations

import argparse
import contextlib
import csv as stdlib_csv
import io
import json
import math
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from itertools import count, islice
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyarrow import parquet as pyarrow_parquet
from sqlalchemy import select

from newscrawl.commands import selecting
from newscrawl.commands.export import Counted, export, writer
from newscrawl.commands.running import CannotStart
from newscrawl.export import csv, jsonl, parquet
from newscrawl.export.whole import whole
from newscrawl.items import FIELDS, Article, Author, Image
from newscrawl.storage import Record, Selection, Store, StoreError, reading
from newscrawl.storage.models import ArticleRow
from newscrawl.storage.reading import NAMES
from newscrawl.text.dates import SEOUL
from newscrawl.text.whitespace import CONTROL
from tests.test_commands import PROJECT, assert_refused, scrapy
from tests.test_storage import strange
from tests.test_urls import SITES
from tests.world import DEADLINE, SCRAPY, RunHere

read_line = import_module("newscrawl.commands.import").read_line
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=SEOUL)
STORY = "한국은행이 기준금리를 연 2.50%로 동결했다. 삼성전자(005930)는 0.88% 올랐다. " + strange(0)
HOSTILE = '=HYPERLINK("http://x","\'a\'"), "따옴표"; a,b\r\n\t-0.88% \U0001f4c8 ▲０.3 \u200b\\\n\n끝'


def page(number: int, **fields: Any) -> Article:
    values = dict(source="mk", publisher="매일경제", url=f"https://www.mk.co.kr/news/economy/{11000000 + number}")
    text = dict(title=f"제목 {number}", body=strange(number), published_at=MORNING + timedelta(minutes=number))
    return Article(**{**values, **text, **fields})


def save(store: Store, article: Article) -> str:
    portal = article.source == "naver"
    return store.save(article, key=SITES.key(article.url), original_key=None, own=not portal)


ARTICLES = (
    page(1, title=HOSTILE, body=HOSTILE, subtitle="-0.88%", dateline="@서울"),
    page(2, published_at=MORNING, extraction={"title": "layout", "body": "json-ld"}, premium=True),
    page(3, published_at=MORNING, modified_at=MORNING + timedelta(microseconds=1), category="증권", section="증시"),
    page(4, published_at=None, language="en"),
    page(5, published_at=None, original_url="https://mk.example/5"),
    page(
        6,
        body=STORY,
        authors=[Author(name="홍길동", email="hong@mk.co.kr", role="기자"), Author(name="김철수")],
        images=[Image(url="https://img.example/1.jpg", caption="한국은행"), Image(url="https://img.example/2.jpg")],
    ),
    page(7, body=STORY, publisher="한국경제", source="hankyung", url="https://www.hankyung.com/article/2026112000007"),
    page(
        8, body=strange(6).replace("6.", "SK하이닉스[000660], (KS:086520)."), published_at=MORNING + timedelta(days=3)
    ),
)
COPY = page(6, body=STORY, source="naver", url="https://n.news.naver.com/mnews/article/009/0005316196")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one of everything, and enough of it to fill a pipe."""
    file = tmp_path_factory.mktemp("export") / "archive.db"
    with Store(f"sqlite:///{file}") as store:
        for article in (*ARTICLES, COPY):
            save(store, article)
        for number in range(100, 250):
            save(store, page(number, publisher=f"신문{number}", published_at=MORNING - timedelta(days=number)))
    return file


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{database}", create=False) as store:
        yield store


# Reading


def test_an_article_comes_with_what_the_archive_knows_of_it(store: Store) -> None:
    [found] = store.articles(sources=("naver",))
    assert found.as_dict() == ARTICLES[5].as_dict()
    assert (found.id, found.story_id) == (6, 1)
    assert found.stocks == [("005930", "삼성전자")]
    assert found.published_at and found.published_at.tzinfo is UTC
    [record] = store.records(sources=("naver",))
    assert tuple(record) == NAMES
    assert reading.stored(record) == found


def test_the_order_forwards_is_the_order_backwards(store: Store) -> None:
    newest = [article.id for article in store.articles()]
    assert newest == [*sorted(newest[:-2], key=newest.index), 5, 4]
    assert newest[0] == 8
    assert [article.id for article in store.articles(order="oldest")] == newest[::-1]
    assert [article.id for article in store.articles(since=date(2026, 11, 20), limit=6)] == newest[:6]


def test_a_reader_takes_some_and_keeps_nobody_waiting(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "archive.db"
    shutil.copy(database, file)
    read: list[int] = []
    real = reading.records

    def counted(connection: Any, numbers: Any) -> Iterator[Record]:
        read.append(len(numbers))
        return real(connection, numbers)

    monkeypatch.setattr(reading, "BATCH", 50)
    monkeypatch.setattr(reading, "records", counted)
    with Store(f"sqlite:///{file}") as store, contextlib.closing(sqlite3.connect(file)) as other:
        articles = store.articles()
        next(articles)
        assert save(store, page(999)) == "stored"
        # Nobody reads an old state, so that the log of the crawl can be emptied.
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        del articles
        assert read == [reading.BATCH]
        assert len(list(islice(store.articles(), reading.BATCH + 1))) == reading.BATCH + 1
        assert len(read) == 3


def test_an_article_that_goes_while_others_are_read_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "BATCH", 2)
    with Store(f"sqlite:///{tmp_path / 'a.db'}") as store:
        for number in range(1, 6):
            save(store, page(number))
        articles = store.articles()
        next(articles)
        with contextlib.closing(sqlite3.connect(tmp_path / "a.db")) as other:
            other.execute("DELETE FROM articles WHERE id = 3")
            other.commit()
        assert [article.id for article in articles] == [4, 2, 1]


def test_who_only_reads_makes_no_archive(tmp_path: Path) -> None:
    for name in ("no/such.db", "such.db"):
        with pytest.raises(StoreError, match=r"There is no archive at .*such.db: `scrapy crawl` makes one"):
            Store(f"sqlite:///{tmp_path / name}", create=False)
    assert list(tmp_path.iterdir()) == []
    other = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = other.read_bytes()
    with pytest.raises(StoreError, match="There is no archive at"):
        Store(f"sqlite:///{other}", create=False)
    assert other.read_bytes() == before
    words = ("export", "-o", str(tmp_path / "articles.csv"))
    assert_refused(scrapy(*words, database=tmp_path / "such.db"), "There is no archive at")
    assert list(tmp_path.iterdir()) == [other]


# JSON lines


def test_what_is_exported_imported_and_exported_again_is_the_same_to_the_byte(database: Path, tmp_path: Path) -> None:
    files = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    done = scrapy("export", "-o", str(files[0]), database=database)
    assert (done.returncode, done.stdout) == (0, "")
    lines = files[0].read_bytes().splitlines()
    assert f"newscrawl: {len(lines)} articles; {files[0]} holds {files[0].stat().st_size:,} bytes" in done.stderr
    assert scrapy("import", str(files[0]), database=tmp_path / "two.db").stdout == f"stored {len(lines)}\n"
    assert scrapy("export", "-o", str(files[1]), database=tmp_path / "two.db").returncode == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert {read_line(line).url: read_line(line) for line in lines}.items() >= {a.url: a for a in ARTICLES[1:]}.items()
    hostile = next(json.loads(line) for line in lines if b"HYPERLINK" in line)
    assert (hostile["title"], list(hostile)) == (HOSTILE, [*FIELDS, "stocks"])
    assert hostile["published_at"] == "2026-11-20T09:31:00+09:00"


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
texts = st.one_of(text, st.sampled_from([HOSTILE, "\0", "-0.88%", "=1+1", "\ufeff", "\x85\u2028", "null", "Ⅷ 弗"]))
solid = texts.map(lambda text: text + "가")
times = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2027, 1, 1)).map(lambda t: t.replace(tzinfo=SEOUL))  # noqa: DTZ001
articles = st.builds(
    Article,
    source=solid,
    publisher=solid,
    url=solid,
    original_url=st.none() | solid,
    title=solid,
    subtitle=st.none() | solid,
    body=solid,
    dateline=st.none() | solid,
    authors=st.lists(st.builds(Author, name=solid, email=st.none() | solid, role=st.none() | solid), max_size=3),
    published_at=times,
    modified_at=times,
    section=st.none() | solid,
    category=st.none() | solid,
    images=st.lists(st.builds(Image, url=solid, caption=st.none() | solid), max_size=3),
    premium=st.booleans(),
    language=solid,
    extraction=st.dictionaries(solid, solid, max_size=3),
    candidate=st.none(),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path_factory.mktemp('shelf') / 'archive.db'}") as store:
        yield store


NUMBERS = count(1)


def kept(store: Store, article: Article) -> Record:
    """What comes back of an article of a paper that has no other."""
    number = next(NUMBERS)
    store.save(article, key=f"{number}", original_key=None, own=True)
    with store._engine.connect() as connection:
        found = reading.article(connection, ArticleRow.url_key == f"{number}")
        assert found
        return next(reading.records(connection, [found.id]))


def written(write: Any, *records: Record) -> bytes:
    file = io.BytesIO()
    write(iter(records), file)
    return file.getvalue()


@settings(max_examples=60)
@given(articles)
def test_whatever_an_article_holds_comes_back(shelf: Store, article: Article) -> None:
    article.publisher = f"{article.publisher}{next(NUMBERS)}"
    record = kept(shelf, article)
    line = written(jsonl.write, record)
    assert line.count(b"\n") == 1
    assert read_line(line) == article
    table = pyarrow_parquet.read_table(io.BytesIO(written(parquet.write, record)))
    [row] = table.to_pylist(maps_as_pydicts="strict")
    assert row == record
    [names, cells] = stdlib_csv.reader(
        io.StringIO(written(csv.write, record).decode("utf-8-sig"), newline=""), strict=True
    )
    assert names == list(NAMES)
    for name, cell in zip(NAMES, cells, strict=True):
        assert cell.removeprefix("'") == CONTROL.sub("", csv.printed(name, record[name])).removeprefix("'")


GOOD = written(jsonl.write, dict.fromkeys(NAMES) | page(1).as_dict() | dict(published_at=None)).decode()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("premium", '"yes"', "field 'premium' must be true or false"),
        ("language", "1", "field 'language' must be a text"),
        ("authors", '[{"name": 1}]', "field 'authors' must be a list of objects of texts"),
        ("images", '[{"url": "x", "caption": {}}]', "field 'images' must be a list of objects of texts"),
        ("images", '[{"url": null}]', "field 'images' must be a list of objects of texts"),
        ("extraction", '{"title": 1}', "field 'extraction' must be an object of texts"),
        ("extraction", '{"title": "\\ud800"}', "is no JSON"),
        ("extraction", '{"title": NaN}', "is no JSON"),
    ],
)
def test_what_could_not_be_exported_is_not_imported(name: str, value: str, sentence: str) -> None:
    assert read_line(("\ufeff" + GOOD).encode()).url == page(1).url
    line = json.dumps(json.loads(GOOD) | {name: "HERE"}).replace('"HERE"', value)
    with pytest.raises(ValueError, match=sentence):
        read_line(line.encode())


# CSV


RUNS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "-",
    "-0.88%p",
    "+.",
    "=",
    "\0=1",
    "-1e5|x",
    "\tx",
]
NUMBERS_OF_PEOPLE = [
    "-0.88%",
    "+1,234.5",
    "-12",
    "2641.30",
    "+0.5",
    "-1,234,567%",
    "▲0.3",
    "△1",
    "(-0.88%) 하락",
    "1-2",
]


@pytest.mark.parametrize("cell", RUNS)
def test_no_text_runs_as_a_formula(cell: str) -> None:
    assert csv.safe(cell) == "'" + cell.replace("\0", "")


@pytest.mark.parametrize("cell", NUMBERS_OF_PEOPLE)
def test_a_number_stays_readable(cell: str) -> None:
    assert csv.safe(cell) == cell


@settings(max_examples=200)
@given(st.text("=+-@＝＋－＠\t\r\n ,.%0123456789a'\0", max_size=8))
@example("-1,23")
@example("-,")
def test_a_cell_begins_with_a_sign_only_when_it_is_a_number(cell: str) -> None:
    found = csv.safe(cell)
    if found.strip()[:1] in tuple("=+-@＝＋－＠"):
        assert math.isfinite(float(found.replace(",", "").removesuffix("%")))


def test_a_strict_reader_and_pandas_read_the_csv(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "articles.CSV"
    assert scrapy("export", "-o", str(file), "--since", "2026-11-20", database=database).returncode == 0
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,story_id,source,") and raw.endswith(b"\r\n")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["id"]: row for row in stdlib_csv.DictReader(opened, strict=True)}
    assert list(rows) == ["2", "3", "1", "6", "7", "8"]
    assert (rows["1"]["title"], rows["1"]["subtitle"], rows["1"]["dateline"]) == ("'" + HOSTILE, "-0.88%", "'@서울")
    assert rows["6"]["authors"] == "홍길동 기자 hong@mk.co.kr; 김철수"
    assert rows["6"]["images"] == "https://img.example/1.jpg; https://img.example/2.jpg"
    assert rows["6"]["story_id"] == rows["7"]["story_id"] == "1"
    assert rows["8"]["stocks"] == "KRX:000660 SK하이닉스; KRX:086520"
    assert rows["2"]["published_at"] == "2026-11-20 09:30:00"
    frame = pandas.read_csv(file, parse_dates=["published_at"], dtype={"story_id": "Int64"})
    assert list(frame["id"]) == [2, 3, 1, 6, 7, 8]
    assert frame["premium"].dtype == bool
    assert frame["published_at"][0] == pandas.Timestamp(MORNING.replace(tzinfo=None))


# Parquet


def test_pandas_and_duckdb_read_the_parquet(database: Path, tmp_path: Path, store: Store) -> None:
    file = tmp_path / "articles.parquet"
    assert scrapy("export", "-o", str(file), database=database).returncode == 0
    expected = list(store.records(order="oldest"))
    frame = pandas.read_parquet(file)
    assert str(frame["published_at"].dtype).endswith(", Asia/Seoul]")
    assert list(frame["id"]) == [record["id"] for record in expected]
    for name in ("title", "body", "publisher"):
        assert list(frame[name]) == [record[name] for record in expected]
    assert [t.to_pydatetime() if t is not pandas.NaT else None for t in frame["published_at"]] == [
        record["published_at"] for record in expected
    ]
    six = frame[frame["id"] == 6].iloc[0]
    assert list(six["authors"]) == expected[next(i for i, r in enumerate(expected) if r["id"] == 6)]["authors"]
    query = f"""
        SELECT id, epoch_us(published_at), authors[1].name, stocks[1].code, len(images), extraction['title'], premium
        FROM '{file}' WHERE id IN (2, 4, 6) ORDER BY id
    """
    with duckdb.connect() as connection:
        assert connection.execute(query).fetchall() == [
            (2, int(MORNING.timestamp() * 1e6), None, None, 0, "layout", True),
            (4, None, None, None, 0, None, False),
            (6, int(MORNING.timestamp() + 360) * 10**6, "홍길동", "005930", 2, None, False),
        ]
        types = dict(row[:2] for row in connection.execute(f"DESCRIBE FROM '{file}'").fetchall())
    assert types["published_at"] == types["modified_at"] == "TIMESTAMP WITH TIME ZONE"
    assert types["authors"] == 'STRUCT("name" VARCHAR, email VARCHAR, "role" VARCHAR)[]'
    assert types["extraction"] == "MAP(VARCHAR, VARCHAR)"
    with pyarrow_parquet.ParquetFile(file) as opened:
        group = opened.metadata.row_group(0)
        assert {group.column(at).compression for at in range(group.num_columns)} == {"ZSTD"}


def test_row_groups_are_bounded_and_nothing_is_lost_between_them(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    monkeypatch.setattr(parquet, "ROWS", 60)
    monkeypatch.setattr(parquet, "BATCH", 20)
    raw = written(parquet.write, *store.records())
    with pyarrow_parquet.ParquetFile(io.BytesIO(raw)) as opened:
        metadata = opened.metadata
        assert [metadata.row_group(at).num_rows for at in range(metadata.num_row_groups)] == [60, 60, 38]
        assert opened.read(["id"]).column("id").to_pylist() == [record["id"] for record in store.records()]


def test_the_schema_has_the_fields_of_a_record() -> None:
    assert tuple(parquet.SCHEMA.names) == NAMES


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newscrawl.export.parquet")
    monkeypatch.delattr("newscrawl.export.parquet")
    with pytest.raises(CannotStart, match=r"pip install 'newscrawl\[parquet\]'"):
        writer("articles.parquet", None)


# The command


def test_the_order_is_an_indexs(store: Store) -> None:
    """So that the first article of a million comes at once."""
    with store._engine.connect() as connection:
        for order in (reading.NEWEST, reading.OLDEST):
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {select(ArticleRow.id).order_by(*order)}").all()
            assert [step[3] for step in plan] == ["SCAN articles USING COVERING INDEX ix_articles_published_at_id"]


def test_progress_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert len(list(Counted([{}] * 2_500))) == 2_500
    assert capsys.readouterr().err.split("\x1b[K")[1:] == ["1,000 articles\r", "2,000 articles"]


def test_the_conditions_are_those_of_a_search(database: Path) -> None:
    for options, found in (
        (("--text", '기준금리 "연 2.50%" -연준', "--publisher", "한국경제"), ARTICLES[6]),
        (("--stock", "000660", "--since", "2026-11-21", "--until", "2026-11-30", "--source", "mk"), ARTICLES[7]),
    ):
        done = scrapy("export", "-o", "-", *options, database=database)
        assert [read_line(line.encode()) for line in done.stdout.splitlines()] == [found], done.stderr
        assert done.stderr == "newscrawl: 1 article\n"


def test_no_article_makes_an_empty_file_that_can_be_read(database: Path) -> None:
    assert written(jsonl.write) == b""
    assert pyarrow_parquet.read_table(io.BytesIO(written(parquet.write))).schema.equals(parquet.SCHEMA)
    words = ("-o", "/dev/stdout", "--format", "csv", "--category", "부동산")
    done = scrapy("export", *words, database=database)
    assert done.returncode == 0
    assert done.stdout == "\ufeff" + ",".join(NAMES) + "\r\n"
    assert "newscrawl: no article meets the conditions" in done.stderr


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("no/such/folder/a.csv", "no/such/folder/a.csv cannot be written: No such file or directory"),
        ("docs", "docs cannot be written: Is a directory"),
        ("/dev/full", "/dev/full cannot be written: No space left on device"),
    ],
)
@pytest.mark.parametrize("write", [jsonl.write, csv.write, parquet.write])
def test_a_file_that_cannot_be_written(store: Store, write: Any, file: str, sentence: str) -> None:
    with pytest.raises(CannotStart, match=sentence):
        export(store, Selection(), write, file)


def test_what_cannot_be_meant_is_said_in_a_sentence(database: Path) -> None:
    assert_refused(scrapy("export", database=database), "name one file: `scrapy export -o articles.csv`")
    with pytest.raises(CannotStart, match="add --format jsonl, csv, parquet"):
        writer("articles.xlsx", None)
    parser = argparse.ArgumentParser()
    selecting.add_filters(parser)
    selecting.add_text(parser)
    with pytest.raises(CannotStart, match="--text: name a word to look for"):
        selecting.selection(parser.parse_args(["--text", ""]))
    with pytest.raises(CannotStart, match=r"--text: .* close it with a quotation mark"):
        selecting.selection(parser.parse_args(["--text", '"금리']))


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_a_reader_who_has_enough_ends_it_quietly(database: Path, format: str) -> None:
    with subprocess.Popen(
        [*SCRAPY, "export", "-o", "-", "--format", format],
        cwd=PROJECT,
        env=os.environ | dict(NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert (process.stderr.read(), process.wait(DEADLINE)) == (b"", 0)


def test_a_full_disk_leaves_what_was_there(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("yesterday's")
    most = 50_000  # bytes a file may have; the database needs one of 32,768 beside it
    done = subprocess.run(
        [*SCRAPY, "export", "-o", str(file)],
        cwd=PROJECT,
        env=os.environ | dict(NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}"),
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    assert_refused(done, f"{file} cannot be written: File too large; what was there stays.")
    assert file.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_one_that_is_stopped_leaves_what_was_there(database: Path, tmp_path: Path, number: signal.Signals) -> None:
    file = tmp_path / "articles.csv"
    file.write_text("yesterday's")
    stopped = (
        "import os; from newscrawl.storage import Store; real = Store.records\n"
        "def records(self, **given):\n"
        f"    for at, record in enumerate(real(self, **given)): yield record; at == 20 and os.kill(os.getpid(), {number:d})\n"
        "Store.records = records; from scrapy.cmdline import execute\n"
        f"execute(['scrapy', 'export', '-o', {str(file)!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", stopped],
        cwd=PROJECT,
        env=os.environ | dict(NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}"),
        capture_output=True,
        encoding="utf-8",
    )
    assert_refused(done, f"stopped before the end; what was at {file} stays.")
    assert file.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_takes_the_place_of_another_when_it_is_whole(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    with whole(link) as file:
        file.write(b"new")
        file.flush()
        assert real.read_text() == "old"
    assert (real.read_text(), real.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o600, True)
    with pytest.raises(ZeroDivisionError), whole(real) as file:
        file.write(b"newer")
        raise ZeroDivisionError
    assert real.read_text() == "new"
    assert sorted(tmp_path.iterdir()) == [link, real]


def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with whole(pipe) as file:
        file.write(b"{}\n")
    reader.join(DEADLINE)
    assert read == [b"{}\n"] and pipe.is_fifo()


# scrapy articles


@pytest.fixture
def articles_of(run_here: RunHere) -> RunHere:
    return lambda database, *words: run_here(database, "articles", *words)


@pytest.mark.parametrize("name", ["articles", "health", "runs", "story", "dedup"])
def test_a_mistyped_name_makes_no_archive(run_here: RunHere, tmp_path: Path, name: str) -> None:
    code, out, err = run_here(tmp_path / "such.db", name)
    assert (code, out, err.startswith("newscrawl: There is no archive at")) == (1, "", True)
    assert list(tmp_path.iterdir()) == []


def test_the_newest_a_days_and_one_article(database: Path, articles_of: RunHere) -> None:
    newest = scrapy("articles", database=database).stdout
    assert [newest.count(article.title) for article in (*ARTICLES[5:8], ARTICLES[2])] == [1, 1, 1, 0]
    assert newest.count(ARTICLES[7].body.split()[-1]) == 1
    code, day, _ = articles_of(database, "--day", "2026-11-20", "--list")
    assert [line.split()[:4] for line in day.splitlines() if line.startswith("2026")] == [
        ["2026-11-20", f"09:{minute}", number, publisher]
        for minute, number, publisher in (
            ("37", "7", "한국경제"),
            *(("36", "6", "매일경제"), ("31", "1", "매일경제"), ("30", "3", "매일경제"), ("30", "2", "매일경제")),
        )
    ]
    assert articles_of(database, "--day", "2026-11-20")[1].count("─" * 100) == 5
    assert len(articles_of(database, "--list", "--publisher", "신문100,신문101")[1].splitlines()) == 2
    for page in ("6", ARTICLES[5].url, COPY.url):
        code, one, _ = articles_of(database, page)
        assert code == 0
        assert STORY.split(".")[0] in one
        assert "article 6 · story 1 · 삼성전자 005930" in one
        assert f"[copy] naver {COPY.url}" in one and "`scrapy story 1`" in one


def test_an_article_that_is_not_there(database: Path, tmp_path: Path, articles_of: RunHere) -> None:
    url = "https://www.mk.co.kr/news/economy/1"
    for word, sentence in (("99999", "article 99999"), (url, f"article at {url}")):
        end = f"newscrawl: the archive holds no {sentence}; `scrapy articles --list` lists the newest.\n"
        assert articles_of(database, word) == (1, "", end)
    assert articles_of(database, "--limit", "0") == (1, "", "newscrawl: --limit 0 is no number from 1 on\n")
    assert articles_of(database, "--day", "gestern")[2] == "newscrawl: --day 'gestern' is no date like 2026-01-31\n"
    assert articles_of(database, "--publisher", "없음") == (0, "no article meets the conditions\n", "")
    assert "There is no archive at" in articles_of(tmp_path / "empty.db")[2]
    Store(f"sqlite:///{tmp_path / 'empty.db'}").close()
    assert articles_of(tmp_path / "empty.db") == (0, "no article yet\n", "")
