"""The commands as a user runs them, each in a process of its own."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl import cases
from newscrawl.commands.running import CASES

PROJECT = CASES.parents[1]
ARTICLE = next(case for case in cases.load(CASES, "mk") if case.name == "2025-05-desktop")
FLASH = next(case for case in cases.load(CASES, "mk") if case.name == "2025-05-flash")


def scrapy(
    *words: str, cwd: Path = PROJECT, database: Path | None = None, given: bytes | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command; warnings of the interpreter are left as a user has them."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    if database:
        env["NEWSCRAWL_DATABASE_URL"] = f"sqlite:///{database}"
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *words],
        cwd=cwd,
        env=env,
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a command may write into, with the recorded pages of one source."""
    root = tmp_path / "project"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "newscrawl", root / "newscrawl", ignore=ignored)
    shutil.copytree(CASES / "mk" / "2025-05-flash", root / "tests" / "pages" / "mk" / "2025-05-flash")
    shutil.copy(PROJECT / "scrapy.cfg", root)
    return root


def assert_refused(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode == 1
    assert done.stdout == ""
    assert words in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr


def test_extract_prints_one_json_object_in_the_fields_of_an_article() -> None:
    page = ARTICLE.folder / ARTICLE.file
    done = scrapy("extract", "--url", ARTICLE.url, str(page))
    assert done.returncode == 0, done.stderr
    got = json.loads(done.stdout)
    assert ARTICLE.expected is not None
    assert cases.difference(ARTICLE.expected, got) == []
    assert set(got["extraction"]) >= {"title", "body", "authors", "published_at"}


def test_extract_reads_standard_input_and_says_when_it_is_no_article() -> None:
    assert_refused(scrapy("extract", "--url", ARTICLE.url, "-", given=b""), "-: The page is empty.")
    assert_refused(
        scrapy("extract", "--url", ARTICLE.url, "-", given=b"<html><body><p>x</p></body></html>"), "no headline"
    )
    assert_refused(
        scrapy("extract", "--url", ARTICLE.url, "-", given="<html><h1>삭제된 기사입니다</h1></html>".encode()),
        "-: The article is no longer there.",
    )
    assert_refused(scrapy("extract", "--url", ARTICLE.url, "no-such-file.html"), "no-such-file.html cannot be read")


def test_extract_generic_uses_no_selector_of_the_site() -> None:
    done = scrapy("extract", "--generic", "--url", ARTICLE.url, str(ARTICLE.folder / ARTICLE.file))
    assert "layout" not in json.loads(done.stdout)["extraction"].values()


def test_links_prints_what_a_saved_listing_announces() -> None:
    listing = next(case for case in cases.load(CASES, "mk") if case.name == "2026-07-listing-economy")
    done = scrapy("links", "--url", listing.url, str(listing.folder / listing.file))
    assert listing.expected is not None
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == listing.expected["links"]
    assert_refused(
        scrapy("links", "--url", listing.url, "-", given=b"<html><a href=/about>x</a></html>"),
        "no link that looks like an article",
    )


def test_import_takes_what_extract_prints_and_refuses_the_rest_line_by_line(tmp_path: Path) -> None:
    article = scrapy("extract", "--url", ARTICLE.url, str(ARTICLE.folder / ARTICLE.file)).stdout
    good = json.dumps(json.loads(article), ensure_ascii=False)
    lines = [good, "{", '{"title": "x"}', good.replace('"publisher"', '"publsher"'), good]
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    database = tmp_path / "news.db"
    done = scrapy("import", str(file), database=database)
    assert done.returncode == 2
    assert done.stdout == "refused 3, stored 1, unchanged 1\n"
    assert "line 2: is no JSON" in done.stderr
    assert "line 3: field 'source'" in done.stderr
    assert "line 4: unknown field 'publsher'" in done.stderr
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
    connection.close()
    shown = scrapy("articles", "--limit", "1", database=database)
    assert json.loads(article)["title"] in shown.stdout


def test_record_keeps_a_page_compares_and_updates(project: Path, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_bytes(FLASH.body)
    url = "https://www.mk.co.kr/news/economy/12209999"
    kept = scrapy("record", "--url", url, "--file", str(page), "2026-11-again", cwd=project)
    assert kept.returncode == 0, kept.stderr
    assert "mk/2026-11-again:" in kept.stdout and "1 different" in kept.stdout
    assert scrapy("record", "--check", cwd=project).returncode == 1
    assert "1 updated" in scrapy("record", "--update", cwd=project).stdout
    checked = scrapy("record", "--check", cwd=project)
    assert (checked.returncode, checked.stdout) == (0, "2 cases read, 0 different\n")
    origin = json.loads((project / "tests/pages/mk/2026-11-again/origin.json").read_text(encoding="utf-8"))
    assert origin["made"] == "saved" and origin["url"] == url
    assert_refused(
        scrapy("record", "--url", url, "--file", str(page), "2026-11-again", cwd=project),
        "there is such a case already",
    )


def test_record_takes_a_page_out_of_an_archive(project: Path) -> None:
    url = "https://www.mk.co.kr/news/economy/12201431"
    sample = PROJECT / "data" / "sample.warc.gz"
    done = scrapy("record", "--url", url, "--archive", str(sample), "from-archive", cwd=project)
    assert "mk/from-archive:" in done.stdout, done.stderr
    assert_refused(scrapy("record", "--url", url + "0", "--archive", str(sample), cwd=project), "holds no answer of")


def test_the_sample_archive_is_rebuilt_byte_for_byte(tmp_path: Path) -> None:
    assert scrapy("record", "--sample", str(tmp_path / "again.warc.gz")).returncode == 0
    assert (tmp_path / "again.warc.gz").read_bytes() == (PROJECT / "data" / "sample.warc.gz").read_bytes(), (
        "run `make sample`"
    )


@pytest.mark.parametrize(
    ("template", "folder"),
    [("publisher", "publishers"), ("ndsoft", "publishers"), ("feed", "publishers"), ("portal", "portals")],
)
def test_genspider_writes_a_source_that_loads_and_a_case_that_fails(project: Path, template: str, folder: str) -> None:
    done = scrapy("genspider", "-t", template, "techm", "techm.kr", cwd=project)
    assert done.returncode == 0, done.stderr
    assert (project / f"newscrawl/spiders/{folder}/techm.py").exists()
    assert "techm" in scrapy("sources", cwd=project).stdout
    checked = scrapy("record", "--check", "--source", "techm", cwd=project)
    assert checked.returncode == 1
    assert "techm/first" in checked.stdout
    assert_refused(
        scrapy("genspider", "-t", template, "techm", "techm.kr", cwd=project), "there is a source 'techm' already"
    )


def test_a_paper_on_nd_softs_cms_takes_one_command_and_under_ten_lines(project: Path) -> None:
    assert scrapy("genspider", "-t", "ndsoft", "techm", "techm.kr", "테크M", cwd=project).returncode == 0
    source = (project / "newscrawl/spiders/publishers/techm.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 10
    for case in ("2026-08-article", "2026-08-listing"):
        page = (CASES / "ebn" / case / "page.html").read_text(encoding="utf-8").replace("ebn.co.kr", "techm.kr")
        (project / f"{case}.html").write_text(page, encoding="utf-8")
    home = "https://www.techm.kr/news"
    links = scrapy(
        "links", "--url", f"{home}/articleList.html?view_type=sm&page=1", "2026-08-listing.html", cwd=project
    )
    assert len(links.stdout.splitlines()) == 9
    read = scrapy("extract", "--url", f"{home}/articleView.html?idxno=1", "2026-08-article.html", cwd=project)
    article = json.loads(read.stdout)
    assert (article["source"], article["publisher"]) == ("techm", "테크M")
    assert article["extraction"]["body"] == "layout"


def test_genspider_and_sources_refuse_what_cannot_be_meant(project: Path) -> None:
    assert_refused(scrapy("genspider", "TECHM", "techm.kr", cwd=project), "is no name of a source")
    assert_refused(scrapy("genspider", "techm", "https://techm.kr", cwd=project), "is no domain")
    assert_refused(scrapy("genspider", "techm", cwd=project), "give a name and a domain")


def test_crawlall_replays_the_sample_prints_a_table_and_fetches_nothing_twice(tmp_path: Path) -> None:
    words = ("crawlall", "--only", "mk,sedaily,naver,zum", "--jobs", "1", "-s", "NEWSCRAWL_REPLAY=data/sample.warc.gz")
    first = scrapy(*words, database=tmp_path / "demo.db")
    assert first.returncode == 0, first.stderr
    table = {row[0]: row[1:] for row in (line.split() for line in first.stdout.splitlines())}
    assert table["source"] == ["listed", "fetched", "stored", "copies", "rejected", "seconds", "status"]
    assert {name: row[:5] for name, row in table.items() if name != "source"} == {
        "mk": ["13", "6", "6", "0", "7"],
        "sedaily": ["4", "4", "4", "0", "0"],
        "naver": ["8", "7", "5", "2", "1"],
        "zum": ["4", "4", "3", "1", "0"],
    }
    second = scrapy(*words, database=tmp_path / "demo.db")
    assert second.returncode == 0, second.stderr
    assert {tuple(line.split()[2:6]) for line in second.stdout.splitlines()[1:]} == {("0", "0", "0", "0")}
    assert_refused(scrapy("crawlall", "--only", "nver", database=tmp_path / "x.db"), "did you mean 'naver'?")


def test_a_feed_of_a_crawl_holds_its_articles_and_can_be_imported(tmp_path: Path) -> None:
    feed = tmp_path / "mk.jsonl"
    words = ("crawl", "mk", "-s", "NEWSCRAWL_REPLAY=data/sample.warc.gz", "-o", str(feed))
    assert scrapy(*words, database=tmp_path / "crawled.db").returncode == 0
    done = scrapy("import", str(feed), database=tmp_path / "imported.db")
    assert (done.returncode, done.stdout) == (0, "stored 6\n"), done.stderr
    shown = [
        scrapy("articles", "--limit", "9", database=tmp_path / name).stdout for name in ("crawled.db", "imported.db")
    ]
    assert shown[0] == shown[1] != ""


def test_an_address_that_is_not_in_the_archive_fails_loudly(tmp_path: Path) -> None:
    done = scrapy("crawl", "hankookilbo", "-s", "NEWSCRAWL_REPLAY=data/sample.warc.gz", database=tmp_path / "news.db")
    assert done.returncode == 3
    assert "is not in the archive" in done.stderr
    assert "no channel announced an article" in done.stderr
    assert_refused(
        scrapy("crawl", "mk", "-s", "NEWSCRAWL_REPLAY=no-such.warc.gz", database=tmp_path / "news.db"),
        "no-such.warc.gz",
    )
