"""What a search finds is what a scan of all texts finds, whatever was written, changed, killed or made anew before."""

from __future__ import annotations

import json
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql

from newscrawl.items import Article, Author
from newscrawl.storage import Selection, Store, fulltext, reading, schema
from newscrawl.storage.selection import where
from newscrawl.storage.store import INDEXED
from newscrawl.text.search import QueryError, folded, parse
from tests.world import RunHere, World

NOON = datetime(2026, 11, 20, 3, tzinfo=UTC)


def page(number: int, title: str, body: str, **fields: Any) -> Article:
    values = dict(source="mk", publisher=f"신문{number}", url=f"https://mk.example/{number}", title=title, body=body)
    return Article(**{**values, "published_at": NOON + timedelta(minutes=number), **fields})


def save(store: Store, article: Article, original: str | None = None) -> str:
    return store.save(article, key=article.url, original_key=original, own=article.source == "mk")


def found(store: Store, query: str, **how: Any) -> list[int]:
    return [article.id for article in store.articles(text=query, **how)]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{database}") as opened:
        yield opened
        assert opened.check() == []


# Recall and precision

WORDS = st.sampled_from(
    "금리 금리를 금리가 기준금리 환율 환율이 코스피 코스닥지수 한국은행금융통화위원회 HBM4 HBM3E S&P500 s&p500지수 2.5% 12.5% -0.88% "
    "+1.2% 1,418.60원 3,200억원 美 對美 弗 “금리 ‘환율’ (코스피) 금·은 ㈜한국 AI반도체 Fed연준 İstanbul straße STRASSE ﬁ 100% 50_50 "
    'C:\\ "따옴표" 금 리 ㄱㄴ 각 😀 👨‍👩‍👧 À é 1 %'.split()
)
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
PARTS = st.one_of(WORDS, LETTERS, WORDS.map(lambda word: unicodedata.normalize("NFD", word)))
TEXTS = st.lists(PARTS, max_size=9).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n\n"]).map(lambda by: by.join(parts))
)


def quoted(word: str) -> str:
    """A query of this text alone, where it can be one."""
    return f'"{word}"'


def scan(texts: list[tuple[str, str, str]], word: str) -> list[int]:
    """The numbers of the texts that SQLite's LIKE finds a word in, from 1 on, the last first."""
    escaped = folded(word).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE texts (id INTEGER PRIMARY KEY, title, subtitle, body)")
        rows = [(number, *map(folded, text)) for number, text in enumerate(texts, 1)]
        connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", rows)
        like = " OR ".join(f"{field} LIKE :like ESCAPE '\\'" for field in ("title", "subtitle", "body"))
        ids = connection.execute(f"SELECT id FROM texts WHERE {like} ORDER BY id DESC", dict(like=f"%{escaped}%"))
        return [number for (number,) in ids]


@settings(max_examples=40)  # each makes a database
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6), st.data())
def test_what_is_found_is_what_like_finds(texts: list[tuple[str, str, str]], data: st.DataObject) -> None:
    texts = [(title or "-", subtitle, body or "-") for title, subtitle, body in texts]
    with Store("sqlite://") as store:
        for number, (title, subtitle, body) in enumerate(texts, 1):
            # A number of its own keeps equal texts from being one article.
            article = page(number, title, body, subtitle=subtitle or None)
            assert save(store, article) == "stored"
        store.index(data.draw(st.integers(0, len(texts)), label="in the index"))
        whole = data.draw(st.sampled_from(texts))
        line = folded(data.draw(st.sampled_from(whole)))
        length = data.draw(st.sampled_from([1, 2, 3, 9, 20]))
        start = data.draw(st.integers(0, max(len(line) - length, 0)))
        cut = line[start : start + length]
        for word in (cut, data.draw(PARTS)):
            if '"' not in word and folded(word):
                assert found(store, quoted(word)) == scan(texts, word), word


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("금", [1, 2, 3, 6]),
        ("금리", [1, 2, 3, 6]),
        ("기준금리", [1, 6]),
        ("금융통화위원회가", [1]),
        ("금리를", [1]),
        (unicodedata.normalize("NFD", "금리를"), [1]),
        ("환율", [2, 4]),
        ("금리 환율", [2]),
        ("금리 -환율", [1, 3, 6]),
        ('-"기준금리를 동결" 금리', [2, 3, 6]),
        ('"금리 동결"', [3]),
        ("금리 동결", [1, 3]),
        ("2.5%", [1, 5]),
        ('"-0.88%"', [4]),
        ("hbm4", [5]),
        ("S&P500", [5]),
        ("s&p500", [5]),
        ("100%_확실", [6]),
        ("0", [1, 4, 5, 6]),
        ("없는낱말", []),
    ],
)
def test_a_query(store: Store, query: str, numbers: list[int]) -> None:
    for number, (title, body) in enumerate(
        [
            ("한은, 기준금리 연 2.50% 유지", "한국은행 금융통화위원회가 기준금리를 동결했다. 시장 예상은 2.5%였다."),
            ("환율과 금리", "둘 다 올랐다."),
            ("금리\n동결", "예상대로였다."),
            ("원·달러 환율 1,418.60원", "코스피는 0.88% 내렸다(-0.88%)."),
            ("HBM4가 이끈 S&P500", "12.5% 올랐다."),
            ("기준금리 ‘100%_확실’", "그럴까."),
        ],
        1,
    ):
        save(store, page(number, title, body))
    assert sorted(found(store, query)) == numbers
    assert store.index(10) == 6
    assert sorted(found(store, query)) == numbers


@pytest.mark.parametrize("query", ["", "-금리", '"금리', '""'])
def test_a_query_that_asks_for_nothing(store: Store, query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)
    save(store, page(1, "금리", "금리"))
    with pytest.raises(QueryError):
        found(store, query or " ")


def test_every_letter_is_part_of_a_token_and_none_is_taken_for_another(store: Store, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        (create,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'article_search'").fetchone()
    # All that Unicode names, and a part of what it leaves open.
    named = [
        chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
    ]
    others = [chr(code) for code in range(0, sys.maxunicode + 1, 97) if not 0xD800 <= code < 0xE000]
    letters = {letter for each in (*named, *others, "\ufffe", "\uffff") for letter in folded(each)}
    words = {f"가{letter}나" for letter in letters}
    assert len(words) > 100_000
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(create)
        connection.execute("INSERT INTO article_search (rowid, tokens) VALUES (1, ?)", (" ".join(words),))
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(article_search, row)")
        assert {term for (term,) in connection.execute("SELECT term FROM terms")} == words


def test_another_database_reads_all_texts() -> None:
    dialect: Any = postgresql.dialect  # untyped
    connection: Any = SimpleNamespace(dialect=dialect())
    statement = str(fulltext.condition(connection, "금리 -연준").compile(dialect=dialect()))
    assert statement.count(" LIKE '%%' || ") == 6  # two words in three fields
    assert "lower(regexp_replace(coalesce(articles.title," in statement
    selection = Selection(sources=("mk",), stocks=("005930",))
    assert "json_each" not in " ".join(str(part.compile(dialect=dialect())) for part in where(connection, selection))
    assert "json_array_elements_text(CAST(%(numbers)s" in str(reading.RECORDS.compile(dialect=dialect()))


# The order


def test_the_newest_first_and_the_best_first(store: Store) -> None:
    save(store, page(1, "금리 인하", "한은이 내렸다."))
    save(store, page(2, "한은의 선택", "금리 인하였다.", subtitle="금리 인하"))
    save(store, page(3, "환율", "금리 인하 때문이다."))
    save(store, page(4, "금리", "인하는 없다."))
    save(store, page(5, "금리 인하설", "설이다.", published_at=None))
    assert found(store, "금리 인하") == [4, 3, 2, 1, 5]
    assert found(store, "금리 인하", order="best") == [1, 5, 4, 2, 3]
    assert found(store, "금리 인하", order="best", limit=2) == [1, 5]
    assert found(store, "금리 인하", limit=2, publishers=("신문3", "신문1")) == [3, 1]


ARCHIVE = range(1, 1401)
MINUTES = {n: n * 7919 % 10_000 for n in ARCHIVE}
# As many of an archive as are looked up, as are walked to with a list, and as are not listed at all: see `shortlist`.
SHARES = {
    "few": {n for n in ARCHIVE if n % 700 == 0},
    "some": {n for n in ARCHIVE if n % 5 == 0},
    "nearly all": {n for n in ARCHIVE if n % 13},
}
FIRST = {n: next((name for name, share in SHARES.items() if n in share), "none") for n in ARCHIVE}


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An archive in which each word, publisher, category, source and stock is in few, in some or in nearly all articles."""
    database = tmp_path_factory.mktemp("wide") / "archive.db"
    with Store(f"sqlite:///{database}") as opened:
        with closing(sqlite3.connect(database)) as connection:
            columns = "id, source, publisher, category, url, url_key, own, title, body, published_at, premium, language, extraction, content_hash, fetched_at"
            for n in ARCHIVE:
                names = [name for name in SHARES if n in SHARES[name]]
                when = f"2026-11-20 00:00:00.{MINUTES[n]:06}"
                row = (n, FIRST[n], " ".join(names).title(), when)
                marks = "?1, ?2, ?2, ?2, ?1, ?1, 1, '증시', ?3, ?4, 0, 'ko', '{}', '', ?4"
                connection.execute(f"INSERT INTO articles ({columns}) VALUES ({marks})", row)
                for name in names:
                    connection.execute("INSERT INTO article_stocks VALUES (?, ?, 0, NULL)", (n, name))
                    if name != FIRST[n]:
                        copy = "INSERT INTO copies (article_id, source, url, url_key, similarity, first_seen_at) VALUES (?1, ?2, '', ?3, 1, ?4)"
                        connection.execute(copy, (n, name, f"{name}{n}", when))
            connection.execute("INSERT INTO search_queue SELECT id, true FROM articles")
            connection.commit()
        while opened.index(500):
            pass
        yield opened


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("word", ["few", "some", "nearly all", '"some nearly"', "all -some", None])
@pytest.mark.parametrize("kind", ["publishers", "categories", "sources", "stocks", None])
def test_whatever_way_the_articles_are_looked_up(wide: Store, share: str, word: str | None, kind: str | None) -> None:
    some, nearly = SHARES["some"], SHARES["nearly all"]
    words: dict[str | None, set[int]] = {None: set(ARCHIVE), "all -some": nearly - some, '"some nearly"': some & nearly}
    chosen = words[word] if word in words else SHARES[str(word)]
    if kind:
        chosen = chosen & (
            SHARES[share] if kind in ("sources", "stocks") else {n for n in ARCHIVE if FIRST[n] == share}
        )
    selection: Any = {kind: (share,)} if kind else {}
    newest = sorted(chosen, key=lambda n: (MINUTES[n], n), reverse=True)
    assert [article["id"] for article in wide.records(text=word, **selection)] == newest
    oldest = newest[::-1][:3]
    assert [article["id"] for article in wide.records(text=word, limit=3, order="oldest", **selection)] == oldest


# In step


def test_a_text_that_changes(store: Store) -> None:
    save(store, page(1, "금리 동결", "한국은행이 기준금리를 동결했다."))
    store.index(10)
    assert save(store, page(1, "환율 급등", "원·달러 환율이 급등했다.")) == "revised"
    assert store.unindexed() == 1
    assert (found(store, "금리"), found(store, "환율")) == ([], [1])
    store.index(10)
    assert (found(store, "금리"), found(store, "환율")) == ([], [1])


LONG = (
    "한국은행이 기준금리를 연 2.50%로 동결했다고 밝혔다. 물가와 환율을 함께 보겠다고 총재는 설명했다. 시장은 연내 한 차례 인하를 예상했다. "
    "코스피는 전 거래일보다 23.45포인트(0.88%) 내린 2641.30에 거래를 마쳤고 외국인은 3,200억원어치를 순매도했다. "
)


def test_a_page_that_takes_over_and_articles_that_become_one(store: Store) -> None:
    portal = dict(source="naver", publisher="매일경제")
    save(store, page(1, "금리 동결 [포털에서만]", LONG, **portal))
    save(store, page(2, "다른 기사", "카카오는 내렸다.", **portal), "https://mk.example/3")
    assert found(store, "카카오") == [2]
    store.index(10)
    assert save(store, page(3, "금리 동결", LONG + "끝.", publisher="매일경제")) == "stored"
    assert store.counts()["articles"] == 1
    for _ in range(2):
        assert (found(store, "카카오"), found(store, "포털에서만"), found(store, "기준금리")) == ([], [], [1])
        store.index(10)


def test_a_failure_leaves_the_index_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store, page(1, "금리 동결", "한국은행이 기준금리를 동결했다."))
    store.index(10)
    with monkeypatch.context() as broken:
        broken.setattr("newscrawl.storage.frontier.settle", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            save(store, page(1, "환율 급등", "원·달러 환율이 급등했다."))
        with pytest.raises(ZeroDivisionError):
            save(store, page(2, "코스피 급등", "코스피가 급등했다."))
    assert (found(store, "금리"), found(store, "환율"), found(store, "코스피")) == ([1], [], [])


def test_what_is_not_in_the_index_is_found_all_the_same(store: Store) -> None:
    for number in range(1, 8):
        save(store, page(number, f"금리 {number}", f"기준금리 {number * 1111}."))
    store.index(10)
    store.forget_index()
    assert store.unindexed() == 7
    assert found(store, "금리") == [7, 6, 5, 4, 3, 2, 1]
    assert store.index(3) == 3
    # The fourth is changed while it waits, the first after it was put in; a new one comes.
    save(store, page(4, "환율 4", "원·달러 환율 4444."))
    save(store, page(1, "환율 1", "원·달러 환율 1111."))
    save(store, page(8, "환율 8", "원·달러 환율 8888."))
    assert (found(store, "금리"), found(store, "환율")) == ([7, 6, 5, 3, 2], [8, 4, 1])
    assert store.check() == []
    store.forget_index()  # under way: it is gone on with
    assert store.unindexed() == 6
    assert [store.index(4), store.index(4), store.index(4)] == [4, 2, 0]
    assert (found(store, "금리"), found(store, "환율")) == ([7, 6, 5, 3, 2], [8, 4, 1])


def test_what_is_lost_is_named(database: Path) -> None:
    with Store(f"sqlite:///{database}") as store:
        save(store, page(1, "금리", "기준금리."))
        store.index(10)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("INSERT INTO article_search (article_search) VALUES ('delete-all')")
            connection.commit()
        assert store.check() == ["article 1 is not in the index of the search"]
        store.forget_index()
        store.index(10)
        assert store.check() == []


# The command


@pytest.fixture
def archive(world: World) -> World:
    with Store(world.url) as store:
        save(
            store, page(1, "한은, 기준금리 동결", "물가를 보겠다고 총재는 말했다. 환율도 변수다.", publisher="매일경제")
        )
        save(store, page(2, "코스피 급등", "외국인이 샀다. 금리가 내린 덕이다.", publisher="한국경제"))
        save(store, page(3, "카카오(035720) 약세", "금리와 무관하다.", publisher="매일경제"))
    return world


def test_hits_are_shown_with_the_match_marked(archive: World) -> None:
    done = archive.command("search", "금리", "-무관")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "      2  2026-11-20 12:02  한국경제  코스피 급등",
        "         외국인이 샀다. «금리»가 내린 덕이다.",
        "         https://mk.example/2",
        "      1  2026-11-20 12:01  매일경제  한은, 기준«금리» 동결",
        "         https://mk.example/1",
    ]


def test_filters_and_json(archive: World) -> None:
    done = archive.command("search", "금리", "--publisher", "매일경제", "--stock", "035720", "--json")
    [row] = map(json.loads, done.stdout.splitlines())
    assert (row["id"], row["title"], row["stocks"]) == (
        3,
        "카카오(035720) 약세",
        [{"code": "035720", "name": "카카오"}],
    )
    assert archive.command("search", "금리", "--until", "2026-11-19").stdout == ""
    done = archive.command("search", "금리", "--limit", "1", "--best")
    assert done.stdout.startswith("      1  ")
    assert done.stderr == "newscrawl: the best 1; --limit 10 shows more\n"


def test_a_phrase_is_quoted_for_the_shell_alone(archive: World) -> None:
    assert archive.command("search", "금리 동결").stdout.startswith("      1  ")
    assert archive.command("search", "동결 금리").stderr == "newscrawl: no article holds that\n"


def test_the_index_is_made_anew(archive: World) -> None:
    assert archive.command("search", "--rebuild").stdout == "3 articles put into the index\n"
    with Store(archive.url) as store:
        store.forget_index()
        store.index(1)
        assert archive.command("search", "카카오").stdout.startswith("      3  ")
        assert archive.command("search", "--rebuild").stdout == "2 articles put into the index\n"
        assert (store.unindexed(), store.check()) == (0, [])


def test_a_crawl_leaves_nothing_that_waits(world: World) -> None:
    world.publish(*range(1, 61))
    assert world.crawl("paper").code == 0
    with Store(world.url) as store:
        assert (store.counts()["articles"], store.unindexed(), store.check()) == (60, 0, [])


def test_an_archive_of_an_older_version_is_indexed_anew(database: Path) -> None:
    with Store(f"sqlite:///{database}") as store:
        save(store, page(1, "금리", "기준금리 인하.", authors=[Author(name="홍길동")]))
        store.index(10)
        config = Config()
        config.set_main_option("script_location", str(schema.MIGRATIONS))
        with store._writer.begin() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, "0005")
    with closing(sqlite3.connect(database)) as older:
        older.execute("INSERT INTO article_search (article_search) VALUES ('delete-all')")
        older.execute(
            "INSERT INTO article_search (rowid, tokens) VALUES (1, '기 준 금 리 인 하 . 기준 준금 금리 인하 하.')"
        )
        older.execute("DELETE FROM search_queue")
        older.commit()
    with Store(f"sqlite:///{database}") as store:
        assert (store.unindexed(), found(store, '"금리 인하"')) == (1, [1])
        store.index(10)
        assert (store.check(), found(store, '"금리 인하"')) == ([], [1])
        assert [article.authors for article in store.articles()] == [[Author(name="홍길동")]]


def test_articles_are_put_into_the_index_by_and_by(store: Store) -> None:
    """What an older version stored gets there with what is saved."""
    for number in range(1, INDEXED):
        save(store, page(number, f"금리 {number}", f"기준금리 {number * 1111}."))
    assert store.unindexed() == INDEXED - 1
    save(store, page(INDEXED, "금리", "기준금리."))
    assert store.unindexed() == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "name a word to look for"),
        (("-금리",), "a query of nothing, or of exclusions alone"),
        (('"금리',), 'the phrase that begins with "금리 has no end'),
        (("금리", "--since", "어제"), "--since '어제' is no date like 2026-01-31"),
        (("금리", "--limit", "0"), "--limit 0: at least 1 article is shown"),
        (("금리", "--rebuild"), "--rebuild takes no words"),
        (("금리", "--publishr", "매일경제"), "there is no option --publishr"),
        (("금리", "-LG"), "there is no option -LG; write words like it behind two hyphens: WORDS -- -LG"),
    ],
)
def test_what_cannot_be_meant(run_here: RunHere, database: Path, words: tuple[str, ...], sentence: str) -> None:
    code, out, err = run_here(database, "search", *words)
    assert (code, out) == (1, "")
    assert sentence in err


def test_without_an_archive(world: World) -> None:
    done = world.command("search", "금리")
    assert done.returncode == 1
    assert "There is no archive at" in done.stderr
    assert not world.database.exists()
