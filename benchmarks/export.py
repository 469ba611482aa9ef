"""What an export of 100,000 articles costs: the memory of each format, and the time of JSON lines to ``json.dumps`` row by row.

Run by ``python -m benchmarks.export [--articles N] [--rounds N]``; it takes about two minutes and 1.5 GB of the temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

GOALS = {"jsonl": 100, "csv": 100, "parquet": 300}
"""Megabytes that `scrapy export` may take."""

FASTER, BUFFER = 1.5, 2**18
LETTERS = (
    "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
)


def main() -> None:
    """Make an archive, export it in every format and print a line for each measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.export", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="how many (default: 100,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often JSON lines are timed (default: 3)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.db"
        url = f"sqlite:///{archive}"
        _apart(fill, url, given.articles)
        print(f"{given.articles:,} articles, {archive.stat().st_size // 2**20:,} MB")
        for format, goal in GOALS.items():
            used = memory(url, Path(folder) / f"articles.{format}")
            print(
                f"memory of scrapy export, {format:8}         {used:4.0f} MB           goal <= {goal} MB  {_met(used <= goal)}"
            )
        file = Path(folder) / "articles.jsonl"
        ratios = [_apart(row_by_row, url, file) / _apart(exported, url, file) for _ in range(given.rounds)]
        median, spread = statistics.median(ratios), f"({min(ratios):.2f}-{max(ratios):.2f})"
        print(
            f"JSON lines: as fast as json.dumps row by row  {median:.2f} {spread}  goal >= {FASTER}     {_met(median >= FASTER)}"
        )


def _met(met: bool) -> str:
    return "met" if met else "not met"


# This process imports nothing of size: on Linux the peak memory of a child begins at that of its parent.
def _apart(function: Callable[..., Any], *given: Any) -> Any:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *given).result()


def memory(url: str, file: Path) -> float:
    """The megabytes that an export takes at its peak."""
    command = [sys.executable, "-m", "scrapy", "export", "-o", str(file)]
    process = subprocess.Popen(command, env=os.environ | dict(NEWSCRAWL_DATABASE_URL=url), stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss / 1024


def fill(url: str, articles: int) -> None:
    """An archive of texts of about 1,300 letters, each with a name, a picture and a stock."""
    from sqlalchemy import insert

    from newscrawl.storage import Store
    from newscrawl.storage.models import ArticleRow, AuthorRow, ImageRow, StockRow

    chance = random.Random(1)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 5))) for _ in range(5_000)]
    start = datetime(2025, 1, 1, tzinfo=UTC)

    def row(number: int) -> dict[str, Any]:
        body = "\n\n".join(" ".join(chance.choices(words, k=60)) + f" {number}원이다." for _ in range(5))
        page = dict(url=f"https://www.mk.co.kr/news/economy/{number}", url_key=f"mk/{number}", source="mk", own=True)
        text = dict(title=" ".join(chance.choices(words, k=8)), body=body, publisher="매일경제", section="경제")
        rest = dict(premium=False, language="ko", category="금융", content_hash=f"{number}", fetched_at=start)
        rungs = dict(title="layout", body="layout", authors="layout", published_at="json-ld", section="meta")
        return (
            page | text | rest | dict(id=number, published_at=start + timedelta(minutes=3 * number), extraction=rungs)
        )

    parts: tuple[tuple[Any, dict[str, str]], ...] = (
        (AuthorRow, dict(name="홍길동", email="hong@mk.co.kr", role="기자")),
        (ImageRow, dict(url="https://img.example/1.jpg", caption="서울 중구의 한 은행 창구")),
        (StockRow, dict(code="005930", name="삼성전자")),
    )
    with Store(url) as store, store._writer.begin() as connection:
        for first in range(1, articles + 1, 1_000):
            numbers = range(first, min(first + 1_000, articles + 1))
            connection.execute(insert(ArticleRow), [row(number) for number in numbers])
            for table, values in parts:
                rows = [dict(article_id=number, position=0) | values for number in numbers]
                connection.execute(insert(table), rows)


def exported(url: str, file: Path) -> float:
    """The CPU seconds of writing JSON lines as the command does."""
    from newscrawl.commands.export import calm
    from newscrawl.export import jsonl
    from newscrawl.storage import Store

    calm()
    with Store(url, create=False) as store, file.open("wb", BUFFER) as out:
        begin = time.process_time()
        jsonl.write(store.records(order="oldest"), out)
        return time.process_time() - begin


def row_by_row(url: str, file: Path) -> float:
    """The CPU seconds of a loop over the same articles that writes what ``json.dumps`` makes of each."""
    from newscrawl.storage import Store

    with Store(url, create=False) as store, file.open("wb", BUFFER) as out:
        begin = time.process_time()
        for article in store.articles(order="oldest"):
            values = article.as_dict() | dict(stocks=[stock._asdict() for stock in article.stocks])
            out.write((json.dumps(values, ensure_ascii=False) + "\n").encode())
        return time.process_time() - begin


if __name__ == "__main__":
    main()
