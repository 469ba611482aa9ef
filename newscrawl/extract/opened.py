"""Hidden parts of a text that a button beside them shows: 기사 더보기."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import cache

from lxml.etree import _Element

from newscrawl.extract.body import paragraphs
from newscrawl.extract.measure import sizes
from newscrawl.extract.named import PLAIN, is_foreign, is_plain
from newscrawl.extract.tree import UNSEEN, pieces
from newscrawl.text.whitespace import fold

# "더보기", "기사 더 보기", "전체보기 ▼", "계속 읽기", "펼치기": what shows the rest of a text.
_OPENS = re.compile(
    r"(?:(?:기사|본문|뉴스|내용)\s?)?(?:전체\s?|전문\s?|모두\s?)?(?:더\s?(?:보기|읽기)|보기|계속\s?(?:보기|읽기)|펼치기|펼쳐\s?보기)[^가-힣]{0,4}$"
)
CONTROLS = ("a", "button", "span", "label", "summary", "p", "div", "strong", "em")
FEWEST = 40  # letters of two sentences
LONGEST = 60  # letters of a button
LINES = 50  # of a part that are looked for elsewhere: a copy begins as its text does
MOST = 200  # elements of a box near by that may be the button
NEAR = 6  # elements behind a part among which its button stands: other parts that it shows


def openers(found: Sequence[_Element], box: _Element) -> dict[_Element, _Element]:
    """Which of the hidden parts of a box a button beside them or near their box shows (기사 더보기), each with its button.

    Such a part holds the text's next sentences. The parts stand in the order of the page.
    """
    if not found:
        return {}
    held = sizes(found, len, UNSEEN)
    whole = cache(lambda: fold("".join(pieces(box))))
    often = cache(lambda line: whole().count(line))  # many parts may say the same
    told = ((e, _opener(e, often)) for e in found if held[e] >= FEWEST)
    return {element: opener for element, opener in told if opener is not None}


def _opener(element: _Element, often: Callable[[str], int]) -> _Element | None:
    if next(element.iter("a"), None) is not None:
        return None
    told = [p.text for p in paragraphs(element)]
    if len(PLAIN.findall(" ".join(told))) < 2 or not is_plain(told) or is_foreign(element, told):
        return None
    own = fold("".join(pieces(element)))
    if any(often(line) > own.count(line) for line in dict.fromkeys(told[:LINES])):
        return None  # a copy, for a voice that reads it
    for outer in (element, *itertools.islice(element.iterancestors(), 3)):
        for beside in itertools.chain(
            itertools.islice(outer.itersiblings(), NEAR), itertools.islice(outer.itersiblings(preceding=True), 1)
        ):
            for part in itertools.islice(beside.iter(*CONTROLS), MOST):
                if _OPENS.match(_label(part)):
                    return part
    return None


def _label(part: _Element) -> str:
    """What an element prints, if that is short."""
    text = ""
    for piece in pieces(part):
        text += piece
        if len(text) > LONGEST and len(text := fold(text)) > LONGEST:
            return ""
    return fold(text)
