"""What of a page is not the article, on lines and pages that no rule was written after."""

from pathlib import Path

import pytest

from newscrawl.text import noise
from newscrawl.text.phrases import TOKEN, table
from newscrawl.text.words import words

LINES = Path(__file__).parent / "lines"


def lines(name: str) -> list[str]:
    """The lines of a list; it is read as the tables of words are, but for its comments, which begin a line."""
    found = (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("# L") and not line.startswith(("# C", "# A"))]


def is_named(line: str) -> bool:
    text = line.removeprefix("tail: ")
    return noise.is_furniture(text) or noise.is_wall(text) or (text != line and noise.is_tail(text))


def test_lines_of_a_site_are_furniture() -> None:
    found = lines("furniture")
    missed = [line for line in found if not is_named(line)]
    assert len(found) >= 120
    assert len(missed) <= 0.04 * len(found), missed


def test_captions_are_known_by_their_credit() -> None:
    found = lines("captions")
    missed = [line for line in found if not noise.is_caption(line)]
    assert len(found) >= 70
    assert len(missed) <= 0.04 * len(found), missed


def test_an_articles_own_lines_stay() -> None:
    found = lines("own")
    assert len(found) >= 120
    assert [line for line in found if noise.is_furniture(line) or noise.is_caption(line) or noise.is_wall(line)] == []
