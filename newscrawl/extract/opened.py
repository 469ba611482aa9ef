"""Hidden parts of a text that a button beside them shows: 기사 더보기."""

from __future__ import annotations

import itertools
import re

from lxml.etree import _Element

from newscrawl.extract.body import paragraphs
from newscrawl.extract.named import PLAIN, is_foreign, is_plain
from newscrawl.extract.tree import pieces
from newscrawl.text.whitespace import fold

# "더보기", "기사 더 보기", "전체보기 ▼", "계속 읽기", "펼치기": what shows the rest of a text.
_OPENS = re.compile(
    r"(?:(?:기사|본문|뉴스|내용)\s?)?(?:전체\s?|전문\s?|모두\s?)?(?:더\s?(?:보기|읽기)|보기|계속\s?(?:보기|읽기)|펼치기|펼쳐\s?보기)[^가-힣]{0,4}$"
)
CONTROLS = ("a", "button", "span", "label", "summary", "p", "div", "strong", "em")
FEWEST = 40  # letters of two sentences
NEAR = 6  # elements behind a part among which its button stands: other parts that it shows


def opener_of(element: _Element, box: _Element) -> _Element | None:
    """The button beside a hidden part or near its box that shows it (기사 더보기), when it holds the text's next sentences."""
    if sum(map(len, pieces(element))) < FEWEST or next(element.iter("a"), None) is not None:
        return None
    told = [p.text for p in paragraphs(element)]
    if len(PLAIN.findall(" ".join(told))) < 2 or not is_plain(told) or is_foreign(element, told):
        return None
    shown = fold("".join(pieces(box)).replace("".join(pieces(element)), "", 1))
    if any(line in shown for line in told):
        return None  # a copy, for a voice that reads it
    for outer in (element, *itertools.islice(element.iterancestors(), 3)):
        for beside in itertools.chain(
            itertools.islice(outer.itersiblings(), NEAR), itertools.islice(outer.itersiblings(preceding=True), 1)
        ):
            for part in beside.iter(*CONTROLS):
                if _OPENS.match(fold("".join(pieces(part)))):
                    return part
    return None
