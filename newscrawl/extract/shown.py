"""Make of an element's markup what a reader sees of it, before its text is read: nothing unseen, nothing withdrawn, digits apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from functools import cache

from lxml import etree
from lxml.etree import _Element

from newscrawl.extract import measure
from newscrawl.extract.beside import NEAR, before, behind, edge
from newscrawl.extract.formula import FORMULAS, write_formula
from newscrawl.extract.opened import openers
from newscrawl.extract.printed import keeps_lines, list_kind, number_list, print_lines
from newscrawl.extract.sheet import Sheet, Style, sheet_of
from newscrawl.extract.style import NOTE_CLASSES, blanks, is_block, is_unseen, raised_by, shows, style_of
from newscrawl.extract.tree import BLOCKS, UNSEEN, drop, pieces
from newscrawl.text.raised import lowered, raised
from newscrawl.text.whitespace import fold
from newscrawl.text.words import words

UNSEEN_CLASSES = frozenset(words("unseen-classes"))
WITHDRAWN_CLASSES = frozenset(words("withdrawn-classes"))
_CLASSES = UNSEEN_CLASSES | WITHDRAWN_CLASSES | NOTE_CLASSES | {"katex-html"}
# Bootstrap's "d-none d-md-block" and Tailwind's "hidden md:block" are hidden on telephones alone.
_WIDE = re.compile(r"(?:\w+:|d-\w+-)(?:block|flex|inline|inline-block|inline-flex|grid|table|table-cell|visible)")
WITHDRAWN = frozenset(["s", "strike", "del"])
LONG = 200  # letters from which on a hidden part of a line may be the text itself
# What is not as it seems is one of these, or has a style, a telling class or ``hidden``.
TELLING = frozenset(
    """
    sup sub s strike del dialog ruby q pre ol msup msub mfrac msubsup mroot msqrt mover munder img button iframe select
    svg video audio canvas object
    """.split()
)
# What is drawn in the line and is no text: numbers beside it are two.
_DRAWN = frozenset("img button iframe select svg video audio canvas object".split())
# Hanja that a font lacks, or an emoji that an old browser does: a picture of one letter stands for the letter.
_LETTER = re.compile(
    r"[\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u2600-\u27bf\U0001f000-\U0003ffff\ufe0f\u200d]+"
)
_FIGURE = re.compile(r"[▲△▼▽+-]?[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?%?")
_ARROW = re.compile(r"[▲△▼▽↑↓⬆⬇🔺🔻]")
_NOTE = re.compile(r"[\[(]?[0-9]{1,3}[\])]?")
_ENDED = re.compile(r"[.?!…”’\"')\]\s]$")
_DIGITS = re.compile(r"[0-9.,]{1,4}")
_CUT = re.compile(r"[0-9][.,][0-9]$")

Styles = Mapping[_Element, Style]


def settle(box: _Element, sheet: Sheet | None = None) -> None:
    """Change the descendants of an element to what is printed of them; ``sheet`` is the page's, if it is known.

    No text is what neither markup nor style shows (``hidden``, ``display: none``, a class for screen readers), nor what the
    paper struck out. But a part that holds most of the text is the text: a script shows it. Raised and lowered letters are
    set apart from the number beside them, a list is numbered, ``<pre>`` has its lines, and a reading stands in brackets.
    """
    sheet = sheet_of(box) if sheet is None else sheet
    told = [e for e in box.iterdescendants("*") if sheet or _is_telling(e)]
    around = [e for e in (box, *box.iterancestors()) if sheet or e.tag == "pre" or e.get("style")]
    lined = any(keeps_lines(e, style_of(e, sheet)) for e in around)
    if not told and not lined:
        return
    styles = {e: style_of(e, sheet) for e in told if e.tag not in UNSEEN}
    for element in told:
        if element.tag in _DRAWN and element.get("hidden") is None and not is_unseen(element, style_of(element, sheet)):
            _part(element)
    again = cache(lambda by: _shown_within(box, styles, by))
    unseen = [e for e, style in styles.items() if _is_unseen(e, style, again)]
    opened = openers(unseen, box)
    _remove(box, [e for e in unseen if e not in opened])
    drop({opener for opener in opened.values() if box in opener.iterancestors()})
    _remove(box, [e for e, style in styles.items() if _is_withdrawn(e, style)])
    left = [e for e in styles if box in e.iterancestors()]
    again.cache_clear()
    blanked: set[tuple[_Element, str]] = set()
    for element in left:
        by = blanks(styles[element])
        if by and element in again(by):
            _blank(element, by, styles, blanked)
    for element in reversed(left):  # what stands within comes first
        _set_apart(element, styles[element])
    for element in left:
        if element.tag == "ol" or (element.tag == "ul" and list_kind(styles[element])):
            number_list(element, styles)
    for element in [box] if lined else left:
        if lined or keeps_lines(element, styles[element]):
            print_lines(element, collapsed=not lined and styles[element].get("white-space") == "pre-line")


def _is_telling(element: _Element) -> bool:
    tag = element.tag
    if tag in TELLING:
        return True
    if not element.keys():
        return False
    if element.get("style") or element.get("hidden") is not None:
        return True
    named = element.get("class")
    return named is not None and not _CLASSES.isdisjoint(named.split())


def _decoration(style: Style) -> str:
    return style.get("text-decoration", "") + style.get("text-decoration-line", "")


def _is_withdrawn(element: _Element, style: Style) -> bool:
    decoration = _decoration(style)
    if decoration:
        return "line-through" in decoration or (element.tag in WITHDRAWN and "none" not in decoration)
    return element.tag in WITHDRAWN or not WITHDRAWN_CLASSES.isdisjoint((element.get("class") or "").split())


def _is_unseen(element: _Element, style: Style, again: Callable[[str], set[_Element]]) -> bool:
    named = (element.get("class") or "").split()
    if "katex-mathml" in named:
        return False
    if is_unseen(element, style) or (element.get("hidden") is not None and "display" not in style):
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if "katex-html" in named:  # the same formula is there as MathML, which says what is over what
        twin = element.getprevious()
        return twin is not None and "katex-mathml" in (twin.get("class") or "")
    if not UNSEEN_CLASSES.isdisjoint(named):
        return not any(map(_WIDE.fullmatch, named))
    by = blanks(style)
    return by is not None and element not in again(by)


def _shown_within(box: _Element, styles: Styles, by: str) -> set[_Element]:
    """What has a descendant that is shown again; every element is come to once, be they nested or not."""
    found: set[_Element] = set()
    for element in box.iterdescendants("*"):
        if _shown_again(element, styles, by):
            found.update(itertools.takewhile(lambda outer: outer not in found, element.iterancestors()))
    return found


def _shown_again(element: _Element, styles: Styles, by: str) -> bool:
    # A list without gaps has no size of letters, and its items have theirs from a style sheet.
    return shows(styles.get(element, {}), by) or (by == "font-size" and element.get("class") is not None)


def _remove(box: _Element, found: list[_Element]) -> None:
    """Take elements with text out of the box, unless together they hold most of its text."""
    sizes = {e: size for e, size in _sizes(found).items() if size}
    inner: dict[_Element | None, list[_Element]] = {}
    for element in filter(sizes.__contains__, found):
        around = next((e for e in element.iterancestors() if e in sizes), None)
        inner.setdefault(around, []).append(element)
    outer, gone, whole = inner.get(None, []), set[_Element](), 0
    while heavy := [e for e in outer if e.tag in BLOCKS or sizes[e] > LONG]:
        whole = whole or _size(box)
        if 2 * sum(map(sizes.__getitem__, heavy)) <= whole:
            break
        gone.update(outer)
        gone.difference_update(heavy)
        outer = [e for each in heavy for e in inner.get(each, ())]
    gone.update(outer)
    for element in filter(gone.__contains__, found):
        _vanish(element)


def _size(element: _Element) -> int:
    return _sizes([element])[element]


def _sizes(found: list[_Element]) -> dict[_Element, int]:
    return measure.sizes(found, lambda piece: len(piece.strip()), UNSEEN)


def _vanish(element: _Element) -> None:
    """Take an element out. Its neighbours join, as on the page: ``2,641<i hidden>9</i>.30``; but sentences stay apart."""
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        return
    before = element.getprevious()
    text = (parent.text if before is None else before.tail) or ""
    if (
        element.tag in BLOCKS
        and tail
        and not tail.isspace()
        and not _CUT.search(text[-2:] + tail[:1])
        and (not text or _ENDED.search(text))
    ):
        line = etree.Element("br")
        line.tail = tail
        parent.replace(element, line)
        return
    if before is None:
        parent.text = text + tail
    else:
        before.tail = text + tail
    element.tail = None
    parent.remove(element)


def _blank(element: _Element, by: str, styles: Styles, done: set[tuple[_Element, str]]) -> None:
    """Take the letters of an element away, but not those of a descendant that is shown again."""
    if (element, by) in done:
        return
    done.add((element, by))
    element.text = None
    for child in element:
        if isinstance(child.tag, str) and not _shown_again(child, styles, by):
            _blank(child, by, styles, done)
        child.tail = None


def _set_apart(element: _Element, style: Style) -> None:
    tag = element.tag
    if place := raised_by(element, style):
        _mark(element, place)
    elif tag in FORMULAS:
        write_formula(element, _mark, before(element))
    elif tag == "ruby" and element.find("rp") is None:
        for reading in element.findall(".//rt"):
            _enclose(reading, "()")
    elif tag == "q":
        _enclose(element, "‘’" if any(e.tag == "q" for e in element.iterancestors()) else "“”")
    elif tag == "img":
        _spell(element)
    elif "display" in style or "float" in style or "position" in style:
        _relay(element, style)


def _spell(image: _Element) -> None:
    """Write a picture of letters as them: a Hanja, an emoji, the number or the arrow of a sentence."""
    words = image.get("alt") or ""
    if _LETTER.fullmatch(words) or (_ARROW.fullmatch(words) and (behind(image).isdigit() or before(image).isdigit())):
        image.tag, image.text = "span", words
    elif _FIGURE.fullmatch(words) and (letter := before(image)) and behind(image):
        # Between letters it is a word of the sentence; a picture's number stands alone.
        image.tag, image.text = "span", words
        if letter.isdigit():
            image.text = f" {words}"


def _part(element: _Element) -> None:
    """Set the number of an element, or the one in front of it, apart from the one behind."""
    own = "" if element.tag in _DRAWN else edge(element, last=True)
    if (own or before(element))[-1:].isdigit() and behind(element).isdigit():
        element.tail = f" {element.tail or ''}"


def _enclose(element: _Element, marks: str) -> None:
    if any(map(str.strip, pieces(element))):
        element.text = marks[0] + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + marks[1]
        else:
            element.text += marks[1]


def _mark(element: _Element, place: str) -> None:
    within = list(itertools.islice(element.iterdescendants(), NEAR + 1))
    if len(within) > NEAR or any(e.tag in BLOCKS or e.tag in ("br", "img") for e in within):
        return
    printed = "".join(pieces(element))
    content = fold(printed)
    if not content or (place == "top" and not _NOTE.fullmatch(content)):
        return
    marked = (lowered if place == "sub" else raised)(content, before(element), behind(element))
    if marked != content:
        del element[:]
        element.text = printed[: printed[0].isspace()] + marked + " " * printed[-1].isspace()


def _relay(element: _Element, style: Style) -> None:
    """Set an element on lines of its own, or into the line, as its style says and its tag does not."""
    display = style.get("display", "")
    if display == "inline" and element.tag in BLOCKS and element.tag not in ("table", "tr", "td", "th"):
        item, element.tag = element.tag == "li", "span"
        if item and element.getnext() is not None:
            _part(element)
    elif display == "inline-block" and element.tag in BLOCKS and _DIGITS.fullmatch("".join(pieces(element))):
        element.tag = "span"
    elif element.tag not in BLOCKS and element.tag not in ("br", "img") and is_block(element, style) and _size(element):
        line = etree.Element("br")
        line.tail, element.tail = element.tail, None
        element.addprevious(etree.Element("br"))
        element.addnext(line)
    elif display == "inline-block" and len("".join(pieces(element))) > 1:
        _part(element)
    if display.endswith(("flex", "grid", "table-row")):
        parts = [child for child in element if isinstance(child.tag, str) and child.tag not in BLOCKS]
        # The wheels of a counter are boxes too, of one digit each.
        if not display.endswith("flex") or any(len("".join(pieces(part))) > 1 for part in parts):
            for part in parts:
                _part(part)
