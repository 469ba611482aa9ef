"""What a person searches for: the words of a query, how they are looked up, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newscrawl.text.whitespace import fold

PART = re.compile(r'(-?)(?:"([^"]*)"(?!\S)|(\S+))')


class QueryError(ValueError):
    """A query that asks for nothing; the message is one sentence that says what to write."""


@dataclass(frozen=True)
class Query:
    """What a text must hold, and what it must not; each a word or a phrase as `folded` leaves it."""

    words: tuple[str, ...]
    without: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """The query that a person wrote: all words, ``"an exact phrase"``, ``-without``.

    >>> parse('금리 HBM4 -연준')
    Query(words=('금리', 'hbm4'), without=('연준',))
    >>> parse('"코스피  -0.88%" -"S&P 500"')
    Query(words=('코스피 -0.88%',), without=('s&p 500',))

    Raises:
        QueryError: no word to look for, or a quotation mark that is not closed.
    """
    words: dict[bool, list[str]] = {False: [], True: []}
    for minus, quoted, word in PART.findall(fold(text)):
        if word.startswith('"'):
            raise QueryError(f"the phrase that begins with {word} has no end; close it with a quotation mark")
        if part := folded(quoted or word):
            words[bool(minus)].append(part)
    if not words[False]:
        raise QueryError("name a word to look for; a query of nothing, or of exclusions alone, finds nothing")
    return Query(tuple(words[False]), tuple(words[True]))


def folded(text: str) -> str:
    """A text as it is compared: NFC, one line, no capitals.

    >>> folded("S&P500\\n 지수")
    's&p500 지수'
    """
    return fold(text).casefold()


def tokens(text: str) -> str:
    """Every letter of a text together with the next one, or alone where a word ends.

    A run of these tells the run of letters it was made from, blanks included: to find it is to find that very text.

    >>> tokens("금리 인상, R&D")
    '금리 리 인상 상, , r& &d d'
    """
    return " ".join([word[at : at + 2] for word in folded(text).split() for at in range(len(word))])


def places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words of a query stand in a text that `fold` made: beginnings and ends, in order, none in another.

    >>> places("HBM4·HBM3E 금리인하", ("hbm", "금리", "리인"))
    [(0, 3), (5, 8), (11, 14)]
    """
    # A capital may become two letters.
    letters = [(at, small) for at, letter in enumerate(text) for small in letter.casefold()]
    line = "".join(small for _, small in letters)
    spans = sorted(
        (letters[hit.start()][0], letters[hit.start() + len(word) - 1][0] + 1)
        for word in words
        for hit in re.finditer(f"(?={re.escape(word)})", line)
    )
    found: list[tuple[int, int]] = []
    for begin, end in spans:
        if found and begin < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found
