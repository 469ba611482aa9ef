"""Run the variants in turn, round by round, and print their ratios against the goals."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import site

PROJECT = Path(__file__).resolve().parents[1]

Costs = dict[str, float]
"""What one round cost: ``<variant>.cpu`` in seconds, ``<variant>.rss`` in MB, ``<reader>`` of extraction in seconds."""


class Row(NamedTuple):
    """One line of the table; ``goal`` is the highest value that is good, None where there is no goal."""

    name: str
    value: Callable[[Costs], float]
    goal: float | None
    digits: int = 2
    unit: str = "x"


ROWS = (
    Row("crawl, all fields and storage: CPU of a bare spider's", lambda c: c["full.cpu"] / c["bare.cpu"], 1.5),
    Row("the same: CPU of one in a project without other sources", lambda c: c["full.cpu"] / c["alone.cpu"], 1.05),
    Row("the same: part of it that looks for near copies", lambda c: 1 - c["exact.cpu"] / c["full.cpu"], 0.1),
    Row("the same: CPU of one without the index of the search", lambda c: c["full.cpu"] / c["unindexed.cpu"], 1.1),
    Row("crawl, all fields and storage: memory", lambda c: c["full.rss"], 150, 0, "MB"),
    Row("extraction: time of trafilatura's", lambda c: c["layout"] / c["trafilatura"], 0.5),
    Row("extraction without selectors: time of trafilatura's", lambda c: c["generic"] / c["trafilatura"], None),
)


VARIANTS = ("bare", "full", "alone", "exact", "unindexed")
"""The crawls of one round."""


class Broken(Exception):
    """A variant did not do its work, so its cost says nothing; the message is the reason."""


def main() -> int:
    """The exit code: 0 whatever the ratios are, 1 when a variant broke."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=_count, default=3, help="how often every variant runs (default: 3)")
    parser.add_argument("--pages", type=_count, default=1000, help="articles on the site (default: 1000)")
    given = parser.parse_args()
    try:
        with serving(given.pages) as proxy:
            rounds = [one_round(given.pages, proxy, number) for number in range(1, given.rounds + 1)]
    except Broken as reason:
        print(f"no verdict: {reason}", file=sys.stderr)
        return 1
    print("\n".join(table(rounds, given.pages)))
    return 0


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


@contextlib.contextmanager
def serving(pages: int) -> Iterator[str]:
    """The site's server for as long as the context lasts; the address is that of an HTTP proxy that knows only the site."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server", str(pages)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        port = server.stdout.readline().strip()
        if not port:
            raise Broken("the site's server did not start")
        yield f"http://127.0.0.1:{port}"  # leaving the context closes the server's input, which ends it


def one_round(pages: int, proxy: str, number: int) -> Costs:
    """What every variant costs, each in a process of its own.

    Raises:
        Broken: one of them lost an article or logged an error.
    """
    costs: Costs = {}
    # The order turns with every round, so that none always follows the same one.
    for variant in VARIANTS if number % 2 else reversed(VARIANTS):
        _tell(f"round {number}: {variant} crawl")
        found = _child(["benchmarks.crawls", variant, str(pages)], proxy)
        costs |= {f"{variant}.{name}": value for name, value in found.items()}
    _tell(f"round {number}: extraction")
    costs |= _child(["benchmarks.extraction", str(pages)], proxy)
    _tell("")
    return costs


# This process imports nothing of size: on Linux the peak memory of a child begins at that of its parent.
def _child(module: list[str], proxy: str) -> Costs:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=PROJECT,
        env=environment | {"http_proxy": proxy},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Broken(f"{' '.join(module)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    costs: Costs = json.loads(done.stdout.splitlines()[-1])
    return costs


def table(rounds: list[Costs], pages: int) -> Iterator[str]:
    """The lines of the table: per row the median, the extremes and the verdict."""
    yield f"{pages:,} pages of {site.SIZE // 1000} KB, rounds: {len(rounds)}"
    yield f"{'':56}{'median (min-max)':26}{'goal':12}met"
    for row in ROWS:
        values = sorted(map(row.value, rounds))
        median = statistics.median(values)
        shown, least, most = (f"{value:.{row.digits}f}" for value in (median, values[0], values[-1]))
        spread = f"{shown} {row.unit} ({least}-{most})"
        goal = f"<= {row.goal:.{row.digits}f} {row.unit}" if row.goal else "-"
        met = "-" if row.goal is None else "yes" if median <= row.goal else "no"
        yield f"{row.name:56}{spread:26}{goal:12}{met}"
    per_page = {
        name: 1000 * statistics.median(costs[key] for costs in rounds) / pages
        for name, key in (("bare spider", "bare.cpu"), ("crawl", "full.cpu"), ("extraction", "layout"))
    }
    yield "(CPU a page, on this machine only: " + ", ".join(f"{k} {v:.2f} ms" for k, v in per_page.items()) + ")"


def _tell(message: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{message}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
