"""Which two texts tell the same: keys that bring likely pairs together, and the rule that judges a pair."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newscrawl.text.framing import unframed

VERSION = 1
"""Of the keys: those of another version cannot be compared with them."""

Hashes = NDArray[np.uint64]

GRAM = 6  # letters: what two texts share is counted in these
KEY_GRAM = 12  # letters: long enough that set phrases ("이라고 밝혔다", "전년 동기 대비") are no key
TITLE_GRAM = 8
BODY_KEYS, LEAD_KEYS, TITLE_KEYS = 12, 8, 4
KEYS = BODY_KEYS + LEAD_KEYS + TITLE_KEYS
SHARED_KEYS = 3
DAYS = 2
LEAD = 40  # letters

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


def _grams(of: Hashes, size: int) -> Hashes:
    """The hash of every run of so many letters, in order."""
    hashes, width = of, 1
    while width < size:
        step = min(width, size - width)
        hashes = hashes[:-step] * MULTIPLIER + hashes[step:]
        width += step
    return (hashes ^ (hashes >> HALF)) * MIXER


def bucket(told_at: datetime) -> int:
    """The days that a text is looked for in; those before and after are searched too."""
    return int(told_at.timestamp()) // (DAYS * 86_400)


def keys(body: Hashes, title: Hashes) -> list[int]:
    """The keys under which a text is found: runs of its letters, chosen by their hash alone, so that a copy chooses the same.

    They are `KEYS`, some of them several times over in a short text, or none when it is shorter than one run.

    Some are chosen from the beginning and the headline, which a flash or a short version shares with the whole piece.
    """
    runs = _grams(body, KEY_GRAM)
    lead = runs[: LEAD - KEY_GRAM + 1]
    chosen = (_lowest(runs, BODY_KEYS), _lowest(lead, LEAD_KEYS), _lowest(_grams(title, TITLE_GRAM), TITLE_KEYS))
    # The lowest hashes are alike in their first bits.
    found = np.sort((np.concatenate(chosen) >> MIDDLE).astype(np.uint32).view(np.int32))
    return np.resize(found, KEYS).tolist() if len(found) else []


def _lowest(hashes: Hashes, count: int) -> Hashes:
    return np.partition(hashes, count)[:count] if len(hashes) > count else hashes


# Judging a pair

# "[속보]", "(종합2보)", "<특징주>": what a headline begins or ends with.
TAG = re.compile(r"^\s*(?:[\[(<【〈][^\])>】〉]{1,12}[\])>】〉]\s*)+|\s*\([^)]{0,4}[보합]\)\s*$")
WORD = re.compile(r"(?<!\w)[가-힣A-Za-z][가-힣A-Za-z0-9&]+")
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
UNIT = "[조억만천백]+"
AMOUNT = re.compile(rf"{NUMBER}(?:\s?{UNIT}(?:\s?{NUMBER}\s?{UNIT})*)?")
PART = re.compile(rf"({NUMBER})\s?({UNIT})?")
UNITS = {"조": 10**12, "억": 10**8, "만": 10**4, "천": 10**3, "백": 100}


def numbers(text: str) -> Iterator[tuple[str, int]]:
    """The numbers of a text, however they are written, with the digits that each has.

    >>> list(numbers("3조 2000억원, 3조2천억, 4,128.35, 2.00%, 20일"))
    [('3200000000000', 2), ('3200000000000', 2), ('4128.35', 6), ('2', 1), ('20', 1)]
    """
    for match in AMOUNT.finditer(text):
        value = Decimal(0)
        for digits, units in PART.findall(match[0]):
            part = Decimal(digits.replace(",", ""))
            for unit in units:
                part *= UNITS[unit]
            value += part
        printed = f"{value:f}"
        printed = printed.rstrip("0").rstrip(".") if "." in printed else printed
        yield printed, max(1, len(printed.replace(".", "").strip("0")))


class Text:
    """A title and a body as a pair is judged by them: every part is made when it is first asked for."""

    def __init__(self, title: str, body: str) -> None:
        self.title = title
        self.body = body

    @cached_property
    def letters(self) -> Hashes:
        """The letters of the body's own paragraphs; of the title when there are none (a flash that is a headline)."""
        own = letters("".join(unframed(self.body.split("\n\n"), None).lines))
        return own if len(own) else letters(self.title)

    @cached_property
    def keys(self) -> list[int]:
        """The keys that the text is found by."""
        return keys(self.letters, letters(TAG.sub("", self.title)))

    @cached_property
    def grams(self) -> Hashes:
        """Every run of the letters once, sorted."""
        return _distinct(_grams(self.letters, GRAM))

    @cached_property
    def lead(self) -> Hashes:
        """The runs of the beginning."""
        return _distinct(_grams(self.letters[: 2 * LEAD], GRAM))

    @cached_property
    def headline(self) -> Hashes:
        """Every pair of letters of the title, without what tells its kind."""
        return _distinct(_grams(letters(TAG.sub("", self.title)), 2))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the body, each with its weight: how many digits there are to coincide."""
        return dict(numbers(unicodedata.normalize("NFKC", self.body)))

    @cached_property
    def string(self) -> str:
        """The letters of title and body."""
        return "".join(map(chr, np.concatenate((letters(self.title), self.letters)).tolist()))

    @cached_property
    def subjects(self) -> dict[str, int]:
        """The words of the headline that the body repeats, each with how often."""
        body = "".join(map(chr, self.letters.tolist()))
        found = {}
        for word in WORD.findall(unicodedata.normalize("NFC", self.title).lower()):
            for end in range(len(word), 1, -1):
                if (times := body.count(word[:end])) > 1:
                    found[word[:end]] = times
                    break
        return found


class Likeness(NamedTuple):
    """What two texts share, each a share from 0 to 1."""

    shorter: float
    longer: float
    figures: float
    all_figures: float
    subjects: float
    lead: float
    titles: float
    size: int

    @property
    def same_piece(self) -> bool:
        return (
            self.size >= SHORT
            and self.shorter >= 0.8
            and self.longer >= 0.6
            and self.figures >= 0.7
            and self.subjects == 1
        )

    @property
    def same_story(self) -> bool:
        if self.subjects < 1:
            return False
        if self.size < SHORT:
            same_figures = self.figures if self.longer < 0.5 else self.all_figures
            return self.shorter >= 0.85 and self.titles >= 0.6 and same_figures == 1
        if self.lead < 0.5 and self.longer < 0.6 and self.all_figures < 0.65:
            return False
        if self.shorter >= SAME_TEXT:
            return self.figures >= 0.5
        return self.shorter >= 0.45 and self.all_figures >= 0.8


SHORT = 75
SAME_TEXT = 0.6
"""Share of the shorter text's runs that the other has, from which on they tell the same."""


def compare(one: Text, other: Text) -> Likeness:
    """What the two texts share."""
    shared = _common(one.grams, other.grams)
    least, most = sorted((len(one.grams), len(other.grams)))
    if shared < 0.4 * least:
        return Likeness(shared / max(1, least), shared / max(1, most), 0, 0, 0, 0, 0, least)
    longest = one if len(one.grams) >= len(other.grams) else other
    shortest = other if longest is one else one
    both = sum(one.numbers[n] for n in one.numbers.keys() & other.numbers.keys())
    ours, theirs = sum(one.numbers.values()), sum(other.numbers.values())
    most_named = max(shortest.subjects.values(), default=0)
    named = [word in longest.string for word, times in shortest.subjects.items() if times == most_named]
    return Likeness(
        shorter=shared / least if least else 0.0,
        longer=shared / most if most else 0.0,
        figures=both / min(ours, theirs) if ours and theirs else 1.0,
        all_figures=both / max(ours, theirs) if ours or theirs else 1.0,
        subjects=sum(named) / len(named) if named else 1.0,
        lead=_common(longest.lead, shortest.grams) / max(1, len(longest.lead)),
        titles=_common(one.headline, other.headline) / max(1, min(len(one.headline), len(other.headline))),
        size=least,
    )


def _distinct(hashes: Hashes) -> Hashes:
    # np.unique goes through a hash table, three times slower than sorting for so few.
    ordered = np.sort(hashes)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def _common(one: Hashes, other: Hashes) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))
