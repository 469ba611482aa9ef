"""An archive of so many invented articles, made without a crawl: what the benchmarks of reading work on.

The articles lie in the order of their times, as a crawl that comes by every hour puts them.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.corpus import DAYS, PAPERS, START, compose
from newscrawl.storage import Store

COLUMNS = (
    "id source publisher url url_key own title subtitle body published_at section category premium language extraction content_hash "
    "body_hash fetched_at"
).split()


def make(file: Path, articles: int) -> None:
    """Fill a new database; each article has a name, a picture and a stock, and is not in the index of the search yet."""
    Store(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        marks = ", ".join(f":{name}" for name in COLUMNS)
        connection.executemany(f"INSERT INTO articles ({', '.join(COLUMNS)}) VALUES ({marks})", _rows(articles))
        connection.execute(
            "INSERT INTO article_authors SELECT id, 0, '홍길동', 'hong@example.org', '기자' FROM articles"
        )
        connection.execute(
            "INSERT INTO article_images SELECT id, 0, 'https://img.example/1.jpg', '서울의 한 은행 창구' FROM articles"
        )
        connection.execute("INSERT INTO article_stocks SELECT id, '005930', 0, '삼성전자' FROM articles")
        connection.execute("INSERT INTO search_queue SELECT id, true FROM articles")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _rows(articles: int) -> Iterator[dict[str, Any]]:
    chance = Random(20261125)
    for number in range(1, articles + 1):
        if number % 5000 == 0 and sys.stderr.isatty():
            print(f"\r\x1b[K{number:,} of {articles:,} articles made", end="", file=sys.stderr, flush=True)
        piece = compose(chance)
        moment = f"{(START + number / articles * timedelta(DAYS)).astimezone(UTC):%Y-%m-%d %H:%M:%S}.000000"
        key = f"{piece.source}/{number}"
        yield dict(
            id=number,
            source=piece.source,
            publisher=PAPERS[piece.source].name,
            url=f"https://{key}",
            url_key=key,
            own=True,
            title=piece.titles[0],
            subtitle=None,
            body="\n\n".join(piece.text()),
            published_at=moment,
            section="경제",
            category="경제",
            premium=False,
            language="ko",
            extraction='{"title": "layout", "body": "layout"}',
            content_hash=key,
            body_hash=key,
            fetched_at=moment,
        )
