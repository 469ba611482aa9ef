"""The keys that a text is found by: few enough to store, so chosen that texts which share much share some of them."""

from __future__ import annotations

import unicodedata
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

VERSION = 1
"""Of the keys: those of another version cannot be compared with them, and `scrapy dedup` makes them anew."""

BODY_KEYS, LEAD_KEYS, TITLE_KEYS = 12, 8, 4
KEYS = BODY_KEYS + LEAD_KEYS + TITLE_KEYS
"""Keys of a text. The look-up and the storing of 32 took 13 % of a crawled page's CPU, of 24 under 10 % (2026-11)."""

SHARED = 3
"""Keys that two texts share before they are compared. All labelled pairs of `make bench` that belong together share as many; a
text shares them with 14 of the other 9,000, half of which were made to look alike, and 2 with 60."""

RUN, TITLE_RUN = 12, 8
"""Letters of a run: long enough that no set phrase ("이라고 밝혔다", "전년 동기 대비") is a key."""

LEAD = 40
"""Letters of the beginning, which a flash and a short version have in common with the whole piece."""

DAYS = 2
"""Days that are one bucket. A text is looked for in the buckets before and after its own too: two to four days either way."""

Hashes = NDArray[np.uint64]

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
MIXER = np.uint64(0xBF58476D1CE4E5B9)
HALF, MIDDLE = np.uint64(32), np.uint64(24)


def _folded(code: int) -> int:
    letter = unicodedata.normalize("NFKC", chr(code)).lower()
    return ord(letter) if len(letter) == 1 and letter.isalnum() else 0


# By code point: what typesetting leaves of a character, 0 for one that is neither letter nor digit.
LETTERS = np.array([0 if 0xD800 <= code < 0xE000 else code * chr(code).isalnum() for code in range(0x10000)], np.uint64)
for _code in [*range(0x80), *range(0xFF00, 0xFFF0)]:
    LETTERS[_code] = _folded(_code)


def letters(text: str) -> Hashes:
    """The letters and digits of a text, without all that typesetting changes.

    >>> "".join(map(chr, letters("“코스피, ４,128.35(-0.88%)” KOSPI").tolist()))
    '코스피412835088kospi'
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    folded = LETTERS.take(np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16))
    return folded[folded.nonzero()]


def runs(of: Hashes, size: int) -> Hashes:
    """The hash of every run of so many letters, in order; none when there are fewer letters."""
    hashes, width = of, 1
    while width < size:
        step = min(width, size - width)
        hashes = hashes[:-step] * MULTIPLIER + hashes[step:]
        width += step
    return (hashes ^ (hashes >> HALF)) * MIXER


def keys(body: Hashes, title: Hashes) -> list[int]:
    """The `KEYS` keys of a text, repeated when it is short, none when it is shorter than one run.

    A key is a run whose hash is among the lowest of the text, of its beginning or of its headline: a copy has the same runs
    and so the same lowest ones, whatever else it has or lacks (bottom-k sketches: Broder, "On the resemblance and
    containment of documents", 1997).
    """
    whole = runs(body, RUN)
    lead = whole[: LEAD - RUN + 1]
    chosen = (_lowest(whole, BODY_KEYS), _lowest(lead, LEAD_KEYS), _lowest(runs(title, TITLE_RUN), TITLE_KEYS))
    # The lowest hashes are alike in their first bits.
    found: list[int] = (np.concatenate(chosen) >> MIDDLE).astype(np.uint32).view(np.int32).tolist()
    return (found * KEYS)[:KEYS]


def _lowest(hashes: Hashes, count: int) -> Hashes:
    return np.partition(hashes, count)[:count] if len(hashes) > count else hashes


def bucket(told_at: datetime) -> int:
    """The bucket of a time (aware): its days counted from 1970 in UTC, by `DAYS`."""
    return int(told_at.timestamp()) // (DAYS * 86_400)
