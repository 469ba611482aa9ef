"""What a person searches for: the words of a query, which texts hold them, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add

from newscrawl.text.whitespace import fold, is_folded

TITLE = 1000
"""How much more a word in the title weighs than one in the subtitle: more than any query has words."""

PLAIN = re.compile("[0-9가-힣%&()+,./-]+")
"""Words that neither capitals nor blanks can hide, and that no capital turns into."""

PART = re.compile(r'(-?)(?:"([^"]*)"(?!\S)|(\S+))')


class QueryError(ValueError):
    """A query that asks for nothing; the message is one sentence that says what to write."""


@dataclass(frozen=True)
class Query:
    """What a text must hold, and what it must not; each a word or a phrase as `folded` leaves it."""

    words: tuple[str, ...]
    without: tuple[str, ...] = ()


@lru_cache
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


def holds(query: str, *fields: str | None) -> bool:
    """Whether an article's fields hold all that a query asks for, each word in any of them, and nothing that it excludes.

    >>> holds("금리 인하", "기준금리 동결", None, "인하는 없다"), holds('"금리 인하"', "기준금리", None, "인하는 없다")
    (True, False)
    """
    wanted = parse(query)
    texts = [field for field in fields if field]
    # Folding takes most of a search; nearly all words stand in nearly all texts as they would after it.
    if not (all(map(PLAIN.fullmatch, wanted.words + wanted.without)) and all(map(is_folded, texts))):
        texts = list(map(folded, texts))
    text = "\n".join(texts)  # no word has a line's end
    return all(word in text for word in wanted.words) and not any(word in text for word in wanted.without)


def rank(query: str, title: str, subtitle: str | None) -> int:
    """How well a headline fits a query: how many of its words stand in the title, and then in the subtitle.

    >>> rank("금리 인하", "기준금리 인하", None) > rank("금리 인하", "기준금리", "인하 기대") > rank("금리 인하", "환율", "금리 인하")
    True
    """
    head, deck = folded(title), folded(subtitle or "")
    return sum(TITLE * (word in head) + (word in deck) for word in parse(query).words)


def tokens(*fields: str | None) -> set[str]:
    """What an index finds a text by: its letters, and its pairs of neighbours, with a ``_`` between those that a blank parts.

    >>> sorted(tokens("금리 2%", None))
    ['%', '2', '2%', '금', '금리', '리', '리_2']
    """
    return _tokens(" ".join(folded(field) for field in fields if field))


def needed(query: Query) -> set[str]:
    """The tokens of every text that holds what a query asks for.

    >>> sorted(needed(parse('기준금리 "弗 1"')))
    ['1', '弗', '弗_1', '금리', '기준', '준금']
    """
    # A letter is in each of its pairs; one that stands alone has none.
    alone = [(word, frozenset(word.split())) for word in query.words]
    return {token for word, parts in alone for token in _tokens(word) if token[1:] or token in parts}


def _tokens(text: str) -> set[str]:
    words = text.split()
    parted = {f"{one[-1]}_{other[0]}" for one, other in pairwise(words)}
    return parted.union("".join(words), *(map(add, word, word[1:]) for word in set(words)))


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


def excerpt(text: str, words: tuple[str, ...], letters: int) -> str:
    """So many letters of a text that `fold` made, around the first place where one of the words stands; from its beginning if none does.

    >>> excerpt("한국은행이 기준금리를 연 2.50%로 동결했다고 밝혔다.", ("2.50%",), 20)
    '…연 2.50%로 동결했다고…'
    """
    found = places(text, words)
    begin, end = found[0] if found else (0, 0)
    start = max(0, min(begin - (letters - (end - begin)) // 2, len(text) - letters))
    stop = min(len(text), start + letters)
    # Whole words at the edges, unless the word itself would go.
    if start and (blank := text.find(" ", start, begin)) >= 0:
        start = blank + 1
    if stop < len(text) and (blank := text.rfind(" ", end, stop)) > 0:
        stop = blank
    return ("…" if start else "") + text[start:stop] + ("…" if stop < len(text) else "")


def cut(text: str, words: tuple[str, ...]) -> list[tuple[str, bool]]:
    """A text that `fold` made, cut where the words of a query begin and end; True for the parts that are such words.

    >>> cut("기준금리 동결", ("금리",))
    [('기준', False), ('금리', True), (' 동결', False)]
    """
    parts, at = [], 0
    for begin, end in places(text, words):
        parts += [(text[at:begin], False), (text[begin:end], True)]
        at = end
    return [part for part in (*parts, (text[at:], False)) if part[0]]
