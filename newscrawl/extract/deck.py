"""The deck (부제) of an article: what stands between its headline and its first sentence, and what else does."""

from __future__ import annotations

import re

from newscrawl.extract.body import Paragraph, is_prose
from newscrawl.text import dates

# Class and id words of a deck (부제).
DECK = re.compile(
    r"(?:^|[\s_-])(?:mid_?ti?t(?:le)?\w*|sub_?-?ti?t(?:le)?\w*|sub_?head\w*|deck|summary_view|\w*end_summary|article-head-sub)(?:$|[\s_-])",
    re.I,
)


def lift_deck(found: list[Paragraph], title: str | None, *, marked: bool = False) -> tuple[str | None, list[Paragraph]]:
    """The deck (부제) at the head of a body, and the body without it.

    Deck lines stand before the first sentence, are short and no sentences themselves. A speaker's mark ([앵커]), a
    list (◇ ▲), the headline printed again and what stands before it are no deck. With ``marked`` a line counts only
    when its markup sets it apart: bold, a heading, or a name that says deck.

    >>> head = [Paragraph("中 AI 낙관론 경계", True), Paragraph("홍콩 IPO 초대박 속", True)]
    >>> lift_deck([*head, Paragraph("중국이 내놓은 모델이다.")], None, marked=True)[0]
    '中 AI 낙관론 경계\\n홍콩 IPO 초대박 속'
    """
    deck: list[str] = []
    for position, paragraph in enumerate(found):
        line = paragraph.text
        if title and same_words(line, title):
            deck.clear()  # what stands before the headline belongs to the site
            continue
        named = DECK.search(paragraph.hint) is not None
        if deck and len(line) <= 60 and dates.parse(line):
            return "\n".join(deck), found[position + 1 :]  # the line of time and byline under a deck ends it
        no_deck = (
            re.match(r"[\[【◇◆■▲△▶○●□<(]", line) or len(line) > 60 or "\t" in line or (_is_sentence(line) and not named)
        )
        if no_deck or (marked and not named and not paragraph.standout):
            return ("\n".join(deck) or None), (found[position:] if deck else found)
        deck.append(line)
    return None, found


def _is_sentence(line: str) -> bool:
    """Whether a line is a sentence that stands for itself: a short line of a deck ends without a stop (도크 2029년까지 찼다)."""
    return is_prose(line) and (len(line) > 30 or line[-1] in ".!?…”’\"')")


def same_words(a: str, b: str) -> bool:
    """Whether two lines begin with the same forty letters and digits."""
    letters = re.compile(r"[\W_]+")
    return letters.sub("", a)[:40] == letters.sub("", b)[:40]
