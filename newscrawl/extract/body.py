"""From the markup of an article's body to its paragraphs: none lost, none doubled, order kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from newscrawl.extract.tree import BLOCKS, UNSEEN, marks
from newscrawl.text.whitespace import fold

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
STRONG = frozenset(["b", "strong"])
# The parts of a table that hold cells and no text.
WIDEST = 200  # columns or rows of one cell
FRAME = frozenset("table thead tbody tfoot tr colgroup col".split())
# What stands before the link to another piece, and is no word of a sentence.
_ARROW = re.compile(r"\s*(?:[▶▷►▸☞→]|&gt;|>)+\s*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph.

    ``standout`` says that all of it is bold or a heading, as decks and subheads are; ``linked`` that all of
    it is the text of links; ``hint`` is the class and id of the elements that hold it alone.
    """

    text: str
    standout: bool = False
    linked: bool = False
    hint: str = ""


class _Writer:
    """Collects text until a line ends, and remembers what the line was made of."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._parts: list[str] = []
        self._plain = self._unlinked = False

    def add(self, text: str | None, standout: bool, linked: bool) -> None:
        if not text:
            return
        self._parts.append(text)
        if not text.isspace():
            self._plain |= not standout
            if linked or not _ARROW.fullmatch(text):
                self._unlinked |= not linked

    def end(self, hint: str = "") -> None:
        text = fold("".join(self._parts))
        if text:
            self.done.append(Paragraph(text, not self._plain, not self._unlinked, hint))
        self._parts, self._plain, self._unlinked = [], False, False


def paragraphs(element: _Element) -> list[Paragraph]:
    """The paragraphs of an element, in document order.

    A block element or a ``<br>`` ends a paragraph; text nodes, ``<p>``, ``<div>``, lists and nested blocks may be
    mixed. A data table is one paragraph with its caption, a line per row and a tab between cells; a table that only
    arranges things (one cell a row, or a table within) is read as blocks.
    """
    writer = _Writer()
    _walk(element, writer, False, False)
    writer.end()
    return writer.done


def _walk(element: _Element, writer: _Writer, standout: bool, linked: bool) -> None:
    tag = element.tag
    hint = ""
    # Bold text of several lines is a deck that CSS sets apart (Naver's strong.media_end_summary, 2022).
    block = tag in BLOCKS or (tag in STRONG and element.find("br") is not None)
    if block:
        writer.end()
        hint = marks(element)
        if tag == "table" and _is_data(element):
            _write_table(element, writer, hint)
            return
    standout = standout or tag in HEADINGS or tag in STRONG
    _walk_children(element, writer, hint, standout, linked or tag == "a")
    if block:
        writer.end(hint)


def _walk_children(element: _Element, writer: _Writer, hint: str, standout: bool, linked: bool) -> None:
    writer.add(element.text, standout, linked)
    for child in element:
        name = child.tag
        if name == "br":
            writer.end(hint)
        elif isinstance(name, str) and name not in UNSEEN:
            _walk(child, writer, standout, linked)
        writer.add(child.tail, standout, linked)


def _write_table(table: _Element, writer: _Writer, hint: str) -> None:
    captions = [line for caption in table.iter("caption") if (line := _cell(caption))]
    # A browser prints before the table what stands in it and in no cell.
    for part in table.iter(*FRAME):
        writer.add(part.text, False, False)
        for child in part:
            if isinstance(child.tag, str) and child.tag not in FRAME | UNSEEN | {"td", "th", "caption"}:
                _walk(child, writer, False, False)
            writer.add(child.tail, False, False)
    writer.end(hint)
    rows = map("\t".join, _places(_rows(table)))
    lines = [line for line in (*captions, *rows) if line.strip()]
    if lines:
        writer.done.append(Paragraph("\n".join(lines), hint=hint))


def _rows(table: _Element) -> list[list[_Element]]:
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]


def _places(rows: list[list[_Element]]) -> Iterator[list[str]]:
    """The texts of a table's rows, each in the column where a browser puts it: a wide or a high cell leaves empty ones."""
    taken: dict[int, int] = {}  # rows that a cell from above still takes of a column
    for row in rows:
        texts: list[str] = []
        for cell in row:
            while taken.get(len(texts)):
                taken[len(texts)] -= 1
                texts.append("")
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(texts), len(texts) + width):
                taken[column] = height - 1
            texts += [_cell(cell), *[""] * (width - 1)]
        for column in sorted(taken):
            if column >= len(texts) and taken[column]:
                texts += [""] * (column + 1 - len(texts))
                taken[column] -= 1
        # A line across the table is a line.
        yield texts if sum(map(bool, texts)) > 1 or len(row) > 1 else ["".join(texts)]


def _span(cell: _Element, name: str) -> int:
    """How many columns or rows a cell takes; one that asks for more than a table has is a mistake."""
    value = cell.get(name)
    if value is None:
        return 1
    asked = int(value) if value.strip().isdecimal() and len(value) < 4 else 1
    return asked if 0 < asked <= WIDEST else 1


def _is_data(table: _Element) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return any(len(row) > 1 for row in _rows(table))


def _cell(cell: _Element) -> str:
    return fold(" ".join(paragraph.text for paragraph in paragraphs(cell)))


def once(found: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a second copy of the whole body (ZUM prints a mobile and a desktop one, 2024).

    >>> [p.text for p in once([Paragraph("가."), Paragraph("나."), Paragraph("가."), Paragraph("나.")])]
    ['가.', '나.']
    """
    half, odd = divmod(len(found), 2)
    texts = [paragraph.text for paragraph in found]
    return found[:half] if half > 1 and not odd and texts[:half] == texts[half:] else found


SENTENCE = re.compile(r"(?:[다요죠까오함됨임음네라냐자군걸지][.!?…]|[.!?][\"”’')\]]?$|[다요]$)")


def is_prose(text: str) -> bool:
    """Whether a text has a sentence in it.

    >>> is_prose("코스피가 0.88% 내렸다."), is_prose("4만 인파 해산·교통 통제")
    (True, False)
    """
    return SENTENCE.search(text) is not None
