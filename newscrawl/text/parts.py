"""Find many short strings in one text without going through it for each of them."""

from __future__ import annotations

from collections.abc import Sequence

FEW = 50  # so many are found sooner one by one


def held(parts: Sequence[str], text: str) -> set[str]:
    """Which of the strings stand in a text; of more than a few each place of the text is looked at once for every length.

    >>> sorted(held(["금리", "환율", ""], "금리 동결"))
    ['', '금리']
    """
    sought = set(parts)
    if len(sought) <= FEW:
        return {part for part in sought if part in text}
    return {
        part
        for length in {len(part) for part in sought}
        for place in range(len(text) - length + 1)
        if (part := text[place : place + length]) in sought
    }
