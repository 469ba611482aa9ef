"""Write a formula of MathML in one line, so that no two numbers of it become one."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

# Where the parts of an element beside its first stand.
_PLACES = {
    "msup": ("super",),
    "msub": ("sub",),
    "mover": ("super",),
    "munder": ("sub",),
    "msubsup": ("sub", "super"),
    "munderover": ("sub", "super"),
}
FORMULAS = frozenset([*_PLACES, "mfrac", "mroot", "msqrt"])


def write_formula(element: _Element, mark: Callable[[_Element, str], None], before: str) -> None:
    """Change one part of a formula: ``2 1/2`` for a fraction behind a number, ``³√27`` for a root, and raised what is.

    ``mark`` writes an element as raised or lowered letters; ``before`` is the letter in front of the part.
    """
    tag = element.tag
    if tag == "mfrac" and len(element) == 2:
        for part in element:
            _group(part)
        element[0].tail = "/"
        if before.isdigit():
            element.text = " "
    elif tag == "mroot" and len(element) == 2:
        _group(element[0])
        element.insert(0, element[1])
        mark(element[0], "super")
        element[0].tail = "√"
        if before.isdigit():
            element.text = " "
    elif tag == "msqrt":
        if len(element) > 1:
            element[-1].tail = ")"
        element.text = "√(" if len(element) > 1 else "√"
    elif len(element) == 1 + len(_PLACES.get(str(tag), ())):
        for part, place in zip(list(element)[1:], _PLACES[str(tag)], strict=True):
            mark(part, place)


def _group(part: _Element) -> None:
    """Bracket what is more than one sign, where a line would tear it: ``(a+b)/c``."""
    if len(part) > 1 and part.tag in ("mrow", "mstyle"):
        part.text = "(" + (part.text or "").strip()
        part[-1].tail = ")"
