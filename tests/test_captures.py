"""Real pages: every fact of the captures beside the project, with and without the sites' selectors.

The captures are other people's pages and no part of the project. They lie in ``../shared/captures`` (or where
NEWSCRAWL_CAPTURES says); where they are missing these tests are skipped, and the summary of the run says so.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.loaders import NotAnArticle
from newscrawl.text.encoding import decode

CAPTURES = Path(os.environ.get("NEWSCRAWL_CAPTURES") or Path(__file__).resolve().parents[2] / "shared" / "captures")
PRESENT = (CAPTURES / "truth.jsonl").exists()
pytestmark = pytest.mark.skipif(not PRESENT, reason=f"REAL PAGES NOT TESTED: no captures in {CAPTURES}")

SOURCES = load_sources(get_project_settings())


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a JSON lines file of the captures."""
    return [json.loads(line) for line in (CAPTURES / name).read_text(encoding="utf-8").splitlines()] if PRESENT else []


MANIFEST = {row["file"]: row for row in rows("manifest.jsonl")}
TRUTH = rows("truth.jsonl")
LISTINGS = [row for row in MANIFEST.values() if row["kind"] == "listing"]
# Counted by eye in the saved pages: the article links of the list proper, each once.
LINKS = {
    "naver/listing/2026-05-section.html": 45,
    "naver/listing/2026-05-old-list-euckr.html": 20,
    "naver/listing/2024-01-economy-old-list.html": 20,
    "naver_finance/listing/2025-12-item-news.html": 27,
    "daum/listing/2023-02-breakingnews.html": 15,
    "mk/listing/2024-03-home.html": 30,
    "mk/listing/2023-02-stock-home.html": 27,
}


def facts(truth: dict[str, Any], *, generic: bool) -> dict[str, bool]:
    """Which facts of a row the page's reading shows."""
    page = CAPTURES / truth["file"]
    try:
        got = reading.article(page.read_bytes(), MANIFEST[truth["file"]]["url"], SOURCES, generic=generic).as_dict()
    except NotAnArticle:
        return dict.fromkeys((name for name in truth if name != "file"), False)
    names = [author["name"] for author in got["authors"]]
    shown: dict[str, Callable[[Any], bool]] = {
        "authors": lambda value: names == value,
        "authors_include": lambda value: set(value) <= set(names),
        "starts": lambda value: got["body"].startswith(value),
        "ends": lambda value: got["body"].endswith(value),
        "absent": lambda value: not any(words in got["body"] for words in value),
        "subtitle_has": lambda value: value in (got["subtitle"] or ""),
    }
    return {
        name: shown[name](value) if name in shown else got[name] == value
        for name, value in truth.items()
        if name != "file"
    }


@pytest.mark.parametrize("truth", TRUTH, ids=lambda row: row["file"])
def test_every_fact_of_a_real_page_is_shown(truth: dict[str, Any]) -> None:
    assert [name for name, shown in facts(truth, generic=False).items() if not shown] == []


def test_without_any_selector_most_facts_of_the_real_pages_still_hold() -> None:
    wanted = ("title", "authors", "authors_include", "published_at", "starts", "ends", "absent")
    shown = [value for truth in TRUTH for name, value in facts(truth, generic=True).items() if name in wanted]
    assert sum(shown) / len(shown) >= 0.95


@pytest.mark.parametrize("row", LISTINGS, ids=lambda row: row["file"])
def test_a_real_listing_gives_its_article_links_and_nothing_else(row: dict[str, Any]) -> None:
    page = (CAPTURES / row["file"]).read_bytes()
    found = [link.url for link in reading.links(page, row["url"].split(" ")[0], SOURCES)]
    assert len(found) == len(set(found)) == LINKS[row["file"]]
    assert not any("/ranking/" in url or "/hotissue/" in url or "/politics/" in url for url in found)


@pytest.mark.parametrize("page", sorted(CAPTURES.glob("encoding_samples/feed/*")), ids=lambda path: path.name)
def test_real_korean_bytes_are_decoded_without_a_loss(page: Path) -> None:
    text, _ = decode(page.read_bytes())
    assert "\ufffd" not in text
    assert any("가" <= letter <= "힣" for letter in text)
