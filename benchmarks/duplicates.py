"""How well and how fast copies and stories are found: on a labelled set beside datasketch, and in a large archive."""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from math import comb
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # neither has types
from rensa import RMinHash  # type: ignore[import-untyped]
from scrapy.utils.project import get_project_settings

from benchmarks.corpus import Case, Page, corpus
from newscrawl.bases.source import load_sources, sites_of
from newscrawl.dedup import keys
from newscrawl.dedup.likeness import Text
from newscrawl.storage import Store, lookalikes
from newscrawl.storage.lookalikes import Told
from newscrawl.text.dates import SEOUL

SHINGLE = 5  # characters, for the two libraries
HARD = ("30 % rewritten", "lead only")  # found in 90 % is good; all other copies in 98 %
PER_DAY = 3_000  # articles that the large archive holds of a day
PROBES = 200  # texts that are searched for and stored there, each in a transaction of its own
ROUNDS = 3

Labels = Sequence[Hashable]
"""The story that each page was put into."""


def main() -> int:
    """Print both tables; the exit code is 0 whatever they say."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.duplicates", description=__doc__)
    parser.add_argument("--pages", type=int, default=5000, help="pages of the labelled set (default: 5000)")
    parser.add_argument(
        "--stored", type=int, default=1_000_000, help="articles of the large archive (default: 1000000)"
    )
    given = parser.parse_args()
    pages, cases = corpus(given.pages)
    for line in (*quality(pages, cases), "", *costs(pages, given.stored)):
        print(line, flush=True)
    return 0


# How well


def quality(pages: list[Page], cases: list[Case]) -> Iterator[str]:
    """A line for each class of pairs: the share that ends as it must, ours and the library's."""
    mine, theirs = ours(pages), library(pages)
    ends: dict[tuple[bool, str], list[tuple[bool, bool]]] = defaultdict(list)
    for case in cases:
        apart = case.together == "apart"
        one, other = mine[case.first], mine[case.second]
        together = one[0] == other[0] if case.together == "article" else one[1] == other[1]
        ends[apart, case.kind].append((together, theirs[case.first] == theirs[case.second]))
    yield f"{f'{len(pages):,} pages, {len(cases):,} pairs':52}newscrawl  datasketch  goal"
    for (apart, kind), found in sorted(ends.items()):
        shares = "".join(f"{sum(column) / len(found):>9.2%}   " for column in zip(*found, strict=True))
        name = f"{'together by mistake' if apart else 'found'}: {kind} ({len(found)})"
        yield f"{name:50}{shares}{'<= 0.30%' if apart else '>= 90%' if kind in HARD else '>= 98%'}"
    truth = [page.story for page in pages]
    indices = "".join(f"{agreement(truth, labels):>9.3f}   " for labels in ([story for _, story in mine], theirs))
    yield f"{'adjusted Rand index of the stories':50}{indices}>= 0.95"


def ours(pages: list[Page]) -> list[tuple[Hashable, Hashable]]:
    """The article and the story that `scrapy import` puts each page into."""
    sites = sites_of(load_sources(get_project_settings()))
    addresses = [sites.key(page.article.url) for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/labelled.db")
        for page, key in zip(pages, addresses, strict=True):
            store.save(page.article, key=key, original_key=None, own=not sites.is_portal(page.article.source))
        store.close()
        with closing(sqlite3.connect(f"{folder}/labelled.db")) as connection:
            rows = connection.execute(
                "SELECT url_key, id, story_id FROM articles UNION ALL "
                "SELECT c.url_key, a.id, a.story_id FROM copies c JOIN articles a ON a.id = c.article_id"
            )
            # An article that shares its text with no other is a story by itself.
            found: dict[str, tuple[Hashable, Hashable]] = {
                key: (article, story or f"alone {article}") for key, article, story in rows
            }
    return [found[key] for key in addresses]


def library(pages: list[Page]) -> Labels:
    """Clusters of datasketch's MinHash-LSH at Jaccard 0.5, each of its candidates verified by the signatures."""
    index: Any = MinHashLSH(threshold=0.5, num_perm=128)
    signatures: list[Any] = []
    parent = list(range(len(pages)))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for number, page in enumerate(pages):
        signature = MinHash(num_perm=128)
        signature.update_batch([run.encode() for run in set(shingles(page.article.body))])
        for other in index.query(signature):
            if signature.jaccard(signatures[other]) >= 0.5:
                parent[root(number)] = root(other)
        index.insert(number, signature)
        signatures.append(signature)
    return [root(number) for number in range(len(pages))]


def shingles(body: str) -> list[str]:
    """The runs of characters that the libraries are given."""
    return [body[start : start + SHINGLE] for start in range(max(1, len(body) - SHINGLE + 1))]


def agreement(truth: Labels, found: Labels) -> float:
    """The adjusted Rand index of two clusterings: 1 when they are the same, about 0 when one is chance."""

    def pairs(labels: Iterable[Hashable]) -> int:
        return sum(comb(count, 2) for count in Counter(labels).values())

    both, one, other = pairs(zip(truth, found, strict=True)), pairs(truth), pairs(found)
    chance = one * other / comb(len(truth), 2)
    return (both - chance) / ((one + other) / 2 - chance)


# How fast


def costs(pages: list[Page], stored: int) -> Iterator[str]:
    """What the keys of a text cost, and what searching and storing them costs in a small and a large archive."""
    bodies = [page.article.body for page in pages[:PROBES]]
    letters = sum(len(keys.letters(body)) for body in bodies) / len(bodies)
    made = _per_text(lambda body: keys.keys(keys.letters(body), keys.letters(body[:30])), bodies)
    rensa = _per_text(_rensa, bodies)
    yield f"{'keys of a text: time of rensa to make a signature of 128':58}{made / rensa:6.2f} x"
    yield f"{f'keys of a text of {letters:,.0f} letters, on this machine':58}{made * 1e6:6.0f} us   <= 50 us"
    with tempfile.TemporaryDirectory() as folder:
        small, large = (archive(Path(folder) / f"{size}.db", size) for size in (10_000, stored))
        texts = [Told(Text(page.article.title, page.article.body), _last_day(page)) for page in pages]
        rounds = []
        for number in range(ROUNDS):
            probes = texts[number * PROBES : (number + 1) * PROBES]
            for told in probes:
                assert told.text.keys
            rounds.append((searched(small, probes), searched(large, probes)))
        small.close()
        large.close()
    ratio = median(slow / fast for fast, slow in rounds)
    name = f"search and store: {stored:,} articles to 10,000"
    yield f"{name:58}{ratio:6.2f} x    <= 2.00 x"
    yield f"{'the same in the large archive, on this machine':58}{median(r[1] for r in rounds) * 1e6:6.0f} us"


def _per_text(work: Callable[[str], object], bodies: list[str]) -> float:
    """Seconds for one text, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for body in bodies:
            work(body)
        best = min(best, time.perf_counter() - start)
    return best / len(bodies)


def _rensa(body: str) -> object:
    signature = RMinHash(128, 42)
    signature.update(shingles(body))
    return signature.digest()


def _last_day(page: Page) -> datetime:
    """The day that both archives end with, so that each text meets those of its day."""
    told_at = page.article.published_at
    assert told_at
    return datetime(2026, 11, 1, told_at.hour, told_at.minute, tzinfo=SEOUL)


def archive(file: Path, stored: int) -> Store:
    """An archive with the keys of so many articles, `PER_DAY` of them on each day before the last one."""
    store = Store(f"sqlite:///{file}")
    last = keys.bucket(datetime(2026, 11, 1, 12, tzinfo=SEOUL))
    chance = np.random.default_rng(1)
    with closing(sqlite3.connect(file)) as connection:
        for position, first in enumerate(range(0, stored, PER_DAY * keys.DAYS)):
            count = min(PER_DAY * keys.DAYS, stored - first)
            found = chance.integers(-(2**31), 2**31, count * keys.KEYS)
            numbers = np.repeat(np.arange(first, first + count), keys.KEYS)
            order = np.argsort(found)
            rows = zip(found[order].tolist(), numbers[order].tolist(), strict=True)
            day = last - position
            connection.executemany(
                "INSERT OR IGNORE INTO text_keys VALUES (?, ?, ?)", ((day, key, number) for key, number in rows)
            )
            connection.commit()
    return store


def searched(store: Store, probes: list[Told]) -> float:
    """Seconds to search for one text and to store its keys, in a transaction of its own."""
    start = time.perf_counter()
    for number, told in enumerate(probes):
        with store._writer.begin() as connection:
            lookalikes.search(connection, "매일경제", [told], set())
            lookalikes.index(connection, 10_000_000 + number, [told])
    return (time.perf_counter() - start) / len(probes)


if __name__ == "__main__":
    sys.exit(main())
