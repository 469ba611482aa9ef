"""The table of settings in docs/operations.md, from the comments in settings.py: ``python -m newscrawl.reference FILE``."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from pathlib import Path

SETTINGS = Path(__file__).with_name("settings.py")
BEGIN, END = "<!-- settings: written by `make fix` -->\n", "<!-- end of settings -->\n"


def table(source: str) -> str:
    """The settings of a module that say behind their value what they are for, as a Markdown table.

    >>> print(table("DELAY = 1.0  # seconds between requests\\nOTHER = 2\\nAGENT = name()  # who asks\\n"), end="")
    | setting | value | what it says |
    | --- | --- | --- |
    | `DELAY` | `1.0` | seconds between requests |
    | `AGENT` | – | who asks |
    """
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = {
        token.start[0]: token.string.removeprefix("#").strip() for token in tokens if token.type == tokenize.COMMENT
    }
    rows = [("setting", "value", "what it says"), ("---",) * 3]
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            meaning = comments.get(statement.lineno)
            value = ast.unparse(statement.value) if isinstance(statement.value, ast.Constant | ast.BinOp) else None
            if meaning:
                rows.append((f"`{statement.targets[0].id}`", f"`{value}`" if value else "–", meaning))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def written(page: str) -> str:
    """A page with the present table between its marks."""
    present = BEGIN + table(SETTINGS.read_text(encoding="utf-8")) + END
    return re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: present, page, flags=re.DOTALL)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(written(file.read_text(encoding="utf-8")), encoding="utf-8")
