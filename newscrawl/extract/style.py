"""What the style of an element says: its own, and the plain rules of the page's ``<style>`` for its class or id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml.etree import _Element

from newscrawl.extract.tree import BLOCKS, xpath

Style = Mapping[str, str]

LONGEST = 20_000  # letters: what is longer is the style of a whole site, and costs more than its hidden words are worth
# Only a sheet with one of these has anything to say here.
TELLS = (
    "none",
    "hidden",
    "line-through",
    "super",
    ":sub",
    ": sub",
    ":pre",
    ": pre",
    "size:0",
    "size: 0",
    "clip",
    "9px",
    "transparent",
)
_NOTES = re.compile(r"/\*.*?\*/", re.S)
_CONDITIONS = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PLAIN = re.compile(r"[.#][\w-]+|ol|ul|li")
_NAME = re.compile(r"[.#][\w-]+")
_SHEETS = xpath("/html/head/style[not(@media) or @media = 'all' or contains(@media, 'screen')] | descendant::style")

_NOTHING = re.compile(r"[01](?:\.0+)?(?:px)?|0(?:\.0+)?(?:em|rem|%|pt|vw|vh)")
_NO_SIZE = re.compile(r"0(?:\.0+)?(?:[a-z]+|%)?")
_FAR = re.compile(r"(?:-\d{3,}|\d{4,})(?:\.\d+)?(?:px|em|rem|pt|%)")
_CLIPPED = re.compile(
    r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\((?:50|100)%\)|circle\(0(?:px|%)?\)|polygon\(0(?:px)? 0"
)


@lru_cache(maxsize=4096)
def declared(style: str) -> Style:
    """The declarations of a ``style`` attribute, the last of a name.

    >>> declared("Display : none !important; color:red")
    {'display': 'none', 'color': 'red'}
    """
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value}


def rules(box: _Element) -> Mapping[str, Style]:
    """The declarations that the page's style sheets make for a class, an id, ``ol``, ``ul`` or ``li`` alone, by selector.

    Conditions (``@media``) are passed over, and so is what another rule says otherwise of the same name (``.more.on
    {display: block}``): a script may be what makes the difference.
    """
    found: dict[str, Style] = {}
    for sheet in _SHEETS(box):
        css = sheet.text or ""
        if len(css) <= LONGEST and any(word in css for word in TELLS):
            found |= _rules(css)
    return found


@lru_cache(maxsize=64)
def _rules(css: str) -> Mapping[str, Style]:
    plain: dict[str, dict[str, str]] = {}
    contested: dict[str, set[str]] = {}
    for selectors, body in _RULE.findall(_CONDITIONS.sub("", _NOTES.sub("", css))):
        style = declared(body)
        for selector in map(str.strip, selectors.split(",")):
            if _PLAIN.fullmatch(selector):
                plain.setdefault(selector, {}).update(style)
            else:
                for name in _NAME.findall(selector):
                    contested.setdefault(name, set()).update(style)
    return {
        name: {key: value for key, value in style.items() if key not in contested.get(name, ())}
        for name, style in plain.items()
    }


def style_of(element: _Element, sheet: Mapping[str, Style]) -> Style:
    """The declarations for an element: of its tag, its classes, its id and its own ``style``, the later before the earlier."""
    own = declared(element.get("style") or "")
    if not sheet:
        return own
    names = [str(element.tag), *(f".{word}" for word in (element.get("class") or "").split())]
    names.append(f"#{element.get('id')}")
    found = [sheet[name] for name in names if name in sheet]
    if not found:
        return own
    merged: dict[str, str] = {}
    for style in (*found, own):
        merged.update(style)
    return merged


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
