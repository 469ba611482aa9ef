"""What the commands print with: columns for Hangul, progress, and readers who stop reading."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from unicodedata import east_asian_width

from newscrawl.text.dates import SEOUL


def aligned(rows: list[tuple[str, ...]]) -> str:
    """Rows as columns of a terminal, where a Hangul letter is two wide."""
    widths = [max(map(wide, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell + " " * (w - wide(cell)) for cell, w in zip(line, widths, strict=True)) for line in rows)
    return "\n".join(line.rstrip() for line in lines)


def wide(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)


def show(lines: Iterable[str]) -> None:
    """Print lines for a reader who may stop reading (``| head``)."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon()


def abandon() -> None:
    """Send the rest to nowhere when the reader of standard output has stopped: it would fail again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(message: str) -> None:
    """Show how far a command is, on a terminal only; an empty message clears the line."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{message}", end="", file=sys.stderr, flush=True)


def to_the_end(step: Callable[[], int], total: int) -> int:
    """Repeat a step until it finds nothing more to do, showing how far it is; the result is the sum of what the steps did."""
    done = 0
    while did := step():
        done += did
        progress(f"{done:,} of {total:,} articles")
    progress("")
    return done


def wrap(paragraph: str, columns: int = 100) -> str:
    """A paragraph in lines of so many terminal columns; the rows of a table stay as they are."""
    if "\t" in paragraph:
        return paragraph.replace("\t", "  |  ")
    lines = [""]
    width = 0
    for word in paragraph.split(" "):
        size = wide(word)
        if width and width + 1 + size > columns:
            lines.append(word)
            width = size
        else:
            lines[-1] += (" " if width else "") + word
            width += size + bool(width)
    return "\n".join(lines)


def indented(head: str, text: str) -> Iterator[str]:
    """A text in lines of 100 columns, all but the first indented as far as the head is wide."""
    lines = wrap(text, 100 - len(head)).splitlines() or [""]
    yield head + lines[0]
    yield from (" " * len(head) + line for line in lines[1:])


def when(moment: datetime | None) -> str:
    """A time in Seoul, to the minute; as wide when there is none."""
    return f"{moment.astimezone(SEOUL):%Y-%m-%d %H:%M}" if moment else "undated         "
