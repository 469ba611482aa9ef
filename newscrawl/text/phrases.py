"""Phrases with gaps as the tables of words write them, and finding the lines of a page that say one.

A table is for an editor without Python: ``이/본 기사는 … 먼저 출고됐습니다`` is a line of ``words/notices.txt``. What is fixed is printed as it
stands, and

======  ====================================================================================
``…``   up to sixty other characters, or none; at the end of a line whatever follows
``○○``  one word
``12``  any number
``a/b`` either word
``(a)`` may be missing; alternatives in it too
======  ====================================================================================

A blank may be missing in print, as Koreans leave them out, or be a bracket. Brackets, arrows, bullets and full stops around a phrase are not written;
what stands in double quotation marks somebody says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newscrawl.text.words import words

LONGEST = 400  # letters of a line that says a phrase: the longest phrases have 180, and gaps
BEFORE = r"[\s\[\]<(（【〈《≪＜※*▶▷►☞■◆◎·•★☆✔+~|'‘\-–\ufe0f]*"
BEHIND = r"[\s.!?~>)\]）】〉》≫＞→▶▷►◀◁☜…*|·'’\"”\-–\ufe0f]*"
GAP = r"(?:(?!다\. ).){0,60}?"  # a notice does not run on over the end of a sentence
BLANK = r"[\s()\[\]'‘’<>]*"  # a name within a notice has brackets or none: 네이버에서 [가나일보] 구독하기
WORD = r"[^\s.]{1,12}"
SPOKEN = ("“", '"')
TOKEN = re.compile(r"…|○○|\d+|\s+|\([^()]*\)|[^\s…○()\d]+")


class Phrases:
    """The phrases of a table: whether a line says one of them and nothing else.

    >>> notices = Phrases(["이/본 기사는 … 먼저 출고됐습니다", "○○ 기자의 다른 기사 (보기/모음)", "조회 0"])
    >>> notices.said("※ 본 기사는 20일 10시 22분 프리미엄 서비스에 먼저 출고됐습니다."), notices.said("[하도경 기자의 다른기사 보기]")
    (True, True)
    >>> notices.said("조회 1234"), notices.said("이 기사는 오보라고 회사는 밝혔다."), notices.said("하도경 기자의 다른 기사가 상을 받았다.")
    (True, False, False)
    """

    def __init__(self, entries: Iterable[str]) -> None:
        """Raises: ValueError: an entry has no word of two letters, so that it could mean anything."""
        hints = {entry: _hints(entry) for entry in entries}
        known = {hint for found in hints.values() for hint in found}
        # A word that holds another one is found by that one.
        shortest = {hint for hint in known if not any(other != hint and other in hint for other in known)}
        # Most lines hold no word of any phrase, and one search for them all is many times faster than trying the phrases.
        self._hint = re.compile(_any_of(shortest))
        self._entries = {
            hint: [entry for entry, found in hints.items() if any(hint in word for word in found)] for hint in shortest
        }
        self._phrases: dict[str, re.Pattern[str]] = {}  # compiled when a line has their word

    def said(self, line: str) -> bool:
        """Whether a line is one of the phrases."""
        found = self._hint.search(line) if len(line) <= LONGEST and line[:1] not in SPOKEN else None
        tried = set()
        while found:
            if found[0] not in tried and self._of(found[0]).fullmatch(line):
                return True
            tried.add(found[0])
            found = self._hint.search(line, found.start() + 1)
        return False

    def _of(self, hint: str) -> re.Pattern[str]:
        pattern = self._phrases.get(hint)
        if pattern is None:
            either = "|".join(map(_pattern, self._entries[hint]))
            pattern = self._phrases[hint] = re.compile(f"{BEFORE}(?:{either}){BEHIND}")
        return pattern


@cache
def table(name: str) -> Phrases:
    """The phrases of a table of words, read once."""
    return Phrases(words(name))


def alternatives(name: str) -> str:
    """The words of a table as the alternatives of a pattern, the longest first; blanks may be missing."""
    return "|".join(r"\s?".join(map(re.escape, word.split())) for word in sorted(words(name), key=len, reverse=True))


def _pattern(entry: str) -> str:
    tokens = TOKEN.findall(entry)
    return "".join(_piece(token, last=position == len(tokens) - 1) for position, token in enumerate(tokens))


def _piece(token: str, *, last: bool) -> str:
    if token == "…":
        return ".*" if last else GAP
    if token == "○○":
        return WORD
    if token.isspace():
        return BLANK
    if token.isdecimal():
        return r"\d[\d,]*"
    if token.startswith("("):
        inside = "".join(_piece(part, last=False) for part in TOKEN.findall(token[1:-1]))
        return f"(?:{inside})?"
    return _either(token)


def _either(token: str) -> str:
    """A word, or the words it names as alternatives; a lone or a doubled stroke (https://) is itself."""
    parts = token.split("/")
    if len(parts) == 1 or "" in parts:
        return re.escape(token)
    return f"(?:{'|'.join(map(re.escape, parts))})"


def _hints(entry: str) -> list[str]:
    """The words of which every line that says a phrase holds one: those that must stand in it, the rarest looking.

    >>> _hints("이/본 기사는 … 출고됐습니다"), _hints("… 구독하기/구독하세요")
    (['기사는'], ['구독하기', '구독하세요'])
    """
    needed = [
        token.split("/") if "" not in token.split("/") else [token]
        for token in TOKEN.findall(entry)
        if token != "…" and token != "○○" and not token.startswith("(") and not token[0].isdecimal() and token.strip()
    ]
    # Every polite sentence ends in 니다: a word that does tells little.
    best = max(
        needed, key=lambda words: (not words[0].endswith("니다"), min(map(len, words)), -len(words)), default=[""]
    )
    if min(map(len, best)) < 2:
        best = max(needed, key=lambda words: min(map(len, words)), default=[""])
    if min(map(len, best)) < 2:
        raise ValueError(f"{entry!r} has no word of two letters that must stand in it")
    return best


def _any_of(hints: set[str]) -> str:
    """One pattern for all the words, those with the same first letter together, so that most letters are passed at once."""
    firsts: dict[str, list[str]] = {}
    for hint in sorted(hints):
        firsts.setdefault(hint[0], []).append(re.escape(hint[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in firsts.items())
