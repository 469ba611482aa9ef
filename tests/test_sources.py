"""Every source against every recorded page: what is read now is what a person read."""

import inspect
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl import cases, reading
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CASES
from newscrawl.commands.sources import markdown
from newscrawl.extract import tree
from newscrawl.text.encoding import decode
from tests.rot import word_f1

SOURCES = load_sources(get_project_settings())
RECORDED = cases.load(CASES)
READABLE = [case for case in RECORDED if case.kind not in ("robots", "redirect")]
ARTICLES = [case for case in RECORDED if case.kind == "article"]


def name_of(case: cases.Case) -> str:
    return f"{case.source}/{case.name}"


@pytest.mark.parametrize("case", READABLE, ids=name_of)
def test_a_recorded_page_reads_as_expected(case: cases.Case) -> None:
    assert case.expected is not None, (
        f"{case.folder} has no expected.json: record a page, read it, and write down what it says"
    )
    assert cases.difference(case.expected, reading.reading(case, SOURCES)) == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_has_its_name_from_its_file_and_recorded_pages(name: str) -> None:
    source = SOURCES[name]
    assert source.__name__.lower() == name.replace("_", "")
    assert Path(inspect.getfile(source)).stem == name
    own = {case.kind for case in RECORDED if case.source == name}
    assert own & {"listing", "feed", "sitemap"}, f"{name} has no recorded listing, feed or sitemap"
    # Articles of a source that only finds them elsewhere (space) are recorded at the site they are on.
    assert "article" in own or source.space


@pytest.mark.parametrize("name", SOURCES)
def test_every_kind_of_channel_and_every_layout_has_a_recorded_page(name: str) -> None:
    source = SOURCES[name]
    own = [case for case in RECORDED if case.source == name]
    assert {channel.kind for channel in source.discovery} <= {case.kind for case in own}
    trees = [tree.parse(decode(case.body, case.content_type)[0]) for case in own if case.kind == "article"]
    read = {next((i for i, page in enumerate(source.pages) if page.matches(found)), None) for found in trees}
    assert {i for i in range(len(source.pages)) if i not in read} == set(), "a layout that no recorded page has"


@pytest.mark.parametrize("case", ARTICLES, ids=name_of)
def test_an_article_survives_the_loss_of_every_selector(case: cases.Case) -> None:
    assert case.expected is not None
    got = reading.article(case.body, case.url, SOURCES, content_type=case.content_type, generic=True)
    assert got.title == case.expected["title"]
    assert word_f1(case.expected["body"], got.body) >= 0.9


def test_the_table_of_sources_in_the_docs_is_the_present_one() -> None:
    written = (CASES.parents[1] / "docs" / "sources.md").read_text(encoding="utf-8")
    assert written == markdown(SOURCES, RECORDED), "run `make fix`"
