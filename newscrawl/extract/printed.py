"""Print what the layout adds to a text: the numbers of a list, the lines and columns of ``<pre>``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from string import ascii_lowercase

from lxml import etree
from lxml.etree import _Element

from newscrawl.extract.body import is_prose
from newscrawl.extract.sheet import Style
from newscrawl.extract.tree import BLOCKS, UNSEEN

KEPT = frozenset(["pre", "pre-line", "pre-wrap", "break-spaces"])
# "■ 금리", "① 금리": a list whose items bring their own marks.
_MARKED = re.compile(r"[①-⑳⑴-⒇⒜-⒵❶-❿㈎-㉻▲△▶▷►■□◆◇●○◎•·ㆍ▪※*☞✓-]")
_NUMBERED = re.compile(r"[(\[<]?(-?\d{1,9})(?:[.):\]>、,]|\s)(?!\d)")
_GAP = re.compile(r"\t+|[ \u3000]{2,}")
_TAB = re.compile(r" *\t *|[ \u3000]{2,}")
_RULE = re.compile(r"[-=_─━+|\s]{3,}")
_HANGUL = "가나다라마바사아자차카타파하"
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_UNTOLD = frozenset(["inside", "outside", "inherit", "initial", "unset", "revert"])
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def keeps_lines(element: _Element, style: Style) -> bool:
    """Whether the line ends of the source are line ends of the page."""
    return style.get("white-space", "pre" if element.tag == "pre" else "") in KEPT


def number_list(listed: _Element, styles: Mapping[_Element, Style]) -> None:
    """Put its number before every item of a list that does not bring one, as HTML counts them (``start``, ``value``, ``reversed``).

    What the marker looks like is what the style says; a list of discs, or of signs that are not known here, gets none.
    """
    items = [e for e in listed.iter("li") if next(e.iterancestors("ol", "ul", "menu"), None) is listed]
    step = -1 if listed.get("reversed") is not None else 1
    number = _whole(listed.get("start"), len(items) if step < 0 else 1)
    otherwise = _TYPES.get(listed.get("type") or "", "decimal") if listed.tag == "ol" else "disc"
    kind = list_kind(styles.get(listed, {})) or otherwise
    for item in items:
        number = _whole(item.get("value"), number)
        text = "".join(map(str, itertools.islice(item.itertext(), 8))).strip()
        begun = _NUMBERED.match(text)
        own = begun is not None and begun[1] == str(number)
        numeral = _numeral(number, list_kind(styles.get(item, {})) or kind)
        if numeral and not own and not _MARKED.match(text):
            _begin(item, f"{numeral}. ")
        number += step


def list_kind(style: Style) -> str | None:
    """The marker that a style names for the items of a list: ``none``, ``disc``, ``upper-alpha`` …

    >>> list_kind({"list-style-type": "inside decimal"}), list_kind({"list-style-type": "inside"})
    ('decimal', None)
    """
    named = style.get("list-style-type", "")
    return next((word for word in re.sub(r"url\([^()]*\)", "", named).split() if word not in _UNTOLD), None)


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\s*[+-]?[0-9]{1,6}\s*", value) else otherwise


def _numeral(number: int, kind: str) -> str:
    """A number as a list prints it; nothing for a kind that is no number.

    >>> [_numeral(28, kind) for kind in ("decimal", "upper-latin", "decimal-leading-zero", "hangul", "disc")]
    ['28', 'AB', '28', '28', '']
    """
    if kind == "decimal-leading-zero" and number >= 0:
        return f"{number:02}"
    lower = kind.removeprefix("upper-").removeprefix("lower-")
    if lower in ("alpha", "latin") and number > 0:
        letters = ""
        rest = number
        while rest:
            rest, place = divmod(rest - 1, 26)
            letters = ascii_lowercase[place] + letters
        return letters.upper() if kind.startswith("upper") else letters
    names = _ROMAN if lower == "roman" else _HANGUL if kind == "hangul" else ""
    if 0 < number <= len(names):
        return names[number - 1].upper() if kind.startswith("upper") else names[number - 1]
    return str(number) if names or lower in ("alpha", "latin") or kind.startswith("decimal") else ""


def _begin(element: _Element, marker: str) -> bool:
    """Put a marker before the first letter of an element, within the link or the bold that it may stand in."""
    if element.text and not element.text.isspace():
        element.text = marker + element.text.lstrip()
        return True
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN and child.tag != "ol" and _begin(child, marker):
            return True
        if child.tail and not child.tail.isspace():
            child.tail = marker + child.tail.lstrip()
            return True
    return False


def print_lines(element: _Element, *, collapsed: bool) -> None:
    """Make a ``<br>`` of every line end, and a table of lines in columns unless runs of blanks are ``collapsed``."""
    if not collapsed and not any(e.tag in BLOCKS or e.tag == "img" for e in element.iterdescendants()):
        lines = "".join(_printed(element)).splitlines()
        tabs = {line.count("\t") for line in lines if "\t" in line}
        # As many tabs in every row: each ends a cell, and two hold an empty one. Else they are set to make the columns stand.
        columns = [_cells(line, _TAB if len(tabs) == 1 else _GAP) for line in lines]
        if any(_aligned(lines, columns)):
            _set_in_columns(element, lines, columns)
            return
    for each in list(element.iter("*")):
        if each.tag in UNSEEN:
            continue
        if each.text and "\n" in each.text:
            first, *others = each.text.splitlines()
            each.text = first
            each[:0] = map(_line, others)
        if each is not element and each.tail and "\n" in each.tail:
            first, *others = each.tail.splitlines()
            each.tail = None
            for line in reversed(others):  # by its place among many it would have to be counted
                each.addnext(_line(line))
            each.tail = first


def _aligned(lines: list[str], columns: list[list[str]]) -> list[bool]:
    """Which lines are rows of a table: two in a row that have cells, and a rule of dashes between or beside them."""
    rows = [at for at, line in enumerate(lines) if not _RULE.fullmatch(line.strip())]
    celled = {at for at, after in pairwise(rows) if len(columns[at]) > 1 and len(columns[after]) > 1}
    aligned = {*celled, *(after for at, after in pairwise(rows) if at in celled)}
    ruled = {*range(len(lines))} - {*rows}
    return [at in aligned or (at in ruled and bool({at - 1, at + 1} & aligned)) for at in range(len(lines))]


def _printed(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in UNSEEN:
            yield from _printed(child)
        yield child.tail or ""


def _cells(line: str, gap: re.Pattern[str]) -> list[str]:
    cells = gap.split(line.strip(" \n\u3000" if gap is _TAB else None))
    return [] if any(map(is_prose, cells)) else cells


def _set_in_columns(element: _Element, lines: list[str], columns: list[list[str]]) -> None:
    del element[:]
    element.text = None
    aligned = _aligned(lines, columns)
    for in_columns, group in itertools.groupby(range(len(lines)), aligned.__getitem__):
        if not in_columns:
            element.extend(_line(lines[at]) for at in group)
            continue
        table = etree.SubElement(element, "table")
        for at in group:
            row = etree.SubElement(table, "tr")
            for cell in columns[at]:
                etree.SubElement(row, "td").text = cell


def _line(text: str) -> _Element:
    line = etree.Element("br")
    line.tail = text
    return line
