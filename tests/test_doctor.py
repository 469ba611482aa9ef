"""`scrapy doctor` over a paper that is broken in one way after another, and over one that is well."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.site import XML, Answer, article, feed, listing
from tests.spiders_doctor import WAYS
from tests.world import DEADLINE, PROJECT, SCRAPY, World

CHALLENGE = "<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>"
CONSENT = article(
    1,
    title="쿠키 설정 안내를 읽어 주세요",
    body=["이 사이트는 쿠키를 사용합니다. 계속하려면 동의해 주십시오. 동의하지 않으면 볼 수 없습니다."] * 3,
)
SETTINGS = ("SPIDER_MODULES=tests.spiders_doctor", "DOWNLOAD_DELAY=0", "RETRY_TIMES=0", "NEWSCRAWL_ALLOW_PRIVATE=True")


def front(way: str) -> str:
    return f"http://{way.replace('_', '-')}.test"


def serve(world: World, way: str) -> None:
    """Put a paper on the web that is broken in this way alone."""
    site = front(way)
    links = [f"{site}/article/{number}" for number in range(1, 5)]
    for number, url in enumerate(links, 1):
        page = article(number)
        if way == "selector":
            page = page.replace('id="text"', 'id="story"')
        if way == "title":
            page = page.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
        if way == "undated":
            page = article(number, published="방금")
        world.web.serve(url, CONSENT if way == "consent" else page)
    world.web.serve(f"{site}/list", listing(links))
    world.web.serve(f"{site}/feed.xml", feed(links), XML)
    broken: dict[str, tuple[str, str | Answer]] = {
        "renamed": ("list", listing(f"{site}/newsview/{n}00" for n in range(1, 9))),
        "region": ("list", listing(links, box="redesigned")),
        "html_feed": ("feed.xml", listing(links)),
        "empty_list": ("list", ""),
        "gone_list": ("list", Answer(status=404)),
        "error_list": ("list", Answer(status=500)),
        "challenge": ("list", CHALLENGE),
        "robots": ("robots.txt", "User-agent: Scrapy\nDisallow: /\n"),
        "unreachable": ("robots.txt", Answer(status=503)),
    }
    if way in broken:
        path, answer = broken[way]
        world.web.serve(f"{site}/{path}", answer)
    if way == "renamed":
        world.web.serve(f"{site}/feed.xml", feed([f"{site}/newsview/{n}00" for n in range(1, 9)]), XML)


@pytest.fixture(scope="module")
def examined(
    worlds: Callable[[], World], tmp_path_factory: pytest.TempPathFactory
) -> tuple[World, dict[str, Any], int, Path]:
    """All the papers, examined at once."""
    world = worlds()
    for way in WAYS.split():
        serve(world, way)
    folder = tmp_path_factory.mktemp("saved")
    words = [*SCRAPY, "doctor", "--json", "--save", str(folder), *(part for s in SETTINGS for part in ("-s", s))]
    done = subprocess.run(
        words, cwd=PROJECT, env=world.environment(), capture_output=True, encoding="utf-8", timeout=DEADLINE
    )
    assert "Traceback" not in done.stderr, done.stderr
    found = {line["source"]: line for line in map(json.loads, done.stdout.splitlines())}
    return world, found, done.returncode, folder


MEND = "in tests/spiders_doctor.py"
DIAGNOSES = {
    "renamed": f"no link looks like an article's, the page's own look like /newsview/N (8 links): mend `article_url` {MEND}",
    "region": f"its region '#list' is not on the page, the whole page was searched: mend `region` of discovery[0] {MEND}",
    "html_feed": f"feed:증권: a web page stands where the feed was: mend `url` of discovery[1] {MEND}",
    "empty_list": f"listing:경제: it is an empty page: mend `url` of discovery[0] {MEND}",
    "gone_list": f"listing:경제: there is no such page: mend `url` of discovery[0] {MEND}",
    "error_list": "listing:경제: the server answers 500: try again later",
    "challenge": "listing:경제: it shows a challenge page: the site keeps robots out",
    "robots": "robots.txt closes it: an owner who has the site's permission sets ROBOTSTXT_OBEY=False",
    "unreachable": "robots.txt could not be had: nothing is to be mended here, try again later",
    "selector": f"body: the selector '#text' matched on 0 of 3 pages; it came from generic: mend `body` of pages {MEND}",
    "title": "title: the selector 'h1' matched on 0 of 3 pages; it came from",
    "undated": f"published_at: no page of 3 has a time that can be read: mend `published` of pages {MEND}",
    "consent": "no article came out of 3 pages: The page asks for consent.; nothing is to be mended here, try again later",
    "refusing": "robots.txt could not be had",
}


@pytest.mark.parametrize("way", DIAGNOSES)
def test_what_is_broken_is_named_with_the_line_to_mend(
    examined: tuple[World, dict[str, Any], int, Path], way: str
) -> None:
    faults = examined[1][way]["faults"]
    assert [fault for fault in faults if DIAGNOSES[way] in fault], faults
    # One thing is broken, and no more is said: of a site's rules or answers once a channel.
    assert len(faults) <= 2


def test_a_paper_that_is_well_is_said_to_be(examined: tuple[World, dict[str, Any], int, Path]) -> None:
    well = examined[1]["well"]
    assert (well["faults"], well["robots"]) == ([], "open for what was asked (answered 404)")
    assert [(c["channel"], c["status"], c["links"]) for c in well["channels"]] == [
        ("listing:경제", 200, 4),
        ("feed:증권", 200, 4),
    ]
    assert well["unasked"] == ["feed:산업"]
    assert len(well["articles"]) == 3


def test_nothing_is_stored_and_five_requests_are_enough(examined: tuple[World, dict[str, Any], int, Path]) -> None:
    world, _, code, _ = examined
    assert code == 3  # some gave no article
    assert not world.database.exists()
    for way in WAYS.split():
        asked = [url for url in world.web.asked_for(front(way) + "/") if not url.endswith("/robots.txt")]
        assert len(asked) <= 5


def test_what_came_is_kept(examined: tuple[World, dict[str, Any], int, Path]) -> None:
    folder = examined[3] / "well"
    assert sorted(file.name for file in folder.iterdir()) == [
        *(f"article-{n}.html" for n in (1, 2, 3)),
        *(f"channel-{n}.html" for n in (0, 1)),
    ]


def test_it_is_printed_to_be_read(world: World) -> None:
    serve(world, "well")
    serve(world, "selector")
    settings = [part for s in SETTINGS for part in ("-s", s)]
    done = world.command("doctor", "well", "selector", *settings)
    assert done.returncode == 2
    well, _, selector = done.stdout.partition("── selector")
    assert "✓ nothing is to be mended" in well
    assert "✗ body: the selector '#text' matched on 0 of 3 pages" in selector
    assert (
        world.command("doctor", "wel", *settings).stderr
        == "newscrawl: there is no source 'wel'; did you mean 'well'?\n"
    )
