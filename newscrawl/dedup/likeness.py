"""Whether two texts are one piece, or tell the same story: what they share, and from where on it is enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

import numpy as np

from newscrawl.dedup import keys
from newscrawl.dedup.keys import Hashes
from newscrawl.text.framing import unframed

RUN = 6
"""Letters of the runs that two texts are compared by."""

BEGINNING = 240
"""Letters of the beginning: the first sentence, which a desk likes to recast, and some that it leaves."""

LONGEST = 500
"""Letters of a title; what is longer is a text in the wrong place."""

# The thresholds. In brackets what was measured on the labelled pieces of `make bench` (2026-11): the lowest 2 % of the pairs
# that belong together, the highest of those that do not.

SHORT = 75
"""Runs of a text below which it is a flash, judged with its headline: identical sentences of two days are no copies."""

SAME_TEXT = 0.6
"""Share of the shorter text that the other has, from which on they tell the same [release 0.64, wire copy 0.82, lead only
0.75; 30 % rewritten 0.59, follow-up 0.59, daily rates 0.64: these are judged by what follows]."""

REWRITTEN = 0.45
"""The same when hardly a number differs [30 % rewritten 0.54 at the lowest; results of two companies 0.56, with 0.29 of the
numbers]."""

SAME_NUMBERS = 0.7
"""Share of the numbers of the text that has fewer, by their digits [wire copy 0.92, 30 % rewritten 0.91; daily rates 0.25,
특징주 0.53]."""

ALL_NUMBERS = 0.8
"""The same of the text that has more [30 % rewritten 0.80; results 0.27]."""

SAME_LEAD, OLD_NUMBERS, MUCH_NEW = 0.35, 0.85, 0.6
"""A text with another beginning is a follow-up that repeats the background when it lacks 15 % of the numbers of the shorter text,
or when 40 % of its text and of its numbers are new [beginnings: lead only 0.74, release and 30 % rewritten 0.32, follow-up 0.30;
follow-ups written by hand: 0.70 of the numbers, 0.50 of the longer text; generated: 0.74, 0.53 and 0.62 of its numbers; wire copies by hand with a new beginning: 0.95 of the numbers, 0.49 of
the longer text, 0.61 of its numbers]."""

SAME_PIECE, WHOLE_PIECE = 0.8, 0.6
"""Shares of the shorter and of the longer text for two pages of one publisher to be one piece [a paragraph dropped: 0.99 and
0.83; 1보 and 종합: 1.00 and 0.37]."""

FLASH_GROWN, SAME_FLASH, SAME_HEADLINE = 0.85, 0.95, 0.6
"""Shares of a flash that the whole piece and that another flash must have, and of its headline [flash grown 1.00; other flashes
0.85; "기준금리를 인상했다" and "인하했다" in a sentence of 60 letters 0.88]."""


# "[속보]", "(종합2보)", "<특징주>": what a headline begins or ends with.
TAG = re.compile(r"^\s*(?:[\[(<【〈][^\])>】〉]{1,12}[\])>】〉]\s*)+|\s*\([^)]{0,4}[보합]\)\s*$")
WORD = re.compile(r"(?<!\w)[가-힣A-Za-z][가-힣A-Za-z0-9&]+")
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
PART = re.compile(rf"({NUMBER})\s?([조억만])?")
AMOUNT = re.compile(rf"{NUMBER}(?:\s?[조억만](?:\s?{NUMBER}\s?[조억만])*)?")
UNITS = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}
# 연합뉴스 and 한겨레 write "1천200곳", "2천640억원", "8천만"; most others "1200곳", "2640억원", "8000만".
RAISED = re.compile("[⁰¹²³⁴-⁹₀-₉]+")
THOUSANDS = re.compile(r"(?<=\d)천(?:(\d{3})(?!\d)|(?=\s?[조억만원명건곳개대t톤㎡]))")


def spelled(text: str) -> str:
    """A text whose thousands are digits, in NFKC; a raised or lowered digit stays apart from the number before it.

    >>> spelled("1천200곳에 2천640억원, 1억8천만원, 3천 명")
    '1200곳에 2640억원, 1억8000만원, 3000 명'
    >>> spelled("1.9²%"), spelled("10¹⁵원")
    ('1.9^2%', '10^15원')
    """
    if not unicodedata.is_normalized("NFKC", text):
        # NFKC makes 1.92 of 1.9².
        text = RAISED.sub(r"^\g<0>", text)
        text = unicodedata.normalize("NFKC", text)
    return THOUSANDS.sub(lambda found: found[1] or "000", text) if "천" in text else text


def numbers(text: str) -> Iterator[tuple[str, int]]:
    """The numbers of a spelled text, however they are written, with the digits that each has.

    >>> list(numbers(spelled("3조 2000억원, 3조2천억, 4,128.35, 2.00%, 20일, 1천200곳")))
    [('3200000000000', 2), ('3200000000000', 2), ('4128.35', 6), ('2', 1), ('20', 1), ('1200', 2)]
    """
    for match in AMOUNT.finditer(text):
        value = sum(Decimal(digits.replace(",", "")) * UNITS[unit] for digits, unit in PART.findall(match[0]))
        printed = f"{value:f}"
        printed = printed.rstrip("0").rstrip(".") if "." in printed else printed
        yield printed, max(1, len(printed.replace(".", "").strip("0")))


class Text:
    """A title and a body as a pair is judged by them: every part is made when it is first asked for."""

    def __init__(self, title: str, body: str) -> None:
        self.title = title
        self.body = body

    @property
    def head(self) -> str:
        """The title, as far as a headline goes."""
        return self.title[:LONGEST]

    @cached_property
    def own(self) -> str:
        """The body's own paragraphs; the title when there are none (a flash that is a headline)."""
        return "\n".join(unframed(self.body.split("\n\n"), None).lines) or self.title

    @cached_property
    def spelled(self) -> str:
        """These with their numbers in digits."""
        return spelled(self.own)

    @cached_property
    def letters(self) -> Hashes:
        """The letters of these."""
        return keys.letters(self.spelled)

    @cached_property
    def keys(self) -> list[int]:
        """The keys that the text is found by."""
        return keys.keys(self.letters, keys.letters(TAG.sub("", self.head)))

    @cached_property
    def grams(self) -> Hashes:
        """Every run of the letters once, sorted."""
        return _distinct(keys.runs(self.letters, RUN))

    @cached_property
    def headline(self) -> Hashes:
        """Every pair of letters of the title, without what tells its kind."""
        return _distinct(keys.runs(keys.letters(TAG.sub("", self.head)), 2))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the body, each with its weight: how many digits there are to coincide."""
        return dict(numbers(self.spelled))

    @cached_property
    def string(self) -> str:
        """The letters of title and body."""
        return "".join(map(chr, np.concatenate((keys.letters(self.title), self.letters)).tolist()))

    @cached_property
    def subjects(self) -> list[str]:
        """The words of the headline that the body repeats most: a company, an authority, the thing it is about."""
        body = "".join(map(chr, self.letters.tolist()))
        words = WORD.findall(unicodedata.normalize("NFC", self.head).lower())
        # "코스피는": a word without its particle, as long as the body still has it twice.
        stems = [next((w[:end] for end in range(len(w), 1, -1) if body.count(w[:end]) > 1), "") for w in words]
        times = {stem: body.count(stem) for stem in stems if stem}
        return [stem for stem in times if times[stem] == max(times.values())]


class Likeness(NamedTuple):
    """What two texts share, each a share from 0 to 1; ``size`` is the number of runs of the shorter one.

    ``shorter`` and ``longer``: runs of letters, of the shorter and of the longer text. ``numbers`` and ``all_numbers``: numbers,
    of the text with fewer and of the one with more. ``lead``: the beginning, of the text whose beginning the other has less of. ``headline``: pairs of
    letters of the shorter headline. ``named``: whether the longer text names what the shorter one is about.
    """

    shorter: float
    longer: float
    numbers: float
    all_numbers: float
    lead: float
    headline: float
    named: bool
    size: int

    @property
    def same_piece(self) -> bool:
        """Whether two pages of one publisher show the same piece."""
        whole = self.shorter >= SAME_PIECE and self.longer >= WHOLE_PIECE
        # A portal may put a caption before the text, or shorten the headline; a piece of its own has neither.
        begun = self.lead >= SAME_LEAD or self.headline >= SAME_HEADLINE
        return self.size >= SHORT and whole and begun and self.numbers >= ALL_NUMBERS and self.named

    @property
    def same_story(self) -> bool:
        """Whether the two tell the same text, whoever published them."""
        if not self.named:
            return False
        if self.size < SHORT:
            if self.headline < SAME_HEADLINE:
                return False
            if self.longer < 0.5:
                return self.shorter >= FLASH_GROWN and self.numbers == 1
            return self.shorter >= SAME_FLASH and self.all_numbers == 1
        if self.lead < SAME_LEAD:
            much_new = self.longer < MUCH_NEW and self.all_numbers < MUCH_NEW
            if much_new or self.numbers < OLD_NUMBERS:
                return False
        if self.shorter >= SAME_TEXT:
            return self.numbers >= SAME_NUMBERS
        # Said in other words, or a short version that has grown: what is told must be the same to the number.
        told = self.numbers >= OLD_NUMBERS if self.headline >= SAME_HEADLINE else self.all_numbers >= ALL_NUMBERS
        return self.shorter >= REWRITTEN and told


def compare(one: Text, other: Text) -> Likeness:
    """What two texts share; for texts too unlike to be the same anything the runs alone."""
    # Of two texts of one length either could be the shorter: the choice must not depend on which comes first.
    short, long = sorted((one, other), key=lambda text: (len(text.grams), text.title, text.body))
    size = len(short.grams)
    shared = _common(short.grams, long.grams)
    shorter, longer = shared / max(1, size), shared / max(1, len(long.grams))
    if shorter < REWRITTEN:
        return Likeness(shorter, longer, 0, 0, 0, 0, False, size)
    both = sum(short.numbers[number] for number in short.numbers.keys() & long.numbers.keys())
    fewer, more = sorted(sum(text.numbers.values()) for text in (short, long))
    return Likeness(
        shorter=shorter,
        longer=longer,
        numbers=both / fewer if fewer else 1.0,
        all_numbers=both / more if more else 1.0,
        lead=min(_begun(short, long, short), _begun(long, short, short)),
        headline=_common(short.headline, long.headline) / max(1, min(len(short.headline), len(long.headline))),
        named=all(subject in long.string for subject in short.subjects),
        size=size,
    )


def _begun(one: Text, other: Text, short: Text) -> float:
    """The share of one text's beginning, no longer than the whole short one, that the other text has."""
    beginning = _distinct(keys.runs(one.letters[: min(BEGINNING, len(short.letters))], RUN))
    return _common(beginning, other.grams) / max(1, len(beginning))


def _distinct(hashes: Hashes) -> Hashes:
    # np.unique goes through a hash table, three times slower than sorting for so few.
    ordered = np.sort(hashes)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def _common(one: Hashes, other: Hashes) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))
