"""Which paragraphs of a page are not the article: the door to the rules of furniture, captions and tails."""

from __future__ import annotations

from newscrawl.text.captions import is_caption
from newscrawl.text.furniture import LABELLED, is_furniture, is_wall, without_owner
from newscrawl.text.tails import CREDIT, CREDITS, is_tail, tail_start, trim

__all__ = [
    "CREDIT",
    "CREDITS",
    "LABELLED",
    "is_caption",
    "is_furniture",
    "is_tail",
    "is_wall",
    "tail_start",
    "trim",
    "without_owner",
]
