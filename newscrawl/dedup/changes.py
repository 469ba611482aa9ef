"""What one text changed against another: sentence by sentence, and inside a sentence word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from newscrawl.dedup.exact import letters, shared, shared_words

REWORDED = 0.4
"""Share of words from which on two sentences are one in other words, not one dropped and one added."""

# What bounds the comparison. No piece of the recorded ones comes near any of these: what does is a table, a list or no text.
STEPS = 4_000_000  # of difflib, each a pair of equal words that it looks at: about half a second
NEAR = 200  # words or sentences that a text without difflib's help may lack at one place
PAIRS = 20_000  # sentences that are compared for being one in other words: 140 dropped with 140 added
LONGEST = 200  # words of a sentence that are compared for it

# A sentence ends in a full stop that no digit or single Latin letter stands before ("U.S. 2.50%"), and what closes it.
END = re.compile(r"(?<=[^\W\dA-Z_])[.?!]+[”’\"')\]」』]*(?=\s)|(?<=[”’\"')\]%])[.?!]+(?=\s)|(?<=\d)[.](?=\s+[가-힣])")


# What goes on with a sentence that a quotation seems to end.
TOLD = re.compile(r"\s*(?:[이라]?라고|고|라며|이라며|며|라는|는)\s")


class Change(NamedTuple):
    """A sentence that is ``same``, ``moved``, ``reworded``, ``dropped`` (no ``new``) or ``added`` (no ``old``)."""

    kind: str
    old: str | None
    new: str | None


def sentences(body: str) -> list[str]:
    """The sentences of a body in order; a paragraph ends one, a quotation is not cut.

    >>> sentences("코스피가 0.88% 내렸다. 그는 “더 내린다. 기다리라”고 했다.\\n\\n전망\\n그는 “끝났다.” 라고 했다.")
    ['코스피가 0.88% 내렸다.', '그는 “더 내린다. 기다리라”고 했다.', '전망', '그는 “끝났다.” 라고 했다.']
    """
    return [sentence for line in body.splitlines() for sentence in _sentences(line) if sentence]


def _sentences(line: str) -> Iterator[str]:
    start = counted = opened = straight = 0
    for match in END.finditer(line):
        end = match.end()
        opened += line.count("“", counted, end) - line.count("”", counted, end)
        straight += line.count('"', counted, end)
        counted = end
        # "“끝났다.” 라고 했다.": what was said goes on in the sentence that tells it.
        if opened <= 0 and straight % 2 == 0 and not TOLD.match(line, end):
            yield line[start:end].strip()
            start, opened, straight = end, 0, 0
    yield line[start:].strip()


def changes(old: str, new: str) -> list[Change]:
    """What became of every sentence, in the order of the new text; typesetting is no change.

    >>> changes("금리를 내렸다. 물가는 올랐다.", "한은은 금리를 내렸다. 환율도 뛰었다.")    # doctest: +NORMALIZE_WHITESPACE
    [Change(kind='dropped', old='물가는 올랐다.', new=None),
     Change(kind='reworded', old='금리를 내렸다.', new='한은은 금리를 내렸다.'),
     Change(kind='added', old=None, new='환율도 뛰었다.')]
    """
    ours, theirs = sentences(old), sentences(new)
    before, after = list(map(letters, ours)), list(map(letters, theirs))
    opcodes = _opcodes(before, after)
    left = [i for tag, start, end, _, _ in opcodes if tag != "equal" for i in range(start, end)]
    fresh = [j for tag, _, _, start, end in opcodes if tag != "equal" for j in range(start, end)]
    partner = _partners(ours, theirs, _candidates(before, after, left, fresh))
    taken = set(partner.values())
    found: list[Change] = []
    for tag, start, end, first, last in opcodes:
        if tag == "equal":
            found += [Change("same", ours[start + k], theirs[first + k]) for k in range(end - start)]
            continue
        found += [Change("dropped", ours[i], None) for i in range(start, end) if i not in taken]
        for j in range(first, last):
            if j not in partner:
                found.append(Change("added", None, theirs[j]))
                continue
            kind = "moved" if before[partner[j]] == after[j] else "reworded"
            found.append(Change(kind, ours[partner[j]], theirs[j]))
    return found


Opcode = tuple[str, int, int, int, int]


def _opcodes(ours: list[str], theirs: list[str]) -> list[Opcode]:
    """What difflib says of two lists of words or sentences.

    Its time grows with the square of them, or faster where one word comes again and again. What could take more than `STEPS`
    is a table or no text at all, and there the nearest equal words are the same ones.
    """
    times = Counter(theirs)
    steps = (len(ours) + len(theirs) + sum(map(times.__getitem__, ours))) * min(len(ours), len(theirs))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False) if steps <= STEPS else None
    blocks = [tuple(block) for block in matcher.get_matching_blocks()] if matcher else [*_in_order(ours, theirs)]
    found: list[Opcode] = []
    i = j = 0
    for start, first, size in [*blocks, (len(ours), len(theirs), 0)]:
        if i < start or j < first:
            tag = "delete" if j == first else "insert" if i == start else "replace"
            found.append((tag, i, start, j, first))
        i, j = start + size, first + size
        if size:
            found.append(("equal", start, i, first, j))
    return found


def _in_order(ours: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal words: of each the next one is taken, if it is no further than `NEAR` words away."""
    places: dict[str, deque[int]] = {}
    for i, word in enumerate(ours):
        places.setdefault(word, deque()).append(i)
    at = 0
    start = first = size = 0
    for j, word in enumerate(theirs):
        found = places.get(word, deque())
        while found and found[0] < at:
            found.popleft()
        if not found or found[0] >= at + NEAR:
            continue
        at = found.popleft() + 1
        if (start + size, first + size) == (at - 1, j):
            size += 1
            continue
        if size:
            yield start, first, size
        start, first, size = at - 1, j, 1
    if size:
        yield start, first, size


def _candidates(before: list[str], after: list[str], left: list[int], fresh: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of an old and a new sentence that may be one: of each new one the nearest, and those that are letter for letter the same."""
    most = max(1, PAIRS // (len(fresh) or 1) // 2)
    same: dict[str, list[int]] = {}
    for i in left:
        same.setdefault(before[i], []).append(i)
    for j in fresh:
        near = _nearest(left, j, most)
        equal = _nearest(same.get(after[j], []), j, 1)
        yield from ((i, j) for i in {*near, *equal})


def _nearest(places: list[int], place: int, most: int) -> list[int]:
    at = bisect_left(places, place)
    return places[max(0, at - most) : at + most]


def _partners(ours: list[str], theirs: list[str], candidates: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each new sentence the old one that it is made of, the likest pairs first."""
    old, new = (cache(lambda place, of=of: Counter(of[place].split()[:LONGEST])) for of in (ours, theirs))
    likeness = ((shared(old(i), new(j)), i, j) for i, j in candidates)
    pairs = sorted((-shared, abs(i - j), i, j) for shared, i, j in likeness if shared >= REWORDED)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)
    return partner


def words(old: str, new: str) -> str:
    """A sentence with the words that went in ``[-…-]`` and those that came in ``{+…+}``.

    >>> words("코스피는 20일 0.88% 내렸다.", "코스피는 이날 0.88% 내렸다.")
    '코스피는 [-20일-] {+이날+} 0.88% 내렸다.'
    """
    marks = dict(same="{}", dropped="[-{}-]", added="{{+{}+}}")
    return " ".join(marks[kind].format(part) for kind, part in spans(old, new))


def spans(old: str, new: str) -> list[tuple[str, str]]:
    """The words of a sentence that are ``same``, ``dropped`` and ``added``, in order.

    >>> spans("코스피는 20일 0.88% 내렸다.", "코스피는 이날 0.88% 내렸다.")
    [('same', '코스피는'), ('dropped', '20일'), ('added', '이날'), ('same', '0.88% 내렸다.')]
    """
    ours, theirs = old.split(), new.split()
    found = []
    for tag, start, end, first, last in _opcodes(ours, theirs):
        if tag == "equal":
            found.append(("same", " ".join(ours[start:end])))
            continue
        if end > start:
            found.append(("dropped", " ".join(ours[start:end])))
        if last > first:
            found.append(("added", " ".join(theirs[first:last])))
    return found


def kept(found: list[Change]) -> float:
    """The share of the new text's letters that the old one has, from 0 to 1.

    >>> kept(changes("금리를 내렸다. 물가는 올랐다.", "물가는 올랐다. 환율도 뛰었다."))
    0.5
    """
    total = sum(len(letters(change.new)) for change in found if change.new)
    same = 0.0
    for kind, old, new in found:
        if old and new:
            same += len(letters(new)) * (1.0 if kind != "reworded" else shared_words(old, new))
    return same / total if total else 1.0
