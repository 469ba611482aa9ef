"""`scrapy story` and `scrapy dedup` as a user runs them, over an archive that `scrapy import` filled."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from pathlib import Path

import pytest

from newscrawl.items import Article
from newscrawl.storage import Store
from tests.test_commands import PROJECT, scrapy
from tests.test_dedup import REPRINT, SEOUL_BUREAU, WIRE, page

WIRE_PAGE = page(
    "yna", 20261120000100002, SEOUL_BUREAU + WIRE.replace("137.42", "137.24"), title="[1보] 수입물가 석 달 만에 반등"
)
CORRECTED = page("yna", 20261120000100002, SEOUL_BUREAU + WIRE, title="수입물가 석 달 만에 반등")
REPRINTED = page("mk", 11234567, REPRINT, title="유가 뛰자 수입물가도 껑충", hours=1.5)
ALONE = page("mk", 11234568, "한빛화학이 여수에 3천억원을 들여 공장을 짓는다. " * 5, title="한빛화학, 여수에 공장")
PORTAL = Article(
    source="naver",
    publisher="매일경제",
    url="https://n.news.naver.com/mnews/article/009/0005316196",
    title=REPRINTED.title,
    body=REPRINT + "\n\n한국은행은 다음 달 12일 11월 통계를 낸다.",
    published_at=REPRINTED.published_at,
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    file = folder / "articles.jsonl"
    articles = (PORTAL, ALONE, WIRE_PAGE, CORRECTED, REPRINTED)
    file.write_text("".join(json.dumps(a.as_dict(), ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    done = scrapy("import", str(file), database=folder / "archive.db")
    assert done.stdout == "revised 1, stored 4\n"
    return folder / "archive.db"


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def test_a_story_tells_who_when_and_what_was_changed(database: Path) -> None:
    done = scrapy("story", "1", database=database)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert max(map(columns, lines)) <= 100
    assert lines[1] == "수입물가 석 달 만에 반등"
    assert "2 pieces, 2 publishers" in lines[2]
    assert "first told by 연합뉴스" in lines[2]
    assert "wire: 연합뉴스" in lines[2]
    text = done.stdout
    assert text.index("2026-11-20 12:00           연합뉴스 (yna)") < text.index(
        "2026-11-20 13:30    +1:30  매일경제 (mk)"
    )
    assert "copy: naver" in text
    assert "revision 1, seen" in text
    flowing = " ".join(text.split())
    assert "[-137.24(2020년=100)로-] {+137.42(2020년=100)로+}" in flowing
    assert "  - 수출물가지수는 131.05로 0.8% 오르며 다섯 달째 상승세를 이어갔다." in text
    assert "  + 한국은행은 다음 달 12일 11월 통계를 낸다." in text
    assert "[-말했다.-] {+전했다.+}" in flowing


@pytest.mark.parametrize("url", [WIRE_PAGE.url, "http://m.mk.co.kr/news/economy/11234567?ref=x", PORTAL.url])
def test_any_page_of_a_story_leads_to_it(database: Path, url: str) -> None:
    assert scrapy("story", url, database=database).stdout == scrapy("story", "1", database=database).stdout


def test_a_piece_that_no_other_tells_is_shown_alone(database: Path) -> None:
    done = scrapy("story", ALONE.url, database=database)
    assert "told by no other" in done.stdout
    assert ALONE.url in done.stdout


def test_the_list_names_each_story(database: Path) -> None:
    done = scrapy("story", database=database)
    assert done.stdout.splitlines()[0].startswith(
        "     1  2026-11-20 12:00  2 pieces, 2 publishers  연합뉴스 (연합뉴스)  수입물가"
    )


def test_json_holds_what_is_printed(database: Path) -> None:
    story = json.loads(scrapy("story", "--json", "1", database=database).stdout)
    assert [piece["article"]["publisher"] for piece in story["pieces"]] == ["연합뉴스", "매일경제"]
    assert story["pieces"][1]["copies"][0]["body"] == PORTAL.body
    assert story["pieces"][0]["revisions"][0]["title"] == WIRE_PAGE.title


@pytest.mark.parametrize(
    "word, says", [("99", "no story 99"), ("https://www.mk.co.kr/news/economy/1", "no article at")]
)
def test_what_is_not_there_is_said_in_one_sentence(database: Path, word: str, says: str) -> None:
    done = scrapy("story", word, database=database)
    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    Store(f"sqlite:///{tmp_path / 'none.db'}").close()
    assert scrapy("story", database=tmp_path / "none.db").stdout.startswith("no story yet")


def test_a_crawl_over_an_older_archive_says_what_to_run_once(tmp_path: Path) -> None:
    archive = tmp_path / "old.db"
    Store(f"sqlite:///{archive}").close()
    with sqlite3.connect(archive) as connection:
        columns = "source, url, url_key, own, title, body, premium, language, extraction, content_hash, fetched_at"
        connection.execute(
            f"INSERT INTO articles ({columns}) VALUES ('mk', 'u', 'mk/1', 1, '제목', '본문', 0, 'ko', '{{}}', 'h', '2026-11-20')"
        )
    connection.close()
    done = scrapy("crawl", "mk", "-s", f"NEWSCRAWL_REPLAY={PROJECT / 'data' / 'sample.warc.gz'}", database=archive)
    assert "1 articles of an older version were never compared with others; run `scrapy dedup` once." in done.stderr
    assert scrapy("dedup", database=archive).stdout.startswith("1 articles compared")


def test_dedup_checks_mends_and_rebuilds(database: Path) -> None:
    assert scrapy("dedup", "--check", database=database).stdout == "consistent\n"
    holds = "the archive holds 3 articles, 1 copies, 1 revisions, 1 stories\n"
    assert scrapy("dedup", database=database).stdout == "0 articles compared; " + holds
    assert scrapy("dedup", "--rebuild", database=database).stdout == "3 articles compared; " + holds
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE stories SET size = 9")
    connection.close()
    done = scrapy("dedup", "--check", database=database)
    assert (done.returncode, done.stdout) == (2, "story 1 says that it has 9 articles; it has 2\n")
