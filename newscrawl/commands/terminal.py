"""What the commands print with: columns for Hangul, progress, and readers who stop reading."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import RawIOBase
from typing import Any
from unicodedata import east_asian_width

from newscrawl.text.dates import SEOUL

# ESC, BEL, the C1 that begin sequences with one letter, and what turns the direction of the letters behind it.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def aligned(rows: list[tuple[str, ...]]) -> str:
    """Rows as columns of a terminal, where a Hangul letter is two wide."""
    widths = [max(map(wide, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell + " " * (w - wide(cell)) for cell, w in zip(line, widths, strict=True)) for line in rows)
    return "\n".join(line.rstrip() for line in lines)


def wide(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)


def plain(text: str) -> str:
    """A text without what a terminal obeys: signs of control and of direction stand there by their numbers, as in JSON.

    >>> print(plain("코스피\\x1b[2J \\x9b31m\\u202e2,641.30\\a"))
    코스피\\u001b[2J \\u009b31m\\u202e2,641.30\\u0007
    """
    return OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) if OBEYED.search(text) else text


def show(lines: Iterable[str], finish: Callable[[str], str] = str) -> None:
    """Print lines for a reader who may stop reading (``| head``), on a terminal that may lack letters.

    What the terminal lacks stands there by its number; JSON stays JSON.

    Args:
        finish: what is done to a line at last, with signs of our own that a terminal shall obey.

    Raises:
        SystemExit: nothing can be written; why is told. That nobody reads on is no fault: the rest goes nowhere.
    """
    for line in lines:
        if not _write(finish(plain(line)) + "\n"):
            return
    _write("")


def say(sentence: str) -> None:
    """Print a sentence on standard error."""
    if sys.stderr:
        print(f"newscrawl: {plain(sentence)}", file=sys.stderr)


def _write(text: str) -> bool:
    """Write to standard output, and say whether somebody reads it; no text flushes it."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        try:
            sys.stdout.write(text)
        except UnicodeEncodeError:
            sys.stdout.write(_spelled(text, sys.stdout.encoding))
        if not text:
            sys.stdout.flush()
    except BrokenPipeError:
        abandon()
        return False
    except OSError as error:
        say(f"standard output cannot be written: {error.strerror}")
        if sys.stdout:
            abandon()
        raise SystemExit(1) from None
    return True


def _spelled(text: str, encoding: str) -> str:
    """A text in the letters of an encoding, the others by their numbers."""
    letters: list[str] = []
    for letter in text:
        try:
            letter.encode(encoding)
            letters.append(letter)
        except UnicodeEncodeError:
            code = letter.encode("utf-16-be", "surrogatepass").hex()
            letters += (f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))
    return "".join(letters)


def typed(word: str) -> str:
    """A word of the command line in UTF-8, also where the locale is one of ASCII (``LC_ALL=C``)."""
    return os.fsencode(word).decode("utf-8", "replace") if not word.isprintable() else word


class Screen(RawIOBase):
    """Standard output as a file of bytes in UTF-8; on a terminal without what it would obey."""

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Write whole lines."""
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        given = bytes(data)
        sys.stdout.buffer.write(plain(given.decode("utf-8", "replace")).encode() if sys.stdout.isatty() else given)
        return len(given)

    def flush(self) -> None:
        """Hand on what was written."""
        if sys.stdout:
            sys.stdout.flush()


def abandon() -> None:
    """Send the rest to nowhere when nobody reads standard output: it would fail again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(message: str) -> None:
    """Show how far a command is, on a terminal only; an empty message clears the line."""
    if sys.stderr and sys.stderr.isatty():
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
