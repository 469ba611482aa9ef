"""One run over 20,000 pages: does memory, do open files grow, does the database grow faster than what it holds?

Run by ``python -m benchmarks.endurance [PAGES]``; it takes some minutes and prints a line for every tenth of the pages.
"""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.site import Answer, article, listing, serving

PAGES, A_LIST = 20_000, 50
SYLLABLES = (
    "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
)


def body(number: int) -> list[str]:
    """A text of its own of about 1,000 letters."""
    chance = random.Random(number)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(300)]
    return [" ".join(words[start : start + 60]) + f" {number}원이다." for start in range(0, 300, 60)]


class Articles(dict[str, Answer]):
    """The answers of the site, made when they are asked for."""

    def __init__(self, pages: int) -> None:
        super().__init__()
        self.pages = pages

    def get(self, url: str, default: Answer | None = None) -> Answer:  # type: ignore[override]
        kind, _, number = url.removeprefix("http://paper.test/").replace("economy?page=", "list/").partition("/")
        if kind == "article":
            return Answer(article(int(number), body=body(int(number))).encode())
        if kind == "list":
            first = (int(number) - 1) * A_LIST + 1
            return Answer(
                listing(
                    f"http://paper.test/article/{n}" for n in range(first, min(first + A_LIST, self.pages + 1))
                ).encode()
            )
        return default or Answer(status=404)


def main() -> None:
    """Crawl, and say what the process held at every tenth."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with serving() as web, tempfile.TemporaryDirectory() as folder:
        web.answers = Articles(pages)
        web.asked = _Counting()
        database = Path(folder) / "news.db"
        environment = os.environ | dict(http_proxy=web.proxy, NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}")
        command = [sys.executable, "-m", "scrapy", "crawl", "paper", "-a", "sections=경제", "-a", f"max_pages={pages}"]
        settings = (
            "SPIDER_MODULES=tests.spiders_local",
            "DOWNLOAD_DELAY=0",
            "NEWSCRAWL_ALLOW_PRIVATE=True",
            "LOG_LEVEL=ERROR",
        )
        command += [part for setting in settings for part in ("-s", setting)]
        crawl = subprocess.Popen(command, env=environment)
        steps = [pages // 20, *range(pages // 10, pages + 1, pages // 10)]
        print("   pages  memory MB  open files  database MB  KB an article")
        while crawl.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                crawl.wait(0.2)
            if steps and len(web.asked) >= steps[0] and crawl.poll() is None:
                _tell(crawl.pid, database, steps.pop(0))
        with contextlib.closing(sqlite3.connect(database)) as connection:
            stored = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        print(f"{stored:,} articles stored, exit code {crawl.returncode}")


class _Counting(list[str]):
    """A list that only knows how long it is."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def append(self, url: str) -> None:
        self.seen += 1

    def __len__(self) -> int:
        return self.seen


def _tell(pid: int, database: Path, asked: int) -> None:
    status = Path(f"/proc/{pid}/status").read_text()
    memory = int(status.split("VmRSS:")[1].split()[0]) / 1024
    files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    size = sum(file.stat().st_size for file in database.parent.glob("news.db*"))
    print(f"{asked:8,}  {memory:9.0f}  {files:10}  {size / 2**20:11.0f}  {size / asked / 1024:13.1f}", flush=True)


if __name__ == "__main__":
    main()
