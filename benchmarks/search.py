"""Search against a scan, and what the index costs: ``python -m benchmarks.search [ARTICLES]``."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks import archive
from newscrawl.storage import Store

WORDS = {
    "in half of the articles": "외국인",
    "in one of ten": "환율",
    "in one of a hundred": "기준금리",
    "in a handful": "유니벨에이아이",
    "in none": "없는낱말",
    "one letter": "弗",
    "one letter, in nearly all": "금",
    "three words": "환율 수출 반도체",
    "a word and a phrase": '기준금리 "시장에서는"',
}
FIND = "SELECT id FROM articles WHERE {} ORDER BY +published_at DESC, id DESC LIMIT 20"
LIKE = "(title LIKE ?{0} OR subtitle LIKE ?{0} OR body LIKE ?{0})"


def main(articles: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.db"
        archive.make(file, articles)
        before = file.stat().st_size
        with Store(f"sqlite:///{file}") as store:
            started = time.process_time()
            while store.index(500):
                pass
            took = time.process_time() - started
            with closing(sqlite3.connect(file)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                print(f"{articles:,} articles: the newest 20 hits", " " * 14, "scan ms   search ms    ratio  goal")
                for name, query in WORDS.items():
                    words = [word.strip('"') for word in query.split()]
                    scan = FIND.format(" AND ".join(map(LIKE.format, range(1, len(words) + 1))))
                    patterns = [f"%{word}%" for word in words]
                    # The search reads the articles too, the scan only finds them.
                    slow = timed(lambda s=scan, p=patterns: connection.execute(s, p).fetchall(), 3)  # type: ignore[misc]
                    fast = timed(lambda q=query: list(store.articles(text=q, limit=20)), 15)  # type: ignore[misc]
                    print(f"{name:26} {query:24}{slow:>8.0f}{fast:>12.2f}{slow / fast:>9.0f}  >= 100")
        growth = file.stat().st_size / before
        print(f"file with the index, to the file without: {growth:.2f}  <= 1.60")
        print(f"(index of an archive: {took / articles * 1e3:.2f} ms an article, on this machine only)")


def timed(what: Callable[[], object], rounds: int) -> float:
    """The median time in milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        what()
        times.append(time.perf_counter() - started)
    return 1e3 * median(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
