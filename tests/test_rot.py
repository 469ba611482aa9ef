"""Every site redesigned overnight: articles still come out nearly right, and the run says that something is wrong."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl import cases, warc
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CASES
from tests import rot

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = load_sources(get_project_settings())
RECORDED = cases.load(CASES)
ARTICLES = [case for case in RECORDED if case.kind == "article"]
LISTINGS = [case for case in RECORDED if case.kind == "listing"]


@pytest.fixture(scope="module")
def pages() -> list[rot.Rotten]:
    return [rot.rotten(case, SOURCES) for case in ARTICLES]


def test_no_headline_is_lost_and_no_body_is_empty(pages: list[rot.Rotten]) -> None:
    assert [f"{p.source}/{p.name}" for p in pages if not p.right["title"]] == []
    assert [f"{p.source}/{p.name}" for p in pages if not p.body] == []


def test_the_times_of_nearly_every_source_are_right(pages: list[rot.Rotten]) -> None:
    wrong = {p.source for p in pages if not p.right["published_at"]}
    assert len(wrong) <= 0.05 * len({p.source for p in pages}), wrong


def test_the_text_of_nearly_every_source_is_right(pages: list[rot.Rotten]) -> None:
    wrong = {p.source: p.body for p in pages if p.body < 0.95}
    assert len(wrong) <= 0.1 * len({p.source for p in pages}), wrong


@pytest.mark.parametrize("case", LISTINGS, ids=lambda case: f"{case.source}/{case.name}")
def test_a_listing_still_announces_its_articles_and_hardly_a_stranger(case: cases.Case) -> None:
    lost, strange = rot.strangers(case, SOURCES)
    assert case.expected is not None
    assert lost == set()
    assert len(strange) <= 0.05 * (len(case.expected["links"]) + len(strange)), strange


# What each source's pages have whatever they are about; a byline, a deck or a section may be missing on a page.
ALWAYS = {"body", "title", "published_at"}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    return crawl(tmp_path_factory.mktemp("before"), rotted=False)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    return crawl(tmp_path_factory.mktemp("after"), rotted=True)


@pytest.mark.parametrize("name", [name for name, source in SOURCES.items() if source.selected()])
def test_the_run_is_degraded_and_names_the_site_and_its_fields(
    before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]], name: str
) -> None:
    assert f"the selectors of {name} matched" not in before[name][1]
    status, log = after[name]
    assert status == "degraded", log
    (sentence,) = [line for line in log.splitlines() if f"the selectors of {name} matched" in line]
    assert {field for field in SOURCES[name].selected() & ALWAYS if f" for {field} (now from " not in sentence} == set()


def crawl(folder: Path, *, rotted: bool) -> dict[str, tuple[str, str]]:
    """One `scrapy crawlall` over sites made of the recorded pages: each source's status and its lines of the log."""
    by_source = {name: [case for case in RECORDED if case.source == name] for name in SOURCES}
    answers = {
        page.url: page for name, own in by_source.items() for page in rot.site(SOURCES[name], own, rotted=rotted)
    }
    warc.write(folder / "sites.warc.gz", answers.values())
    database = folder / "crawl.db"
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawlall", "-s", f"NEWSCRAWL_REPLAY={folder / 'sites.warc.gz'}"],
        cwd=PROJECT,
        env=os.environ | {"NEWSCRAWL_DATABASE_URL": f"sqlite:///{database}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    with closing(sqlite3.connect(database)) as connection:
        status = dict(connection.execute("SELECT source, status FROM runs"))
    lines = done.stderr.splitlines()
    return {name: (status[name], "\n".join(line for line in lines if f" W {name}: " in line)) for name in SOURCES}
