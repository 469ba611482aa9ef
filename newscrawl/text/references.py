"""Resolve the character references that a text still has where its format knows none: JSON, a meta tag escaped twice."""

from __future__ import annotations

import html
import re

# With their semicolon only: HTML knows some without, and "H&LT" and "R&D&copyright" are none.
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def resolved(text: str) -> str:
    """The text with its references replaced, once.

    >>> resolved("&quot;동결&quot;&hellip;R&amp;D"), resolved("&amp;lt;"), resolved("3&#150;5%"), resolved("Q&A; R&D")
    ('"동결"…R&D', '&lt;', '3–5%', 'Q&A; R&D')
    """
    return REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text
