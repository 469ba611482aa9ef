"""Parquet for pandas, DuckDB and the like: times with their zone, and lists as lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow import parquet

from newscrawl.storage import Record

ROWS, BATCH = 2_500, 500
"""Articles of a row group, which is the least that a reader takes in at once and the most that the writer holds."""

TIME = pa.timestamp("us", tz="Asia/Seoul")
TEXT = pa.string()
FIELDS: list[pa.Field[Any]] = [
    pa.field("id", pa.int64(), nullable=False),
    pa.field("story_id", pa.int64()),
    pa.field("source", TEXT, nullable=False),
    pa.field("publisher", TEXT),
    pa.field("url", TEXT, nullable=False),
    pa.field("original_url", TEXT),
    pa.field("title", TEXT, nullable=False),
    pa.field("subtitle", TEXT),
    pa.field("body", TEXT, nullable=False),
    pa.field("dateline", TEXT),
    pa.field("authors", pa.list_(pa.struct([("name", TEXT), ("email", TEXT), ("role", TEXT)]))),
    pa.field("published_at", TIME),
    pa.field("modified_at", TIME),
    pa.field("section", TEXT),
    pa.field("category", TEXT),
    pa.field("images", pa.list_(pa.struct([("url", TEXT), ("caption", TEXT)]))),
    pa.field("premium", pa.bool_(), nullable=False),
    pa.field("language", TEXT, nullable=False),
    pa.field("extraction", pa.map_(TEXT, TEXT)),
    pa.field("stocks", pa.list_(pa.struct([("code", TEXT), ("name", TEXT)]))),
]
SCHEMA = pa.schema(FIELDS)


def write(records: Iterable[Record], file: BinaryIO) -> None:
    """Write the records in row groups of `ROWS`."""
    columns = batches(records)
    with parquet.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        while group := list(islice(columns, ROWS // BATCH)):
            writer.write_table(pa.Table.from_batches(group))


def batches(records: Iterable[Record]) -> Iterator[pa.RecordBatch]:
    """The records as columns, `BATCH` at a time: as Python's values they take several times the memory."""
    rows = iter(records)
    while batch := list(islice(rows, BATCH)):
        yield pa.RecordBatch.from_pylist(batch, SCHEMA)
