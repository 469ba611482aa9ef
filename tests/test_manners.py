"""What a site asks of a crawler is done: its robots.txt, its pace, its wish to be left alone, and no way off it."""

from __future__ import annotations

import gzip
import itertools
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.boundaries import is_private
from tests.broken import said, speaking
from tests.site import Answer, Web, article, listing
from tests.world import DEADLINE, FRONT, LIST, PROJECT, SCRAPY, World, address, ended

ROBOTS = f"{FRONT}/robots.txt"


class TestRobots:
    @pytest.mark.parametrize(
        "answer",
        [
            Answer(status=404),
            Answer(b"User-agent: *\nDisallow: /\n", status=403),
            Answer(b"<!doctype html><html><body>Disallow: /</body></html>"),
            Answer(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /admin\r\n", "text/plain"),
            Answer("# 로봇\nUser-agent: *\nDisallow: /admin\n".encode("cp949"), "text/plain"),
            Answer(
                b"User-agent: *\nAllow: /\n#" + b"x" * 600_000 + b"\nUser-agent: Scrapy\nDisallow: /\n", "text/plain"
            ),
        ],
        ids=["missing", "forbidden", "web page", "BOM", "EUC-KR", "too long"],
    )
    def test_what_closes_nothing(self, world: World, answer: Answer) -> None:
        world.publish(1)
        world.web.serve(ROBOTS, answer)
        assert world.crawl("paper", "-a", "sections=경제").code == 0
        assert list(world.titles()) == [address(1)]

    @pytest.mark.parametrize("status", [500, 503, 429])
    def test_one_that_cannot_be_had_closes_all_for_this_run(self, world: World, status: int) -> None:
        world.publish(1)
        world.web.serve(ROBOTS, Answer(status=status))
        run = world.crawl("paper")
        assert run.code == 3
        assert set(world.web.asked) == {ROBOTS}
        assert f"robots.txt of paper.test answers {status}: nothing of the site is fetched in this run" in run.log
        assert "robots.txt could not be had" in run.log
        world.web.serve(ROBOTS, Answer(status=404))
        assert world.crawl("paper").code == 0

    def test_one_in_another_form_or_place_is_understood_or_closes(self, world: World) -> None:
        """Eight hosts, one crawl: what is packed without saying so is unpacked, five redirects are followed, off the site too."""
        closed = b"User-agent: *\nDisallow: /\n"

        def moved(host: str, hops: int) -> None:
            for hop in range(hops):
                there = f"http://{host}.test/robots.{hop + 1}"
                world.web.serve(f"http://{host}.test/robots.{hop or 'txt'}", Answer(status=301, location=there))

        for host in ("open", "packed", "noise", "half", "hops", "lost", "moved", "nowhere"):
            world.web.serve(f"http://{host}.test/list", listing([f"http://{host}.test/article/{len(host)}"]))
            world.web.serve(f"http://{host}.test/article/{len(host)}", article(len(host)))
        world.web.serve("http://packed.test/robots.txt", Answer(gzip.compress(closed), "text/plain"))
        world.web.serve("http://noise.test/robots.txt", Answer(bytes(range(256)) * 9, "text/plain"))
        world.web.serve("http://half.test/robots.txt", Answer(gzip.compress(closed)[:-12], "text/plain"))
        moved("hops", 5)
        world.web.serve("http://hops.test/robots.5", Answer(closed, "text/plain"))
        moved("lost", 6)
        world.web.serve(
            "http://moved.test/robots.txt", Answer(status=308, location="http://elsewhere.example/robots.txt")
        )
        world.web.serve("http://elsewhere.example/robots.txt", Answer(closed, "text/plain"))
        world.web.serve("http://nowhere.test/robots.txt", Answer(status=302))
        world.crawl("doors", "-s", "SPIDER_MODULES=tests.spiders_clumsy")
        counters = world.last_run()[3]
        assert {name.split("/")[1]: why for name, why in counters.items() if name.endswith("/dead")} == {
            "listing:packed": "robots",
            "listing:noise": "robots-unreachable",
            "listing:half": "robots-unreachable",
            "listing:hops": "robots",
            "listing:lost": "robots-unreachable",
            "listing:moved": "robots",
            "listing:nowhere": "robots-unreachable",
        }
        assert list(world.titles()) == ["http://open.test/article/4"]

    def test_a_delay_without_end_is_a_slip_of_the_pen(self, world: World) -> None:
        world.web.serve(ROBOTS, "User-agent: *\nCrawl-delay: 86400\n", "text/plain")
        crawl = world.crawling("paper")
        assert crawl.stderr
        assert any("asks for 86400 seconds between requests; 60 it is" in line for line in crawl.stderr)
        crawl.kill()
        ended(crawl)


class TestPace:
    def test_one_request_at_a_time_and_a_pause_for_two_crawls_of_one_process(self, world: World) -> None:
        """The board's list leads to the paper, which is crawled at the same time."""
        world.publish(*range(1, 6))
        for number in range(6, 11):
            world.web.serve(address(number), article(number))
        world.web.serve("http://board.test/economy", listing(address(number) for number in range(6, 11)))
        moments: list[tuple[float, str]] = []
        world.web.watch = lambda url: moments.append((time.monotonic(), url))
        settings = ("SPIDER_MODULES=tests.spiders_local", "DOWNLOAD_DELAY=0.2", "RETRY_TIMES=0")
        done = world.command("crawlall", "--only", "paper,board", *(part for s in settings for part in ("-s", s)))
        assert done.returncode == 0, done.stderr
        assert len(world.titles()) == 10
        paper = [(moment, url) for moment, url in moments if url.startswith(FRONT)]
        # Each is answered before the next is asked for: what the server sees comes in pairs.
        assert [url for _, url in paper[::2]] == [url for _, url in paper[1::2]]
        begun = [moment for moment, _ in paper[::2]]
        gaps = [later - earlier for earlier, later in itertools.pairwise(begun)]
        # A single question may be late on its way and the next one not: all together they take half of the delays at least.
        assert sum(gaps) > 0.1 * len(gaps)
        assert max(gaps) - min(gaps) > 0.02, "no jitter"

    def test_a_crawl_delay_is_kept(self, world: World) -> None:
        world.publish(1)
        world.web.serve(ROBOTS, "User-agent: Scrapy\nCrawl-delay: 0.4\n", "text/plain")
        begun: list[float] = []
        world.web.watch = lambda url: begun.append(time.monotonic())
        assert world.crawl("paper", "-a", "sections=경제").code == 0
        robots, *_, last = begun[::2]
        assert last - robots > 0.3  # two pauses of 0.2 to 0.6, of which the first question's way may take some

    def test_a_site_that_asks_to_be_left_alone_is_asked_for_nothing_else(self, world: World) -> None:
        with speaking(
            {LIST: lambda: [said(listing(map(address, range(1, 9))).encode())]}
            | {
                address(n): lambda: [said(b"", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", status="429 Too Many")]
                for n in range(1, 9)
            }
        ) as proxy:
            asked = World(Web(int(proxy.rpartition(":")[2])), world.database.parent)
            run = asked.crawl("paper", "-a", "sections=경제")
        assert run.code == 3
        outcomes = sorted(asked.outcomes().values())
        assert outcomes == ["error:RetryLater"] * 7 + ["error:http-429"]
        assert "paper.test asked to be left alone until 20" in run.log
        # They were not asked for: the next run is not their second attempt.
        assert asked.rows("SELECT sum(attempts) FROM urls") == [(1,)]

    def test_a_short_wait_is_waited_for(self, world: World) -> None:
        answers = iter([said(b"", "Retry-After: 1", status="503 Busy")])

        def once() -> Iterator[bytes]:
            yield next(answers, said(article(1).encode()))

        with speaking({LIST: lambda: [said(listing([address(1)]).encode())], address(1): once}) as proxy:
            asked = World(Web(int(proxy.rpartition(":")[2])), world.database.parent)
            run = asked.crawl("paper", "-a", "sections=경제", "-s", "RETRY_TIMES=1")
        assert run.code == 0
        assert list(asked.titles()) == [address(1)]


class TestStaying:
    def test_no_address_of_this_machine_is_asked(self, tmp_path: Path) -> None:
        """Not as it stands, and not behind a name."""
        source = tmp_path / "inside.py"
        source.write_text(
            "from newscrawl.bases.source import Source\n"
            "from newscrawl.discovery import Feed, Listing\n"
            "class Inside(Source):\n"
            "    name = 'inside'\n"
            "    publisher = '시험일보'\n"
            "    allowed_domains = ['localhost.localdomain']\n"
            "    article_url = r'/article/(?P<id>\\d+)'\n"
            "    discovery = (Listing(url='http://127.1:9/a'), Listing(url='http://localhost:9/b'), Feed(url='http://[::1]:9/c'))\n"
        )
        environment = os.environ | dict(
            PYTHONPATH=f"{PROJECT}:{tmp_path}", NEWSCRAWL_DATABASE_URL=f"sqlite:///{tmp_path}/n.db", http_proxy=""
        )
        settings = ("SPIDER_MODULES=inside", "ROBOTSTXT_OBEY=False", "RETRY_TIMES=0")
        words = [*SCRAPY, "crawl", "inside", *(part for s in settings for part in ("-s", s))]
        done = subprocess.run(
            words, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8", timeout=DEADLINE
        )
        assert done.returncode == 3
        for host in ("127.1", "localhost", "::1"):
            assert f"{host} is no public address" in done.stderr

    @pytest.mark.parametrize(
        "host", ["10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "fe80::1", "0177.0.0.1", "::ffff:127.0.0.1"]
    )
    def test_what_is_private(self, host: str) -> None:
        assert is_private(host)

    def test_no_cookie_is_kept_and_the_user_agent_names_a_contact(self, world: World) -> None:
        heads: list[str] = []

        with speaking(
            {
                LIST: lambda: [said(listing([address(1)]).encode(), "Set-Cookie: id=1; Path=/")],
                address(1): lambda: [said(article(1).encode())],
            },
            heard=heads,
        ) as proxy:
            asked = World(Web(int(proxy.rpartition(":")[2])), world.database.parent)
            assert ended(asked.crawling("paper", "-a", "sections=경제", NEWSCRAWL_CONTACT="me@example.org")).code == 0
        assert [head for head in heads if "/article/0001" in head]
        assert not [head for head in heads if "cookie" in head.lower()]
        assert all("newscrawl/" in head and "+me@example.org" in head for head in heads)
