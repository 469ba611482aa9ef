"""Every source against every recorded page: what is read now is what a person read."""

import hashlib
import inspect
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from scrapy.utils.project import get_project_settings

from newscrawl import cases, reading
from newscrawl.bases.source import load_sources, sites_of
from newscrawl.commands.running import CASES
from newscrawl.commands.sources import markdown
from newscrawl.extract import tree
from newscrawl.loaders import read
from newscrawl.text.encoding import decode

SOURCES = load_sources(get_project_settings())
RECORDED = cases.load(CASES)
READABLE = [case for case in RECORDED if case.kind not in ("robots", "redirect")]
ARTICLES = [case for case in RECORDED if case.kind == "article"]
LISTINGS = [case for case in RECORDED if case.kind == "listing"]


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


@pytest.mark.parametrize("case", ARTICLES, ids=name_of)
def test_an_article_survives_the_loss_of_every_selector(case: cases.Case) -> None:
    assert case.expected is not None
    got = reading.article(case.body, case.url, SOURCES, content_type=case.content_type, generic=True)
    assert got.title == case.expected["title"]
    assert word_f1(case.expected["body"], got.body) >= 0.9


def test_a_redesign_that_renames_every_class_and_id_is_survived() -> None:
    right = dict.fromkeys(("title", "published_at", "body"), 0)
    for case in ARTICLES:
        assert case.expected is not None
        text, _ = decode(renamed(case.body, case.content_type), "text/html; charset=utf-8")
        site = sites_of(SOURCES).find(case.url)
        assert site is not None
        got = read(text, site.address(case.url), SOURCES[site.name].facts())
        assert got.body, name_of(case)
        right["title"] += got.title == case.expected["title"]
        right["published_at"] += got.as_dict()["published_at"] == case.expected["published_at"]
        right["body"] += word_f1(case.expected["body"], got.body) >= 0.95
    shares = {field: count / len(ARTICLES) for field, count in right.items()}
    assert shares["title"] == 1.0, shares
    assert shares["published_at"] >= 0.95, shares
    assert shares["body"] >= 0.9, shares


@pytest.mark.parametrize("case", LISTINGS, ids=name_of)
def test_a_listing_that_lost_its_classes_still_announces_its_articles(case: cases.Case) -> None:
    assert case.expected is not None
    found = [link.url for link in reading.links(renamed(case.body, case.content_type), case.url, SOURCES)]
    assert set(case.expected["links"]) <= set(found)


def test_the_table_of_sources_in_the_docs_is_the_present_one() -> None:
    written = (CASES.parents[1] / "docs" / "sources.md").read_text(encoding="utf-8")
    assert written == markdown(SOURCES, RECORDED), "run `make fix`"


def renamed(page: bytes, content_type: str | None) -> bytes:
    """The page after a redesign: every class and id is another word."""
    text, _ = decode(page, content_type)
    if not text.lstrip().startswith("<"):
        return page
    document = tree.parse(text)
    for element in document.iter():
        for attribute in ("class", "id"):
            words = element.get(attribute) if isinstance(element.tag, str) else None
            if words:
                element.set(
                    attribute, " ".join("x" + hashlib.sha256(w.encode()).hexdigest()[:8] for w in words.split())
                )
    return bytes(html.tostring(document, encoding="utf-8", doctype="<!DOCTYPE html>"))


def word_f1(expected: str, got: str) -> float:
    """How much two texts share, by words, order not counted."""
    ours, theirs = Counter(got.split()), Counter(expected.split())
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0
