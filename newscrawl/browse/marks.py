"""Where the words of a search stand in a headline or a text, for a page to mark them."""

from __future__ import annotations

from newscrawl.text.search import cut, excerpt
from newscrawl.text.whitespace import fold

LETTERS = 130  # of a text: two lines of a result

Marked = list[tuple[str, bool]]
"""A text in parts; True for those that were searched for."""


def marked(text: str, words: tuple[str, ...]) -> Marked:
    """A text in one line, cut where the words of a query begin and end.

    >>> marked("한은, 금리\\n동결", ("금리",))
    [('한은, ', False), ('금리', True), (' 동결', False)]
    """
    return cut(fold(text), words)


def snippet(text: str, words: tuple[str, ...]) -> Marked:
    """The part of a text where the words of a query first stand, or its beginning.

    >>> snippet("가 " * 100 + "금리" + " 나" * 100, ("금리",))[1]
    ('금리', True)
    """
    return marked(excerpt(fold(text), words, LETTERS), words)
