"""Whole crawls as a user starts them, over sites on loopback: what is fetched, what is kept, what is said, and how they end."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from newscrawl.storage import Store
from tests.site import JSON, XML, Answer, Gate, article, feed, headline, listing, sitemap, text
from tests.world import (
    DEADLINE,
    FEED,
    FRONT,
    KIOSK,
    LIST,
    PROJECT,
    SCRAPY,
    SITEMAP,
    Ended,
    World,
    address,
    ended,
    last_words,
)

CHALLENGE = "<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8


class TestHealthy:
    def test_what_is_announced_is_fetched_once_and_stored_once(self, world: World) -> None:
        world.publish(1, 2, 3)
        world.web.serve(FEED, feed([address(3), address(4)]), XML)
        world.web.serve(address(4), article(4))
        run = world.crawl("paper")
        assert run.code == 0
        assert sorted(world.web.asked_for("/article/")) == [address(n) for n in (1, 2, 3, 4)]
        assert world.titles() == {address(n): headline(n) for n in (1, 2, 3, 4)}
        assert world.outcomes() == {address(n): "stored" for n in (1, 2, 3, 4)}
        source, reason, status, counters = world.last_run()
        assert (source, reason, status) == ("paper", "finished", "healthy")
        assert (counters["links/listed"], counters["outcome/stored"]) == (4, 4)
        assert counters["channel/listing:경제/links"] == 3
        assert "healthy; listed 4, fetched 4, stored 4" in last_words(run.log)

    def test_an_article_is_kept_as_printed_with_its_time_in_utc(self, world: World) -> None:
        world.publish(1)
        world.crawl("paper")
        [(publisher, body, published, fetched)] = world.rows(
            "SELECT publisher, body, published_at, fetched_at FROM articles"
        )
        assert (publisher, body) == ("시험일보", "\n\n".join(text(1)))
        assert published.startswith("2026-11-20 00:30:00")
        # Seoul's clock is nine hours ahead.
        assert abs(datetime.now(UTC) - datetime.fromisoformat(fetched).replace(tzinfo=UTC)) < timedelta(hours=1)
        store = Store(world.url)
        [stored] = store.articles(limit=1)
        store.close()
        assert stored.as_dict()["published_at"] == "2026-11-20T09:30:00+09:00"

    def test_a_second_crawl_fetches_nothing_again_and_is_healthy(self, world: World) -> None:
        world.publish(1, 2)
        world.crawl("paper")
        world.web.asked.clear()
        run = world.crawl("paper")
        assert (run.code, world.web.asked_for("/article/")) == (0, [])
        assert world.last_run()[2] == "healthy"
        assert world.web.asked_for("economy") != []

    @pytest.mark.parametrize("channel", [LIST, SITEMAP])
    def test_what_a_paper_itself_files_elsewhere_is_left_out(self, world: World, channel: str) -> None:
        world.publish(1)
        links = [address(1), address(2), address(3)]
        world.web.serve(channel, listing(links) if channel == LIST else sitemap(links))
        world.web.serve(address(2), article(2, box='<b class="section">정치</b>'))
        world.web.serve(address(3), article(3, title="정치 불안에 환율 1,430원", box='<b class="section">경제</b>'))
        assert world.crawl("paper").code == 0
        # Words of a headline decide nothing.
        assert world.outcomes() == {address(1): "stored", address(2): "rejected:off-topic", address(3): "stored"}
        assert sorted(world.titles()) == [address(1), address(3)]


class TestLimits:
    def test_a_range_keeps_its_days_and_remembers_what_lies_outside(self, world: World) -> None:
        world.publish(1)
        world.web.serve(address(2), article(2, published="입력 2026.11.19. 오후 11:59"))
        for day in ("20261119", "20261120"):
            world.web.serve(f"{FRONT}/economy/{day}?page=1", listing([address(1), address(2)]))
        friday = ("-a", "since=2026-11-20", "-a", "until=2026-11-20")

        assert world.crawl("paper", *friday).code == 0
        assert world.outcomes() == {address(1): "stored", address(2): "rejected:out-of-range"}
        assert list(world.titles()) == [address(1)]
        assert sorted(world.web.asked_for("/economy"))[0] == f"{FRONT}/economy/20261120?page=1"
        assert not world.web.asked_for("/economy/20261119")

        world.web.asked.clear()
        assert world.crawl("paper", *friday).code == 0
        assert world.web.asked_for("/article/") == []

        assert world.crawl("paper", "-a", "since=2026-11-19", "-a", "until=2026-11-20").code == 0
        assert world.web.asked_for("/article/") == [address(2)]
        assert list(world.titles()) == [address(1), address(2)]

    def test_a_page_announced_outside_the_range_is_not_even_fetched(self, world: World) -> None:
        world.publish(1)
        world.web.serve(address(2), article(2, published="입력 2026.11.19. 오후 11:59"))
        world.web.serve(FEED, feed([address(2)], published="Thu, 19 Nov 2026 23:59:00 +09:00"), XML)
        run = world.crawl("paper", "-a", "sections=증권", "-a", "since=2026-11-20")
        assert (run.code, world.web.asked_for("/article/")) == (0, [])
        assert world.outcomes() == {address(2): "pending"}
        assert world.crawl("paper", "-a", "sections=증권").code == 0
        assert world.outcomes() == {address(2): "stored"}

    def test_only_the_channels_of_the_sections_asked_for_are_read(self, world: World) -> None:
        world.publish(1)
        assert world.crawl("paper", "-a", "sections=경제").code == 0
        channels = [url for url in world.web.asked if "/article/" not in url and "robots" not in url]
        assert channels == [LIST, LIST.replace("=1", "=2")]

    def test_no_more_pages_of_a_list_are_read_than_asked_for(self, world: World) -> None:
        world.publish(1, 2, 3, 4)
        for page in (1, 2, 3, 4):
            world.web.serve(f"{FRONT}/economy?page={page}", listing([address(page)]))
        assert world.crawl("paper", "-a", "max_pages=2", "-a", "sections=경제").code == 0
        assert world.web.asked_for("economy") == [f"{FRONT}/economy?page={page}" for page in (1, 2)]
        assert sorted(world.titles()) == [address(1), address(2)]


class TestCannotStart:
    @pytest.mark.parametrize(
        ("command", "named"),
        [
            (("paper", "-a", "since=foo"), "since='foo'"),
            (("paper", "-a", "since=2026-11-20", "-a", "until=2026-11-01"), "until=2026-11-01"),
            (("paper", "-a", "sections=연예"), "연예"),
            (("paper", "-a", "max_pages=0"), "max_pages='0'"),
            (("paper", "-a", "colour=red"), "colour"),
            (("papers",), "did you mean 'paper'?"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
    )
    def test_a_wrong_word_is_answered_in_one_sentence(self, world: World, command: tuple[str, ...], named: str) -> None:
        run = world.crawl(*command)
        assert run.code == 1
        [sentence] = told(run)
        assert named in sentence
        assert world.web.asked == []

    def test_a_file_that_is_no_database_stays_as_it_is(self, world: World) -> None:
        world.database.parent.mkdir()
        world.database.write_text("장부\n" * 1000, "utf-8")
        run = world.crawl("paper")
        assert run.code == 1
        [sentence] = told(run)
        assert str(world.database) in sentence
        assert world.database.read_text("utf-8") == "장부\n" * 1000
        assert [file.name for file in world.database.parent.iterdir()] == ["newscrawl.db"]

    def test_a_directory_is_no_database(self, world: World) -> None:
        world.database.mkdir(parents=True)
        run = world.crawl("paper")
        assert run.code == 1
        assert len(told(run)) == 1
        assert list(world.database.iterdir()) == []


def told(run: Ended) -> list[str]:
    """All lines of a command that said no more than that it could not start."""
    lines = run.log.splitlines()
    assert all(line.startswith("newscrawl: ") for line in lines), run.log
    return lines


class Bad(NamedTuple):
    """A page that a site should not have shown, and what is to become of its address."""

    case: str
    answer: Answer
    outcome: str


CONTROLS = article(25, body=[line.replace(". ", ".\x00\x01\x0b ") for line in text(25)])
TARGET = 90
MAINTENANCE = "<html><title>점검 안내</title><body><p>서비스 점검 중입니다. 점검 시간 02:00~06:00</p></body></html>"
DELETED = "<html><body><script>alert('삭제된 기사입니다.');history.back();</script></body></html>"
BAD = dict(
    enumerate(
        [
            Bad("empty", Answer(), "rejected:empty"),
            Bad("picture as HTML", Answer(PNG), "rejected:not-html"),
            Bad("picture", Answer(PNG, "image/png"), "rejected:not-html"),
            Bad("truncated", Answer(article(23).encode()[:-40]), "error:truncated"),
            Bad("ten megabytes", Answer(article(24).encode() + b" " * 10_000_000), "error:DownloadCancelledError"),
            Bad("control characters", Answer(CONTROLS.encode()), "stored"),
            Bad("no title", Answer(article(26, title="").encode()), "rejected:no-title"),
            Bad("no text", Answer(article(27, body=[]).encode()), "rejected:no-body"),
            Bad("no date", Answer(article(28, published="").encode()), "stored"),
            Bad("next century", Answer(article(29, published="입력 2099.01.01. 오전 9:00").encode()), "stored"),
            Bad("another host", Answer(status=302, location="http://elsewhere.test/1"), "rejected:off-site"),
            Bad("front page", Answer(status=302, location=f"{FRONT}/"), "rejected:redirected"),
            Bad("another article", Answer(status=301, location=address(TARGET)), "stored"),
            Bad("gone", Answer(status=404), "gone"),
            Bad("server error", Answer(status=500), "error:http-500"),
            Bad("forbidden", Answer(status=403), "error:http-403"),
            Bad("challenge", Answer(CHALLENGE.encode()), "error:challenge"),
            Bad("maintenance", Answer(MAINTENANCE.encode()), "error:maintenance"),
            Bad("deleted", Answer(DELETED.encode()), "gone"),
        ],
        start=20,
    )
)


@pytest.fixture(scope="module")
def bad_pages(worlds: Callable[[], World]) -> tuple[World, Ended]:
    """A paper that was healthy, and now has a bad page of every kind among two good ones."""
    world = worlds()
    world.publish(1, 2)
    assert world.crawl("paper").code == 0
    world.publish(3, 4)
    for number, bad in BAD.items():
        world.web.serve(address(number), bad.answer)
    world.web.serve(address(TARGET), article(TARGET))
    world.web.serve("http://elsewhere.test/1", article(91))
    world.web.serve(f"{FRONT}/", listing([address(3)]))
    # Links of one word announce no headline: what a page lacks must be missed on the page.
    world.web.serve(LIST, listing(map(address, [3, 4, *BAD]), words="사진"))
    return world, world.crawl("paper")


class TestBadPages:
    @pytest.mark.parametrize("number", BAD, ids=[bad.case for bad in BAD.values()])
    def test_every_bad_page_has_its_outcome(self, bad_pages: tuple[World, Ended], number: int) -> None:
        world, _ = bad_pages
        assert world.outcomes()[address(number)] == BAD[number].outcome

    def test_every_outcome_is_counted(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        counters = world.last_run()[3]
        wanted = [bad.outcome for bad in BAD.values()] + ["stored", "stored"]
        counted = {name.removeprefix("outcome/"): n for name, n in counters.items() if name.startswith("outcome/")}
        assert counted == {outcome: wanted.count(outcome) for outcome in set(wanted)}

    def test_a_bad_page_is_listed_once(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        assert world.last_run()[3]["links/listed"] == len([3, 4, *BAD])

    def test_the_run_is_degraded_and_says_why(self, bad_pages: tuple[World, Ended]) -> None:
        world, run = bad_pages
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        assert "pages gave no article" in last_words(run.log)
        assert "articles have no publication time" in last_words(run.log)

    def test_what_was_stored_stays_and_good_pages_are_stored_beside(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        good = {address(n): headline(n) for n in (1, 2, 3, 4)}
        assert good.items() <= world.titles().items()

    def test_nothing_but_the_articles_is_stored(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        assert set(world.titles()) == {address(n) for n in (1, 2, 3, 4, 25, 28, 29, TARGET)}

    def test_control_characters_do_not_reach_the_text(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        [(title, body)] = world.rows("SELECT title, body FROM articles WHERE url = ?", address(25))
        assert (title, body) == (headline(25), "\n\n".join(text(25)))

    @pytest.mark.parametrize("number", [28, 29], ids=["no date", "next century"])
    def test_a_time_that_is_not_known_is_not_made_up(self, bad_pages: tuple[World, Ended], number: int) -> None:
        world, _ = bad_pages
        assert world.rows("SELECT published_at FROM articles WHERE url = ?", address(number)) == [(None,)]

    def test_a_redirect_to_an_article_settles_both_addresses(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        assert world.outcomes()[address(TARGET)] == "stored"
        assert world.titles()[address(TARGET)] == headline(TARGET)

    def test_another_host_is_not_even_asked(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        assert world.web.asked_for("elsewhere.test") == []

    def test_only_what_may_heal_is_fetched_again(self, bad_pages: tuple[World, Ended]) -> None:
        world, _ = bad_pages
        kept = world.titles()
        world.web.asked.clear()
        world.crawl("paper")
        errors = [address(number) for number, bad in BAD.items() if bad.outcome.startswith("error:")]
        assert sorted(world.web.asked_for("/article/")) == errors
        assert world.titles() == kept

    @pytest.mark.parametrize(
        ("answer", "ended"),
        [(Answer(status=500), (0, "healthy")), (Answer(CHALLENGE.encode()), (2, "degraded"))],
        ids=["error", "challenge"],
    )
    def test_one_bad_page_of_many_is_no_alarm_but_a_wall_is(
        self, world: World, answer: Answer, ended: tuple[int, str]
    ) -> None:
        world.publish(*range(1, 13))
        world.web.serve(address(5), answer)
        run = world.crawl("paper")
        assert world.outcomes()[address(5)].startswith("error:")
        assert (run.code, world.last_run()[2]) == ended

    def test_a_crawl_without_one_good_page_failed(self, world: World) -> None:
        world.announce(1, 2)
        world.web.serve(address(1), CHALLENGE)
        world.web.serve(address(2), "")
        run = world.crawl("paper")
        assert (run.code, world.last_run()[2]) == (3, "failed")
        assert "none of 2 pages gave an article" in last_words(run.log)


DEAD = {
    "listing:without-links": (Answer(listing([]).encode()), "no-links"),
    "listing:empty": (Answer(), "empty"),
    "listing:challenge": (Answer(CHALLENGE.encode()), "challenge"),
    "listing:picture": (Answer(PNG, "image/png"), "not-text"),
    "listing:error": (Answer(status=500), "error:http-500"),
    "listing:missing": (Answer(status=404), "gone"),
    "listing:refused": (None, "robots-unreachable"),
    "listing:cut-json": (Answer(b'{"renderedComponent": {"SECTION_ARTICLE_LIST": "<ul><li>', JSON), "broken-json"),
    "feed:web-page": (Answer(listing([]).encode()), "web-page"),
    "feed:empty-feed": (Answer(feed([]).encode(), XML), "no-links"),
    "sitemap:empty-sitemap": (Answer(sitemap([]).encode(), XML), "no-links"),
}


@pytest.fixture(scope="module")
def dead_channels(worlds: Callable[[], World]) -> tuple[World, Ended]:
    """A paper all of whose channels are dead, each in its own way."""
    world = worlds()
    for name, (answer, _) in DEAD.items():
        if answer:
            world.web.serve(f"http://dying.test/{name.partition(':')[2]}", answer)
    return world, world.crawl("dying")


class TestChannels:
    @pytest.mark.parametrize("name", DEAD)
    def test_a_dead_channel_is_counted_and_named(self, dead_channels: tuple[World, Ended], name: str) -> None:
        world, run = dead_channels
        reason = DEAD[name][1]
        assert world.last_run()[3][f"channel/{name}/dead"] == reason
        assert f"{name} ({reason}" in last_words(run.log)

    def test_without_any_channel_the_run_failed(self, dead_channels: tuple[World, Ended]) -> None:
        world, run = dead_channels
        assert (run.code, world.last_run()[2]) == (3, "failed")
        assert "no channel announced an article" in last_words(run.log)

    def test_one_dead_channel_degrades_and_the_others_go_on(self, world: World) -> None:
        world.publish(1)
        world.web.serve(FEED, listing([address(1)]))
        run = world.crawl("paper")
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        assert (
            "1 of 3 channels announced nothing: feed:증권 (web-page: a web page stands where the feed was)"
            in last_words(run.log)
        )
        assert list(world.titles()) == [address(1)]

    def test_an_index_is_followed_and_each_of_its_parts_accounted_for(self, world: World) -> None:
        def index(*parts: str) -> str:
            named = (f"<sitemap><loc>{part}</loc><lastmod>{day}</lastmod></sitemap>" for part, day in days(*parts))
            return f"<sitemapindex>{''.join(named)}</sitemapindex>"

        def days(*parts: str) -> list[tuple[str, str]]:
            return [(part, f"2026-11-{30 - n}") for n, part in enumerate(parts)]

        def part(name: str) -> str:
            return f"{FRONT}/map/{name}.xml"

        for number in (1, 2, 3, 4):
            world.web.serve(address(number), article(number))
        world.web.serve(LIST, listing([address(1)]))
        world.web.serve(FEED, feed([address(1)]), XML)
        # An index in it, a part that is packed and calls itself text, one of no articles, one that is gone, one that is a page, and an index that leads back.
        world.web.serve(
            SITEMAP,
            index(*map(part, ("deep", "packed", "writers", "gone", "page", "back")), "http://elsewhere.test/1.xml"),
            XML,
        )
        world.web.serve(part("deep"), index(part("deeper"), part("late")), XML)
        world.web.serve(part("deeper"), index(part("late")), XML)
        world.web.serve(part("late"), sitemap([address(2)]), "application/octet-stream")
        world.web.serve(part("packed"), Answer(gzip.compress(sitemap([address(3)]).encode()), "text/plain", etag='"a"'))
        world.web.serve(part("writers"), sitemap([f"{FRONT}/writer/1"]), XML)
        world.web.serve(part("page"), listing([]))
        world.web.serve(part("back"), index(SITEMAP, part("back")), XML)
        run = world.crawl("paper")
        assert sorted(world.titles()) == [address(1), address(2), address(3)]
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        said = last_words(run.log)
        assert "4 of 9 parts of sitemap:news.xml failed" in said
        assert f"{part('gone')} (gone: there is no such page)" in said
        assert f"{part('page')} (web-page" in said
        assert f"{part('deeper')} (index" in said
        assert "http://elsewhere.test/1.xml (rejected:off-site)" in said

        # The index itself says nothing of its parts: it is asked for again, and what did not change is not read again.
        world.web.serve(SITEMAP, Answer(index(part("late"), part("packed")).encode(), XML, etag='"i"'))
        assert world.crawl("paper").code == 0
        world.web.serve(part("late"), sitemap([address(4)]), XML)
        assert world.crawl("paper").code == 0
        assert address(4) in world.titles()
        assert set(world.web.unchanged) == {part("packed")}

        world.web.serve(SITEMAP, index(part("writers")), XML)
        run = world.crawl("paper")
        assert "1 of 3 channels announced nothing: sitemap:news.xml (no-links" in last_words(run.log)

    def test_a_list_without_its_region_is_searched_whole_and_the_drift_told(self, world: World) -> None:
        world.publish(1, 2)
        world.web.serve(LIST, listing([address(1), address(2)], box="redesigned"))
        run = world.crawl("paper", "-a", "sections=경제")
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        assert world.last_run()[3]["drift/listing:경제"] == 1
        assert "the region of listing:경제 is gone" in last_words(run.log)
        assert sorted(world.titles()) == [address(1), address(2)]

    def test_a_list_that_repeats_its_last_page_comes_to_an_end(self, world: World) -> None:
        world.publish(1, 2)
        world.web.serve(LIST, listing([address(1)]))
        for page in range(2, 30):
            world.web.serve(f"{FRONT}/economy?page={page}", listing([address(2)]))
        assert world.crawl("paper", "-a", "max_pages=29", "-a", "sections=경제").code == 0
        assert world.web.asked_for("economy") == [f"{FRONT}/economy?page={page}" for page in (1, 2, 3)]
        assert sorted(world.titles()) == [address(1), address(2)]

    def test_a_list_is_read_on_though_another_channel_announced_its_first_page(self, world: World) -> None:
        front = "http://overlap.test"
        for number in (1, 2):
            world.web.serve(f"{front}/article/{number}", article(number))
        world.web.serve(f"{front}/feed.xml", feed([f"{front}/article/1"]), XML)
        held, asked = Gate(), Gate()
        asked.opened.set()
        world.web.serve(f"{front}/list?page=1", Answer(listing([f"{front}/article/1"]).encode(), gate=held))
        world.web.serve(f"{front}/list?page=2", listing([f"{front}/article/2"]))
        world.web.serve(f"{front}/article/1", Answer(article(1).encode(), gate=asked))
        crawl = world.crawling("overlap", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=2")
        assert asked.arrived.wait(DEADLINE)
        held.opened.set()
        assert ended(crawl).code == 0
        assert sorted(world.titles()) == [f"{front}/article/1", f"{front}/article/2"]

    def test_one_broken_day_does_not_speak_for_the_others(self, world: World) -> None:
        world.publish(1)
        world.web.serve(f"{FRONT}/economy/20261120?page=1", listing([address(1)]))
        world.web.serve(f"{FRONT}/economy/20261119?page=1", Answer(status=500))
        run = world.crawl("paper", "-a", "sections=경제", "-a", "since=2026-11-19", "-a", "until=2026-11-20")
        assert list(world.titles()) == [address(1)]
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        assert "error:http-500" in last_words(run.log)

    def test_a_list_goes_on_in_json_fragments(self, world: World) -> None:
        fragments(world, json.dumps({"renderedComponent": {"LIST": f'<a href="{FRAGMENTS}/article/2">기사</a>'}}))
        assert world.crawl("fragments").code == 0
        assert sorted(world.titles()) == [f"{FRAGMENTS}/article/1", f"{FRAGMENTS}/article/2"]

    @pytest.mark.parametrize(
        ("second", "reason"),
        [
            (Answer(b'{"renderedComponent": {"SECTION_ARTICLE_LIST": "<ul><li>', JSON), "broken-json"),
            (Answer(CHALLENGE.encode()), "challenge"),
            (Answer(status=500), "error:http-500"),
        ],
        ids=["cut in half", "challenge", "server error"],
    )
    def test_a_list_that_breaks_off_is_not_silent(self, world: World, second: Answer, reason: str) -> None:
        fragments(world, second)
        run = world.crawl("fragments")
        assert list(world.titles()) == [f"{FRAGMENTS}/article/1"]
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        assert reason in last_words(run.log)


FRAGMENTS = "http://fragments.test"


def fragments(world: World, second: str | Answer) -> None:
    """A section list whose first page leads to a second one."""
    for number in (1, 2):
        world.web.serve(f"{FRAGMENTS}/article/{number}", article(number))
    world.web.serve(f"{FRAGMENTS}/section/101", listing([f"{FRAGMENTS}/article/1"], cursor="7"))
    path = "/section/template/SECTION_ARTICLE_LIST?sid=101&sid2=&cluid=&pageNo=2&date=&next=7"
    world.web.serve(FRAGMENTS + path, second, JSON)


class TestRobots:
    def test_a_page_that_robots_txt_closes_is_not_fetched(self, world: World) -> None:
        world.publish(1, 2)
        world.web.serve(f"{FRONT}/robots.txt", "User-agent: *\nDisallow: /article/0002\n", "text/plain")
        world.crawl("paper")
        assert world.outcomes() == {address(1): "stored", address(2): "robots"}
        assert world.web.asked_for("/article/") == [address(1)]

    def test_a_site_closed_to_scrapy_is_not_crawled_and_the_owner_told_the_setting(self, world: World) -> None:
        world.publish(1)
        world.web.serve(f"{FRONT}/robots.txt", "User-agent: Scrapy\nDisallow: /\n", "text/plain")
        run = world.crawl("paper")
        assert (run.code, world.last_run()[2]) == (3, "failed")
        assert set(world.web.asked) == {f"{FRONT}/robots.txt"}
        [sentence] = [line for line in run.log.splitlines() if "ROBOTSTXT_OBEY=False" in line]
        assert sentence in last_words(run.log)
        assert world.crawl("paper", "-s", "ROBOTSTXT_OBEY=False").code == 0
        assert list(world.titles()) == [address(1)]


class TestCopies:
    @pytest.mark.parametrize("order", [("paper", "kiosk"), ("kiosk", "paper")], ids=" first, then ".join)
    def test_a_piece_is_one_article_and_the_portals_page_its_copy(self, world: World, order: tuple[str, str]) -> None:
        world.publish(1, 2)
        press = '<em class="press">시험일보</em>'
        link = f'<a class="original" href="{address(1)}?utm_source=kiosk">기사원문</a>'
        world.web.serve(f"{KIOSK}/economy", listing([f"{KIOSK}/v/11", f"{KIOSK}/v/12", f"{KIOSK}/v/13"]))
        world.web.serve(f"{KIOSK}/v/11", article(1, body=[*text(1), "포털에서만 보이는 문장이다."], box=press + link))
        world.web.serve(f"{KIOSK}/v/12", article(2, box=press))
        # Another paper with the same text is a piece of its own.
        world.web.serve(f"{KIOSK}/v/13", article(2, box='<em class="press">다른일보</em>'))

        for name in order:
            assert world.crawl(name).code == 0

        assert sorted(world.rows("SELECT url, source, publisher, own FROM articles")) == [
            (f"{KIOSK}/v/13", "kiosk", "다른일보", 0),
            (address(1), "paper", "시험일보", 1),
            (address(2), "paper", "시험일보", 1),
        ]
        assert world.rows(
            "SELECT c.url, c.source, a.url, a.body FROM copies c JOIN articles a ON a.id = c.article_id ORDER BY c.url"
        ) == [(f"{KIOSK}/v/1{n}", "kiosk", address(n), "\n\n".join(text(n))) for n in (1, 2)]
        assert world.outcomes() == {
            address(1): "stored",
            address(2): "stored",
            f"{KIOSK}/v/11": "copy",
            f"{KIOSK}/v/12": "copy",
            f"{KIOSK}/v/13": "stored",
        }
        world.web.asked.clear()
        assert world.crawl("kiosk").code == 0
        assert world.web.asked_for("/v/") == []


class TestOutLinks:
    def test_a_page_on_another_known_site_is_read_by_the_layouts_of_that_site(self, world: World) -> None:
        # #text is the paper's own selector; the box before it would be taken for the article by the generic rules alone.
        box = "<div>" + "".join(f"<p>{line}</p>" for line in text(9) * 4) + "</div>"
        world.web.serve(address(1), article(1, box=box))
        world.web.serve(address(2), article(2))
        world.web.serve("http://board.test/v/2", Answer(status=302, location=address(2)))
        world.web.serve("http://board.test/v/3", Answer(status=302, location=f"{FRONT}/event"))
        links = [
            f"{address(1)}?utm_source=board",
            "http://board.test/v/2",
            "http://board.test/v/3",
            "http://stranger.test/article/4",
        ]
        world.web.serve("http://board.test/economy", listing(links))
        run = world.crawl("board")

        assert sorted(world.rows("SELECT url, source, publisher, body FROM articles")) == [
            (address(n), "paper", "시험일보", "\n\n".join(text(n))) for n in (1, 2)
        ]
        assert world.outcomes() == {
            address(1): "stored",
            address(2): "stored",
            "http://board.test/v/2": "stored",
            "http://board.test/v/3": "rejected:off-site",
        }
        assert world.web.asked_for("stranger.test") == world.web.asked_for("/event") == []
        # The paper's own crawl knows these pages, and its robots.txt was asked for them.
        assert f"{FRONT}/robots.txt" in world.web.asked
        world.publish(1, 2)
        world.web.asked.clear()
        assert world.crawl("paper").code == 0
        assert world.web.asked_for("/article/") == []
        assert run.code == 0

    def test_a_site_that_forbids_scrapy_forbids_it_behind_a_portals_link_too(self, world: World) -> None:
        world.web.serve(f"{FRONT}/robots.txt", "User-agent: Scrapy\nDisallow: /\n", "text/plain")
        world.web.serve(address(1), article(1))
        world.web.serve("http://board.test/economy", listing([address(1)]))
        world.crawl("board")
        assert world.outcomes() == {address(1): "robots"}
        assert world.web.asked_for("/article/") == []


class TestEncodings:
    def test_a_text_is_the_same_however_it_is_labelled(self, world: World) -> None:
        title = "똠방각하 펲시콜라 韓銀 금리 동결"
        line = "韓銀이 기준금리를 연 2.50%로 동결했다. 똠얌꿍 값은 ▲0.3% 올랐다."  # short: no page is another's copy
        page, lying = article(1, title=title, body=[line]), '<meta charset="utf-8">'
        served = [
            Answer(page.encode()),
            Answer(page.encode("cp949"), "text/html; charset=euc-kr"),
            Answer(page.encode("cp949"), "text/html; charset=utf-8"),
            Answer(article(1, title=title, body=[line], meta=lying).encode("cp949"), "text/html"),
            Answer(page.encode("cp949"), "text/html"),
        ]
        for number, answer in enumerate(served, 1):
            world.web.serve(address(number), answer)
        world.announce(*range(1, 6))
        world.web.serve(LIST, listing([address(number) for number in range(1, 6)], words=title))
        world.crawl("paper")
        query = "SELECT url, title, body FROM articles ORDER BY url"
        assert world.rows(query) == [(address(number), title, line) for number in range(1, 6)]

    def test_a_mislabelled_feed_gives_headline_and_time_to_a_page_that_has_none(self, world: World) -> None:
        announced = feed([address(1)], "Fri, 20 Nov 2026 09:30:00 +09:00").replace("피드의 제목은", "똠방각하의 제목은")
        world.web.serve(FEED, Answer(announced.encode("cp949"), XML))
        world.web.serve(address(1), article(1, title="", published=""))
        world.crawl("paper", "-a", "sections=증권")
        assert world.rows("SELECT title, published_at FROM articles") == [
            ("똠방각하의 제목은 이렇다", "2026-11-20 00:30:00.000000")
        ]


class TestCron:
    def test_the_database_is_the_projects_wherever_cron_starts(self, world: World) -> None:
        asked = subprocess.run(
            [*SCRAPY, "settings", "--get", "NEWSCRAWL_DATABASE_URL"],
            cwd="/",
            env=world.environment(SCRAPY_SETTINGS_MODULE="newscrawl.settings", NEWSCRAWL_DATABASE_URL=""),
            capture_output=True,
            encoding="utf-8",
        )
        assert asked.stdout == f"sqlite:///{PROJECT}/data/newscrawl.db\n"

    def test_a_crawl_starts_anywhere(self, world: World) -> None:
        world.publish(1)
        run = world.crawl("paper", cwd=Path("/"), SCRAPY_SETTINGS_MODULE="newscrawl.settings")
        assert run.code == 0
        assert list(world.titles()) == [address(1)]


class TestInterrupted:
    def test_a_crawl_asked_to_stop_leaves_the_rest_pending_for_the_next(self, world: World) -> None:
        gate = held_at_the_second(world)
        crawl = world.crawling("paper", "-L", "DEBUG")
        assert gate.arrived.wait(DEADLINE)
        crawl.send_signal(signal.SIGTERM)
        assert crawl.stderr
        # The answer under way waits until the signal was taken, or the crawl could end as if there had been none.
        assert any("shutting down gracefully" in line for line in crawl.stderr)
        gate.opened.set()
        run = ended(crawl)

        assert run.code == 2
        assert "the crawl ended early: shutdown" in run.log
        assert world.last_run()[1:3] == ("shutdown", "degraded")
        finish(world)

    def test_a_killed_crawl_loses_nothing(self, world: World) -> None:
        gate = held_at_the_second(world)
        crawl = world.crawling("paper")
        assert gate.arrived.wait(DEADLINE)
        assert crawl.stderr
        assert any(" stored " in line for line in crawl.stderr)
        crawl.kill()
        ended(crawl)
        gate.opened.set()

        assert world.rows("SELECT finished_at, status FROM runs") == [(None, None)]
        finish(world)


MANY = range(1, 31)  # more than Scrapy has under way at once, all of which a graceful end waits for


def held_at_the_second(world: World) -> Gate:
    """Many announced articles; whichever is asked for as the second waits."""
    gate = Gate(free=1)
    world.announce(*MANY)
    for number in MANY:
        world.web.serve(address(number), Answer(article(number).encode(), gate=gate))
    return gate


def finish(world: World) -> None:
    """What an interrupted crawl left, and how the next one ends it."""
    stored = set(world.titles())
    outcomes = world.outcomes()
    rest = {url for url, outcome in outcomes.items() if outcome == "pending"}
    assert stored and rest
    assert stored | rest == {address(n) for n in MANY}
    world.web.asked.clear()
    assert world.crawl("paper").code == 0
    assert set(world.web.asked_for("/article/")) == rest
    assert set(world.titles()) == stored | rest
