"""A year of cron: what a run costs when nothing or little is new, what a killed one leaves, and what is said of it all."""

from __future__ import annotations

import json
import os
import pty
import random
import signal
import subprocess
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.health import judge
from newscrawl.items import Candidate
from newscrawl.standing import problems
from newscrawl.storage import Run, State, Store
from newscrawl.storage.frontier import MAX_ATTEMPTS
from tests.site import XML, Answer, Gate, article, feed, listing, sitemap
from tests.test_storage import strange
from tests.world import DEADLINE, FEED, FRONT, KIOSK, LIST, PROJECT, SCRAPY, SITEMAP, World, address, ended, last_words


def page(number: int) -> str:
    """The address of a page of the paper's list."""
    return f"{FRONT}/economy?page={number}"


def tagged(world: World, *numbers: int, tag: str = "1") -> None:
    """Announce articles on a server that knows whether its answers changed."""
    links = [address(number) for number in numbers]
    for url, body, type in (
        (LIST, listing(links), "text/html"),
        (FEED, feed(links), XML),
        (SITEMAP, sitemap(links), XML),
    ):
        world.web.serve(url, Answer(body.encode(), type, etag=f'"{tag}"'))


class TestIncremental:
    def test_a_second_run_over_an_unchanged_site_costs_its_channels_alone(self, world: World) -> None:
        world.publish(1, 2, 3)
        tagged(world, 1, 2, 3)
        assert world.crawl("paper").code == 0
        world.web.asked.clear()
        run = world.crawl("paper")
        assert (run.code, world.last_run()[2]) == (0, "healthy")
        assert sorted(world.web.asked) == sorted([LIST, FEED, SITEMAP, f"{FRONT}/robots.txt"])
        assert sorted(world.web.unchanged) == sorted([LIST, FEED, SITEMAP])

    def test_an_hour_later_a_new_article_costs_one_request(self, world: World) -> None:
        world.publish(1, 2, 3)
        tagged(world, 1, 2, 3)
        world.web.serve(page(2), listing([address(4)]))
        world.web.serve(page(3), listing([address(5)]))
        for number in (4, 5, 6):
            world.web.serve(address(number), article(number))
        world.crawl("paper")
        assert len(world.titles()) == 5
        world.web.asked.clear()
        tagged(world, 6, 1, 2, 3, tag="2")
        assert world.crawl("paper").code == 0
        assert world.web.asked_for("/article/") == [address(6)]
        # Page 1 has something new, page 2 has not: the walk ends there.
        assert world.web.asked_for("economy") == [page(1), page(2)]

    def test_a_changed_page_at_known_ground_ends_the_walk(self, world: World) -> None:
        world.publish(1, 2)
        world.web.serve(page(2), listing([address(3)]))
        world.web.serve(address(3), article(3))
        world.crawl("paper")
        world.web.asked.clear()
        assert world.crawl("paper").code == 0
        assert world.web.asked_for("economy") == [page(1)]

    def test_the_walk_goes_over_known_ground_when_it_is_told_how_far(self, world: World) -> None:
        world.publish(1)
        for number in (2, 3, 4):
            world.web.serve(page(number), listing([address(number)]))
            world.web.serve(address(number), article(number))
        world.crawl("paper")
        world.web.asked.clear()
        world.crawl("paper", "-a", "max_pages=3")
        assert world.web.asked_for("economy") == [page(1), page(2), page(3)]

    def test_a_shallow_walk_is_no_known_ground(self, world: World) -> None:
        world.publish(1)
        for number in (2, 3):
            world.web.serve(page(number), listing([address(number)]))
            world.web.serve(address(number), article(number))
        world.crawl("paper", "-a", "max_pages=1")
        assert list(world.titles()) == [address(1)]
        world.crawl("paper")
        assert sorted(world.titles()) == [address(1), address(2), address(3)]

    def test_a_hole_behind_a_killed_run_is_found_though_the_first_page_is_known(self, world: World) -> None:
        world.publish(1)
        tagged(world, 1)
        assert world.crawl("paper").code == 0
        gate = Gate(free=0)
        tagged(world, 2, tag="2")
        world.web.serve(address(2), Answer(article(2).encode(), gate=gate))
        world.web.serve(page(2), listing([address(3)]))
        world.web.serve(address(3), article(3))
        crawl = world.crawling("paper")
        assert gate.arrived.wait(DEADLINE)
        crawl.kill()
        ended(crawl)
        gate.opened.set()
        world.web.unchanged.clear()
        assert world.crawl("paper").code == 0
        assert world.web.unchanged == []
        assert sorted(world.titles()) == [address(1), address(2), address(3)]

    def test_what_another_source_announced_is_no_known_ground(self, world: World) -> None:
        """The portal's list leads to the paper's own pages; the paper's next page was never read."""
        world.publish(1)
        assert world.crawl("paper").code == 0
        world.announce(2, 3)
        world.web.serve(page(2), listing([address(4)]))
        for number in (2, 3, 4):
            world.web.serve(address(number), article(number))
        world.web.serve("http://board.test/economy", listing([address(2), address(3)]))
        assert world.crawl("board").code == 0
        world.web.asked.clear()
        assert world.crawl("paper").code == 0
        assert world.web.asked_for("/article/") == [address(4)]

    def test_a_range_says_where_there_is_no_list_by_day(self, world: World) -> None:
        world.publish(1)
        world.web.serve(f"{FRONT}/economy/20261120?page=1", listing([address(1)]))
        run = world.crawl("paper", "-a", "since=2026-11-20", "-a", "until=2026-11-20")
        assert "there is no list by day for feed:증권, sitemap:news.xml" in run.log

    def test_a_day_is_read_to_its_end(self, world: World) -> None:
        day = f"{FRONT}/economy/20261120?page="
        for number in range(1, 9):
            world.web.serve(f"{day}{number}", listing([address(number)]))
            world.web.serve(address(number), article(number))
        world.crawl("paper", "-a", "sections=경제", "-a", "since=2026-11-20", "-a", "until=2026-11-20")
        assert len(world.titles()) == 8


SITE = range(1, 301)
MOMENTS = 30


class TestKilled:
    def test_thirty_kills_leave_what_an_undisturbed_run_leaves(self, world: World, tmp_path: Path) -> None:
        for number in SITE:
            world.web.serve(address(number), article(number, body=strange(number).split("\n\n")))
        for number in range(1, 6):
            world.web.serve(page(number), listing(address(n) for n in SITE[(number - 1) * 60 : number * 60]))
        world.web.serve(FEED, feed(address(n) for n in SITE[:20]), XML)
        world.web.serve(SITEMAP, sitemap(address(n) for n in SITE[10:40]), XML)
        undisturbed = World(world.web, tmp_path)
        assert undisturbed.crawl("paper").code == 0
        world.web.asked.clear()

        chance = random.Random(20261124)
        for _ in range(MOMENTS):
            # Before or after the answer to one of the first questions: robots.txt, the channels, the first articles.
            kill_at(world, chance.randrange(1, 24))
        assert 0 < len(world.titles()) < len(SITE)
        assert world.crawl("paper").code == 0
        assert world.crawl("paper").code == 0

        for query in (
            "SELECT url, title, subtitle, body, published_at, publisher, own, content_hash FROM articles ORDER BY url",
            "SELECT url, outcome, channel, published_at, title FROM urls ORDER BY url",
            "SELECT c.url, a.url FROM copies c JOIN articles a ON a.id = c.article_id ORDER BY c.url",
            "SELECT size FROM stories ORDER BY size",
            "SELECT count(*) FROM revisions",
            "SELECT count(*) FROM text_keys",
        ):
            assert world.rows(query) == undisturbed.rows(query)
        with Store(world.url) as store:
            assert (store.check(), store.unindexed()) == ([], 0)
        fetched = Counter(world.web.asked_for("/article/"))
        assert len(fetched) == len(SITE)
        assert max(fetched.values()) <= 2
        # A kill loses the page that is asked for, and on a busy machine the one before it, which is being stored.
        assert sum(fetched.values()) <= len(SITE) + 2 * MOMENTS

    def test_what_no_channel_shows_any_more_is_fetched_still(self, world: World) -> None:
        gate = Gate(free=1)
        world.announce(1, 2, 3)
        for number in (1, 2, 3, 4):
            world.web.serve(address(number), Answer(article(number).encode(), gate=gate))
        crawl = world.crawling("paper")
        assert gate.arrived.wait(DEADLINE)
        crawl.kill()
        ended(crawl)
        gate.opened.set()
        world.announce(4)
        assert world.crawl("paper").code == 0
        assert len(world.titles()) == 4

    def test_what_was_under_way_is_asked_for_last(self, world: World) -> None:
        gate = Gate()
        world.announce(*range(1, 6))
        for number in range(1, 6):
            world.web.serve(address(number), Answer(article(number).encode(), gate=gate))
        crawl = world.crawling("paper")
        assert gate.arrived.wait(DEADLINE)
        crawl.kill()
        ended(crawl)
        gate.opened.set()
        [killer] = world.web.asked_for("/article/")
        world.web.asked.clear()
        world.crawl("paper")
        assert world.web.asked_for("/article/")[-1] == killer

    def test_a_page_that_kills_the_process_is_given_up_and_named(self, world: World) -> None:
        store = Store(world.url)
        store.announce([Candidate(url=address(9), key="paper/9", source="paper", channel="listing:경제")])
        for _ in range(MAX_ATTEMPTS):
            store.ask("paper/9")
        store.close()
        world.publish(1)
        assert world.crawl("paper").code == 0
        assert world.web.asked_for("/article/") == [address(1)]
        assert "paper: 1 pages were given up" in world.command("health").stdout

    def test_an_end_that_was_asked_for_does_not_wait_for_a_site_that_does_not_answer(self, world: World) -> None:
        gate = Gate(free=1)
        world.announce(*range(1, 31))
        for number in range(1, 31):
            world.web.serve(address(number), Answer(article(number).encode(), gate=gate))
        crawl = world.crawling("paper", "-s", "DOWNLOAD_DELAY=0.1")
        assert gate.arrived.wait(DEADLINE)
        crawl.send_signal(signal.SIGTERM)
        run = ended(crawl)  # the answers are held back all the while
        assert run.code == 2
        assert world.last_run()[1:3] == ("shutdown", "degraded")
        assert "the crawl ended early: shutdown" in last_words(run.log)
        gate.opened.set()
        assert world.crawl("paper").code == 0
        assert len(world.titles()) == 30


def kill_at(world: World, event: int) -> None:
    """Kill a crawl at the so-manieth thing its server sees: a question that comes or an answer that went."""
    seen = 0

    def watch(url: str) -> None:
        nonlocal seen
        seen += 1
        if seen == event:
            crawl.kill()

    crawl = world.crawling("paper")
    world.web.watch = watch
    ended(crawl)
    world.web.watch = lambda url: None


class TestAll:
    """`scrapy crawlall` over the paper and the kiosk."""

    ONLY = (
        "--only",
        "paper,kiosk",
        "-s",
        "SPIDER_MODULES=tests.spiders_local",
        "-s",
        "DOWNLOAD_DELAY=0",
        "-s",
        "RETRY_TIMES=0",
    )

    def publish(self, world: World) -> None:
        world.publish(1, 2)
        world.web.serve(f"{KIOSK}/economy", listing([f"{KIOSK}/v/11"]))
        world.web.serve(f"{KIOSK}/v/11", article(3, box='<em class="press">다른일보</em>'))

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_all_are_crawled_and_a_table_says_so(self, world: World, jobs: str) -> None:
        self.publish(world)
        done = world.command("crawlall", *self.ONLY, "--jobs", jobs)
        assert (done.returncode, done.stderr) == (0, "")
        assert [line.split()[0:4:3] for line in done.stdout.splitlines()] == [
            ["source", "stored"],
            ["paper", "2"],
            ["kiosk", "1"],
        ]

    def test_the_worst_exit_code_wins_and_the_trouble_is_told(self, world: World) -> None:
        self.publish(world)
        world.web.serve(f"{KIOSK}/economy", listing([]))
        done = world.command("crawlall", *self.ONLY)
        assert done.returncode == 3
        assert "kiosk: no channel announced an article: listing:경제 (no-links" in done.stderr
        assert "paper" not in done.stderr

    def test_one_at_a_time_and_a_dead_one_is_none(self, world: World) -> None:
        self.publish(world)
        gate = Gate()
        world.web.serve(address(1), Answer(article(1).encode(), gate=gate))
        first = subprocess.Popen(
            [*SCRAPY, "crawlall", *self.ONLY], cwd=PROJECT, env=world.environment(), stdout=subprocess.DEVNULL
        )
        assert gate.arrived.wait(DEADLINE)
        second = world.command("crawlall", *self.ONLY)
        assert (second.returncode, second.stderr) == (0, "")
        assert f"process {first.pid}, since 20" in second.stdout
        assert "nothing was done" in second.stdout
        first.kill()
        first.wait()
        gate.opened.set()
        assert world.command("crawlall", *self.ONLY).returncode == 0
        assert len(world.titles()) == 3

    def test_on_a_terminal_it_shows_how_far_it_is(self, world: World) -> None:
        self.publish(world)
        gate = Gate()
        world.web.serve(address(1), Answer(article(1).encode(), gate=gate))
        ours, theirs = pty.openpty()
        crawl = subprocess.Popen(
            [*SCRAPY, "crawlall", *self.ONLY],
            cwd=PROJECT,
            env=world.environment(),
            stdout=subprocess.PIPE,
            stderr=theirs,
        )
        os.close(theirs)
        shown = b""
        while b"1 of 2 sources done" not in shown:
            shown += os.read(ours, 1024)
        assert b"under way" in shown
        gate.opened.set()
        table, _ = crawl.communicate(timeout=DEADLINE)
        assert (crawl.returncode, table.split()[8]) == (0, b"paper")
        os.close(ours)

    def test_it_ends_within_seconds_when_told_to(self, world: World) -> None:
        self.publish(world)
        gate = Gate()
        world.web.serve(address(1), Answer(article(1).encode(), gate=gate))
        crawl = subprocess.Popen(
            [*SCRAPY, "crawlall", *self.ONLY, "--jobs", "1"],
            cwd=PROJECT,
            env=world.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert gate.arrived.wait(DEADLINE)
        crawl.send_signal(signal.SIGHUP)  # its terminal was closed
        shown, trouble = crawl.communicate(timeout=DEADLINE)
        assert "Traceback" not in trouble
        assert [line.split()[-1] for line in shown.splitlines()] == ["status", "degraded", "started"]
        assert world.rows("SELECT source, reason FROM runs") == [("paper", "shutdown")]


class TestSaid:
    def test_the_history_and_the_state_of_sources(self, world: World) -> None:
        world.publish(1)
        world.crawl("paper")
        world.web.serve(FEED, listing([address(1)]))
        world.crawl("paper")
        said = world.command("runs", "paper").stdout
        assert [line.split()[-1] for line in said.splitlines() if line[:2] == "20"] == ["degraded", "healthy"]
        assert "feed:증권 (web-page: a web page stands where the feed was)" in said
        runs = [json.loads(line) for line in world.command("runs", "--json", "--limit", "1").stdout.splitlines()]
        assert [(run["source"], run["status"], run["counters"]["channel/feed:증권/dead"]) for run in runs] == [
            ("paper", "degraded", "web-page")
        ]
        health = world.command("health")
        assert health.returncode == 2
        assert "paper: 1 of 3 channels announced nothing: feed:증권 (web-page" in health.stdout
        assert "paper: last healthy on 20" in health.stdout
        [state] = [json.loads(line) for line in world.command("health", "--json").stdout.splitlines()]
        assert (state["source"], state["status"], state["pending"]) == ("paper", "degraded", 0)

    def test_without_any_run(self, world: World) -> None:
        Store(world.url).close()
        assert world.command("health").returncode == 3
        assert world.command("health", "mk").stdout == "mk: never crawled; `scrapy crawl mk` begins\n"
        done = world.command("runs", "mk")
        assert (done.returncode, done.stderr) == (
            1,
            "newscrawl: there is no run of 'mk' yet; `scrapy crawl NAME` makes one\n",
        )

    def test_the_metrics_of_all_sources_are_written_in_one_stroke(self, world: World, tmp_path: Path) -> None:
        world.publish(1)
        file = tmp_path / "newscrawl.prom"
        world.crawl("paper", "-s", f"NEWSCRAWL_METRICS={file}")
        lines = file.read_text().splitlines()
        assert 'newscrawl_status{source="paper"} 0' in lines
        assert 'newscrawl_last_run_stored{source="paper"} 1' in lines
        assert "# TYPE newscrawl_last_run_timestamp_seconds gauge" in lines
        assert [path.name for path in tmp_path.iterdir()] == ["newscrawl.prom"]
        values = {line.split("{")[0]: float(line.split()[-1]) for line in lines if line[0] != "#"}
        assert abs(values["newscrawl_last_run_timestamp_seconds"] - datetime.now(UTC).timestamp()) < 3600


# The judgement: a healthy source and what it counts, changed in one thing at a time.

HEALTHY: dict[str, Any] = {
    "channel/listing:경제/asked": 1,
    "channel/listing:경제/pages": 1,
    "channel/listing:경제/links": 20,
    "channel/feed:증권/asked": 1,
    "channel/feed:증권/pages": 1,
    "channel/feed:증권/links": 30,
    "links/listed": 40,
    "links/new": 10,
    "articles/fetched": 10,
    "outcome/stored": 10,
    "read/mk": 10,
    "extraction/body/layout": 10,
    "extraction/title/layout": 10,
    "extraction/authors/layout": 9,
    "extraction/published_at/layout": 10,
    "distinct/published_at": 9,
    "distinct/body": 10,
}
FRIDAY = datetime(2026, 11, 20, 9, tzinfo=UTC)


def run(number: int, counters: dict[str, Any] = HEALTHY, status: str = "healthy") -> Run:
    begun = FRIDAY + timedelta(hours=number)
    return Run(
        id=number, source="mk", started_at=begun, finished_at=begun, reason="finished", status=status, counters=counters
    )


HISTORY = [run(number) for number in (5, 4, 3, 2, 1)]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"channel/listing:경제/links": 2}, "listing:경제 shows 2 links, usually 20"),
        ({"links/new": 40}, "nothing announced was known to the archive"),
        ({"extraction/authors/layout": 0}, "none of 10 articles has authors; 45 of 50 had in the last healthy runs"),
        ({"distinct/published_at": 1}, "all 10 articles have the same publication time"),
        ({"distinct/body": 1}, "all 10 pages show the same text: a consent or an error page?"),
        (
            {"fallen/mk/authors/json-ld": 10},
            "the selectors of mk matched on 0 of 10 pages for authors (now from json-ld); last matched 2026-11-20",
        ),
        ({"channel/feed:증권/dead": "challenge"}, "feed:증권 broke off: challenge"),
        ({"drift/listing:경제": 1}, "the region of listing:경제 is gone from its page"),
        ({"missing/published_at": 5}, "5 of 10 articles have no publication time"),
        ({"outcome/stored": 9}, "1 of 10 pages came to no outcome: does a pipeline drop them?"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_change_for_the_worse_is_named(changed: dict[str, Any], sentence: str) -> None:
    assert judge(HEALTHY, "finished", HISTORY) == ("healthy", [])
    status, reasons = judge(HEALTHY | changed, "finished", HISTORY)
    assert status in ("degraded", "failed")
    assert [reason for reason in reasons if sentence in reason], reasons


def test_a_run_with_limits_is_compared_with_none_and_none_with_it() -> None:
    few = HEALTHY | {"channel/listing:경제/links": 2, "channel/listing:경제/pages": 1}
    limited = [run(number, few | {"run/limits": "sections=경제"}) for number in (9, 8, 7)]
    assert judge(few, "finished", limited) == ("healthy", [])


def test_lists_that_stand_still_are_named() -> None:
    now = datetime.now(UTC)
    nothing = HEALTHY | {"links/new": 0}
    assert judge(nothing, "finished", HISTORY, now - timedelta(days=6))[0] == "healthy"
    status, [reason] = judge(nothing, "finished", HISTORY, now - timedelta(days=8))
    assert (status, reason.partition(" since ")[0]) == ("degraded", "nothing new was announced")


def test_a_source_that_cron_forgot_is_no_healthy_one() -> None:
    state = State(last=run(1), ended=run(1), healthy=run(1), newest=FRIDAY, pending=0, given_up=0)
    assert problems(state, FRIDAY + timedelta(days=1)) == ("healthy", [])
    status, [reason] = problems(state, FRIDAY + timedelta(days=4))
    assert (status, reason) == ("degraded", "the last run was on 2026-11-20: does cron still start it?")
    died = State(last=run(2), ended=run(1), healthy=run(1), newest=FRIDAY, pending=3, given_up=0)
    assert "has not ended: it goes on, or was killed" in problems(died, FRIDAY)[1][0]
