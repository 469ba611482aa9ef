"""docs/storage.md: every query in it runs, and finds something."""

from __future__ import annotations

import ast
import contextlib
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from newscrawl.storage.models import Base
from tests.test_commands import PROJECT, scrapy
from tests.test_dedup import page
from tests.test_story import CORRECTED, PORTAL, REPRINTED, WIRE_PAGE

TEXT = (PROJECT / "docs" / "storage.md").read_text(encoding="utf-8")
BLOCKS = [
    (language, heading, block)
    for heading, part in re.findall(r"^##+ (.+)\n((?:(?!##).*\n)*)", TEXT, re.MULTILINE)
    for language, block in re.findall(r"^```(sql|python)\n(.*?)^```", part, re.MULTILINE | re.DOTALL)
]
STOCKS = page("mk", 11234569, "삼성전자(005930)와 SK하이닉스(000660)가 나란히 올랐다. " * 4, title="반도체 강세")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with an archive and an exported file, as a user has them."""
    folder = tmp_path_factory.mktemp("docs")
    database = folder / "data" / "newscrawl.db"
    words = ("crawlall", "--only", "mk,naver", "--jobs", "1", "-s", "NEWSCRAWL_REPLAY=data/sample.warc.gz")
    assert scrapy(*words, database=database).returncode == 0
    articles = (PORTAL, WIRE_PAGE, CORRECTED, REPRINTED, STOCKS)
    given = "".join(json.dumps(article.as_dict()) + "\n" for article in articles)
    assert scrapy("import", "-", database=database, given=given.encode()).stdout == "revised 1, stored 4\n"
    assert scrapy("export", "-o", str(folder / "articles.parquet"), database=database).returncode == 0
    return folder


def python(block: str) -> Any:
    """What the last line of a block is, as an interpreter would print it."""
    *statements, last = ast.parse(block).body
    assert isinstance(last, ast.Expr)
    names: dict[str, Any] = {}
    exec(compile(ast.Module(statements, []), "docs/storage.md", "exec"), names)
    return eval(compile(ast.Expression(last.value), "docs/storage.md", "eval"), names)


@pytest.mark.parametrize(("language", "block"), [(b[0], b[2]) for b in BLOCKS], ids=[b[1] for b in BLOCKS])
def test_a_query_finds_something(folder: Path, language: str, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    if language == "python":
        assert len(python(block)) > 0
        return
    with contextlib.closing(sqlite3.connect("file:data/newscrawl.db?mode=ro", uri=True)) as connection:
        found = connection.execute(block)
        rows = found.fetchall()
    names = [column[0] for column in found.description]
    assert rows and all(any(row[at] is not None for row in rows) for at in range(len(names))), (names, rows)


def test_there_are_ten_and_more() -> None:
    assert len(BLOCKS) > 10


def test_every_table_is_named() -> None:
    told = re.findall(r"^\| (`.+?) \|", TEXT, re.MULTILINE)
    assert sorted(re.findall("[a-z_]+", " ".join(told[: told.index("`text_keys`") + 1]))) == sorted(
        Base.metadata.tables
    )
