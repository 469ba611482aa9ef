"""What one text changed against another: sentence by sentence, and inside a sentence word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from newscrawl.dedup.exact import letters, shared_words

REWORDED = 0.4
"""Share of words from which on two sentences are one in other words, not one dropped and one added."""

# A sentence ends in a full stop that no digit or single Latin letter stands before ("U.S. 2.50%"), and what closes it.
END = re.compile(r"(?<=[^\W\dA-Z_])[.?!]+[”’\"')\]」』]*(?=\s)|(?<=[”’\"')\]%])[.?!]+(?=\s)|(?<=\d)[.](?=\s+[가-힣])")


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
    start = 0
    for match in END.finditer(line):
        part = line[start : match.end()]
        if part.count("“") <= part.count("”") and part.count('"') % 2 == 0:
            # "“끝났다.” 라고 했다.": what was said goes on in the sentence that tells it.
            if re.match(r"\s*(?:[이라]?라고|고|라며|이라며|며|라는|는)\s", line[match.end() :]):
                continue
            yield part.strip()
            start = match.end()
    yield line[start:].strip()


def changes(old: str, new: str) -> list[Change]:
    """What became of every sentence, in the order of the new text; typesetting is no change.

    >>> changes("금리를 내렸다. 물가는 올랐다.", "한은은 금리를 내렸다. 환율도 뛰었다.")    # doctest: +NORMALIZE_WHITESPACE
    [Change(kind='dropped', old='물가는 올랐다.', new=None),
     Change(kind='reworded', old='금리를 내렸다.', new='한은은 금리를 내렸다.'),
     Change(kind='added', old=None, new='환율도 뛰었다.')]
    """
    ours, theirs = sentences(old), sentences(new)
    opcodes = SequenceMatcher(None, list(map(letters, ours)), list(map(letters, theirs)), autojunk=False).get_opcodes()
    left = [i for tag, start, end, _, _ in opcodes if tag != "equal" for i in range(start, end)]
    fresh = [j for tag, _, _, start, end in opcodes if tag != "equal" for j in range(start, end)]
    partner = _partners(ours, theirs, left, fresh)
    taken = set(partner.values())
    found: list[Change] = []
    for tag, start, end, first, last in opcodes:
        if tag == "equal":
            found += [Change("same", ours[start + k], theirs[first + k]) for k in range(end - start)]
            continue
        found += [Change("dropped", ours[i], None) for i in range(start, end) if i not in taken]
        for j in range(first, last):
            origin = ours[partner[j]] if j in partner else None
            same = origin is not None and letters(origin) == letters(theirs[j])
            found.append(Change("added" if origin is None else "moved" if same else "reworded", origin, theirs[j]))
    return found


def _partners(ours: list[str], theirs: list[str], left: list[int], fresh: list[int]) -> dict[int, int]:
    """For each new sentence the old one that it is made of, the likest pairs first."""
    pairs = sorted(
        ((-shared_words(ours[i], theirs[j]), abs(i - j), i, j) for i in left for j in fresh),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, _, i, j in pairs:
        if -likeness >= REWORDED and i not in taken and j not in partner:
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
    for tag, start, end, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
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
