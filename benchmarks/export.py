"""What an export of 100,000 articles costs: the memory of each format, and the time of JSON lines to ``json.dumps`` row by row.

Run by ``python -m benchmarks.export [--articles N] [--rounds N]``; it takes about two minutes and 1.5 GB of the temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

GOALS = {"jsonl": 100, "csv": 100, "parquet": 300}
"""Megabytes that `scrapy export` may take."""

FASTER, BUFFER = 1.5, 2**18


def main() -> None:
    """Make an archive, export it in every format and print a line for each measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.export", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="how many (default: 100,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often JSON lines are timed (default: 3)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.db"
        url = f"sqlite:///{file}"
        _apart(fill, file, given.articles)
        print(f"{given.articles:,} articles, {file.stat().st_size // 2**20:,} MB")
        for format, goal in GOALS.items():
            used = memory(url, Path(folder) / f"articles.{format}")
            print(
                f"memory of scrapy export, {format:8}         {used:4.0f} MB           goal <= {goal} MB  {_met(used <= goal)}"
            )
        file = Path(folder) / "articles.jsonl"
        for name, other in (("article", row_by_row), ("record", record_by_record)):
            ratios = [_apart(other, url, file) / _apart(exported, url, file) for _ in range(given.rounds)]
            median, spread = statistics.median(ratios), f"({min(ratios):.2f}-{max(ratios):.2f})"
            print(
                f"JSON lines: as fast as json.dumps of each {name:8}  {median:.2f} {spread}  goal >= {FASTER}     {_met(median >= FASTER)}"
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


def fill(file: Path, articles: int) -> None:
    """Make the archive."""
    from benchmarks import archive

    archive.make(file, articles)


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


def record_by_record(url: str, file: Path) -> float:
    """The CPU seconds of a loop over the same records, which are plain values already, that writes what ``json.dumps`` makes of each."""
    from newscrawl.commands.export import calm
    from newscrawl.export.jsonl import OURS
    from newscrawl.storage import Store
    from newscrawl.text.dates import SEOUL

    calm()
    with Store(url, create=False) as store, file.open("wb", BUFFER) as out:
        begin = time.process_time()
        for record in store.records(order="oldest"):
            values = {name: value for name, value in record.items() if name not in OURS}
            for name in ("published_at", "modified_at"):
                if values[name]:
                    values[name] = values[name].astimezone(SEOUL).isoformat()
            out.write((json.dumps(values, ensure_ascii=False) + "\n").encode())
        return time.process_time() - begin


if __name__ == "__main__":
    main()
