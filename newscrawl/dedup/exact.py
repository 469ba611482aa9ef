"""Which two texts are the same text, letter for letter: hashes that see through typesetting."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

MIN_LETTERS = 80
"""The letters a body needs to be told apart by its text alone: one-line 속보 of two days can be equal."""

# Soft hyphen, zero-width spaces, joiners, direction marks, BOM, variation selectors ("▲" + U+FE0E), Hangul filler.
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufe00-\ufe0f\ufeff]+"
)
# A run is one mark: old pages type “말” as ``말'' or ‘‘말’’.
QUOTATION_MARKS = re.compile("[\"'`´‘’‚‛“”„‟′″‵‶«»‹›〝〞〟＂＇]+")


def content_hash(title: str, subtitle: str | None, body: str) -> str:
    """The identity of an article's text: 32 hexadecimal digits, equal only when every letter, digit and sign is.

    Whitespace, invisible characters, the style of quotation marks and the Unicode normal form do not count.

    >>> content_hash("‘금리’ 동결", None, "연 2.50%") == content_hash("'금리'  동결", None, "연\\u200b 2.50%")
    True
    >>> content_hash("금리 동결", None, "연 2.50%") == content_hash("금리 동결", None, "연 2.25%")
    False
    """
    return _digest("\n".join(letters(part) for part in (title, subtitle or "", body)))


def body_hash(body: str) -> str | None:
    """The identity of a body shown by several pages, or None when it is too short to be told by its text alone.

    Title and subtitle stay out: portals drop the one and respace the other.

    >>> body_hash("코스피가 3000선을 돌파했다.") is None
    True
    """
    own = letters(body)
    enough = any(islice((letter for letter in own if letter.isalpha()), MIN_LETTERS - 1, None))
    return _digest(own) if enough else None


def same_letters(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but typesetting.

    >>> same_letters("‘금리’  동결", "'금리' 동결"), same_letters("연 2.50%", "연 2.25%")
    (True, False)
    """
    return letters(one) == letters(other)


def shared_words(one: str, other: str) -> float:
    """How much of two texts is the same words: 2 × shared / (words of one + words of the other), in [0, 1].

    A word that occurs twice counts twice; the order does not count (Sørensen-Dice over bags of words).

    >>> shared_words("금리 동결 결정", "금리 인상 결정 금리")
    0.5714285714285714
    """
    return shared(Counter(one.split()), Counter(other.split()))


def shared(ours: Counter[str], theirs: Counter[str]) -> float:
    """The same of two bags of words.

    >>> shared(Counter("금리 동결".split()), Counter("금리 인상".split()))
    0.5
    """
    total = ours.total() + theirs.total()
    if ours.keys().isdisjoint(theirs):
        return 0.0 if total else 1.0
    return 2 * (ours & theirs).total() / total


@lru_cache(maxsize=4)  # the two hashes of an article read the same body one after the other
def letters(text: str) -> str:
    """A text without all that typesetting changes: whitespace, invisible characters, the style of quotation marks.

    >>> letters("‘금리’  동결") == letters("'금리' 동결")
    True
    """
    return unicodedata.normalize("NFC", QUOTATION_MARKS.sub('"', INVISIBLE.sub("", "".join(text.split()))))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
