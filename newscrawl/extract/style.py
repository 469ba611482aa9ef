"""What the style of an element says of it: whether it is seen, stands on lines of its own, or above the line."""

from __future__ import annotations

import re

from lxml.etree import _Element

from newscrawl.extract.sheet import Sheet, Style, declared, sheet_style
from newscrawl.extract.tree import BLOCKS

_NOTHING = re.compile(r"[01](?:\.0+)?(?:px)?|0(?:\.0+)?(?:em|rem|%|pt|vw|vh)")
# One pixel is no letter that an eye could read.
_NO_SIZE = re.compile(r"0(?:\.0+)?(?:[a-z]+|%)?|(?:1|0?\.\d+)px|calc\(0px\)")
_FAR = re.compile(r"(?:-\d{3,}|\d{4,})(?:\.\d+)?(?:px|em|rem|pt|%|v[wh])")
# A slide waits beside its window at -100%.
_FAR_OFF = re.compile(r"-\d{4,}(?:\.\d+)?(?:px|em|rem|pt)")
_AWAY = re.compile(r"translate(?:x|y|3d)?\((?:[^(),]*,)?\s*-\d{4,}(?:px|em|rem)")
_FLAT = re.compile(r"scale(?:x|y|3d)?\(\s*0(?:\.0+)?\s*[,)]")
_CLIPPED = re.compile(
    r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\((?:\s*0(?:px|%)?)*\s*(?:50|100)%[^()]*\)|circle\(0(?:px|%)?\)"
    r"|polygon\((?:\s*0(?:px|%)?\s*,?)+\)"
)
_LENGTH = re.compile(r"(-?)[0-9.]*[1-9][0-9]*(?:px|em|rem|pt|%)")
NOTE_CLASSES = frozenset(["sup", "superscript"])
_CLEAR = re.compile(
    r"transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|(?:rgb|hsl)a?\((?:(?:[^,()]+,){3}|[^,()]+/)\s*0?(?:\.0+|0)?%?\s*\)"
)


def style_of(element: _Element, sheet: Sheet) -> Style:
    """The declarations for an element: the sheets', then its own, then what the sheets hold important."""
    style = element.get("style") or ""
    own = declared(style)
    if not sheet:
        return own
    plain, important = sheet_style(element, sheet)
    if not plain and not important:
        return own
    return {**plain, **own} if not important or "!" in style else {**plain, **own, **important}


def is_block(element: _Element, style: Style) -> bool:
    """Whether an element stands on lines of its own."""
    display = style.get("display", "")
    if style.get("position") in ("absolute", "fixed") or style.get("float") in ("left", "right"):
        return True
    if display.startswith("inline"):
        return False
    return display in ("block", "flex", "grid", "table", "list-item", "table-cell", "table-row", "flow-root") or (
        element.tag in BLOCKS
    )


def is_unseen(element: _Element, style: Style) -> bool:
    """Whether the style takes an element off the page with all that is in it.

    What has no opacity is unseen within a line only: a block fades in when a reader comes to it.
    """
    if style.get("display") == "none" or style.get("content-visibility") == "hidden":
        return True
    # With a background that the letters cut out they are seen.
    fill = style.get("-webkit-text-fill-color", style.get("color", ""))
    if _CLEAR.fullmatch(fill) and not any("background-clip" in name for name in style):
        return True
    block = is_block(element, style)
    clear = "opacity" in style and style["opacity"].strip("0.%") == ""
    if not block and (clear or style.get("filter", "").startswith("opacity(0)")):
        return True
    placed = style.get("position")
    sides = [*(style.get(name, "") for name in ("left", "top", "right")), *style.get("inset", "").split()]
    if placed in ("absolute", "fixed") and (
        _CLIPPED.match(style.get("clip", "")) is not None or any(map(_FAR.fullmatch, sides))
    ):
        return True
    if placed == "relative" and any(map(_FAR_OFF.fullmatch, sides)):
        return True
    # Within a line a margin takes along what follows.
    if block and _FAR_OFF.fullmatch(style.get("margin-left", "")):
        return True
    if _CLIPPED.match(style.get("clip-path", "")):
        return True
    # Size, indent, overflow and transformations mean nothing to what flows within a line.
    if not block and style.get("display") not in ("inline-block", "inline-flex", "inline-grid"):
        return False
    overflow = " ".join(style.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" in overflow or "clip" in overflow:
        sizes = (style.get(name, "") for name in ("width", "height", "max-width", "max-height"))
        if any(map(_NOTHING.fullmatch, sizes)):
            return True
    moved = style.get("transform", "")
    return bool(_FLAT.search(moved) or _AWAY.search(moved) or _FAR.fullmatch(style.get("text-indent", "")))


def raised_by(element: _Element, style: Style) -> str | None:
    """``super`` or ``sub`` where the letters of an element stand above or below the line, ``top`` where small ones hang from it.

    >>> from newscrawl.extract.tree import parse
    >>> span = parse("<span>2)</span>").find(".//span")
    >>> raised_by(span, {"vertical-align": "super"}), raised_by(span, {"vertical-align": "top", "font-size": "8px"})
    ('super', 'top')
    >>> raised_by(span, {"vertical-align": "-0.2em"}), raised_by(span, {"vertical-align": "middle"})
    ('sub', None)
    """
    if element.tag in ("sup", "sub"):
        own = declared(element.get("style") or "")
        plain = own.get("vertical-align") == "baseline" and own.get("font-size") in ("inherit", "100%", "1em")
        return None if plain else "super" if element.tag == "sup" else "sub"
    if element.tag in BLOCKS or element.tag == "img":
        return None
    place = style.get("font-variant-position", style.get("vertical-align", ""))
    if place in ("super", "sub"):
        return place
    if place in ("top", "text-top") and "font-size" in style:
        return "top"
    if length := _LENGTH.fullmatch(place):
        return "sub" if length[1] else "super"
    # Small print that is moved within its line, as a reset of <sup> does it.
    moved = _LENGTH.fullmatch(style.get("top", "")) if style.get("position") == "relative" else None
    if moved and "font-size" in style:
        return "super" if moved[1] else "sub"
    return "top" if not NOTE_CLASSES.isdisjoint((element.get("class") or "").split()) else None


def blanks(style: Style) -> str | None:
    """The property by which a style hides letters that a descendant may show again."""
    if style.get("visibility") in ("hidden", "collapse"):
        return "visibility"
    return "font-size" if _NO_SIZE.fullmatch(style.get("font-size", "")) else None


def shows(style: Style, by: str) -> bool:
    """Whether a style shows again what that property hid above it.

    >>> shows({"font-size": "16px"}, "font-size"), shows({"font-size": "1em"}, "font-size")
    (True, False)
    """
    value = style.get(by, "")
    if by == "visibility":
        return value == "visible"
    return bool(value) and not _NO_SIZE.fullmatch(value) and not re.search(r"(?:\dem|%|inherit|smaller|larger)$", value)
