"""Articles by a list of their numbers, and when it pays to make one: SQLite does not know how many articles meet a condition."""

from __future__ import annotations

from math import isqrt
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    SQLColumnExpression,
    String,
    func,
    literal,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.selectable import GenerativeSelect

from newscrawl.storage.models import ArticleRow

ARCHIVE = select(func.max(ArticleRow.id))


class Numbers(FunctionElement[int]):
    """The numbers in a JSON array: one parameter for as many as there are, where an ordinary list has the statement written anew."""

    type = Integer()
    inherit_cache = True


@compiles(Numbers)
def _numbers(element: Numbers, compiler: SQLCompiler, **how: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **how)}))"


@compiles(Numbers, "postgresql")
def _numbers_of_postgresql(element: Numbers, compiler: SQLCompiler, **how: Any) -> str:
    array = compiler.process(element.clauses, **how)
    return f"(SELECT CAST(value AS INTEGER) FROM json_array_elements_text(CAST({array} AS JSON)))"


def among(number: SQLColumnExpression[int], listed: BindParameter[str]) -> ColumnElement[bool]:
    """The condition that a number is in a JSON array of numbers."""
    return number.bool_op("IN")(Numbers(listed))


def shortlist(connection: Connection, named: GenerativeSelect, otherwise: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition that an article is among those named, in the form that finds the newest of them soonest.

    A short list is looked up in the articles. Of a longer one they are asked, the newest first. Where very many are named, the
    newest are found sooner without a list: the longer the list, the more it costs, and the less the search for twenty of them.
    Both grow to about the same at 10,000 of 100,000 articles and, as the square root, at 30,000 of a million (2026-11).

    Args:
        connection: what the condition is for.
        named: the numbers, by an index; it may name more than are meant, and one several times.
        otherwise: what to ask of each article when no list is made; on another database than SQLite none ever is.
    """
    if connection.dialect.name != "sqlite":
        return otherwise
    archive = connection.scalar(ARCHIVE) or 0
    many = isqrt(1000 * archive)
    few = named.limit(many).subquery()
    count, listed = connection.execute(select(func.count(), func.json_group_array(*few.c))).one()
    if count == many:
        return otherwise
    # Both ways take the same time where the square of the list is an eighth of the archive. `+ 0` keeps SQLite from looking up.
    number = ArticleRow.id if 8 * count * count < archive else ArticleRow.id + literal(0)
    return among(number, literal(listed, String))
