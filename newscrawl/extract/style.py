"""What the style of an element says of it: whether it is seen, stands on lines of its own, or above the line."""

from __future__ import annotations

import re

from lxml.etree import _Element

from newscrawl.extract.sheet import Sheet, Style, declared, sheet_style
from newscrawl.extract.tree import BLOCKS

_NOTHING = re.compile(r"[01](?:\.0+)?(?:px)?|0(?:\.0+)?(?:em|rem|%|pt|vw|vh)")
_NO_SIZE = re.compile(r"0(?:\.0+)?(?:[a-z]+|%)?")
_FAR = re.compile(r"(?:-\d{3,}|\d{4,})(?:\.\d+)?(?:px|em|rem|pt|%)")
_CLIPPED = re.compile(
    r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\((?:50|100)%\)|circle\(0(?:px|%)?\)|polygon\(0(?:px)? 0"
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
    if style.get("color") == "transparent" and not any("background-clip" in name for name in style):
        return True
    block = is_block(element, style)
    if style.get("opacity", "").strip("0.%") == "" and "opacity" in style and not block:
        return True
    # Size, indent and overflow mean nothing to what flows within a line.
    if not block and style.get("display") != "inline-block":
        return False
    overflow = style.get("overflow", style.get("overflow-x", ""))
    if overflow.split(" ")[0] in ("hidden", "clip"):
        sizes = (style.get(name, "") for name in ("width", "height", "max-width", "max-height"))
        if any(map(_NOTHING.fullmatch, sizes)):
            return True
    if (
        "scale(0)" in style.get("transform", "")
        or _CLIPPED.match(style.get("clip-path", ""))
        or _FAR.fullmatch(style.get("text-indent", ""))
    ):
        return True
    return style.get("position") in ("absolute", "fixed") and (
        _CLIPPED.match(style.get("clip", "")) is not None
        or any(_FAR.fullmatch(style.get(name, "")) for name in ("left", "top", "right"))
    )


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
        return "super" if element.tag == "sup" else "sub"
    place = style.get("vertical-align", "")
    if not place or element.tag in BLOCKS or element.tag == "img":
        return None
    if place in ("super", "sub"):
        return place
    if place in ("top", "text-top") and "font-size" in style:
        return "top"
    length = re.fullmatch(r"(-?)[0-9.]*[1-9](?:px|em|rem|pt|%)", place)
    return ("sub" if length[1] else "super") if length else None


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
