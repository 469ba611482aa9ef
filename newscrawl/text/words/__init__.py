"""The words that the rules of notation know, one entry a line in the tables beside this file: no Python is needed to add one.

An entry is a line of a ``.txt`` file. What stands behind ``#`` and a blank is a comment (where the word was seen, and when); a line
that begins with it is a comment as a whole, mostly a heading for the entries below.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_COMMENT = re.compile(r"(?:^|\s+)#(?:\s.*)?$")


@cache
def words(table: str) -> tuple[str, ...]:
    """The entries of a table in print order, read once.

    Raises:
        FileNotFoundError: there is no such table.
    """
    lines = files(__name__).joinpath(f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(entry for line in lines if (entry := _COMMENT.sub("", line).strip()))


def anyof(*tables: str) -> str:
    """A pattern for any entry of the tables, the longest first; a blank in an entry may be missing on the page.

    >>> anyof("agencies"), anyof("work-labels")
    ('(?:연합뉴스|뉴시스|뉴스1|뉴스핌)', '(?:인터뷰|취재|정리|기획|구성|[글])')
    """
    entries = sorted(dict.fromkeys(entry for table in tables for entry in words(table)), key=len, reverse=True)
    single = "".join(re.escape(entry) for entry in entries if len(entry) == 1)
    several = [re.escape(entry).replace(r"\ ", r"\s?") for entry in entries if len(entry) > 1]
    return f"(?:{'|'.join([*several, *([f'[{single}]'] if single else [])])})"
