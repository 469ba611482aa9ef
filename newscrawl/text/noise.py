"""Which paragraphs of a page are not the article: the door to the rules of furniture, captions and tails."""

from __future__ import annotations

from newscrawl.text.captions import is_caption, may_end_a_text
from newscrawl.text.furniture import LABELLED, is_furniture, is_news, is_wall, without_owner
from newscrawl.text.tails import CREDIT, CREDITS, is_head, is_pointer, is_tail, tail_start, trim

__all__ = [
    "CREDIT",
    "CREDITS",
    "LABELLED",
    "is_caption",
    "is_furniture",
    "is_head",
    "is_news",
    "is_pointer",
    "is_tail",
    "is_wall",
    "may_end_a_text",
    "tail_start",
    "trim",
    "without_owner",
]
