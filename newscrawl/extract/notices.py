"""The words of notices: which outcome a line, a title or a whole page names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newscrawl.extract.outline import PLAIN, POLITE, Outline
from newscrawl.text.words import words

SHORT = 300  # letters: no notice that was seen is longer, and few articles are shorter
HANGUL = re.compile("[가-힣]")
SENTENCE_END = re.compile(r"(?<=[가-힣])[.!?]\s")


def bare(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


@cache
def _kinds(table: str) -> dict[str, re.Pattern[str]]:
    """The words of a table by outcome."""
    phrases: dict[str, list[str]] = {}
    for line in words(table):
        outcome, phrase = line.split("\t")
        phrases.setdefault(outcome, []).append(".{0,14}".join(re.escape(bare(part)) for part in phrase.split("…")))
    return {outcome: re.compile("|".join(found)) for outcome, found in phrases.items()}


@cache
def house() -> dict[str, str]:
    """The outcome of every title of a site's own pages."""
    return {bare(title): outcome for outcome, title in (line.split("\t") for line in words("house-pages"))}


def said(line: str, table: str = "refusals") -> Counter[str]:
    """How many words of each kind of notice a line has."""
    letters = "\n".join(map(bare, SENTENCE_END.split(line)))  # "봐요. 금방" holds no 요금
    return Counter({outcome: n for outcome, found in _kinds(table).items() if (n := len(found.findall(letters)))})


def most(kinds: list[Counter[str]]) -> str | None:
    total: Counter[str] = sum(kinds, Counter())
    return max(total, key=lambda kind: total[kind]) if total else None


def notice(page: Outline, heads: list[str]) -> tuple[str | None, bool]:
    """The kind of the notice on the page, and whether both its heading and its text say so, or a sentence to the reader."""
    known = {*page.titles, *page.heads}
    short = [
        line
        for line in [*page.lines, *page.hidden]
        if len(line) <= SHORT and line not in known and not PLAIN.search(line)
    ]
    above = [said(head) for head in dict.fromkeys([*heads, *page.heads[:2]])]
    below = [said(line) for line in short]
    boxes = Counter((box.get("type") or "").lower() for box in page.tree.iter("input"))
    if boxes["radio"] > 1:
        below.append(Counter({"rejected:poll": 2}))
    if boxes["password"] and not page.listed:
        below.append(Counter({"rejected:login": 2}))
    worded = sum(map(len, page.lines)) > 60
    for found in (*above, *below):
        found.pop("rejected:no-body", None)  # the words of a player stand above many a text
        if worded:
            found.pop("error:empty-shell", None)  # and those of a box that loads
    kind = most([*above, *above, *below])
    spoken = any(kind in words and POLITE.search(line) for line, words in zip(short, below, strict=False))
    return kind, spoken or (any(kind in w for w in above) and any(kind in w for w in below))


def hinted(page: Outline, heads: list[str]) -> str | None:
    """The kind of a notice by its common words: what its title or its sentences to the reader say, or a page that has no list."""
    spoken = [
        line
        for line in page.lines
        if len(line) <= SHORT and (not page.listed or POLITE.search(line) or not HANGUL.search(line))
    ]
    found = [said(line, "notice-hints") for line in [*dict.fromkeys(heads), *spoken]]
    kind = most(found)
    return (
        kind if kind and (not page.listed or page.is_spoken_to() or sum(words[kind] for words in found) > 1) else None
    )
