"""A run never raises, never hangs and loses no address without a word, whatever its own code, its disk or its host does."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newscrawl import bounds, warc
from newscrawl.archive import Appender
from newscrawl.bases.answers import bounded
from newscrawl.bounds import TooMuch
from newscrawl.commands.crawling import BEAT, Crawling, patience
from newscrawl.items import Candidate
from newscrawl.storage import Store, alone
from newscrawl.storage.frontier import MAX_ATTEMPTS
from newscrawl.warc import ArchiveError, Page
from tests.site import Answer
from tests.world import FEED, SITEMAP, Ended, World, address

CLUMSY = ("-s", "SPIDER_MODULES=tests.spiders_clumsy")


@pytest.fixture(scope="module")
def clumsy(worlds: Callable[[], World]) -> tuple[World, Ended]:
    world = worlds()
    world.publish(*range(9, 18))
    world.web.serve(address(14), Answer(status=500))
    return world, world.crawl("clumsy", *CLUMSY)


class TestFaults:
    """One crawl of a source that fails wherever code of a source is called."""

    def test_every_page_has_an_outcome_named_by_its_cause(self, clumsy: tuple[World, Ended]) -> None:
        world, run = clumsy
        assert {url[-2:]: outcome for url, outcome in world.outcomes().items()} == {
            "09": "stored",
            "10": "stored",
            "11": "error:reading",
            "12": "error:too-slow",
            "13": "error:reading",
            "14": "error:http-500",
            "15": "error:storing",
            "16": "error:AttributeError",
            "17": "error:AttributeError",
        }
        for number in range(11, 18):
            assert len([line for line in run.log.splitlines() if f"{address(number)} error:" in line]) == 1, run.log
        assert f"{address(11)} error:reading (ValueError at tests/spiders_clumsy.py:" in run.log
        assert ": Invalid IPv6 URL);" in run.log

    def test_the_run_is_degraded_and_names_the_channels(self, clumsy: tuple[World, Ended]) -> None:
        world, run = clumsy
        assert (run.code, world.last_run()[2]) == (2, "degraded")
        assert (
            "3 of 4 channels announced nothing: listing:목록 (error:asking), feed:증권 (error:reading: reading it failed), "
            "sitemap:news.xml (error:too-slow" in run.log
        )
        assert "errors of this program: " in run.log

    def test_what_could_not_be_read_is_kept_for_a_case(self, clumsy: tuple[World, Ended]) -> None:
        world, run = clumsy
        kept = world.database.parent / "unread.warc.gz"
        pages = {page.url: page.body for page in warc.read(kept)}
        assert pages.keys() == {FEED, SITEMAP, *(address(number) for number in (11, 12, 13, 14, 15))}
        assert pages[address(11)] == world.web.answers[address(11)].body
        assert f"scrapy record --url '{address(11)}' --archive {kept}" in run.log

    def test_one_fault_alone_degrades_a_run(self, world: World) -> None:
        world.publish(*range(21, 41), 11)
        run = world.crawl("clumsy", *CLUMSY, "-a", "sections=경제")
        assert (run.code, len(world.titles())) == (2, 20)

    def test_a_start_that_fails_ends_nothing_else(self, world: World) -> None:
        world.publish(1, 2)
        run = world.crawl("unstarted", *CLUMSY)
        assert (run.code, len(world.titles())) == (2, 2)
        assert "start() ended early (RuntimeError at tests/spiders_clumsy.py:" in run.log

    def test_they_are_not_asked_for_ever_and_again_when_the_program_has_changed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        candidate = Candidate(url=address(1), key="paper/1", source="paper", channel="listing:경제")
        now = datetime.now(UTC)
        with Store(f"sqlite:///{tmp_path}/n.db") as store:

            def run(changed: datetime) -> list[str]:
                monkeypatch.setattr("newscrawl.storage.store.changed", lambda: changed)
                store.start_run("paper")
                found = [c.key for c in store.unsettled("paper", ["listing:경제"])]
                for key in found:
                    store.ask(key)
                    store.settle(candidate, "error:reading")
                return found

            store.announce([candidate])
            assert [run(now) for _ in range(MAX_ATTEMPTS + 2)] == [["paper/1"]] * MAX_ATTEMPTS + [[], []]
            assert [state.unread for state in store.states()] == [1]
            assert run(now + timedelta(days=1)) == []  # a clock that was put back
            assert run(datetime.now(UTC)) == ["paper/1"]
            assert run(now) == []


class TestBounds:
    def test_a_text_without_end_is_not_stored(self) -> None:
        article: Any = SimpleNamespace(body="가" * (bounds.LONGEST_TEXT + 1))
        with pytest.raises(TooMuch, match="letters"):
            bounded(lambda: article)


class TestHanging:
    def test_a_lock_tells_how_long_its_holder_has_stood_still(self, world: World) -> None:
        only = ("crawlall", "--only", "paper", "-s", "SPIDER_MODULES=tests.spiders_local")
        with alone(world.url) as beat:
            beat()
            done = world.command(*only)
            assert (done.returncode, done.stderr) == (0, "")
            assert re.search(r"; it moved \d+ seconds ago\); nothing was done", done.stdout), done.stdout
            hours_ago = datetime.now(UTC).timestamp() - 2 * 3600
            os.utime(f"{world.database}.lock", (hours_ago, hours_ago))
            done = world.command(*only)
            assert (done.returncode, done.stdout) == (3, "")
            assert f"(process {os.getpid()}, since 20" in done.stderr
            assert "has stood still for 120 minutes" in done.stderr

    def test_a_process_of_which_nothing_moves_ends_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = SimpleNamespace(getfloat=lambda name: 60.0)
        counters: dict[str, Any] = {"downloader/request_count": 1}
        crawler: Any = SimpleNamespace(spider=True, stats=SimpleNamespace(get_stats=lambda: counters))
        beats: list[float] = []
        ends: list[str] = []
        clock = [0.0]
        monkeypatch.setattr("newscrawl.commands.crawling.time.monotonic", lambda: clock[0])
        crawling = Crawling(SimpleNamespace(settings=settings), [crawler], {}, 1, beat=lambda: beats.append(clock[0]))
        calls: list[Callable[[], None]] = []
        crawling.reactor = SimpleNamespace(callLater=lambda seconds, call: calls.append(call))
        monkeypatch.setattr(crawling, "_give_up", ends.append)
        crawling._watch()
        while calls and clock[0] < 10_000:
            clock[0] += BEAT
            if clock[0] == 100:
                counters["downloader/request_count"] += 1
            calls.pop()()
        assert (beats, ends) == ([0, 100], ["standing-still"])
        assert 0 <= clock[0] - 100 - patience(settings) <= 2 * BEAT  # type: ignore[arg-type]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte, in memory."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk of its own can be mounted here: only root may")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


class TestArchive:
    PAGE = Page(address(1), 200, (), os.urandom(100_000), datetime(2026, 11, 28, tzinfo=UTC))

    def test_a_full_disk_ends_the_crawl_in_one_sentence_and_the_next_run_finishes(
        self, world: World, tiny_disk: Path
    ) -> None:
        world.publish(*range(1, 9))
        ballast = tiny_disk / "ballast"
        archive = tiny_disk / "a.warc.gz"
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        with ballast.open("r+b") as file:
            file.truncate(ballast.stat().st_size - 4096)  # room for some records
        run = world.crawl("paper", "-s", f"NEWSCRAWL_ARCHIVE={archive}")
        assert (run.code, world.last_run()[1:3]) == (3, ("archive", "failed"))
        told = [line for line in run.log.splitlines() if "cannot be written" in line]
        assert len(told) == 1 and "free some space" in told[0], run.log
        recorded = [page.url for page in warc.read(archive)]
        ballast.unlink()
        assert set(world.outcomes().values()) <= {"pending", "stored"}
        assert world.titles().keys() <= set(recorded)
        assert world.crawl("paper", "-s", f"NEWSCRAWL_ARCHIVE={archive}").code == 0
        assert len(world.titles()) == 8
        assert {page.url for page in warc.read(archive)} >= world.titles().keys()

    def test_half_a_record_is_none(self, tiny_disk: Path) -> None:
        archive = Appender(tiny_disk / "a.warc.gz")
        with pytest.raises(ArchiveError, match="free some space"):
            while True:
                archive.add(self.PAGE)
        whole = len(list(warc.read(tiny_disk / "a.warc.gz")))
        assert whole > 3
        archive.close()
        assert len(list(warc.read(tiny_disk / "a.warc.gz"))) == whole

    def test_one_that_was_removed_is_missed_at_once(self, tmp_path: Path) -> None:
        archive = Appender(tmp_path / "archives" / "a.warc.gz")
        archive.add(self.PAGE)
        (tmp_path / "archives" / "a.warc.gz").unlink()
        (tmp_path / "archives").rmdir()
        with pytest.raises(ArchiveError, match="was removed"):
            archive.add(self.PAGE)
        archive.close()
